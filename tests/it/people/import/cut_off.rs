//! An import that was cut off: gone on with, by one at a time, and then put back as a whole.

use std::sync::mpsc;

use entity::{
    id::*,
    import::{self as table, ImportKind::People},
    person,
};
use olievlek::domain::{
    actor::Actor,
    change::House,
    error::{Error, Refusal, Result},
    learning::import,
    people::import::{Consent, Diff, upload},
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};

use super::{
    by_email, some_departments,
    undo::{everybody, loaded, undone},
};
use crate::house::TestHouse;

const HEADER: &str = "Medewerker;Roepnaam;Achternaam;E-mail;Afdelingscode;Leidinggevende\n";
const MANY: Consent = Consent { partial: false, many_leave: true };

/// Three slices of people who are all called this.
fn file(name: &str) -> String {
    let rows = (0..450).map(|n| format!("{n};P;{name};p{n}@g.example;VERG;\n"));
    HEADER.to_owned() + &rows.collect::<String>()
}

async fn kept(house: &House, file: &str) -> ImportId {
    let bytes = file.as_bytes();
    let keep = |change: std::sync::Arc<_>| async move { upload::keep(&change, People, "f.csv", bytes).await };
    house.write(&Actor::operator(), keep).await.unwrap()
}

/// The program ends when so many rows are written.
pub async fn cut_off(house: &House, id: ImportId, rows: u64) {
    let house = house.clone();
    let killed = tokio::spawn(async move {
        let tell = |done: u64, _: u64| assert!(done < rows, "killed after {rows} rows");
        import::apply_telling(&house, &Actor::operator(), (id, MANY), &tell).await
    });
    assert!(killed.await.is_err());
}

async fn named(house: &TestHouse, surname: &str) -> u64 {
    let these = person::Entity::find().filter(person::Column::Surname.eq(surname));
    these.count(&house.db.reader).await.unwrap()
}

#[tokio::test]
async fn an_import_that_was_cut_off_halfway_is_done_again_and_then_undone_as_a_whole() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    loaded(&house, People, &file("Aal")).await;
    let before = everybody(&house).await;
    house.at("2026-03-05T09:00");
    let id = kept(&house, &file("Baars")).await;
    cut_off(&house, id, 200).await;
    let row = upload::one(&house.db.reader, id).await.unwrap();
    assert_eq!((row.done, row.total, row.applied_at), (200, 450, None), "what is told is what is stored");
    let again = import::apply(&house, &Actor::operator(), id, Consent::default()).await;
    assert!(matches!(again, Err(Error::Refused(Refusal::ImportRuns))), "it may still be going on");

    house.at("2026-03-05T09:02");
    let diff = import::apply(&house, &Actor::operator(), id, Consent::default()).await.unwrap();
    assert_eq!((diff.changed.len(), diff.unchanged), (250, 200), "only the rest");
    undone(&house, id).await.unwrap();
    assert_eq!(everybody(&house).await, before);
}

#[tokio::test]
async fn a_file_that_comes_again_after_its_import_was_cut_off_is_that_import() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    let id = kept(&house, &file("Baars")).await;
    assert_ne!(kept(&house, &file("Baars")).await, id, "nothing of it was written yet");
    cut_off(&house, id, 200).await;
    house.at("2026-03-05T09:00");
    assert_ne!(kept(&house, &file("Claus")).await, id, "that is another file");

    let content = table::Entity::find_by_id(id).one(&house.db.reader).await.unwrap().unwrap().content;
    assert!(content.is_some());
    olievlek::job::schedule::all(&house).await;
    assert_eq!(kept(&house, &file("Baars")).await, id, "also when its content was thrown away meanwhile");
    import::apply(&house, &Actor::operator(), id, MANY).await.unwrap();
    assert_ne!(kept(&house, &file("Baars")).await, id, "that one is finished");
    undone(&house, id).await.unwrap();
    assert_eq!(named(&house, "Baars").await, 0, "the first half went with the second");
}

#[tokio::test]
async fn an_import_over_which_a_later_file_went_is_not_gone_on_with() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    let id = kept(&house, &file("Baars")).await;
    cut_off(&house, id, 200).await;
    house.at("2026-03-05T09:00");
    loaded(&house, People, &file("Claus")).await;

    assert_ne!(kept(&house, &file("Baars")).await, id);
    assert!(upload::cut_off(&house.db.reader, People).await.unwrap().is_none());
}

/// A run that stops for a while after its first slice: what tells that it did, what lets it go on, and what it came to.
type Slow = (mpsc::Receiver<()>, mpsc::Sender<()>, tokio::task::JoinHandle<Result<Diff>>);

fn slow(house: &House, id: ImportId) -> Slow {
    let (house, (reached, at), (go, on)) = (house.clone(), mpsc::channel(), mpsc::channel());
    let on = std::sync::Mutex::new(on);
    let run = tokio::spawn(async move {
        let tell = move |done: u64, _: u64| {
            if done == 200 {
                reached.send(()).unwrap();
                // What waits for this thread goes on with another: the connection has to go back.
                tokio::task::block_in_place(|| on.lock().unwrap().recv().unwrap());
            }
        };
        import::apply_telling(&house, &Actor::operator(), (id, MANY), &tell).await
    });
    (at, go, run)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_run_that_was_taken_over_writes_nothing_any_more() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    loaded(&house, People, &file("Aal")).await;
    for next in ["Baars", "Claus"] {
        house.pass(chrono::TimeDelta::minutes(2));
        let id = kept(&house, &file("Baars")).await;
        let (reached, go, first) = slow(&house, id);
        tokio::task::spawn_blocking(move || reached.recv().unwrap()).await.unwrap();

        house.pass(chrono::TimeDelta::minutes(2));
        let id = kept(&house, &file(next)).await;
        let last = import::apply(&house, &Actor::operator(), id, MANY).await.unwrap();
        assert_eq!(last.changed.len(), if next == "Baars" { 250 } else { 450 });
        let by_hand = person::ActiveModel {
            id: sea_orm::Set(by_email(&house, "p449@g.example").await.id),
            surname: sea_orm::Set("Dam".into()),
            ..Default::default()
        };
        person::Entity::update(by_hand).exec(&house.db.writer).await.unwrap();
        go.send(()).unwrap();

        let taken_over = first.await.unwrap();
        assert!(matches!(taken_over, Err(Error::Refused(Refusal::ImportTakenOver))), "{taken_over:?}");
        assert_eq!((named(&house, next).await, named(&house, "Dam").await), (449, 1), "{next}");
        let row = upload::one(&house.db.reader, id).await.unwrap();
        assert!(row.applied_at.is_some());
        loaded(&house, People, &file("Aal")).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_run_that_was_taken_over_does_not_let_go_of_what_another_is_writing() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    let id = kept(&house, &file("Aal")).await;
    let (reached, go, first) = slow(&house, id);
    tokio::task::spawn_blocking(move || reached.recv().unwrap()).await.unwrap();
    house.pass(chrono::TimeDelta::minutes(2));
    let (reached, go_last, last) = slow(&house, id);
    tokio::task::spawn_blocking(move || reached.recv().unwrap()).await.unwrap();

    go.send(()).unwrap();
    assert!(first.await.unwrap().is_err());
    let third = import::apply(&house, &Actor::operator(), id, MANY).await;
    assert!(matches!(third, Err(Error::Refused(Refusal::ImportRuns))), "{third:?}");
    go_last.send(()).unwrap();
    assert!(last.await.unwrap().is_ok());
    assert_eq!(named(&house, "Aal").await, 450);
}
