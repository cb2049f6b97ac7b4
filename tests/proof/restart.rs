//! Instances that are restarted one after the other, behind something that asks the next one when one does not answer.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use futures_util::future::join_all;

use crate::rig::{
    client::Client,
    figure, on_postgres, round,
    storm::{Visitor, balance},
    town::Town,
};

/// As a proxy with `try_duration` does.
const PATIENCE: Duration = Duration::from_secs(5);

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nobody_notices_a_rolling_restart() {
    if !on_postgres() {
        return;
    }
    let restarts = round(2, 20);
    let town = Arc::new(Town::new(6).await);
    let session = town.session(0, None).await;
    let mut both = [town.instance(), town.instance()];
    for one in &mut both {
        one.serve().await;
    }
    let (stop, failed) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let visitors = town.people.iter().map(|person| {
        let clients = [town.client(&both[0]), town.client(&both[1])];
        let visitor = Visitor::new(*person, session, town.client(&both[0]));
        tokio::spawn(behind_a_proxy(visitor, clients, stop.clone(), failed.clone()))
    });
    let visitors: Vec<_> = visitors.collect();
    for n in 0..restarts {
        tokio::time::sleep(Duration::from_millis(300)).await;
        both[n % 2].stop().await;
        both[n % 2].serve().await;
    }
    stop.store(true, Ordering::Relaxed);
    let done: Vec<(Visitor, usize)> = join_all(visitors).await.into_iter().map(Result::unwrap).collect();
    let again: usize = done.iter().map(|(_, retries)| retries).sum();
    let visitors: Vec<_> = done.into_iter().map(|(one, _)| one).collect();
    let (lost, double, known) = balance(&town, &visitors).await;
    let lost = lost + double;
    let failed = failed.load(Ordering::Relaxed);
    figure(
        "requests failed in rolling restarts of two instances",
        town.engine(),
        &format!(
            "{failed} of {known} enrolments and their withdrawals in {restarts} restarts ({again} asked again); {lost} lost or double"
        ),
        "0; 0",
    );
    assert!(known > restarts, "the load was real");
    assert_eq!((failed, lost), (0, 0));
}

/// Asks the other one when there is no answer, under the same key.
async fn behind_a_proxy(
    mut visitor: Visitor,
    mut clients: [Client; 2],
    stop: Arc<AtomicBool>,
    failed: Arc<AtomicUsize>,
) -> (Visitor, usize) {
    let (mut turn, mut retries) = (0, 0);
    while !stop.load(Ordering::Relaxed) {
        let end = Instant::now() + PATIENCE;
        loop {
            turn += 1;
            std::mem::swap(&mut visitor.client, &mut clients[turn % 2]);
            let answer = visitor.step().await;
            std::mem::swap(&mut visitor.client, &mut clients[turn % 2]);
            if answer.is_some_and(|answer| answer.status < 300) {
                break;
            }
            retries += 1;
            if Instant::now() > end {
                failed.fetch_add(1, Ordering::Relaxed);
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
    (visitor, retries)
}
