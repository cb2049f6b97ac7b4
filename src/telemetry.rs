//! What the house says of itself: a log (text on a terminal, JSON lines for a machine) and counters. Neither ever
//! holds a name, an address or a secret.

pub mod metric;

use std::{
    io::{IsTerminal as _, stderr},
    sync::OnceLock,
    time::Duration,
};

use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use tracing_subscriber::{EnvFilter, fmt};

use crate::{db::MIGRATIONS, stop::Stop};

static METRICS: OnceLock<PrometheusHandle> = OnceLock::new();
/// How often counts are summed up.
const EVERY: Duration = Duration::from_secs(5);

/// Up to how many seconds an answer takes that is counted together.
const BUCKETS: [f64; 11] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];

/// Starts the log, on standard error so that what a command prints can be piped. Once; later calls do nothing.
pub fn start(filter: &str) {
    // Which steps a migration took is of use only to whoever asks for it by name.
    let filter = format!("{MIGRATIONS}=warn,{filter}");
    // A line that cannot be written is lost: to complain of it on standard error would end the program, when that is a file
    // on a disk that is full.
    let log = fmt().with_env_filter(EnvFilter::new(filter)).with_writer(stderr).log_internal_errors(false);
    let _ = if stderr().is_terminal() {
        log.with_target(false).try_init()
    } else {
        log.json().flatten_event(true).with_ansi(false).try_init()
    };
}

/// Starts counting for this process. Without it every counter costs nothing and shows nothing.
pub fn count() {
    let seconds = Matcher::Full(metric::REQUEST_SECONDS.to_owned());
    if METRICS.get().is_none()
        && let Ok(builder) = PrometheusBuilder::new().set_buckets_for_metric(seconds, &BUCKETS)
        && let Ok(handle) = builder.install_recorder()
    {
        let _ = METRICS.set(handle);
        metric::METRICS.iter().for_each(describe);
        metrics::counter!(metric::TURNED_AWAY).increment(0);
    }
}

fn describe(one: &metric::Metric) {
    match one.kind {
        metric::Kind::Counter => metrics::describe_counter!(one.name, one.meaning),
        metric::Kind::Gauge => metrics::describe_gauge!(one.name, one.meaning),
        metric::Kind::Histogram => metrics::describe_histogram!(one.name, one.meaning),
    }
}

/// Sums up what was counted, again and again until `stop`: where nobody asks for the counters, every request would
/// otherwise leave a number in memory for good.
pub async fn sum_up(mut stop: Stop) {
    while !stop.is_now() {
        let _ = tokio::time::timeout(EVERY, stop.wait()).await;
        if let Some(handle) = METRICS.get() {
            handle.run_upkeep();
        }
    }
}

/// The counters in the text format of Prometheus.
#[must_use]
pub fn counters() -> String {
    METRICS.get().map_or_else(String::new, |handle| {
        handle.run_upkeep();
        handle.render()
    })
}
