//! Every business "no", with its stable code.

use chrono::{DateTime, Utc};
use entity::id::*;

/// Every business "no". The sentence is `refusal-<code>` in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Enrolment has closed, or the session has started.
    EnrolmentClosed,
    /// Enrolment opens later.
    EnrolmentNotOpen { opens: DateTime<Utc> },
    /// The session was called off.
    SessionCalledOff,
    /// This person already has, gets or waits for a place in this session.
    AlreadyEnrolled,
    /// This person already has a place in another session of the workshop.
    AlreadyInWorkshop { session: SessionId, starts: DateTime<Utc> },
    /// Another meeting of this person is at the same time, as participant or as trainer.
    Overlaps { session: SessionId, title: String, starts: DateTime<Utc>, as_trainer: bool },
    /// This workshop is for others.
    NotInAudience { audience: String },
    /// Another workshop must have been followed first.
    NeedsFirst { workshop: WorkshopId, title: String },
    /// Too many of this person's team would be away at the same time.
    TeamAway { team: String, limit: i32 },
    /// This person has followed the workshop, and it is not repeated.
    AlreadyFollowed,
    /// Not employed (any more) on the day of the last meeting.
    NotEmployed,
    /// There is no seat to be had: capacity is zero or was lowered.
    SessionFull,
    /// The offer was for a time that has passed.
    OfferLapsed,
    /// The enrolment has ended or is in another state than this action needs.
    NotPossibleNow,
    /// The session has already started.
    SessionStarted,
    /// Somebody else has decided about the request, or it has ended.
    AlreadyDecided,
    /// Nobody decides about their own request.
    OwnRequest,
    /// While people wait, no seat is held.
    PeopleWait,
    /// There are not so many free seats to hold.
    FewerFree { free: i32 },
    /// Heads hold a part of the seats together, and no more.
    TooManyHeld { most: i32, held: i32 },
    /// The session has no limit, or its places are drawn.
    NothingToHold,
    /// The seats came free, or all have a name.
    HoldOver,
    /// The seats are held for another department.
    NotOfDepartment { department: String },
    /// After the head the programme manager has to agree, so a head cannot promise a seat.
    ManagerDecides,
    /// Nobody is marked before the meeting is about to begin.
    RegisterNotOpen { opens: DateTime<Utc> },
    /// A period is closed after its last day.
    PeriodNotOver,
    /// People can still answer the pulse of the period.
    PulseOpen,
    /// The register is closed: a correction says why.
    RegisterClosed,
    /// Its meeting has yet to begin.
    MeetingNotBegun { starts: DateTime<Utc> },
    /// The same idempotency key came with another request.
    IdempotencyKeyReused,
    /// So many people would disappear that the file is probably not whole.
    ImportBrake { gone: usize, of: usize },
    /// The file was refused as a whole: see its rows.
    ImportRefused { rows: usize },
    /// The upload is no longer there.
    ImportGone,
    /// A file of this kind is being applied.
    ImportRuns,
    /// Somebody else goes on with the file.
    ImportTakenOver,
    /// A later file of the same kind was applied: that one comes first.
    ImportNotLast,
    /// It was not applied, was undone, or is too old to be undone.
    ImportNotUndoable,
    /// Something depends on what the import made, or was changed since. `by` is a code of the sentence.
    ImportInUse { name: String, by: &'static str, more: usize },
    /// The house needs one administrator.
    LastAdministrator,
    /// Whoever asks for it could not sign in any more.
    ShutsYouOut,
    /// The link was used, is too old or was never given.
    LinkNotValid,
    /// Name or password are not right.
    SignInFailed,
    /// Number or printed code are not right, or the code is too old or was ended.
    CodeNotValid,
    /// A printed code is for who has no mail address and no role.
    CodeNotForThem,
    /// Too many tries: wait.
    TooMany { seconds: u64 },
    /// The code or address is in use.
    Taken { value: String },
    /// A workshop must be published before it gets sessions that are open.
    NotPublished,
    /// There is no certificate to print.
    NoCertificates,
    /// A deadline of the session would come after its new start.
    DeadlineAfterStart { deadline: DateTime<Utc> },
    /// A trainer gives or follows something else at that time.
    TrainerBusy { session: SessionId, title: String, starts: DateTime<Utc>, name: String },
    /// Nobody is erased while they work here.
    StillEmployed,
    /// Nobody is erased who has a place or gives a session that is still to come.
    HasFuture,
    /// Nothing is left of this person to erase.
    AlreadyErased,
    /// Somebody else changed it since it was read.
    ChangedMeanwhile,
}

impl Refusal {
    /// The stable code of the API, and the key of the sentence.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "a line for each")]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::EnrolmentClosed => "enrolment-closed",
            Self::EnrolmentNotOpen { .. } => "enrolment-not-open",
            Self::SessionCalledOff => "session-called-off",
            Self::AlreadyEnrolled => "already-enrolled",
            Self::AlreadyInWorkshop { .. } => "already-in-workshop",
            Self::Overlaps { as_trainer: false, .. } => "overlaps",
            Self::Overlaps { as_trainer: true, .. } => "overlaps-training",
            Self::NotInAudience { .. } => "not-in-audience",
            Self::NeedsFirst { .. } => "needs-first",
            Self::TeamAway { .. } => "team-away",
            Self::AlreadyFollowed => "already-followed",
            Self::NotEmployed => "not-employed",
            Self::SessionFull => "session-full",
            Self::OfferLapsed => "offer-lapsed",
            Self::NotPossibleNow => "not-possible-now",
            Self::SessionStarted => "session-started",
            Self::AlreadyDecided => "already-decided",
            Self::OwnRequest => "own-request",
            Self::PeopleWait => "people-wait",
            Self::FewerFree { .. } => "fewer-free",
            Self::TooManyHeld { .. } => "too-many-held",
            Self::NothingToHold => "nothing-to-hold",
            Self::HoldOver => "hold-over",
            Self::NotOfDepartment { .. } => "not-of-department",
            Self::ManagerDecides => "manager-decides",
            Self::RegisterNotOpen { .. } => "register-not-open",
            Self::PeriodNotOver => "period-not-over",
            Self::PulseOpen => "pulse-open",
            Self::RegisterClosed => "register-closed",
            Self::MeetingNotBegun { .. } => "meeting-not-begun",
            Self::IdempotencyKeyReused => "idempotency-key-reused",
            Self::ImportBrake { .. } => "import-brake",
            Self::ImportRefused { .. } => "import-refused",
            Self::ImportGone => "import-gone",
            Self::ImportRuns => "import-runs",
            Self::ImportTakenOver => "import-taken-over",
            Self::ImportNotLast => "import-not-last",
            Self::ImportNotUndoable => "import-not-undoable",
            Self::ImportInUse { .. } => "import-in-use",
            Self::LastAdministrator => "last-administrator",
            Self::ShutsYouOut => "shuts-you-out",
            Self::LinkNotValid => "link-not-valid",
            Self::SignInFailed => "sign-in-failed",
            Self::CodeNotValid => "code-not-valid",
            Self::CodeNotForThem => "code-not-for-them",
            Self::TooMany { .. } => "too-many",
            Self::Taken { .. } => "taken",
            Self::NotPublished => "not-published",
            Self::NoCertificates => "no-certificates",
            Self::DeadlineAfterStart { .. } => "deadline-after-start",
            Self::TrainerBusy { .. } => "trainer-busy",
            Self::StillEmployed => "still-employed",
            Self::HasFuture => "has-future",
            Self::AlreadyErased => "already-erased",
            Self::ChangedMeanwhile => "changed-meanwhile",
        }
    }

    /// Arguments of the sentence; moments are named `opens` or `starts` and rendered by the room that shows them.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotInAudience { audience } => vec![("audience", audience.clone())],
            Self::ImportBrake { gone, of } => vec![("gone", gone.to_string()), ("of", of.to_string())],
            Self::ImportRefused { rows } => vec![("rows", rows.to_string())],
            Self::ImportInUse { name, by, more } => {
                vec![("name", name.clone()), ("by", (*by).to_owned()), ("more", more.to_string())]
            }
            Self::TooMany { seconds } => vec![("seconds", seconds.to_string())],
            Self::Taken { value } => vec![("value", value.clone())],
            Self::TrainerBusy { title, name, .. } => vec![("title", title.clone()), ("name", name.clone())],
            Self::Overlaps { title, .. } | Self::NeedsFirst { title, .. } => vec![("title", title.clone())],
            Self::FewerFree { free } => vec![("free", free.to_string())],
            Self::TooManyHeld { most, held } => vec![("most", most.to_string()), ("held", held.to_string())],
            Self::NotOfDepartment { department } => vec![("name", department.clone())],
            Self::TeamAway { team, limit } => vec![("team", team.clone()), ("limit", limit.to_string())],
            _ => Vec::new(),
        }
    }

    /// The other session that stands in the way, and the moment the sentence speaks of.
    #[must_use]
    pub const fn session(&self) -> Option<SessionId> {
        match self {
            Self::AlreadyInWorkshop { session, .. }
            | Self::Overlaps { session, .. }
            | Self::TrainerBusy { session, .. } => Some(*session),
            _ => None,
        }
    }

    /// The moment the sentence speaks of, if it does.
    #[must_use]
    pub const fn moment(&self) -> Option<DateTime<Utc>> {
        match self {
            Self::EnrolmentNotOpen { opens: at }
            | Self::RegisterNotOpen { opens: at }
            | Self::MeetingNotBegun { starts: at }
            | Self::AlreadyInWorkshop { starts: at, .. }
            | Self::Overlaps { starts: at, .. }
            | Self::TrainerBusy { starts: at, .. }
            | Self::DeadlineAfterStart { deadline: at } => Some(*at),
            _ => None,
        }
    }
}
