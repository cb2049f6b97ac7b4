//! Rows that no form of the walk leads to: their fields are guessed from all forms that were seen.

use std::collections::BTreeSet;

use olievlek::web;
use poem::http::Method;

use super::{
    Siege,
    sheet::Sheet,
    text::{self, short},
    texts_a_field,
    world::World,
};
use crate::house::browser::Browser;

/// Sends every text in all fields at once to each row that a form was not found for.
pub async fn attack(browser: &mut Browser, world: &World, siege: &mut Siege, seen: &[Sheet]) {
    let rows: BTreeSet<_> = seen.iter().map(Sheet::row).collect();
    let names: BTreeSet<_> =
        seen.iter().flat_map(|sheet| &sheet.fields).map(|(name, _)| name.as_str()).collect();
    let (texts, mut turn) = (text::all(), 0);
    let all = web::sitemap();
    for row in all.iter().filter(|row| row.method == Method::POST && !rows.contains(row.path)) {
        let address = world.address(row.path);
        for _ in 0..texts_a_field(12) {
            turn += 1;
            let (text, key) = (&texts[turn % texts.len()], format!("blind-{turn}"));
            let value =
                |name: &str| if name == "key" { key.clone() } else { text.chars().take(4_000).collect() };
            let fields: Vec<_> = names.iter().map(|name| (*name, value(name))).collect();
            let pairs: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let page = browser.post(&address, &pairs).await;
            siege.judge_text(text, &format!("POST {} all={}", row.path, short(text)), &page);
            if !browser.cookies.contains_key("olievlek") {
                browser.sign_in(&world.house, world.boss).await;
            }
        }
    }
}
