//! Reading outside a change.
//!
//! A pool of sqlx tests a connection each time it comes back, which costs as much as a small question. So connections for
//! reading are lent from a shelf of our own and tested only after a rest; and a request, which asks many questions, makes a
//! visit: it keeps the connection of its first question until it writes, renders or ends.

use std::{
    fmt,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Instant,
};

use sea_orm::{
    ConnAcquireErr, ConnectionTrait, DatabaseConnection, DbBackend, DbErr, ExecResult, QueryResult, Statement,
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

use super::{CONNECTING, IDLE, Stock, line::Line};
use crate::telemetry::metric;

/// What reads outside a change are given; cheap to clone.
#[derive(Clone, Debug)]
pub struct Reader {
    shelf: Arc<Shelf>,
    visit: Option<Arc<Visit>>,
}

/// The connections nobody uses at the moment, the last used on top: the fewer are in use, the warmer they are.
#[derive(Debug)]
struct Shelf {
    pool: DatabaseConnection,
    /// As many as there are connections to lend; the pool has one more, for sea-orm's own tools.
    rights: Arc<Semaphore>,
    most: usize,
    lines: Mutex<Vec<(Line, Instant)>>,
}

#[derive(Debug, Default)]
struct Visit {
    held: Mutex<Option<Loan>>,
    over: AtomicBool,
}

/// A connection that is out; it goes back on the shelf by itself. One that is asked when its question is given up or fails
/// does not: it goes to the pool, which tests it.
struct Loan {
    line: Option<Line>,
    shelf: Arc<Shelf>,
    _right: OwnedSemaphorePermit,
}

impl Reader {
    /// Lends `most` connections of a pool that has at least one more.
    pub(super) fn new(pool: DatabaseConnection, most: u32) -> Self {
        let most = most as usize;
        let rights = Arc::new(Semaphore::new(most));
        Self { shelf: Arc::new(Shelf { pool, rights, most, lines: Mutex::default() }), visit: None }
    }

    /// The pool itself, for what sea-orm's own tools want.
    pub(super) fn pool(&self) -> &DatabaseConnection {
        &self.shelf.pool
    }

    /// How it stands with the connections.
    pub(super) fn stock(&self) -> Stock {
        let Shelf { rights, most, .. } = &*self.shelf;
        Stock { used: most - rights.available_permits(), idle: self.shelf.on_top().len(), most: *most }
    }

    /// For one request: its questions share a connection.
    #[must_use]
    pub fn visit(&self) -> Self {
        Self { shelf: self.shelf.clone(), visit: Some(Arc::default()) }
    }

    /// Lets go of the connection; the next question takes one again. To be called before anything that takes long (a form
    /// that is still on its way, hashing, writing a page), and before a change.
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
        self.shelf.rights.close();
        self.shelf.on_top().clear();
        let _ = self.shelf.pool.clone().close().await;
    }

    /// The connection of this visit, or one for this question alone.
    async fn loan(&self) -> Result<Loan, DbErr> {
        let held = self.visit.as_ref().and_then(|visit| visit.take());
        match held {
            Some(held) => Ok(held),
            None => self.shelf.lend().await,
        }
    }

    /// Keeps a connection for the next question of the visit.
    fn keep(&self, loan: Loan) {
        if let Some(visit) = self.visit.as_ref().filter(|visit| !visit.over.load(Ordering::Relaxed)) {
            *visit.slot() = Some(loan);
        }
    }
}

/// Asks a question of a connection. Its line is back in the loan only when there is an answer.
macro_rules! ask {
    ($reader:expr, $line:ident => $question:expr) => {{
        let mut loan = $reader.loan().await?;
        let mut $line = loan.line.take().ok_or(DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed))?;
        metrics::counter!(metric::STATEMENTS, "by" => "read").increment(1);
        let answer = $question.await?;
        loan.line = Some($line);
        $reader.keep(loan);
        Ok(answer)
    }};
}

#[async_trait::async_trait]
impl ConnectionTrait for Reader {
    fn get_database_backend(&self) -> DbBackend {
        self.shelf.pool.get_database_backend()
    }

    async fn execute_raw(&self, stmt: Statement) -> Result<ExecResult, DbErr> {
        ask!(self, line => line.execute(stmt))
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        ask!(self, line => line.execute_unprepared(sql))
    }

    async fn query_one_raw(&self, stmt: Statement) -> Result<Option<QueryResult>, DbErr> {
        ask!(self, line => line.one(stmt))
    }

    async fn query_all_raw(&self, stmt: Statement) -> Result<Vec<QueryResult>, DbErr> {
        ask!(self, line => line.all(stmt))
    }
}

impl Shelf {
    /// Waits for the right to a connection, then takes the one that was used last, or opens one.
    async fn lend(self: &Arc<Self>) -> Result<Loan, DbErr> {
        let late = || DbErr::ConnectionAcquire(ConnAcquireErr::Timeout);
        let right = timeout(CONNECTING, self.rights.clone().acquire_owned()).await.map_err(|_| late())?;
        let right = right.map_err(|_| DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed))?;
        let known = self.on_top().pop();
        let line = match known {
            Some((line, since)) if since.elapsed() < IDLE => line,
            // The pool tests what comes back, and ends what has lived long enough.
            Some((line, _)) => {
                line.give_back().await;
                Line::of(&self.pool).await?
            }
            None => Line::of(&self.pool).await?,
        };
        Ok(Loan { line: Some(line), shelf: self.clone(), _right: right })
    }

    fn on_top(&self) -> MutexGuard<'_, Vec<(Line, Instant)>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Shelf {
    fn drop(&mut self) {
        // Without this they would go to the pool, in a task; perhaps nothing runs tasks any more.
        self.on_top().drain(..).for_each(|(line, _)| line.end());
    }
}

impl Drop for Loan {
    fn drop(&mut self) {
        // Before the right is given back, so that who gets it finds the line.
        if let Some(line) = self.line.take().filter(|_| !self.shelf.rights.is_closed()) {
            self.shelf.on_top().push((line, Instant::now()));
        }
    }
}

impl Visit {
    fn slot(&self) -> MutexGuard<'_, Option<Loan>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self) -> Option<Loan> {
        self.slot().take()
    }
}

impl fmt::Debug for Loan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Loan").field("line", &self.line).finish_non_exhaustive()
    }
}
