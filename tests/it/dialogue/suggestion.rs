//! From theme to training: the head of a team that spoke of something is told of a workshop for it.

use entity::id::*;
use olievlek::domain::learning::{
    assignment::Group,
    suggestion::{self, Suggestion},
};

use super::{
    theme::{adds, helps},
    *,
};
use crate::{
    house::world::Named,
    learning::{
        assignment::{assign_as, draft},
        workshop,
    },
};

async fn world(house: &TestHouse, people: &Named, released: bool) -> (ConversationId, WorkshopId) {
    let theme = adds(house, people.manager, "Terugbellen").await.unwrap();
    let other = adds(house, people.manager, "Verzwegen").await.unwrap();
    let (fits, beside) = (workshop(house, "A").await, workshop(house, "B").await);
    helps(house, people.manager, theme, &[fits]).await.unwrap();
    helps(house, people.manager, other, &[beside]).await.unwrap();
    let talk = Held {
        themes: vec![(theme, true), (other, false)],
        released,
        ..Held::with(vec![people.permits, people.counter])
    };
    (held(house, &talk).await, fits)
}

async fn told(house: &TestHouse, who: PersonId, talk: ConversationId) -> Vec<Suggestion> {
    let actor = house.actor(who).await;
    suggestion::of(&house.db.reader, &actor, talk).await.unwrap()
}

#[tokio::test]
async fn a_head_is_told_what_helps_with_what_the_released_summary_names_for_the_own_teams() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (talk, fits) = world(&house, &people, true).await;
    let all = told(&house, people.head, talk).await;
    let teams: Vec<_> = all[0].teams.iter().map(|team| team.id).collect();
    assert_eq!((all.len(), all[0].workshop.id, teams), (1, fits, vec![people.permits]));
    assert!(told(&house, people.fenna, talk).await.is_empty());
}

#[tokio::test]
async fn before_the_summary_is_released_there_is_nothing_to_suggest() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (talk, _) = world(&house, &people, false).await;
    assert!(told(&house, people.head, talk).await.is_empty());
}

#[tokio::test]
async fn what_was_assigned_to_the_team_is_suggested_no_more() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (talk, fits) = world(&house, &people, true).await;
    let head = house.actor(people.head).await;
    assign_as(&house, &head, &draft(fits, vec![Group::Department(people.permits)])).await.unwrap();
    assert!(told(&house, people.head, talk).await.is_empty());
}

#[tokio::test]
async fn the_button_leads_to_the_form_filled_in() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (_, fits) = world(&house, &people, true).await;
    let mut browser = house.browser_of(people.head).await;
    let page = browser.get("/team/overview").await;
    let address = page.attribute("#suggested ~ ul a.button", "href");
    assert!(address.starts_with("/team/assignments/new?"), "{address}");
    let form = browser.get(&address).await;
    assert_eq!(form.attribute("#training option[selected]", "value"), format!("workshop:{fits}"));
    assert_eq!(form.attribute("#who", "value"), "Vergunningen");
    assert!(form.text("#reason").contains("Terugbellen"));
}
