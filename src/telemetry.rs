//! What the house says of itself: a log (text on a terminal, JSON lines for a machine) and counters. Neither ever
//! holds a name, an address or a secret.

use std::{
    io::{IsTerminal as _, stderr},
    sync::OnceLock,
};

use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tracing_subscriber::{EnvFilter, fmt};

use crate::db::MIGRATIONS;

static METRICS: OnceLock<PrometheusHandle> = OnceLock::new();

/// Starts the log, on standard error so that what a command prints can be piped. Once; later calls do nothing.
pub fn start(filter: &str) {
    // Which steps a migration took is of use only to whoever asks for it by name.
    let filter = format!("{MIGRATIONS}=warn,{filter}");
    let log = fmt().with_env_filter(EnvFilter::new(filter)).with_writer(stderr);
    let _ = if stderr().is_terminal() {
        log.with_target(false).try_init()
    } else {
        log.json().flatten_event(true).with_ansi(false).try_init()
    };
}

/// Starts counting for this process. Without it every counter costs nothing and shows nothing.
pub fn count() {
    if METRICS.get().is_none()
        && let Ok(handle) = PrometheusBuilder::new().install_recorder()
    {
        let _ = METRICS.set(handle);
    }
}

/// The counters in the text format of Prometheus. Reading them also does their upkeep: who never asks never needs it.
#[must_use]
pub fn counters() -> String {
    METRICS.get().map_or_else(String::new, |handle| {
        handle.run_upkeep();
        handle.render()
    })
}
