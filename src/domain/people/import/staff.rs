//! A person as the file has them: its columns over what was known, and nothing else.

use chrono::{DateTime, Utc};
use entity::{id::*, person::PersonKind};

use super::person_row::PersonRow;
use crate::domain::people::person::{Person, searchable};

/// The person after the file. What the file has no column for stays.
pub fn merged(
    row: &PersonRow,
    before: Option<&Person>,
    (id, manager): (PersonId, Option<Option<PersonId>>),
    now: DateTime<Utc>,
) -> Person {
    let mut person = before.cloned().unwrap_or_else(|| nobody(id, now));
    person.kind = if row.external { PersonKind::External } else { PersonKind::Staff };
    // An empty number is no number: it may not take away what somebody is recognised by.
    person.employee_number = row.number.clone().or(person.employee_number);
    person.given_name.clone_from(&row.name.given_name);
    person.prefix.clone_from(&row.name.prefix);
    person.surname.clone_from(&row.name.surname);
    if let Some(email) = &row.email {
        if person.email != *email {
            person.bounced_at = None;
        }
        person.email.clone_from(email);
    }
    person.job_title = row.job_title.clone().unwrap_or(person.job_title);
    person.manager_id = manager.unwrap_or(person.manager_id);
    person.employed_from = row.employed_from.unwrap_or(person.employed_from);
    person.employed_until = row.employed_until.unwrap_or(person.employed_until);
    person.blocked_at = match row.enabled {
        Some(true) => None,
        Some(false) => person.blocked_at.or(Some(now)),
        None => person.blocked_at,
    };
    let name = [&*person.given_name, &*person.prefix, &*person.surname];
    person.search = searchable(name, person.employee_number.as_deref(), person.email.as_deref());
    person
}

/// The fields that differ, as they are called in the API.
pub fn changes(before: &Person, after: &Person) -> Vec<&'static str> {
    let name = |person: &Person| [person.given_name.clone(), person.prefix.clone(), person.surname.clone()];
    let pairs = [
        ("kind", before.kind != after.kind),
        ("employeeNumber", before.employee_number != after.employee_number),
        ("name", name(before) != name(after)),
        ("email", before.email != after.email),
        ("jobTitle", before.job_title != after.job_title),
        ("managerId", before.manager_id != after.manager_id),
        ("employedFrom", before.employed_from != after.employed_from),
        ("employedUntil", before.employed_until != after.employed_until),
        ("blocked", before.blocked_at.is_some() != after.blocked_at.is_some()),
    ];
    pairs.into_iter().filter_map(|(name, differs)| differs.then_some(name)).collect()
}

const fn nobody(id: PersonId, now: DateTime<Utc>) -> Person {
    Person {
        id,
        kind: PersonKind::Staff,
        employee_number: None,
        given_name: String::new(),
        prefix: String::new(),
        surname: String::new(),
        email: None,
        job_title: String::new(),
        manager_id: None,
        employed_from: None,
        employed_until: None,
        blocked_at: None,
        language: None,
        bounced_at: None,
        search: String::new(),
        created_at: now,
    }
}
