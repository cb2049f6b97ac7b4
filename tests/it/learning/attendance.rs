//! Who was there, and what follows from it.

use entity::{
    attendance::{self as table, Mark},
    id::*,
};
use olievlek::domain::{
    actor::Actor,
    error::{Error, Refusal, Result},
    learning::{
        attendance::{self, mark},
        message::{self, To},
        prerequisite::{self, Conditions},
        session as sessions,
    },
};
use sea_orm::{EntityTrait as _, QueryOrder as _};

use super::{enrol, give_back, meeting, plan, plan_session, refusal, session_of, workshop};
use crate::house::{TestHouse, moment};

async fn meetings(house: &TestHouse, session: SessionId) -> Vec<MeetingId> {
    let details = sessions::details(&house.db.reader, session, house.now()).await.expect("the session");
    details.meetings.iter().map(|meeting| meeting.id).collect()
}

async fn note(
    house: &TestHouse,
    actor: &Actor,
    meeting: MeetingId,
    marks: &[(EnrolmentId, Mark)],
) -> Result<usize> {
    house.write(actor, |change| async move { mark(&change, meeting, marks).await }).await
}

/// A session of two meetings, a week apart.
async fn two_meetings(house: &TestHouse) -> SessionId {
    let mut wanted = plan(workshop(house, "A").await, "2026-04-01T10:00", Some(5));
    wanted.meetings.push(meeting(moment("2026-04-08T10:00"), 120));
    plan_session(house, wanted).await.expect("a session")
}

#[tokio::test]
async fn nobody_is_marked_earlier_than_a_quarter_of_an_hour_before_the_start() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 3).await;
    let place = enrol(&house, session, people.fenna).await.unwrap();
    let first = meetings(&house, session).await[0];
    let marks = [(place.id, Mark::Present)];
    house.at("2026-04-01T09:44");
    let no = refusal(note(&house, &Actor::operator(), first, &marks).await);
    assert_eq!(no, Refusal::RegisterNotOpen { opens: moment("2026-04-01T09:45") });
    house.at("2026-04-01T09:45");
    assert_eq!(note(&house, &Actor::operator(), first, &marks).await.unwrap(), 1);
}

#[tokio::test]
async fn a_correction_is_a_new_mark_and_the_old_one_stays() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 3).await;
    let place = enrol(&house, session, people.fenna).await.unwrap();
    let first = meetings(&house, session).await[0];
    house.at("2026-04-01T10:05");
    let manager = house.actor(people.manager).await;
    assert_eq!(note(&house, &Actor::operator(), first, &[(place.id, Mark::Absent)]).await.unwrap(), 1);
    house.at("2026-04-01T10:20");
    assert_eq!(note(&house, &manager, first, &[(place.id, Mark::Partly)]).await.unwrap(), 1);
    assert_eq!(
        note(&house, &manager, first, &[(place.id, Mark::Partly)]).await.unwrap(),
        0,
        "it is so already"
    );
    let rows = table::Entity::find().order_by_asc(table::Column::Id).all(&house.db.reader).await.unwrap();
    let [old, new] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!(
        (old.mark, old.marked_by, old.replaced_at),
        (Mark::Absent, None, Some(moment("2026-04-01T10:20")))
    );
    assert_eq!((new.mark, new.marked_by, new.replaced_at), (Mark::Partly, Some(people.manager), None));
}

#[tokio::test]
async fn trainers_keep_the_registers_of_their_own_sessions_only() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut wanted = plan(workshop(&house, "A").await, "2026-04-01T10:00", Some(5));
    wanted.trainers = vec![people.trainer];
    let session = plan_session(&house, wanted).await.unwrap();
    let place = enrol(&house, session, people.fenna).await.unwrap();
    let first = meetings(&house, session).await[0];
    house.at("2026-04-01T10:00");
    let marks = [(place.id, Mark::Present)];
    for stranger in [people.fenna, people.head] {
        let actor = house.actor(stranger).await;
        assert!(matches!(note(&house, &actor, first, &marks).await, Err(Error::Missing("meeting"))));
    }
    assert_eq!(note(&house, &house.actor(people.trainer).await, first, &marks).await.unwrap(), 1);
}

#[tokio::test]
async fn only_who_has_a_place_in_the_session_is_marked_and_once() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (one, other) = (session_of(&house, "A", 3).await, session_of(&house, "B", 3).await);
    let here = enrol(&house, one, people.fenna).await.unwrap();
    let elsewhere = enrol(&house, other, people.sem).await.unwrap();
    let gone = enrol(&house, one, people.noor).await.unwrap();
    give_back(&house, &gone).await.unwrap();
    let first = meetings(&house, one).await[0];
    house.at("2026-04-01T10:00");
    for wrong in [vec![elsewhere.id], vec![gone.id], vec![here.id, here.id]] {
        let marks: Vec<_> = wrong.into_iter().map(|id| (id, Mark::Present)).collect();
        let done = note(&house, &Actor::operator(), first, &marks).await;
        assert!(matches!(&done, Err(Error::Invalid(fields)) if fields[0].name == "marks"), "{done:?}");
    }
}

#[tokio::test]
async fn a_message_reaches_who_was_absent_the_last_time_and_nobody_else() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = two_meetings(&house).await;
    let fenna = enrol(&house, session, people.fenna).await.unwrap();
    let sem = enrol(&house, session, people.sem).await.unwrap();
    let noor = enrol(&house, session, people.noor).await.unwrap();
    let [first, second] = meetings(&house, session).await[..] else { panic!("two meetings") };
    let readers = async || -> Vec<PersonId> {
        let found = message::readers(&house.db.reader, session, To::NoShows).await.unwrap();
        found.iter().map(|person| person.id).collect()
    };
    assert_eq!(readers().await, [], "nothing is known yet");
    house.at("2026-04-01T10:00");
    let marks = [(fenna.id, Mark::Absent), (sem.id, Mark::Present), (noor.id, Mark::Excused)];
    note(&house, &Actor::operator(), first, &marks).await.unwrap();
    assert_eq!(readers().await, [people.fenna], "who was excused is no no-show");
    house.at("2026-04-08T10:00");
    let marks = [(fenna.id, Mark::Present), (sem.id, Mark::Absent), (noor.id, Mark::Partly)];
    note(&house, &Actor::operator(), second, &marks).await.unwrap();
    assert_eq!(readers().await, [people.sem], "the last time is the second meeting");
    note(&house, &Actor::operator(), second, &[(sem.id, Mark::Partly)]).await.unwrap();
    assert_eq!(readers().await, [], "a corrected mark no longer counts");
}

#[tokio::test]
async fn who_did_not_show_up_has_not_followed_the_workshop() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (basics, next) = (workshop(&house, "A").await, workshop(&house, "B").await);
    let first = plan_session(&house, plan(basics, "2026-04-01T10:00", Some(5))).await.unwrap();
    let after = plan_session(&house, plan(next, "2026-05-06T10:00", Some(5))).await.unwrap();
    let asked = &Conditions { repeatable: true, required: vec![basics] };
    house
        .write(&Actor::operator(), |change| async move { prerequisite::set(&change, next, asked).await })
        .await
        .unwrap();
    let (fenna, sem) =
        (enrol(&house, first, people.fenna).await.unwrap(), enrol(&house, first, people.sem).await.unwrap());
    let meeting = meetings(&house, first).await[0];
    house.at("2026-04-01T12:00");
    let marks = [(fenna.id, Mark::Absent), (sem.id, Mark::Partly)];
    note(&house, &Actor::operator(), meeting, &marks).await.unwrap();
    let no = refusal(enrol(&house, after, people.fenna).await);
    assert!(matches!(no, Refusal::NeedsFirst { workshop, .. } if workshop == basics), "{no:?}");
    enrol(&house, after, people.sem).await.expect("who was there may go on");
}

#[tokio::test]
async fn the_register_holds_who_has_a_place_by_surname_with_the_mark_that_holds() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 2).await;
    let places = [people.daan, people.sem, people.noor];
    let mut given = Vec::new();
    for person in places {
        given.push(enrol(&house, session, person).await.unwrap());
    }
    let meeting = meetings(&house, session).await[0];
    house.at("2026-04-01T10:00");
    note(&house, &Actor::operator(), meeting, &[(given[1].id, Mark::Excused)]).await.unwrap();
    let register = attendance::register(&house.db.reader, &Actor::operator(), meeting).await.unwrap();
    let lines: Vec<_> = register
        .lines
        .iter()
        .map(|line| (line.person.id, line.held.as_ref().map(|held| held.mark)))
        .collect();
    assert_eq!(
        lines,
        [(people.sem, Some(Mark::Excused)), (people.daan, None)],
        "Bakker before Velde, without who waits"
    );
}
