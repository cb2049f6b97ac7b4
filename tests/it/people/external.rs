//! People from outside.

use entity::{enrolment::EnrolmentStatus, id::PersonId, role::RoleKind};
use olievlek::{
    domain::{
        error::{Error, Field, Result},
        learning,
        people::{
            external::{self, Draft},
            person, sign_in,
        },
    },
    job::schedule,
};

use crate::{
    house::{TestHouse, world::Named},
    learning::{assert_reconciled, enrol, plan, plan_session, refusal, session_of, status, workshop_for},
};

fn tess() -> Draft {
    Draft {
        name: "Tessa de Vries".into(),
        email: "tessa@helder.example".into(),
        agency: Some("Bureau Helder".into()),
        until: None,
    }
}

async fn add(house: &TestHouse, people: &Named, draft: &Draft) -> Result<PersonId> {
    let manager = house.actor(people.manager).await;
    house.write(&manager, |change| async move { external::add(&change, draft).await }).await
}

async fn rewrite(house: &TestHouse, by: PersonId, id: PersonId, draft: &Draft) -> Result<()> {
    let actor = house.actor(by).await;
    let verb =
        |change: std::sync::Arc<_>| async move { learning::external::rewrite(&change, id, draft).await };
    house.write(&actor, verb).await
}

fn day(text: &str) -> Option<chrono::NaiveDate> {
    Some(text.parse().unwrap())
}

#[tokio::test]
async fn somebody_from_outside_needs_a_name_and_an_address_of_their_own() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let wrong = Draft { name: String::new(), email: "FENNA.de.boer@gemeente.example".into(), ..tess() };
    let Err(Error::Invalid(fields)) = add(&house, &people, &wrong).await else { panic!("it was accepted") };
    let taken = Field::new("email", "address-taken").with("name", "Fenna de Boer");
    assert_eq!(fields, [Field::new("name", "required"), taken]);

    let id = add(&house, &people, &tess()).await.unwrap();
    let known = person::find(&house.db.reader, id).await.unwrap();
    assert_eq!((person::full_name(&known), known.agency.as_deref()), (tess().name, Some("Bureau Helder")));
    rewrite(&house, people.manager, id, &Draft { agency: None, ..tess() }).await.unwrap();
    let staff = rewrite(&house, people.manager, people.fenna, &tess()).await;
    assert!(matches!(staff, Err(Error::Missing("person"))), "staff comes with the staff file");
    let fenna = house.actor(people.fenna).await;
    let draft = &Draft { email: "ander@helder.example".into(), ..tess() };
    let added = house.write(&fenna, |change| async move { external::add(&change, draft).await }).await;
    assert!(matches!(added, Err(Error::Forbidden)));
}

#[tokio::test]
async fn after_the_last_day_nobody_comes_in_and_later_places_go_to_the_next() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = add(&house, &people, &tess()).await.unwrap();
    // On 1 April.
    let session = session_of(&house, "A", 1).await;
    let place = enrol(&house, session, id).await.unwrap();
    let waits = enrol(&house, session, people.fenna).await.unwrap();

    rewrite(&house, people.manager, id, &Draft { until: day("2026-03-10"), ..tess() }).await.unwrap();

    assert_eq!(status(&house, &place).await, EnrolmentStatus::Withdrawn);
    assert_eq!(status(&house, &waits).await, EnrolmentStatus::Offered);
    assert_reconciled(&house, session).await;
    let mut browser = house.browser_of(id).await;
    house.at("2026-03-10T23:00");
    assert!(browser.is_signed_in().await);
    house.at("2026-03-11T00:01");
    assert!(!browser.is_signed_in().await);
    let come = house
        .write(&olievlek::domain::actor::Actor::house(), |change| async move {
            sign_in::as_persona(&change, id).await
        })
        .await;
    assert!(matches!(come, Err(Error::Missing(_))));
}

#[tokio::test]
async fn who_is_gone_long_enough_is_erased_as_everybody_is() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = add(&house, &people, &Draft { until: day("2026-03-20"), ..tess() }).await.unwrap();
    house.at("2028-03-19T09:00");
    schedule::all(&house).await;
    assert_eq!(person::find(&house.db.reader, id).await.unwrap().erased_at, None);
    house.at("2028-03-21T09:00");
    schedule::all(&house).await;
    let gone = person::find(&house.db.reader, id).await.unwrap();
    assert!(gone.erased_at.is_some() && gone.email.is_none() && gone.agency.is_none());
}

#[tokio::test]
async fn an_address_that_opens_more_than_ones_own_is_not_for_a_planner_to_write() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let hired = house.external("Ada Berg").await;
    house.grant(hired, RoleKind::Administrator, None).await;
    let mine = Draft { email: "ruben@elders.example".into(), ..tess() };

    assert!(matches!(rewrite(&house, people.manager, hired, &mine).await, Err(Error::Forbidden)));
    rewrite(&house, people.administrator, hired, &mine).await.unwrap();
}

#[tokio::test]
async fn another_address_signs_every_browser_out() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = add(&house, &people, &tess()).await.unwrap();
    let mut browser = house.browser_of(id).await;
    rewrite(&house, people.manager, id, &Draft { agency: None, ..tess() }).await.unwrap();
    assert!(browser.is_signed_in().await);
    let other = Draft { email: "tessa@ander.example".into(), ..tess() };
    rewrite(&house, people.manager, id, &other).await.unwrap();
    assert!(!browser.is_signed_in().await);
}

#[tokio::test]
async fn a_workshop_for_externals_is_for_them_and_not_for_staff() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = add(&house, &people, &tess()).await.unwrap();
    let workshop = workshop_for(&house, "A", "externen").await;
    let session = plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(3))).await.unwrap();
    assert_eq!(refusal(enrol(&house, session, people.fenna).await).code(), "not-in-audience");
    assert_eq!(enrol(&house, session, id).await.unwrap().status, EnrolmentStatus::Confirmed);
}
