//! An Excel workbook as rows of text. A workbook is a zip of XML: how large it becomes is counted before it is opened, so
//! that a small file cannot fill the memory of the house.

use std::io::{Cursor, Read as _, Write, copy};

use calamine::{Cell, DataRef, DataType as _, Reader as _, Xlsx, XlsxCellReader};
use zip::ZipArchive;

use super::read::{Row, Table, clean};
use crate::domain::error::{Field, Result};

/// The parts a workbook may have; an ordinary one has a dozen.
const MOST_PARTS: usize = 2_000;
/// How many times larger a part may become.
const MOST_RATIO: u64 = 100;
/// What all parts may become together, in bytes: as texts in memory they take half as much again.
const MOST_UNPACKED: u64 = 40 * 1024 * 1024;
/// The filled cells that are read.
const MOST_CELLS: usize = 200_000;
/// The tags of the texts, which all stay in memory; an ordinary text has four. One that says nothing is small in the file and as
/// large in memory as any.
const MOST_TEXT_TAGS: usize = 4 * MOST_CELLS;
/// The tags of another part that stays in memory: names of sheets, styles, and what belongs to what.
const MOST_TAGS: usize = 100_000;
/// The columns that are read.
const MOST_COLUMNS: usize = 200;

type Source<'a> = Cursor<&'a [u8]>;

/// Whether these bytes begin as a zip does.
#[must_use]
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Whether these bytes begin as workbooks of before 2007 do, and as workbooks with a password.
#[must_use]
pub fn is_closed_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
}

/// The first sheet. Dates come out as `2026-03-02`, numbers without trailing zeros; lines are those of the sheet.
///
/// # Errors
/// Field `file` with what is wrong: too large, too many cells, damaged, empty, or no workbook at all.
pub fn read(bytes: &[u8]) -> Result<Table> {
    weigh(bytes)?;
    let mut book: Xlsx<Source<'_>> =
        Xlsx::new(Cursor::new(bytes)).map_err(|_| Field::new("file", "file-not-workbook"))?;
    let name = book.sheet_names().first().cloned().ok_or(Field::new("file", "file-empty"))?;
    let cells = book.worksheet_cells_reader(&name).map_err(|_| damaged())?;
    let mut rows = rows(cells)?.into_iter();
    let header = rows.next().ok_or(Field::new("file", "file-empty"))?;
    Ok(Table { header: header.cells, rows: rows.collect() })
}

/// Counts by the directory at the end of the zip, and then by unpacking into nothing: the directory may lie.
fn weigh(bytes: &[u8]) -> Result<()> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    if archive.len() > MOST_PARTS {
        return Err(too_large());
    }
    let mut sizes = Vec::new();
    for part in 0..archive.len() {
        let part = archive.by_index_raw(part).map_err(|_| damaged())?;
        sizes.push((part.size(), part.compressed_size()));
    }
    if sizes.iter().any(|(size, packed)| *size > packed.saturating_mul(MOST_RATIO)) {
        return Err(Field::new("file", "file-workbook-dense").into());
    }
    if sizes.iter().fold(0, |sum: u64, (size, _)| sum.saturating_add(*size)) > MOST_UNPACKED {
        return Err(too_large());
    }
    for (part, (size, _)) in sizes.into_iter().enumerate() {
        let part = archive.by_index(part).map_err(|_| damaged())?;
        let (most, mut tags) = (most_tags(&part.name().map_err(|_| damaged())?), Tags(0));
        if copy(&mut part.take(size.saturating_add(1)), &mut tags).map_err(|_| damaged())? > size {
            return Err(Field::new("file", "file-workbook-dense").into());
        }
        if tags.0 > most {
            return Err(Field::new("file", "file-workbook-texts").with("most", MOST_CELLS).into());
        }
    }
    Ok(())
}

/// What is unpacked goes nowhere; only how many tags begin in it is kept.
struct Tags(usize);

impl Write for Tags {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.iter().filter(|byte| **byte == b'<').count();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn most_tags(part: &str) -> usize {
    let part = part.to_lowercase();
    if part.ends_with("sharedstrings.xml") {
        return MOST_TEXT_TAGS;
    }
    let stays = ["workbook.xml", "styles.xml", ".rels"].iter().any(|end| part.ends_with(end));
    if stays { MOST_TAGS } else { usize::MAX }
}

fn rows(mut cells: XlsxCellReader<'_, Source<'_>>) -> Result<Vec<Row>> {
    let (mut rows, mut count): (Vec<Row>, usize) = (Vec::new(), 0);
    while let Some(cell) = cells.next_cell().map_err(|_| damaged())? {
        let (text, (row, column)) = (text(&cell), cell.get_position());
        if text.is_empty() {
            continue;
        }
        count += 1;
        // One cell far to the right would make a row of thousands of empty ones.
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if count > MOST_CELLS || column >= MOST_COLUMNS {
            return Err(Field::new("file", "file-workbook-cells").with("most", MOST_CELLS).into());
        }
        let line = u64::from(row) + 1;
        if rows.last().is_none_or(|last| last.line != line) {
            rows.push(Row { line, cells: Vec::new() });
        }
        if let Some(row) = rows.last_mut() {
            row.cells.resize(row.cells.len().max(column + 1), String::new());
            row.cells[column] = text;
        }
    }
    Ok(rows)
}

fn text(cell: &Cell<DataRef<'_>>) -> String {
    match cell.get_value() {
        DataRef::DateTime(date) if !date.is_duration() => {
            let moment = date.as_datetime().map(|moment| moment.format("%Y-%m-%dT%H:%M:%S").to_string());
            moment.unwrap_or_default().trim_end_matches("T00:00:00").to_owned()
        }
        DataRef::DateTimeIso(text) => text.trim_end_matches("T00:00:00").to_owned(),
        DataRef::Bool(yes) => yes.to_string(),
        // As the sheet shows it: what says nothing about somebody may not pass for a name.
        DataRef::Error(error) => error.to_string(),
        other => clean(&other.as_string().unwrap_or_default()),
    }
}

fn damaged() -> crate::domain::error::Error {
    Field::new("file", "file-workbook-damaged").into()
}

fn too_large() -> crate::domain::error::Error {
    Field::new("file", "file-workbook-large").with("most", MOST_UNPACKED / 1024 / 1024).into()
}
