//! Readers of what comes in.

use std::io::Write as _;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use olievlek::{
    domain::{
        error::Error,
        page::{Cursor, Window},
        people::import::read::{self, Table},
    },
    text::{BadText, Pattern, fill},
    web::{
        answer::own_path,
        form::{Form, Pairs},
    },
};
use poem::{FromRequest as _, Request};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use uuid::Uuid;
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use super::{rounds, text};

/// A file is read or refused at its field.
fn told(bytes: &[u8]) -> Option<Table> {
    match read::read(bytes) {
        Ok(table) => Some(table),
        Err(Error::Invalid(fields)) if fields[0].name == "file" => None,
        Err(other) => panic!("{other:?}"),
    }
}

fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip([["code", "naam"], ["VERG", "Vergunningen"], ["KCC", "Klantcontact"]]) {
        sheet.write_row(row, 0, cells).unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// The parts of a workbook, one of them cut up: what a broken program or a clever person would pack.
fn repacked(file: &[u8], part: usize, cuts: &[(prop::sample::Index, Vec<u8>)]) -> Vec<u8> {
    let mut archive = ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    let part = part % archive.len();
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut content = Vec::new();
        std::io::copy(&mut entry, &mut content).unwrap();
        if at == part {
            cut_up(&mut content, cuts);
        }
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn cut_up(bytes: &mut Vec<u8>, cuts: &[(prop::sample::Index, Vec<u8>)]) {
    for (at, new) in cuts {
        let begin = at.index(bytes.len() + 1);
        let end = (begin + new.len() / 2).min(bytes.len());
        bytes.splice(begin..end, new.iter().copied());
    }
}

fn cuts() -> impl Strategy<Value = Vec<(prop::sample::Index, Vec<u8>)>> {
    prop::collection::vec((any::<prop::sample::Index>(), prop::collection::vec(any::<u8>(), 0..12)), 1..6)
}

/// Bytes of a text in one of the encodings that programs write.
fn encoded() -> impl Strategy<Value = Vec<u8>> {
    (text(), 0..4).prop_map(|(text, encoding)| match encoding {
        0 => text.into_bytes(),
        1 => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        2 => [b"\xff\xfe".to_vec(), text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat(),
        _ => encoding_rs::WINDOWS_1252.encode(&text).0.into_owned(),
    })
}

/// The address as a browser takes it: blanks and control characters at its edge fall off, tabs and line ends anywhere,
/// and a backslash is a slash.
fn browsed(address: &str) -> String {
    let bare = address.trim_matches(|sign: char| sign <= ' ');
    bare.chars().filter(|sign| !matches!(sign, '\t' | '\n' | '\r')).collect::<String>().replace('\\', "/")
}

proptest! {
    #![proptest_config(rounds(300))]

    #[test]
    fn a_file_of_any_bytes_is_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        told(&bytes);
    }

    #[test]
    fn a_text_file_in_any_encoding_gives_cells_without_control_characters(bytes in encoded()) {
        for row in told(&bytes).iter().flat_map(|table| &table.rows) {
            prop_assert!(row.line >= 1 && row.cells.iter().any(|cell| !cell.is_empty()));
            prop_assert!(!row.cells.iter().any(|cell| cell.contains(char::is_control)), "{row:?}");
        }
    }

    #[test]
    fn what_a_csv_writer_writes_is_what_is_read(cells in prop::collection::vec("[a-zé\"';,=]{1,8}", 2..6)) {
        let mut writer = csv::WriterBuilder::new().delimiter(b'\t').from_writer(Vec::new());
        writer.write_record(cells.iter().map(|_| "kop")).unwrap();
        writer.write_record(&cells).unwrap();
        let table = told(&writer.into_inner().unwrap()).expect("a table");
        prop_assert_eq!(&table.rows[0].cells, &cells);
    }

    #[test]
    fn a_cursor_of_any_text_is_ours_or_a_wrong_field(cursor in prop_oneof![text(), "[A-Za-z0-9_-]{0,80}"]) {
        match Window::new(None, Some(&cursor)) {
            Ok(window) => prop_assert!(!window.after.unwrap().key::<String>().unwrap().contains('\0')),
            Err(Error::Invalid(fields)) => prop_assert_eq!(fields[0].name, "cursor"),
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_cursor_comes_back_as_it_was_given(key in text(), id in any::<u128>()) {
        let row = (key.replace('\0', ""), Uuid::from_u128(id));
        let window = Window { limit: 1, after: None };
        let next = window.cut(vec![&row, &row], |row| (row.0.clone(), row.1)).next.unwrap();
        let cursor: Cursor = next.parse().unwrap();
        prop_assert_eq!((cursor.key::<String>().unwrap(), cursor.id()), row);
    }

    #[test]
    fn whatever_next_says_a_browser_stays_here(next in prop_oneof![text(), "[/\\\\\t. :a@]{0,9}", text().prop_map(|text| format!("/{text}"))]) {
        let seen = browsed(own_path(&next));
        prop_assert!(seen.starts_with('/') && !seen.starts_with("//"), "{next:?} leads to {seen:?}");
    }

    #[test]
    fn a_text_of_the_organisation_is_refused_or_filled_in_whole(text in prop_oneof![text(), "[{}a_b ]{0,30}"]) {
        let pattern = Pattern { text: String::new(), names: ["a", "b", "_"].map(str::to_owned).into() };
        match pattern.check(&text) {
            Ok(()) => {
                let stray = fill(&text, |_| Some(String::new())).contains(['{', '}']);
                prop_assert!(!stray);
            }
            Err(BadText::Missing(names) | BadText::Unknown(names)) => prop_assert!(!names.is_empty()),
        }
        prop_assert_eq!(fill(&text, |_| None), text);
    }

    #[test]
    fn a_form_of_any_bytes_gives_values_without_control_characters(bytes in prop_oneof![
        prop::collection::vec(any::<u8>(), 0..100),
        "[a-c=&%0-9+]{0,60}".prop_map(String::into_bytes),
    ]) {
        for (_, value) in Pairs::parse(&bytes).iter() {
            prop_assert!(!value.contains(|sign: char| sign.is_control() && !matches!(sign, '\n' | '\t')));
        }
    }

    #[test]
    fn a_form_says_what_was_typed(value in text().prop_map(|text| text.replace(char::is_control, ""))) {
        let sent = serde_urlencoded::to_string([("a", &value), ("b", &"x".to_owned())]).unwrap();
        let pairs = Pairs::parse(sent.as_bytes());
        prop_assert_eq!(pairs.raw("a"), &value);
    }

    #[test]
    fn a_day_and_a_time_of_any_text_are_read_or_wrong(
        day in prop_oneof![text(), "[+-]?[0-9]{1,7}-[0-9]{1,2}-[0-9]{1,2}"],
        time in prop_oneof![text(), "[0-9]{1,2}[:.][0-9]{1,2}([:.][0-9]{2})?"],
    ) {
        let sent = serde_urlencoded::to_string([("day", day), ("time", time)]).unwrap();
        let pairs = Pairs::parse(sent.as_bytes());
        let mut read = pairs.read();
        let moment = read.moment("day", "time", chrono_tz::Europe::Amsterdam);
        let given = pairs.has("day") && pairs.has("time");
        match read.done() {
            Ok(()) => prop_assert!(moment.is_some() || !given),
            Err(_) => prop_assert!(moment.is_none()),
        }
    }

    #[test]
    fn a_day_and_a_time_that_exist_come_back(days in 0_i32..40_000, minutes in 0_u32..1440) {
        let day = NaiveDate::from_num_days_from_ce_opt(719_163 + days).unwrap();
        let time = NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0).unwrap();
        let sent = serde_urlencoded::to_string([("day", day.to_string()), ("time", time.format("%H.%M").to_string())]);
        let pairs = Pairs::parse(sent.unwrap().as_bytes());
        let mut read = pairs.read();
        let moment: Option<DateTime<Utc>> = read.moment("day", "time", chrono_tz::UTC);
        prop_assert_eq!(moment, Some(day.and_time(time).and_utc()));
        prop_assert!(read.done().is_ok());
    }
}

proptest! {
    #![proptest_config(rounds(60))]

    #[test]
    fn a_workbook_with_wrong_bytes_is_read_or_refused(cuts in cuts()) {
        let mut file = workbook();
        cut_up(&mut file, &cuts);
        told(&file);
    }

    #[test]
    fn a_workbook_with_a_wrong_part_is_read_or_refused(part in any::<usize>(), cuts in cuts()) {
        told(&repacked(&workbook(), part, &cuts));
    }

    #[test]
    fn a_form_in_parts_of_any_bytes_is_read_or_refused(cuts in cuts()) {
        let mut body = b"--grens\r\ncontent-disposition: form-data; name=\"a\"\r\n\r\neen\r\n--grens\r\n\
            content-disposition: form-data; name=\"f\"; filename=\"b.csv\"\r\n\r\ncode;naam\r\n--grens--\r\n".to_vec();
        cut_up(&mut body, &cuts);
        let request = Request::builder().header("content-type", "multipart/form-data; boundary=grens").body(body);
        let (request, mut body) = request.split();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        if let Ok(form) = runtime.block_on(Form::from_request(&request, &mut body)) {
            prop_assert!(form.iter().all(|(_, value)| !value.contains('\0')));
            prop_assert!(form.uploads.iter().all(|file| !file.name.contains('\0')));
        }
    }
}
