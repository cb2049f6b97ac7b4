//! Who and what is in the house before a staff file is applied: three queries, whatever the size of the file.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{id::*, person, placement};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, ExprTrait as _, QueryFilter as _};

use crate::domain::{
    error::Result,
    people::{department, person::Person, placement::Placement},
};

/// Departments by code and by name, in any case.
pub struct Departments {
    codes: HashMap<String, DepartmentId>,
    /// Nothing for a name that several have.
    names: HashMap<String, Option<DepartmentId>>,
    titles: HashMap<DepartmentId, String>,
    /// Codes and names of departments that were merged, with what they became part of.
    merged: HashMap<String, String>,
}

/// People and where they work.
pub struct Known {
    pub people: Vec<Person>,
    ids: HashMap<PersonId, usize>,
    numbers: HashMap<String, usize>,
    addresses: HashMap<String, usize>,
    /// Placements that last or have yet to begin.
    pub placements: HashMap<PersonId, Vec<Placement>>,
}

impl Departments {
    /// Reads the tree.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn load(db: &impl ConnectionTrait) -> Result<Self> {
        let (mut codes, mut names, mut titles) = (HashMap::new(), HashMap::new(), HashMap::new());
        for department in department::list(db).await? {
            codes.insert(department.code.to_lowercase(), department.id);
            names
                .entry(department.name.to_lowercase())
                .and_modify(|id| *id = None)
                .or_insert(Some(department.id));
            titles.insert(department.id, department.name);
        }
        let mut merged = HashMap::new();
        for one in department::ended(db).await? {
            let into = one.successor_id.and_then(|id| titles.get(&id).cloned()).unwrap_or_default();
            merged.extend([one.code, one.name].map(|word| (word.to_lowercase(), into.clone())));
        }
        Ok(Self { codes, names, titles, merged })
    }

    /// The department with this code.
    pub fn by_code(&self, code: &str) -> Option<DepartmentId> {
        self.codes.get(&code.to_lowercase()).copied()
    }

    /// What a department is called.
    pub fn title(&self, id: DepartmentId) -> Option<&str> {
        self.titles.get(&id).map(String::as_str)
    }

    /// What a merged department became part of, by its code or name.
    pub fn merged(&self, word: &str) -> Option<&str> {
        self.merged.get(&word.to_lowercase()).map(String::as_str)
    }

    /// The one department with this name.
    pub fn by_name(&self, name: &str) -> Option<DepartmentId> {
        self.names.get(&name.to_lowercase()).copied().flatten()
    }
}

impl Known {
    /// Reads everybody, and the placements that end today or later.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn load(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Self> {
        use placement::Column::EndsOn;
        let people = person::Entity::find().all(db).await?;
        let rows = placement::Entity::find().filter(EndsOn.is_null().or(EndsOn.gte(today))).all(db).await?;
        let mut placements: HashMap<_, Vec<_>> = HashMap::new();
        for row in rows {
            placements.entry(row.person_id).or_default().push(row);
        }
        let by = |key: fn(&Person) -> Option<&String>| -> HashMap<String, usize> {
            let keyed =
                people.iter().enumerate().filter_map(|(at, person)| Some((key(person)?.to_lowercase(), at)));
            keyed.collect()
        };
        let (numbers, addresses) =
            (by(|person| person.employee_number.as_ref()), by(|person| person.email.as_ref()));
        let ids = people.iter().enumerate().map(|(at, person)| (person.id, at)).collect();
        Ok(Self { ids, numbers, addresses, placements, people })
    }

    /// The person with this id.
    pub fn get(&self, id: PersonId) -> Option<&Person> {
        self.ids.get(&id).map(|at| &self.people[*at])
    }

    /// The person with this number, in any case.
    pub fn by_number(&self, number: &str) -> Option<&Person> {
        self.numbers.get(&number.to_lowercase()).map(|at| &self.people[*at])
    }

    /// The person with this address, in any case.
    pub fn by_address(&self, address: &str) -> Option<&Person> {
        self.addresses.get(&address.to_lowercase()).map(|at| &self.people[*at])
    }

    /// The placements of a person that last or have yet to begin.
    pub fn placements_of(&self, person: PersonId) -> &[Placement] {
        self.placements.get(&person).map_or(&[], Vec::as_slice)
    }
}
