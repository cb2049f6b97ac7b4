//! The register of a meeting: who is there. For its trainers and for planners, on a phone in the room.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use entity::{
    attendance::Mark,
    id::{EnrolmentId, MeetingId},
    meeting,
    session::SessionState,
};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{participant_line::Offices, register_line::Marked, session_facts::Facts};
use crate::{
    domain::{
        change::Change,
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
    /// Since when it only takes corrections.
    closed: Option<DateTime<Utc>>,
    /// Whether it can be closed: its meeting has begun.
    begun: bool,
    /// Whether people check in themselves.
    checks_in: bool,
    marks: Vec<&'static str>,
    lines: Vec<Marked>,
    /// When the last mark was made.
    saved: Option<DateTime<Utc>>,
    there: usize,
    unmarked: usize,
}

impl View for Show {
    const TEMPLATE: &'static str = "desk/session/register.html";

    fn title(&self) -> Sentence {
        Sentence::new("register-title")
    }

    fn samples() -> Vec<Self> {
        let at = DateTime::from_timestamp(1_772_700_000, 0).unwrap_or_default();
        let sample = |form: FormView, lines: Vec<Marked>| Self {
            form,
            id: "1".into(),
            session: Facts::sample(SessionState::Open),
            start: at,
            end: at,
            location: "Raadhuis, zaal 2".into(),
            opens: None,
            closed: None,
            begun: true,
            checks_in: false,
            marks: Mark::ALL.iter().map(|mark| mark.code()).collect(),
            saved: lines.iter().any(Marked::is_marked).then_some(at),
            there: 1,
            unmarked: lines.iter().filter(|line| !line.is_marked()).count(),
            lines,
        };
        let both = || vec![Marked::sample("Fenna de Boer", "present"), Marked::sample("Sem Bakker", "")];
        let all = || vec![Marked::sample("Fenna de Boer", "present"), Marked::sample("Sem Bakker", "absent")];
        let wrong = FormView::new().with("mark-Sem-Bakker", "absent").wrong("", "Dit kan nu niet.");
        let unsaid = FormView::new().wrong("reason", "Vul dit in.");
        vec![
            sample(FormView::new(), both()),
            sample(wrong, both()),
            Self { opens: Some(at), begun: false, ..sample(FormView::new(), both()) },
            Self { begun: false, checks_in: true, ..sample(FormView::new(), both()) },
            Self { closed: Some(at), ..sample(FormView::new(), all()) },
            Self { closed: Some(at), ..sample(unsaid, all()) },
            sample(FormView::new(), Vec::new()),
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
            Ok(cx.go(address(id)).saying(said).into())
        }
        Err(error) => again(&cx, id, &form, error).await,
    }
}

/// Closes the register.
#[handler]
pub async fn close(cx: Context, Path(id): Path<MeetingId>, form: Form) -> poem::Result<Response> {
    let closing = |change: Arc<Change>| async move { attendance::closing::close(&change, id).await };
    match cx.write_once(&form, closing).await {
        Ok(absent) => {
            let said = Sentence::new("register-closed-said").with("count", absent);
            Ok(cx.go(address(id)).saying(said).into())
        }
        Err(error) => again(&cx, id, &form, error).await,
    }
}

/// Where the register of a meeting is.
pub fn address(id: MeetingId) -> String {
    format!("/desk/meetings/{id}/register")
}

async fn again(cx: &Context, id: MeetingId, form: &Form, error: Error) -> poem::Result<Response> {
    let form = cx.again(form, &[], error)?;
    cx.page_as(form.status, &view(cx, id, form).await?)
}

async fn kept(cx: &Context, id: MeetingId, form: &Form) -> Result<usize> {
    let marks = &chosen(form)?;
    let reason = form.has("corrects").then(|| form.text("reason"));
    cx.write_once(form, |change| async move {
        match reason {
            Some(reason) => attendance::correct(&change, id, marks, reason).await,
            None => attendance::mark(&change, id, marks).await,
        }
    })
    .await
}

fn chosen(form: &Form) -> Result<Vec<(EnrolmentId, Mark)>> {
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
    Ok(marks)
}

async fn view(cx: &Context, id: MeetingId, form: FormView) -> Result<Show> {
    let Register { meeting, lines } = attendance::register(cx.db(), cx.actor(), id).await?;
    let details = session::details(cx.db(), meeting.session_id, cx.now()).await?;
    let people: Vec<_> = lines.iter().map(|line| line.person.id).collect();
    let offices = Offices::of(cx, &people).await?;
    let mut past = attendance::past::of_meeting(cx.db(), id).await?;
    let mut marked = |line: &attendance::Line| {
        Marked::new(line, past.remove(&line.enrolment.id).unwrap_or_default(), &offices)
    };
    let is = |line: &&attendance::Line, marks: &[Mark]| {
        line.held.as_ref().is_some_and(|held| marks.contains(&held.mark))
    };
    let meeting::Model { starts_at, ends_at, ref location, closed_at, .. } = meeting;
    Ok(Show {
        form,
        id: id.to_string(),
        session: Facts::new(&details, cx.now()),
        start: starts_at,
        end: ends_at,
        location: location.clone(),
        opens: Some(attendance::opens(&meeting)).filter(|opens| cx.now() < *opens),
        closed: closed_at,
        begun: starts_at <= cx.now(),
        checks_in: meeting.check_in_key.is_some(),
        marks: Mark::ALL.iter().map(|mark| mark.code()).collect(),
        saved: lines.iter().filter_map(|line| Some(line.held.as_ref()?.marked_at)).max(),
        there: lines.iter().filter(|line| is(line, &[Mark::Present, Mark::Partly])).count(),
        unmarked: lines.iter().filter(|line| line.held.is_none()).count(),
        lines: lines.iter().map(&mut marked).collect(),
    })
}
