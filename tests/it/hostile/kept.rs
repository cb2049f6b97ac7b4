//! What the house keeps after it was attacked: a hostile text in every column that is for text, and no row less.

use std::{collections::BTreeSet, fs, path::Path};

use sea_orm::{ConnectionTrait as _, Statement};

use super::{text::MARK, textless};
use crate::house::TestHouse;

/// Tables of which no text may make a row vanish.
const LASTING: [&str; 5] = ["person", "department", "workshop", "session", "enrolment"];

/// How many rows stand in what must last.
pub async fn counts(house: &TestHouse) -> Vec<(&'static str, i64)> {
    let mut all = Vec::new();
    for table in LASTING {
        all.push((table, number(house, &format!("select count(*) from {table}")).await));
    }
    all
}

/// What is wrong with the columns that are for text: each holds one that was typed by an attacker, but for those that nobody
/// types into.
pub async fn strange_columns(house: &TestHouse) -> Vec<String> {
    let (mut without, all) = (BTreeSet::new(), columns());
    for (table, name) in &all {
        let sql = format!("select count(*) from \"{table}\" where \"{name}\" like '%{MARK}%'");
        if number(house, &sql).await == 0 {
            without.insert(format!("{table}.{name}"));
        }
    }
    println!("FIGURE columns that hold a hostile text | {} of {}", all.len() - without.len(), all.len());
    let expected: BTreeSet<_> =
        textless::COLUMNS.iter().flat_map(|(_, columns)| *columns).map(|one| (*one).to_owned()).collect();
    without.difference(&expected).map(|column| format!("{column} holds no text of an attacker")).collect()
}

/// Table and name of every column that is a text in `entity/src`: what is a word of the house has a type of its own there.
fn columns() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("entity/src");
    let mut all = Vec::new();
    for file in fs::read_dir(folder).expect("the tables") {
        let file = file.expect("a table").path();
        let table = file.file_stem().expect("a name").to_string_lossy().into_owned();
        let source = fs::read_to_string(&file).expect("a table");
        let model = source.split_once("pub struct Model {").map_or("", |(_, rest)| rest);
        let fields = model.split_once("\n}").map_or("", |(fields, _)| fields).lines();
        let text = |line: &str| {
            let (name, kind) = line.trim().strip_prefix("pub ")?.split_once(": ")?;
            let is_text = matches!(kind, "String," | "Option<String>,");
            is_text.then(|| (table.clone(), name.trim_start_matches("r#").to_owned()))
        };
        all.extend(fields.filter_map(text));
    }
    assert!(all.len() > 100, "the columns were read");
    all
}

async fn number(house: &TestHouse, sql: &str) -> i64 {
    let db = &house.db.reader;
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await;
    row.expect("an answer").expect("a row").try_get_by_index(0).expect("a number")
}
