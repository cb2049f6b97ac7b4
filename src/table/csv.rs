//! Semicolons and a byte order mark: what a Dutch spreadsheet opens without asking.

use super::{Cell, Table};

/// What a spreadsheet takes for the start of a formula.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

pub(super) fn write(table: &Table) -> Result<Vec<u8>, csv::Error> {
    let mut file = heading(&table.columns)?;
    file.extend(lines(&table.rows)?);
    Ok(file)
}

/// The first line, after the mark.
pub(super) fn heading(columns: &[String]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(columns)?;
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// Lines of rows.
pub(super) fn lines(rows: &[Vec<Cell>]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = writer(Vec::new());
    for row in rows {
        writer.write_record(row.iter().map(text))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn writer(begin: Vec<u8>) -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new().delimiter(b';').from_writer(begin)
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => harmless(text),
        Cell::Number(number) => number.to_string(),
        Cell::Decimal(value) => decimal(*value),
        Cell::Euro(cents) => euro(*cents),
        Cell::Share(share) => format!("{} %", (share * 100.0).round()),
        Cell::Date(date) => date.format("%d-%m-%Y").to_string(),
        Cell::Moment(moment) => moment.format("%d-%m-%Y %H:%M").to_string(),
    }
}

/// With a comma too, and no more places than there is to say.
fn decimal(value: f64) -> String {
    let text = format!("{value:.4}");
    text.trim_end_matches('0').trim_end_matches('.').replace('.', ",")
}

/// With a comma, as a Dutch spreadsheet reads it.
fn euro(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{},{:02}", cents.unsigned_abs() / 100, cents.unsigned_abs() % 100)
}

/// With an apostrophe in front of what a spreadsheet would run as a formula.
fn harmless(text: &str) -> String {
    if text.starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() }
}
