//! poem's endpoint behind our own loop. poem's `Server` never closes a half-sent header and spins when accept fails;
//! this loop has a time limit for every part of a request, a cap on connections and a polite end.
//!
//! HTTP/1.1 only: hyper-util's automatic builder waits for the version without a limit; HTTP/2 ends at the proxy.

mod body;

use std::{
    convert::Infallible,
    net::SocketAddr,
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use hyper::{
    body::{Body, Bytes, Incoming},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use poem::{
    Addr, Endpoint, EndpointExt as _, IntoResponse, Request, Response,
    http::{HeaderMap, HeaderValue, StatusCode, header, uri::Scheme},
    web::{LocalAddr, RemoteAddr},
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    time::{sleep, timeout},
};

use crate::{stop::Stop, telemetry::metric, web::header::secure};

/// How long everything may take, and how much there may be.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Headers are complete within this time, on a new connection and on a kept one.
    pub headers: Duration,
    /// A body has arrived within this time.
    pub body: Duration,
    /// A request is answered within this time, its body included.
    pub request: Duration,
    /// What requests under way get to finish when the server stops.
    pub grace: Duration,
    /// More than this get a 503.
    pub connections: usize,
    /// Visitors come over https, through a proxy: answers of the loop itself say so too.
    pub https: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            // Promised are ten; what is busy notices a little late.
            headers: Duration::from_secs(9),
            body: Duration::from_secs(9),
            request: Duration::from_secs(30),
            grace: Duration::from_secs(25),
            connections: 2_000,
            https: false,
        }
    }
}

/// Headers larger than this are refused.
const BUFFER: usize = 64 * 1024;
/// More open files than this are of no use to us.
const MOST_FILES: u64 = 65_536;
/// How long somebody who was turned away may take to read why.
const FAREWELL: Duration = Duration::from_secs(1);
const TURNED_AWAY: &[u8] =
    b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n";

/// Serves `endpoint` on `listener` until `stop`; then takes no connection more and lets requests under way finish.
pub async fn serve<E>(listener: TcpListener, endpoint: E, limits: Limits, mut stop: Stop)
where
    E: Endpoint + 'static,
    E::Output: IntoResponse,
{
    let endpoint = Arc::new(endpoint.map_to_response());
    let graceful = GracefulShutdown::new();
    let (room, turned_away) = (Arc::new(Semaphore::new(limits.connections)), Arc::new(Semaphore::new(100)));
    loop {
        let (socket, peer) = tokio::select! {
            () = stop.wait() => break,
            accepted = accept(&listener) => accepted,
        };
        let Ok(place) = Arc::clone(&room).try_acquire_owned() else {
            metrics::counter!(metric::TURNED_AWAY).increment(1);
            // Not without end: when even saying no is too much, the connection is just dropped.
            if let Ok(place) = Arc::clone(&turned_away).try_acquire_owned() {
                tokio::spawn(async move {
                    let _ = timeout(FAREWELL, turn_away(socket, limits.https)).await;
                    drop(place);
                });
            }
            continue;
        };
        let Ok(local) = socket.local_addr() else { continue };
        let _ = socket.set_nodelay(true);
        let endpoint = Arc::clone(&endpoint);
        let service =
            service_fn(move |request| answer(Arc::clone(&endpoint), request, (local, peer), limits));
        let connection = graceful.watch(protocol(limits).serve_connection(TokioIo::new(socket), service));
        tokio::spawn(async move {
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    let _ = timeout(limits.grace, graceful.shutdown()).await;
}

/// Lets this process have as many files open as the system allows: a connection is one, and the usual 1024 are fewer
/// than [`Limits::connections`].
pub fn allow_many_files() {
    if let Ok((_, most)) = getrlimit(Resource::RLIMIT_NOFILE) {
        let _ = setrlimit(Resource::RLIMIT_NOFILE, most.min(MOST_FILES), most);
    }
}

/// The next connection. Out of file descriptors: wait longer and longer, do not spin.
async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    let mut pause = Duration::from_millis(10);
    loop {
        match listener.accept().await {
            Ok(accepted) => return accepted,
            Err(error) => {
                tracing::warn!(%error, "no connection could be accepted");
                sleep(pause).await;
                pause = (pause * 2).min(Duration::from_secs(1));
            }
        }
    }
}

fn protocol(limits: Limits) -> http1::Builder {
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(limits.headers).max_buf_size(BUFFER);
    builder
}

/// The answer to who is turned away, whom the endpoint never sees; with the headers of every other answer.
fn turned_away(https: bool) -> Vec<u8> {
    let mut headers = HeaderMap::new();
    secure(&mut headers, https);
    let mut head = TURNED_AWAY.to_vec();
    for (name, value) in &headers {
        head.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"].concat());
    }
    head.extend(b"\r\n");
    head
}

/// Says no. Reading to the end first keeps the system from resetting the connection before the answer is read.
async fn turn_away(mut socket: TcpStream, https: bool) -> std::io::Result<()> {
    socket.write_all(&turned_away(https)).await?;
    socket.shutdown().await?;
    let mut rest = [0; 1024];
    while socket.read(&mut rest).await? > 0 {}
    Ok(())
}

async fn answer<E>(
    endpoint: Arc<E>,
    request: http::Request<Incoming>,
    (local, peer): (SocketAddr, SocketAddr),
    limits: Limits,
) -> Result<http::Response<impl Body<Data = Bytes, Error = std::io::Error> + use<E>>, Infallible>
where
    E: Endpoint<Output = Response>,
{
    let addresses = (LocalAddr(Addr::SocketAddr(local)), RemoteAddr(Addr::SocketAddr(peer)));
    let mut request: Request = (request, addresses.0, addresses.1, Scheme::HTTP).into();
    let (late, read) = body::limit(&mut request, limits.body);
    let mut response = tokio::select! {
        answered = timeout(limits.request, endpoint.get_response(request)) => {
            answered.unwrap_or_else(|_| closing(StatusCode::GATEWAY_TIMEOUT, limits.https))
        }
        () = late => closing(StatusCode::REQUEST_TIMEOUT, limits.https),
    };
    // The rest of the body stands in the way of the next request: hyper closes then, and whoever asks should know.
    if !read.load(Ordering::Relaxed) {
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    Ok(http::Response::from(response))
}

/// An answer after which the connection cannot be used again.
fn closing(status: StatusCode, https: bool) -> Response {
    let mut response = Response::builder().status(status).header(header::CONNECTION, "close").finish();
    secure(response.headers_mut(), https);
    response
}
