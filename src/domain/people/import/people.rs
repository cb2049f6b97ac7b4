//! A staff file compared with the house. People are recognised by employee number, then by mail address.
//!
//! The file is taken as whole: staff with a number that it does not name has left, and yesterday was their last day. Whoever
//! a refused row names has not left. People without a number (agencies, guests) are outside of this.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};
use entity::{id::*, import::ImportKind, person::PersonKind};
use sea_orm::ConnectionTrait;

use super::{
    changed::Changed,
    diff::{Brake, Diff, Entry, Remark},
    keeping::Keeping,
    known::{Departments, Known},
    matching::{Managers, free_addresses, recognised, sound},
    person_row::{PersonRow, Places},
    placing::{Placing, place},
    read::Table,
    staff::{changes, merged},
};
use crate::domain::{
    error::Result,
    people::{
        administration::{self, can_sign_in},
        person::{Person, full_name},
        placement::Placement,
    },
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

/// Compares the file with the house, for whoever would apply it; nobody is the operator of the machine.
///
/// # Errors
/// Field `file` when a column is missing; when the database fails.
pub async fn plan(
    db: &impl ConnectionTrait,
    table: &Table,
    when: When,
    by: Option<PersonId>,
) -> Result<Plan> {
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
    let mut absent = absent(table, &places, &staff, &known, when.today);
    let administrators = &administration::administrators(db).await?;
    Keeping { known: &known, administrators, by, when }.keep(&mut staff, &mut absent, &mut plan.diff);
    plan.freed = free_addresses(&mut staff, &absent, &known, &mut plan.diff);
    let ground = Ground { managers: Managers::of(&staff, &known), departments, known: &known, when };
    for (row, id) in &staff {
        ground.compare(row, *id).tell(&mut plan);
    }
    plan.absent(&absent, when.today);
    // Whoever loses access comes last: by then it is written who keeps it.
    plan.writes.sort_by_key(|write| !can_sign_in(&write.person, when.today));
    plan.diff.brake = brake(plan.diff.left.len(), &known, when.today);
    plan.diff.sort();
    Ok(plan)
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
        value.as_ref().is_some_and(|value| mentioned.contains(&value.to_lowercase()))
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

impl Plan {
    /// Rows to write.
    #[must_use]
    pub const fn size(&self) -> usize {
        self.writes.len() + self.leavers.len()
    }

    /// Whether the file says who manages whom, and so who heads what.
    #[must_use]
    pub const fn tells_managers(&self) -> bool {
        self.managers
    }

    /// Yesterday was the last day of who is not in the file.
    fn absent(&mut self, absent: &[&Person], today: NaiveDate) {
        let yesterday = today.pred_opt().unwrap_or(today);
        for person in absent {
            self.leavers.push(Leaver { person: person.id, last_day: yesterday, gone: true });
            self.diff.left.push(entry(None, person, Vec::new()));
        }
    }
}

/// What rows are compared with.
struct Ground<'a> {
    known: &'a Known,
    departments: Departments,
    managers: Managers,
    when: When,
}

impl<'a> Ground<'a> {
    fn compare(&self, row: &'a PersonRow, id: PersonId) -> Comparison<'a> {
        let (before, manager) = (self.known.get(id), self.managers.of_row(row));
        let after = merged(row, before, (id, manager), self.when.now);
        let current = self.known.placements_of(id);
        let placing = place(row, &after, before.is_none(), (current, self.when.today));
        let department = self.department(&placing, current);
        let fields = before.map(|before| changes(before, &after, &self.managers)).unwrap_or_default();
        let (manager, today) = (manager.flatten(), self.when.today);
        let placed = !current.is_empty();
        Comparison { row, before, after, manager, placing, department, fields, today, placed }
    }

    /// The departments that somebody leaves, and the one that they go to.
    fn department(&self, placing: &Placing, current: &[Placement]) -> Option<Changed> {
        let to = self.departments.title(placing.begin.as_ref()?.department);
        let ended = current.iter().filter(|p| placing.end.contains(&p.id) || placing.drop.contains(&p.id));
        let from: Vec<_> = ended.filter_map(|p| self.departments.title(p.department_id)).collect();
        Some(Changed::new("departmentId", from.join(", ").as_str(), to))
    }
}

/// What one row changes.
struct Comparison<'a> {
    row: &'a PersonRow,
    before: Option<&'a Person>,
    after: Person,
    manager: Option<PersonId>,
    placing: Placing,
    department: Option<Changed>,
    fields: Vec<Changed>,
    today: NaiveDate,
    /// Has a placement that lasts or has yet to begin.
    placed: bool,
}

impl Comparison<'_> {
    fn works(&self, person: &Person) -> bool {
        person.employed_until.is_none_or(|until| until >= self.today)
    }

    fn entry(&self, fields: Vec<Changed>) -> Entry {
        entry(Some(self.row.line), &self.after, fields)
    }

    fn warn(&self, warnings: &mut Vec<Remark>) {
        if let Some(name) =
            self.row.manager.as_ref().filter(|name| !name.is_empty() && self.manager.is_none())
        {
            warnings.push(Remark::new(self.row.line, "manager-unknown").with("manager", name));
        }
        if self.row.department == Some(None) {
            warnings.push(Remark::new(self.row.line, "department-empty"));
        }
        if !self.works(&self.after) && self.before.is_some() && self.row.employed_until.is_none() {
            warnings.push(Remark::new(self.row.line, "has-left"));
        }
    }

    /// A last day that was written by an import which was cut off before it acted upon it. Acting twice does no harm.
    fn left_undone(&self) -> Option<Leaver> {
        let last_day = self.after.employed_until.filter(|day| *day >= self.today || self.placed)?;
        Some(Leaver { person: self.after.id, last_day, gone: !self.works(&self.after) })
    }

    /// Takes this into the plan.
    fn tell(self, plan: &mut Plan) {
        self.warn(&mut plan.diff.warnings);
        let (mut all, moves) = (self.fields.clone(), self.placing.moves());
        let department = self.department.clone();
        if !moves {
            all.extend(department.clone());
        }
        match self.before {
            None => plan.diff.added.push(self.entry(Vec::new())),
            Some(_) if all.is_empty() && self.placing.is_nothing() => {
                plan.diff.unchanged += 1;
                plan.leavers.extend(self.left_undone());
                return;
            }
            Some(before) if self.works(before) && !self.works(&self.after) => {
                plan.diff.left.push(self.entry(all));
            }
            Some(_) if all.is_empty() && moves => {}
            Some(_) => plan.diff.changed.push(self.entry(all)),
        }
        if moves {
            plan.diff.moved.push(self.entry(department.into_iter().collect()));
        }
        let new_end =
            self.after.employed_until.filter(|_| self.fields.iter().any(|one| one.field == "employedUntil"));
        if let Some(last_day) = new_end {
            plan.leavers.push(Leaver { person: self.after.id, last_day, gone: !self.works(&self.after) });
        }
        plan.writes.push(Write { person: self.after, placing: self.placing });
    }
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

fn entry(line: Option<u64>, person: &Person, fields: Vec<Changed>) -> Entry {
    let key = person.employee_number.clone().or(person.email.clone()).unwrap_or_default();
    Entry { line, key, name: full_name(person), fields }
}
