//! Filters that make text of people safe to show: Markdown, paragraphs, addresses, initials.
use std::{collections::HashSet, sync::LazyLock};

use minijinja::{AutoEscape, Environment, HtmlEscape, State, value::Value};
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

pub(super) fn add(environment: &mut Environment<'static>) {
    environment.add_filter("markdown", |text: &str| Value::from_safe_string(markdown(text)));
    environment.add_filter("paragraphs", |text: &str| Value::from_safe_string(paragraphs(text)));
    environment.add_filter("initials", initials);
    environment.add_filter("url", url);
}

/// What people may use in a description. No pictures: they would tell another site who reads.
static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let tags = [
        "a",
        "blockquote",
        "br",
        "code",
        "em",
        "h3",
        "h4",
        "h5",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "strong",
        "ul",
    ];
    let mut cleaner = ammonia::Builder::default();
    cleaner.tags(HashSet::from(tags)).url_schemes(HashSet::from(["https", "http", "mailto"]));
    cleaner
});

/// Markdown as clean HTML. Its headings start below those of the page.
fn markdown(text: &str) -> String {
    let events = Parser::new(text).map(|event| match event {
        Event::Start(Tag::Heading { level, classes, attrs, .. }) => {
            Event::Start(Tag::Heading { level: lowered(level), id: None, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lowered(level))),
        event => event,
    });
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events);
    CLEANER.clean(&html).to_string()
}

const fn lowered(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H3,
        HeadingLevel::H2 => HeadingLevel::H4,
        _ => HeadingLevel::H5,
    }
}

/// Plain text: an empty line starts a paragraph, a line end stays a line end.
fn paragraphs(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let parts = text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| format!("<p>{}</p>", HtmlEscape(part).to_string().replace('\n', "<br>"))).collect()
}

/// The first letters of the first and the last word: `NB` for Noor van den Bakker.
fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let letters =
        [words.next(), words.next_back()].into_iter().flatten().filter_map(|word| word.chars().next());
    letters.flat_map(char::to_uppercase).collect()
}

/// An address for `href` or `src`; `#` for one that leads elsewhere than it seems or runs a script.
fn url(state: &State<'_, '_>, address: &str) -> Value {
    let address = if is_harmless(address) { address } else { "#" };
    match state.auto_escape() {
        AutoEscape::None => Value::from(address),
        // Slashes stay readable: they are harmless within quotes.
        _ => Value::from_safe_string(HtmlEscape(address).to_string().replace("&#x2f;", "/")),
    }
}

/// A path on this site, or an address with a scheme that only opens something.
fn is_harmless(address: &str) -> bool {
    // Browsers drop control characters and read a backslash as a slash, which makes another site of a path.
    if address.contains(|letter: char| letter.is_control() || letter == '\\') {
        return false;
    }
    let path = address.starts_with('/') && !address.starts_with("//");
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    path || matches!(scheme.as_deref(), Some("https" | "http" | "mailto"))
}
