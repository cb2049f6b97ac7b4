//! Making the figures of a period: everything is computed first, and then written a slice a change. Whatever breaks it off, it begins
//! anew: as long as the period is not closed nobody reads what is there.

use std::sync::Arc;

use entity::{adoption_period as period, id::*};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, sea_query::Expr};

use super::{
    indicator::{self, Scope},
    ladder,
    ledger::{self, Before, Draft, Written},
    period::{Period, follow},
    rule, unit,
};
use crate::domain::{
    actor::Actor,
    change::{Change, House},
    error::Result,
    event::Publishing,
};

/// Makes and writes the figures of a period that somebody closes; nothing when that was done.
///
/// # Errors
/// When the database fails: it can be done again.
pub async fn run(house: &House, id: PeriodId) -> Result<()> {
    let open = period::Entity::find_by_id(id)
        .filter(period::Column::ClosingAt.is_not_null())
        .filter(period::Column::ClosedAt.is_null());
    let Some(period) = open.one(&house.db.reader).await? else { return Ok(()) };
    let actor = &Actor::house();
    let clear = |change: Arc<_>| async move { ledger::clear(&change, id).await };
    while house.write(actor, clear).await? {}
    let written = compute(house, &period).await?;
    let slices = written.slices();
    let total = slices.len();
    for (done, slice) in slices.into_iter().enumerate() {
        let keep = |change: Arc<_>| async move {
            progress(&change, id, (done, total)).await?;
            ledger::keep(&change, slice).await
        };
        house.write(actor, keep).await?;
    }
    let (period, figures) = (&period, written.figures());
    house.write(actor, |change| async move { finish(&change, period, (total, figures)).await }).await
}

async fn compute(house: &House, period: &Period) -> Result<Written> {
    let db = &house.db.reader;
    let units = unit::of(db, period, &house.policy).await?;
    let scope = Scope { db, policy: &house.policy, period, units: &units };
    let mut draft = Draft::new(period, house.policy.day(house.now()));
    let counts = indicator::draw_up(&scope, &mut draft).await?;
    let before = Before::of(db, period).await?;
    ledger::compare(&mut draft, &units, &before);
    let asked = rule::now(db).await?.ladder;
    let climb = ladder::climb(&scope, (&mut draft, &before), (&counts, &asked)).await?;
    let rows = ladder::rows(&units, period.id, (&draft, &climb));
    Ok(Written::new(draft, rows, climb.ticks))
}

async fn progress(change: &Change, id: PeriodId, (done, total): (usize, usize)) -> Result<()> {
    let number = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
    period::Entity::update_many()
        .col_expr(period::Column::Done, Expr::value(number(done)))
        .col_expr(period::Column::Total, Expr::value(number(total)))
        .filter(period::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    Ok(())
}

/// From now on everybody reads it, and nothing changes it.
async fn finish(change: &Change, period: &Period, (total, figures): (usize, usize)) -> Result<()> {
    progress(change, period.id, (total, total)).await?;
    let closed = period::Entity::update_many()
        .col_expr(period::Column::ClosedAt, Expr::value(change.now))
        .filter(period::Column::Id.eq(period.id))
        .filter(period::Column::ClosedAt.is_null())
        .exec(change.db())
        .await?;
    if closed.rows_affected == 0 {
        return Ok(());
    }
    change.record(Publishing::PeriodClosed { period: period.id, figures }.into()).await?;
    follow(change, period).await
}
