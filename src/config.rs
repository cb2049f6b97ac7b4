//! The settings: what each is called, what it is when nobody says, and what is refused.
//!
//! Later wins: the defaults, `olievlek.toml`, the environment, the options of the command line.

mod connected;
mod network;
mod parse;
mod setting;
mod source;

use std::{net::SocketAddr, path::PathBuf};

use chrono::TimeDelta;
use chrono_tz::Tz;
use lettre::message::Mailbox;

use crate::domain::{
    policy::{Policy, Retention},
    working_day::CalendarPolicy,
};

pub use connected::Connected;
pub use network::Network;
pub use setting::{SETTINGS, Setting};
pub use source::Options;

/// All settings, checked.
#[derive(Clone, Debug)]
pub struct Config {
    /// `sqlite://FILE` or `postgres://…`.
    pub database_url: String,
    /// Where `pg_dump`, `pg_restore` and `psql` are; nothing: where the system looks for programs.
    pub postgres_bin: Option<PathBuf>,
    pub listen: SocketAddr,
    /// Where a process that only works tells how it is; nothing: nowhere.
    pub watch_listen: Option<SocketAddr>,
    /// How people reach the house: scheme and host, without a slash at the end.
    pub base_url: String,
    /// Nothing: letters go to [`Config::mail_dir`].
    pub smtp_url: Option<String>,
    pub mail_dir: PathBuf,
    /// Sender of letters and organiser of invitations.
    pub mail_from: Mailbox,
    /// The name on pages and in letters.
    pub organisation: String,
    pub time_zone: Tz,
    /// Whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// A level, or a list of `target=level`.
    pub log: String,
    pub offer_hours: u16,
    pub short_notice_hours: u16,
    pub held_percent: u8,
    pub calendar: CalendarPolicy,
    /// How long everything stays.
    pub retention: Retention,
    /// Other systems that figures are fetched from.
    pub connected: Connected,
}

/// A setting that makes no sense: its name, and what it should be.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name} {problem}")]
pub struct BadSetting {
    pub name: String,
    pub problem: String,
}

impl Config {
    /// Reads `olievlek.toml` in the working folder, the environment and the options.
    ///
    /// # Errors
    /// The first setting that makes no sense or that nobody knows.
    pub fn load(options: &Options) -> Result<Self, BadSetting> {
        source::Source::of_this_process(options)?.read()
    }

    /// Takes over the address at which the house really listens, which the settings may have left to the system; unless
    /// the settings say otherwise, people reach it there.
    pub fn listens_at(&mut self, address: SocketAddr) {
        if self.base_url == reached_at(self.listen) {
            self.base_url = reached_at(address);
        }
        self.listen = address;
    }

    /// Whether people reach the house over an encrypted connection, so that cookies can be kept to it.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.base_url.starts_with("https://")
    }

    /// What the rules need of the settings.
    #[must_use]
    pub fn policy(&self) -> Policy {
        Policy {
            organisation: self.organisation.clone(),
            zone: self.time_zone,
            offer_lasts: TimeDelta::hours(self.offer_hours.into()),
            short_notice: TimeDelta::hours(self.short_notice_hours.into()),
            held_percent: self.held_percent,
            calendar: self.calendar.clone(),
            retention: self.retention.clone(),
        }
    }
}

impl Default for Config {
    fn default() -> Self {
        source::Source::empty().read().expect("the defaults are held against their own rules by a test")
    }
}

/// The address that people use when nobody says another; "on every address" is none to type.
fn reached_at(listen: SocketAddr) -> String {
    if listen.ip().is_unspecified() {
        format!("http://localhost:{}", listen.port())
    } else {
        format!("http://{listen}")
    }
}
