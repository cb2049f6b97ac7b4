//! Small things that several pages show of a session: its card, its time, where it is, who gives it.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{
    core_value::CoreValue,
    enrolment::{self, EnrolmentStatus},
    id::SessionId,
    meeting,
    session::{self, SessionState},
    workshop::Cover,
};
use serde::Serialize;

use crate::{
    domain::{
        learning::{agenda::Item, draw},
        people::person::full_name,
    },
    web::{
        asset,
        context::Context,
        sentence::{Arg, Sentence},
    },
};

/// A stretch of time, as the filter `period` takes it.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Span {
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
}

/// A word in a coloured frame; kind as in the macro `badge`.
#[derive(Clone, Debug, Serialize)]
pub struct Badge {
    pub kind: &'static str,
    pub text: String,
}

/// How full a session is.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Seats {
    pub capacity: Option<i32>,
    pub taken: i32,
    pub waiting: i32,
    /// When the places are drawn, as long as they are not; then nobody has one yet.
    pub draw_at: Option<DateTime<Utc>>,
    /// How many asked for a place in that draw.
    pub asked: u64,
}

/// The argument of the macro `card.session`.
#[derive(Clone, Debug, Serialize)]
pub struct SessionCard {
    #[serde(skip)]
    pub id: SessionId,
    pub href: String,
    pub title: String,
    pub values: Vec<CoreValue>,
    pub period: Span,
    pub meetings: usize,
    pub place: String,
    pub trainers: Vec<String>,
    pub seats: Seats,
    pub badge: Option<Badge>,
}

impl From<&session::Model> for Seats {
    fn from(session: &session::Model) -> Self {
        Self {
            capacity: session.capacity,
            taken: session.taken,
            waiting: session.waiting,
            draw_at: session.draw_at.filter(|_| draw::collects(session)),
            asked: 0,
        }
    }
}

impl From<&Item> for Seats {
    fn from(item: &Item) -> Self {
        Self { asked: item.asked, ..Self::from(&item.session) }
    }
}

impl Seats {
    /// For samples: taken, with somebody who waits, or to be drawn.
    pub fn sample(kind: &str) -> Self {
        let draw_at = (kind == "draw").then(|| Span::sample(-9).start);
        Self { capacity: Some(12), taken: 12, waiting: i32::from(kind == "queue"), draw_at, asked: 0 }
    }

    /// Whether a newcomer gets one: nobody jumps the queue.
    pub fn free(self) -> bool {
        self.waiting == 0 && self.capacity.is_none_or(|capacity| self.taken < capacity)
    }
}

impl Badge {
    /// With a sentence in the language of this answer.
    pub fn new(cx: &Context, kind: &'static str, key: &'static str) -> Self {
        Self { kind, text: cx.say(&Sentence::new(key)) }
    }

    /// What somebody has, gets or waits for; `drawn` where lots are still to be drawn.
    pub fn of_enrolment(cx: &Context, row: &enrolment::Model, drawn: bool) -> Self {
        match row.status {
            EnrolmentStatus::Confirmed => Self::new(cx, "ok", "place-badge-confirmed"),
            EnrolmentStatus::Offered if lapsed(row, cx.now()) => Self::new(cx, "", "place-badge-lapsed"),
            EnrolmentStatus::Offered => Self::new(cx, "wait", "place-badge-offered"),
            EnrolmentStatus::Waiting => Self::new(cx, "wait", "place-badge-waiting"),
            EnrolmentStatus::Requested if drawn => Self::new(cx, "wait", "place-badge-requested"),
            EnrolmentStatus::Requested => Self::new(cx, "wait", "place-badge-asked"),
            EnrolmentStatus::Withdrawn => Self::new(cx, "", "place-badge-withdrawn"),
            EnrolmentStatus::Declined => Self::new(cx, "", "place-badge-declined"),
        }
    }

    /// What somebody else has, gets or waits for.
    pub fn of_colleague(cx: &Context, row: &enrolment::Model, drawn: bool) -> Self {
        let kind = if row.status == EnrolmentStatus::Confirmed { "ok" } else { "wait" };
        let asked = row.status == EnrolmentStatus::Requested && !drawn;
        let code = if asked { "asked" } else { row.status.code() };
        let text = cx.words().say(cx.language(), &format!("place-mark-{code}"), &[]);
        Self { kind, text }
    }

    fn of_session(cx: &Context, session: &session::Model) -> Option<Self> {
        let full = !Seats::from(session).free();
        match session.state {
            SessionState::CalledOff => Some(Self::new(cx, "no", "session-badge-called-off")),
            SessionState::Planned => Some(Self::new(cx, "info", "session-badge-planned")),
            SessionState::Open if full => Some(Self::new(cx, "wait", "session-badge-full")),
            SessionState::Open => None,
        }
    }
}

/// Whether the time of an offer has passed, also when no job has said so yet.
pub fn lapsed(row: &enrolment::Model, now: DateTime<Utc>) -> bool {
    row.status == EnrolmentStatus::Offered && row.offer_expires_at.is_some_and(|at| at <= now)
}

impl SessionCard {
    /// The card of a session, with a mark when the viewer has something to do with it.
    pub fn new(cx: &Context, item: &Item, mine: Option<&enrolment::Model>) -> Self {
        let Item { session, workshop, values, meetings, trainers, .. } = item;
        let mine = mine.map(|row| Badge::of_enrolment(cx, row, draw::collects(session)));
        Self {
            id: session.id,
            href: address(session.id),
            title: workshop.title.clone(),
            values: values.clone(),
            period: first_period(item),
            meetings: meetings.len(),
            place: meetings.first().map_or_else(String::new, |meeting| place(cx, meeting)),
            trainers: trainers.iter().map(full_name).collect(),
            seats: item.into(),
            badge: mine.or_else(|| Badge::of_session(cx, session)),
        }
    }

    /// The same card for somebody who has, gets or waits for a place there.
    pub fn marked(&self, cx: &Context, mine: &enrolment::Model) -> Self {
        Self { badge: Some(Badge::of_enrolment(cx, mine, self.seats.draw_at.is_some())), ..self.clone() }
    }

    /// For samples: so many days after the day of samples.
    pub fn sample(title: &str, days: i64, taken: i32) -> Self {
        let badge = Badge { kind: "ok", text: "Je hebt een plek".into() };
        Self {
            id: SessionId::new(),
            href: "/sessions/0190a1b2-0000-7000-8000-000000000001".into(),
            title: title.into(),
            values: vec![CoreValue::Trust, CoreValue::Craft],
            period: Span::sample(days),
            meetings: 2,
            place: "Stadhuis, zaal 2.14".into(),
            trainers: vec!["Noor el Amrani".into()],
            seats: Seats {
                capacity: Some(16),
                taken,
                waiting: 0,
                draw_at: (days == 3).then(|| Span::sample(0).start),
                asked: 5,
            },
            badge: (days == 1).then_some(badge),
        }
    }
}

impl Span {
    /// For samples: three hours in the morning, so many days after the day of samples.
    pub fn sample(days: i64) -> Self {
        let start = DateTime::UNIX_EPOCH + TimeDelta::days(20_790 + days) + TimeDelta::minutes(510);
        Self { start, end: start + TimeDelta::hours(3) }
    }
}

/// Where a picture is served.
pub fn cover(cover: Cover) -> &'static str {
    asset::address(match cover {
        Cover::Conversation => "cover/conversation.svg",
        Cover::Letter => "cover/letter.svg",
        Cover::Path => "cover/path.svg",
        Cover::Table => "cover/table.svg",
        Cover::Window => "cover/window.svg",
        Cover::Growth => "cover/growth.svg",
    })
}

/// Where a session is shown.
pub fn address(id: SessionId) -> String {
    format!("/sessions/{id}")
}

/// When the first meeting is.
pub fn first_period(item: &Item) -> Span {
    let first = item.meetings.first();
    Span { start: item.session.starts_at, end: first.map_or(item.session.ends_at, |meeting| meeting.ends_at) }
}

/// Where a meeting is, in words.
pub fn place(cx: &Context, meeting: &meeting::Model) -> String {
    if meeting.location.is_empty() && meeting.link.is_some() {
        cx.say(&Sentence::new("session-online"))
    } else {
        meeting.location.clone()
    }
}

/// For whom it is, as written by its author.
pub fn audience(cx: &Context, text: &str) -> String {
    let parts: Vec<&str> = text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [] => cx.say(&Sentence::new("workshop-everyone")),
        [one] if matches!(one.to_lowercase().as_str(), "iedereen" | "everyone") => {
            cx.say(&Sentence::new("workshop-everyone"))
        }
        parts => parts.join(", "),
    }
}

/// How long a workshop takes: its hours, and over how many meetings.
pub fn length(cx: &Context, minutes: i32, parts: i32) -> String {
    let key = if minutes < 60 { "workshop-length-minutes" } else { "workshop-length" };
    let hours = Arg::Number(f64::from(minutes) / 60.0);
    cx.say(&Sentence::new(key).with("minutes", minutes).with("hours", hours).with("parts", parts))
}
