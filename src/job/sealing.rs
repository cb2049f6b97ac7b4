//! Sealing the log, and holding it against its seals.

use crate::{
    domain::{actor::Actor, change::House, error::Result, privacy::seal},
    telemetry::metric,
};

/// One link a change. Each hash is also told to the log of the machine, where who can write in the database cannot reach it.
pub(super) async fn seal_log(house: &House) -> Result<()> {
    let actor = Actor::house();
    let next = || house.write(&actor, |change| async move { seal::seal(&change).await });
    while let Some(link) = next().await? {
        tracing::info!(target: "seal", number = link.number, events = link.events, hash = link.hash, "sealed");
    }
    Ok(())
}

/// Whoever can change the log can also change what the house says of it; hence the line for another machine.
pub(super) async fn check_seals(house: &House) -> Result<()> {
    let verdict = seal::verify(&house.db.reader).await?;
    match &verdict.broken {
        None => {
            tracing::info!(target: "seal", links = verdict.links, events = verdict.events, "the log is as it was sealed");
        }
        Some(link) => {
            tracing::error!(target: "seal", number = link.number, why = link.why.code(), "the log was changed after it was sealed");
        }
    }
    metrics::gauge!(metric::SEAL_CHECKED).set(seconds(house));
    metrics::gauge!(metric::SEAL_INTACT).set(if verdict.broken.is_none() { 1.0 } else { 0.0 });
    Ok(())
}

/// Now, as Prometheus tells the time.
#[expect(clippy::cast_precision_loss, reason = "a moment in this age fits")]
pub(super) fn seconds(house: &House) -> f64 {
    house.now().timestamp() as f64
}
