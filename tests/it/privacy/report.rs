use std::sync::Arc;

use entity::{event, id::*};
use olievlek::domain::{
    actor::Actor,
    change::Change,
    error::{Error, Result},
    learning::need::{self, Needs},
    privacy::{
        report::{self, Report},
        seen::{self, What},
    },
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};

use crate::{house::TestHouse, learning};

async fn report(house: &TestHouse, by: PersonId, id: PersonId) -> Result<Report> {
    let actor = house.actor(by).await;
    house.write(&actor, |change: Arc<Change>| async move { report::make(&change, id).await }).await
}

/// The rows of a kind as JSON.
fn rows(report: &Report, kind: &str) -> String {
    let holding = report.holdings.iter().find(|holding| holding.kind == kind).expect("this kind is told");
    serde_json::to_string(&holding.rows).unwrap()
}

async fn count(house: &TestHouse, kind: &str) -> u64 {
    event::Entity::find().filter(event::Column::Kind.eq(kind)).count(&house.db.reader).await.unwrap()
}

#[tokio::test]
async fn somebody_gets_all_that_is_held_of_them_and_who_saw_it() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let session = learning::session_of(&house, "A", 3).await;
    let place = learning::enrol(&house, session, named.fenna).await.unwrap();
    let needs = &Needs { access: String::new(), diet: "geen noten".into() };
    house
        .write(
            &Actor::employee(named.fenna),
            |change| async move { need::state(&change, place.id, needs).await },
        )
        .await
        .unwrap();
    let iris = house.actor(named.administrator).await;
    seen::note(&house, &iris, named.fenna, What::Page).await.unwrap();

    let own = report(&house, named.fenna, named.fenna).await.unwrap();

    assert!(rows(&own, "person").contains("Fenna"));
    assert!(rows(&own, "placements").contains("Vergunningen"));
    assert!(rows(&own, "enrolments").contains("Workshop A"));
    assert!(rows(&own, "needs").contains("geen noten"));
    assert!(rows(&own, "seen-by").contains("Iris de Wit"));
    assert!(rows(&own, "events-about").contains("enrolled"));
    assert_eq!(count(&house, "access-reported").await, 1, "making it is recorded");

    let others = report(&house, named.administrator, named.fenna).await.unwrap();
    assert!(!rows(&others, "needs").contains("geen noten"), "needs are for the trainers and oneself");
    assert!(rows(&others, "needs").contains("Workshop A"), "that there are needs is told");
}

#[tokio::test]
async fn who_gives_up_a_place_and_who_gets_it_do_not_learn_of_each_other() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let session = learning::session_of(&house, "A", 1).await;
    let place = learning::enrol(&house, session, named.fenna).await.unwrap();
    learning::enrol(&house, session, named.sem).await.unwrap();
    learning::give_back(&house, &place).await.unwrap();
    let row = event::Entity::find().filter(event::Column::Kind.eq("offered")).one(&house.db.reader).await;
    let offered = row.unwrap().expect("the next in line was offered the place");
    assert_eq!((offered.person_id, offered.actor_id), (Some(named.sem), None), "a rule did it");

    let all = async |id| {
        let report = report(&house, id, id).await.unwrap();
        report.holdings.iter().map(|holding| rows(&report, holding.kind)).collect::<String>()
    };

    assert!(!all(named.fenna).await.contains("Sem "));
    assert!(!all(named.sem).await.contains("Fenna"));
}

#[tokio::test]
async fn others_than_administrators_get_no_report_of_somebody() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    for by in [named.manager, named.head, named.sem] {
        assert!(matches!(report(&house, by, named.fenna).await, Err(Error::Missing("person"))));
    }
}

#[tokio::test]
async fn looking_at_somebody_is_noted_once_a_day() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let iris = house.actor(named.administrator).await;
    for _ in 0..3 {
        seen::note(&house, &iris, named.fenna, What::Page).await.unwrap();
        seen::note(&house, &iris, named.administrator, What::Page).await.unwrap();
    }
    assert_eq!(count(&house, "person-seen").await, 1, "oneself is not noted");
    seen::note(&house, &iris, named.fenna, What::Letter).await.unwrap();
    seen::note(&house, &iris, named.sem, What::Page).await.unwrap();
    assert_eq!(count(&house, "person-seen").await, 3);
    house.at("2026-03-03T08:00");
    seen::note(&house, &iris, named.fenna, What::Page).await.unwrap();
    assert_eq!(count(&house, "person-seen").await, 4);
}

#[tokio::test]
async fn reading_what_participants_need_is_noted_once_a_day_for_each() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let session = learning::session_of(&house, "A", 3).await;
    let trainer = house.actor(named.trainer).await;
    for _ in 0..2 {
        seen::needs(&house, &trainer, session, &[named.fenna, named.sem]).await.unwrap();
    }
    assert_eq!(count(&house, "needs-seen").await, 2);
    seen::needs(&house, &trainer, session, &[named.fenna, named.noor]).await.unwrap();
    assert_eq!(count(&house, "needs-seen").await, 3);
    let report = report(&house, named.fenna, named.fenna).await.unwrap();
    assert!(rows(&report, "seen-by").contains("Tess Vos"));
}
