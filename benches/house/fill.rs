//! Fills a house by SQL, in bulk. Ids follow from numbers, so that whoever measures knows them without asking.

use sea_orm::ConnectionTrait as _;
use sha2::{Digest as _, Sha256};

use crate::{
    Outcome,
    rig::{Engine, Rig},
    sql::Sql,
};

/// How large a house is.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub people: usize,
    /// Dates to come.
    pub coming: usize,
    /// Dates that are over, with all enrolments that are filled in.
    pub past: usize,
    pub enrolments: usize,
}

pub const SMALL: Size = Size { people: 60_000, coming: 100, past: 1, enrolments: 20_000 };
pub const LARGE: Size = Size { people: 200_000, coming: 2_500, past: 2_500, enrolments: 2_000_000 };

/// A date that is over, where 20,000 people were.
pub const CROWDED: usize = 1_000_000;
/// Dates that are over have numbers from here on.
const PAST: usize = 1_000_000;
/// Dates that are made for one measurement have numbers from here on.
pub const FRESH: usize = 2_000_000;
/// Registers that can be closed have numbers from here on.
pub const REGISTER: usize = 3_000_000;
/// The people of the department to whom is assigned have numbers from here on.
const CREW: usize = 500_000;
const CREW_SIZE: usize = 2_000;
/// The department they work in.
const CREW_TEAM: usize = 900;
/// A team as most are.
const FEW_TEAM: usize = 901;
const FEW_SIZE: usize = 25;
/// Whoever plans.
pub const PLANNER: usize = 1;
/// Whoever heads a team of twenty-five, a department of five hundred, and a twentieth of the house.
pub const LEAD: usize = 4;
pub const HEAD: usize = 2;
pub const DIRECTOR: usize = 3;
pub const WORKSHOPS: usize = 40;
const TEAMS: usize = 420;

/// The id of the one with this number.
pub fn id(kind: u8, number: usize) -> String {
    format!("0190a1b2-00{kind:02x}-7000-8000-{number:012x}")
}

pub const SESSION: u8 = 3;
pub const WORKSHOP: u8 = 4;
pub const MEETING: u8 = 7;

/// The department of two thousand people, as somebody types it.
pub fn crew() -> String {
    format!("Afdeling {CREW_TEAM}")
}

/// What the browser of a person holds.
pub fn secret(person: usize) -> String {
    format!("bench-{person}")
}

impl Sql {
    fn departments(self, range: (usize, usize)) -> String {
        let (id, parent) = (self.id(2, "n"), self.id(2, "CASE WHEN n <= 20 THEN 0 ELSE n % 20 + 1 END"));
        self.rows(
            "department",
            "id, code, name, parent_id, kind",
            &format!(
                "{id}, 'D' || n, 'Afdeling ' || n, CASE WHEN n = 0 THEN NULL ELSE {parent} END, \
                 CASE WHEN n = 0 THEN 'organisation' WHEN n <= 20 THEN 'department' ELSE 'team' END"
            ),
            range,
        )
    }

    fn people(self, team: &str, range: (usize, usize)) -> Vec<String> {
        let (person, now) = (self.id(1, "n"), self.at("0"));
        let (place, team) = (self.id(5, "n"), self.id(2, team));
        vec![
            self.rows(
                "person",
                "id, kind, employee_number, given_name, prefix, surname, email, job_title, created_at",
                &format!(
                    "{person}, 'staff', 'P' || n, 'Robin', '', 'Vermeer ' || n, 'p' || n || '@gemeente.example', \
                     'medewerker', {now}"
                ),
                range,
            ),
            self.rows("person_word", "person_id, word, surname", &format!("{person}, 'vermeer', 'Vermeer ' || n"), range),
            self.rows("person_word", "person_id, word, surname", &format!("{person}, '' || n, 'Vermeer ' || n"), range),
            self.rows("placement", "id, person_id, department_id", &format!("{place}, {person}, {team}"), range),
        ]
    }

    fn workshops(self) -> Vec<String> {
        let (id, now) = (self.id(4, "n"), self.at("0"));
        let range = (0, WORKSHOPS);
        let value = |name: &str| format!("{id}, '{name}'");
        vec![
            self.rows(
                "workshop",
                "id, code, title, summary, description, goals, form, duration_minutes, parts, audience, offering, state, search, created_at",
                &format!(
                    "{id}, 'W' || n, 'Het eerste contact ' || n, 'Wat iemand in de eerste minuut merkt.', '', '', 'on-site', \
                     180, 1, 'iedereen', 'open', 'published', 'het eerste contact ' || n, {now}"
                ),
                range,
            ),
            self.rows("workshop_value", "workshop_id, value", &value("verbinding"), range),
            self.rows("workshop_value", "workshop_id, value", &value("vertrouwen"), (0, WORKSHOPS / 2)),
        ]
    }

    /// Sessions with a meeting and a trainer each. `start`: minutes from now, by `n`.
    pub fn sessions(self, start: &str, capacity: &str, range: (usize, usize)) -> Vec<String> {
        let (session, meeting, now) = (self.id(SESSION, "n"), self.id(7, "n"), self.at("0"));
        let (workshop, trainer) = (self.id(4, &format!("n % {WORKSHOPS}")), self.id(1, "n % 20 + 100"));
        let (starts, ends) = (self.at(start), self.at(&format!("{start} + 180")));
        vec![
            self.rows(
                "session",
                "id, workshop_id, state, capacity, taken, waiting, starts_at, ends_at, created_at",
                &format!("{session}, {workshop}, 'open', {capacity}, 0, 0, {starts}, {ends}, {now}"),
                range,
            ),
            self.rows(
                "meeting",
                "id, session_id, starts_at, ends_at, zone, location",
                &format!("{meeting}, {session}, {starts}, {ends}, 'Europe/Amsterdam', 'Stadhuis, zaal ' || (n % 30)"),
                range,
            ),
            self.rows("trainer", "session_id, person_id", &format!("{session}, {trainer}"), range),
        ]
    }

    /// Ten a person, or one in the crowded date, in dates that are over.
    fn enrolments(self, session: &str, person: &str, range: (usize, usize)) -> String {
        let (id, made) = (self.id(6, "n"), self.at("-90 * 1440"));
        let workshop = self.id(4, &format!("({session}) % {WORKSHOPS}"));
        let (session, person) = (self.id(SESSION, session), self.id(1, person));
        let no = if self.0 == Engine::Sqlite { "0" } else { "false" };
        self.rows(
            "enrolment",
            "id, session_id, workshop_id, person_id, status, outcome, origin, priority, short_notice, created_at",
            &format!("{id}, {session}, {workshop}, {person}, 'confirmed', 'completed', 'person', 2, {no}, {made}"),
            range,
        )
    }
}

/// The team of somebody, by their number.
fn team() -> String {
    format!("n % {TEAMS} + 1")
}

/// The small house.
pub async fn small(rig: &Rig) -> Outcome<()> {
    let sql = Sql(rig.engine);
    let role = |number: usize, kind: &str, department: &str| {
        let (id, person) = (sql.id(8, &number.to_string()), sql.id(1, &number.to_string()));
        format!(
            "INSERT INTO role (id, person_id, kind, department_id, source, granted_at) \
             SELECT {id}, {person}, '{kind}', {department}, 'operator', {}",
            sql.at("0")
        )
    };
    let crowd = format!(
        "UPDATE session SET taken = {} WHERE id = {}",
        SMALL.enrolments,
        sql.id(SESSION, &CROWDED.to_string())
    );
    let statements = [
        vec![sql.departments((0, TEAMS + 1)), sql.departments((CREW_TEAM, FEW_TEAM + 1))],
        sql.people(&team(), (0, SMALL.people)),
        sql.people(&CREW_TEAM.to_string(), (CREW, CREW + CREW_SIZE)),
        sql.people(&FEW_TEAM.to_string(), (CREW + CREW_SIZE, CREW + CREW_SIZE + FEW_SIZE)),
        sql.workshops(),
        vec![
            role(PLANNER, "programme-manager", "NULL"),
            role(LEAD, "department-head", &sql.id(2, &FEW_TEAM.to_string())),
            role(HEAD, "department-head", &sql.id(2, "21")),
            role(DIRECTOR, "department-head", &sql.id(2, "1")),
        ],
        sql.assigned(),
        sql.duties((0, SMALL.people)),
        sql.duties((CREW + CREW_SIZE, CREW + CREW_SIZE + FEW_SIZE)),
        sql.sessions("(n % 50 + 5) * 1440 + n", "1000000", (0, SMALL.coming)),
        sql.sessions("-60 * 1440", "NULL", (PAST, PAST + SMALL.past)),
        vec![sql.enrolments(&CROWDED.to_string(), "n + 1000", (0, SMALL.enrolments)), crowd],
    ];
    rig.run(&sql.wrap(statements.concat())).await?;
    sign_in(rig, (0, 200)).await
}

/// The same house, grown.
pub async fn grow(rig: &Rig) -> Outcome<()> {
    let sql = Sql(rig.engine);
    let past = format!("{PAST} + 1 + (n / 10 * 7 + n % 10 * 251) % {}", LARGE.past - 1);
    let count = format!(
        "UPDATE session SET taken = (SELECT count(*) FROM enrolment e WHERE e.session_id = session.id) WHERE starts_at < {}",
        sql.at("0")
    );
    let statements = [
        sql.people(&team(), (SMALL.people, LARGE.people)),
        sql.duties((SMALL.people, LARGE.people)),
        sql.sessions("(n % 250 + 5) * 1440 + n", "1000000", (SMALL.coming, LARGE.coming)),
        sql.sessions("-60 * 1440 - n % 1000 * 1440", "NULL", (PAST + SMALL.past, PAST + LARGE.past)),
        vec![sql.enrolments(&past, "n / 10", (SMALL.enrolments, LARGE.enrolments)), count],
    ];
    rig.run(&sql.wrap(statements.concat())).await
}

/// A date for one measurement, with so many seats.
pub async fn fresh_session(rig: &Rig, number: usize, seats: Option<usize>) -> Outcome<()> {
    let seats = seats.map_or_else(|| "NULL".to_owned(), |seats| seats.to_string());
    let start = format!("400 * 1440 + (n - {FRESH}) * 240");
    rig.run(&Sql(rig.engine).sessions(&start, &seats, (number, number + 1))).await
}

/// How many places of a date are taken, and how many people wait.
pub async fn counted(rig: &Rig, session: usize) -> Outcome<(i32, i32)> {
    let db = rig.database().await?;
    let id = Sql(rig.engine).id(SESSION, &session.to_string());
    let found = db.query_one_raw(sea_orm::Statement::from_string(
        db.get_database_backend(),
        format!("SELECT taken, waiting FROM session WHERE id = {id}"),
    ));
    let row = found.await?.ok_or("no such date")?;
    let counted = (row.try_get("", "taken")?, row.try_get("", "waiting")?);
    db.close().await?;
    Ok(counted)
}

/// Browsers of these people, used a moment ago.
pub async fn sign_in(rig: &Rig, (from, until): (usize, usize)) -> Outcome<()> {
    let sql = Sql(rig.engine);
    let (now, later) = (sql.at("0"), sql.at("14 * 1440"));
    let numbers: Vec<usize> = (from..until).collect();
    let insert = |some: &[usize]| {
        let row = |person: &usize| {
            let hash: String =
                Sha256::digest(secret(*person)).iter().map(|byte| format!("{byte:02x}")).collect();
            let n = person.to_string();
            format!("({}, '{hash}', {}, {now}, {now}, {later})", sql.id(9, &n), sql.id(1, &n))
        };
        let rows: Vec<String> = some.iter().map(row).collect();
        format!(
            "INSERT INTO sign_in (id, hash, person_id, created_at, seen_at, expires_at) VALUES {} \
             ON CONFLICT (hash) DO UPDATE SET seen_at = excluded.seen_at",
            rows.join(", ")
        )
    };
    rig.run(&numbers.chunks(2_000).map(insert).collect::<Vec<_>>()).await
}

/// Lets go of what waits for the worker, so that it does not work while something else is measured.
pub async fn empty_queue(rig: &Rig) -> Outcome<()> {
    rig.run(&["DELETE FROM task".to_owned()]).await
}
