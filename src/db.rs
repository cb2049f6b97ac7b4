//! Connections as they were measured: one writer on SQLite, guarded against sqlx losing track of a
//! transaction, and time limits on PostgreSQL; and the migrations, one instance at a time.

pub mod copy;
mod group_commit;
mod line;
mod reader;
mod recent;
mod turn;

use std::{path::PathBuf, sync::Arc, time::Duration};

use migration::{Migrator, MigratorTrait as _};
use sea_orm::{
    ConnectOptions, ConnectionTrait as _, Database, DatabaseConnection, DbBackend, DbErr, Statement,
    sqlx::Connection as _,
};
use tokio::sync::Semaphore;

/// Under which name the steps of a migration are logged.
pub const MIGRATIONS: &str = "sea_orm_migration";

/// What is said of a change of which nothing is there, and that can run again.
pub const UNDONE: &str = "undone, to be run again";

/// What a database that fails says; rooms that cannot query name it by this.
pub type Failure = DbErr;

use crate::telemetry::metric;

use self::{group_commit::Door, turn::Queue};

pub use self::{
    reader::Reader,
    recent::{LASTS, Recent},
    turn::Turn,
};

/// The database of a house.
#[derive(Clone)]
pub struct Db {
    /// For reading outside a change.
    pub reader: Reader,
    /// What changes are made over; [`Db::turn`] begins one.
    pub writer: DatabaseConnection,
    /// What was just read and is everybody's.
    pub recent: Arc<Recent>,
    queue: Queue,
    url: Arc<str>,
}

/// What our connections are called on PostgreSQL, so that a restore sees that a house is open.
const APPLICATION: &str = "olievlek";
/// How many connections PostgreSQL gets from one instance for changes, and for reading: however many changes wait for one
/// lock, somebody who reads is answered. Few changes at a time are sooner done than many (decision 37).
const POSTGRES_WRITERS: u32 = 6;
const POSTGRES_READERS: u32 = 7;
/// How long a change waits for its turn: two hundred at once queue behind one disk.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long anything waits for a connection once it has its turn. sqlx tries a server that is away again after up to a
/// fifth of this, so that a longer time would heal later.
const CONNECTING: Duration = Duration::from_secs(3);
/// How many readers a SQLite file gets beside its one writer.
const SQLITE_READERS: u32 = 6;
/// Pages in the log of a SQLite file above which a change itself moves them into the file; before that, and nearly always,
/// [`Db::checkpoint`] has done so beside the changes.
const MOST_LOG: &str = "16000";
/// Memory for pages of a SQLite file, each connection; in KiB when below zero. The system's own cache is nearly as near.
const CACHE: &str = "-1000";
/// Rows that SQLite's thread reads ahead of who asked: the fewer times the two wait for each other, the better.
const ROWS: usize = 500;
/// What the pool for reading has more than is lent: sea-orm's own tools ask the pool itself.
const SPARE: u32 = 1;
/// A connection that was used within this time is not tested again before it is used.
const IDLE: Duration = Duration::from_secs(1);
/// How long a lock on the migrations is waited for.
const MIGRATION_PATIENCE: Duration = Duration::from_secs(120);
/// The advisory lock of PostgreSQL that guards the migrations: "olievlek" read as a number.
const MIGRATION_LOCK: i64 = 0x6f6c_6965_766c_656b;

impl Db {
    /// Connects to `sqlite://PATH` (made when absent) or `postgres://…`.
    ///
    /// # Errors
    /// When the database cannot be reached or the address is of another kind.
    pub async fn connect(url: &str) -> Result<Self, DbErr> {
        if url.starts_with("sqlite:") {
            let mut writes = sqlite(url, 1, PATIENCE);
            throw_away_broken(&mut writes);
            let writer = Database::connect(writes).await?;
            let pool = Database::connect(sqlite(url, SQLITE_READERS + SPARE, CONNECTING)).await?;
            return Ok(Self::of(Reader::new(pool, SQLITE_READERS), writer, url));
        }
        let writer = Database::connect(postgres(url, POSTGRES_WRITERS)).await?;
        let pool = Database::connect(postgres(url, POSTGRES_READERS + SPARE)).await?;
        Ok(Self::of(Reader::new(pool, POSTGRES_READERS), writer, url))
    }

    fn of(reader: Reader, mut writer: DatabaseConnection, url: &str) -> Self {
        let recent = Arc::<Recent>::default();
        let forget = recent.clone();
        // A change tells of its commit; to forget here is for statements that are written without one.
        writer.set_metric_callback(move |done| {
            let sql = &*done.statement.sql;
            if group_commit::KEEPING.contains(&sql) {
                return;
            }
            metrics::counter!(metric::STATEMENTS, "by" => "change").increment(1);
            if !sql.starts_with("SELECT") {
                forget.forget();
            }
        });
        let queue = match writer.get_database_backend() {
            DbBackend::Sqlite => Queue::One(Door::new(writer.clone())),
            _ => Queue::Many(writer.clone(), Arc::new(Semaphore::new(POSTGRES_WRITERS as usize))),
        };
        Self { reader, writer, recent, queue, url: url.into() }
    }

    /// The same, for one request: see [`Reader::visit`].
    #[must_use]
    pub fn visit(&self) -> Self {
        Self { reader: self.reader.visit(), ..self.clone() }
    }

    /// Begins a change: waits, in order of coming, until there is room for one more.
    ///
    /// # Errors
    /// When that takes too long, or the database is away.
    pub async fn turn(&self) -> Result<Turn, DbErr> {
        self.queue.turn().await
    }

    /// Brings the database up to date, while other instances wait for it.
    ///
    /// # Errors
    /// When a step fails (nothing of it stays) or the lock is not had within two minutes.
    pub async fn migrate(&self) -> Result<(), DbErr> {
        if self.writer.get_database_backend() == DbBackend::Sqlite {
            // The file lock of `lock_file` keeps a second process out; one writer connection does the rest.
            return Migrator::up(&self.writer, None).await;
        }
        // Advisory locks belong to a connection, so the lock needs a pool of one that lives as long as the steps.
        let mut alone = ConnectOptions::new(&*self.url);
        alone.max_connections(1).sqlx_logging(false);
        let keeper = Database::connect(alone).await?;
        wait_for_lock(&keeper).await?;
        let done = Migrator::up(&self.writer, None).await;
        keeper.close().await?;
        done
    }

    /// Whether every step of this program has been taken.
    ///
    /// # Errors
    /// When the database cannot be asked.
    pub async fn up_to_date(&self) -> Result<bool, DbErr> {
        Ok(Migrator::get_pending_migrations(self.reader.pool()).await?.is_empty())
    }

    /// Asks the database for an answer.
    ///
    /// # Errors
    /// When it gives none.
    pub async fn ping(&self) -> Result<(), DbErr> {
        self.reader.execute_unprepared("SELECT 1").await.map(|_| ())
    }

    /// On SQLite: moves what changes left in the log into the file. Changes go on meanwhile.
    ///
    /// # Errors
    /// When the disk refuses; it is tried again after the next change, and nothing is lost.
    pub async fn checkpoint(&self) -> Result<(), DbErr> {
        let sqlite = self.writer.get_database_backend() == DbBackend::Sqlite;
        if sqlite && self.recent.written() {
            self.reader.execute_unprepared("PRAGMA wal_checkpoint(PASSIVE)").await?;
        }
        Ok(())
    }

    /// How it stands with the connections: for reading, and for changes.
    #[must_use]
    pub fn stock(&self) -> [(&'static str, Stock); 2] {
        let writer = match self.writer.get_database_backend() {
            DbBackend::Sqlite => Stock::of(self.writer.get_sqlite_connection_pool()),
            _ => Stock::of(self.writer.get_postgres_connection_pool()),
        };
        [("reader", self.reader.stock()), ("writer", writer)]
    }

    /// The name of the engine.
    #[must_use]
    pub fn engine(&self) -> &'static str {
        if self.url.starts_with("sqlite:") { "sqlite" } else { "postgresql" }
    }

    /// Ends all connections.
    pub async fn close(self) {
        self.reader.close().await;
        let _ = self.writer.close().await;
    }
}

/// Connections that are open, and how many there may be.
#[derive(Clone, Copy, Debug)]
pub struct Stock {
    pub used: usize,
    pub idle: usize,
    pub most: usize,
}

impl Stock {
    fn of<D: sea_orm::sqlx::Database>(pool: &sea_orm::sqlx::Pool<D>) -> Self {
        let (open, idle, most) = (pool.size(), pool.num_idle(), pool.options().get_max_connections());
        Self { used: (open as usize).saturating_sub(idle), idle, most: most as usize }
    }
}

async fn wait_for_lock(keeper: &DatabaseConnection) -> Result<(), DbErr> {
    let deadline = tokio::time::Instant::now() + MIGRATION_PATIENCE;
    loop {
        let ask = Statement::from_sql_and_values(
            DbBackend::Postgres,
            "SELECT pg_try_advisory_lock($1)",
            [MIGRATION_LOCK.into()],
        );
        let row =
            keeper.query_one_raw(ask).await?.ok_or_else(|| DbErr::Custom("no answer to the lock".into()))?;
        if row.try_get_by_index::<bool>(0)? {
            return Ok(());
        }
        if tokio::time::Instant::now() > deadline {
            return Err(DbErr::Migration("another instance has been migrating for two minutes".into()));
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// The path of a `sqlite:` address; nothing for another kind or a database in memory.
#[must_use]
pub fn sqlite_path(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:"))?;
    let path = path.split('?').next().unwrap_or(path);
    (!path.is_empty() && path != ":memory:").then(|| PathBuf::from(path))
}

/// Takes the lock file beside a SQLite database, so that a second `serve` on the same file is kept out.
/// The lock lasts as long as the returned file.
///
/// # Errors
/// When the folder cannot be written or somebody else has the lock.
pub fn lock_file(path: &std::path::Path) -> std::io::Result<std::fs::File> {
    if let Some(folder) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)?;
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    let file =
        std::fs::OpenOptions::new().create(true).truncate(false).write(true).open(PathBuf::from(name))?;
    file.try_lock().map_err(|_| std::io::Error::other("another olievlek is using this database"))?;
    Ok(file)
}

fn sqlite(url: &str, connections: u32, patience: Duration) -> ConnectOptions {
    let path =
        sqlite_path(url).map_or_else(|| url.to_owned(), |p| format!("sqlite://{}?mode=rwc", p.display()));
    let mut options = ConnectOptions::new(path);
    options
        .max_connections(connections)
        .acquire_timeout(patience)
        .test_before_acquire_if_idle_for(IDLE)
        .sqlx_logging(false)
        .record_stmt_in_spans(false);
    options.map_sqlx_sqlite_opts(|o| {
        o.pragma("journal_mode", "WAL")
            .pragma("synchronous", "FULL")
            .pragma("wal_autocheckpoint", MOST_LOG)
            .pragma("cache_size", CACHE)
            // What is erased is written over: votes that were counted, people who asked to be forgotten.
            .pragma("secure_delete", "ON")
            .row_buffer_size(ROWS)
            .busy_timeout(Duration::from_secs(5))
    });
    options
}

/// After a disk-full SQLite rolls back by itself and sqlx does not notice: such a connection is thrown away.
fn throw_away_broken(options: &mut ConnectOptions) {
    options.map_sqlx_sqlite_pool_opts(|pool| {
        pool.after_release(|connection, _| {
            Box::pin(async move {
                connection.ping().await?;
                Ok(!connection.is_in_transaction())
            })
        })
    });
}

fn postgres(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .acquire_timeout(CONNECTING)
        .test_before_acquire_if_idle_for(IDLE)
        .sqlx_logging(false)
        .record_stmt_in_spans(false);
    options.map_sqlx_postgres_opts(|o| {
        o.application_name(APPLICATION).options([
            ("statement_timeout", "5000"),
            ("lock_timeout", "3000"),
            // Compiling costs more than it saves: 2,000 people were assigned in 380 ms with it, in 203 without.
            ("jit", "off"),
            ("client_min_messages", "warning"),
        ])
    });
    options
}
