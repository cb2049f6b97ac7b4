//! Open Klant: internal tasks become numbers by department and day, by the rules of a file.

use entity::{call_back_day, role::RoleKind};
use olievlek::{
    config::{Config, Connected},
    domain::{
        actor::Actor,
        error::{Error, Refusal},
        people::import::read,
        service::{
            call_back,
            import::Places,
            promise::{self, Draft, Every, Origin, Promise, PromiseUnit},
            pull,
            reading::{self, Figure, Given, ReadingWay},
        },
    },
    job::schedule,
    mail::transport::{Transport, memory::Memory},
    outside::{Base, Secret, open_klant::Access},
};
use sea_orm::{ConnectionTrait as _, EntityTrait as _};
use serde_json::{Value, json};
use tracing_subscriber::{EnvFilter, fmt};

use super::{fake::Fake, *};
use crate::{
    house::{browser::Browser, log::Kept, rows::rows, world::Named},
    letter::one_letter,
    service::promise::{draft, find, made},
};

pub const TOKEN: &str = "canary-token-of-open-klant";

/// Units: permits by its code, the counter by its name, and one that the house does not know; and somebody who works there.
pub fn open_klant() -> (Fake, Connected) {
    let fake = Fake::new(TOKEN);
    let unit = |uuid: &str, name: &str, code: &str| {
        json!({
            "uuid": uuid, "url": "http://elsewhere.example/canary-url", "naam": name,
            "soortActor": "organisatorische_eenheid", "indicatieActief": true,
            "actoridentificator": { "objectId": code, "codeObjecttype": "afd", "codeRegister": "obj", "codeSoortObjectId": "idf" },
            "actorIdentificatie": { "omschrijving": "canary-description", "emailadres": "canary@mail.example", "telefoonnummer": "canary-number" }
        })
    };
    let actors = vec![
        unit("u-permits", "VTH", "verg"),
        unit("u-counter", "Klantcontact", "9001"),
        unit("u-other", "Elders", "ELD"),
    ];
    fake.list("actoren", actors);
    let url = Base::read(&format!("{}/klantinteracties/api/v1/", fake.address)).expect("an address");
    let access = Access { url, token: Secret::read(TOKEN).expect("a token") };
    (fake, Connected { open_klant: Some(access), ..Connected::default() })
}

/// A task as Open Klant gives it: with everything that a resident said.
pub fn task(number: u32, actors: &[&str], given: &str, handled: Option<&str>) -> Value {
    let actors: Vec<_> =
        actors.iter().map(|uuid| json!({ "uuid": uuid, "url": "http://canary-url" })).collect();
    json!({
        "uuid": format!("canary-uuid-{number}"),
        "url": format!("http://canary-url/{number}"),
        "nummer": format!("canary-{number}"),
        "referentienummer": format!("canary-{number}"),
        "gevraagdeHandeling": "canary-asked",
        "aanleidinggevendKlantcontact": { "uuid": "canary-contact", "url": "http://canary-contact" },
        "toegewezenAanActor": actors.first(),
        "toegewezenAanActoren": actors,
        "toelichting": "canary-said: bel mij op 06 canary-number",
        "status": if handled.is_some() { "verwerkt" } else { "te_verwerken" },
        "toegewezenOp": given,
        "afgehandeldOp": handled,
    })
}

async fn promise(house: &TestHouse) -> Promise {
    made(house, &Draft { origin: Origin::OpenKlant, ..draft("N01") }).await
}

/// Day, department, due and met; in order.
async fn days(house: &TestHouse) -> Vec<(String, Option<DepartmentId>, i32, i32)> {
    let rows = call_back_day::Entity::find().all(&house.db.reader).await.expect("days");
    let mut days: Vec<_> =
        rows.into_iter().map(|row| (row.due_on.to_string(), row.department_id, row.due, row.met)).collect();
    days.sort();
    days
}

/// A month of tasks, the newest first: of February two in time and one too late, one open and overdue, and one that is not due yet.
fn february() -> Vec<Value> {
    vec![
        task(7, &["u-permits"], "2026-02-27T09:00:00Z", None),
        task(6, &["u-counter"], "2026-02-20T09:00:00+01:00", None),
        task(5, &["m-somebody", "u-counter"], "2026-02-13T16:01:00Z", Some("2026-02-18T20:00:00Z")),
        task(4, &["m-somebody"], "2026-02-10T09:00:00Z", Some("2026-02-16T09:00:00Z")),
        task(3, &["u-other", "u-permits"], "2026-02-10T08:00:00Z", Some("2026-02-12T22:30:00Z")),
        task(2, &["u-other"], "2026-01-29T09:00:00Z", Some("2026-01-29T10:00:00Z")),
        task(1, &["u-permits"], "2026-01-28T09:00:00Z", None),
    ]
}

#[tokio::test]
async fn internal_tasks_are_counted_by_department_and_day_over_all_pages() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let promise = promise(&house).await;
    let (fake, connected) = open_klant();
    fake.list("internetaken", february());
    let pull = pulls(&house, &connected, &promise).await;
    // After five on a Friday counts as Monday, so the second working day after it is Wednesday; number 1 was due in January.
    let expected = [
        ("2026-02-02".to_owned(), None, 1, 1),
        ("2026-02-12".to_owned(), None, 1, 0),
        ("2026-02-12".to_owned(), Some(people.permits), 1, 1),
        ("2026-02-18".to_owned(), Some(people.counter), 1, 1),
        ("2026-02-24".to_owned(), Some(people.counter), 1, 0),
    ];
    assert_eq!(days(&house).await, expected);
    assert_eq!((pull.seen, pull.counted, pull.unknown, pull.to_come, pull.unusable), (7, 5, 2, 1, 0));
    assert_eq!((pull.pulled_at, pull.failure), (Some(house.now()), None));
    let span = (pull.from_day.unwrap().to_string(), pull.until_day.unwrap().to_string());
    assert_eq!(span, ("2026-02-01".to_owned(), "2026-03-01".to_owned()));
    assert_eq!(readings(&house).await, [("2026-02-01".to_owned(), true, "counted", Some(3), Some(5))]);
    let asked = fake.asked();
    let paths: Vec<_> = asked.iter().map(|one| one.path.as_str()).collect();
    assert_eq!(paths[0], "/klantinteracties/api/v1/actoren?soortActor=organisatorische_eenheid&pageSize=500");
    assert_eq!(paths[2], "/klantinteracties/api/v1/internetaken?pageSize=500");
    assert_eq!(paths.len(), 6, "{paths:?}");
    assert!(asked.iter().all(|one| one.header("authorization") == format!("Token {TOKEN}")), "{asked:?}");
    let told = told(&house, "promise-pulled").await;
    assert_eq!(told, [json!({ "source": "open-klant", "seen": 7, "counted": 5, "unusable": 0 })]);
}

#[tokio::test]
async fn the_same_twice_gives_the_same_and_no_other_reading() {
    let house = TestHouse::new().await;
    house.named().await;
    let promise = promise(&house).await;
    let (fake, connected) = open_klant();
    fake.list("internetaken", february());
    pulls(&house, &connected, &promise).await;
    let before = (days(&house).await, readings(&house).await);
    house.pass(chrono::TimeDelta::minutes(5));
    pulls(&house, &connected, &promise).await;
    assert_eq!((days(&house).await, readings(&house).await), before);
}

#[tokio::test]
async fn what_becomes_overdue_counts_as_missed_and_stays_so_when_it_is_done_later() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let promise = promise(&house).await;
    let (fake, connected) = open_klant();
    let open = |handled| vec![task(1, &["u-permits"], "2026-02-27T09:00:00Z", handled)];
    fake.list("internetaken", open(None));
    assert_eq!(pulls(&house, &connected, &promise).await.to_come, 1);
    assert!(days(&house).await.is_empty());
    house.at("2026-03-03T23:59");
    assert_eq!(pulls(&house, &connected, &promise).await.to_come, 1, "until midnight it can still be met");
    house.at("2026-03-04T00:10");
    let missed = [("2026-03-03".to_owned(), Some(people.permits), 1, 0)];
    assert_eq!(pulls(&house, &connected, &promise).await.to_come, 0);
    assert_eq!(days(&house).await, missed);
    house.at("2026-03-06T00:10");
    fake.list("internetaken", open(Some("2026-03-05T09:00:00Z")));
    pulls(&house, &connected, &promise).await;
    assert_eq!(days(&house).await, missed, "too late is too late");
    fake.list("internetaken", open(Some("2026-03-03T22:59:00Z")));
    pulls(&house, &connected, &promise).await;
    assert_eq!(days(&house).await[0].3, 1, "what was put right there is put right here");
}

#[tokio::test]
async fn rows_that_cannot_be_read_spoil_no_others_and_are_told() {
    let house = TestHouse::new().await;
    house.named().await;
    let promise = promise(&house).await;
    let (fake, connected) = open_klant();
    let with = |number, name: &str, value: Value| {
        let mut row = task(number, &["u-permits"], "2026-02-10T09:00:00Z", Some("2026-02-11T09:00:00Z"));
        row[name] = value;
        row
    };
    let mut bare = with(1, "status", json!("verwerkt"));
    bare.as_object_mut()
        .unwrap()
        .retain(|name, _| ["uuid", "status", "toegewezenOp", "afgehandeldOp"].contains(&name.as_str()));
    let mut old = with(2, "toegewezenAanActoren", Value::Null);
    old["toegewezenAanActor"] = json!({ "uuid": "u-permits" });
    fake.list(
        "internetaken",
        vec![
            bare,
            old,
            with(3, "toegewezenOp", json!("gisteren")),
            with(4, "toegewezenOp", json!(20_260_210)),
            with(5, "afgehandeldOp", json!("2026-02-31T09:00:00Z")),
            with(6, "afgehandeldOp", Value::Null),
            with(7, "status", json!("weg")),
            with(8, "uuid", Value::Null),
            with(9, "toegewezenOp", json!("2026-03-05T09:00:00Z")),
            with(10, "afgehandeldOp", json!("2026-02-09T09:00:00Z")),
            json!({}),
        ],
    );
    let pull = pulls(&house, &connected, &promise).await;
    assert_eq!((pull.seen, pull.counted, pull.unknown, pull.unusable), (11, 2, 1, 9));
}

#[tokio::test]
async fn a_task_that_moves_to_the_next_page_while_pages_are_read_counts_once() {
    let house = TestHouse::new().await;
    house.named().await;
    let promise = promise(&house).await;
    let (fake, connected) = open_klant();
    let one = |number| task(number, &["u-permits"], "2026-02-10T09:00:00Z", None);
    fake.list("internetaken", vec![one(3), one(2), one(2), one(1)]);
    assert_eq!(pulls(&house, &connected, &promise).await.seen, 3);
    assert_eq!(days(&house).await[0].2, 3);
}

#[tokio::test]
async fn no_more_pages_are_read_than_can_hold_what_counts_unless_the_order_is_another() {
    let house = TestHouse::new().await;
    house.named().await;
    let promise = promise(&house).await;
    let (fake, connected) = open_klant();
    let on = |number, day: &str| task(number, &["u-permits"], &format!("{day}T09:00:00Z"), None);
    let newest_first = vec![
        on(9, "2026-02-10"),
        on(8, "2026-01-30"),
        on(7, "2025-12-02"),
        on(6, "2025-12-01"),
        on(5, "2025-11-01"),
    ];
    fake.list("internetaken", newest_first);
    assert_eq!(pulls(&house, &connected, &promise).await.counted, 2);
    let pages = |fake: &Fake| fake.asked().iter().filter(|one| one.path.contains("internetaken")).count();
    assert_eq!(pages(&fake), 2, "the second page holds older ones only");
    // Who fills Open Klant from another system may do so in any order.
    let another = vec![
        on(1, "2025-11-01"),
        on(2, "2025-12-01"),
        on(3, "2025-12-02"),
        on(4, "2025-12-03"),
        on(9, "2026-02-10"),
    ];
    fake.list("internetaken", another);
    assert_eq!(pulls(&house, &connected, &promise).await.counted, 1);
    assert_eq!(pages(&fake), 3);
}

#[tokio::test]
async fn nothing_at_all_takes_nothing_away() {
    let house = TestHouse::new().await;
    house.named().await;
    let promise = promise(&house).await;
    let (fake, connected) = open_klant();
    fake.list("internetaken", february());
    pulls(&house, &connected, &promise).await;
    let before = days(&house).await;
    fake.list("internetaken", Vec::new());
    let pull = pulls(&house, &connected, &promise).await;
    assert_eq!((pull.seen, pull.counted, pull.failure), (0, 0, None));
    assert_eq!(days(&house).await, before);
}

#[tokio::test]
async fn what_was_asked_last_counts_whichever_came_in_last() {
    let house = TestHouse::new().await;
    house.named().await;
    let promise = promise(&house).await;
    let (fake, connected) = open_klant();
    fake.list("internetaken", february());
    pulls(&house, &connected, &promise).await;
    let before = (days(&house).await, pulled(&house, &promise).await);
    let old = call_back::Day { department: None, due_on: "2026-02-12".parse().unwrap(), due: 9, met: 9 };
    let found = pull::Found::CallBacks { days: vec![old], to_come: 0 };
    let read = &pull::Read { seen: 9, unusable: 0, found };
    let (id, asked) = (promise.id, house.now() - chrono::TimeDelta::minutes(1));
    let keep = |change: std::sync::Arc<_>| async move { pull::keep(&change, id, read, asked).await };
    house.write(&Actor::house(), keep).await.unwrap();
    assert_eq!((days(&house).await, pulled(&house, &promise).await), before);
}

/// Days of a file, one request in time on each.
fn file(house: &TestHouse, places: &Places, received: &[&str]) -> Vec<call_back::Day> {
    let rows = received.iter().enumerate().map(|(at, day)| format!("f{at};VERG;{day} 10:00;{day} 11:00\n"));
    let text = format!("kenmerk;afdeling;ontvangen;afgehandeld\n{}", rows.collect::<String>());
    let table = read::read(text.as_bytes()).expect("a table");
    call_back::count(&house.policy, places, &table, house.now()).expect("a count").days
}

#[tokio::test]
async fn a_file_fills_the_days_before_and_the_days_of_open_klant_are_never_counted_twice() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.grant(people.daan, RoleKind::QualityOfficer, None).await;
    let by_file = made(&house, &Draft { origin: Origin::CallBacks, ..draft("N01") }).await;
    let places = Places::read(&house.db.reader).await.unwrap();
    let takes = async |promise: &Promise, days: &[call_back::Day]| take_in(&house, promise, days).await;
    // Two months by file, as long as the file is the source.
    let both = file(&house, &places, &["2026-01-05", "2026-02-10"]);
    takes(&by_file, &both).await.expect("counted");
    let actor = &house.actor(people.daan).await;
    let (id, version) = (by_file.id, by_file.version);
    let to = &Draft { origin: Origin::OpenKlant, ..Draft::of(&by_file) };
    house
        .write(actor, |change| async move { promise::rewrite(&change, id, version, to).await })
        .await
        .unwrap();
    let promise = find(&house, "N01").await;
    let (fake, connected) = open_klant();
    fake.list("internetaken", vec![task(1, &["u-permits"], "2026-02-10T09:00:00Z", None)]);
    pulls(&house, &connected, &promise).await;
    let expected = [
        ("2026-01-07".to_owned(), Some(people.permits), 1, 1),
        ("2026-02-12".to_owned(), Some(people.permits), 1, 0),
    ];
    assert_eq!(days(&house).await, expected, "the pull stands in the place of the file, not beside it");
    // What the next pull would replace is refused; what it never touches is taken in.
    match takes(&promise, &both).await {
        Err(Error::Invalid(fields)) => {
            assert_eq!((fields[0].name, fields[0].key), ("file", "days-of-open-klant"));
        }
        other => panic!("{other:?}"),
    }
    takes(&promise, &file(&house, &places, &["2026-01-05", "2026-01-05", "2026-01-28"]))
        .await
        .expect("history");
    pulls(&house, &connected, &promise).await;
    let due: Vec<_> = days(&house).await.into_iter().map(|(day, _, due, met)| (day, due, met)).collect();
    assert_eq!(due, [("2026-01-07".into(), 2, 2), ("2026-01-30".into(), 1, 1), ("2026-02-12".into(), 1, 0)]);
}

async fn take_in(house: &TestHouse, promise: &Promise, days: &[call_back::Day]) -> Result<usize> {
    let take = |change: std::sync::Arc<_>| async move { call_back::take_in(&change, promise, days).await };
    house.write(&Actor::operator(), take).await
}

#[tokio::test]
async fn a_file_with_days_of_open_klant_is_refused_before_anybody_agrees_to_it() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.grant(people.daan, RoleKind::QualityOfficer, None).await;
    promise(&house).await;
    let content = "kenmerk;afdeling;ontvangen;afgehandeld\r\n1;VERG;2026-02-10 10:00;";
    let body = format!(
        "--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\ncontent-type: text/csv\r\n\r\n{content}\r\n--b--\r\n"
    );
    let headers = [("sec-fetch-site", "same-origin"), ("content-type", "multipart/form-data; boundary=b")];
    let mut browser = house.browser_of(people.daan).await;
    let page = browser.send(poem::http::Method::POST, "/desk/promises/N01/file", &headers, body).await;
    let says = "De dagen vanaf de eerste van vorige maand";
    assert!(page.status == 422 && page.body.contains(says), "{}", page.body);
}

#[tokio::test]
async fn what_somebody_entered_by_hand_stays_until_they_change_it() {
    let house = TestHouse::new().await;
    house.named().await;
    let promise = promise(&house).await;
    let (fake, connected) = open_klant();
    fake.list("internetaken", february());
    pulls(&house, &connected, &promise).await;
    let given = &Given {
        promise: promise.id,
        begins_on: "2026-02-01".parse().unwrap(),
        figure: Figure::Cases { met: 4, cases: 5 },
        beside: Vec::new(),
        note: "Een taak hoorde er niet bij.".into(),
        way: ReadingWay::Form,
    };
    house.pass(chrono::TimeDelta::minutes(1));
    house
        .write(&Actor::operator(), |change| async move { reading::enter(&change, given).await })
        .await
        .unwrap();
    pulls(&house, &connected, &promise).await;
    let counts: Vec<_> = readings(&house).await.into_iter().filter(|one| one.1).collect();
    assert_eq!(counts, [("2026-02-01".to_owned(), true, "form", Some(4), Some(5))]);
}

#[tokio::test]
async fn it_is_asked_once_after_midnight_and_only_for_promises_that_want_it() {
    let house = TestHouse::new().await;
    house.named().await;
    let row = promise(&house).await;
    made(&house, &draft("N02")).await;
    let retired = made(&house, &Draft { origin: Origin::OpenKlant, ..draft("N03") }).await;
    let retire = |change: std::sync::Arc<_>| async move { promise::retire(&change, retired.id, true).await };
    house.write(&Actor::operator(), retire).await.unwrap();
    let (fake, connected) = open_klant();
    fake.list("internetaken", february());
    schedule::all(&house).await;
    schedule::all(&house).await;
    assert_eq!(waiting(&house).await.len(), 1, "asking twice is asking once");
    assert_eq!(works(&house, &connected).await, 1);
    house.at("2026-03-02T23:30");
    schedule::all(&house).await;
    assert!(waiting(&house).await.is_empty(), "what came in today is enough for today");
    house.at("2026-03-03T00:30");
    schedule::all(&house).await;
    assert_eq!(works(&house, &connected).await, 1);
    assert_eq!(pulled(&house, &row).await.unwrap().pulled_at, Some(house.now()));
}

#[tokio::test]
async fn no_letter_waits_for_another_system() {
    let house = TestHouse::new().await;
    one_letter(&house).await;
    let row = promise(&house).await;
    asks(&house, &Actor::operator(), row.id).await.unwrap();
    let memory = Memory::default();
    worker(&house, Transport::Memory(memory.clone())).drain().await.unwrap();
    assert_eq!(memory.letters().len(), 1);
    assert_eq!(waiting(&house).await, [(0, None)], "the worker of letters leaves it alone");
}

#[tokio::test]
async fn only_who_measures_has_it_asked_and_only_for_a_promise_that_wants_it() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.grant(people.daan, RoleKind::QualityOfficer, None).await;
    let row = promise(&house).await;
    let other = made(&house, &draft("N02")).await;
    assert!(matches!(asks(&house, &house.actor(people.fenna).await, row.id).await, Err(Error::Forbidden)));
    let daan = house.actor(people.daan).await;
    let refused = asks(&house, &daan, other.id).await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::NotPossibleNow))));
    asks(&house, &daan, row.id).await.expect("asked");
    assert_eq!(told(&house, "pull-asked").await, [json!({ "source": "open-klant" })]);
    let wrong = async |unit| {
        let draft =
            &Draft { origin: Origin::OpenKlant, unit, every: Every::Month, target: 1.0, ..draft("N09") };
        house.write(&Actor::operator(), |change| async move { promise::make(&change, draft).await }).await
    };
    for unit in [PromiseUnit::Ratio, PromiseUnit::Count, PromiseUnit::Grade] {
        match wrong(unit).await {
            Err(Error::Invalid(fields)) => {
                assert_eq!((fields[0].name, fields[0].key), ("origin", "origin-unit"));
            }
            other => panic!("{other:?}"),
        }
    }
}

/// A browser on a house with these settings.
pub async fn browser(house: &TestHouse, connected: &Connected, who: PersonId) -> Browser {
    let config = Config { connected: connected.clone(), ..Config::default() };
    let mut browser = Browser::of(house.app_with(config));
    browser.sign_in(house, who).await;
    browser
}

#[tokio::test]
async fn the_page_tells_who_measures_what_was_fetched_and_asks_again_at_a_press() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.grant(people.daan, RoleKind::QualityOfficer, None).await;
    let row = promise(&house).await;
    let (fake, connected) = open_klant();
    fake.list("internetaken", february());
    let mut daan = browser(&house, &connected, people.daan).await;
    assert!(daan.get("/promises/N01").await.body.contains("Er is nog niets opgehaald."));
    let key = daan.get("/promises/N01").await.attribute("form[action$='/pull'] input[name=key]", "value");
    for _ in 0..2 {
        let page = daan.post("/desk/promises/N01/pull", &[("key", &key)]).await;
        assert_eq!((page.status.as_u16(), page.location()), (303, "/promises/N01"));
    }
    assert_eq!(told(&house, "pull-asked").await.len(), 1, "a second press asks no more");
    works(&house, &connected).await;
    let page = daan.get("/promises/N01").await;
    let panel = page.text("section[aria-labelledby=pull]");
    for words in [
        "Ophalen uit Open Klant",
        "2 maart",
        "1 februari 2026",
        "Daarvan van een onbekende afdeling",
        "Nog niet aan de beurt",
    ] {
        assert!(panel.contains(words), "{words}: {panel}");
    }
    assert_eq!(
        page.text("section[aria-labelledby=pull] dd").split_whitespace().collect::<Vec<_>>(),
        ["7", "5", "2", "1", "0"]
    );
    assert!(!page.body.contains("reading?period="), "nobody corrects by hand what is counted");
    let mut fenna = browser(&house, &connected, people.fenna).await;
    assert!(fenna.get("/promises/N01").await.text("section[aria-labelledby=pull]").is_empty());
    // Without settings it says so, and has nothing to press.
    let mut elsewhere = house.browser_of(people.daan).await;
    let panel = elsewhere.get("/promises/N01").await;
    assert!(panel.body.contains("staat niet in de instellingen") && !panel.body.contains("N01/pull"));
    asks(&house, &Actor::operator(), row.id).await.unwrap();
    works(&house, &Connected::default()).await;
    assert!(waiting(&house).await.is_empty(), "without settings it is not tried again every minute");
    assert_eq!(pulled(&house, &row).await.unwrap().failure, Some(pull::Failure::NotConnected));
}

#[tokio::test]
async fn nothing_that_a_resident_said_and_no_token_is_in_the_database_the_log_or_a_page() {
    let log = Kept::default();
    let filter = EnvFilter::new("trace,sqlx=info,sea_orm=info,html5ever=off,selectors=off");
    let subscriber = fmt().json().with_env_filter(filter).with_writer(log.clone()).finish();
    let _here = tracing::subscriber::set_default(subscriber);
    let house = TestHouse::new().await;
    let people: Named = house.named().await;
    house.grant(people.daan, RoleKind::QualityOfficer, None).await;
    let promise = promise(&house).await;
    let (fake, connected) = open_klant();
    let mut tasks = february();
    tasks.push(json!({ "uuid": "canary-uuid", "status": "canary-status", "toegewezenOp": "canary-moment", "toelichting": ["canary"] }));
    fake.list("internetaken", tasks);
    pulls(&house, &connected, &promise).await;
    fake.odd("internetaken", fake::Odd::Text("{\"next\": null, \"results\": [\"canary-in-nonsense\"]}"));
    pulls(&house, &connected, &promise).await;
    let mut daan = browser(&house, &connected, people.daan).await;
    let pages = [daan.get("/promises/N01").await.body, daan.get("/promises").await.body];
    let mut administrator = browser(&house, &connected, people.administrator).await;
    let audit = administrator.get("/audit").await.body;
    for text in pages.iter().chain([&audit, &log.text()]) {
        assert!(!text.contains("canary"), "{text}");
    }
    assert!(log.text().contains("another system gave no figures"), "the log is read at all");
    let database = rows(&house.db.reader).await;
    let told: Vec<_> =
        database.iter().flat_map(|(table, rows)| rows.iter().map(move |row| (table, row))).collect();
    let canaries: Vec<_> = told.iter().filter(|(_, row)| row.to_lowercase().contains("canary")).collect();
    assert!(canaries.is_empty(), "{canaries:?}");
    assert!(told.iter().any(|(table, _)| *table == "call_back_day"), "the rows were read");
    if let Some(file) = house.url().strip_prefix("sqlite://") {
        house.db.writer.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await.unwrap();
        let bytes = std::fs::read(file).unwrap();
        assert!(!bytes.windows(6).any(|part| part == b"canary"), "the file itself");
    }
    assert!(!format!("{connected:?}").contains("canary"), "settings that are printed tell no token");
}
