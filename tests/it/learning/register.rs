//! Closing a register, what comes of a place, correcting it, letting somebody in, and checking in.

use chrono::TimeDelta;
use entity::{
    attendance::{self as table, Mark, Source},
    enrolment::{Ending, EnrolmentStatus, Origin, Outcome},
    event,
    id::*,
};
use olievlek::domain::{
    actor::Actor,
    error::{Error, Refusal, Result},
    learning::{
        attendance::{
            self, Noted,
            check_in::{self, Standing},
            closing::close,
            correct, mark, note, walk_in,
        },
        enrolment as places,
        outcome::outcome,
        prerequisite::{self, Conditions},
        session as sessions,
    },
    task::Letter,
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use super::{enrol, meeting, plan, plan_session, refusal, session_of, workshop};
use crate::house::{TestHouse, moment, world::Named};

async fn meetings(house: &TestHouse, session: SessionId) -> Vec<MeetingId> {
    let details = sessions::details(&house.db.reader, session, house.now()).await.expect("the session");
    details.meetings.iter().map(|meeting| meeting.id).collect()
}

async fn closed(house: &TestHouse, meeting: MeetingId) -> Result<usize> {
    house.write(&Actor::operator(), |change| async move { close(&change, meeting).await }).await
}

async fn noted(house: &TestHouse, meeting: MeetingId, marks: &[(EnrolmentId, Mark)]) -> Result<usize> {
    house.write(&Actor::operator(), |change| async move { mark(&change, meeting, marks).await }).await
}

async fn came_of(house: &TestHouse, place: EnrolmentId) -> Option<Outcome> {
    places::find(&house.db.reader, place).await.expect("the place").outcome
}

/// Tess gives a session at ten on 1 April, in which Fenna and Sem have a place.
async fn scene(house: &TestHouse, people: &Named) -> (SessionId, MeetingId, [EnrolmentId; 2]) {
    let mut wanted = plan(workshop(house, "A").await, "2026-04-01T10:00", Some(2));
    wanted.trainers = vec![people.trainer];
    let session = plan_session(house, wanted).await.unwrap();
    let fenna = enrol(house, session, people.fenna).await.unwrap().id;
    let sem = enrol(house, session, people.sem).await.unwrap().id;
    (session, meetings(house, session).await[0], [fenna, sem])
}

#[test]
fn a_workshop_is_completed_by_who_was_at_every_meeting_or_at_four_fifths_of_the_minutes() {
    use Mark::{Absent, Excused, Partly, Present};
    use Outcome::{Completed, Incomplete, NoShow};
    let of = |seen: &[(i64, Mark)]| {
        outcome(&seen.iter().map(|(minutes, mark)| (*minutes, Some(*mark))).collect::<Vec<_>>())
    };
    assert_eq!(of(&[(120, Present)]), Completed);
    assert_eq!(of(&[(120, Partly)]), Incomplete, "half of it");
    assert_eq!(of(&[(240, Present), (60, Absent)]), Completed, "80 % of the minutes");
    assert_eq!(of(&[(239, Present), (61, Absent)]), Incomplete, "just less");
    assert_eq!(of(&[(180, Present), (120, Partly)]), Completed, "80 %, with half of the second meeting");
    assert_eq!(of(&[(120, Absent), (120, Excused)]), NoShow);
    assert_eq!(of(&[(120, Excused), (120, Excused)]), Outcome::Excused);
    assert_eq!(of(&[(60, Excused), (60, Present)]), Incomplete);
    assert_eq!(outcome(&[(120, None)]), NoShow);
}

#[tokio::test]
async fn closing_a_register_makes_absent_who_has_no_mark_and_settles_what_came_of_each_place() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (_, first, [fenna, sem]) = scene(&house, &people).await;
    house.at("2026-04-01T09:50");
    noted(&house, first, &[(fenna, Mark::Present)]).await.unwrap();
    let no = refusal(closed(&house, first).await);
    assert_eq!(no, Refusal::MeetingNotBegun { starts: moment("2026-04-01T10:00") });
    house.at("2026-04-01T12:00");
    house.letters().await;
    assert_eq!(closed(&house, first).await.unwrap(), 1, "Sem had no mark");
    assert_eq!(came_of(&house, fenna).await, Some(Outcome::Completed));
    assert_eq!(came_of(&house, sem).await, Some(Outcome::NoShow));
    let letters = [Letter::Missed { enrolment: sem }, Letter::Certified { enrolment: fenna }];
    assert_eq!(house.letters().await, letters, "who missed it, and who has a certificate");
    assert_eq!(refusal(closed(&house, first).await), Refusal::RegisterClosed);
    assert_eq!(refusal(noted(&house, first, &[(sem, Mark::Present)]).await), Refusal::RegisterClosed);
}

#[tokio::test]
async fn what_came_of_a_place_is_known_when_the_last_register_of_the_session_closes() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut wanted = plan(workshop(&house, "A").await, "2026-04-01T10:00", Some(5));
    wanted.meetings.push(meeting(moment("2026-04-08T10:00"), 120));
    let session = plan_session(&house, wanted).await.unwrap();
    let fenna = enrol(&house, session, people.fenna).await.unwrap().id;
    let [first, second] = meetings(&house, session).await[..] else { panic!("two meetings") };
    house.at("2026-04-01T12:00");
    noted(&house, first, &[(fenna, Mark::Present)]).await.unwrap();
    closed(&house, first).await.unwrap();
    assert_eq!(came_of(&house, fenna).await, None, "the second is still to come");
    house.at("2026-04-08T12:00");
    closed(&house, second).await.unwrap();
    assert_eq!(came_of(&house, fenna).await, Some(Outcome::Incomplete));
}

#[tokio::test]
async fn a_correction_after_closing_needs_a_reason_and_changes_what_came_of_it() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (_, first, [_, sem]) = scene(&house, &people).await;
    house.at("2026-04-01T12:00");
    closed(&house, first).await.unwrap();
    let tess = house.actor(people.trainer).await;
    let corrected = async |reason: &'static str| {
        house
            .write(
                &tess,
                |change| async move { correct(&change, first, &[(sem, Mark::Present)], reason).await },
            )
            .await
    };
    let bare = corrected("  ").await;
    assert!(matches!(&bare, Err(Error::Invalid(fields)) if fields[0].name == "reason"), "{bare:?}");
    assert_eq!(corrected("Zat achterin").await.unwrap(), 1);
    assert_eq!(came_of(&house, sem).await, Some(Outcome::Completed));
    let past = attendance::past::of_meeting(&house.db.reader, first).await.unwrap();
    let marks: Vec<_> =
        past[&sem].iter().map(|(row, who)| (row.mark, who.as_deref(), row.reason.as_deref())).collect();
    assert_eq!(marks, [(Mark::Absent, None, None), (Mark::Present, Some("Tess Vos"), Some("Zat achterin"))]);
}

#[tokio::test]
async fn who_missed_too_much_may_follow_the_workshop_again_and_who_completed_it_has_followed_it() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (_, first, [fenna, sem]) = scene(&house, &people).await;
    let taught = workshop_of(&house, fenna).await;
    let once = &Conditions { repeatable: false, required: Vec::new() };
    house
        .write(&Actor::operator(), |change| async move { prerequisite::set(&change, taught, once).await })
        .await
        .unwrap();
    let again = plan_session(&house, plan(taught, "2026-05-06T10:00", Some(5))).await.unwrap();
    house.at("2026-04-01T12:00");
    noted(&house, first, &[(fenna, Mark::Present), (sem, Mark::Partly)]).await.unwrap();
    closed(&house, first).await.unwrap();
    assert_eq!(refusal(enrol(&house, again, people.fenna).await), Refusal::AlreadyFollowed);
    enrol(&house, again, people.sem).await.expect("half of it is not enough");
}

async fn workshop_of(house: &TestHouse, place: EnrolmentId) -> WorkshopId {
    places::find(&house.db.reader, place).await.unwrap().workshop_id
}

#[tokio::test]
async fn a_mark_that_comes_late_does_not_undo_what_somebody_else_saw_meanwhile() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (_, first, [fenna, _]) = scene(&house, &people).await;
    let tess = house.actor(people.trainer).await;
    let sent = async |wanted: Mark, seen: Option<Mark>| {
        house
            .write(&tess, |change| async move { note(&change, first, (fenna, wanted), seen).await })
            .await
            .unwrap()
    };
    house.at("2026-04-01T10:05");
    assert_eq!(sent(Mark::Present, None).await, Noted::Saved);
    assert_eq!(sent(Mark::Present, None).await, Noted::Saved, "the same twice is no conflict");
    house.at("2026-04-01T10:30");
    noted(&house, first, &[(fenna, Mark::Partly)]).await.unwrap();
    let at = moment("2026-04-01T10:30");
    assert_eq!(sent(Mark::Absent, Some(Mark::Present)).await, Noted::Overtaken { held: Mark::Partly, at });
    assert_eq!(sent(Mark::Absent, Some(Mark::Partly)).await, Noted::Saved, "who has seen it may change it");
}

#[tokio::test]
async fn who_comes_in_without_a_place_is_let_in_above_the_number_of_seats() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (session, first, _) = scene(&house, &people).await;
    let later =
        plan_session(&house, plan(session_workshop(&house, session).await, "2026-05-06T10:00", Some(5)));
    let later = later.await.unwrap();
    let planned = enrol(&house, later, people.noor).await.unwrap();
    house.at("2026-04-01T10:05");
    let tess = house.actor(people.trainer).await;
    let noor = people.noor;
    let enter = async || {
        house.write(&tess, |change| async move { walk_in::let_in(&change, first, noor).await }).await
    };
    let place = enter().await.expect("let in");
    let row = places::find(&house.db.reader, place).await.unwrap();
    assert_eq!((row.status, row.origin), (EnrolmentStatus::Confirmed, Origin::WalkIn));
    let details = sessions::details(&house.db.reader, session, house.now()).await.unwrap();
    assert_eq!((details.session.taken, details.session.capacity), (3, Some(2)));
    let given_up = places::find(&house.db.reader, planned.id).await.unwrap();
    assert_eq!(given_up.ending, Some(Ending::PlacedElsewhere), "they follow it now");
    let register = attendance::register(&house.db.reader, &tess, first).await.unwrap();
    let line = register.lines.iter().find(|line| line.person.id == noor).expect("on the list");
    assert_eq!(line.held.as_ref().map(|held| held.mark), Some(Mark::Present));
    assert_eq!(refusal(enter().await), Refusal::AlreadyEnrolled);
}

async fn session_workshop(house: &TestHouse, session: SessionId) -> WorkshopId {
    sessions::details(&house.db.reader, session, house.now()).await.unwrap().workshop.id
}

#[tokio::test]
async fn a_trainer_finds_who_stands_there_only_while_the_register_is_open() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (_, first, _) = scene(&house, &people).await;
    let inside = house.employee("Lotte Visser", people.permits).await;
    let found = async |actor: &Actor, text: &str| -> Vec<PersonId> {
        let now = (house.now(), house.policy.day(house.now()));
        let found = walk_in::search(&house.db.reader, actor, first, text, now).await.unwrap();
        found.iter().map(|entry| entry.person.id).collect()
    };
    let (manager, tess) = (house.actor(people.manager).await, house.actor(people.trainer).await);
    assert_eq!(found(&manager, "lot").await, [], "before it opens");
    house.at("2026-04-01T10:05");
    assert_eq!(found(&manager, "lot").await, [inside]);
    assert_eq!(found(&manager, "lo").await, [], "too few letters");
    assert_eq!(found(&tess, "lot").await, [], "who comes from outside cannot leaf through the staff");
    assert_eq!(found(&tess, "lotte.visser@gemeente.example").await, [inside]);
    closed(&house, first).await.unwrap();
    assert_eq!(found(&manager, "lot").await, [], "after it closed");
    let stranger = house.actor(people.fenna).await;
    let now = (house.now(), house.policy.day(house.now()));
    let no = walk_in::search(&house.db.reader, &stranger, first, "lot", now).await;
    assert!(matches!(no, Err(Error::Missing("meeting"))));
}

/// Opens checking in and gives the code that the screen shows.
async fn code_of(house: &TestHouse, people: &Named, meeting: MeetingId) -> String {
    let tess = house.actor(people.trainer).await;
    house
        .write(&tess, |change| async move { check_in::set(&change, meeting, true).await })
        .await
        .expect("opened");
    let register = attendance::register(&house.db.reader, &tess, meeting).await.unwrap();
    check_in::code(&register.meeting, house.now()).expect("a code")
}

async fn says(house: &TestHouse, person: PersonId, code: &str) -> Result<Standing> {
    let actor = house.actor(person).await;
    house.write(&actor, |change| async move { check_in::check_in(&change, code).await }).await
}

#[tokio::test]
async fn who_scans_the_code_is_present_until_the_trainer_says_otherwise() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (_, first, [fenna, sem]) = scene(&house, &people).await;
    house.at("2026-04-01T09:55");
    let code = code_of(&house, &people, first).await;
    let now = house.now();
    let marked = Standing::Marked(Mark::Present, now);
    assert_eq!(says(&house, people.fenna, &code).await.unwrap(), marked);
    house.at("2026-04-01T09:57");
    assert_eq!(says(&house, people.fenna, &code).await.unwrap(), marked, "twice is once");
    assert_eq!(says(&house, people.noor, &code).await.unwrap(), Standing::NotOnTheList);
    let held = table::Entity::find().all(&house.db.reader).await.unwrap();
    assert_eq!(
        held.iter().map(|row| (row.enrolment_id, row.source)).collect::<Vec<_>>(),
        [(fenna, Source::CheckIn)]
    );
    noted(&house, first, &[(fenna, Mark::Partly)]).await.expect("the trainer corrects it");
    house.at("2026-04-01T12:00");
    closed(&house, first).await.unwrap();
    assert_eq!(says(&house, people.sem, &code).await.unwrap(), Standing::Marked(Mark::Absent, house.now()));
    assert_eq!(came_of(&house, sem).await, Some(Outcome::NoShow));
}

#[tokio::test]
async fn a_code_serves_some_minutes_for_its_own_meeting_and_only_as_we_signed_it() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (_, first, _) = scene(&house, &people).await;
    house.at("2026-04-01T09:55");
    let code = code_of(&house, &people, first).await;
    house.pass(TimeDelta::minutes(5));
    assert!(matches!(says(&house, people.fenna, &code).await.unwrap(), Standing::Marked(..)));
    house.pass(TimeDelta::minutes(2));
    assert_eq!(says(&house, people.sem, &code).await.unwrap(), Standing::Old);
    for at in [0, 20, 24, 40] {
        let mut wrong = code.clone().into_bytes();
        wrong[at] = if wrong[at] == b'A' { b'B' } else { b'A' };
        let wrong = String::from_utf8(wrong).unwrap();
        let no = says(&house, people.sem, &wrong).await;
        assert!(matches!(no, Err(Error::Missing("check-in"))), "{at}: {no:?}");
    }
    let tess = house.actor(people.trainer).await;
    house.write(&tess, |change| async move { check_in::set(&change, first, false).await }).await.unwrap();
    assert_eq!(says(&house, people.sem, &code).await.unwrap(), Standing::Closed);
    let no = says(&house, people.noor, &code).await;
    assert!(
        matches!(no, Err(Error::Missing("check-in"))),
        "without a key nobody else learns of the meeting: {no:?}"
    );
}

#[tokio::test]
async fn nobody_checks_in_before_the_register_opens() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (session, first, _) = scene(&house, &people).await;
    house.at("2026-04-01T09:45");
    let code = code_of(&house, &people, first).await;
    house.at("2026-04-01T09:44");
    let early = says(&house, people.fenna, &code).await.unwrap();
    assert_eq!(early, Standing::TooEarly(moment("2026-04-01T09:45")));
    let other = session_of(&house, "B", 3).await;
    let other = meetings(&house, other).await[0];
    let tess = house.actor(people.trainer).await;
    let no = house.write(&tess, |change| async move { check_in::set(&change, other, true).await }).await;
    assert!(matches!(no, Err(Error::Missing("meeting"))), "not hers");
    let known = event::Entity::find().filter(event::Column::SubjectId.eq(session.0));
    let kinds: Vec<_> = known.all(&house.db.reader).await.unwrap().into_iter().map(|row| row.kind).collect();
    assert!(kinds.contains(&"check-in-set".to_owned()), "{kinds:?}");
}
