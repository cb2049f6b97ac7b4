//! A copy of a whole database and putting one back: what has to be said in SQL. Files and programs are the command's.

use std::path::Path;

use migration::{Migrator, MigratorTrait as _};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, Statement};

use super::{APPLICATION, Db, wait_for_lock};

/// What the migrations wrote down of themselves, in a copy too.
pub const STEPS_TABLE: &str = "seaql_migrations";

/// The steps that this program knows, in order.
#[must_use]
pub fn known_steps() -> Vec<String> {
    Migrator::migrations().iter().map(|step| step.name().to_owned()).collect()
}

/// Writes a consistent copy of a SQLite database into an empty file, while others read and write.
///
/// # Errors
/// When the database fails, or the copy is not whole.
pub async fn copy_sqlite(db: &Db, file: &Path) -> Result<(), DbErr> {
    let name = file.display().to_string().replace('\'', "''");
    db.reader.execute_unprepared(&format!("VACUUM INTO '{name}'")).await?;
    let copy = look(file).await?;
    let verdict = first(&copy, "PRAGMA quick_check").await?;
    copy.close().await?;
    match verdict.as_deref() {
        Some("ok") => Ok(()),
        _ => Err(DbErr::Custom("the copy is not whole".to_owned())),
    }
}

/// The steps that the SQLite database in a file has taken.
///
/// # Errors
/// When the file is no database of a house.
pub async fn steps_of_file(file: &Path) -> Result<Vec<String>, DbErr> {
    let db = look(file).await?;
    let steps = steps(&db).await;
    db.close().await?;
    steps
}

/// Moves what a house that was killed left in the log beside a SQLite file into the file, so that the file is whole by
/// itself and can be replaced in one step.
///
/// # Errors
/// When the file is no database or a damaged one, or somebody else has it open.
pub async fn fold_log(file: &Path) -> Result<(), DbErr> {
    let mut options = ConnectOptions::new(format!("sqlite://{}?mode=rw", file.display()));
    options.max_connections(1).sqlx_logging(false);
    let db = Database::connect(options).await?;
    let asked = Statement::from_string(DbBackend::Sqlite, "PRAGMA wal_checkpoint(TRUNCATE)");
    let row = db.query_one_raw(asked).await;
    // Who closes it last takes the log away.
    db.close().await?;
    match row?.map(|row| row.try_get_by_index::<i32>(0)).transpose()? {
        Some(0) => Ok(()),
        _ => Err(DbErr::Custom("somebody else has it open".to_owned())),
    }
}

/// Whether a SQLite file holds no table. What is no database is not empty.
pub async fn is_file_empty(file: &Path) -> bool {
    let Ok(db) = look(file).await else { return false };
    let table = first(&db, "SELECT name FROM sqlite_master LIMIT 1").await;
    let _ = db.close().await;
    matches!(table, Ok(None))
}

/// The steps that a database has taken, in order.
///
/// # Errors
/// When it is no database of a house.
pub async fn steps(db: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let sql = format!(r#"SELECT "version" FROM "{STEPS_TABLE}" ORDER BY "version""#);
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

/// A PostgreSQL database that takes a copy. Nobody migrates it meanwhile.
pub struct Target(DatabaseConnection);

impl Target {
    /// Connects, and waits until nobody migrates.
    ///
    /// # Errors
    /// When the database cannot be reached or stays locked.
    pub async fn of(url: &str) -> Result<Self, DbErr> {
        let mut alone = ConnectOptions::new(url);
        alone.max_connections(1).sqlx_logging(false);
        alone.map_sqlx_postgres_opts(|o| o.application_name("olievlek restore"));
        let keeper = Database::connect(alone).await?;
        wait_for_lock(&keeper).await?;
        Ok(Self(keeper))
    }

    /// Whether a house has connections to it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn is_in_use(&self) -> Result<bool, DbErr> {
        let sql = format!(
            "SELECT application_name FROM pg_stat_activity \
             WHERE datname = current_database() AND application_name = '{APPLICATION}' LIMIT 1"
        );
        Ok(first(&self.0, &sql).await?.is_some())
    }

    /// Whether it holds no table.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn is_empty(&self) -> Result<bool, DbErr> {
        let sql = "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' LIMIT 1";
        Ok(first(&self.0, sql).await?.is_none())
    }

    /// Lets the database count its rows.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn settle(self) -> Result<(), DbErr> {
        self.0.execute_unprepared("ANALYZE").await?;
        self.0.close().await
    }
}

/// A SQLite file to read in, without a trace of having done so.
async fn look(file: &Path) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(format!("sqlite://{}?mode=ro", file.display()));
    options.max_connections(1).sqlx_logging(false);
    options.map_sqlx_sqlite_opts(|o| o.immutable(true));
    Database::connect(options).await
}

async fn first(db: &DatabaseConnection, sql: &str) -> Result<Option<String>, DbErr> {
    let backend: DbBackend = db.get_database_backend();
    let row = db.query_one_raw(Statement::from_string(backend, sql)).await?;
    row.map(|row| row.try_get_by_index(0)).transpose()
}
