//! A copy that is put back is the same house: every row of every table, also when people wrote while it was made.

use std::{
    collections::BTreeMap,
    fs,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use olievlek::{
    db::Db,
    domain::{actor::Actor, event::Event},
};
use sea_orm::ConnectionTrait as _;

use super::run::{Done, Machine};
use crate::house::{
    TestHouse,
    rows::{hashes, rows, texts},
};

/// A database without any table, which nobody uses.
async fn elsewhere() -> TestHouse {
    let house = TestHouse::empty().await;
    house.db.clone().close().await;
    house
}

fn restore(machine: &Machine, into: &str, arguments: &[&str]) -> Done {
    machine.run(&[&["restore", "--database-url", into], arguments].concat())
}

async fn read(url: &str) -> BTreeMap<String, Vec<String>> {
    let db = Db::connect(url).await.unwrap();
    let rows = rows(&db.reader).await;
    db.close().await;
    rows
}

fn well(done: &Done) -> &Done {
    assert_eq!(done.code, 0, "{}", done.err);
    done
}

#[tokio::test]
async fn what_is_restored_equals_the_original_row_by_row() {
    let machine = Machine::new().await;
    machine.import_staff();
    let original = rows(&machine.house().db.reader).await;
    let made = machine.run(&["backup", "house.backup"]);
    let said = &well(&made).out;
    assert!(said.contains("house.backup was made in ") && said.contains(" s: "), "the time is told: {said}");

    let other = elsewhere().await;
    let done = restore(&machine, other.url(), &["house.backup"]);
    assert!(well(&done).out.contains("was restored in "), "the time is told: {}", done.out);
    assert_eq!(hashes(&read(other.url()).await), hashes(&original));
    let noted = texts(&machine.house().db.reader, r#"SELECT "kind" FROM "event" ORDER BY "id" DESC"#).await;
    assert_eq!(noted[0], "backup-made", "the house remembers that it was copied");
}

/// Two events a change, so that half a change would show.
async fn write_pairs(house: olievlek::domain::change::House, stop: Arc<AtomicBool>) -> usize {
    let mut pairs = 0;
    while !stop.load(Ordering::Relaxed) {
        let pair = [Event::PeopleExported { rows: pairs }, Event::EnrolmentsExported { rows: pairs }];
        let pair = &pair;
        house
            .write(&Actor::operator(), |change| async move { change.record_all(pair.clone()).await })
            .await
            .unwrap();
        pairs += 1;
    }
    pairs
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_that_is_made_while_others_write_is_one_moment_of_the_house() {
    let machine = Machine::new().await;
    machine.import_staff();
    let stop = Arc::new(AtomicBool::new(false));
    let writing = tokio::spawn(write_pairs((**machine.house()).clone(), stop.clone()));
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    let before = rows(&machine.house().db.reader).await;
    well(&machine.run(&["backup", "house.backup"]));
    stop.store(true, Ordering::Relaxed);
    assert!(writing.await.unwrap() > 10, "somebody wrote");
    let after = rows(&machine.house().db.reader).await;

    let other = elsewhere().await;
    well(&restore(&machine, other.url(), &["house.backup"]));
    let copy = read(other.url()).await;
    for (table, rows) in &copy {
        assert!(rows.iter().all(|row| after[table].contains(row)), "{table} has a row that never was");
        assert!(before[table].iter().all(|row| rows.contains(row)), "{table} lacks what was there before");
    }
    let count = |kind: &str| copy["event"].iter().filter(|row| row.contains(kind)).count();
    assert!(count("people-exported") > 0);
    assert_eq!(count("people-exported"), count("enrolments-exported"), "no half change");
}

#[tokio::test]
async fn a_backup_that_was_changed_is_refused() {
    let machine = Machine::new().await;
    well(&machine.run(&["backup", "house.backup"]));
    let file = machine.folder().join("house.backup");
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&file, bytes).unwrap();
    let other = elsewhere().await;
    let done = restore(&machine, other.url(), &["house.backup"]);
    assert_eq!(done.code, 1);
    assert!(done.err.contains("its checksum is another"), "{}", done.err);

    fs::remove_file(machine.folder().join("house.backup.sha256")).unwrap();
    let done = restore(&machine, other.url(), &["house.backup"]);
    assert_eq!(done.code, 1, "without its checksum neither");
    let db = Db::connect(other.url()).await.unwrap();
    assert!(db.up_to_date().await.is_ok_and(|done| !done), "nothing was restored");
    db.close().await;
}

#[tokio::test]
async fn a_backup_of_a_newer_version_is_refused() {
    let machine = Machine::new().await;
    let sql = r#"INSERT INTO "seaql_migrations" ("version", "applied_at") VALUES ('m999_future', 0)"#;
    machine.house().db.writer.execute_unprepared(sql).await.unwrap();
    well(&machine.run(&["backup", "house.backup"]));
    let done = restore(&machine, elsewhere().await.url(), &["house.backup"]);
    assert_eq!(done.code, 1);
    assert!(done.err.contains("newer version (it has m999_future)"), "{}", done.err);
}

#[tokio::test]
async fn a_database_that_is_not_empty_is_replaced_only_when_that_is_said() {
    let machine = Machine::new().await;
    machine.import_staff();
    well(&machine.run(&["backup", "house.backup"]));
    let original = rows(&machine.house().db.reader).await;
    let full = TestHouse::new().await;
    full.named().await;
    full.db.clone().close().await;
    let kept = read(full.url()).await;

    let done = restore(&machine, full.url(), &["house.backup"]);
    assert_eq!(done.code, 1);
    assert!(done.err.contains("--replace"), "{}", done.err);
    assert_eq!(hashes(&read(full.url()).await), hashes(&kept), "what was there is there");
    well(&restore(&machine, full.url(), &["house.backup", "--replace"]));
    let mut back = read(full.url()).await;
    let mut original = original;
    // The original remembers its backup, which the backup cannot.
    back.remove("event");
    original.remove("event");
    assert_eq!(hashes(&back), hashes(&original));
}

#[tokio::test]
async fn a_house_that_is_open_is_not_replaced() {
    let machine = Machine::new().await;
    well(&machine.run(&["backup", "house.backup"]));
    let house = TestHouse::new().await;
    house.db.clone().close().await;
    let mut open = machine.start(&["serve", "--listen", "127.0.0.1:0", "--database-url", house.url()]);
    open.line();
    let done = restore(&machine, house.url(), &["house.backup", "--replace"]);
    assert_eq!(done.code, 1);
    assert!(done.err.contains("another olievlek"), "{}", done.err);
    assert_eq!(open.stop(), Some(0), "{}", machine.log());
    well(&restore(&machine, house.url(), &["house.backup", "--replace"]));
}

#[tokio::test]
async fn a_backup_overwrites_nothing_and_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let machine = Machine::new().await;
    well(&machine.run(&["backup", "house.backup"]));
    for name in ["house.backup", "house.backup.sha256"] {
        let mode = fs::metadata(machine.folder().join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    let again = machine.run(&["backup", "house.backup"]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("is there already"), "{}", again.err);
    let checked = std::process::Command::new("sha256sum")
        .args(["--check", "house.backup.sha256"])
        .current_dir(machine.folder())
        .output()
        .unwrap();
    assert!(checked.status.success(), "the checksum is read by the tool that everybody has: {checked:?}");
}

#[tokio::test]
async fn without_the_programs_of_postgresql_one_is_told_what_to_install() {
    let machine = Machine::new().await;
    if machine.house().url().starts_with("sqlite:") {
        return;
    }
    let done = machine.run_with("OLIEVLEK_POSTGRES_BIN", "/nowhere", &["backup", "house.backup"]);
    assert_eq!(done.code, 1);
    assert!(done.err.contains("Install the client programs of PostgreSQL"), "{}", done.err);
    assert!(!machine.folder().join("house.backup.part").exists(), "nothing is left behind");
}

/// As the tool that everybody has writes it.
fn sum_of(machine: &Machine, file: &str) -> String {
    let tool = std::process::Command::new("sha256sum").arg(file).current_dir(machine.folder()).output();
    String::from_utf8(tool.unwrap().stdout).unwrap()
}

#[tokio::test]
async fn what_is_no_backup_or_of_another_database_is_refused_in_one_sentence() {
    let machine = Machine::new().await;
    machine.file("letter.txt", "Beste Fenna,");
    let sum = "# x\n3ac4b2f8b7b6a26cf1a4d1d8ffb4fd3ef9b6f6a9e1b4e7ce9c5dd2d3b0f6a0c0  letter.txt\n";
    machine.file("letter.txt.sha256", sum);
    let done = restore(&machine, elsewhere().await.url(), &["letter.txt"]);
    assert!(done.code == 1 && done.err.contains("checksum"), "{}", done.err);
    let done = restore(&machine, elsewhere().await.url(), &["nothing.backup"]);
    assert!(done.code == 1 && done.err.contains("nothing.backup cannot be read"), "{}", done.err);
    machine.file("letter.txt.sha256", &sum_of(&machine, "letter.txt"));
    let done = restore(&machine, elsewhere().await.url(), &["letter.txt"]);
    assert!(done.code == 1 && done.err.contains("is no backup of Olievlek"), "{}", done.err);
    let sqlite = machine.house().url().starts_with("sqlite:");
    let (start, theirs) = if sqlite { ("PGDMP\u{1}", "PostgreSQL") } else { ("SQLite format 3\0", "SQLite") };
    machine.file("other.backup", start);
    machine.file("other.backup.sha256", &sum_of(&machine, "other.backup"));
    let done = restore(&machine, elsewhere().await.url(), &["other.backup"]);
    assert!(done.code == 1 && done.err.contains(&format!("is a backup of {theirs}")), "{}", done.err);
}

#[tokio::test]
async fn what_a_killed_house_left_in_the_log_beside_its_file_is_no_empty_house() {
    let machine = Machine::new().await;
    if machine.house().url().starts_with("postgres") {
        return;
    }
    well(&machine.run(&["backup", "house.backup"]));
    // As a dead process leaves it: copied while it is open.
    let house = TestHouse::new().await;
    house.named().await;
    let (before, from) = (rows(&house.db.reader).await, house.url().trim_start_matches("sqlite://"));
    let file = machine.folder().join("killed.db");
    fs::copy(from, &file).unwrap();
    fs::copy(format!("{from}-wal"), machine.folder().join("killed.db-wal")).unwrap();
    // And as a restore leaves it that was killed too.
    machine.file("killed.db.restoring", "half of");
    let url = format!("sqlite://{}", file.display());
    let done = restore(&machine, &url, &["house.backup"]);
    assert!(done.code == 1 && done.err.contains("--replace"), "{}", done.err);
    assert_eq!(hashes(&read(&url).await), hashes(&before), "what was there is there");
    well(&restore(&machine, &url, &["house.backup", "--replace"]));
    assert!(!machine.folder().join("killed.db.restoring").exists());
}

#[tokio::test]
async fn a_file_that_is_damaged_is_not_thrown_away() {
    let machine = Machine::new().await;
    if machine.house().url().starts_with("postgres") {
        return;
    }
    well(&machine.run(&["backup", "house.backup"]));
    machine.file("damaged.db", "no database at all, and perhaps the only copy of something");
    let file = machine.folder().join("damaged.db");
    let done = restore(&machine, &format!("sqlite://{}", file.display()), &["house.backup", "--replace"]);
    assert!(done.code == 1 && done.err.contains("cannot be read, so nothing was restored"), "{}", done.err);
    assert!(fs::read_to_string(file).unwrap().starts_with("no database"));
}

#[tokio::test]
async fn a_copy_that_cannot_be_read_to_its_end_changes_nothing() {
    let machine = Machine::new().await;
    if machine.house().url().starts_with("sqlite") {
        return;
    }
    well(&machine.run(&["backup", "house.backup"]));
    let mut bytes = fs::read(machine.folder().join("house.backup")).unwrap();
    bytes.truncate(bytes.len() - 5);
    fs::write(machine.folder().join("cut.backup"), bytes).unwrap();
    machine.file("cut.backup.sha256", &sum_of(&machine, "cut.backup"));
    let full = TestHouse::new().await;
    full.named().await;
    full.db.clone().close().await;
    let kept = read(full.url()).await;
    let done = restore(&machine, full.url(), &["cut.backup", "--replace"]);
    assert!(done.code == 1 && done.err.contains("pg_restore failed"), "{}", done.err);
    assert_eq!(hashes(&read(full.url()).await), hashes(&kept), "what was there is there");
}
