//! Answering an evaluation: one page behind a secret link, for whoever has it. Whether somebody is signed in is of no account, and
//! is not noted.

use chrono::NaiveDate;
use entity::{evaluation::EvaluationKind as Kind, evaluation_answer::Applied};
use http::StatusCode;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use crate::{
    domain::{
        actor::Actor,
        error::{Error, Result},
        learning::evaluation::{
            FEWEST,
            answer::{self, Answer, REMARK_LENGTH, Reason, SCORES, Said},
            link::{self, Found, Standing},
        },
    },
    web::{
        context::Context,
        form::{Form, Pairs},
        refill::FormView,
        sentence::Sentence,
        view::View,
    },
};

/// The questions, or why there are none.
#[derive(Serialize)]
pub struct Ask {
    form: FormView,
    /// `open`, `answered`, `over` or `unknown`.
    state: &'static str,
    code: String,
    workshop: String,
    kind: &'static str,
    closes_on: Option<NaiveDate>,
    scores: Vec<i32>,
    applied: Vec<&'static str>,
    helped: Vec<&'static str>,
    hindered: Vec<&'static str>,
    /// Characters that a remark may have.
    most: usize,
    /// Answers that are shown together, at least.
    fewest: usize,
}

impl View for Ask {
    const TEMPLATE: &'static str = "learning/evaluation/ask.html";
    const PLAIN: bool = true;

    fn title(&self) -> Sentence {
        let workshop = |key| Sentence::new(key).with("workshop", self.workshop.as_str());
        match (self.state, self.kind) {
            ("open", "after-closing") => workshop("evaluation-title"),
            ("open", _) => workshop("evaluation-title-later"),
            ("answered", _) => Sentence::new("evaluation-answered"),
            ("over", _) => Sentence::new("evaluation-over"),
            _ => Sentence::new("evaluation-unknown"),
        }
    }

    fn samples() -> Vec<Self> {
        let page = |state, kind| Self {
            state,
            code: "0123456789abcdef".into(),
            workshop: "Helder schrijven".into(),
            kind,
            closes_on: NaiveDate::from_ymd_opt(2026, 3, 20),
            ..Self::bare(FormView::new())
        };
        let wrong =
            FormView::new().with("useful", "4").with("remark", "Meer oefenen.").wrong("clear", "Vul dit in.");
        let ticked = FormView::new().with("applied", "no").with_all("reasons", ["helped-time"]);
        let (after, later) = (Kind::AfterClosing.code(), Kind::AfterTwelveWeeks.code());
        vec![
            page("open", after),
            Self { form: wrong, ..page("open", after) },
            page("open", later),
            Self { form: ticked, ..page("open", later) },
            page("answered", after),
            page("over", later),
            Self { closes_on: None, ..page("unknown", "") },
        ]
    }
}

impl Ask {
    fn bare(form: FormView) -> Self {
        let reasons = |helped: bool| {
            Reason::ALL.into_iter().filter(|one| one.helped() == helped).map(Reason::code).collect()
        };
        Self {
            form,
            state: "unknown",
            code: String::new(),
            workshop: String::new(),
            kind: "",
            closes_on: None,
            scores: SCORES.collect(),
            applied: Applied::ALL.iter().map(|one| one.code()).collect(),
            helped: reasons(true),
            hindered: reasons(false),
            most: REMARK_LENGTH,
            fewest: FEWEST,
        }
    }

    fn of(cx: &Context, code: &str, found: Found, form: FormView) -> Self {
        let state = match found.standing(cx.house().policy.day(cx.now())) {
            Standing::Open => "open",
            Standing::Answered => "answered",
            Standing::Over => "over",
        };
        Self {
            state,
            code: code.to_owned(),
            workshop: found.workshop.title,
            kind: found.evaluation.kind.code(),
            closes_on: Some(found.evaluation.closes_on),
            ..Self::bare(form)
        }
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
        Ok(()) => Ok(cx.go(format!("/evaluations/{code}")).into()),
        Err(Error::Missing(_)) => page(&cx, &code, FormView::new()).await,
        Err(error) => {
            let form = cx.again(&form, &["reasons"], error)?;
            page(&cx, &code, form).await
        }
    }
}

async fn page(cx: &Context, code: &str, form: FormView) -> poem::Result<Response> {
    let page = match link::find(cx.db(), code).await {
        Ok(found) => Ask::of(cx, code, found, form),
        Err(Error::Missing(_)) => Ask::bare(form),
        Err(error) => return Err(error.into()),
    };
    cx.page_as(page.status(), &page)
}

/// As nobody: whoever is signed in stands nowhere near their answer. And not under the key of the form, which would be kept with
/// the time and a digest of what was answered.
async fn send(cx: &Context, code: &str, form: &Form) -> Result<()> {
    let kind = link::find(cx.db(), code).await?.evaluation.kind;
    let given = &read(form, kind)?;
    let verb = |change: std::sync::Arc<_>| async move { answer::give(&change, code, given).await };
    cx.house().write(&Actor::nobody(), verb).await?;
    Ok(())
}

fn read(pairs: &Pairs, kind: Kind) -> Result<Answer> {
    let mut read = pairs.read();
    let score = |code: &str| code.parse().ok().filter(|score| SCORES.contains(score));
    let said = match kind {
        Kind::AfterClosing => {
            let mut one = |name| {
                let score = read.choice(name, score);
                read.needed(name, score)
            };
            let [useful, clear, recommend] = ["useful", "clear", "recommend"].map(&mut one);
            useful.zip(clear).zip(recommend).map(|((useful, clear), recommend)| Said::AfterClosing {
                useful,
                clear,
                recommend,
            })
        }
        Kind::AfterTwelveWeeks => {
            let applied = read.choice("applied", Applied::from_code);
            let applied = read.needed("applied", applied);
            let reasons = read.choices("reasons", Reason::from_code);
            applied.map(|applied| Said::AfterTwelveWeeks { applied, reasons })
        }
    };
    let remark = read.optional("remark", REMARK_LENGTH);
    read.done()?;
    // Reading has said what is wrong where something is not there.
    said.map(|said| Answer { said, remark }).ok_or(Error::Forbidden)
}
