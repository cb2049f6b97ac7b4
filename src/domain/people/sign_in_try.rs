//! How often one may try to come in, counted in the database: several instances count together, and a restart forgets
//! nothing.
//!
//! One moment says it all (the generic cell rate algorithm): each try moves it on by a period, and who would move it
//! further ahead than a burst of tries has to wait.

use chrono::{DateTime, TimeDelta, Utc};
use entity::sign_in_try;
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _, Set,
    sea_query::{Expr, OnConflict},
};

use crate::domain::{
    change::Change,
    error::{Error, Refusal, Result},
    secret,
};

/// So many tries at once, then one a period.
#[derive(Clone, Copy, Debug)]
pub struct Quota {
    pub burst: i32,
    pub period: TimeDelta,
}

/// Counts one more try for each of these; what is counted is kept as a hash only.
///
/// # Errors
/// [`Refusal::TooMany`] with the seconds to wait; then this try counts for none.
pub async fn count(change: &Change, counted: &[(String, Quota)]) -> Result<()> {
    for (what, quota) in counted {
        let hash = secret::hash(what);
        let before = held(change, &hash).await?;
        let next = before.max(change.now) + quota.period;
        let wait = next - change.now - quota.period * quota.burst;
        if wait > TimeDelta::zero() {
            let seconds = u64::try_from(wait.num_seconds()).unwrap_or_default() + 1;
            return Err(Refusal::TooMany { seconds }.into());
        }
        sign_in_try::Entity::update_many()
            .col_expr(sign_in_try::Column::ForgottenAt, Expr::value(next))
            .filter(sign_in_try::Column::Hash.eq(hash))
            .exec(change.db())
            .await?;
    }
    Ok(())
}

/// The moment of a row, which is made when there is none and held until the change is done.
async fn held(change: &Change, hash: &str) -> Result<DateTime<Utc>> {
    let row = sign_in_try::ActiveModel { hash: Set(hash.to_owned()), forgotten_at: Set(change.now) };
    let there_is = OnConflict::column(sign_in_try::Column::Hash).do_nothing().to_owned();
    match sign_in_try::Entity::insert(row).on_conflict(there_is).exec_without_returning(change.db()).await {
        Ok(_) | Err(sea_orm::DbErr::RecordNotInserted) => {}
        Err(error) => return Err(error.into()),
    }
    let row = sign_in_try::Entity::find_by_id(hash).lock_exclusive().one(change.db()).await?;
    Ok(row.ok_or(Error::Missing("try"))?.forgotten_at)
}
