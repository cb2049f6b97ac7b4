//! Every row that writes, about things that exist: each field of each form that somebody in the town finds.

use std::collections::{BTreeMap, BTreeSet};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use olievlek::web;
use poem::http::{Method, StatusCode};

use super::{
    ROWS, Siege, kept, letter,
    sheet::{Sheet, forms},
    text::{self, Text, short},
    textless, texts_a_field,
    town::{Forms, Found, Town},
};
use crate::{
    house::browser::Page,
    permission::{cast::Role, rule::Kind},
};

/// Sent first, because others use up what they are about.
const FIRST: [&str; 8] = [
    "/enrolments/:id/needs",
    "/enrolments/:id/withdrawal",
    "/enrolments/:id/swap",
    "/team/enrolments/:id/withdrawal",
    "/desk/enrolments/:id/refusal",
    "/approvals",
    "/approvals/:id/decision",
    "/team/duties/:id/exemption",
];

/// Sent last, and in this order, because little is left after them.
const LAST: [&str; 16] = [
    "retirement",
    "decision",
    "withdrawal",
    "refusal",
    "acceptance",
    "swap",
    "release",
    "revocation",
    "/end",
    "closing",
    "calling-off",
    "merger",
    "split",
    "erasure",
    "everywhere",
    "sign-out",
];

/// What fits in a field of a row, where nothing that the page says leads to it.
const FITS: &[(&str, &[(&str, &str)])] = &[
    ("/desk/assignments", &[("dueDays", ""), ("dueOn", "2026-06-05"), ("who", ""), ("people", NOOR)]),
    (
        "/team/assignments",
        &[
            ("dueDays", ""),
            ("dueOn", "2026-06-05"),
            ("who", ""),
            ("people", "fenna.de.boer@gemeente.example"),
        ],
    ),
    ("/desk/promises", &[("target", "0,9"), ("unit", "share"), ("code", "N77")]),
    ("/desk/promises/:code/reading", &[("value", ""), ("met", "5"), ("cases", "5")]),
    ("/desk/tracks", &[("step-2", ""), ("step-3", ""), ("step-4", ""), ("step-5", "")]),
    ("/desk/tracks/:id", &[("step-2", ""), ("step-3", ""), ("step-4", ""), ("step-5", "")]),
    ("/externals", &[("name", "Iemand Anders")]),
];
const NOOR: &str = "noor.el.amrani@gemeente.example";

struct Raid {
    town: Town,
    siege: Siege,
    living: Vec<Text>,
    all: Vec<Text>,
    turn: usize,
    /// How often a row took a text into a field in which one types what one likes; and what it said last, when it did not.
    took: BTreeMap<&'static str, usize>,
    refused: BTreeMap<&'static str, String>,
}

#[tokio::test]
async fn every_row_that_writes_takes_a_text_as_a_text() {
    let (mut living, all) = (text::living(), text::all());
    living.sort_by_key(|text| text.len());
    let (took, refused) = (BTreeMap::new(), BTreeMap::new());
    let siege = Siege::of("rows that write");
    let mut raid = Raid { town: Town::new().await, siege, living, all, turn: 0, took, refused };
    let before = kept::counts(&raid.town.world.house).await;
    raid.by_hand().await;
    // Twice: what is done in the first round brings forms that were not there.
    for round in 0..2 {
        let found = raid.town.look(&mut raid.siege).await;
        for (row, found) in in_order(found) {
            let silent = textless::ROWS.iter().any(|(_, rows)| rows.contains(&row));
            if round == 0 || !(silent || raid.took.contains_key(row)) {
                raid.row(row, &found).await;
            }
        }
    }
    raid.town.look(&mut raid.siege).await;
    raid.town.walk(&mut raid.siege).await;
    letter::read_all(&raid.town.world.house, &mut raid.siege).await;
    let after = kept::counts(&raid.town.world.house).await;
    for ((table, before), (_, after)) in before.iter().zip(&after) {
        assert!(after >= before, "{table}: {before} rows before, {after} after");
    }
    let mut wrong = kept::strange_columns(&raid.town.world.house).await;
    wrong.extend(raid.strange_rows());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    raid.siege.end(ROWS, 12);
}

fn in_order(forms: Forms) -> Vec<(&'static str, Vec<Found>)> {
    let mut all: Vec<_> = forms.into_iter().collect();
    let last = |row: &str| LAST.iter().position(|last| row.contains(last)).map_or(0, |at| at + 1);
    all.sort_by_key(|(row, _)| if FIRST.contains(row) { (0, 0) } else { (1, last(row)) });
    all
}

impl Raid {
    async fn row(&mut self, row: &'static str, found: &[Found]) {
        let free: BTreeSet<_> = found.iter().flat_map(|one| one.sheet.free.clone()).collect();
        let named = found.iter().flat_map(|one| &one.sheet.fields).map(|(name, _)| name.clone());
        let other: BTreeSet<_> = named.filter(|name| !free.contains(name)).collect();
        for field in &free {
            let (mut tries, mut taken) = (0, false);
            while tries < texts_a_field(3) || (!taken && tries < 6) {
                self.turn += 1;
                // Where three did not fit, the shortest may.
                let most = if tries < 3 { self.living.len() } else { 3 };
                let text = self.living[self.turn % most].clone();
                let took = self.send((row, found), (field, &text), tries).await;
                *self.took.entry(row).or_default() += usize::from(took);
                (tries, taken) = (tries + 1, taken || took);
            }
        }
        for field in free.iter().chain(&other) {
            for tries in 0..texts_a_field(1) {
                self.turn += 1;
                let text = self.all[self.turn % self.all.len()].clone();
                self.send((row, found), (field, &text), tries).await;
            }
        }
        self.took.retain(|_, took| *took > 0);
    }

    /// One request with a form that is read anew, so that its key and its version are right. Whether it was taken.
    async fn send(
        &mut self,
        (row, found): (&'static str, &[Found]),
        (field, text): (&str, &Text),
        tries: usize,
    ) -> bool {
        for at in 0..found.len() {
            let one = &found[(tries + at) % found.len()];
            let page = self.town.get(one.role, &one.page).await;
            self.siege.look(&one.page, &page);
            let same = |sheet: &Sheet| sheet.post && sheet.action == one.sheet.action && sheet.has(field);
            let Some(sheet) = forms(&page).into_iter().find(same) else { continue };
            let sheet = fitted(row, sheet.turned(tries), self.turn);
            let answer = self.post(one, &sheet, Some((field, text))).await;
            let took = taken(&answer);
            let free = sheet.free.iter().any(|free| free == field);
            if !took && free {
                self.refused.insert(
                    row,
                    format!(
                        "{} {}={}: {} {}",
                        one.page,
                        field,
                        short(text),
                        answer.status,
                        answer.text("[id$='-error'], .notice, .flash")
                    ),
                );
            }
            if free && answer.status == StatusCode::CONFLICT {
                continue;
            }
            if let Some(next) = next_step(&answer, row) {
                let answer = self.post(one, &next, None).await;
                let told = next.fields.iter().any(|(_, value)| value.contains(text::MARK));
                if taken(&answer) && told && next.row() != row {
                    *self.took.entry(next.row()).or_default() += 1;
                }
            }
            return took;
        }
        false
    }

    /// What a script or a page that refuses sends; no page has these forms.
    async fn by_hand(&mut self) {
        let id = |kind, name: &str| {
            let mut of_kind = self.town.world.of(kind).into_iter();
            of_kind.find(|thing| thing.name == name).expect("a thing").ids[0].clone()
        };
        let talk = id(Kind::Conversation, "a conversation of Sem");
        let date = id(Kind::Session, "an open date of nobody here");
        let daan = self.town.world.people[&Role::QualityOfficer].to_string();
        let (note, place) = ("/conversations/:id/notes", "/desk/sessions/:id/enrolments");
        for (role, row, id, field, fields) in [
            (Role::Facilitator, note, &talk, "text", [("topic", "needs"), ("version", "0")]),
            (Role::Manager, place, &date, "reason", [("person", daan.as_str()), ("override", "yes")]),
        ] {
            for text in self.living.clone().iter().take(6) {
                let address = row.replace(":id", id);
                let key = format!("by-hand-{}", text.at);
                let fields = [&fields[..], &[("key", key.as_str()), (field, text)]].concat();
                let page = self.town.post(role, &address, &fields).await;
                self.siege.judge_text(text, &format!("POST {row} {field}={}", short(text)), &page);
                if taken(&page) {
                    *self.took.entry(row).or_default() += 1;
                } else {
                    self.refused.insert(row, format!("{} {}", page.status, page.text("[id$='-error']")));
                }
            }
        }
    }

    async fn post(&mut self, one: &Found, sheet: &Sheet, wrong: Option<(&str, &Text)>) -> Page {
        let (field, text) = wrong.map_or(("", ""), |(field, text)| (field, &**text));
        let fields = sheet.with(field, text);
        let pairs: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let page = self.town.post(one.role, &sheet.action, &pairs).await;
        let what = format!("POST {} {field}={}", sheet.row(), short(text));
        match wrong {
            Some((_, text)) => self.siege.judge_text(text, &what, &page),
            None => self.siege.judge(&what, &page),
        }
        page
    }

    /// What is wrong with the rows that write: each took a text, but for those that have no place for one.
    fn strange_rows(&self) -> Vec<String> {
        let writes = web::sitemap().into_iter().filter(|row| row.method == Method::POST && !row.demo);
        let silent: BTreeSet<_> =
            writes.map(|row| row.path).filter(|row| !self.took.contains_key(row)).collect();
        let expected: BTreeSet<_> = textless::ROWS.iter().flat_map(|(_, rows)| *rows).copied().collect();
        let why = |row: &&str| self.refused.get(*row).map_or("no form was found", String::as_str).to_owned();
        let few = silent.difference(&expected).map(|row| format!("{row} took no text: {}", why(row)));
        let many = expected.difference(&silent).map(|row| format!("{row} took a text"));
        few.chain(many).collect()
    }
}

fn fitted(row: &str, mut sheet: Sheet, turn: usize) -> Sheet {
    // An address belongs to one person.
    let mine = sheet.fields.iter_mut().filter(|(_, value)| value == "iemand@elders.example");
    mine.for_each(|(_, value)| *value = format!("iemand{turn}@elders.example"));
    let known = FITS.iter().find(|(known, _)| *known == row).map_or(&[][..], |(_, fields)| fields);
    for (name, value) in known {
        sheet.fields.retain(|(field, _)| field != name);
        sheet.fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    sheet
}

/// An answer by which something was done: no refusal, no warning, no way to the door.
fn taken(page: &Page) -> bool {
    let warned = page.headers.get_all("set-cookie").iter().any(|line| {
        let line = line.to_str().unwrap_or_default();
        let value = line.strip_prefix("flash=").and_then(|rest| rest.split(';').next()).unwrap_or_default();
        let message = URL_SAFE_NO_PAD.decode(value).unwrap_or_default();
        String::from_utf8_lossy(&message).contains("\"warn\":true")
    });
    let on = page.status.is_redirection() && !page.location().starts_with("/sign-in");
    (page.status.is_success() || on) && !warned
}

/// The form on a page that shows what would be done, by which it is done.
fn next_step(page: &Page, row: &str) -> Option<Sheet> {
    if !page.status.is_success() {
        return None;
    }
    forms(page).into_iter().filter(|sheet| sheet.post).find_map(|sheet| {
        let further = sheet.row() != row && (sheet.row().starts_with(row) || row.starts_with(sheet.row()));
        sheet.making().or_else(|| further.then(|| sheet.turned(0)))
    })
}
