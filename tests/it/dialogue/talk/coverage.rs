//! How far the round is, and who is next.

use olievlek::domain::dialogue::coverage::{self, Coverage};

use super::*;

async fn covers(house: &TestHouse) -> Coverage {
    coverage::of(&house.db.reader, house.policy.day(house.now())).await.unwrap()
}

async fn starts(house: &TestHouse, who: PersonId, begins: &str) -> Result<()> {
    let (actor, begins) = (house.actor(who).await, day(begins));
    house.write(&actor, |change| async move { coverage::start(&change, "Voorjaar", begins).await }).await
}

fn states(coverage: &Coverage) -> Vec<(&str, &str)> {
    coverage.teams.iter().map(|team| (team.name.as_str(), team.state())).collect()
}

#[tokio::test]
async fn a_team_is_spoken_with_from_the_first_day_of_the_round() {
    let house = TestHouse::new().await;
    let people = with_sem(&house).await;
    let id = planned(&house, people.sem, &[people.permits], "2026-03-01T10:00").await;
    assert_eq!(states(&covers(&house).await), [("Telefoon en chat", "not-yet"), ("Vergunningen", "planned")]);
    keep(&house, people.sem, id, &facts("2026-03-01", 3, vec![]), &[]).await.unwrap();
    let all = covers(&house).await;
    assert_eq!(states(&all), [("Telefoon en chat", "not-yet"), ("Vergunningen", "spoken")]);
    assert_eq!((all.held, all.participants, all.elsewhere), (1, 3, 3), "Noor, Ruben and Iris are in no team");
    starts(&house, people.manager, "2026-03-02").await.unwrap();
    let all = covers(&house).await;
    assert_eq!(states(&all), [("Telefoon en chat", "not-yet"), ("Vergunningen", "not-yet")]);
    assert_eq!((all.held, all.participants), (0, 0));
    assert_eq!(fields(starts(&house, people.manager, "2026-03-02").await), ["begins"]);
    for nobody in [people.sem, people.head, people.administrator] {
        assert!(matches!(starts(&house, nobody, "2026-04-01").await, Err(Error::Forbidden)));
    }
}

#[tokio::test]
async fn next_is_who_was_never_spoken_with_then_the_longest_ago_then_the_largest() {
    let house = TestHouse::new().await;
    let people = with_sem(&house).await;
    let post = house.department("POST", "Postkamer", Some(people.organisation)).await;
    let ict = house.department("ICT", "ICT", Some(people.organisation)).await;
    let empty = house.department("LEEG", "Leeg", Some(people.organisation)).await;
    for name in ["Bo Berg", "Jo Berg"] {
        house.employee(name, post).await;
    }
    house.employee("Al Zee", ict).await;
    for (team, date) in [(people.permits, "2026-02-20"), (people.phone_team, "2026-02-10")] {
        let id = planned(&house, people.sem, &[team], &format!("{date}T10:00")).await;
        keep(&house, people.sem, id, &facts(date, 3, vec![]), &[]).await.unwrap();
    }
    starts(&house, people.manager, "2026-03-01").await.unwrap();
    let next = |all: &Coverage| all.next().into_iter().map(|team| team.id).collect::<Vec<_>>();
    let all = covers(&house).await;
    assert_eq!(next(&all), [post, ict, people.phone_team, people.permits]);
    assert!(all.teams.iter().any(|team| team.id == empty), "who has no people is listed, not proposed");
    planned(&house, people.sem, &[post], "2026-03-10T10:00").await;
    assert_eq!(next(&covers(&house).await), [ict, people.phone_team, people.permits]);
}

#[tokio::test]
async fn a_head_sees_the_own_teams_and_no_more() {
    let house = TestHouse::new().await;
    let people = with_sem(&house).await;
    let id = planned(&house, people.sem, &[people.permits, people.phone_team], "2026-03-01T10:00").await;
    keep(&house, people.sem, id, &facts("2026-03-01", 47, vec![]), &[]).await.unwrap();
    let mut hanna = house.browser_of(people.head).await;
    let page = hanna.get("/conversations/coverage").await;
    assert!(page.body.contains("Vergunningen"), "the own team");
    assert!(!page.body.contains("Telefoon en chat") && !page.body.contains("47"), "nothing of others");
    let mut sem = house.browser_of(people.sem).await;
    let page = sem.get("/conversations/coverage").await;
    assert!(page.body.contains("Telefoon en chat") && page.body.contains("47"));
    assert!(page.attribute("form[action='/conversations/rounds']", "method").is_empty(), "starts no round");
}
