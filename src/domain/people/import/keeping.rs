//! Whom a staff file never shuts out, whatever it says: whoever applies it, and the administrators when otherwise none would
//! be left who can sign in. Of their rows only what would shut them out is passed over.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use entity::id::*;

use super::{
    diff::{Diff, Remark},
    known::Known,
    people::When,
    person_row::PersonRow,
    staff::merged,
};
use crate::domain::people::{
    administration::{can_sign_in, is_welcome},
    person::{Person, full_name},
};

/// Who a file is about, and who applies it.
pub struct Keeping<'a> {
    pub known: &'a Known,
    pub administrators: &'a HashSet<PersonId>,
    /// Nothing for the operator of the machine.
    pub by: Option<PersonId>,
    pub when: When,
}

/// Somebody before and after the file; nothing after it for who is not in it.
struct Fate<'a> {
    before: &'a Person,
    after: Option<Person>,
}

impl Keeping<'_> {
    /// Passes over what would shut out whoever has to stay, and tells it.
    pub fn keep(&self, staff: &mut [(PersonRow, PersonId)], absent: &mut Vec<&Person>, diff: &mut Diff) {
        let fates = self.fates(staff, absent);
        let stays = self.stays(&fates);
        self.tell(&fates, &stays, diff);
        self.warn(&fates, &stays, (staff, diff));
        absent.retain(|person| !stays.contains(&person.id));
        for (row, _) in staff.iter_mut().filter(|(_, id)| stays.contains(id)) {
            (row.employed_from, row.employed_until, row.enabled) = (None, None, None);
            row.email = row.email.take().filter(Option::is_some);
        }
    }

    /// What becomes of administrators, and of who applies it.
    fn fates(&self, staff: &[(PersonRow, PersonId)], absent: &[&Person]) -> Vec<Fate<'_>> {
        let mut ids: Vec<_> = self.administrators.iter().copied().chain(self.by).collect();
        ids.sort_unstable();
        ids.dedup();
        let rows: HashMap<_, _> =
            staff.iter().filter(|(_, id)| ids.contains(id)).map(|(row, id)| (*id, row)).collect();
        let absent: HashSet<_> = absent.iter().map(|person| person.id).collect();
        let fate = |before: &'_ Person| match rows.get(&before.id) {
            _ if absent.contains(&before.id) => None,
            Some(row) => Some(merged(row, Some(before), (before.id, None), self.when.now)),
            None => Some(before.clone()),
        };
        let people = ids.into_iter().filter_map(|id| self.known.get(id));
        people.map(|before| Fate { after: fate(before), before }).collect()
    }

    fn stays(&self, fates: &[Fate<'_>]) -> HashSet<PersonId> {
        let today = self.when.today;
        let shut_out = || fates.iter().filter(|fate| fate.is_shut_out(today));
        let mut stays: HashSet<_> =
            shut_out().map(|fate| fate.before.id).filter(|id| Some(*id) == self.by).collect();
        // Whoever could not sign in before does not count: their row may yet be refused.
        let goes_on = fates.iter().any(|fate| {
            let remains = stays.contains(&fate.before.id) || !fate.is_shut_out(today);
            self.administers(fate) && can_sign_in(fate.before, today) && remains
        });
        if !goes_on {
            stays.extend(shut_out().filter(|fate| self.administers(fate)).map(|fate| fate.before.id));
        }
        stays
    }

    fn administers(&self, fate: &Fate<'_>) -> bool {
        self.administrators.contains(&fate.before.id)
    }

    fn tell(&self, fates: &[Fate<'_>], stays: &HashSet<PersonId>, diff: &mut Diff) {
        let named = |you: bool| {
            let of = |fate: &&Fate<'_>| {
                stays.contains(&fate.before.id) && (Some(fate.before.id) == self.by) == you
            };
            fates.iter().filter(of).map(|fate| full_name(fate.before)).collect::<Vec<_>>()
        };
        let (you, administrators) = (named(true), named(false));
        if !you.is_empty() {
            diff.kept.push(Remark::of_file("keeps-you").with("name", you.join(", ")));
        }
        let key = if administrators.len() == 1 { "keeps-administrator" } else { "keeps-administrators" };
        if !administrators.is_empty() {
            diff.kept.push(Remark::of_file(key).with("names", administrators.join(", ")));
        }
    }

    /// On a day to come the last administrator leaves by this file.
    fn warn(
        &self,
        fates: &[Fate<'_>],
        stays: &HashSet<PersonId>,
        (staff, diff): (&[(PersonRow, PersonId)], &mut Diff),
    ) {
        let today = self.when.today;
        let mut last: Option<(NaiveDate, PersonId)> = None;
        for fate in fates.iter().filter(|fate| self.administers(fate)) {
            let after = if stays.contains(&fate.before.id) { Some(fate.before) } else { fate.after.as_ref() };
            let Some(after) = after.filter(|after| can_sign_in(after, today)) else { continue };
            let Some(until) = after.employed_until else { return };
            last = last.max(Some((until, after.id)));
        }
        let Some((until, id)) = last else { return };
        let row = staff.iter().find(|(row, of)| *of == id && row.employed_until == Some(Some(until)));
        if let Some((row, _)) = row {
            let day = until.format("%d-%m-%Y");
            diff.warnings.push(Remark::new(row.line, "last-administrator-leaves").with("day", day));
        }
    }
}

impl Fate<'_> {
    /// Loses by the file what one comes in with.
    fn is_shut_out(&self, today: NaiveDate) -> bool {
        let Some(after) = &self.after else { return is_welcome(self.before, today) };
        is_welcome(self.before, today) && !is_welcome(after, today)
            || self.before.email.is_some() && after.email.is_none()
    }
}
