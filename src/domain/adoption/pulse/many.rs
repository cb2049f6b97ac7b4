//! Many answers at once: of a made-up municipality, and where speed is measured. Not for people: whoever sends many answers knows whose
//! each of them is.

use std::collections::{HashMap, HashSet};

use entity::{event::ActorKind, id::*, pulse, pulse_answer as answer, pulse_invitation as invitation};
use sea_orm::{ColumnTrait as _, EntityTrait as _, ExprTrait as _, QueryFilter as _, Set, sea_query::Expr};

use super::{SLICE, Scores, base};
use crate::domain::{
    change::Change,
    error::{Error, Result},
    people::{department, placement},
};

/// Gives an answer for each of these who was asked and has not answered. Returns how many answers there are now.
///
/// # Errors
/// [`Error::Forbidden`] for everybody but the house itself.
pub async fn give(change: &Change, id: PulseId, given: &HashMap<PersonId, Scores>) -> Result<usize> {
    if change.actor.kind != ActorKind::House {
        return Err(Error::Forbidden);
    }
    let (db, today) = (change.db(), change.policy.day(change.now));
    let open = invitation::Entity::find()
        .filter(invitation::Column::PulseId.eq(id))
        .filter(invitation::Column::Answered.eq(false));
    let mut open = open.all(db).await?;
    open.retain(|row| given.contains_key(&row.person_id));
    let people: Vec<_> = open.iter().map(|row| row.person_id).collect();
    let works = placement::of_people(db, &people, today).await?;
    let own = |person: &PersonId| works.get(person).and_then(|all| all.first()).copied();
    let bases = bases(change, &people.iter().map(own).collect()).await?;
    let rows: Vec<_> = people
        .iter()
        .filter_map(|person| Some(row(id, *bases.get(&own(person))?, *given.get(person)?)))
        .collect();
    let spent: Vec<_> = open.iter().map(|row| row.id).collect();
    for slice in spent.chunks(slice()) {
        invitation::Entity::update_many()
            .col_expr(invitation::Column::Answered, Expr::value(true))
            .filter(invitation::Column::Id.is_in(slice.iter().copied()))
            .exec(db)
            .await?;
    }
    for slice in rows.chunks(slice()) {
        answer::Entity::insert_many(slice.to_vec()).exec_without_returning(db).await?;
    }
    let new = i32::try_from(rows.len()).unwrap_or_default();
    pulse::Entity::update_many()
        .col_expr(pulse::Column::Answered, Expr::col(pulse::Column::Answered).add(new))
        .filter(pulse::Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(rows.len())
}

fn slice() -> usize {
    usize::try_from(SLICE).unwrap_or(usize::MAX)
}

type Bases = HashMap<Option<DepartmentId>, DepartmentId>;

/// To which department the answers of those who work in each of these are counted.
async fn bases(change: &Change, own: &HashSet<Option<DepartmentId>>) -> Result<Bases> {
    let (tree, today) = (department::tree(change.db()).await?, change.policy.day(change.now));
    let mut bases = HashMap::new();
    for id in own {
        if let Some(base) = base::nearest(change.db(), &tree, *id, today).await? {
            bases.insert(*id, base);
        }
    }
    Ok(bases)
}

fn row(
    id: PulseId,
    department: DepartmentId,
    [connection, craft, trust, renewal]: Scores,
) -> answer::ActiveModel {
    answer::ActiveModel {
        id: Set(PulseAnswerId::by_chance()),
        pulse_id: Set(id),
        department_id: Set(department),
        connection: Set(connection),
        craft: Set(craft),
        trust: Set(trust),
        renewal: Set(renewal),
    }
}
