//! Parts that few letters have.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::mail::{letter::About, one_line};

/// Seats that are held.
#[derive(Debug, Serialize)]
pub struct Hold {
    pub seats: i32,
    pub department: String,
    /// When they come free.
    pub until: DateTime<Utc>,
}

/// A conversation with the team of the reader.
#[derive(Debug, Serialize)]
pub struct Conversation {
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
    pub place: String,
    /// In one line; empty for a party from outside alone.
    pub teams: String,
    pub facilitator: Option<String>,
}

/// What a planner wrote.
#[derive(Debug, Serialize)]
pub struct Note {
    pub subject: String,
    /// Paragraphs.
    pub text: Vec<String>,
}

impl Hold {
    /// Of a letter that is about held seats.
    pub(super) fn of(about: &About) -> Option<Self> {
        let About::Hold { held, .. } = about else { return None };
        let (row, department) = (&held.row, one_line(&held.department.name));
        Some(Self { seats: row.seats, department, until: row.releases_at })
    }
}

impl Conversation {
    /// Of a letter about one.
    pub(super) fn of(about: &About) -> Option<Self> {
        let About::Talk { talk, .. } = about else { return None };
        Some(Self {
            start: talk.row.starts_at,
            end: talk.ends_at(),
            place: one_line(&talk.row.place),
            teams: one_line(&talk.teams.join(", ")),
            facilitator: talk.facilitator.as_deref().map(one_line),
        })
    }
}

impl Note {
    /// Of a letter that a planner wrote.
    pub(super) fn of(about: &About) -> Option<Self> {
        let About::Message { subject, text, .. } = about else { return None };
        let paragraphs = text.split('\n').map(str::trim).filter(|part| !part.is_empty());
        Some(Self { subject: one_line(subject), text: paragraphs.map(str::to_owned).collect() })
    }
}
