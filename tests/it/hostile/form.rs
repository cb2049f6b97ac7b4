//! Every field of every form that somebody with all roles finds, and of those before signing in.

use std::collections::BTreeMap;

use super::{
    FORMS, Siege, letter,
    sheet::{Sheet, forms, walk},
    text::{self, Text, short},
    texts_a_field,
    world::World,
};
use crate::house::browser::Browser;

/// Sent last, because little is left after them.
const LAST: [&str; 8] =
    ["sign-out", "browsers", "erasure", "revocation", "merger", "split", "undoing", "calling-off"];

#[tokio::test]
async fn no_form_makes_more_of_a_text_than_a_text() {
    let world = World::new().await;
    let mut siege = Siege::of("forms and what they store");
    let mut browser = world.house.browser();
    let sheets = found(&mut browser, &world, &mut siege).await;
    let mut turn = 0;
    let texts = text::all();
    for sheet in &sheets {
        for (field, _) in &sheet.fields {
            for _ in 0..texts_a_field(2) {
                turn += 1;
                send(&mut browser, &mut siege, sheet, (field, &texts[turn % texts.len()]), turn).await;
                if !browser.cookies.contains_key("olievlek") {
                    browser.sign_in(&world.house, world.boss).await;
                }
            }
        }
    }
    world.give_roles().await;
    look(&mut browser, &world, &mut siege).await;
    letter::read_all(&world.house, &mut siege).await;
    siege.end(FORMS, 10);
}

/// One form a row and set of fields, in the order in which they do harm.
async fn found(browser: &mut Browser, world: &World, siege: &mut Siege) -> Vec<Sheet> {
    let mut sheets = BTreeMap::new();
    for signed_in in [false, true] {
        if signed_in {
            browser.sign_in(&world.house, world.boss).await;
        }
        walk(browser, 3, |address, page| {
            siege.look(address, page);
            for sheet in forms(page).into_iter().filter(|sheet| sheet.post) {
                let names: Vec<_> = sheet.fields.iter().map(|(name, _)| name.clone()).collect();
                sheets.entry((sheet.row(), names)).or_insert(sheet);
            }
        })
        .await;
    }
    let mut sheets: Vec<_> = sheets.into_values().collect();
    sheets.sort_by_key(|sheet| LAST.iter().any(|last| sheet.action.contains(last)));
    sheets
}

async fn send(
    browser: &mut Browser,
    siege: &mut Siege,
    sheet: &Sheet,
    (field, text): (&str, &Text),
    turn: usize,
) {
    // A key of its own, or the house would give the answer of the request before.
    let key = format!("hostile-{turn}");
    let sheet = sheet.clone().turned(0);
    let mut fields = sheet.with(field, text);
    for (name, value) in &mut fields {
        if *name == "key" && field != "key" {
            value.clone_from(&key);
        }
    }
    let pairs: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = browser.post(&sheet.action, &pairs).await;
    siege.judge_text(text, &format!("POST {} {field}={}", sheet.row(), short(text)), &page);
}

/// Everything that is shown afterwards, also as files.
async fn look(browser: &mut Browser, world: &World, siege: &mut Siege) {
    browser.sign_in(&world.house, world.boss).await;
    let mut pages = 0;
    walk(browser, 8, |address, page| {
        pages += 1;
        siege.look(address, page);
        if page.status.is_server_error() {
            siege.hit(format!("{address}: {}", page.status));
        }
    })
    .await;
    for list in [
        "/people",
        "/departments",
        "/roles",
        "/desk/sessions",
        "/desk/workshops",
        "/letters",
        "/audit",
        "/team",
    ] {
        for file in ["csv", "xlsx"] {
            let address = format!("{list}?file={file}");
            siege.look(&address, &browser.get(&address).await);
        }
    }
    for file in ["csv", "xlsx"] {
        let address = format!("/desk/sessions/{}/participants.{file}", world.session);
        let page = browser.get(&address).await;
        assert!(page.status.is_success(), "{address}: {}", page.status);
        siege.look(&address, &page);
    }
    println!("pages looked at afterwards: {pages}");
}
