//! Which rows of a file stand there already. Nothing tells whose they are, so that a row counts as known when as many came in by
//! file on the same day, by the same channel, about the same department, with the same numbers and words.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{
    feedback::{self, Channel, FeedbackWay},
    id::DepartmentId,
};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _};

use super::Entry;
use crate::domain::error::Result;

/// What two rows have in common when they say the same.
type Same = (NaiveDate, &'static str, Option<DepartmentId>, Option<i32>, Option<i32>, String);

fn same(
    day: NaiveDate,
    channel: Channel,
    about: Option<DepartmentId>,
    said: (Option<i32>, Option<i32>, String),
) -> Same {
    (day, channel.code(), about, said.0, said.1, said.2)
}

/// Those that do not stand there yet.
///
/// # Errors
/// When the database fails.
pub async fn fresh(db: &impl ConnectionTrait, entries: &[Entry]) -> Result<Vec<Entry>> {
    let days = || entries.iter().map(|entry| entry.received_on);
    let (Some(first), Some(last)) = (days().min(), days().max()) else { return Ok(Vec::new()) };
    let rows = feedback::Entity::find()
        .filter(feedback::Column::ReceivedOn.between(first, last))
        .filter(feedback::Column::Way.eq(FeedbackWay::File));
    let mut there: HashMap<Same, usize> = HashMap::new();
    for row in rows.all(db).await? {
        let said = (row.grade, row.effort, row.text.unwrap_or_default());
        *there.entry(same(row.received_on, row.channel, row.department_id, said)).or_default() += 1;
    }
    let mut is_fresh = |entry: &&Entry| {
        let said = (entry.said.grade, entry.said.effort, entry.said.text.clone());
        match there.get_mut(&same(entry.received_on, entry.channel, entry.department, said)) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        }
    };
    Ok(entries.iter().filter(&mut is_fresh).cloned().collect())
}
