//! A staff file compared with the house. People are recognised by employee number, then by mail address.
//!
//! The file is taken as whole: staff with a number that it does not name has left, and yesterday was their last day. Whoever
//! a refused row names has not left. People without a number (agencies, guests) are outside of this.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use entity::{id::*, import::ImportKind, person::PersonKind};
use sea_orm::ConnectionTrait;

use super::{
    diff::{Brake, Diff, Entry, Remark},
    known::{Departments, Known},
    person_row::{PersonRow, Places},
    placing::{Placing, place},
    read::Table,
    staff::{changes, merged},
};
use crate::domain::{
    error::Result,
    people::person::{Person, full_name},
};

/// Of every so many people one may disappear without being asked.
const BRAKE: usize = 10;

/// What the file changes, and how.
#[derive(Debug)]
pub struct Plan {
    pub diff: Diff,
    /// Who is new or changed.
    pub(super) writes: Vec<Write>,
    /// Whose address goes to somebody else, and must be free before.
    pub(super) freed: Vec<PersonId>,
    /// Whose employment ends or gets another end.
    pub leavers: Vec<Leaver>,
    /// Whether the file says who manages whom.
    pub(super) managers: bool,
}

/// Somebody as the file has them.
#[derive(Debug)]
pub(super) struct Write {
    pub person: Person,
    pub placing: Placing,
}

/// Somebody who leaves.
#[derive(Clone, Copy, Debug)]
pub struct Leaver {
    pub person: PersonId,
    pub last_day: NaiveDate,
    /// Whether that day has passed.
    pub gone: bool,
}

/// When a file is compared.
#[derive(Clone, Copy, Debug)]
pub struct When {
    pub now: DateTime<Utc>,
    pub today: NaiveDate,
}

/// Compares the file with the house.
///
/// # Errors
/// Field `file` when a column is missing; when the database fails.
pub async fn plan(db: &impl ConnectionTrait, table: &Table, when: When) -> Result<Plan> {
    let places = Places::of(table)?;
    let (departments, known) = (Departments::load(db).await?, Known::load(db, when.today).await?);
    let mut plan = Plan {
        diff: Diff::new(ImportKind::People),
        writes: Vec::new(),
        freed: Vec::new(),
        leavers: Vec::new(),
        managers: places.manager.is_some(),
    };
    let rows = sound(table, &places, &departments, &mut plan.diff);
    let mut staff = recognised(rows, &known);
    let absent = absent(table, &places, &staff, &known, when.today);
    plan.freed = free_addresses(&mut staff, &absent, &known, &mut plan.diff);
    let managers = Managers::of(&staff, &known);
    for (row, id) in &staff {
        compare(
            &mut plan,
            row,
            known.get(*id),
            (*id, managers.of_row(row)),
            (&known, when),
        );
    }
    let yesterday = when.today.pred_opt().unwrap_or(when.today);
    for person in absent {
        plan.leavers.push(Leaver {
            person: person.id,
            last_day: yesterday,
            gone: true,
        });
        plan.diff.left.push(entry(None, person, Vec::new()));
    }
    plan.diff.brake = brake(plan.diff.left.len(), &known, when.today);
    plan.diff.sort();
    Ok(plan)
}

/// The rows that are well by themselves and name nobody whom an earlier one has.
fn sound(table: &Table, places: &Places, departments: &Departments, diff: &mut Diff) -> Vec<PersonRow> {
    let (mut numbers, mut addresses) = (HashMap::new(), HashMap::new());
    let mut rows = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let row = match places.read(row, departments, table.header.len()) {
            Ok(row) => row,
            Err(remark) => {
                diff.refused.push(remark);
                continue;
            }
        };
        let number = row.number.as_ref().map(|number| number.to_lowercase());
        let address = row.email.clone().flatten();
        let twice = |seen: &HashMap<String, u64>, value: &Option<String>| {
            value.as_ref().and_then(|value| seen.get(value).copied())
        };
        if let Some(first) = twice(&numbers, &number) {
            let number = number.unwrap_or_default();
            diff.refused.push(
                Remark::new(row.line, "number-twice")
                    .with("number", number)
                    .with("first", first),
            );
        } else if let Some(first) = twice(&addresses, &address) {
            let address = address.unwrap_or_default();
            diff.refused.push(
                Remark::new(row.line, "address-twice")
                    .with("address", address)
                    .with("first", first),
            );
        } else {
            numbers.extend(number.map(|number| (number, row.line)));
            addresses.extend(address.map(|address| (address, row.line)));
            rows.push(row);
        }
    }
    rows
}

/// Every row with the person it is about, or with a new id.
fn recognised(rows: Vec<PersonRow>, known: &Known) -> Vec<(PersonRow, PersonId)> {
    let by_number = |row: &PersonRow| {
        row.number
            .as_ref()
            .and_then(|number| known.by_number(number))
            .map(|person| person.id)
    };
    let taken: HashSet<PersonId> = rows.iter().filter_map(by_number).collect();
    let by_address = |row: &PersonRow| {
        let person = row
            .email
            .as_ref()?
            .as_ref()
            .and_then(|address| known.by_address(address))?;
        (!taken.contains(&person.id)).then_some(person.id)
    };
    let person = |row: &PersonRow| {
        by_number(row)
            .or_else(|| by_address(row))
            .unwrap_or_else(PersonId::new)
    };
    rows.into_iter()
        .map(|row| (person(&row), row))
        .map(|(id, row)| (row, id))
        .collect()
}

/// Staff with a number that the file does not name at all.
fn absent<'a>(
    table: &Table,
    places: &Places,
    staff: &[(PersonRow, PersonId)],
    known: &'a Known,
    today: NaiveDate,
) -> Vec<&'a Person> {
    let present: HashSet<PersonId> = staff.iter().map(|(_, id)| *id).collect();
    let read: HashSet<u64> = staff.iter().map(|(row, _)| row.line).collect();
    let refused = table.rows.iter().filter(|row| !read.contains(&row.line));
    let mentioned: HashSet<String> = refused.flat_map(|row| places.mentions(row)).collect();
    let named = |value: &Option<String>| {
        value
            .as_ref()
            .is_some_and(|value| mentioned.contains(&value.to_lowercase()))
    };
    let gone = |person: &&Person| {
        person.kind == PersonKind::Staff
            && person.employee_number.is_some()
            && person.employed_until.is_none_or(|until| until >= today)
            && !present.contains(&person.id)
            && !named(&person.employee_number)
            && !named(&person.email)
    };
    known.people.iter().filter(gone).collect()
}

/// Whose addresses have to be free before others get them; refuses a row that asks for the address of somebody who stays.
fn free_addresses(
    staff: &mut Vec<(PersonRow, PersonId)>,
    absent: &[&Person],
    known: &Known,
    diff: &mut Diff,
) -> Vec<PersonId> {
    let leaving: HashSet<PersonId> = absent.iter().map(|person| person.id).collect();
    let gets: HashMap<PersonId, Option<String>> = staff
        .iter()
        .filter_map(|(row, id)| Some((*id, row.email.clone()?)))
        .collect();
    let mut freed = Vec::new();
    staff.retain(|(row, id)| {
        let Some(address) = row.email.clone().flatten() else {
            return true;
        };
        let Some(holder) = known.by_address(&address).filter(|holder| holder.id != *id) else {
            return true;
        };
        let moves_on = gets
            .get(&holder.id)
            .is_some_and(|next| next.as_ref() != Some(&address));
        if leaving.contains(&holder.id) || moves_on {
            freed.push(holder.id);
            return true;
        }
        diff.refused
            .push(Remark::new(row.line, "address-in-use").with("address", address));
        false
    });
    freed
}

/// Whom the cells of the column manager mean.
struct Managers(HashMap<String, PersonId>);

impl Managers {
    fn of(staff: &[(PersonRow, PersonId)], known: &Known) -> Self {
        let house = known
            .people
            .iter()
            .map(|person| (person.employee_number.clone(), person.email.clone(), person.id));
        let file = staff
            .iter()
            .map(|(row, id)| (row.number.clone(), row.email.clone().flatten(), *id));
        let names = house
            .chain(file)
            .flat_map(|(number, email, id)| [(number, id), (email, id)]);
        Self(
            names
                .filter_map(|(name, id)| Some((name?.to_lowercase(), id)))
                .collect(),
        )
    }

    /// Nothing when the file does not tell.
    fn of_row(&self, row: &PersonRow) -> Option<Option<PersonId>> {
        row.manager.as_ref().map(|manager| self.0.get(manager).copied())
    }
}

fn compare(
    plan: &mut Plan,
    row: &PersonRow,
    before: Option<&Person>,
    (id, manager): (PersonId, Option<Option<PersonId>>),
    (known, when): (&Known, When),
) {
    if let (Some(Some(name)), Some(None)) = (
        row.manager
            .as_ref()
            .map(|name| Some(name).filter(|name| !name.is_empty())),
        manager,
    ) {
        plan.diff
            .warnings
            .push(Remark::new(row.line, "manager-unknown").with("manager", name));
    }
    if row.department == Some(None) {
        plan.diff.warnings.push(Remark::new(row.line, "department-empty"));
    }
    let person = merged(row, before, (id, manager), when.now);
    let placing = place(
        row,
        &person,
        before.is_none(),
        (known.placements_of(id), when.today),
    );
    let works = |person: &Person| person.employed_until.is_none_or(|until| until >= when.today);
    let fields = before.map(|before| changes(before, &person)).unwrap_or_default();
    let line = Some(row.line);
    match before {
        None => plan.diff.added.push(entry(line, &person, Vec::new())),
        Some(before) if works(before) && !works(&person) => {
            plan.diff.left.push(entry(line, &person, fields.clone()))
        }
        Some(_) if fields.is_empty() && placing.is_nothing() => {
            plan.diff.unchanged += 1;
            if !works(&person) && row.employed_until.is_none() {
                plan.diff.warnings.push(Remark::new(row.line, "has-left"));
            }
            return;
        }
        Some(_) if !fields.is_empty() || !placing.moves() => {
            plan.diff.changed.push(entry(line, &person, fields.clone()))
        }
        Some(_) => {}
    }
    if placing.moves() {
        plan.diff.moved.push(entry(line, &person, vec!["departmentId"]));
    }
    if let Some(last_day) = person
        .employed_until
        .filter(|_| fields.contains(&"employedUntil"))
    {
        plan.leavers.push(Leaver {
            person: id,
            last_day,
            gone: !works(&person),
        });
    }
    plan.writes.push(Write { person, placing });
}

fn brake(gone: usize, known: &Known, today: NaiveDate) -> Option<Brake> {
    let works = |person: &&Person| {
        person.kind == PersonKind::Staff
            && person.employee_number.is_some()
            && person.employed_until.is_none_or(|until| until >= today)
    };
    let of = known.people.iter().filter(works).count();
    (gone * BRAKE > of).then_some(Brake { gone, of })
}

fn entry(line: Option<u64>, person: &Person, fields: Vec<&'static str>) -> Entry {
    let key = person
        .employee_number
        .clone()
        .or(person.email.clone())
        .unwrap_or_default();
    Entry {
        line,
        key,
        name: full_name(person),
        fields,
    }
}
