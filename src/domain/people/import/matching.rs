//! Who is meant by a row, and by the name of a manager; and which addresses change hands.

use std::collections::{HashMap, HashSet};

use entity::id::*;

use super::{
    diff::{Diff, Remark},
    known::{Departments, Known},
    person_row::{PersonRow, Places},
    read::Table,
};
use crate::domain::people::person::{Person, full_name};

/// The rows that are well by themselves and name nobody whom an earlier one has.
pub fn sound(table: &Table, places: &Places, departments: &Departments, diff: &mut Diff) -> Vec<PersonRow> {
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
            diff.refused
                .push(Remark::new(row.line, "number-twice").with("number", number).with("first", first));
        } else if let Some(first) = twice(&addresses, &address) {
            let address = address.unwrap_or_default();
            diff.refused
                .push(Remark::new(row.line, "address-twice").with("address", address).with("first", first));
        } else {
            numbers.extend(number.map(|number| (number, row.line)));
            addresses.extend(address.map(|address| (address, row.line)));
            rows.push(row);
        }
    }
    rows
}

/// Every row with the person it is about, or with a new id.
pub fn recognised(rows: Vec<PersonRow>, known: &Known) -> Vec<(PersonRow, PersonId)> {
    let by_number = |row: &PersonRow| {
        row.number.as_ref().and_then(|number| known.by_number(number)).map(|person| person.id)
    };
    let taken: HashSet<PersonId> = rows.iter().filter_map(by_number).collect();
    let by_address = |row: &PersonRow| {
        let person = row.email.as_ref()?.as_ref().and_then(|address| known.by_address(address))?;
        (!taken.contains(&person.id)).then_some(person.id)
    };
    let person = |row: &PersonRow| by_number(row).or_else(|| by_address(row)).unwrap_or_else(PersonId::new);
    rows.into_iter().map(|row| (person(&row), row)).map(|(id, row)| (row, id)).collect()
}

/// Whose addresses have to be free before others get them; refuses a row that asks for the address of somebody who stays.
pub fn free_addresses(
    staff: &mut Vec<(PersonRow, PersonId)>,
    absent: &[&Person],
    known: &Known,
    diff: &mut Diff,
) -> Vec<PersonId> {
    let leaving: HashSet<PersonId> = absent.iter().map(|person| person.id).collect();
    let gets: HashMap<PersonId, Option<String>> =
        staff.iter().filter_map(|(row, id)| Some((*id, row.email.clone()?))).collect();
    let mut freed = Vec::new();
    staff.retain(|(row, id)| {
        let Some(address) = row.email.clone().flatten() else {
            return true;
        };
        let Some(holder) = known.by_address(&address).filter(|holder| holder.id != *id) else {
            return true;
        };
        let moves_on = gets.get(&holder.id).is_some_and(|next| next.as_ref() != Some(&address));
        if leaving.contains(&holder.id) || moves_on {
            freed.push(holder.id);
            return true;
        }
        diff.refused.push(Remark::new(row.line, "address-in-use").with("address", address));
        false
    });
    freed
}

/// Whom the cells of the column manager mean, and what they are called.
pub struct Managers {
    ids: HashMap<String, PersonId>,
    names: HashMap<PersonId, String>,
}

impl Managers {
    /// Numbers and addresses of the house and of the file; where they differ the file is right.
    pub fn of(staff: &[(PersonRow, PersonId)], known: &Known) -> Self {
        let house = known
            .people
            .iter()
            .map(|person| (person.employee_number.clone(), person.email.clone(), person.id));
        let file = staff.iter().map(|(row, id)| (row.number.clone(), row.email.clone().flatten(), *id));
        let handles = house.chain(file).flat_map(|(number, email, id)| [(number, id), (email, id)]);
        let ids = handles.filter_map(|(handle, id)| Some((handle?.to_lowercase(), id))).collect();
        let house = known.people.iter().map(|person| (person.id, full_name(person)));
        let names = house.chain(staff.iter().map(|(row, id)| (*id, row.name.whole()))).collect();
        Self { ids, names }
    }

    /// What somebody is called: as the file has it, else as the house has it.
    pub fn name(&self, id: PersonId) -> Option<&str> {
        self.names.get(&id).map(String::as_str)
    }

    /// Nothing when the file does not tell.
    pub fn of_row(&self, row: &PersonRow) -> Option<Option<PersonId>> {
        row.manager.as_ref().map(|manager| self.ids.get(manager).copied())
    }
}
