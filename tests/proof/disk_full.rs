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
    process::Folder,
    storm::{PATIENCE, Visitor, balance, seen},
    town::Town,
    until,
};

const WHAT: &str = "disk full and freed";
/// Enough to be ready (200 MB free), little enough to fill.
const SIZE: &str = "size=300m";

/// A small disk of its own.
struct Disk(Folder);

impl Disk {
    /// Nothing when this machine does not let us mount one.
    fn new() -> Option<Self> {
        let folder = Folder::new();
        let mut mount = Command::new("mount");
        let done = mount.args(["-t", "tmpfs", "-o", SIZE, "tmpfs"]).arg(folder.path()).output();
        done.is_ok_and(|done| done.status.success()).then_some(Self(folder))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// Fills it to the last byte.
    fn fill(&self) {
        let mut ballast = fs::File::create(self.path().join("ballast")).unwrap();
        let mut size = 1024 * 1024;
        while size > 0 {
            if ballast.write_all(&vec![0; size]).is_err() {
                size /= 2;
            }
        }
    }

    fn free(&self) {
        fs::remove_file(self.path().join("ballast")).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.path()).status();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_full_disk_loses_nothing_and_says_come_back_later() {
    if on_postgres() {
        return;
    }
    let Some(disk) = Disk::new() else {
        return figure(WHAT, "SQLite", "not tried: no small disk can be mounted here", "0 lost");
    };
    let url = format!("sqlite://{}", disk.path().join("house.db").display());
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
    disk.fill();
    let full = Instant::now();
    tokio::time::sleep(Duration::from_secs(2)).await;
    let unready = ready().await;
    disk.free();
    let freed = Instant::now();
    until("readiness comes back", Duration::from_secs(5), async || ready().await == 200).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    stop.store(true, Ordering::Relaxed);
    let visitors: Vec<Visitor> = join_all(visitors).await.into_iter().map(Result::unwrap).collect();
    instance.kill();
    report(&town, visitors, (full, freed), unready).await;
}

async fn report(town: &Town, mut visitors: Vec<Visitor>, (full, freed): (Instant, Instant), unready: u16) {
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
        WHAT,
        town.engine(),
        &format!(
            "{lost} of {known} lost; {later} × 503, others {wrong:?}; ready {unready}; writes after {} ms",
            again.as_millis()
        ),
        "0; only 503 or 507; 503; 2000 ms",
    );
    assert!(later > 0, "the disk was full");
    assert_eq!((lost, wrong, unready), (0, vec![], 503));
    assert!(again < Duration::from_secs(2), "{again:?}");
}
