//! Writes a letter: its words from the templates, its calendar entry, and the copy that stays in the house.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    id::{MeetingId, TaskId},
    person, session, workshop,
};
use lettre::Message;

use super::{
    Stationery, entry, message, one_line,
    view::{View, takes_part},
};
use crate::{
    domain::{
        dialogue::{conversation::Talk, improvement},
        learning::{duty::told::Told, held_seat::Held, notice::Participation, session::Details},
        letter::{Copy, Paper},
        people::reader::Reader,
        task::{Entry, Slot, Was},
    },
    ical::{self, Event, Method},
    text::Language,
};

/// What stands in a copy where a secret was.
const BLANK: &str = "••••••";

/// All that a letter needs, read from the database.
#[derive(Clone, Debug)]
pub struct Matter {
    pub id: TaskId,
    /// The name of its template folder.
    pub name: &'static str,
    pub reader: Reader,
    pub about: About,
    /// The person comes from outside and finds only their own dates.
    pub outsider: bool,
    /// What the organisation says itself, by key, in the reader's language.
    pub wording: BTreeMap<String, String>,
    /// When it was asked for: the stamp of its calendar entry, also at a second attempt.
    pub asked_at: DateTime<Utc>,
    /// When it leaves.
    pub now: DateTime<Utc>,
}

/// What a letter is about.
#[derive(Clone, Debug)]
pub enum About {
    SignIn {
        secret: String,
    },
    Place {
        participation: Participation,
        entry: Option<Entry>,
    },
    /// Of a guest, with the secret of the link that lets them in, if there is one.
    Invitation {
        participation: Participation,
        secret: Option<String>,
    },
    Training {
        details: Details,
        entry: Entry,
    },
    /// Meetings that are not as the reader knows them.
    Change {
        details: Details,
        entry: Option<Entry>,
        before: Vec<Was>,
    },
    /// The session does not take place; these do.
    CalledOff {
        participation: Participation,
        entry: Option<Entry>,
        others: Vec<session::Model>,
    },
    /// Dates to choose from.
    Dates {
        workshop: workshop::Model,
        others: Vec<session::Model>,
    },
    Decision {
        details: Details,
    },
    /// A register that is still to be closed, with only its meeting.
    Register {
        details: Details,
    },
    /// Somebody else asks for a place, and the reader decides. Boxed: a person is large.
    Request {
        participation: Participation,
        asks: Box<person::Model>,
    },
    /// The reader stands in for a head, that day included.
    Deputy {
        head: person::Model,
        until: NaiveDate,
    },
    /// Seats that the reader holds.
    Hold {
        details: Details,
        held: Held,
    },
    Message {
        details: Details,
        subject: String,
        text: String,
    },
    /// A conversation with the team of the reader; with the number of its calendar entry, if the letter has one.
    Talk {
        talk: Box<Talk>,
        sequence: Option<i32>,
    },
    /// What has to be followed before a day.
    Duty(Box<Told>),
    /// What became of what a team raised, or what waits to be answered or done.
    Improvement(Box<improvement::told::Told>),
    /// What the reader thinks of a workshop: until that day they can answer, with the code of the link.
    Evaluation {
        workshop: workshop::Model,
        closes_on: NaiveDate,
        code: String,
    },
    /// What the reader thinks of the core values, in the same way.
    Pulse {
        closes_on: NaiveDate,
        code: String,
    },
}

/// A letter, ready to leave.
#[derive(Clone, Debug)]
pub struct Written {
    /// Nothing when it is for paper.
    pub message: Option<Message>,
    pub copy: Copy,
    secret: Option<String>,
}

/// A letter that cannot be written, however often one tries.
#[derive(Debug, thiserror::Error)]
pub enum BadLetter {
    #[error("template: {0}")]
    Template(#[from] minijinja::Error),
    #[error("address: {0}")]
    Address(#[from] lettre::address::AddressError),
    #[error("message: {0}")]
    Message(#[from] lettre::error::Error),
    #[error("header: {0}")]
    Header(#[from] lettre::message::header::ContentTypeErr),
}

/// The language of who opens a letter.
#[must_use]
pub fn language(reader: &Reader) -> Language {
    reader.reader.language.as_deref().and_then(|code| code.parse().ok()).unwrap_or_default()
}

/// Writes a letter in the language of who opens it.
///
/// # Errors
/// A template that asks for what is not there, or an address that is none.
pub fn write(stationery: &Stationery, matter: &Matter) -> Result<Written, BadLetter> {
    let language = language(&matter.reader);
    let view = View::new(stationery, matter, language.code());
    let render =
        |part: &str| stationery.templates.render(language, &format!("letter/{}/{part}", matter.name), &view);
    let title = match matter.about {
        About::Talk { .. } => stationery.templates.render(language, "letter/talk_title.txt", &view)?,
        _ => String::new(),
    };
    let copy = Copy {
        kind: matter.name,
        person: matter.reader.person.id,
        address: matter.reader.address.clone(),
        language: language.code(),
        subject: one_line(&render("subject.txt")?),
        text: tidy(&render("body.txt")?),
        html: render("body.html")?,
        calendar: event(stationery, matter, &title).map(|event| event.to_ics()),
        paper: paper(stationery, matter)?,
    };
    let secret = secret(&matter.about);
    let on_paper = copy.address.is_empty();
    let message = if on_paper { None } else { Some(message::build(stationery, matter, &copy)?) };
    Ok(Written { message, copy, secret })
}

/// What of a letter is not kept with its copy.
fn secret(about: &About) -> Option<String> {
    match about {
        About::SignIn { secret } => Some(secret.clone()),
        About::Invitation { secret, .. } => secret.clone(),
        About::Evaluation { code, .. } | About::Pulse { code, .. } => Some(code.clone()),
        About::Place { .. }
        | About::Training { .. }
        | About::Change { .. }
        | About::CalledOff { .. }
        | About::Dates { .. }
        | About::Decision { .. }
        | About::Register { .. }
        | About::Request { .. }
        | About::Deputy { .. }
        | About::Hold { .. }
        | About::Message { .. }
        | About::Duty(_)
        | About::Talk { .. }
        | About::Improvement(_) => None,
    }
}

/// What is printed for who has no address that works: to the person, in their language. A link to sign in with is secret.
fn paper(stationery: &Stationery, matter: &Matter) -> Result<Option<Paper>, BadLetter> {
    let secret = matches!(matter.about, About::SignIn { .. } | About::Invitation { secret: Some(_), .. });
    if !matter.reader.by_hand() || secret {
        return Ok(None);
    }
    let person = &matter.reader.person;
    let own: Language = person.language.as_deref().and_then(|code| code.parse().ok()).unwrap_or_default();
    let view = View::new(stationery, matter, own.code()).on_paper(own == language(&matter.reader));
    let text = stationery.templates.render(own, &format!("letter/{}/body.txt", matter.name), &view)?;
    let lapses_at = matter.about.over_at().filter(|at| *at > matter.now);
    Ok(Some(Paper { text: tidy(&text), lapses_at }))
}

impl Written {
    /// The copy to keep, with its secret blanked.
    #[must_use]
    pub fn blanked(&self) -> Copy {
        let Some(secret) = &self.secret else {
            return self.copy.clone();
        };
        let blank = |text: &str| text.replace(secret.as_str(), BLANK);
        Copy { text: blank(&self.copy.text), html: blank(&self.copy.html), ..self.copy.clone() }
    }
}

impl About {
    /// When what it is about is over. Whoever hears of it after that still hears something: of what was, or that it ended.
    fn over_at(&self) -> Option<DateTime<Utc>> {
        match self {
            Self::SignIn { .. }
            | Self::Deputy { .. }
            | Self::Register { .. }
            | Self::Duty(_)
            | Self::Improvement(_)
            | Self::Evaluation { .. }
            | Self::Pulse { .. } => None,
            Self::Place { participation, .. }
            | Self::Request { participation, .. }
            | Self::Invitation { participation, .. }
            | Self::CalledOff { participation, .. } => Some(participation.details.session.ends_at),
            Self::Training { details, .. }
            | Self::Decision { details }
            | Self::Hold { details, .. }
            | Self::Message { details, .. } => Some(details.session.ends_at),
            Self::Change { details, before, .. } => {
                let was = before.iter().filter_map(|was| Some(was.slot.as_ref()?.ends_at));
                was.chain([details.session.ends_at]).max()
            }
            // Its summary can be read for long.
            Self::Talk { talk, sequence } => sequence.map(|_| talk.ends_at()),
            Self::Dates { others, .. } => others.iter().map(|session| session.starts_at).max(),
        }
    }
}

impl Matter {
    /// Whether the letter puts something into a calendar or takes it out.
    pub(super) fn method(&self) -> Method {
        match self.name {
            "withdrawn" | "trainer-released" | "cancelled" | "called-off" | "conversation-called-off" => {
                Method::Cancel
            }
            _ => Method::Request,
        }
    }

    fn meeting(&self) -> Option<(MeetingId, Slot, &Details, Entry)> {
        let (details, entry, before): (_, _, &[Was]) = match &self.about {
            About::SignIn { .. }
            | About::Invitation { .. }
            | About::Dates { .. }
            | About::Decision { .. }
            | About::Register { .. }
            | About::Request { .. }
            | About::Deputy { .. }
            | About::Hold { .. }
            | About::Message { .. }
            | About::Duty(_)
            | About::Improvement(_)
            | About::Talk { .. }
            | About::Evaluation { .. }
            | About::Pulse { .. } => return None,
            About::Place { participation, entry } | About::CalledOff { participation, entry, .. } => {
                (&participation.details, (*entry)?, &[])
            }
            About::Training { details, entry } => (details, *entry, &[]),
            About::Change { details, entry, before } => (details, (*entry)?, before),
        };
        let now = details.meetings.iter().find(|meeting| meeting.id == entry.meeting).map(Slot::from);
        // A meeting that was cancelled is only known from the letter itself.
        let gone = || before.iter().find(|was| was.meeting == entry.meeting)?.slot.clone();
        Some((entry.meeting, now.or_else(gone)?, details, entry))
    }
}

/// The calendar entry; none for a stand-in, in whose calendar it would be wrong, and none on paper.
fn event(stationery: &Stationery, matter: &Matter, title: &str) -> Option<Event> {
    if let About::Talk { talk, sequence } = &matter.about {
        return entry::of_talk(stationery, matter, (talk, (*sequence)?), title);
    }
    let (meeting, slot, details, entry) = matter.meeting().filter(|_| !matter.reader.by_hand())?;
    let person = &matter.reader.person;
    let place = [Some(slot.location), slot.link.filter(|_| takes_part(matter))];
    Some(Event {
        uid: ical::uid(person.id, meeting, stationery.from.email.domain()),
        sequence: u32::try_from(entry.sequence).unwrap_or_default(),
        method: matter.method(),
        stamp: matter.asked_at,
        start: slot.starts_at,
        end: slot.ends_at,
        summary: details.workshop.title.clone(),
        location: place.into_iter().flatten().find(|place| !place.trim().is_empty()),
        url: Some(format!("{}/sessions/{}", stationery.base_url, details.session.id)),
        description: Some(details.workshop.summary.clone()).filter(|summary| !summary.is_empty()),
        organiser: entry::organiser(stationery),
        attendee: entry::attendee(matter),
    })
}

/// Templates leave empty lines where a part was left out.
fn tidy(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim_end) {
        if !line.is_empty() || lines.last().is_some_and(|last| !last.is_empty()) {
            lines.push(line);
        }
    }
    lines.join("\n").trim_end().to_owned() + "\n"
}
