//! How many questions a page asks of the database. A page that needs more says why, here.

use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

use olievlek::domain::learning::{assignment::Group, session::Plan};

use super::learning::press;
use crate::{
    adoption::told::two_periods,
    dialogue::improvement::{agrees, idea, raises},
    house::{TestHouse, world::Named},
    learning::{
        assignment::{assign, draft},
        date_wish::{asks, wish_for},
        held_seat::{for_team, holds},
        plan, plan_session, session_of, workshop,
    },
};

/// Statements that were run until now by this thread, transactions themselves not counted.
fn counted(handle: &PrometheusHandle) -> usize {
    let text = handle.render();
    let lines = text.lines().filter(|line| line.starts_with("olievlek_database_statements_total{"));
    lines.filter_map(|line| line.rsplit(' ').next()?.parse::<usize>().ok()).sum()
}

#[tokio::test]
async fn a_page_asks_no_more_questions_than_it_did() {
    let recorder = PrometheusBuilder::new().build_recorder();
    let handle = recorder.handle();
    let _here = metrics::set_default_local_recorder(&recorder);
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 4).await;
    workshop(&house, "B").await;
    let mut browser = house.browser_of(people.fenna).await;
    let page = format!("/sessions/{session}");
    // The first time, and when somebody looked a moment ago. Once a second one more asks what the organisation calls its values.
    for (path, most) in [("/workshops", (6, 1)), ("/workshops?show=dates", (7, 2)), (page.as_str(), (9, 2))] {
        let mut asked = Vec::new();
        for _ in 0..2 {
            let before = counted(&handle);
            assert_eq!(browser.get(path).await.status, 200);
            asked.push(counted(&handle) - before);
        }
        assert_eq!((asked[0], asked[1]), most, "{path}");
    }
    let shown = browser.get(&page).await;
    let before = counted(&handle);
    // One of them asks whether somebody has to agree first.
    press(&mut browser, &shown, "/enrolments", &[]).await;
    let lines_up = usize::from(!house.url().starts_with("sqlite"));
    assert_eq!(counted(&handle) - before, 20 + lines_up, "an enrolment");
    pages_of_heads_and_planners(&house, &people, &handle).await;
}

/// The pages with everything on one screen, where every part has something to show.
async fn pages_of_heads_and_planners(house: &TestHouse, people: &Named, handle: &PrometheusHandle) {
    let few = workshop(house, "C").await;
    plan_session(house, Plan { minimum: Some(3), ..plan(few, "2026-04-07T10:00", Some(6)) })
        .await
        .expect("one");
    assign(house, &draft(few, vec![Group::Department(people.organisation)])).await;
    let held = session_of(house, "D", 4).await;
    holds(house, people.head, for_team(held, people.permits, 1)).await.expect("held seats");
    asks(house, people.head, &wish_for(people.permits, few)).await.expect("a wish");
    let id = raises(house, people.fenna, &idea(people.permits, "Eén nummer")).await.expect("an idea");
    agrees(house, people.head, id, (people.fenna, "2026-04-01")).await.expect("agreed");
    house.at("2026-03-20T09:00");
    let pages = [
        (people.head, "/"),
        (people.head, "/team/overview"),
        (people.manager, "/desk/overview"),
        (people.manager, "/desk/costs"),
        (people.manager, "/desk/turnout"),
        (people.noor, "/improvements"),
        (people.fenna, "/improvements/mine"),
        (people.head, "/team/improvements"),
        (people.noor, "/themes"),
    ];
    let mut asked = Vec::new();
    for (who, path) in pages {
        let mut browser = house.browser_of(who).await;
        let before = counted(handle);
        assert_eq!(browser.get(path).await.status, 200);
        asked.push(counted(handle) - before);
    }
    // Three or four of each count what waits for who decides, for the menu.
    assert_eq!(asked, [35, 18, 22, 9, 8, 6, 9, 11, 5]);
}

#[tokio::test]
async fn the_report_and_a_department_ask_few_questions_however_many_there_are() {
    let recorder = PrometheusBuilder::new().build_recorder();
    let handle = recorder.handle();
    let _here = metrics::set_default_local_recorder(&recorder);
    let house = TestHouse::new().await;
    let people = house.named().await;
    two_periods(&house, &people).await;
    let unit = format!("/adoption/units/{}", people.permits);
    let pages = [
        (people.fenna, "/adoption"),
        (people.head, "/adoption"),
        (people.manager, "/adoption"),
        (people.head, unit.as_str()),
        (people.manager, "/adoption/indicators/values"),
        (people.fenna, "/adoption/annex"),
    ];
    let mut asked = Vec::new();
    for (who, path) in pages {
        let mut browser = house.browser_of(who).await;
        let mut twice = Vec::new();
        // The second time everybody's part is known.
        for _ in 0..2 {
            let before = counted(&handle);
            assert_eq!(browser.get(path).await.status, 200);
            twice.push(counted(&handle) - before);
        }
        asked.push((twice[0], twice[1]));
    }
    assert_eq!(asked, [(6, 1), (13, 8), (13, 6), (16, 12), (11, 5), (8, 4)]);
}
