//! Signing out, here or in every browser.

use poem::{Response, handler};

use crate::{
    domain::{error::Result, people::sign_in},
    web::{context::Context, cookie, form::Form, sentence::Sentence},
};

/// Signs out here; with `everywhere`, in every browser.
#[handler]
pub async fn create(cx: Context, form: Form) -> poem::Result<Response> {
    Ok(leave(&cx, form.has("everywhere")).await?)
}

/// Signs out in every browser.
#[handler]
pub async fn everywhere(cx: Context) -> poem::Result<Response> {
    Ok(leave(&cx, true).await?)
}

async fn leave(cx: &Context, all: bool) -> Result<Response> {
    if let Some(viewer) = cx.viewer() {
        let (person, here) = (viewer.person.id, viewer.sign_in);
        cx.write(|change| async move {
            if all {
                sign_in::sign_out_everywhere(&change, person).await
            } else {
                sign_in::sign_out(&change, here).await
            }
        })
        .await?;
    }
    let said = Sentence::new(if all { "sign-out-done-everywhere" } else { "sign-out-done" });
    let gone = cookie::forget(cookie::sign_in(cx.https()), cx.https());
    let door = if cx.shared_until().is_some() { "/sign-in/code" } else { "/sign-in" };
    Ok(cx.go(door).with_cookie(gone).saying(said).into())
}
