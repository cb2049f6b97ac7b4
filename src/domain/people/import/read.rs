//! From the bytes of a file to rows of text: encoding, separator and line numbers.

use std::borrow::Cow;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::workbook;
use crate::domain::error::{Field, Result};

/// The largest file that is read.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;

/// A file as rows under a header.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub header: Vec<String>,
    /// Without the rows that hold nothing.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Clone, Debug)]
pub struct Row {
    /// Where it begins in the file; the header is line 1.
    pub line: u64,
    /// Without padding, line breaks and control characters.
    pub cells: Vec<String>,
}

impl Row {
    /// The cell in this column; empty when the row is shorter.
    #[must_use]
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// Whether something stands beyond the last column: a separator inside a text that is not quoted has shifted the rest.
    #[must_use]
    pub fn overflows(&self, columns: usize) -> bool {
        self.cells.iter().skip(columns).any(|cell| !cell.is_empty())
    }
}

/// Reads the first sheet of an Excel workbook, or a CSV file: UTF-8 with or without BOM, UTF-16 with BOM or Windows-1252;
/// separated by comma, semicolon or tab.
///
/// # Errors
/// Field `file` when it is too large, empty or neither.
pub fn read(bytes: &[u8]) -> Result<Table> {
    fits(bytes)?;
    if workbook::is_workbook(bytes) {
        return workbook::read(bytes);
    }
    if workbook::is_closed_workbook(bytes) {
        return Err(Field::new("file", "file-workbook-closed").into());
    }
    let text = decode(bytes);
    if text.contains('\0') {
        return Err(Field::new("file", "file-not-text").into());
    }
    let mut rows = rows(&text)?.into_iter();
    let Some(header) = rows.next() else {
        return Err(Field::new("file", "file-empty").into());
    };
    Ok(Table { header: header.cells, rows: rows.collect() })
}

/// Whether a file is small enough to be read.
///
/// # Errors
/// Field `file` when it is too large.
pub fn fits(bytes: &[u8]) -> Result<()> {
    if bytes.len() > MOST_BYTES {
        return Err(Field::new("file", "file-too-large").with("most", MOST_BYTES / 1024 / 1024).into());
    }
    Ok(())
}

fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(bytes.get(length..).unwrap_or_default()).0;
    }
    // What is not UTF-8 is what older programs under Windows write.
    std::str::from_utf8(bytes)
        .map_or_else(|_| WINDOWS_1252.decode_without_bom_handling(bytes).0, Cow::Borrowed)
}

fn rows(text: &str) -> Result<Vec<Row>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(text))
        .from_reader(text.as_bytes());
    let (mut rows, mut lines) = (Vec::new(), Lines { text: text.as_bytes(), at: 0, line: 1 });
    for record in reader.records() {
        let record = record.map_err(|_| Field::new("file", "file-not-text"))?;
        let begin = record.position().map_or(0, csv::Position::byte);
        let cells: Vec<String> = record.iter().map(clean).collect();
        let line = lines.of(usize::try_from(begin).unwrap_or(usize::MAX));
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(Row { line, cells });
        }
    }
    Ok(rows)
}

/// The separator that stands most often in the first line, outside quotes.
fn separator(text: &str) -> u8 {
    let (mut counts, mut quoted) = ([(b';', 0), (b',', 0), (b'\t', 0)], false);
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if !quoted => {
                counts.iter_mut().filter(|(one, _)| *one == byte).for_each(|(_, count)| *count += 1);
            }
            _ => {}
        }
    }
    // The first of equals wins when taken from behind.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b';', |(one, _)| *one)
}

/// Padding (also the no-break space), line breaks and control characters say nothing, and break letters.
pub(super) fn clean(cell: &str) -> String {
    let plain: String = cell.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').to_owned()
}

/// Counts lines from byte to byte. The csv crate's own count stands still between CR and LF, and on empty lines.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line on which the record that begins at or after this byte begins.
    fn of(&mut self, begin: usize) -> u64 {
        let rest = self.text.get(begin..).unwrap_or_default();
        let begin = begin + rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let passed = self.text.get(self.at..begin).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count() as u64;
        self.at = begin;
        self.line
    }
}
