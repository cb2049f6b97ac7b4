//! An import is put back, all of it, while nothing depends on it.

use entity::{
    department, department_version, event,
    id::*,
    import::ImportKind::{self, Departments, People, Workshops},
    import_trace, person, placement, role, workshop,
};
use olievlek::domain::{
    actor::Actor,
    error::{Error, Refusal, Result},
    learning::import::{self, undo},
    people::{
        import::{Consent, upload},
        reorganise, sign_in,
    },
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _};

use super::{by_email, load, some_departments};
use crate::{
    house::TestHouse,
    learning::{enrol, plan, plan_session, session_of},
};

const HEADER: &str = "Medewerker;Roepnaam;Achternaam;E-mail;Afdelingscode;Leidinggevende\n";

/// Loads a file, a minute after what came before, and tells which import it was.
pub async fn loaded(house: &TestHouse, kind: ImportKind, file: &str) -> ImportId {
    let (bytes, operator) = (file.as_bytes(), Actor::operator());
    let kept = house
        .write(&operator, |change| async move { upload::keep(&change, kind, "file.csv", bytes).await })
        .await
        .unwrap();
    import::apply(house, &operator, kept, Consent { partial: false, many_leave: true }).await.unwrap();
    kept
}

pub async fn undone(house: &TestHouse, id: ImportId) -> Result<()> {
    house.write(&Actor::operator(), |change| async move { undo::undo(&change, id).await }).await
}

/// What a refusal to undo names.
fn in_the_way(result: Result<()>) -> (String, &'static str, usize) {
    match result {
        Err(Error::Refused(Refusal::ImportInUse { name, by, more })) => (name, by, more),
        other => panic!("expected that something depends on it, got {other:?}"),
    }
}

/// Everything that a staff file writes.
pub async fn everybody(
    house: &TestHouse,
) -> (Vec<person::Model>, Vec<placement::Model>, Vec<(PersonId, DepartmentId)>) {
    let db = &house.db.reader;
    let people = person::Entity::find().order_by_asc(person::Column::Id).all(db).await.unwrap();
    let placements = placement::Entity::find().order_by_asc(placement::Column::Id).all(db).await.unwrap();
    let roles = role::Entity::find().order_by_asc(role::Column::PersonId).all(db).await.unwrap();
    let heads = roles.iter().filter_map(|row| Some((row.person_id, row.department_id?))).collect();
    (people, placements, heads)
}

fn staff(rows: &[&str]) -> String {
    format!("{HEADER}{}\n", rows.join("\n"))
}

const BO: &str = "1;Bo;Bos;bo@g.example;VERG;2";
const EM: &str = "2;Em;Maas;em@g.example;VERG;";
const LO: &str = "3;Lo;Vos;lo@g.example;KCC;2";

#[tokio::test]
async fn undoing_a_staff_file_leaves_everything_as_it_was() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    loaded(&house, People, &staff(&[BO, EM, LO])).await;
    let before = everybody(&house).await;
    house.at("2026-03-05T09:00");

    // Bo gets the address of Lo, who leaves; Em moves and is managed by the newcomer.
    let id = loaded(
        &house,
        People,
        &staff(&[
            "1;Bo;Bosch;lo@g.example;VERG;2",
            "2;Em;Maas;em@g.example;KCC;4",
            "4;Ka;Mol;ka@g.example;KCC;",
        ]),
    )
    .await;
    assert_ne!(everybody(&house).await, before);
    let effect = undo::effect(&house.db.reader, id).await.unwrap();
    assert_eq!((effect.removed, effect.restored, effect.lost), (1, 3, 0));
    undone(&house, id).await.unwrap();

    assert_eq!(everybody(&house).await, before);
    let events = event::Entity::find().filter(event::Column::Kind.eq("import-undone"));
    assert_eq!(events.count(&house.db.reader).await.unwrap(), 1);
    let kept = import_trace::Entity::find().filter(import_trace::Column::ImportId.eq(id));
    assert_eq!(kept.count(&house.db.reader).await.unwrap(), 0, "nothing personal is kept");
    assert!(matches!(undone(&house, id).await, Err(Error::Refused(Refusal::ImportNotUndoable))));
}

#[tokio::test]
async fn an_import_of_which_somebody_took_a_place_is_not_undone() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    let id = loaded(&house, People, &staff(&[BO, EM])).await;
    let session = session_of(&house, "W1", 5).await;
    let (bo, em) = (by_email(&house, "bo@g.example").await.id, by_email(&house, "em@g.example").await.id);
    enrol(&house, session, bo).await.unwrap();

    assert_eq!(in_the_way(undone(&house, id).await), ("Bo Bos".into(), "enrolment", 0));
    enrol(&house, session, em).await.unwrap();
    assert_eq!(in_the_way(undone(&house, id).await).2, 1, "it says how many more");
    assert_eq!(everybody(&house).await.0.len(), 2, "nothing was put back");
}

#[tokio::test]
async fn an_import_of_which_somebody_signed_in_is_not_undone() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    let id = loaded(&house, People, &staff(&[EM])).await;
    let em = by_email(&house, "em@g.example").await.id;
    let actor = house.actor(em).await;
    house.write(&actor, |change| async move { sign_in::as_persona(&change, em).await }).await.unwrap();
    assert_eq!(in_the_way(undone(&house, id).await), ("Em Maas".into(), "sign-in", 0));
}

#[tokio::test]
async fn an_import_of_which_something_was_changed_since_is_not_undone() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = loaded(&house, Departments, "code;naam\nVERG;Wonen\n").await;
    let (actor, from) = (house.actor(people.administrator).await, "2026-03-02".parse().unwrap());
    house
        .write(
            &actor,
            |change| async move { reorganise::rename(&change, people.permits, "Bouwen", from).await },
        )
        .await
        .unwrap();
    assert_eq!(in_the_way(undone(&house, id).await), ("Bouwen".into(), "changed", 0));
}

#[tokio::test]
async fn only_the_last_file_of_its_kind_can_be_undone() {
    let house = TestHouse::new().await;
    let first = loaded(&house, Departments, "code;naam\nA;Een\n").await;
    house.at("2026-03-05T09:00");
    let second = loaded(&house, Departments, "code;naam\nB;Twee\n").await;
    assert!(matches!(undone(&house, first).await, Err(Error::Refused(Refusal::ImportNotLast))));
    // A file that was refused as a whole takes nothing away.
    house.at("2026-03-06T09:00");
    load(&house, Departments, "code;naam\n;Zonder code\n").await.unwrap_err();
    undone(&house, second).await.unwrap();
    assert_eq!(department::Entity::find().count(&house.db.reader).await.unwrap(), 1);
}

#[tokio::test]
async fn undoing_a_tree_takes_new_departments_away_and_gives_old_names_and_pasts_back() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let all = async || {
        let rows = department::Entity::find().order_by_asc(department::Column::Id);
        let past = department_version::Entity::find();
        (rows.all(&house.db.reader).await.unwrap(), past.all(&house.db.reader).await.unwrap())
    };
    let before = all().await;
    let tree = "code;naam;bovenliggend;kostenplaats\nVERG;Wonen;N1;1200\nN1;Nieuw;;\nN2;Nieuwer;N1;\n";
    let id = loaded(&house, Departments, tree).await;
    assert_ne!(all().await, before);
    undone(&house, id).await.unwrap();
    assert_eq!(all().await, before);
    assert!(before.0.iter().any(|row| row.id == people.permits));
}

#[tokio::test]
async fn a_tree_that_was_changed_by_hand_since_is_not_undone() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = loaded(&house, Departments, "code;naam;bovenliggend\nTEL;Telefoon en chat;VERG\n").await;
    let iris = house.actor(people.administrator).await;
    let today = house.policy.day(house.now());
    // Back under the old parent, the two would hang in each other.
    house
        .write(&iris, |change| async move {
            reorganise::move_under(&change, people.counter, Some(people.phone_team), today).await
        })
        .await
        .unwrap();
    assert_eq!(in_the_way(undone(&house, id).await).1, "changed");
}

#[tokio::test]
async fn a_tree_in_which_people_work_by_now_is_not_undone() {
    let house = TestHouse::new().await;
    let id = loaded(&house, Departments, "code;naam\nVERG;Vergunningen\n").await;
    load(&house, People, staff(&[EM])).await.unwrap();
    assert_eq!(in_the_way(undone(&house, id).await), ("Vergunningen".into(), "people", 0));
}

#[tokio::test]
async fn undoing_a_catalogue_rewrites_what_changed_and_removes_what_was_new() {
    let house = TestHouse::new().await;
    loaded(&house, Workshops, "code;titel;kernwaarden\nW1;Schrijven;vertrouwen\n").await;
    house.at("2026-03-05T09:00");
    let id =
        loaded(&house, Workshops, "code;titel;kernwaarden\nW1;Helder schrijven;vakmanschap\nW2;Bellen;\n")
            .await;
    undone(&house, id).await.unwrap();
    let left = workshop::Entity::find().all(&house.db.reader).await.unwrap();
    assert_eq!(left.iter().map(|row| row.title.as_str()).collect::<Vec<_>>(), ["Schrijven"]);
}

#[tokio::test]
async fn a_catalogue_of_which_a_date_is_planned_is_not_undone() {
    let house = TestHouse::new().await;
    let id = loaded(&house, Workshops, "code;titel\nW9;Bellen\n").await;
    session_of(&house, "W1", 5).await;
    undo::effect(&house.db.reader, id).await.unwrap();
    let workshop = workshop::Entity::find().filter(workshop::Column::Code.eq("W9"));
    let workshop = workshop.one(&house.db.reader).await.unwrap().unwrap().id;
    plan_session(&house, plan(workshop, "2026-04-01T09:00", Some(5))).await.unwrap();
    assert_eq!(in_the_way(undone(&house, id).await), ("Bellen".into(), "session", 0));
}

#[tokio::test]
async fn places_that_leavers_gave_up_are_told_of_beforehand() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    loaded(&house, People, &staff(&[BO, EM])).await;
    let session = session_of(&house, "W1", 5).await;
    enrol(&house, session, by_email(&house, "bo@g.example").await.id).await.unwrap();
    house.at("2026-03-05T09:00");
    let id = loaded(&house, People, &staff(&[EM])).await;
    assert_eq!(undo::effect(&house.db.reader, id).await.unwrap().lost, 1);
    undone(&house, id).await.unwrap();
    assert!(by_email(&house, "bo@g.example").await.employed_until.is_none());
}
