//! Who may write an import. Of the files of one kind one is applied at a time, by one run. A run that has not got on for a
//! minute may be taken over; whoever takes over makes a new number, and a run with an old one writes nothing any more.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{
    id::*,
    import::{self, ImportKind},
};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, ExprTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, UpdateMany, sea_query::Expr,
};
use serde_json::Value;

use super::{diff::Diff, upload};
use crate::domain::{
    change::Change,
    error::{Refusal, Result},
    event::Event,
};

/// An import that has not got on for so long was interrupted.
const PATIENCE: TimeDelta = TimeDelta::seconds(60);

/// The right of one run to write one import.
#[derive(Clone, Copy, Debug)]
pub struct Claim {
    pub import: ImportId,
    run: i32,
}

/// Whether somebody is applying it now. One that has not got on for a minute was interrupted.
#[must_use]
pub fn runs(row: &import::Model, now: DateTime<Utc>) -> bool {
    row.applied_at.is_none() && moves(row.moved_at, now)
}

fn moves(moved_at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    moved_at.is_some_and(|at| at > now - PATIENCE)
}

/// Says that a file is being applied from now on; it is alone in that among files of its kind.
///
/// # Errors
/// [`crate::domain::error::Error::Missing`], [`Refusal::ImportGone`] when it was applied, [`Refusal::ImportRuns`] while
/// somebody does.
pub async fn begin(change: &Change, id: ImportId) -> Result<Claim> {
    use import::Column::{AppliedAt, ComparedAt, Done, Id, MovedAt, Run, Total};
    let kind = upload::one(change.db(), id).await?.kind;
    // Locked in one order, so that of two that begin at once the second sees the first. A slice holds its row: what is
    // read here is what it left.
    let open = import::Entity::find().select_only().columns([Id, MovedAt]).column(Run);
    let open = open.filter(open_of(kind)).order_by_asc(Id).lock_exclusive();
    let open = open.into_tuple::<(ImportId, Option<DateTime<Utc>>, i32)>().all(change.db()).await?;
    let Some((_, _, run)) = open.iter().find(|(one, ..)| *one == id) else {
        return Err(Refusal::ImportGone.into());
    };
    if open.iter().any(|(_, moved, _)| moves(*moved, change.now)) {
        return Err(Refusal::ImportRuns.into());
    }
    // Whoever was writing a file of this kind has lost it.
    import::Entity::update_many()
        .col_expr(Run, Expr::col(Run).add(1))
        .col_expr(MovedAt, Expr::value(Option::<DateTime<Utc>>::None))
        .col_expr(ComparedAt, Expr::value(Option::<DateTime<Utc>>::None))
        .filter(open_of(kind))
        .exec(change.db())
        .await?;
    import::Entity::update_many()
        .col_expr(MovedAt, Expr::value(change.now))
        .col_expr(Total, Expr::value(0))
        .col_expr(Done, Expr::value(0))
        .filter(AppliedAt.is_null().and(Id.eq(id)))
        .exec(change.db())
        .await?;
    Ok(Claim { import: id, run: run + 1 })
}

fn open_of(kind: ImportKind) -> Condition {
    Condition::all().add(import::Column::Kind.eq(kind)).add(import::Column::AppliedAt.is_null())
}

impl Claim {
    /// Writes to the row of the import, and so holds it until the change is done: nobody takes over meanwhile.
    async fn write(self, change: &Change, update: UpdateMany<import::Entity>) -> Result<()> {
        let mine = open_run(self);
        if update.filter(mine).exec(change.db()).await?.rows_affected == 1 {
            Ok(())
        } else {
            Err(Refusal::ImportTakenOver.into())
        }
    }

    /// Says how many rows it will write, and what undoing it must know. From here on the files of this kind that came
    /// before cannot be undone any more.
    ///
    /// # Errors
    /// [`Refusal::ImportTakenOver`]; when the database fails.
    pub(in crate::domain) async fn counted(
        self,
        change: &Change,
        total: usize,
        restore: Value,
    ) -> Result<()> {
        use import::Column::{Id, Kind, Restore, StartedAt, Total};
        let row = upload::one(change.db(), self.import).await?;
        let update = import::Entity::update_many()
            .col_expr(StartedAt, Expr::value(row.started_at.unwrap_or(change.now)))
            .col_expr(Total, Expr::value(i32::try_from(total).unwrap_or(i32::MAX)))
            .col_expr(Restore, Expr::value(restore));
        self.write(change, update).await?;
        let others = Kind.eq(row.kind).and(Id.ne(self.import));
        upload::forget(change, Condition::all().add(others)).await?;
        Ok(())
    }

    /// Counts rows that are written in this change. Asked first, so that a run that was taken over writes nothing.
    ///
    /// # Errors
    /// [`Refusal::ImportTakenOver`]; when the database fails.
    pub(super) async fn advance(self, change: &Change, rows: usize) -> Result<()> {
        use import::Column::{Done, MovedAt};
        let rows = i32::try_from(rows).unwrap_or(i32::MAX);
        let update = import::Entity::update_many()
            .col_expr(Done, Expr::col(Done).add(rows))
            .col_expr(MovedAt, Expr::value(change.now));
        self.write(change, update).await
    }

    /// Says that this run applies it no more, so that it can be begun again at once.
    ///
    /// # Errors
    /// When the database fails.
    pub(in crate::domain) async fn release(self, change: &Change) -> Result<()> {
        import::Entity::update_many()
            .col_expr(import::Column::MovedAt, Expr::value(Option::<DateTime<Utc>>::None))
            .filter(open_run(self))
            .exec(change.db())
            .await?;
        Ok(())
    }

    /// Notes that a file was applied, with what it changed, and lets its content go.
    ///
    /// # Errors
    /// [`Refusal::ImportTakenOver`]; when the database fails.
    pub(in crate::domain) async fn applied(self, change: &Change, diff: &Diff) -> Result<()> {
        use import::Column::{AppliedAt, Counts, Id, MovedAt};
        let update = import::Entity::update_many()
            .col_expr(AppliedAt, Expr::value(change.now))
            .col_expr(MovedAt, Expr::value(Option::<DateTime<Utc>>::None))
            .col_expr(Counts, Expr::value(diff.counts()));
        self.write(change, update).await?;
        upload::empty(change, Condition::all().add(Id.eq(self.import))).await?;
        change.record(Event::Imported { import: self.import, kind: diff.kind, counts: diff.counts() }).await
    }
}

fn open_run(claim: Claim) -> Condition {
    use import::Column::{AppliedAt, Id, Run};
    Condition::all().add(Id.eq(claim.import)).add(Run.eq(claim.run)).add(AppliedAt.is_null())
}
