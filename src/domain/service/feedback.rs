//! What residents think of the service: a grade, how much effort it took, and a few words. No resident, address or time stands
//! with it, and no colleague either; so nothing of it leaves an event.
//!
//! How many came in is known at once. What the grades come to is a figure of the ledger.

pub mod file;
pub mod form;
pub mod keeping;
pub mod known;
pub mod list;
pub mod mask;

use chrono::{Days, NaiveDate};
use entity::{
    feedback::{self, Channel, FeedbackWay},
    id::*,
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    Set,
};
use serde::{Deserialize, Serialize};

use crate::domain::{
    change::Change,
    error::{Error, Field, Result, all_well},
    people::department,
};

/// The worst and the best grade.
pub const GRADES: std::ops::RangeInclusive<i32> = 1..=10;
/// Very little effort, and very much.
pub const EFFORTS: std::ops::RangeInclusive<i32> = 1..=5;
/// The longest text, in characters.
pub const LENGTH: usize = 1_000;
/// How long ago it may have come in: what is older belongs to periods that are closed.
const AGO: Days = Days::new(400);
/// Rows of one insertion.
const SLICE: usize = 1_000;

/// What somebody said; at least one of the three.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub grade: Option<i32>,
    pub effort: Option<i32>,
    /// May be empty.
    pub text: String,
}

/// What staff or another system enters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub channel: Channel,
    pub said: Said,
    /// What it is about; nothing where that is not known.
    pub department: Option<DepartmentId>,
    pub received_on: NaiveDate,
    pub way: FeedbackWay,
}

/// Takes what a resident filled in on a public form. Whether it is still open, who writes and when: none of it is kept.
///
/// # Errors
/// [`Error::Missing`] for a key that we never gave, and for a form that was closed; fields `grade`, `effort` and `text`.
pub async fn fill_in(change: &Change, key: &str, said: &Said) -> Result<()> {
    let form = form::find_open(change.db(), key).await?;
    all_well(wrong(said))?;
    let entry = Entry {
        channel: form.channel,
        said: said.clone(),
        department: form.department_id,
        received_on: change.policy.day(change.now),
        way: FeedbackWay::Form,
    };
    write(change, &[entry]).await.map(|_| ())
}

/// Enters what a resident said, once.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor measures; fields `grade`, `effort`, `text`, `receivedOn` and `departmentId`.
pub async fn enter(change: &Change, entry: &Entry) -> Result<FeedbackId> {
    if !change.actor.may_measure() {
        return Err(Error::Forbidden);
    }
    all_well(problems(entry, change.policy.day(change.now)))?;
    if let Some(id) = entry.department {
        department::living(change.db(), id).await.map_err(unknown)?;
    }
    let ids = write(change, std::slice::from_ref(entry)).await?;
    ids.first().copied().ok_or(Error::Missing("feedback"))
}

/// The department is one of the things that are entered, not what is asked for.
fn unknown(error: Error) -> Error {
    if matches!(error, Error::Missing(_)) { Field::new("departmentId", "unknown").into() } else { error }
}

/// What is wrong with an entry; nothing when nothing is.
#[must_use]
pub fn problems(entry: &Entry, today: NaiveDate) -> Vec<Field> {
    let mut wrong = wrong(&entry.said);
    if entry.received_on > today {
        wrong.push(Field::new("receivedOn", "in-the-future"));
    } else if today.checked_sub_days(AGO).is_some_and(|first| entry.received_on < first) {
        wrong.push(Field::new("receivedOn", "feedback-long-ago"));
    }
    wrong
}

fn wrong(said: &Said) -> Vec<Field> {
    let mut wrong = Vec::new();
    for (name, given, range) in [("grade", said.grade, GRADES), ("effort", said.effort, EFFORTS)] {
        if given.is_some_and(|given| !range.contains(&given)) {
            wrong
                .push(Field::new(name, "out-of-range").with("min", *range.start()).with("max", *range.end()));
        }
    }
    if said.text.trim().chars().count() > LENGTH {
        wrong.push(Field::new("text", "too-long").with("max", LENGTH));
    }
    if said.grade.is_none() && said.effort.is_none() && said.text.trim().is_empty() {
        wrong.push(Field::new("grade", "feedback-nothing"));
    }
    wrong
}

/// Writes rows, without what leads to somebody.
async fn write(change: &Change, entries: &[Entry]) -> Result<Vec<FeedbackId>> {
    let rows: Vec<_> = entries.iter().map(row).collect();
    let ids = rows.iter().filter_map(|row| row.id.clone().take()).collect();
    for slice in rows.chunks(SLICE) {
        feedback::Entity::insert_many(slice.to_vec()).exec_without_returning(change.db()).await?;
    }
    Ok(ids)
}

fn row(entry: &Entry) -> feedback::ActiveModel {
    let text = mask::masked(entry.said.text.trim());
    feedback::ActiveModel {
        id: Set(FeedbackId::by_chance()),
        channel: Set(entry.channel),
        grade: Set(entry.said.grade),
        effort: Set(entry.said.effort),
        text: Set(Some(text).filter(|text| !text.is_empty())),
        department_id: Set(entry.department),
        received_on: Set(entry.received_on),
        way: Set(entry.way),
    }
}

/// Every grade of these days, both included: for the closing of a period alone, which shows what it makes of them through the
/// ledger. In the order of random ids.
///
/// # Errors
/// [`Error::Broken`].
pub async fn grades(
    db: &impl ConnectionTrait,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<(FeedbackId, Channel, Option<DepartmentId>, i32)>> {
    use feedback::Column::{Channel, DepartmentId, Grade, Id, ReceivedOn};
    Ok(feedback::Entity::find()
        .select_only()
        .columns([Id, Channel, DepartmentId, Grade])
        .filter(Grade.is_not_null())
        .filter(ReceivedOn.between(from, until))
        .order_by_asc(Id)
        .into_tuple()
        .all(db)
        .await?)
}
