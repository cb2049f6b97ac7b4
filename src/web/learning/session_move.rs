//! Moving, adding and cancelling meetings: a form, a page that shows whom it touches, and one button that does it.

use chrono::{DateTime, Utc};
use entity::{id::SessionId, meeting, session::SessionState};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{
    card::Span,
    session_facts::Facts,
    session_fields::{Row, meetings_filled, rows, shown},
    session_plan as plan,
    touched::Touched,
};
use crate::{
    domain::{
        error::Result,
        learning::{
            affected,
            reschedule::{self, Difference, Wanted},
            session::{self, Details, MeetingPlan},
        },
        task::Slot,
    },
    web::{
        context::Context,
        form::{Form, Pairs},
        refill::FormView,
        sentence::Sentence,
        view::View,
    },
};

/// The form of the meetings that are still to come.
#[derive(Serialize)]
pub struct Meetings {
    form: FormView,
    session: Facts,
    /// Meetings that have begun: these stay.
    past: Vec<Span>,
    rows: Vec<Row>,
}

impl View for Meetings {
    const TEMPLATE: &'static str = "desk/session/meetings.html";

    fn title(&self) -> Sentence {
        Sentence::new("desk-move-title")
    }

    fn samples() -> Vec<Self> {
        let zone = chrono_tz::Europe::Amsterdam;
        let typed = Pairs::parse(b"meeting-1=1&date-1=2026-04-01&start-1=9:30&end-1=12:00&date-2=");
        let sample = |form: FormView, past| Self {
            form: form.keeping(&typed, &[]),
            session: Facts::sample(SessionState::Open),
            past,
            rows: rows(&typed, 2, zone),
        };
        let wrong = FormView::new().wrong("meetings", "Twee bijeenkomsten zijn tegelijk.");
        vec![sample(FormView::new(), vec![Span::sample(-7)]), sample(wrong, Vec::new())]
    }
}

/// What would change, whom it touches, and the button.
#[derive(Serialize)]
pub struct Preview {
    form: FormView,
    session: Facts,
    changes: Vec<Shift>,
    touched: Touched,
    /// Everything that was typed, to be sent again.
    typed: Vec<(String, String)>,
}

/// A meeting as it is beside what it becomes.
#[derive(Clone, Debug, Serialize)]
pub struct Shift {
    old: Option<Side>,
    new: Option<Side>,
}

/// When and where.
#[derive(Clone, Debug, Serialize)]
pub struct Side {
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    location: String,
    link: Option<String>,
}

impl From<&Slot> for Side {
    fn from(slot: &Slot) -> Self {
        let (location, link) = (slot.location.clone(), slot.link.clone());
        Self { start: slot.starts_at, end: slot.ends_at, location, link }
    }
}

impl View for Preview {
    const TEMPLATE: &'static str = "desk/session/preview.html";

    fn title(&self) -> Sentence {
        Sentence::new("desk-move-preview-title")
    }

    fn samples() -> Vec<Self> {
        let side = |days| {
            let Span { start, end } = Span::sample(days);
            Some(Side { start, end, location: "Zaal 2".into(), link: Some("https://overleg.example".into()) })
        };
        let changes = vec![
            Shift { old: side(0), new: side(7) },
            Shift { old: None, new: side(14) },
            Shift { old: side(21), new: None },
        ];
        let sample = |touched| Self {
            form: FormView::new(),
            session: Facts::sample(SessionState::Open),
            changes: changes.clone(),
            touched,
            typed: vec![("date-1".into(), "2026-04-01".into())],
        };
        vec![sample(Touched::sample()), sample(Touched::nobody())]
    }
}

/// The form, as the meetings are now.
#[handler]
pub async fn edit(cx: Context, Path(id): Path<SessionId>) -> poem::Result<Response> {
    let details = session::details(cx.db(), id, cx.now()).await?;
    let coming: Vec<_> = details.meetings.iter().filter(|row| row.starts_at > cx.now()).collect();
    let pairs = Pairs::parse(meetings_filled(&coming, cx.house().policy.zone).as_bytes());
    cx.page(&form_of(&cx, FormView::new().keeping(&pairs, &[]), &pairs, &details, coming.len()))
}

/// Shows what would happen; nothing happens yet.
#[handler]
pub async fn preview(cx: Context, Path(id): Path<SessionId>, form: Form) -> poem::Result<Response> {
    let details = session::details(cx.db(), id, cx.now()).await?;
    let count = shown(&form) + usize::from(form.text("more") == "meeting");
    if form.has("more") {
        return cx.page(&form_of(&cx, FormView::new().keeping(&form, &[]), &form, &details, count));
    }
    match previewed(&cx, &form, &details).await {
        Ok(Some(view)) => cx.page(&view),
        Ok(None) => {
            Ok(cx.go(format!("/desk/sessions/{id}")).saying(Sentence::new("desk-move-nothing")).into())
        }
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &form_of(&cx, kept, &form, &details, count))
        }
    }
}

/// Does it, and tells everyone.
#[handler]
pub async fn update(cx: Context, Path(id): Path<SessionId>, form: Form) -> poem::Result<Response> {
    let details = session::details(cx.db(), id, cx.now()).await?;
    match move_it(&cx, &form, &details).await {
        Ok(()) => Ok(cx.go(format!("/desk/sessions/{id}")).saying(Sentence::new("desk-moved")).into()),
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &form_of(&cx, kept, &form, &details, shown(&form)))
        }
    }
}

async fn move_it(cx: &Context, form: &Form, details: &Details) -> Result<()> {
    let (wanted, id) = (&wanted(cx, form, details)?, details.session.id);
    cx.write_once(form, |change| async move { reschedule::reschedule(&change, id, wanted).await }).await
}

async fn previewed(cx: &Context, form: &Form, details: &Details) -> Result<Option<Preview>> {
    let wanted = wanted(cx, form, details)?;
    let differences = reschedule::differences(&details.meetings, &wanted)?;
    if differences.is_empty() {
        return Ok(None);
    }
    reschedule::validate(&details.session, &wanted, &differences, cx.now())?;
    let plans: Vec<MeetingPlan> = wanted.into_iter().map(|one| one.plan).collect();
    let affected = affected::of(cx.db(), details, &plans).await?;
    let side = |slot: &Option<Slot>| slot.as_ref().map(Side::from);
    let shift = |one: &Difference| Shift { old: side(&one.old), new: side(&one.new) };
    let typed = form.iter().filter(|(name, _)| *name != "key");
    Ok(Some(Preview {
        form: FormView::new(),
        session: Facts::new(details, cx.now()),
        changes: differences.iter().map(shift).collect(),
        touched: Touched::new(&affected),
        typed: typed.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
    }))
}

/// What the form holds, and the meetings that have begun as they are.
fn wanted(cx: &Context, form: &Pairs, details: &Details) -> Result<Vec<Wanted>> {
    let past = details.meetings.iter().filter(|row| row.starts_at <= cx.now());
    let stays = |row: &meeting::Model| Wanted { id: Some(row.id), plan: row.into() };
    let mut wanted: Vec<_> = past.map(stays).collect();
    wanted.extend(plan::read_meetings(cx, form)?);
    Ok(wanted)
}

fn form_of(cx: &Context, form: FormView, pairs: &Pairs, details: &Details, count: usize) -> Meetings {
    let past = details.meetings.iter().filter(|row| row.starts_at <= cx.now());
    Meetings {
        form,
        session: Facts::new(details, cx.now()),
        past: past.map(|row| Span { start: row.starts_at, end: row.ends_at }).collect(),
        rows: rows(pairs, count, cx.house().policy.zone),
    }
}
