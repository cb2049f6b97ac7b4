//! Call-back requests: due by opening days, counted at once, and never kept.

use entity::{call_back_day, id::*, reading as table};
use olievlek::domain::{
    actor::Actor,
    error::Result,
    people::import::read,
    service::{
        call_back::{self, Count, Day},
        import::Places,
        promise::{Draft, Origin, Promise},
    },
};
use sea_orm::{EntityTrait as _, QueryOrder as _};

use super::{
    promise::{draft, made},
    *,
};

const HEADING: &str = "kenmerk;afdeling;ontvangen;afgehandeld\n";

async fn counted(house: &TestHouse, rows: &str) -> Count {
    let places = Places::read(&house.db.reader).await.unwrap();
    let table = read::read(format!("{HEADING}{rows}").as_bytes()).unwrap();
    call_back::count(&house.policy, &places, &table, house.now()).unwrap()
}

async fn takes(house: &TestHouse, promise: &Promise, days: &[Day]) -> Result<usize> {
    let take = |change: std::sync::Arc<_>| async move { call_back::take_in(&change, promise, days).await };
    house.write(&Actor::operator(), take).await
}

async fn promise(house: &TestHouse) -> Promise {
    made(house, &Draft { origin: Origin::CallBacks, ..draft("N01") }).await
}

/// Met and due of the reading of each period that counts.
async fn readings(house: &TestHouse) -> Vec<(String, i32, i32)> {
    let rows =
        table::Entity::find().order_by_asc(table::Column::BeginsOn).all(&house.db.reader).await.unwrap();
    let now = rows.into_iter().filter(|row| row.replaced_at.is_none());
    now.map(|row| (row.begins_on.to_string(), row.met.unwrap(), row.cases.unwrap())).collect()
}

fn keys(count: &Count) -> Vec<(Option<u64>, &str)> {
    count.refused.iter().map(|remark| (remark.line, &*remark.key)).collect()
}

#[tokio::test]
async fn the_clock_starts_at_the_contact_and_stops_after_two_opening_days() {
    let house = TestHouse::new().await;
    house.named().await;
    house.at("2026-04-20T09:00");
    // Thursday 2 April: before five, and after five; the day after is Good Friday (open here), then Easter.
    let count = counted(
        &house,
        "1;KCC;2026-04-02 16:59;2026-04-07 23:00\n2;KCC;2026-04-02 17:01;2026-04-08 09:00\n3;KCC;2026-04-02 17:01;2026-04-09 09:00\n",
    )
    .await;
    let told: Vec<_> = count.days.iter().map(|day| (day.due_on.to_string(), day.due, day.met)).collect();
    assert_eq!(told, [("2026-04-07".into(), 1, 1), ("2026-04-08".into(), 2, 1)]);
}

#[tokio::test]
async fn open_and_overdue_is_missed_and_what_is_not_due_yet_does_not_count() {
    let house = TestHouse::new().await;
    house.named().await;
    // Monday 2 March, nine o'clock: what is due today can still be met.
    let count = counted(
        &house,
        "1;KCC;2026-02-24 10:00;\n2;Klantcontact;2026-02-26 10:00;\n3;;2026-02-23 10:00;2026-02-25 09:00\n",
    )
    .await;
    assert_eq!(count.to_come, 1);
    let told: Vec<_> =
        count.days.iter().map(|day| (day.due_on.to_string(), day.department.is_some(), day.met)).collect();
    assert_eq!(told, [("2026-02-25".into(), false, 1), ("2026-02-26".into(), true, 0)]);
}

#[tokio::test]
async fn a_row_that_cannot_be_is_refused_by_its_line_and_names_no_request() {
    let house = TestHouse::new().await;
    house.named().await;
    let count = counted(
        &house,
        "geheim-1;Elders;2026-02-24 10:00;\ngeheim-2;KCC;gisteren;\n;KCC;2026-02-24 10:00;\n\
         geheim-3;KCC;2026-02-24 10:00;2026-02-23 10:00\ngeheim-4;KCC;2026-02-24 10:00;\n\
         geheim-4;KCC;2026-02-24 10:00;\ngeheim-5;KCC;2026-03-03 10:00;\n",
    )
    .await;
    assert_eq!(
        keys(&count),
        [
            (Some(2), "department-unknown"),
            (Some(3), "moment-malformed"),
            (Some(4), "no-reference"),
            (Some(5), "handled-too-early"),
            (Some(7), "reference-twice"),
            (Some(8), "in-the-future"),
        ]
    );
    assert!(!format!("{:?}", count.refused).contains("geheim"));
}

#[tokio::test]
async fn a_file_takes_the_place_of_the_days_it_covers_and_the_newest_count_holds() {
    let house = TestHouse::new().await;
    house.named().await;
    let row = promise(&house).await;
    let first = counted(
        &house,
        "1;KCC;2026-01-05 10:00;2026-01-06 10:00\n2;KCC;2026-01-06 10:00;\n3;KCC;2026-02-24 10:00;2026-02-25 10:00\n",
    )
    .await;
    assert_eq!(takes(&house, &row, &first.days).await.unwrap(), 2, "January and February are over");
    assert_eq!(readings(&house).await, [("2026-01-01".into(), 1, 2), ("2026-02-01".into(), 1, 1)]);
    assert_eq!(takes(&house, &row, &first.days).await.unwrap(), 0, "the same again is no other reading");
    // The open one was handled too late, one came late into the system.
    let again = counted(
        &house,
        "2;KCC;2026-01-06 10:00;2026-01-20 10:00\n4;VERG;2026-01-06 11:00;2026-01-07 10:00\n",
    )
    .await;
    assert_eq!(takes(&house, &row, &again.days).await.unwrap(), 1);
    assert_eq!(readings(&house).await, [("2026-01-01".into(), 2, 3), ("2026-02-01".into(), 1, 1)]);
    let rows = call_back_day::Entity::find().all(&house.db.reader).await.unwrap();
    let mut days: Vec<_> = rows.iter().map(|row| (row.due_on.to_string(), row.due, row.met)).collect();
    days.sort();
    assert_eq!(
        days,
        [
            ("2026-01-07".into(), 1, 1),
            ("2026-01-08".into(), 1, 0),
            ("2026-01-08".into(), 1, 1),
            ("2026-02-26".into(), 1, 1),
        ]
    );
}

#[tokio::test]
async fn a_period_that_still_runs_gets_its_reading_when_it_is_over() {
    let house = TestHouse::new().await;
    house.named().await;
    house.at("2026-03-20T09:00");
    let row = promise(&house).await;
    let count = counted(&house, "1;KCC;2026-03-04 10:00;2026-03-05 10:00\n").await;
    assert_eq!(takes(&house, &row, &count.days).await.unwrap(), 0);
    assert!(readings(&house).await.is_empty());
    house.at("2026-04-01T09:00");
    assert_eq!(takes(&house, &row, &count.days).await.unwrap(), 1);
    assert_eq!(readings(&house).await, [("2026-03-01".into(), 1, 1)]);
}

#[tokio::test]
async fn only_who_measures_counts_and_only_for_a_promise_that_is_counted_so() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let row = promise(&house).await;
    let other = made(&house, &draft("N02")).await;
    let days = &counted(&house, "1;KCC;2026-01-05 10:00;2026-01-06 10:00\n").await.days;
    let fenna = house.actor(people.fenna).await;
    let promise = &row;
    let take = |change: std::sync::Arc<_>| async move { call_back::take_in(&change, promise, days).await };
    assert_eq!(refused(house.write(&fenna, take).await), "forbidden");
    assert_eq!(refused(takes(&house, &other, days).await), "not now");
    assert_eq!(wrong(takes(&house, &row, &[]).await), [("file", "no-call-backs")]);
    let wild = Day { department: None::<DepartmentId>, due_on: day("2026-01-05"), due: 1, met: 2 };
    assert_eq!(wrong(takes(&house, &row, &[wild]).await), [("file", "no-call-backs")]);
}
