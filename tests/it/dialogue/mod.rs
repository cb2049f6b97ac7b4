//! Conversations, votes in the room, core values, second coders.

pub mod ballot;
pub mod coding;
mod core_value;

use entity::{
    conversation::{self, ConversationKind},
    conversation_team,
    id::*,
};
use sea_orm::{ActiveModelTrait as _, EntityTrait as _, IntoActiveModel as _};

use crate::house::{TestHouse, moment};

/// A conversation of today at ten, of these teams.
pub async fn conversation(
    house: &TestHouse,
    facilitator: PersonId,
    teams: &[DepartmentId],
) -> ConversationId {
    let row = conversation::Model {
        id: ConversationId::new(),
        kind: ConversationKind::Team,
        starts_at: moment("2026-03-02T10:00"),
        minutes: 60,
        place: "Werf, kantine".into(),
        partner: None,
        service_area: None,
        facilitator_id: Some(facilitator),
        called_off_at: None,
        held_on: None,
        participants: None,
        lasted: None,
        version: 1,
        summary: String::new(),
        released_at: None,
        erased_on: None,
    };
    let id = row.id;
    let row = row.into_active_model().reset_all();
    conversation::Entity::insert(row).exec_without_returning(&house.db.writer).await.expect("a conversation");
    for team in teams {
        let row = conversation_team::Model { conversation_id: id, department_id: *team };
        let row = row.into_active_model().reset_all();
        conversation_team::Entity::insert(row)
            .exec_without_returning(&house.db.writer)
            .await
            .expect("a team");
    }
    id
}

/// It was held on the day on which tests begin, by so many.
pub async fn held(house: &TestHouse, id: ConversationId, participants: i32) {
    let row = conversation::ActiveModel {
        id: sea_orm::Set(id),
        held_on: sea_orm::Set(chrono::NaiveDate::from_ymd_opt(2026, 3, 2)),
        participants: sea_orm::Set(Some(participants)),
        ..Default::default()
    };
    row.update(&house.db.writer).await.expect("held");
}
