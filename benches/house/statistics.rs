//! Percentiles, and what the system says of processes.

use std::{fs::read_to_string, time::Duration};

/// What one run of a figure gave.
#[derive(Clone, Debug, Default)]
pub struct Sample {
    pub per_second: f64,
    /// Milliseconds.
    pub p50: f64,
    pub p95: f64,
    pub p99: f64,
    /// Which part of both cores the load generator itself took.
    pub own_share: f64,
    /// Bytes of the last answer.
    pub bytes: usize,
    /// How many waits these are.
    pub count: usize,
}

impl Sample {
    /// Of waits in any order, gathered in a span of time.
    pub fn of(mut waits: Vec<Duration>, span: Duration) -> Self {
        waits.sort_unstable();
        let at = |part: f64| {
            let index = (waits.len() as f64 * part) as usize;
            waits
                .get(index.min(waits.len().saturating_sub(1)))
                .map_or(0.0, |wait| wait.as_secs_f64() * 1000.0)
        };
        Self {
            per_second: waits.len() as f64 / span.as_secs_f64(),
            count: waits.len(),
            p50: at(0.50),
            p95: at(0.95),
            p99: at(0.99),
            ..Self::default()
        }
    }
}

/// The middle one by what is asked.
pub fn median<T: Clone>(samples: &[T], by: impl Fn(&T) -> f64) -> Option<T> {
    let mut sorted: Vec<&T> = samples.iter().collect();
    sorted.sort_by(|a, b| by(a).total_cmp(&by(b)));
    sorted.get(sorted.len() / 2).map(|one| (*one).clone())
}

/// Resident memory of a process in MiB.
pub fn memory(process: u32) -> f64 {
    let status = read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse::<f64>().ok()).unwrap_or_default() / 1024.0
}

/// Processor time that a process has used.
pub fn processor(process: u32) -> Duration {
    let stat = read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default();
    // utime and stime in ticks of 10 ms: the 14th and 15th field, so the 12th and 13th after the name.
    let ticks: u64 =
        fields.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 10)
}

/// How many wanted a processor in the last minute, the house and this program included.
pub fn machine_load() -> f64 {
    let line = read_to_string("/proc/loadavg").unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or_default()
}
