//! Printed codes for people without a mail address.

use chrono::TimeDelta;
use entity::{id::*, person, role::RoleKind, sign_in::Device};
use olievlek::domain::{
    error::{Error, Refusal, Result},
    learning::trainer,
    people::{
        calendar_address,
        sign_in::{self, SignedIn, Viewer},
        sign_in_code::{self, Fresh},
    },
};
use sea_orm::{ActiveModelTrait as _, Set};

use crate::{
    house::{TestHouse, world::Named},
    learning,
};

/// Takes the mail address of somebody away.
pub async fn without_address(house: &TestHouse, id: PersonId) {
    let row = person::ActiveModel { id: Set(id), email: Set(None), ..Default::default() };
    row.update(&house.db.writer).await.expect("a person");
}

async fn world() -> (TestHouse, Named) {
    let house = TestHouse::new().await;
    let people = house.named().await;
    without_address(&house, people.sem).await;
    (house, people)
}

pub async fn print(house: &TestHouse, by: PersonId, whose: PersonId) -> Result<Fresh> {
    let fresh = sign_in_code::fresh().await?;
    let (actor, kept) = (house.actor(by).await, &fresh);
    house.write(&actor, |change| async move { trainer::make_code(&change, whose, kept).await }).await?;
    Ok(fresh)
}

pub async fn come_in(house: &TestHouse, number: &str, code: &str) -> Result<SignedIn> {
    let proof = &sign_in_code::prove(house, number, code).await?;
    let nobody = olievlek::domain::actor::Actor::house();
    house.write(&nobody, |change| async move { sign_in_code::come_in(&change, proof).await }).await
}

async fn viewer(house: &TestHouse, secret: &str) -> Option<Viewer> {
    sign_in::viewer(&house.db.reader, secret, house.now(), house.policy.day(house.now())).await.unwrap()
}

fn not_valid<T>(answer: &Result<T>) -> bool {
    matches!(answer, Err(Error::Refused(Refusal::CodeNotValid)))
}

const SEM: &str = "T-Sem Bakker";

#[tokio::test]
async fn a_printed_code_lets_its_owner_in_on_a_shared_device_for_two_hours() {
    let (house, people) = world().await;
    let code = print(&house, people.head, people.sem).await.unwrap();
    let come = come_in(&house, SEM, &code.plain).await.unwrap();
    let seen = viewer(&house, &come.secret).await.unwrap();
    assert_eq!((seen.person.id, seen.device), (people.sem, Device::Shared));
    house.pass(TimeDelta::hours(2) - TimeDelta::seconds(1));
    assert!(viewer(&house, &come.secret).await.is_some());
    house.pass(TimeDelta::seconds(1));
    assert!(viewer(&house, &come.secret).await.is_none());
    assert!(come_in(&house, SEM, &code.plain).await.is_ok(), "it works again the next day");
}

#[tokio::test]
async fn capitals_dashes_and_look_alikes_make_no_difference() {
    let (house, people) = world().await;
    let code = print(&house, people.head, people.sem).await.unwrap().plain;
    assert_eq!((code.len(), code.matches('-').count()), (11, 1));
    let typed = code.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
    assert!(come_in(&house, " T-Sem Bakker ", &typed).await.is_ok(), "{code} as {typed}");
}

#[tokio::test]
async fn a_code_works_thirty_days() {
    let (house, people) = world().await;
    let code = print(&house, people.head, people.sem).await.unwrap();
    house.pass(TimeDelta::days(30) - TimeDelta::seconds(1));
    assert!(come_in(&house, SEM, &code.plain).await.is_ok());
    house.pass(TimeDelta::seconds(1));
    assert!(not_valid(&come_in(&house, SEM, &code.plain).await));
}

#[tokio::test]
async fn a_code_that_was_ended_or_replaced_opens_nothing_and_signs_out_where_it_was_used() {
    let (house, people) = world().await;
    let old = print(&house, people.head, people.sem).await.unwrap();
    let first = come_in(&house, SEM, &old.plain).await.unwrap();
    let new = print(&house, people.head, people.sem).await.unwrap();
    assert!(not_valid(&come_in(&house, SEM, &old.plain).await));
    assert!(viewer(&house, &first.secret).await.is_none());
    let second = come_in(&house, SEM, &new.plain).await.unwrap();
    let proof = &sign_in_code::prove(&house, SEM, &new.plain).await.unwrap();
    let actor = house.actor(people.head).await;
    house.write(&actor, |change| async move { sign_in_code::end(&change, people.sem).await }).await.unwrap();
    assert!(not_valid(&come_in(&house, SEM, &new.plain).await));
    assert!(viewer(&house, &second.secret).await.is_none());
    let late = house.write(&actor, |change| async move { sign_in_code::come_in(&change, proof).await }).await;
    assert!(not_valid(&late), "proved before it ended, used after");
}

#[tokio::test]
async fn a_wrong_code_and_an_unknown_number_get_the_same_answer() {
    let (house, people) = world().await;
    print(&house, people.head, people.sem).await.unwrap();
    for (number, code) in [(SEM, "00000-00000"), ("nobody", "00000-00000"), (SEM, ""), ("", "")] {
        assert!(not_valid(&come_in(&house, number, code).await), "{number} {code}");
    }
}

#[tokio::test]
async fn a_head_prints_for_the_own_people_and_an_administrator_for_all() {
    let (house, people) = world().await;
    without_address(&house, people.daan).await;
    assert!(matches!(print(&house, people.head, people.daan).await, Err(Error::Missing(_))));
    assert!(matches!(print(&house, people.fenna, people.sem).await, Err(Error::Missing(_))));
    assert!(matches!(print(&house, people.manager, people.sem).await, Err(Error::Missing(_))));
    assert!(print(&house, people.administrator, people.daan).await.is_ok());
}

#[tokio::test]
async fn nobody_with_a_mail_address_or_a_role_gets_a_code() {
    let (house, people) = world().await;
    let refused = |answer: Result<Fresh>| matches!(answer, Err(Error::Refused(Refusal::CodeNotForThem)));
    assert!(refused(print(&house, people.head, people.fenna).await), "has an address");
    let code = print(&house, people.head, people.sem).await.unwrap();
    house.grant(people.sem, entity::role::RoleKind::Administrator, None).await;
    assert!(refused(print(&house, people.head, people.sem).await), "has a role");
    assert!(
        not_valid(&come_in(&house, SEM, &code.plain).await),
        "a role since then: the head knows the code"
    );
}

#[tokio::test]
async fn who_no_longer_works_here_does_not_come_in() {
    let (house, people) = world().await;
    let code = print(&house, people.head, people.sem).await.unwrap();
    house.leave(people.sem).await;
    assert!(not_valid(&come_in(&house, SEM, &code.plain).await));
}

#[tokio::test]
async fn what_a_code_opened_ends_when_somebody_gets_a_role_and_stays_ended() {
    let (house, people) = world().await;
    let code = print(&house, people.head, people.sem).await.unwrap();
    let come = come_in(&house, SEM, &code.plain).await.unwrap();
    house.grant(people.sem, RoleKind::Editor, None).await;
    assert!(viewer(&house, &come.secret).await.is_none(), "the printer must not become an editor");
    assert!(sign_in_code::of(&house.db.reader, people.sem, house.now()).await.unwrap().is_none());
}

#[tokio::test]
async fn who_gives_a_session_has_no_code_and_loses_the_one_there_is() {
    let (house, people) = world().await;
    let code = print(&house, people.head, people.sem).await.unwrap();
    let come = come_in(&house, SEM, &code.plain).await.unwrap();
    let mut wanted = learning::plan(learning::workshop(&house, "A").await, "2026-04-01T10:00", Some(3));
    wanted.trainers = vec![people.sem];
    learning::plan_session(&house, wanted).await.unwrap();
    assert!(viewer(&house, &come.secret).await.is_none(), "the printer must not read what participants need");
    assert!(not_valid(&come_in(&house, SEM, &code.plain).await));
    let again = print(&house, people.head, people.sem).await;
    assert!(matches!(again, Err(Error::Refused(Refusal::CodeNotForThem))));
}

#[tokio::test]
async fn on_a_shared_device_nobody_makes_an_address_that_outlives_it() {
    let (house, people) = world().await;
    let code = print(&house, people.head, people.sem).await.unwrap();
    let come = come_in(&house, SEM, &code.plain).await.unwrap();
    let actor = viewer(&house, &come.secret).await.unwrap().actor;
    let made = house.write(&actor, |change| async move { calendar_address::make(&change).await }).await;
    assert!(matches!(made, Err(Error::Forbidden)));
}
