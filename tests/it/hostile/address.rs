//! Paths: ids that are none, places on the disk, signs that another program reads otherwise.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use poem::http::{Method, Uri};

use super::{
    ADDRESSES, Siege,
    text::{self, Text, short},
    world::World,
};
use crate::house::browser::Page;
use olievlek::web;

/// Segments that are encoded on purpose, as they stand.
const ENCODED: [&str; 12] = [
    "..",
    ".",
    "%2e%2e",
    "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "..%5c..%5ckwaad",
    "%00",
    "kwaad%00.css",
    "%c0%ae%c0%ae",
    "%ff%fe",
    "%0d%0aX-Kwaad:%201",
    "%25%32%65",
    ";kwaad=1",
];

#[tokio::test]
async fn no_path_leads_where_nobody_may_be() {
    let world = World::new().await;
    let mut siege = Siege::of("paths");
    let mut boss = world.house.browser_of(world.boss).await;
    let mut texts: Vec<(String, Option<Text>)> = ENCODED.map(|text| (text.to_owned(), None)).into();
    texts.extend(text::all().into_iter().map(|text| {
        let start: String = text.chars().take(3_000).collect();
        (utf8_percent_encode(&start, NON_ALPHANUMERIC).to_string(), Some(text))
    }));
    let mut turn = 0;
    for row in web::sitemap().iter().filter(|row| row.path.contains(':')) {
        for _ in 0..8 {
            turn += 1;
            let (text, thrown) = &texts[turn % texts.len()];
            let parts =
                row.path.split('/').map(|part| if part.starts_with(':') { text.as_str() } else { part });
            let path = parts.collect::<Vec<_>>().join("/");
            if path.parse::<Uri>().is_err() {
                continue;
            }
            let page = match row.method {
                Method::GET => boss.get(&path).await,
                _ => boss.post(&path, &[("key", "kwaad")]).await,
            };
            assert!(!page.body.contains("root:x:"), "{path}");
            judge(&mut siege, thrown, &format!("{} {} {}", row.method, row.path, short(text)), &page);
        }
    }
    for (text, thrown) in &texts {
        for start in ["/", "/assets/", "/assets/../", "/health/", "/desk//", "/import/../"] {
            let path = format!("{start}{text}");
            if path.parse::<Uri>().is_err() {
                continue;
            }
            let page = boss.get(&path).await;
            assert!(!page.body.contains("root:x:"), "{path}");
            judge(&mut siege, thrown, &format!("GET {start}{}", short(text)), &page);
        }
    }
    siege.end(ADDRESSES, 50);
}

fn judge(siege: &mut Siege, thrown: &Option<Text>, what: &str, page: &Page) {
    match thrown {
        Some(text) => siege.judge_text(text, what, page),
        None => siege.judge(what, page),
    }
}
