//! Every letter, in both languages.

use olievlek::{
    domain::{actor::Actor, people::sign_in, task::Letter},
    mail::transport::folder::Folder,
};

use super::*;

/// Everything that causes a letter, once; afterwards all of them have left. Multi-part, with a trainer.
async fn all_letters(
    house: &TestHouse,
    language: &str,
    transport: impl Fn() -> Transport,
) -> Vec<letter::Model> {
    let people = house.named().await;
    for person in [people.fenna, people.sem, people.noor, people.trainer] {
        speak(house, person, language).await;
    }
    let mut wanted = plan(workshop(house, "W").await, "2026-04-01T10:00", Some(1));
    wanted.meetings.push(crate::learning::meeting(crate::house::moment("2026-04-08T10:00"), 120));
    wanted.meetings[1].link = Some("https://meet.example/abc".into());
    wanted.trainers = vec![people.trainer];
    let session = plan_session(house, wanted.clone()).await.expect("a session");
    let fenna = enrol(house, session, people.fenna).await.expect("a place");
    enrol(house, session, people.sem).await.expect("a wait");
    enrol(house, session, people.noor).await.expect("a wait");
    let deliver = || async { worker(house, transport()).drain().await.expect("the queue") };
    deliver().await;
    invited(house, people.manager, session, language).await;
    deliver().await;
    give_back(house, &fenna).await.expect("a withdrawal");
    deliver().await;
    let actor = &Actor::employee(people.fenna);
    house
        .write(actor, |change| async move {
            sign_in::ask_link(&change, "fenna.de.boer@gemeente.example", None).await
        })
        .await
        .expect("a link");
    deliver().await;
    house.at("2026-03-31T10:00");
    olievlek::job::schedule::all(house).await;
    wanted.trainers = vec![];
    let wanted = &wanted;
    house
        .write(&Actor::operator(), |change| async move {
            olievlek::domain::learning::session::change(&change, session, wanted).await
        })
        .await
        .expect("a change");
    deliver().await;
    copies(house).await
}

async fn invited(house: &TestHouse, by: PersonId, session: SessionId, language: &str) {
    let guest = crate::learning::guest::kim(session);
    let guest = crate::learning::guest::invite(house, by, &guest).await.expect("an invitation");
    speak(house, guest.person_id, language).await;
}

async fn speak(house: &TestHouse, person: PersonId, language: &str) {
    use sea_orm::{ActiveModelTrait as _, Set};
    let row = entity::person::ActiveModel {
        id: Set(person),
        language: Set(Some(language.into())),
        ..Default::default()
    };
    row.update(&house.db.writer).await.expect("a language");
}

const SUBJECTS: [(&str, &str, &str); 8] = [
    (
        "confirmed",
        "Je hebt een plek: Workshop W (bijeenkomst 1 van 2)",
        "You have a place: Workshop W (meeting 1 of 2)",
    ),
    ("waiting", "Je staat op de wachtlijst: Workshop W", "You are on the waiting list: Workshop W"),
    ("offer", "Er is een plek vrij voor jou: Workshop W", "There is a place for you: Workshop W"),
    (
        "moved-up",
        "Je kunt toch mee: Workshop W (bijeenkomst 1 van 2)",
        "You can join after all: Workshop W (meeting 1 of 2)",
    ),
    (
        "withdrawn",
        "Je inschrijving is gestopt: Workshop W (bijeenkomst 1 van 2)",
        "Your enrolment has ended: Workshop W (meeting 1 of 2)",
    ),
    ("guest-invited", "Uitnodiging: Workshop W", "Invitation: Workshop W"),
    ("sign-in", "Inloggen bij Gemeente Waterlanden", "Sign in at Gemeente Waterlanden"),
    (
        "trainer-invited",
        "Jij geeft deze workshop: Workshop W (bijeenkomst 1 van 2)",
        "You give this workshop: Workshop W (meeting 1 of 2)",
    ),
];

#[tokio::test]
async fn every_letter_says_what_it_is_about_in_the_language_of_its_reader() {
    for (index, language) in ["nl", "en"].into_iter().enumerate() {
        let house = TestHouse::new().await;
        let letters = all_letters(&house, language, || Transport::Memory(Memory::default())).await;
        assert!(letters.iter().any(|letter| letter.kind == "trainer-released"));
        for (kind, dutch, english) in SUBJECTS {
            let letter = letters
                .iter()
                .find(|letter| letter.kind == kind)
                .unwrap_or_else(|| panic!("a letter {kind}"));
            assert_eq!(letter.subject, [dutch, english][index]);
        }
        for letter in letters.iter().filter(|letter| letter.kind != "sign-in") {
            let when = ["woensdag 1 april, 10.00–12.00 uur", "Wednesday 1 April, 10:00–12:00"][index];
            for text in [&letter.text, &letter.html] {
                assert!(text.contains(when), "{}: when\n{text}", letter.kind);
                assert!(text.contains("Stadhuis, zaal 2.14"), "{}: where", letter.kind);
                assert!(text.contains("https://leren.gemeente.example/"), "{}: where to go", letter.kind);
                // The link is for who has the place, not for who waits (as the guest here), may have it or had it.
                let outside =
                    ["waiting", "offer", "withdrawn", "declined", "guest-invited", "trainer-released"];
                let inside = !outside.contains(&letter.kind.as_str());
                assert_eq!(text.contains("https://meet.example/abc"), inside, "{}: online", letter.kind);
            }
        }
        for letter in &letters {
            let all = format!("{} {} {}", letter.subject, letter.text, letter.html);
            assert!(!all.contains('⟦') && !all.contains("{{") && !all.contains("None"), "{all}");
            assert!(!letter.text.contains('<') && !letter.text.contains("\n\n\n"), "{}", letter.text);
            assert_eq!(letter.html.matches("<h1>").count(), 1);
        }
    }
}

#[tokio::test]
async fn a_reminder_comes_two_working_days_before_at_nine() {
    let house = TestHouse::new().await;
    one_letter(&house).await;
    mail(&house).await;
    // Wednesday 1 April: two working days before is Monday 30 March.
    house.at("2026-03-30T08:59");
    assert_eq!(mail(&house).await.len(), 0);
    house.at("2026-03-30T09:00");
    assert_eq!(mail(&house).await.len(), 1);
    let last = copies(&house).await.pop().expect("a letter");
    assert_eq!((last.kind.as_str(), last.subject.as_str()), ("reminder", "Tot woensdag 1 april: Workshop A"));
    assert_eq!(last.calendar, None);
}

#[tokio::test]
async fn who_withdraws_is_not_reminded_any_more() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    let place = enrol(&house, session, people.fenna).await.unwrap();
    give_back(&house, &place).await.unwrap();
    mail(&house).await;
    house.at("2026-03-30T09:00");
    assert_eq!(mail(&house).await.len(), 0);
}

#[tokio::test]
async fn the_secret_of_a_link_is_mailed_and_not_kept() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let secret = "bewaar-dit-niet";
    house
        .write(&Actor::house(), |change| async move {
            change.later(Letter::SignIn { person: people.fenna, secret: secret.into() }).await
        })
        .await
        .unwrap();
    let mailed = mail(&house).await.concat();
    assert!(mailed.contains("/sign-in/link/bewaar-dit-niet"), "{mailed}");
    let kept = copies(&house).await.pop().expect("a copy");
    assert!(!kept.text.contains(secret) && !kept.html.contains(secret));
}

#[tokio::test]
async fn an_offer_that_was_answered_is_not_mailed_any_more() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 1).await;
    let first = enrol(&house, session, people.fenna).await.unwrap();
    let second = enrol(&house, session, people.sem).await.unwrap();
    give_back(&house, &first).await.unwrap();
    crate::learning::say_no(&house, &second).await.unwrap();
    mail(&house).await;
    assert!(copies(&house).await.iter().all(|letter| letter.kind != "offer"));
    assert!(waiting(&house).await.is_empty());
}

#[tokio::test]
async fn letters_to_a_guest_lead_only_where_a_guest_may_go_and_the_link_is_not_kept() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let session = plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(3))).await.unwrap();
    plan_session(&house, plan(workshop, "2026-04-08T10:00", Some(3))).await.unwrap();
    let guest = crate::learning::guest::kim(session);
    crate::learning::guest::invite(&house, people.manager, &guest).await.unwrap();
    let mailed = mail(&house).await.concat();
    assert!(mailed.contains("/sign-in/link/"), "{mailed}");
    let call_off = |change: Arc<_>| async move {
        olievlek::domain::learning::calling_off::call_off(&change, session, None).await
    };
    house.write(&Actor::operator(), call_off).await.unwrap();
    mail(&house).await;

    let letters = copies(&house).await;
    let kinds: std::collections::BTreeSet<_> = letters.iter().map(|letter| letter.kind.as_str()).collect();
    assert_eq!(kinds, ["called-off", "confirmed", "guest-invited"].into());
    for letter in &letters {
        let says = |text: &str| letter.text.contains(text) || letter.html.contains(text);
        assert!(!says("/workshops"), "{}", letter.text);
        if letter.kind == "called-off" {
            assert!(says("https://leren.gemeente.example/places") && !says("/sessions/"), "{}", letter.text);
        }
        if letter.kind == "guest-invited" {
            assert!(says("/sign-in/link/••••••"), "{}", letter.text);
            assert_eq!(letter.calendar, None, "what is shared holds no link");
        }
    }
}

/// For a second reader of iCalendar: `tests/ical/check.py` reads this folder.
#[tokio::test]
async fn every_letter_lands_in_the_folder_for_the_second_reader() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/test-letters");
    for language in ["nl", "en"] {
        let _ = std::fs::remove_dir_all(folder.join(language));
        let house = TestHouse::new().await;
        let letters =
            all_letters(&house, language, || Transport::Folder(Folder(folder.join(language)))).await;
        assert!(
            letters.iter().all(|letter| folder.join(language).join(format!("{}.eml", letter.id)).exists())
        );
    }
}
