//! Promises and readings from a file, on the pages and in the rules beneath them; the command line is in `command`.

use olievlek::domain::{
    actor::Actor,
    people::import::read,
    service::import::{self, Readings},
};

use super::{
    promise::{draft, find, made},
    reading::{entered, share},
    *,
};

/// As the municipality delivered it.
const PROMISES: &str = include_str!("../../../src/demo/data/promises.csv");

async fn promises(house: &TestHouse, text: &str) -> import::Promises {
    import::promises(&house.db.reader, &read::read(text.as_bytes()).unwrap()).await.unwrap()
}

async fn readings(house: &TestHouse, text: &str) -> Readings {
    let today = house.policy.day(house.now());
    import::readings(&house.db.reader, &read::read(text.as_bytes()).unwrap(), None, today).await.unwrap()
}

fn keys(all: &[olievlek::domain::people::import::Remark]) -> Vec<(u64, &str)> {
    all.iter().map(|remark| (remark.line.unwrap(), &*remark.key)).collect()
}

#[tokio::test]
async fn the_file_of_promises_loads_with_departments_by_code_or_name_and_again_changes_nothing() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.department("DIR-D", "Dienstverlening", Some(people.organisation)).await;
    let found = &promises(&house, PROMISES).await;
    assert_eq!((found.sheet.added.len(), found.sheet.refused.len()), (5, 0));
    let write = |change: std::sync::Arc<_>| async move { import::write_promises(&change, found).await };
    house.write(&Actor::operator(), write).await.expect("written");
    let (telephone, permits) = (find(&house, "N02").await, find(&house, "N03").await);
    assert_eq!((telephone.target, telephone.department_id), (0.8, Some(people.counter)));
    assert_eq!((permits.target, permits.department_id), (0.85, Some(people.permits)));
    assert_eq!(permits.direction, entity::promise::Direction::AtMost);
    let again = promises(&house, PROMISES).await;
    assert_eq!((again.sheet.unchanged, again.sheet.is_empty()), (5, true));
}

#[tokio::test]
async fn a_promise_that_cannot_be_is_refused_by_its_line() {
    let house = TestHouse::new().await;
    house.named().await;
    let heading = "code;belofte;indicator;richting;doel;eenheid;periode;afdeling\n";
    let text = format!(
        "{heading}A;b;i;minimaal;0,9;aandeel;maand;\na;b;i;minimaal;0,9;aandeel;maand;\n\
         B;b;i;ongeveer;0,9;aandeel;maand;\nC;b;i;minimaal;90;aandeel;maand;\nD;b;i;minimaal;veel;aandeel;maand;\n\
         E;b;i;minimaal;0,9;aandeel;maand;Elders\n;b;i;minimaal;0,9;aandeel;maand;\n"
    );
    let found = promises(&house, &text).await;
    assert_eq!(found.sheet.added.len(), 1);
    assert_eq!(
        keys(&found.sheet.refused),
        [
            (3, "code-twice"),
            (4, "word-unknown"),
            (5, "not-a-share"),
            (6, "not-a-decimal"),
            (7, "department-unknown"),
            (8, "no-code"),
        ]
    );
}

#[tokio::test]
async fn readings_come_by_value_or_by_cases_and_a_wrong_row_says_why() {
    let house = TestHouse::new().await;
    let row = made(&house, &draft("N01")).await;
    entered(&house, &share(&row, "2025-10-01", 6, 10)).await;
    entered(&house, &share(&row, "2025-11-01", 7, 10)).await;
    let found = readings(
        &house,
        "code,periode,waarde,gehaald,totaal,toelichting\nN01,2025-08,72%,,,\nn01,2025-09,,58,100,\n\
         N01,2025-10,,6,10,\nN01,2025-11,,8,10,\nN01,2025-12,0.5,5,11,\nN01,2026-03,,1,2,\nN01,2025-K1,,1,2,\n\
         X,2025-08,,1,2,\nN01,2025-08,,1,2,\nN01,2026-01,,,,\n",
    )
    .await;
    assert_eq!((found.given.len(), found.sheet.unchanged), (2, 1));
    assert_eq!(
        keys(&found.sheet.refused),
        [
            (5, "reading-reason"),
            (6, "value-or-cases"),
            (7, "period-not-over"),
            (8, "period-malformed"),
            (9, "promise-unknown"),
            (10, "period-twice"),
            (11, "no-value"),
        ]
    );
    assert!((found.given[0].figure.value() - 0.72).abs() < 1e-9);
    let why = readings(&house, "code;periode;gehaald;totaal;toelichting\nN01;2025-11;8;10;Nageteld\n").await;
    assert_eq!((why.sheet.changed.len(), why.sheet.refused.len()), (1, 0));
}

#[tokio::test]
async fn a_file_is_looked_at_first_and_written_when_one_agrees() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    made(&house, &draft("N01")).await;
    let mut browser = house.browser_of(people.manager).await;
    let page = browser.get("/desk/promises/N01/file").await;
    let key = page.attribute("form[action$='/file'] input[name=key]", "value");
    let body = format!(
        "--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\n{key}\r\n\
         --b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cijfers.csv\"\r\n\r\n\
         periode;gehaald;totaal\n2026-01;72;100\n2026-05;1;2\n\r\n--b--\r\n"
    );
    let kind = [("content-type", "multipart/form-data; boundary=b"), ("sec-fetch-site", "same-origin")];
    let preview = browser.send(poem::http::Method::POST, "/desk/promises/N01/file", &kind, body).await;
    assert_eq!(preview.status, 200, "{}", preview.body);
    assert!(preview.body.contains("Deze periode is nog niet voorbij") && preview.body.contains("Regel 3"));
    assert!(!shown(&house, people.fenna, "/promises").await.contains("72"), "nothing is written yet");
    let form = "form[action$='/confirmation'] input";
    let (key, rows) = (
        preview.attribute(&format!("{form}[name=key]"), "value"),
        preview.attribute(&format!("{form}[name=rows]"), "value"),
    );
    let fields = [("key", key.as_str()), ("rows", rows.as_str())];
    let done = browser.post("/desk/promises/N01/file/confirmation", &fields).await;
    assert_eq!(done.location(), "/promises/N01");
    assert!(shown(&house, people.fenna, "/promises/N01").await.contains("72 van 100"));
}
