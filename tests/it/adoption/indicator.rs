//! What each indicator counts.

use entity::{
    call_back_day,
    department::DepartmentKind,
    feedback::{self, Channel, FeedbackWay},
    id::*,
    improvement,
    promise::{self, Direction, Every, Origin, PromiseUnit},
    reading::{self, ReadingWay},
};
use olievlek::domain::{
    actor::Actor,
    adoption::ledger::{Indicator, Level, Side, Trend},
    people::department::{self, NewDepartment},
};
use sea_orm::{EntityTrait as _, IntoActiveModel as _};

use super::{World, day, percent};
use crate::{
    dialogue::{Held, held},
    learning::{enrol, plan, plan_session, turnout::close_with, workshop},
};

/// An idea of a team, as the table keeps it: due and done, and when the answer was due and came.
struct Idea(DepartmentId, Option<(&'static str, Option<&'static str>)>, &'static str, Option<&'static str>);

impl World {
    async fn idea(&self, Idea(team, action, answer_by, answered): Idea) {
        let row = improvement::Model {
            id: ImprovementId::new(),
            conversation_id: None,
            department_id: Some(team),
            title: "Een bord met gewone woorden".into(),
            text: String::new(),
            raised_on: day("2026-02-02"),
            raised_by: None,
            answer_by: day(answer_by),
            quick_until: day("2026-02-16"),
            answer: None,
            because: None,
            answered_on: None,
            first_answered_on: answered.map(day),
            answered_by: None,
            owner_id: None,
            due_on: action.map(|(due, _)| day(due)),
            first_due_on: action.map(|(due, _)| day(due)),
            done_on: action.and_then(|(_, done)| done).map(day),
            effect: None,
            told_on: None,
            reminded_on: None,
            version: 1,
        };
        let row = row.into_active_model();
        improvement::Entity::insert(row)
            .exec_without_returning(&self.house.db.writer)
            .await
            .expect("an idea");
    }

    async fn promise(&self, code: &str, target: f64, readings: &[(&str, i32, i32)]) -> PromiseId {
        let row = promise::Model {
            id: PromiseId::new(),
            code: code.into(),
            text_nl: "Wij bellen terug".into(),
            text_en: "We call back".into(),
            indicator_nl: "Op tijd".into(),
            indicator_en: "In time".into(),
            direction: Direction::AtLeast,
            target,
            unit: PromiseUnit::Share,
            every: Every::Month,
            origin: Origin::Entered,
            department_id: None,
            measured_by: String::new(),
            data_source: String::new(),
            definition_nl: String::new(),
            definition_en: String::new(),
            retired_on: None,
            version: 1,
        };
        let (promise_id, db) = (row.id, &self.house.db.writer);
        promise::Entity::insert(row.into_active_model()).exec_without_returning(db).await.expect("a promise");
        self.readings(promise_id, target, readings).await;
        promise_id
    }

    async fn readings(&self, promise_id: PromiseId, target: f64, readings: &[(&str, i32, i32)]) {
        let db = &self.house.db.writer;
        for (begins, met, cases) in readings {
            let row = reading::Model {
                id: ReadingId::new(),
                promise_id,
                begins_on: day(begins),
                value: f64::from(*met) / f64::from(*cases),
                cases: Some(*cases),
                met: Some(*met),
                target,
                way: ReadingWay::Form,
                note: String::new(),
                entered_by: None,
                entered_at: self.house.now(),
                replaced_at: None,
            };
            reading::Entity::insert(row.into_active_model())
                .exec_without_returning(db)
                .await
                .expect("a reading");
        }
    }

    pub async fn grades(&self, channel: Channel, grades: &[i32]) {
        self.grades_about(None, (channel, "2026-05-04"), grades).await;
    }

    /// Grades by a channel on a day, about a department or nobody in particular.
    pub async fn grades_about(
        &self,
        department_id: Option<DepartmentId>,
        (channel, on): (Channel, &str),
        grades: &[i32],
    ) {
        for grade in grades {
            let row = feedback::Model {
                id: FeedbackId::by_chance(),
                channel,
                grade: Some(*grade),
                effort: None,
                text: None,
                department_id,
                received_on: day(on),
                way: FeedbackWay::Form,
            };
            let row = row.into_active_model();
            feedback::Entity::insert(row)
                .exec_without_returning(&self.house.db.writer)
                .await
                .expect("a grade");
        }
    }
}

#[tokio::test]
async fn of_a_team_the_largest_conversation_counts_and_a_small_unit_shows_a_quarter() {
    let world = World::new().await;
    let id = world.begin().await;
    for (teams, participants) in [
        (vec![world.large], 6),
        (vec![world.large], 12),
        // Two of three are of the large department, as its headcount is: eight.
        (vec![world.large, world.middle], 12),
    ] {
        held(&world.house, &Held { participants, ..Held::with(teams) }).await;
    }
    world.close(id, 2026).await;
    assert_eq!(percent(&world.cell(id, Some(world.large), (Indicator::Reach, "")).await), Some(50));
    let middle = world.cell(id, Some(world.middle), (Indicator::Reach, "")).await.unwrap();
    assert_eq!((middle.value, middle.side), (0.25, Side::Band), "four of twelve");
    assert_eq!(percent(&world.cell(id, Some(world.organisation), (Indicator::Reach, "")).await), Some(40));
}

#[tokio::test]
async fn a_team_is_covered_with_a_conversation_and_something_agreed() {
    let world = World::new().await;
    let id = world.begin().await;
    held(&world.house, &Held::with(vec![world.large])).await;
    held(&world.house, &Held::with(vec![world.middle])).await;
    world.idea(Idea(world.large, Some(("2026-03-01", None)), "2026-03-02", None)).await;
    world.idea(Idea(world.middle, None, "2026-03-02", None)).await;
    world.idea(Idea(world.small, Some(("2026-03-01", None)), "2026-03-02", None)).await;
    world.close(id, 2026).await;
    let whole = world.cell(id, Some(world.organisation), (Indicator::TeamCoverage, "")).await;
    assert_eq!(percent(&whole), Some(33), "one of three: the others have no conversation or no action");
    assert_eq!(world.cell(id, Some(world.large), (Indicator::TeamCoverage, "")).await, None, "one team");
}

#[tokio::test]
async fn an_action_that_was_moved_is_late_and_no_because_is_an_answer() {
    let world = World::new().await;
    let id = world.begin().await;
    for done in [Some("2026-03-01"), Some("2026-02-20"), Some("2026-02-28"), Some("2026-03-02"), None] {
        let answered = done.map(|_| "2026-03-02");
        world.idea(Idea(world.large, Some(("2026-03-01", done)), "2026-03-02", answered)).await;
    }
    world.idea(Idea(world.middle, Some(("2026-03-01", None)), "2027-03-02", None)).await;
    world.close(id, 2026).await;
    let of = |indicator| (indicator, "");
    let large = world.cell(id, Some(world.large), of(Indicator::OnTime)).await;
    assert_eq!(percent(&large), Some(60));
    assert_eq!(large.unwrap().band.as_deref(), Some("5-9"));
    assert_eq!(percent(&world.cell(id, Some(world.large), of(Indicator::Answered)).await), Some(80));
    assert_eq!(world.cell(id, Some(world.middle), of(Indicator::OnTime)).await, None, "one is too few");
    assert_eq!(percent(&world.cell(id, Some(world.organisation), of(Indicator::OnTime)).await), Some(50));
}

#[tokio::test]
async fn who_followed_two_trainings_counts_once() {
    let world = World::new().await;
    let id = world.begin().await;
    for (code, start) in [("A", "2026-04-01T10:00"), ("B", "2026-04-08T10:00")] {
        let workshop = workshop(&world.house, code).await;
        let session = plan_session(&world.house, plan(workshop, start, Some(20))).await.expect("a session");
        for person in &world.people[..6] {
            enrol(&world.house, session, *person).await.expect("a place");
        }
        close_with(&world.house, session, &world.people[..6]).await;
        world.house.at("2026-03-02T09:00");
    }
    world.close(id, 2026).await;
    let whole = world.cell(id, Some(world.organisation), (Indicator::TrainingReach, "")).await.unwrap();
    assert_eq!((whole.value, whole.side), (0.15, Side::Exact), "six of forty");
    let large = world.cell(id, Some(world.large), (Indicator::TrainingReach, "")).await.unwrap();
    assert_eq!(large.side, Side::Band, "of the other sixteen it could be worked out");
}

#[tokio::test]
async fn what_was_due_counts_for_a_promise_from_twenty_cases() {
    let world = World::new().await;
    let id = world.begin().await;
    world.promise("N01", 0.9, &[("2026-01-01", 10, 10), ("2026-02-01", 8, 10)]).await;
    world.promise("N02", 0.9, &[("2026-01-01", 19, 19)]).await;
    world.promise("N03", 0.8, &[("2026-01-01", 90, 100), ("2025-12-01", 0, 100)]).await;
    world.close(id, 2026).await;
    let of = |subject| world.cell(id, Some(world.organisation), (Indicator::Promise, subject));
    assert_eq!(percent(&of("N01").await), Some(90));
    assert_eq!(of("N02").await, None);
    assert_eq!(percent(&of("N03").await), Some(90), "the reading of the year before is another period's");
    let kept = world.cell(id, Some(world.organisation), (Indicator::PromisesKept, "")).await.unwrap();
    assert_eq!((kept.value, kept.band.as_deref()), (2.0, Some("2")));
}

#[tokio::test]
async fn a_promise_is_judged_by_the_target_of_its_time() {
    let world = World::new().await;
    let id = world.begin().await;
    let eased = world.promise("N01", 0.5, &[]).await;
    world.readings(eased, 0.9, &[("2026-01-01", 80, 100)]).await;
    world.close(id, 2026).await;
    let kept = world.cell(id, Some(world.organisation), (Indicator::PromisesKept, "")).await.unwrap();
    assert_eq!((kept.value, kept.band.as_deref()), (0.0, Some("1")));
}

#[tokio::test]
async fn of_a_promise_the_control_chart_says_whether_it_rose() {
    let world = World::new().await;
    let id = world.begin().await;
    // Until January, half of a hundred with the two more or less of chance; in January something else.
    for (code, months, last) in [("N01", 13, 80), ("N02", 13, 20), ("N03", 13, 51), ("N04", 11, 80)] {
        let day = |ago: i32| format!("{}-{:02}-01", 2026 - (ago + 11) / 12, (12 - ago % 12) % 12 + 1);
        let days: Vec<_> = (0..months).rev().map(day).collect();
        let met = |at: usize| if at + 1 == days.len() { last } else { 49 + 2 * (at as i32 % 2) };
        let readings: Vec<_> =
            days.iter().enumerate().map(|(at, day)| (day.as_str(), met(at), 100)).collect();
        world.promise(code, 0.5, &readings).await;
    }
    world.close(id, 2026).await;
    let word = async |code| {
        let cell = world.cell(id, Some(world.organisation), (Indicator::Promise, code)).await;
        cell.and_then(|cell| cell.trend)
    };
    assert_eq!(word("N01").await, Some(Trend::Higher));
    assert_eq!(word("N02").await, Some(Trend::Lower));
    assert_eq!(word("N03").await, Some(Trend::NoDifference));
    assert_eq!(word("N04").await, Some(Trend::TooLittle), "eleven readings");
}

#[tokio::test]
async fn grades_of_ten_residents_are_shown_inside_and_of_thirty_outside() {
    let world = World::new().await;
    let id = world.begin().await;
    world.grades(Channel::Telephone, &[8; 16]).await;
    world.grades(Channel::Counter, &[6, 7, 8, 9, 10, 6, 7, 8, 9, 10, 5, 5]).await;
    world.grades(Channel::Chat, &[1, 2, 3]).await;
    world.close(id, 2026).await;
    let of = |subject| world.cell(id, Some(world.organisation), (Indicator::Grade, subject));
    assert!(of("").await.is_some());
    assert_eq!(of("telephone").await.unwrap().value, 8.0);
    assert_eq!(of("chat").await, None);
    assert_eq!(of("counter").await, None, "it would leave the three of the chat");
    let public = world.cells(id, Level::Public).await;
    assert!(public.iter().any(|cell| cell.indicator == Indicator::Grade && cell.subject.is_empty()));
    assert!(public.iter().all(|cell| cell.indicator != Indicator::Grade || cell.subject.is_empty()));
}

#[tokio::test]
async fn a_department_has_its_own_grade_where_ten_are_about_it_and_ten_are_not() {
    let world = World::new().await;
    let id = world.begin().await;
    let counter = (Channel::Counter, "2026-05-04");
    world.grades_about(Some(world.large), counter, &[9; 14]).await;
    world.grades_about(Some(world.middle), counter, &[5; 9]).await;
    world.grades(Channel::Counter, &[7; 3]).await;
    world.close(id, 2026).await;
    let of = |department| world.cell(id, Some(department), (Indicator::Grade, ""));
    assert_eq!(of(world.large).await.unwrap().value, 9.0);
    assert_eq!(of(world.middle).await, None, "nine grades");
    let whole = of(world.organisation).await.unwrap();
    assert_eq!(whole.value, 7.4, "(14 x 9 + 9 x 5 + 3 x 7) / 26");
    let public = world.cells(id, Level::Public).await;
    assert!(public.iter().all(|cell| cell.indicator != Indicator::Grade), "26 are fewer than thirty");
}

#[tokio::test]
async fn grades_about_a_team_are_of_its_department_and_of_no_team() {
    let world = World::new().await;
    let (code, name) = ("BALIE".into(), "Balie".into());
    let new = NewDepartment { code, name, parent: Some(world.large), kind: DepartmentKind::Team };
    let new = &new;
    let add = |change: std::sync::Arc<_>| async move { department::add(&change, new).await };
    let team = world.house.write(&Actor::operator(), add).await.expect("a team");
    for number in 0..12 {
        world.house.employee(&format!("Balie Medewerker{number}"), team).await;
    }
    let id = world.begin().await;
    world.grades_about(Some(team), (Channel::Counter, "2026-05-04"), &[8; 20]).await;
    world.grades(Channel::Counter, &[6; 20]).await;
    world.close(id, 2026).await;
    let of = |unit| world.cell(id, Some(unit), (Indicator::Grade, ""));
    assert_eq!(of(world.large).await.unwrap().value, 8.0);
    assert!(
        world.units(id).await.iter().any(|unit| unit.department == Some(team)),
        "it is a unit of its own"
    );
    assert_eq!(of(team).await, None);
}

#[tokio::test]
async fn a_grade_of_a_department_is_not_shown_where_too_few_would_be_left_of_a_channel() {
    let world = World::new().await;
    let id = world.begin().await;
    let on = "2026-05-04";
    world.grades_about(Some(world.large), (Channel::Counter, on), &[9; 20]).await;
    world.grades(Channel::Counter, &[7; 15]).await;
    world.grades_about(Some(world.large), (Channel::Post, on), &[6; 12]).await;
    world.grades(Channel::Post, &[6; 4]).await;
    world.close(id, 2026).await;
    let of = |unit, subject| world.cell(id, Some(unit), (Indicator::Grade, subject));
    assert!(of(world.organisation, "counter").await.is_some());
    assert!(of(world.organisation, "post").await.is_some());
    assert_eq!(of(world.large, "").await, None, "the post without the department would be four letters");
}

#[tokio::test]
async fn of_call_backs_each_department_has_a_chart_of_its_own() {
    let world = World::new().await;
    let id = world.begin().await;
    let promise_id = world.promise("N01", 0.5, &[]).await;
    // Thirteen months of half of a hundred, and then a January in which one department does better and the other does not.
    for ago in 0..13 {
        let due_on = format!("{}-{:02}-16", 2026 - (ago + 11) / 12, (12 - ago % 12) % 12 + 1);
        let usual = 49 + 2 * (ago % 2);
        let of = [(world.large, if ago == 0 { 80 } else { usual }), (world.middle, usual)];
        for (department, met) in of {
            let row = call_back_day::Model {
                id: CallBackDayId::new(),
                promise_id,
                department_id: Some(department),
                due_on: day(&due_on),
                due: 100,
                met,
            };
            let row = row.into_active_model();
            let db = &world.house.db.writer;
            call_back_day::Entity::insert(row).exec_without_returning(db).await.expect("a day");
        }
    }
    world.close(id, 2026).await;
    let of = |unit| world.cell(id, Some(unit), (Indicator::Promise, "N01"));
    let large = of(world.large).await.unwrap();
    assert_eq!((large.value, large.trend), (0.8, Some(Trend::Higher)));
    let middle = of(world.middle).await.unwrap();
    assert_eq!((middle.value, middle.trend), (0.49, Some(Trend::NoDifference)));
}
