//! A person as the file has them: its columns over what was known, and nothing else.

use chrono::{DateTime, Utc};
use entity::{id::*, person::PersonKind};

use super::{
    changed::{Changed, Shown},
    matching::Managers,
    person_row::PersonRow,
};
use crate::domain::people::person::{Person, full_name};

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
    person
}

/// The fields that differ, with what they were and what they become.
pub fn changes(before: &Person, after: &Person, managers: &Managers) -> Vec<Changed> {
    let at = |field, differs: bool, show: &dyn Fn(&Person) -> Shown| {
        differs.then(|| Changed::new(field, show(before), show(after)))
    };
    let name = |p: &Person| [p.given_name.clone(), p.prefix.clone(), p.surname.clone()];
    let manager = |p: &Person| p.manager_id.and_then(|id| managers.name(id)).into();
    let access = |p: &Person| [if p.blocked_at.is_some() { "blocked" } else { "allowed" }].into();
    let changes = [
        at("kind", before.kind != after.kind, &|p| [p.kind.code()].into()),
        at("employeeNumber", before.employee_number != after.employee_number, &|p| {
            p.employee_number.as_deref().into()
        }),
        at("name", name(before) != name(after), &|p| full_name(p).as_str().into()),
        at("email", before.email != after.email, &|p| p.email.as_deref().into()),
        at("jobTitle", before.job_title != after.job_title, &|p| p.job_title.as_str().into()),
        at("managerId", before.manager_id != after.manager_id, &manager),
        at("employedFrom", before.employed_from != after.employed_from, &|p| p.employed_from.into()),
        at("employedUntil", before.employed_until != after.employed_until, &|p| p.employed_until.into()),
        at("blocked", before.blocked_at.is_some() != after.blocked_at.is_some(), &access),
    ];
    changes.into_iter().flatten().collect()
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
        created_at: now,
        agency: None,
        erased_at: None,
    }
}
