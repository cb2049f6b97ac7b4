//! What a running house tells of itself, held against the list of metrics.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::{Duration, Instant},
};

use olievlek::telemetry::metric::METRICS;

use super::run::{Machine, Running, get, send};

struct House {
    base_url: String,
    running: Running,
    machine: Machine,
}

async fn house() -> House {
    let machine = Machine::new().await;
    let mut running = machine.start(&["serve", "--listen", "127.0.0.1:0"]);
    let line = running.line();
    let link = line.split_whitespace().last().unwrap();
    let base_url = link.split_once("/set-up/").expect("a link to begin with").0.to_owned();
    House { base_url, running, machine }
}

impl House {
    /// What `/metrics` gives, once the schedule has gone round.
    fn metrics(&self) -> String {
        let start = Instant::now();
        loop {
            let text = get(&self.base_url, "/metrics");
            if text.contains("\nolievlek_seal_intact ") || start.elapsed() > Duration::from_secs(20) {
                return text;
            }
            std::thread::sleep(Duration::from_millis(200));
        }
    }

    fn end(self) {
        assert_eq!(self.running.stop(), Some(0), "{}", self.machine.log());
    }
}

/// The number of one line.
fn number(text: &str, line: &str) -> f64 {
    let value = text.lines().find_map(|found| found.strip_prefix(line)?.strip_prefix(' '));
    value.unwrap_or_else(|| panic!("no {line} in\n{text}")).parse().unwrap()
}

#[tokio::test]
async fn a_running_house_gives_every_metric_of_the_list_and_no_other() {
    let house = house().await;
    get(&house.base_url, "/");
    let text = house.metrics();
    let given: BTreeMap<_, _> = text
        .lines()
        .filter_map(|line| line.strip_prefix("# TYPE ")?.split_once(' '))
        .map(|(name, kind)| (name.to_owned(), kind.to_owned()))
        .collect();
    let listed: BTreeMap<_, _> =
        METRICS.iter().map(|one| (one.name.to_owned(), one.kind.name().to_owned())).collect();
    assert_eq!(given, listed);
    for one in METRICS {
        let labels: BTreeSet<_> = one.labels.split(", ").filter(|name| !name.is_empty()).collect();
        let lines = text.lines().filter(|line| line.split(['{', ' ']).next() == Some(one.name));
        for line in lines {
            let inside =
                line.split_once('{').and_then(|(_, rest)| Some(rest.split_once('}')?.0)).unwrap_or_default();
            let found: BTreeSet<_> =
                inside.split("\",").filter_map(|pair| Some(pair.split_once('=')?.0)).collect();
            assert_eq!(found, labels, "{line}");
        }
    }
    house.end();
}

#[tokio::test]
async fn answers_are_counted_by_class_and_never_by_address() {
    let house = house().await;
    get(&house.base_url, "/nothing/here/of/fenna");
    get(&house.base_url, "/api/v1/openapi.json");
    send(&house.base_url, "BREW /coffee HTTP/1.1", &[], "");
    let text = house.metrics();
    let line = |class: &str, method: &str, status: &str| {
        format!(r#"olievlek_http_requests_total{{class="{class}",method="{method}",status="{status}"}}"#)
    };
    assert!(number(&text, &line("page", "GET", "404")) >= 1.0);
    assert!(number(&text, &line("api", "GET", "200")) >= 1.0);
    assert!(text.contains(r#"method="other""#) && !text.contains("BREW"), "{text}");
    assert!(!text.contains("fenna") && !text.contains("coffee"), "no address is a label");
    assert!(number(&text, r#"olievlek_http_request_seconds_count{class="page"}"#) >= 1.0);
    house.end();
}

#[tokio::test]
async fn every_try_to_come_in_is_counted_by_way_and_outcome() {
    let house = house().await;
    let form = [("Content-Type", "application/x-www-form-urlencoded"), ("Sec-Fetch-Site", "same-origin")];
    for _ in 0..6 {
        send(&house.base_url, "POST /sign-in/password HTTP/1.1", &form, "email=x%40y.example&password=wrong");
    }
    let text = house.metrics();
    let line = |outcome: &str| format!(r#"olievlek_sign_ins_total{{way="password",outcome="{outcome}"}}"#);
    assert_eq!((number(&text, &line("refused")), number(&text, &line("slowed"))), (5.0, 1.0));
    assert_eq!(number(&text, &line("in")), 0.0);
    let log = house.machine.log();
    assert_eq!(log.matches(r#""target":"sign-in""#).count(), 6, "{log}");
    assert!(!log.contains("y.example") && !text.contains("y.example"), "never by whom");
    house.end();
}

#[tokio::test]
async fn what_waits_what_was_given_up_and_the_last_backup_are_told() {
    let house = house().await;
    let text = house.metrics();
    assert_eq!(number(&text, r#"olievlek_tasks_failed{kind="letter"}"#), 0.0);
    assert_eq!(number(&text, "olievlek_backup_last_time_seconds"), 0.0, "never");
    assert_eq!(number(&text, r#"olievlek_ready{part="migrations"}"#), 1.0);
    assert_eq!(number(&text, "olievlek_seal_intact"), 1.0);
    assert_eq!(house.machine.run(&["backup", "house.backup"]).code, 0);
    assert!(number(&house.metrics(), "olievlek_backup_last_time_seconds") > 1.7e9);
    house.end();
}

#[tokio::test]
async fn metrics_are_for_this_machine_or_a_token() {
    let house = house().await;
    let through_a_proxy =
        send(&house.base_url, "GET /metrics HTTP/1.1", &[("X-Forwarded-For", "192.0.2.7")], "");
    assert!(through_a_proxy.starts_with("HTTP/1.1 401"), "{through_a_proxy}");
    assert!(!through_a_proxy.contains("olievlek_"));
    house.machine.import_staff();
    let token = house.machine.run(&[
        "token",
        "create",
        "--for",
        "t.terluinenburg@gemeente.example",
        "--scope",
        "admin",
    ]);
    let bearer = format!("Bearer {}", token.out.trim());
    let headers = [("X-Forwarded-For", "192.0.2.7"), ("Authorization", bearer.as_str())];
    let known = send(&house.base_url, "GET /metrics HTTP/1.1", &headers, "");
    assert!(known.starts_with("HTTP/1.1 200") && known.contains("olievlek_build_info"), "{known}");
    house.end();
}
