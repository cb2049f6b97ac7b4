//! The record: confidential, saved heading by heading, and nothing that was typed is lost.

use chrono::TimeDelta;
use entity::quote::Sharing;
use olievlek::domain::dialogue::conversation::naming;
use poem::http::StatusCode;

use super::*;

/// A conversation of Sem with permits that was held this morning.
async fn held(house: &TestHouse) -> (Named, ConversationId) {
    let people = with_sem(house).await;
    let id = planned(house, people.sem, &[people.permits], "2026-03-02T08:00").await;
    (people, id)
}

#[tokio::test]
async fn only_who_holds_it_and_the_programme_manager_open_the_record() {
    let house = TestHouse::new().await;
    let (people, id) = held(&house).await;
    house.grant(people.noor, entity::role::RoleKind::Facilitator, None).await;
    for nobody in [people.noor, people.head, people.administrator, people.fenna, people.daan] {
        assert!(missing(opens(&house, nobody, id).await));
        assert!(missing(notes(&house, nobody, id, ("Iets", 0)).await));
        assert!(missing(keep(&house, nobody, id, &facts("2026-03-02", 9, vec![]), &[]).await));
    }
    opens(&house, people.sem, id).await.unwrap();
    opens(&house, people.manager, id).await.unwrap();
}

#[tokio::test]
async fn every_reading_is_written_down_once_an_hour_and_both_see_it() {
    let house = TestHouse::new().await;
    let (people, id) = held(&house).await;
    let seen = |record: Record| record.looks.into_iter().filter_map(|look| look.who).collect::<Vec<_>>();
    assert_eq!(seen(opens(&house, people.sem, id).await.unwrap()), ["Sem Bakker"]);
    house.pass(TimeDelta::minutes(5));
    assert_eq!(seen(opens(&house, people.sem, id).await.unwrap()), ["Sem Bakker"]);
    assert_eq!(seen(opens(&house, people.manager, id).await.unwrap()), ["Ruben Kok", "Sem Bakker"]);
    house.pass(TimeDelta::hours(2));
    assert_eq!(seen(opens(&house, people.sem, id).await.unwrap()), ["Sem Bakker", "Ruben Kok", "Sem Bakker"]);
}

#[tokio::test]
async fn who_writes_on_what_somebody_else_changed_hears_it_and_both_texts_stay() {
    let house = TestHouse::new().await;
    let (people, id) = held(&house).await;
    let saved = |version| Noted::Saved { topic: NoteTopic::Needs, version, at: house.now() };
    assert_eq!(notes(&house, people.sem, id, ("Tijd", 0)).await.unwrap(), saved(1));
    assert_eq!(notes(&house, people.sem, id, ("Tijd", 0)).await.unwrap(), saved(1), "sent twice");
    assert_eq!(notes(&house, people.manager, id, ("Tijd en rust", 1)).await.unwrap(), saved(2));
    let overtaken = notes(&house, people.sem, id, ("Tijd en ruimte", 1)).await.unwrap();
    let there = Noted::Overtaken {
        topic: NoteTopic::Needs,
        text: "Tijd en rust".into(),
        version: 2,
        at: house.now(),
    };
    assert_eq!(overtaken, there);
    assert_eq!(notes(&house, people.sem, id, ("Tijd, rust en ruimte", 2)).await.unwrap(), saved(3));
    let record = opens(&house, people.sem, id).await.unwrap();
    assert_eq!(record.notes[0].text, "Tijd, rust en ruimte");
}

/// What Sem sends on what he saw first.
const SENT: [(&str, &str); 10] = [
    ("version", "0"),
    ("heldOn", "2026-03-02"),
    ("participants", "12"),
    ("lasted", "90"),
    ("version-serving", "0"),
    ("note-serving", "Van Sem"),
    ("note-needs", "Nog iets"),
    ("version-needs", "0"),
    ("quote-0", "Dank je wel"),
    ("sharing-0", "inside"),
];

#[tokio::test]
async fn a_whole_record_that_is_overtaken_loses_neither_notes_nor_facts() {
    let house = TestHouse::new().await;
    let (people, id) = held(&house).await;
    let mut sem = house.browser_of(people.sem).await;
    let address = format!("/conversations/{id}/record");
    let seen = sem.get(&address).await;
    assert_eq!(seen.attribute("input[name=version]", "value"), "0");
    keep(&house, people.manager, id, &facts("2026-03-02", 11, vec![]), &[(NoteTopic::Serving, "Van Ruben")])
        .await
        .unwrap();
    let page = sem.post(&address, &SENT).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.text(".notes__there").contains("Van Ruben"), "what stands there");
    assert!(page.text("#note-serving").contains("Van Sem"), "what was typed");
    assert_eq!(page.attribute("#participants", "value"), "12");
    assert_eq!(row(&house, id).await.participants, Some(11), "what stands there stays");
    assert_eq!(opens(&house, people.sem, id).await.unwrap().notes.len(), 2, "the other note was saved");
    // The second time it is meant.
    let version = page.attribute("input[name=version]", "value");
    let again: Vec<_> = SENT
        .iter()
        .map(|(name, value)| match *name {
            "version" => ("version", version.as_str()),
            "version-serving" | "version-needs" => (*name, "1"),
            _ => (*name, *value),
        })
        .collect();
    assert_eq!(sem.post(&address, &again).await.location(), address);
    let record = opens(&house, people.sem, id).await.unwrap();
    assert_eq!((record.row.participants, record.quotes.len()), (Some(12), 1));
    assert!(record.notes.iter().any(|note| note.text == "Van Sem"));
}

#[tokio::test]
async fn a_page_saves_a_note_by_itself_and_never_for_somebody_else() {
    let house = TestHouse::new().await;
    let (people, id) = held(&house).await;
    let mut sem = house.browser_of(people.sem).await;
    let address = format!("/conversations/{id}/notes");
    let who = people.sem.to_string();
    let note = [("topic", "needs"), ("text", "Fenna wil tijd. "), ("version", "0"), ("who", who.as_str())];
    let page = sem.post(&address, &note).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert!(page.body.contains("Opgeslagen 9.00") && page.body.contains("\"Fenna\""), "{}", page.body);
    let other = [("topic", "needs"), ("text", "Anders"), ("version", "0"), ("who", who.as_str())];
    let page = sem.post(&address, &other).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.body.contains("Fenna wil tijd."), "{}", page.body);
    // Ruben signs in on the tablet of Sem.
    let mut ruben = house.browser_of(people.manager).await;
    assert_eq!(ruben.post(&address, &other).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_note_that_names_a_colleague_is_saved_and_told() {
    let house = TestHouse::new().await;
    let people = with_sem(&house).await;
    house.employee("Bloem Zomer", people.counter).await;
    let names = async |text: &str| {
        let team = (&[people.permits][..], day("2026-03-02"));
        naming::names(&house.db.reader, team, &[text]).await.unwrap().remove(0)
    };
    assert_eq!(names("Volgens Fenna kan dat, en Smit ook.").await, ["Fenna", "Smit"]);
    assert_eq!(names("fenna").await, Vec::<String>::new(), "only with a capital");
    // Of another team only by both names: at the beginning of a sentence a flower is a flower.
    assert_eq!(names("Bloem is mooi. Zomer ook.").await, Vec::<String>::new());
    assert_eq!(names("Vraag het Daan van der Velde.").await, ["Daan Velde"]);
    assert_eq!(names("Bloem Zomer weet het.").await, ["Bloem Zomer"]);
    assert_eq!(names("Wij bellen Amsterdam en Den Haag. Noor belt ook.").await, Vec::<String>::new());
    assert_eq!(names("Noor, Velde en Zomer").await, Vec::<String>::new(), "of three people");
}

#[tokio::test]
async fn what_was_noted_goes_after_its_time_and_the_summary_stays() {
    let house = TestHouse::new().await;
    let (people, id) = held(&house).await;
    let quotes = vec![Words { text: "Dank je wel".into(), sharing: Sharing::Public }];
    let facts = facts("2026-03-02", 9, quotes);
    keep(&house, people.sem, id, &facts, &[(NoteTopic::Serving, "Luisteren")]).await.unwrap();
    release(&house, people.sem, id, "Goed gesprek.").await.unwrap();
    opens(&house, people.sem, id).await.unwrap();
    let tidy = async || {
        let actor = olievlek::domain::actor::Actor::house();
        let tidy =
            |change: std::sync::Arc<_>| async move { olievlek::domain::housekeeping::tidy(&change).await };
        house.write(&actor, tidy).await.expect("tidied");
    };
    house.at("2028-03-01T09:00");
    tidy().await;
    assert!(row(&house, id).await.erased_on.is_none());
    house.at("2028-03-05T09:00");
    tidy().await;
    let record = opens(&house, people.sem, id).await.unwrap();
    assert_eq!(record.row.erased_on, Some(day("2028-03-05")));
    assert!(record.notes.is_empty() && record.quotes.is_empty());
    assert_eq!(record.looks.len(), 1, "only the reading of now");
    assert_eq!((record.row.summary.as_str(), record.row.participants), ("Goed gesprek.", Some(9)));
    assert_eq!(record.values, [CoreValue::Trust]);
    assert!(not_now(notes(&house, people.sem, id, ("Nog iets", 0)).await));
}

#[tokio::test]
async fn what_is_filled_in_makes_sense() {
    let house = TestHouse::new().await;
    let (people, id) = held(&house).await;
    let future = facts("2026-03-03", 0, vec![]);
    assert_eq!(fields(keep(&house, people.sem, id, &future, &[]).await), ["heldOn", "participants"]);
    let unknown = Facts { themes: vec![ThemeId::new()], ..facts("2026-03-02", 9, vec![]) };
    assert_eq!(fields(keep(&house, people.sem, id, &unknown, &[]).await), ["themes"]);
    keep(&house, people.sem, id, &facts("2026-03-02", 9, vec![]), &[]).await.unwrap();
    release(&house, people.sem, id, "Goed gesprek.").await.unwrap();
    let undone = Facts::default();
    assert_eq!(fields(keep(&house, people.sem, id, &undone, &[]).await), ["heldOn"], "it was released");
}

#[tokio::test]
async fn no_event_and_no_kept_answer_holds_what_was_noted() {
    let house = TestHouse::new().await;
    let (people, id) = held(&house).await;
    let mut sem = house.browser_of(people.sem).await;
    let note = [("topic", "needs"), ("text", "kanarie-in-het-log"), ("version", "0"), ("key", "abcdefgh")];
    sem.post(&format!("/conversations/{id}/notes"), &note).await;
    let form = [("version", "0"), ("note-other", "kanarie-in-het-log"), ("key", "abcdefghi")];
    sem.post(&format!("/conversations/{id}/record"), &form).await;
    let events = entity::event::Entity::find().all(&house.db.reader).await.unwrap();
    assert!(events.iter().any(|event| event.kind == "conversation-noted"));
    assert!(events.iter().all(|event| !event.data.to_string().contains("kanarie")));
    let answers = entity::idempotency::Entity::find().all(&house.db.reader).await.unwrap();
    assert!(answers.iter().all(|answer| !answer.body.contains("kanarie")));
}
