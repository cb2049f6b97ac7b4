//! What the templates of a letter are given.

mod piece;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use entity::enrolment::EnrolmentStatus;
use serde::Serialize;

pub use self::piece::{Conversation, Hold, Note};
use super::{
    Stationery,
    letter::{About, Matter},
    link, one_line,
};
use crate::domain::{
    dialogue::improvement,
    learning::{approval, duty::told::Told, notice::Participation, session::Details},
    people::person::full_name,
    task::{Entry, Slot, Was},
};

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
    /// Comes from outside: finds only their own dates.
    pub outsider: bool,
    /// The button lets the reader in, once.
    pub lets_in: bool,
    /// Whether it is printed and given by hand.
    pub on_paper: bool,
    /// Where its button leads.
    pub link: String,
    pub course: Option<Course>,
    /// What the reader knows beside what is true now.
    pub changes: Vec<Shift>,
    /// Other dates to choose from.
    pub others: Vec<Other>,
    pub message: Option<Note>,
    /// Who asks for a place, or for whom the reader stands in.
    pub other: Option<String>,
    /// The last day of a deputy, or to answer.
    pub until: Option<NaiveDate>,
    pub hold: Option<Hold>,
    /// What has to be followed before a day.
    pub duty: Option<Told>,
    /// What became of what a team raised, or what waits.
    pub improvements: Vec<improvement::told::Line>,
    /// A conversation with the team of the reader.
    pub talk: Option<Conversation>,
    /// What the organisation says itself, by key: read by `t`.
    pub wording: BTreeMap<String, String>,
}

/// A meeting that is not as it was. Without `old` it is new, without `new` it is cancelled.
#[derive(Debug, Serialize)]
pub struct Shift {
    pub old: Option<Meeting>,
    pub new: Option<Meeting>,
}

/// Another date of the workshop.
#[derive(Debug, Serialize)]
pub struct Other {
    pub start: DateTime<Utc>,
    pub link: String,
}

/// The session a letter is about.
#[derive(Debug, Serialize)]
pub struct Course {
    pub workshop: String,
    pub meetings: Vec<Meeting>,
    pub trainers: Vec<String>,
    /// Place in the queue, from 1.
    pub position: Option<u64>,
    /// Until when an offer stands, or when places are drawn.
    pub deadline: Option<DateTime<Utc>>,
    /// Where the enrolment stands, and how it ended.
    pub status: &'static str,
    pub ending: &'static str,
    /// Which meeting this letter has the calendar entry of, from 1; 0 for none.
    pub part: usize,
    pub parts: usize,
    /// Confirmed places and open offers.
    pub taken: i32,
    /// Fewest participants that it needs.
    pub minimum: i32,
    /// Until when it is decided whether it goes on.
    pub decide_by: Option<DateTime<Utc>>,
    /// Why it was called off, or turned down.
    pub reason: Option<String>,
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
        Self {
            language,
            organisation: stationery.organisation.clone(),
            reader: one_line(&full_name(&matter.reader.reader)),
            person: one_line(&full_name(&matter.reader.person)),
            stands_in: matter.reader.stands_in(),
            outsider: matter.outsider,
            lets_in: matches!(
                &matter.about,
                About::SignIn { .. } | About::Invitation { secret: Some(_), .. }
            ),
            on_paper: false,
            link: link::of(base, matter),
            course: course(matter),
            changes: shifts(matter),
            others: others(base, &matter.about),
            message: Note::of(&matter.about),
            other: other(&matter.about),
            until: match &matter.about {
                About::Deputy { until, .. }
                | About::Evaluation { closes_on: until, .. }
                | About::Pulse { closes_on: until, .. } => Some(*until),
                _ => None,
            },
            hold: Hold::of(&matter.about),
            duty: match &matter.about {
                About::Duty(told) => Some(told.tidied(one_line)),
                _ => None,
            },
            improvements: match &matter.about {
                About::Improvement(told) => told.tidied(one_line).lines,
                _ => Vec::new(),
            },
            talk: Conversation::of(&matter.about),
            wording: matter.wording.clone(),
        }
    }
}

impl View {
    /// As it is printed for the person. What the organisation says itself is known in the language of the mail only.
    pub(super) fn on_paper(self, same_language: bool) -> Self {
        let wording = if same_language { self.wording } else { BTreeMap::new() };
        Self { reader: self.person.clone(), stands_in: true, on_paper: true, wording, ..self }
    }
}

/// The session or workshop it is about. The link of a meeting is for who takes part, as on the pages.
fn course(matter: &Matter) -> Option<Course> {
    let course = told(matter)?;
    Some(if takes_part(matter) { course } else { course.without_links() })
}

/// Whether the reader has a place, gives the session or plans it.
pub(super) fn takes_part(matter: &Matter) -> bool {
    match &matter.about {
        About::Place { participation, .. } | About::Invitation { participation, .. } => {
            matches!(participation.enrolment.status, EnrolmentStatus::Confirmed)
        }
        About::Training { .. } => matter.name != "trainer-released",
        About::Decision { .. } => true,
        // Who has a place has an entry in the calendar.
        About::Change { entry, .. } | About::CalledOff { entry, .. } => entry.is_some(),
        About::SignIn { .. }
        | About::Dates { .. }
        | About::Request { .. }
        | About::Deputy { .. }
        | About::Hold { .. }
        | About::Register { .. }
        | About::Message { .. }
        | About::Duty(_)
        | About::Improvement(_)
        | About::Talk { .. }
        | About::Evaluation { .. }
        | About::Pulse { .. } => false,
    }
}

fn told(matter: &Matter) -> Option<Course> {
    Some(match &matter.about {
        About::SignIn { .. }
        | About::Deputy { .. }
        | About::Duty(_)
        | About::Improvement(_)
        | About::Pulse { .. }
        | About::Talk { .. } => return None,
        About::Training { details, entry } => Course::new(details, Some(*entry)),
        About::Place { participation, entry } => {
            let why = participation.enrolment.withdrawal_reason.as_deref();
            let reason = why.filter(|_| matter.name == "declined").map(one_line);
            Course { reason, ..Course::of_place(participation, *entry) }
        }
        About::Invitation { participation, .. } => Course::of_place(participation, None),
        About::Change { details, entry, .. } => Course::new(details, *entry),
        About::CalledOff { participation, entry, .. } => Course::new(&participation.details, *entry),
        About::Dates { workshop, .. } | About::Evaluation { workshop, .. } => Course::bare(&workshop.title),
        About::Request { participation, .. } => Course {
            deadline: Some(approval::until(&participation.details.session)),
            ..Course::of_place(participation, None)
        },
        About::Decision { details }
        | About::Register { details }
        | About::Hold { details, .. }
        | About::Message { details, .. } => Course::new(details, None),
    })
}

fn shifts(matter: &Matter) -> Vec<Shift> {
    let About::Change { details, before, .. } = &matter.about else { return Vec::new() };
    let inside = takes_part(matter);
    let now = |was: &Was| details.meetings.iter().find(|row| row.id == was.meeting).map(Slot::from);
    let shift = |was: &Was| Shift {
        old: was.slot.as_ref().map(Meeting::from),
        new: now(was).as_ref().map(Meeting::from).map(|new| if inside { new } else { new.without_link() }),
    };
    before.iter().map(shift).collect()
}

fn others(base: &str, about: &About) -> Vec<Other> {
    let (About::CalledOff { others, .. } | About::Dates { others, .. }) = about else { return Vec::new() };
    let other = |row: &entity::session::Model| Other {
        start: row.starts_at,
        link: format!("{base}/sessions/{}", row.id),
    };
    others.iter().map(other).collect()
}

/// Until when somebody can decide about a request.
fn asked_until(participation: &Participation) -> Option<DateTime<Utc>> {
    let asks = participation.enrolment.status == EnrolmentStatus::Requested;
    asks.then(|| approval::until(&participation.details.session))
}

fn other(about: &About) -> Option<String> {
    match about {
        About::Request { asks, .. } => Some(one_line(&full_name(asks))),
        About::Deputy { head, .. } => Some(one_line(&full_name(head))),
        _ => None,
    }
}

impl From<&Slot> for Meeting {
    fn from(slot: &Slot) -> Self {
        Self {
            start: slot.starts_at,
            end: slot.ends_at,
            location: one_line(&slot.location),
            link: slot.link.clone(),
        }
    }
}

impl Meeting {
    fn without_link(self) -> Self {
        Self { link: None, ..self }
    }
}

impl Course {
    fn without_links(self) -> Self {
        Self { meetings: self.meetings.into_iter().map(Meeting::without_link).collect(), ..self }
    }

    /// A workshop without a date.
    fn bare(title: &str) -> Self {
        Self {
            workshop: one_line(title),
            meetings: Vec::new(),
            trainers: Vec::new(),
            position: None,
            deadline: None,
            status: "none",
            ending: "none",
            part: 0,
            parts: 0,
            taken: 0,
            minimum: 0,
            decide_by: None,
            reason: None,
        }
    }

    fn of_place(participation: &Participation, entry: Option<Entry>) -> Self {
        let (enrolment, session) = (&participation.enrolment, &participation.details.session);
        Self {
            position: participation.position,
            deadline: enrolment.offer_expires_at.or(session.draw_at).or_else(|| asked_until(participation)),
            status: enrolment.status.code(),
            ending: enrolment.ending.map_or("none", entity::enrolment::Ending::code),
            ..Self::new(&participation.details, entry)
        }
    }

    fn new(details: &Details, entry: Option<Entry>) -> Self {
        let part = entry.and_then(|entry| details.meetings.iter().position(|one| one.id == entry.meeting));
        Self {
            meetings: details.meetings.iter().map(|row| Meeting::from(&Slot::from(row))).collect(),
            trainers: details.trainers.iter().map(|trainer| one_line(&full_name(trainer))).collect(),
            part: part.map_or(0, |index| index + 1),
            parts: details.meetings.len(),
            taken: details.session.taken,
            minimum: details.session.minimum.unwrap_or_default(),
            decide_by: details.session.decide_by,
            reason: details.session.called_off_reason.as_deref().map(one_line),
            ..Self::bare(&details.workshop.title)
        }
    }
}
