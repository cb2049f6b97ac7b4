//! Raising an idea: for the own team, for a team below, or from a conversation.

use entity::id::*;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use crate::{
    domain::{
        dialogue::improvement::{
            TEXT, TITLE,
            raise::{self, Idea},
        },
        error::{Field, Result},
    },
    web::{
        context::Context, form::Form, learning::session_choose::Choice, refill::FormView, sentence::Sentence,
        view::View,
    },
};

/// What is chosen when nobody of the house raised it.
const OUTSIDE: &str = "outside";

/// The form.
#[derive(Serialize)]
pub struct New {
    form: FormView,
    /// Where it is sent, and where one came from.
    action: String,
    back: &'static str,
    teams: Vec<Choice>,
    /// Whether one can write down what was fixed at once.
    fixes: bool,
}

impl View for New {
    const TEMPLATE: &'static str = "dialogue/improvement/new.html";

    fn title(&self) -> Sentence {
        Sentence::new("improvement-new")
    }

    fn samples() -> Vec<Self> {
        let team = |value: &str| Choice { value: value.into(), label: "Vergunningen".into() };
        let face = |form, teams, fixes| Self {
            form,
            action: "/improvements".into(),
            back: "/improvements/mine",
            teams,
            fixes,
        };
        vec![
            face(FormView::new(), vec![team("1")], false),
            face(
                FormView::new().wrong("title", "Vul dit in."),
                vec![team("1"), team("2"), team(OUTSIDE)],
                true,
            ),
            face(FormView::new(), vec![], false),
        ]
    }
}

/// For a team.
#[handler]
pub async fn new(cx: Context) -> poem::Result<Response> {
    let form = FormView::new().with("department", cx.query().text("department"));
    cx.page(&view(&cx, None, form).await?)
}

/// From a conversation.
#[handler]
pub async fn new_from(cx: Context, Path(id): Path<ConversationId>) -> poem::Result<Response> {
    cx.page(&view(&cx, Some(id), FormView::new()).await?)
}

async fn view(cx: &Context, from: Option<ConversationId>, form: FormView) -> Result<New> {
    let today = cx.house().policy.day(cx.now());
    let choice = raise::choice(cx.db(), cx.actor(), from, today).await?;
    let team =
        |one: &entity::department::Model| Choice { value: one.id.to_string(), label: one.name.clone() };
    let outside = choice
        .outside
        .then(|| Choice { value: OUTSIDE.into(), label: cx.say(&Sentence::new("improvement-outside")) });
    Ok(New {
        form,
        action: from.map_or_else(|| "/improvements".into(), |id| format!("/conversations/{id}/improvements")),
        back: "/improvements/mine",
        teams: choice.teams.iter().map(team).chain(outside).collect(),
        fixes: choice.fixes,
    })
}

/// Raises it.
#[handler]
pub async fn create(cx: Context, form: Form) -> poem::Result<Response> {
    made(&cx, None, &form).await
}

/// Raises it from a conversation.
#[handler]
pub async fn create_from(cx: Context, Path(id): Path<ConversationId>, form: Form) -> poem::Result<Response> {
    raise::conversation(cx.db(), cx.actor(), id).await?;
    made(&cx, Some(id), &form).await
}

async fn made(cx: &Context, from: Option<ConversationId>, form: &Form) -> poem::Result<Response> {
    match raised(cx, from, form).await {
        Ok(id) => {
            let said = if form.has("fixed") { "improvement-said-fixed" } else { "improvement-said-raised" };
            Ok(cx.go(format!("/improvements/{id}")).saying(Sentence::new(said)).into())
        }
        Err(error) => {
            let kept = cx.again(form, &[], error)?;
            cx.page_as(kept.status, &view(cx, from, kept).await?)
        }
    }
}

async fn raised(cx: &Context, from: Option<ConversationId>, form: &Form) -> Result<ImprovementId> {
    let mut read = form.read();
    let given = form.text("department");
    if given.is_empty() {
        read.refuse(Field::new("department", "required"));
    }
    let department =
        if given == OUTSIDE { None } else { read.choice("department", |text| text.parse().ok()) };
    let title = read.required("title", TITLE);
    let text = read.optional("text", TEXT);
    let fixed = form.has("at-once").then(|| read.required("fixed", TEXT));
    read.done()?;
    let idea = &Idea { department, conversation: from, title, text, fixed };
    cx.write_once(form, |change| async move { raise::raise(&change, idea).await }).await
}
