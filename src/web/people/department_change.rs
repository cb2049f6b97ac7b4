//! Merging a department into another, after a preview of whom it touches.

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
        learning::{
            merging::{self, Effect},
            reorganisation::{self, Outcome, Wish},
        },
        people::{
            department,
            person::{Person, full_name},
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
    let mut read = cx.query().read();
    let from = read.date("from").unwrap_or(today);
    let into = read.choice("into", |text| text.parse().ok()).filter(|into| *into != id);
    let form = FormView::new().keeping(cx.query(), &[]).with("from", from.to_string());
    cx.page(&merge(&cx, id, into.map(|into| (into, from)), form).await?)
}

async fn merge(
    cx: &Context,
    id: DepartmentId,
    wish: Option<(DepartmentId, NaiveDate)>,
    form: FormView,
) -> Result<Merge> {
    let one = department::living(cx.db(), id).await?;
    let touched = match wish {
        Some((into, from)) => Some(Touched::new(&merging::effect(cx.db(), (id, into), from).await?, from)),
        None => None,
    };
    let mut departments = choices(&department::tree(cx.db()).await?);
    departments.retain(|choice| choice.value != id.to_string());
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
            cx.page_as(kept.status, &merge(&cx, id, Some((into, from)), kept).await?)
        }
    }
}
