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
}

impl Sheet {
    /// Which row of the sitemap it is sent to.
    pub fn row(&self) -> &'static str {
        row(if self.post { "POST" } else { "GET" }, &self.action).unwrap_or("nowhere")
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
    let mut fields = Vec::new();
    for control in form.select(&selector("input, select, textarea, button")) {
        let Some(name) = control.attr("name") else { continue };
        let kind = control.attr("type").unwrap_or_default();
        let value = match (control.value().name(), kind) {
            ("input", "file") => continue,
            ("input", "checkbox" | "radio") => match control.attr("value") {
                Some(value) if !fields.iter().any(|(other, _)| other == name) => value.to_owned(),
                _ => continue,
            },
            ("select", _) => chosen(control),
            ("textarea", _) => or_something(control.text().collect(), "textarea", name),
            _ => or_something(control.attr("value").unwrap_or_default().to_owned(), kind, name),
        };
        fields.push((name.to_owned(), value));
    }
    Sheet {
        post: form.attr("method") == Some("post"),
        action: form.attr("action").unwrap_or_default().to_owned(),
        fields,
    }
}

fn chosen(select: ElementRef<'_>) -> String {
    let values: Vec<_> =
        select.select(&selector("option")).filter_map(|option| option.attr("value")).collect();
    values.iter().find(|value| !value.is_empty()).map_or_else(String::new, |value| (*value).to_owned())
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
