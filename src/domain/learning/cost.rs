//! What sessions cost, and whom: every session's cost is shared over its seats, and each seat is charged to the cost centre of
//! whoever had it ([decision 26](../../../docs/decisions/0026-a-seat-is-charged-to-whoever-had-it.md)).
//!
//! Money is in whole cents, and the parts of a session always add up to what it cost.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use entity::{
    id::*,
    session::{self, SessionState},
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult, QueryFilter as _, QuerySelect as _,
    Statement,
};

use super::period::{Period, department_of, staff};
use crate::domain::{
    error::Result,
    people::department::{self, Tree},
    policy::Policy,
};

/// Of a cost centre with fewer people nobody is told what no-shows and late cancellations cost.
pub const SMALL: u64 = 20;

/// Who pays.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Payer {
    /// A cost centre, by its code.
    Centre(String),
    /// People of a department without a cost centre, and people without a department.
    Nowhere,
    /// The programme itself, for seats that nobody had.
    Programme,
}

/// Seats of a session that one payer answers for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seats {
    /// Had a place to the end, and was there or had said so.
    pub kept: u64,
    /// Had a place to the end, and did not show up.
    pub no_show: u64,
    /// Gave the place up too late.
    pub late: u64,
}

/// What a payer is charged, in cents of a euro.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Charge {
    /// Everything.
    pub total: i64,
    /// Of this, for who did not show up.
    pub no_show: i64,
    /// Of this, for places that were given up too late and that nobody else took.
    pub late: i64,
}

/// Shares a sum in proportion to weights: each gets what it has a right to, rounded down, and the cents that are left go to
/// the largest remainders (of equal ones the first). The parts add up to the whole. Without any weight nobody gets anything.
#[must_use]
pub fn share(cents: i64, weights: &[u64]) -> Vec<i64> {
    let (whole, cents) = (weights.iter().map(|weight| i128::from(*weight)).sum::<i128>(), i128::from(cents));
    if whole == 0 {
        return vec![0; weights.len()];
    }
    let exact = |weight: &u64| cents * i128::from(*weight);
    let mut parts: Vec<i128> = weights.iter().map(|weight| exact(weight).div_euclid(whole)).collect();
    let left = usize::try_from(cents - parts.iter().sum::<i128>()).unwrap_or_default();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(weights.get(*at).map(|weight| exact(weight).rem_euclid(whole))));
    for at in order.into_iter().take(left) {
        if let Some(part) = parts.get_mut(at) {
            *part += 1;
        }
    }
    parts.into_iter().map(|part| i64::try_from(part).unwrap_or(i64::MAX)).collect()
}

/// Charges one session. Its seats are those it has, or as many as people had one; without a limit, also those given up late.
/// What nobody had is for the programme. More late cancellations than empty seats share the empty ones: of the others somebody
/// else took the place.
#[must_use]
pub fn charge(cents: i64, capacity: Option<i32>, seats: &BTreeMap<Payer, Seats>) -> BTreeMap<Payer, Charge> {
    let had: u64 = seats.values().map(|one| one.kept + one.no_show).sum();
    let late: u64 = seats.values().map(|one| one.late).sum();
    let all = capacity.map_or(had + late, |most| had.max(u64::try_from(most).unwrap_or_default()));
    let (empty, unit) = (all - had, late.max(1));
    let lost = late.min(empty);
    let mut weights: Vec<u64> =
        seats.values().flat_map(|one| [one.kept * unit, one.no_show * unit, one.late * lost]).collect();
    // A session without any seat is wholly for the programme.
    weights.push(if all == 0 { 1 } else { (empty - lost) * unit });
    let mut parts = share(cents, &weights).into_iter();
    let mut next = || parts.next().unwrap_or_default();
    let mut charged: BTreeMap<Payer, Charge> = BTreeMap::new();
    for payer in seats.keys() {
        let (kept, no_show, late) = (next(), next(), next());
        charged.insert(payer.clone(), Charge { total: kept + no_show + late, no_show, late });
    }
    charged.entry(Payer::Programme).or_default().total += next();
    charged
}

/// What a payer is charged over a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub payer: Payer,
    /// In cents of a euro.
    pub total: i64,
    /// Of this, for no-shows and for late cancellations; nothing where too few people work to tell it.
    pub missed: Option<(i64, i64)>,
}

/// Costs over a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Costs {
    /// Cost centres by code, then who has none, then the programme.
    pub lines: Vec<Line>,
    /// How many sessions have a cost, and how many do not.
    pub sessions: usize,
    pub without: usize,
}

#[derive(FromQueryResult)]
struct Held {
    session_id: SessionId,
    department_id: Option<DepartmentId>,
    kept: i64,
    no_show: i64,
    late: i64,
}

/// What the sessions that ended in this period cost each payer, in four statements. Sessions that were called off cost nothing.
///
/// # Errors
/// When the database fails.
pub async fn of_period(
    db: &impl ConnectionTrait,
    period: &Period,
    (policy, now): (&Policy, DateTime<Utc>),
) -> Result<Costs> {
    let moments = period.moments(policy, now);
    let sessions: Vec<(SessionId, Option<i64>, Option<i32>)> = session::Entity::find()
        .select_only()
        .columns([session::Column::Id])
        .columns([session::Column::CostCents])
        .columns([session::Column::Capacity])
        .filter(session::Column::State.ne(SessionState::CalledOff))
        .filter(session::Column::EndsAt.gte(moments.0))
        .filter(session::Column::EndsAt.lt(moments.1))
        .into_tuple()
        .all(db)
        .await?;
    let tree = department::tree_ever(db).await?;
    let mut seats: HashMap<SessionId, BTreeMap<Payer, Seats>> = HashMap::new();
    for row in held(db, moments).await? {
        let seat = seats.entry(row.session_id).or_default();
        seat.entry(payer(&tree, row.department_id)).or_default().add(&row);
    }
    let mut charges: BTreeMap<Payer, Charge> = BTreeMap::new();
    let mut costing = 0;
    for (id, cents, capacity) in &sessions {
        let Some(cents) = cents.filter(|cents| *cents > 0) else { continue };
        costing += 1;
        for (payer, one) in charge(cents, *capacity, &seats.remove(id).unwrap_or_default()) {
            charges.entry(payer).or_default().add(one);
        }
    }
    let staff = staff_of(db, &tree, period).await?;
    let line = |(payer, charge): (Payer, Charge)| {
        let many = staff.get(&payer).is_some_and(|people| *people >= SMALL);
        Line { missed: many.then_some((charge.no_show, charge.late)), total: charge.total, payer }
    };
    let lines = charges.into_iter().filter(|(_, charge)| charge.total > 0).map(line).collect();
    Ok(Costs { lines, sessions: costing, without: sessions.len() - costing })
}

impl Seats {
    fn add(&mut self, row: &Held) {
        let number = |count: i64| u64::try_from(count).unwrap_or_default();
        self.kept += number(row.kept);
        self.no_show += number(row.no_show);
        self.late += number(row.late);
    }
}

impl Charge {
    const fn add(&mut self, other: Self) {
        self.total += other.total;
        self.no_show += other.no_show;
        self.late += other.late;
    }
}

fn payer(tree: &Tree, department: Option<DepartmentId>) -> Payer {
    let centre = department.and_then(|id| tree.cost_centre(id));
    centre.map_or(Payer::Nowhere, |code| Payer::Centre(code.to_owned()))
}

/// Who had the seats of the sessions with a cost, by department.
async fn held(db: &impl ConnectionTrait, (from, until): (DateTime<Utc>, DateTime<Utc>)) -> Result<Vec<Held>> {
    let sql = format!(
        r#"SELECT "session_id", "department_id",
             COUNT(CASE WHEN "ending" IS NULL AND NOT "missed" THEN 1 END) AS "kept",
             COUNT(CASE WHEN "ending" IS NULL AND "missed" THEN 1 END) AS "no_show",
             COUNT("ending") AS "late"
           FROM (
             SELECT "e"."session_id", "e"."ending", COALESCE("e"."outcome", '') = 'no-show' AS "missed",
                    {} AS "department_id"
               FROM "session" "s" JOIN "enrolment" "e" ON "e"."session_id" = "s"."id"
              WHERE "s"."ends_at" >= $1 AND "s"."ends_at" < $2 AND "s"."state" <> 'called-off'
                AND "s"."cost_cents" > 0 AND ("e"."status" = 'confirmed' OR "e"."ending" = 'late')
           ) "had" GROUP BY "session_id", "department_id""#,
        department_of(r#""e"."person_id""#, r#""s"."starts_at""#)
    );
    let ask = Statement::from_sql_and_values(db.get_database_backend(), sql, [from.into(), until.into()]);
    Ok(Held::find_by_statement(ask).all(db).await?)
}

/// How many people each payer has on the last day of a period.
async fn staff_of(db: &impl ConnectionTrait, tree: &Tree, period: &Period) -> Result<HashMap<Payer, u64>> {
    let mut found: HashMap<Payer, u64> = HashMap::new();
    for (department, people) in staff(db, period.until).await? {
        *found.entry(payer(tree, department)).or_default() += people;
    }
    Ok(found)
}
