//! Erasing somebody: first what goes and what stays, then it is done.

use entity::id::PersonId;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use crate::{
    domain::{
        error::{Field, Result},
        people::person::{self, full_name},
        privacy::{
            erasure::{self, Why},
            preview,
        },
    },
    web::{context::Context, error::refusal, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// What goes and what stays.
#[derive(Serialize)]
pub struct Preview {
    id: String,
    name: String,
    form: FormView,
    /// Why it cannot be done now.
    hindrance: Option<String>,
    goes: Vec<Amount>,
    stays: Vec<Amount>,
}

/// So many of a kind.
#[derive(Clone, Debug, Serialize)]
struct Amount {
    kind: &'static str,
    count: u64,
}

impl From<(&'static str, u64)> for Amount {
    fn from((kind, count): (&'static str, u64)) -> Self {
        Self { kind, count }
    }
}

impl View for Preview {
    const TEMPLATE: &'static str = "privacy/erasure.html";

    fn title(&self) -> Sentence {
        Sentence::new("erasure-title").with("name", self.name.as_str())
    }

    fn samples() -> Vec<Self> {
        let sample = |hindrance: Option<&str>| Self {
            id: "0196".into(),
            name: "Fenna <de Boer>".into(),
            form: FormView::new().wrong("certain", "Vink dit aan."),
            hindrance: hindrance.map(Into::into),
            goes: vec![("roles", 1).into(), ("letters", 0).into()],
            stays: vec![("enrolments", 3).into()],
        };
        vec![sample(None), sample(Some("Deze persoon werkt hier nog."))]
    }
}

/// What erasing somebody would do.
#[handler]
pub async fn new(cx: Context, Path(id): Path<PersonId>) -> poem::Result<Response> {
    page(&cx, id, FormView::new()).await
}

/// Erases somebody.
#[handler]
pub async fn create(cx: Context, Path(id): Path<PersonId>, form: Form) -> poem::Result<Response> {
    match erase(&cx, id, &form).await {
        Ok(()) => Ok(cx.go("/people").saying(Sentence::new("erasure-done")).into()),
        Err(error) => {
            let form = cx.again(&form, &[], error)?;
            page(&cx, id, form).await
        }
    }
}

async fn erase(cx: &Context, id: PersonId, form: &Form) -> Result<()> {
    if !form.read().ticked("certain") {
        return Err(Field::new("certain", "required").into());
    }
    cx.write_once(form, |change| async move { erasure::erase(&change, id, Why::Asked).await }).await
}

async fn page(cx: &Context, id: PersonId, form: FormView) -> poem::Result<Response> {
    let found = person::find(cx.db(), id).await?;
    let hindrance = erasure::hindrance(cx.db(), &found, cx.now(), &cx.house().policy).await?;
    let preview = preview::of(cx.db(), &found).await?;
    let status = form.status;
    cx.page_as(
        status,
        &Preview {
            id: id.to_string(),
            name: full_name(&found),
            form,
            hindrance: hindrance.map(|no| refusal(cx, &no)),
            goes: preview.goes.into_iter().map(Amount::from).collect(),
            stays: preview.stays.into_iter().map(Amount::from).collect(),
        },
    )
}
