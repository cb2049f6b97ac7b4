//! Reads the form of a session. Times are meant on the clock of the organisation: one that does not exist is refused,
//! one that comes twice is asked about.

use std::collections::HashMap;

use chrono::{DateTime, LocalResult, NaiveDateTime, TimeZone as _, Utc};
use chrono_tz::Tz;
use entity::id::{PersonId, WorkshopId};

use crate::{
    domain::{
        error::{Field, Result},
        learning::{
            reschedule::Wanted,
            session::{MeetingPlan, Plan},
        },
        people::{directory, person::Person},
    },
    web::{
        context::Context,
        form::{Form, Pairs},
        reading::Reading,
    },
};

/// The names of the fields of one meeting.
#[derive(Debug)]
pub(super) struct Names {
    /// Of a meeting that exists.
    pub id: &'static str,
    /// Ticked: this meeting does not take place.
    pub cancel: &'static str,
    pub date: &'static str,
    pub start: &'static str,
    /// `first` or `second`, for a start that comes twice.
    pub start_turn: &'static str,
    pub end: &'static str,
    pub end_turn: &'static str,
    pub location: &'static str,
    pub link: &'static str,
}

macro_rules! meetings {
    ($($n:literal)*) => { [$(Names {
        id: concat!("meeting-", $n),
        cancel: concat!("cancel-", $n),
        date: concat!("date-", $n),
        start: concat!("start-", $n),
        start_turn: concat!("start-turn-", $n),
        end: concat!("end-", $n),
        end_turn: concat!("end-turn-", $n),
        location: concat!("location-", $n),
        link: concat!("link-", $n),
    }),*] };
}

/// A session has at most as many meetings as a workshop has parts.
pub(super) const MEETINGS: [Names; 20] = meetings!(1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20);

/// The fields of the trainers.
pub(super) const TRAINERS: [&str; 8] =
    ["trainer-1", "trainer-2", "trainer-3", "trainer-4", "trainer-5", "trainer-6", "trainer-7", "trainer-8"];

/// More than any hall of a municipality holds.
const MOST_SEATS: i32 = 10_000;

/// A million euro.
const MOST_CENTS: i64 = 100_000_000;

impl Names {
    /// Whether something was typed.
    pub(super) fn filled(&self, pairs: &Pairs) -> bool {
        [self.date, self.start, self.end, self.location, self.link].into_iter().any(|name| pairs.has(name))
    }

    /// Whether the time of this field comes twice on its day.
    pub(super) fn comes_twice(&self, pairs: &Pairs, time: &'static str, zone: Tz) -> bool {
        let mut read = pairs.read();
        let local = read.date(self.date).zip(read.time(time)).map(|(day, at)| day.and_time(at));
        local.is_some_and(|local| matches!(zone.from_local_datetime(&local), LocalResult::Ambiguous(..)))
    }
}

/// What stays as it is.
pub(super) struct Given {
    pub workshop: WorkshopId,
    /// Of a session that exists; nothing for a new one.
    pub meetings: Option<Vec<MeetingPlan>>,
}

/// The plan that the form holds.
///
/// # Errors
/// [`crate::domain::error::Error::Invalid`], field by field.
pub(super) async fn read(cx: &Context, form: &Form, given: Given) -> Result<Plan> {
    let handles: Vec<String> = TRAINERS.iter().flat_map(|name| form.all(name)).map(str::to_owned).collect();
    let people = directory::by_handles(cx.db(), &handles).await?;
    let mut reader = Reader { pairs: form, read: form.read(), zone: cx.house().policy.zone, now: cx.now() };
    let plan = Plan {
        workshop: given.workshop,
        capacity: reader.read.number("capacity", 0, MOST_SEATS),
        minimum: reader.read.number("minimum", 0, MOST_SEATS),
        meetings: given.meetings.unwrap_or_else(|| reader.meetings()),
        trainers: reader.trainers(&people),
        enrolment_opens: reader.local("enrolmentOpens"),
        enrolment_closes: reader.local("enrolmentCloses"),
        withdraw_until: reader.local("withdrawUntil"),
        audience: Some(reader.read.optional("audience", 400)).filter(|text| !text.is_empty()),
        open: form.text("state") != "planned",
        decide_by: reader.local("decideBy"),
        cost_cents: reader.euro("cost"),
        clash_reason: Some(reader.read.optional("clashReason", 400)).filter(|text| !text.is_empty()),
        targeted_first: form.has("targetedFirst"),
    };
    reader.read.done()?;
    Ok(plan)
}

/// When the places are drawn; nothing: in order of asking.
///
/// # Errors
/// [`crate::domain::error::Error::Invalid`] for what is no moment.
pub(super) fn read_draw(cx: &Context, form: &Form) -> Result<Option<DateTime<Utc>>> {
    let mut reader = Reader { pairs: form, read: form.read(), zone: cx.house().policy.zone, now: cx.now() };
    let at = reader.local("drawAt");
    reader.read.done()?;
    Ok(at)
}

/// The meetings that the form holds, those that exist with their id; without those that are ticked off.
///
/// # Errors
/// [`crate::domain::error::Error::Invalid`], field by field.
pub(super) fn read_meetings(cx: &Context, form: &Pairs) -> Result<Vec<Wanted>> {
    let mut reader = Reader { pairs: form, read: form.read(), zone: cx.house().policy.zone, now: cx.now() };
    let kept = MEETINGS.iter().filter(|names| names.filled(form) && !form.has(names.cancel));
    let wanted: Vec<_> = kept
        .filter_map(|names| {
            let plan = reader.meeting(names)?;
            Some(Wanted { id: form.text(names.id).parse().ok(), plan })
        })
        .collect();
    reader.read.done()?;
    Ok(wanted)
}

struct Reader<'a> {
    pairs: &'a Pairs,
    read: Reading<'a>,
    zone: Tz,
    now: DateTime<Utc>,
}

impl Reader<'_> {
    fn meetings(&mut self) -> Vec<MeetingPlan> {
        let pairs = self.pairs;
        let filled: Vec<_> = MEETINGS.iter().filter(|names| names.filled(pairs)).collect();
        if filled.is_empty() {
            self.read.refuse(Field::new(MEETINGS[0].date, "meetings-none"));
        }
        filled.into_iter().filter_map(|names| self.meeting(names)).collect()
    }

    fn meeting(&mut self, names: &Names) -> Option<MeetingPlan> {
        let read = &mut self.read;
        let (day, start, end) = (read.date(names.date), read.time(names.start), read.time(names.end));
        let day = read.needed(names.date, day);
        let (start, end) = (read.needed(names.start, start), read.needed(names.end, end));
        let location = read.optional(names.location, 200);
        let link = Some(read.optional(names.link, 500)).filter(|link| !link.is_empty());
        if link.as_deref().is_some_and(|link| !link.starts_with("https://")) {
            read.refuse(Field::new(names.link, "link-https"));
        }
        let day = day?;
        let starts_at = start.and_then(|at| self.moment(names.start, names.start_turn, day.and_time(at)));
        let ends_at = end.and_then(|at| self.moment(names.end, names.end_turn, day.and_time(at)));
        let (starts_at, ends_at) = (starts_at?, ends_at?);
        if starts_at <= self.now {
            self.read.refuse(Field::new(names.date, "in-past"));
        }
        if ends_at <= starts_at {
            self.read.refuse(Field::new(names.end, "end-before-start"));
        }
        Some(MeetingPlan { starts_at, ends_at, location, link })
    }

    fn moment(
        &mut self,
        time: &'static str,
        turn: &'static str,
        local: NaiveDateTime,
    ) -> Option<DateTime<Utc>> {
        match (self.zone.from_local_datetime(&local), self.pairs.text(turn)) {
            (LocalResult::Single(at), _)
            | (LocalResult::Ambiguous(at, _), "first")
            | (LocalResult::Ambiguous(_, at), "second") => Some(at.to_utc()),
            (LocalResult::Ambiguous(..), _) => self.no(time, "which-of-two"),
            (LocalResult::None, _) => self.no(time, "no-such-time"),
        }
    }

    /// A day with a time in one field, as browsers send it; or nothing.
    fn local(&mut self, name: &'static str) -> Option<DateTime<Utc>> {
        let text = self.pairs.text(name);
        if text.is_empty() {
            return None;
        }
        let Ok(local) = NaiveDateTime::parse_from_str(&text.replace(' ', "T"), "%Y-%m-%dT%H:%M") else {
            return self.no(name, "not-a-moment");
        };
        match self.zone.from_local_datetime(&local) {
            LocalResult::Single(at) => Some(at.to_utc()),
            LocalResult::None => self.no(name, "no-such-time"),
            LocalResult::Ambiguous(..) => self.no(name, "time-comes-twice"),
        }
    }

    /// An amount as `1250`, `1.250,50` or `1250.50`, in cents; or nothing.
    fn euro(&mut self, name: &'static str) -> Option<i64> {
        let text = self.pairs.text(name).replace(['€', ' '], "");
        // Three digits after the last sign: it parts thousands.
        let parted = text.rsplit_once([',', '.']).filter(|(_, cents)| cents.len() <= 2);
        let (whole, cents) = parted.unwrap_or((text.as_str(), ""));
        let whole = whole.replace(['.', ','], "");
        let amount = format!("{whole}{cents:0<2}").parse::<i64>().ok().filter(|cents| *cents < MOST_CENTS);
        if amount.is_none() && !text.is_empty() {
            return self.no(name, "not-an-amount");
        }
        amount.filter(|_| !text.is_empty())
    }

    fn trainers(&mut self, people: &[Person]) -> Vec<PersonId> {
        let known: HashMap<String, PersonId> = people.iter().flat_map(handles).collect();
        let mut chosen = Vec::new();
        for name in TRAINERS.into_iter().filter(|name| self.pairs.has(name)) {
            match known.get(&self.pairs.text(name).to_lowercase()) {
                Some(id) => chosen.push(*id),
                None => self.read.refuse(Field::new(name, "unknown-person")),
            }
        }
        chosen
    }

    fn no<T>(&mut self, name: &'static str, problem: &'static str) -> Option<T> {
        self.read.refuse(Field::new(name, problem));
        None
    }
}

/// Everything by which a person can be meant, in lower case.
fn handles(person: &Person) -> Vec<(String, PersonId)> {
    let all = [person.email.clone(), person.employee_number.clone(), Some(person.id.to_string())];
    all.into_iter().flatten().map(|handle| (handle.to_lowercase(), person.id)).collect()
}

/// By what a form names a person.
pub(super) fn handle(person: &Person) -> String {
    person.email.clone().or_else(|| person.employee_number.clone()).unwrap_or_else(|| person.id.to_string())
}
