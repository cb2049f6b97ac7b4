//! Printed codes: signing in with one on a shared device, and printing one for somebody without a mail address.

use chrono::{DateTime, Utc};
use entity::id::PersonId;
use http::{HeaderValue, header};
use poem::{IntoResponse as _, Response, handler, web::Path};
use serde::Serialize;

use super::tally::{Way, tally};
use crate::{
    domain::{
        error::{Error, Result},
        learning::trainer,
        people::{
            person::{self, full_name},
            sign_in::SignedIn,
            sign_in_code,
        },
    },
    web::{context::Context, cookie, form::Form, key, refill::FormView, sentence::Sentence, view::View},
};

/// Asks for number and code.
#[derive(Serialize)]
pub struct Ask {
    form: FormView,
}

impl View for Ask {
    const TEMPLATE: &'static str = "people/sign_in/code.html";
    const PLAIN: bool = true;

    fn title(&self) -> Sentence {
        Sentence::new("sign-in-code-title")
    }

    fn samples() -> Vec<Self> {
        let wrong = FormView::new().with("number", "10042").wrong("", "Het nummer of de code klopt niet.");
        vec![Self { form: FormView::new() }, Self { form: wrong }]
    }
}

/// Asks for number and code.
#[handler]
pub fn new(cx: Context) -> poem::Result<Response> {
    cx.page(&Ask { form: FormView::new() })
}

/// Comes in with a code: for two hours, and the cookie goes with the window.
#[handler]
pub async fn create(cx: Context, form: Form) -> poem::Result<Response> {
    match tally(&cx, Way::Code, prove(&cx, &form).await) {
        Ok(come) => {
            let cookie = cookie::passing(cookie::sign_in(cx.https()), &come.secret, cx.https());
            let mut response = cx.go("/").with_cookie(cookie).into_response();
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            Ok(response)
        }
        Err(error) => {
            let form = cx.again(&form, &[], error)?.without("code");
            cx.page_as(form.status, &Ask { form })
        }
    }
}

async fn prove(cx: &Context, form: &Form) -> Result<SignedIn> {
    let mut read = form.read();
    let number = read.required("number", 40);
    let code = read.required("code", 40);
    read.done()?;
    cx.attempt(&number).await?;
    let proof = &sign_in_code::prove(cx.house(), &number, &code).await?;
    cx.write(|change| async move { sign_in_code::come_in(&change, proof).await }).await
}

/// The code of somebody: whether there is one, and a new one to print.
#[derive(Serialize)]
pub struct Card {
    id: String,
    name: String,
    number: String,
    /// Somebody without address and role, who has a number.
    suits: bool,
    kept: Option<Kept>,
    fresh: Option<Printed>,
    key: String,
}

/// A code that works.
#[derive(Clone, Debug, Serialize)]
struct Kept {
    since: DateTime<Utc>,
    until: DateTime<Utc>,
    by: Option<String>,
    used: Option<DateTime<Utc>>,
}

/// A code that was just made.
#[derive(Clone, Debug, Serialize)]
struct Printed {
    code: String,
    until: DateTime<Utc>,
    address: String,
}

impl View for Card {
    const TEMPLATE: &'static str = "people/sign_in/card.html";

    fn title(&self) -> Sentence {
        Sentence::new("code-title").with("name", &*self.name)
    }

    fn samples() -> Vec<Self> {
        let at = DateTime::UNIX_EPOCH;
        let sample = |suits, kept, fresh| Self {
            id: "0196".into(),
            name: "Daan van der Velde".into(),
            number: "10042".into(),
            suits,
            kept,
            fresh,
            key: "k".into(),
        };
        let kept =
            |by: Option<&str>| Kept { since: at, until: at, by: by.map(Into::into), used: by.map(|_| at) };
        let fresh = Printed {
            code: "7K2MQ-0RXV4".into(),
            until: at,
            address: "https://leren.gemeente.example/sign-in/code".into(),
        };
        vec![
            sample(false, None, None),
            sample(true, None, None),
            sample(true, Some(kept(None)), None),
            sample(true, Some(kept(Some("Hanna Smit"))), None),
            sample(true, Some(kept(None)), Some(fresh)),
        ]
    }
}

/// Whether somebody has a code.
#[handler]
pub async fn show(cx: Context, Path(id): Path<PersonId>) -> poem::Result<Response> {
    cx.page(&card(&cx, id, None).await?)
}

/// Makes a code, and shows it this once on a card to print.
#[handler]
pub async fn make(cx: Context, Path(id): Path<PersonId>) -> poem::Result<Response> {
    card(&cx, id, None).await?;
    let fresh = &sign_in_code::fresh().await?;
    match cx.write(|change| async move { trainer::make_code(&change, id, fresh).await }).await {
        Ok(until) => {
            let address = format!("{}/sign-in/code", cx.base_url().trim_end_matches('/'));
            let printed = Printed { code: fresh.plain.clone(), until, address };
            cx.page(&card(&cx, id, Some(printed)).await?)
        }
        Err(Error::Refused(_)) => {
            let go = cx.go(format!("/people/{id}/sign-in-code"));
            Ok(go.warning(Sentence::new("code-said-not")).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// Ends the code.
#[handler]
pub async fn end(cx: Context, Path(id): Path<PersonId>) -> poem::Result<Response> {
    cx.write(|change| async move { sign_in_code::end(&change, id).await }).await?;
    let go = cx.go(format!("/people/{id}/sign-in-code"));
    Ok(go.saying(Sentence::new("code-said-ended")).into_response())
}

async fn card(cx: &Context, id: PersonId, fresh: Option<Printed>) -> Result<Card> {
    let today = cx.house().policy.day(cx.now());
    let person = sign_in_code::subject(cx.db(), cx.actor(), id, today).await?;
    let kept = match sign_in_code::of(cx.db(), id, cx.now()).await? {
        Some(row) => Some(kept(cx, row).await?),
        None => None,
    };
    Ok(Card {
        id: id.to_string(),
        name: full_name(&person),
        suits: sign_in_code::suits(cx.db(), &person).await?,
        number: person.employee_number.unwrap_or_default(),
        kept,
        fresh,
        key: key::fresh(),
    })
}

async fn kept(cx: &Context, row: sign_in_code::Kept) -> Result<Kept> {
    let by = match row.made_by {
        Some(id) => Some(full_name(&person::find(cx.db(), id).await?)),
        None => None,
    };
    Ok(Kept { since: row.created_at, until: row.expires_at, by, used: row.used_at })
}
