//! Who reads a letter.

use entity::person;
use sea_orm::{ActiveModelTrait as _, Set};

use super::*;

async fn without_address(house: &TestHouse, id: PersonId, manager: Option<PersonId>) {
    let row =
        person::ActiveModel { id: Set(id), email: Set(None), manager_id: Set(manager), ..Default::default() };
    row.update(&house.db.writer).await.expect("a person");
}

async fn placed(house: &TestHouse, person: PersonId) -> Vec<letter::Model> {
    let session = session_of(house, "A", 1).await;
    enrol(house, session, person).await.expect("a place");
    mail(house).await;
    copies(house).await
}

#[tokio::test]
async fn the_letters_of_who_has_no_address_go_to_the_manager_and_say_whose_they_are() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    without_address(&house, people.daan, Some(people.manager)).await;
    let letters = placed(&house, people.daan).await;
    assert_eq!(letters[0].address, "ruben.kok@gemeente.example");
    assert!(
        letters[0].text.starts_with("Dag Ruben Kok,\n\nDeze mail is voor Daan van der Velde."),
        "{}",
        letters[0].text
    );
    assert_eq!(letters[0].calendar, None, "not in the calendar of the manager");
}

#[tokio::test]
async fn without_a_manager_the_head_of_the_department_reads() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    without_address(&house, people.sem, None).await;
    assert_eq!(placed(&house, people.sem).await[0].address, "hanna.smit@gemeente.example");
}

#[tokio::test]
async fn a_letter_that_nobody_can_get_by_mail_stays_to_be_given_by_hand_and_does_not_linger() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    without_address(&house, people.daan, None).await;
    let letters = placed(&house, people.daan).await;
    assert_eq!((letters.len(), letters[0].address.as_str()), (1, ""));
    assert!(letters[0].text.starts_with("Dag Daan van der Velde,\n\nWat leuk"), "{}", letters[0].text);
    assert_eq!(letters[0].calendar, None);
    assert!(waiting(&house).await.is_empty() && failed(&house).await.is_empty());
}

#[tokio::test]
async fn a_name_with_signs_of_the_format_stays_a_name() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let given = "Eve\r\nBcc: spion@elders.example\u{0}\"";
    let row = person::ActiveModel {
        id: Set(people.fenna),
        given_name: Set(given.replace('\0', "\u{7}")),
        ..Default::default()
    };
    row.update(&house.db.writer).await.unwrap();
    let session = session_of(&house, "A", 1).await;
    enrol(&house, session, people.fenna).await.unwrap();
    let raw = mail(&house).await;
    assert_eq!(raw.len(), 1);
    assert!(!raw[0].contains("\r\nBcc:"), "{}", raw[0]);
}
