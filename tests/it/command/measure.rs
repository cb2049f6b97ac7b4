use entity::{event, promise, reading};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};

use super::run::Machine;

async fn count(machine: &Machine) -> (u64, u64) {
    let db = &machine.house().db.reader;
    (promise::Entity::find().count(db).await.unwrap(), reading::Entity::find().count(db).await.unwrap())
}

#[tokio::test]
async fn the_file_of_promises_loads_clean_and_a_second_time_nothing_changes() {
    let machine = Machine::new().await;
    machine.import("departments", "departments.csv");
    let done = machine.import("promises", "promises.csv");
    assert_eq!(done.code, 0, "{}{}", done.out, done.err);
    assert!(done.out.contains("added 5, changed 0, unchanged 0, refused 0"), "{}", done.out);
    let again = machine.import("promises", "promises.csv");
    assert!(again.code == 0 && again.out.ends_with("Nothing changes.\n"), "{}", again.out);
    assert_eq!(count(&machine).await, (5, 0));
}

#[tokio::test]
async fn one_refused_reading_stops_all_unless_the_others_are_asked_for() {
    let machine = Machine::new().await;
    machine.import("departments", "departments.csv");
    machine.import("promises", "promises.csv");
    let file = machine.file(
        "readings.csv",
        "code;periode;waarde;gehaald;totaal;toelichting\nN01;2025-01;0,58;;;\nN02;2025-01;;80;100;\nN03;2025-01;0,9;;;\n",
    );
    let dry = machine.run(&["import", "readings", &file, "--dry-run"]);
    assert!(dry.out.contains("refused, line 4: “2025-01” is no period of this promise."), "{}", dry.out);
    assert_eq!((dry.code, count(&machine).await.1), (1, 0));
    let stopped = machine.run(&["import", "readings", &file, "--yes"]);
    assert_eq!((stopped.code, count(&machine).await.1), (1, 0), "{}", stopped.err);
    let partial = machine.run(&["import", "readings", &file, "--yes", "--partial"]);
    assert_eq!((partial.code, count(&machine).await.1), (1, 2), "{}{}", partial.out, partial.err);
}

#[tokio::test]
async fn exported_readings_can_be_read_in_again_without_a_change_and_it_is_recorded() {
    let machine = Machine::new().await;
    machine.import("departments", "departments.csv");
    machine.import("promises", "promises.csv");
    let rows =
        "code;periode;waarde;gehaald;totaal\nN01;2025-01;;58;101\nN03;2025-K1;0,9;;\nN04;2025-K1;21;;\n";
    let file = machine.file("readings.csv", rows);
    assert_eq!(machine.run(&["import", "readings", &file]).code, 0);
    let done = machine.run(&["export", "readings", "--format", "csv", "--out", "out.csv"]);
    assert_eq!(done.code, 0, "{}", done.err);
    let again = machine.run(&["import", "readings", "out.csv"]);
    assert!(again.code == 0 && again.out.ends_with("Nothing changes.\n"), "{}{}", again.out, again.err);
    assert_eq!(machine.run(&["export", "readings", "--format", "xlsx", "--out", "out.xlsx"]).code, 0);
    let told = event::Entity::find().filter(event::Column::Kind.eq("readings-exported"));
    assert_eq!(told.count(&machine.house().db.reader).await.unwrap(), 2);
}
