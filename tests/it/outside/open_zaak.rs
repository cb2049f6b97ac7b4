//! Open Zaak: permits that were decided become one reading a period, without the days on which we waited for the applicant.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use entity::reading_figure;
use olievlek::{
    config::Connected,
    domain::service::{
        promise::{Direction, Draft, Every, Origin, Promise, PromiseUnit},
        pull::Failure,
        reading::{self, Figure, Given, ReadingWay},
    },
    outside::{Base, Secret, open_zaak::Access},
};
use serde_json::{Value, json};

use super::{
    fake::{Fake, Odd},
    *,
};
use crate::{
    house::rows::rows,
    service::promise::{draft, made},
};

const KIND: &str = "/catalogi/api/v1/zaaktypen/1";
const OTHER: &str = "/catalogi/api/v1/zaaktypen/2";

fn open_zaak(kinds: &[&str]) -> (Fake, Connected) {
    let fake = Fake::new("Bearer eyJ");
    fake.thing(KIND, kind(json!("P56D"), json!("P6W")));
    fake.thing(OTHER, kind(json!("P0Y2M"), Value::Null));
    let access = Access {
        url: Base::read(&format!("{}/zaken/api/v1", fake.address)).expect("an address"),
        client_id: "olievlek-reads".into(),
        secret: Secret::read("canary-secret").expect("a secret"),
        kinds: kinds.iter().map(|path| format!("{}{path}", fake.address)).collect(),
    };
    (fake, Connected { open_zaak: Some(access), ..Connected::default() })
}

fn kind(legal: Value, own: Value) -> Value {
    json!({ "url": "http://canary", "omschrijving": "canary-kind", "doorlooptijd": legal, "servicenorm": own })
}

/// A case as Open Zaak gives it, with all that it says of somebody.
fn zaak(number: u32, started: &str, decided: &str, latest: Option<&str>) -> Value {
    json!({
        "url": format!("http://canary/{number}"), "uuid": format!("canary-{number}"),
        "identificatie": format!("canary-{number}"), "bronorganisatie": "canary", "omschrijving": "canary-fence at somebody's",
        "toelichting": "canary-text", "zaaktype": "http://canary", "registratiedatum": started,
        "startdatum": started, "einddatum": decided, "einddatumGepland": null,
        "uiterlijkeEinddatumAfdoening": latest,
        "zaakgeometrie": { "type": "Point", "coordinates": [5.12, 52.09] },
        "opschorting": { "indicatie": false, "reden": "" },
        "verlenging": { "reden": "", "duur": null },
        "kenmerken": [{ "kenmerk": "canary", "bron": "canary" }],
    })
}

fn with(mut zaak: Value, name: &str, value: Value) -> Value {
    zaak[name] = value;
    zaak
}

/// Four cases of the last quarter of 2025.
fn quarter() -> Vec<Value> {
    let waited = json!({ "indicatie": false, "eerdereOpschorting": true, "reden": "canary-reason" });
    let longer = json!({ "reden": "canary-reason", "duur": "P14D" });
    vec![
        // 42 days.
        zaak(1, "2025-10-01", "2025-11-12", None),
        // 70 days, of which we waited 21.
        with(zaak(2, "2025-10-01", "2025-12-10", Some("2025-12-17")), "opschorting", waited),
        // 60 days: too late by law.
        zaak(3, "2025-11-01", "2025-12-31", Some("2025-12-27")),
        // 28 days; the term was made longer, and nobody waited.
        with(zaak(4, "2025-12-01", "2025-12-29", Some("2026-02-09")), "verlenging", longer),
    ]
}

async fn promise(house: &TestHouse) -> Promise {
    let permits = Draft {
        origin: Origin::OpenZaak,
        unit: PromiseUnit::Ratio,
        every: Every::Quarter,
        direction: Direction::AtMost,
        target: 0.85,
        ..draft("N03")
    };
    made(house, &permits).await
}

/// First day, value and cases of the readings that count, with what stands beside.
async fn measured(house: &TestHouse) -> Vec<(String, f64, Option<i32>, Vec<(String, f64)>)> {
    let mut all = Vec::new();
    let rows = table::Entity::find().filter(table::Column::ReplacedAt.is_null());
    for row in rows.order_by_asc(table::Column::BeginsOn).all(&house.db.reader).await.unwrap() {
        let beside = reading_figure::Entity::find().filter(reading_figure::Column::ReadingId.eq(row.id));
        let beside = beside.order_by_asc(reading_figure::Column::Code).all(&house.db.reader).await.unwrap();
        let beside = beside.into_iter().map(|one| (one.code, one.value)).collect();
        all.push((row.begins_on.to_string(), row.value, row.cases, beside));
    }
    all
}

#[tokio::test]
async fn the_last_quarter_is_measured_in_net_days_against_the_term_of_the_law() {
    let house = TestHouse::new().await;
    house.named().await;
    let promise = promise(&house).await;
    let (fake, connected) = open_zaak(&[KIND]);
    fake.list("zaken", quarter());
    let pull = pulls(&house, &connected, &promise).await;
    assert_eq!((pull.failure, pull.seen, pull.counted, pull.unusable), (None, 4, 4, 0));
    let beside =
        [("legal-term-share", 0.75), ("median-days", 45.5), ("own-term-share", 0.5), ("p90-days", 60.0)];
    let beside: Vec<_> = beside.map(|(code, value)| (code.to_owned(), value)).into();
    let expected = [("2025-10-01".to_owned(), 0.8125, Some(4), beside)];
    assert_eq!(measured(&house).await, expected);
    asked_narrowly(&fake, house.now().timestamp());
    // The same again is no other reading, and a decision that was written down late is.
    house.pass(chrono::TimeDelta::minutes(1));
    pulls(&house, &connected, &promise).await;
    assert_eq!(measured(&house).await, expected);
    let mut late = quarter();
    late.push(zaak(5, "2025-10-01", "2025-10-15", None));
    fake.list("zaken", late);
    pulls(&house, &connected, &promise).await;
    let now = measured(&house).await;
    assert_eq!((now.len(), now[0].1, now[0].2), (1, 0.75, Some(5)));
    assert_eq!(readings(&house).await.len(), 2, "what it was before stays readable");
    let text = format!("{:?}", rows(&house.db.reader).await);
    assert!(!text.contains("canary"), "nothing of a case is kept");
}

/// One kind, its term first, then the cases of the quarter on two pages; by who signed at this moment.
fn asked_narrowly(fake: &Fake, at: i64) {
    let asked = fake.asked();
    let paths: Vec<_> = asked.iter().map(|one| one.path.split('?').next().unwrap_or_default()).collect();
    assert_eq!(paths, [KIND, "/zaken/api/v1/zaken", "/zaken/api/v1/zaken"]);
    let zaken = &asked[1];
    assert_eq!(
        (zaken.query("einddatum__gt"), zaken.query("einddatum__lt")),
        (Some("2025-09-30"), Some("2026-01-01"))
    );
    assert!(zaken.query("zaaktype").is_some_and(|kind| kind.ends_with("zaaktypen%2F1")), "{zaken:?}");
    assert_eq!(zaken.header("accept-crs"), "EPSG:4326");
    let token: Vec<_> = zaken.header("authorization").trim_start_matches("Bearer ").split('.').collect();
    let claims = URL_SAFE_NO_PAD.decode(token[1]).expect("base64");
    let claims: Value = serde_json::from_slice(&claims).expect("claims");
    assert_eq!((&claims["client_id"], &claims["iat"]), (&json!("olievlek-reads"), &json!(at)));
}

#[tokio::test]
async fn every_kind_counts_by_its_own_terms_and_a_case_once() {
    let house = TestHouse::new().await;
    house.named().await;
    let promise = promise(&house).await;
    let (fake, connected) = open_zaak(&[KIND, OTHER]);
    // Both kinds give the same list here: the first that has a case is the one it is of.
    let never = json!({ "indicatie": false, "eerdereOpschorting": false, "reden": "" });
    fake.list(
        "zaken",
        vec![with(zaak(1, "2025-10-01", "2025-12-10", Some("2025-12-17")), "opschorting", never)],
    );
    assert_eq!(pulls(&house, &connected, &promise).await.counted, 1);
    let now = measured(&house).await;
    assert_eq!((now[0].1, now[0].2), (1.25, Some(1)), "a later day without suspension is no suspension");
    // Two months are sixty days; without an own term the planned day is the norm.
    let (fake, connected) = open_zaak(&[OTHER]);
    fake.list(
        "zaken",
        vec![with(zaak(2, "2025-10-01", "2025-10-31", None), "einddatumGepland", json!("2025-10-30"))],
    );
    pulls(&house, &connected, &promise).await;
    let now = measured(&house).await;
    assert_eq!(now[0].1, 0.5);
    assert!(now[0].3.contains(&("own-term-share".to_owned(), 0.0)), "{now:?}");
}

#[tokio::test]
async fn cases_that_cannot_be_are_told_and_nothing_decided_is_no_reading() {
    let house = TestHouse::new().await;
    house.named().await;
    let promise = promise(&house).await;
    let (fake, connected) = open_zaak(&[KIND]);
    fake.list(
        "zaken",
        vec![
            zaak(1, "2025-12-10", "2025-12-01", None),
            zaak(2, "gisteren", "2025-12-01", None),
            with(zaak(3, "2025-12-01", "2025-12-10", None), "einddatum", Value::Null),
            with(zaak(4, "2025-12-01", "2025-12-10", None), "uuid", Value::Null),
            with(zaak(5, "2025-12-01", "2025-12-10", None), "verlenging", json!({ "duur": "lang" })),
            json!({}),
            // Of another period than was asked for.
            zaak(6, "2026-01-01", "2026-01-10", None),
        ],
    );
    let pull = pulls(&house, &connected, &promise).await;
    assert_eq!((pull.seen, pull.counted, pull.unusable), (7, 0, 6));
    assert!(measured(&house).await.is_empty());
}

#[tokio::test]
async fn a_kind_without_a_term_or_a_failing_system_changes_nothing() {
    let house = TestHouse::new().await;
    house.named().await;
    let promise = promise(&house).await;
    let (fake, connected) = open_zaak(&[KIND]);
    fake.list("zaken", quarter());
    pulls(&house, &connected, &promise).await;
    let before = measured(&house).await;
    for (under, odd, failure) in [
        ("zaaktypen", Odd::Text("{\"doorlooptijd\": null}"), Failure::Unreadable),
        ("zaaktypen", Odd::Status(403, ""), Failure::Refused),
        ("zaken?", Odd::Status(503, ""), Failure::Broken),
        ("zaken?", Odd::Next("https://elsewhere.example/zaken/api/v1/zaken?page=2"), Failure::Elsewhere),
    ] {
        fake.odd(under, odd);
        assert_eq!(pulls(&house, &connected, &promise).await.failure, Some(failure));
        assert_eq!(measured(&house).await, before);
    }
}

#[tokio::test]
async fn a_quarter_that_somebody_entered_stays() {
    let house = TestHouse::new().await;
    house.named().await;
    let promise = promise(&house).await;
    let given = &Given {
        promise: promise.id,
        begins_on: "2025-10-01".parse().unwrap(),
        figure: Figure::Value { value: 0.9, cases: Some(5) },
        beside: Vec::new(),
        note: String::new(),
        way: ReadingWay::Form,
    };
    house
        .write(&Actor::operator(), |change| async move { reading::enter(&change, given).await })
        .await
        .unwrap();
    let (fake, connected) = open_zaak(&[KIND]);
    fake.list("zaken", quarter());
    assert_eq!(pulls(&house, &connected, &promise).await.counted, 4);
    assert_eq!(readings(&house).await, [("2025-10-01".to_owned(), true, "form", None, Some(5))]);
}
