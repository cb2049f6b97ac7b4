//! The matrix itself. A row that reads is asked for by everybody about everything; a row that writes first by all who are
//! kept out, and then it is looked whether anything changed; at the end by those who get in.

use std::collections::{BTreeMap, BTreeSet};

use entity::event;
use olievlek::web::{self, row::Row};
use poem::http::{Method, StatusCode};
use scraper::{Html, Selector};
use sea_orm::{EntityTrait as _, PaginatorTrait as _};

use super::{
    canary::{self, CANARIES},
    cast::{CAST, Role},
    gate, head,
    rule::{self, Kind, Rule, Thing},
    world::World,
};
use crate::house::browser::{Browser, Page};

/// What somebody meets at the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    GetsIn,
    SignsInFirst,
    /// 403: such a page is not for this role.
    KeptOut,
    /// 404: for this person there is no such thing.
    Nothing,
    Breaks,
}

/// One question.
struct Case {
    method: Method,
    path: &'static str,
    role: Role,
    thing: Option<Thing>,
    expected: Fate,
}

impl Case {
    fn new(row: &Row, role: Role, named: Option<(&Thing, Rule)>) -> Self {
        let expected = if row.demo {
            Fate::Nothing
        } else if !gate::admits(gate::of(&row.method, row.path), role) {
            if role.signed_in() { Fate::KeptOut } else { Fate::SignsInFirst }
        } else if named.is_none_or(|(thing, rule)| rule(role, thing)) {
            Fate::GetsIn
        } else {
            Fate::Nothing
        };
        let (method, path) = (row.method.clone(), row.path);
        Self { method, path, role, thing: named.map(|(thing, _)| thing.clone()), expected }
    }

    /// The address, with what the thing is called in it.
    fn address(&self, thing: Option<&Thing>) -> String {
        let mut ids = thing.into_iter().flat_map(|thing| thing.ids.iter().map(String::as_str));
        let part = |part: &'static str| {
            if !part.starts_with(':') {
                return part.to_owned();
            }
            ids.next().expect("an id for every parameter").to_owned()
        };
        self.path.split('/').map(part).collect::<Vec<_>>().join("/")
    }

    async fn ask(&self, browser: &mut Browser, world: &World) -> Page {
        let address = self.address(self.thing.as_ref());
        if self.method.is_safe() {
            return browser.get(&address).await;
        }
        // Seats of the counter are for somebody of the counter.
        let of_counter = self.path.starts_with("/held-seats") && self.role == Role::OtherHead;
        let whom = if of_counter { Role::Editor } else { Role::Employee };
        let person = world.people[&whom].to_string();
        let (workshop, department) =
            (&world.of(Kind::Workshop)[0].ids[0], world.named.organisation.to_string());
        // A form that does not say about whom or what is about nothing.
        let form: &[(&str, &str)] = match self.path {
            "/sessions/:id/team"
            | "/desk/sessions/:id/enrolments"
            | "/desk/meetings/:id/walk-ins"
            | "/held-seats/:id/names" => &[("person", &person)],
            "/desk/sessions" => &[("workshop", workshop)],
            "/desk/workshops/:id/state" => &[("state", "published")],
            "/departments/:id/merger" => &[("into", &department), ("from", "2027-01-01")],
            _ => &[],
        };
        browser.post(&address, form).await
    }

    /// What is wrong with an answer.
    fn judge(&self, page: &Page, text: &str) -> Vec<String> {
        let mut wrong: Vec<String> =
            canary::told(self.role, text).map(|what| format!("tells {what}")).collect();
        wrong.extend(head::problems(page, self.role.signed_in()));
        let fate = fate(page);
        if fate != self.expected {
            wrong.push(format!("{:?}, not {:?} ({})", fate, self.expected, page.status));
        }
        let about = self.thing.as_ref().map(|thing| format!(" about {}", thing.name)).unwrap_or_default();
        let case = format!("{} {} as {:?}{about}", self.method, self.path, self.role);
        wrong.into_iter().map(|what| format!("{case}: {what}")).collect()
    }
}

fn fate(page: &Page) -> Fate {
    let away = page.location().starts_with("/sign-in") && !page.headers.contains_key("set-cookie");
    match page.status {
        status if status.is_server_error() => Fate::Breaks,
        StatusCode::SEE_OTHER if away => Fate::SignsInFirst,
        StatusCode::FORBIDDEN => Fate::KeptOut,
        StatusCode::NOT_FOUND => Fate::Nothing,
        _ => Fate::GetsIn,
    }
}

/// Whether a row is asked for with a thing in its address.
fn cases(world: &World, rows: impl Fn(&Row) -> bool) -> Vec<Case> {
    let mut cases = Vec::new();
    for row in web::sitemap().iter().filter(|row| rows(row)) {
        let named = rule::of(row.path);
        let things = named.map(|(kind, rule)| (world.of(kind), rule));
        for role in CAST {
            match &things {
                None => cases.push(Case::new(row, role, None)),
                Some((things, rule)) => {
                    assert!(!things.is_empty(), "{}: make one in tests/it/permission/world.rs", row.path);
                    cases.extend(things.iter().map(|thing| Case::new(row, role, Some((thing, *rule)))));
                }
            }
        }
    }
    cases
}

/// A browser of everybody.
async fn browsers(world: &World) -> BTreeMap<Role, Browser> {
    let mut all = BTreeMap::new();
    for role in CAST {
        all.insert(role, world.browser(role).await);
    }
    all
}

/// The files that a page offers.
fn files(page: &Page) -> Vec<String> {
    let html = Html::parse_document(&page.body);
    let links = Selector::parse("a[href*='file=']").expect("a selector");
    html.select(&links).filter_map(|link| link.attr("href")).map(str::to_owned).collect()
}

#[expect(clippy::print_stdout, reason = "how many there were is a figure to show")]
fn settle(wrong: &[String], what: &str, count: usize) {
    println!("{count} {what}");
    assert!(wrong.is_empty(), "{} wrong of {count}:\n{}", wrong.len(), wrong.join("\n"));
}

/// Some ask for everything there is to read, and meet every secret that is for them.
async fn read(who: &[Role], least: usize) {
    let world = World::new().await;
    let mut browsers = browsers(&world).await;
    let (mut wrong, mut count) = (Vec::new(), 0);
    let mut heard: BTreeMap<Role, BTreeSet<&str>> = who.iter().map(|role| (*role, BTreeSet::new())).collect();
    let of_them = cases(&world, |row| row.method.is_safe());
    for case in of_them.into_iter().filter(|case| who.contains(&case.role)) {
        let browser = browsers.get_mut(&case.role).expect("a browser");
        let mut pages = vec![case.ask(browser, &world).await];
        for file in files(&pages[0]) {
            pages.push(browser.get(&file).await);
        }
        for page in pages {
            let text = canary::text(&page);
            wrong.extend(case.judge(&page, &text));
            let sings = CANARIES.iter().filter(|canary| canary.sings(&text));
            heard.get_mut(&case.role).expect("a role").extend(sings.map(|canary| canary.what));
            count += 1;
        }
    }
    wrong.extend(heard.iter().flat_map(|(role, heard)| canary::unheard(*role, heard)));
    settle(&wrong, "questions", count);
    assert!(count >= least, "{count}");
}

const WORK: &[Role] = &[Role::Employee, Role::SharedDevice, Role::Facilitator, Role::Editor];
const LEAD: &[Role] = &[Role::QualityOfficer, Role::Head, Role::OtherHead, Role::Trainer];
const RUN: &[Role] = &[Role::Visitor, Role::Guest, Role::AgencyTrainer, Role::Manager, Role::Administrator];

#[tokio::test]
async fn who_works_here_reads_what_is_theirs_and_nothing_else() {
    read(WORK, 2_200).await;
}

#[tokio::test]
async fn who_leads_measures_and_trains_reads_what_is_theirs_and_nothing_else() {
    read(LEAD, 2_200).await;
}

#[tokio::test]
async fn who_runs_the_programme_or_comes_from_outside_reads_what_is_theirs_and_nothing_else() {
    read(RUN, 2_800).await;
}

#[test]
fn everybody_reads() {
    let mut all = [WORK, LEAD, RUN].concat();
    all.sort();
    assert_eq!(all, CAST);
}

/// What a write leaves behind, whatever it is about.
async fn written(world: &World) -> u64 {
    event::Entity::find().count(&world.house.db.reader).await.expect("the events")
}

#[tokio::test]
async fn who_is_kept_out_changes_nothing() {
    let world = World::new().await;
    let mut browsers = browsers(&world).await;
    let before = written(&world).await;
    let (mut wrong, mut count) = (Vec::new(), 0);
    let kept_out = cases(&world, |row| !row.method.is_safe());
    for case in kept_out.into_iter().filter(|case| case.expected != Fate::GetsIn) {
        let page = case.ask(browsers.get_mut(&case.role).expect("a browser"), &world).await;
        wrong.extend(case.judge(&page, &canary::text(&page)));
        count += 1;
    }
    settle(&wrong, "writes by who is kept out", count);
    assert_eq!(written(&world).await, before, "somebody who was kept out changed something");
    assert!(count >= 7_000, "{count}");
}

/// The last to be done: what it is about can do nothing afterwards, or somebody is signed out.
const LAST: [&str; 10] = [
    "/merger",
    "/desk/sessions/:id",
    "/withdrawal",
    "/refusal",
    "/calling-off",
    "/erasure",
    "/sign-out",
    "/everywhere",
    "/sign-in-code/:id",
    "/sign-in-code/end",
];

#[tokio::test]
async fn who_may_write_gets_in() {
    let mut world = World::new().await;
    let mut all: Vec<_> = cases(&world, |row| !row.method.is_safe())
        .into_iter()
        .filter(|case| case.expected == Fate::GetsIn)
        .collect();
    let last = |case: &Case| LAST.iter().position(|part| case.path.ends_with(part)).map_or(0, |at| at + 1);
    all.sort_by_key(last);
    let (mut wrong, mut count) = (Vec::new(), 0);
    for mut case in all {
        if let Some(thing) = case.thing.take() {
            let at = world.things.iter().position(|one| one.kind == thing.kind && one.name == thing.name);
            world.renew(&world.things[at.expect("a thing")].clone()).await;
            case.thing =
                world.things.iter().find(|one| one.kind == thing.kind && one.name == thing.name).cloned();
        }
        // Signing out ends a browser, so each write comes from one of its own.
        let mut browser = world.browser(case.role).await;
        let page = case.ask(&mut browser, &world).await;
        wrong.extend(case.judge(&page, &canary::text(&page)));
        count += 1;
    }
    settle(&wrong, "writes by who gets in", count);
    assert!(count >= 1_200, "{count}");
}

#[test]
fn every_rule_is_of_an_address_that_exists() {
    let rows = web::sitemap();
    for (start, ..) in rule::RULES {
        assert!(rows.iter().any(|row| row.path.starts_with(start)), "no address begins with {start}");
    }
    let kinds: Vec<Kind> = rows.iter().filter_map(|row| Some(rule::of(row.path)?.0)).collect();
    assert!(rule::RULES.iter().all(|(_, kind, _)| kinds.contains(kind)));
}
