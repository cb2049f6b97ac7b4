//! Closing a period: sixty thousand answers of all teams become figures, and these a file.

use std::{
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use sea_orm::{ConnectionTrait as _, DatabaseConnection, Statement};

use crate::{
    Outcome,
    figure::Run,
    fill::{self, PLANNER},
    load::{self, Client},
    rig::Rig,
    sql::Sql,
    statistics::median,
    table::Table,
};

const ANSWERS: usize = 60_000;
/// So many teams more, with the people of others: their numbers begin there.
const TEAMS: usize = 2_000;
const FIRST_TEAM: usize = 10_000;
const MOVED: usize = 50_000;
/// So many periods are closed in the grown house, a hundred days each.
const PERIODS: usize = 8;
/// Works here, and heads nothing.
const EMPLOYEE: usize = 150;
/// A closing that takes longer will not end.
const PATIENCE: Duration = Duration::from_secs(300);

const DEPARTMENT: u8 = 2;
const PERSON: u8 = 1;
const PLACEMENT: u8 = 45;
const PERIOD: u8 = 41;
const PULSE: u8 = 42;
const ANSWER: u8 = 43;
const TASK: u8 = 44;

impl Run {
    /// The figures of periods, each once: what is closed stays closed. Then who reads them.
    pub async fn adoption(&mut self, rig: &Rig, size: &'static str, table: &mut Table) -> Outcome<()> {
        let sql = Sql(rig.engine);
        fill::sign_in(rig, (0, 200)).await?;
        if self.period == 0 {
            rig.run(&teams(sql)).await?;
        }
        let (mut closings, mut slices, mut cells) = (vec![], vec![], 0.0);
        let db = rig.database().await?;
        for number in self.period..if size == "small" { 1 } else { PERIODS } {
            rig.run(&open(sql, number)).await?;
            let begun = Instant::now();
            rig.run(&[ask(sql, number)]).await?;
            let (closed, longest) = watch(&db, sql, number, begun).await?;
            closings.push(milliseconds(closed));
            slices.push(milliseconds(longest));
            cells += count(&db, sql, number).await?;
            self.period += 1;
        }
        db.close().await?;
        // What PostgreSQL does by itself within a minute.
        rig.run(&["ANALYZE".to_owned()]).await?;
        let middle = median(&closings, |ms| *ms).unwrap_or_default();
        let slowest = |waits: &[f64]| waits.iter().copied().fold(0.0, f64::max);
        table.value((rig, size), "closing a period of 60,000 answers", middle, "ms");
        table.value((rig, size), "the slowest closing", slowest(&closings), "ms");
        table.value((rig, size), "between two slices of it at most", slowest(&slices), "ms");
        table.value((rig, size), "figures that were published", cells, "");
        self.read(rig, size, table).await?;
        export(rig, size, table)
    }

    /// The report and the page of a department, one reader at a time.
    async fn read(&self, rig: &Rig, size: &'static str, table: &mut Table) -> Outcome<()> {
        let department =
            |number: usize| format!("/adoption/units/0190a1b2-00{DEPARTMENT:02x}-7000-8000-{number:012x}");
        for (who, address, name) in [
            (PLANNER, "/adoption".to_owned(), "the report, all departments"),
            (EMPLOYEE, "/adoption".to_owned(), "the report of the organisation"),
            (PLANNER, department(1), "page of a twentieth of the house"),
            (PLANNER, department(FIRST_TEAM), "page of a team"),
        ] {
            let page = async |client: &mut Client, _| client.get(&address, Some(&fill::secret(who))).await;
            let mut pages = vec![];
            for _ in 0..self.plan.rounds {
                pages.push(load::drive(rig.house()?.port, 1, self.plan.each, page, 200).await?);
            }
            table.rate((rig, size), name, &pages, &[]);
        }
        Ok(())
    }
}

/// Everything that was published, as a file.
fn export(rig: &Rig, size: &'static str, table: &mut Table) -> Outcome<()> {
    let begun = Instant::now();
    let file = std::env::temp_dir().join(format!("olievlek-bench-{}.csv", std::process::id()));
    let done = Command::new(&rig.program)
        .args(["export", "ledger", "--out"])
        .arg(&file)
        .env("OLIEVLEK_DATABASE_URL", &rig.url)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    let took = begun.elapsed();
    let _ = std::fs::remove_file(&file);
    if !done.success() {
        return Err("the ledger could not be taken out".into());
    }
    table.value(
        (rig, size),
        "all figures as a file, with the start of the program",
        milliseconds(took),
        "ms",
    );
    Ok(())
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Many small teams below the departments there are, where people work since long.
fn teams(sql: Sql) -> Vec<String> {
    let (id, parent) = (sql.id(DEPARTMENT, &format!("n + {FIRST_TEAM}")), sql.id(DEPARTMENT, "n % 20 + 1"));
    let (place, person) = (sql.id(PLACEMENT, "n"), sql.id(PERSON, "n"));
    let (team, since) = (sql.id(DEPARTMENT, &format!("n % {TEAMS} + {FIRST_TEAM}")), sql.day("-1000"));
    sql.wrap(vec![
        sql.rows(
            "department",
            "id, code, name, parent_id, kind",
            &format!("{id}, 'A' || n, 'Team ' || n, {parent}, 'team'"),
            (0, TEAMS),
        ),
        sql.rows(
            "placement",
            "id, person_id, department_id, starts_on",
            &format!("{place}, {person}, {team}, {since}"),
            (0, MOVED),
        ),
    ])
}

/// A period of which the days have passed, with answers of all teams. A closing begins the next, so that ours leave a gap.
fn open(sql: Sql, number: usize) -> Vec<String> {
    let n = number.to_string();
    let (period, pulse) = (sql.id(PERIOD, &n), sql.id(PULSE, &n));
    let (first, last) = (sql.day(&format!("-900 + {n} * 103")), sql.day(&format!("-801 + {n} * 103")));
    let answer = sql.id(ANSWER, &format!("{n} * {ANSWERS} + n"));
    let team = sql.id(DEPARTMENT, &format!("n % {TEAMS} + {FIRST_TEAM}"));
    sql.wrap(vec![
        format!(
            "INSERT INTO adoption_period (id, grain, begins_on, ends_on, done, total, people, people_public, headcount) \
             SELECT {period}, 'quarter', {first}, {last}, 0, 0, 5, 10, 10"
        ),
        format!(
            "INSERT INTO pulse (id, period_id, opens_on, closes_on, link_key, invited, answered, counted, sifted_on, \
             asked_on, closed_on) SELECT {pulse}, {period}, {first}, {last}, '', {ANSWERS}, {ANSWERS}, {ANSWERS}, {last}, \
             {first}, {last}"
        ),
        sql.rows(
            "pulse_answer",
            "id, pulse_id, department_id, connection, craft, trust, renewal",
            &format!("{answer}, {pulse}, {team}, n % 5 + 1, n % 4 + 2, n % 3 + 3, n / 7 % 5 + 1"),
            (0, ANSWERS),
        ),
    ])
}

/// What pressing the button leaves.
fn ask(sql: Sql, number: usize) -> String {
    let n = number.to_string();
    let (period, task, now) = (sql.id(PERIOD, &n), sql.id(TASK, &n), sql.at("0"));
    let id = format!("0190a1b2-00{PERIOD:02x}-7000-8000-{number:012x}");
    let task = format!(
        "INSERT INTO task (id, kind, payload, due_at, created_at, attempts) SELECT {task}, 'closing', \
         '{{\"kind\":\"closing\",\"period\":\"{id}\"}}', {now}, {now}, 0"
    );
    format!("UPDATE adoption_period SET closing_at = {now} WHERE id = {period}; {task}")
}

/// How long it takes, and how long nothing was written at most once it writes.
async fn watch(
    db: &DatabaseConnection,
    sql: Sql,
    number: usize,
    begun: Instant,
) -> Outcome<(Duration, Duration)> {
    let id = sql.id(PERIOD, &number.to_string());
    let ask =
        format!("SELECT done AS n, closed_at IS NOT NULL AS closed FROM adoption_period WHERE id = {id}");
    let (mut before, mut since, mut longest) = (0_i32, None, Duration::ZERO);
    while begun.elapsed() < PATIENCE {
        let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), ask.clone())).await?;
        let row = row.ok_or("no period")?;
        let (done, closed): (i32, bool) = (row.try_get("", "n")?, row.try_get("", "closed")?);
        if done > before {
            longest = longest.max(since.map_or(Duration::ZERO, |since: Instant| since.elapsed()));
            (before, since) = (done, Some(Instant::now()));
        }
        if closed {
            return Ok((begun.elapsed(), longest));
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    Err("the period was not closed".into())
}

async fn count(db: &DatabaseConnection, sql: Sql, number: usize) -> Outcome<f64> {
    let id = sql.id(PERIOD, &number.to_string());
    let ask = format!("SELECT count(*) AS n FROM adoption_cell WHERE period_id = {id}");
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), ask)).await?;
    let counted: i64 = row.ok_or("no count")?.try_get("", "n")?;
    Ok(counted as f64)
}
