//! The one closed list of what can go wrong. Pages and API match it without a wildcard.

use chrono::{DateTime, Utc};
use entity::id::SessionId;
use sea_orm::{DbErr, RuntimeErr};

/// What every verb returns.
pub type Result<T> = std::result::Result<T, Error>;

/// Why something did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// 404: there is no such thing, or not for this actor.
    #[error("no such {0}")]
    Missing(&'static str),
    /// 403: this actor may not do that.
    #[error("not allowed")]
    Forbidden,
    /// 422 on a page, 400 in the API: what was sent does not make sense, field by field.
    #[error("invalid input")]
    Invalid(Vec<Field>),
    /// 409: a rule of the house says no.
    #[error("{}", .0.code())]
    Refused(Refusal),
    /// 500, or 503 when the database is away: logged once, never shown.
    #[error("{0}")]
    Broken(#[from] DbErr),
}

/// What is wrong with one field. `key` is a sentence `problem-…` in both languages, with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Name of the field, as in the form and the API.
    pub name: &'static str,
    /// Key of the sentence, without `problem-`.
    pub key: &'static str,
    /// Arguments of the sentence.
    pub args: Vec<(&'static str, String)>,
}

impl Field {
    /// A problem without arguments.
    #[must_use]
    pub const fn new(name: &'static str, key: &'static str) -> Self {
        Self { name, key, args: Vec::new() }
    }

    /// With an argument of the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

impl From<Field> for Error {
    fn from(field: Field) -> Self {
        Self::Invalid(vec![field])
    }
}

/// `Ok` when nothing is wrong, else all that is.
///
/// # Errors
/// [`Error::Invalid`] when there is a problem.
pub fn all_well(problems: Vec<Field>) -> Result<()> {
    if problems.is_empty() { Ok(()) } else { Err(Error::Invalid(problems)) }
}

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
    /// The same idempotency key came with another request.
    IdempotencyKeyReused,
    /// So many people would disappear that the file is probably not whole.
    ImportBrake { gone: usize, of: usize },
    /// The file was refused as a whole: see its rows.
    ImportRefused { rows: usize },
    /// The upload is no longer there.
    ImportGone,
    /// The house needs one administrator.
    LastAdministrator,
    /// The link was used, is too old or was never given.
    LinkNotValid,
    /// Name or password are not right.
    SignInFailed,
    /// Too many tries: wait.
    TooMany { seconds: u64 },
    /// The code or address is in use.
    Taken { value: String },
    /// A workshop must be published before it gets sessions that are open.
    NotPublished,
}

impl Refusal {
    /// The stable code of the API, and the key of the sentence.
    #[must_use]
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
            Self::NotEmployed => "not-employed",
            Self::SessionFull => "session-full",
            Self::OfferLapsed => "offer-lapsed",
            Self::NotPossibleNow => "not-possible-now",
            Self::SessionStarted => "session-started",
            Self::IdempotencyKeyReused => "idempotency-key-reused",
            Self::ImportBrake { .. } => "import-brake",
            Self::ImportRefused { .. } => "import-refused",
            Self::ImportGone => "import-gone",
            Self::LastAdministrator => "last-administrator",
            Self::LinkNotValid => "link-not-valid",
            Self::SignInFailed => "sign-in-failed",
            Self::TooMany { .. } => "too-many",
            Self::Taken { .. } => "taken",
            Self::NotPublished => "not-published",
        }
    }

    /// Arguments of the sentence; moments are named `opens` or `starts` and rendered by the room that shows them.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotInAudience { audience } => vec![("audience", audience.clone())],
            Self::ImportBrake { gone, of } => vec![("gone", gone.to_string()), ("of", of.to_string())],
            Self::ImportRefused { rows } => vec![("rows", rows.to_string())],
            Self::TooMany { seconds } => vec![("seconds", seconds.to_string())],
            Self::Taken { value } => vec![("value", value.clone())],
            Self::Overlaps { title, .. } => vec![("title", title.clone())],
            _ => Vec::new(),
        }
    }

    /// The other session that stands in the way, and the moment the sentence speaks of.
    #[must_use]
    pub const fn session(&self) -> Option<SessionId> {
        match self {
            Self::AlreadyInWorkshop { session, .. } | Self::Overlaps { session, .. } => Some(*session),
            _ => None,
        }
    }

    /// The moment the sentence speaks of, if it does.
    #[must_use]
    pub const fn moment(&self) -> Option<DateTime<Utc>> {
        match self {
            Self::EnrolmentNotOpen { opens: at }
            | Self::AlreadyInWorkshop { starts: at, .. }
            | Self::Overlaps { starts: at, .. } => Some(*at),
            _ => None,
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// What a failure of the database asks for. sea-orm's `sql_err()` knows none of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DbFailure {
    /// Busy, deadlock or serialization failure: the whole verb can be run again.
    Again,
    /// Away, full or too slow: 503, try later.
    Away,
    /// A unique index refused the row.
    Duplicate,
    /// Our fault.
    Other,
}

/// Sorts a failure by SQLSTATE (PostgreSQL 15, appendix A) or SQLite result code.
#[must_use]
pub fn classify(error: &DbErr) -> DbFailure {
    let (DbErr::Exec(runtime) | DbErr::Query(runtime) | DbErr::Conn(runtime)) = error else {
        return if matches!(error, DbErr::ConnectionAcquire(_)) { DbFailure::Away } else { DbFailure::Other };
    };
    let RuntimeErr::SqlxError(inner) = runtime else { return DbFailure::Other };
    match inner.as_ref() {
        sea_orm::SqlxError::Database(database) => by_code(database.code().as_deref().unwrap_or_default()),
        sea_orm::SqlxError::Io(_) | sea_orm::SqlxError::PoolTimedOut | sea_orm::SqlxError::PoolClosed => {
            DbFailure::Away
        }
        sea_orm::SqlxError::WorkerCrashed | sea_orm::SqlxError::Protocol(_) => DbFailure::Away,
        _ => DbFailure::Other,
    }
}

fn by_code(code: &str) -> DbFailure {
    match code {
        // serialization_failure, deadlock_detected, lock_not_available; SQLITE_BUSY, _LOCKED, _BUSY_SNAPSHOT
        "40001" | "40P01" | "55P03" | "5" | "6" | "517" => DbFailure::Again,
        // query_canceled, admin_shutdown, crash_shutdown, cannot_connect_now, too_many_connections, disk_full; SQLITE_FULL, _IOERR
        "57014" | "57P01" | "57P02" | "57P03" | "53300" | "53100" | "13" | "10" | "778" => DbFailure::Away,
        // unique_violation; SQLITE_CONSTRAINT_UNIQUE, _PRIMARYKEY
        "23505" | "2067" | "1555" => DbFailure::Duplicate,
        _ => DbFailure::Other,
    }
}

/// Whether a unique index refused the row.
#[must_use]
pub fn is_duplicate(error: &DbErr) -> bool {
    classify(error) == DbFailure::Duplicate
}
