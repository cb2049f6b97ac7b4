//! The managed list of themes, and the free tags that wait to become one.

use std::sync::Arc;

use entity::id::ThemeId;
use poem::{Response, handler};
use serde::Serialize;

use super::theme::{Line, name, talks};
use crate::{
    domain::{
        dialogue::theme::{
            self, Theme,
            manage::{self, Names},
            tag::{self, Becomes, Tag},
        },
        error::{Field, Result},
    },
    web::{
        context::Context,
        form::Form,
        learning::session_choose::Choice,
        pager::{self, Pager},
        refill::FormView,
        sentence::Sentence,
        view::View,
    },
};

/// Tags on the page: those after it come when these have become a theme.
const TAGS: u64 = 50;

/// The list.
#[derive(Serialize)]
pub struct List {
    lines: Vec<Line>,
    pages: Pager,
    /// Those that are not in use any more.
    retired: bool,
    add: FormView,
    tags: Vec<Shown>,
    promote: FormView,
    choices: Vec<Choice>,
}

/// A tag.
#[derive(Clone, Debug, Serialize)]
struct Shown {
    /// Value and words of the choice.
    value: String,
    label: String,
}

impl View for List {
    const TEMPLATE: &'static str = "dialogue/theme/list.html";

    fn title(&self) -> Sentence {
        Sentence::new("themes-list-title")
    }

    fn samples() -> Vec<Self> {
        let shown = || Shown { value: "wachten".into(), label: "wachten (3)".into() };
        let face = |lines: Vec<Line>, tags: Vec<Shown>, retired| Self {
            pages: Pager::single(lines.len() as u64),
            lines,
            retired,
            add: FormView::new(),
            tags,
            promote: FormView::new(),
            choices: vec![Choice { value: "1".into(), label: "Terugbellen".into() }],
        };
        let wrong = FormView::new().wrong("nl", "Vul dit in.");
        vec![
            face(vec![Line::sample(Some(4))], vec![shown(), shown()], false),
            face(vec![], vec![], true),
            Self { add: wrong.clone(), ..face(vec![], vec![shown()], false) },
            Self { promote: wrong, ..face(vec![], vec![shown()], false) },
        ]
    }
}

/// The list with the tags.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    cx.page(&view(&cx, FormView::new(), FormView::new()).await?)
}

async fn view(cx: &Context, add: FormView, promote: FormView) -> Result<List> {
    let retired = cx.query().has("retired");
    let page = theme::list(cx.db(), retired, &pager::window(cx)?).await?;
    let total = theme::count(cx.db(), retired).await?;
    let talks = talks(cx).await?;
    let count = |row: &Theme| talks.iter().filter(|talk| talk.themes.contains(&row.id)).count() as u64;
    let tags = tag::list(cx.db(), cx.actor(), TAGS).await?;
    let shown = |one: &Tag| Shown {
        value: one.tag.clone(),
        label: cx
            .say(&Sentence::new("themes-tag").with("tag", one.tag.as_str()).with("count", one.conversations)),
    };
    let choices = if tags.is_empty() { Vec::new() } else { theme::choices(cx.db()).await? };
    let choice = |one: &Theme| Choice { value: one.id.to_string(), label: name(cx, one).to_owned() };
    Ok(List {
        lines: page.items.iter().map(|row| Line::new(cx, row, Some(count(row)))).collect(),
        pages: Pager::new(cx, &page, total),
        retired,
        add,
        tags: tags.iter().map(shown).collect(),
        promote,
        choices: choices.iter().map(choice).collect(),
    })
}

/// Adds a theme.
#[handler]
pub async fn create(cx: Context, form: Form) -> poem::Result<Response> {
    let names = &names(&form);
    match cx.write_once(&form, |change| async move { manage::add(&change, names).await }).await {
        Ok(id) => Ok(to(&cx, id, "theme-said-added")),
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &view(&cx, kept, FormView::new()).await?)
        }
    }
}

/// Makes a theme of a tag, or gives its conversations one that there is.
#[handler]
pub async fn promote_tag(cx: Context, form: Form) -> poem::Result<Response> {
    match promoted(&cx, &form).await {
        Ok(id) => Ok(to(&cx, id, "theme-said-promoted")),
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &view(&cx, FormView::new(), kept).await?)
        }
    }
}

async fn promoted(cx: &Context, form: &Form) -> Result<ThemeId> {
    let mut read = form.read();
    let tag = &read.required("tag", 200);
    let theme = read.choice("theme", |text| text.parse().ok());
    read.done()?;
    let becomes = &theme.map_or_else(|| Becomes::New(names(form)), Becomes::Theme);
    let write = |change: Arc<_>| async move { tag::promote(&change, tag, becomes).await };
    match cx.write_once(form, write).await {
        Err(crate::domain::error::Error::Missing("tag")) => Err(Field::new("tag", "not-a-choice").into()),
        result => result,
    }
}

fn names(form: &Form) -> Names {
    Names { nl: form.text("nl").to_owned(), en: form.text("en").to_owned() }
}

fn to(cx: &Context, id: ThemeId, said: &'static str) -> Response {
    cx.go(format!("/themes/{id}")).saying(Sentence::new(said)).into()
}
