//! `backup`: a consistent copy of the whole database while the service goes on.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use clap::Args;

use super::{
    Outcome,
    backup_file::{Engine, Unfinished, cannot_write, sum, write_sum},
    open,
    postgres::Tools,
    problem::Problem,
    say,
};
use crate::{
    app::App,
    config::Config,
    db::{copy, sqlite_path},
    domain::{actor::Actor, backup},
};

#[derive(Debug, Args)]
pub(super) struct Backup {
    /// File to write; its checksum is written beside it, in FILE.sha256
    file: PathBuf,
}

impl Backup {
    pub(super) async fn run(self, config: Config) -> Outcome {
        let start = Instant::now();
        let file = &self.file;
        if file.exists() {
            return Err(Problem::new(format!("{} is there already; choose another name.", file.display())));
        }
        // Connecting would make a database that is not there.
        if let Some(database) = sqlite_path(&config.database_url).filter(|database| !database.exists()) {
            return Err(Problem::new(format!("There is no database {}.", database.display())));
        }
        // Not brought up to date: a backup is what one makes before that.
        let app = open::connect(config).await?;
        let steps = copy::steps(&app.house.db.reader).await?;
        let schema = steps.last().map_or("none", String::as_str);
        let unfinished = Unfinished::beside(file, "part")?;
        write(&app, unfinished.path()).await?;
        let (sum, bytes) = measure(unfinished.path()).map_err(|error| cannot_write(file, &error))?;
        write_sum(file, &sum, &about(&app, schema))?;
        unfinished.finish(file).map_err(|error| cannot_write(file, &error))?;
        note(&app, bytes).await;
        let took = start.elapsed().as_secs_f64();
        say(&format!(
            "{} was made in {took:.1} s: {bytes} bytes, schema {schema}, SHA-256 {sum}",
            file.display()
        ))?;
        Ok(ExitCode::SUCCESS)
    }
}

async fn write(app: &App, part: &Path) -> Result<(), Problem> {
    match Engine::of(&app.config) {
        Engine::Sqlite => Ok(copy::copy_sqlite(&app.house.db, part).await?),
        Engine::Postgres => Tools::of(&app.config).dump(part),
    }
}

fn measure(part: &Path) -> std::io::Result<(String, u64)> {
    Ok((sum(part)?, std::fs::metadata(part)?.len()))
}

/// For people; what a restore needs it reads from the copy itself.
fn about<'a>(app: &App, schema: &'a str) -> [(&'static str, &'a str); 4] {
    [
        ("backup of", Engine::of(&app.config).name()),
        ("made by", concat!("olievlek ", env!("CARGO_PKG_VERSION"))),
        ("schema", schema),
        ("check with", "sha256sum --check"),
    ]
}

/// In the log of the house. The copy is good without it.
async fn note(app: &App, bytes: u64) {
    let noted =
        app.house.write(&Actor::operator(), |change| async move { backup::note(&change, bytes).await }).await;
    if let Err(error) = noted {
        tracing::warn!(%error, "the backup was made and could not be noted in the log of the house");
    }
}
