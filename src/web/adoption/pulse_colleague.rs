//! Entering what a colleague answers on the telephone. The log names neither who enters it nor for whom.

use entity::id::PersonId;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::pulse::Questions;
use crate::{
    domain::{
        adoption::pulse::{
            self, Pulse, answer,
            colleague::{self, Colleague, MOST},
            link::Standing,
        },
        error::{Error, Result},
    },
    web::{
        context::Context, dialogue::vote::scores, form::Form, refill::FormView, sentence::Sentence,
        view::View,
    },
};

/// Who is on the telephone.
#[derive(Serialize)]
pub struct Index {
    form: FormView,
    /// Nothing before somebody searched.
    found: Option<Vec<Line>>,
    most: u64,
    /// Whether people can answer today.
    open: bool,
}

/// Somebody who is asked.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    href: String,
    name: String,
    department: Option<String>,
}

impl From<Colleague> for Line {
    fn from(one: Colleague) -> Self {
        let href = format!("/desk/pulse/colleagues/{}", one.id);
        Self { href, name: one.name, department: one.department }
    }
}

impl View for Index {
    const TEMPLATE: &'static str = "adoption/pulse/colleagues.html";

    fn title(&self) -> Sentence {
        Sentence::new("pulse-colleagues")
    }

    fn samples() -> Vec<Self> {
        let line = Line {
            href: "/desk/pulse/colleagues/1".into(),
            name: "Fenna de Boer".into(),
            department: Some("Vergunningen".into()),
        };
        let face = |found, open| Self { form: FormView::new().with("q", "fenna"), found, most: MOST, open };
        vec![face(None, true), face(Some(vec![line]), true), face(Some(vec![]), true), face(None, false)]
    }
}

/// The questions, for one colleague.
#[derive(Serialize)]
pub struct Ask {
    form: FormView,
    colleague: Line,
    questions: Questions,
}

impl View for Ask {
    const TEMPLATE: &'static str = "adoption/pulse/colleague.html";

    fn title(&self) -> Sentence {
        Sentence::new("pulse-colleague").with("name", self.colleague.name.as_str())
    }

    fn samples() -> Vec<Self> {
        let colleague =
            Line { href: "/desk/pulse/colleagues/1".into(), name: "Fenna de Boer".into(), department: None };
        let face = |form| Self { form, colleague: colleague.clone(), questions: Questions::default() };
        vec![face(FormView::new()), face(FormView::new().wrong("vertrouwen", "Kies een antwoord."))]
    }
}

/// Finds them.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let today = cx.house().policy.day(cx.now());
    let text = cx.query().search("q");
    let running = pulse::running(cx.db(), today).await?;
    let found = match &running {
        Some(pulse) if !text.is_empty() => {
            let found = colleague::search(cx.db(), cx.actor(), (pulse, today), &text).await?;
            Some(found.into_iter().map(Line::from).collect())
        }
        Some(_) | None => None,
    };
    let form = FormView::new().with("q", text);
    cx.page(&Index { form, found, most: MOST, open: running.is_some() })
}

/// The questions.
#[handler]
pub async fn show(cx: Context, Path(id): Path<PersonId>) -> poem::Result<Response> {
    page(&cx, id, FormView::new()).await
}

/// Takes what was said. That a colleague answered already is told to whoever tries to enter a second answer only.
#[handler]
pub async fn give(cx: Context, Path(id): Path<PersonId>, form: Form) -> poem::Result<Response> {
    let back = || cx.go("/desk/pulse/colleagues");
    match send(&cx, id, &form).await {
        Ok(Standing::Open) => Ok(back().saying(Sentence::new("pulse-colleague-said")).into()),
        Ok(Standing::Answered) => Ok(back().warning(Sentence::new("pulse-colleague-answered")).into()),
        Ok(Standing::Over) => Ok(back().warning(Sentence::new("pulse-over")).into()),
        Err(error) => {
            let form = cx.again(&form, &[], error)?;
            page(&cx, id, form).await
        }
    }
}

async fn page(cx: &Context, id: PersonId, form: FormView) -> poem::Result<Response> {
    let today = cx.house().policy.day(cx.now());
    let pulse: Pulse = pulse::running(cx.db(), today).await?.ok_or(Error::Missing("pulse"))?;
    let colleague = colleague::find(cx.db(), cx.actor(), (&pulse, today), id).await?.into();
    cx.page_as(form.status, &Ask { form, colleague, questions: Questions::default() })
}

/// Not under the key of the form, which would be kept with the time and a digest of what was answered.
async fn send(cx: &Context, id: PersonId, form: &Form) -> Result<Standing> {
    let scores = scores(cx, form)?;
    cx.write(|change| async move { answer::give_for(&change, id, scores).await }).await
}
