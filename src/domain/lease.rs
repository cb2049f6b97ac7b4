//! Duties that one instance does at a time: whoever has the lease leads until it runs out or is given back.
//!
//! Leases run on the clock of the database, because those of two machines differ.

use chrono::{DateTime, TimeDelta, Utc};
use entity::lease;
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, Set, Statement,
    sea_query::{Expr, OnConflict},
};

use super::{
    change::{Change, locks_rows},
    error::{Error, Result},
};

/// Takes or keeps the duty for `patience`. False: somebody else has it.
///
/// # Errors
/// When the database fails.
pub async fn lead(change: &Change, duty: &str, holder: &str, patience: TimeDelta) -> Result<bool> {
    let now = database_now(change).await?;
    let mine = lease::ActiveModel {
        name: Set(duty.to_owned()),
        holder: Set(holder.to_owned()),
        until: Set(now + patience),
    };
    let nobody_has_it = OnConflict::column(lease::Column::Name).do_nothing().to_owned();
    let taken =
        lease::Entity::insert(mine).on_conflict(nobody_has_it).exec_without_returning(change.db()).await;
    match taken {
        Ok(1..) => return Ok(true),
        Ok(0) | Err(sea_orm::DbErr::RecordNotInserted) => {}
        Err(error) => return Err(error.into()),
    }
    let free = Condition::any().add(lease::Column::Holder.eq(holder)).add(lease::Column::Until.lte(now));
    let kept = lease::Entity::update_many()
        .col_expr(lease::Column::Holder, Expr::value(holder))
        .col_expr(lease::Column::Until, Expr::value(now + patience))
        .filter(lease::Column::Name.eq(duty))
        .filter(free)
        .exec(change.db())
        .await?;
    Ok(kept.rows_affected == 1)
}

/// Gives the duty back, so that the next takes it at once.
///
/// # Errors
/// When the database fails.
pub async fn resign(change: &Change, duty: &str, holder: &str) -> Result<()> {
    lease::Entity::delete_many()
        .filter(lease::Column::Name.eq(duty))
        .filter(lease::Column::Holder.eq(holder))
        .exec(change.db())
        .await?;
    Ok(())
}

/// The time of the database. SQLite lives in this process, so there it is the time of the change.
pub(super) async fn database_now(change: &Change) -> Result<DateTime<Utc>> {
    use sea_orm::ConnectionTrait as _;
    if !locks_rows(change) {
        return Ok(change.now);
    }
    let ask = Statement::from_string(change.db().get_database_backend(), "SELECT clock_timestamp()");
    let row = change.db().query_one_raw(ask).await?.ok_or(Error::Missing("time"))?;
    Ok(row.try_get_by_index(0)?)
}
