//! A whole municipality that is copied and put back, and a restore that is killed at any moment.

use std::{
    fs,
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
    process::Child,
    time::{Duration, Instant},
};

use olievlek::db::Db;

use crate::{
    database::Fresh,
    rig::{
        figure,
        municipality::{Municipality, Whole, well, whole},
        on_postgres,
        process::{Folder, Instance},
        round,
        town::Town,
        until,
    },
    rows::texts,
};

async fn read(url: &str) -> Whole {
    let db = Db::connect(url).await.unwrap();
    let found = whole(&db).await.0;
    db.close().await;
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_restore_gives_every_row_back_and_when_it_is_killed_changes_nothing() {
    let copied = Municipality::of_today().await;
    let took = equal(&copied).await;
    // On PostgreSQL each takes longer, and any moment is as good as another.
    let kills = if on_postgres() { round(3, 40) } else { round(6, 40) };
    let (mut old, mut new, mut wrong) = (0, 0, 0);
    for n in 0..kills {
        let house = Killed::make().await;
        let found = house.kill_restore(&copied, moment(n, took)).await;
        old += usize::from(found == house.before);
        new += usize::from(found == copied.original);
        wrong += usize::from(found != house.before && found != copied.original);
        well(&mut copied.restore(&Instance::of(&house.url)));
        wrong += usize::from(read(&house.url).await != copied.original);
    }
    figure(
        "restores killed with kill -9, and done again",
        engine(),
        &format!(
            "{wrong} neither the old nor the new house after {kills} kills; {old} were the old, {new} the new"
        ),
        "0",
    );
    assert_eq!(wrong, 0);
    assert!(old > 0, "some were killed before the end");
}

/// Puts it in an empty database and compares; how long that took.
async fn equal(copied: &Municipality) -> Duration {
    let (other, start) = (Fresh::empty().await, Instant::now());
    well(&mut copied.restore(&Instance::of(other.url())));
    let took = start.elapsed();
    let found = read(other.url()).await;
    let differ = copied.original.iter().filter(|(table, hash)| found.get(*table) != Some(*hash)).count();
    figure(
        "a restored municipality: tables that differ from the original",
        engine(),
        &format!(
            "{differ} of {} with {} rows; backup {:.1} s, restore {:.1} s",
            copied.original.len(),
            copied.rows,
            copied.took.as_secs_f64(),
            took.as_secs_f64()
        ),
        "0",
    );
    assert!(found == copied.original && copied.rows > 10_000, "{} rows", copied.rows);
    took
}

fn engine() -> &'static str {
    if on_postgres() { "PostgreSQL" } else { "SQLite" }
}

/// When a restore is killed.
#[derive(Clone, Copy)]
enum Moment {
    After(Duration),
    /// As soon as the log beside a SQLite file is gone.
    LogGone,
    /// As soon as the new file is begun.
    Begun,
    /// As soon as the new file has its name.
    Named,
}

/// Spread over the whole of it; but the steps of SQLite are too short to be met by chance.
fn moment(n: usize, took: Duration) -> Moment {
    match n % 6 {
        0 if !on_postgres() => Moment::LogGone,
        1 if !on_postgres() => Moment::Begun,
        2 if !on_postgres() => Moment::Named,
        _ => Moment::After(took.mul_f64((0.3 + n as f64 * 0.618).fract())),
    }
}

/// A house that was killed itself, so that SQLite left a log beside the file.
struct Killed {
    url: String,
    before: Whole,
    file: Option<PathBuf>,
    _town: Town,
    _folder: Folder,
}

impl Killed {
    async fn make() -> Self {
        let (town, folder) = (Town::new(3).await, Folder::new());
        let before = whole(&town.house.db).await.0;
        if !town.is_sqlite() {
            town.house.db.clone().close().await;
            return Self { url: town.url.clone(), before, file: None, _town: town, _folder: folder };
        }
        // As a dead process leaves it: copied while it is open.
        let (from, file) = (town.url.trim_start_matches("sqlite://"), folder.path().join("house.db"));
        fs::copy(from, &file).unwrap();
        fs::copy(format!("{from}-wal"), log_of(&file)).unwrap();
        let url = format!("sqlite://{}", file.display());
        Self { url, before, file: Some(file), _town: town, _folder: folder }
    }

    /// What is in the database after a restore was killed, and the next house started.
    async fn kill_restore(&self, copied: &Municipality, moment: Moment) -> Whole {
        let instance = Instance::of(&self.url);
        let child = copied.restore(&instance).spawn().unwrap();
        let file = self.file.clone();
        tokio::task::spawn_blocking(move || kill_at(child, moment, file.as_deref())).await.unwrap();
        if on_postgres() {
            self.nobody_is_left().await;
        }
        well(&mut instance.command("migrate"));
        read(&self.url).await
    }

    /// What the restore had begun ends by itself.
    async fn nobody_is_left(&self) {
        let db = Db::connect(&self.url).await.unwrap();
        let others = "SELECT application_name FROM pg_stat_activity WHERE datname = current_database() \
                      AND application_name IN ('psql', 'pg_restore', 'olievlek restore')";
        until("nobody is left", Duration::from_secs(20), async || texts(&db.reader, others).await.is_empty())
            .await;
        db.close().await;
    }
}

fn log_of(file: &Path) -> PathBuf {
    PathBuf::from(format!("{}-wal", file.display()))
}

fn kill_at(mut child: Child, moment: Moment, file: Option<&Path>) {
    let file = file.unwrap_or(Path::new(""));
    let (log, begun) = (log_of(file), PathBuf::from(format!("{}.restoring", file.display())));
    let number = || fs::metadata(file).map(|found| found.ino()).ok();
    let (start, before) = (Instant::now(), number());
    let come = || match moment {
        Moment::After(time) => start.elapsed() >= time,
        Moment::LogGone => !log.exists(),
        Moment::Begun => begun.exists(),
        Moment::Named => number() != before,
    };
    // Often enough to be there in time; whether the program ended is asked less often, since that takes longer.
    while !(0..1000).any(|_| come()) && child.try_wait().unwrap().is_none() {}
    let _ = child.kill();
    child.wait().unwrap();
}
