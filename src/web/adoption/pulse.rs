//! Answering the pulse: one page behind a secret link, for whoever has it. Whether somebody is signed in is of no account, and is
//! not noted.

use chrono::NaiveDate;
use entity::core_value::CoreValue;
use http::StatusCode;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use crate::{
    domain::{
        actor::Actor,
        adoption::pulse::{
            HEADCOUNT, SCORES, answer,
            link::{self, Found, Standing},
        },
        error::{Error, Result},
    },
    web::{
        context::Context, dialogue::vote::scores, form::Form, refill::FormView, sentence::Sentence,
        view::View,
    },
};

/// The four questions, as the macros of `templates/adoption/pulse/part.html` take them.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Questions {
    values: Vec<CoreValue>,
    scores: Vec<i32>,
    /// People of a department to which an answer is counted, at least.
    fewest: u64,
}

impl Default for Questions {
    fn default() -> Self {
        Self { values: CoreValue::ALL.to_vec(), scores: SCORES.collect(), fewest: HEADCOUNT }
    }
}

/// The questions, or why there are none.
#[derive(Serialize)]
pub struct Ask {
    form: FormView,
    /// `open`, `answered`, `over` or `unknown`.
    state: &'static str,
    code: String,
    closes_on: Option<NaiveDate>,
    questions: Questions,
}

impl View for Ask {
    const TEMPLATE: &'static str = "adoption/pulse/ask.html";
    const PLAIN: bool = true;

    fn title(&self) -> Sentence {
        Sentence::new(match self.state {
            "open" => "pulse-title",
            "answered" => "pulse-answered",
            "over" => "pulse-over",
            _ => "pulse-unknown",
        })
    }

    fn samples() -> Vec<Self> {
        let page = |state, form| Self {
            state,
            code: "0123456789abcdef".into(),
            closes_on: NaiveDate::from_ymd_opt(2026, 3, 20),
            ..Self::bare(form)
        };
        let wrong = FormView::new().with("verbinding", "4").wrong("vertrouwen", "Kies een antwoord.");
        vec![
            page("open", FormView::new()),
            page("open", wrong),
            page("answered", FormView::new()),
            page("over", FormView::new()),
            Self::bare(FormView::new()),
        ]
    }
}

impl Ask {
    fn bare(form: FormView) -> Self {
        let questions = Questions::default();
        Self { form, state: "unknown", code: String::new(), closes_on: None, questions }
    }

    fn of(cx: &Context, code: &str, found: &Found, form: FormView) -> Self {
        let state = match found.standing(cx.house().policy.day(cx.now())) {
            Standing::Open => "open",
            Standing::Answered => "answered",
            Standing::Over => "over",
        };
        Self { state, code: code.to_owned(), closes_on: Some(found.pulse.closes_on), ..Self::bare(form) }
    }

    fn status(&self) -> StatusCode {
        match self.state {
            "unknown" => StatusCode::NOT_FOUND,
            "over" => StatusCode::GONE,
            _ => self.form.status,
        }
    }
}

/// The questions behind a link.
#[handler]
pub async fn show(cx: Context, Path(code): Path<String>) -> poem::Result<Response> {
    page(&cx, &code, FormView::new()).await
}

/// Takes the answer. A second press finds that there is one, and says so.
#[handler]
pub async fn give(cx: Context, Path(code): Path<String>, form: Form) -> poem::Result<Response> {
    match send(&cx, &code, &form).await {
        Ok(()) => Ok(cx.go(format!("/pulse/{code}")).into()),
        Err(Error::Missing(_)) => page(&cx, &code, FormView::new()).await,
        Err(error) => {
            let form = cx.again(&form, &[], error)?;
            page(&cx, &code, form).await
        }
    }
}

async fn page(cx: &Context, code: &str, form: FormView) -> poem::Result<Response> {
    let page = match link::find(cx.db(), code).await {
        Ok(found) => Ask::of(cx, code, &found, form),
        Err(Error::Missing(_)) => Ask::bare(form),
        Err(error) => return Err(error.into()),
    };
    cx.page_as(page.status(), &page)
}

/// As nobody: whoever is signed in stands nowhere near their answer. And not under the key of the form, which would be kept with
/// the time and a digest of what was answered.
async fn send(cx: &Context, code: &str, form: &Form) -> Result<()> {
    let scores = scores(cx, form)?;
    let verb = |change: std::sync::Arc<_>| async move { answer::give(&change, code, scores).await };
    cx.house().write(&Actor::nobody(), verb).await?;
    Ok(())
}
