//! Migrations that start together, and that are killed halfway.

use std::{process::Child, time::Duration};

use olievlek::db::{Db, copy};

use crate::{
    database::Fresh,
    rig::{figure, on_postgres, process::Instance, round},
};

const TOGETHER: usize = 4;

fn engine() -> &'static str {
    if on_postgres() { "PostgreSQL" } else { "SQLite" }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn four_that_start_together_migrate_once() {
    let rounds = round(2, 10);
    let (mut failures, mut kept_out) = (0, 0);
    for _ in 0..rounds {
        let fresh = Fresh::empty().await;
        let instances: Vec<_> = (0..TOGETHER).map(|_| Instance::of(fresh.url())).collect();
        let started: Vec<Child> =
            instances.iter().map(|one| one.command("migrate").spawn().unwrap()).collect();
        for (mut child, instance) in started.into_iter().zip(&instances) {
            let done = child.wait().unwrap().success();
            // A second program on one SQLite file is told so, and that is not a failure.
            let told = instance.log().contains("another olievlek is using this database");
            kept_out += usize::from(!done && told);
            failures += usize::from(!done && (!told || on_postgres()));
        }
        failures += usize::from(!is_whole(&fresh).await);
    }
    figure(
        "migrations, 4 instances at once",
        engine(),
        &format!("{failures} failures in {rounds} rounds; {kept_out} kept out by the lock"),
        "0",
    );
    assert_eq!(failures, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_migration_that_was_killed_is_finished_by_the_next() {
    let kills = round(4, 50);
    let (mut failures, mut halfway) = (0, 0);
    for n in 0..kills {
        let fresh = Fresh::empty().await;
        let instance = Instance::of(fresh.url());
        // Spread over the steps; none is before the first.
        let step = n * copy::known_steps().len() / kills;
        kill_after(&fresh, instance.command("migrate").spawn().unwrap(), step).await;
        halfway += usize::from((1..copy::known_steps().len()).contains(&taken(&fresh).await));
        let again = instance.command("migrate").status().unwrap().success();
        failures += usize::from(!again || !is_whole(&fresh).await);
    }
    figure(
        "migrations killed with kill -9",
        engine(),
        &format!("{failures} failures after {kills} kills, {halfway} of them between two steps or in one"),
        "0; more than 0",
    );
    assert_eq!(failures, 0);
    assert!(halfway > 0, "some were killed half way");
}

/// Looks on until so many steps were taken, and kills it a moment later.
async fn kill_after(fresh: &Fresh, mut child: Child, step: usize) {
    let db = Db::connect(fresh.url()).await.unwrap();
    while step > 0 && steps(&db).await < step && child.try_wait().unwrap().is_none() {}
    tokio::time::sleep(Duration::from_micros(rand::random_range(0..3000))).await;
    child.kill().unwrap();
    child.wait().unwrap();
    db.close().await;
}

/// How many steps were taken.
async fn taken(fresh: &Fresh) -> usize {
    let db = Db::connect(fresh.url()).await.unwrap();
    let taken = steps(&db).await;
    db.close().await;
    taken
}

async fn steps(db: &Db) -> usize {
    // Before the first there is not even the table of them.
    copy::steps(&db.reader).await.map_or(0, |steps| steps.len())
}

/// Whether every step was taken.
async fn is_whole(fresh: &Fresh) -> bool {
    let db = Db::connect(fresh.url()).await.unwrap();
    let whole = db.up_to_date().await.unwrap();
    db.close().await;
    whole
}
