//! Mail servers of all kinds: friendly, full, strict, slow.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use olievlek::mail::transport::smtp::{Patience, Security, Server, Smtp};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines},
    net::{TcpListener, TcpStream, tcp::OwnedReadHalf},
};

use super::*;

/// How a server answers a step; nothing: not at all.
#[derive(Clone, Default)]
struct Manners {
    rcpt: Option<&'static str>,
    letter: Option<&'static str>,
    /// The step at which it falls silent.
    silent: &'static str,
    /// What it says it can do beside mail.
    offers: &'static str,
}

/// A mail server that keeps what it took on.
struct Fake {
    port: u16,
    taken: Arc<Mutex<Vec<String>>>,
    connections: Arc<Mutex<usize>>,
}

impl Fake {
    async fn start(manners: Manners) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let (taken, connections) = (Arc::default(), Arc::<Mutex<usize>>::default());
        let fake = Self { port, taken, connections };
        let (taken, connections) = (fake.taken.clone(), fake.connections.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                *connections.lock().unwrap() += 1;
                tokio::spawn(talk(stream, manners.clone(), taken.clone()));
            }
        });
        fake
    }

    fn transport(&self) -> Transport {
        self.transport_by("smtp://127.0.0.1")
    }

    /// As an address of the settings says it.
    fn transport_by(&self, address: &str) -> Transport {
        let server = Server { port: self.port, ..address.parse().expect("a server") };
        let step = Duration::from_millis(300);
        let patience = Patience { opening: step, command: step, letter: step, idle: step };
        Transport::Smtp(Box::new(Smtp::new(server, patience)))
    }

    fn taken(&self) -> usize {
        self.taken.lock().unwrap().len()
    }
}

async fn talk(stream: TcpStream, manners: Manners, taken: Arc<Mutex<Vec<String>>>) -> Option<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let silent = |step: &str| manners.silent == step;
    if silent("greeting") {
        std::future::pending::<()>().await;
    }
    write.write_all(b"220 fake\r\n").await.ok()?;
    while let Some(line) = lines.next_line().await.ok()? {
        let verb = line.get(..4).unwrap_or_default().to_uppercase();
        if silent(&verb) {
            std::future::pending::<()>().await;
        }
        let answer = match verb.as_str() {
            "EHLO" if manners.offers.is_empty() => "250 fake",
            "EHLO" => manners.offers,
            // What follows is the handshake, and nobody answers it.
            "STAR" => {
                write.write_all(b"220 go on\r\n").await.ok()?;
                std::future::pending::<()>().await;
                return None;
            }
            "RCPT" => manners.rcpt.unwrap_or("250 known"),
            "DATA" => {
                write.write_all(b"354 go on\r\n").await.ok()?;
                let letter = letter(&mut lines).await?;
                if manners.letter.is_none() {
                    taken.lock().unwrap().push(letter);
                }
                if silent("dot") {
                    std::future::pending::<()>().await;
                }
                manners.letter.unwrap_or("250 taken")
            }
            "QUIT" => return None,
            _ => "250 well",
        };
        write.write_all(format!("{answer}\r\n").as_bytes()).await.ok()?;
    }
    None
}

/// What is said until the dot.
async fn letter(lines: &mut Lines<BufReader<OwnedReadHalf>>) -> Option<String> {
    let mut letter = String::new();
    loop {
        match lines.next_line().await.ok()?? {
            end if end == "." => return Some(letter),
            line => letter += &(line + "\r\n"),
        }
    }
}

/// One letter, offered once to a server with these manners.
async fn offered(manners: Manners) -> (TestHouse, PersonId, Fake) {
    let house = TestHouse::new().await;
    let person = one_letter(&house).await;
    let fake = Fake::start(manners).await;
    worker(&house, fake.transport()).drain().await.expect("the queue");
    (house, person, fake)
}

async fn bounced(house: &TestHouse, person: PersonId) -> bool {
    use sea_orm::EntityTrait as _;
    let row = entity::person::Entity::find_by_id(person).one(&house.db.reader).await.unwrap().unwrap();
    row.bounced_at.is_some()
}

#[tokio::test]
async fn a_letter_that_the_server_takes_on_is_sent_once() {
    let (house, _, fake) = offered(Manners::default()).await;
    assert_eq!((fake.taken(), copies(&house).await.len()), (1, 1));
    assert!(waiting(&house).await.is_empty());
    worker(&house, fake.transport()).drain().await.unwrap();
    assert_eq!(fake.taken(), 1);
}

#[tokio::test]
async fn letters_after_each_other_share_a_connection() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 9).await;
    for person in [people.fenna, people.sem, people.noor] {
        enrol(&house, session, person).await.unwrap();
    }
    let fake = Fake::start(Manners::default()).await;
    worker(&house, fake.transport()).drain().await.unwrap();
    assert_eq!((fake.taken(), *fake.connections.lock().unwrap()), (3, 1));
}

#[tokio::test]
async fn a_server_that_says_later_is_asked_again_after_a_minute() {
    let (house, person, fake) = offered(Manners { rcpt: Some("450 busy"), ..Manners::default() }).await;
    let task = waiting(&house).await.pop().expect("the task stays");
    assert_eq!((task.due_at, task.attempts), (house.now() + TimeDelta::minutes(1), 1));
    assert!(task.last_error.unwrap().contains("busy"));
    assert!(!bounced(&house, person).await && fake.taken() == 0);
    house.pass(TimeDelta::minutes(1));
    assert_eq!(mail(&house).await.len(), 1);
}

#[tokio::test]
async fn an_address_that_does_not_exist_is_given_up_and_nothing_more_is_mailed_there() {
    let (house, person, _) = offered(Manners { rcpt: Some("550 nobody"), ..Manners::default() }).await;
    assert!(bounced(&house, person).await);
    assert!(failed(&house).await[0].last_error.as_deref().unwrap().contains("nobody"));
    let other = plan(workshop(&house, "B").await, "2026-04-02T10:00", None);
    let session = plan_session(&house, other).await.unwrap();
    enrol(&house, session, person).await.unwrap();
    mail(&house).await;
    assert_eq!(copies(&house).await[0].address, "hanna.smit@gemeente.example", "her head reads it");
}

#[tokio::test]
async fn a_letter_that_is_refused_for_what_it_says_does_not_mark_the_address() {
    let (house, person, _) = offered(Manners { letter: Some("554 spam"), ..Manners::default() }).await;
    assert_eq!(failed(&house).await.len(), 1);
    assert!(!bounced(&house, person).await);
}

#[tokio::test]
async fn a_server_that_falls_silent_costs_one_attempt_and_no_letter() {
    for silent in ["greeting", "EHLO", "MAIL", "RCPT", "DATA"] {
        let (house, person, fake) = offered(Manners { silent, ..Manners::default() }).await;
        assert_eq!(waiting(&house).await[0].attempts, 1, "{silent}");
        assert!(!bounced(&house, person).await && fake.taken() == 0, "{silent}");
        later(&house);
        assert_eq!(mail(&house).await.len(), 1, "{silent}");
    }
}

#[tokio::test]
async fn a_server_that_falls_silent_while_a_safe_way_in_is_sought_costs_one_attempt_too() {
    let (starttls, auth) = ("250-fake\r\n250 STARTTLS", "250-fake\r\n250 AUTH PLAIN LOGIN");
    for (address, offers, silent, step) in [
        ("smtp://127.0.0.1?tls=required", starttls, "STAR", "STARTTLS"),
        ("smtp://127.0.0.1?tls=required", starttls, "", "STARTTLS"),
        ("smtp://127.0.0.1", starttls, "", "STARTTLS"),
        ("smtps://127.0.0.1", "", "greeting", "connecting"),
        ("smtp://ol:geheim@127.0.0.1", auth, "AUTH", "AUTH"),
    ] {
        let house = TestHouse::new().await;
        let person = one_letter(&house).await;
        let fake = Fake::start(Manners { silent, offers, ..Manners::default() }).await;
        worker(&house, fake.transport_by(address)).drain().await.expect("the queue");
        let task = waiting(&house).await.pop().expect("the task stays");
        let why = task.last_error.expect("a reason");
        assert_eq!((task.attempts, why), (1, format!("{step}: no answer in time")), "{address} {silent}");
        assert!(!bounced(&house, person).await && fake.taken() == 0, "{address} {silent}");
        later(&house);
        assert_eq!(mail(&house).await.len(), 1, "{address} {silent}");
    }
}

#[tokio::test]
async fn a_letter_that_may_have_arrived_is_sent_again_under_the_same_name() {
    let (house, _, fake) = offered(Manners { silent: "dot", ..Manners::default() }).await;
    later(&house);
    let again = mail(&house).await.pop().expect("a second attempt");
    let name = |letter: &str| letter.lines().find(|line| line.starts_with("Message-ID: ")).map(str::to_owned);
    let first = fake.taken.lock().unwrap()[0].clone();
    assert_eq!(name(&first), name(&again));
    assert!(name(&again).is_some());
}

#[tokio::test]
async fn after_a_slow_answer_the_next_letter_does_not_get_the_answer_to_the_first() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 9).await;
    enrol(&house, session, people.fenna).await.unwrap();
    enrol(&house, session, people.sem).await.unwrap();
    let fake = Fake::start(Manners { silent: "dot", ..Manners::default() }).await;
    worker(&house, fake.transport()).drain().await.unwrap();
    assert_eq!(copies(&house).await.len(), 0, "no letter counts as sent");
    assert_eq!(*fake.connections.lock().unwrap(), 2, "each on a connection of its own");
}

#[tokio::test]
async fn a_server_that_is_away_is_not_the_fault_of_the_letter() {
    let house = TestHouse::new().await;
    let person = one_letter(&house).await;
    let fake = Fake { port: 9, taken: Arc::default(), connections: Arc::default() };
    worker(&house, fake.transport()).drain().await.unwrap();
    assert_eq!(waiting(&house).await.len(), 1);
    assert!(!bounced(&house, person).await);
}

#[test]
fn the_address_of_a_server_says_how_safe_it_is() {
    let read = |text: &str| text.parse::<Server>().map(|server| (server.host, server.port, server.security));
    for (text, host, port, security) in [
        ("smtp://mail.example", "mail.example", 25, Security::WhenOffered),
        ("smtp://mail.example:2525", "mail.example", 2525, Security::WhenOffered),
        ("smtps://mail.example", "mail.example", 465, Security::Always),
        ("smtp://mail.example?tls=required", "mail.example", 587, Security::Required),
        ("smtp://a%40b:p%3Aw@mail.example", "mail.example", 587, Security::Required),
        ("smtp://a:b@127.0.0.1:25", "127.0.0.1", 25, Security::WhenOffered),
        ("smtp://[::1]:25", "::1", 25, Security::WhenOffered),
    ] {
        assert_eq!(read(text).expect("a server"), (host.into(), port, security), "{text}");
    }
    let server: Server = "smtp://a%40b:p%3Aw@mail.example".parse().expect("a server");
    assert_eq!(server.credentials, Some(("a@b".into(), "p:w".into())));
    for text in [
        "mail.example",
        "http://mail.example",
        "smtp://",
        "smtp://mail:port",
        "smtp://user@mail",
        "smtp://m?x=1",
    ] {
        assert!(read(text).is_err(), "{text}");
    }
}
