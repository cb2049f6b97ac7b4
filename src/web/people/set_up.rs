//! The first administrator of an empty house, by the link that `serve` prints.

use http::StatusCode;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{
    sign_in::come_in,
    tally::{Way, tally},
};
use crate::{
    domain::{
        error::{Error, Field, Refusal, Result},
        people::{
            password, person,
            set_up::{self, FirstAdministrator},
            sign_in::SignedIn,
        },
    },
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// Asks for the first administrator.
#[derive(Serialize)]
pub struct SetUp {
    form: FormView,
    secret: String,
    opens: bool,
}

impl View for SetUp {
    const TEMPLATE: &'static str = "people/sign_in/set_up.html";
    const PLAIN: bool = true;

    fn title(&self) -> Sentence {
        Sentence::new(if self.opens { "set-up-title" } else { "set-up-gone-title" })
    }

    fn samples() -> Vec<Self> {
        let wrong = FormView::new()
            .with("name", "Iris de Wit")
            .wrong("password", "Neem een wachtwoord van 12 tekens of meer.");
        [(FormView::new(), true), (wrong, true), (FormView::new(), false)]
            .map(|(form, opens)| Self { form, secret: "Zm9vYmFy".into(), opens })
            .into()
    }
}

/// Asks for the first administrator, while the link works.
#[handler]
pub async fn new(cx: Context, Path(secret): Path<String>) -> poem::Result<Response> {
    let opens = set_up::opens(cx.db(), &secret, cx.now()).await?;
    let status = if opens { StatusCode::OK } else { StatusCode::GONE };
    cx.page_as(status, &SetUp { form: FormView::new(), secret, opens })
}

/// Makes the first administrator and signs in.
#[handler]
pub async fn create(cx: Context, Path(secret): Path<String>, form: Form) -> poem::Result<Response> {
    match tally(&cx, Way::SetUp, complete(&cx, &secret, &form).await) {
        Ok(come) => Ok(come_in(&cx, come)),
        Err(Error::Refused(Refusal::LinkNotValid)) => cx
            .page_as(StatusCode::GONE, &SetUp { form: FormView::new(), secret: String::new(), opens: false }),
        Err(error) => {
            let form = cx.again(&form, &[], error)?.without("password");
            cx.page_as(form.status, &SetUp { form, secret, opens: true })
        }
    }
}

async fn complete(cx: &Context, secret: &str, form: &Form) -> Result<SignedIn> {
    let mut read = form.read();
    let (name, email) = (read.required("name", 120), read.required("email", 254));
    read.required("password", password::LONGEST);
    if !email.is_empty() && !person::is_address(&email) {
        read.refuse(Field::new("email", "not-an-address"));
    }
    read.done()?;
    // Hashing is work for whoever holds the printed link only.
    if !set_up::opens(cx.db(), secret, cx.now()).await? {
        return Err(Refusal::LinkNotValid.into());
    }
    let first = FirstAdministrator { name, email, password: password::hash(form.raw("password")).await? };
    let first = &first;
    cx.write(|change| async move { set_up::complete(&change, secret, first).await }).await
}
