//! A mail server with bad manners, that remembers what it took on.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, Mutex},
};

use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines},
    net::{
        TcpListener, TcpStream,
        tcp::{OwnedReadHalf, OwnedWriteHalf},
    },
};

/// What it does to the letters for one address, on the first attempt unless it says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    Friendly,
    /// Always: there is no such mailbox.
    Unknown,
    /// Always: not this letter.
    Refuses,
    /// Two attempts in vain.
    Greylists,
    /// Takes the letter on, and hangs up without a word.
    DropsTaken,
    /// Hangs up without a word, and has nothing.
    DropsNothing,
    /// Falls silent at this step.
    Silent(&'static str),
}

const SILENT: [&str; 3] = ["RCPT", "DATA", "dot"];
/// Where the first connections fall silent.
const OPENING: [&str; 3] = ["greeting", "EHLO", "MAIL"];
/// Every step at which it falls silent.
pub const SILENCES: [&str; 6] = ["greeting", "EHLO", "MAIL", "RCPT", "DATA", "dot"];
/// What it does beside falling silent.
pub const RUDE: [&str; 5] =
    ["unknown mailbox", "greylisting", "refusal", "drop after the dot", "drop without the letter"];

impl Manner {
    /// By the number in the address.
    pub fn of(number: usize) -> Self {
        match number % 7 {
            0 => Self::Unknown,
            1 => Self::Greylists,
            2 => Self::DropsTaken,
            3 => Self::DropsNothing,
            4 => Self::Silent(SILENT[number / 7 % SILENT.len()]),
            5 => Self::Refuses,
            _ => Self::Friendly,
        }
    }
}

/// What it saw.
#[derive(Default)]
pub struct Seen {
    /// How often each letter was taken on, by its Message-ID.
    pub taken: HashMap<String, usize>,
    /// How often it showed each manner.
    pub shown: BTreeMap<&'static str, usize>,
    /// How often somebody who heard nothing hung up; a program that is killed does so too.
    pub tired: usize,
    tries: HashMap<String, usize>,
    connections: usize,
}

/// The server.
#[derive(Clone)]
pub struct Smtp {
    pub port: u16,
    pub seen: Arc<Mutex<Seen>>,
    calm: Arc<tokio::sync::watch::Sender<bool>>,
    manners: fn(usize) -> Manner,
}

struct Talk {
    lines: Lines<BufReader<OwnedReadHalf>>,
    write: OwnedWriteHalf,
    opening: &'static str,
    recipient: String,
    manner: Manner,
}

impl Smtp {
    /// With bad manners.
    pub async fn rude() -> Self {
        Self::start(Manner::of, true).await
    }

    /// Takes everything on.
    pub async fn friendly() -> Self {
        Self::start(|_| Manner::Friendly, false).await
    }

    async fn start(manners: fn(usize) -> Manner, silent: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let calm = Arc::new(tokio::sync::watch::Sender::new(!silent));
        let smtp = Self { port, seen: Arc::default(), calm, manners };
        let server = smtp.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = server.clone();
                tokio::spawn(async move { server.talk(stream).await });
            }
        });
        smtp
    }

    /// From now on it is never silent.
    pub fn calm(&self) {
        self.calm.send_replace(true);
    }

    /// For ever, or until it is calm or nobody listens any more; then it hangs up.
    async fn silence(&self, talk: &mut Talk, at: &'static str) -> Option<()> {
        self.show(at);
        let mut calm = self.calm.subscribe();
        tokio::select! {
            _ = calm.wait_for(|calm| *calm) => {}
            // Who waits for an answer says nothing more.
            _ = talk.lines.next_line() => self.seen.lock().unwrap().tired += 1,
        }
        None
    }

    fn show(&self, manner: &'static str) {
        *self.seen.lock().unwrap().shown.entry(manner).or_default() += 1;
    }

    /// How often it fell silent.
    pub fn silences(&self) -> usize {
        let seen = self.seen.lock().unwrap();
        let times = |at: &&str| seen.shown.get(at).copied().unwrap_or_default();
        SILENCES.iter().map(times).sum()
    }

    async fn talk(&self, stream: TcpStream) -> Option<()> {
        let (read, write) = stream.into_split();
        let number = {
            let mut seen = self.seen.lock().unwrap();
            seen.connections += 1;
            seen.connections
        };
        let silent = number % 4 == 1 && !*self.calm.borrow();
        let opening = if silent { OPENING[number / 4 % OPENING.len()] } else { "" };
        let lines = BufReader::new(read).lines();
        let mut talk = Talk { lines, write, opening, recipient: String::new(), manner: Manner::Friendly };
        if opening == "greeting" {
            self.silence(&mut talk, opening).await?;
        }
        talk.say("220 rude").await?;
        while let Some(line) = talk.lines.next_line().await.ok()? {
            self.step(&mut talk, &line).await?;
        }
        None
    }

    async fn step(&self, talk: &mut Talk, line: &str) -> Option<()> {
        let verb = line.get(..4).unwrap_or_default().to_uppercase();
        if verb == talk.opening && !*self.calm.borrow() {
            let at = talk.opening;
            self.silence(talk, at).await?;
        }
        if verb == "RCPT" {
            talk.recipient = line.split(['<', '>']).nth(1)?.to_owned();
            talk.manner = self.manner(&talk.recipient);
        }
        let step = verb_name(&verb);
        if talk.manner == Manner::Silent(step) {
            self.silence(talk, step).await?;
        }
        match (verb.as_str(), talk.manner) {
            ("RCPT", Manner::Unknown) => {
                self.show(RUDE[0]);
                talk.say("550 5.1.1 nobody of that name").await
            }
            ("RCPT", Manner::Greylists) => {
                self.show(RUDE[1]);
                talk.say("450 4.7.1 come back later").await
            }
            ("DATA", _) => self.letter(talk).await,
            ("QUIT", _) => None,
            _ => talk.say("250 well").await,
        }
    }

    /// How this attempt goes.
    fn manner(&self, recipient: &str) -> Manner {
        let number = recipient.split(['.', '@']).nth(1).and_then(|n| n.parse().ok());
        let manner = number.map_or(Manner::Friendly, self.manners);
        let tries = {
            let mut seen = self.seen.lock().unwrap();
            let tries = seen.tries.entry(recipient.to_owned()).or_default();
            *tries += 1;
            *tries
        };
        match manner {
            Manner::Unknown | Manner::Refuses => manner,
            Manner::Greylists if tries <= 2 => manner,
            Manner::Silent(_) if *self.calm.borrow() => Manner::Friendly,
            _ if tries == 1 => manner,
            _ => Manner::Friendly,
        }
    }

    async fn letter(&self, talk: &mut Talk) -> Option<()> {
        talk.say("354 go on").await?;
        let mut id = String::new();
        loop {
            let line = talk.lines.next_line().await.ok()??;
            if line == "." {
                break;
            }
            if let Some(named) = line.strip_prefix("Message-ID: ") {
                id = named.trim_matches(['<', '>']).split('@').next()?.to_owned();
            }
        }
        match talk.manner {
            Manner::Silent("dot") => self.silence(talk, "dot").await?,
            Manner::DropsNothing => {
                self.show(RUDE[4]);
                return None;
            }
            Manner::Refuses => {
                self.show(RUDE[2]);
                return talk.say("554 5.7.1 not this letter").await;
            }
            _ => {}
        }
        *self.seen.lock().unwrap().taken.entry(id).or_default() += 1;
        if talk.manner != Manner::DropsTaken {
            return talk.say("250 taken").await;
        }
        self.show(RUDE[3]);
        None
    }
}

impl Talk {
    async fn say(&mut self, words: &str) -> Option<()> {
        self.write.write_all(format!("{words}\r\n").as_bytes()).await.ok()
    }
}

fn verb_name(verb: &str) -> &'static str {
    SILENT.into_iter().find(|known| *known == verb).unwrap_or_default()
}
