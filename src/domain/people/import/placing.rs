//! Where a staff file puts somebody: the old placement ends, a new one begins, history stays.

use chrono::NaiveDate;
use entity::id::*;

use super::person_row::PersonRow;
use crate::domain::people::{person::Person, placement::Placement};

/// What becomes of somebody's placements.
#[derive(Debug, Default)]
pub struct Placing {
    /// Yesterday was their last day.
    pub end: Vec<PlacementId>,
    /// They had not begun, so there is nothing to remember.
    pub drop: Vec<PlacementId>,
    pub begin: Option<Begin>,
}

/// A new placement.
#[derive(Debug)]
pub struct Begin {
    pub department: DepartmentId,
    pub starts_on: Option<NaiveDate>,
    pub ends_on: Option<NaiveDate>,
}

impl Placing {
    /// Whether everything stays as it is.
    pub fn is_nothing(&self) -> bool {
        self.end.is_empty() && self.drop.is_empty() && self.begin.is_none()
    }

    /// Whether somebody goes from one department to another.
    pub fn moves(&self) -> bool {
        self.begin.is_some() && !(self.end.is_empty() && self.drop.is_empty())
    }
}

/// Compares the department of the row with where the person works. An empty cell changes nothing.
pub fn place(
    row: &PersonRow,
    person: &Person,
    new: bool,
    (current, today): (&[Placement], NaiveDate),
) -> Placing {
    let Some(department) = row.department.flatten() else {
        return Placing::default();
    };
    let gone = person.employed_until.filter(|until| *until < today);
    if new {
        let begin = Begin { department, starts_on: person.employed_from, ends_on: gone };
        return Placing { begin: Some(begin), ..Placing::default() };
    }
    if gone.is_some() || current.iter().any(|placement| placement.department_id == department) {
        return Placing::default();
    }
    let (begun, to_come): (Vec<_>, Vec<_>) =
        current.iter().partition(|p| p.starts_on.is_none_or(|day| day < today));
    let ids = |placements: Vec<&Placement>| placements.into_iter().map(|placement| placement.id).collect();
    let starts_on = person.employed_from.filter(|day| *day > today).or(Some(today));
    Placing {
        end: ids(begun),
        drop: ids(to_come),
        begin: Some(Begin { department, starts_on, ends_on: None }),
    }
}
