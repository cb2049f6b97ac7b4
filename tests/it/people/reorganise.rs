//! The tree changes, and figures of a period still use the tree of that period.

use std::sync::Arc;

use chrono::NaiveDate;
use entity::{event, id::*, import::ImportKind, role::RoleKind};
use olievlek::domain::{
    change::Change,
    error::{Error, Result},
    learning::audience,
    people::{
        department::{self, Tree},
        person, placement,
        reorganise::{self, Split},
    },
    reorganisation::merging,
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};

use super::import::load;
use crate::house::{TestHouse, world::Named};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

async fn merge(
    house: &TestHouse,
    by: PersonId,
    pair: (DepartmentId, DepartmentId),
    from: &str,
) -> Result<()> {
    let (actor, from) = (house.actor(by).await, day(from));
    house.write(&actor, |change: Arc<Change>| async move { merging::merge(&change, pair, from).await }).await
}

async fn rename(house: &TestHouse, by: PersonId, id: DepartmentId, name: &str, from: &str) -> Result<()> {
    let (actor, from) = (house.actor(by).await, day(from));
    house
        .write(&actor, |change: Arc<Change>| async move { reorganise::rename(&change, id, name, from).await })
        .await
}

async fn tree_on(house: &TestHouse, on: &str) -> Tree {
    department::tree_on(&house.db.reader, day(on)).await.unwrap()
}

fn problem<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    match result {
        Err(Error::Invalid(fields)) => fields[0].key,
        other => panic!("{other:?}"),
    }
}

async fn world() -> (TestHouse, Named) {
    let house = TestHouse::new().await;
    let people = house.named().await;
    (house, people)
}

#[tokio::test]
async fn after_a_rename_the_old_name_is_read_on_old_days() {
    let (house, people) = world().await;
    rename(&house, people.administrator, people.permits, "Wonen", "2026-02-01").await.unwrap();
    rename(&house, people.administrator, people.permits, "Wonen en werken", "2026-03-01").await.unwrap();

    for (on, name) in [
        ("2020-01-01", "Vergunningen"),
        ("2026-01-31", "Vergunningen"),
        ("2026-02-01", "Wonen"),
        ("2026-02-28", "Wonen"),
        ("2026-03-01", "Wonen en werken"),
    ] {
        assert_eq!(tree_on(&house, on).await.get(people.permits).unwrap().name, name, "{on}");
    }
}

#[tokio::test]
async fn a_change_may_be_neither_in_the_future_nor_before_the_last_one() {
    let (house, people) = world().await;
    let to_come = rename(&house, people.administrator, people.permits, "Wonen", "2026-03-03").await;
    assert_eq!(problem(to_come), "day-to-come");
    rename(&house, people.administrator, people.permits, "Wonen", "2026-03-01").await.unwrap();
    let before = rename(&house, people.administrator, people.permits, "Werken", "2026-02-01").await;
    assert_eq!(problem(before), "before-last-change");
    let manager = rename(&house, people.manager, people.permits, "Werken", "2026-03-02").await;
    assert!(matches!(manager, Err(Error::Forbidden)), "only administrators");
}

#[tokio::test]
async fn merged_people_work_in_the_other_department_from_the_day_and_history_stays() {
    let (house, people) = world().await;
    merge(&house, people.administrator, (people.counter, people.permits), "2026-03-01").await.unwrap();

    let of = |who: PersonId, on: &'static str| {
        let db = &house.db.reader;
        async move { placement::departments(db, who, day(on)).await.unwrap() }
    };
    assert_eq!(of(people.noor, "2026-02-28").await, [people.counter]);
    assert_eq!(of(people.noor, "2026-03-01").await, [people.permits]);
    let (before, after) = (tree_on(&house, "2026-02-28").await, tree_on(&house, "2026-03-01").await);
    assert_eq!(before.get(people.phone_team).unwrap().parent_id, Some(people.counter));
    assert_eq!(after.get(people.phone_team).unwrap().parent_id, Some(people.permits));
    assert!(before.get(people.counter).is_some() && after.get(people.counter).is_none());
    let found = department::find(&house.db.reader, people.counter).await.unwrap();
    assert_eq!((found.ends_on, found.successor_id), (Some(day("2026-02-28")), Some(people.permits)));
    assert!(house.actor(people.head).await.departments.contains(&people.phone_team), "the head follows");
}

#[tokio::test]
async fn who_headed_the_merged_department_heads_nothing_unless_the_other_has_no_head() {
    let (house, people) = world().await;
    house.grant(people.noor, RoleKind::DepartmentHead, Some(people.counter)).await;
    merge(&house, people.administrator, (people.permits, people.counter), "2026-03-01").await.unwrap();
    assert!(house.actor(people.head).await.departments.is_empty());
    let revoked = event::Entity::find().filter(event::Column::Kind.eq("role-revoked"));
    assert_eq!(revoked.count(&house.db.reader).await.unwrap(), 1);

    let (house, people) = world().await;
    merge(&house, people.administrator, (people.permits, people.counter), "2026-03-01").await.unwrap();
    assert!(house.actor(people.head).await.departments.contains(&people.counter));
}

#[tokio::test]
async fn audiences_that_name_the_merged_department_mean_the_other() {
    let (house, people) = world().await;
    let workshops = "code;titel;doelgroep\nW01;Helder schrijven;VERG\nW02;Bellen;VERG, KCC\n";
    load(&house, ImportKind::Workshops, workshops).await.unwrap();
    merge(&house, people.administrator, (people.permits, people.counter), "2026-03-01").await.unwrap();

    let rows = entity::audience::Entity::find().all(&house.db.reader).await.unwrap();
    assert_eq!(rows.len(), 2, "nobody is named twice");
    assert!(rows.iter().all(|row| row.department_id == Some(people.counter)));
    let meaning = audience::resolve(&house.db.reader, "VERG").await.unwrap();
    assert_eq!(meaning, audience::Meaning::Only(vec![audience::Rule::Department(people.counter)]));
}

#[tokio::test]
async fn a_department_cannot_go_below_itself() {
    let (house, people) = world().await;
    let merged = merge(&house, people.administrator, (people.counter, people.phone_team), "2026-03-01").await;
    assert_eq!(problem(merged), "below-itself");
}

#[tokio::test]
async fn chosen_people_and_teams_split_off_and_the_others_stay() {
    let (house, people) = world().await;
    let split = Split {
        code: "ADV".into(),
        name: "Advies".into(),
        from: day("2026-03-02"),
        people: vec![people.fenna],
        teams: Vec::new(),
    };
    let (actor, split) = (house.actor(people.administrator).await, &split);
    let fresh = house
        .write(&actor, |change: Arc<Change>| async move {
            reorganise::split(&change, people.permits, split).await
        })
        .await
        .unwrap();

    let db = &house.db.reader;
    assert_eq!(placement::departments(db, people.fenna, day("2026-03-02")).await.unwrap(), [fresh]);
    assert_eq!(placement::departments(db, people.fenna, day("2026-03-01")).await.unwrap(), [people.permits]);
    assert_eq!(placement::departments(db, people.sem, day("2026-03-02")).await.unwrap(), [people.permits]);
    assert!(tree_on(&house, "2026-03-01").await.get(fresh).is_none(), "it was not there yet");
    assert_eq!(tree_on(&house, "2026-03-02").await.get(fresh).unwrap().parent_id, Some(people.organisation));
}

#[tokio::test]
async fn files_that_name_a_merged_department_are_told_what_it_became() {
    let (house, people) = world().await;
    merge(&house, people.administrator, (people.permits, people.counter), "2026-03-01").await.unwrap();
    let consent = olievlek::domain::people::import::Consent { partial: true, many_leave: true };

    let tree = super::import::load_with(&house, ImportKind::Departments, "code;naam\nverg;X\n", consent);
    let tree = tree.await.unwrap();
    assert_eq!((&*tree.refused[0].key, tree.refused[0].args[1].1.as_str()), ("code-merged", "Klantcontact"));

    let staff = "Medewerker;Achternaam;Afdelingscode\nT-Fenna de Boer;Boer;VERG\n";
    let diff = super::import::load_with(&house, ImportKind::People, staff, consent).await.unwrap();
    assert_eq!((diff.refused[0].line.unwrap(), &*diff.refused[0].key), (2, "code-merged"));
    let fenna = person::find(&house.db.reader, people.fenna).await.unwrap();
    assert!(fenna.employed_until.is_none(), "whom a refused row names has not left");
}

#[tokio::test]
async fn a_file_that_renames_a_department_keeps_its_old_name_too() {
    let (house, people) = world().await;
    load(&house, ImportKind::Departments, "code;naam\nVERG;Wonen\n").await.unwrap();
    assert_eq!(tree_on(&house, "2026-03-01").await.get(people.permits).unwrap().name, "Vergunningen");
    assert_eq!(tree_on(&house, "2026-03-02").await.get(people.permits).unwrap().name, "Wonen");
}
