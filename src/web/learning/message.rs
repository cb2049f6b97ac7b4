//! Telling the people of a session something.

use entity::{id::SessionId, session::SessionState};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::session_facts::Facts;
use crate::{
    domain::{
        error::Result,
        learning::{
            message::{self, Draft, SUBJECT_LENGTH, TEXT_LENGTH, To},
            session,
        },
        people::person::full_name,
    },
    web::{
        context::Context,
        form::{Form, Pairs},
        refill::FormView,
        sentence::Sentence,
        view::View,
    },
};

/// The form; with who would get it when that was asked for.
#[derive(Serialize)]
pub struct Message {
    form: FormView,
    session: Facts,
    choices: Vec<&'static str>,
    /// Nothing until the message was looked at.
    readers: Option<Vec<String>>,
    subject: String,
    /// Paragraphs.
    text: Vec<String>,
}

impl View for Message {
    const TEMPLATE: &'static str = "desk/session/message.html";

    fn title(&self) -> Sentence {
        Sentence::new("desk-message-title")
    }

    fn samples() -> Vec<Self> {
        let sample = |form: FormView, readers| Self {
            form: form.with("to", "participants"),
            session: Facts::sample(SessionState::Open),
            choices: offered(true),
            readers,
            subject: "Neem je laptop mee".into(),
            text: vec!["Dag allemaal,".into(), "Neem je laptop mee.".into()],
        };
        vec![
            sample(FormView::new().wrong("subject", "Vul dit in."), None),
            sample(FormView::new(), Some(vec!["Fenna de Boer".into()])),
        ]
    }
}

/// To whom one can write: nobody has failed to show up before it has begun.
fn offered(begun: bool) -> Vec<&'static str> {
    To::ALL.into_iter().filter(|to| begun || *to != To::NoShows).map(To::code).collect()
}

/// An empty form, for planners and for the trainers who give it; for others the session does not exist.
#[handler]
pub async fn new(cx: Context, Path(id): Path<SessionId>) -> poem::Result<Response> {
    message::allowed(cx.db(), cx.actor(), id).await?;
    let form = FormView::new().with("to", To::Participants.code());
    cx.page(&view(&cx, id, form, None).await?)
}

/// Shows who would get it; with the button of that page, mails it.
#[handler]
pub async fn create(cx: Context, Path(id): Path<SessionId>, form: Form) -> poem::Result<Response> {
    message::allowed(cx.db(), cx.actor(), id).await?;
    match told(&cx, id, &form).await {
        Ok(Told::Shown(names)) => {
            let kept = FormView::new().keeping(&form, &[]);
            cx.page(&Message { readers: Some(names), ..view(&cx, id, kept, Some(&form)).await? })
        }
        Ok(Told::Sent(count)) => {
            let said = Sentence::new("desk-message-sent").with("count", count);
            Ok(cx.go(format!("/desk/sessions/{id}")).saying(said).into())
        }
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &view(&cx, id, kept, None).await?)
        }
    }
}

enum Told {
    Shown(Vec<String>),
    Sent(usize),
}

async fn told(cx: &Context, id: SessionId, form: &Form) -> Result<Told> {
    let mut read = form.read();
    let to = read.choice("to", To::from_code);
    let to = read.needed("to", to);
    let (subject, text) = (read.required("subject", SUBJECT_LENGTH), read.required("text", TEXT_LENGTH));
    read.done()?;
    let draft = &Draft { to: to.unwrap_or(To::Participants), subject, text };
    if form.has("make") {
        let sent = cx.write_once(form, |change| async move { message::send(&change, id, draft).await });
        return Ok(Told::Sent(sent.await?));
    }
    let readers = message::readers(cx.db(), id, draft.to).await?;
    if readers.is_empty() {
        return Err(crate::domain::error::Field::new("to", "nobody").into());
    }
    Ok(Told::Shown(readers.iter().map(full_name).collect()))
}

async fn view(cx: &Context, id: SessionId, form: FormView, pairs: Option<&Pairs>) -> Result<Message> {
    let details = session::details(cx.db(), id, cx.now()).await?;
    let text = pairs.map_or("", |pairs| pairs.text("text"));
    Ok(Message {
        form,
        session: Facts::new(&details, cx.now()),
        choices: offered(details.session.starts_at <= cx.now()),
        readers: None,
        subject: pairs.map_or("", |pairs| pairs.text("subject")).to_owned(),
        text: text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect(),
    })
}
