//! What sessions cost, and whom: worked examples, to the cent.

use std::collections::BTreeMap;

use olievlek::domain::{
    learning::{
        cost::{self, Charge, Costs, Payer, Seats, charge, share},
        period::Period,
        session::Plan,
    },
    people::department,
};

use super::{assignment::day, turnout::close_with, *};

fn centre(code: &str) -> Payer {
    Payer::Centre(code.into())
}

fn seats(kept: u64, no_show: u64, late: u64) -> Seats {
    Seats { kept, no_show, late }
}

fn charged(cents: i64, capacity: Option<i32>, given: &[(Payer, Seats)]) -> Vec<(Payer, Charge)> {
    charge(cents, capacity, &given.iter().cloned().collect::<BTreeMap<_, _>>()).into_iter().collect()
}

fn pays(payer: Payer, total: i64, no_show: i64, late: i64) -> (Payer, Charge) {
    (payer, Charge { total, no_show, late })
}

pub async fn set_cost_centre(house: &TestHouse, id: DepartmentId, code: &str) {
    let set = |change: std::sync::Arc<_>| async move { department::set_cost_centre(&change, id, code).await };
    house.write(&Actor::operator(), set).await.expect("a cost centre");
}

async fn of_year(house: &TestHouse) -> Costs {
    let period = Period::of(2026, None).expect("a year");
    let at = (&*house.policy, house.now());
    cost::of_period(&house.db.reader, &period, at).await.expect("costs")
}

#[test]
fn the_cents_that_are_left_go_to_the_largest_remainders() {
    assert_eq!(share(10, &[1, 1, 1]), [4, 3, 3]);
    assert_eq!(share(100, &[1, 5, 0]), [17, 83, 0]);
    assert_eq!(share(1, &[3, 4]), [0, 1]);
    assert_eq!(share(5, &[0, 0]), [0, 0]);
}

#[test]
fn the_parts_always_add_up_to_the_whole() {
    for cents in [0, 1, 99, 75_000, 75_001, 9_999_999_999_999] {
        for capacity in [None, Some(0), Some(7), Some(40)] {
            for number in 0..60_u64 {
                let given = [
                    (centre("4100"), seats(number % 5, number % 3, number % 7)),
                    (centre("4200"), seats(number % 2, 0, number % 4)),
                    (Payer::Nowhere, seats(0, number % 4, 0)),
                ];
                let parts = charged(cents, capacity, &given);
                let sum: i64 = parts.iter().map(|(_, part)| part.total).sum();
                assert_eq!(sum, cents, "{capacity:?} {given:?}");
                assert!(parts.iter().all(|(_, part)| part.no_show + part.late <= part.total));
            }
        }
    }
}

#[test]
fn a_seat_costs_whoever_had_it_and_the_programme_what_nobody_had() {
    // Four seats of 25 euros: two had by 4100 of whom one did not come, one given up too late by 4200, one empty.
    let given = [(centre("4100"), seats(1, 1, 0)), (centre("4200"), seats(0, 0, 1))];
    let wanted = [
        pays(centre("4100"), 5_000, 2_500, 0),
        pays(centre("4200"), 2_500, 0, 2_500),
        pays(Payer::Programme, 2_500, 0, 0),
    ];
    assert_eq!(charged(10_000, Some(4), &given), wanted);
}

#[test]
fn a_late_cancellation_costs_nothing_once_somebody_else_took_the_place() {
    let given = [(centre("4100"), seats(0, 0, 1)), (centre("4200"), seats(1, 0, 0))];
    let wanted =
        [pays(centre("4100"), 0, 0, 0), pays(centre("4200"), 10_000, 0, 0), pays(Payer::Programme, 0, 0, 0)];
    assert_eq!(charged(10_000, Some(1), &given), wanted);
    // Two cancelled late, and one of the two places was taken: they share the other.
    let given = [(centre("4100"), seats(1, 0, 1)), (centre("4200"), seats(0, 0, 1))];
    let wanted = [
        pays(centre("4100"), 7_500, 0, 2_500),
        pays(centre("4200"), 2_500, 0, 2_500),
        pays(Payer::Programme, 0, 0, 0),
    ];
    assert_eq!(charged(10_000, Some(2), &given), wanted);
}

#[test]
fn without_a_limit_the_seats_are_those_that_people_had_and_without_people_the_programme_pays() {
    let given = [(centre("4100"), seats(2, 0, 1)), (centre("4200"), seats(0, 1, 0))];
    let wanted = [
        pays(centre("4100"), 7_500, 0, 2_500),
        pays(centre("4200"), 2_500, 2_500, 0),
        pays(Payer::Programme, 0, 0, 0),
    ];
    assert_eq!(charged(10_000, None, &given), wanted);
    assert_eq!(charged(10_000, None, &[]), [pays(Payer::Programme, 10_000, 0, 0)]);
}

#[tokio::test]
async fn a_team_without_a_cost_centre_books_on_that_of_the_department_above_it() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    set_cost_centre(&house, people.permits, "4100").await;
    set_cost_centre(&house, people.counter, "4200").await;
    let workshop = workshop(&house, "A").await;
    let wanted = Plan { cost_cents: Some(10_001), ..plan(workshop, "2026-04-01T10:00", Some(5)) };
    let session = plan_session(&house, wanted).await.unwrap();
    // Two of permits, one of the phone team below the counter, one of the organisation, one from outside.
    for person in [people.fenna, people.sem, people.daan, people.manager] {
        enrol(&house, session, person).await.unwrap();
    }
    house.at("2026-04-02T10:00");
    let costs = of_year(&house).await;
    let lines: Vec<_> = costs.lines.iter().map(|line| (line.payer.clone(), line.total)).collect();
    let wanted = [
        (centre("4100"), 4_001),
        (centre("4200"), 2_000),
        (Payer::Nowhere, 2_000),
        (Payer::Programme, 2_000),
    ];
    assert_eq!(lines, wanted);
    assert_eq!((costs.sessions, costs.without), (1, 0));
}

#[tokio::test]
async fn only_dates_that_ended_in_the_period_count_and_none_that_was_called_off() {
    let house = TestHouse::new().await;
    house.named().await;
    let workshop = workshop(&house, "A").await;
    let costing = |start| Plan { cost_cents: Some(5_000), ..plan(workshop, start, Some(5)) };
    let gone = plan_session(&house, costing("2026-03-20T10:00")).await.unwrap();
    for start in ["2026-03-31T10:00", "2026-04-01T10:00", "2026-06-01T10:00"] {
        plan_session(&house, costing(start)).await.unwrap();
    }
    plan_session(&house, plan(workshop, "2026-04-02T10:00", Some(5))).await.unwrap();
    calling_off::call_off(&house, gone, Some("De trainer is ziek.")).await.unwrap();
    house.at("2026-05-01T10:00");
    let of = |from: &str, until: &str| {
        let (house, period) = (&house, Period::new(day(from), day(until)));
        async move {
            let at = (&*house.policy, house.now());
            let costs = cost::of_period(&house.db.reader, &period, at).await.unwrap();
            let sum: i64 = costs.lines.iter().map(|line| line.total).sum();
            (costs.sessions, costs.without, sum)
        }
    };
    assert_eq!(of("2026-03-01", "2026-03-31").await, (1, 0, 5_000));
    assert_eq!(of("2026-03-01", "2026-04-30").await, (2, 1, 10_000));
    // What is still to come costs nothing yet.
    assert_eq!(of("2026-03-01", "2026-12-31").await, (2, 1, 10_000));
}

#[tokio::test]
async fn what_no_shows_cost_is_told_only_of_cost_centres_with_twenty_people() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    set_cost_centre(&house, people.permits, "4100").await;
    set_cost_centre(&house, people.counter, "4200").await;
    let workshop = workshop(&house, "A").await;
    let wanted = Plan { cost_cents: Some(10_000), ..plan(workshop, "2026-04-01T10:00", Some(4)) };
    let session = plan_session(&house, wanted).await.unwrap();
    enrol(&house, session, people.fenna).await.unwrap();
    enrol(&house, session, people.noor).await.unwrap();
    close_with(&house, session, &[]).await;
    let missed = |costs: &Costs| {
        costs.lines.iter().map(|line| (line.payer.clone(), line.missed)).collect::<BTreeMap<_, _>>()
    };
    assert_eq!(missed(&of_year(&house).await).get(&centre("4100")), Some(&None));
    // Fenna, Sem and Hanna work there; seventeen come.
    for number in 0..17 {
        house.employee(&format!("Nummer{number} Velden"), people.permits).await;
    }
    let told = missed(&of_year(&house).await);
    assert_eq!(told.get(&centre("4100")), Some(&Some((2_500, 0))));
    assert_eq!(told.get(&centre("4200")), Some(&None));
}
