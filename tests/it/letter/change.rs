//! A session that is moved and then called off, as the mail clients of its people see it.

use std::fmt::Write as _;

use olievlek::mail::transport::folder::Folder;

use super::*;
use crate::learning::{
    calling_off::call_off,
    reschedule::{as_it_is, move_to, reschedule},
};

const SHOWN: [&str; 5] = ["METHOD", "UID", "SEQUENCE", "STATUS", "DTSTART"];

/// What a calendar goes by, of every entry that was mailed.
async fn history(house: &TestHouse) -> Vec<[String; 5]> {
    let calendars = copies(house).await.into_iter().filter_map(|letter| letter.calendar);
    calendars
        .map(|calendar| {
            let lines = calendar.replace("\r\n ", "");
            SHOWN.map(|name| {
                let found = lines.lines().find_map(|line| line.strip_prefix(&format!("{name}:")));
                found.expect("a value").to_owned()
            })
        })
        .collect()
}

#[tokio::test]
async fn the_number_of_an_entry_rises_from_invitation_to_move_to_calling_off() {
    let folder =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/test-letters/moved-and-called-off");
    let _ = std::fs::remove_dir_all(&folder);
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut wanted = plan(workshop(&house, "W").await, "2026-04-01T10:00", None);
    wanted.trainers = vec![people.trainer];
    let session = plan_session(&house, wanted).await.unwrap();
    enrol(&house, session, people.fenna).await.unwrap();
    let deliver = || async {
        worker(&house, Transport::Folder(Folder(folder.clone()))).drain().await.expect("the queue");
    };
    deliver().await;
    move_to(&house, session, "2026-04-08T10:00").await.unwrap();
    deliver().await;
    assert_eq!(copies(&house).await.len(), 2, "a letter about a move waits for a second thought");
    house.pass(TimeDelta::minutes(3));
    deliver().await;
    call_off(&house, session, Some("De trainer is ziek.")).await.unwrap();
    deliver().await;

    let history = history(&house).await;
    let mut table = String::new();
    for row in &history {
        writeln!(table, "{}", row.join("  ")).unwrap();
    }
    std::fs::write(folder.join("sequence.txt"), &table).unwrap();
    let expected = [
        ("REQUEST", "0", "20260401T080000Z"),
        ("REQUEST", "1", "20260408T080000Z"),
        ("CANCEL", "2", "20260408T080000Z"),
    ];
    for person in [people.fenna, people.trainer] {
        let of_person: Vec<_> = history
            .iter()
            .filter(|row| row[1].starts_with(&person.to_string()))
            .map(|row| (row[0].as_str(), row[2].as_str(), row[4].as_str()))
            .collect();
        assert_eq!(of_person, expected, "{table}");
    }
}

#[tokio::test]
async fn a_letter_about_a_move_shows_old_and_new() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    enrol(&house, session, people.fenna).await.unwrap();
    enrol(&house, session, people.sem).await.unwrap();
    mail(&house).await;
    move_to(&house, session, "2026-04-08T13:00").await.unwrap();
    house.pass(TimeDelta::minutes(3));
    mail(&house).await;
    let told: Vec<_> = copies(&house).await.into_iter().filter(|letter| letter.kind == "changed").collect();
    assert_eq!(told.len(), 2);
    for letter in told {
        for text in [&letter.text, &letter.html] {
            assert!(text.contains("woensdag 1 april, 10.00–12.00 uur"), "{text}");
            assert!(text.contains("woensdag 8 april, 13.00–15.00 uur"), "{text}");
            assert!(!text.contains('⟦'), "{text}");
        }
        assert_eq!(letter.calendar.is_some(), letter.person_id == Some(people.fenna));
    }
}

#[tokio::test]
async fn a_cancelled_meeting_is_taken_out_of_the_calendar() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut two = plan(workshop(&house, "W").await, "2026-04-01T10:00", None);
    two.meetings.push(crate::learning::meeting(crate::house::moment("2026-04-08T10:00"), 120));
    let session = plan_session(&house, two).await.unwrap();
    enrol(&house, session, people.fenna).await.unwrap();
    mail(&house).await;
    let mut wanted = as_it_is(&house, session).await;
    wanted.pop();
    reschedule(&house, session, &wanted).await.unwrap();
    mail(&house).await;
    let last = copies(&house).await.pop().unwrap();
    assert_eq!(last.kind, "cancelled");
    assert!(last.text.contains("woensdag 8 april, 10.00–12.00 uur") && last.text.contains("Gaat niet door"));
    let calendar = last.calendar.expect("an entry");
    assert!(
        calendar.contains("METHOD:CANCEL") && calendar.contains("DTSTART:20260408T080000Z"),
        "{calendar}"
    );
}

#[tokio::test]
async fn the_letter_about_calling_off_names_the_reason_and_the_other_dates() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "W").await;
    let first = plan_session(&house, plan(workshop, "2026-04-01T10:00", None)).await.unwrap();
    let other = plan_session(&house, plan(workshop, "2026-05-06T10:00", None)).await.unwrap();
    enrol(&house, first, people.fenna).await.unwrap();
    mail(&house).await;
    call_off(&house, first, Some("De trainer is ziek.")).await.unwrap();
    mail(&house).await;
    let letter = copies(&house).await.pop().unwrap();
    assert_eq!(letter.subject, "Gaat niet door: Workshop W");
    for text in [&letter.text, &letter.html] {
        assert!(text.contains("De trainer is ziek."), "{text}");
        assert!(text.contains(&format!("/sessions/{other}")) && text.contains("woensdag 6 mei"), "{text}");
        assert!(!text.contains('⟦'), "{text}");
    }
}
