//! Migrations that start together, and that are killed halfway.

use std::{
    process::Child,
    time::{Duration, Instant},
};

use olievlek::db::Db;

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
    let whole = {
        let (fresh, start) = (Fresh::empty().await, Instant::now());
        assert!(Instance::of(fresh.url()).command("migrate").status().unwrap().success());
        start.elapsed()
    };
    let (mut failures, mut halfway) = (0, 0);
    for _ in 0..kills {
        let fresh = Fresh::empty().await;
        let instance = Instance::of(fresh.url());
        let mut child = instance.command("migrate").spawn().unwrap();
        tokio::time::sleep(Duration::from_millis(rand::random_range(0..=whole.as_millis() as u64))).await;
        child.kill().unwrap();
        child.wait().unwrap();
        halfway += usize::from(!is_whole(&fresh).await);
        let again = instance.command("migrate").status().unwrap().success();
        failures += usize::from(!again || !is_whole(&fresh).await);
    }
    figure(
        "migrations killed with kill -9",
        engine(),
        &format!("{failures} failures after {kills} kills, {halfway} of them before the end"),
        "0",
    );
    assert_eq!(failures, 0);
}

/// Whether every step was taken.
async fn is_whole(fresh: &Fresh) -> bool {
    let db = Db::connect(fresh.url()).await.unwrap();
    let whole = db.up_to_date().await.unwrap();
    db.close().await;
    whole
}
