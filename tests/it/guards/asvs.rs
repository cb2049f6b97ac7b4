//! docs/asvs.csv, the house against OWASP ASVS: every number once, every status a known word, every test a test of ours.

use std::{collections::BTreeSet, fs, path::Path};

const LIST: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/asvs.csv"));
const STATUSES: [&str; 4] = ["met", "partly", "not met", "not applicable"];
/// Requirements of levels 1 and 2 in version 5.0.0.
const REQUIREMENTS: usize = 253;
/// Met by what is written or how it is built, which one reads and no test shows.
const READ: [&str; 20] = [
    "1.4.1", "1.4.3", "3.7.1", "4.1.2", "6.1.3", "6.2.7", "6.2.10", "6.4.2", "7.1.1", "7.1.2", "11.2.1",
    "11.2.3", "13.1.1", "13.4.1", "14.1.1", "15.1.3", "15.3.5", "15.3.6", "15.3.7", "16.1.1",
];

struct Requirement {
    number: String,
    level: String,
    status: String,
    how: String,
    test: String,
}

fn list() -> Vec<Requirement> {
    let mut reader = csv::Reader::from_reader(LIST.as_bytes());
    let columns = ["number", "chapter", "level", "requirement", "status", "how", "test"];
    assert_eq!(reader.headers().expect("a heading"), &columns[..]);
    let row = |row: csv::Result<csv::StringRecord>| {
        let row = row.expect("a row");
        let cell = |at: usize| row.get(at).unwrap_or_default().to_owned();
        Requirement { number: cell(0), level: cell(2), status: cell(4), how: cell(5), test: cell(6) }
    };
    reader.records().map(row).collect()
}

#[test]
fn every_requirement_stands_once_with_a_known_status() {
    let list = list();
    let numbers: BTreeSet<_> = list.iter().map(|one| &one.number).collect();
    assert_eq!((numbers.len(), list.len()), (REQUIREMENTS, REQUIREMENTS));
    for one in &list {
        let parts: Vec<_> = one.number.strip_prefix("v5.0.0-").unwrap_or_default().split('.').collect();
        assert!(parts.len() == 3 && parts.iter().all(|part| part.parse::<u8>().is_ok()), "{}", one.number);
        assert!(["1", "2"].contains(&one.level.as_str()), "{}", one.number);
        assert!(STATUSES.contains(&one.status.as_str()), "{}: {}", one.number, one.status);
        assert!(!one.how.is_empty(), "{} does not say how", one.number);
    }
}

#[test]
fn every_test_that_is_named_exists() {
    let mut tests = BTreeSet::new();
    for folder in ["tests/it", "tests/proof", "src"] {
        collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut tests);
    }
    assert!(tests.len() > 300, "the tests were read");
    let list = list();
    let named = list.iter().filter(|one| !one.test.is_empty());
    let gone: Vec<_> = named
        .filter(|one| !tests.contains(&one.test))
        .map(|one| format!("{}: {}", one.number, one.test))
        .collect();
    assert!(gone.is_empty(), "no such test:\n{}", gone.join("\n"));
}

#[test]
fn what_is_met_names_its_test_or_is_known_to_be_read() {
    let list = list();
    let bare = list.iter().filter(|one| one.status == "met" && one.test.is_empty());
    let bare: Vec<_> = bare.filter_map(|one| one.number.strip_prefix("v5.0.0-")).collect();
    assert_eq!(bare, READ);
}

/// The names of functions that follow `#[test]` or `#[tokio::test…]`.
fn collect(folder: &Path, tests: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, tests);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&path).expect("a source file");
            let mut awaited = false;
            for line in text.lines().map(str::trim) {
                if line.starts_with("#[test]") || line.starts_with("#[tokio::test") {
                    awaited = true;
                } else if let Some((_, name)) = line.split_once("fn ").filter(|_| awaited) {
                    tests.extend(name.split('(').next().map(str::to_owned));
                    awaited = false;
                }
            }
        }
    }
}
