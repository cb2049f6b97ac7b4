//! Certificates of what was closed: who completed a session behind us has one.

use chrono::{DateTime, TimeDelta, Utc};

use super::{agenda::Planned, at};
use crate::domain::{
    actor::Actor,
    change::House,
    error::Result,
    learning::{certificate, session},
};

/// So long after the end of a session its register was closed.
const CLOSED_AFTER: TimeDelta = TimeDelta::minutes(10);

/// Gives the certificates out, each at the end of its session. Nobody completed what was not closed.
pub(super) async fn issue(house: &House, sessions: &[Planned], now: DateTime<Utc>) -> Result<()> {
    for planned in sessions.iter().filter(|session| session.starts_at < now) {
        let ends_at = session::details(&house.db.reader, planned.id, now).await?.session.ends_at;
        if ends_at + CLOSED_AFTER < now {
            at(house, ends_at + CLOSED_AFTER)
                .write(&Actor::house(), |change| async move { certificate::issue(&change, planned.id).await })
                .await?;
        }
    }
    Ok(())
}
