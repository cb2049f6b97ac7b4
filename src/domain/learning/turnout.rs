//! How often people of a department did not show up or cancelled too late: counts of departments, never of a person.
//!
//! A department of fewer than [`SMALL`] people shows only within which quarter of a hundred its share lies, and one of which
//! fewer than [`FEW`] people had a place shows nothing. Totals are made of what is shown as a number, so that nothing that is
//! hidden can be found by subtracting ([decision 26](../../../docs/decisions/0026-a-seat-is-charged-to-whoever-had-it.md)).

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use entity::id::*;
use sea_orm::{ConnectionTrait, FromQueryResult, Statement};

use super::period::{Period, department_of, staff};
use crate::domain::{
    error::Result,
    people::department::{self, Tree},
    policy::Policy,
};

/// Departments of fewer people show no numbers.
pub const SMALL: u64 = 20;
/// Of fewer people with a place nothing is shown.
pub const FEW: u64 = 5;

/// What became of the places of some people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Different people with a place, or who gave one up too late.
    pub people: u64,
    /// Places that were kept, and of which it is known what came.
    pub places: u64,
    pub no_shows: u64,
    /// Places that were given up too late; not among `places`.
    pub late: u64,
}

/// Within which quarter of a hundred a share lies; the lower end belongs to it, and a hundred to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    Lowest,
    Low,
    High,
    Highest,
}

/// What is told of a department.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Numbers(Counts),
    /// Of no-shows and of late cancellations.
    Bands(Band, Band),
    TooFew,
}

/// A department with what is told of it.
#[derive(Clone, Debug)]
pub struct Line {
    pub department: DepartmentId,
    pub name: String,
    pub shown: Shown,
}

impl Counts {
    /// No-shows of the places that were kept, in whole hundredths, rounded to the nearest.
    #[must_use]
    pub fn no_show_share(&self) -> u64 {
        hundredths(self.no_shows, self.places)
    }

    /// Late cancellations of all places that were kept or given up too late, in whole hundredths, rounded to the nearest.
    #[must_use]
    pub fn late_share(&self) -> u64 {
        hundredths(self.late, self.places + self.late)
    }

    /// What may be told of a department with so many people.
    #[must_use]
    pub fn shown(self, staff: u64) -> Shown {
        if self.people < FEW {
            Shown::TooFew
        } else if staff < SMALL {
            let band = Band::of;
            Shown::Bands(band(self.no_shows, self.places), band(self.late, self.places + self.late))
        } else {
            Shown::Numbers(self)
        }
    }

    fn add(&mut self, other: Self) {
        self.people += other.people;
        self.places += other.places;
        self.no_shows += other.no_shows;
        self.late += other.late;
    }
}

impl Band {
    /// Every band, the lowest first.
    pub const ALL: [Self; 4] = [Self::Lowest, Self::Low, Self::High, Self::Highest];

    fn of(part: u64, whole: u64) -> Self {
        match (part * 4).checked_div(whole).unwrap_or_default() {
            0 => Self::Lowest,
            1 => Self::Low,
            2 => Self::High,
            _ => Self::Highest,
        }
    }

    /// The code, in words for people and in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Lowest => "0-25",
            Self::Low => "25-50",
            Self::High => "50-75",
            Self::Highest => "75-100",
        }
    }
}

fn hundredths(part: u64, whole: u64) -> u64 {
    (part * 200 + whole).checked_div(2 * whole).unwrap_or_default()
}

/// All that is shown as a number, together.
#[must_use]
pub fn total(lines: &[Line]) -> Counts {
    let mut sum = Counts::default();
    for line in lines {
        if let Shown::Numbers(counts) = line.shown {
            sum.add(counts);
        }
    }
    sum
}

#[derive(FromQueryResult)]
struct Row {
    department_id: Option<DepartmentId>,
    people: i64,
    places: i64,
    no_shows: i64,
    late: i64,
}

/// The departments whose people had places in sessions that ended in this period, by name, in three statements. People work in
/// the department in which they worked then; teams are shown with their department.
///
/// # Errors
/// When the database fails.
pub async fn of_period(
    db: &impl ConnectionTrait,
    period: &Period,
    (policy, now): (&Policy, DateTime<Utc>),
) -> Result<Vec<Line>> {
    let tree = department::tree_ever(db).await?;
    let mut counts: BTreeMap<DepartmentId, Counts> = BTreeMap::new();
    for row in rows(db, period.moments(policy, now)).await? {
        let Some(department) = row.department_id else { continue };
        counts.entry(tree.office(department)).or_default().add(row.counts());
    }
    let today = policy.day(now);
    let staff = by_office(&tree, staff(db, period.until.min(today)).await?);
    let line = |(department, counts): (DepartmentId, Counts)| {
        let people = staff.get(&department).copied().unwrap_or_default();
        let name = tree.get(department)?.name.clone();
        Some(Line { department, name, shown: counts.shown(people) })
    };
    let mut lines: Vec<_> = counts.into_iter().filter_map(line).collect();
    lines.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(lines)
}

fn by_office(tree: &Tree, staff: HashMap<Option<DepartmentId>, u64>) -> HashMap<DepartmentId, u64> {
    let mut found: HashMap<DepartmentId, u64> = HashMap::new();
    for (department, people) in staff {
        if let Some(department) = department {
            *found.entry(tree.office(department)).or_default() += people;
        }
    }
    found
}

impl Row {
    fn counts(&self) -> Counts {
        let number = |count: i64| u64::try_from(count).unwrap_or_default();
        Counts {
            people: number(self.people),
            places: number(self.places),
            no_shows: number(self.no_shows),
            late: number(self.late),
        }
    }
}

async fn rows(db: &impl ConnectionTrait, (from, until): (DateTime<Utc>, DateTime<Utc>)) -> Result<Vec<Row>> {
    let sql = format!(
        r#"SELECT "department_id", COUNT(DISTINCT "person_id") AS "people",
             COUNT(CASE WHEN "ending" IS NULL THEN 1 END) AS "places",
             COUNT(CASE WHEN "outcome" = 'no-show' THEN 1 END) AS "no_shows",
             COUNT("ending") AS "late"
           FROM (
             SELECT "e"."person_id", "e"."ending", "e"."outcome", {} AS "department_id"
               FROM "session" "s" JOIN "enrolment" "e" ON "e"."session_id" = "s"."id"
              WHERE "s"."ends_at" >= $1 AND "s"."ends_at" < $2 AND "s"."state" <> 'called-off'
                AND ("e"."ending" = 'late' OR ("e"."status" = 'confirmed' AND "e"."outcome" IS NOT NULL))
           ) "had" GROUP BY "department_id""#,
        department_of(r#""e"."person_id""#, r#""s"."starts_at""#)
    );
    let ask = Statement::from_sql_and_values(db.get_database_backend(), sql, [from.into(), until.into()]);
    Ok(Row::find_by_statement(ask).all(db).await?)
}
