//! Typed identifiers: a `PersonId` can never be passed where a `SessionId` is meant.
//!
//! All are UUIDs. [`new`](PersonId::new) makes a version 7 one, so that rows are inserted in the order of
//! their making; [`by_chance`](EvaluationAnswerId::by_chance) makes a version 4 one, for answers that must stay anonymous.

use std::{fmt, str::FromStr};

use sea_orm::{DbErr, DeriveValueType, TryFromU64};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, DeriveValueType, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A fresh id, later in order than all made before.
            #[allow(clippy::new_without_default, reason = "an id is never a default value")]
            #[must_use]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }

            /// A fresh id that tells nothing of when it was made: for what must stay anonymous.
            #[must_use]
            pub fn by_chance() -> Self {
                Self(Uuid::new_v4())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, DbErr> {
                Err(DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    )+};
}

ids! {
    /// A person: staff or external.
    PersonId,
    /// A node of the department tree.
    DepartmentId,
    /// What a department was in a time that has passed.
    DepartmentVersionId,
    /// A change of the tree on a day to come.
    ReorganisationId,
    /// Who worked where, from when until when.
    PlacementId,
    /// One granted role.
    RoleId,
    /// A link that was mailed to sign in with.
    SignInLinkId,
    /// A signed-in browser.
    SignInId,
    /// A bearer token of the API.
    ApiTokenId,
    /// One uploaded staff or catalogue file.
    ImportId,
    /// A workshop of the catalogue.
    WorkshopId,
    /// A rule about who may take part.
    AudienceId,
    /// One run of a workshop.
    SessionId,
    /// One date of a session.
    MeetingId,
    /// A person's place in a session, or in its waiting list.
    EnrolmentId,
    /// One mark of attendance.
    AttendanceId,
    /// A certificate of attendance.
    CertificateId,
    /// Certificates that are printed together.
    BundleId,
    /// One time that people of a session are asked what they think of it.
    EvaluationId,
    /// That one person is asked.
    EvaluationInvitationId,
    /// What somebody answered. Always by chance: [`by_chance`](EvaluationAnswerId::by_chance).
    EvaluationAnswerId,
    /// What somebody wrote with an answer. Always by chance.
    EvaluationRemarkId,
    /// One step of the decision about a request.
    ApprovalId,
    /// Somebody who decides in the stead of a head.
    DeputyId,
    /// Seats held for a department.
    HeldSeatId,
    /// A head who asks for a date.
    DateWishId,
    /// Several workshops in an order.
    TrackId,
    /// What a group has to follow before a day.
    AssignmentId,
    /// One way to belong to whom something was assigned.
    AssignmentGroupId,
    /// What one person has to follow before a day.
    DutyId,
    /// A group talk on the core values.
    ConversationId,
    /// What was noted under one heading of a conversation.
    NoteId,
    /// What somebody said in a conversation, in their words.
    QuoteId,
    /// That somebody opened what is confidential in a conversation.
    ConversationLookId,
    /// What conversations are about.
    ThemeId,
    /// What a theme was called in a time that has passed.
    ThemeVersionId,
    /// A dilemma that a theme gives a role.
    DilemmaId,
    /// A conversation that somebody else gives themes too, to see whether both see the same.
    CodingId,
    /// A vote in the room.
    BallotId,
    /// What one phone said. Always by chance: [`by_chance`](VoteId::by_chance).
    VoteId,
    /// An idea of a team and what became of it.
    ImprovementId,
    /// A service promise to residents.
    PromiseId,
    /// A measured value of a promise.
    ReadingId,
    /// Call-back requests that were due on one day.
    CallBackDayId,
    /// What a resident thought of the service. Always by chance: [`by_chance`](FeedbackId::by_chance).
    FeedbackId,
    /// A public form for one channel.
    FeedbackFormId,
    /// Thanks of a resident or partner.
    ComplimentId,
    /// A stretch of time over which adoption is reported.
    PeriodId,
    /// A part of the organisation as it was when a period closed.
    UnitId,
    /// A set of answers of which figures were published.
    PublishedSetId,
    /// One published figure.
    CellId,
    /// A threshold as it was set at a moment.
    RuleId,
    /// One time that everybody is asked about the four values.
    PulseId,
    /// That one person is asked about the four values.
    PulseInvitationId,
    /// What somebody answered about the four values. Always by chance: [`by_chance`](PulseAnswerId::by_chance).
    PulseAnswerId,
    /// Something that happened.
    EventId,
    /// Work to be done outside the transaction that asked for it.
    TaskId,
    /// A letter as it was rendered; equal to the id of the task that sent it.
    LetterId,
}
