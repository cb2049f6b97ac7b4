//! One date of a session.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "meeting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MeetingId,
    pub session_id: SessionId,
    pub starts_at: DateTimeUtc,
    pub ends_at: DateTimeUtc,
    /// IANA name of the zone in which the times were entered.
    pub zone: String,
    /// Room or address; may be empty when there is a link.
    pub location: String,
    /// Where to take part online.
    pub link: Option<String>,
    /// When its trainer closed the register. Nothing: it is still kept.
    pub closed_at: Option<DateTimeUtc>,
    /// Nobody: the house itself, or the operator.
    pub closed_by: Option<PersonId>,
    /// With it the codes for checking in are signed. Nothing: one does not check in here.
    pub check_in_key: Option<String>,
    /// When its trainers were told that the register is still to be closed.
    pub reminded_at: Option<DateTimeUtc>,
    /// When who runs the programme was told so.
    pub escalated_at: Option<DateTimeUtc>,
    #[sea_orm(belongs_to, from = "session_id", to = "id", on_delete = "Cascade")]
    pub session: BelongsTo<super::session::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
