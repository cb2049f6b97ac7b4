use std::{
    net::{TcpListener, TcpStream},
    thread::sleep,
    time::{Duration, Instant},
};

use sea_orm::ConnectionTrait as _;

use super::run::{Machine, get, send};

/// Starts on a free port, and gives the address from the set-up link that an empty house prints.
#[tokio::test]
async fn an_empty_house_prints_a_link_to_begin_with_and_stops_when_asked() {
    let machine = Machine::new().await;
    let mut house = machine.start(&["serve", "--listen", "127.0.0.1:0"]);
    let line = house.line();
    let link = line.split_whitespace().last().unwrap();
    let (base_url, secret) = link.split_once("/set-up/").expect("a link to begin with");
    assert!(secret.len() > 30);
    assert!(get(base_url, "/health/live").starts_with("HTTP/1.1 200"));
    let ready = get(base_url, "/health/ready");
    assert!(ready.starts_with("HTTP/1.1 200") && ready.contains("\"migrations\":true"), "{ready}");
    assert!(get(base_url, "/metrics").starts_with("HTTP/1.1 200"));
    assert!(!machine.log().contains(secret), "the log holds no secret");
    assert_eq!(house.stop(), Some(0), "{}", machine.log());
}

#[tokio::test]
async fn an_unexpected_error_is_logged_once_with_the_number_on_its_page() {
    let machine = Machine::new().await;
    let mut house = machine.start(&["serve", "--listen", "127.0.0.1:0"]);
    let line = house.line();
    let (base_url, _) = line.split_whitespace().last().unwrap().split_once("/set-up/").unwrap();
    let failures = |log: &str| -> Vec<String> {
        log.lines().filter(|line| line.contains("a request failed")).map(str::to_owned).collect()
    };
    assert!(get(base_url, "/sign-in").starts_with("HTTP/1.1 200"));
    assert_eq!(failures(&machine.log()), [""; 0]);
    let gone = "ALTER TABLE workshop RENAME TO elsewhere";
    machine.house().db.writer.execute_unprepared(gone).await.unwrap();
    let page = get(base_url, "/?text=Fenna");
    assert!(page.starts_with("HTTP/1.1 500"), "{page}");
    let (_, number) = page.split_once("dit nummer: ").expect("a number to ask about");
    let number: String =
        number.chars().take_while(|one| one.is_ascii_alphanumeric() || *one == '-').collect();
    let logged = failures(&machine.log());
    assert_eq!(logged.len(), 1, "{logged:?}");
    assert!(number.len() > 8 && logged[0].contains(&number), "{number} in {logged:?}");
    assert!(!machine.log().contains("Fenna"), "what was asked stays out of the log");
    assert_eq!(house.stop(), Some(0));
}

#[tokio::test]
async fn one_sqlite_file_is_served_once() {
    let machine = Machine::new().await;
    let url = ["--database-url", "sqlite://own.db", "--listen", "127.0.0.1:0"];
    let mut first = machine.start(&[&["serve"], &url[..]].concat());
    first.line();
    for command in ["serve", "work", "migrate"] {
        let done = machine.run(&[&[command], &url[..]].concat());
        assert_eq!(done.code, 1, "{command}: {done:?}");
        assert!(done.err.contains("another olievlek is using this database"), "{command}: {}", done.err);
    }
    assert_eq!(
        machine.run(&["export", "enrolments", "--database-url", "sqlite://own.db"]).code,
        0,
        "reading goes on"
    );
    assert_eq!(first.stop(), Some(0));
    assert_eq!(machine.run(&["migrate", "--database-url", "sqlite://own.db"]).code, 0);
}

#[tokio::test]
async fn who_only_works_tells_how_it_is_and_shows_no_page() {
    let machine = Machine::new().await;
    assert_eq!(machine.run(&["migrate"]).code, 0);
    let address = free_address();
    let worker = machine.start_with("OLIEVLEK_WATCH_LISTEN", &address, &["work"]);
    let base_url = format!("http://{address}");
    let patience = Instant::now() + Duration::from_secs(20);
    while TcpStream::connect(&address).is_err() && Instant::now() < patience {
        sleep(Duration::from_millis(20));
    }
    assert!(get(&base_url, "/health/ready").starts_with("HTTP/1.1 200"));
    let leads = || get(&base_url, "/metrics").contains("\nolievlek_schedule_leads 1");
    while !leads() && Instant::now() < patience {
        sleep(Duration::from_millis(100));
    }
    assert!(leads(), "alone it leads, and says so: {}", machine.log());
    for path in ["/", "/workshops", "/api/v1/openapi.json", "/assets/style/base.css"] {
        let answer = get(&base_url, path);
        assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
    }
    let taken =
        machine.run_with("OLIEVLEK_WATCH_LISTEN", &address, &["work", "--database-url", "sqlite://own.db"]);
    assert_eq!(taken.code, 1);
    assert!(taken.err.contains("OLIEVLEK_WATCH_LISTEN") && taken.err.contains(&address), "{}", taken.err);
    assert_eq!(worker.stop(), Some(0), "{}", machine.log());
}

fn free_address() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}

#[tokio::test]
async fn trace_gives_nothing_back() {
    let machine = Machine::new().await;
    let mut house = machine.start(&["serve", "--listen", "127.0.0.1:0"]);
    let line = house.line();
    let base_url = line.split_whitespace().last().unwrap().split_once("/set-up/").unwrap().0;
    for path in ["/", "/workshops", "/api/v1/workshops", "/health/live"] {
        let answer = send(base_url, &format!("TRACE {path} HTTP/1.1"), &[("X-Canary", "sings")], "");
        assert!(
            ["HTTP/1.1 401", "HTTP/1.1 404", "HTTP/1.1 405"].iter().any(|no| answer.starts_with(no)),
            "{path}: {answer}"
        );
        assert!(!answer.contains("X-Canary") && !answer.contains("sings"), "{path}: {answer}");
    }
    assert_eq!(house.stop(), Some(0), "{}", machine.log());
}

#[tokio::test]
async fn an_address_that_is_in_use_is_named() {
    let machine = Machine::new().await;
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let done = machine.run(&["serve", "--listen", &address]);
    assert_eq!(done.code, 1);
    assert!(done.err.contains(&address) && done.err.lines().count() == 1, "{}", done.err);
}

#[tokio::test]
async fn a_database_that_is_away_is_told_in_one_sentence() {
    let machine = Machine::new().await;
    let done = machine.run(&["migrate", "--database-url", "postgres://nobody:hunter2@127.0.0.1:1/none"]);
    assert_eq!(done.code, 1);
    assert!(done.err.starts_with("olievlek: The database cannot be reached"), "{}", done.err);
    assert!(!done.err.contains("hunter2"));
}
