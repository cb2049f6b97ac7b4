//! People and departments.

use serde_json::json;

use super::client::Api;

#[tokio::test]
async fn a_person_is_found_by_mail_address_in_any_case() {
    let api = Api::new().await;
    let found = api.get("/people?email=FENNA.de.boer@gemeente.example").await.expect(200);
    let fenna = json!({
        "id": api.named.fenna,
        "name": "Fenna de Boer",
        "email": "fenna.de.boer@gemeente.example",
        "departmentId": api.named.permits,
        "employedUntil": null,
    });
    assert_eq!(found, json!({ "items": [fenna], "next": null }));
    assert_eq!(api.get("/people?email=nobody@gemeente.example").await.expect(200)["items"], json!([]));
}

#[tokio::test]
async fn somebody_from_outside_has_no_department() {
    let api = Api::new().await;
    let found = api.get("/people?email=tess.vos@gemeente.example").await.expect(200);
    assert_eq!(found["items"][0]["departmentId"], json!(null));
}

#[tokio::test]
async fn people_come_in_parts_without_a_gap() {
    let api = Api::new().await;
    let all = api.get("/people").await.expect(200)["items"].as_array().unwrap().clone();
    let mut parts = Vec::new();
    let mut next = String::new();
    loop {
        let cursor = if next.is_empty() { String::new() } else { format!("&cursor={next}") };
        let page = api.get(&format!("/people?limit=3{cursor}")).await.expect(200);
        parts.extend(page["items"].as_array().unwrap().clone());
        let Some(cursor) = page["next"].as_str() else {
            break;
        };
        next = cursor.to_owned();
    }
    assert_eq!(parts.len(), 8);
    assert_eq!(parts, all);
}

#[tokio::test]
async fn departments_form_a_tree() {
    let api = Api::new().await;
    let page = api.get("/departments").await.expect(200);
    let team = page["items"].as_array().unwrap().iter().find(|one| one["code"] == "TEL").unwrap();
    assert_eq!(team["parentId"], json!(api.named.counter));
    assert_eq!(team["name"], "Telefoon en chat");
    assert_eq!(team["kind"], "department");
}
