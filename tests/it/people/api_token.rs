use chrono::TimeDelta;
use entity::id::PersonId;
use olievlek::domain::{
    actor::{Actor, Scope},
    error::{Error, Result},
    people::api_token::{self, Bearer, NewToken},
};

use crate::house::TestHouse;

async fn make(house: &TestHouse, person: PersonId, days: Option<u32>) -> Result<String> {
    let new = &NewToken { person, scopes: vec![Scope::PeopleRead, Scope::EnrolmentsWrite], days };
    house.write(&Actor::operator(), |change| async move { api_token::create(&change, new).await }).await
}

async fn bearer(house: &TestHouse, secret: &str) -> Option<Bearer> {
    api_token::bearer(&house.db.reader, secret, house.now(), house.policy.day(house.now())).await.unwrap()
}

#[tokio::test]
async fn a_token_may_what_its_scopes_say_and_has_no_role() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let secret = make(&house, named.administrator, None).await.unwrap();

    let actor = bearer(&house, &secret).await.unwrap().actor;

    assert!(actor.may_see_people() && actor.may_enrol_anyone());
    assert!(!actor.may_plan() && !actor.may_grant());
    assert!(bearer(&house, "olv_guessed").await.is_none());
}

#[tokio::test]
async fn a_token_ends_on_its_day_and_with_its_person() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let short = make(&house, named.fenna, Some(2)).await.unwrap();
    let long = make(&house, named.sem, None).await.unwrap();

    house.pass(TimeDelta::days(2));
    assert!(bearer(&house, &short).await.is_none());
    assert!(bearer(&house, &long).await.is_some());
    house.leave(named.sem).await;
    assert!(bearer(&house, &long).await.is_none());
    assert!(matches!(make(&house, named.fenna, Some(0)).await, Err(Error::Invalid(_))));
}

#[tokio::test]
async fn the_last_use_of_a_token_is_kept_to_the_minute() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let secret = make(&house, named.fenna, None).await.unwrap();
    let first = bearer(&house, &secret).await.unwrap();
    assert!(first.unnoted(house.now()));

    house
        .write(&first.actor, |change| async move { api_token::used(&change, first.token).await })
        .await
        .unwrap();

    assert!(!bearer(&house, &secret).await.unwrap().unnoted(house.now()));
    house.pass(TimeDelta::minutes(1));
    assert!(bearer(&house, &secret).await.unwrap().unnoted(house.now()));
}

#[tokio::test]
async fn a_revoked_token_opens_nothing() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let secret = make(&house, named.fenna, None).await.unwrap();
    let token = bearer(&house, &secret).await.unwrap().token;
    let fenna = house.actor(named.fenna).await;

    house.write(&fenna, |change| async move { api_token::revoke(&change, token).await }).await.unwrap();

    assert!(bearer(&house, &secret).await.is_none());
}
