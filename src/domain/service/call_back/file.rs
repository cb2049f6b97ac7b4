//! A file of call-back requests.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone as _, Utc};

use super::{Day, Request, Tally};
use crate::domain::{
    error::Result,
    people::import::{
        Remark,
        columns::{self, Names},
        read::{Row, Table},
    },
    policy::Policy,
    service::import::Places,
};

const REFERENCE: Names = &["kenmerk", "referentie", "reference"];
const DEPARTMENT: Names = &["afdeling", "department"];
const RECEIVED: Names = &["ontvangen", "ontvangenop", "received", "receivedat"];
const HANDLED: Names = &["afgehandeld", "afgehandeldop", "handled", "handledat"];
/// The columns of a template, in order.
pub const COLUMNS: [&str; 4] = ["kenmerk", "afdeling", "ontvangen", "afgehandeld"];

/// What a file of requests comes to.
#[derive(Clone, Debug, Default)]
pub struct Count {
    /// In order of day.
    pub days: Vec<Day>,
    /// Requests that are not due yet: they count in a later file.
    pub to_come: usize,
    pub refused: Vec<Remark>,
}

/// Counts the requests of a file by the day on which they were due.
///
/// # Errors
/// Field `file` when a column is missing.
pub fn count(policy: &Policy, places: &Places, table: &Table, now: DateTime<Utc>) -> Result<Count> {
    for needed in [REFERENCE, DEPARTMENT, RECEIVED, HANDLED] {
        columns::require(table, needed)?;
    }
    let mut seen = HashSet::new();
    let mut tally = Tally::new(policy, now);
    let mut refused = Vec::new();
    for row in &table.rows {
        match request(policy, places, (table, row)) {
            Ok((reference, _)) if seen.contains(reference) => {
                refused.push(Remark::new(row.line, "reference-twice"));
            }
            Ok((reference, request)) => match tally.add(request) {
                Ok(()) => drop(seen.insert(reference)),
                Err(key) => refused.push(Remark::new(row.line, key)),
            },
            Err(remark) => refused.push(remark),
        }
    }
    Ok(Count { days: tally.days(), to_come: tally.to_come, refused })
}

/// A request with its reference.
fn request<'a>(
    policy: &Policy,
    places: &Places,
    (table, row): (&Table, &'a Row),
) -> std::result::Result<(&'a str, Request), Remark> {
    if row.overflows(table.header.len()) {
        return Err(Remark::new(row.line, "too-many-cells"));
    }
    let text = |names: Names| columns::find(table, names).map_or("", |at| row.cell(at));
    let refuse = |key| Err(Remark::new(row.line, key));
    let (reference, place) = (text(REFERENCE), text(DEPARTMENT));
    if reference.is_empty() {
        return refuse("no-reference");
    }
    let department = match (place, places.find(place)) {
        ("", _) => None,
        (_, Some(id)) => Some(id),
        (name, None) => return Err(Remark::new(row.line, "department-unknown").with("department", name)),
    };
    let Some(received) = moment(policy, text(RECEIVED)) else { return refuse("moment-malformed") };
    let handled = match text(HANDLED) {
        "" => None,
        text => match moment(policy, text) {
            None => return refuse("moment-malformed"),
            at => at,
        },
    };
    Ok((reference, Request { department, received, handled }))
}

/// A moment as programs and spreadsheets write it, with a zone or as the clocks here show it; a day alone is its first moment.
fn moment(policy: &Policy, text: &str) -> Option<DateTime<Utc>> {
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(at.to_utc());
    }
    let formats = [
        "%Y-%m-%dT%H:%M:%S%.f",
        "%Y-%m-%dT%H:%M",
        "%Y-%m-%d %H:%M:%S%.f",
        "%Y-%m-%d %H:%M",
        "%d-%m-%Y %H:%M:%S",
        "%d-%m-%Y %H:%M",
    ];
    let whole = formats.iter().find_map(|format| NaiveDateTime::parse_from_str(text, format).ok());
    let day =
        || ["%Y-%m-%d", "%d-%m-%Y"].iter().find_map(|format| NaiveDate::parse_from_str(text, format).ok());
    let local = whole.or_else(|| Some(day()?.and_time(NaiveTime::MIN)))?;
    policy.zone.from_local_datetime(&local).earliest().map(|at| at.to_utc())
}
