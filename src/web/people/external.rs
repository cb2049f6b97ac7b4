//! Adding and changing somebody from outside.

use chrono::{NaiveTime, TimeZone as _};
use entity::id::PersonId;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use crate::{
    domain::{
        error::Result,
        learning,
        people::{
            external::{self, Draft, NAME_LENGTH},
            person::full_name,
        },
    },
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// The form.
#[derive(Serialize)]
pub struct Edit {
    form: FormView,
    /// Nothing for somebody new.
    id: Option<String>,
    name: String,
}

impl View for Edit {
    const TEMPLATE: &'static str = "people/external/form.html";

    fn title(&self) -> Sentence {
        match self.id {
            Some(_) => Sentence::new("external-edit-title").with("name", &*self.name),
            None => Sentence::new("external-new-title"),
        }
    }

    fn samples() -> Vec<Self> {
        let wrong =
            FormView::new().with("name", "Tess Vos").wrong("email", "Dit adres is al van Fenna de Boer.");
        vec![
            Self { form: wrong, id: None, name: String::new() },
            Self { form: FormView::new(), id: Some("0196".into()), name: "Tess Vos".into() },
        ]
    }
}

/// An empty form.
#[handler]
pub fn new(cx: Context) -> poem::Result<Response> {
    cx.page(&Edit { form: FormView::new(), id: None, name: String::new() })
}

/// Adds somebody.
#[handler]
pub async fn create(cx: Context, form: Form) -> poem::Result<Response> {
    match add(&cx, &form).await {
        Ok(id) => {
            let said = Sentence::new("external-said-added").with("name", form.text("name"));
            Ok(cx.go(format!("/people/{id}")).saying(said).into())
        }
        Err(error) => {
            let form = cx.again(&form, &[], error)?;
            cx.page_as(form.status, &Edit { form, id: None, name: String::new() })
        }
    }
}

async fn add(cx: &Context, form: &Form) -> Result<PersonId> {
    let draft = &read(form)?;
    cx.write_once(form, |change| async move { external::add(&change, draft).await }).await
}

/// What is known now.
#[handler]
pub async fn edit(cx: Context, Path(id): Path<PersonId>) -> poem::Result<Response> {
    let person = external::find(cx.db(), id).await?;
    let name = full_name(&person);
    let form = FormView::new()
        .with("name", &*name)
        .with("email", person.email.unwrap_or_default())
        .with("agency", person.agency.unwrap_or_default())
        .with("until", person.employed_until.map(|day| day.to_string()).unwrap_or_default());
    cx.page(&Edit { form, id: Some(id.to_string()), name })
}

/// Changes it.
#[handler]
pub async fn update(cx: Context, Path(id): Path<PersonId>, form: Form) -> poem::Result<Response> {
    let name = full_name(&external::find(cx.db(), id).await?);
    match rewrite(&cx, id, &form).await {
        Ok(0) => Ok(cx.go(format!("/people/{id}")).saying(Sentence::new("external-said-changed")).into()),
        Ok(left) => {
            let said = Sentence::new("external-said-still-gives").with("count", left);
            Ok(cx.go(format!("/people/{id}")).warning(said).into())
        }
        Err(error) => {
            let form = cx.again(&form, &[], error)?;
            cx.page_as(form.status, &Edit { form, id: Some(id.to_string()), name })
        }
    }
}

/// How many dates after the last day still have this person as their trainer.
async fn rewrite(cx: &Context, id: PersonId, form: &Form) -> Result<u64> {
    let draft = &read(form)?;
    let rewrite =
        |change: std::sync::Arc<_>| async move { learning::external::rewrite(&change, id, draft).await };
    cx.write_once(form, rewrite).await?;
    let next = draft.until.and_then(|last| last.succ_opt()).map(|day| day.and_time(NaiveTime::MIN));
    let zone = cx.house().policy.zone;
    match next.and_then(|midnight| zone.from_local_datetime(&midnight).earliest()) {
        Some(from) => learning::external::gives_from(cx.db(), id, from.to_utc(), cx.now()).await,
        None => Ok(0),
    }
}

fn read(form: &Form) -> Result<Draft> {
    let mut read = form.read();
    let (name, email) = (read.required("name", NAME_LENGTH), read.required("email", 254));
    let agency = Some(read.optional("agency", NAME_LENGTH)).filter(|text| !text.is_empty());
    let until = read.date("until");
    read.done()?;
    Ok(Draft { name, email, agency, until })
}
