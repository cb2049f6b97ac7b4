//! The report of adoption on paper: sentences, the oil stain, and tables. Every figure comes in words, as on the page.

use serde::Serialize;

use super::Paper;
use crate::text::Dates;

/// The report over one period.
#[derive(Clone, Debug)]
pub struct Report {
    pub title: String,
    pub period: String,
    /// What changed, and where it stands still.
    pub lines: Vec<String>,
    pub stain: Option<Picture>,
    pub tables: Vec<Grid>,
    /// How figures were made, below everything.
    pub notes: Vec<String>,
}

/// A drawing with what it shows in words and as a table.
#[derive(Clone, Debug, Serialize)]
pub struct Picture {
    pub heading: String,
    /// By itself: shapes and no words.
    pub svg: String,
    pub sentence: String,
    pub table: Grid,
}

/// A table: the first column names the rows.
#[derive(Clone, Debug, Serialize)]
pub struct Grid {
    pub heading: String,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// As it is read.
#[derive(Serialize)]
pub struct Face {
    title: String,
    period: String,
    lines: Vec<String>,
    stain: Option<Picture>,
    tables: Vec<Grid>,
    notes: Vec<String>,
}

impl Paper for Report {
    const NAME: &'static str = "report";
    type Face = Face;

    fn title(&self, _: &Dates) -> String {
        format!("{}: {}", self.title, self.period)
    }

    fn face(&self, _: &Dates) -> Face {
        Face {
            title: self.title.clone(),
            period: self.period.clone(),
            lines: self.lines.clone(),
            stain: self.stain.clone(),
            tables: self.tables.clone(),
            notes: self.notes.clone(),
        }
    }
}
