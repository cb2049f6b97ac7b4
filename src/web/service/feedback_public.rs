//! What a resident fills in: one page behind a link or a code on a poster. No account, no script, and nothing is noted of who it is;
//! the address is counted in memory only, so that nobody fills a form by machine.

use entity::feedback::Channel;
use http::StatusCode;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use crate::{
    domain::{
        actor::Actor,
        error::{Error, Result},
        service::feedback::{self, EFFORTS, GRADES, LENGTH, Said, form, mask::LEFT_OUT},
    },
    web::{
        context::Context,
        form::{Form, Pairs},
        refill::FormView,
        sentence::Sentence,
        view::View,
    },
};

/// The questions, thanks, or why there are none.
#[derive(Serialize)]
pub struct Ask {
    form: FormView,
    /// `open`, `thanks` or `unknown`.
    state: &'static str,
    key: String,
    channel: Option<Channel>,
    questions: Questions,
}

/// What is asked, as the macros of `templates/service/feedback/part.html` take it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Questions {
    grades: Vec<i32>,
    efforts: Vec<i32>,
    /// Characters that a text may have.
    most: usize,
    left_out: &'static str,
}

impl Default for Questions {
    fn default() -> Self {
        Self { grades: GRADES.collect(), efforts: EFFORTS.collect(), most: LENGTH, left_out: LEFT_OUT }
    }
}

impl View for Ask {
    const TEMPLATE: &'static str = "service/feedback/ask.html";
    const PLAIN: bool = true;

    fn title(&self) -> Sentence {
        Sentence::new(match self.state {
            "open" => "feedback-title",
            "thanks" => "feedback-thanks",
            _ => "feedback-unknown",
        })
    }

    fn samples() -> Vec<Self> {
        let face = |state, form| Self {
            form,
            channel: Some(Channel::Counter).filter(|_| state == "open"),
            ..Self::bare(state, "K7MP4TXA")
        };
        let wrong = FormView::new().with("grade", "8").with("text", "Fijn.").wrong("text", "Te lang.");
        vec![
            face("open", FormView::new()),
            face("open", wrong),
            face("thanks", FormView::new()),
            face("unknown", FormView::new()),
        ]
    }
}

impl Ask {
    fn bare(state: &'static str, key: &str) -> Self {
        let questions = Questions::default();
        Self { form: FormView::new(), state, key: key.to_owned(), channel: None, questions }
    }
}

/// The questions behind a link, and the thanks.
#[handler]
pub async fn show(cx: Context, Path(key): Path<String>) -> poem::Result<Response> {
    page(&cx, &key, FormView::new()).await
}

/// Takes what was filled in.
#[handler]
pub async fn give(cx: Context, Path(key): Path<String>, form: Form) -> poem::Result<Response> {
    cx.site().throttle.hear(cx.client())?;
    match send(&cx, &key, &form).await {
        Ok(()) => Ok(cx.go(format!("/feedback/{key}?thanks=1")).into()),
        Err(Error::Missing(_)) => unknown(&cx, &key),
        Err(error) => {
            let form = cx.again(&form, &[], error)?;
            page(&cx, &key, form).await
        }
    }
}

async fn page(cx: &Context, key: &str, form: FormView) -> poem::Result<Response> {
    let found = match form::find_open(cx.db(), key).await {
        Ok(found) => found,
        Err(Error::Missing(_)) => return unknown(cx, key),
        Err(error) => return Err(error.into()),
    };
    let state = if cx.query().has("thanks") && form.errors.is_empty() { "thanks" } else { "open" };
    let page = Ask { channel: Some(found.channel), ..Ask::bare(state, &found.link_key) };
    cx.page_as(form.status, &Ask { form, ..page })
}

fn unknown(cx: &Context, key: &str) -> poem::Result<Response> {
    cx.page_as(StatusCode::NOT_FOUND, &Ask::bare("unknown", key))
}

/// As nobody, and not under a key that would be kept with the time and a digest of what was said.
async fn send(cx: &Context, key: &str, form: &Form) -> Result<()> {
    let said = &said(form)?;
    let verb = |change: std::sync::Arc<_>| async move { feedback::fill_in(&change, key, said).await };
    cx.house().write(&Actor::nobody(), verb).await
}

/// What a form says of a grade, an effort and a text.
///
/// # Errors
/// Fields `grade`, `effort` and `text`.
pub(super) fn said(pairs: &Pairs) -> Result<Said> {
    let mut read = pairs.read();
    let grade = read.number("grade", *GRADES.start(), *GRADES.end());
    let effort = read.number("effort", *EFFORTS.start(), *EFFORTS.end());
    let text = read.optional("text", LENGTH);
    read.done()?;
    Ok(Said { grade, effort, text })
}
