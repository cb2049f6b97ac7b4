//! Who decides about requests in the stead of a head.

use chrono::NaiveDate;
use entity::id::DeputyId;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use crate::{
    domain::{error::Result, learning::deputy, people::person::full_name},
    web::{context::Context, form::Form, key, refill::FormView, sentence::Sentence, view::View},
};

/// The deputies of a head.
#[derive(Serialize)]
pub struct Deputies {
    form: FormView,
    deputies: Vec<Line>,
    /// The key of the buttons.
    key: String,
}

/// Somebody who stands in.
#[derive(Clone, Debug, Serialize)]
struct Line {
    id: String,
    name: String,
    job: String,
    until: NaiveDate,
}

impl View for Deputies {
    const TEMPLATE: &'static str = "learning/deputy/list.html";

    fn title(&self) -> Sentence {
        Sentence::new("deputy-title")
    }

    fn samples() -> Vec<Self> {
        let line = Line {
            id: "1".into(),
            name: "Noor el Amrani".into(),
            job: "Teamleider".into(),
            until: NaiveDate::from_ymd_opt(2026, 12, 24).unwrap_or_default(),
        };
        let wrong =
            FormView::new().with("person", "wie").wrong("person", "Wij kennen niemand met dit adres.");
        vec![
            Self { form: FormView::new(), deputies: vec![line], key: "k".into() },
            Self { form: wrong, deputies: vec![], key: "k".into() },
        ]
    }
}

/// Who stands in for the viewer.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    cx.page(&view(&cx, FormView::new()).await?)
}

async fn view(cx: &Context, form: FormView) -> Result<Deputies> {
    let today = cx.house().policy.day(cx.now());
    let line = |one: deputy::Deputy| Line {
        id: one.row.id.to_string(),
        name: full_name(&one.person),
        job: one.person.job_title,
        until: one.row.until,
    };
    let deputies = deputy::of_head(cx.db(), cx.me()?, today).await?;
    Ok(Deputies { form, deputies: deputies.into_iter().map(line).collect(), key: key::fresh() })
}

/// Names a deputy.
#[handler]
pub async fn create(cx: Context, form: Form) -> poem::Result<Response> {
    match named(&cx, &form).await {
        Ok(()) => Ok(cx.go("/team/deputies").saying(Sentence::new("deputy-said-named")).into()),
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &view(&cx, kept).await?)
        }
    }
}

async fn named(cx: &Context, form: &Form) -> Result<()> {
    let mut read = form.read();
    let who = &read.required("person", 200);
    let until = read.date("until");
    let until = read.needed("until", until).unwrap_or_default();
    read.done()?;
    cx.write_once(form, |change| async move { deputy::name(&change, who, until).await }).await.map(drop)
}

/// Ends it.
#[handler]
pub async fn end(cx: Context, Path(id): Path<DeputyId>, form: Form) -> poem::Result<Response> {
    cx.write_once(&form, |change| async move { deputy::end(&change, id).await }).await?;
    Ok(cx.go("/team/deputies").saying(Sentence::new("deputy-said-ended")).into())
}
