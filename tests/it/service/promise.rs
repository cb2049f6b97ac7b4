//! Who keeps promises, and what a change leaves alone.

use entity::{event, id::*, role::RoleKind};
use olievlek::domain::{
    actor::Actor,
    error::Result,
    page::Window,
    service::promise::{self, Direction, Draft, Every, Origin, Promise, PromiseUnit},
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use super::*;

pub fn draft(code: &str) -> Draft {
    Draft {
        code: code.into(),
        text_nl: "Binnen twee werkdagen word je teruggebeld".into(),
        text_en: String::new(),
        indicator_nl: "Op tijd teruggebeld / alle terugbelverzoeken".into(),
        indicator_en: String::new(),
        direction: Direction::AtLeast,
        target: 0.9,
        unit: PromiseUnit::Share,
        every: Every::Month,
        origin: Origin::Entered,
        department: None,
        measured_by: String::new(),
        data_source: String::new(),
        definition_nl: "Na vijf uur telt als de volgende dag.".into(),
        definition_en: String::new(),
    }
}

pub async fn made(house: &TestHouse, draft: &Draft) -> Promise {
    let make = |change: std::sync::Arc<_>| async move { promise::make(&change, draft).await };
    house.write(&Actor::operator(), make).await.expect("a promise");
    find(house, &draft.code).await
}

pub async fn find(house: &TestHouse, code: &str) -> Promise {
    promise::find(&house.db.reader, code).await.expect("a promise")
}

pub async fn rewrites(house: &TestHouse, who: PersonId, row: &Promise, draft: &Draft) -> Result<()> {
    let (actor, id, version) = (house.actor(who).await, row.id, row.version);
    house.write(&actor, |change| async move { promise::rewrite(&change, id, version, draft).await }).await
}

async fn codes(house: &TestHouse, retired: bool) -> Vec<String> {
    let page = promise::page(&house.db.reader, retired, &Window::default()).await.unwrap();
    page.items.into_iter().map(|item| item.row.code).collect()
}

#[tokio::test]
async fn whoever_measures_makes_a_promise_and_everybody_reads_it() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.grant(people.daan, RoleKind::QualityOfficer, None).await;
    let make = async |who| {
        let (actor, draft) = (house.actor(who).await, &draft("n01"));
        house.write(&actor, |change| async move { promise::make(&change, draft).await }).await
    };
    assert_eq!(refused(make(people.fenna).await), "forbidden");
    assert_eq!(refused(make(people.head).await), "forbidden");
    make(people.daan).await.expect("a promise");
    assert_eq!(refused(make(people.manager).await), "refused", "the code is taken, in any case");
    let row = find(&house, "N01").await;
    // Who writes no English text gives readers of English the Dutch one.
    assert_eq!((row.code.as_str(), row.text_en.as_str()), ("N01", row.text_nl.as_str()));
    let page = shown(&house, people.fenna, "/promises").await;
    assert!(page.contains("Binnen twee werkdagen") && page.contains("minstens 90"), "{page}");
    assert!(page.contains("Na vijf uur telt"), "the definition stands beside the figure");
    assert!(!page.contains("/desk/promises"), "nothing to press for who only reads");
}

#[tokio::test]
async fn what_cannot_be_measured_is_no_promise() {
    let house = TestHouse::new().await;
    let make = async |draft: Draft| {
        let draft = &draft;
        house.write(&Actor::operator(), |change| async move { promise::make(&change, draft).await }).await
    };
    assert_eq!(wrong(make(Draft { target: 90.0, ..draft("A") }).await), [("target", "not-a-share")]);
    let grade = Draft { unit: PromiseUnit::Grade, target: 11.0, ..draft("A") };
    assert_eq!(wrong(make(grade).await), [("target", "not-a-grade")]);
    let half = Draft { unit: PromiseUnit::Count, target: 3.5, ..draft("A") };
    assert_eq!(wrong(make(half).await), [("target", "not-a-number")]);
    assert_eq!(wrong(make(draft("een code")).await), [("code", "promise-code")]);
    let nothing = Draft { text_nl: " ".into(), indicator_nl: String::new(), ..draft("A") };
    assert_eq!(wrong(make(nothing).await), [("textNl", "required"), ("indicatorNl", "required")]);
    let nowhere = Draft { department: Some(DepartmentId::new()), ..draft("A") };
    assert_eq!(refused(make(nowhere).await), "missing");
}

#[tokio::test]
async fn a_change_keeps_who_and_when_and_what_it_was_and_never_the_unit() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let row = made(&house, &draft("N01")).await;
    rewrites(&house, people.manager, &row, &Draft { target: 0.95, ..draft("N01") }).await.expect("changed");
    let late = rewrites(&house, people.manager, &row, &Draft { target: 0.5, ..draft("N01") }).await;
    assert_eq!(refused(late), "not now", "somebody else changed it meanwhile");
    let row = find(&house, "N01").await;
    let otherwise = Draft { unit: PromiseUnit::Count, every: Every::Year, target: 1.0, ..draft("N01") };
    let fixed = wrong(rewrites(&house, people.manager, &row, &otherwise).await);
    assert_eq!(fixed, [("unit", "promise-fixed"), ("every", "promise-fixed")]);
    let told = event::Entity::find().filter(event::Column::Kind.eq("promise-changed"));
    let told = told.one(&house.db.reader).await.unwrap().expect("an event");
    assert_eq!(
        (told.actor_id, told.at, told.subject_id),
        (Some(people.manager), house.now(), Some(row.id.0))
    );
    assert_eq!(told.data["changes"]["target"], serde_json::json!([0.9, 0.95]));
}

#[tokio::test]
async fn a_retired_promise_stands_apart_and_can_come_back() {
    let house = TestHouse::new().await;
    let row = made(&house, &draft("N01")).await;
    made(&house, &draft("N02")).await;
    let retire = async |who: &Actor, retired| {
        let id = row.id;
        house.write(who, |change| async move { promise::retire(&change, id, retired).await }).await
    };
    assert_eq!(refused(retire(&Actor::nobody(), true).await), "forbidden");
    retire(&Actor::operator(), true).await.expect("retired");
    assert_eq!(
        (codes(&house, false).await, codes(&house, true).await),
        (vec!["N02".into()], vec!["N01".into()])
    );
    assert_eq!(find(&house, "N01").await.retired_on, Some(day("2026-03-02")));
    retire(&Actor::operator(), false).await.expect("in force again");
    assert_eq!(codes(&house, false).await, ["N01", "N02"]);
}
