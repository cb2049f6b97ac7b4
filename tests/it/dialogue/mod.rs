//! Conversations, votes in the room, core values, themes and second coders, improvements.

pub mod ballot;
pub mod coding;
mod core_value;
pub mod improvement;
pub mod suggestion;
pub mod talk;
pub mod theme;

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    conversation::{self, ConversationKind},
    conversation_tag, conversation_team, conversation_theme,
    id::*,
};
use olievlek::domain::{
    error::{Error, Refusal, Result},
    event::Event,
};
use sea_orm::{ActiveModelTrait as _, EntityTrait as _, IntoActiveModel as _};

use crate::house::{TestHouse, moment};

/// As it stands before anybody held it.
fn planned(starts_at: DateTime<Utc>, facilitator: Option<PersonId>) -> conversation::Model {
    conversation::Model {
        id: ConversationId::new(),
        kind: ConversationKind::Team,
        starts_at,
        minutes: 60,
        place: "Werf, kantine".into(),
        partner: None,
        service_area: None,
        facilitator_id: facilitator,
        called_off_at: None,
        held_on: None,
        participants: None,
        lasted: None,
        version: 1,
        summary: String::new(),
        released_at: None,
        corrected_at: None,
        erased_on: None,
    }
}

async fn write(house: &TestHouse, row: conversation::Model, teams: &[DepartmentId]) -> ConversationId {
    let (id, db) = (row.id, &house.db.writer);
    let row = row.into_active_model().reset_all();
    conversation::Entity::insert(row).exec_without_returning(db).await.expect("a conversation");
    for department_id in teams.iter().copied() {
        let row = conversation_team::Model { conversation_id: id, department_id };
        let row = row.into_active_model();
        conversation_team::Entity::insert(row).exec_without_returning(db).await.expect("a team");
    }
    id
}

/// A conversation of today at ten, of these teams.
pub async fn conversation(
    house: &TestHouse,
    facilitator: PersonId,
    teams: &[DepartmentId],
) -> ConversationId {
    write(house, planned(moment("2026-03-02T10:00"), Some(facilitator)), teams).await
}

/// A conversation that was held, as its record keeps it.
#[derive(Clone, Debug)]
pub struct Held {
    pub by: Option<PersonId>,
    pub on: &'static str,
    pub teams: Vec<DepartmentId>,
    pub participants: i32,
    /// With whether the released summary names it.
    pub themes: Vec<(ThemeId, bool)>,
    pub tags: Vec<&'static str>,
    pub released: bool,
}

impl Held {
    /// By nobody, on the second of February, with eight people.
    pub fn with(teams: Vec<DepartmentId>) -> Self {
        Self {
            by: None,
            on: "2026-02-02",
            teams,
            participants: 8,
            themes: vec![],
            tags: vec![],
            released: false,
        }
    }
}

/// Writes down a conversation.
pub async fn held(house: &TestHouse, talk: &Held) -> ConversationId {
    let starts_at = moment(&format!("{}T10:00", talk.on));
    let row = conversation::Model {
        kind: if talk.teams.is_empty() { ConversationKind::Panel } else { ConversationKind::Team },
        held_on: Some(day(talk.on)),
        participants: Some(talk.participants),
        lasted: Some(60),
        summary: "Wat we hoorden.".into(),
        released_at: talk.released.then_some(starts_at),
        ..planned(starts_at, talk.by)
    };
    let id = write(house, row, &talk.teams).await;
    let db = &house.db.writer;
    for (theme_id, in_summary) in talk.themes.iter().copied() {
        let row = conversation_theme::Model { conversation_id: id, theme_id, in_summary };
        conversation_theme::Entity::insert(row.into_active_model()).exec_without_returning(db).await.unwrap();
    }
    for tag in &talk.tags {
        let row = conversation_tag::Model { conversation_id: id, tag: (*tag).into() };
        conversation_tag::Entity::insert(row.into_active_model()).exec_without_returning(db).await.unwrap();
    }
    id
}

/// It was held on the day on which tests begin, by so many.
pub async fn was_held(house: &TestHouse, id: ConversationId, participants: i32) {
    let row = conversation::ActiveModel {
        id: sea_orm::Set(id),
        held_on: sea_orm::Set(chrono::NaiveDate::from_ymd_opt(2026, 3, 2)),
        participants: sea_orm::Set(Some(participants)),
        ..Default::default()
    };
    row.update(&house.db.writer).await.expect("held");
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// The fields with which something is wrong.
pub fn fields<T: std::fmt::Debug>(result: Result<T>) -> Vec<&'static str> {
    match result {
        Err(Error::Invalid(problems)) => problems.iter().map(|one| one.name).collect(),
        other => panic!("expected problems, got {other:?}"),
    }
}

pub fn refusal<T: std::fmt::Debug>(result: Result<T>) -> Refusal {
    match result {
        Err(Error::Refused(no)) => no,
        other => panic!("expected a refusal, got {other:?}"),
    }
}

pub fn is_missing<T: std::fmt::Debug>(result: &Result<T>) -> bool {
    matches!(result, Err(Error::Missing(_)))
}

/// Whether an event can be read by its kind.
#[test]
fn what_happens_to_improvements_and_themes_is_found_by_what_it_is_about() {
    use olievlek::domain::event::Improving;
    let improvement = ImprovementId::new();
    let event: Event = Improving::IdeaAnswered { improvement, answer: "no" }.into();
    let record = event.record().unwrap();
    assert_eq!((record.kind.as_str(), record.subject), ("idea-answered", Some(improvement.0)));
}
