//! Promises and readings from a file: what a file would do is told first, row by row, and then done at once.

mod promise_rows;
mod reading_rows;

use sea_orm::ConnectionTrait;

use entity::{department, id::DepartmentId};

use crate::domain::{
    error::{Error, Field, Result},
    people::{
        department as departments,
        import::{
            Entry, Remark,
            columns::{self, Names},
            read::{Row, Table},
        },
    },
    search::fold,
};

pub use promise_rows::{Promises, promises, write_promises};
pub use reading_rows::{COLUMNS, Readings, readings, write_readings};

/// What a file would do.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    pub added: Vec<Entry>,
    pub changed: Vec<Entry>,
    pub unchanged: usize,
    pub refused: Vec<Remark>,
}

impl Sheet {
    /// Whether there is anything to write.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty()
    }
}

/// The departments that there are, for files that name them by code or by name.
pub struct Places(Vec<department::Model>);

impl Places {
    /// All that live.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn read(db: &impl ConnectionTrait) -> Result<Self> {
        Ok(Self(departments::list(db).await?))
    }

    /// By its code in any case, else by a name that only one has.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<DepartmentId> {
        let of_code = self.0.iter().find(|one| one.code.eq_ignore_ascii_case(text.trim()));
        let wanted = fold(text.trim());
        let mut named = self.0.iter().filter(|one| fold(&one.name) == wanted);
        let of_name = named.next().filter(|_| named.next().is_none());
        of_code.or(of_name).map(|one| one.id)
    }
}

/// A row under the header of its file.
struct Cells<'a> {
    table: &'a Table,
    row: &'a Row,
}

impl Cells<'_> {
    /// Nothing when the file has no such column, or nothing stands there.
    fn text(&self, names: Names) -> Option<&str> {
        columns::find(self.table, names).map(|at| self.row.cell(at)).filter(|text| !text.is_empty())
    }

    fn refuse(&self, key: &'static str) -> Remark {
        Remark::new(self.row.line, key)
    }

    /// What a form would say beside a field, said of the row.
    fn wrong(&self, error: Error) -> Remark {
        match error {
            Error::Invalid(fields) => fields.into_iter().next().map_or_else(
                || self.refuse("field-wrong"),
                |Field { key, args, name }| {
                    let known = Remark::new(self.row.line, key).with("field", name);
                    args.into_iter().fold(known, |remark, (name, value)| remark.with(name, value))
                },
            ),
            _ => self.refuse("field-wrong").with("field", ""),
        }
    }
}
