//! kill -9: what was acknowledged is there, and what was not can be asked again.

use std::{
    sync::{Arc, atomic::AtomicBool},
    time::Duration,
};

use futures_util::future::join_all;

use crate::rig::{
    figure, round,
    storm::{PATIENCE, Visitor, balance},
    town::Town,
};

/// At once.
const VISITORS: usize = 8;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_write_that_was_acknowledged_survives_kill_9() {
    let town = Town::new(VISITORS).await;
    let session = town.session(0, None).await;
    let mut instance = town.instance();
    let mut visitors: Vec<_> =
        town.people.iter().map(|person| Visitor::new(*person, session, town.client(&instance))).collect();
    let (kills, mut open) = (round(5, 50), 0);
    for _ in 0..kills {
        instance.serve().await;
        // What the kill before left unanswered is asked again under its key.
        join_all(visitors.iter_mut().map(|one| one.close(PATIENCE))).await;
        let running: Vec<_> =
            visitors.into_iter().map(|one| one.run(Arc::new(AtomicBool::new(false)))).collect();
        tokio::time::sleep(Duration::from_millis(rand::random_range(100..700))).await;
        instance.kill();
        visitors = join_all(running).await.into_iter().map(Result::unwrap).collect();
        open += visitors.iter().filter(|one| one.memory.open.is_some()).count();
    }
    instance.serve().await;
    join_all(visitors.iter_mut().map(|one| one.close(PATIENCE))).await;
    let (lost, wrong, known) = balance(&town, &visitors).await;
    figure(
        "acknowledged writes lost by kill -9",
        town.engine(),
        &format!(
            "{lost} of {known} after {kills} kills ({open} requests cut off); effects too many or too few {wrong}"
        ),
        "0; 0",
    );
    assert!(known > kills, "the load was real: {known}");
    assert!(open > 0, "requests were cut off");
    assert_eq!((lost, wrong), (0, 0));
}
