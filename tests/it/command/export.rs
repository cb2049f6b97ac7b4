use std::fs;

use olievlek::table::{Cell, Format, Table};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};

use super::run::Machine;

#[tokio::test]
async fn exported_people_can_be_read_in_again_without_a_change() {
    let machine = Machine::new().await;
    machine.import_staff();
    let done = machine.run(&["export", "people", "--format", "csv", "--out", "people.csv"]);
    assert_eq!((done.code, done.out.as_str()), (0, ""), "{}", done.err);
    let again = machine.run(&["import", "people", "people.csv"]);
    assert!(again.out.ends_with("Nothing changes.\n"), "{}{}", again.out, again.err);
    let recorded = entity::event::Entity::find().filter(entity::event::Column::Kind.eq("people-exported"));
    assert_eq!(
        recorded.count(&machine.house().db.reader).await.unwrap(),
        1,
        "who took people out is recorded"
    );
}

#[tokio::test]
async fn a_workbook_and_an_empty_table_can_be_written() {
    let machine = Machine::new().await;
    machine.import_staff();
    assert_eq!(machine.run(&["export", "people", "--format", "xlsx", "--out", "people.xlsx"]).code, 0);
    assert!(fs::read(machine.folder().join("people.xlsx")).unwrap().starts_with(b"PK"));
    let done = machine.run(&["export", "enrolments"]);
    assert_eq!(done.code, 0);
    assert_eq!(done.out.lines().count(), 1, "only the heading: {}", done.out);
}

#[tokio::test]
async fn what_was_published_is_a_file_and_what_would_be_a_table() {
    let machine = Machine::new().await;
    machine.import_staff();
    let done = machine.run(&["export", "ledger"]);
    assert_eq!((done.code, done.out.lines().count()), (0, 1), "only the heading: {}{}", done.out, done.err);
    let done = machine.run(&["simulate-disclosure", "--seed", "7"]);
    assert_eq!((done.code, done.out.lines().count()), (0, 5), "{}{}", done.out, done.err);
}

#[test]
fn no_cell_of_a_csv_is_a_formula() {
    let nasty = ["=1+1", "+31 6", "-1", "@SUM(A1)", "\tx", "\rx", "a=b"];
    let rows = nasty.iter().map(|text| vec![Cell::from(*text)]).collect();
    let table = Table { name: "x".into(), columns: vec!["x".into()], rows };
    let text = String::from_utf8(table.write(Format::Csv).unwrap()).unwrap();
    for text_of in &nasty[..6] {
        assert!(text.contains(&format!("'{text_of}")), "{text_of:?} in {text:?}");
    }
    assert!(text.contains("\na=b\n"));
}
