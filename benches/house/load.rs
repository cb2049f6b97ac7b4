//! Browsers, as light as can be: they share the machine with what they measure.

use std::{
    io,
    time::{Duration, Instant},
};

use futures_util::future::join_all;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use crate::{Outcome, statistics, statistics::Sample};

/// Longer than this is wrong.
const PATIENCE: Duration = Duration::from_secs(60);

/// One connection that stays open.
pub struct Client {
    stream: TcpStream,
    port: u16,
    buffer: Vec<u8>,
}

/// An answer that was read whole.
#[derive(Clone, Copy, Debug)]
pub struct Answer {
    pub status: u16,
    pub bytes: usize,
}

impl Client {
    pub async fn connect(port: u16) -> io::Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port)).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, port, buffer: Vec::with_capacity(128 * 1024) })
    }

    /// Asks for a page, signed in with a secret.
    pub async fn get(&mut self, path: &str, secret: Option<&str>) -> io::Result<Answer> {
        let cookie = secret.map(|secret| format!("Cookie: olievlek={secret}\r\n")).unwrap_or_default();
        let port = self.port;
        self.send(format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{cookie}\r\n").as_bytes()).await
    }

    /// Sends a form from a page of our own; without a secret as nobody.
    pub async fn post(&mut self, path: &str, secret: &str, form: &str) -> io::Result<Answer> {
        let (port, length) = (self.port, form.len());
        let cookie = if secret.is_empty() { String::new() } else { format!("Cookie: olievlek={secret}\r\n") };
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{cookie}Sec-Fetch-Site: same-origin\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{form}"
        );
        self.send(head.as_bytes()).await
    }

    async fn send(&mut self, request: &[u8]) -> io::Result<Answer> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let head = loop {
            self.more().await?;
            if let Some(at) = find(&self.buffer, b"\r\n\r\n") {
                break at + 4;
            }
        };
        let text = String::from_utf8_lossy(&self.buffer[..head]).to_ascii_lowercase();
        let status = text.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or_default();
        let length = text.lines().find_map(|line| line.strip_prefix("content-length:"));
        if let Some(length) = length.and_then(|length| length.trim().parse::<usize>().ok()) {
            while self.buffer.len() < head + length {
                self.more().await?;
            }
        } else if text.contains("transfer-encoding: chunked") {
            while !self.buffer.ends_with(b"\r\n0\r\n\r\n") {
                self.more().await?;
            }
        }
        Ok(Answer { status, bytes: self.buffer.len() - head })
    }

    async fn more(&mut self) -> io::Result<()> {
        match self.stream.read_buf(&mut self.buffer).await? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(()),
        }
    }
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).position(|window| window == wanted)
}

/// Lets `clients` ask, each again and again, until the time is over. `ask` is given the number of the request.
pub async fn drive(
    port: u16,
    clients: usize,
    lasts: Duration,
    ask: impl AsyncFn(&mut Client, usize) -> io::Result<Answer>,
    wanted: u16,
) -> Outcome<Sample> {
    let next = std::cell::Cell::new(0);
    let connections = join_all((0..clients).map(|_| Client::connect(port))).await;
    let (begun, before) = (Instant::now(), statistics::processor(std::process::id()));
    let one = async |connection: io::Result<Client>| -> Outcome<(Vec<Duration>, usize)> {
        let (mut client, mut waits, mut bytes) = (connection?, Vec::new(), 0);
        while begun.elapsed() < lasts {
            let number = next.replace(next.get() + 1);
            let asked = Instant::now();
            let answer = tokio::time::timeout(PATIENCE, ask(&mut client, number)).await??;
            if answer.status != wanted {
                let said = String::from_utf8_lossy(&client.buffer);
                return Err(format!("answered {} and not {wanted}: {said}", answer.status).into());
            }
            waits.push(asked.elapsed());
            bytes = answer.bytes;
        }
        Ok((waits, bytes))
    };
    let done: Vec<_> = join_all(connections.into_iter().map(one)).await;
    let (span, own) = (begun.elapsed(), statistics::processor(std::process::id()) - before);
    let (mut waits, mut bytes) = (Vec::new(), 0);
    for client in done {
        let (some, length) = client?;
        waits.extend(some);
        bytes = length;
    }
    let own_share = own.as_secs_f64() / span.as_secs_f64() / 2.0;
    Ok(Sample { own_share, bytes, ..Sample::of(waits, span) })
}
