//! What participants thought, for a program.

use olievlek::domain::actor::Scope;
use serde_json::json;

use super::client::Api;
use crate::learning::evaluation::{all_say, attend, held_by_all, next_day, people, scores};

#[tokio::test]
async fn a_program_gets_no_more_than_the_page_shows() {
    let api = Api::new().await;
    let (house, named) = (&api.house, &api.named);
    let all = people(house, named, 6).await;
    let over = held_by_all(house, named, &all).await;
    attend(house).await;
    let path = format!("/workshops/{}/evaluation", over.workshop);
    all_say(house, &all[..4], &scores(5, "kanarie")).await;
    next_day(house).await;
    let few = api.get(&path).await.expect(200);
    let part =
        json!({ "invited": 6, "answered": 4, "shown": 0, "missing": 1, "questions": [], "band": null });
    assert_eq!(few["afterClosing"], part);
    all_say(house, &all[4..5], &scores(1, "kanarie")).await;
    next_day(house).await;
    let token = api.token_of(named.fenna, &[Scope::AdoptionRead]).await;
    let bearer = format!("Bearer {token}");
    let own = [("authorization", bearer.as_str())];
    let answer = api.send(poem::http::Method::GET, &path, &own, "").await;
    assert!(!answer.text.contains("kanarie"), "what people wrote is for the page: {}", answer.text);
    let full = answer.expect(200);
    let useful = &full["afterClosing"]["questions"][0];
    assert_eq!(useful["question"], "useful");
    assert_eq!(useful["answers"][4], json!({ "answer": "5", "share": { "percent": 80, "hidden": null } }));
    assert_eq!(useful["answers"][2]["share"], json!({ "percent": null, "hidden": "under-10" }));
    assert_eq!(
        api.get("/workshops/0190a1b2-0000-7000-8000-000000000001/evaluation").await.problem(404),
        "not-found"
    );
}
