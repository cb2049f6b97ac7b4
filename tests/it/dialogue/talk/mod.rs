//! Conversations: planning, the round, the record, the summary.

mod conversation;
mod coverage;
mod record;
mod summary;

use chrono::NaiveDate;
use entity::{conversation::ConversationKind, conversation_note::NoteTopic, core_value::CoreValue, id::*};
use olievlek::domain::{
    dialogue::conversation::{
        note::{self, Noted},
        plan::{self, Plan},
        record::{self as records, Facts, Held, Kept, Record},
        reference::Words,
        summary::{self as summaries, Draft},
    },
    error::{Error, Refusal, Result},
};
use sea_orm::EntityTrait as _;

use crate::house::{TestHouse, moment, world::Named};

/// A conversation with these teams: 90 minutes, on their own floor.
pub fn plan_of(teams: &[DepartmentId], start: &str) -> Plan {
    Plan {
        kind: ConversationKind::Team,
        teams: teams.to_vec(),
        partner: String::new(),
        service_area: String::new(),
        starts_at: moment(start),
        minutes: 90,
        place: "Op de werkvloer".into(),
        facilitator: None,
    }
}

/// Plans one as this person.
pub async fn plans(house: &TestHouse, who: PersonId, wanted: &Plan) -> Result<ConversationId> {
    let actor = house.actor(who).await;
    house.write(&actor, |change| async move { plan::plan(&change, wanted).await }).await
}

/// As [`plans`], of which nothing can be wrong.
pub async fn planned(
    house: &TestHouse,
    who: PersonId,
    teams: &[DepartmentId],
    start: &str,
) -> ConversationId {
    plans(house, who, &plan_of(teams, start)).await.expect("a conversation")
}

/// Held on a day with so many, about trust.
pub fn facts(day: &str, participants: i32, quotes: Vec<Words>) -> Facts {
    let on = day.parse().expect("a day");
    Facts {
        held: Some(Held { on, participants, lasted: 90 }),
        values: vec![CoreValue::Trust],
        quotes,
        ..Facts::default()
    }
}

/// Keeps the record, on the version that stands there.
pub async fn keep(
    house: &TestHouse,
    who: PersonId,
    id: ConversationId,
    facts: &Facts,
    notes: &[(NoteTopic, &str)],
) -> Result<Kept> {
    let actor = house.actor(who).await;
    let version = version(house, id).await;
    let facts = &Facts { version, ..facts.clone() };
    let draft =
        |(topic, text): &(NoteTopic, &str)| note::Draft { topic: *topic, text: (*text).into(), version: 0 };
    let notes: &Vec<_> = &notes.iter().map(draft).collect();
    house.write(&actor, |change| async move { records::keep(&change, id, facts, notes.clone()).await }).await
}

pub async fn version(house: &TestHouse, id: ConversationId) -> i32 {
    row(house, id).await.version
}

pub async fn row(house: &TestHouse, id: ConversationId) -> entity::conversation::Model {
    entity::conversation::Entity::find_by_id(id).one(&house.db.reader).await.expect("rows").expect("one")
}

async fn draft(house: &TestHouse, id: ConversationId, text: &str) -> Draft {
    Draft { text: text.into(), themes: vec![], version: version(house, id).await }
}

/// Writes the summary down, for whoever holds it.
pub async fn summarise(house: &TestHouse, who: PersonId, id: ConversationId, text: &str) -> Result<()> {
    let (actor, draft) = (house.actor(who).await, &draft(house, id, text).await);
    house.write(&actor, |change| async move { summaries::write(&change, id, draft).await }).await
}

/// Releases it.
pub async fn release(house: &TestHouse, who: PersonId, id: ConversationId, text: &str) -> Result<()> {
    let (actor, draft) = (house.actor(who).await, &draft(house, id, text).await);
    house.write(&actor, |change| async move { summaries::release(&change, id, draft).await }).await
}

/// Opens the record.
pub async fn opens(house: &TestHouse, who: PersonId, id: ConversationId) -> Result<Record> {
    let actor = house.actor(who).await;
    house.write(&actor, |change| async move { records::open(&change, id).await }).await
}

async fn notes(
    house: &TestHouse,
    who: PersonId,
    id: ConversationId,
    (text, version): (&str, i32),
) -> Result<Noted> {
    let actor = house.actor(who).await;
    let draft = &note::Draft { topic: NoteTopic::Needs, text: text.into(), version };
    house.write(&actor, |change| async move { note::save(&change, id, draft.clone()).await }).await
}

/// Sem holds conversations.
async fn with_sem(house: &TestHouse) -> Named {
    let people = house.named().await;
    house.grant(people.sem, entity::role::RoleKind::Facilitator, None).await;
    people
}

fn missing<T: std::fmt::Debug>(result: Result<T>) -> bool {
    matches!(result, Err(Error::Missing("conversation")))
}

fn fields<T: std::fmt::Debug>(result: Result<T>) -> Vec<String> {
    match result {
        Err(Error::Invalid(problems)) => problems.iter().map(|one| one.name.to_string()).collect(),
        other => panic!("expected problems, got {other:?}"),
    }
}

fn not_now<T: std::fmt::Debug>(result: Result<T>) -> bool {
    matches!(result, Err(Error::Refused(Refusal::NotPossibleNow)))
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}
