//! Fills a house with what was assigned, and with registers that are still open.

use crate::{
    Outcome,
    fill::{MEETING, PLANNER, SESSION, WORKSHOP, WORKSHOPS},
    rig::{Engine, Rig},
    sql::Sql,
};

/// Workshops that everybody should have followed.
const FOR_EVERYBODY: usize = 2;
/// Places on a register, and how many of them were there.
const PLACES: usize = 30;
const PRESENT: usize = 27;
/// The people of registers have numbers from here on.
const TAKE_PART: usize = 200;

const PERSON: u8 = 1;
const DEPARTMENT: u8 = 2;
const ENROLMENT: u8 = 6;
const ASSIGNMENT: u8 = 11;
const GROUP: u8 = 12;
const DUTY: u8 = 13;
const ATTENDANCE: u8 = 14;

impl Sql {
    /// The last workshops, assigned to the whole organisation, and held against who works here until tomorrow.
    pub fn assigned(self) -> Vec<String> {
        let (id, group) = (self.id(ASSIGNMENT, "n"), self.id(GROUP, "n"));
        let workshop = self.id(WORKSHOP, &format!("{WORKSHOPS} - 1 - n"));
        let (planner, made, checked) =
            (self.id(PERSON, &PLANNER.to_string()), self.at("-60 * 1440"), self.at("1440"));
        let (all, due) = (self.id(DEPARTMENT, "0"), self.day("60"));
        vec![
            self.rows(
                "assignment",
                "id, workshop_id, due_on, reason, made_by, made_at, checked_at",
                &format!("{id}, {workshop}, {due}, 'Voor wie ons belt', {planner}, {made}, {checked}"),
                (0, FOR_EVERYBODY),
            ),
            self.rows(
                "assignment_group",
                "id, assignment_id, kind, department_id",
                &format!("{group}, {id}, 'department', {all}"),
                (0, FOR_EVERYBODY),
            ),
        ]
    }

    /// What these people have to follow: a third did, and of the others a part is late.
    pub fn duties(self, (from, until): (usize, usize)) -> Vec<String> {
        let one = |which: usize| {
            let (id, assignment) = (
                self.id(DUTY, &format!("n * {FOR_EVERYBODY} + {which}")),
                self.id(ASSIGNMENT, &which.to_string()),
            );
            let workshop = self.id(WORKSHOP, &format!("{WORKSHOPS} - 1 - {which}"));
            let (person, since, done) = (self.id(PERSON, "n"), self.day("-60"), self.day("-10"));
            let (due, half) = (self.day("n % 120 - 20"), self.day("n % 120 / 2 - 40"));
            self.rows(
                "duty",
                "id, assignment_id, workshop_id, person_id, since, due_on, half_on, chased, done_on",
                &format!(
                    "{id}, {assignment}, {workshop}, {person}, {since}, {due}, {half}, 3, \
                     CASE WHEN n % 3 = 0 THEN {done} END"
                ),
                (from, until),
            )
        };
        (0..FOR_EVERYBODY).map(one).collect()
    }
}

/// A session of yesterday with all its marks, of which the register is still open.
pub async fn register(rig: &Rig, number: usize) -> Outcome<()> {
    let sql = Sql(rig.engine);
    let place = sql.id(ENROLMENT, &format!("{number} * 100 + n"));
    let (session, meeting) = (sql.id(SESSION, &number.to_string()), sql.id(MEETING, &number.to_string()));
    let workshop = sql.id(WORKSHOP, &(number % WORKSHOPS).to_string());
    let person = sql.id(PERSON, &format!("n + {TAKE_PART}"));
    let (made, mark) = (sql.at("-9 * 1440"), sql.id(ATTENDANCE, &format!("{number} * 100 + n")));
    let no = if sql.0 == Engine::Sqlite { "0" } else { "false" };
    let mut statements = sql.sessions("-1440", "40", (number, number + 1));
    statements.push(sql.rows(
        "enrolment",
        "id, session_id, workshop_id, person_id, status, origin, priority, short_notice, created_at",
        &format!("{place}, {session}, {workshop}, {person}, 'confirmed', 'person', 2, {no}, {made}"),
        (0, PLACES),
    ));
    statements.push(format!("UPDATE session SET taken = {PLACES} WHERE id = {session}"));
    statements.push(sql.rows(
        "attendance",
        "id, meeting_id, enrolment_id, mark, source, marked_at",
        &format!("{mark}, {meeting}, {place}, 'present', 'register', {}", sql.at("-1300")),
        (0, PRESENT),
    ));
    rig.run(&statements).await
}
