//! Planning a session again, once or as a series.

use entity::{id::SessionId, session::SessionState};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{card::Span, session_facts::Facts};
use crate::{
    domain::{
        error::{Error, Refusal, Result},
        learning::{
            clash::{Clash, Room},
            series::{self, MOST, Pattern, Run},
            session::{self, Details},
        },
        people::person::full_name,
        working_day::HolidayName,
    },
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// The form, and the dates that it gives.
#[derive(Serialize)]
pub struct Copy {
    form: FormView,
    session: Facts,
    /// Nothing until they were asked for.
    dates: Option<Vec<Date>>,
    /// Whether a trainer is somewhere else at that time.
    clash: bool,
}

/// One date.
#[derive(Clone, Debug, Serialize)]
pub struct Date {
    meetings: Vec<Span>,
    /// The holiday for which it is passed over: the key of its name.
    closed: Option<&'static str>,
    trainers: Vec<InTheWay>,
    rooms: Vec<InTheWay>,
}

/// A trainer or a room that is needed for another workshop at that time.
#[derive(Clone, Debug, Serialize)]
struct InTheWay {
    name: String,
    title: String,
}

impl View for Copy {
    const TEMPLATE: &'static str = "desk/session/copy.html";

    fn title(&self) -> Sentence {
        Sentence::new("desk-copy-title")
    }

    fn samples() -> Vec<Self> {
        let taken = |name: &str| vec![InTheWay { name: name.into(), title: "Duidelijke taal".into() }];
        let dates = vec![
            Date {
                meetings: vec![Span::sample(7), Span::sample(14)],
                closed: None,
                trainers: Vec::new(),
                rooms: Vec::new(),
            },
            Date {
                meetings: vec![Span::sample(21)],
                closed: Some("holiday-kings-day"),
                trainers: Vec::new(),
                rooms: Vec::new(),
            },
            Date {
                meetings: vec![Span::sample(28)],
                closed: None,
                trainers: taken("Tess Vos"),
                rooms: taken("Raadzaal"),
            },
        ];
        let sample = |dates, clash| Self {
            form: FormView::new().with("first", "2026-04-01").with("state", "open"),
            session: Facts::sample(SessionState::Open),
            dates,
            clash,
        };
        vec![sample(None, false), sample(Some(dates), true)]
    }
}

/// An empty form: the same day a week later, once.
#[handler]
pub async fn new(cx: Context, Path(id): Path<SessionId>) -> poem::Result<Response> {
    let details = session::details(cx.db(), id, cx.now()).await?;
    let policy = &cx.house().policy;
    let first = policy.day(details.session.starts_at.max(cx.now())) + chrono::TimeDelta::weeks(1);
    let form = FormView::new()
        .with("first", first.to_string())
        .with("every", "1")
        .with("times", "1")
        .with("trainers", "yes")
        .with("state", "open");
    cx.page(&view(&cx, form, &details, None))
}

/// Shows the dates first; with the button of that page, plans them.
#[handler]
pub async fn create(cx: Context, Path(id): Path<SessionId>, form: Form) -> poem::Result<Response> {
    let details = session::details(cx.db(), id, cx.now()).await?;
    match planned(&cx, &form, &details).await {
        Ok(Planned::Shown(runs)) => {
            let in_the_way = series::in_the_way(cx.db(), &runs).await?;
            let dates =
                runs.iter().zip(&in_the_way).map(|(run, other)| Date::new(run, other, &details)).collect();
            cx.page(&view(&cx, FormView::new().keeping(&form, &[]), &details, Some(dates)))
        }
        Ok(Planned::Made(count)) => {
            let said = Sentence::new("desk-copied").with("count", count);
            Ok(cx.go("/desk/sessions").saying(said).into())
        }
        Err(error) => {
            let clash = matches!(error, Error::Refused(Refusal::TrainerBusy { .. }));
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &Copy { clash, ..view(&cx, kept, &details, None) })
        }
    }
}

enum Planned {
    Shown(Vec<Run>),
    Made(usize),
}

async fn planned(cx: &Context, form: &Form, details: &Details) -> Result<Planned> {
    let (pattern, id) = (&read(form)?, details.session.id);
    let runs = series::runs(details, pattern, &cx.house().policy, cx.now())?;
    if !form.has("make") {
        return Ok(Planned::Shown(runs));
    }
    let made = cx.write_once(form, |change| async move { series::plan(&change, id, pattern).await });
    Ok(Planned::Made(made.await?.len()))
}

fn read(form: &Form) -> Result<Pattern> {
    let mut read = form.read();
    let most = i32::try_from(MOST).unwrap_or(i32::MAX);
    let (first, every, times) =
        (read.date("first"), read.number("every", 1, most), read.number("times", 1, most));
    let (first, every, times) =
        (read.needed("first", first), read.needed("every", every), read.needed("times", times));
    let reason = read.optional("clashReason", 400);
    read.done()?;
    Ok(Pattern {
        first: first.unwrap_or_default(),
        every: every.unwrap_or(1).unsigned_abs(),
        times: times.unwrap_or(1).unsigned_abs(),
        trainers: form.has("trainers"),
        open: form.text("state") != "planned",
        clash_reason: Some(reason).filter(|text| !text.is_empty()),
    })
}

impl Date {
    fn new(run: &Run, other: &series::InTheWay, details: &Details) -> Self {
        let name = |id| details.trainers.iter().find(|one| one.id == id).map(full_name).unwrap_or_default();
        let trainer = |clash: &Clash| InTheWay { name: name(clash.person_id), title: clash.title.clone() };
        let room = |room: &Room| InTheWay { name: room.location.clone(), title: room.title.clone() };
        Self {
            meetings: run
                .plan
                .meetings
                .iter()
                .map(|one| Span { start: one.starts_at, end: one.ends_at })
                .collect(),
            closed: run.closed.map(HolidayName::key),
            trainers: other.trainers.iter().map(trainer).collect(),
            rooms: other.rooms.iter().map(room).collect(),
        }
    }
}

fn view(cx: &Context, form: FormView, details: &Details, dates: Option<Vec<Date>>) -> Copy {
    let busy = dates.iter().flatten().any(|date| !date.trainers.is_empty());
    Copy { clash: busy || form.holds("clashReason"), form, session: Facts::new(details, cx.now()), dates }
}
