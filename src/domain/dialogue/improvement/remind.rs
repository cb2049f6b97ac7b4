//! Reminding: who answers, five working days before the last day and once after; who does it, seven days before the day and once
//! after. Each hears of all that is theirs in one letter.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{id::*, improvement, person, role, role::RoleKind};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, RelationTrait as _,
    sea_query::{Expr, ExprTrait as _},
};

use super::{Improvement, Step, step::BEFORE};
use crate::domain::{
    actor::Actor,
    change::{Asked, Change, House},
    error::Result,
    people::{nearest, person::employed_on},
    task::Letter,
    working_day::{Calendar, Kind},
};

/// Working days before the last day.
const ANSWER_BEFORE: u32 = 5;
/// The most of one change.
const SLICE: u64 = 500;

/// Reminds everybody, a slice a change.
///
/// # Errors
/// When the database fails.
pub async fn attend(house: &House) -> Result<()> {
    while house.write(&Actor::house(), |change| async move { remind(&change).await }).await? {}
    Ok(())
}

/// Reminds a slice of both. `true` when there may be more.
///
/// # Errors
/// When the database fails.
pub async fn remind(change: &Change) -> Result<bool> {
    let today = change.policy.day(change.now);
    let calendar = Calendar::new(change.policy.calendar.clone(), change.policy.zone);
    let soon = calendar.add_working_days(today, ANSWER_BEFORE, Kind::Service).unwrap_or(today);
    use improvement::Column::{AnswerBy, DueOn};
    let answers = slice(change, Step::Idea, due(AnswerBy, soon, today)).await?;
    let owners = slice(change, Step::Agreed, due(DueOn, today + BEFORE, today)).await?;
    let to_answer = answerers(change, &answers, today).await?;
    let to_do = group(owners.iter().filter_map(|row| Some((row.owner_id?, row.id))));
    let answer = |(person, ideas): (PersonId, Vec<ImprovementId>)| Asked {
        key: Some(format!("ideas-to-answer:{person}")),
        task: Letter::IdeasToAnswer { person, ideas }.into(),
        due: change.now,
    };
    let work = |(person, improvements): (PersonId, Vec<ImprovementId>)| Asked {
        key: Some(format!("improvements-to-do:{person}")),
        task: Letter::ImprovementsToDo { person, improvements }.into(),
        due: change.now,
    };
    let letters = to_answer.into_iter().map(answer).chain(to_do.into_iter().map(work)).collect();
    change.later_all(letters).await?;
    let ids: Vec<_> = answers.iter().chain(&owners).map(|row| row.id).collect();
    if !ids.is_empty() {
        improvement::Entity::update_many()
            .col_expr(improvement::Column::RemindedOn, Expr::value(today))
            .filter(improvement::Column::Id.is_in(ids))
            .exec(change.db())
            .await?;
    }
    Ok([answers.len(), owners.len()].iter().any(|some| *some as u64 >= SLICE))
}

/// Before the day when nobody was reminded yet; after it once more.
fn due(day: improvement::Column, soon: NaiveDate, today: NaiveDate) -> Condition {
    let reminded = improvement::Column::RemindedOn;
    let before = Condition::all().add(reminded.is_null()).add(day.lte(soon));
    let only_before = Expr::col((improvement::Entity, reminded)).lte(Expr::col((improvement::Entity, day)));
    Condition::any().add(before).add(Condition::all().add(day.lt(today)).add(only_before))
}

async fn slice(change: &Change, step: Step, due: Condition) -> Result<Vec<Improvement>> {
    let rows = improvement::Entity::find().filter(step.holds()).filter(due);
    Ok(rows.order_by_asc(improvement::Column::Id).limit(SLICE).all(change.db()).await?)
}

/// The nearest heads above the teams; the programme managers for what has none.
async fn answerers(
    change: &Change,
    rows: &[Improvement],
    today: NaiveDate,
) -> Result<HashMap<PersonId, Vec<ImprovementId>>> {
    let mut teams: Vec<_> = rows.iter().filter_map(|row| row.department_id).collect();
    teams.sort_unstable();
    teams.dedup();
    if rows.is_empty() {
        return Ok(HashMap::new());
    }
    let heads = nearest::heads(change.db(), &teams, today).await?;
    let mut of: HashMap<DepartmentId, Vec<PersonId>> = HashMap::new();
    for (head, departments) in heads {
        for department in departments {
            of.entry(department).or_default().push(head);
        }
    }
    let managers = managers(change.db(), today).await?;
    let readers = |row: &Improvement| row.department_id.and_then(|team| of.get(&team)).unwrap_or(&managers);
    Ok(group(rows.iter().flat_map(|row| readers(row).iter().map(|person| (*person, row.id)))))
}

async fn managers(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Vec<PersonId>> {
    Ok(role::Entity::find()
        .select_only()
        .column(role::Column::PersonId)
        .join(JoinType::InnerJoin, role::Relation::Person.def())
        .filter(role::Column::Kind.eq(RoleKind::ProgrammeManager))
        .filter(employed_on(today))
        .filter(person::Column::ErasedAt.is_null())
        .into_tuple()
        .all(db)
        .await?)
}

fn group(pairs: impl Iterator<Item = (PersonId, ImprovementId)>) -> HashMap<PersonId, Vec<ImprovementId>> {
    let mut grouped: HashMap<PersonId, Vec<ImprovementId>> = HashMap::new();
    for (person, id) in pairs {
        grouped.entry(person).or_default().push(id);
    }
    grouped
}
