//! For some workshops somebody has to agree before there is a place.

use std::sync::Arc;

use entity::{
    approval::{ApprovalState, Step},
    enrolment::Ending,
    role::RoleKind,
    task,
};
use futures_util::future::join_all;
use olievlek::{
    domain::{
        change::Change,
        learning::{
            approval::{self, list},
            calling_off, draw,
            swap::{Swap, swap},
        },
        page::Window,
        task::Letter,
    },
    job::schedule,
};
use sea_orm::EntityTrait as _;

use super::*;

/// A session on 1 April of a workshop with approval.
pub async fn session_with(house: &TestHouse, rule: ApprovalRule, capacity: i32) -> SessionId {
    let workshop = workshop_with(house, ("A", "iedereen"), rule).await;
    plan_session(house, plan(workshop, "2026-04-01T10:00", Some(capacity))).await.expect("a session")
}

pub async fn grants(house: &TestHouse, who: PersonId, id: EnrolmentId) -> Result<Placement> {
    let actor = house.actor(who).await;
    house.write(&actor, |change| async move { approval::grant(&change, id).await }).await
}

pub async fn declines(house: &TestHouse, who: PersonId, id: EnrolmentId, why: &str) -> Result<Placement> {
    let actor = house.actor(who).await;
    house.write(&actor, |change| async move { approval::decline(&change, id, why).await }).await
}

/// How many requests wait for somebody.
pub async fn waits_for(house: &TestHouse, who: PersonId) -> u64 {
    let (db, now, today) = (&house.db.reader, house.now(), house.policy.day(house.now()));
    let desk = list::Desk::of(db, &house.actor(who).await, today, false).await.unwrap();
    let all = list::list(db, &desk, &Window::default(), (now, today)).await.unwrap();
    let count = list::count(db, &desk, (now, today)).await.unwrap();
    assert_eq!(all.items.len() as u64, count);
    count
}

async fn enrols(house: &TestHouse, by: PersonId, wish: &TakePlace) -> Result<Placement> {
    let actor = house.actor(by).await;
    house.write(&actor, |change| async move { take_place(&change, wish).await }).await
}

async fn last_step(house: &TestHouse, id: EnrolmentId) -> (Step, ApprovalState) {
    let last = approval::steps(&house.db.reader, id).await.unwrap().pop().expect("a step");
    (last.step, last.state)
}

#[tokio::test]
async fn a_request_takes_no_place_until_the_head_agrees() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_with(&house, ApprovalRule::Head, 1).await;
    let asked = enrol(&house, session, people.fenna).await.unwrap();
    assert_eq!((asked.status, asked.position), (EnrolmentStatus::Requested, None));
    let row = session_row(&house, session).await;
    assert_eq!((row.taken, row.waiting), (0, 0), "a request takes no place");
    let letters = house.letters().await;
    let (person, enrolment) = (people.head, asked.id);
    assert!(letters.contains(&Letter::Asked { enrolment }), "{letters:?}");
    assert!(letters.contains(&Letter::ApprovalAsked { person, enrolment, step: Step::Head }), "{letters:?}");
    assert_eq!((waits_for(&house, people.head).await, waits_for(&house, people.manager).await), (1, 0));
    let granted = grants(&house, people.head, asked.id).await.unwrap();
    assert_eq!(granted.status, EnrolmentStatus::Confirmed);
    let granted = house.letters().await;
    assert!(granted.iter().any(|one| matches!(one, Letter::Granted { .. })), "{granted:?}");
    assert_eq!((session_row(&house, session).await.taken, waits_for(&house, people.head).await), (1, 0));
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn after_the_head_the_programme_manager_agrees_too() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_with(&house, ApprovalRule::HeadThenManager, 1).await;
    let asked = enrol(&house, session, people.fenna).await.unwrap();
    assert_eq!(grants(&house, people.head, asked.id).await.unwrap().status, EnrolmentStatus::Requested);
    assert_eq!(session_row(&house, session).await.taken, 0);
    assert_eq!((waits_for(&house, people.head).await, waits_for(&house, people.manager).await), (0, 1));
    assert_eq!(refusal(grants(&house, people.head, asked.id).await), Refusal::AlreadyDecided);
    assert_eq!(grants(&house, people.manager, asked.id).await.unwrap().status, EnrolmentStatus::Confirmed);
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn for_who_has_no_head_and_for_heads_the_programme_manager_decides() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_with(&house, ApprovalRule::Head, 3).await;
    let noor = enrol(&house, session, people.noor).await.unwrap();
    let hanna = enrols(&house, people.head, &wish(session, people.head)).await.unwrap();
    assert_eq!(last_step(&house, noor.id).await, (Step::Manager, ApprovalState::Open));
    assert_eq!(last_step(&house, hanna.id).await, (Step::Manager, ApprovalState::Open));
    assert_eq!((waits_for(&house, people.manager).await, waits_for(&house, people.head).await), (2, 0));
    house.grant(people.noor, RoleKind::DepartmentHead, Some(people.organisation)).await;
    let daan = enrol(&house, session, people.daan).await.unwrap();
    assert_eq!(last_step(&house, daan.id).await.0, Step::Head, "a head above the team is a head");
}

#[tokio::test]
async fn nobody_decides_about_their_own_request_or_about_other_departments() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_with(&house, ApprovalRule::Head, 3).await;
    let own = enrols(&house, people.manager, &wish(session, people.manager)).await.unwrap();
    assert_eq!(own.status, EnrolmentStatus::Requested, "also whoever runs the programme asks");
    assert_eq!(refusal(grants(&house, people.manager, own.id).await), Refusal::OwnRequest);
    assert_eq!(refusal(declines(&house, people.manager, own.id, "Nee").await), Refusal::OwnRequest);
    let daan = enrol(&house, session, people.daan).await.unwrap();
    for who in [people.head, people.fenna, people.trainer] {
        assert!(matches!(grants(&house, who, daan.id).await, Err(Error::Missing(_))));
        assert!(matches!(declines(&house, who, daan.id, "Nee").await, Err(Error::Missing(_))));
    }
}

#[tokio::test]
async fn a_no_needs_a_reason_and_the_person_is_told() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_with(&house, ApprovalRule::Head, 3).await;
    let asked = enrol(&house, session, people.fenna).await.unwrap();
    house.letters().await;
    assert!(matches!(declines(&house, people.head, asked.id, "  ").await, Err(Error::Invalid(_))));
    let long = "a".repeat(401);
    assert!(matches!(declines(&house, people.head, asked.id, &long).await, Err(Error::Invalid(_))));
    declines(&house, people.head, asked.id, "Dit kwartaal is te druk.").await.unwrap();
    let row = find(&house.db.reader, asked.id).await.unwrap();
    assert_eq!((row.status, row.ending), (EnrolmentStatus::Declined, Some(Ending::TurnedDown)));
    assert_eq!(row.withdrawal_reason.as_deref(), Some("Dit kwartaal is te druk."));
    assert_eq!(house.letters().await, [Letter::Declined { enrolment: asked.id }]);
    let step = approval::steps(&house.db.reader, asked.id).await.unwrap().pop().expect("a step");
    assert_eq!((step.state, step.decided_by), (ApprovalState::Declined, Some(people.head)));
    assert_eq!(refusal(grants(&house, people.head, asked.id).await), Refusal::AlreadyDecided);
    assert!(enrol(&house, session, people.fenna).await.is_ok(), "one may ask again");
}

#[tokio::test]
async fn the_rules_are_asked_when_one_asks_and_again_when_it_is_granted() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_with(&house, ApprovalRule::Head, 3).await;
    let same_time = session_of(&house, "B", 3).await;
    enrol(&house, same_time, people.sem).await.unwrap();
    assert_eq!(refusal(enrol(&house, session, people.sem).await).code(), "overlaps");
    let asked = enrol(&house, session, people.fenna).await.unwrap();
    let elsewhere = enrol(&house, same_time, people.fenna).await.unwrap();
    assert_eq!(refusal(grants(&house, people.head, asked.id).await).code(), "overlaps");
    assert_eq!(status(&house, &asked).await, EnrolmentStatus::Requested, "it can be granted later");
    give_back(&house, &elsewhere).await.unwrap();
    assert_eq!(grants(&house, people.head, asked.id).await.unwrap().status, EnrolmentStatus::Confirmed);
}

#[tokio::test]
async fn a_granted_request_for_a_full_date_waits_in_the_order_of_asking() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_with(&house, ApprovalRule::Head, 1).await;
    let asked = enrol(&house, session, people.fenna).await.unwrap();
    house.pass(chrono::TimeDelta::hours(1));
    let staff = |person| TakePlace { origin: Origin::Staff, ..wish(session, person) };
    enrols(&house, people.manager, &staff(people.noor)).await.unwrap();
    let daan = enrols(&house, people.manager, &staff(people.daan)).await.unwrap();
    assert_eq!(daan.position, Some(1));
    let granted = grants(&house, people.head, asked.id).await.unwrap();
    assert_eq!((granted.status, granted.position), (EnrolmentStatus::Waiting, Some(1)), "asked before Daan");
    assert_eq!(position(&house, &daan).await, Some(2));
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn what_a_head_or_planner_asks_for_somebody_is_agreed_to() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_with(&house, ApprovalRule::Head, 3).await;
    let by_head = TakePlace { origin: Origin::Head, ..wish(session, people.sem) };
    assert_eq!(enrols(&house, people.head, &by_head).await.unwrap().status, EnrolmentStatus::Confirmed);
    let both = workshop_with(&house, ("B", "iedereen"), ApprovalRule::HeadThenManager).await;
    let both = plan_session(&house, plan(both, "2026-04-15T10:00", Some(3))).await.unwrap();
    let by_head = TakePlace { origin: Origin::Head, ..wish(both, people.sem) };
    let asked = enrols(&house, people.head, &by_head).await.unwrap();
    assert_eq!(last_step(&house, asked.id).await, (Step::Manager, ApprovalState::Open));
    let by_staff = TakePlace { origin: Origin::Staff, ..wish(both, people.fenna) };
    assert_eq!(enrols(&house, people.manager, &by_staff).await.unwrap().status, EnrolmentStatus::Confirmed);
}

#[tokio::test]
async fn a_request_counts_no_more_as_soon_as_enrolment_has_closed_and_the_job_tells_everybody() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop_with(&house, ("A", "iedereen"), ApprovalRule::Head).await;
    let closing = Plan {
        enrolment_closes: Some(moment("2026-03-20T12:00")),
        ..plan(workshop, "2026-04-01T10:00", Some(3))
    };
    let session = plan_session(&house, closing).await.unwrap();
    let later = plan_session(&house, plan(workshop, "2026-04-15T10:00", Some(3))).await.unwrap();
    let asked = enrol(&house, session, people.fenna).await.unwrap();
    assert_eq!(refusal(enrol(&house, later, people.fenna).await).code(), "already-in-workshop");
    house.at("2026-03-20T12:00");
    assert_eq!(waits_for(&house, people.head).await, 0, "nothing is left to decide");
    assert_eq!(refusal(grants(&house, people.head, asked.id).await), Refusal::AlreadyDecided);
    enrol(&house, later, people.fenna).await.expect("without the job the other date can be asked");
    house.letters().await;
    schedule::all(&house).await;
    let row = find(&house.db.reader, asked.id).await.unwrap();
    assert_eq!((row.status, row.ending), (EnrolmentStatus::Declined, Some(Ending::RequestExpired)));
    assert_eq!(last_step(&house, asked.id).await.1, ApprovalState::Expired);
    let letters = house.letters().await;
    assert!(letters.contains(&Letter::Declined { enrolment: asked.id }), "{letters:?}");
    assert!(
        letters.contains(&Letter::ApprovalOver { person: people.head, enrolment: asked.id }),
        "{letters:?}"
    );
    schedule::all(&house).await;
    assert!(house.letters().await.is_empty(), "once");
}

#[tokio::test]
async fn requests_end_when_the_date_starts_or_is_called_off() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_with(&house, ApprovalRule::Head, 3).await;
    let asked = enrol(&house, session, people.fenna).await.unwrap();
    house.letters().await;
    let off = |change: Arc<Change>| async move { calling_off::call_off(&change, session, None).await };
    house.write(&Actor::operator(), off).await.unwrap();
    assert_eq!(last_step(&house, asked.id).await.1, ApprovalState::Expired);
    let letters = house.letters().await;
    assert!(letters.iter().any(|one| matches!(one, Letter::CalledOff { .. })), "{letters:?}");
    assert!(letters.iter().any(|one| matches!(one, Letter::ApprovalOver { .. })), "{letters:?}");
    let workshop = workshop_with(&house, ("B", "iedereen"), ApprovalRule::Head).await;
    let other = plan_session(&house, plan(workshop, "2026-04-08T10:00", Some(3))).await.unwrap();
    let late = enrol(&house, other, people.sem).await.unwrap();
    house.at("2026-04-09T10:00");
    schedule::all(&house).await;
    assert_eq!(find(&house.db.reader, late.id).await.unwrap().ending, Some(Ending::RequestExpired));
}

#[tokio::test]
async fn who_asked_can_take_it_back() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_with(&house, ApprovalRule::Head, 3).await;
    let asked = enrol(&house, session, people.fenna).await.unwrap();
    give_back(&house, &asked).await.unwrap();
    assert_eq!(last_step(&house, asked.id).await.1, ApprovalState::Withdrawn);
    assert_eq!(refusal(grants(&house, people.head, asked.id).await), Refusal::AlreadyDecided);
    assert_eq!(waits_for(&house, people.head).await, 0);
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn who_goes_to_another_date_is_not_asked_about_again() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_with(&house, ApprovalRule::Head, 3).await;
    let asked = enrol(&house, session, people.fenna).await.unwrap();
    grants(&house, people.head, asked.id).await.unwrap();
    let workshop = session_row(&house, session).await.workshop_id;
    let to = plan_session(&house, plan(workshop, "2026-04-15T10:00", Some(3))).await.unwrap();
    let wish = &Swap { from: asked.id, to, short_notice: true, reason: None };
    let fenna = Actor::employee(people.fenna);
    let swapped = house.write(&fenna, |change| async move { swap(&change, wish).await }).await.unwrap();
    assert_eq!(swapped.status, EnrolmentStatus::Confirmed);
}

#[tokio::test]
async fn lots_are_not_drawn_where_somebody_has_to_agree() {
    let house = TestHouse::new().await;
    let session = session_with(&house, ApprovalRule::Head, 3).await;
    let at = Some(moment("2026-03-20T12:00"));
    let set = |change: Arc<Change>| async move { draw::set(&change, session, at).await };
    assert!(matches!(house.write(&Actor::operator(), set).await, Err(Error::Invalid(_))));
    let other = session_of(&house, "B", 3).await;
    let set = |change: Arc<Change>| async move { draw::set(&change, other, at).await };
    house.write(&Actor::operator(), set).await.unwrap();
    let workshop = session_row(&house, other).await.workshop_id;
    let row = workshops::find(&house.db.reader, workshop).await.unwrap();
    let draft = &workshops::Draft { approval: ApprovalRule::Head, ..workshops::Draft::of(row, vec![]) };
    let rewrite = |change: Arc<Change>| async move { workshops::rewrite(&change, workshop, draft).await };
    assert!(matches!(house.write(&Actor::operator(), rewrite).await, Err(Error::Invalid(_))));
}

#[tokio::test]
async fn whoever_decides_is_reminded_once_after_three_working_days() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_with(&house, ApprovalRule::Head, 3).await;
    enrol(&house, session, people.fenna).await.unwrap();
    let tasks = task::Entity::find().all(&house.db.reader).await.unwrap();
    let reminders: Vec<_> = tasks
        .into_iter()
        .filter(|row| row.payload["letter"] == "approval-reminder")
        .map(|row| row.due_at)
        .collect();
    assert_eq!(reminders, [moment("2026-03-05T09:00")]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_who_decide_at_once_decide_once() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.grant(people.noor, RoleKind::DepartmentHead, Some(people.permits)).await;
    let session = session_with(&house, ApprovalRule::Head, 3).await;
    for person in [people.fenna, people.sem] {
        let asked = enrol(&house, session, person).await.unwrap();
        let deciders = [people.head, people.noor, people.manager];
        let all = join_all(deciders.iter().map(|who| async {
            if *who == people.noor {
                declines(&house, *who, asked.id, "Te druk").await
            } else {
                grants(&house, *who, asked.id).await
            }
        }))
        .await;
        assert_eq!(all.iter().filter(|one| one.is_ok()).count(), 1, "{all:?}");
        for one in all.into_iter().filter(Result::is_err) {
            assert_eq!(refusal(one), Refusal::AlreadyDecided);
        }
    }
    assert_reconciled(&house, session).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_requests_granted_at_once_fill_the_places_and_no_more() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_with(&house, ApprovalRule::Head, 3).await;
    let mut asked = Vec::new();
    for n in 0..8 {
        let person = house.employee(&format!("Tijl Nummer{n}"), people.permits).await;
        asked.push(enrol(&house, session, person).await.unwrap());
    }
    assert_eq!(session_row(&house, session).await.taken, 0);
    for one in join_all(asked.iter().map(|one| grants(&house, people.head, one.id))).await {
        one.unwrap();
    }
    let row = session_row(&house, session).await;
    assert_eq!((row.taken, row.waiting), (3, 5));
    assert_reconciled(&house, session).await;
}
