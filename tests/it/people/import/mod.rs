//! Files that fill the house, through the doors that pages and the command line use.

pub mod cut_off;
mod departments;
mod keeping;
mod leavers;
mod reading;
mod real;
mod staff;
pub mod undo;
mod workbook;
mod workshops;

use entity::{import::ImportKind, person};
use olievlek::domain::{
    actor::Actor,
    error::Result,
    learning::import,
    people::{
        import::{Changed, Consent, Diff, Entry, Shown, upload},
        person as people,
    },
};

use crate::house::TestHouse;

/// Keeps a file and applies it without any consent.
pub async fn load(house: &TestHouse, kind: ImportKind, file: impl AsRef<[u8]>) -> Result<Diff> {
    load_with(house, kind, file, Consent::default()).await
}

/// Keeps a file and applies it.
pub async fn load_with(
    house: &TestHouse,
    kind: ImportKind,
    file: impl AsRef<[u8]>,
    consent: Consent,
) -> Result<Diff> {
    let (bytes, operator) = (file.as_ref(), Actor::operator());
    let id = house
        .write(&operator, |change| async move { upload::keep(&change, kind, "file.csv", bytes).await })
        .await?;
    import::apply(house, &operator, id, consent).await
}

/// Loads departments for staff to work in.
pub async fn some_departments(house: &TestHouse) {
    load(house, ImportKind::Departments, "code;naam\nVERG;Vergunningen\nKCC;Klantcontact\n").await.unwrap();
}

/// The one with this address.
pub async fn by_email(house: &TestHouse, email: &str) -> person::Model {
    people::by_email(&house.db.reader, email).await.unwrap().expect("somebody with this address")
}

/// The changes of the first row of a list, as `field: old -> new`.
pub fn changes(entries: &[Entry]) -> Vec<String> {
    let value = |shown: &Shown| match shown {
        Shown::Nothing => "nothing".to_owned(),
        Shown::Text(text) => text.clone(),
        Shown::Day(day) => day.to_string(),
        Shown::Choice(codes) => codes.join(", "),
    };
    let one = |one: &Changed| match &one.values {
        Some((old, new)) => format!("{}: {} -> {}", one.field, value(old), value(new)),
        None => format!("{} changed", one.field),
    };
    entries[0].fields.iter().map(one).collect()
}

/// Added, changed, left, moved, unchanged, refused.
pub fn counts(diff: &Diff) -> [usize; 6] {
    [
        diff.added.len(),
        diff.changed.len(),
        diff.left.len(),
        diff.moved.len(),
        diff.unchanged,
        diff.refused.len(),
    ]
}
