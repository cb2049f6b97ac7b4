//! What who keeps the list does with one theme.

use std::sync::Arc;

use entity::id::*;
use poem::{Response, handler, web::Path};

use super::theme::{Part, view};
use crate::{
    domain::{
        dialogue::theme::{
            dilemma::{self, Draft},
            manage::{self, Names},
        },
        error::{Field, Result},
        learning::theme_workshop,
    },
    web::{context::Context, form::Form, sentence::Sentence},
};

/// The field of several ticks.
const MANY: [&str; 1] = ["workshops"];

/// Calls it otherwise.
#[handler]
pub async fn rename(cx: Context, Path(id): Path<ThemeId>, form: Form) -> poem::Result<Response> {
    let names = &Names { nl: form.text("nl").to_owned(), en: form.text("en").to_owned() };
    let write = |change: Arc<_>| async move { manage::rename(&change, id, names).await };
    let result = cx.write_once(&form, write).await;
    done(&cx, id, (&form, Part::Names), result.map(|()| (id, "theme-said-renamed"))).await
}

/// Makes it part of another.
#[handler]
pub async fn merge(cx: Context, Path(id): Path<ThemeId>, form: Form) -> poem::Result<Response> {
    let result = merged(&cx, id, &form).await;
    done(&cx, id, (&form, Part::Merger), result.map(|into| (into, "theme-said-merged"))).await
}

async fn merged(cx: &Context, id: ThemeId, form: &Form) -> Result<ThemeId> {
    let into = form.text("into").parse();
    // A theme that is not there is told before what is wrong with the form.
    let into = into.unwrap_or(id);
    cx.write_once(form, |change| async move { theme_workshop::merge(&change, id, into).await }).await?;
    Ok(into)
}

/// Takes it out of use, or into use again.
#[handler]
pub async fn retire(cx: Context, Path(id): Path<ThemeId>, form: Form) -> poem::Result<Response> {
    let retired = form.text("state") != "used";
    let write = |change: Arc<_>| async move { manage::retire(&change, id, retired).await };
    let said = if retired { "theme-said-retired" } else { "theme-said-used" };
    let result = cx.write_once(&form, write).await.map(|()| (id, said));
    done(&cx, id, (&form, Part::Names), result).await
}

/// Adds a dilemma, or takes one away.
#[handler]
pub async fn set_dilemma(cx: Context, Path(id): Path<ThemeId>, form: Form) -> poem::Result<Response> {
    let text = |name: &str| form.text(name).to_owned();
    let draft =
        &Draft { role: [text("roleNl"), text("roleEn")], between: [text("betweenNl"), text("betweenEn")] };
    let gone: Option<DilemmaId> = form.text("remove").parse().ok();
    let write = |change: Arc<_>| async move {
        match gone {
            Some(gone) => dilemma::remove(&change, id, gone).await,
            None => dilemma::add(&change, id, draft).await,
        }
    };
    let said = if gone.is_some() { "theme-said-dilemma-gone" } else { "theme-said-dilemma" };
    let result = cx.write_once(&form, write).await.map(|()| (id, said));
    done(&cx, id, (&form, Part::Dilemma), result).await
}

/// Chooses the workshops that help.
#[handler]
pub async fn choose(cx: Context, Path(id): Path<ThemeId>, form: Form) -> poem::Result<Response> {
    let result = chosen(&cx, id, &form).await.map(|()| (id, "theme-said-help"));
    done(&cx, id, (&form, Part::Help), result).await
}

async fn chosen(cx: &Context, id: ThemeId, form: &Form) -> Result<()> {
    let read: std::result::Result<Vec<WorkshopId>, _> = form.all("workshops").map(str::parse).collect();
    let workshops = &read.map_err(|_| Field::new("workshops", "not-a-choice"))?;
    cx.write_once(form, |change| async move { theme_workshop::choose(&change, id, workshops).await }).await
}

async fn done(
    cx: &Context,
    id: ThemeId,
    (form, part): (&Form, Part),
    result: Result<(ThemeId, &'static str)>,
) -> poem::Result<Response> {
    match result {
        Ok((to, said)) => Ok(cx.go(format!("/themes/{to}")).saying(Sentence::new(said)).into()),
        Err(error) => {
            let kept = cx.again(form, &MANY, error)?;
            cx.page_as(kept.status, &view(cx, id, Some((part, kept))).await?)
        }
    }
}
