//! A period whose closing is killed half way: it begins anew, and nobody reads figures that are not all there.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use chrono::{NaiveDate, TimeDelta};
use entity::{
    adoption_cell as cell, adoption_period as period, adoption_unit as unit, department::DepartmentKind,
    event, id::*, pulse, pulse_answer,
};
use olievlek::{
    clock,
    domain::{
        actor::Actor,
        adoption::{ledger, period::Grain},
        change::Change,
        error::Result,
        people::{department, person},
        task::Task,
    },
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _,
    QueryFilter as _, Set,
};

use crate::rig::{figure, round, town::Town, until};

const TEAMS: usize = 150;
/// People of each, who all answer.
const EACH: usize = 12;
const PATIENCE: Duration = Duration::from_secs(60);

/// A town of teams, with a year that is over and in which everybody answered.
async fn answered() -> (Town, PeriodId) {
    let town = Town::new(0).await;
    let house = Actor::house();
    let teams = town.house.write(&house, |change| async move { settle(&change).await }).await.unwrap();
    let (id, pulse_id) = year(&town).await;
    for (at, department_id) in teams.into_iter().enumerate() {
        let score = |who: usize| 1 + i32::try_from((at + who) % 5).unwrap();
        let row = |who: usize| pulse_answer::Model {
            id: PulseAnswerId::by_chance(),
            pulse_id,
            department_id,
            connection: score(who),
            craft: score(who + 1),
            trust: score(who * 2),
            renewal: score(who * 3),
        };
        let rows = (0..EACH).map(|who| row(who).into_active_model());
        let db = &town.house.db.writer;
        pulse_answer::Entity::insert_many(rows).exec_without_returning(db).await.unwrap();
    }
    (town, id)
}

/// The year that is over, and the pulse of it.
async fn year(town: &Town) -> (PeriodId, PulseId) {
    let day = |month, day| NaiveDate::from_ymd_opt(2025, month, day).unwrap();
    let (first, db) = (day(1, 1), &town.house.db.writer);
    let year = period::Model {
        id: PeriodId::new(),
        grain: Grain::Year,
        begins_on: first,
        ends_on: day(12, 31),
        closing_at: None,
        done: 0,
        total: 0,
        closed_at: None,
        closed_by: None,
        people: 5,
        people_public: 10,
        headcount: 10,
    };
    let all = i32::try_from(TEAMS * EACH).unwrap();
    let asked = pulse::Model {
        id: PulseId::new(),
        period_id: year.id,
        opens_on: first,
        closes_on: first,
        link_key: String::new(),
        invited: all,
        answered: all,
        counted: all,
        sifted_on: first,
        asked_on: Some(first),
        reminded_on: None,
        closed_on: Some(first),
    };
    let ids = (year.id, asked.id);
    period::Entity::insert(year.into_active_model()).exec_without_returning(db).await.unwrap();
    pulse::Entity::insert(asked.into_active_model()).exec_without_returning(db).await.unwrap();
    ids
}

async fn settle(change: &Arc<Change>) -> Result<Vec<DepartmentId>> {
    let mut teams = Vec::new();
    for number in 0..TEAMS {
        let (code, name) = (format!("A{number}"), format!("Afdeling {number}"));
        let kind = DepartmentKind::Department;
        let team =
            department::add(change, &department::NewDepartment { code, name, parent: None, kind }).await?;
        for who in 0..EACH {
            let new = person::NewPerson {
                given_name: "Tijl".into(),
                surname: format!("Nummer{number}x{who}"),
                department: Some(team),
                employed_from: NaiveDate::from_ymd_opt(2020, 1, 1),
                ..Default::default()
            };
            person::add(change, &new).await?;
        }
        teams.push(team);
    }
    Ok(teams)
}

/// What pressing the button leaves.
async fn ask(town: &Town, id: PeriodId) {
    let ask = |change: Arc<Change>| async move {
        let mut row = period::ActiveModel { id: Set(id), ..Default::default() };
        row.closing_at = Set(Some(clock::now() - TimeDelta::seconds(1)));
        row.update(change.db()).await?;
        change.later(Task::Closing { period: id }).await
    };
    town.house.write(&Actor::house(), ask).await.unwrap();
}

async fn read(town: &Town, id: PeriodId) -> period::Model {
    period::Entity::find_by_id(id).one(&town.house.db.reader).await.unwrap().unwrap()
}

/// Every figure with the name of its unit, and how often it is there.
async fn figures(town: &Town, id: PeriodId) -> BTreeMap<String, usize> {
    let db = &town.house.db.reader;
    let units = unit::Entity::find().filter(unit::Column::PeriodId.eq(id)).all(db).await.unwrap();
    let units: BTreeMap<_, _> = units.into_iter().map(|unit| (unit.id, unit.name)).collect();
    let cells = cell::Entity::find().filter(cell::Column::PeriodId.eq(id)).all(db).await.unwrap();
    let mut found = BTreeMap::new();
    for cell in cells {
        let about = (cell.indicator, &cell.subject, cell.level, cell.value, cell.low, cell.high);
        *found.entry(format!("{}: {about:?}", units[&cell.unit_id])).or_default() += 1;
    }
    found
}

/// What a reader finds of the period.
async fn shown(town: &Town, id: PeriodId) -> usize {
    let db = &town.house.db.reader;
    let units = ledger::units(db, id, ledger::UnitKind::ALL).await.unwrap();
    let ids: Vec<_> = units.iter().map(|unit| unit.id).collect();
    ledger::cells(db, &ids, ledger::Level::Internal).await.unwrap().len()
}

/// Makes whoever writes this slice work on it for ever.
async fn stall(town: &Town, slice: usize) {
    let at = format!("AFTER UPDATE OF done ON adoption_period FOR EACH ROW WHEN (NEW.done = {slice})");
    if town.is_sqlite() {
        let long = "SELECT count(*) FROM person a, person b, person c, person d";
        town.sql(&format!("CREATE TRIGGER stall {at} BEGIN {long}; END")).await;
    } else {
        let sleep = "BEGIN PERFORM pg_sleep(1); RETURN NEW; END";
        town.sql(&format!(
            "CREATE OR REPLACE FUNCTION stall() RETURNS trigger LANGUAGE plpgsql AS '{sleep}'"
        ))
        .await;
        town.sql(&format!("CREATE TRIGGER stall {at} EXECUTE FUNCTION stall()")).await;
    }
}

async fn go_on(town: &Town) {
    town.sql(if town.is_sqlite() { "DROP TRIGGER stall" } else { "DROP TRIGGER stall ON adoption_period" })
        .await;
    // As if the lease of who died had run out.
    town.sql("UPDATE task SET lease_until = NULL, holder = NULL").await;
}

/// Lets the year be closed, and gives what was published.
async fn close(town: &Town, id: PeriodId) -> BTreeMap<String, usize> {
    let mut instance = town.instance();
    instance.work();
    until("the year is closed", PATIENCE, async || read(town, id).await.closed_at.is_some()).await;
    instance.stop().await;
    figures(town, id).await
}

/// Kills who closes it while a slice is written; whether figures stood there, and how many of them a reader found.
async fn kill(town: &Town, id: PeriodId, slice: usize) -> (bool, usize) {
    stall(town, slice).await;
    let mut instance = town.instance();
    instance.work();
    let done = i32::try_from(slice).unwrap() - 1;
    until("figures are being written", PATIENCE, async || read(town, id).await.done == done).await;
    instance.kill();
    let found = (!figures(town, id).await.is_empty(), shown(town, id).await);
    go_on(town).await;
    town.sql("UPDATE adoption_period SET done = 0").await;
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_closing_that_is_killed_begins_anew_and_publishes_everything_once() {
    let (undisturbed, same) = answered().await;
    ask(&undisturbed, same).await;
    let expected = close(&undisturbed, same).await;
    let (town, id) = answered().await;
    ask(&town, id).await;
    let (mut half, mut seen, kills) = (0, 0, round(4, 30));
    for number in 0..kills {
        // The first slice is all units: there is something to see after it.
        let (there, shown) = kill(&town, id, 2 + number % 3).await;
        half += usize::from(there);
        seen += shown;
    }
    let found = close(&town, id).await;
    let closings = event::Entity::find().filter(event::Column::Kind.eq("period-closed"));
    let closings = closings.count(&town.house.db.reader).await.unwrap();
    let wrong = expected.iter().filter(|(what, times)| found.get(*what) != Some(*times)).count();
    let (all, more) = (expected.len(), found.len().saturating_sub(expected.len()));
    figure(
        "closing of a period killed with kill -9",
        town.engine(),
        &format!(
            "{wrong} of {all} figures wrong or missing, {more} too many, {seen} seen early; {closings} closing after {kills} \
             kills, {half} of them half way"
        ),
        "0; 0; 0; 1",
    );
    assert!(all > TEAMS * 4 && half > 0, "{all} figures, killed half way {half} times");
    assert!(found == expected && seen == 0 && closings == 1);
}
