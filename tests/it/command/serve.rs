use super::run::{Machine, get};

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
