//! One note that the page saves by itself, while somebody types.

use entity::{conversation_note::NoteTopic, id::*};
use http::StatusCode;
use poem::{
    IntoResponse as _, Response, handler,
    web::{Json, Path},
};
use serde::Serialize;

use super::conversation_list as lists;
use crate::{
    domain::{
        dialogue::conversation::{
            self, naming,
            note::{self, Draft, Noted},
        },
        error::{Error, Field, Result},
    },
    web::{
        context::Context,
        error::{problems, refusal},
        form::Form,
        sentence::Sentence,
    },
};

/// What became of it, for the page that sent it.
#[derive(Serialize)]
struct Answer {
    /// Whether it stands there.
    saved: bool,
    /// The version to go on with, if the answer knows.
    version: Option<i32>,
    text: String,
    /// What stands there, when somebody else wrote meanwhile.
    there: Option<String>,
    /// Colleagues that it names.
    names: Vec<String>,
}

/// Saves a note. The page may send it much later, when there was no network: what was written meanwhile stays, and is told.
#[handler]
pub async fn save(cx: Context, Path(id): Path<ConversationId>, form: Form) -> poem::Result<Response> {
    let (status, answer) = match saved(&cx, id, &form).await {
        Ok(answer) if answer.saved => (StatusCode::OK, answer),
        Ok(answer) => (StatusCode::CONFLICT, answer),
        Err(Error::Refused(no)) => (StatusCode::UNPROCESSABLE_ENTITY, unsaved(refusal(&cx, &no))),
        Err(Error::Invalid(fields)) => (StatusCode::UNPROCESSABLE_ENTITY, unsaved(problems(&cx, &fields))),
        Err(other) => return Err(other.into()),
    };
    Ok(Json(answer).with_status(status).into_response())
}

fn unsaved(text: String) -> Answer {
    Answer { saved: false, version: None, text, there: None, names: Vec::new() }
}

async fn saved(cx: &Context, id: ConversationId, form: &Form) -> Result<Answer> {
    // Written in this browser by somebody who was signed in before: theirs to send, when they are back.
    if form.has("who") && form.text("who") != cx.me()?.to_string() {
        return Err(Error::Forbidden);
    }
    let row = lists::line(cx, id).await?.row;
    let topic = NoteTopic::from_code(form.text("topic")).ok_or_else(|| Field::new("topic", "unknown"))?;
    let text = form.raw("text");
    let version = form.text("version").parse().unwrap_or_default();
    let draft = &Draft { topic, text: text.to_owned(), version };
    let noted = cx.write(|change| async move { note::save(&change, id, draft.clone()).await }).await?;
    let clock = |at| cx.dates().clock(at);
    Ok(match noted {
        Noted::Saved { version, at, .. } => {
            let teams: Vec<_> =
                conversation::teams(cx.db(), id).await?.into_iter().map(|team| team.id).collect();
            let day = row.held_on.unwrap_or_else(|| cx.house().policy.day(row.starts_at));
            let names = naming::names(cx.db(), (&teams, day), &[text]).await?;
            Answer {
                saved: true,
                version: Some(version),
                text: cx.say(&Sentence::new("record-saved").with("time", clock(at))),
                there: None,
                names: names.into_iter().flatten().collect(),
            }
        }
        Noted::Overtaken { text, version, at, .. } => Answer {
            saved: false,
            version: Some(version),
            text: cx.say(&Sentence::new("record-overtaken").with("time", clock(at))),
            there: Some(text),
            names: Vec::new(),
        },
    })
}
