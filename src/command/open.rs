//! Opening the house that the settings name.

use std::{fs::File, process::ExitCode};

use super::{Outcome, problem::Problem, say};
use crate::{
    app::App,
    clock,
    config::Config,
    db::{Db, lock_file, sqlite_path},
};

/// Held as long as this process is the only one that may serve or work on a SQLite file; nothing on PostgreSQL.
pub(super) type Lock = Option<File>;

/// A house with an up-to-date database, beside others that may be using it.
pub(super) async fn open(config: Config) -> Result<App, Problem> {
    let app = connect(config).await?;
    if !app.house.db.up_to_date().await? {
        let lock = lock(&app.config)?;
        app.house.db.migrate().await?;
        drop(lock);
    }
    Ok(app)
}

/// A house with an up-to-date database; whoever serves or works holds its lock first.
pub(super) async fn migrated(config: Config) -> Result<App, Problem> {
    let app = connect(config).await?;
    app.house.db.migrate().await?;
    Ok(app)
}

/// `migrate`.
pub(super) async fn migrate(config: Config) -> Outcome {
    let _lock = lock(&config)?;
    migrated(config).await?;
    say("The database is up to date.")?;
    Ok(ExitCode::SUCCESS)
}

/// A house whose database may not be up to date.
pub(super) async fn connect(config: Config) -> Result<App, Problem> {
    if let Some(folder) =
        sqlite_path(&config.database_url).and_then(|file| file.parent().map(ToOwned::to_owned))
    {
        std::fs::create_dir_all(&folder).map_err(|error| {
            Problem::new(format!("The folder {} cannot be made: {error}.", folder.display()))
        })?;
    }
    let db = Db::connect(&config.database_url).await?;
    Ok(App::new(config, db, clock::machine())?)
}

/// Takes the lock of a SQLite file.
pub(super) fn lock(config: &Config) -> Result<Lock, Problem> {
    let Some(file) = sqlite_path(&config.database_url) else { return Ok(None) };
    let locked = lock_file(&file);
    locked.map(Some).map_err(|error| Problem::new(format!("{} cannot be used: {error}.", file.display())))
}
