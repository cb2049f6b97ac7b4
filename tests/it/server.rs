//! The server loop, through a real socket.

use std::{net::SocketAddr, time::Duration};

use olievlek::{
    server::{Limits, serve},
    stop::{Stop, Stopper},
};
use poem::{Body, Route, handler, post};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
    time::{Instant, sleep, timeout},
};

const SHORT: Duration = Duration::from_millis(300);

#[handler]
async fn slow() -> &'static str {
    sleep(SHORT * 2).await;
    "done"
}

#[handler]
async fn endless() {
    std::future::pending::<()>().await;
}

#[handler]
async fn size(body: Body) -> String {
    body.into_vec().await.map_or_else(|_| "cut off".to_owned(), |body| body.len().to_string())
}

struct Running {
    address: SocketAddr,
    stopper: Stopper,
    server: JoinHandle<()>,
}

fn limits() -> Limits {
    let second = Duration::from_secs(1);
    Limits { headers: SHORT, body: SHORT, request: second, grace: second * 5, connections: 50, https: false }
}

async fn running(limits: Limits) -> Running {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stopper, stop) = Stop::pair();
    let routes = Route::new().at("/slow", slow).at("/endless", endless).at("/size", post(size));
    Running { address, stopper, server: tokio::spawn(serve(listener, routes, limits, stop)) }
}

impl Running {
    async fn send(&self, text: &str) -> TcpStream {
        let mut client = TcpStream::connect(self.address).await.unwrap();
        client.write_all(text.as_bytes()).await.unwrap();
        client
    }

    /// What comes back until the server closes, and after how long.
    async fn all(mut client: TcpStream) -> (String, Duration) {
        let (start, mut answer) = (Instant::now(), Vec::new());
        timeout(Duration::from_secs(5), client.read_to_end(&mut answer))
            .await
            .expect("closed in time")
            .unwrap();
        (String::from_utf8(answer).unwrap(), start.elapsed())
    }
}

#[tokio::test]
async fn who_sends_half_a_header_is_let_go() {
    let house = running(limits()).await;
    for text in ["", "GET / HTTP/1.1\r\nHost: x\r\nX-Half:"] {
        let (_, took) = Running::all(house.send(text).await).await;
        assert!(took < SHORT * 4, "{took:?}");
    }
}

#[tokio::test]
async fn a_kept_connection_that_stays_silent_is_let_go() {
    let house = running(limits()).await;
    let (answer, took) = Running::all(house.send("GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n").await).await;
    assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
    assert!(took < SHORT * 4, "{took:?}");
}

#[tokio::test]
async fn a_body_that_stalls_is_answered_and_let_go() {
    let house = running(limits()).await;
    let client = house.send("POST /size HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf").await;
    let (answer, took) = Running::all(client).await;
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(took < SHORT * 4, "{took:?}");
}

#[tokio::test]
async fn a_body_that_trickles_is_not_kept_alive_by_its_drops() {
    let house = running(limits()).await;
    let mut client = house.send("POST /size HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n").await;
    let mut answer = [0; 12];
    for _ in 0..20 {
        if client.write_all(b"x").await.is_err() {
            break;
        }
        if timeout(SHORT / 6, client.read_exact(&mut answer)).await.is_ok() {
            break;
        }
    }
    assert_eq!(&answer, b"HTTP/1.1 408");
}

#[tokio::test]
async fn a_whole_body_arrives_whole() {
    let house = running(limits()).await;
    let client = house.send("POST /size HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n0123456789").await;
    let (answer, _) = Running::all(client).await;
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("\r\n\r\n10"), "{answer}");
}

#[tokio::test]
async fn who_is_answered_before_the_body_came_hears_that_the_connection_closes() {
    let house = running(limits()).await;
    for (path, body, closes) in [("/nothing", "", true), ("/size", "0123456789", false)] {
        let asked = format!("POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{body}");
        let (answer, _) = Running::all(house.send(&asked).await).await;
        assert!(answer.starts_with("HTTP/1.1 404") || answer.starts_with("HTTP/1.1 200"), "{answer}");
        assert_eq!(answer.contains("connection: close"), closes, "{answer}");
    }
}

#[tokio::test]
async fn an_answer_that_takes_too_long_is_given_up() {
    let house = running(limits()).await;
    let (answer, _) = Running::all(house.send("GET /endless HTTP/1.1\r\nHost: x\r\n\r\n").await).await;
    assert!(answer.starts_with("HTTP/1.1 504"), "{answer}");
}

#[tokio::test]
async fn one_connection_too_many_is_told_to_come_back_later() {
    let house = running(Limits { connections: 1, headers: Duration::from_secs(3), ..limits() }).await;
    let first = house.send("").await;
    let (answer, _) = Running::all(house.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").await).await;
    assert!(answer.starts_with("HTTP/1.1 503") && answer.contains("Retry-After"), "{answer}");
    assert!(answer.contains("x-frame-options: DENY") && answer.ends_with("\r\n\r\n"), "{answer}");
    drop(first);
    sleep(SHORT).await;
    let (answer, _) =
        Running::all(house.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await).await;
    assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
}

#[tokio::test]
async fn behind_https_every_answer_says_so_also_those_that_end_a_connection() {
    let house = running(Limits { connections: 1, https: true, ..limits() }).await;
    let first = house.send("GET /endless HTTP/1.1\r\nHost: x\r\n\r\n").await;
    let second = house.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").await;
    for (client, status) in [(second, "503"), (first, "504")] {
        let (answer, _) = Running::all(client).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{answer}");
        assert!(answer.contains("strict-transport-security: max-age="), "{answer}");
    }
}

#[tokio::test]
async fn a_request_under_way_is_finished_when_the_server_stops() {
    let house = running(limits()).await;
    let client = house.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n").await;
    sleep(SHORT / 3).await;
    house.stopper.stop();
    let (answer, _) = Running::all(client).await;
    assert!(answer.ends_with("done"), "{answer}");
    timeout(Duration::from_secs(1), house.server).await.expect("the server ends").unwrap();
    assert!(TcpStream::connect(house.address).await.is_err(), "nobody listens any more");
}

#[tokio::test]
async fn the_end_does_not_wait_for_ever() {
    let house = running(Limits { grace: SHORT, request: Duration::from_secs(60), ..limits() }).await;
    let _client = house.send("GET /endless HTTP/1.1\r\nHost: x\r\n\r\n").await;
    sleep(SHORT / 3).await;
    house.stopper.stop();
    timeout(SHORT * 4, house.server).await.expect("the server ends").unwrap();
}
