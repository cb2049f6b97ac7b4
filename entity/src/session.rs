//! One run of a workshop, with its seats.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// A planned session is seen by its planners only; a called-off one gives no places.
    SessionState {
        Planned = "planned",
        Open = "open",
        CalledOff = "called-off",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SessionId,
    pub workshop_id: WorkshopId,
    pub state: SessionState,
    /// Nothing: no limit. May be lowered below `taken`.
    pub capacity: Option<i32>,
    pub minimum: Option<i32>,
    /// Confirmed enrolments, open offers and held seats. Kept by `domain::learning::seat` only.
    pub taken: i32,
    /// Of these, seats that are held for a department. Kept by `domain::learning::seat` only.
    #[sea_orm(default_value = 0)]
    pub held: i32,
    /// Enrolments that wait. Kept by `domain::learning::seat` only.
    pub waiting: i32,
    /// Start of the first meeting.
    pub starts_at: DateTimeUtc,
    /// End of the last meeting.
    pub ends_at: DateTimeUtc,
    pub enrolment_opens: Option<DateTimeUtc>,
    /// Nothing: open until the start.
    pub enrolment_closes: Option<DateTimeUtc>,
    /// Until when one withdraws without a reason. Nothing: until the start.
    pub withdraw_until: Option<DateTimeUtc>,
    /// Who may take part, as written; nothing: as the workshop says.
    pub audience: Option<String>,
    /// Until then requests are collected, and then drawn by lot. Nothing: places go in order of asking.
    pub draw_at: Option<DateTimeUtc>,
    pub drawn_at: Option<DateTimeUtc>,
    /// With it the draw can be recomputed: `domain::learning::draw`.
    pub draw_seed: Option<String>,
    pub created_at: DateTimeUtc,
    /// When it is decided whether it goes on with fewer than `minimum`. Nothing: nobody is asked.
    pub decide_by: Option<DateTimeUtc>,
    /// Since when the planners have been asked.
    pub decision_asked_at: Option<DateTimeUtc>,
    /// When it was decided that it goes on.
    pub decided_at: Option<DateTimeUtc>,
    /// What it costs, in cents of a euro.
    pub cost_cents: Option<i64>,
    /// Why it was called off, as people are told.
    pub called_off_reason: Option<String>,
    /// Who has to follow the workshop waits before those of the open programme.
    #[sea_orm(default_value = false)]
    pub targeted_first: bool,
    /// How often its meetings changed: who read them without holding the session sees by this that they are as they were.
    #[sea_orm(default_value = 0)]
    pub revision: i32,
    #[sea_orm(belongs_to, from = "workshop_id", to = "id")]
    pub workshop: BelongsTo<super::workshop::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
