//! A planner, or a trainer who gives it, tells the people of a session something.

use entity::{
    enrolment::{self, EnrolmentStatus},
    id::*,
    person,
};
use sea_orm::ConnectionTrait;

use super::{attendance, roll, seat, trainer::trains};
use crate::domain::{
    actor::Actor,
    change::Change,
    error::{Error, Field, Result, all_well},
    event::Event,
    task::Letter,
};

/// How long a subject may be, in characters.
pub const SUBJECT_LENGTH: usize = 120;
/// How long a text may be, in characters.
pub const TEXT_LENGTH: usize = 4_000;

/// To whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    Participants,
    Waiting,
    /// Both.
    Everyone,
    /// Who was absent, unexcused, the last time that the session met.
    NoShows,
}

impl To {
    /// Every choice.
    pub const ALL: [Self; 4] = [Self::Participants, Self::Waiting, Self::Everyone, Self::NoShows];

    /// The code, as in the form and in the event.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Participants => "participants",
            Self::Waiting => "waiting",
            Self::Everyone => "everyone",
            Self::NoShows => "no-shows",
        }
    }

    /// The choice with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|to| to.code() == code)
    }

    const fn includes(self, status: EnrolmentStatus) -> bool {
        match status {
            EnrolmentStatus::Confirmed | EnrolmentStatus::Offered => {
                matches!(self, Self::Participants | Self::Everyone)
            }
            EnrolmentStatus::Waiting | EnrolmentStatus::Requested => {
                matches!(self, Self::Waiting | Self::Everyone)
            }
            EnrolmentStatus::Withdrawn | EnrolmentStatus::Declined => false,
        }
    }
}

/// What is told.
#[derive(Clone, Debug)]
pub struct Draft {
    pub to: To,
    pub subject: String,
    pub text: String,
}

/// Whether somebody may write to the people of a session: whoever plans, and who gives it.
///
/// # Errors
/// [`Error::Missing`] when they may not: for them the session does not exist.
pub async fn allowed(db: &impl ConnectionTrait, actor: &Actor, session: SessionId) -> Result<()> {
    let may = match actor.person.filter(|_| actor.scopes.is_none()) {
        _ if actor.may_plan() => true,
        Some(person) => trains(db, session, person).await?,
        None => false,
    };
    if may { Ok(()) } else { Err(Error::Missing("session")) }
}

/// Who would get it, in order of joining.
///
/// # Errors
/// When the database fails.
pub async fn readers(db: &impl ConnectionTrait, session: SessionId, to: To) -> Result<Vec<person::Model>> {
    let rows = roll::with_people(db, session).await?;
    let absent =
        if to == To::NoShows { attendance::absent_last_time(db, session).await? } else { Vec::new() };
    let reads = |row: &enrolment::Model| to.includes(row.status) || absent.contains(&row.id);
    Ok(rows.into_iter().filter(|(row, _)| reads(row)).map(|(_, person)| person).collect())
}

/// What is wrong with a draft.
///
/// # Errors
/// [`Error::Invalid`] field by field.
pub fn validate(draft: &Draft) -> Result<()> {
    let mut wrong = Vec::new();
    for (name, text, most) in
        [("subject", &draft.subject, SUBJECT_LENGTH), ("text", &draft.text, TEXT_LENGTH)]
    {
        if text.trim().is_empty() {
            wrong.push(Field::new(name, "required"));
        } else if text.chars().count() > most {
            wrong.push(Field::new(name, "too-long").with("max", most));
        }
    }
    all_well(wrong)
}

/// Mails it to each of them; returns to how many.
///
/// # Errors
/// As [`allowed`]; as [`validate`]; field `to` when there is nobody.
pub async fn send(change: &Change, session: SessionId, draft: &Draft) -> Result<usize> {
    allowed(change.db(), &change.actor, session).await?;
    validate(draft)?;
    seat::lock(change, session).await?;
    let people = readers(change.db(), session, draft.to).await?;
    if people.is_empty() {
        return Err(Field::new("to", "nobody").into());
    }
    for person in &people {
        let (subject, text) = (draft.subject.trim().to_owned(), draft.text.trim().to_owned());
        change.later(Letter::Message { person: person.id, session, subject, text }).await?;
    }
    let event = Event::MessageSent { session, to: draft.to.code(), people: people.len() };
    change.record(event).await?;
    Ok(people.len())
}
