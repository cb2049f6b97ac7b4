//! The register of a meeting: who is there. For its trainers and for planners, on a phone in the room.

use chrono::{DateTime, Utc};
use entity::{attendance::Mark, enrolment::EnrolmentStatus, id::MeetingId, meeting, session::SessionState};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{participant_line::Line, participant_line::Offices, session_facts::Facts};
use crate::{
    domain::{
        error::{Error, Field, Result},
        learning::{
            attendance::{self, Register},
            session,
        },
    },
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// One meeting with everybody who is expected.
#[derive(Serialize)]
pub struct Show {
    form: FormView,
    id: String,
    session: Facts,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    location: String,
    /// When one can begin; nothing once it is so far.
    opens: Option<DateTime<Utc>>,
    marks: Vec<&'static str>,
    lines: Vec<Marked>,
    /// When the last mark was made.
    saved: Option<DateTime<Utc>>,
    there: usize,
    unmarked: usize,
}

/// Somebody who is expected.
#[derive(Clone, Debug, Serialize)]
pub struct Marked {
    line: Line,
    /// The mark that holds; empty when there is none.
    held: &'static str,
}

impl View for Show {
    const TEMPLATE: &'static str = "desk/session/register.html";

    fn title(&self) -> Sentence {
        Sentence::new("register-title")
    }

    fn samples() -> Vec<Self> {
        let session = Facts::sample(SessionState::Open);
        let at = DateTime::from_timestamp(1_772_700_000, 0).unwrap_or_default();
        let marked = |name: &str, held| Marked { line: Line::sample(name, EnrolmentStatus::Confirmed), held };
        let sample = |form: FormView, opens, lines: Vec<Marked>| Self {
            form,
            id: "1".into(),
            session: session.clone(),
            start: at,
            end: at,
            location: "Raadhuis, zaal 2".into(),
            opens,
            marks: Mark::ALL.iter().map(|mark| mark.code()).collect(),
            saved: lines.iter().any(|line| !line.held.is_empty()).then_some(at),
            there: 1,
            unmarked: lines.iter().filter(|line| line.held.is_empty()).count(),
            lines,
        };
        let both = || vec![marked("Fenna de Boer", "present"), marked("Sem Bakker", "")];
        let wrong = FormView::new().with("mark-Sem-Bakker", "absent").wrong("", "Dit kan nu niet.");
        vec![
            sample(FormView::new(), None, both()),
            sample(wrong, None, both()),
            sample(FormView::new(), Some(at), both()),
            sample(FormView::new(), None, Vec::new()),
        ]
    }
}

/// The register; for who does not keep it, it does not exist.
#[handler]
pub async fn show(cx: Context, Path(id): Path<MeetingId>) -> poem::Result<Response> {
    cx.page(&view(&cx, id, FormView::new()).await?)
}

/// Keeps what was chosen. Only what differs from what the page showed is marked, so that two people who keep one register
/// do not undo each other.
#[handler]
pub async fn keep(cx: Context, Path(id): Path<MeetingId>, form: Form) -> poem::Result<Response> {
    match kept(&cx, id, &form).await {
        Ok(count) => {
            let said = Sentence::new("register-said").with("count", count);
            Ok(cx.go(format!("/desk/meetings/{id}/register")).saying(said).into())
        }
        Err(error) => {
            let form = cx.again(&form, &[], error)?;
            cx.page_as(form.status, &view(&cx, id, form).await?)
        }
    }
}

async fn kept(cx: &Context, id: MeetingId, form: &Form) -> Result<usize> {
    let mut marks = Vec::new();
    // "The rest was there": everybody without a mark on the page that was sent.
    let rest = if form.has("rest") { Mark::Present.code() } else { "" };
    for (name, was) in form.iter() {
        let Some(enrolment) = name.strip_prefix("was-") else { continue };
        let chosen = form.text(&format!("mark-{enrolment}"));
        let chosen = if chosen.is_empty() { rest } else { chosen };
        if chosen.is_empty() || chosen == was {
            continue;
        }
        let mark = Mark::from_code(chosen).zip(enrolment.parse().ok());
        let (mark, enrolment) = mark.ok_or_else(|| Error::from(Field::new("marks", "unknown")))?;
        marks.push((enrolment, mark));
    }
    let marks = &marks;
    cx.write_once(form, |change| async move { attendance::mark(&change, id, marks).await }).await
}

async fn view(cx: &Context, id: MeetingId, form: FormView) -> Result<Show> {
    let Register { meeting, lines } = attendance::register(cx.db(), cx.actor(), id).await?;
    let details = session::details(cx.db(), meeting.session_id, cx.now()).await?;
    let people: Vec<_> = lines.iter().map(|line| line.person.id).collect();
    let offices = Offices::of(cx, &people).await?;
    let marked = |line: &attendance::Line| Marked {
        line: Line::new(&line.enrolment, &line.person, &offices),
        held: line.held.as_ref().map_or("", |held| held.mark.code()),
    };
    let is = |line: &&attendance::Line, marks: &[Mark]| {
        line.held.as_ref().is_some_and(|held| marks.contains(&held.mark))
    };
    let meeting::Model { starts_at, ends_at, ref location, .. } = meeting;
    Ok(Show {
        form,
        id: id.to_string(),
        session: Facts::new(&details, cx.now()),
        start: starts_at,
        end: ends_at,
        location: location.clone(),
        opens: Some(attendance::opens(&meeting)).filter(|opens| cx.now() < *opens),
        marks: Mark::ALL.iter().map(|mark| mark.code()).collect(),
        saved: lines.iter().filter_map(|line| Some(line.held.as_ref()?.marked_at)).max(),
        there: lines.iter().filter(|line| is(line, &[Mark::Present, Mark::Partly])).count(),
        unmarked: lines.iter().filter(|line| line.held.is_none()).count(),
        lines: lines.iter().map(marked).collect(),
    })
}
