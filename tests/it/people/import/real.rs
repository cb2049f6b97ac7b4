//! The files of a whole municipality, as the demonstration loads them.

use entity::import::ImportKind::{Departments, People, Workshops};
use olievlek::domain::{
    actor::Actor,
    learning::{
        import,
        workshop::{self, Filter},
    },
    people::{department, directory, import::Consent, role},
};

use super::{counts, load, load_with};
use crate::house::TestHouse;

const DEPARTMENTS: &[u8] = include_bytes!("../../../../src/demo/data/departments.csv");
const HR: &[u8] = include_bytes!("../../../../src/demo/data/people-hr.csv");
const DIRECTORY: &[u8] = include_bytes!("../../../../src/demo/data/people-directory.csv");
const WORKSHOPS: &[u8] = include_bytes!("../../../../src/demo/data/workshops.csv");

#[tokio::test]
async fn both_staff_files_load_clean_and_the_second_changes_only_what_it_adds() {
    for (first, second, adds) in [(HR, DIRECTORY, "blocked"), (DIRECTORY, HR, "employedFrom")] {
        let house = TestHouse::new().await;
        load(&house, Departments, DEPARTMENTS).await.unwrap();

        let diff = load(&house, People, first).await.unwrap();
        assert_eq!(counts(&diff), [640, 0, 0, 0, 0, 0]);
        assert!(diff.warnings.is_empty());

        let diff = load(&house, People, second).await.unwrap();
        assert_eq!(counts(&diff)[0], 0);
        assert_eq!(counts(&diff)[2..4], [0, 0]);
        let known = [adds, "employedUntil", "managerId"];
        assert!(
            diff.changed.iter().all(|entry| entry.fields.iter().all(|field| known.contains(&&*field.field))),
            "{:?}",
            diff.changed
        );
        for file in [first, second] {
            assert!(load(&house, People, file).await.unwrap().is_empty());
        }
        let heads = role::grants(&house.db.reader).await.unwrap();
        assert_eq!(heads.len(), 21);
        let today = house.policy.day(house.now());
        let everybody = directory::Filter { all: true, ..directory::Filter::default() };
        assert_eq!(
            directory::count(&house.db.reader, &Actor::operator(), &everybody, today).await.unwrap(),
            640
        );
    }
}

#[tokio::test]
async fn the_tree_and_the_catalogue_load_clean() {
    let house = TestHouse::new().await;
    let departments = load(&house, Departments, DEPARTMENTS).await.unwrap();
    assert_eq!(counts(&departments), [26, 0, 0, 0, 0, 0]);
    assert_eq!(department::tree(&house.db.reader).await.unwrap().nodes().len(), 26);
    load(&house, People, HR).await.unwrap();

    let workshops = load(&house, Workshops, WORKSHOPS).await.unwrap();

    assert_eq!(counts(&workshops), [24, 0, 0, 0, 0, 0]);
    assert_eq!(workshop::count(&house.db.reader, &Filter::default()).await.unwrap(), 24);
    assert!(load(&house, Workshops, WORKSHOPS).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_dry_run_writes_nothing() {
    let house = TestHouse::new().await;
    load(&house, Departments, DEPARTMENTS).await.unwrap();

    let plan = import::plan(&house, &Actor::operator(), People, HR).await.unwrap();

    assert_eq!(plan.diff().added.len(), 640);
    let again = load_with(&house, People, HR, Consent::default()).await.unwrap();
    assert_eq!(again.added.len(), 640);
}
