//! The municipality of the demonstration as it was some weeks ago, as a backup: made once for all proofs of a day, since
//! filling it takes longer than most of them.

use std::{
    collections::{BTreeMap, hash_map::DefaultHasher},
    fs,
    hash::{Hash as _, Hasher as _},
    path::PathBuf,
    process::Command,
    sync::Arc,
    time::{Duration, Instant},
};

use chrono::TimeDelta;
use olievlek::{app::App, clock, config::Config, db::Db, demo};
use serde::{Deserialize, Serialize};

use super::{
    on_postgres,
    process::{Folder, Instance},
};
use crate::{
    database::Fresh,
    rows::{hashes, rows},
};

/// How long ago the municipality was as the demonstration shows it.
const SINCE: TimeDelta = TimeDelta::days(40);

/// The hash of every table.
pub type Whole = BTreeMap<String, String>;

/// What is in a database now, and in how many rows.
pub async fn whole(db: &Db) -> (Whole, usize) {
    let rows = rows(&db.reader).await;
    let count = rows.values().map(Vec::len).sum();
    (hashes(&rows).into_iter().map(|(table, hash)| (table.to_owned(), hash)).collect(), count)
}

/// A backup, and what the original was that it is of.
#[derive(Serialize, Deserialize)]
pub struct Municipality {
    pub original: Whole,
    pub rows: usize,
    /// How long the backup took.
    pub took: Duration,
    pub file: PathBuf,
}

impl Municipality {
    /// The one of this build and this day.
    pub async fn of_today() -> Self {
        let engine = if on_postgres() { "postgres" } else { "sqlite" };
        let start = format!("olievlek_municipality_{engine}_");
        let about = std::env::temp_dir().join(format!("{start}{}.json", fingerprint()));
        if let Ok(text) = fs::read(&about) {
            return serde_json::from_slice(&text).unwrap();
        }
        // Those of other builds and days are of no use any more.
        for entry in fs::read_dir(std::env::temp_dir()).unwrap().flatten() {
            if entry.file_name().to_string_lossy().starts_with(&start) {
                let _ = fs::remove_file(entry.path());
            }
        }
        let made = Self::make(about.with_extension("backup")).await;
        fs::write(&about, serde_json::to_vec(&made).unwrap()).unwrap();
        made
    }

    async fn make(file: PathBuf) -> Self {
        let (fresh, then) = (Fresh::new().await, clock::now() - SINCE);
        let app = App::new(Config::default(), fresh.connect().await, Arc::new(move || then)).unwrap();
        demo::fill(&app).await.unwrap();
        let (original, rows) = whole(&app.house.db).await;
        let start = Instant::now();
        well(Instance::of(fresh.url()).command("backup").arg(&file));
        app.house.db.close().await;
        Self { original, rows, took: start.elapsed(), file }
    }

    /// The command that puts it in this database.
    pub fn restore(&self, into: &Instance) -> Command {
        let mut command = into.command("restore");
        command.arg(&self.file).arg("--replace");
        command
    }

    /// In a database of its own.
    pub async fn restored(&self) -> Fresh {
        let fresh = Fresh::empty().await;
        well(&mut self.restore(&Instance::of(fresh.url())));
        fresh
    }
}

/// Runs a command that must succeed.
pub fn well(command: &mut Command) {
    let said = Folder::new();
    let said = said.path().join("said");
    let done = command.stderr(fs::File::create(&said).unwrap()).status().unwrap();
    assert!(done.success(), "{command:?}: {}", fs::read_to_string(said).unwrap());
}

/// Changes with every build and every day.
fn fingerprint() -> String {
    let program = fs::metadata(env!("CARGO_BIN_EXE_olievlek")).unwrap();
    let mut hasher = DefaultHasher::new();
    (program.modified().unwrap(), program.len(), clock::now().date_naive()).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
