//! Three periods of half a year: two that are closed, through the same door as in a real house, and one that runs.

use std::sync::Arc;

use chrono::{DateTime, Datelike as _, Months, TimeDelta, Utc};

use super::{at, persona::Persona, pulse};
use crate::domain::{
    actor::Actor,
    adoption::{
        closing,
        period::{self, Grain},
    },
    change::House,
    error::Result,
};

/// Months since the first began, from the first of this month.
const AGO: Months = Months::new(12);
/// How long after its last day a period is closed.
const AFTER: TimeDelta = TimeDelta::days(5);

/// Begins the first, asks the pulse of each, and closes what is over. Nothing in a house that nobody runs.
pub(super) async fn report(house: &House, cast: &[Persona], now: DateTime<Utc>) -> Result<()> {
    if !cast.iter().any(|persona| persona.key == "hr") {
        return Ok(());
    }
    let today = house.policy.day(now);
    let this = today.with_day(1).unwrap_or(today);
    let first = this.checked_sub_months(AGO).unwrap_or(this);
    let actor = &Actor::operator();
    let begin = |change: Arc<_>| async move { period::begin_on(&change, Grain::HalfYear, first).await };
    at(house, house.policy.midnight(first)).write(actor, begin).await?;
    for wave in 0.. {
        let Some(open) = period::open(&house.db.reader).await?.into_iter().next() else { break };
        pulse::ask(house, cast, &open, wave).await?;
        if open.ends_on >= today {
            break;
        }
        let id = open.id;
        let then = at(house, (house.policy.midnight(open.ends_on) + AFTER).min(now));
        then.write(actor, |change| async move { period::close(&change, id).await }).await?;
        closing::run(&then, id).await?;
    }
    Ok(())
}
