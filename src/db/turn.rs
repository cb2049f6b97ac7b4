//! The transaction of one change: its own on PostgreSQL, a place in a [group commit](super::group_commit) on SQLite.

use std::sync::Arc;

use sea_orm::{
    ConnAcquireErr, DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait as _,
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

use super::{
    PATIENCE,
    group_commit::{Door, Member},
};

/// One change that is under way. Dropped without [`Turn::commit`] it is undone.
pub struct Turn(Way);

enum Way {
    Own { tx: DatabaseTransaction, _permit: OwnedSemaphorePermit },
    Shared(Member),
}

/// Where changes wait, in order of coming, until there is room for one more.
#[derive(Clone)]
pub(super) enum Queue {
    /// PostgreSQL: so many at a time.
    Many(DatabaseConnection, Arc<Semaphore>),
    /// SQLite: one after the other.
    One(Door),
}

impl Queue {
    pub(super) async fn turn(&self) -> Result<Turn, DbErr> {
        match self {
            Self::Many(writer, permits) => {
                let late = || DbErr::ConnectionAcquire(ConnAcquireErr::Timeout);
                let permit = timeout(PATIENCE, Arc::clone(permits).acquire_owned()).await;
                let permit = permit.map_err(|_| late())?.map_err(|_| late())?;
                Ok(Turn(Way::Own { tx: open(writer).await?, _permit: permit }))
            }
            Self::One(door) => door.enter().await.map(|member| Turn(Way::Shared(member))),
        }
    }
}

impl Turn {
    /// The transaction, for SQL.
    #[must_use]
    pub fn tx(&self) -> &DatabaseTransaction {
        match &self.0 {
            Way::Own { tx, .. } => tx,
            Way::Shared(member) => member.tx(),
        }
    }

    /// Waits until what was changed is on the disk.
    ///
    /// # Errors
    /// When the database says no; with [`super::UNDONE`] when nothing is there and the change can run again.
    pub async fn commit(self) -> Result<(), DbErr> {
        match self.0 {
            Way::Own { tx, .. } => tx.commit().await,
            Way::Shared(member) => member.commit().await,
        }
    }
}

/// IMMEDIATE on SQLite: a deferred transaction fails at once when it has to upgrade. READ COMMITTED on PostgreSQL.
#[allow(clippy::disallowed_methods, reason = "this is the one place that begins a transaction")]
pub(super) async fn open(writer: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..Default::default()
    };
    writer.begin_with_options(options).await
}
