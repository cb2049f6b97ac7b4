//! docs/operations.md lists the metrics that the program gives, and the dashboard and the advice use no other.

use std::collections::BTreeSet;

use olievlek::{
    domain::task::Task,
    telemetry::metric::{Kind, METRICS},
};

const PAGE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/operations.md"));
const DASHBOARD: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/deploy/grafana-dashboard.json"));

#[test]
fn the_documentation_lists_the_metrics_that_are_given() {
    let rows = PAGE.lines().filter(|line| line.starts_with("| `olievlek_"));
    let documented: Vec<Vec<String>> = rows
        .map(|line| line.split('|').skip(1).take(4).map(|cell| cell.trim().to_owned()).collect())
        .collect();
    let labels = |labels: &str| {
        if labels.is_empty() { "—".to_owned() } else { format!("`{}`", labels.replace(", ", "`, `")) }
    };
    let given: Vec<Vec<String>> = METRICS
        .iter()
        .map(|one| {
            vec![format!("`{}`", one.name), one.kind.name().into(), labels(one.labels), one.meaning.into()]
        })
        .collect();
    assert_eq!(documented, given);
}

#[test]
fn dashboard_and_advice_use_only_metrics_that_are_given() {
    let known: BTreeSet<String> = METRICS.iter().flat_map(|one| series(one.name, one.kind)).collect();
    let dashboard: serde_json::Value = serde_json::from_str(DASHBOARD).expect("a dashboard");
    let mut asked = Vec::new();
    expressions(&dashboard, &mut asked);
    assert!(asked.len() > 15, "the dashboard was read");
    let advice = PAGE.split('`').skip(1).step_by(2).map(str::to_owned);
    let used: BTreeSet<String> = asked.into_iter().chain(advice).flat_map(|text| names(&text)).collect();
    let unknown: Vec<_> = used.difference(&known).collect();
    assert!(unknown.is_empty(), "the program does not give {unknown:?}");
    let unseen: Vec<_> = METRICS
        .iter()
        .filter(|one| series(one.name, one.kind).iter().all(|name| !DASHBOARD.contains(name)))
        .collect();
    assert!(unseen.is_empty(), "no panel shows {unseen:?}");
}

#[test]
fn every_kind_of_task_is_counted() {
    let source = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/domain/task.rs"));
    let list = source.split("const fn kind(").nth(1).and_then(|rest| rest.split("\n    }").next());
    let codes = list.expect("the codes").split("=> \"").skip(1).filter_map(|rest| rest.split('"').next());
    assert_eq!(codes.collect::<Vec<_>>(), Task::KINDS);
}

/// Under which names Prometheus finds it.
fn series(name: &str, kind: Kind) -> Vec<String> {
    match kind {
        Kind::Counter | Kind::Gauge => vec![name.to_owned()],
        Kind::Histogram => ["_bucket", "_sum", "_count"].map(|part| format!("{name}{part}")).into(),
    }
}

fn expressions(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            for (name, inside) in fields {
                match inside {
                    serde_json::Value::String(text) if name == "expr" || name == "query" => {
                        found.push(text.clone());
                    }
                    _ => expressions(inside, found),
                }
            }
        }
        serde_json::Value::Array(values) => values.iter().for_each(|inside| expressions(inside, found)),
        _ => {}
    }
}

/// The names of metrics in a text.
fn names(text: &str) -> Vec<String> {
    let words = text.split(|sign: char| !(sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '_'));
    let ours = words.filter(|word| word.starts_with("olievlek_"));
    // The table names a histogram as a whole.
    ours.map(
        |word| if word == "olievlek_http_request_seconds" { format!("{word}_count") } else { word.into() },
    )
    .collect()
}
