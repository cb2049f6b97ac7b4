//! Moving, adding and cancelling meetings.

use olievlek::domain::{
    learning::reschedule::{self, Wanted},
    task::{Letter, Was},
};

use super::*;

/// The meetings of a session as they are, to be changed.
pub async fn as_it_is(house: &TestHouse, session: SessionId) -> Vec<Wanted> {
    let meetings =
        sessions::details(&house.db.reader, session, house.now()).await.expect("the session").meetings;
    let wanted = |row: &entity::meeting::Model| Wanted {
        id: Some(row.id),
        plan: MeetingPlan {
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            location: row.location.clone(),
            link: row.link.clone(),
        },
    };
    meetings.iter().map(wanted).collect()
}

pub async fn reschedule(house: &TestHouse, session: SessionId, wanted: &[Wanted]) -> Result<()> {
    house
        .write(
            &Actor::operator(),
            |change| async move { reschedule::reschedule(&change, session, wanted).await },
        )
        .await
}

/// Moves the first meeting to this moment.
pub async fn move_to(house: &TestHouse, session: SessionId, start: &str) -> Result<()> {
    let mut wanted = as_it_is(house, session).await;
    wanted[0].plan = meeting(moment(start), 120);
    reschedule(house, session, &wanted).await
}

fn changed(letters: Vec<Letter>) -> Vec<(PersonId, Option<i32>, Vec<Was>)> {
    let changed = |letter| match letter {
        Letter::Changed { person, entry, before, .. } => {
            Some((person, entry.map(|entry| entry.sequence), before))
        }
        _ => None,
    };
    letters.into_iter().filter_map(changed).collect()
}

#[tokio::test]
async fn a_move_tells_who_has_a_place_who_waits_and_who_gives_it_once() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut wanted = plan(workshop(&house, "A").await, "2026-04-01T10:00", Some(1));
    wanted.trainers = vec![people.trainer];
    let session = plan_session(&house, wanted).await.unwrap();
    enrol(&house, session, people.fenna).await.unwrap();
    enrol(&house, session, people.sem).await.unwrap();
    house.letters().await;
    move_to(&house, session, "2026-04-08T10:00").await.unwrap();
    assert_eq!(session_row(&house, session).await.starts_at, moment("2026-04-08T10:00"));
    assert_eq!(session_row(&house, session).await.ends_at, moment("2026-04-08T12:00"));
    let mut told: Vec<_> =
        changed(house.letters().await).into_iter().map(|(person, number, _)| (person, number)).collect();
    told.sort();
    let mut expected = [(people.fenna, Some(1)), (people.sem, None), (people.trainer, Some(1))];
    expected.sort();
    assert_eq!(told, expected);
}

#[tokio::test]
async fn a_second_move_before_the_letter_left_replaces_it_and_moving_back_sends_nothing() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    enrol(&house, session, people.fenna).await.unwrap();
    enrol(&house, session, people.sem).await.unwrap();
    let start = session_row(&house, session).await.starts_at;
    move_to(&house, session, "2026-04-08T10:00").await.unwrap();
    move_to(&house, session, "2026-04-09T10:00").await.unwrap();
    move_to(&house, session, "2026-04-10T10:00").await.unwrap();
    let waiting = tasks(&house).await;
    assert_eq!(waiting.iter().filter(|task| task.contains("\"changed\"")).count(), 2, "{waiting:?}");
    let told = waiting.iter().filter(|task| task.contains("\"changed\""));
    for task in told {
        assert!(
            task.contains(&start.to_rfc3339().replace("+00:00", "Z")),
            "the old time is what they know: {task}"
        );
    }
    move_to(&house, session, "2026-04-01T10:00").await.unwrap();
    assert!(changed(house.letters().await).is_empty());
}

/// What is asked for, without taking it.
async fn tasks(house: &TestHouse) -> Vec<String> {
    use sea_orm::EntityTrait as _;
    let rows = entity::task::Entity::find().all(&house.db.reader).await.expect("the tasks");
    rows.into_iter().map(|row| row.payload.to_string()).collect()
}

#[tokio::test]
async fn reminders_are_planned_again_after_a_move() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    enrol(&house, session, people.fenna).await.unwrap();
    move_to(&house, session, "2026-04-15T10:00").await.unwrap();
    use sea_orm::EntityTrait as _;
    let rows = entity::task::Entity::find().all(&house.db.reader).await.unwrap();
    let due: Vec<_> = rows
        .iter()
        .filter(|row| row.payload.to_string().contains("\"reminder\""))
        .map(|row| row.due_at)
        .collect();
    // Two working days before Wednesday 15 April.
    assert_eq!(due, [moment("2026-04-13T09:00")]);
}

#[tokio::test]
async fn a_deadline_after_the_new_start_a_past_moment_and_no_meeting_at_all_are_refused() {
    let house = TestHouse::new().await;
    let mut wanted = plan(workshop(&house, "A").await, "2026-04-01T10:00", Some(1));
    wanted.withdraw_until = Some(moment("2026-03-25T10:00"));
    let session = plan_session(&house, wanted).await.unwrap();
    let deadline = moment("2026-03-25T10:00");
    assert_eq!(
        refusal(move_to(&house, session, "2026-03-20T10:00").await),
        Refusal::DeadlineAfterStart { deadline }
    );
    let wrong = |result: Result<()>| match result {
        Err(Error::Invalid(fields)) => fields.iter().map(|field| field.key).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(wrong(move_to(&house, session, "2026-03-01T10:00").await), ["in-past"]);
    assert_eq!(wrong(reschedule(&house, session, &[]).await), ["meetings-none"]);
    house.at("2026-04-01T10:30");
    assert_eq!(wrong(move_to(&house, session, "2026-05-01T10:00").await), ["meeting-over"]);
}

#[tokio::test]
async fn one_meeting_is_cancelled_and_another_added() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut two = plan(workshop(&house, "A").await, "2026-04-01T10:00", Some(1));
    two.meetings.push(meeting(moment("2026-04-08T10:00"), 120));
    let session = plan_session(&house, two).await.unwrap();
    enrol(&house, session, people.fenna).await.unwrap();
    house.letters().await;
    let mut wanted = as_it_is(&house, session).await;
    wanted.remove(0);
    wanted.push(Wanted { id: None, plan: meeting(moment("2026-04-15T10:00"), 60) });
    reschedule(&house, session, &wanted).await.unwrap();
    let row = session_row(&house, session).await;
    assert_eq!(row.starts_at, moment("2026-04-08T10:00"));
    assert_eq!(row.ends_at, moment("2026-04-15T11:00"));
    let letters = house.letters().await;
    let said: Vec<_> = letters
        .iter()
        .map(|letter| match letter {
            Letter::Cancelled { entry, .. } => ("cancelled", entry.map(|entry| entry.sequence)),
            Letter::Changed { entry, .. } => ("changed", entry.map(|entry| entry.sequence)),
            other => (other.name(), None),
        })
        .collect();
    assert_eq!(said, [("cancelled", Some(1)), ("changed", Some(0)), ("reminder", None)]);
}

#[tokio::test]
async fn an_offer_never_stands_longer_than_until_the_new_start() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    let first = enrol(&house, session, people.fenna).await.unwrap();
    let second = enrol(&house, session, people.sem).await.unwrap();
    give_back(&house, &first).await.unwrap();
    assert_eq!(status(&house, &second).await, EnrolmentStatus::Offered);
    move_to(&house, session, "2026-03-02T12:00").await.unwrap();
    let row = find(&house.db.reader, second.id).await.unwrap();
    assert_eq!(row.offer_expires_at, Some(moment("2026-03-02T12:00")));
}

#[tokio::test]
async fn a_session_is_not_moved_before_its_draw() {
    let house = TestHouse::new().await;
    let session = session_of(&house, "A", 1).await;
    let deadline = moment("2026-03-20T12:00");
    let set = |change: std::sync::Arc<_>| async move {
        olievlek::domain::learning::draw::set(&change, session, Some(deadline)).await
    };
    house.write(&Actor::operator(), set).await.unwrap();
    let refused = refusal(move_to(&house, session, "2026-03-20T10:00").await);
    assert_eq!(refused, Refusal::DeadlineAfterStart { deadline });
    move_to(&house, session, "2026-03-20T14:00").await.unwrap();
}
