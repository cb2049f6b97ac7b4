//! Where settings come from: each is a text under a name, whatever its source.

use std::path::Path;

use chrono::TimeDelta;
use figment::{
    Figment, Profile, Provider,
    providers::{Format as _, Serialized, Toml},
    value::{Dict, Value},
};
use serde::Serialize;

use super::{BadSetting, Config, Connected, SETTINGS, parse, parse::Parsed};
use crate::domain::{policy::Retention, working_day::CalendarPolicy};

/// The settings that the command line takes. Each is a text, checked with all others.
#[derive(Clone, Debug, Default, clap::Args, Serialize)]
#[serde(rename_all = "snake_case")]
#[command(next_help_heading = "Settings")]
pub struct Options {
    /// sqlite://FILE or postgres://USER:PASSWORD@HOST/NAME
    #[arg(long, global = true, value_name = "URL")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub database_url: Option<String>,
    /// Address and port, like 127.0.0.1:8080
    #[arg(long, global = true, value_name = "ADDR")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listen: Option<String>,
    /// How people reach the house, like `https://olievlek.example.nl`
    #[arg(long, global = true, value_name = "URL")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_url: Option<String>,
    /// Folder for letters while no SMTP is set
    #[arg(long, global = true, value_name = "DIR")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail_dir: Option<String>,
    /// What is logged: a level, or a list like info,olievlek=debug
    #[arg(long, global = true, value_name = "FILTER")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub log: Option<String>,
}

const PREFIX: &str = "OLIEVLEK_";
/// Variables for the tests, which are no settings.
const TEST_PREFIX: &str = "OLIEVLEK_TEST_";
const FILE: &str = "olievlek.toml";

/// All texts that were given.
pub(super) struct Source(Figment);

impl Source {
    /// Nothing given: the defaults.
    pub(super) fn empty() -> Self {
        Self(Figment::new())
    }

    /// The file in the working folder, the environment of the process, and its options.
    pub(super) fn of_this_process(options: &Options) -> Result<Self, BadSetting> {
        // No file is no problem; a file that cannot be read is one.
        let file = Path::new(FILE).exists().then(|| Figment::from(Toml::file_exact(FILE)));
        let given = file.unwrap_or_default().merge(Serialized::globals(environment()?));
        let source = Self(given.merge(Serialized::globals(options)));
        source.refuse_unknown()?;
        Ok(source)
    }

    /// Every setting, checked.
    pub(super) fn read(&self) -> Result<Config, BadSetting> {
        let listen = self.get("OLIEVLEK_LISTEN", parse::address)?;
        let base_url = self.maybe("OLIEVLEK_BASE_URL", parse::base_url)?;
        Ok(Config {
            database_url: self.get("OLIEVLEK_DATABASE_URL", parse::database_url)?,
            postgres_bin: self.maybe("OLIEVLEK_POSTGRES_BIN", parse::folder)?,
            listen,
            watch_listen: self.maybe("OLIEVLEK_WATCH_LISTEN", parse::address)?,
            base_url: base_url.unwrap_or_else(|| super::reached_at(listen)),
            smtp_url: self.maybe("OLIEVLEK_SMTP_URL", parse::smtp_url)?,
            mail_dir: self.get("OLIEVLEK_MAIL_DIR", parse::folder)?,
            mail_from: self.get("OLIEVLEK_MAIL_FROM", parse::mailbox)?,
            organisation: self.get("OLIEVLEK_ORGANISATION", parse::organisation)?,
            time_zone: self.get("OLIEVLEK_TIME_ZONE", parse::zone)?,
            trusted_proxies: self.get("OLIEVLEK_TRUSTED_PROXIES", parse::networks)?,
            log: self.get("OLIEVLEK_LOG", parse::log)?,
            offer_hours: self.get("OLIEVLEK_OFFER_HOURS", parse::hours)?,
            short_notice_hours: self.get("OLIEVLEK_SHORT_NOTICE_HOURS", parse::hours)?,
            held_percent: self.get("OLIEVLEK_HELD_PERCENT", parse::percent)?,
            calendar: self.calendar()?,
            retention: self.retention()?,
            connected: Connected::read(self)?,
        })
    }

    fn calendar(&self) -> Result<CalendarPolicy, BadSetting> {
        let closed = |name| self.get(name, parse::yes);
        Ok(CalendarPolicy {
            decree_days: self.get("OLIEVLEK_CALENDAR_DECREE_DAYS", parse::dates)?,
            service_closed_on_good_friday: closed("OLIEVLEK_CALENDAR_SERVICE_CLOSED_ON_GOOD_FRIDAY")?,
            service_closed_on_liberation_day: closed("OLIEVLEK_CALENDAR_SERVICE_CLOSED_ON_LIBERATION_DAY")?,
            service_closed_on_decree_days: closed("OLIEVLEK_CALENDAR_SERVICE_CLOSED_ON_DECREE_DAYS")?,
            closing_time: self.get("OLIEVLEK_CALENDAR_CLOSING_TIME", parse::time_of_day)?,
        })
    }

    fn retention(&self) -> Result<Retention, BadSetting> {
        let days = |name| self.get(name, parse::days).map(|days| TimeDelta::days(days.into()));
        Ok(Retention {
            answers: days("OLIEVLEK_RETENTION_ANSWERS")?,
            links: days("OLIEVLEK_RETENTION_LINKS")?,
            uploads: days("OLIEVLEK_RETENTION_UPLOADS")?,
            bundles: days("OLIEVLEK_RETENTION_BUNDLES")?,
            evaluations: days("OLIEVLEK_RETENTION_EVALUATIONS")?,
            votes: days("OLIEVLEK_RETENTION_VOTES")?,
            pulses: days("OLIEVLEK_RETENTION_PULSES")?,
            feedback: days("OLIEVLEK_RETENTION_FEEDBACK")?,
            notes: days("OLIEVLEK_RETENTION_NOTES")?,
            undoing: days("OLIEVLEK_RETENTION_UNDOING")?,
            needs: days("OLIEVLEK_RETENTION_NEEDS")?,
            deputies: days("OLIEVLEK_RETENTION_DEPUTIES")?,
            letters: days("OLIEVLEK_RETENTION_LETTERS")?,
            leavers: days("OLIEVLEK_RETENTION_LEAVERS")?,
            events: days("OLIEVLEK_RETENTION_EVENTS")?,
        })
    }

    fn get<T>(&self, name: &str, parse: impl Fn(&str) -> Parsed<T>) -> Result<T, BadSetting> {
        let default =
            || SETTINGS.iter().find(|setting| setting.name == name).map_or("", |setting| setting.default);
        let text = self.text(name)?.unwrap_or_else(|| default().to_owned());
        parse(text.trim()).map_err(|words| self.bad(name, format!("should be {words}")))
    }

    /// Nothing when it was not given, or given empty.
    pub(super) fn maybe<T>(
        &self,
        name: &str,
        parse: impl Fn(&str) -> Parsed<T>,
    ) -> Result<Option<T>, BadSetting> {
        if self.text(name)?.is_none_or(|text| text.trim().is_empty()) {
            Ok(None)
        } else {
            self.get(name, parse).map(Some)
        }
    }

    /// What was given under a name, lists joined by commas.
    fn text(&self, name: &str) -> Result<Option<String>, BadSetting> {
        let Ok(value) = self.0.find_value(&path(name)) else {
            return Ok(None);
        };
        text(&value)
            .map(Some)
            .ok_or_else(|| self.bad(name, "should be a text, a number or a list".to_owned()))
    }

    /// The value is not repeated: it may hold a password.
    fn bad(&self, name: &str, problem: String) -> BadSetting {
        let from_file =
            self.0.find_metadata(&path(name)).is_some_and(|metadata| metadata.name.contains("TOML"));
        let name = if from_file { format!("{} in {FILE} ({name})", path(name)) } else { name.to_owned() };
        BadSetting { name, problem }
    }

    /// Refuses what nobody reads: most often a typing error in a name.
    fn refuse_unknown(&self) -> Result<(), BadSetting> {
        let given = self.0.data().map_err(|error| BadSetting {
            name: FILE.to_owned(),
            problem: format!("cannot be read: {error}"),
        })?;
        let all = given.get(&Profile::Default).into_iter().chain(given.get(&Profile::Global)).flatten();
        for (key, value) in all {
            let inside = value.as_dict().filter(|_| key == "calendar");
            let keys = inside.map_or_else(
                || vec![key.clone()],
                |table| table.keys().map(|k| format!("{key}.{k}")).collect(),
            );
            for key in keys {
                if !SETTINGS.iter().any(|setting| path(setting.name) == key) {
                    let name = self.bad(&variable(&key), String::new()).name;
                    return Err(BadSetting {
                        name,
                        problem: "is no setting; docs/configuration.md lists them".to_owned(),
                    });
                }
            }
        }
        Ok(())
    }
}

/// The place of a variable in the file: `OLIEVLEK_CALENDAR_CLOSING_TIME` is `calendar.closing_time`.
fn path(name: &str) -> String {
    let key = name.strip_prefix(PREFIX).unwrap_or(name).to_ascii_lowercase();
    key.strip_prefix("calendar_").map_or_else(|| key.clone(), |inside| format!("calendar.{inside}"))
}

fn variable(path: &str) -> String {
    format!("{PREFIX}{}", path.replace('.', "_").to_ascii_uppercase())
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(_, text) => Some(text.clone()),
        Value::Char(_, char) => Some(char.to_string()),
        Value::Bool(_, yes) => Some(yes.to_string()),
        Value::Num(_, number) => number
            .to_i128()
            .map(|number| number.to_string())
            .or_else(|| number.to_f64().map(|n| n.to_string())),
        Value::Array(_, values) => {
            values.iter().map(text).collect::<Option<Vec<_>>>().map(|texts| texts.join(","))
        }
        // A date of TOML without quotes arrives as a table with one text.
        Value::Dict(_, table) if table.len() == 1 => table.values().next().and_then(text),
        Value::Dict(..) | Value::Empty(..) => None,
    }
}

/// The variables of this process that start with our name, as texts: figment's own provider would turn `007` into a number.
#[allow(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
fn environment() -> Result<Dict, BadSetting> {
    let mut found = Dict::new();
    for (name, value) in std::env::vars_os() {
        let Ok(name) = name.into_string() else { continue };
        if !name.starts_with(PREFIX) || name.starts_with(TEST_PREFIX) {
            continue;
        }
        let value = value
            .into_string()
            .map_err(|_| BadSetting { name: name.clone(), problem: "should be UTF-8".to_owned() })?;
        let nested = figment::util::nest(&path(&name), value.into());
        let nested = nested.into_dict().unwrap_or_default();
        found = Figment::from(Serialized::globals(found))
            .merge(Serialized::globals(nested))
            .extract()
            .map_err(|error| BadSetting { name, problem: format!("cannot be read: {error}") })?;
    }
    Ok(found)
}
