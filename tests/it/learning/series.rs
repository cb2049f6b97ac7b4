//! Planning a session again.

use chrono::NaiveDate;
use olievlek::domain::{
    learning::series::{self, Pattern},
    working_day::HolidayName,
};

use super::*;

fn weekly(first: (i32, u32, u32), times: u32) -> Pattern {
    Pattern {
        first: NaiveDate::from_ymd_opt(first.0, first.1, first.2).expect("a day"),
        every: 1,
        times,
        trainers: true,
        open: true,
        clash_reason: None,
    }
}

async fn again(house: &TestHouse, session: SessionId, pattern: &Pattern) -> Result<Vec<SessionId>> {
    house
        .write(&Actor::operator(), |change| async move { series::plan(&change, session, pattern).await })
        .await
}

#[tokio::test]
async fn a_series_keeps_its_hours_over_the_change_of_the_clock_and_takes_its_deadlines_along() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut wanted = plan(workshop(&house, "A").await, "2026-03-11T10:00", Some(7));
    wanted.meetings.push(meeting(moment("2026-03-18T10:00"), 60));
    wanted.withdraw_until = Some(moment("2026-03-09T12:00"));
    wanted.trainers = vec![people.trainer];
    let session = plan_session(&house, wanted).await.unwrap();
    let planned = again(&house, session, &Pattern { every: 2, ..weekly((2026, 3, 26), 2) }).await.unwrap();
    let mut starts = Vec::new();
    for id in planned {
        let details = sessions::details(&house.db.reader, id, house.now()).await.unwrap();
        assert_eq!((details.session.capacity, details.trainers.len()), (Some(7), 1));
        starts.push((
            details.session.starts_at,
            details.meetings[1].starts_at,
            details.session.withdraw_until,
        ));
    }
    let expected = [
        ("2026-03-26T10:00", "2026-04-02T10:00", "2026-03-24T12:00"),
        ("2026-04-09T10:00", "2026-04-16T10:00", "2026-04-07T12:00"),
    ]
    .map(|(first, second, until)| (moment(first), moment(second), Some(moment(until))));
    assert_eq!(starts, expected);
}

#[tokio::test]
async fn a_series_that_puts_its_trainer_in_two_places_is_refused_as_a_whole() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut wanted = plan(workshop(&house, "A").await, "2026-03-11T10:00", Some(7));
    wanted.meetings.push(meeting(moment("2026-03-18T10:00"), 60));
    wanted.trainers = vec![people.trainer];
    let session = plan_session(&house, wanted).await.unwrap();
    assert_eq!(refusal(again(&house, session, &weekly((2026, 3, 26), 2)).await).code(), "trainer-busy");
    let all = agenda_of(&house).await;
    assert_eq!(all, 1, "none of them was planned");
}

async fn agenda_of(house: &TestHouse) -> u64 {
    use olievlek::domain::learning::agenda::{Filter, count};
    count(&house.db.reader, &Filter::default(), house.now()).await.expect("a count")
}

#[tokio::test]
async fn a_copy_that_falls_on_a_holiday_is_passed_over_and_named() {
    let house = TestHouse::new().await;
    let session = session_of(&house, "A", 7).await;
    // Monday 30 March, Easter Monday 6 April, Monday 13 April.
    let pattern = weekly((2026, 3, 30), 3);
    let details = sessions::details(&house.db.reader, session, house.now()).await.unwrap();
    let runs = series::runs(&details, &pattern, &house.policy, house.now()).unwrap();
    let closed: Vec<_> = runs.iter().map(|run| run.closed.map(HolidayName::key)).collect();
    assert_eq!(closed, [None, Some("holiday-easter-monday"), None]);
    assert_eq!(again(&house, session, &pattern).await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_series_in_the_past_or_without_end_is_refused() {
    let house = TestHouse::new().await;
    let session = session_of(&house, "A", 7).await;
    for pattern in [weekly((2026, 3, 1), 1), weekly((2026, 4, 1), 53), weekly((2026, 4, 1), 0)] {
        assert!(matches!(again(&house, session, &pattern).await, Err(Error::Invalid(_))));
    }
}

#[tokio::test]
async fn the_preview_of_a_series_names_the_trainer_and_the_room_that_are_needed_elsewhere() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut wanted = plan(workshop(&house, "A").await, "2026-03-11T10:00", Some(7));
    wanted.trainers = vec![people.trainer];
    let session = plan_session(&house, wanted).await.unwrap();
    let mut other = plan(workshop(&house, "B").await, "2026-03-25T10:30", Some(7));
    other.trainers = vec![people.trainer];
    plan_session(&house, other).await.unwrap();
    let details = sessions::details(&house.db.reader, session, house.now()).await.unwrap();
    let runs = series::runs(&details, &weekly((2026, 3, 18), 2), &house.policy, house.now()).unwrap();
    let found = series::in_the_way(&house.db.reader, &runs).await.unwrap();
    let counts: Vec<_> = found.iter().map(|one| (one.trainers.len(), one.rooms.len())).collect();
    assert_eq!(counts, [(0, 0), (1, 1)]);
    assert_eq!(
        (found[1].trainers[0].person_id, found[1].trainers[0].title.as_str()),
        (people.trainer, "Workshop B")
    );
}
