//! Requests that wait for whoever looks: heads, who stands in for them, and programme managers; several can be decided at once.

use entity::{approval::Step, enrolment::EnrolmentStatus, id::EnrolmentId};
use http::StatusCode;
use poem::{Response, handler};
use serde::Serialize;

use super::{approval::Line, participant_line::Offices, team::moment};
use crate::{
    domain::{
        error::{Error, Field, Result},
        learning::{
            approval::{self, list},
            enrolment::Placement,
        },
        people::person::full_name,
    },
    web::{
        context::Context,
        error,
        form::Form,
        pager::{self, Pager},
        refill::FormView,
        sentence::Sentence,
        view::View,
    },
};

/// The field of several ticks.
const MANY: [&str; 1] = ["request"];
/// As many as stand on a page.
const MOST: usize = 50;

/// What waits.
#[derive(Serialize)]
pub struct Index {
    lines: Vec<Line>,
    pages: Pager,
    form: FormView,
    /// What came of the last press.
    told: Vec<Told>,
    /// For whoever runs the programme: whether what heads have not decided is shown too.
    all: Option<bool>,
}

/// What came of one request.
#[derive(Clone, Debug, Serialize)]
pub struct Told {
    name: String,
    title: String,
    kind: &'static str,
    text: String,
}

impl View for Index {
    const TEMPLATE: &'static str = "learning/approval/list.html";

    fn title(&self) -> Sentence {
        Sentence::new("approval-title")
    }

    fn samples() -> Vec<Self> {
        let told = |kind, text: &str| Told {
            name: "Sem Bakker".into(),
            title: "Het eerste contact".into(),
            kind,
            text: text.into(),
        };
        let face = |lines: Vec<Line>, told, all| Self {
            pages: Pager::single(lines.len() as u64),
            lines,
            form: FormView::new(),
            told,
            all,
        };
        let full = || vec![Line::sample(Step::Head, true), Line::sample(Step::Manager, false)];
        let wrong = FormView::new().wrong("reason", "Vul dit in.").wrong("request", "Kies iemand.");
        vec![
            face(full(), vec![], None),
            face(
                full(),
                vec![told("ok", "Heeft een plek"), told("no", "Inschrijven kan niet meer.")],
                Some(true),
            ),
            face(vec![], vec![], Some(false)),
            Self { form: wrong, ..face(full(), vec![], None) },
        ]
    }
}

/// What waits for the viewer, the oldest first. Whoever decides about nobody finds an empty list.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    cx.page(&view(&cx, FormView::new(), Vec::new()).await?)
}

async fn view(cx: &Context, form: FormView, told: Vec<Told>) -> Result<Index> {
    let moment = moment(cx);
    let all = cx.query().has("all");
    let desk = list::Desk::of(cx.db(), cx.actor(), moment.1, all).await?;
    let page = list::list(cx.db(), &desk, &pager::window(cx)?, moment).await?;
    let total = list::count(cx.db(), &desk, moment).await?;
    let people: Vec<_> = page.items.iter().map(|one| one.person.id).collect();
    let offices = Offices::of(cx, &people).await?;
    cx.count_waiting().await?;
    Ok(Index {
        lines: page.items.iter().map(|one| Line::new(one, &offices)).collect(),
        pages: Pager::new(cx, &page, total),
        form,
        told,
        all: cx.actor().may_enrol_anyone().then_some(all),
    })
}

/// Grants or declines what was ticked, one change each: what cannot be done stops nothing else.
#[handler]
pub async fn decide(cx: Context, form: Form) -> poem::Result<Response> {
    match read(&form) {
        Ok((ids, grants)) => {
            let mut told = Vec::new();
            for id in ids {
                told.extend(one(&cx, id, grants, form.text("reason")).await?);
            }
            cx.page(&view(&cx, FormView::new(), told).await?)
        }
        Err(error) => {
            let kept = cx.again(&form, &MANY, error)?;
            cx.page_as(StatusCode::UNPROCESSABLE_ENTITY, &view(&cx, kept, Vec::new()).await?)
        }
    }
}

/// Which requests, and whether they are granted.
fn read(form: &Form) -> Result<(Vec<EnrolmentId>, bool)> {
    let mut read = form.read();
    let single: Option<EnrolmentId> = form.text("grant").parse().ok();
    let ids = match single {
        Some(id) => vec![id],
        None => read.choices("request", |text| text.parse().ok()),
    };
    if ids.is_empty() || ids.len() > MOST {
        read.refuse(Field::new("request", "choose-requests"));
    }
    let grants = single.is_some() || form.text("decision") == "grant";
    if !grants && form.text("decision") != "decline" {
        read.refuse(Field::new("request", "required"));
    }
    if !grants {
        read.required("reason", 400);
    }
    read.done()?;
    Ok((ids, grants))
}

/// What came of one; nothing of what is not there for the viewer.
async fn one(cx: &Context, id: EnrolmentId, grants: bool, reason: &str) -> Result<Option<Told>> {
    let request = match list::find(cx.db(), cx.actor(), id, moment(cx)).await {
        Ok(request) => request,
        Err(Error::Missing(_)) => return Ok(None),
        Err(error) => return Err(error),
    };
    let verb = |change: std::sync::Arc<_>| async move {
        if grants { approval::grant(&change, id).await } else { approval::decline(&change, id, reason).await }
    };
    let (kind, text) = match cx.write(verb).await {
        Ok(placement) => (badge(&placement), cx.words().say(cx.language(), result(&placement), &[])),
        Err(Error::Refused(no)) => ("no", error::refusal(cx, &no)),
        Err(error) => return Err(error),
    };
    Ok(Some(Told { name: full_name(&request.person), title: request.place.item.workshop.title, kind, text }))
}

const fn badge(placement: &Placement) -> &'static str {
    match placement.status {
        EnrolmentStatus::Confirmed => "ok",
        EnrolmentStatus::Waiting | EnrolmentStatus::Offered | EnrolmentStatus::Requested => "wait",
        EnrolmentStatus::Withdrawn | EnrolmentStatus::Declined => "",
    }
}

/// What became of a request, in a word.
const fn result(placement: &Placement) -> &'static str {
    match placement.status {
        EnrolmentStatus::Confirmed => "approval-result-confirmed",
        EnrolmentStatus::Waiting | EnrolmentStatus::Offered => "approval-result-waiting",
        EnrolmentStatus::Requested => "approval-result-passed-on",
        EnrolmentStatus::Withdrawn | EnrolmentStatus::Declined => "approval-result-declined",
    }
}

/// What became of a request, in a sentence with a name.
pub(super) const fn said(placement: &Placement) -> &'static str {
    match placement.status {
        EnrolmentStatus::Confirmed => "approval-said-confirmed",
        EnrolmentStatus::Waiting | EnrolmentStatus::Offered => "approval-said-waiting",
        EnrolmentStatus::Requested => "approval-said-passed-on",
        EnrolmentStatus::Withdrawn | EnrolmentStatus::Declined => "approval-said-declined",
    }
}
