//! A span of days of which figures are told.

use chrono::{DateTime, Datelike as _, Months, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult, Statement};
use std::collections::HashMap;

use entity::id::*;

use crate::domain::{error::Result, policy::Policy};

/// From the beginning of a day until the end of another, as the clocks here show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
}

impl Period {
    /// These days; one day when the last is before the first.
    #[must_use]
    pub fn new(from: NaiveDate, until: NaiveDate) -> Self {
        Self { from, until: until.max(from) }
    }

    /// The year of a day, up to that day.
    #[must_use]
    pub fn this_year(today: NaiveDate) -> Self {
        Self::new(today.with_day(1).and_then(|day| day.with_month(1)).unwrap_or(today), today)
    }

    /// A year, or a quarter of one (1 to 4); nothing for a year or quarter that there is not.
    #[must_use]
    pub fn of(year: i32, quarter: Option<u32>) -> Option<Self> {
        let month = quarter.map_or(Some(1), |number| (1..=4).contains(&number).then_some(3 * number - 2));
        let from = NaiveDate::from_ymd_opt(year, month?, 1)?;
        let next = from.checked_add_months(Months::new(if quarter.is_some() { 3 } else { 12 }))?;
        Some(Self { from, until: next.pred_opt()? })
    }

    /// From which moment, and before which. Nothing after now: of what is still to come there are no figures.
    pub(super) fn moments(&self, policy: &Policy, now: DateTime<Utc>) -> (DateTime<Utc>, DateTime<Utc>) {
        let after = self.until.succ_opt().unwrap_or(self.until);
        (policy.midnight(self.from), policy.midnight(after).min(now))
    }
}

/// SQL: the department where this person began last before that moment, also when that has ended since; nothing for who
/// never worked in one. Everybody is in one department only, so that nobody is counted or paid for twice.
pub(super) fn department_of(person: &str, moment: &str) -> String {
    format!(
        r#"(SELECT "p"."department_id" FROM "placement" "p" WHERE "p"."person_id" = {person}
            AND ("p"."starts_on" IS NULL OR "p"."starts_on" <= {moment})
          ORDER BY "p"."starts_on" IS NULL, "p"."starts_on" DESC, "p"."id" LIMIT 1)"#
    )
}

#[derive(FromQueryResult)]
struct Staff {
    department_id: Option<DepartmentId>,
    people: i64,
}

/// How many people each department itself has on a day, each person in one.
///
/// # Errors
/// When the database fails.
pub(super) async fn staff(
    db: &impl ConnectionTrait,
    day: NaiveDate,
) -> Result<HashMap<Option<DepartmentId>, u64>> {
    let sql = format!(
        r#"SELECT "department_id", COUNT(*) AS "people" FROM (
             SELECT {} AS "department_id" FROM "person" "e" WHERE "e"."kind" <> 'external'
               AND COALESCE("e"."employed_from", $1) <= $1 AND COALESCE("e"."employed_until", $1) >= $1
           ) "staff" GROUP BY "department_id""#,
        department_of(r#""e"."id""#, "$1")
    );
    let ask = Statement::from_sql_and_values(db.get_database_backend(), sql, [day.into()]);
    let rows = Staff::find_by_statement(ask).all(db).await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.department_id, u64::try_from(row.people).unwrap_or_default()))
        .collect())
}
