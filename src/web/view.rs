//! Pages as typed values: what a template may show stands in its struct, and the frame round it in [`Shell`].

mod frames;

use chrono::{DateTime, Utc};
use serde::Serialize;

pub use self::frames::Frames;
use super::{asset::Addresses, sentence::Sentence};

/// What one template shows. Every kind of page has samples, which a guard renders in every language.
pub trait View: Serialize {
    const TEMPLATE: &'static str;
    /// Its template is the whole page (`layout/plain.html`), not what stands in the frame (`layout/page.html`).
    const PLAIN: bool = false;

    /// The title of the browser's window.
    fn title(&self) -> Sentence;

    /// One for each face of the page: full, empty, with errors.
    fn samples() -> Vec<Self>
    where
        Self: Sized;
}

/// The frame round every page: `templates/layout/README.md`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Shell {
    pub title: String,
    pub language: &'static str,
    pub organisation: String,
    pub viewer: Option<ViewerCard>,
    /// On a device that others use too: until when the viewer is signed in.
    pub shared: Option<DateTime<Utc>>,
    pub menu: Vec<MenuPart>,
    /// Requests, and wishes for more time, that wait for the viewer to decide.
    pub requests: u64,
    pub extensions: u64,
    /// Whether the viewer finds the catalogue: not who comes from outside.
    pub programme: bool,
    pub flash: Option<Flash>,
    pub path: String,
    pub request_id: String,
    pub demo: bool,
    pub assets: Addresses,
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ViewerCard {
    pub id: String,
    pub name: String,
    pub initials: String,
}

/// A line of the menu.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct MenuEntry {
    pub label: String,
    pub href: &'static str,
    pub current: bool,
    /// How much waits there for the viewer.
    pub waiting: u64,
}

/// A part of the menu: a line by itself, or lines that open under a heading.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct MenuPart {
    /// Nothing: its lines stand in the menu itself.
    pub heading: Option<String>,
    pub entries: Vec<MenuEntry>,
    /// Whether the page lies below one of its lines.
    pub current: bool,
    pub waiting: u64,
}

/// A message, once. Kind: `ok` or `warn`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Flash {
    pub kind: &'static str,
    pub text: String,
    pub undo: Option<Undo>,
}

/// A button that takes a step back.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Undo {
    pub action: String,
    pub key: String,
    /// Whom it is about; nothing for the viewer.
    pub person: Option<String>,
}

/// A view in its frame, as templates get it.
#[derive(Serialize)]
pub struct Framed<'a, V> {
    pub shell: Shell,
    #[serde(flatten)]
    pub view: &'a V,
}

/// A sample of a page, for the guard.
pub struct Sample {
    pub template: &'static str,
    pub plain: bool,
    pub title: Sentence,
    pub value: serde_json::Value,
}

pub(super) fn of<V: View>() -> Vec<Sample> {
    let sample = |view: V| Sample {
        template: V::TEMPLATE,
        plain: V::PLAIN,
        title: view.title(),
        value: serde_json::to_value(&view).unwrap_or_default(),
    };
    V::samples().into_iter().map(sample).collect()
}

/// Samples of every page there is: a new view adds its line, here or in its area.
pub fn samples() -> Vec<Sample> {
    use super::{adoption, dialogue, learning, letter, people, privacy, service};
    [
        of::<super::api_page::Show>(),
        of::<super::error::Page>(),
        of::<super::home::Welcome>(),
        of::<super::home::Home>(),
        of::<super::plain::Text>(),
        of::<super::search::Search>(),
        people::samples(),
        dialogue::samples(),
        learning::samples(),
        service::samples(),
        adoption::samples(),
        privacy::samples(),
        of::<letter::List>(),
        of::<letter::Show>(),
        of::<super::wording::List>(),
        of::<super::wording::Edit>(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
