//! The pages of the house as somebody finds them by following links, and the forms that stand on them.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::LazyLock,
};

use olievlek::web;
use poem::http::Method;
use scraper::{ElementRef, Html, Selector};

use crate::house::browser::{Browser, Page};

/// Method and path of every row: making the sitemap is work.
static ROWS: LazyLock<Vec<(Method, &'static str)>> =
    LazyLock::new(|| web::sitemap().into_iter().map(|row| (row.method, row.path)).collect());

/// A form, filled in with what it holds already and with something that fits where it is empty.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub post: bool,
    pub action: String,
    pub fields: Vec<(String, String)>,
    /// Fields of a kind in which one types what one likes.
    pub free: Vec<String>,
    /// What can be chosen in a field; the first is chosen already.
    choices: Vec<(String, Vec<String>)>,
    /// What may be left empty, and is.
    spare: Vec<String>,
    /// With which one can send it; nothing for a button without a name.
    buttons: Vec<Option<(String, String)>>,
}

impl Sheet {
    /// Which row of the sitemap it is sent to.
    pub fn row(&self) -> &'static str {
        row(if self.post { "POST" } else { "GET" }, &self.action).unwrap_or("nowhere")
    }

    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(field, _)| field == name)
    }

    /// Sent by the button that makes what a page shows; nothing without one.
    pub fn making(&self) -> Option<Self> {
        let makes = |button: &&(String, String)| button.0 == "make" || button.1 == "make";
        let button = self.buttons.iter().flatten().find(makes)?.clone();
        let fields = [self.fields.clone(), vec![button]].concat();
        Some(Self { fields, ..self.clone() })
    }

    /// The `turn`th way to fill it in: with other choices, by another button, and every other time with what may be left empty.
    pub fn turned(mut self, turn: usize) -> Self {
        if turn.is_multiple_of(2) {
            self.fields.retain(|(name, _)| !self.spare.contains(name) || self.free.contains(name));
            self.fields
                .iter_mut()
                .filter(|(name, _)| self.spare.contains(name))
                .for_each(|(_, old)| old.clear());
        }
        for (name, values) in &self.choices {
            let value = &values[turn % values.len()];
            self.fields
                .iter_mut()
                .filter(|(field, _)| field == name)
                .for_each(|(_, old)| old.clone_from(value));
        }
        if !self.buttons.is_empty() {
            self.fields.extend(self.buttons[turn % self.buttons.len()].clone());
        }
        self
    }

    /// With another value in one field.
    pub fn with(&self, name: &str, value: &str) -> Vec<(&str, String)> {
        let same =
            |(field, old): &(String, String)| if field == name { value.to_owned() } else { old.clone() };
        self.fields.iter().map(|field| (field.0.as_str(), same(field))).collect()
    }
}

/// Pages by following links, at most so many of one row; each is shown to `see`.
pub async fn walk(browser: &mut Browser, most: usize, mut see: impl FnMut(&str, &Page)) {
    let mut ahead: VecDeque<String> = starts().into();
    let (mut seen, mut of_row) = (BTreeSet::new(), BTreeMap::<&str, usize>::new());
    while let Some(address) = ahead.pop_front() {
        let Some(row) = row("GET", &address).filter(|_| seen.insert(address.clone())) else { continue };
        let count = of_row.entry(row).or_default();
        *count += 1;
        if *count > most {
            continue;
        }
        let page = browser.get(&address).await;
        see(&address, &page);
        if page.header("content-type").starts_with("text/html") {
            ahead.extend(
                links(&address, &page)
                    .into_iter()
                    .filter(|link| link.starts_with('/') && !link.starts_with("//")),
            );
        }
    }
}

/// Rows of the sitemap without anything to fill in.
fn starts() -> Vec<String> {
    let bare = ROWS.iter().filter(|(method, path)| method == "GET" && !path.contains(':'));
    bare.map(|(_, path)| (*path).to_owned()).collect()
}

fn links(address: &str, page: &Page) -> Vec<String> {
    let html = Html::parse_document(&page.body);
    let path = address.split('?').next().unwrap_or_default();
    let whole = |href: &str| {
        let href = href.split('#').next().unwrap_or_default();
        if href.starts_with('?') { format!("{path}{href}") } else { href.to_owned() }
    };
    html.select(&selector("a[href]")).filter_map(|link| link.attr("href")).map(whole).collect()
}

/// Every form of a page.
pub fn forms(page: &Page) -> Vec<Sheet> {
    let html = Html::parse_document(&page.body);
    html.select(&selector("form")).map(form).collect()
}

fn form(form: ElementRef<'_>) -> Sheet {
    let mut sheet = Sheet {
        post: form.attr("method") == Some("post"),
        action: form.attr("action").unwrap_or_default().to_owned(),
        fields: vec![],
        free: vec![],
        choices: vec![],
        spare: vec![],
        buttons: vec![],
    };
    form.select(&selector("input, select, textarea, button")).for_each(|control| sheet.read(control));
    sheet.fields.extend(sheet.choices.iter().map(|(name, values)| (name.clone(), values[0].clone())));
    sheet
}

impl Sheet {
    fn read(&mut self, control: ElementRef<'_>) {
        let kind = control.attr("type").unwrap_or_default();
        let Some(name) = control.attr("name") else {
            if control.value().name() == "button" {
                self.buttons.push(None);
            }
            return;
        };
        let given = control.attr("value").unwrap_or_default();
        let ticked = control.attr("checked").is_some();
        let text: String = control.text().collect();
        let empty = given.is_empty()
            && text.trim().is_empty()
            && kind != "hidden"
            && control.attr("required").is_none();
        if (empty && matches!(control.value().name(), "input" | "textarea")) || (given == "yes" && !ticked) {
            self.spare.push(name.to_owned());
        }
        match (control.value().name(), kind) {
            ("input", "file") => {}
            ("button", _) => self.buttons.push(Some((name.to_owned(), given.to_owned()))),
            ("input", "checkbox" | "radio") => {
                self.choose(name, vec![given.to_owned()], ticked);
            }
            ("select", _) => self.choose(name, options(control), true),
            ("textarea", _) => self.write(name, or_something(text, "textarea", name), true),
            _ => {
                let kind = control.attr("inputmode").map_or(kind, |_| "number");
                let free = matches!(kind, "" | "text" | "search");
                self.write(name, or_something(given.to_owned(), kind, name), free);
            }
        }
    }

    fn write(&mut self, name: &str, value: String, free: bool) {
        if free && !self.free.iter().any(|other| other == name) {
            self.free.push(name.to_owned());
        }
        self.fields.push((name.to_owned(), value));
    }

    /// Other values of the same name are other choices.
    fn choose(&mut self, name: &str, values: Vec<String>, first: bool) {
        match self.choices.iter_mut().find(|(other, _)| other == name) {
            Some((_, known)) if first => known.splice(0..0, values).for_each(drop),
            Some((_, known)) => known.extend(values),
            None if values.is_empty() => {}
            None => self.choices.push((name.to_owned(), values)),
        }
    }
}

/// What a select holds, what is chosen first; without the one that says nothing.
fn options(select: ElementRef<'_>) -> Vec<String> {
    let said = selector("option");
    let mut options: Vec<_> = select
        .select(&said)
        .filter_map(|option| Some((option.attr("selected").is_none(), option.attr("value")?.to_owned())))
        .filter(|(_, value)| !value.is_empty())
        .collect();
    options.sort_by_key(|(other, _)| *other);
    options.into_iter().map(|(_, value)| value).collect()
}

/// What fits into an empty field.
fn or_something(value: String, kind: &str, name: &str) -> String {
    let fits = match (kind, name) {
        ("hidden", _) => "",
        ("email", _) | (_, "email") => "iemand@elders.example",
        ("date", _) => "2026-06-05",
        ("time", _) => "10:00",
        ("datetime-local", _) => "2026-03-20T10:00",
        ("number", _) => "5",
        _ if name.contains("time") || name.ends_with("start") || name.ends_with("end") => "10:00",
        _ if name.contains("link") => "https://elders.example/zaal",
        _ => "Iets",
    };
    if value.trim().is_empty() { fits.to_owned() } else { value }
}

/// The row of the sitemap behind an address.
pub fn row(method: &str, address: &str) -> Option<&'static str> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let mut found: Vec<_> =
        ROWS.iter().filter(|(known, row)| known == method && fits(row, path)).map(|(_, row)| *row).collect();
    found.sort_by_key(|row| row.matches(':').count());
    found.first().copied()
}

fn fits(pattern: &str, path: &str) -> bool {
    let (ours, theirs): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), path.split('/').collect());
    ours.len() == theirs.len()
        && ours
            .iter()
            .zip(&theirs)
            .all(|(our, their)| our == their || (our.starts_with(':') && !their.is_empty()))
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).expect("a selector")
}
