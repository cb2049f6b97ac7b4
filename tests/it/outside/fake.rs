//! Another system, on this machine: answers over HTTP what a test says, and remembers what it was asked. It runs in threads of its own,
//! so that a test may wait for a whole process that asks it.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

use serde_json::{Value, json};

/// Rows on a page, whatever is asked.
const SIZE: usize = 2;

/// What it says in the stead of an honest answer.
#[derive(Clone)]
pub enum Odd {
    /// A status, with a line of the head.
    Status(u16, &'static str),
    /// Nothing, for a minute.
    Stall,
    /// The head, and then a byte now and then.
    Drip,
    /// More than anybody reads, without saying how much.
    Flood,
    /// This text.
    Text(&'static str),
    /// An empty page whose next one is here.
    Next(&'static str),
}

/// A question: its path with what follows, and its head with names in lower case.
#[derive(Clone, Debug)]
pub struct Asked {
    pub path: String,
    pub head: String,
}

impl Asked {
    /// A line of the head; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        let line = self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
        line.unwrap_or_default()
    }

    /// What stands in the query under a name.
    pub fn query(&self, name: &str) -> Option<&str> {
        let (_, query) = self.path.split_once('?')?;
        query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
    }
}

#[derive(Default)]
struct State {
    asked: Vec<Asked>,
    /// Lists by the last part of their path.
    lists: Vec<(&'static str, Vec<Value>)>,
    /// Single things by their whole path.
    things: Vec<(&'static str, Value)>,
    /// Said instead of an honest answer to what lies under a path.
    odd: Option<(&'static str, Odd)>,
}

pub struct Fake {
    /// `http://127.0.0.1:PORT`.
    pub address: String,
    state: Arc<Mutex<State>>,
}

impl Fake {
    /// With pages of two rows; lets in who sends a header with this.
    pub fn new(opens: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let state = Arc::new(Mutex::new(State::default()));
        let (here, shared) = (address.clone(), state.clone());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (here, shared) = (here.clone(), shared.clone());
                thread::spawn(move || answer(&stream, &here, opens, &shared));
            }
        });
        Self { address, state }
    }

    pub fn list(&self, name: &'static str, rows: Vec<Value>) {
        let mut state = self.state.lock().unwrap();
        state.lists.retain(|(known, _)| *known != name);
        state.lists.push((name, rows));
    }

    pub fn thing(&self, path: &'static str, thing: Value) {
        self.state.lock().unwrap().things.push((path, thing));
    }

    pub fn odd(&self, under: &'static str, odd: Odd) {
        self.state.lock().unwrap().odd = Some((under, odd));
    }

    pub fn honest(&self) {
        self.state.lock().unwrap().odd = None;
    }

    /// What it was asked since the last time.
    pub fn asked(&self) -> Vec<Asked> {
        std::mem::take(&mut self.state.lock().unwrap().asked)
    }
}

fn answer(mut stream: &TcpStream, here: &str, opens: &str, shared: &Mutex<State>) {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let Some(first) = lines.next() else { return };
    let lower =
        |line: String| line.split_once(':').map(|(name, value)| format!("{}:{value}", name.to_lowercase()));
    let head: Vec<_> = lines.take_while(|line| !line.is_empty()).filter_map(lower).collect();
    let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
    let asked = Asked { path, head: head.join("\n") };
    let (body, odd) = {
        let mut state = shared.lock().unwrap();
        state.asked.push(asked.clone());
        let odd = state.odd.clone().filter(|(under, _)| asked.path.contains(under)).map(|(_, odd)| odd);
        (honest(&state, &asked, here), odd)
    };
    let let_in = asked.header("authorization").contains(opens);
    // Whoever asks may have gone.
    let _ = match (odd, let_in, body) {
        (Some(odd), ..) => strange(&mut stream, &odd),
        (None, false, _) => say(&mut stream, 401, "", "{\"detail\":\"canary-in-a-refusal\"}"),
        (None, true, None) => say(&mut stream, 404, "", "{\"detail\":\"canary-in-a-refusal\"}"),
        (None, true, Some(body)) => say(&mut stream, 200, "", &body.to_string()),
    };
}

fn honest(state: &State, asked: &Asked, here: &str) -> Option<Value> {
    let path = asked.path.split('?').next().unwrap_or_default();
    if let Some((_, thing)) = state.things.iter().find(|(known, _)| *known == path) {
        return Some(thing.clone());
    }
    let (_, rows) = state.lists.iter().find(|(name, _)| path.ends_with(&format!("/api/v1/{name}")))?;
    let page: usize = asked.query("page").map_or(1, |page| page.parse().expect("a number"));
    let part: Vec<_> = rows.iter().skip((page - 1) * SIZE).take(SIZE).collect();
    let more = rows.len() > page * SIZE;
    let next = more.then(|| format!("{here}{path}?page={}", page + 1));
    Some(json!({ "count": rows.len(), "next": next, "previous": null, "results": part }))
}

fn say(stream: &mut &TcpStream, status: u16, line: &str, body: &str) -> std::io::Result<()> {
    write!(
        stream,
        "HTTP/1.1 {status} x\r\n{line}content-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    )
}

fn strange(stream: &mut &TcpStream, odd: &Odd) -> std::io::Result<()> {
    match odd {
        Odd::Status(status, line) => say(stream, *status, line, "{\"detail\":\"canary-in-a-refusal\"}"),
        Odd::Stall => {
            thread::sleep(Duration::from_secs(60));
            Ok(())
        }
        Odd::Drip => {
            write!(stream, "HTTP/1.1 200 x\r\ncontent-length: 1000\r\n\r\n")?;
            for _ in 0..600 {
                write!(stream, " ")?;
                thread::sleep(Duration::from_millis(100));
            }
            Ok(())
        }
        Odd::Flood => {
            write!(stream, "HTTP/1.1 200 x\r\nconnection: close\r\n\r\n{{\"results\":[\"")?;
            for _ in 0..64_000 {
                write!(stream, "canary-in-a-flood {:1000}", "")?;
            }
            Ok(())
        }
        Odd::Text(text) => say(stream, 200, "", text),
        Odd::Next(next) => {
            let page = json!({ "count": 1, "next": next, "previous": null, "results": [] });
            say(stream, 200, "", &page.to_string())
        }
    }
}
