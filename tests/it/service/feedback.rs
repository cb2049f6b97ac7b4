//! What residents think: what is kept of it and what never is, who reads it, and what leads to a person.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use entity::{
    event, feedback as table,
    feedback::{Channel, FeedbackWay},
    id::*,
    idempotency,
    role::RoleKind,
    sign_in_try,
};
use olievlek::domain::{
    actor::Actor,
    error::{Error, Result},
    housekeeping,
    page::Window,
    people::department,
    service::{
        contact_volume,
        feedback::{
            self, Entry, Said, file,
            form::{self, New},
            list::{self, Filter},
            mask::masked,
        },
    },
};
use poem::http::StatusCode;
use sea_orm::{EntityTrait as _, PaginatorTrait as _};

use crate::house::{TestHouse, world::Named};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn said(grade: i32, text: &str) -> Said {
    Said { grade: Some(grade), effort: Some(2), text: text.into() }
}

fn entry(channel: Channel, grade: i32, department: Option<DepartmentId>) -> Entry {
    let said = said(grade, "Prima.");
    Entry { channel, said, department, received_on: day("2026-03-02"), way: FeedbackWay::Colleague }
}

/// A form at the counter, by the programme manager.
pub async fn opened(house: &TestHouse, named: &Named) -> FeedbackFormId {
    let manager = house.actor(named.manager).await;
    let new = &New { name: "Hal".into(), channel: Channel::Counter, department: Some(named.counter) };
    house.write(&manager, |change| async move { form::open(&change, new).await }).await.expect("a form")
}

async fn key(house: &TestHouse, id: FeedbackFormId) -> String {
    form::find(&house.db.reader, id).await.expect("a form").link_key
}

async fn fill_in(house: &TestHouse, key: &str, said: &Said) -> Result<()> {
    house.write(&Actor::nobody(), |change| async move { feedback::fill_in(&change, key, said).await }).await
}

async fn enter(house: &TestHouse, actor: &Actor, entry: &Entry) -> Result<FeedbackId> {
    house.write(actor, |change| async move { feedback::enter(&change, entry).await }).await
}

/// A grade about a department, by the programme manager.
pub async fn entered(house: &TestHouse, named: &Named, about: DepartmentId) {
    let manager = house.actor(named.manager).await;
    enter(house, &manager, &entry(Channel::Counter, 8, Some(about))).await.expect("entered");
}

async fn rows(house: &TestHouse) -> Vec<table::Model> {
    table::Entity::find().all(&house.db.reader).await.expect("rows")
}

#[tokio::test]
async fn what_a_resident_says_is_kept_without_who_where_from_and_when() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let id = opened(&house, &named).await;
    let key = key(&house, id).await;
    let events = || async { event::Entity::find().count(&house.db.reader).await.expect("events") };
    let before = events().await;
    fill_in(&house, &key, &said(8, "Snel geholpen door jan@example.nl, bel 06 1234 5678."))
        .await
        .expect("kept");
    fill_in(&house, &key.to_lowercase(), &Said { effort: Some(1), ..Said::default() }).await.expect("kept");
    let all = rows(&house).await;
    let [one] = all.iter().filter(|row| row.grade.is_some()).collect::<Vec<_>>()[..] else {
        panic!("{all:?}")
    };
    assert_eq!(one.id.0.get_version_num(), 4, "a key that tells no time");
    assert_eq!(one.text.as_deref(), Some("Snel geholpen door […], bel […]."));
    assert_eq!((one.channel, one.department_id), (Channel::Counter, Some(named.counter)));
    assert_eq!((one.received_on, one.way), (day("2026-03-02"), FeedbackWay::Form));
    assert_eq!((all.len(), events().await), (2, before), "and no event");
}

#[tokio::test]
async fn a_form_takes_nothing_empty_nothing_wrong_and_nothing_once_it_is_closed() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let id = opened(&house, &named).await;
    let key = key(&house, id).await;
    let long = Said { text: "é".repeat(1_001), ..Said::default() };
    for wrong in [Said::default(), said(0, ""), said(11, ""), long] {
        assert!(matches!(fill_in(&house, &key, &wrong).await, Err(Error::Invalid(_))), "{wrong:?}");
    }
    assert!(matches!(fill_in(&house, "AAAA2222", &said(8, "")).await, Err(Error::Missing(_))));
    let fenna = house.actor(named.fenna).await;
    let close = |change: Arc<_>| async move { form::close(&change, id).await };
    assert!(matches!(house.write(&fenna, close).await, Err(Error::Forbidden)));
    house.write(&house.actor(named.manager).await, close).await.expect("closed");
    assert!(matches!(fill_in(&house, &key, &said(8, "")).await, Err(Error::Missing(_))));
    assert!(rows(&house).await.is_empty());
}

#[test]
fn what_leads_to_a_person_is_left_out_and_what_does_not_stays() {
    for (text, kept) in [
        ("mail naar jan.de-vries@example.nl.", "mail naar […]."),
        ("(jan@example.nl)", "[…])"),
        ("bel 06-12345678 of +31 (0)20 123 45 67!", "bel […] of […]!"),
        ("bel 0201234567", "bel […]"),
        ("mijn bsn is 123456782", "mijn bsn is […]"),
        ("BSN 1234.56.782 en zaak Z2026-00012345", "BSN […] en zaak Z[…]"),
        ("NL91 ABNA 0417 1643 00 graag terug", "[…] graag terug"),
        ("nl91abna0417164300", "[…]"),
        ("DE89 3704 0044 0532 0130 00", "[…]"),
        ("op 12-03-2026 om 10.30 uur kreeg ik een 8", "op 12-03-2026 om 10.30 uur kreeg ik een 8"),
        ("€ 1.250,50 voor 2 paspoorten in 2026", "€ 1.250,50 voor 2 paspoorten in 2026"),
        ("zo'n 10 minuten wachten @ de balie", "zo'n 10 minuten wachten @ de balie"),
        ("artikel NL12 van de wet", "artikel NL12 van de wet"),
        ("🙂 prima", "🙂 prima"),
    ] {
        assert_eq!(masked(text), kept, "{text}");
        assert_eq!(masked(kept), kept, "a second time changes nothing");
    }
}

#[tokio::test]
async fn who_measures_enters_and_reads_and_nobody_else() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    house.grant(named.noor, RoleKind::QualityOfficer, None).await;
    for role in [named.noor, named.manager, named.administrator] {
        let one = entry(Channel::Telephone, 7, Some(named.permits));
        enter(&house, &house.actor(role).await, &one).await.expect("entered");
    }
    for nobody in [named.fenna, named.head, named.trainer] {
        let actor = house.actor(nobody).await;
        let refused = enter(&house, &actor, &entry(Channel::Telephone, 7, None)).await;
        assert!(matches!(refused, Err(Error::Forbidden)), "{nobody}");
        let read = list::texts(&house.db.reader, &actor, &Filter::default(), &Window::default()).await;
        assert!(matches!(read, Err(Error::Forbidden)), "{nobody}");
    }
    let noor = house.actor(named.noor).await;
    for (received_on, wrong) in
        [(day("2026-03-03"), true), (day("2025-01-01"), true), (day("2025-12-01"), false)]
    {
        let one = Entry { received_on, ..entry(Channel::Post, 6, None) };
        assert_eq!(enter(&house, &noor, &one).await.is_err(), wrong, "{received_on}");
    }
    let nowhere = entry(Channel::Post, 6, Some(DepartmentId::new()));
    assert!(matches!(enter(&house, &noor, &nowhere).await, Err(Error::Invalid(_))), "no such department");
    let only = Filter { channel: Some(Channel::Telephone), ..Filter::default() };
    let page = list::texts(&house.db.reader, &noor, &only, &Window::default()).await.expect("texts");
    assert_eq!((page.items.len(), list::count(&house.db.reader, &only).await.expect("a count")), (3, 3));
    let received = list::received(&house.db.reader, &Filter::default()).await.expect("counts");
    let of = |channel| received.iter().find(|(one, _)| *one == channel).map(|(_, count)| *count);
    assert_eq!((of(Channel::Telephone), of(Channel::Post), of(Channel::Chat)), (Some(3), Some(1), Some(0)));
    let (from, until) = (day("2026-03-01"), day("2026-03-31"));
    let grades = feedback::grades(&house.db.reader, from, until).await.expect("grades");
    assert_eq!(grades.iter().map(|(.., grade)| *grade).collect::<Vec<_>>(), [7, 7, 7]);
    assert!(grades.is_sorted_by_key(|(id, ..)| *id), "in no order of time");
}

#[tokio::test]
async fn a_head_reads_what_is_about_the_own_departments_from_five_texts_on() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let (head, manager) = (house.actor(named.head).await, house.actor(named.manager).await);
    let seen = || async { list::of_head(&house.db.reader, &head, &Window::default()).await.expect("texts") };
    for _ in 0..4 {
        enter(&house, &manager, &entry(Channel::Counter, 8, Some(named.permits))).await.expect("entered");
    }
    enter(&house, &manager, &entry(Channel::Counter, 8, Some(named.counter))).await.expect("elsewhere");
    let bare = Entry {
        said: Said { text: String::new(), ..said(9, "") },
        ..entry(Channel::Counter, 9, Some(named.permits))
    };
    enter(&house, &manager, &bare).await.expect("without words");
    assert!(seen().await.is_none(), "four texts");
    enter(&house, &manager, &entry(Channel::Counter, 8, Some(named.permits))).await.expect("entered");
    let (page, total) = seen().await.expect("five texts");
    assert_eq!((page.items.len(), total), (5, 5));
    assert!(page.items.iter().all(|line| line.department == Some(named.permits)));
    let fenna = house.actor(named.fenna).await;
    let refused = list::of_head(&house.db.reader, &fenna, &Window::default()).await;
    assert!(matches!(refused, Err(Error::Forbidden)));
}

#[tokio::test]
async fn a_file_is_shown_before_it_is_taken_over_with_the_rows_that_are_refused() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let tree = department::tree(&house.db.reader).await.expect("the tree");
    let bytes = "kanaal;cijfer;moeite;tekst;afdeling;datum\n\
        Balie;8;1;Fijn, bel 0612345678;VERG;2026-02-20\n\
        telefoon;;;Lang wachten;Klantcontact;20-02-2026\n\
        duif;8;;;;2026-02-20\n\
        chat;acht;;;;2026-02-20\n\
        chat;12;;;;2026-02-20\n\
        chat;;;;;2026-02-20\n\
        chat;7;;;Onbekend;2026-02-20\n\
        chat;7;;;;2026-04-01\n\
        chat;7;;;;gisteren\n";
    let read = file::read(bytes.as_bytes(), &tree, day("2026-03-02")).expect("a file");
    assert_eq!(read.entries.len(), 2);
    assert_eq!(read.entries[0].said.text, "Fijn, bel […]", "already in the preview");
    assert_eq!(
        (read.entries[0].department, read.entries[1].channel),
        (Some(named.permits), Channel::Telephone)
    );
    let refused: Vec<_> = read.refused.iter().map(|row| (row.line, row.problems[0].name)).collect();
    assert_eq!(
        refused,
        [
            (4, "channel"),
            (5, "grade"),
            (6, "grade"),
            (7, "grade"),
            (8, "department"),
            (9, "receivedOn"),
            (10, "receivedOn")
        ]
    );
    assert!(file::read(b"cijfer;datum\n8;2026-02-20\n", &tree, day("2026-03-02")).is_err(), "no channel");
}

#[tokio::test]
async fn who_measures_takes_a_file_over() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let tree = department::tree(&house.db.reader).await.expect("the tree");
    let bytes = b"channel,grade,date\nchat,8,2026-02-20\npost,5,2026-02-21\n";
    let entries = &file::read(bytes, &tree, day("2026-03-02")).expect("a file").entries;
    assert!(rows(&house).await.is_empty(), "nothing is kept before");
    let load = |change: Arc<_>| async move { file::load(&change, entries, false).await };
    let fenna = house.actor(named.fenna).await;
    assert!(matches!(house.write(&fenna, load).await, Err(Error::Forbidden)));
    let manager = house.actor(named.manager).await;
    assert_eq!(house.write(&manager, load).await.expect("loaded"), 2);
    assert!(rows(&house).await.iter().all(|row| row.way == FeedbackWay::File));
    let once_more = house.write(&manager, load).await.expect_err("it stands there");
    assert!(matches!(once_more, Error::Invalid(problems) if problems[0].key == "file-known"));
    let longer = b"channel,grade,date\nchat,8,2026-02-20\nchat,8,2026-02-20\npost,5,2026-02-21\n";
    let entries = &file::read(longer, &tree, day("2026-03-02")).expect("a file").entries;
    let load = |again| move |change: Arc<_>| async move { file::load(&change, entries, again).await };
    assert_eq!(house.write(&manager, load(false)).await.expect("loaded"), 1, "a second grade of that day");
    assert_eq!(house.write(&manager, load(true)).await.expect("loaded"), 3, "when that is asked for");
}

#[tokio::test]
async fn a_resident_fills_it_in_on_a_page_and_the_house_keeps_nothing_beside_it() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let key = key(&house, opened(&house, &named).await).await;
    let link = format!("/feedback/{key}");
    let mut anybody = house.browser();
    let page = anybody.get(&link).await;
    assert_eq!((page.status, page.text("h1").as_str()), (StatusCode::OK, "Hoe hebben wij u geholpen?"));
    assert!(page.text("#text-hint").contains("geen namen of nummers"), "{}", page.text("main"));
    let empty = anybody.post(&link, &[("text", "  ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let sent = anybody.post(&link, &[("grade", "9"), ("text", "Dank")]).await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, format!("{link}?thanks=1").as_str()));
    assert_eq!(anybody.get(&format!("{link}?thanks=1")).await.text("h1"), "Dank u wel");
    assert_eq!(anybody.get("/feedback/AAAA2222").await.status, StatusCode::NOT_FOUND);
    assert_eq!(rows(&house).await.len(), 1);
    let keys = idempotency::Entity::find().count(&house.db.reader).await.expect("keys");
    let tries = sign_in_try::Entity::find().count(&house.db.reader).await.expect("tries");
    assert_eq!((keys, tries), (0, 0), "no key of a press, and no address");
    let mut status = StatusCode::SEE_OTHER;
    for _ in 0..80 {
        status = anybody.post(&link, &[("grade", "1")]).await.status;
    }
    assert_eq!(status, StatusCode::TOO_MANY_REQUESTS, "a machine is stopped");
}

#[tokio::test]
async fn what_residents_said_goes_after_three_years() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let manager = house.actor(named.manager).await;
    enter(&house, &manager, &entry(Channel::Counter, 8, None)).await.expect("entered");
    let tidy = || async {
        let tidy = |change: Arc<_>| async move { housekeeping::tidy(&change).await };
        house.write(&Actor::house(), tidy).await
    };
    house.pass(TimeDelta::days(1_095));
    tidy().await.expect("tidied");
    assert_eq!(rows(&house).await.len(), 1);
    house.pass(TimeDelta::days(1));
    tidy().await.expect("tidied");
    assert!(rows(&house).await.is_empty());
}

#[tokio::test]
async fn of_the_contacts_of_a_month_the_last_number_counts() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let manager = house.actor(named.manager).await;
    let write = |month: NaiveDate, contacts: i32| {
        let (house, manager) = (&house, manager.clone());
        async move {
            let counted = &[(Channel::Counter, contacts), (Channel::Chat, 10)].into();
            let write = |change: Arc<_>| async move { contact_volume::write(&change, month, counted).await };
            house.write(&manager, write).await
        }
    };
    write(day("2026-02-14"), 100).await.expect("written");
    write(day("2026-02-01"), 120).await.expect("written");
    assert!(write(day("2026-04-01"), 1).await.is_err() && write(day("2026-02-01"), -1).await.is_err());
    let (from, until) = (day("2026-01-01"), day("2026-12-31"));
    let mut all = contact_volume::between(&house.db.reader, from, until).await.expect("months");
    all.sort();
    assert_eq!(all, [(Channel::Counter, day("2026-02-01"), 120), (Channel::Chat, day("2026-02-01"), 10)]);
}
