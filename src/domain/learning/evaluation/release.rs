//! At night: the answers of a day are put in the order of their random keys, and shown when there are at least five that were not.
//!
//! Whoever compares what is shown today with what was shown yesterday sees five answers more, or none. Written anew in the order of
//! their keys, rows lie in no order of time, and the database has made all of them in the same transaction.

use chrono::NaiveDate;
use entity::{
    evaluation::{self, EvaluationKind as Kind},
    evaluation_answer as answer, evaluation_remark as remark,
    id::*,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _, Set,
    sea_query::{Expr, ExprTrait as _},
};

use super::FEWEST;
use crate::domain::{
    actor::Actor,
    change::{Change, House},
    error::Result,
};

/// Sorts all that was answered until the day began. One workshop and kind a change.
///
/// # Errors
/// When the database fails.
pub async fn attend(house: &House) -> Result<()> {
    let today = house.policy.day(house.now());
    for one in unsorted(&house.db.reader, today).await? {
        house.write(&Actor::house(), |change| async move { sort(&change, one).await }).await?;
    }
    Ok(())
}

/// Of which workshops and times the answers of yesterday were not sorted yet. Open ones are looked at every day, also without
/// answers, so that what is answered during a day is never sorted on that day.
async fn unsorted(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Vec<(WorkshopId, Kind)>> {
    Ok(evaluation::Entity::find()
        .select_only()
        .columns([evaluation::Column::WorkshopId, evaluation::Column::Kind])
        .distinct()
        .filter(stale(today))
        .into_tuple()
        .all(db)
        .await?)
}

fn stale(today: NaiveDate) -> Condition {
    let new = Expr::col(evaluation::Column::Answered).ne(Expr::col(evaluation::Column::Counted));
    let open = evaluation::Column::AskedOn.is_not_null().and(evaluation::Column::ClosedOn.is_null());
    Condition::all().add(evaluation::Column::SiftedOn.lt(today)).add(Condition::any().add(open).add(new))
}

/// Sorts the answers that wait, and shows them when there are enough. Returns how many are shown from now on. Once a day: a second
/// time would show what was answered since by whom one saw answering.
///
/// # Errors
/// When the database fails.
pub async fn sort(change: &Change, (workshop, kind): (WorkshopId, Kind)) -> Result<usize> {
    let today = change.policy.day(change.now);
    // Holds the counters, so that nobody answers meanwhile.
    let begun = evaluation::Entity::update_many()
        .col_expr(evaluation::Column::SiftedOn, Expr::value(today))
        .col_expr(evaluation::Column::Counted, Expr::col(evaluation::Column::Answered))
        .filter(evaluation::Column::WorkshopId.eq(workshop))
        .filter(evaluation::Column::Kind.eq(kind))
        .filter(evaluation::Column::SiftedOn.lt(today))
        .exec(change.db())
        .await?;
    if begun.rows_affected == 0 {
        return Ok(0);
    }
    let waiting = answers(change, workshop, kind).await?;
    let shown = waiting.len() >= FEWEST;
    let on = shown.then_some(today);
    let many = waiting.len();
    write_answers(change, waiting, on).await?;
    write_remarks(change, (workshop, kind), on).await?;
    Ok(if shown { many } else { 0 })
}

async fn answers(change: &Change, workshop: WorkshopId, kind: Kind) -> Result<Vec<answer::Model>> {
    Ok(answer::Entity::find()
        .filter(answer::Column::WorkshopId.eq(workshop))
        .filter(answer::Column::Kind.eq(kind))
        .filter(answer::Column::ReleasedOn.is_null())
        .all(change.db())
        .await?)
}

/// Takes the rows out and puts them back in the order of their keys.
async fn write_answers(change: &Change, mut rows: Vec<answer::Model>, on: Option<NaiveDate>) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    rows.sort_by_key(|row| row.id);
    answer::Entity::delete_many()
        .filter(answer::Column::Id.is_in(rows.iter().map(|row| row.id)))
        .exec(change.db())
        .await?;
    let anew = |row: answer::Model| answer::ActiveModel {
        id: Set(row.id),
        workshop_id: Set(row.workshop_id),
        kind: Set(row.kind),
        useful: Set(row.useful),
        clear: Set(row.clear),
        recommend: Set(row.recommend),
        applied: Set(row.applied),
        reasons: Set(row.reasons),
        released_on: Set(on),
    };
    answer::Entity::insert_many(rows.into_iter().map(anew)).exec_without_returning(change.db()).await?;
    Ok(())
}

async fn write_remarks(
    change: &Change,
    (workshop, kind): (WorkshopId, Kind),
    on: Option<NaiveDate>,
) -> Result<()> {
    let waiting = Condition::all()
        .add(remark::Column::WorkshopId.eq(workshop))
        .add(remark::Column::Kind.eq(kind))
        .add(remark::Column::ReleasedOn.is_null());
    let mut rows = remark::Entity::find().filter(waiting.clone()).all(change.db()).await?;
    if rows.is_empty() {
        return Ok(());
    }
    rows.sort_by_key(|row| row.id);
    remark::Entity::delete_many().filter(waiting).exec(change.db()).await?;
    let anew = |row: remark::Model| remark::ActiveModel {
        id: Set(row.id),
        workshop_id: Set(row.workshop_id),
        kind: Set(row.kind),
        text: Set(row.text),
        released_on: Set(on),
    };
    remark::Entity::insert_many(rows.into_iter().map(anew)).exec_without_returning(change.db()).await?;
    Ok(())
}
