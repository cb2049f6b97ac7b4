//! Who read what of somebody else. Once a day for each reader, person and page, so that the log stays readable.

use chrono::{DateTime, Utc};
use entity::{event, id::*};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _};

use crate::domain::{
    actor::Actor,
    change::{Change, House},
    error::Result,
    event::Event,
    policy::Policy,
};

/// What was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Their page among the people.
    Page,
    /// A letter to them.
    Letter,
}

impl What {
    /// Code, in the event.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Letter => "letter",
        }
    }
}

/// Notes that the actor reads something of a person. Oneself, and who is no person, is not noted.
///
/// # Errors
/// When the database fails: then nothing may be shown either.
pub async fn note(house: &House, actor: &Actor, person: PersonId, what: What) -> Result<()> {
    let Some(reader) = actor.person.filter(|reader| *reader != person) else { return Ok(()) };
    // Most visits are not the first of the day, and need no transaction.
    if seen(&house.db.reader, (reader, person), what, house.now(), &house.policy).await? {
        return Ok(());
    }
    let record = |change: std::sync::Arc<Change>| async move {
        change.record(Event::PersonSeen { person, what: what.code() }).await
    };
    house.write(actor, record).await
}

/// Notes that the actor reads what these people need in a session; each once a day.
///
/// # Errors
/// When the database fails: then nothing may be shown either.
pub async fn needs(house: &House, actor: &Actor, session: SessionId, people: &[PersonId]) -> Result<()> {
    let Some(reader) = actor.person.filter(|_| !people.is_empty()) else { return Ok(()) };
    let today = event::Entity::find()
        .filter(event::Column::Kind.eq("needs-seen"))
        .filter(event::Column::ActorId.eq(reader))
        .filter(event::Column::SubjectId.eq(session.0))
        .filter(event::Column::At.gte(house.policy.midnight(house.policy.day(house.now()))));
    let today = today.all(&house.db.reader).await?;
    let unseen = |person: &&PersonId| {
        **person != reader && !today.iter().any(|event| event.person_id == Some(**person))
    };
    let unseen: Vec<PersonId> = people.iter().filter(unseen).copied().collect();
    if unseen.is_empty() {
        return Ok(());
    }
    let unseen = &unseen;
    let record = |change: std::sync::Arc<Change>| async move {
        change.record_all(unseen.iter().map(|person| Event::NeedsSeen { person: *person, session })).await
    };
    house.write(actor, record).await
}

async fn seen(
    db: &impl ConnectionTrait,
    (reader, person): (PersonId, PersonId),
    what: What,
    now: DateTime<Utc>,
    policy: &Policy,
) -> Result<bool> {
    let today = event::Entity::find()
        .filter(event::Column::Kind.eq("person-seen"))
        .filter(event::Column::ActorId.eq(reader))
        .filter(event::Column::PersonId.eq(person))
        .filter(event::Column::At.gte(policy.midnight(policy.day(now))));
    let today = today.all(db).await?;
    Ok(today.iter().any(|event| event.data.get("what").and_then(|code| code.as_str()) == Some(what.code())))
}
