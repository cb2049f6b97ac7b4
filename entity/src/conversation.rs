//! A group talk on the core values: planned, then held. Who took part is a number, never a list.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// With whom.
    ConversationKind {
        /// One or more of our own teams.
        Team = "team",
        /// Partners.
        RoundTable = "round-table",
        /// Customers.
        Panel = "panel",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "conversation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ConversationId,
    pub kind: ConversationKind,
    pub starts_at: DateTimeUtc,
    /// How long it is planned to last.
    pub minutes: i32,
    pub place: String,
    /// The party from outside; only of a round table or a panel.
    pub partner: Option<String>,
    /// Of which service a conversation with an outside party is about.
    pub service_area: Option<String>,
    /// Who holds it. Nobody: somebody who was erased.
    pub facilitator_id: Option<PersonId>,
    pub called_off_at: Option<DateTimeUtc>,
    /// The day it was held; nothing before.
    pub held_on: Option<Date>,
    /// How many took part. Known from the moment that it was held, as how long it lasted, in minutes.
    pub participants: Option<i32>,
    pub lasted: Option<i32>,
    /// Goes up by one with each change of the planning or the record; notes have their own.
    pub version: i32,
    /// What the team and its heads read once it is released; empty before it is written.
    #[sea_orm(column_type = "Text")]
    pub summary: String,
    pub released_at: Option<DateTimeUtc>,
    /// When what was released was last written anew.
    pub corrected_at: Option<DateTimeUtc>,
    /// The day on which notes and quotes were erased because their time was over.
    pub erased_on: Option<Date>,
    #[sea_orm(belongs_to, from = "facilitator_id", to = "id")]
    pub facilitator: BelongsTo<Option<super::person::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
