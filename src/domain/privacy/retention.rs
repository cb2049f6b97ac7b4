//! How long each kind of data stays, and what was thrown away: the schedule that the page shows and the job keeps.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta};
use entity::retention;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, Set,
    sea_query::{Expr, ExprTrait as _, OnConflict},
};

use super::seal;
use crate::domain::{change::Change, error::Result, event::Event, policy::Retention};

pub use entity::retention::Model as Run;

/// A kind of data that stays for a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Copies of letters.
    Letters,
    /// Answers for a second press of the same button.
    Answers,
    /// Links to sign in with, after they lapsed; browsers go when their time is over.
    Links,
    /// Content of uploaded files.
    Uploads,
    /// Certificates that were printed together.
    Bundles,
    /// What people answered about workshops.
    Evaluations,
    /// What came of votes in a room.
    Votes,
    /// What people answered to the pulse.
    Pulses,
    /// What residents said.
    Feedback,
    /// Notes and quotes of conversations, and who read them.
    Notes,
    /// What undoing an import needs.
    Undoing,
    /// What people need for a session.
    Needs,
    /// Who stood in for a head.
    Deputies,
    /// The log.
    Events,
    /// People who left, as themselves.
    Leavers,
}

impl Kind {
    /// Every kind, in the order of the page.
    pub const ALL: [Self; 15] = [
        Self::Answers,
        Self::Links,
        Self::Uploads,
        Self::Bundles,
        Self::Undoing,
        Self::Needs,
        Self::Deputies,
        Self::Letters,
        Self::Leavers,
        Self::Evaluations,
        Self::Votes,
        Self::Pulses,
        Self::Feedback,
        Self::Notes,
        Self::Events,
    ];

    /// Code, in the table and in sentences.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Letters => "letters",
            Self::Answers => "answers",
            Self::Links => "links",
            Self::Uploads => "uploads",
            Self::Bundles => "bundles",
            Self::Evaluations => "evaluations",
            Self::Votes => "votes",
            Self::Pulses => "pulses",
            Self::Feedback => "feedback",
            Self::Notes => "notes",
            Self::Undoing => "undoing",
            Self::Needs => "needs",
            Self::Deputies => "deputies",
            Self::Events => "events",
            Self::Leavers => "leavers",
        }
    }

    /// How long it stays.
    #[must_use]
    pub const fn stays(self, retention: &Retention) -> TimeDelta {
        match self {
            Self::Letters => retention.letters,
            Self::Answers => retention.answers,
            Self::Links => retention.links,
            Self::Uploads => retention.uploads,
            Self::Bundles => retention.bundles,
            Self::Evaluations => retention.evaluations,
            Self::Votes => retention.votes,
            Self::Pulses => retention.pulses,
            Self::Feedback => retention.feedback,
            Self::Notes => retention.notes,
            Self::Undoing => retention.undoing,
            Self::Needs => retention.needs,
            Self::Deputies => retention.deputies,
            Self::Events => retention.events,
            Self::Leavers => retention.leavers,
        }
    }
}

/// What was thrown away, by code of the kind.
///
/// # Errors
/// When the database fails.
pub async fn runs(db: &impl ConnectionTrait) -> Result<HashMap<String, Run>> {
    let rows = retention::Entity::find().all(db).await?;
    Ok(rows.into_iter().map(|row| (row.kind.clone(), row)).collect())
}

/// Notes that so many rows of a kind were thrown away just now.
///
/// # Errors
/// When the database fails.
pub async fn note(change: &Change, kind: Kind, gone: u64) -> Result<()> {
    use retention::Column::{Gone, Kind as Code, RanAt, Total};
    let gone = i64::try_from(gone).unwrap_or(i64::MAX);
    let row = retention::ActiveModel {
        kind: Set(kind.code().into()),
        ran_at: Set(change.now),
        gone: Set(gone),
        total: Set(gone),
    };
    let again = OnConflict::column(Code)
        .update_columns([RanAt, Gone])
        .value(Total, Expr::col((retention::Entity, Total)).add(gone))
        .to_owned();
    retention::Entity::insert(row).on_conflict(again).exec_without_returning(change.db()).await?;
    Ok(())
}

/// Notes one row more of a kind that [`note`] has begun: for what goes in a change of its own.
///
/// # Errors
/// When the database fails.
pub async fn note_one_more(change: &Change, kind: Kind) -> Result<()> {
    use retention::Column::{Gone, Total};
    retention::Entity::update_many()
        .col_expr(Gone, Expr::col(Gone).add(1))
        .col_expr(Total, Expr::col(Total).add(1))
        .filter(retention::Column::Kind.eq(kind.code()))
        .exec(change.db())
        .await?;
    Ok(())
}

/// Throws away the part of the log that was kept long enough, and notes in the log that it did.
///
/// # Errors
/// When the database fails.
pub async fn shorten_log(change: &Change) -> Result<()> {
    let cutoff = change.now.checked_sub_signed(change.policy.retention.events);
    let events = seal::empty(change, cutoff.unwrap_or(DateTime::UNIX_EPOCH)).await?;
    if events > 0 {
        change.record(Event::LogShortened { events }).await?;
    }
    note(change, Kind::Events, events).await
}
