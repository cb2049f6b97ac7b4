//! What the templates of a letter are given.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::{
    Stationery,
    letter::{About, Matter},
    one_line,
};
use crate::domain::{learning::session::Details, people::person::full_name, task::Entry};

/// One letter. All templates get the same; `course` is there in every letter but sign-in.
#[derive(Debug, Serialize)]
pub struct View {
    pub language: &'static str,
    pub organisation: String,
    /// Who opens the letter.
    pub reader: String,
    /// Whom it is about.
    pub person: String,
    /// Whether the reader passes it on.
    pub stands_in: bool,
    /// Where its button leads.
    pub link: String,
    pub course: Option<Course>,
}

/// The session a letter is about.
#[derive(Debug, Serialize)]
pub struct Course {
    pub workshop: String,
    pub meetings: Vec<Meeting>,
    pub trainers: Vec<String>,
    /// Place in the queue, from 1.
    pub position: Option<u64>,
    /// Until when an offer stands.
    pub deadline: Option<DateTime<Utc>>,
    /// How the enrolment ended.
    pub ending: &'static str,
    /// Which meeting this letter has the calendar entry of, from 1; 0 for none.
    pub part: usize,
    pub parts: usize,
}

/// One date.
#[derive(Debug, Serialize)]
pub struct Meeting {
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
    pub location: String,
    pub link: Option<String>,
}

impl View {
    pub(super) fn new(stationery: &Stationery, matter: &Matter, language: &'static str) -> Self {
        let base = &stationery.base_url;
        let session = |details: &Details| format!("{base}/sessions/{}", details.session.id);
        let (link, course) = match &matter.about {
            About::SignIn { secret } => (format!("{base}/sign-in/link/{secret}"), None),
            About::Training { details, entry } => {
                (session(details), Some(Course::new(details, Some(*entry))))
            }
            About::Place { participation, entry } => {
                let course = Course {
                    position: participation.position,
                    deadline: participation.enrolment.offer_expires_at,
                    ending: participation.enrolment.ending.map_or("none", entity::enrolment::Ending::code),
                    ..Course::new(&participation.details, *entry)
                };
                let link = match matter.name {
                    "offer" => format!("{base}/enrolments/{}", participation.enrolment.id),
                    _ => session(&participation.details),
                };
                (link, Some(course))
            }
        };
        Self {
            language,
            organisation: stationery.organisation.clone(),
            reader: one_line(&full_name(&matter.reader.reader)),
            person: one_line(&full_name(&matter.reader.person)),
            stands_in: matter.reader.stands_in(),
            link,
            course,
        }
    }
}

impl Course {
    fn new(details: &Details, entry: Option<Entry>) -> Self {
        let meetings = details.meetings.iter().map(|meeting| Meeting {
            start: meeting.starts_at,
            end: meeting.ends_at,
            location: one_line(&meeting.location),
            link: meeting.link.clone(),
        });
        let part = entry.and_then(|entry| details.meetings.iter().position(|one| one.id == entry.meeting));
        Self {
            workshop: one_line(&details.workshop.title),
            meetings: meetings.collect(),
            trainers: details.trainers.iter().map(|trainer| one_line(&full_name(trainer))).collect(),
            position: None,
            deadline: None,
            ending: "none",
            part: part.map_or(0, |index| index + 1),
            parts: details.meetings.len(),
        }
    }
}
