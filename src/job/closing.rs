//! A closing task: makes the figures of a period. One that was broken off begins anew.

use entity::id::PeriodId;

use super::worker::Done;
use crate::domain::{adoption::closing, change::House, error::Result};

/// Does all of it.
pub(super) async fn perform(house: &House, period: PeriodId) -> Result<Done> {
    closing::run(house, period).await?;
    Ok(Done::Nothing)
}
