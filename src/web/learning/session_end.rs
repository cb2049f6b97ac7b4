//! Whether a session goes on: calling it off, and the decision when there are too few people.

use entity::{id::SessionId, session::SessionState};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{card::SessionCard, session_facts::Facts, touched::Touched};
use crate::{
    domain::{
        error::Result,
        learning::{
            affected,
            agenda::{self, Filter},
            calling_off, decision, session,
        },
        page::Window,
    },
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// Other dates that are shown.
const OTHERS: u64 = 6;

/// Shows whom calling off touches and where they can go; with the choice to go on when somebody has to decide.
#[derive(Serialize)]
pub struct Ending {
    form: FormView,
    session: Facts,
    touched: Touched,
    others: Vec<SessionCard>,
    /// Whether this is the page of the decision.
    decides: bool,
}

impl View for Ending {
    const TEMPLATE: &'static str = "desk/session/ending.html";

    fn title(&self) -> Sentence {
        Sentence::new(if self.decides { "desk-decision-title" } else { "desk-call-off-title" })
    }

    fn samples() -> Vec<Self> {
        let sample = |decides, touched, others| Self {
            form: FormView::new().wrong("reason", "Dit is te lang."),
            session: Facts::sample(SessionState::Open),
            touched,
            others,
            decides,
        };
        vec![
            sample(true, Touched::sample(), vec![SessionCard::sample("Helder schrijven", 3, 4)]),
            sample(false, Touched::nobody(), Vec::new()),
        ]
    }
}

/// Asks whether to call it off.
#[handler]
pub async fn ask(cx: Context, Path(id): Path<SessionId>) -> poem::Result<Response> {
    cx.page(&ending(&cx, id, FormView::new(), false).await?)
}

/// Calls it off.
#[handler]
pub async fn call_off(cx: Context, Path(id): Path<SessionId>, form: Form) -> poem::Result<Response> {
    let reason = Some(form.text("reason"));
    let done = cx.write_once(&form, |change| async move { calling_off::call_off(&change, id, reason).await });
    match done.await {
        Ok(()) => Ok(cx.go(format!("/desk/sessions/{id}")).saying(Sentence::new("desk-called-off")).into()),
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &ending(&cx, id, kept, false).await?)
        }
    }
}

/// The one page of the decision: go on, or call off.
#[handler]
pub async fn decide(cx: Context, Path(id): Path<SessionId>) -> poem::Result<Response> {
    let view = ending(&cx, id, FormView::new(), true).await?;
    if view.session.is_settled() {
        return Ok(cx.go(format!("/desk/sessions/{id}")).saying(Sentence::new("desk-decision-over")).into());
    }
    cx.page(&view)
}

/// It goes on.
#[handler]
pub async fn go_on(cx: Context, Path(id): Path<SessionId>, form: Form) -> poem::Result<Response> {
    cx.write_once(&form, |change| async move { decision::go_on(&change, id).await }).await?;
    Ok(cx.go(format!("/desk/sessions/{id}")).saying(Sentence::new("desk-goes-on")).into())
}

async fn ending(cx: &Context, id: SessionId, form: FormView, decides: bool) -> Result<Ending> {
    let details = session::details(cx.db(), id, cx.now()).await?;
    let affected = affected::of(cx.db(), &details, &[]).await?;
    let filter = Filter { workshop: Some(details.workshop.id), open: Some(true), ..Filter::default() };
    let others = agenda::list(cx.db(), &filter, &Window { limit: OTHERS, after: None }, cx.now()).await?;
    let others = others.items.iter().filter(|item| item.session.id != id);
    Ok(Ending {
        form,
        session: Facts::new(&details, cx.now()),
        touched: Touched::new(&affected),
        others: others.map(|item| SessionCard::new(cx, item, None)).collect(),
        decides,
    })
}
