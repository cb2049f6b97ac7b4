//! What the proofs share: a town in a database of its own, the program as a process, a client that can misbehave.

#![allow(dead_code, reason = "a door that no proof goes through today is still a door")]

pub mod client;
pub mod cluster;
pub mod municipality;
pub mod process;
pub mod smtp;
pub mod storm;
pub mod town;

use std::time::Duration;

/// The size of a round: the first in the usual check, the second in the long one.
#[allow(clippy::disallowed_methods, reason = "how long a proof takes is no setting of the program")]
pub fn round(small: usize, long: usize) -> usize {
    if std::env::var("OLIEVLEK_TEST_LONG").is_ok_and(|value| value == "1") { long } else { small }
}

/// Whether the engine under test is PostgreSQL.
#[allow(clippy::disallowed_methods, reason = "which engine a proof runs on is no setting of the program")]
pub fn on_postgres() -> bool {
    std::env::var("OLIEVLEK_TEST_DATABASE").is_ok_and(|value| value.starts_with("postgres"))
}

/// Prints the one line of a proof.
#[allow(clippy::print_stdout, reason = "it is what a proof is for")]
pub fn figure(what: &str, engine: &str, reached: &str, to_reach: &str) {
    println!("FIGURE {what} | {engine} | {reached} | {to_reach}");
}

/// Asks again and again until it is so.
pub async fn until<F: AsyncFnMut() -> bool>(what: &str, patience: Duration, mut so: F) {
    let end = tokio::time::Instant::now() + patience;
    while !so().await {
        assert!(tokio::time::Instant::now() < end, "{what}: not within {patience:?}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
