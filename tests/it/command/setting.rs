use std::str::FromStr as _;

use olievlek::config::Network;

use super::run::Machine;

#[tokio::test]
async fn a_setting_that_makes_no_sense_is_named_with_what_it_should_be() {
    let machine = Machine::new().await;
    for (name, value, should) in [
        ("OLIEVLEK_DATABASE_URL", "mysql://root:hunter2@db/x", "sqlite://FILE"),
        ("OLIEVLEK_LISTEN", "everywhere", "127.0.0.1:8080"),
        ("OLIEVLEK_LISTEN", "127.0.0.1:99999", "127.0.0.1:8080"),
        ("OLIEVLEK_WATCH_LISTEN", "9090", "127.0.0.1:8080"),
        ("OLIEVLEK_BASE_URL", "https://example.nl/olievlek", "nothing behind it"),
        ("OLIEVLEK_SMTP_URL", "mail.example.nl", "smtp://HOST:PORT"),
        ("OLIEVLEK_MAIL_FROM", "nobody", "mail address"),
        ("OLIEVLEK_ORGANISATION", " ", "1 to 100 characters"),
        ("OLIEVLEK_TIME_ZONE", "Europe/Den_Haag", "IANA"),
        ("OLIEVLEK_TRUSTED_PROXIES", "10.0.0.0/33", "10.1.0.0/16"),
        ("OLIEVLEK_LOG", "loud", "info"),
        ("OLIEVLEK_OFFER_HOURS", "0", "1 to 2160"),
        ("OLIEVLEK_CALENDAR_DECREE_DAYS", "2027-02-30", "2027-05-07"),
        ("OLIEVLEK_CALENDAR_CLOSING_TIME", "25:00", "17:00"),
        ("OLIEVLEK_CALENDAR_SERVICE_CLOSED_ON_GOOD_FRIDAY", "perhaps", "true or false"),
    ] {
        let done = machine.run_with(name, value, &["migrate"]);
        assert_eq!(done.code, 2, "{name}={value}: {done:?}");
        assert!(done.err.contains(name) && done.err.contains(should), "{name}={value}: {}", done.err);
        assert!(!done.err.contains("hunter2"), "a password is not repeated");
        assert_eq!(done.err.lines().count(), 1, "{}", done.err);
    }
}

#[tokio::test]
async fn a_setting_that_nobody_knows_is_refused() {
    let machine = Machine::new().await;
    let done = machine.run_with("OLIEVLEK_LISTN", "127.0.0.1:1", &["migrate"]);
    assert_eq!(done.code, 2);
    assert!(done.err.contains("OLIEVLEK_LISTN is no setting"), "{}", done.err);
    assert_eq!(machine.run_with("OLIEVLEK_TEST_DATABASE", "sqlite", &["migrate"]).code, 0);
}

#[tokio::test]
async fn the_file_is_read_and_its_mistakes_are_shown_as_its_own() {
    let machine = Machine::new().await;
    machine.file(
        "olievlek.toml",
        "organisation = 12\n[calendar]\ndecree_days = [\"2027-05-07\"]\nclosing_time = \"16:30\"\n",
    );
    assert_eq!(machine.run(&["migrate"]).code, 0);
    for (content, named) in [
        ("listen = \"nowhere\"", "listen in olievlek.toml (OLIEVLEK_LISTEN)"),
        ("colour = \"red\"", "colour in olievlek.toml"),
        ("[calendar]\nclosing = \"17:00\"", "calendar.closing in olievlek.toml"),
        ("listen = ", "olievlek.toml"),
    ] {
        machine.file("olievlek.toml", content);
        let done = machine.run(&["migrate"]);
        assert_eq!(done.code, 2, "{content}: {done:?}");
        assert!(done.err.contains(named), "{content}: {}", done.err);
    }
}

#[tokio::test]
async fn the_environment_beats_the_file_and_an_option_beats_both() {
    let machine = Machine::new().await;
    machine.file("olievlek.toml", "log = \"nonsense\"");
    assert_eq!(machine.run_with("OLIEVLEK_LOG", "warn", &["migrate"]).code, 0);
    assert_eq!(machine.run_with("OLIEVLEK_LOG", "rubbish", &["migrate", "--log", "error"]).code, 0);
}

#[tokio::test]
async fn check_tells_how_all_parts_are() {
    let machine = Machine::new().await;
    let done = machine.run(&["check"]);
    assert_eq!(done.code, 0, "{done:?}");
    for part in ["settings: in order", "database: in order", "mail: in order"] {
        assert!(done.out.contains(part), "{}", done.out);
    }
    machine.file("occupied", "");
    let done = machine.run_with("OLIEVLEK_MAIL_DIR", "occupied/mail", &["check"]);
    assert_eq!(done.code, 1);
    assert!(done.out.contains("mail: letters cannot be written to occupied/mail"), "{}", done.out);
}

#[test]
fn an_address_is_of_its_network_however_it_is_written() {
    let network = Network::from_str("10.1.0.0/16").ok().unwrap();
    let is_of = |address: &str| network.contains(address.parse().unwrap());
    assert!(is_of("10.1.255.3") && is_of("::ffff:10.1.0.1"));
    assert!(!is_of("10.2.0.1") && !is_of("::1"));
    assert!(Network::from_str("0.0.0.0/0").is_ok_and(|all| all.contains("8.8.8.8".parse().unwrap())));
    assert!(Network::from_str("::1").is_ok_and(|one| one.contains("::1".parse().unwrap())));
    assert!(Network::from_str("10.0.0.1/x").is_err());
}
