//! A person's place in a session, or in its waiting list. Ended ones stay as history.

use sea_orm::{ExprTrait as _, entity::prelude::*, sea_query::Expr};

use crate::id::*;

crate::text_enum! {
    /// Where the enrolment stands. The first four are alive.
    EnrolmentStatus {
        Confirmed = "confirmed",
        Offered = "offered",
        Waiting = "waiting",
        Requested = "requested",
        Withdrawn = "withdrawn",
        Declined = "declined",
    }
}

impl EnrolmentStatus {
    /// The statuses in which somebody has, gets or asks a place.
    pub const ALIVE: [Self; 4] = [Self::Confirmed, Self::Offered, Self::Waiting, Self::Requested];

    /// Whether somebody has, gets or asks a place.
    #[must_use]
    pub fn alive(self) -> bool {
        Self::ALIVE.contains(&self)
    }

    /// Whether it occupies a seat.
    #[must_use]
    pub const fn seated(self) -> bool {
        matches!(self, Self::Confirmed | Self::Offered)
    }
}

crate::text_enum! {
    /// Who brought it about.
    Origin {
        Person = "person",
        Head = "head",
        Staff = "staff",
        Api = "api",
        Import = "import",
        /// Came in without a place, and was let in.
        WalkIn = "walk-in",
    }
}

crate::text_enum! {
    /// How an enrolment ended.
    Ending {
        InTime = "in-time",
        Late = "late",
        ByStaff = "by-staff",
        ByHead = "by-head",
        TurnedDown = "turned-down",
        NoPlace = "no-place",
        OfferDeclined = "offer-declined",
        OfferLapsed = "offer-lapsed",
        LeftOrganisation = "left-organisation",
        PlacedElsewhere = "placed-elsewhere",
        SessionCalledOff = "session-called-off",
        Swapped = "swapped",
        /// Nobody decided about the request in time.
        RequestExpired = "request-expired",
    }
}

crate::text_enum! {
    /// What came of a place when the last register of its session closed.
    Outcome {
        /// Was there, by the rule of attendance.
        Completed = "completed",
        /// Was there, but missed too much.
        Incomplete = "incomplete",
        /// Was not there, and had said so.
        Excused = "excused",
        /// Was not there.
        NoShow = "no-show",
    }
}

/// A filter: rows with one of these statuses. Written out and not as parameters: only so do databases see that an index
/// over rows with that status serves.
#[must_use]
pub fn in_status(statuses: &[EnrolmentStatus]) -> Expr {
    let column = Expr::col((Entity, Column::Status));
    let mut texts = statuses.iter().map(|status| Expr::Constant(status.code().into()));
    match (texts.next(), texts.len()) {
        (Some(only), 0) => column.eq(only),
        (first, _) => column.is_in(first.into_iter().chain(texts)),
    }
}

/// The lot of somebody who was in no draw: behind all who were.
pub const NO_LOT: i32 = i32::MAX;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "enrolment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EnrolmentId,
    pub session_id: SessionId,
    /// Of the session; kept here because "one place per workshop" is asked at every enrolment.
    pub workshop_id: WorkshopId,
    pub person_id: PersonId,
    pub status: EnrolmentStatus,
    pub origin: Origin,
    /// 0 called off elsewhere, 1 targeted, 2 open programme; the queue's first order.
    pub priority: i32,
    /// Rank in the draw, from 1; [`NO_LOT`] for who was in none. The queue's second order.
    pub lot: i32,
    /// The place that is given up as soon as this one is certain.
    pub replaces_id: Option<EnrolmentId>,
    /// Also place this person at short notice, without an offer.
    pub short_notice: bool,
    /// Moment of joining; the queue's third order.
    pub created_at: DateTimeUtc,
    pub offer_expires_at: Option<DateTimeUtc>,
    /// Why staff set a rule aside.
    pub override_reason: Option<String>,
    pub ended_at: Option<DateTimeUtc>,
    pub ending: Option<Ending>,
    pub withdrawal_reason: Option<String>,
    /// Nothing: not known yet, or no place.
    pub outcome: Option<Outcome>,
    #[sea_orm(belongs_to, from = "session_id", to = "id")]
    pub session: BelongsTo<super::session::Entity>,
    #[sea_orm(belongs_to, from = "person_id", to = "id", on_delete = "Cascade")]
    pub person: BelongsTo<super::person::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
