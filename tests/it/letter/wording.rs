//! Texts that the organisation writes itself.

use olievlek::{
    domain::{actor::Actor, wording},
    text::{BadText, Language, Words},
};

use super::*;

async fn write(house: &TestHouse, key: &str, text: Option<&str>) {
    let texts = &[(key.to_owned(), text.map(str::to_owned))];
    house
        .write(&Actor::operator(), |change| async move { wording::write(&change, "nl", texts).await })
        .await
        .expect("a text");
}

async fn subject_for_fenna(house: &TestHouse, session: SessionId, person: PersonId) -> String {
    let place = enrol(house, session, person).await.expect("a place");
    worker(house, Transport::Memory(Memory::default())).drain().await.expect("the queue");
    give_back(house, &place).await.expect("a withdrawal");
    let sent = copies(house).await;
    let last = sent.iter().rfind(|letter| letter.kind == "confirmed").expect("a letter");
    last.subject.clone()
}

#[tokio::test]
async fn a_letter_speaks_in_the_organisations_words_until_it_goes_back_to_ours() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 3).await;
    write(&house, "letter-confirmed-subject", Some("Tot ziens bij {workshop} & meer!")).await;
    assert_eq!(subject_for_fenna(&house, session, people.fenna).await, "Tot ziens bij Workshop A & meer!");
    write(&house, "letter-confirmed-subject", None).await;
    assert_eq!(subject_for_fenna(&house, session, people.fenna).await, "Je hebt een plek: Workshop A");
}

#[test]
fn a_text_must_fill_in_what_ours_fills_in_and_nothing_else() {
    let words = Words::embedded().expect("the words");
    let pattern = words.pattern(Language::Dutch, "letter-waiting-lead").expect("a text that can be written");
    assert_eq!(pattern.text, "{workshop} is nu vol. Je staat op plek {position} van de wachtlijst.");
    assert_eq!(pattern.check("Plek {position} bij {workshop}."), Ok(()));
    assert_eq!(pattern.check("Vol: {workshop}."), Err(BadText::Missing(vec!["{position}".into()])));
    let unknown = pattern.check("{workshop} {position} {name}");
    assert_eq!(unknown, Err(BadText::Unknown(vec!["{name}".into()])));
    assert!(matches!(pattern.check("{workshop} {position} {"), Err(BadText::Unknown(_))));
    assert_eq!(words.pattern(Language::Dutch, "letter-withdrawn-lead"), None, "it differs by how it ended");
}

#[test]
fn every_letter_has_a_name_on_the_page() {
    let words = Words::embedded().expect("the words");
    let folders =
        std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/letter")).expect("the letters");
    let names = folders.filter_map(Result::ok).filter(|one| one.path().is_dir());
    let names: Vec<_> = names.filter_map(|one| one.file_name().into_string().ok()).collect();
    assert!(names.len() > 10);
    for name in names {
        assert!(words.has(Language::Dutch, &format!("letters-kind-{name}")), "{name}");
    }
}
