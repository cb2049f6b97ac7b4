//! One request: what somebody needs to know to decide about it, and the decision.

use chrono::{DateTime, Utc};
use entity::{
    approval::{ApprovalState, Step},
    id::EnrolmentId,
};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{
    card::{Seats, Span, address, first_period},
    participant_line::Offices,
};
use crate::{
    domain::{
        error::{Field, Result},
        learning::approval::{self, list},
        people::person::{self, full_name},
    },
    web::{context::Context, form::Form, key, refill::FormView, sentence::Sentence, view::View},
};

/// A request, also as a row of the list.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    pub id: String,
    pub name: String,
    departments: Vec<String>,
    pub title: String,
    session: String,
    period: Span,
    step: Step,
    asked_at: DateTime<Utc>,
    /// Until when somebody can decide.
    until: DateTime<Utc>,
    seats: Seats,
    /// What else this person has asked for.
    others: Vec<Other>,
}

/// Another request of the same person.
#[derive(Clone, Debug, Serialize)]
struct Other {
    title: String,
    period: Span,
}

impl Line {
    pub(super) fn new(request: &list::Request, offices: &Offices) -> Self {
        let place = &request.place;
        let other = |one: &crate::domain::learning::place::Place| Other {
            title: one.item.workshop.title.clone(),
            period: first_period(&one.item),
        };
        Self {
            id: place.enrolment.id.to_string(),
            name: full_name(&request.person),
            departments: offices.names(request.person.id),
            title: place.item.workshop.title.clone(),
            session: address(place.item.session.id),
            period: first_period(&place.item),
            step: request.approval.step,
            asked_at: request.approval.asked_at,
            until: approval::until(&place.item.session),
            seats: Seats::from(&place.item),
            others: request.others.iter().map(other).collect(),
        }
    }

    /// For samples.
    pub(super) fn sample(step: Step, others: bool) -> Self {
        let other = Other { title: "Helder schrijven".into(), period: Span::sample(9) };
        Self {
            id: "0190a1b2-0000-7000-8000-000000000002".into(),
            name: "Sem Bakker".into(),
            departments: vec!["Vergunningen".into()],
            title: "Het eerste contact".into(),
            session: "/sessions/0190a1b2-0000-7000-8000-000000000001".into(),
            period: Span::sample(5),
            step,
            asked_at: Span::sample(-3).start,
            until: Span::sample(4).start,
            seats: Seats::sample(if others { "queue" } else { "take" }),
            others: others.then_some(other).into_iter().collect(),
        }
    }
}

/// One request.
#[derive(Serialize)]
pub struct Show {
    line: Line,
    /// Nobody has decided in this step, and it is not too late.
    open: bool,
    state: ApprovalState,
    decided_at: Option<DateTime<Utc>>,
    decided_by: Option<String>,
    reason: Option<String>,
    grant_key: String,
    form: FormView,
}

impl View for Show {
    const TEMPLATE: &'static str = "learning/approval/show.html";

    fn title(&self) -> Sentence {
        Sentence::plain(format!("{}, {}", self.line.name, self.line.title))
    }

    fn samples() -> Vec<Self> {
        let sample = |state: ApprovalState, form: FormView| Self {
            line: Line::sample(Step::Head, state == ApprovalState::Open),
            open: state == ApprovalState::Open,
            state,
            decided_at: (state != ApprovalState::Open).then(|| Span::sample(0).start),
            decided_by: (state == ApprovalState::Declined).then(|| "Hanna Smit".into()),
            reason: (state == ApprovalState::Declined).then(|| "Dit kwartaal is te druk.".into()),
            grant_key: "k".into(),
            form,
        };
        let wrong = FormView::new().wrong("reason", "Vul dit in.");
        let all = ApprovalState::ALL.iter().map(|state| sample(*state, FormView::new()));
        all.chain([sample(ApprovalState::Open, wrong)]).collect()
    }
}

/// One request, for who decides about it; others do not exist. Opening it decides nothing.
#[handler]
pub async fn show(cx: Context, Path(id): Path<EnrolmentId>) -> poem::Result<Response> {
    cx.page(&view(&cx, id, FormView::new()).await?)
}

async fn view(cx: &Context, id: EnrolmentId, form: FormView) -> Result<Show> {
    let moment = super::team::moment(cx);
    let request = list::find(cx.db(), cx.actor(), id, moment).await?;
    let offices = Offices::of(cx, &[request.person.id]).await?;
    let row = &request.approval;
    let over = approval::is_over(&request.place.item.session, cx.now());
    let by = match row.decided_by {
        Some(by) => Some(full_name(&person::find(cx.db(), by).await?)),
        None => None,
    };
    let mine = row.step == Step::Head || cx.actor().may_enrol_anyone();
    Ok(Show {
        line: Line::new(&request, &offices),
        open: row.state == ApprovalState::Open && !over && mine,
        state: if row.state == ApprovalState::Open && over { ApprovalState::Expired } else { row.state },
        decided_at: row.decided_at,
        decided_by: by,
        reason: row.reason.clone(),
        grant_key: key::fresh(),
        form,
    })
}

/// Grants or declines.
#[handler]
pub async fn decide(cx: Context, Path(id): Path<EnrolmentId>, form: Form) -> poem::Result<Response> {
    let before = view(&cx, id, FormView::new()).await?;
    let done = match form.text("decision") {
        "grant" => cx.write_once(&form, |change| async move { approval::grant(&change, id).await }).await,
        "decline" => {
            let reason = &form.text("reason").to_owned();
            let verb =
                |change: std::sync::Arc<_>| async move { approval::decline(&change, id, reason).await };
            cx.write_once(&form, verb).await
        }
        _ => Err(Field::new("decision", "required").into()),
    };
    match done {
        Ok(placement) => {
            let said = Sentence::new(super::approvals::said(&placement)).with("name", before.line.name);
            Ok(cx.go("/approvals").saying(said).into())
        }
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &view(&cx, id, kept).await?)
        }
    }
}
