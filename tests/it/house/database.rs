//! A fresh database for every test: copied from a template that holds all migrations, so that no test waits for them.

use std::{
    collections::hash_map::DefaultHasher,
    fs,
    hash::{Hash as _, Hasher as _},
    path::{Path, PathBuf},
};

use entity::id::EventId;
use olievlek::db::Db;
use sea_orm::{ConnectOptions, ConnectionTrait as _, Database, DatabaseConnection, DbErr};

/// Guards the making of the template on PostgreSQL: "template" read as a number.
const TEMPLATE_LOCK: i64 = 0x7465_6d70_6c61_7465;

/// A database of its own for one test. Dropping it drops the database.
pub struct Fresh {
    url: String,
    kind: Kind,
}

enum Kind {
    Sqlite { folder: PathBuf },
    Postgres { server: String, name: String },
}

impl Fresh {
    /// With all tables.
    pub async fn new() -> Self {
        Self::make(true).await
    }

    /// Without any table.
    pub async fn empty() -> Self {
        Self::make(false).await
    }

    async fn make(migrated: bool) -> Self {
        let name = format!("olievlek_{}", EventId::new().0.simple());
        match engine() {
            None => {
                let folder = std::env::temp_dir().join(&name);
                fs::create_dir_all(&folder).expect("a temporary folder");
                let file = folder.join("house.db");
                if migrated {
                    fs::copy(sqlite_template().await, &file).expect("a copy of the template");
                }
                Self { url: format!("sqlite://{}", file.display()), kind: Kind::Sqlite { folder } }
            }
            Some(server) => {
                let alone = connect_alone(&server).await;
                let template =
                    if migrated { postgres_template(&alone, &server).await } else { "template0".into() };
                run(&alone, &format!(r#"CREATE DATABASE "{name}" TEMPLATE "{template}""#)).await;
                alone.close().await.expect("an end");
                Self { url: with_database(&server, &name), kind: Kind::Postgres { server, name } }
            }
        }
    }

    pub async fn connect(&self) -> Db {
        Db::connect(&self.url).await.expect("the test's database")
    }

    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        match &self.kind {
            Kind::Sqlite { folder } => drop(fs::remove_dir_all(folder)),
            Kind::Postgres { server, name } => drop_on_postgres(server, name),
        }
    }
}

/// `drop` cannot wait, so a thread with a runtime of its own does.
fn drop_on_postgres(server: &str, name: &str) {
    let (server, sql) = (server.to_owned(), format!(r#"DROP DATABASE "{name}" WITH (FORCE)"#));
    let end = async move {
        let alone = connect_alone(&server).await;
        let _ = alone.execute_unprepared(&sql).await;
        let _ = alone.close().await;
    };
    let thread =
        std::thread::spawn(move || tokio::runtime::Runtime::new().map(|runtime| runtime.block_on(end)));
    let _ = thread.join();
}

/// The server to test on; nothing for SQLite.
#[allow(
    clippy::disallowed_methods,
    reason = "tests choose their engine by a variable, not by the settings of the program"
)]
fn engine() -> Option<String> {
    std::env::var("OLIEVLEK_TEST_DATABASE").ok().filter(|value| value.starts_with("postgres"))
}

/// Changes whenever a migration does, so that no test runs on an old template.
fn fingerprint() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migration/src");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the migrations").map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        fs::read(file).expect("a migration").hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

async fn sqlite_template() -> PathBuf {
    let path = std::env::temp_dir().join(format!("olievlek_template_{}.db", fingerprint()));
    if !path.exists() {
        // Made under names of its own and then renamed: tests run in processes side by side.
        let folder = std::env::temp_dir().join(format!("olievlek_{}", EventId::new().0.simple()));
        fs::create_dir_all(&folder).expect("a temporary folder");
        let (own, whole) = (folder.join("own.db"), folder.join("whole.db"));
        let db = Db::connect(&format!("sqlite://{}", own.display())).await.expect("a template");
        db.migrate().await.expect("all migrations");
        run(&db.writer, &format!("VACUUM INTO '{}'", whole.display())).await;
        db.close().await;
        fs::rename(&whole, &path).expect("a template");
        let _ = fs::remove_dir_all(&folder);
    }
    path
}

async fn postgres_template(alone: &DatabaseConnection, server: &str) -> String {
    let name = format!("olievlek_template_{}", fingerprint());
    run(alone, &format!("SELECT pg_advisory_lock({TEMPLATE_LOCK})")).await;
    let sql = format!("SELECT 1 FROM pg_database WHERE datname = '{name}'");
    let known = alone.query_one_raw(sea_orm::Statement::from_string(sea_orm::DbBackend::Postgres, sql)).await;
    if known.expect("an answer").is_none() {
        let making = format!("{name}_{}", EventId::new().0.simple());
        run(alone, &format!(r#"CREATE DATABASE "{making}""#)).await;
        let db = Db::connect(&with_database(server, &making)).await.expect("a template");
        db.migrate().await.expect("all migrations");
        db.close().await;
        rename(alone, &making, &name).await;
    }
    run(alone, &format!("SELECT pg_advisory_unlock({TEMPLATE_LOCK})")).await;
    name
}

/// A closed connection lingers for a moment on the server, and no database with a guest can be renamed.
async fn rename(alone: &DatabaseConnection, from: &str, to: &str) {
    for _ in 0..100 {
        if alone.execute_unprepared(&format!(r#"ALTER DATABASE "{from}" RENAME TO "{to}""#)).await.is_ok() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("the template keeps a guest");
}

/// One connection, because an advisory lock belongs to it.
async fn connect_alone(server: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(server);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await.expect("the test server")
}

async fn run(db: &DatabaseConnection, sql: &str) {
    let done: Result<_, DbErr> = db.execute_unprepared(sql).await;
    done.unwrap_or_else(|error| panic!("{sql}: {error}"));
}

/// The same server, another database.
fn with_database(server: &str, name: &str) -> String {
    let (address, options) =
        server.split_once('?').map_or((server, None), |(address, options)| (address, Some(options)));
    let after_scheme = address.find("://").map_or(0, |at| at + 3);
    let end = address
        .get(after_scheme..)
        .and_then(|rest| rest.find('/'))
        .map_or(address.len(), |at| after_scheme + at);
    let base = address.get(..end).expect("a boundary that was just found");
    options.map_or_else(|| format!("{base}/{name}"), |options| format!("{base}/{name}?{options}"))
}
