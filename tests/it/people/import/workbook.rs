//! Excel workbooks as files: made here by another program than the one that reads them.

use std::io::Write as _;

use chrono::NaiveDate;
use entity::import::ImportKind;
use olievlek::domain::{
    error::Error,
    people::import::read::{self, Table},
};
use rust_xlsxwriter::{Format, Workbook};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{by_email, counts, load, some_departments};
use crate::house::TestHouse;

fn problem(bytes: &[u8]) -> &'static str {
    match read::read(bytes) {
        Err(Error::Invalid(fields)) => fields[0].key,
        other => panic!("{other:?}"),
    }
}

/// A workbook with this first sheet, and a second one that nobody may read.
fn workbook(fill: impl Fn(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.add_worksheet().write_string(0, 0, "Second sheet").unwrap();
    book.save_to_buffer().unwrap()
}

/// A zip with one part of zeros.
fn zip_of(parts: usize, size: usize) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let content = vec![0; size];
    for part in 0..parts {
        zip.start_file(format!("xl/part{part}.xml"), options).unwrap();
        zip.write_all(&content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[tokio::test]
async fn staff_comes_from_a_workbook_with_dates_as_dates_and_as_text() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    let day = Format::new().set_num_format("dd-mm-yyyy");
    let file = workbook(|sheet| {
        let header =
            ["Medewerker", "Roepnaam", "Achternaam", "E-mail werk", "Afdelingscode", "Datum in dienst"];
        for (column, title) in (0..).zip(header) {
            sheet.write_string(2, column, title).unwrap();
        }
        let first = NaiveDate::from_ymd_opt(2026, 2, 16).unwrap();
        sheet.write_number(3, 0, 1001.0).unwrap();
        for (column, text) in (1..).zip(["Lot", "Peters", "lot@gemeente.example", "VERG"]) {
            sheet.write_string(3, column, text).unwrap();
        }
        sheet.write_datetime_with_format(3, 5, first, &day).unwrap();
        for (column, text) in (0..).zip(["1002", "Bo", "van Dam", "bo@gemeente.example", "KCC", "16-02-2026"])
        {
            sheet.write_string(5, column, text).unwrap();
        }
    });

    let diff = load(&house, ImportKind::People, file).await.unwrap();

    assert_eq!(counts(&diff), [2, 0, 0, 0, 0, 0]);
    assert_eq!(diff.added.iter().map(|entry| entry.line).collect::<Vec<_>>(), [Some(4), Some(6)]);
    let (lot, bo) =
        (by_email(&house, "lot@gemeente.example").await, by_email(&house, "bo@gemeente.example").await);
    assert_eq!(lot.employee_number.as_deref(), Some("1001"));
    assert_eq!(lot.employed_from, NaiveDate::from_ymd_opt(2026, 2, 16));
    assert_eq!(lot.employed_from, bo.employed_from);
}

#[test]
fn cells_read_as_the_sheet_shows_them() {
    let file = workbook(|sheet| {
        sheet.write_string(0, 0, "a").unwrap();
        sheet.write_number(1, 0, 7.0).unwrap();
        sheet.write_number(2, 0, 2.5).unwrap();
        sheet.write_boolean(3, 0, true).unwrap();
        sheet.write_string(4, 2, "  far \u{a0}").unwrap();
    });
    let Table { header, rows } = read::read(&file).unwrap();
    assert_eq!(header, ["a"]);
    let cells: Vec<_> = rows.iter().map(|row| row.cells.join("|")).collect();
    assert_eq!(cells, ["7", "2.5", "true", "||far"]);
}

#[test]
fn a_zip_that_would_fill_the_memory_is_refused_before_it_is_opened() {
    assert_eq!(problem(&zip_of(1, 10 << 20)), "file-workbook-dense");
    assert_eq!(problem(&zip_of(2_001, 10)), "file-workbook-large");
    let sheet = workbook(|sheet| {
        for row in 0..2_001 {
            for column in 0..100 {
                sheet.write_number(row, column, f64::from(row)).unwrap();
            }
        }
    });
    assert_eq!(problem(&sheet), "file-workbook-cells");
    assert_eq!(problem(&workbook(|sheet| drop(sheet.write_string(0, 5_000, "x")))), "file-workbook-cells");
}

#[test]
fn more_texts_than_cells_that_are_read_are_refused_before_they_fill_the_memory() {
    let texts = |count: usize| {
        let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        zip.start_file("xl/sharedStrings.xml", stored).unwrap();
        zip.write_all("<si/>".repeat(count).as_bytes()).unwrap();
        zip.finish().unwrap().into_inner()
    };
    assert_eq!(problem(&texts(800_001)), "file-workbook-texts");
    assert_eq!(problem(&texts(800_000)), "file-not-workbook");
}

#[test]
fn a_directory_that_lies_about_a_size_is_found_out() {
    let mut zip = zip_of(1, 2_000);
    // The size stands 24 bytes into the record that begins with PK 1 2, and 22 bytes into the one with PK 3 4.
    let at = zip.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    zip[at + 24..at + 28].copy_from_slice(&10_u32.to_le_bytes());
    zip[22..26].copy_from_slice(&10_u32.to_le_bytes());
    assert!(["file-workbook-dense", "file-workbook-damaged"].contains(&problem(&zip)));
}

#[test]
fn what_is_a_zip_and_no_workbook_is_told_so() {
    assert_eq!(problem(&zip_of(1, 20)), "file-not-workbook");
    assert_eq!(problem(&workbook(|_| ())), "file-empty");
    let mut cut = workbook(|sheet| drop(sheet.write_string(0, 0, "a")));
    cut.truncate(cut.len() / 2);
    assert_eq!(problem(&cut), "file-workbook-damaged");
}
