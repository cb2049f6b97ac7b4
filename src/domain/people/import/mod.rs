//! Files that fill the house: read, compared with what is there, shown, and then written in slices.
//!
//! Applying a staff file also gives up the seats of who leaves, and learning knows those: the doors to previewing and
//! applying are in `learning::import`, which puts both areas together.

mod changed;
pub mod claim;
pub mod columns;
pub mod comparison;
mod department_rows;
pub(in crate::domain) mod department_write;
pub mod departments;
pub mod diff;
mod heads;
mod keeping;
mod known;
mod matching;
pub mod people;
mod person_row;
mod placing;
pub mod read;
pub mod run;
mod staff;
pub mod trace;
pub mod undo;
pub mod upload;
mod workbook;
pub(in crate::domain) mod write;

pub use changed::{Changed, Shown};
pub use diff::{Brake, Consent, Diff, Entry, Remark};
pub use run::{Run, Tell};

/// Rows that are written in one transaction: few enough that the one writer of SQLite is never held for a second.
pub const SLICE: usize = 200;
