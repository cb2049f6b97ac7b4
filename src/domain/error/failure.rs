//! What a failure of the database asks for.

use sea_orm::{DbErr, RuntimeErr};

use crate::db::UNDONE;

/// What a failure of the database asks for. sea-orm's `sql_err()` knows none of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DbFailure {
    /// Busy, deadlock, serialization failure, or undone (with its group, or by itself): the whole verb can be run again.
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
    if matches!(error, DbErr::Custom(why) if why == UNDONE) {
        return DbFailure::Again;
    }
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
