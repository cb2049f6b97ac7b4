//! What a head does for the people of the own departments, and for nobody else.

use entity::{enrolment::Ending, role::RoleKind};
use olievlek::domain::actor::Scope;

use super::*;

fn for_team(session: SessionId, person: PersonId) -> TakePlace {
    TakePlace { origin: Origin::Head, ..wish(session, person) }
}

async fn head_enrols(house: &TestHouse, head: PersonId, wish: &TakePlace) -> Result<Placement> {
    let actor = house.actor(head).await;
    house.write(&actor, |change| async move { take_place(&change, wish).await }).await
}

async fn head_withdraws(
    house: &TestHouse,
    head: PersonId,
    id: EnrolmentId,
    reason: Option<&str>,
) -> Result<Placement> {
    let actor = house.actor(head).await;
    house.write(&actor, |change| async move { withdraw(&change, id, reason).await }).await
}

#[tokio::test]
async fn a_head_enrols_somebody_of_the_team_and_the_place_says_so() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 3).await;
    let placement = head_enrols(&house, people.head, &for_team(session, people.sem)).await.unwrap();
    let row = find(&house.db.reader, placement.id).await.unwrap();
    assert_eq!((row.status, row.origin), (EnrolmentStatus::Confirmed, Origin::Head));
}

#[tokio::test]
async fn a_head_of_a_department_enrols_people_of_the_teams_below_it() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.grant(people.noor, RoleKind::DepartmentHead, Some(people.counter)).await;
    let session = session_of(&house, "A", 3).await;
    assert!(head_enrols(&house, people.noor, &for_team(session, people.daan)).await.is_ok());
}

#[tokio::test]
async fn a_head_enrols_and_withdraws_nobody_of_another_department() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 3).await;
    let other = head_enrols(&house, people.head, &for_team(session, people.daan)).await;
    assert!(matches!(other, Err(Error::Forbidden)));
    let place = enrol(&house, session, people.daan).await.unwrap();
    let gone = head_withdraws(&house, people.head, place.id, None).await;
    assert!(matches!(gone, Err(Error::Missing(_))));
    assert_eq!(status(&house, &place).await, EnrolmentStatus::Confirmed);
}

#[tokio::test]
async fn somebody_who_moved_away_is_no_longer_of_the_team() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 3).await;
    house.leave(people.sem).await;
    assert!(matches!(
        head_enrols(&house, people.head, &for_team(session, people.sem)).await,
        Err(Error::Forbidden)
    ));
}

#[tokio::test]
async fn colleagues_and_tokens_of_a_head_act_for_nobody_else() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 3).await;
    assert!(matches!(
        head_enrols(&house, people.fenna, &for_team(session, people.sem)).await,
        Err(Error::Forbidden)
    ));
    let token = &Actor { scopes: Some(vec![Scope::CatalogueRead]), ..house.actor(people.head).await };
    let wish = &for_team(session, people.sem);
    let taken = house.write(token, |change| async move { take_place(&change, wish).await }).await;
    assert!(matches!(taken, Err(Error::Forbidden)));
}

#[tokio::test]
async fn a_head_sets_no_rule_aside() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (one, same_time) = (session_of(&house, "A", 3).await, session_of(&house, "B", 3).await);
    enrol(&house, one, people.sem).await.unwrap();
    let busy = head_enrols(&house, people.head, &for_team(same_time, people.sem)).await;
    assert_eq!(refusal(busy).code(), "overlaps");
    let forced = TakePlace { override_reason: Some("Het moet.".into()), ..for_team(same_time, people.sem) };
    assert!(matches!(head_enrols(&house, people.head, &forced).await, Err(Error::Forbidden)));
    let others = workshop_for(&house, "C", "Klantcontact").await;
    let others = plan_session(&house, plan(others, "2026-04-15T10:00", Some(3))).await.unwrap();
    let stranger = head_enrols(&house, people.head, &for_team(others, people.sem)).await;
    assert_eq!(refusal(stranger).code(), "not-in-audience");
    let closed = Plan {
        enrolment_closes: Some(moment("2026-03-01T12:00")),
        ..plan(workshop(&house, "D").await, "2026-04-08T10:00", Some(3))
    };
    let closed = plan_session(&house, closed).await.unwrap();
    let late = head_enrols(&house, people.head, &for_team(closed, people.sem)).await;
    assert_eq!(refusal(late).code(), "enrolment-closed");
}

#[tokio::test]
async fn a_head_withdraws_somebody_until_the_start_and_after_the_deadline_with_a_reason() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let wanted = Plan {
        withdraw_until: Some(moment("2026-03-20T12:00")),
        ..plan(workshop(&house, "A").await, "2026-04-01T10:00", Some(3))
    };
    let session = plan_session(&house, wanted).await.unwrap();
    let (sem, fenna) = (
        enrol(&house, session, people.sem).await.unwrap(),
        enrol(&house, session, people.fenna).await.unwrap(),
    );
    head_withdraws(&house, people.head, sem.id, None).await.unwrap();
    let row = find(&house.db.reader, sem.id).await.unwrap();
    assert_eq!((row.status, row.ending), (EnrolmentStatus::Withdrawn, Some(Ending::ByHead)));
    house.at("2026-03-25T09:00");
    let silent = head_withdraws(&house, people.head, fenna.id, None).await;
    assert!(matches!(silent, Err(Error::Invalid(_))));
    let late = enrol(&house, session, people.sem).await.unwrap();
    head_withdraws(&house, people.head, late.id, Some("ziek")).await.unwrap();
    let row = find(&house.db.reader, late.id).await.unwrap();
    assert_eq!(row.ending, Some(Ending::ByHead), "nobody is told that they withdrew themselves");
    house.at("2026-04-01T10:30");
    let begun = head_withdraws(&house, people.head, fenna.id, Some("ziek")).await;
    assert_eq!(refusal(begun).code(), "session-started");
}

#[tokio::test]
async fn a_head_takes_the_offer_of_somebody_who_cannot() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    let first = enrol(&house, session, people.fenna).await.unwrap();
    let second = head_enrols(&house, people.head, &for_team(session, people.sem)).await.unwrap();
    assert_eq!(second.position, Some(1));
    give_back(&house, &first).await.unwrap();
    let actor = house.actor(people.head).await;
    let taken = house.write(&actor, |change| async move { accept(&change, second.id).await }).await;
    assert_eq!(taken.unwrap().status, EnrolmentStatus::Confirmed);
}
