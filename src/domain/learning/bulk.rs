//! Many people at once, from a pasted list or a file: who is meant by each line. Enrolling is one change a person, so that
//! one refusal stops nobody.

use std::collections::{HashMap, HashSet};

use entity::{id::*, person};
use sea_orm::ConnectionTrait;

use super::roll;
use crate::domain::{
    error::{Field, Result},
    people::{directory, import::read},
};

/// More lines than a hall has seats.
pub const MOST: usize = 500;

/// A line and who is meant by it.
#[derive(Clone, Debug)]
pub struct Line {
    /// As it was pasted.
    pub text: String,
    pub meant: Meant,
}

/// Who is meant.
#[derive(Clone, Debug)]
pub enum Meant {
    /// Boxed: a row of the table is large.
    Somebody(Box<person::Model>),
    /// Stands in an earlier line too.
    Again(Box<person::Model>),
    /// Has a place or waits already.
    Here(Box<person::Model>),
    Nobody,
}

/// Finds who is meant by each line: the first mail address or number in it that somebody has. A first line without any sign
/// of either is a heading. A line of several addresses, as a mail program gives them, is as many lines.
///
/// # Errors
/// Field `people` when there is none or too many; when the database fails.
pub async fn lines(db: &impl ConnectionTrait, session: SessionId, pasted: &str) -> Result<Vec<Line>> {
    let texts = pasted.lines().map(str::trim).filter(|line| !line.is_empty());
    let texts: Vec<&str> =
        texts.enumerate().filter(|(at, text)| *at > 0 || names(text)).map(|(_, t)| t).collect();
    let texts: Vec<String> = texts.into_iter().flat_map(addressees).collect();
    meant(db, session, &texts).await
}

/// A file as lines to paste, its heading left out. Its cells stand apart by tabs, so that a row with the address of a head
/// in a later column stays one line.
///
/// # Errors
/// Field `file` when it is no workbook and no text, too large or empty.
pub fn lines_of_file(bytes: &[u8]) -> Result<String> {
    let table = read::read(bytes)?;
    let rows = std::iter::once(table.header).chain(table.rows.into_iter().map(|row| row.cells));
    let texts = rows.map(|cells| cells.join("\t")).enumerate();
    let kept: Vec<String> = texts.filter(|(at, text)| *at > 0 || names(text)).map(|(_, text)| text).collect();
    Ok(kept.join("\n"))
}

/// Whether an address or a number can stand in this line.
fn names(line: &str) -> bool {
    line.contains(|sign: char| sign == '@' || sign.is_ascii_digit())
}

/// Each of several addresses with the name before it; any other line as it is.
fn addressees(line: &str) -> Vec<String> {
    if line.contains('\t') || line.matches('@').count() < 2 {
        return vec![line.to_owned()];
    }
    let (mut whole, mut open) = (Vec::new(), String::new());
    for part in line.split_inclusive([';', ',']) {
        open.push_str(part);
        if names(part) {
            whole.push(std::mem::take(&mut open).trim_matches([';', ',', ' ']).to_owned());
        }
    }
    whole
}

/// As [`lines`], of texts that are no list with a heading.
///
/// # Errors
/// As [`lines`].
pub async fn meant(
    db: &impl ConnectionTrait,
    session: SessionId,
    texts: &[impl AsRef<str> + Sync],
) -> Result<Vec<Line>> {
    let texts: Vec<&str> = texts.iter().map(|text| text.as_ref().trim()).collect();
    if texts.is_empty() {
        return Err(Field::new("people", "required").into());
    }
    if texts.len() > MOST {
        return Err(Field::new("people", "too-many-lines").with("max", MOST).into());
    }
    let handles: Vec<String> = texts.iter().flat_map(|line| words(line)).collect();
    let known: HashMap<String, person::Model> =
        directory::by_handles(db, &handles).await?.into_iter().flat_map(named).collect();
    let alive = roll::with_people(db, session).await?.into_iter().filter(|(row, _)| row.status.alive());
    let here: HashSet<PersonId> = alive.map(|(row, _)| row.person_id).collect();
    let mut seen = HashSet::new();
    let line = |text: &str| {
        let found = words(text).find_map(|word| known.get(&word.to_lowercase())).cloned().map(Box::new);
        let meant = match found {
            None => Meant::Nobody,
            Some(person) if !seen.insert(person.id) => Meant::Again(person),
            Some(person) if here.contains(&person.id) => Meant::Here(person),
            Some(person) => Meant::Somebody(person),
        };
        Line { text: text.to_owned(), meant }
    };
    Ok(texts.into_iter().map(line).collect())
}

/// Cells of a file, `Name <address>` and plain words alike.
fn words(line: &str) -> impl Iterator<Item = String> {
    let parts = line.split([',', ';', '\t', '<', '>', '"']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned)
}

fn named(person: person::Model) -> Vec<(String, person::Model)> {
    let names = [person.email.clone(), person.employee_number.clone(), Some(person.id.to_string())];
    names.into_iter().flatten().map(|name| (name.to_lowercase(), person.clone())).collect()
}
