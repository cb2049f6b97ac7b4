//! PostgreSQL falls over under load and comes back.

use std::{
    sync::{Arc, atomic::AtomicBool, atomic::Ordering},
    time::{Duration, Instant},
};

use futures_util::future::join_all;

use crate::rig::{cluster::Cluster, figure, on_postgres, round, storm::Visitor, town::Town};

const AWAY: Duration = Duration::from_secs(3);

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_database_that_falls_over_is_waited_for_and_nothing_is_lost() {
    if !on_postgres() {
        return;
    }
    let cluster = Cluster::start();
    let town = Town::elsewhere(&cluster.url(), 8).await;
    let session = town.session(0, None).await;
    let mut instance = town.instance();
    instance.serve().await;
    let mut visitors: Vec<_> =
        town.people.iter().map(|person| Visitor::new(*person, session, town.client(&instance))).collect();
    let stops = round(1, 5);
    let (mut wrong, mut healed) = (vec![], Duration::ZERO);
    for _ in 0..stops {
        let stop = Arc::new(AtomicBool::new(false));
        let running = visitors.into_iter().map(|mut one| {
            one.stubborn = true;
            one.run(stop.clone())
        });
        let running: Vec<_> = running.collect();
        tokio::time::sleep(Duration::from_millis(500)).await;
        cluster.stop();
        tokio::time::sleep(AWAY).await;
        cluster.again();
        let back = Instant::now();
        tokio::time::sleep(Duration::from_secs(3)).await;
        stop.store(true, Ordering::Relaxed);
        visitors = join_all(running).await.into_iter().map(Result::unwrap).collect();
        let last_no = visitors
            .iter()
            .flat_map(|one| &one.memory.seen)
            .filter(|(_, _, s)| *s > 299)
            .map(|(at, ..)| *at)
            .max();
        healed = healed.max(last_no.map_or(Duration::ZERO, |at| at.saturating_duration_since(back)));
        for one in &visitors {
            let yes = one
                .memory
                .seen
                .iter()
                .filter(|(at, _, status)| *at > back && *status < 300)
                .map(|(at, ..)| *at - back)
                .min();
            healed = healed.max(yes.expect("everybody is served again"));
        }
    }
    let seen: Vec<_> = visitors.iter().flat_map(|one| one.memory.seen.iter().copied()).collect();
    wrong.extend(seen.iter().map(|(_, _, status)| *status).filter(|status| *status > 299 && *status != 503));
    let later = seen.iter().filter(|(_, _, status)| *status == 503).count();
    let longest = seen.iter().map(|(_, took, _)| *took).max().unwrap();
    join_all(visitors.iter_mut().map(|one| one.close(Duration::from_secs(20)))).await;
    let (mut lost, mut known) = (0, 0);
    for one in &visitors {
        lost += one.lost(&town).await + one.too_many(&town).await;
        known += one.memory.known.len();
    }
    figure(
        &format!("PostgreSQL stopped {stops} × 3 s under load"),
        town.engine(),
        &format!(
            "{later} × 503, others {wrong:?}; healed in {} ms; longest answer {} ms; {lost} of {known} lost",
            healed.as_millis(),
            longest.as_millis()
        ),
        "only 503; 1000 ms; 0 lost",
    );
    assert_eq!((lost, wrong), (0, vec![]));
    // Twice as long for a machine that is busy with other things.
    assert!(healed < Duration::from_secs(2), "{healed:?}");
}
