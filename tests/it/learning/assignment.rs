//! Targeted trainings: who gets a duty, until when, and what ends it.

use std::sync::Arc;

use chrono::NaiveDate;
use entity::{duty, enrolment::Outcome, role::RoleKind};
use olievlek::domain::{
    change::Change,
    learning::{
        assignment::{self, Draft, Due, Group, Subject, fill},
        demand::{self, Part},
        duty::{
            self as duties, extension,
            list::{self as listed, Filter, Line, State},
        },
        track,
    },
    page::Window,
    people::department,
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, QueryFilter as _, sea_query::Expr};

use super::*;

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub fn draft(workshop: WorkshopId, groups: Vec<Group>) -> Draft {
    Draft {
        subject: Subject::Workshop(workshop),
        groups,
        due: Due::On(day("2026-06-01")),
        reason: "Dit hoort bij je werk.".into(),
        repeat_years: None,
    }
}

pub async fn assign_as(house: &TestHouse, actor: &Actor, draft: &Draft) -> Result<AssignmentId> {
    house.write(actor, |change| async move { assignment::make(&change, draft).await }).await
}

pub async fn assign(house: &TestHouse, draft: &Draft) -> AssignmentId {
    assign_as(house, &Actor::operator(), draft).await.expect("an assignment")
}

/// What the nightly job does.
async fn hold(house: &TestHouse, id: AssignmentId) {
    let fill = |change: Arc<Change>| async move { fill::fill(&change, id).await };
    while house.write(&Actor::house(), fill).await.expect("held") {}
}

async fn moment_of(house: &TestHouse, workshops: &[WorkshopId]) -> listed::Moment {
    let at = (&*house.policy, house.now());
    demand::moment(&house.db.reader, workshops, &Part::Everybody, at).await.expect("a moment").1
}

async fn lines(house: &TestHouse, id: AssignmentId) -> Vec<Line> {
    let all = duty::Entity::find().all(&house.db.reader).await.expect("duties");
    let workshops: Vec<_> = all.iter().map(|row| row.workshop_id).collect();
    let moment = moment_of(house, &workshops).await;
    let filter = Filter { assignment: Some(id), ..Filter::default() };
    listed::list(&house.db.reader, &filter, &Window::default(), &moment).await.expect("a list").items
}

async fn of(house: &TestHouse, id: AssignmentId, person: PersonId) -> Option<Line> {
    lines(house, id).await.into_iter().find(|line| line.person.id == person)
}

async fn state(house: &TestHouse, id: AssignmentId, person: PersonId) -> Option<State> {
    of(house, id, person).await.map(|line| line.state)
}

/// What closing a register will do.
async fn outcome(house: &TestHouse, session: SessionId, person: PersonId, outcome: Option<Outcome>) {
    entity::enrolment::Entity::update_many()
        .col_expr(entity::enrolment::Column::Outcome, Expr::value(outcome))
        .filter(entity::enrolment::Column::SessionId.eq(session))
        .filter(entity::enrolment::Column::PersonId.eq(person))
        .exec(&house.db.writer)
        .await
        .expect("an outcome");
    let fulfil = |change: Arc<Change>| async move { duties::fulfil(&change, session).await };
    house.write(&Actor::house(), fulfil).await.expect("fulfilled");
}

async fn move_to(house: &TestHouse, person: PersonId, department: DepartmentId) {
    let today = house.policy.day(house.now());
    entity::placement::Entity::update_many()
        .col_expr(entity::placement::Column::DepartmentId, Expr::value(department))
        .col_expr(entity::placement::Column::StartsOn, Expr::value(today))
        .filter(entity::placement::Column::PersonId.eq(person))
        .exec(&house.db.writer)
        .await
        .expect("a move");
}

#[tokio::test]
async fn a_department_with_all_below_it_gets_a_duty_and_one_letter_each() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let id = assign(&house, &draft(workshop, vec![Group::Department(people.counter)])).await;
    let who: Vec<_> = lines(&house, id).await.iter().map(|line| line.person.id).collect();
    assert_eq!(who.len(), 2);
    assert!(who.contains(&people.noor) && who.contains(&people.daan));
    let letters = house.letters().await;
    assert_eq!(letters.len(), 2);
    assert!(letters.iter().all(|letter| letter.name() == "assigned"));
}

#[tokio::test]
async fn job_profiles_and_named_people_are_groups_too_and_nobody_is_counted_twice() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let groups = vec![
        Group::JobProfile { title: "MEDEWERKER".into(), within: Some(people.permits) },
        Group::Person(people.sem),
        Group::Person(people.noor),
    ];
    let id = assign(&house, &draft(workshop, groups)).await;
    let mut who: Vec<_> = lines(&house, id).await.iter().map(|line| line.person.id).collect();
    who.sort_unstable();
    let mut wanted = vec![people.fenna, people.sem, people.head, people.noor];
    wanted.sort_unstable();
    assert_eq!(who, wanted);
}

#[tokio::test]
async fn a_head_assigns_to_the_own_people_and_to_nobody_else() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let head = house.actor(people.head).await;
    assert!(
        assign_as(&house, &head, &draft(workshop, vec![Group::Department(people.permits)])).await.is_ok()
    );
    assert!(assign_as(&house, &head, &draft(workshop, vec![Group::Person(people.sem)])).await.is_ok());
    let everywhere = Group::JobProfile { title: "Medewerker".into(), within: None };
    for others in [Group::Department(people.counter), Group::Person(people.noor), everywhere] {
        let no = assign_as(&house, &head, &draft(workshop, vec![others])).await;
        assert!(matches!(no, Err(Error::Invalid(_))), "{no:?}");
    }
    let employee = Actor::employee(people.fenna);
    let no = assign_as(&house, &employee, &draft(workshop, vec![Group::Person(people.fenna)])).await;
    assert!(matches!(no, Err(Error::Forbidden)));
}

#[tokio::test]
async fn who_joins_gets_a_duty_with_a_month_at_least_and_who_leaves_drops_out() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let soon =
        Draft { due: Due::On(day("2026-03-12")), ..draft(workshop, vec![Group::Department(people.permits)]) };
    let id = assign(&house, &soon).await;
    assert_eq!(of(&house, id, people.fenna).await.unwrap().duty.due_on, day("2026-03-12"));
    house.at("2026-03-03T09:00");
    move_to(&house, people.noor, people.permits).await;
    move_to(&house, people.sem, people.counter).await;
    house.leave(people.fenna).await;
    hold(&house, id).await;
    assert_eq!(of(&house, id, people.noor).await.unwrap().duty.due_on, day("2026-04-02"));
    assert!(of(&house, id, people.sem).await.is_none() && of(&house, id, people.fenna).await.is_none());
    let rows = duty::Entity::find().all(&house.db.reader).await.unwrap();
    assert_eq!(rows.iter().filter(|row| row.ending == Some(duty::DutyEnding::LeftGroup)).count(), 2, "kept");
}

#[tokio::test]
async fn days_after_joining_count_from_the_assignment_for_who_is_there_already() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let after = Draft { due: Due::After(60), ..draft(workshop, vec![Group::Department(people.permits)]) };
    let id = assign(&house, &after).await;
    assert_eq!(of(&house, id, people.sem).await.unwrap().duty.due_on, day("2026-05-01"));
    house.at("2026-03-20T09:00");
    move_to(&house, people.noor, people.permits).await;
    hold(&house, id).await;
    assert_eq!(of(&house, id, people.noor).await.unwrap().duty.due_on, day("2026-05-19"));
}

#[tokio::test]
async fn the_job_comes_after_midnight_and_after_a_file_of_people() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let id = assign(&house, &draft(workshop, vec![Group::Department(people.permits)])).await;
    let due = || async {
        let midnight = house.policy.midnight(house.policy.day(house.now()));
        fill::due(&house.db.reader, midnight).await.unwrap()
    };
    assert!(due().await.is_empty());
    house.at("2026-03-03T00:01");
    assert_eq!(due().await, [id]);
    move_to(&house, people.noor, people.permits).await;
    olievlek::job::schedule::all(&house).await;
    assert!(due().await.is_empty());
    assert!(of(&house, id, people.noor).await.is_some());
}

#[tokio::test]
async fn a_duty_is_assigned_then_without_date_then_enrolled_then_attended_then_done() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let id = assign(&house, &draft(workshop, vec![Group::Person(people.fenna)])).await;
    assert_eq!(state(&house, id, people.fenna).await, Some(State::Assigned));
    let session = plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(3))).await.unwrap();
    assert_eq!(state(&house, id, people.fenna).await, Some(State::NoDate));
    let place = enrol(&house, session, people.fenna).await.unwrap();
    assert_eq!(state(&house, id, people.fenna).await, Some(State::Enrolled));
    house.at("2026-04-01T12:30");
    let meeting = entity::meeting::Entity::find().one(&house.db.reader).await.unwrap().unwrap().id;
    let marks = &[(place.id, entity::attendance::Mark::Present)];
    let mark = |change: Arc<Change>| async move {
        olievlek::domain::learning::attendance::mark(&change, meeting, marks).await
    };
    house.write(&Actor::operator(), mark).await.unwrap();
    assert_eq!(state(&house, id, people.fenna).await, Some(State::Attended));
    outcome(&house, session, people.fenna, Some(Outcome::Completed)).await;
    let line = of(&house, id, people.fenna).await.unwrap();
    assert_eq!((line.state, line.duty.done_on), (State::Done, Some(day("2026-04-01"))));
}

#[tokio::test]
async fn only_who_completed_it_has_done_it_and_a_correction_is_followed() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let id = assign(&house, &draft(workshop, vec![Group::Department(people.permits)])).await;
    let session = plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(3))).await.unwrap();
    enrol(&house, session, people.fenna).await.unwrap();
    enrol(&house, session, people.sem).await.unwrap();
    house.at("2026-04-02T09:00");
    outcome(&house, session, people.sem, Some(Outcome::NoShow)).await;
    outcome(&house, session, people.fenna, Some(Outcome::Completed)).await;
    assert_eq!(state(&house, id, people.fenna).await, Some(State::Done));
    assert_eq!(state(&house, id, people.sem).await, Some(State::Assigned));
    outcome(&house, session, people.fenna, Some(Outcome::Incomplete)).await;
    assert_eq!(state(&house, id, people.fenna).await, Some(State::Assigned));
}

#[tokio::test]
async fn whoever_completed_it_before_has_done_it_at_once_unless_that_is_too_long_ago() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let session = plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(3))).await.unwrap();
    enrol(&house, session, people.fenna).await.unwrap();
    house.at("2026-04-02T09:00");
    outcome(&house, session, people.fenna, Some(Outcome::Completed)).await;
    house.letters().await;
    house.at("2028-05-01T09:00");
    let later =
        Draft { due: Due::On(day("2028-12-01")), ..draft(workshop, vec![Group::Person(people.fenna)]) };
    let once = assign(&house, &later).await;
    assert_eq!(state(&house, once, people.fenna).await, Some(State::Done));
    assert!(house.letters().await.is_empty(), "nothing to tell");
    let yearly = assign(&house, &Draft { repeat_years: Some(2), ..later.clone() }).await;
    assert_eq!(state(&house, yearly, people.fenna).await, Some(State::Assigned));
}

#[tokio::test]
async fn a_repeat_comes_back_half_a_year_before_it_is_due() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let wanted = Draft { repeat_years: Some(2), ..draft(workshop, vec![Group::Person(people.fenna)]) };
    let id = assign(&house, &wanted).await;
    let session = plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(3))).await.unwrap();
    enrol(&house, session, people.fenna).await.unwrap();
    house.at("2026-04-02T09:00");
    outcome(&house, session, people.fenna, Some(Outcome::Completed)).await;
    house.at("2027-09-30T09:00");
    hold(&house, id).await;
    assert_eq!(state(&house, id, people.fenna).await, Some(State::Done));
    house.letters().await;
    house.at("2027-10-01T09:00");
    hold(&house, id).await;
    let line = of(&house, id, people.fenna).await.unwrap();
    assert_eq!((line.state, line.duty.due_on), (State::Assigned, day("2028-04-01")));
    assert_eq!(house.letters().await.len(), 1);
}

#[tokio::test]
async fn a_day_only_moves_later() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let id = assign(&house, &draft(workshop, vec![Group::Person(people.fenna)])).await;
    let to = |text: &str| {
        let day = Some(day(text));
        let house = &house;
        async move {
            let verb =
                |change: Arc<Change>| async move { assignment::change(&change, id, day, "Nu anders.").await };
            house.write(&Actor::operator(), verb).await
        }
    };
    assert!(matches!(to("2026-05-01").await, Err(Error::Invalid(_))));
    to("2026-07-01").await.unwrap();
    let line = of(&house, id, people.fenna).await.unwrap();
    assert_eq!((line.duty.due_on, line.reason.as_str()), (day("2026-07-01"), "Nu anders."));
}

#[tokio::test]
async fn a_track_asks_each_of_its_workshops_and_follows_when_it_changes() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let (a, b, c) = (workshop(&house, "A").await, workshop(&house, "B").await, workshop(&house, "C").await);
    let wanted = &track::Draft { title: "Basis".into(), summary: String::new(), workshops: vec![a, b] };
    let make = |change: Arc<Change>| async move { track::create(&change, wanted).await };
    let id = house.write(&Actor::operator(), make).await.unwrap();
    let groups = vec![Group::Person(people.fenna)];
    let assigned = assign(&house, &Draft { subject: Subject::Track(id), ..draft(a, groups) }).await;
    assert_eq!(lines(&house, assigned).await.len(), 2);
    assert_eq!(house.letters().await.len(), 1, "one letter, whatever the number of workshops");
    let wanted = &track::Draft { workshops: vec![b, c], ..wanted.clone() };
    let update = |change: Arc<Change>| async move { track::update(&change, id, wanted).await };
    house.write(&Actor::operator(), update).await.unwrap();
    hold(&house, assigned).await;
    let mut asked: Vec<_> =
        lines(&house, assigned).await.iter().map(|line| line.workshop.code.clone()).collect();
    asked.sort();
    assert_eq!(asked, ["B", "C"]);
}

#[tokio::test]
async fn somebody_is_exempted_with_a_reason_by_who_heads_them_only() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.grant(people.noor, RoleKind::DepartmentHead, Some(people.counter)).await;
    let workshop = workshop(&house, "A").await;
    let id = assign(&house, &draft(workshop, vec![Group::Person(people.fenna)])).await;
    let duty = of(&house, id, people.fenna).await.unwrap().duty.id;
    let exempt = |by: PersonId, reason: Option<&'static str>| {
        let house = &house;
        async move {
            let verb = |change: Arc<Change>| async move { duties::exempt(&change, duty, reason).await };
            house.write(&house.actor(by).await, verb).await
        }
    };
    assert!(matches!(exempt(people.noor, Some("Nee")).await, Err(Error::Missing(_))));
    assert!(matches!(exempt(people.head, Some(" ")).await, Err(Error::Invalid(_))));
    exempt(people.head, Some("Geeft de workshop zelf.")).await.unwrap();
    assert_eq!(state(&house, id, people.fenna).await, Some(State::Exempt));
    exempt(people.head, None).await.unwrap();
    assert_eq!(state(&house, id, people.fenna).await, Some(State::Assigned));
}

#[tokio::test]
async fn more_time_is_asked_by_the_person_and_given_by_the_head() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let id = assign(&house, &draft(workshop, vec![Group::Department(people.permits)])).await;
    let duty = of(&house, id, people.fenna).await.unwrap().duty.id;
    let ask = |by: PersonId, until: &'static str| {
        let house = &house;
        async move {
            let verb = |change: Arc<Change>| async move {
                extension::ask(&change, duty, Some(day(until)), "Ik ben lang weg.").await
            };
            house.write(&Actor::employee(by), verb).await
        }
    };
    let answer = |by: PersonId, answer: duty::Answer| {
        let house = &house;
        async move {
            let verb = |change: Arc<Change>| async move { extension::answer(&change, duty, answer).await };
            house.write(&house.actor(by).await, verb).await
        }
    };
    assert!(matches!(ask(people.sem, "2026-07-01").await, Err(Error::Missing(_))));
    assert!(matches!(ask(people.fenna, "2026-05-01").await, Err(Error::Invalid(_))));
    assert!(matches!(answer(people.head, duty::Answer::Granted).await, Err(Error::Refused(_))));
    ask(people.fenna, "2026-07-01").await.unwrap();
    house.letters().await;
    answer(people.head, duty::Answer::Declined).await.unwrap();
    assert_eq!(of(&house, id, people.fenna).await.unwrap().duty.due_on, day("2026-06-01"));
    ask(people.fenna, "2026-07-01").await.unwrap();
    answer(people.head, duty::Answer::Granted).await.unwrap();
    assert_eq!(of(&house, id, people.fenna).await.unwrap().duty.due_on, day("2026-07-01"));
    assert_eq!(house.letters().await.len(), 2, "each answer is told");
}

#[tokio::test]
async fn an_assignment_that_ended_asks_nobody_any_more() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let id = assign(&house, &draft(workshop, vec![Group::Department(people.organisation)])).await;
    let end = |change: Arc<Change>| async move { assignment::end(&change, id).await };
    let no = house.write(&house.actor(people.head).await, end).await;
    assert!(matches!(no, Err(Error::Missing(_))), "it is for more than her people");
    house.write(&house.actor(people.manager).await, end).await.unwrap();
    assert!(lines(&house, id).await.is_empty());
}

#[tokio::test]
async fn the_shortage_is_who_has_no_place_less_the_places_before_the_day() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let id = assign(&house, &draft(workshop, vec![Group::Department(people.organisation)])).await;
    let session = plan_session(&house, plan(workshop, "2026-04-01T10:00", Some(3))).await.unwrap();
    plan_session(&house, plan(workshop, "2026-07-01T10:00", Some(50))).await.unwrap();
    let reserved =
        Plan { audience: Some("Klantcontact".into()), ..plan(workshop, "2026-04-02T10:00", Some(2)) };
    plan_session(&house, reserved).await.unwrap();
    enrol(&house, session, people.fenna).await.unwrap();
    let short = |departments: Option<Vec<DepartmentId>>| {
        let house = &house;
        async move {
            let (db, at) = (&house.db.reader, (&*house.policy, house.now()));
            let part = match &departments {
                Some(departments) => demand::part(&department::tree(db).await.unwrap(), departments),
                None => Part::Everybody,
            };
            let (dates, moment) = demand::moment(db, &[workshop], &part, at).await.unwrap();
            let filter = Filter { assignment: Some(id), departments, ..Filter::default() };
            let needs = listed::needs(db, &filter, &moment).await.unwrap();
            let demand = dates.against(&part, &needs[0], &moment);
            (demand.people, demand.seats, demand.shortage)
        }
    };
    // Seven people of whom one has a place; two of three places are free, and two for the counter.
    assert_eq!(short(None).await, (6, Some(4), 2));
    assert_eq!(short(Some(vec![people.permits])).await, (2, Some(2), 0));
    assert_eq!(short(Some(vec![people.counter])).await, (1, Some(4), 0));
    // What Hanna holds for permits is planned for its people, and for nobody else.
    let hold = super::held_seat::for_team(session, people.permits, 1);
    super::held_seat::holds(&house, people.head, hold).await.unwrap();
    assert_eq!(short(Some(vec![people.permits])).await, (2, Some(2), 0));
    assert_eq!(short(Some(vec![people.counter])).await, (1, Some(3), 0));
    assert_eq!(short(None).await, (6, Some(4), 2));
}

#[tokio::test]
async fn who_has_to_follow_it_waits_before_the_others_where_the_date_says_so() {
    for (targeted_first, first) in [(false, "noor"), (true, "fenna")] {
        let house = TestHouse::new().await;
        let people = house.named().await;
        let workshop = workshop(&house, "A").await;
        assign(&house, &draft(workshop, vec![Group::Department(people.permits)])).await;
        let wanted = Plan { targeted_first, ..plan(workshop, "2026-04-01T10:00", Some(1)) };
        let session = plan_session(&house, wanted).await.unwrap();
        enrol(&house, session, people.daan).await.unwrap();
        let noor = enrol(&house, session, people.noor).await.unwrap();
        let fenna = enrol(&house, session, people.fenna).await.unwrap();
        let ahead = if first == "fenna" { &fenna } else { &noor };
        assert_eq!(position(&house, ahead).await, Some(1));
    }
}

#[tokio::test]
async fn who_has_no_date_hears_of_it_once_a_step_and_who_has_one_does_not() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    assign(&house, &draft(workshop, vec![Group::Person(people.fenna), Group::Person(people.sem)])).await;
    let session = plan_session(&house, plan(workshop, "2026-05-30T10:00", Some(3))).await.unwrap();
    enrol(&house, session, people.sem).await.unwrap();
    house.letters().await;
    let told = || async {
        olievlek::job::schedule::all(&house).await;
        let all = house.letters().await;
        all.iter().filter(|letter| matches!(letter, olievlek::domain::task::Letter::NoDate { .. })).count()
    };
    assert_eq!(told().await, 0);
    // From 2 March to 1 June: half of the time is 16 April.
    for (at, letters) in [
        ("2026-04-15T09:00", 0),
        ("2026-04-16T09:00", 1),
        ("2026-04-17T09:00", 0),
        ("2026-05-18T09:00", 1),
        ("2026-05-19T09:00", 0),
        ("2026-05-29T09:00", 1),
        ("2026-05-31T09:00", 0),
        ("2026-06-02T09:00", 0),
    ] {
        house.at(at);
        assert_eq!(told().await, letters, "{at}");
    }
}

#[tokio::test]
async fn the_nearest_head_hears_once_a_week_who_is_too_late() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.grant(people.manager, RoleKind::DepartmentHead, Some(people.organisation)).await;
    let workshop = workshop(&house, "A").await;
    assign(&house, &draft(workshop, vec![Group::Department(people.permits)])).await;
    house.letters().await;
    let told = || async {
        olievlek::job::schedule::all(&house).await;
        let all = house.letters().await;
        let head = |letter: &olievlek::domain::task::Letter| match letter {
            olievlek::domain::task::Letter::Overdue { person, .. } => Some(*person),
            _ => None,
        };
        all.iter().filter_map(head).collect::<Vec<_>>()
    };
    house.at("2026-06-01T09:00");
    assert!(told().await.is_empty());
    house.at("2026-06-02T09:00");
    assert_eq!(told().await, [people.head]);
    house.at("2026-06-08T09:00");
    assert!(told().await.is_empty());
    house.at("2026-06-09T09:00");
    assert_eq!(told().await, [people.head]);
}

#[expect(clippy::print_stdout, reason = "a figure to show")]
fn say(figure: &str) {
    println!("{figure}");
}

/// So many people in a department, as a large file of staff would leave them.
async fn fill_with(house: &TestHouse, department: DepartmentId, count: usize) {
    let (people, placements): (Vec<_>, Vec<_>) =
        (0..count).map(|at| (somebody(house, at), PlacementId::new())).unzip();
    let placed = people.iter().zip(placements).map(|(person, id)| {
        let row = entity::placement::Model {
            id,
            person_id: person.id,
            department_id: department,
            starts_on: None,
            ends_on: None,
        };
        row.into_active_model()
    });
    let placed: Vec<_> = placed.collect();
    for some in people.chunks(1_000) {
        let some = some.iter().cloned().map(sea_orm::IntoActiveModel::into_active_model);
        entity::person::Entity::insert_many(some).exec_without_returning(&house.db.writer).await.unwrap();
    }
    entity::placement::Entity::insert_many(placed).exec_without_returning(&house.db.writer).await.unwrap();
}

fn somebody(house: &TestHouse, at: usize) -> entity::person::Model {
    entity::person::Model {
        id: PersonId::new(),
        kind: entity::person::PersonKind::Staff,
        employee_number: Some(format!("G{at}")),
        given_name: "Iemand".into(),
        prefix: String::new(),
        surname: format!("Groot{at:04}"),
        email: None,
        job_title: "Medewerker".into(),
        manager_id: None,
        employed_from: None,
        employed_until: None,
        blocked_at: None,
        language: None,
        bounced_at: None,
        created_at: house.now(),
        agency: None,
        erased_at: None,
    }
}

/// The promise is a second for 2,000 people; a debug build on a busy machine is given more.
#[tokio::test]
async fn two_thousand_people_get_their_duty_in_one_go() {
    let house = TestHouse::new().await;
    let department = house.department("GROOT", "Groot", None).await;
    fill_with(&house, department, 2_000).await;
    let workshop = workshop(&house, "A").await;
    let started = std::time::Instant::now();
    let id = assign(&house, &draft(workshop, vec![Group::Department(department)])).await;
    let took = started.elapsed();
    say(&format!("assigned to 2,000 people in {took:?}"));
    assert!(took < std::time::Duration::from_secs(10), "{took:?}");
    let moment = moment_of(&house, &[workshop]).await;
    let filter = Filter { assignment: Some(id), ..Filter::default() };
    assert_eq!(listed::count(&house.db.reader, &filter, &moment).await.unwrap(), 2_000);
    assert_eq!(house.letters().await.len(), 2_000);
}
