//! The core values as the organisation says them: a page for everybody, and the page on which whoever runs the programme writes them.

use std::{str::FromStr as _, sync::Arc};

use entity::core_value::CoreValue;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use crate::{
    domain::{
        dialogue::core_value::{self, Part},
        error::{Error, Result},
    },
    text::Language,
    web::{context::Context, form::Form, refill::FormView, row::Allow, sentence::Sentence, view::View},
};

/// All values, with what they mean.
#[derive(Serialize)]
pub struct Index {
    values: Vec<CoreValue>,
    /// Whether the viewer may write them anew.
    writes: bool,
}

impl View for Index {
    const TEMPLATE: &'static str = "dialogue/core_value/index.html";

    fn title(&self) -> Sentence {
        Sentence::new("core-values-title")
    }

    fn samples() -> Vec<Self> {
        [true, false].map(|writes| Self { values: CoreValue::ALL.to_vec(), writes }).into()
    }
}

/// The values, each with its languages.
#[derive(Serialize)]
pub struct List {
    values: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    value: CoreValue,
    /// The languages in which something is written anew.
    own: Vec<&'static str>,
}

impl View for List {
    const TEMPLATE: &'static str = "dialogue/core_value/list.html";

    fn title(&self) -> Sentence {
        Sentence::new("core-values-desk-title")
    }

    fn samples() -> Vec<Self> {
        let line = |own| Line { value: CoreValue::Trust, own };
        vec![Self { values: vec![line(vec![]), line(vec!["nl", "en"])] }]
    }
}

/// One value in one language.
#[derive(Serialize)]
pub struct Edit {
    form: FormView,
    value: CoreValue,
    code: &'static str,
    /// Whether anything is in the words of the organisation.
    own: bool,
}

impl View for Edit {
    const TEMPLATE: &'static str = "dialogue/core_value/edit.html";

    fn title(&self) -> Sentence {
        Sentence::new("core-values-edit-title").with("language", self.code)
    }

    fn samples() -> Vec<Self> {
        let form = || FormView::new().with("name", "Vertrouwen").with("behaviours", "Geef vertrouwen.");
        let face = |form, own| Self { form, value: CoreValue::Trust, code: "nl", own };
        vec![face(form(), false), face(form().wrong("name", "Vul dit in."), true)]
    }
}

/// The values, for everybody who works here.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    cx.page(&Index { values: CoreValue::ALL.to_vec(), writes: cx.may(Allow::Overseer) })
}

/// The values, to be written.
#[handler]
pub async fn list(cx: Context) -> poem::Result<Response> {
    let own = core_value::own(cx.db()).await?;
    let line = |value: &CoreValue| {
        let has = |language: &Language| {
            let code = language.code().to_owned();
            Part::ALL.iter().any(|part| own.contains_key(&(code.clone(), core_value::key(*value, *part))))
        };
        Line {
            value: *value,
            own: Language::ALL.iter().filter(|one| has(one)).map(|one| one.code()).collect(),
        }
    };
    cx.page(&List { values: CoreValue::ALL.iter().map(line).collect() })
}

fn asked((value, language): &(String, String)) -> Result<(CoreValue, Language)> {
    let value = CoreValue::ALL.iter().find(|one| one.code() == value).copied();
    let value = value.ok_or(Error::Missing("core-value"))?;
    Ok((value, Language::from_str(language).map_err(|_| Error::Missing("language"))?))
}

/// One value in one language.
#[handler]
pub async fn edit(cx: Context, Path(path): Path<(String, String)>) -> poem::Result<Response> {
    let (value, language) = asked(&path)?;
    let own = core_value::own(cx.db()).await?;
    let text = |part: Part| {
        let key = core_value::key(value, part);
        own.get(&(language.code().to_owned(), key))
            .cloned()
            .unwrap_or_else(|| ours(&cx, language, value, part))
    };
    let form = Part::ALL.into_iter().fold(FormView::new(), |form, part| form.with(part.code(), text(part)));
    let own = own.keys().any(|(code, key)| {
        *code == language.code() && Part::ALL.iter().any(|part| *key == core_value::key(value, *part))
    });
    cx.page(&Edit { form, value, code: language.code(), own })
}

/// What we say when the organisation says nothing.
fn ours(cx: &Context, language: Language, value: CoreValue, part: Part) -> String {
    let key = match part {
        Part::Name => format!("value-{}", value.code()),
        Part::Meaning | Part::Behaviours => core_value::key(value, part),
    };
    cx.words().say_ours(language, &key)
}

/// Keeps the texts, or goes back to ours. What equals ours stays ours, so that a later version of it arrives.
#[handler]
pub async fn update(cx: Context, Path(path): Path<(String, String)>, form: Form) -> poem::Result<Response> {
    let (value, language) = asked(&path)?;
    let back = form.text("do") == "default";
    let text = |part: Part| {
        let typed = form.text(part.code()).replace("\r\n", "\n");
        (part, Some(typed).filter(|typed| !back && *typed != ours(&cx, language, value, part)))
    };
    let texts = &Part::ALL.map(text);
    let write =
        |change: Arc<_>| async move { core_value::write(&change, value, language.code(), texts).await };
    match cx.write_once(&form, write).await {
        Ok(()) => {
            let said = if back { "core-values-said-ours" } else { "core-values-said-kept" };
            Ok(cx.go("/desk/core-values").saying(Sentence::new(said)).into())
        }
        Err(error) => {
            let form = cx.again(&form, &[], error)?;
            cx.page_as(form.status, &Edit { form, value, code: language.code(), own: true })
        }
    }
}
