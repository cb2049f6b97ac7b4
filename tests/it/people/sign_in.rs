use chrono::TimeDelta;
use entity::id::PersonId;
use olievlek::domain::{
    actor::Actor,
    error::{Error, Refusal, Result},
    people::sign_in::{self, SignedIn, Viewer},
    task::Letter,
};

use crate::house::TestHouse;

async fn ask(house: &TestHouse, email: &str) {
    house
        .write(&Actor::house(), |change| async move { sign_in::ask_link(&change, email, Some("/me")).await })
        .await
        .unwrap();
}

async fn open(house: &TestHouse, secret: &str) -> Result<SignedIn> {
    house.write(&Actor::house(), |change| async move { sign_in::open_link(&change, secret).await }).await
}

async fn come_in(house: &TestHouse, person: PersonId) -> SignedIn {
    house
        .write(&Actor::house(), |change| async move { sign_in::as_persona(&change, person).await })
        .await
        .unwrap()
}

async fn viewer(house: &TestHouse, secret: &str) -> Option<Viewer> {
    sign_in::viewer(&house.db.reader, secret, house.now(), house.policy.day(house.now())).await.unwrap()
}

/// The secrets of the links that were mailed, in order.
async fn mailed(house: &TestHouse) -> Vec<(PersonId, String)> {
    let secret = |letter| match letter {
        Letter::SignIn { person, secret } => Some((person, secret)),
        _ => None,
    };
    house.letters().await.into_iter().filter_map(secret).collect()
}

fn not_valid(answer: &Result<SignedIn>) -> bool {
    matches!(answer, Err(Error::Refused(Refusal::LinkNotValid)))
}

#[tokio::test]
async fn a_mailed_link_opens_once() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    ask(&house, " Fenna.de.Boer@Gemeente.example ").await;
    let (person, secret) = mailed(&house).await.remove(0);
    assert_eq!(person, named.fenna);
    assert!(sign_in::link_opens(&house.db.reader, &secret, house.now()).await.unwrap());

    let first = open(&house, &secret).await.unwrap();
    let second = open(&house, &secret).await;

    assert_eq!((first.person, first.next.as_deref()), (named.fenna, Some("/me")));
    assert_eq!(viewer(&house, &first.secret).await.unwrap().person.id, named.fenna);
    assert!(not_valid(&second));
    assert!(!sign_in::link_opens(&house.db.reader, &secret, house.now()).await.unwrap());
}

#[tokio::test]
async fn a_link_opened_in_two_windows_at_once_lets_one_in() {
    let house = TestHouse::new().await;
    house.named().await;
    ask(&house, "fenna.de.boer@gemeente.example").await;
    let (_, secret) = mailed(&house).await.remove(0);

    let (first, second) = tokio::join!(open(&house, &secret), open(&house, &secret));

    assert_eq!([first.is_ok(), second.is_ok()].into_iter().filter(|ok| *ok).count(), 1);
}

#[tokio::test]
async fn a_mailed_link_works_a_quarter_of_an_hour() {
    let house = TestHouse::new().await;
    house.named().await;
    ask(&house, "fenna.de.boer@gemeente.example").await;
    ask(&house, "sem.bakker@gemeente.example").await;
    let secrets = mailed(&house).await;

    house.pass(TimeDelta::minutes(15) - TimeDelta::seconds(1));
    assert!(open(&house, &secrets[0].1).await.is_ok());
    house.pass(TimeDelta::seconds(1));
    assert!(not_valid(&open(&house, &secrets[1].1).await));
}

#[tokio::test]
async fn an_unknown_address_gets_the_same_answer_and_no_letter() {
    let house = TestHouse::new().await;
    house.named().await;

    ask(&house, "nobody@gemeente.example").await;

    assert!(mailed(&house).await.is_empty());
}

#[tokio::test]
async fn who_no_longer_works_here_gets_no_link_and_is_signed_out() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let come = come_in(&house, named.fenna).await;
    ask(&house, "fenna.de.boer@gemeente.example").await;
    let (_, secret) = mailed(&house).await.remove(0);

    house.leave(named.fenna).await;
    ask(&house, "fenna.de.boer@gemeente.example").await;

    assert!(mailed(&house).await.is_empty());
    assert!(viewer(&house, &come.secret).await.is_none());
    assert!(not_valid(&open(&house, &secret).await));
}

#[tokio::test]
async fn every_coming_in_has_its_own_secret() {
    let house = TestHouse::new().await;
    let named = house.named().await;

    let (first, second) = (come_in(&house, named.fenna).await, come_in(&house, named.fenna).await);

    assert_ne!(first.secret, second.secret);
    assert!(viewer(&house, "guessed").await.is_none());
}

#[tokio::test]
async fn a_request_in_flight_does_not_revive_an_ended_sign_in() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let come = come_in(&house, named.fenna).await;
    let here = viewer(&house, &come.secret).await.unwrap();
    house.pass(TimeDelta::minutes(6));
    assert!(here.unseen(house.now()));
    let id = here.sign_in;

    house.write(&here.actor, |change| async move { sign_in::sign_out(&change, id).await }).await.unwrap();
    house.write(&here.actor, |change| async move { sign_in::seen(&change, id).await }).await.unwrap();

    assert!(viewer(&house, &come.secret).await.is_none());
}

#[tokio::test]
async fn signing_out_everywhere_ends_every_browser_and_every_open_link_of_that_person_only() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let (desk, phone, other) = (
        come_in(&house, named.fenna).await,
        come_in(&house, named.fenna).await,
        come_in(&house, named.sem).await,
    );
    ask(&house, "fenna.de.boer@gemeente.example").await;
    let (fenna, secret) = mailed(&house).await.remove(0);

    let actor = house.actor(fenna).await;
    house
        .write(&actor, |change| async move { sign_in::sign_out_everywhere(&change, fenna).await })
        .await
        .unwrap();

    assert!(viewer(&house, &desk.secret).await.is_none() && viewer(&house, &phone.secret).await.is_none());
    assert!(viewer(&house, &other.secret).await.is_some());
    assert!(not_valid(&open(&house, &secret).await));
}

#[tokio::test]
async fn a_browser_stays_signed_in_for_two_weeks() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let come = come_in(&house, named.fenna).await;

    house.pass(TimeDelta::days(14) - TimeDelta::seconds(1));
    assert!(viewer(&house, &come.secret).await.is_some());
    house.pass(TimeDelta::seconds(1));
    assert!(viewer(&house, &come.secret).await.is_none());
}
