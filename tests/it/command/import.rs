use entity::{id::ImportId, import::ImportKind, person, role};
use olievlek::domain::{
    actor::Actor,
    people::{
        directory::{self, Filter},
        export,
        import::upload,
    },
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};

use super::run::Machine;
use crate::people::import::cut_off::cut_off;

const HEADING: &str =
    "Medewerker;Roepnaam;Achternaam;E-mail werk;Afdelingscode;Functie;Datum in dienst;Datum uit dienst\n";

async fn staff(machine: &Machine) -> usize {
    usize::try_from(export::count(&machine.house().db.reader).await.unwrap()).unwrap()
}

/// How many stay for good: the program goes by the clock of the machine, and so do the last days that it writes.
async fn staying(machine: &Machine) -> u64 {
    let (db, day) = (&machine.house().db.reader, "2100-01-01".parse().unwrap());
    directory::count(db, &Actor::operator(), &Filter::default(), day).await.unwrap()
}

#[tokio::test]
async fn the_real_files_load_clean_and_a_second_time_nothing_changes() {
    let machine = Machine::new().await;
    for (kind, file, counts) in [
        ("departments", "departments.csv", "added 26,"),
        ("people", "people-hr.csv", "added 640,"),
        ("workshops", "workshops.csv", "added 24,"),
    ] {
        let done = machine.import(kind, file);
        assert_eq!(done.code, 0, "{kind}: {}{}", done.out, done.err);
        assert!(done.out.contains(counts) && done.out.contains("refused 0"), "{kind}: {}", done.out);
        let again = machine.import(kind, file);
        assert_eq!(again.code, 0);
        assert!(again.out.ends_with("Nothing changes.\n"), "{kind}: {}", again.out);
    }
    assert_eq!(staff(&machine).await, 640);
}

#[tokio::test]
async fn a_refused_row_is_named_and_then_nothing_is_written() {
    let machine = Machine::new().await;
    machine.import("departments", "departments.csv");
    let file = machine.file(
        "people.csv",
        &format!(
            "{HEADING}1;An;Aa;a@x.example;BZ;x;01-01-2020;\n2;Bo;Bb;b@x.example;BZ;x;01-01-2020;31-12-2019\n"
        ),
    );
    let done = machine.run(&["import", "people", &file]);
    assert_eq!(done.code, 1);
    assert!(
        done.out.contains("refused, line 3: The last day of employment is before the first."),
        "{}",
        done.out
    );
    assert!(done.err.contains("again with --partial"), "{}", done.err);
    assert_eq!(done.err.lines().count(), 1, "{}", done.err);
    assert_eq!(staff(&machine).await, 0);

    let done = machine.run(&["import", "people", &file, "--partial"]);
    assert_eq!(done.code, 1, "a refused row stays a refused row");
    assert_eq!(staff(&machine).await, 1);
}

#[tokio::test]
async fn a_dry_run_tells_everything_and_writes_nothing() {
    let machine = Machine::new().await;
    machine.import("departments", "departments.csv");
    let file = machine.file("people.csv", &format!("{HEADING}1;An;Aa;a@x.example;BZ;x;01-01-2020;\n"));
    let done = machine.run(&["import", "people", &file, "--dry-run"]);
    assert_eq!(done.code, 0);
    assert!(done.out.contains("added, line 2: 1 An Aa") && done.out.contains("added 1,"), "{}", done.out);
    assert_eq!(staff(&machine).await, 0);
}

#[tokio::test]
async fn what_changes_is_told_with_the_old_and_the_new_value() {
    let machine = Machine::new().await;
    machine.import("departments", "departments.csv");
    let staff = |row: &str| machine.file("people.csv", &format!("{HEADING}{row}\n"));
    machine.run(&["import", "people", &staff("1;An;Aa;a@x.example;RO;Adviseur;01-01-2020;")]);

    let done = machine.run(&["import", "people", &staff("1;An;Aa;;VERG;Jurist;01-01-2020;31-12-2027")]);

    let changed = "changed, line 2: 1 An Aa (email: a@x.example -> (empty); jobTitle: Adviseur -> Jurist; employedUntil: (empty) -> 2027-12-31)";
    assert!(done.out.contains(changed), "{}", done.out);
    let moved = "moved, line 2: 1 An Aa (departmentId: Ruimtelijke ontwikkeling -> Vergunningen)";
    assert!(done.out.contains(moved), "{}", done.out);
}

#[tokio::test]
async fn who_would_let_many_go_must_say_so() {
    let machine = Machine::new().await;
    machine.import_staff();
    let before = staying(&machine).await;
    assert!(before > 600);
    let file =
        machine.file("few.csv", &format!("{HEADING}10000;Tristan;Luinenburg;;RO;Adviseur;27-05-2006;\n"));
    let done = machine.run(&["import", "people", &file]);
    assert_eq!(done.code, 1, "{}", done.err);
    assert!(done.err.contains("639 of the 640") && done.err.contains("again with --yes"), "{}", done.err);
    assert_eq!(done.err.lines().count(), 1, "{}", done.err);
    assert_eq!(staying(&machine).await, before, "nobody was let go unasked");
    let done = machine.run(&["import", "people", &file, "--yes"]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert_eq!(done.err, "olievlek: 639 of the 640 employees leave by this file: --yes confirms it.\n");
    assert_eq!(staying(&machine).await, 1);
}

#[tokio::test]
async fn the_last_administrator_stays_though_many_leave_and_that_was_confirmed() {
    let machine = Machine::new().await;
    machine.import_staff();
    let numbered = |number: &str| person::Column::EmployeeNumber.eq(number);
    let tristan = person::Entity::find().filter(numbered("10000")).one(&machine.house().db.reader).await;
    let tristan = tristan.unwrap().unwrap();
    machine.house().grant(tristan.id, role::RoleKind::Administrator, None).await;
    let file =
        machine.file("few.csv", &format!("{HEADING}90000;Bo;Bos;bo.bos@x.example;RO;Adviseur;01-01-2020;\n"));

    let done = machine.run(&["import", "people", &file, "--yes"]);

    assert_eq!(done.code, 0, "{}", done.err);
    let told = "kept: Tristan ter Luinenburg stays and keeps access, because otherwise no administrator could sign in";
    assert!(done.out.contains(told), "{}", done.out);
    assert!(done.err.contains("639 of the 640"), "{}", done.err);
    assert_eq!(staying(&machine).await, 2);
    let after =
        person::Entity::find_by_id(tristan.id).one(&machine.house().db.reader).await.unwrap().unwrap();
    assert_eq!(after, tristan);
}

#[tokio::test]
async fn a_file_of_which_the_import_was_cut_off_is_gone_on_with_and_undone_as_a_whole() {
    let machine = Machine::new().await;
    machine.import("departments", "departments.csv");
    let rows: String = (0..450).map(|n| format!("{n};P;Baars;p{n}@g.example;BZ;x;01-01-2020;\n")).collect();
    let content = format!("{HEADING}{rows}");
    let id = begun(&machine, &content, 200).await;

    let file = machine.file("again.csv", &content);
    let done = machine.run(&["import", "people", &file]);
    assert_eq!(done.code, 0, "{}", done.err);
    let told = "Going on with an import of this file that was cut off after 200 of 450 rows.\n";
    assert!(done.out.contains(told) && done.out.contains("added 250,"), "{}", done.out);
    assert!(done.out.contains(&format!("undo {id}")), "{}", done.out);
    assert_eq!(staff(&machine).await, 450);

    let done = machine.run(&["import", "undo", &id.to_string(), "--yes"]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert_eq!(staff(&machine).await, 0, "the first half too");
}

#[tokio::test]
async fn a_file_of_which_only_the_heads_are_left_to_do_is_written() {
    let machine = Machine::new().await;
    machine.import("departments", "departments.csv");
    let heading = "Medewerker;Roepnaam;Achternaam;E-mail;Afdelingscode;Leidinggevende\n";
    let content = format!("{heading}1;An;Aa;a@x.example;BZ;2\n2;Bo;Bb;b@x.example;BZ;\n");
    begun(&machine, &content, 2).await;
    let heads = async || {
        let head = role::Column::Kind.eq(role::RoleKind::DepartmentHead);
        role::Entity::find().filter(head).count(&machine.house().db.reader).await.unwrap()
    };
    assert_eq!(heads().await, 0);
    // Another file too: it tells the same.
    let file = machine.file("again.csv", &format!("{content}\n"));
    let done = machine.run(&["import", "people", &file]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(done.out.contains("unchanged 2") && !done.out.contains("Nothing changes"), "{}", done.out);
    assert_eq!(heads().await, 1);

    let done = machine.run(&["import", "people", &file]);
    assert!(done.out.ends_with("Nothing changes.\n"), "{}", done.out);
}

/// An import that was cut off after so many rows, long ago by the clock of the machine.
async fn begun(machine: &Machine, content: &str, rows: u64) -> ImportId {
    let (kind, bytes) = (ImportKind::People, content.as_bytes());
    let keep = |change: std::sync::Arc<_>| async move { upload::keep(&change, kind, "f.csv", bytes).await };
    let id = machine.house().write(&Actor::operator(), keep).await.unwrap();
    cut_off(machine.house(), id, rows).await;
    id
}

#[tokio::test]
async fn what_is_no_table_is_refused_in_one_sentence() {
    let machine = Machine::new().await;
    machine.file("staff.xlsx", "PK\x03\x04 and so on");
    machine.file("staff.csv", "name\nJoke\n");
    for file in ["staff.xlsx", "staff.csv", "absent.csv"] {
        let done = machine.run(&["import", "people", file]);
        assert_eq!(done.code, 1, "{file}: {done:?}");
        assert!(done.err.starts_with("olievlek: ") && done.err.lines().count() == 1, "{file}: {}", done.err);
    }
}
