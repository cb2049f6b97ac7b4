//! `restore`: puts a backup back, after it was found whole, of this engine, and not of a newer version.

use std::{
    fs::{self, File, OpenOptions},
    io,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use clap::Args;

use super::{
    Outcome,
    backup_file::{Engine, Unfinished, cannot_write, sum, with_ending, written_sum},
    open,
    postgres::Tools,
    problem::Problem,
    say,
};
use crate::{
    config::Config,
    db::{
        Failure,
        copy::{self, Target},
        sqlite_path,
    },
};

/// How the new file of SQLite is called until it is whole.
const RESTORING: &str = "restoring";

#[derive(Debug, Args)]
pub(super) struct Restore {
    /// A file that `backup` made, with FILE.sha256 beside it
    file: PathBuf,
    /// Throw away what is in the database now
    #[arg(long)]
    replace: bool,
}

impl Restore {
    pub(super) async fn run(self, config: Config) -> Outcome {
        let start = Instant::now();
        let file = &self.file;
        let cannot_read =
            |error: io::Error| Problem::new(format!("{} cannot be read: {error}.", file.display()));
        if sum(file).map_err(cannot_read)? != written_sum(file)? {
            return Err(Problem::new(format!(
                "{} is not what it was when it was made: its checksum is another than in {}. Nothing was restored.",
                file.display(),
                with_ending(file, "sha256").display()
            )));
        }
        let engine = Engine::of_copy(file).map_err(cannot_read)?;
        let steps = self.steps(&config, engine).await?;
        match engine {
            Some(Engine::Sqlite) => self.put_in_file(&config).await?,
            Some(Engine::Postgres) | None => self.put_in_server(&config).await?,
        }
        let (took, schema) = (start.elapsed().as_secs_f64(), steps.last().map_or("none", String::as_str));
        say(&format!("{} was restored in {took:.1} s: schema {schema}", file.display()))?;
        if steps.len() < copy::known_steps().len() {
            say("It is of an older version; `olievlek migrate` or `olievlek serve` brings it up to date.")?;
        }
        Ok(ExitCode::SUCCESS)
    }

    /// The steps that the copy has taken; refused when it is of another engine, of no house, or of a newer version.
    async fn steps(&self, config: &Config, engine: Option<Engine>) -> Result<Vec<String>, Problem> {
        let (file, ours) = (self.file.display(), Engine::of(config));
        let none = || Problem::new(format!("{file} is no backup of Olievlek."));
        let engine = engine.ok_or_else(none)?;
        if engine != ours {
            let (theirs, ours) = (engine.name(), ours.name());
            return Err(Problem::new(format!("{file} is a backup of {theirs}, and the database is {ours}.")));
        }
        let steps = match engine {
            Engine::Sqlite => copy::steps_of_file(&self.file).await.map_err(|_| none())?,
            Engine::Postgres => Tools::of(config).steps(&self.file)?,
        };
        if steps.is_empty() {
            return Err(none());
        }
        let known = copy::known_steps();
        let Some(newer) = steps.iter().find(|step| !known.contains(step)) else { return Ok(steps) };
        Err(Problem::new(format!(
            "{file} was made by a newer version (it has {newer}); restore it with that version."
        )))
    }

    /// Under another name first, so that what is there stays until the new one is whole. Broken off at any moment, the
    /// database is what it was or what was put back.
    async fn put_in_file(&self, config: &Config) -> Result<(), Problem> {
        let Some(database) = sqlite_path(&config.database_url) else { return Ok(()) };
        let _lock = open::lock(config)?;
        if database.exists() {
            copy::fold_log(&database).await.map_err(|error| unreadable(&database, &error))?;
            if !copy::is_file_empty(&database).await {
                self.may_replace(&database.display().to_string())?;
            }
        }
        let wrong = |error| cannot_write(&database, &error);
        // Who has the lock is alone: one that is there is of a restore that was broken off.
        remove(&with_ending(&database, RESTORING)).map_err(wrong)?;
        let unfinished = Unfinished::beside(&database, RESTORING)?;
        // Not `fs::copy`: it would give the database the permissions of the backup.
        let mut into = OpenOptions::new().write(true).open(unfinished.path()).map_err(wrong)?;
        io::copy(&mut File::open(&self.file).map_err(wrong)?, &mut into).map_err(wrong)?;
        unfinished.finish(&database).map_err(wrong)
    }

    /// In one transaction, so that what is there stays until the new one is whole.
    async fn put_in_server(&self, config: &Config) -> Result<(), Problem> {
        let target = Target::of(&config.database_url).await?;
        if target.is_in_use().await? {
            return Err(Problem::new("The database is in use by another olievlek; stop it first."));
        }
        if !target.is_empty().await? {
            self.may_replace("The database")?;
        }
        Tools::of(config).restore(&self.file)?;
        Ok(target.settle().await?)
    }

    fn may_replace(&self, what: &str) -> Result<(), Problem> {
        if self.replace {
            return Ok(());
        }
        Err(Problem::new(format!("{what} is not empty; with --replace what is in it is thrown away.")))
    }
}

fn remove(file: &Path) -> io::Result<()> {
    fs::remove_file(file).or_else(|error| match error.kind() {
        io::ErrorKind::NotFound => Ok(()),
        _ => Err(error),
    })
}

/// What is damaged is not ours to throw away: somebody may still want to save what is in it.
fn unreadable(database: &Path, error: &Failure) -> Problem {
    let name = database.display();
    Problem::new(format!(
        "{name} cannot be read, so nothing was restored: {error}. Stop what has it open; if it is damaged, move it and \
         {name}-wal elsewhere and try again."
    ))
}
