//! The two calendars.

use poem::http::Method;
use serde_json::json;

use super::client::Api;

#[tokio::test]
async fn anybody_may_ask_for_the_last_day_to_answer() {
    let api = Api::new().await;
    let path = "/calendar/due?from=2026-04-23T16:30:00%2B02:00&workingDays=2&calendar=service";
    let answer = api.send(Method::GET, path, &[("authorization", "")], "").await;
    assert_eq!(answer.expect(200), json!({ "due": "2026-04-28" }));
}

#[tokio::test]
async fn closed_days_are_named_in_the_language_of_the_request() {
    let api = Api::new().await;
    let path = "/calendar/holidays?year=2027&calendar=statutory";
    let name = async |language| {
        let answer = api.send(Method::GET, path, &[("accept-language", language)], "").await.expect(200);
        (answer["items"][0]["date"].clone(), answer["items"][0]["name"].clone())
    };
    assert_eq!(name("nl").await, (json!("2027-01-01"), json!("Nieuwjaarsdag")));
    assert_eq!(name("en").await, (json!("2027-01-01"), json!("New Year’s Day")));
    let year = api.send(Method::GET, path, &[], "").await.expect(200);
    assert_eq!(year["items"].as_array().map(Vec::len), Some(9), "those that return every year");
    assert_eq!(year["decreeDays"][0]["date"], "2027-05-07", "and the one of a decree");
}

#[tokio::test]
async fn what_the_calendar_cannot_count_is_a_wrong_field() {
    let api = Api::new().await;
    let due = "/calendar/due?calendar=service";
    for (path, field) in [
        (format!("{due}&workingDays=2"), "from"),
        (format!("{due}&workingDays=2&from=2026-04-23"), "from"),
        (format!("{due}&workingDays=2&from=2013-04-23T16:30:00Z"), "from"),
        (format!("{due}&workingDays=99999&from=2026-04-23T16:30:00Z"), "workingDays"),
        (format!("{due}&workingDays=-1&from=2026-04-23T16:30:00Z"), "workingDays"),
        ("/calendar/holidays?year=2027&calendar=moon".into(), "calendar"),
        ("/calendar/holidays?year=1000&calendar=service".into(), "year"),
    ] {
        assert_eq!(api.get(&path).await.wrong_fields(), [field], "{path}");
    }
}
