//! Merging a department into another, after a preview of whom it touches.

use std::collections::HashSet;

use chrono::NaiveDate;
use entity::id::DepartmentId;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{
    department_plan::planned,
    department_room::{Other, day},
    person::{Choice, choices},
};
use crate::{
    domain::{
        error::{Error, Result},
        people::{
            department,
            person::{Person, full_name},
        },
        reorganisation::{
            self, Outcome, Wish,
            merging::{self, Effect},
        },
    },
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// Names that are shown; the count tells of the rest.
const NAMES: usize = 30;

/// Into which department, from when; and then what that means.
#[derive(Serialize)]
pub struct Merge {
    form: FormView,
    id: String,
    name: String,
    departments: Vec<Choice>,
    touched: Option<Touched>,
}

/// Whom and what it touches.
#[derive(Serialize)]
pub struct Touched {
    into: Other,
    from: NaiveDate,
    people: usize,
    names: Vec<String>,
    below: Vec<String>,
    heads: Vec<String>,
    heads_stay: bool,
    audiences: u64,
}

impl Touched {
    fn new(effect: &Effect, from: NaiveDate) -> Self {
        let names = |people: &[Person]| people.iter().take(NAMES).map(full_name).collect();
        Self {
            into: Other { id: effect.into.id.to_string(), name: effect.into.name.clone() },
            from,
            people: effect.people.len(),
            names: names(&effect.people),
            below: effect.below.iter().map(|one| one.name.clone()).collect(),
            heads: names(&effect.heads),
            heads_stay: effect.heads_stay,
            audiences: effect.audiences,
        }
    }
}

impl View for Merge {
    const TEMPLATE: &'static str = "people/department/merge.html";

    fn title(&self) -> Sentence {
        Sentence::new("department-merge-title").with("name", &*self.name)
    }

    fn samples() -> Vec<Self> {
        let touched = |many: usize, heads_stay| Touched {
            into: Other { id: "1".into(), name: "Klantcontact".into() },
            from: NaiveDate::from_ymd_opt(2026, 3, 1).unwrap_or_default(),
            people: many,
            names: vec!["Fenna de Boer".into(); many.min(1)],
            below: vec!["Telefoon en chat".into(); many.min(1)],
            heads: vec!["Hanna Smit".into(); many.min(1)],
            heads_stay,
            audiences: many as u64,
        };
        let merge = |touched| Self {
            form: FormView::new().wrong("into", "Kies een andere."),
            id: "2".into(),
            name: "Vergunningen".into(),
            departments: Vec::new(),
            touched,
        };
        vec![
            merge(None),
            merge(Some(touched(40, true))),
            merge(Some(touched(1, false))),
            merge(Some(touched(0, false))),
        ]
    }
}

/// Asks into which, or shows what merging would touch.
#[handler]
pub async fn preview(cx: Context, Path(id): Path<DepartmentId>) -> poem::Result<Response> {
    let today = cx.house().policy.day(cx.now());
    let form = FormView::new().keeping(cx.query(), &[]);
    let form = if form.holds("from") { form } else { form.with("from", today.to_string()) };
    match looked(&cx, id, today).await {
        Ok(touched) => cx.page(&merge(&cx, id, touched, form).await?),
        Err(error) => cx.page(&merge(&cx, id, None, cx.noting(form, error)?).await?),
    }
}

/// What merging would touch; nothing when it was not asked yet.
async fn looked(cx: &Context, id: DepartmentId, today: NaiveDate) -> Result<Option<Touched>> {
    let mut read = cx.query().read();
    let (from, into) = (read.date("from"), read.choice("into", |text| text.parse().ok()));
    // Who pressed the button without a choice hears what is missing; who only came here does not.
    if cx.query().iter().any(|(name, _)| name == "into") {
        read.needed("into", into);
    }
    read.done()?;
    let Some(into) = into else { return Ok(None) };
    reorganisation::check(cx.db(), id, &Wish::Merge { into }).await?;
    touched(cx, (id, into), from.unwrap_or(today)).await.map(Some)
}

async fn touched(cx: &Context, both: (DepartmentId, DepartmentId), from: NaiveDate) -> Result<Touched> {
    Ok(Touched::new(&merging::effect(cx.db(), both, from).await?, from))
}

async fn merge(cx: &Context, id: DepartmentId, touched: Option<Touched>, form: FormView) -> Result<Merge> {
    let one = reorganisation::part(cx.db(), id).await?;
    let tree = department::tree(cx.db()).await?;
    let below: HashSet<_> = tree.below(id).iter().map(DepartmentId::to_string).collect();
    let mut departments = choices(&tree);
    departments.retain(|choice| !below.contains(&choice.value));
    Ok(Merge { form, id: id.to_string(), name: one.name, departments, touched })
}

/// Merges.
#[handler]
pub async fn create(cx: Context, Path(id): Path<DepartmentId>, form: Form) -> poem::Result<Response> {
    let mut read = form.read();
    let into: Option<DepartmentId> = read.choice("into", |text| text.parse().ok());
    let (into, from) = (into.ok_or(Error::Missing("department"))?, day(&mut read)?);
    let wish = &Wish::Merge { into };
    let done =
        cx.write_once(&form, |change| async move { reorganisation::ask(&change, id, wish, from).await });
    match done.await {
        Ok(Outcome::Done(into)) => {
            Ok(cx.go(format!("/departments/{into}")).saying(Sentence::new("department-merged")).into())
        }
        Ok(Outcome::Planned(_)) => Ok(planned(&cx, id)),
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            let touched = touched(&cx, (id, into), from).await?;
            cx.page_as(kept.status, &merge(&cx, id, Some(touched), kept).await?)
        }
    }
}
