//! A certificate of attendance, with what it says: it stays as it was printed, whatever changes later.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "certificate")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CertificateId,
    #[sea_orm(unique)]
    pub enrolment_id: EnrolmentId,
    /// As it is printed: `OV-2026-7KQ4-M2X9-T3HD`.
    #[sea_orm(unique)]
    pub serial: String,
    pub issued_at: DateTimeUtc,
    /// The name as it is printed.
    pub name: String,
    /// The name as anybody may see it who has the serial: initials and surname.
    pub short_name: String,
    pub workshop: String,
    pub organisation: String,
    /// Begin and end of every meeting.
    pub meetings: Json,
    /// How long the meetings were together.
    pub minutes: i32,
    /// Who gave it: id and name.
    pub trainers: Json,
    /// Since when it counts no more.
    pub revoked_at: Option<DateTimeUtc>,
    /// Why, as whoever corrected it wrote.
    pub revoked_reason: Option<String>,
    #[sea_orm(belongs_to, from = "enrolment_id", to = "id", on_delete = "Cascade")]
    pub enrolment: BelongsTo<super::enrolment::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
