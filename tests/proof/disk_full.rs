//! A disk that is full, and is not full any more.

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::Command,
    sync::{Arc, atomic::AtomicBool, atomic::Ordering},
    time::{Duration, Instant},
};

use futures_util::future::join_all;

use crate::rig::{
    client::Ask,
    figure, on_postgres,
    process::{Folder, Instance},
    storm::{PATIENCE, Visitor, balance, seen},
    town::Town,
    until,
};

/// Enough to be ready (200 MB free), little enough to fill.
const SIZE: &str = "size=300m";

/// What stops taking in what is written.
enum Full {
    /// A small disk of its own.
    Disk(Folder),
    /// Files that may not be written.
    Files(Folder),
}

impl Full {
    /// Nothing when this machine does not let us mount one.
    fn disk() -> Option<Self> {
        let folder = Folder::new();
        let mut mount = Command::new("mount");
        let done = mount.args(["-t", "tmpfs", "-o", SIZE, "tmpfs"]).arg(folder.path()).output();
        done.is_ok_and(|done| done.status.success()).then_some(Self::Disk(folder))
    }

    fn path(&self) -> &Path {
        let (Self::Disk(folder) | Self::Files(folder)) = self;
        folder.path()
    }

    /// Takes the last byte; or lets nothing be written to any file.
    fn fill(&self, instance: &Instance) {
        if let Self::Files(_) = self {
            return limit(instance, "0");
        }
        let mut ballast = fs::File::create(self.path().join("ballast")).unwrap();
        let mut size = 1024 * 1024;
        while size > 0 {
            if ballast.write_all(&vec![0; size]).is_err() {
                size /= 2;
            }
        }
    }

    fn free(&self, instance: &Instance) {
        match self {
            Self::Files(_) => limit(instance, "unlimited"),
            Self::Disk(_) => fs::remove_file(self.path().join("ballast")).unwrap(),
        }
    }
}

/// The size above which this program may write no file. Only the soft limit, which may be raised again.
fn limit(instance: &Instance, bytes: &str) {
    let pid = instance.pid().unwrap().to_string();
    let mut prlimit = Command::new("prlimit");
    let done = prlimit.args(["--pid", &pid, &format!("--fsize={bytes}:unlimited")]).status().unwrap();
    assert!(done.success());
}

impl Drop for Full {
    fn drop(&mut self) {
        if let Self::Disk(folder) = self {
            let _ = Command::new("umount").arg("-l").arg(folder.path()).status();
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_full_disk_loses_nothing_and_says_come_back_later() {
    if on_postgres() {
        return;
    }
    match Full::disk() {
        Some(disk) => fill_and_free("disk full and freed", disk).await,
        None => figure("disk full and freed", "SQLite", "no disk can be mounted here; see the files", "0"),
    }
}

/// It is tried everywhere, also where no disk can be mounted.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn files_that_may_not_be_written_lose_nothing_and_say_come_back_later() {
    if !on_postgres() {
        fill_and_free("files that may not be written, and may again", Full::Files(Folder::new())).await;
    }
}

async fn fill_and_free(what: &str, full: Full) {
    let url = format!("sqlite://{}", full.path().join("house.db").display());
    let town = Town::elsewhere(&url, 4).await;
    let session = town.session(0, None).await;
    let mut instance = town.instance();
    instance.serve().await;
    let ready = async || instance.client().send(&Ask::get("/health/ready")).await.unwrap().status;
    assert_eq!(ready().await, 200);
    let stop = Arc::new(AtomicBool::new(false));
    let visitors = town.people.iter().map(|person| {
        let mut visitor = Visitor::new(*person, session, town.client(&instance));
        visitor.stubborn = true;
        visitor.run(stop.clone())
    });
    let visitors: Vec<_> = visitors.collect();
    tokio::time::sleep(Duration::from_millis(500)).await;
    full.fill(&instance);
    let since = Instant::now();
    tokio::time::sleep(Duration::from_secs(2)).await;
    let unready = ready().await;
    full.free(&instance);
    let freed = Instant::now();
    until("readiness comes back", Duration::from_secs(5), async || ready().await == 200).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    stop.store(true, Ordering::Relaxed);
    let visitors: Vec<Visitor> = join_all(visitors).await.into_iter().map(Result::unwrap).collect();
    instance.kill();
    // A disk that is full shows beforehand; a limit of files does not.
    let expected = if matches!(full, Full::Disk(_)) { 503 } else { 200 };
    assert_eq!(unready, expected);
    report(what, &town, visitors, (since, freed)).await;
}

async fn report(what: &str, town: &Town, mut visitors: Vec<Visitor>, (full, freed): (Instant, Instant)) {
    let seen = seen(&visitors);
    let later = seen.iter().filter(|(at, _, status)| *at > full && [503, 507].contains(status)).count();
    let wrong: Vec<_> =
        seen.iter().map(|(_, _, status)| *status).filter(|s| *s > 299 && ![503, 507].contains(s)).collect();
    let again =
        seen.iter().filter(|(at, _, status)| *at > freed && *status < 300).map(|(at, ..)| *at - freed).min();
    let again = again.expect("it writes again");
    let mut instance = town.instance();
    instance.serve().await;
    join_all(visitors.iter_mut().map(|one| one.close(PATIENCE))).await;
    let (lost, double, known) = balance(town, &visitors).await;
    let lost = lost + double;
    figure(
        what,
        town.engine(),
        &format!(
            "{lost} of {known} lost; {later} × 503, others {wrong:?}; writes after {} ms",
            again.as_millis()
        ),
        "0; only 503 or 507; 2000 ms",
    );
    assert!(later > 0, "the disk was full");
    assert_eq!((lost, wrong), (0, vec![]));
    assert!(again < Duration::from_secs(2), "{again:?}");
}
