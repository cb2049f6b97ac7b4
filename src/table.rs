//! A table that leaves the house, as CSV or as XLSX.

mod csv;
mod xlsx;

use chrono::{NaiveDate, NaiveDateTime};

pub use self::xlsx::Book;

/// A heading, and under it rows that are as wide.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Name of the sheet, at most 31 characters.
    pub name: String,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

/// What one cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Number(i64),
    /// To at most four places.
    Decimal(f64),
    /// Money, in cents of a euro.
    Euro(i64),
    /// From 0 to 1, shown in whole hundredths.
    Share(f64),
    Date(NaiveDate),
    /// In the time zone of the organisation: a spreadsheet knows no zones.
    Moment(NaiveDateTime),
}

/// The kinds of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    Csv,
    Xlsx,
}

/// A table that could not be written.
#[derive(Debug, thiserror::Error)]
pub enum BadTable {
    #[error("{0}")]
    Csv(#[from] ::csv::Error),
    #[error("{0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
}

impl Table {
    /// The whole file.
    ///
    /// # Errors
    /// When it is larger than its format can hold.
    pub fn write(&self, format: Format) -> Result<Vec<u8>, BadTable> {
        match format {
            Format::Csv => Ok(csv::write(self)?),
            Format::Xlsx => Ok(xlsx::write(self)?),
        }
    }
}

/// A workbook with a sheet for each of these tables.
///
/// # Errors
/// When one is larger than a sheet can hold.
pub fn book(tables: &[Table]) -> Result<Vec<u8>, BadTable> {
    Ok(xlsx::write_all(tables)?)
}

impl Table {
    /// The first line of a CSV file that is written a part at a time.
    ///
    /// # Errors
    /// Never for texts.
    pub fn csv_heading(&self) -> Result<Vec<u8>, BadTable> {
        Ok(csv::heading(&self.columns)?)
    }
}

/// Lines of a CSV file that is written a part at a time.
///
/// # Errors
/// When rows are not equally wide.
pub fn csv_lines(rows: &[Vec<Cell>]) -> Result<Vec<u8>, BadTable> {
    Ok(csv::lines(rows)?)
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<NaiveDate> for Cell {
    fn from(date: NaiveDate) -> Self {
        Self::Date(date)
    }
}

impl From<NaiveDateTime> for Cell {
    fn from(moment: NaiveDateTime) -> Self {
        Self::Moment(moment)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u64> for Cell {
    fn from(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
