//! Whether a text became more than a text, seen by readers and not by searching.

use calamine::{Reader as _, Xlsx};
use poem::http::HeaderName;
use scraper::{ElementRef, Html};

use super::{calendar, text::MARK};
use crate::house::browser::Page;

/// Elements that no page and no letter of ours has, whatever somebody typed.
const NEVER: [&str; 16] = [
    "iframe", "object", "embed", "base", "style", "applet", "frame", "frameset", "portal", "math",
    "template", "marquee", "audio", "video", "x-kwaad", "mglyph",
];
/// Attributes with an address.
const ADDRESSES: [&str; 8] =
    ["href", "src", "action", "formaction", "xlink:href", "poster", "background", "srcset"];
/// Words of the machinery that an answer must not show.
const INSIDE: [&str; 7] = [
    "sqlx",
    "SQLSTATE",
    "sqlite error",
    "syntax error at or near",
    "panicked at",
    "minijinja",
    "RUST_BACKTRACE",
];

/// Everything that is wrong with an answer.
pub fn all(page: &Page) -> Vec<String> {
    let mut hits = headers(page);
    let kind = page.header("content-type");
    if kind.starts_with("text/html") {
        hits.extend(markup(&page.body));
    } else if kind.contains("spreadsheetml") {
        hits.extend(formulas(&page.bytes));
    } else if kind.starts_with("text/csv") {
        hits.extend(cells(&page.bytes));
    } else if kind.starts_with("text/calendar") {
        hits.extend(calendar::strangers(&page.body));
    } else if kind.contains("json") && serde_json::from_slice::<serde_json::Value>(&page.bytes).is_err() {
        hits.push("no JSON".into());
    }
    let shown = INSIDE.iter().filter(|word| page.body.contains(**word));
    hits.extend(shown.map(|word| format!("shows {word}")));
    hits
}

fn headers(page: &Page) -> Vec<String> {
    let mut hits = Vec::new();
    for (name, value) in &page.headers {
        let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
        let free = [HeaderName::from_static("location"), HeaderName::from_static("content-disposition")];
        if name.as_str().contains(MARK) || (value.contains(MARK) && !free.contains(name)) {
            hits.push(format!("header {name}: {value}"));
        }
    }
    for line in page.headers.get_all("set-cookie") {
        let line = String::from_utf8_lossy(line.as_bytes());
        if !["olievlek=", "flash=", "language="].iter().any(|own| line.starts_with(own)) {
            hits.push(format!("cookie {line}"));
        }
    }
    if !leads_here(page.location()) {
        hits.push(format!("leads to {}", page.location()));
    }
    if page.header("x-content-type-options") != "nosniff" || page.header("content-security-policy").is_empty()
    {
        hits.push("no security headers".into());
    }
    hits
}

/// As a browser reads an address: tabs and line ends fall out, and a backslash is a slash.
fn leads_here(location: &str) -> bool {
    let bare: String = location.trim().chars().filter(|sign| !sign.is_control()).collect();
    let bare = bare.replace('\\', "/");
    bare.is_empty() || (bare.starts_with('/') && !bare.starts_with("//"))
}

/// What lives in a page that only ours may put there.
pub fn markup(html: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let elements = page.root_element().descendants().filter_map(ElementRef::wrap);
    elements.flat_map(alive).collect()
}

fn alive(element: ElementRef<'_>) -> Vec<String> {
    let name = element.value().name();
    let mut hits = Vec::new();
    if NEVER.contains(&name) || name.contains(MARK) {
        hits.push(format!("<{name}>"));
    }
    if name == "script" && !element.attr("src").is_some_and(|src| src.starts_with("/assets/")) {
        hits.push(format!("script {:.60}", element.html()));
    }
    if name == "meta" && element.attr("http-equiv").is_some_and(|it| it.eq_ignore_ascii_case("refresh")) {
        hits.push("meta refresh".into());
    }
    for (attribute, value) in element.value().attrs() {
        let own = name == "svg" || name == "use" || attribute != "style";
        if attribute.starts_with("on") || attribute.contains(MARK) || !own || attribute == "srcdoc" {
            hits.push(format!("<{name} {attribute}>"));
        }
        if ADDRESSES.contains(&attribute) && !harmless(name, value) {
            hits.push(format!("<{name} {attribute}={value:.60}>"));
        }
    }
    hits
}

/// A link may lead to another site, where somebody chose to write one; nothing else may.
fn harmless(element: &str, address: &str) -> bool {
    let bare: String =
        address.chars().filter(|sign| !sign.is_control()).collect::<String>().trim().to_lowercase();
    let bare = bare.replace('\\', "/");
    let here = (!bare.starts_with("//")
        && !bare.split(['/', '?', '#']).next().unwrap_or_default().contains(':'))
        || bare.starts_with("https://leren.gemeente.example")
        || bare.starts_with("http://127.0.0.1");
    let abroad = ["https://", "http://", "mailto:"].iter().any(|scheme| bare.starts_with(scheme));
    here || (element == "a" && abroad)
}

/// Cells of a CSV file that a spreadsheet would run.
pub fn cells(file: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(file);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .flexible(true)
        .has_headers(false)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<_> = reader.records().collect();
    let mut hits = Vec::new();
    for row in rows {
        match row {
            Ok(row) => hits.extend(
                row.iter()
                    .filter(|cell| {
                        cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
                    })
                    .map(|cell| format!("cell {cell:.60}")),
            ),
            Err(error) => hits.push(format!("no CSV: {error}")),
        }
    }
    hits
}

/// Formulas and links in a workbook.
pub fn formulas(file: &[u8]) -> Vec<String> {
    let mut book = match Xlsx::new(std::io::Cursor::new(file)) {
        Ok(book) => book,
        Err(error) => return vec![format!("no workbook: {error}")],
    };
    let mut hits = Vec::new();
    for sheet in book.sheet_names() {
        match book.worksheet_formula(&sheet) {
            Ok(range) => hits.extend(
                range
                    .cells()
                    .filter(|(.., formula)| !formula.is_empty())
                    .map(|(.., formula)| format!("formula {formula}")),
            ),
            Err(error) => hits.push(format!("unreadable formulas: {error}")),
        }
    }
    let archive = zip::ZipArchive::new(std::io::Cursor::new(file));
    let names: Vec<String> = archive.map_or_else(
        |_| Vec::new(),
        |it| it.file_names().flatten().map(std::borrow::Cow::into_owned).collect(),
    );
    hits.extend(names.into_iter().filter(|name| {
        name.contains("externalLink") || name.ends_with(".rels") && name.contains("worksheets")
    }));
    hits
}

#[test]
fn what_lives_is_seen() {
    for html in [
        "<p onclick='a()'>",
        "<script>a()</script>",
        "<script src=//kwaad.example></script>",
        "<a href='java\tscript:a()'>a</a>",
        "<img src=https://kwaad.example/x>",
        "<form action=//kwaad.example></form>",
        "<x-kwaad>",
        "<style>a{}</style>",
        "<iframe srcdoc=a></iframe>",
        "<a href=data:text/html,a>a</a>",
        "<meta http-equiv=refresh content=0>",
    ] {
        assert!(!markup(html).is_empty(), "{html}");
    }
    let honest = "<script src=/assets/a.js></script><p>&lt;x-kwaad onclick&gt;</p><a href='https://kwaad.example'>a</a>";
    assert_eq!(markup(honest), Vec::<String>::new());
    assert!(!cells(b"a;b\n1;=kwaad()\n").is_empty() && cells(b"a;b\n1;'=kwaad()\n").is_empty());
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write_formula(0, 0, "=1+1").unwrap();
    assert!(!formulas(&book.save_to_buffer().unwrap()).is_empty());
    for (location, here) in
        [("/a", true), ("", true), ("//a", false), ("/\\a", false), ("/\t/a", false), ("https://a", false)]
    {
        assert_eq!(leads_here(location), here, "{location}");
    }
}
