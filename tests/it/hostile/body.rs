//! Bodies that fit the operations of the API. Together those of an operation have every field that there is.

use entity::id::PersonId;
use serde_json::{Value, json};

use crate::{api::client::new_session, house::world::Named};

/// What bodies speak of.
pub struct Known<'a> {
    pub named: &'a Named,
    pub workshop: &'a str,
    pub track: &'a str,
    /// The place of somebody who was there.
    pub there: &'a str,
    pub in_nine_days: String,
}

/// A session with everything that can be said of one.
pub fn of_session(workshop: &str, trainer: PersonId) -> Value {
    let mut body = new_session(workshop, 25, 20);
    for (name, value) in [
        ("minimum", json!(2)),
        ("trainerIds", json!([trainer])),
        ("enrolmentOpens", json!("2026-03-03T10:00:00Z")),
        ("enrolmentCloses", json!("2026-03-20T10:00:00Z")),
        ("drawAt", json!("2026-03-20T11:00:00Z")),
        ("decideBy", json!("2026-03-21T10:00:00Z")),
        ("costCents", json!(5)),
        ("audience", json!("iedereen")),
        ("clashReason", json!("Iets")),
        ("targetedFirst", json!(false)),
    ] {
        body[name] = value;
    }
    body["meetings"][0]["link"] = json!("https://elders.example");
    body
}

/// Bodies of an operation that needs nothing new; none of one that has no body.
pub fn plain(operation: &str, known: &Known<'_>) -> Vec<Value> {
    let named = known.named;
    match operation {
        "send-message" => vec![json!({ "to": "everyone", "subject": "Iets", "text": "Iets" })],
        "call-off" | "withdraw" | "decline-request" => vec![json!({ "reason": "Iets" })],
        "hold-seats" => vec![json!({ "departmentId": named.permits, "seats": 1, "days": 7 })],
        "mark-attendance" => {
            let marks = json!([{ "enrolmentId": known.there, "mark": "present" }]);
            vec![json!({ "marks": marks, "reason": "Iets" })]
        }
        "assign" => assignments(known),
        "plan-conversation" => conversations(known),
        "enter-reading" => readings(),
        "enter-feedback" => vec![json!({
            "channel": "counter", "departmentId": named.permits, "effort": 2, "grade": 8,
            "receivedOn": "2026-03-01", "text": "Iets",
        })],
        _ => vec![],
    }
}

/// A body, once with these fields more, and once with those.
fn both(body: &Value, ways: [Value; 2]) -> Vec<Value> {
    let with = |more: Value| {
        let mut body = body.clone();
        body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        body
    };
    ways.map(with).into()
}

fn assignments(known: &Known<'_>) -> Vec<Value> {
    let named = known.named;
    let body = json!({
        "departmentIds": [named.permits], "personIds": [named.noor], "jobProfiles": ["Medewerker"],
        "reason": "Iets",
    });
    let one = json!({ "workshopId": known.workshop, "dueOn": "2026-06-01", "repeatYears": 2 });
    both(&body, [one, json!({ "trackId": known.track, "dueDays": 30 })])
}

fn conversations(known: &Known<'_>) -> Vec<Value> {
    let body = json!({
        "start": known.in_nine_days, "minutes": 90, "place": "Iets", "facilitatorId": known.named.sem,
    });
    let team = json!({ "kind": "team", "teamIds": [known.named.permits] });
    both(&body, [team, json!({ "kind": "panel", "partner": "Iets", "serviceArea": "Iets" })])
}

fn readings() -> Vec<Value> {
    let figures = json!([{ "code": "abandoned-share", "value": 0.04 }]);
    let body = json!({ "period": "2026-01", "note": "Iets", "figures": figures });
    both(&body, [json!({ "met": 72, "cases": 100 }), json!({ "value": 0.5 })])
}
