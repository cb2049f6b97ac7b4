//! One key, one effect: five at once, and once more after a kill.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use serde_json::json;

use crate::rig::{client::Ask, figure, round, town::Town};

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_key_has_one_effect_five_at_once_and_after_a_kill() {
    let rounds = round(6, 50);
    let town = Town::new(rounds).await;
    let session = town.session(0, None).await;
    let mut instance = town.instance();
    let path = format!("/sessions/{session}/enrolments");
    let (mut most, mut differed, mut cut) = (0, 0, 0);
    // How long the five take when nobody dies.
    let mut usual = Duration::from_millis(5);
    instance.serve().await;
    for (n, person) in town.people.iter().enumerate() {
        let ask = Ask::api(&path, &format!("key {n}"), &json!({ "personId": person }));
        let sent = join_all((0..5).map(|_| {
            let (ask, mut client) = (&ask, town.client(&instance));
            async move { client.send(ask).await }
        }));
        // Every other round the program dies while the five are under way.
        if n % 2 == 0 {
            let after = usual.mul_f64(rand::random::<f64>());
            cut += usize::from(tokio::time::timeout(after, sent).await.is_err());
            instance.kill();
            instance.serve().await;
        } else {
            let start = Instant::now();
            let answers: Vec<_> = sent.await.into_iter().map(Result::unwrap).collect();
            usual = start.elapsed();
            differed += answers.iter().filter(|one| one.json() != answers[0].json()).count();
        }
        let again = town.client(&instance).send(&ask).await.unwrap();
        assert_eq!(again.status, 201, "{}", again.text());
        most = most.max(town.enrolments(*person).await.len());
    }
    let kills = rounds.div_ceil(2);
    figure(
        "effects per idempotency key, 5 at once and again after a kill",
        town.engine(),
        &format!(
            "{most} in {rounds} rounds, {differed} answers that differ; {cut} of {kills} kills came before all were answered"
        ),
        "1; 0; more than 0",
    );
    assert_eq!((most, differed), (1, 0));
    assert!(cut > 0, "requests were interrupted");
}
