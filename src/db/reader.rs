//! Reading outside a change.
//!
//! A pool tests a connection when it comes back, which costs as much as a small question. So a request, which asks many,
//! makes a visit: it takes one connection with its first question and keeps it until it writes, renders or ends.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, Ordering},
};

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait as _,
};

/// What reads outside a change are given; cheap to clone.
#[derive(Clone, Debug)]
pub struct Reader {
    pool: DatabaseConnection,
    visit: Option<Arc<Visit>>,
}

#[derive(Debug, Default)]
struct Visit {
    held: Mutex<Option<Arc<DatabaseTransaction>>>,
    over: AtomicBool,
}

impl Reader {
    pub(super) const fn new(pool: DatabaseConnection) -> Self {
        Self { pool, visit: None }
    }

    /// The pool itself, for what sea-orm's own tools want.
    pub(super) const fn pool(&self) -> &DatabaseConnection {
        &self.pool
    }

    /// For one request: its questions share a connection.
    #[must_use]
    pub fn visit(&self) -> Self {
        Self { pool: self.pool.clone(), visit: Some(Arc::default()) }
    }

    /// Lets go of the connection; the next question takes one again. To be called before anything that takes long (a form
    /// that is still on its way, hashing, writing a page), and before a change, which needs a connection of its own and
    /// whose effect the next question is to see.
    pub fn rest(&self) {
        if let Some(visit) = &self.visit {
            drop(visit.take());
        }
    }

    /// Ends the visit: questions that come still, from a file that is read while it leaves, hold nothing between them.
    pub fn leave(&self) {
        if let Some(visit) = &self.visit {
            visit.over.store(true, Ordering::Relaxed);
            drop(visit.take());
        }
    }

    /// Ends all connections.
    pub(super) async fn close(self) {
        self.rest();
        let _ = self.pool.close().await;
    }

    /// The connection of this visit. None outside one.
    async fn held(&self) -> Result<Option<Arc<DatabaseTransaction>>, DbErr> {
        let Some(visit) = self.visit.as_ref().filter(|visit| !visit.over.load(Ordering::Relaxed)) else {
            return Ok(None);
        };
        let known = visit.slot().clone();
        if known.is_some() {
            return Ok(known);
        }
        let fresh = Arc::new(begin(&self.pool).await?);
        *visit.slot() = Some(fresh.clone());
        Ok(Some(fresh))
    }

    /// After a failure the connection is of no more use: PostgreSQL answers nothing until the transaction ends.
    fn seen<T>(&self, answer: Result<T, DbErr>) -> Result<T, DbErr> {
        if answer.is_err() {
            self.rest();
        }
        answer
    }
}

impl Visit {
    fn slot(&self) -> std::sync::MutexGuard<'_, Option<Arc<DatabaseTransaction>>> {
        self.held.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn take(&self) -> Option<Arc<DatabaseTransaction>> {
        self.slot().take()
    }
}

/// Deferred on SQLite, so that it holds up no writer.
#[expect(clippy::disallowed_methods, reason = "it only reads, and is never committed")]
async fn begin(pool: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    let sqlite_transaction_mode = Some(SqliteTransactionMode::Deferred);
    pool.begin_with_options(TransactionOptions { sqlite_transaction_mode, ..Default::default() }).await
}

#[async_trait::async_trait]
impl ConnectionTrait for Reader {
    fn get_database_backend(&self) -> DbBackend {
        self.pool.get_database_backend()
    }

    async fn execute_raw(&self, stmt: Statement) -> Result<ExecResult, DbErr> {
        match self.held().await? {
            Some(held) => self.seen(held.execute_raw(stmt).await),
            None => self.pool.execute_raw(stmt).await,
        }
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        match self.held().await? {
            Some(held) => self.seen(held.execute_unprepared(sql).await),
            None => self.pool.execute_unprepared(sql).await,
        }
    }

    async fn query_one_raw(&self, stmt: Statement) -> Result<Option<QueryResult>, DbErr> {
        match self.held().await? {
            Some(held) => self.seen(held.query_one_raw(stmt).await),
            None => self.pool.query_one_raw(stmt).await,
        }
    }

    async fn query_all_raw(&self, stmt: Statement) -> Result<Vec<QueryResult>, DbErr> {
        match self.held().await? {
            Some(held) => self.seen(held.query_all_raw(stmt).await),
            None => self.pool.query_all_raw(stmt).await,
        }
    }
}
