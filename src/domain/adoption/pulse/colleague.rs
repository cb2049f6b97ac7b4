//! Finding a colleague who is on the telephone, to enter what they say.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{department, id::*, person, person_word, placement, pulse_invitation as invitation};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, ExprTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, QueryTrait as _, Select,
};

use super::Pulse;
use crate::domain::{
    actor::Actor,
    error::{Error, Result},
    people::{person::full_name, placement as placements},
    search,
};

/// Who asks by name knows more of it than would leave this many.
pub const MOST: u64 = 20;

/// Somebody who is asked. Whether they answered is told to nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    pub id: PersonId,
    pub name: String,
    /// Where they work: people have the same name.
    pub department: Option<String>,
}

/// Those who are asked and have these words in their name, number or address; nobody without a word.
///
/// # Errors
/// [`Error::Missing`] unless the actor takes answers.
pub async fn search(
    db: &impl ConnectionTrait,
    actor: &Actor,
    (pulse, today): (&Pulse, NaiveDate),
    text: &str,
) -> Result<Vec<Colleague>> {
    let words = search::beginnings(text);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let named = words.iter().fold(asked(actor, pulse)?, |people, word| {
        let with = person_word::Entity::find().select_only().column(person_word::Column::PersonId).filter(
            person_word::Column::Word
                .gte(word.as_str())
                .and(person_word::Column::Word.lt(search::behind(word))),
        );
        people.filter(person::Column::Id.in_subquery(with.into_query()))
    });
    colleagues(db, named.limit(MOST), today).await
}

/// One of them.
///
/// # Errors
/// [`Error::Missing`] unless the actor takes answers, and for who is not asked.
pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    (pulse, today): (&Pulse, NaiveDate),
    id: PersonId,
) -> Result<Colleague> {
    let one = asked(actor, pulse)?.filter(person::Column::Id.eq(id));
    colleagues(db, one, today).await?.pop().ok_or(Error::Missing("pulse"))
}

fn asked(actor: &Actor, pulse: &Pulse) -> Result<Select<person::Entity>> {
    if !actor.may_take_answers() {
        return Err(Error::Missing("pulse"));
    }
    let asked = invitation::Entity::find()
        .select_only()
        .column(invitation::Column::PersonId)
        .filter(invitation::Column::PulseId.eq(pulse.id))
        .into_query();
    Ok(person::Entity::find().filter(person::Column::Id.in_subquery(asked)))
}

async fn colleagues(
    db: &impl ConnectionTrait,
    people: Select<person::Entity>,
    today: NaiveDate,
) -> Result<Vec<Colleague>> {
    let people =
        people.order_by_asc(person::Column::Surname).order_by_asc(person::Column::Id).all(db).await?;
    let ids: Vec<_> = people.iter().map(|person| person.id).collect();
    let rows: Vec<(PersonId, String)> = placement::Entity::find()
        .select_only()
        .column(placement::Column::PersonId)
        .column(department::Column::Name)
        .inner_join(department::Entity)
        .filter(placement::Column::PersonId.is_in(ids))
        .filter(placements::on(today))
        .into_tuple()
        .all(db)
        .await?;
    let mut names: HashMap<_, _> = rows.into_iter().collect();
    let colleague = |person: person::Model| Colleague {
        id: person.id,
        name: full_name(&person),
        department: names.remove(&person.id),
    };
    Ok(people.into_iter().map(colleague).collect())
}
