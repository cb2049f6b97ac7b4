//! Planning.

use olievlek::domain::{
    actor::Actor,
    learning::{
        agenda::{self, Filter},
        session as sessions,
    },
    page::Window,
};

use super::*;

fn fields<T: std::fmt::Debug>(result: Result<T>) -> Vec<(&'static str, &'static str)> {
    match result {
        Err(Error::Invalid(fields)) => fields.iter().map(|f| (f.name, f.key)).collect(),
        other => panic!("expected problems, got {other:?}"),
    }
}

#[tokio::test]
async fn a_plan_that_makes_no_sense_is_refused_field_by_field() {
    let house = TestHouse::new().await;
    let workshop = workshop(&house, "A").await;
    let good = plan(workshop, "2026-04-01T10:00", Some(3));
    let none = Plan { meetings: vec![], ..good.clone() };
    assert_eq!(fields(plan_session(&house, none).await), [("meetings", "meetings-none")]);
    let backwards = Plan { meetings: vec![meeting(moment("2026-04-01T10:00"), -10)], ..good.clone() };
    assert_eq!(fields(plan_session(&house, backwards).await), [("meetings", "end-before-start")]);
    let late = Plan { minimum: Some(4), enrolment_opens: Some(moment("2026-04-02T10:00")), ..good.clone() };
    let expected = [("minimum", "above-capacity"), ("enrolmentOpens", "after-start")];
    assert_eq!(fields(plan_session(&house, late).await), expected);
    let twice = Plan { meetings: vec![good.meetings[0].clone(), good.meetings[0].clone()], ..good.clone() };
    assert_eq!(fields(plan_session(&house, twice).await), [("meetings", "meetings-overlap")]);
    let stranger = Plan { trainers: vec![PersonId::new()], ..good };
    assert_eq!(fields(plan_session(&house, stranger).await), [("trainerIds", "unknown")]);
}

#[tokio::test]
async fn an_employee_plans_nothing() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let plan = &plan(workshop(&house, "A").await, "2026-04-01T10:00", Some(3));
    let refused =
        house.write(&Actor::employee(people.fenna), |c| async move { sessions::plan(&c, plan).await }).await;
    assert!(matches!(refused, Err(Error::Forbidden)));
}

#[tokio::test]
async fn a_session_of_several_meetings_spans_the_first_start_and_the_last_end() {
    let house = TestHouse::new().await;
    let mut plan = plan(workshop(&house, "A").await, "2026-04-15T10:00", Some(3));
    plan.meetings.push(meeting(moment("2026-04-01T10:00"), 60));
    let id = plan_session(&house, plan).await.unwrap();
    let details = sessions::details(&house.db.reader, id, house.now()).await.unwrap();
    assert_eq!(details.session.starts_at, moment("2026-04-01T10:00"));
    assert_eq!(details.session.ends_at, moment("2026-04-15T12:00"));
    assert_eq!(details.meetings.len(), 2);
}

#[tokio::test]
async fn the_agenda_finds_by_value_free_seats_search_and_period_and_goes_on_page_by_page() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (a, b) = (workshop(&house, "A").await, workshop(&house, "B").await);
    let full = plan_session(&house, plan(a, "2026-04-01T10:00", Some(1))).await.unwrap();
    let free = plan_session(&house, plan(b, "2026-05-01T10:00", Some(1))).await.unwrap();
    enrol(&house, full, people.fenna).await.unwrap();
    let ids = async |filter: Filter| {
        let page = agenda::list(&house.db.reader, &filter, &Window::default(), house.now()).await.unwrap();
        page.items.iter().map(|item| item.session.id).collect::<Vec<_>>()
    };
    assert_eq!(ids(Filter::default()).await, [full, free]);
    assert_eq!(ids(Filter { free: true, ..Default::default() }).await, [free]);
    assert_eq!(ids(Filter { search: "workshop b".into(), ..Default::default() }).await, [free]);
    assert_eq!(ids(Filter { search: "100%".into(), ..Default::default() }).await, []);
    assert_eq!(ids(Filter { value: Some(CoreValue::Trust), ..Default::default() }).await, [full, free]);
    assert_eq!(ids(Filter { value: Some(CoreValue::Craft), ..Default::default() }).await, []);
    assert_eq!(ids(Filter { until: Some(moment("2026-04-15T00:00")), ..Default::default() }).await, [full]);
    house.at("2026-04-15T00:00");
    assert_eq!(ids(Filter { open: Some(false), ..Default::default() }).await, [full]);
    let window = Window::new(Some(1), None).unwrap();
    let first = agenda::list(&house.db.reader, &Filter::default(), &window, house.now()).await.unwrap();
    let window = Window::new(Some(1), first.next.as_deref()).unwrap();
    let second = agenda::list(&house.db.reader, &Filter::default(), &window, house.now()).await.unwrap();
    assert_eq!((second.items[0].session.id, second.next), (free, None));
}
