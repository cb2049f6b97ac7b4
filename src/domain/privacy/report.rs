//! Everything that is held of a person, and who saw it: the report that somebody may ask for (article 15 of the GDPR).

use chrono::{DateTime, Utc};
use entity::{event, id::*, letter};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};

use super::audit;
use crate::domain::{
    actor::Actor,
    adoption::{self, pulse},
    change::Change,
    dialogue,
    error::{Error, Result},
    event::Event,
    handover,
    holding::{Holding, Known, Word},
    learning, people, service,
    service::{compliment, contact_volume},
};

/// Events that tell that somebody read something of the person.
const READING: [&str; 3] = ["person-seen", "needs-seen", "access-reported"];
/// Files that left the house and may have the person in them.
const EXPORTS: [&str; 3] = ["people-exported", "enrolments-exported", "log-exported"];

/// A report.
#[derive(Clone, Debug)]
pub struct Report {
    pub person: PersonId,
    pub made_at: DateTime<Utc>,
    pub holdings: Vec<Holding>,
}

/// Brings everything together, and records that. For oneself, and for administrators.
///
/// # Errors
/// [`Error::Missing`] for who may not ask, as for nobody.
pub async fn make(change: &Change, id: PersonId) -> Result<Report> {
    let own = is_own(&change.actor, id);
    if !own && !change.actor.may_audit() {
        return Err(Error::Missing("person"));
    }
    let db = change.db();
    let person = people::person::find(db, id).await?;
    let mut holdings = people::holding::of(db, id).await?;
    // Who printed the code may be the one who looks.
    holdings.extend(learning::holding::of(db, id, own && !change.actor.shared).await?);
    holdings.extend(dialogue::holding::of(db, id, own && !change.actor.shared).await?);
    holdings.push(service::reading::held(db, id).await?);
    holdings.extend(adoption::holding::of(db, id).await?);
    holdings.push(pulse::keeping::held(db, id, own && !change.actor.shared).await?);
    holdings.push(compliment::held(db, id).await?);
    holdings.push(contact_volume::held(db, id).await?);
    holdings.push(letters(db, id).await?);
    let mine = |column: event::Column| Condition::all().add(column.eq(id));
    let reading = event::Column::Kind.is_in(READING);
    let read = mine(event::Column::PersonId).add(reading.clone()).add(event::Column::ActorId.ne(id));
    holdings.push(events(db, "seen-by", read).await?);
    let since = event::Column::At.gte(person.created_at);
    let exports = Condition::all().add(event::Column::Kind.is_in(EXPORTS)).add(since);
    holdings.push(events(db, "exports", exports).await?);
    let about = mine(event::Column::PersonId).add(reading.not());
    holdings.push(events(db, "events-about", about).await?);
    let by = mine(event::Column::ActorId)
        .add(Condition::any().add(event::Column::PersonId.is_null()).add(event::Column::PersonId.ne(id)));
    holdings.push(events(db, "events-by", by).await?);
    change.record(Event::AccessReported { person: id }).await?;
    Ok(Report { person: id, made_at: change.now, holdings })
}

/// Whether somebody signed in asks for themselves. A token does not: what people need would leave through it.
fn is_own(actor: &Actor, person: PersonId) -> bool {
    actor.person == Some(person) && actor.scopes.is_none()
}

async fn letters(db: &impl ConnectionTrait, id: PersonId) -> Result<Holding> {
    let rows = letter::Entity::find().filter(letter::Column::PersonId.eq(id));
    let rows = rows.order_by_asc(letter::Column::SentAt).all(db).await?;
    let by_hand = handover::of_person(db, id).await?;
    Ok(Holding::new("letters", rows, |row| {
        let given = by_hand.iter().find(|one| one.letter_id == row.id).and_then(|one| one.handed_at);
        Known::default()
            .with("handedAt", given)
            .with("subject", row.subject)
            .with("address", row.address)
            .with("sentAt", row.sent_at)
            .with("text", row.text)
    }))
}

async fn events(db: &impl ConnectionTrait, kind: &'static str, wanted: Condition) -> Result<Holding> {
    let rows =
        event::Entity::find().filter(wanted).order_by_desc(event::Column::Id).limit(MOST).all(db).await?;
    let actors: Vec<_> = rows.iter().filter_map(|row| row.actor_id).collect();
    let names = audit::names(db, &actors).await?;
    // Whom an act of this person was about is not told: the copy may not touch the rights of others (article 15, 4).
    Ok(Holding::new(kind, rows, |row| {
        Known::default()
            .with("at", row.at)
            .with("event", Word::new("event-", row.kind))
            .with("actor", row.actor_id.and_then(|id| names.get(&id)).cloned())
    }))
}

/// The newest events of each kind; what a person can read. Administrators find the rest in the log.
const MOST: u64 = 2000;
