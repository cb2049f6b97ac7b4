use chrono::TimeDelta;
use entity::{event, id::*, letter, person as people};
use olievlek::{
    domain::{
        people::person::full_name,
        policy::{Policy, Retention},
        privacy::{retention, seal},
    },
    job::schedule,
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _,
    QueryFilter as _,
};

use crate::{house::TestHouse, learning};

async fn name(house: &TestHouse, id: PersonId) -> String {
    full_name(&people::Entity::find_by_id(id).one(&house.db.reader).await.unwrap().unwrap())
}

async fn write_to(house: &TestHouse, person: PersonId) {
    let row = letter::Model {
        id: LetterId::new(),
        kind: "confirmed".into(),
        person_id: Some(person),
        address: "x@gemeente.example".into(),
        language: "nl".into(),
        subject: "Je hebt een plek".into(),
        text: String::new(),
        html: String::new(),
        calendar: None,
        sent_at: house.now(),
    };
    row.into_active_model().reset_all().insert(&house.db.writer).await.unwrap();
}

#[tokio::test]
async fn letters_stay_as_long_as_the_organisation_chose() {
    let chosen = Retention { letters: TimeDelta::days(3), ..Retention::default() };
    let house = TestHouse::with(Policy { retention: chosen, ..Policy::default() }).await;
    let named = house.named().await;
    write_to(&house, named.fenna).await;
    house.pass(TimeDelta::days(3));
    schedule::all(&house).await;
    assert_eq!(letter::Entity::find().count(&house.db.reader).await.unwrap(), 1, "not yet");
    house.pass(TimeDelta::minutes(1));
    schedule::all(&house).await;
    assert_eq!(letter::Entity::find().count(&house.db.reader).await.unwrap(), 0);

    let run = retention::runs(&house.db.reader).await.unwrap().remove("letters").unwrap();
    assert_eq!((run.gone, run.total, run.ran_at), (1, 1, house.now()));
    schedule::all(&house).await;
    let run = retention::runs(&house.db.reader).await.unwrap().remove("letters").unwrap();
    assert_eq!((run.gone, run.total), (0, 1), "the total is kept");
}

#[tokio::test]
async fn who_left_long_ago_is_erased_unless_something_is_in_the_way() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let mut given = learning::plan(learning::workshop(&house, "A").await, "2029-04-01T10:00", Some(3));
    given.trainers = vec![named.noor];
    learning::plan_session(&house, given).await.unwrap();
    house.leave(named.fenna).await;
    house.leave(named.noor).await;
    house.pass(TimeDelta::days(729));
    schedule::all(&house).await;
    assert_eq!(name(&house, named.fenna).await, "Fenna de Boer");
    house.pass(TimeDelta::days(3));
    schedule::all(&house).await;

    assert_eq!(name(&house, named.fenna).await, "verwijderd persoon");
    assert_eq!(name(&house, named.noor).await, "Noor el Amrani", "still gives a workshop");
    assert_eq!(name(&house, named.sem).await, "Sem Bakker");
    let run = retention::runs(&house.db.reader).await.unwrap().remove("leavers").unwrap();
    assert_eq!((run.gone, run.total), (1, 1));
}

#[tokio::test]
async fn the_log_is_shortened_by_whole_links_and_says_so() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    house.pass(TimeDelta::minutes(2));
    schedule::all(&house).await;
    house.pass(TimeDelta::days(1096));
    house.grant(named.noor, entity::role::RoleKind::Editor, None).await;
    schedule::all(&house).await;

    let old = event::Entity::find().filter(event::Column::At.lt(house.now() - TimeDelta::days(1095)));
    assert_eq!(old.count(&house.db.reader).await.unwrap(), 0);
    let told = event::Entity::find().filter(event::Column::Kind.eq("log-shortened"));
    assert_eq!(told.count(&house.db.reader).await.unwrap(), 1);
    assert_eq!(seal::verify(&house.db.reader).await.unwrap().broken, None);
}
