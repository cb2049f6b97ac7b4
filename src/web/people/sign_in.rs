//! Signing in by a mailed link. The answer to an address is always the same, so that it tells nothing about anybody.

use std::time::Duration;

use http::{StatusCode, header};
use poem::{IntoResponse as _, Response, handler, web::Path};
use serde::Serialize;

use super::{
    persona::{self, Persona},
    tally::{Way, tally},
};
use crate::{
    domain::{
        error::{Error, Field, Result},
        people::{
            person,
            sign_in::{self, SignedIn},
        },
    },
    web::{
        answer::own_path, context::Context, cookie, form::Form, refill::FormView, sentence::Sentence,
        view::View,
    },
};

/// Asks for a mail address; in a demonstration also offers personas.
#[derive(Serialize)]
pub struct Ask {
    form: FormView,
    next: String,
    personas: Vec<Persona>,
}

impl View for Ask {
    const TEMPLATE: &'static str = "people/sign_in/ask.html";
    const PLAIN: bool = true;

    fn title(&self) -> Sentence {
        Sentence::new("sign-in-title")
    }

    fn samples() -> Vec<Self> {
        let wrong = FormView::new().with("email", "fenna").wrong("email", "Dit is geen e-mailadres.");
        let next = || "/workshops?value=vertrouwen".to_owned();
        vec![
            Self { form: FormView::new(), next: next(), personas: Vec::new() },
            Self { form: wrong, next: next(), personas: Vec::new() },
            Self { form: FormView::new(), next: next(), personas: persona::samples() },
        ]
    }
}

/// Says that a mail is on its way, if the address is known.
#[derive(Serialize)]
pub struct Sent {}

impl View for Sent {
    const TEMPLATE: &'static str = "people/sign_in/sent.html";
    const PLAIN: bool = true;

    fn title(&self) -> Sentence {
        Sentence::new("sign-in-sent-title")
    }

    fn samples() -> Vec<Self> {
        vec![Self {}]
    }
}

/// The page that a mailed link leads to.
#[derive(Serialize)]
pub struct Link {
    secret: String,
    opens: bool,
}

impl View for Link {
    const TEMPLATE: &'static str = "people/sign_in/link.html";
    const PLAIN: bool = true;

    fn title(&self) -> Sentence {
        Sentence::new(if self.opens { "sign-in-link-title" } else { "sign-in-link-gone-title" })
    }

    fn samples() -> Vec<Self> {
        [true, false].map(|opens| Self { secret: "Zm9vYmFy".into(), opens }).into()
    }
}

/// Asks who somebody is.
#[handler]
pub async fn new(cx: Context) -> poem::Result<Response> {
    let personas = persona::offered(&cx).await?;
    let next = own_path(cx.query().text("next")).to_owned();
    cx.page(&Ask { form: FormView::new(), next, personas })
}

/// Mails a link to who is known, and says the same to everybody.
#[handler]
pub async fn create(cx: Context, form: Form) -> poem::Result<Response> {
    let next = own_path(form.text("next"));
    match ask(&cx, form.text("email"), next).await {
        Ok(()) => Ok(cx.go("/sign-in/sent").into()),
        Err(error) => {
            let personas = persona::offered(&cx).await?;
            let form = cx.again(&form, &[], error)?;
            cx.page_as(form.status, &Ask { form, next: next.to_owned(), personas })
        }
    }
}

async fn ask(cx: &Context, email: &str, next: &str) -> Result<()> {
    if email.is_empty() {
        return Err(Field::new("email", "required").into());
    }
    if !person::is_address(email) {
        return Err(Field::new("email", "not-an-address").into());
    }
    if let Err(slowed) = cx.attempt(email).await {
        return tally(cx, Way::Link, Err(slowed));
    }
    cx.write(|change| async move { sign_in::ask_link(&change, email, Some(next)).await }).await
}

/// A mail is on its way.
#[handler]
pub fn sent(cx: Context) -> poem::Result<Response> {
    cx.page(&Sent {})
}

/// Shows a button and uses nothing up: some mail programs visit every address in a letter.
#[handler]
pub async fn link(cx: Context, Path(secret): Path<String>) -> poem::Result<Response> {
    let opens = sign_in::link_opens(cx.db(), &secret, cx.now()).await?;
    let status = if opens { StatusCode::OK } else { StatusCode::GONE };
    cx.page_as(status, &Link { secret, opens })
}

/// Comes in by the link.
#[handler]
pub async fn open_link(cx: Context, Path(secret): Path<String>) -> poem::Result<Response> {
    let secret = &secret;
    let come = cx.write(|change| async move { sign_in::open_link(&change, secret).await }).await;
    match tally(&cx, Way::Link, come) {
        Ok(come) => Ok(come_in(&cx, come)),
        Err(Error::Refused(_)) => cx.page_as(StatusCode::GONE, &Link { secret: String::new(), opens: false }),
        Err(error) => Err(error.into()),
    }
}

/// Gives the browser its cookie and goes on to the page that was asked for.
pub(super) fn come_in(cx: &Context, come: SignedIn) -> Response {
    let lasts = (come.expires - cx.now()).to_std().unwrap_or(Duration::ZERO);
    let cookie = cookie::set(cookie::sign_in(cx.https()), &come.secret, lasts, cx.https());
    let next = own_path(come.next.as_deref().unwrap_or("/"));
    let mut response = cx.go(next).with_cookie(cookie).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, http::HeaderValue::from_static("no-store"));
    response
}
