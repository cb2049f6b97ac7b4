use chrono::NaiveDate;
use entity::{enrolment::EnrolmentStatus, import::ImportKind::People};
use olievlek::domain::{
    error::{Error, Refusal},
    people::{import::Consent, person, placement},
};
use sea_orm::{ActiveModelTrait as _, Set};

use super::{by_email, counts, load, load_with, some_departments};
use crate::{
    house::TestHouse,
    learning::{assert_reconciled, enrol, session_of, status},
};

const MANY: Consent = Consent { partial: false, many_leave: true };

/// Staff 1 to `count`, without those that `keep` says no to.
fn staff(count: u32, keep: impl Fn(u32) -> bool) -> String {
    let rows = (1..=count).filter(|n| keep(*n)).map(|n| format!("{n};P{n};Naam{n};p{n}@g.example;VERG;\n"));
    "Medewerker;Roepnaam;Achternaam;E-mail;Afdelingscode;Datum uit dienst\n".to_owned()
        + &rows.collect::<String>()
}

#[tokio::test]
async fn staff_that_the_file_no_longer_names_left_yesterday() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    load(&house, People, staff(20, |_| true)).await.unwrap();

    let diff = load(&house, People, staff(20, |n| n > 2)).await.unwrap();

    assert_eq!(counts(&diff), [0, 0, 2, 0, 18, 0]);
    let gone = by_email(&house, "p1@g.example").await;
    assert_eq!(gone.employed_until.unwrap().to_string(), "2026-03-01");
    let today = house.policy.day(house.now());
    assert!(placement::departments(&house.db.reader, gone.id, today).await.unwrap().is_empty());
    assert!(matches!(person::actor(&house.db.reader, gone.id, today).await, Err(Error::Missing(_))));
    assert!(load(&house, People, staff(20, |n| n > 2)).await.unwrap().is_empty());
}

#[tokio::test]
async fn more_than_a_tenth_disappearing_has_to_be_confirmed() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    load(&house, People, staff(20, |_| true)).await.unwrap();
    let file = staff(20, |n| n > 3);

    let refused = load(&house, People, &file).await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::ImportBrake { gone: 3, of: 20 }))));
    assert!(by_email(&house, "p1@g.example").await.employed_until.is_none());

    let diff = load_with(&house, People, &file, MANY).await.unwrap();
    assert_eq!(diff.left.len(), 3);
}

#[tokio::test]
async fn people_from_outside_stay_whatever_the_staff_file_says() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    let trainer = house.external("Tess Vos").await;

    load(&house, People, staff(5, |_| true)).await.unwrap();

    assert!(house.actor(trainer).await.person.is_some());
}

#[tokio::test]
async fn people_from_outside_do_not_make_the_staff_look_larger_to_the_brake() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    load(&house, People, staff(20, |_| true)).await.unwrap();
    for n in 1..=20 {
        house.external(&format!("Gast Nummer{n}")).await;
    }

    let refused = load(&house, People, staff(20, |n| n > 3)).await;

    assert!(matches!(refused, Err(Error::Refused(Refusal::ImportBrake { gone: 3, of: 20 }))));
}

#[tokio::test]
async fn whoever_a_refused_row_names_has_not_left() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    load(&house, People, staff(20, |_| true)).await.unwrap();
    let file = staff(20, |_| true).replace("\n1;P1;Naam1;p1@g.example", "\n1;P1;Naam1;p1@g");

    let diff = load_with(&house, People, file, Consent { partial: true, many_leave: false }).await.unwrap();

    assert_eq!(counts(&diff), [0, 0, 0, 0, 19, 1]);
    assert!(by_email(&house, "p1@g.example").await.employed_until.is_none());
}

#[tokio::test]
async fn a_last_day_in_the_past_is_a_leaver_and_no_refusal() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    load(&house, People, staff(20, |_| true)).await.unwrap();
    let file = staff(20, |_| true).replace("p1@g.example;VERG;", "p1@g.example;VERG;28-02-2026");

    let diff = load(&house, People, &file).await.unwrap();

    assert_eq!(counts(&diff), [0, 0, 1, 0, 19, 0]);
    assert_eq!(by_email(&house, "p1@g.example").await.employed_until.unwrap().to_string(), "2026-02-28");
    assert!(load(&house, People, &file).await.unwrap().is_empty());
}

#[tokio::test]
async fn who_comes_back_works_here_again() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    load(&house, People, staff(20, |_| true)).await.unwrap();
    load(&house, People, staff(20, |n| n > 1)).await.unwrap();

    let diff = load(&house, People, staff(20, |_| true)).await.unwrap();

    assert_eq!(counts(&diff), [0, 1, 0, 0, 19, 0]);
    let back = by_email(&house, "p1@g.example").await;
    let today = house.policy.day(house.now());
    assert_eq!(placement::departments(&house.db.reader, back.id, today).await.unwrap().len(), 1);
}

#[tokio::test]
async fn the_address_of_a_leaver_can_go_to_a_newcomer() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    load(&house, People, staff(20, |_| true)).await.unwrap();
    let file = staff(20, |n| n > 1).replace("p2@g.example", "p1@g.example");

    let diff = load(&house, People, file).await.unwrap();

    assert_eq!(counts(&diff), [0, 1, 1, 0, 18, 0]);
    assert_eq!(by_email(&house, "p1@g.example").await.employee_number.as_deref(), Some("2"));
}

#[tokio::test]
async fn who_leaves_gives_up_future_places_and_the_queue_moves() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    load(&house, People, staff(20, |_| true)).await.unwrap();
    let session = session_of(&house, "W1", 1).await;
    let (first, second) =
        (by_email(&house, "p1@g.example").await.id, by_email(&house, "p2@g.example").await.id);
    let (placed, waiting) =
        (enrol(&house, session, first).await.unwrap(), enrol(&house, session, second).await.unwrap());
    assert_eq!(status(&house, &waiting).await, EnrolmentStatus::Waiting);

    load(&house, People, staff(20, |n| n > 1)).await.unwrap();

    assert_eq!(status(&house, &placed).await, EnrolmentStatus::Withdrawn);
    assert_eq!(status(&house, &waiting).await, EnrolmentStatus::Offered);
    assert_reconciled(&house, session).await;
}

#[tokio::test]
async fn a_last_day_ahead_gives_up_only_what_comes_after_it() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    load(&house, People, staff(20, |_| true)).await.unwrap();
    // On 1 April.
    let session = session_of(&house, "W1", 5).await;
    let (first, second) =
        (by_email(&house, "p1@g.example").await.id, by_email(&house, "p2@g.example").await.id);
    let (before, after) =
        (enrol(&house, session, first).await.unwrap(), enrol(&house, session, second).await.unwrap());
    let file = staff(20, |_| true).replace("p1@g.example;VERG;", "p1@g.example;VERG;31-03-2026");

    let diff = load(&house, People, file.replace("p2@g.example;VERG;", "p2@g.example;VERG;01-04-2026"))
        .await
        .unwrap();

    assert_eq!(counts(&diff), [0, 2, 0, 0, 18, 0]);
    assert_eq!(status(&house, &before).await, EnrolmentStatus::Withdrawn);
    assert_eq!(status(&house, &after).await, EnrolmentStatus::Confirmed);
    assert!(house.actor(first).await.person.is_some());
}

#[tokio::test]
async fn a_last_day_that_was_written_before_the_program_stopped_is_acted_upon_when_the_file_comes_again() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    load(&house, People, staff(20, |_| true)).await.unwrap();
    // On 1 April.
    let session = session_of(&house, "W1", 5).await;
    let somebody = by_email(&house, "p1@g.example").await.id;
    let place = enrol(&house, session, somebody).await.unwrap();
    let day = NaiveDate::from_ymd_opt(2026, 3, 31);
    let written =
        entity::person::ActiveModel { id: Set(somebody), employed_until: Set(day), ..Default::default() };
    written.update(&house.db.writer).await.unwrap();

    let file = staff(20, |_| true).replace("p1@g.example;VERG;", "p1@g.example;VERG;31-03-2026");
    let diff = load(&house, People, file).await.unwrap();

    assert_eq!(counts(&diff), [0, 0, 0, 0, 20, 0]);
    assert_eq!(status(&house, &place).await, EnrolmentStatus::Withdrawn);
}
