//! Certificates: who gets one, what takes it away, who may have it, and what its number tells.

use std::io::{Cursor, Read as _};

use entity::{certificate as table, enrolment, enrolment::Outcome, id::*};
use olievlek::{
    domain::{
        actor::Actor,
        learning::{
            bundle,
            certificate::{issue, withdraw},
            enrolment as enrolments,
            serial::Serial,
        },
        privacy::{
            erasure::{self, Why},
            report,
        },
    },
    print::Press,
};
use poem::http::StatusCode;
use sea_orm::{EntityTrait as _, QueryOrder as _, sea_query::Expr};

use super::{enrol, plan, plan_session, workshop};
use crate::{
    house::{TestHouse, world::Named},
    letter,
};

/// What closing a register leaves of these places.
async fn come_of(house: &TestHouse, places: &[EnrolmentId], outcome: Outcome) {
    use sea_orm::{ColumnTrait as _, QueryFilter as _};
    enrolment::Entity::update_many()
        .col_expr(enrolment::Column::Outcome, Expr::value(outcome))
        .filter(enrolment::Column::Id.is_in(places.iter().copied()))
        .exec(&house.db.writer)
        .await
        .expect("outcomes");
}

async fn issued(house: &TestHouse, session: SessionId) -> usize {
    house.write(&Actor::house(), |change| async move { issue(&change, session).await }).await.expect("issued")
}

async fn withdrawn(house: &TestHouse, session: SessionId) -> usize {
    let why = Some("verkeerd genoteerd");
    let taken = |change: std::sync::Arc<_>| async move { withdraw(&change, session, why).await };
    house.write(&Actor::operator(), taken).await.expect("withdrawn")
}

async fn rows(house: &TestHouse) -> Vec<table::Model> {
    table::Entity::find().order_by_asc(table::Column::Name).all(&house.db.reader).await.expect("certificates")
}

/// These places were marked wrongly, and their certificates are withdrawn.
pub async fn taken_back(house: &TestHouse, session: SessionId, places: &[EnrolmentId]) {
    come_of(house, places, Outcome::NoShow).await;
    withdrawn(house, session).await;
}

/// These places complete the session; the certificates that there are then.
pub async fn certified(house: &TestHouse, session: SessionId, places: &[EnrolmentId]) -> Vec<table::Model> {
    come_of(house, places, Outcome::Completed).await;
    issued(house, session).await;
    rows(house).await
}

/// A session that Tess gave on 1 April, with Fenna and Sem in it.
async fn scene(house: &TestHouse) -> (Named, SessionId, [EnrolmentId; 2]) {
    let people = house.named().await;
    let mut wanted = plan(workshop(house, "A").await, "2026-04-01T10:00", Some(5));
    wanted.trainers = vec![people.trainer];
    let session = plan_session(house, wanted).await.expect("a session");
    let fenna = enrol(house, session, people.fenna).await.expect("a place").id;
    let sem = enrol(house, session, people.sem).await.expect("a place").id;
    letter::mail(house).await;
    house.at("2026-04-01T13:00");
    (people, session, [fenna, sem])
}

#[tokio::test]
async fn whoever_completed_the_session_gets_one_certificate_and_one_letter() {
    let house = TestHouse::new().await;
    let (people, session, [fenna, sem]) = scene(&house).await;
    assert_eq!(issued(&house, session).await, 0, "nothing is known yet");
    come_of(&house, &[fenna], Outcome::Completed).await;
    come_of(&house, &[sem], Outcome::Incomplete).await;
    assert_eq!((issued(&house, session).await, issued(&house, session).await), (1, 0));
    let rows = rows(&house).await;
    let [row] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!(
        (row.enrolment_id, row.name.as_str(), row.short_name.as_str()),
        (fenna, "Fenna de Boer", "F. de Boer")
    );
    assert_eq!((row.workshop.as_str(), row.minutes), ("Workshop A", 120));
    assert!(row.serial.starts_with("OV-2026-"), "{}", row.serial);
    letter::mail(&house).await;
    let copies = letter::copies(&house).await;
    let told: Vec<_> = copies.iter().filter(|copy| copy.kind == "certified").collect();
    let [told] = told.as_slice() else { panic!("{}", told.len()) };
    assert_eq!(told.person_id, Some(people.fenna));
    assert!(told.text.contains("/certificates"), "{}", told.text);
}

#[tokio::test]
async fn a_correction_takes_the_certificate_away_and_gives_the_same_one_back() {
    let house = TestHouse::new().await;
    let (_, session, places) = scene(&house).await;
    let before = certified(&house, session, &places).await;
    come_of(&house, &places[..1], Outcome::NoShow).await;
    assert_eq!((withdrawn(&house, session).await, withdrawn(&house, session).await), (1, 0));
    let mut anybody = house.browser();
    let fenna = format!("/verify/{}", before[0].serial);
    let page = anybody.get(&fenna).await;
    assert_eq!(page.text("h1"), "Dit bewijs is ingetrokken");
    assert!(!page.body.contains("verkeerd genoteerd"), "why is nobody's business");
    come_of(&house, &places[..1], Outcome::Completed).await;
    assert_eq!(issued(&house, session).await, 1);
    let after = rows(&house).await;
    assert_eq!(after, before, "the paper that somebody holds counts again");
    assert_eq!(anybody.get(&fenna).await.text("h1"), "Dit bewijs is echt");
}

#[tokio::test]
async fn a_place_that_staff_takes_back_afterwards_takes_the_certificate_with_it_and_the_person_hears_so() {
    let house = TestHouse::new().await;
    let (people, session, places) = scene(&house).await;
    let before = certified(&house, session, &places).await;
    letter::mail(&house).await;
    let manager = house.actor(people.manager).await;
    let id = places[0];
    let withdraw = |change: std::sync::Arc<_>| async move {
        enrolments::withdraw(&change, id, Some("stond op de verkeerde lijst")).await
    };
    house.write(&manager, withdraw).await.expect("withdrawn");
    assert_eq!(enrolments::find(&house.db.reader, id).await.expect("the place").outcome, None);
    let after = rows(&house).await;
    assert_eq!((after[0].revoked_at, after[1].revoked_at), (Some(house.now()), None), "of nobody else");
    letter::mail(&house).await;
    let copies = letter::copies(&house).await;
    let told: Vec<_> = copies.iter().filter(|copy| copy.kind == "certificate-revoked").collect();
    let [told] = told.as_slice() else { panic!("{}", told.len()) };
    assert_eq!(told.person_id, Some(people.fenna));
    assert!(told.text.contains("/certificates") && !told.text.contains("verkeerde lijst"), "{}", told.text);
    let mine = house.browser_of(people.fenna).await.get("/certificates").await.text("main");
    assert!(mine.contains("Ingetrokken op woensdag 1 april 2026"), "{mine}");
    assert!(mine.contains("stond op de verkeerde lijst"), "{mine}");
    let shown = house.browser().get(&format!("/verify/{}", before[0].serial)).await;
    assert_eq!(shown.text("h1"), "Dit bewijs is ingetrokken");
}

#[tokio::test]
async fn nobody_hears_that_a_certificate_was_withdrawn_that_counts_again_when_the_letter_leaves() {
    let house = TestHouse::new().await;
    let (_, session, places) = scene(&house).await;
    certified(&house, session, &places).await;
    letter::mail(&house).await;
    come_of(&house, &places[..1], Outcome::NoShow).await;
    assert_eq!(withdrawn(&house, session).await, 1);
    come_of(&house, &places[..1], Outcome::Completed).await;
    issued(&house, session).await;
    letter::mail(&house).await;
    assert!(letter::copies(&house).await.iter().all(|copy| copy.kind != "certificate-revoked"));
}

#[tokio::test]
async fn whoever_has_the_number_sees_that_it_is_genuine_and_of_the_name_only_the_initials() {
    let house = TestHouse::new().await;
    let (_, session, places) = scene(&house).await;
    let serial = certified(&house, session, &places).await[0].serial.clone();
    let mut anybody = house.browser();
    let sloppy = serial.to_lowercase().replace('-', "%20");
    for address in [format!("/verify/{serial}"), format!("/verify?serial={sloppy}")] {
        let page = anybody.get(&address).await;
        assert_eq!(
            (page.status, page.text("h1").as_str()),
            (StatusCode::OK, "Dit bewijs is echt"),
            "{address}"
        );
        assert!(page.body.contains("F. de Boer") && !page.body.contains("Fenna"), "{}", page.text("main"));
        assert!(page.body.contains("Workshop A") && page.body.contains("woensdag 1 april 2026"));
        assert!(page.header("x-robots-tag").contains("noindex"));
        assert_eq!(page.header("cache-control"), "no-store");
    }
    let unknown = anybody.get(&format!("/verify/{}", Serial::fresh(2026))).await;
    assert_eq!((unknown.status, unknown.text("h1").as_str()), (StatusCode::OK, "We kennen dit bewijs niet"));
    let slip = anybody.get(&format!("/verify/{serial}X")).await;
    assert_eq!((slip.status, slip.text("h1").as_str()), (StatusCode::OK, "Dit nummer klopt niet"));
}

#[tokio::test]
async fn whoever_tries_many_numbers_has_to_wait() {
    let house = TestHouse::new().await;
    let mut anybody = house.browser();
    let mut last = StatusCode::OK;
    for _ in 0..70 {
        last = anybody.get(&format!("/verify/{}", Serial::fresh(2026))).await.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(anybody.get("/verify").await.status, StatusCode::OK, "the question itself is free");
}

#[tokio::test]
async fn a_certificate_is_for_whose_it_is_for_planners_and_for_who_gave_the_date() {
    let house = TestHouse::new().await;
    let (people, session, places) = scene(&house).await;
    let rows = certified(&house, session, &places).await;
    let address = format!("/certificates/{}/certificate.pdf", rows[0].id);
    let given = format!("/desk{address}");
    for (person, address, may) in [
        (people.fenna, &address, true),
        (people.fenna, &given, false),
        (people.trainer, &given, true),
        (people.trainer, &address, false),
        (people.manager, &given, true),
        (people.sem, &address, false),
        (people.noor, &given, false),
    ] {
        let page = house.browser_of(person).await.get(address).await;
        let wanted = if !may {
            StatusCode::NOT_FOUND
        } else if Press::BUILT_IN {
            StatusCode::OK
        } else {
            StatusCode::NOT_IMPLEMENTED
        };
        assert_eq!(page.status, wanted, "{person}");
    }
    let mine = house.browser_of(people.fenna).await.get("/certificates").await;
    assert_eq!(mine.text("h2"), "1 bewijs van deelname");
    assert_eq!(mine.attribute("ul.list a.button", "href"), address);
}

#[tokio::test]
async fn erasing_somebody_takes_their_certificate_and_their_name_as_a_trainer() {
    let house = TestHouse::new().await;
    let (people, session, places) = scene(&house).await;
    let rows_before = certified(&house, session, &places).await;
    assert!(rows_before[1].trainers.to_string().contains("Tess Vos"));
    let fenna = Actor::employee(people.fenna);
    let report = house.write(&fenna, |change| async move { report::make(&change, people.fenna).await });
    let held = report
        .await
        .expect("a report")
        .holdings
        .into_iter()
        .find(|one| one.kind == "certificates")
        .expect("held");
    assert_eq!(held.rows.len(), 1);
    house.leave(people.fenna).await;
    let administrator = house.actor(people.administrator).await;
    house.at("2026-06-01T10:00");
    for person in [people.fenna, people.trainer] {
        let erase =
            |change: std::sync::Arc<_>| async move { erasure::erase(&change, person, Why::Asked).await };
        house.write(&administrator, erase).await.expect("erased");
    }
    let left = rows(&house).await;
    let [sem] = left.as_slice() else { panic!("{left:?}") };
    assert_eq!((sem.name.as_str(), sem.trainers.to_string().as_str()), ("Sem Bakker", "[]"));
    assert_eq!(issued(&house, session).await, 0, "nobody is left without");
    let page = house.browser().get(&format!("/verify/{}", rows_before[0].serial)).await;
    assert_eq!(page.text("h1"), "We kennen dit bewijs niet");
}

#[tokio::test]
async fn all_certificates_of_a_session_come_as_one_file_that_stays_for_a_day() {
    if !Press::BUILT_IN {
        return;
    }
    let house = TestHouse::new().await;
    let (people, session, places) = scene(&house).await;
    let list = format!("/desk/sessions/{session}/certificates");
    let mut tess = house.browser_of(people.trainer).await;
    let none = tess.post(&list, &[("key", "k1")]).await;
    assert_eq!(none.status, StatusCode::CONFLICT, "there is none yet");
    certified(&house, session, &places).await;
    assert_eq!(tess.post(&list, &[("key", "k2")]).await.location(), list);
    let running = tess.get(&list).await;
    assert_eq!(
        (running.header("refresh"), running.text("label").as_str()),
        ("2", "0 van 2 bewijzen zijn geprint")
    );
    letter::mail(&house).await;
    assert!(tess.get(&list).await.text("aside").contains("Het bestand met 2 bewijzen staat klaar."));
    // Whoever gives or plans the session fetches it, at whichever instance.
    for person in [people.trainer, people.manager] {
        let file = house.browser_of(person).await.get(&format!("{list}.zip")).await;
        let mut zip = zip::ZipArchive::new(Cursor::new(file.bytes)).expect("a ZIP");
        assert_eq!(zip.len(), 2);
        let mut first = zip.by_index(0).expect("a file");
        let name = first.name().expect("a name").into_owned();
        assert!(name.starts_with("Fenna de Boer OV-2026-") && name.ends_with(".pdf"), "{name}");
        let mut start = [0; 5];
        first.read_exact(&mut start).expect("content");
        assert_eq!(&start, b"%PDF-");
    }
    let other = house.browser_of(people.sem).await.get(&format!("{list}.zip")).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
    house.at("2026-04-02T13:01");
    let tidy = |change: std::sync::Arc<_>| async move { olievlek::domain::housekeeping::tidy(&change).await };
    house.write(&Actor::house(), tidy).await.expect("tidied");
    let manager = house.actor(people.manager).await;
    assert_eq!(bundle::latest(&house.db.reader, &manager, session).await.expect("a look"), None);
}
