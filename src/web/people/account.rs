//! My account: what the house knows of me, where I am signed in, my language.

use chrono::{DateTime, Utc};
use entity::id::SignInId;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{known::Known, language::kept};
use crate::{
    domain::{
        error::{Error, Field},
        people::{person, sign_in},
    },
    text::Language,
    web::{context::Context, form::Form, key, refill::FormView, sentence::Sentence, view::View},
};

/// My account.
#[derive(Serialize)]
pub struct Account {
    known: Known,
    browsers: Vec<Browser>,
    form: FormView,
}

/// A browser in which I am signed in.
#[derive(Serialize)]
struct Browser {
    id: String,
    since: DateTime<Utc>,
    seen: DateTime<Utc>,
    here: bool,
    key: String,
}

impl View for Account {
    const TEMPLATE: &'static str = "people/account/show.html";

    fn title(&self) -> Sentence {
        Sentence::new("account-title")
    }

    fn samples() -> Vec<Self> {
        let at: DateTime<Utc> = "2026-11-02T08:41:00Z".parse().unwrap_or_default();
        let browser = |here| Browser { id: format!("b-{here}"), since: at, seen: at, here, key: "0".into() };
        let form = || FormView::new().with("language", "nl");
        vec![
            Self { known: Known::sample(), browsers: vec![browser(true), browser(false)], form: form() },
            Self { known: Known::sample_from_outside(), browsers: vec![browser(true)], form: form() },
        ]
    }
}

/// My account.
#[handler]
pub async fn show(cx: Context) -> poem::Result<Response> {
    let viewer = cx.viewer().ok_or(Error::Forbidden)?;
    let rows = sign_in::browsers(cx.db(), viewer.person.id, cx.now()).await?;
    let browser = |row: entity::sign_in::Model| Browser {
        id: row.id.to_string(),
        since: row.created_at,
        seen: row.seen_at,
        here: row.id == viewer.sign_in,
        key: key::fresh(),
    };
    let browsers = rows.into_iter().map(browser).collect();
    let chosen = viewer.person.language.clone().unwrap_or_else(|| cx.language().code().to_owned());
    let form = FormView::new().with("language", chosen);
    cx.page(&Account { known: Known::of(&cx, viewer.person.clone()).await?, browsers, form })
}

/// Chooses the language of my letters and pages.
#[handler]
pub async fn choose_language(cx: Context, form: Form) -> poem::Result<Response> {
    let chosen: Option<Language> = form.text("language").parse().ok();
    let chosen = chosen.ok_or_else(|| Error::from(Field::new("language", "not-a-choice")))?;
    cx.write(|change| async move { person::choose_language(&change, chosen.code()).await }).await?;
    Ok(cx.go("/me").with_cookie(kept(&cx, chosen)).saying(Sentence::new("account-language-kept")).into())
}

/// Signs another browser of mine out.
#[handler]
pub async fn end(cx: Context, Path(id): Path<SignInId>) -> poem::Result<Response> {
    let mine = sign_in::browsers(cx.db(), cx.me()?, cx.now()).await?;
    if !mine.iter().any(|row| row.id == id) {
        return Err(Error::Missing("browser").into());
    }
    cx.write(|change| async move { sign_in::sign_out(&change, id).await }).await?;
    Ok(cx.go("/me").saying(Sentence::new("account-browser-ended")).into())
}
