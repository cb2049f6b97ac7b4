//! What conversations are about: the list and its history, free tags, and when others may know.

use std::collections::HashSet;

use entity::{conversation_theme, id::*, role::RoleKind};
use olievlek::domain::{
    actor::Actor,
    dialogue::theme::{
        self,
        dilemma::{self, Draft},
        manage::{self, Names},
        tag::{self, Becomes},
        talk::{self, Spread},
    },
    learning::theme_workshop,
    people::department,
};
use sea_orm::EntityTrait as _;

use super::*;
use crate::house::world::Named;

pub fn names(nl: &str) -> Names {
    Names { nl: nl.into(), en: format!("{nl} in English") }
}

pub async fn adds(house: &TestHouse, who: PersonId, nl: &str) -> Result<ThemeId> {
    let (actor, names) = (house.actor(who).await, &names(nl));
    house.write(&actor, |change| async move { manage::add(&change, names).await }).await
}

async fn renames(house: &TestHouse, who: PersonId, id: ThemeId, nl: &str) -> Result<()> {
    let (actor, names) = (house.actor(who).await, &names(nl));
    house.write(&actor, |change| async move { manage::rename(&change, id, names).await }).await
}

async fn merges(house: &TestHouse, who: PersonId, id: ThemeId, into: ThemeId) -> Result<()> {
    let actor = house.actor(who).await;
    house.write(&actor, |change| async move { theme_workshop::merge(&change, id, into).await }).await
}

async fn promotes(house: &TestHouse, who: PersonId, word: &str, becomes: &Becomes) -> Result<ThemeId> {
    let actor = house.actor(who).await;
    house.write(&actor, |change| async move { tag::promote(&change, word, becomes).await }).await
}

pub async fn helps(house: &TestHouse, who: PersonId, id: ThemeId, with: &[WorkshopId]) -> Result<()> {
    let actor = house.actor(who).await;
    house.write(&actor, |change| async move { theme_workshop::choose(&change, id, with).await }).await
}

/// The themes of a conversation, with whether the summary names them.
async fn of(house: &TestHouse, talk: ConversationId) -> Vec<(ThemeId, bool)> {
    let mut rows: Vec<_> = conversation_theme::Entity::find()
        .all(&house.db.reader)
        .await
        .unwrap()
        .into_iter()
        .filter(|row| row.conversation_id == talk)
        .map(|row| (row.theme_id, row.in_summary))
        .collect();
    rows.sort();
    rows
}

async fn sees(house: &TestHouse, who: PersonId, id: ThemeId) -> bool {
    let (actor, today) = (house.actor(who).await, house.policy.day(house.now()));
    let talks = talk::talks(&house.db.reader).await.unwrap();
    !is_missing(&theme::find(&house.db.reader, &actor, id, (&talks, today)).await)
}

async fn published(house: &TestHouse) -> Vec<(String, Option<u64>)> {
    let talks = talk::talks(&house.db.reader).await.unwrap();
    let all = theme::published(&house.db.reader, &talks).await.unwrap();
    all.into_iter().map(|(row, count)| (row.name_nl, count)).collect()
}

#[tokio::test]
async fn who_holds_conversations_keeps_the_list_and_nobody_else() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.grant(people.sem, RoleKind::Facilitator, None).await;
    let id = adds(&house, people.sem, "Terugbellen").await.unwrap();
    adds(&house, people.manager, "Wachten").await.unwrap();
    for somebody in [people.fenna, people.head, people.administrator] {
        assert!(is_missing(&adds(&house, somebody, "Anders").await));
        assert!(is_missing(&renames(&house, somebody, id, "Anders").await));
    }
    assert_eq!(refusal(adds(&house, people.sem, "Wachten").await).code(), "taken");
    assert_eq!(fields(adds(&house, people.sem, " ").await), ["nl"]);
}

#[tokio::test]
async fn a_theme_keeps_what_it_was_called() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = adds(&house, people.manager, "Bellen").await.unwrap();
    house.at("2026-04-01T09:00");
    renames(&house, people.manager, id, "Terugbellen").await.unwrap();
    renames(&house, people.manager, id, "Terugbellen").await.unwrap();
    let (actor, today) = (house.actor(people.manager).await, house.policy.day(house.now()));
    let whole = theme::find(&house.db.reader, &actor, id, (&[], today)).await.unwrap();
    let before: Vec<_> = whole.versions.iter().map(|row| (row.name_nl.as_str(), row.until_on)).collect();
    assert_eq!(before, [("Bellen", day("2026-04-01"))]);
    assert_eq!(whole.theme.name_nl, "Terugbellen");
}

#[tokio::test]
async fn conversations_follow_a_theme_that_becomes_part_of_another_and_doubles_fall_together() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let into = adds(&house, people.manager, "Terugbellen").await.unwrap();
    let gone = adds(&house, people.manager, "Niet teruggebeld").await.unwrap();
    let workshop = crate::learning::workshop(&house, "A").await;
    helps(&house, people.manager, gone, &[workshop]).await.unwrap();
    let with = |themes| Held { themes, ..Held::with(vec![people.permits]) };
    let both = held(&house, &with(vec![(into, false), (gone, true)])).await;
    let one = held(&house, &with(vec![(gone, false)])).await;
    assert_eq!(fields(merges(&house, people.manager, gone, gone).await), ["into"]);
    merges(&house, people.manager, gone, into).await.unwrap();
    assert_eq!(of(&house, both).await, [(into, true)], "the summary named one of them");
    assert_eq!(of(&house, one).await, [(into, false)]);
    let helping = theme_workshop::of_theme(&house.db.reader, into).await.unwrap();
    assert_eq!(helping.len(), 1);
    let (actor, today) = (house.actor(people.manager).await, house.policy.day(house.now()));
    let whole = theme::find(&house.db.reader, &actor, into, (&[], today)).await.unwrap();
    assert_eq!(whole.parts.iter().map(|one| one.id).collect::<Vec<_>>(), [gone]);
    let old = theme::find(&house.db.reader, &actor, gone, (&[], today)).await.unwrap();
    assert_eq!(old.into.map(|one| one.id), Some(into));
    assert_eq!(fields(merges(&house, people.manager, into, gone).await), ["into"]);
}

#[tokio::test]
async fn a_free_tag_becomes_a_theme_for_the_conversations_whose_record_one_may_open() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.grant(people.sem, RoleKind::Facilitator, None).await;
    let known = adds(&house, people.manager, "Terugbellen").await.unwrap();
    let tagged = |by| Held { by, tags: vec!["bandje"], ..Held::with(vec![people.permits]) };
    let own = held(&house, &Held { themes: vec![(known, true)], ..tagged(Some(people.sem)) }).await;
    let other = held(&house, &tagged(None)).await;
    let sem = house.actor(people.sem).await;
    let seen = tag::list(&house.db.reader, &sem, 50).await.unwrap();
    assert_eq!(
        seen.iter().map(|one| (one.tag.as_str(), one.conversations)).collect::<Vec<_>>(),
        [("bandje", 1)]
    );
    promotes(&house, people.sem, "bandje", &Becomes::Theme(known)).await.unwrap();
    assert_eq!(of(&house, own).await, [(known, true)], "what it had already stays as it is");
    assert!(of(&house, other).await.is_empty());
    let new =
        promotes(&house, people.manager, "bandje", &Becomes::New(names("Lange bandjes"))).await.unwrap();
    assert_eq!(of(&house, other).await, [(new, false)]);
    let again = promotes(&house, people.manager, "bandje", &Becomes::Theme(known)).await;
    assert!(is_missing(&again), "the tag is gone");
    assert!(is_missing(&promotes(&house, people.head, "bandje", &Becomes::Theme(known)).await));
}

async fn five_teams(house: &TestHouse, people: &Named) -> Vec<DepartmentId> {
    let mut teams = vec![people.permits, people.phone_team];
    for code in ["A", "B", "C"] {
        teams.push(house.department(code, &format!("Team {code}"), Some(people.organisation)).await);
    }
    teams
}

#[tokio::test]
async fn others_hear_of_a_theme_from_three_conversations_of_different_teams_with_fifteen_people() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let teams = five_teams(&house, &people).await;
    let theme = adds(&house, people.manager, "Terugbellen").await.unwrap();
    let with = |teams: &[DepartmentId], participants| Held {
        themes: vec![(theme, false)],
        participants,
        ..Held::with(teams.to_vec())
    };
    held(&house, &with(&teams[..1], 6)).await;
    held(&house, &with(&teams[1..2], 6)).await;
    held(&house, &with(&teams[..1], 6)).await;
    assert!(published(&house).await.is_empty(), "three conversations of two teams");
    assert!(!sees(&house, people.fenna, theme).await);
    // Of the five teams in it each counts once, but a conversation needs one of its own.
    held(&house, &with(&teams[2..4], 2)).await;
    assert!(published(&house).await.is_empty(), "six, six and two people");
    held(&house, &with(&teams[4..], 1)).await;
    assert_eq!(published(&house).await, [("Terugbellen".into(), Some(5))]);
    assert!(sees(&house, people.fenna, theme).await);
    assert!(!sees(&house, people.fenna, adds(&house, people.manager, "Stil").await.unwrap()).await);
}

#[tokio::test]
async fn one_conversation_of_many_teams_is_one_conversation() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let teams = five_teams(&house, &people).await;
    let theme = adds(&house, people.manager, "Terugbellen").await.unwrap();
    let with = |teams: &[DepartmentId]| Held { themes: vec![(theme, false)], ..Held::with(teams.to_vec()) };
    held(&house, &with(&teams)).await;
    held(&house, &with(&teams[..1])).await;
    held(&house, &with(&teams[..1])).await;
    assert!(published(&house).await.is_empty(), "two can have a team of their own, not three");
    held(&house, &with(&teams[..2])).await;
    assert_eq!(published(&house).await.len(), 1);
}

#[tokio::test]
async fn a_team_and_its_head_read_the_themes_of_their_own_released_summary() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let named = adds(&house, people.manager, "Genoemd").await.unwrap();
    let silent = adds(&house, people.manager, "Verzwegen").await.unwrap();
    let talk = Held {
        themes: vec![(named, true), (silent, false)],
        released: true,
        ..Held::with(vec![people.permits])
    };
    held(&house, &talk).await;
    let unreleased = Held { themes: vec![(silent, true)], ..Held::with(vec![people.permits]) };
    held(&house, &unreleased).await;
    for somebody in [people.fenna, people.head] {
        assert!(sees(&house, somebody, named).await);
        assert!(!sees(&house, somebody, silent).await);
        let (actor, today) = (house.actor(somebody).await, house.policy.day(house.now()));
        let own = theme::of_teams(&house.db.reader, &actor, today).await.unwrap();
        assert_eq!(own.iter().map(|(row, n)| (row.id, *n)).collect::<Vec<_>>(), [(named, 1)]);
    }
    for somebody in [people.noor, people.administrator] {
        assert!(!sees(&house, somebody, named).await);
    }
}

#[tokio::test]
async fn a_theme_spreads_over_the_departments_that_had_a_conversation() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let teams = five_teams(&house, &people).await;
    let theme = adds(&house, people.manager, "Terugbellen").await.unwrap();
    let rare = adds(&house, people.manager, "Zeldzaam").await.unwrap();
    for team in &teams[..3] {
        held(&house, &Held { themes: vec![(theme, false)], ..Held::with(vec![*team]) }).await;
    }
    held(&house, &Held { themes: vec![(rare, false)], ..Held::with(vec![teams[3]]) }).await;
    // Outside the period, and outside the departments.
    let before = Held { on: "2025-12-31", themes: vec![(theme, false)], ..Held::with(vec![teams[3]]) };
    held(&house, &before).await;
    held(&house, &Held { themes: vec![(theme, false)], ..Held::with(vec![teams[4]]) }).await;
    let tree = department::tree(&house.db.reader).await.unwrap();
    let talks = talk::talks(&house.db.reader).await.unwrap();
    let within: HashSet<_> = teams[..4].iter().copied().collect();
    let spread = talk::spread(&talks, &tree, &within, (day("2026-01-01"), day("2026-03-31")));
    assert_eq!(spread.get(&theme), Some(&Spread { with: 3, of: 4 }));
    assert_eq!(spread.get(&rare), None, "too few spoke of it");
}

#[tokio::test]
async fn a_theme_says_which_roles_it_troubles_in_both_languages() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let theme = adds(&house, people.manager, "Meedenken").await.unwrap();
    let draft = |role: &str| Draft {
        role: [role.into(), "Permit officer".into()],
        between: ["meedenken en onpartijdig blijven".into(), "thinking along and staying impartial".into()],
    };
    let add = |who: PersonId, draft: Draft| {
        let house = &house;
        async move {
            let (actor, draft) = (house.actor(who).await, &draft);
            house.write(&actor, |change| async move { dilemma::add(&change, theme, draft).await }).await
        }
    };
    assert!(is_missing(&add(people.fenna, draft("Vergunningverlener")).await));
    assert_eq!(fields(add(people.manager, draft("")).await), ["roleNl"]);
    add(people.manager, draft("Vergunningverlener")).await.unwrap();
    let all = dilemma::of(&house.db.reader, theme).await.unwrap();
    assert_eq!(all.len(), 1);
    let gone = all[0].id;
    let actor = house.actor(people.manager).await;
    let other = adds(&house, people.manager, "Anders").await.unwrap();
    let remove = |of: ThemeId| {
        let (house, actor) = (&house, &actor);
        async move { house.write(actor, |change| async move { dilemma::remove(&change, of, gone).await }).await }
    };
    assert!(is_missing(&remove(other).await), "it is of another theme");
    remove(theme).await.unwrap();
    assert!(dilemma::of(&house.db.reader, theme).await.unwrap().is_empty());
}

#[tokio::test]
async fn only_the_programme_manager_says_which_workshop_helps_and_then_everybody_reads_the_theme() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.grant(people.sem, RoleKind::Facilitator, None).await;
    let theme = adds(&house, people.sem, "Terugbellen").await.unwrap();
    let workshop = crate::learning::workshop(&house, "A").await;
    assert!(is_missing(&helps(&house, people.sem, theme, &[workshop]).await));
    assert!(!sees(&house, people.fenna, theme).await);
    helps(&house, people.manager, theme, &[workshop]).await.unwrap();
    assert!(sees(&house, people.fenna, theme).await);
    assert_eq!(published(&house).await, [("Terugbellen".into(), None)], "how often is not told");
    let mut browser = house.browser_of(people.fenna).await;
    let page = browser.get(&format!("/workshops/{workshop}")).await;
    assert!(page.body.contains("Terugbellen"));
    let retire = |change: std::sync::Arc<_>| async move {
        use entity::workshop::WorkshopState;
        olievlek::domain::learning::workshop::set_state(&change, workshop, WorkshopState::Retired).await
    };
    house.write(&Actor::operator(), retire).await.unwrap();
    assert_eq!(fields(helps(&house, people.manager, theme, &[workshop]).await), ["workshops"]);
}
