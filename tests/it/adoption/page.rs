//! Periods and thresholds on their pages, in files and for programs.

use olievlek::domain::{
    actor::Scope,
    adoption::{closing, period, simulation},
};
use poem::http::{Method, StatusCode};

use super::World;
use crate::api::client::Api;

#[tokio::test]
async fn whoever_runs_the_programme_begins_and_closes_on_a_page() {
    let world = World::new().await;
    let mut manager = world.house.browser_of(world.manager.person.unwrap()).await;
    let here = "/desk/adoption/periods";
    assert!(manager.get(here).await.text("main").contains("nog geen periode"));
    assert_eq!(manager.post(here, &[("begins", "")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(manager.post(here, &[("begins", "2026-03-02")]).await.location(), here);
    let page = manager.get(here).await;
    assert!(page.text("tbody").contains("loopt"), "{}", page.text("tbody"));
    let id = world.running().await;
    let close = format!("{here}/{id}/closing");
    assert_eq!(manager.post(&close, &[]).await.status, StatusCode::CONFLICT);
    world.house.at("2027-01-04T09:00");
    let mut manager = world.house.browser_of(world.manager.person.unwrap()).await;
    assert!(manager.get(here).await.text("tbody").contains("Sluit deze periode af"));
    assert!(manager.get(&close).await.text("main").contains("niet terugdraaien"));
    assert_eq!(manager.post(&close, &[]).await.location(), here);
    assert!(manager.get(here).await.text("tbody").contains("wordt afgesloten"));
    closing::run(&world.house, id).await.unwrap();
    assert!(manager.get(here).await.text("tbody").contains("afgesloten"));
}

#[tokio::test]
async fn a_threshold_is_set_on_its_page_and_never_lowered() {
    let world = World::new().await;
    let mut manager = world.house.browser_of(world.manager.person.unwrap()).await;
    let here = "/desk/adoption/rules/people";
    assert_eq!(manager.get(here).await.attribute("#value", "value"), "5");
    assert_eq!(manager.post(here, &[("value", "4")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(manager.post(here, &[("value", "8")]).await.location(), "/desk/adoption/rules");
    assert!(manager.get("/desk/adoption/rules").await.text("tbody").contains("8 mensen"));
    assert_eq!(manager.get("/desk/adoption/rules/luck").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_program_reads_closed_periods_only() {
    let api = Api::new().await;
    let manager = api.house.actor(api.named.manager).await;
    let today = api.house.policy.day(api.house.now());
    let begin = |change: std::sync::Arc<_>| async move { period::begin(&change, today).await };
    let id = api.house.write(&manager, begin).await.unwrap();
    let token = format!("Bearer {}", api.token_of(api.named.fenna, &[Scope::AdoptionRead]).await);
    let own = [("authorization", token.as_str())];
    let cells = format!("/adoption/periods/{id}/cells");
    assert_eq!(api.send(Method::GET, &cells, &own, "").await.problem(404), "not-found");
    let periods = api.send(Method::GET, "/adoption/periods", &own, "").await.expect(200);
    assert_eq!(periods["items"], serde_json::json!([]));
    api.house.at("2027-01-04T09:00");
    api.house.write(&manager, |change| async move { period::close(&change, id).await }).await.unwrap();
    closing::run(&api.house, id).await.unwrap();
    let token = format!("Bearer {}", api.token_of(api.named.fenna, &[Scope::AdoptionRead]).await);
    let own = [("authorization", token.as_str())];
    let periods = api.send(Method::GET, "/adoption/periods", &own, "").await.expect(200);
    assert_eq!(periods["items"][0]["people"], 5);
    let all = api.send(Method::GET, &cells, &own, "").await.expect(200);
    assert!(
        all["items"].as_array().is_some_and(|items| items.iter().all(|one| one["indicator"].is_string()))
    );
}

#[tokio::test]
async fn what_would_be_visible_is_known_beforehand_and_the_same_each_time() {
    let world = World::new().await;
    let at = (&*world.house.policy, world.house.now());
    let lines = simulation::run(&world.house.db.reader, at, 7).await.unwrap();
    assert_eq!(lines.len(), 12);
    assert_eq!(lines, simulation::run(&world.house.db.reader, at, 7).await.unwrap());
    let visible = |rate: u32| lines.iter().filter(move |one| one.rate == rate).map(|one| one.departments);
    assert!(visible(90).sum::<u32>() >= visible(30).sum());
    assert!(lines.iter().all(|one| one.departments <= 100));
}
