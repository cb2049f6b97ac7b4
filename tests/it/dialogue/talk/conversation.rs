//! Planning a conversation, and what people hear of it.

use olievlek::domain::{dialogue::conversation::list, page::Window, task::Letter};

use super::*;
use crate::letter;

async fn replans(house: &TestHouse, who: PersonId, id: ConversationId, wanted: &Plan) -> Result<()> {
    let actor = house.actor(who).await;
    house.write(&actor, |change| async move { plan::replan(&change, id, wanted).await }).await
}

async fn calls_off(house: &TestHouse, who: PersonId, id: ConversationId) -> Result<()> {
    let actor = house.actor(who).await;
    house.write(&actor, |change| async move { plan::call_off(&change, id).await }).await
}

/// Who is told what: the name of each letter, in the order of people.
async fn told(house: &TestHouse) -> Vec<(&'static str, PersonId)> {
    let of = |letter: Letter| {
        let name = letter.name();
        match letter {
            Letter::ConversationPlanned { person, .. }
            | Letter::ConversationMoved { person, .. }
            | Letter::ConversationCalledOff { person, .. }
            | Letter::ConversationSummary { person, .. } => Some((name, person)),
            _ => None,
        }
    };
    let mut all: Vec<_> = house.letters().await.into_iter().filter_map(of).collect();
    all.sort_by_key(|(_, person)| *person);
    all
}

#[tokio::test]
async fn a_facilitator_plans_for_themselves_and_the_programme_manager_for_any_facilitator() {
    let house = TestHouse::new().await;
    let people = with_sem(&house).await;
    let wanted = Plan { facilitator: Some(people.manager), ..plan_of(&[people.permits], "2026-04-01T10:00") };
    let id = plans(&house, people.sem, &wanted).await.unwrap();
    assert_eq!(row(&house, id).await.facilitator_id, Some(people.sem), "not for somebody else");
    let wanted = Plan { facilitator: Some(people.sem), ..wanted };
    let id = plans(&house, people.manager, &wanted).await.unwrap();
    assert_eq!(row(&house, id).await.facilitator_id, Some(people.sem));
    let wanted = Plan { facilitator: Some(people.fenna), ..wanted };
    assert_eq!(fields(plans(&house, people.manager, &wanted).await), ["facilitator"]);
    for nobody in [people.fenna, people.head, people.administrator] {
        assert!(matches!(plans(&house, nobody, &wanted).await, Err(Error::Forbidden)));
    }
}

#[tokio::test]
async fn a_conversation_is_with_teams_or_with_a_party_from_outside() {
    let house = TestHouse::new().await;
    let people = with_sem(&house).await;
    let plan = plan_of(&[], "2026-04-01T10:00");
    assert_eq!(fields(plans(&house, people.sem, &plan).await), ["teams"]);
    let above = Plan { teams: vec![people.counter], ..plan.clone() };
    assert_eq!(
        fields(plans(&house, people.sem, &above).await),
        ["teams"],
        "a department with teams is no team"
    );
    let panel = Plan { kind: ConversationKind::Panel, ..plan.clone() };
    assert_eq!(fields(plans(&house, people.sem, &panel).await), ["partner"]);
    let panel = Plan { partner: "Ondernemersvereniging".into(), place: " ".into(), minutes: 5, ..panel };
    assert_eq!(fields(plans(&house, people.sem, &panel).await), ["place", "minutes"]);
    let panel = Plan { place: "De Haven".into(), minutes: 60, service_area: "Vergunningen".into(), ..panel };
    let id = plans(&house, people.sem, &panel).await.unwrap();
    assert_eq!(row(&house, id).await.partner.as_deref(), Some("Ondernemersvereniging"));
}

#[tokio::test]
async fn everybody_in_the_team_hears_what_is_new_for_them() {
    let house = TestHouse::new().await;
    let people = with_sem(&house).await;
    let id = planned(&house, people.sem, &[people.permits], "2026-04-01T10:00").await;
    let (planned, moved, off) = ("conversation-planned", "conversation-moved", "conversation-called-off");
    let permits = [people.fenna, people.sem, people.head];
    assert_eq!(told(&house).await, permits.map(|person| (planned, person)));
    // Another facilitator's word in the plan is no news; another hour is.
    let later = plan_of(&[people.permits], "2026-04-01T14:00");
    replans(&house, people.sem, id, &later).await.unwrap();
    assert_eq!(told(&house).await, permits.map(|person| (moved, person)));
    replans(&house, people.sem, id, &later).await.unwrap();
    assert!(told(&house).await.is_empty(), "nothing is new");
    // With another team: whoever no longer comes hears that, who comes too; Sem holds it either way.
    replans(&house, people.sem, id, &plan_of(&[people.phone_team], "2026-04-01T14:00")).await.unwrap();
    assert_eq!(told(&house).await, [(off, people.fenna), (planned, people.daan), (off, people.head)]);
    calls_off(&house, people.sem, id).await.unwrap();
    assert_eq!(told(&house).await, [(off, people.sem), (off, people.daan)]);
    assert!(not_now(calls_off(&house, people.sem, id).await));
    assert!(not_now(replans(&house, people.sem, id, &later).await));
}

#[tokio::test]
async fn the_letter_carries_one_entry_a_person_whose_number_rises() {
    let house = TestHouse::new().await;
    let people = with_sem(&house).await;
    let id = planned(&house, people.sem, &[people.permits], "2026-04-01T10:00").await;
    letter::mail(&house).await;
    replans(&house, people.sem, id, &plan_of(&[people.permits], "2026-04-02T10:00")).await.unwrap();
    letter::mail(&house).await;
    calls_off(&house, people.sem, id).await.unwrap();
    letter::mail(&house).await;
    let copies = letter::copies(&house).await;
    let mut fenna: Vec<_> = copies.iter().filter(|copy| copy.person_id == Some(people.fenna)).collect();
    fenna.sort_by_key(|copy| copy.id);
    let entries: Vec<_> = fenna.iter().map(|copy| copy.calendar.clone().expect("an entry")).collect();
    assert_eq!(entries.len(), 3);
    let uid = format!("UID:{}.{id}@", people.fenna);
    for (number, entry) in entries.iter().enumerate() {
        let whole = entry.replace("\r\n ", "");
        assert!(whole.contains(&uid), "{whole}");
        assert!(whole.contains(&format!("SEQUENCE:{number}\r\n")), "{whole}");
    }
    assert!(entries[2].contains("METHOD:CANCEL"), "{}", entries[2]);
    assert!(fenna[0].subject.contains("1 april"), "{}", fenna[0].subject);
}

#[tokio::test]
async fn a_facilitator_finds_the_own_conversations_and_the_programme_manager_all() {
    let house = TestHouse::new().await;
    let people = with_sem(&house).await;
    let own = planned(&house, people.sem, &[people.permits], "2026-04-01T10:00").await;
    let other = planned(&house, people.manager, &[people.phone_team], "2026-04-02T10:00").await;
    for (who, expected) in
        [(people.sem, vec![own]), (people.manager, vec![own, other]), (people.head, vec![])]
    {
        let (actor, filter) = (house.actor(who).await, list::Filter::default());
        let page =
            list::page(&house.db.reader, &actor, &filter, &Window::default(), house.now()).await.unwrap();
        assert_eq!(page.items.iter().map(|line| line.row.id).collect::<Vec<_>>(), expected);
    }
    assert!(not_now(calls_off(&house, people.sem, own).await.and(calls_off(&house, people.sem, own).await)));
    assert!(missing(calls_off(&house, people.sem, other).await), "that of somebody else is not there");
}

#[tokio::test]
async fn a_planned_conversation_follows_a_team_that_merged_and_a_held_one_stays_as_it_was() {
    let house = TestHouse::new().await;
    let people = with_sem(&house).await;
    let (from, into) = (people.permits, people.phone_team);
    let held = planned(&house, people.sem, &[from], "2026-02-01T10:00").await;
    keep(&house, people.sem, held, &facts("2026-02-01", 8, vec![]), &[]).await.unwrap();
    let alone = planned(&house, people.sem, &[from], "2026-04-01T10:00").await;
    let together = planned(&house, people.sem, &[from, into], "2026-04-02T10:00").await;
    let merge = |change: std::sync::Arc<olievlek::domain::change::Change>| async move {
        let day = change.policy.day(change.now);
        olievlek::domain::reorganisation::merging::merge(&change, (from, into), day).await
    };
    house.write(&olievlek::domain::actor::Actor::operator(), merge).await.unwrap();
    let mut with = Vec::new();
    for id in [held, alone, together] {
        let teams = olievlek::domain::dialogue::conversation::teams(&house.db.reader, id).await.unwrap();
        with.push(teams.iter().map(|team| team.id).collect::<Vec<_>>());
    }
    assert_eq!(with, [vec![from], vec![into], vec![into]]);
}
