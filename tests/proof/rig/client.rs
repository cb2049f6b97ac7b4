//! An HTTP client of a few lines: one that keeps its connection, can be cut off, and says exactly what it saw.

use std::{io, net::SocketAddr, time::Duration};

use serde_json::Value;
use tokio::{
    io::{AsyncBufRead, AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader},
    net::TcpStream,
    time::timeout,
};

/// How long anything may take before the client gives up.
const PATIENCE: Duration = Duration::from_secs(40);

/// Asks one address, over one connection as long as it lasts.
pub struct Client {
    pub address: SocketAddr,
    /// Sent with every request.
    pub headers: Vec<(String, String)>,
    open: Option<Connection>,
}

type Connection = BufReader<TcpStream>;

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// A request: method, path, more headers, body.
#[derive(Clone, Debug)]
pub struct Ask {
    pub method: &'static str,
    pub path: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Ask {
    pub fn get(path: impl Into<String>) -> Self {
        Self { method: "GET", path: path.into(), headers: vec![], body: vec![] }
    }

    pub fn post(path: impl Into<String>, kind: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("content-type".into(), kind.into())];
        Self { method: "POST", path: path.into(), headers, body: body.into() }
    }

    /// A write of the API under a key.
    pub fn api(path: &str, key: &str, body: &Value) -> Self {
        let ask = Self::post(format!("/api/v1{path}"), "application/json", body.to_string());
        ask.with("idempotency-key", key)
    }

    /// A form from one of our own pages.
    pub fn form(path: &str, fields: &[(&str, &str)]) -> Self {
        let body = serde_urlencoded::to_string(fields).unwrap();
        Self::post(path, "application/x-www-form-urlencoded", body).with("sec-fetch-site", "same-origin")
    }

    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("{e}: {} {}", self.status, self.text()))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// All values of a header.
    pub fn header<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.headers.iter().filter(move |(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// The value of a cookie that was set.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let start = format!("{name}=");
        let line = self.header("set-cookie").find_map(|line| line.strip_prefix(&start).map(str::to_owned));
        line.map(|line| line.split(';').next().unwrap_or_default().to_owned())
    }
}

impl Client {
    pub fn new(address: SocketAddr) -> Self {
        Self { address, headers: vec![], open: None }
    }

    /// With a bearer token.
    pub fn with_token(address: SocketAddr, token: &str) -> Self {
        Self::new(address).with("authorization", &format!("Bearer {token}"))
    }

    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Sends and waits for the answer. An error means that nobody knows what became of it; nothing is sent twice.
    pub async fn send(&mut self, ask: &Ask) -> io::Result<Answer> {
        let done = timeout(PATIENCE, self.exchange(ask)).await;
        let done = done.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()));
        if done.is_err() {
            self.open = None;
        }
        done
    }

    async fn exchange(&mut self, ask: &Ask) -> io::Result<Answer> {
        let mut open = match self.open.take() {
            Some(open) => open,
            None => BufReader::new(TcpStream::connect(self.address).await?),
        };
        // At once, as programs send what is small: who is answered before the body came may find the connection closed.
        open.get_mut().write_all(&[self.head(ask).as_bytes(), &ask.body].concat()).await?;
        let (answer, kept) = read(&mut open).await?;
        self.open = kept.then_some(open);
        Ok(answer)
    }

    fn head(&self, ask: &Ask) -> String {
        let mut head = format!("{} {} HTTP/1.1\r\nhost: {}\r\n", ask.method, ask.path, self.address);
        for (name, value) in self.headers.iter().chain(&ask.headers) {
            head += &format!("{name}: {value}\r\n");
        }
        head + &format!("content-length: {}\r\n\r\n", ask.body.len())
    }
}

/// Reads one answer; also whether the connection stays.
pub async fn read(open: &mut (impl AsyncBufRead + Unpin)) -> io::Result<(Answer, bool)> {
    let first = line(open).await?;
    let status = first.split(' ').nth(1).and_then(|code| code.parse().ok());
    let status = status.ok_or_else(|| io::Error::other(format!("no answer: {first:?}")))?;
    let mut headers = Vec::new();
    loop {
        let next = line(open).await?;
        let Some((name, value)) = next.split_once(':') else { break };
        headers.push((name.to_lowercase(), value.trim().to_owned()));
    }
    let mut answer = Answer { status, headers, body: vec![] };
    let length = answer.header("content-length").next().and_then(|length| length.parse().ok());
    let closes = answer.header("connection").any(|value| value.eq_ignore_ascii_case("close"));
    if answer.header("transfer-encoding").next().is_some() {
        answer.body = chunks(open).await?;
    } else if let Some(length) = length {
        answer.body = vec![0; length];
        open.read_exact(&mut answer.body).await?;
    }
    Ok((answer, !closes))
}

async fn chunks(open: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let size = usize::from_str_radix(line(open).await?.trim(), 16).map_err(io::Error::other)?;
        let mut chunk = vec![0; size];
        open.read_exact(&mut chunk).await?;
        line(open).await?;
        body.extend(chunk);
        if size == 0 {
            return Ok(body);
        }
    }
}

async fn line(open: &mut (impl AsyncBufRead + Unpin)) -> io::Result<String> {
    let mut line = String::new();
    if open.read_line(&mut line).await? == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
