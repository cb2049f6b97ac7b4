//! Texts of letters, written by the organisation itself: with a preview on a real date, and the way back to ours.

use std::{collections::BTreeMap, str::FromStr as _};

use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{
    context::Context,
    form::{Form, Pairs},
    refill::FormView,
    sentence::Sentence,
    view::View,
};
use crate::{
    domain::{
        error::{Error, Field, Result, all_well},
        learning::agenda,
        page::Window,
        wording::{self as wordings, LENGTH},
    },
    text::{BadText, Language, Pattern, fill},
};

/// The parts of a letter that can be written anew.
const PARTS: [&str; 3] = ["subject", "lead", "action"];
const SUBJECT_LENGTH: usize = 150;

/// Every letter, and whether it speaks in our words.
#[derive(Serialize)]
pub struct List {
    letters: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    kind: String,
    /// The languages in which something is written anew.
    own: Vec<&'static str>,
}

impl View for List {
    const TEMPLATE: &'static str = "letters/texts.html";

    fn title(&self) -> Sentence {
        Sentence::new("texts-title")
    }

    fn samples() -> Vec<Self> {
        let line = |own| Line { kind: "confirmed".into(), own };
        vec![Self { letters: vec![line(vec![]), line(vec!["nl", "en"])] }]
    }
}

/// One letter in one language.
#[derive(Serialize)]
pub struct Edit {
    kind: String,
    code: &'static str,
    form: FormView,
    parts: Vec<Part>,
    /// Something is written anew.
    own: bool,
    /// How it reads: subject, opening and closing.
    preview: Vec<String>,
    organisation: String,
}

#[derive(Serialize)]
struct Part {
    name: &'static str,
    ours: String,
    /// What must be filled in, as `{name}`.
    names: Vec<String>,
}

impl View for Edit {
    const TEMPLATE: &'static str = "letters/text.html";

    fn title(&self) -> Sentence {
        Sentence::new("texts-edit-title")
    }

    fn samples() -> Vec<Self> {
        let sample = |own, form| Self {
            kind: "confirmed".into(),
            code: "nl",
            form,
            parts: vec![
                Part {
                    name: "subject",
                    ours: "Je hebt een plek: {workshop}".into(),
                    names: vec!["{workshop}".into()],
                },
                Part { name: "action", ours: "Kun je toch niet? Meld je af.".into(), names: vec![] },
            ],
            own,
            preview: vec![
                "Je hebt een plek: Helder schrijven".into(),
                "Kun je toch niet? Meld je af.".into(),
            ],
            organisation: "Gemeente".into(),
        };
        let wrong = FormView::new().with("subject", "Hoi").wrong("subject", "Zet {workshop} in de tekst.");
        vec![sample(false, FormView::new()), sample(true, wrong)]
    }
}

/// The letters whose texts can be written.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let written = wordings::all(cx.db()).await?;
    let line = |kind: String| {
        let start = format!("letter-{kind}-");
        let own = Language::ALL.into_iter().map(Language::code);
        let own =
            own.filter(|code| written.iter().any(|row| row.language == *code && row.key.starts_with(&start)));
        Line { own: own.collect(), kind }
    };
    cx.page(&List { letters: kinds(&cx).into_iter().map(line).collect() })
}

fn kinds(cx: &Context) -> Vec<String> {
    let keys = cx.words().keys(Language::Dutch);
    keys.filter_map(|key| Some(key.strip_prefix("letter-")?.strip_suffix("-subject")?.to_owned())).collect()
}

/// One letter: its texts and how they read.
#[handler]
pub async fn show(cx: Context, Path((kind, language)): Path<(String, String)>) -> poem::Result<Response> {
    let letter = Letter::find(&cx, &kind, &language)?;
    let own = wordings::of(cx.db(), letter.language.code(), &letter.start()).await?;
    let form = letter.parts.iter().fold(FormView::new(), |form, (name, pattern)| {
        form.with(name, own.get(&letter.key(name)).unwrap_or(&pattern.text))
    });
    cx.page(&letter.view(&cx, form, !own.is_empty()).await?)
}

/// Keeps the texts; with another button only shows how they read, or goes back to ours.
#[handler]
pub async fn update(
    cx: Context,
    Path((kind, language)): Path<(String, String)>,
    form: Form,
) -> poem::Result<Response> {
    let letter = Letter::find(&cx, &kind, &language)?;
    let kept = match letter.texts(&form) {
        Ok(_) if form.text("do") == "look" => Ok(None),
        Ok(texts) => letter.keep(&cx, &form, texts).await.map(Some),
        Err(error) => Err(error),
    };
    match kept {
        Ok(Some(said)) => {
            let here = format!("/letters/texts/{kind}/{language}");
            Ok(cx.go(here).saying(Sentence::new(said)).into())
        }
        Ok(None) => cx.page(&letter.view(&cx, FormView::new().keeping(&form, &[]), true).await?),
        Err(error) => {
            let again = cx.again(&form, &[], error)?;
            cx.page_as(again.status, &letter.view(&cx, again, true).await?)
        }
    }
}

/// A letter that can be written anew.
struct Letter {
    kind: String,
    language: Language,
    parts: Vec<(&'static str, Pattern)>,
}

impl Letter {
    fn find(cx: &Context, kind: &str, language: &str) -> Result<Self> {
        let language = Language::from_str(language).map_err(|_| Error::Missing("language"))?;
        let pattern = |part| Some((part, cx.words().pattern(language, &format!("letter-{kind}-{part}"))?));
        let parts: Vec<_> = PARTS.into_iter().filter_map(pattern).collect();
        if parts.is_empty() {
            Err(Error::Missing("letter"))
        } else {
            Ok(Self { kind: kind.into(), language, parts })
        }
    }

    fn start(&self) -> String {
        format!("letter-{}-", self.kind)
    }

    fn key(&self, part: &str) -> String {
        format!("letter-{}-{part}", self.kind)
    }

    /// What was typed, checked. What equals ours stays ours, so that a later version of it arrives.
    fn texts(&self, form: &Pairs) -> Result<Vec<(String, Option<String>)>> {
        let back = form.text("do") == "default";
        let (mut texts, mut wrong) = (Vec::new(), Vec::new());
        for (name, pattern) in &self.parts {
            let text = form.text(name).trim().replace("\r\n", "\n");
            let most = if *name == "subject" { SUBJECT_LENGTH } else { LENGTH };
            if !back {
                wrong.extend(problem(name, pattern, &text, most));
            }
            texts.push((self.key(name), Some(text).filter(|text| !back && *text != pattern.text)));
        }
        all_well(wrong).map(|()| texts)
    }

    async fn keep(
        &self,
        cx: &Context,
        form: &Form,
        texts: Vec<(String, Option<String>)>,
    ) -> Result<&'static str> {
        let (texts, code) = (&texts, self.language.code());
        cx.write_once(form, |change| async move { wordings::write(&change, code, texts).await }).await?;
        Ok(if form.text("do") == "default" { "texts-said-ours" } else { "texts-said-kept" })
    }

    async fn view(&self, cx: &Context, form: FormView, own: bool) -> Result<Edit> {
        let values = values(cx, self.language).await?;
        let read = |name: &str| fill(form.text(name), |name| values.get(name).cloned());
        let part = |(name, pattern): &(&'static str, Pattern)| Part {
            name,
            ours: pattern.text.clone(),
            names: pattern.names.iter().map(|name| format!("{{{name}}}")).collect(),
        };
        Ok(Edit {
            kind: self.kind.clone(),
            code: self.language.code(),
            preview: self.parts.iter().map(|(name, _)| read(name)).collect(),
            parts: self.parts.iter().map(part).collect(),
            own,
            organisation: cx.organisation().to_owned(),
            form,
        })
    }
}

fn problem(name: &'static str, pattern: &Pattern, text: &str, most: usize) -> Option<Field> {
    if text.is_empty() {
        return Some(Field::new(name, "required"));
    }
    if text.chars().count() > most {
        return Some(Field::new(name, "too-long").with("max", most));
    }
    match pattern.check(text) {
        Ok(()) => None,
        Err(BadText::Missing(names)) => {
            Some(Field::new(name, "placeholder-missing").with("names", names.join(", ")))
        }
        Err(BadText::Unknown(names)) => {
            Some(Field::new(name, "placeholder-unknown").with("names", names.join(", ")))
        }
    }
}

/// What is filled in for a preview: from the next date that is open, else made up.
async fn values(cx: &Context, language: Language) -> Result<BTreeMap<&'static str, String>> {
    let open = agenda::Filter { open: Some(true), ..agenda::Filter::default() };
    let page = agenda::list(cx.db(), &open, &Window { limit: 1, after: None }, cx.now()).await?;
    let next = page.items.first();
    let title = next.map_or_else(|| "Helder schrijven".to_owned(), |item| item.workshop.title.clone());
    let start = next.map_or_else(|| cx.now(), |item| item.session.starts_at);
    let dates = crate::text::Dates { language, ..cx.dates() };
    Ok(BTreeMap::from([
        ("title", title.clone()),
        ("due", dates.date(dates.day(start))),
        ("n", "2".to_owned()),
        ("workshop", title),
        ("organisation", cx.organisation().to_owned()),
        ("date", dates.date(dates.day(start))),
        ("moment", dates.moment(start)),
        ("deadline", dates.moment(cx.now() + cx.house().policy.offer_lasts)),
        ("position", "2".to_owned()),
        ("taken", next.map_or(3, |item| item.session.taken).to_string()),
        ("minimum", next.and_then(|item| item.session.minimum).unwrap_or(6).to_string()),
    ]))
}
