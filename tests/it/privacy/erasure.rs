use std::sync::Arc;

use entity::{enrolment::EnrolmentStatus, event, id::*, letter, person as people};
use olievlek::domain::{
    actor::Actor,
    change::Change,
    error::{Error, Refusal, Result},
    event::Event,
    people::person,
    privacy::{
        erasure::{self, Why},
        seal,
    },
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait as _, DbBackend, EntityTrait as _,
    IntoActiveModel as _, PaginatorTrait as _, QueryFilter as _, Statement,
};

use crate::{house::TestHouse, learning};

/// A name that stands nowhere by chance.
const CANARY: &str = "Kanarievogel";

async fn erase(house: &TestHouse, by: PersonId, id: PersonId) -> Result<()> {
    let actor = house.actor(by).await;
    house
        .write(&actor, |change: Arc<Change>| async move { erasure::erase(&change, id, Why::Asked).await })
        .await
}

/// Every column of every table in which a text stands, as `table.column`.
async fn columns_with(house: &TestHouse, text: &str) -> Vec<String> {
    let db = &house.db.writer;
    let backend = db.get_database_backend();
    let list = match backend {
        DbBackend::Postgres => {
            "select table_name as t, column_name as c from information_schema.columns where table_schema = 'public'"
        }
        _ => {
            "select m.name as t, c.name as c from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'"
        }
    };
    let columns = db.query_all_raw(Statement::from_string(backend, list)).await.unwrap();
    assert!(columns.len() > 100, "every column is looked at");
    let mut found = Vec::new();
    for row in columns {
        let (table, column): (String, String) =
            (row.try_get("", "t").unwrap(), row.try_get("", "c").unwrap());
        let sql = format!(
            r#"select 1 from "{table}" where lower(cast("{column}" as text)) like '%{}%' limit 1"#,
            text.to_lowercase()
        );
        if db.query_one_raw(Statement::from_string(backend, sql)).await.unwrap().is_some() {
            found.push(format!("{table}.{column}"));
        }
    }
    found
}

/// Somebody named after the canary who worked here, took part, asked for food, was written to, and left.
async fn gone(house: &TestHouse) -> (PersonId, EnrolmentId, PersonId) {
    let named = house.named().await;
    let id = house.employee(&format!("Piet {CANARY}"), named.permits).await;
    house.grant(id, entity::role::RoleKind::Editor, None).await;
    let session = learning::session_of(house, "A", 3).await;
    let place = learning::enrol(house, session, id).await.unwrap();
    let row = letter::Model {
        id: LetterId::new(),
        kind: "others".into(),
        person_id: Some(named.manager),
        address: "ruben.kok@gemeente.example".into(),
        language: "nl".into(),
        subject: "Deelnemers".into(),
        text: format!("Piet {CANARY} komt ook."),
        html: String::new(),
        calendar: None,
        sent_at: house.now(),
    };
    row.into_active_model().reset_all().insert(&house.db.writer).await.unwrap();
    let clash = Event::ClashAccepted { session, person: id, reason: format!("{CANARY} wil het zo") };
    let clash = &clash;
    house
        .write(&Actor::operator(), |change| async move { change.record(clash.clone()).await })
        .await
        .unwrap();
    house.browser_of(id).await;
    house.at("2026-05-01T09:00");
    house.leave(id).await;
    (id, place.id, named.administrator)
}

#[tokio::test]
async fn after_erasing_the_name_stands_in_no_table() {
    let house = TestHouse::new().await;
    let (id, place, iris) = gone(&house).await;
    house.write(&Actor::house(), |change| async move { seal::seal(&change).await }).await.unwrap();
    let before = columns_with(&house, CANARY).await;
    for column in [
        "person.surname",
        "person_word.word",
        "person_word.surname",
        "person.email",
        "letter.text",
        "event.data",
    ] {
        assert!(before.contains(&column.to_owned()), "{column} is not in {before:?}");
    }

    erase(&house, iris, id).await.unwrap();

    assert_eq!(columns_with(&house, CANARY).await, Vec::<String>::new());
    let kept = entity::enrolment::Entity::find_by_id(place).one(&house.db.reader).await.unwrap().unwrap();
    assert_eq!((kept.person_id, kept.status), (id, EnrolmentStatus::Confirmed), "who took part is counted");
    let row = people::Entity::find_by_id(id).one(&house.db.reader).await.unwrap().unwrap();
    assert_eq!(person::full_name(&row), "verwijderd persoon");
    assert_eq!(seal::verify(&house.db.reader).await.unwrap().broken, None, "the chain still holds");
    let told = event::Entity::find().filter(event::Column::Kind.eq("person-erased"));
    assert_eq!(told.count(&house.db.reader).await.unwrap(), 1);
    let again = erase(&house, iris, id).await;
    assert!(matches!(again, Err(Error::Refused(Refusal::AlreadyErased))), "{again:?}");
}

#[tokio::test]
async fn nobody_is_erased_who_works_here_or_has_a_place_to_come() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let employed = erase(&house, named.administrator, named.fenna).await;
    assert!(matches!(employed, Err(Error::Refused(Refusal::StillEmployed))), "{employed:?}");

    let mut given = learning::plan(learning::workshop(&house, "A").await, "2026-04-01T10:00", Some(3));
    given.trainers = vec![named.trainer];
    learning::plan_session(&house, given).await.unwrap();
    let gives = erase(&house, named.administrator, named.trainer).await;
    assert!(matches!(gives, Err(Error::Refused(Refusal::HasFuture))), "{gives:?}");

    house.at("2026-05-01T09:00");
    erase(&house, named.administrator, named.trainer).await.unwrap();
}

#[tokio::test]
async fn only_administrators_erase() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    house.leave(named.fenna).await;
    for by in [named.manager, named.head] {
        assert!(matches!(erase(&house, by, named.fenna).await, Err(Error::Forbidden)));
    }
}

#[tokio::test]
async fn a_staff_file_does_not_bring_an_erased_person_back() {
    let house = TestHouse::new().await;
    let (id, _, iris) = gone(&house).await;
    let before = people::Entity::find_by_id(id).one(&house.db.reader).await.unwrap().unwrap();
    erase(&house, iris, id).await.unwrap();
    house.at("2026-05-02T09:00");

    let number = before.employee_number.unwrap();
    let again = house.employee(&format!("Piet {CANARY}"), a_department(&house).await).await;

    assert_ne!(again, id, "a new row is a new person");
    let row = people::Entity::find_by_id(again).one(&house.db.reader).await.unwrap().unwrap();
    assert_eq!(row.employee_number, Some(number));
    let erased = people::Entity::find_by_id(id).one(&house.db.reader).await.unwrap().unwrap();
    assert_eq!(erased.surname, "verwijderd persoon");
}

async fn a_department(house: &TestHouse) -> DepartmentId {
    let first = entity::department::Entity::find().one(&house.db.reader).await.unwrap();
    first.unwrap().id
}
