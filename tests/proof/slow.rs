//! Clients that never finish.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::timeout,
};

use crate::rig::{client::Ask, figure, on_postgres, process::Instance, town::Town};

const EACH: usize = 500;
/// The promise.
const LATEST: Duration = Duration::from_secs(10);
/// By so much a machine that is busy with other things may see it later: the client is on it too.
const BUSY: Duration = Duration::from_millis(500);

/// Says this much and no more; how long until the other side closes.
async fn stall(instance: &Instance, words: &str) -> Option<Duration> {
    let mut socket = TcpStream::connect(instance.address).await.unwrap();
    socket.write_all(words.as_bytes()).await.unwrap();
    let (start, mut rest) = (Instant::now(), Vec::new());
    // A reset is an end too.
    timeout(LATEST * 2, socket.read_to_end(&mut rest)).await.ok().map(|_| start.elapsed())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_thousand_who_never_finish_are_let_go_and_nobody_else_notices() {
    if on_postgres() {
        return;
    }
    olievlek::server::allow_many_files();
    let town = Town::new(1).await;
    let mut instance = town.instance();
    instance.serve().await;
    let header = "GET / HTTP/1.1\r\nhost: x\r\nx-half:";
    // With a cookie, so that who asks is looked up in the database before the rest is waited for.
    let page = "POST /sign-in HTTP/1.1\r\nhost: x\r\ncookie: olievlek=nobodys\r\nsec-fetch-site: same-origin\r\n\
                content-length: 99\r\n\r\nhalf";
    let api = format!(
        "POST /api/v1/sessions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {}\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{{",
        town.token
    );
    let words = (0..EACH * 2).map(|n| [header, page, header, &api][n % 4]);
    let stalled = join_all(words.map(|words| stall(&instance, words)));
    let (ended, (asked, harmed, slowest)) = tokio::join!(stalled, others(&town, &instance));
    let open = ended.iter().filter(|one| one.is_none()).count();
    let last = ended.iter().flatten().max().copied().unwrap_or_default();
    figure(
        "500 half-sent headers and 500 stalled bodies",
        town.engine(),
        &format!(
            "{open} left open, the last closed after {:.1} s; {harmed} of {asked} others harmed, the slowest {} ms",
            last.as_secs_f64(),
            slowest.as_millis()
        ),
        "0; 10 s; 0",
    );
    assert_eq!((open, harmed), (0, 0));
    assert!(last < LATEST + BUSY, "{last:?}");
}

/// Somebody else meanwhile: how many requests, how many without a good answer, the slowest.
async fn others(town: &Town, instance: &Instance) -> (usize, usize, Duration) {
    let (mut asked, mut harmed, mut slowest) = (0, 0, Duration::ZERO);
    let (end, mut client) = (Instant::now() + Duration::from_secs(9), town.client(instance));
    while Instant::now() < end {
        for path in ["/health/live", "/sign-in", "/api/v1/sessions"] {
            let start = Instant::now();
            let answer = client.send(&Ask::get(path)).await;
            let took = start.elapsed();
            asked += 1;
            harmed += usize::from(
                !answer.is_ok_and(|answer| answer.status == 200) || took > Duration::from_secs(5),
            );
            slowest = slowest.max(took);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    (asked, harmed, slowest)
}
