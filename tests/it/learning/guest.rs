//! Guests: invited to one session, and nowhere else.

use entity::{enrolment::EnrolmentStatus, role::RoleKind};
use olievlek::domain::{
    error::Field,
    learning::guest::{self, Invite},
    people::{person, role, sign_in},
    task::Letter,
};

use super::*;

pub fn kim(session: SessionId) -> Invite {
    Invite {
        session,
        name: "Kim van der Laan".into(),
        email: "Kim@Sluis.example".into(),
        agency: Some("Woningstichting De Sluis".into()),
        override_reason: None,
    }
}

pub async fn invite(house: &TestHouse, by: PersonId, invite: &Invite) -> Result<Placement> {
    let actor = house.actor(by).await;
    house.write(&actor, |change| async move { guest::invite(&change, invite).await }).await
}

/// The secret of the link in the one letter to a guest.
async fn secret(house: &TestHouse) -> Option<String> {
    let letter = |letter| match letter {
        Letter::GuestInvited { secret, .. } => secret,
        _ => None,
    };
    house.letters().await.into_iter().find_map(letter)
}

async fn come_in(house: &TestHouse, secret: &str) -> Result<sign_in::SignedIn> {
    house.write(&Actor::house(), |change| async move { sign_in::open_link(&change, secret).await }).await
}

/// The person asks for a place by themselves.
async fn ask(house: &TestHouse, session: SessionId, person: PersonId) -> Result<Placement> {
    let (actor, wish) = (house.actor(person).await, &wish(session, person));
    house.write(&actor, |change| async move { take_place(&change, wish).await }).await
}

fn fields<T: std::fmt::Debug>(result: Result<T>) -> Vec<(&'static str, &'static str)> {
    match result {
        Err(Error::Invalid(fields)) => fields.iter().map(|Field { name, key, .. }| (*name, *key)).collect(),
        other => panic!("expected problems with fields, got {other:?}"),
    }
}

#[tokio::test]
async fn a_guest_gets_a_place_and_a_letter_with_a_link_of_their_own() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 3).await;

    let place = invite(&house, people.manager, &kim(session)).await.unwrap();

    assert_eq!(place.status, EnrolmentStatus::Confirmed);
    let known = person::find(&house.db.reader, place.person_id).await.unwrap();
    assert_eq!(known.email.as_deref(), Some("kim@sluis.example"));
    assert_eq!((known.kind.code(), &*known.prefix), ("external", "van der"));
    let letters = house.letters().await;
    let told = |one: &&Letter| matches!(one, Letter::Confirmed { .. });
    assert_eq!(letters.iter().filter(told).count(), 1, "with the entry for the calendar");
    let secret = letters.iter().find_map(|one| match one {
        Letter::GuestInvited { enrolment, secret } if *enrolment == place.id => secret.clone(),
        _ => None,
    });
    let come = come_in(&house, &secret.expect("a link")).await.unwrap();
    assert_eq!((come.person, come.next), (place.person_id, Some(format!("/sessions/{session}"))));
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn a_guest_is_for_whom_the_planner_says_and_waits_when_it_is_full() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop_for(&house, "A", "Vergunningen").await;
    let session = plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(1))).await.unwrap();
    let fenna = enrol(&house, session, people.fenna).await.unwrap();

    let place = invite(&house, people.manager, &kim(session)).await.unwrap();
    assert_eq!((place.status, place.position), (EnrolmentStatus::Waiting, Some(1)));
    give_back(&house, &fenna).await.unwrap();

    assert_eq!(status(&house, &place).await, EnrolmentStatus::Offered);
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn somebody_known_is_invited_again_and_a_colleague_is_not_a_guest() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (one, two) = (session_of(&house, "A", 3).await, session_of(&house, "B", 3).await);
    let first = invite(&house, people.manager, &kim(one)).await.unwrap();
    give_back(&house, &first).await.unwrap();
    let second = invite(&house, people.manager, &kim(two)).await.unwrap();
    assert_eq!(first.person_id, second.person_id);

    let colleague = Invite { email: "fenna.de.boer@gemeente.example".into(), ..kim(one) };
    assert_eq!(fields(invite(&house, people.manager, &colleague).await), [("email", "is-a-colleague")]);
    let nobody = Invite { name: " ".into(), email: "kim".into(), ..kim(one) };
    let wrong = fields(invite(&house, people.manager, &nobody).await);
    assert_eq!(wrong, [("name", "required"), ("email", "not-an-address")]);
    assert!(matches!(invite(&house, people.fenna, &kim(one)).await, Err(Error::Forbidden)));
}

#[tokio::test]
async fn a_guest_who_is_withdrawn_is_no_longer_invited_and_the_link_is_dead() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 3).await;
    let place = invite(&house, people.manager, &kim(session)).await.unwrap();
    let secret = secret(&house).await.unwrap();
    let manager = house.actor(people.manager).await;

    let end = |change: std::sync::Arc<_>| async move {
        guest::uninvite(&change, session, place.person_id, Some("De groep is anders.")).await
    };
    house.write(&manager, end).await.unwrap();

    assert_eq!(status(&house, &place).await, EnrolmentStatus::Withdrawn);
    assert!(guest::of_session(&house.db.reader, session).await.unwrap().is_empty());
    assert!(house.letters().await.iter().any(|one| matches!(one, Letter::Withdrawn { .. })));
    assert_eq!(refusal(come_in(&house, &secret).await), Refusal::LinkNotValid);
    assert!(matches!(ask(&house, session, place.person_id).await, Err(Error::Missing("session"))));
    assert!(matches!(house.write(&manager, end).await, Err(Error::Missing("guest"))));
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn a_guest_who_withdraws_can_come_back_but_goes_nowhere_else() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (session, other) = (session_of(&house, "A", 3).await, session_of(&house, "B", 3).await);
    let place = invite(&house, people.manager, &kim(session)).await.unwrap();
    give_back(&house, &place).await.unwrap();

    let guests = guest::of_session(&house.db.reader, session).await.unwrap();
    assert_eq!(guests[0].enrolment.as_ref().map(|row| row.status), Some(EnrolmentStatus::Withdrawn));
    let again = ask(&house, session, place.person_id).await.unwrap();
    assert_eq!(again.status, EnrolmentStatus::Confirmed);
    assert!(matches!(ask(&house, other, place.person_id).await, Err(Error::Missing("session"))));
}

#[tokio::test]
async fn the_link_of_a_guest_works_once_and_until_the_session_is_over() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (one, two) = (session_of(&house, "A", 3).await, session_of(&house, "B", 3).await);
    invite(&house, people.manager, &kim(one)).await.unwrap();
    let first = secret(&house).await.unwrap();
    house.at("2026-03-31T18:00");
    come_in(&house, &first).await.unwrap();
    assert_eq!(refusal(come_in(&house, &first).await), Refusal::LinkNotValid);

    let lotte = Invite { name: "Lotte Bos".into(), email: "lotte@sluis.example".into(), ..kim(two) };
    invite(&house, people.manager, &lotte).await.unwrap();
    let late = secret(&house).await.unwrap();
    house.at("2026-04-01T12:01");
    assert_eq!(refusal(come_in(&house, &late).await), Refusal::LinkNotValid);
}

#[tokio::test]
async fn a_link_in_a_letter_never_opens_more_than_a_guest_sees() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (one, two) = (session_of(&house, "A", 3).await, session_of(&house, "B", 3).await);
    let place = invite(&house, people.manager, &kim(one)).await.unwrap();
    let before = secret(&house).await.unwrap();
    let new = role::NewGrant { person: place.person_id, role: RoleKind::Trainer, department: None };
    house.write(&Actor::operator(), |change| async move { role::grant(&change, new).await }).await.unwrap();
    assert_eq!(refusal(come_in(&house, &before).await), Refusal::LinkNotValid);

    let overlap = Some("Ze kiest zelf.".into());
    invite(&house, people.manager, &Invite { override_reason: overlap, ..kim(two) }).await.unwrap();
    assert_eq!(secret(&house).await, None, "a trainer signs in the usual way");
}
