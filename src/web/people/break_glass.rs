//! Signing in with a password: for the one administrator who must come in when mail does not work.

use poem::{Response, handler};
use serde::Serialize;

use super::{
    sign_in::come_in,
    tally::{Way, tally},
};
use crate::{
    domain::{
        error::Result,
        people::{
            password,
            sign_in::{self, SignedIn},
        },
    },
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// Asks for address and password.
#[derive(Serialize)]
pub struct Ask {
    form: FormView,
}

impl View for Ask {
    const TEMPLATE: &'static str = "people/sign_in/password.html";
    const PLAIN: bool = true;

    fn title(&self) -> Sentence {
        Sentence::new("sign-in-password-title")
    }

    fn samples() -> Vec<Self> {
        let wrong = FormView::new()
            .with("email", "a@gemeente.example")
            .wrong("", "Het adres of het wachtwoord klopt niet.");
        vec![Self { form: FormView::new() }, Self { form: wrong }]
    }
}

/// Asks for address and password.
#[handler]
pub fn new(cx: Context) -> poem::Result<Response> {
    cx.page(&Ask { form: FormView::new() })
}

/// Comes in with a password.
#[handler]
pub async fn create(cx: Context, form: Form) -> poem::Result<Response> {
    match tally(&cx, Way::Password, prove(&cx, &form).await) {
        Ok(come) => Ok(come_in(&cx, come)),
        Err(error) => {
            let form = cx.again(&form, &[], error)?.without("password");
            cx.page_as(form.status, &Ask { form })
        }
    }
}

async fn prove(cx: &Context, form: &Form) -> Result<SignedIn> {
    let mut read = form.read();
    let email = read.required("email", 254);
    read.required("password", password::LONGEST);
    read.done()?;
    cx.attempt(&email).await?;
    let proof = password::prove(cx.house(), &email, form.raw("password")).await?;
    let proof = &proof;
    cx.write(|change| async move { sign_in::with_password(&change, proof).await }).await
}
