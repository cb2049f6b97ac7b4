//! Writers: what goes in comes out at a reader, and nothing else does.

use chrono::{DateTime, Utc};
use olievlek::{
    ical::{self, Event, Meeting, Method, Party},
    table::{Cell, Format, Table},
};
use proptest::prelude::*;

use super::{rounds, text};
use crate::hostile::calendar;

/// What every reader can show of a text: line ends as one sign, without other control characters.
fn shown(text: &str) -> String {
    let text =
        text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    text.replace('\t', " ").chars().filter(|sign| !sign.is_control() || *sign == '\n').collect()
}

fn event(uid: String, words: [String; 4]) -> Event {
    let moment: DateTime<Utc> = "2026-11-02T09:41:00Z".parse().unwrap();
    let [summary, location, name, address] = words;
    Event {
        uid,
        sequence: 1,
        method: Method::Request,
        stamp: moment,
        start: moment,
        end: moment,
        summary: summary.clone(),
        location: Some(location),
        url: Some(address.clone()),
        description: Some(summary),
        organiser: Party { name: name.clone(), address: address.clone() },
        attendee: Party { name, address },
    }
}

proptest! {
    #![proptest_config(rounds(300))]

    #[test]
    fn any_text_comes_back_from_a_calendar_and_adds_no_line(uid in text(), words in [text(), text(), text(), text()]) {
        let entry = event(uid.clone(), words.clone());
        let ics = entry.to_ics();
        prop_assert!(ics.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
        let read = calendar::read(&ics).unwrap();
        let values = |name: &str| read.iter().filter(|line| line.name == name).map(calendar::Line::text).collect::<Vec<_>>();
        prop_assert_eq!(values("SUMMARY"), [shown(&words[0])]);
        prop_assert_eq!(values("DESCRIPTION"), [shown(&words[0])]);
        prop_assert_eq!(values("LOCATION"), [shown(&words[1])]);
        prop_assert_eq!(values("UID"), [shown(&uid)]);
        let honest = event("u".into(), ["a", "b", "c", "d"].map(str::to_owned)).to_ics();
        let names = |lines: &[calendar::Line]| lines.iter().map(calendar::Line::shape).collect::<Vec<_>>();
        prop_assert_eq!(names(&read), names(&calendar::read(&honest).unwrap()));
    }

    #[test]
    fn any_title_comes_back_from_a_calendar_that_is_read(name in text(), title in text(), place in text()) {
        let moment: DateTime<Utc> = "2026-11-02T09:41:00Z".parse().unwrap();
        let meeting = Meeting {
            uid: "u".into(), sequence: 0, start: moment, end: moment, summary: title.clone(), location: Some(place), url: name.clone(),
        };
        let read = calendar::read(&ical::feed(&name, &[meeting.clone(), meeting], moment)).unwrap();
        let titles: Vec<_> = read.iter().filter(|line| line.name == "SUMMARY").map(calendar::Line::text).collect();
        prop_assert_eq!(titles, [shown(&title), shown(&title)]);
        prop_assert_eq!(read.iter().filter(|line| line.name == "BEGIN").count(), 3);
    }

    #[test]
    fn any_text_is_a_text_in_a_csv_file(text in text()) {
        let table = Table { name: "Blad".into(), columns: vec!["kop".into(), "getal".into()], rows: vec![vec![Cell::Text(text.clone()), Cell::Number(1)]] };
        let file = table.write(Format::Csv).unwrap();
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(file.as_slice());
        let rows: Vec<_> = reader.records().map(|row| row.unwrap()).collect();
        prop_assert_eq!(rows.len(), 1);
        prop_assert!(!rows[0][0].starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']));
        prop_assert_eq!(rows[0][0].trim_start_matches('\''), text.trim_start_matches('\''));
    }
}

proptest! {
    #![proptest_config(rounds(40))]

    #[test]
    fn any_text_is_a_text_in_a_workbook(text in text()) {
        let table = Table { name: "Blad".into(), columns: vec!["kop".into()], rows: vec![vec![Cell::Text(text)]] };
        let file = table.write(Format::Xlsx).unwrap();
        prop_assert_eq!(crate::hostile::hit::formulas(&file), Vec::<String>::new());
    }
}
