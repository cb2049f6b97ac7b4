//! What somebody has to follow: before when, why, and choosing a date for it; asking for more time.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};
use entity::{duty, id::*};
use poem::{IntoResponse as _, Response, handler, web::Path};
use serde::Serialize;

use super::card::address;
use crate::{
    domain::{
        error::{Error, Result},
        learning::{
            demand,
            duty::{
                extension,
                list::{self as duties, Line, State},
            },
        },
        people::placement,
    },
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// What somebody has to follow.
#[derive(Serialize)]
pub struct Index {
    open: Vec<Mine>,
    /// Done, or not needed.
    closed: Vec<Mine>,
}

/// One duty of the viewer.
#[derive(Clone, Debug, Serialize)]
pub struct Mine {
    id: String,
    title: String,
    href: String,
    pub(in crate::web) state: &'static str,
    due_on: NaiveDate,
    done_on: Option<NaiveDate>,
    reason: String,
    place: Option<Place>,
    exempt_reason: Option<String>,
    /// `asked`, `granted`, `declined`, or empty when nothing was asked.
    more_time: &'static str,
    asked_until: Option<NaiveDate>,
    form: FormView,
}

/// The place for it.
#[derive(Clone, Debug, Serialize)]
struct Place {
    href: String,
    start: DateTime<Utc>,
    status: &'static str,
}

impl Mine {
    pub(in crate::web) fn new(line: &Line) -> Self {
        let duty = &line.duty;
        let place = line.place.as_ref().map(|(row, session)| Place {
            href: address(session.id),
            start: session.starts_at,
            status: row.status.code(),
        });
        Self {
            id: duty.id.to_string(),
            title: line.workshop.title.clone(),
            href: format!("/workshops/{}", line.workshop.id),
            state: line.state.code(),
            due_on: duty.due_on,
            done_on: duty.done_on,
            reason: line.reason.clone(),
            place,
            exempt_reason: duty.exempt_reason.clone(),
            more_time: more_time(duty),
            asked_until: duty.asked_until,
            form: FormView::new(),
        }
    }

    pub(in crate::web) fn sample(state: State) -> Self {
        let placed = matches!(state, State::Enrolled | State::Attended);
        let place = Place { href: "/sessions/1".into(), start: DateTime::UNIX_EPOCH, status: "confirmed" };
        Self {
            id: format!("0190a1b2-0000-7000-8000-00000000000{}", state as u8 + 1),
            title: "Helder schrijven".into(),
            href: "/workshops/0190a1b2-0000-7000-8000-000000000002".into(),
            state: state.code(),
            due_on: NaiveDate::default(),
            done_on: (state == State::Done).then(NaiveDate::default),
            reason: "Bewoners begrijpen onze brieven niet.".into(),
            place: placed.then_some(place),
            exempt_reason: (state == State::Exempt).then(|| "Je geeft de workshop zelf.".into()),
            more_time: match state {
                State::NoDate => "asked",
                State::Assigned => "granted",
                State::Overdue => "declined",
                _ => "",
            },
            asked_until: Some(NaiveDate::default()),
            form: FormView::new(),
        }
    }

    fn is_closed(&self) -> bool {
        matches!(self.state, "done" | "exempt")
    }
}

fn more_time(duty: &duty::Model) -> &'static str {
    match (duty.asked_at, duty.answer) {
        (None, _) => "",
        (Some(_), None) => "asked",
        (Some(_), Some(answer)) => answer.code(),
    }
}

impl View for Index {
    const TEMPLATE: &'static str = "learning/duty/index.html";

    fn title(&self) -> Sentence {
        Sentence::new("duties-title")
    }

    fn samples() -> Vec<Self> {
        let (closed, mut open): (Vec<_>, Vec<_>) =
            State::ALL.map(Mine::sample).into_iter().partition(Mine::is_closed);
        if let Some(first) = open.first_mut() {
            first.form = FormView::new().wrong("until", "Kies een latere dag.");
        }
        vec![Self { open, closed }, Self { open: Vec::new(), closed: Vec::new() }]
    }
}

/// What the viewer has to follow.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let (closed, open) = mine(&cx).await?.into_iter().partition(Mine::is_closed);
    cx.page(&Index { open, closed })
}

/// Everything of the viewer, the most urgent first, each workshop once.
pub(in crate::web) async fn mine(cx: &Context) -> Result<Vec<Mine>> {
    let (me, today) = (cx.me()?, cx.house().policy.day(cx.now()));
    let blank = duties::Moment { now: cx.now(), today, open: Vec::new() };
    let mut lines = duties::of_person(cx.db(), me, &blank).await?;
    // Assigned twice, a workshop is still followed once: the first day counts.
    let mut seen = HashSet::new();
    lines.retain(|line| seen.insert(line.workshop.id));
    let undated: HashSet<_> =
        lines.iter().filter(|line| line.state == State::Assigned).map(|line| line.workshop.id).collect();
    if undated.is_empty() {
        return Ok(lines.iter().map(Mine::new).collect());
    }
    let open = choosable(cx, me, undated).await?;
    let known = |line: &Line| {
        let dated = line.state == State::Assigned && open.contains(&line.workshop.id);
        Mine { state: if dated { State::NoDate } else { line.state }.code(), ..Mine::new(line) }
    };
    Ok(lines.iter().map(known).collect())
}

/// Of these workshops, those of which somebody can choose a date.
async fn choosable(cx: &Context, me: PersonId, workshops: HashSet<WorkshopId>) -> Result<Vec<WorkshopId>> {
    let departments = placement::departments(cx.db(), me, cx.house().policy.day(cx.now())).await?;
    let part = demand::part(&*cx.tree().await?, &departments);
    let workshops: Vec<_> = workshops.into_iter().collect();
    let at = (&*cx.house().policy, cx.now());
    Ok(demand::dates(cx.db(), &workshops, at).await?.open(&part))
}

/// Asks for more time.
#[handler]
pub async fn ask(cx: Context, Path(id): Path<DutyId>, form: Form) -> poem::Result<Response> {
    let mut read = form.read();
    let until = read.date("until");
    let done = match read.done() {
        Ok(()) => {
            let reason = form.text("reason").to_owned();
            let reason = &reason;
            let verb =
                |change: std::sync::Arc<_>| async move { extension::ask(&change, id, until, reason).await };
            cx.write_once(&form, verb).await
        }
        Err(error) => Err(error),
    };
    match done {
        Ok(()) => Ok(cx.go("/duties").saying(Sentence::new("duty-asked")).into_response()),
        Err(error) => again(&cx, id, &form, error).await,
    }
}

async fn again(cx: &Context, id: DutyId, form: &Form, error: Error) -> poem::Result<Response> {
    let kept = cx.again(form, &[], error)?;
    let status = kept.status;
    let (closed, mut open): (Vec<_>, Vec<_>) = mine(cx).await?.into_iter().partition(Mine::is_closed);
    let this = open.iter_mut().find(|one| one.id == id.to_string());
    this.ok_or(Error::Missing("duty"))?.form = kept;
    cx.page_as(status, &Index { open, closed })
}
