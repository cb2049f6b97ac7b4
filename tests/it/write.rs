//! The one way to write.

use std::sync::atomic::{AtomicU32, Ordering};

use entity::{event, id::*, task};
use futures_util::future::join_all;
use olievlek::{
    db::Db,
    domain::{
        actor::Actor,
        change::House,
        error::{DbFailure, Error, Refusal, Result, classify},
        event::Event,
        task::Letter,
    },
};
use sea_orm::{
    ConnectOptions, ConnectionTrait as _, Database, DbErr, EntityTrait as _, PaginatorTrait as _,
    SqliteTransactionMode, TransactionOptions, TransactionTrait as _,
};

use crate::house::TestHouse;

async fn events(house: &House) -> u64 {
    event::Entity::find().count(&house.db.reader).await.expect("a count")
}

#[tokio::test]
async fn what_happened_and_what_follows_are_written_together_or_not_at_all() {
    let house = TestHouse::new().await;
    let person = house.named().await.fenna;
    let before = events(&house).await;
    let actor = Actor::house();
    let verb = |fail: bool| {
        house.write(&actor, move |change| async move {
            change.record(Event::PeopleExported { rows: 1 }).await?;
            change.later(Letter::SignIn { person, secret: "s".into() }).await?;
            if fail { Err(Refusal::NotPossibleNow.into()) } else { Ok(()) }
        })
    };
    assert!(verb(true).await.is_err());
    let tasks = async || task::Entity::find().count(&house.db.reader).await.expect("a count");
    assert_eq!((events(&house).await, tasks().await), (before, 0));
    verb(false).await.unwrap();
    assert_eq!((events(&house).await, tasks().await), (before + 1, 1));
}

/// The error of a database that is busy right now.
async fn busy(house: &TestHouse) -> DbErr {
    let sqlite = house.url().starts_with("sqlite");
    let mut options = ConnectOptions::new(house.url());
    options.max_connections(1).sqlx_logging(false);
    options.map_sqlx_sqlite_opts(|o| o.busy_timeout(std::time::Duration::ZERO));
    let other = Database::connect(options).await.expect("a second connection");
    let holder = Db::connect(house.url()).await.expect("a third connection");
    let held = hold(&holder, sqlite).await;
    let ask = if sqlite { "BEGIN IMMEDIATE" } else { "BEGIN; SET LOCAL lock_timeout = 10; LOCK TABLE event" };
    let error = other.execute_unprepared(ask).await.expect_err("it is busy");
    held.rollback().await.expect("released");
    error
}

/// A second program that writes.
async fn hold(db: &Db, sqlite: bool) -> sea_orm::DatabaseTransaction {
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..Default::default()
    };
    #[allow(clippy::disallowed_methods, reason = "it is another program")]
    let tx = db.writer.begin_with_options(options).await.expect("a transaction");
    if !sqlite {
        tx.execute_unprepared("LOCK TABLE event").await.expect("a lock");
    }
    tx
}

#[tokio::test]
async fn a_busy_database_is_tried_again_and_again_but_not_for_ever() {
    let house = TestHouse::new().await;
    let error = busy(&house).await;
    assert_eq!(classify(&error), DbFailure::Again, "{error:?}");
    let runs = AtomicU32::new(0);
    let (error, runs) = (&error, &runs);
    let fails = |times: u32| {
        move |_| async move {
            let run = runs.fetch_add(1, Ordering::SeqCst);
            if run < times { Err(Error::Broken(error.clone())) } else { Ok(run) }
        }
    };
    let done: Result<u32> = house.write(&Actor::house(), fails(3)).await;
    assert_eq!(done.unwrap(), 3);
    runs.store(0, Ordering::SeqCst);
    let given_up = house.write(&Actor::house(), fails(100)).await;
    assert!(matches!(given_up, Err(Error::Broken(_))));
    assert_eq!(runs.load(Ordering::SeqCst), 8);
}

#[tokio::test]
async fn a_change_holds_the_sqlite_file_from_its_first_moment() {
    let house = TestHouse::new().await;
    if !house.url().starts_with("sqlite") {
        return;
    }
    let mut options = ConnectOptions::new(house.url());
    options.max_connections(1).sqlx_logging(false);
    options.map_sqlx_sqlite_opts(|o| o.busy_timeout(std::time::Duration::ZERO));
    let other = &Database::connect(options).await.expect("a second program");
    let answer = house
        .write(&Actor::house(), |_| async move {
            Ok(other.execute_unprepared("BEGIN IMMEDIATE").await.map(|_| ()))
        })
        .await
        .unwrap();
    let error = answer
        .expect_err("a deferred transaction would let another writer in and fail when it writes itself");
    assert_eq!(classify(&error), DbFailure::Again);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_programs_on_one_database_read_and_then_write_without_a_failure() {
    let house = TestHouse::new().await;
    let other = House { db: Db::connect(house.url()).await.unwrap(), ..house.clone() };
    let before = events(&house).await;
    let actor = Actor::house();
    let writes = (0..100).map(|n| {
        let house = if n % 2 == 0 { &*house } else { &other };
        house.write(&actor, |change| async move {
            event::Entity::find().count(change.db()).await?;
            change.record(Event::PeopleExported { rows: 1 }).await
        })
    });
    for write in join_all(writes).await {
        write.expect("a write");
    }
    assert_eq!(events(&house).await, before + 100);
}

#[tokio::test]
async fn after_sqlite_has_rolled_back_by_itself_a_commit_is_real_again() {
    let house = TestHouse::new().await;
    if !house.url().starts_with("sqlite") {
        return;
    }
    // What a full disk does too: the transaction is gone, and sqlx still counts it as open.
    let rolls_back =
        "INSERT OR ROLLBACK INTO lease (name, holder, until) VALUES ('a', '', ''), ('a', '', '')";
    let failed = house
        .write(&Actor::house(), |change| async move {
            change.db().execute_unprepared(rolls_back).await?;
            Ok(())
        })
        .await;
    failed.expect_err("twice the same name");
    let refused: Result<()> =
        house.write(&Actor::house(), |_| async move { Err(Refusal::NotPossibleNow.into()) }).await;
    refused.expect_err("a plain no, which rolls back to a savepoint if sqlx still counts");
    for _ in 0..3 {
        house
            .write(
                &Actor::house(),
                |change| async move { change.record(Event::PeopleExported { rows: 1 }).await },
            )
            .await
            .expect("a fresh connection");
    }
    let other = Db::connect(house.url()).await.expect("another program");
    assert_eq!(event::Entity::find().count(&other.reader).await.unwrap(), 3);
}

/// Notes one thing, and counts how often it was run.
async fn note(house: &TestHouse, runs: &AtomicU32) -> Result<()> {
    house
        .write(&Actor::house(), |change| async move {
            runs.fetch_add(1, Ordering::SeqCst);
            change.record(Event::PeopleExported { rows: 1 }).await
        })
        .await
}

#[tokio::test]
async fn changes_that_share_a_commit_stand_or_fall_each_by_itself() {
    let house = TestHouse::new().await;
    let before = events(&house).await;
    let actor = Actor::house();
    let writes = (0..60).map(|n| {
        house.write(&actor, move |change| async move {
            change.record(Event::PeopleExported { rows: 1 }).await?;
            tokio::task::yield_now().await;
            if n % 3 == 0 { Err(Refusal::NotPossibleNow.into()) } else { Ok(()) }
        })
    });
    for (n, done) in join_all(writes).await.into_iter().enumerate() {
        assert_eq!(done.is_ok(), n % 3 != 0, "{n}");
    }
    // Another program sees what is committed, and nothing else.
    let other = Db::connect(house.url()).await.expect("another program");
    assert_eq!(event::Entity::find().count(&other.reader).await.unwrap(), before + 40);
}

#[tokio::test]
async fn nobody_is_told_it_is_done_when_sqlite_undid_it_with_the_change_of_another() {
    let house = TestHouse::new().await;
    if !house.url().starts_with("sqlite") {
        return;
    }
    let before = events(&house).await;
    let (first, last) = (AtomicU32::new(0), AtomicU32::new(0));
    let rolls_back =
        "INSERT OR ROLLBACK INTO lease (name, holder, until) VALUES ('a', '', ''), ('a', '', '')";
    let actor = Actor::house();
    let breaks = house.write(&actor, |change| async move {
        change.db().execute_unprepared(rolls_back).await?;
        Ok(())
    });
    let (one, broken, two) = tokio::join!(note(&house, &first), breaks, note(&house, &last));
    broken.expect_err("twice the same name");
    one.expect("run again");
    two.expect("in another group");
    assert_eq!((first.into_inner(), last.into_inner()), (2, 1), "the first had run already");
    let other = Db::connect(house.url()).await.expect("another program");
    assert_eq!(event::Entity::find().count(&other.reader).await.unwrap(), before + 2);
}

#[tokio::test]
async fn a_change_that_is_given_up_half_way_leaves_nothing_and_holds_nobody_up() {
    let house = TestHouse::new().await;
    let before = events(&house).await;
    let (runs, actor) = (AtomicU32::new(0), Actor::house());
    let given_up = house.write(&actor, |change| async move {
        change.record(Event::PeopleExported { rows: 1 }).await?;
        std::future::pending::<Result<()>>().await
    });
    let patience = std::time::Duration::from_millis(200);
    let (gone, kept) = tokio::join!(tokio::time::timeout(patience, given_up), note(&house, &runs));
    gone.expect_err("it never ends by itself");
    kept.expect("its neighbour");
    let other = Db::connect(house.url()).await.expect("another program");
    assert_eq!(event::Entity::find().count(&other.reader).await.unwrap(), before + 1);
    // Nobody came after it, and yet the file is free.
    let alone = house.write(&actor, |_| async move { std::future::pending::<Result<()>>().await });
    tokio::time::timeout(patience, alone).await.expect_err("it never ends by itself");
    hold(&other, house.url().starts_with("sqlite")).await.rollback().await.expect("released");
}

#[test]
fn the_row_of_an_event_names_what_it_is_about_and_keeps_the_rest() {
    let (enrolment, person, session) = (EnrolmentId::new(), PersonId::new(), SessionId::new());
    let withdrawn = Event::Withdrawn { enrolment, person, session, ending: "late" }.record().expect("a row");
    assert_eq!(
        (withdrawn.kind.as_str(), withdrawn.subject, withdrawn.person),
        ("withdrawn", Some(session.0), Some(person))
    );
    assert_eq!(withdrawn.data, serde_json::json!({ "enrolment": enrolment, "ending": "late" }));
    let exported = Event::PeopleExported { rows: 3 }.record().expect("a row");
    assert_eq!((exported.kind.as_str(), exported.subject, exported.person), ("people-exported", None, None));
    assert_eq!(exported.data, serde_json::json!({ "rows": 3 }));
}
