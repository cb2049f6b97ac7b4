//! What the house writes into its log while it is under attack.

use std::{
    io::{self, Write},
    sync::{Arc, Mutex, OnceLock},
};

use tracing_subscriber::{EnvFilter, fmt, fmt::MakeWriter};

use super::text::MARK;

/// Everything that was logged in this process.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

static LOG: OnceLock<Log> = OnceLock::new();

impl Log {
    /// Starts the log as the program does for a machine; once a process, because there is one log.
    pub fn start() -> Self {
        let log = LOG.get_or_init(Self::default).clone();
        let _ = fmt()
            .with_env_filter(EnvFilter::new("info"))
            .with_writer(log.clone())
            .json()
            .flatten_event(true)
            .with_ansi(false)
            .try_init();
        log
    }

    /// How many there are.
    pub fn lines(&self) -> usize {
        self.0.lock().unwrap().iter().filter(|byte| **byte == b'\n').count()
    }

    /// Lines that are none of ours, or that hold what somebody typed.
    pub fn strangers(&self) -> Vec<String> {
        let log = String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned();
        let ours = |line: &str| {
            serde_json::from_str::<serde_json::Value>(line).is_ok_and(|line| line["target"].is_string())
                && !line.to_lowercase().contains(MARK)
        };
        log.lines().filter(|line| !ours(line)).map(|line| format!("log: {line}")).collect()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}
