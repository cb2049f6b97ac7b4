//! Making a promise, changing it, and saying that it is one no more.

use std::sync::Arc;

use entity::id::*;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::figure;
use crate::{
    domain::{
        error::{Field, Result},
        service::{
            decimal,
            promise::{self, CODE, Direction, Draft, Every, LINE, Origin, Promise, PromiseUnit, TEXT},
        },
    },
    web::{
        context::Context, form::Form, learning::session_choose::Choice, reading::Reading, refill::FormView,
        sentence::Sentence, view::View,
    },
};

/// The form, for a new promise and for one that there is.
#[derive(Serialize)]
pub struct Edit {
    form: FormView,
    /// Of one that there is: its code, its version, and whether it was retired.
    known: Option<(String, i32, bool)>,
    departments: Vec<Choice>,
}

impl View for Edit {
    const TEMPLATE: &'static str = "service/promise/edit.html";

    fn title(&self) -> Sentence {
        match &self.known {
            Some((code, ..)) => Sentence::new("promise-edit-title").with("code", code.as_str()),
            None => Sentence::new("promise-new-title"),
        }
    }

    fn samples() -> Vec<Self> {
        let face = |form, known| Self {
            form,
            known,
            departments: vec![Choice { value: "1".into(), label: "Vergunningen".into() }],
        };
        vec![
            face(FormView::new(), None),
            face(FormView::new().with("code", "N01"), Some(("N01".into(), 2, false))),
            face(FormView::new().wrong("target", "Vul een getal in."), Some(("N01".into(), 2, true))),
        ]
    }
}

async fn face(cx: &Context, known: Option<&Promise>, form: FormView) -> Result<Edit> {
    let tree = cx.tree().await?;
    let choice = |node: &crate::domain::people::department::Node<'_>| Choice {
        value: node.department.id.to_string(),
        label: format!("{} ({})", node.department.name, node.department.code),
    };
    Ok(Edit {
        form,
        known: known.map(|row| (row.code.clone(), row.version, row.retired_on.is_some())),
        departments: tree.nodes().iter().map(choice).collect(),
    })
}

/// An empty form.
#[handler]
pub async fn new(cx: Context) -> poem::Result<Response> {
    let form = FormView::new()
        .with("direction", Direction::AtLeast.code())
        .with("unit", PromiseUnit::Share.code())
        .with("every", Every::Month.code())
        .with("origin", Origin::Entered.code());
    cx.page(&face(&cx, None, form).await?)
}

/// Makes it.
#[handler]
pub async fn create(cx: Context, form: Form) -> poem::Result<Response> {
    match made(&cx, &form).await {
        Ok(code) => Ok(cx.go(format!("/promises/{code}")).saying(Sentence::new("promise-said-made")).into()),
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &face(&cx, None, kept).await?)
        }
    }
}

async fn made(cx: &Context, form: &Form) -> Result<String> {
    let draft = &draft(form, None)?;
    cx.write_once(form, |change| async move { promise::make(&change, draft).await }).await?;
    Ok(draft.code.to_uppercase())
}

/// The form with what is known.
#[handler]
pub async fn edit(cx: Context, Path(code): Path<String>) -> poem::Result<Response> {
    let row = promise::find(cx.db(), &code).await?;
    let form = [
        ("code", row.code.as_str()),
        ("textNl", &row.text_nl),
        ("textEn", &row.text_en),
        ("indicatorNl", &row.indicator_nl),
        ("indicatorEn", &row.indicator_en),
        ("direction", row.direction.code()),
        ("unit", row.unit.code()),
        ("every", row.every.code()),
        ("origin", row.origin.code()),
        ("measuredBy", &row.measured_by),
        ("dataSource", &row.data_source),
        ("definitionNl", &row.definition_nl),
        ("definitionEn", &row.definition_en),
    ];
    let form = form.into_iter().fold(FormView::new(), |form, (name, value)| form.with(name, value));
    let form = form
        .with("target", figure::typed(&cx, row.unit, row.target))
        .with("department", row.department_id.map(|id| id.to_string()).unwrap_or_default());
    cx.page(&face(&cx, Some(&row), form).await?)
}

/// Writes it anew.
#[handler]
pub async fn update(cx: Context, Path(code): Path<String>, form: Form) -> poem::Result<Response> {
    let row = promise::find(cx.db(), &code).await?;
    match changed(&cx, &row, &form).await {
        Ok(()) => {
            let said = Sentence::new("promise-said-changed");
            Ok(cx.go(format!("/promises/{}", row.code)).saying(said).into())
        }
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &face(&cx, Some(&row), kept).await?)
        }
    }
}

async fn changed(cx: &Context, row: &Promise, form: &Form) -> Result<()> {
    let draft = &draft(form, Some(row))?;
    let version = form.text("version").parse().unwrap_or_default();
    let id: PromiseId = row.id;
    cx.write_once(form, |change| async move { promise::rewrite(&change, id, version, draft).await }).await
}

/// It is no promise any more, or one again.
#[handler]
pub async fn retire(cx: Context, Path(code): Path<String>, form: Form) -> poem::Result<Response> {
    let row = promise::find(cx.db(), &code).await?;
    let (id, retired) = (row.id, form.text("state") == "retired");
    let write = |change: Arc<_>| async move { promise::retire(&change, id, retired).await };
    cx.write_once(&form, write).await?;
    let said = Sentence::new(if retired { "promise-said-retired" } else { "promise-said-again" });
    Ok(cx.go(format!("/promises/{}", row.code)).saying(said).into())
}

/// What was filled in. Of a promise that there is, unit and period stay: readings are of them.
fn draft(form: &Form, known: Option<&Promise>) -> Result<Draft> {
    let mut read = form.read();
    let direction = choice(&mut read, "direction", Direction::from_code);
    let unit = known.map(|row| row.unit).or_else(|| choice(&mut read, "unit", PromiseUnit::from_code));
    let every = known.map(|row| row.every).or_else(|| choice(&mut read, "every", Every::from_code));
    let origin = choice(&mut read, "origin", Origin::from_code);
    let department = read.choice("department", |text| text.parse().ok());
    // Read where it stands in the form, so that mistakes are told in that order.
    let target = |read: &mut Reading<'_>| {
        let value = decimal(read, form, "target");
        read.needed("target", value).unwrap_or_default()
    };
    let draft = Draft {
        code: known.map_or_else(|| read.required("code", CODE), |row| row.code.clone()),
        text_nl: read.required("textNl", LINE),
        text_en: read.optional("textEn", LINE),
        indicator_nl: read.required("indicatorNl", LINE),
        indicator_en: read.optional("indicatorEn", LINE),
        direction: direction.unwrap_or(Direction::AtLeast),
        target: target(&mut read),
        unit: unit.unwrap_or(PromiseUnit::Share),
        every: every.unwrap_or(Every::Month),
        origin: origin.unwrap_or(Origin::Entered),
        department,
        measured_by: read.optional("measuredBy", LINE),
        data_source: read.optional("dataSource", LINE),
        definition_nl: read.optional("definitionNl", TEXT),
        definition_en: read.optional("definitionEn", TEXT),
    };
    read.done()?;
    Ok(draft)
}

fn choice<T>(read: &mut Reading<'_>, name: &'static str, of: impl Fn(&str) -> Option<T>) -> Option<T> {
    let chosen = read.choice(name, of);
    read.needed(name, chosen)
}

/// A number with a comma, a point or a percent sign; nothing for an empty field.
pub(super) fn decimal(read: &mut Reading<'_>, form: &Form, name: &'static str) -> Option<f64> {
    let text = form.text(name);
    let value = decimal::read(text);
    if value.is_none() && !text.is_empty() {
        read.refuse(Field::new(name, "not-a-decimal"));
    }
    value
}
