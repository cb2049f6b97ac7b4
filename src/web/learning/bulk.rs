//! Enrolling many people at once: paste, look, do, and a result for each.

use entity::{
    enrolment::{EnrolmentStatus, Origin},
    id::{PersonId, SessionId},
    session::SessionState,
};
use poem::{Response, handler, web::Path};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::session_facts::Facts;
use crate::{
    domain::{
        change::RequestKey,
        error::{Error, Result},
        learning::{
            bulk::{self, Line, Meant},
            enrolment::{self, Placement, TakePlace},
            session,
        },
        people::person::full_name,
    },
    web::{context::Context, error, form::Form, key::hex, refill::FormView, sentence::Sentence, view::View},
};

/// The form; with its lines when they were looked at, with their results when it was done.
#[derive(Serialize)]
pub struct Bulk {
    form: FormView,
    session: Facts,
    lines: Vec<Told>,
    /// How many would be enrolled.
    ready: usize,
    done: bool,
}

/// A line and what is to be said of it.
#[derive(Clone, Debug, Serialize)]
pub struct Told {
    text: String,
    name: Option<String>,
    /// As of the macro `badge`.
    kind: &'static str,
    /// A key of the words, without `desk-bulk-`; empty when `reason` says it.
    said: &'static str,
    position: Option<u64>,
    /// The rule that said no.
    reason: Option<String>,
}

impl View for Bulk {
    const TEMPLATE: &'static str = "desk/session/bulk.html";

    fn title(&self) -> Sentence {
        Sentence::new(if self.done { "desk-bulk-done-title" } else { "desk-bulk-title" })
    }

    fn samples() -> Vec<Self> {
        let told = |said, kind, position, reason: Option<&str>| Told {
            text: "fenna.de.boer@gemeente.example".into(),
            name: (said != "nobody").then(|| "Fenna de Boer".into()),
            kind,
            said,
            position,
            reason: reason.map(str::to_owned),
        };
        let looked = ["ready", "twice", "here", "nobody"].map(|said| told(said, "ok", None, None));
        let done = vec![
            told("placed", "ok", None, None),
            told("waiting", "wait", Some(2), None),
            told("", "no", None, Some("Deze workshop is bedoeld voor: Vergunningen.")),
        ];
        let sample = |form, lines: Vec<Told>, ready, done| Self {
            form,
            session: Facts::sample(SessionState::Open),
            lines,
            ready,
            done,
        };
        vec![
            sample(FormView::new().wrong("people", "Vul dit in."), Vec::new(), 0, false),
            sample(FormView::new().with("people", "a"), looked.to_vec(), 1, false),
            sample(FormView::new(), looked.to_vec(), 0, false),
            sample(FormView::new(), done, 0, true),
        ]
    }
}

/// An empty form.
#[handler]
pub async fn new(cx: Context, Path(id): Path<SessionId>) -> poem::Result<Response> {
    cx.page(&view(&cx, id, FormView::new(), Vec::new(), false).await?)
}

/// Shows who is meant; with the button of that page, enrols them one by one.
#[handler]
pub async fn create(cx: Context, Path(id): Path<SessionId>, form: Form) -> poem::Result<Response> {
    match looked_up(&cx, id, &form).await {
        Ok((_, lines)) if form.has("make") => {
            let told = enrol(&cx, id, &form, &lines).await?;
            cx.page(&view(&cx, id, FormView::new(), told, true).await?)
        }
        Ok((pasted, lines)) => {
            let told = lines.iter().map(looked).collect();
            let kept = FormView::new().with("people", pasted);
            cx.page(&view(&cx, id, kept, told, false).await?)
        }
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &view(&cx, id, kept, Vec::new(), false).await?)
        }
    }
}

/// What was pasted, and who is meant by it.
async fn looked_up(cx: &Context, id: SessionId, form: &Form) -> Result<(String, Vec<Line>)> {
    let pasted = pasted(form)?;
    let lines = bulk::lines(cx.db(), id, &pasted).await?;
    Ok((pasted, lines))
}

/// What was pasted, and what stands in the file.
fn pasted(form: &Form) -> Result<String> {
    let file = form.upload("file").map(|file| bulk::lines_of_file(&file.content)).transpose()?;
    let both = [form.text("people").to_owned(), file.unwrap_or_default()];
    Ok(both.join("\n").trim().to_owned())
}

/// One change a person: a refusal stops nobody.
async fn enrol(cx: &Context, id: SessionId, form: &Form, lines: &[Line]) -> Result<Vec<Told>> {
    let key = form.request_key(cx.actor());
    let mut told = Vec::with_capacity(lines.len());
    for line in lines {
        // Whoever was enrolled by the first press of this button has the same answer at the second.
        let (Meant::Somebody(person) | Meant::Here(person)) = &line.meant else {
            told.push(looked(line));
            continue;
        };
        let own = key.as_ref().map(|key| of_person(key, person.id));
        let wish = &TakePlace {
            session: id,
            person: person.id,
            origin: Origin::Staff,
            short_notice: false,
            override_reason: None,
        };
        let placed = cx
            .house()
            .write_once(cx.actor(), own.as_ref(), |change| async move {
                enrolment::take_place(&change, wish).await
            })
            .await;
        told.push(result(cx, line, &full_name(person), placed)?);
    }
    Ok(told)
}

fn of_person(key: &RequestKey, person: PersonId) -> RequestKey {
    let hash = Sha256::new().chain_update(&key.hash).chain_update(person.to_string()).finalize();
    RequestKey { hash: hex(&hash), fingerprint: key.fingerprint.clone() }
}

fn result(cx: &Context, line: &Line, name: &str, placed: Result<Placement>) -> Result<Told> {
    let told = |kind, said, position, reason| Told {
        text: line.text.clone(),
        name: Some(name.to_owned()),
        kind,
        said,
        position,
        reason,
    };
    match placed {
        Ok(placement) if placement.status == EnrolmentStatus::Confirmed => {
            Ok(told("ok", "placed", None, None))
        }
        Ok(placement) => Ok(told("wait", "waiting", placement.position, None)),
        Err(Error::Refused(no)) => Ok(told("no", "", None, Some(error::refusal(cx, &no)))),
        Err(error) => Err(error),
    }
}

fn looked(line: &Line) -> Told {
    let (kind, said, person) = match &line.meant {
        Meant::Somebody(person) => ("ok", "ready", Some(person)),
        Meant::Again(person) => ("", "twice", Some(person)),
        Meant::Here(person) => ("info", "here", Some(person)),
        Meant::Nobody => ("no", "nobody", None),
    };
    let name = person.map(|person| full_name(person));
    Told { text: line.text.clone(), name, kind, said, position: None, reason: None }
}

async fn view(cx: &Context, id: SessionId, form: FormView, lines: Vec<Told>, done: bool) -> Result<Bulk> {
    let details = session::details(cx.db(), id, cx.now()).await?;
    let ready = lines.iter().filter(|line| line.said == "ready").count();
    Ok(Bulk { form, session: Facts::new(&details, cx.now()), lines, ready, done })
}
