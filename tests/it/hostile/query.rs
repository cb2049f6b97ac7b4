//! Every name that a page reads from its address, and names that no page reads.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::{
    QUERIES, Siege, kept,
    sheet::{forms, row, walk},
    text::{self, Kind, short},
    texts_a_field,
    world::World,
};

/// What lists and forms commonly read.
const COMMON: [&str; 8] = ["q", "cursor", "page", "next", "file", "from", "until", "key"];

#[tokio::test]
async fn nothing_in_an_address_becomes_more_than_a_text() {
    let world = World::new().await;
    let mut siege = Siege::of("queries");
    let mut browser = world.house.browser_of(world.boss).await;
    let (mut names, mut pages) = (BTreeMap::<&str, BTreeSet<String>>::new(), BTreeMap::new());
    walk(&mut browser, 2, |address, page| {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let here = row("GET", path).expect("a row");
        pages.entry(here).or_insert_with(|| path.to_owned());
        let asked: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
        names.entry(here).or_default().extend(asked.into_iter().map(|(name, _)| name));
        for sheet in forms(page).into_iter().filter(|sheet| !sheet.post) {
            names.entry(sheet.row()).or_default().extend(sheet.fields.iter().map(|(name, _)| name.clone()));
        }
    })
    .await;
    let before = kept::counts(&world.house).await;
    let (texts, mut turn) = (text::all(), 0);
    for (row, path) in pages {
        let mut all = names.remove(row).unwrap_or_default();
        all.extend(COMMON.map(str::to_owned));
        for name in all {
            for _ in 0..texts_a_field(1) {
                turn += 1;
                let text = &texts[turn % texts.len()];
                let encoded = encoded(text);
                let page = browser.get(&format!("{path}?{name}={encoded}")).await;
                siege.judge_text(text, &format!("GET {row} {name}={}", short(text)), &page);
            }
        }
    }
    redirects(&world, &mut siege).await;
    conditions(&world, &mut siege).await;
    assert_eq!(kept::counts(&world.house).await, before, "who reads changes nothing");
    siege.end(QUERIES, 40);
}

/// An address has an end: hyper takes 64 KiB of a request line.
fn encoded(text: &str) -> String {
    let text: String = text.chars().take(5_000).collect();
    utf8_percent_encode(&text, NON_ALPHANUMERIC).to_string()
}

/// What wants to be a condition finds who is called so, and nobody else.
async fn conditions(world: &World, siege: &mut Siege) {
    let mut browser = world.house.browser_of(world.boss).await;
    for path in ["/people?q=", "/search?q=", "/team?search="] {
        let honest = browser.get(&format!("{path}Fenna")).await;
        assert!(honest.body.contains("Fenna de Boer"), "{path} finds people");
        for text in text::all().iter().filter(|text| text.kind == Kind::Sql) {
            let page = browser.get(&format!("{path}{}", encoded(text))).await;
            siege.judge_text(text, &format!("GET {path}{}", short(text)), &page);
            if page.body.contains("Fenna de Boer") {
                siege.hit(format!("{path}{} finds somebody of another name", short(text)));
            }
        }
    }
}

/// Every way in that is told where to go afterwards.
async fn redirects(world: &World, siege: &mut Siege) {
    let mut browser = world.house.browser_of(world.boss).await;
    for text in text::all() {
        let encoded = encoded(&text);
        for path in
            ["/language?to=en&next=", "/sign-in?next=", "/sign-in/code?next=", "/sign-in/password?next="]
        {
            let page = browser.get(&format!("{path}{encoded}")).await;
            siege.judge_text(&text, &format!("GET {path}{}", short(&text)), &page);
        }
    }
    for next in text::REDIRECT {
        let mut visitor = world.house.browser();
        for path in ["/sign-in", "/sign-in/code", "/sign-in/password"] {
            let fields = [
                ("email", "fenna.de.boer@gemeente.example"),
                ("password", "x"),
                ("code", "x"),
                ("next", *next),
            ];
            siege.judge(&format!("POST {path} next={next}"), &visitor.post(path, &fields).await);
        }
    }
}
