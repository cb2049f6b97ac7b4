//! One reader for each kind of setting: from its text to its value, or what it should have been.

use std::net::SocketAddr;

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;
use lettre::message::Mailbox;

use super::Network;
use crate::outside::{Base, Secret};

/// A value, or the words that go after "should be".
pub(super) type Parsed<T> = Result<T, &'static str>;

pub(super) fn database_url(text: &str) -> Parsed<String> {
    let file = crate::db::sqlite_path(text).is_some();
    let server = ["postgres://", "postgresql://"].iter().any(|scheme| text.starts_with(scheme));
    if file || server {
        Ok(text.to_owned())
    } else {
        Err("sqlite://FILE or postgres://USER:PASSWORD@HOST/NAME")
    }
}

pub(super) fn address(text: &str) -> Parsed<SocketAddr> {
    text.parse().map_err(|_| "an address with a port, like 127.0.0.1:8080")
}

pub(super) fn base_url(text: &str) -> Parsed<String> {
    const WORDS: &str =
        "http:// or https:// with a host and nothing behind it, like https://olievlek.example.nl";
    let url: http::Uri = text.trim_end_matches('/').parse().map_err(|_| WORDS)?;
    let parts = url.into_parts();
    let scheme = parts.scheme.filter(|scheme| ["http", "https"].contains(&scheme.as_str())).ok_or(WORDS)?;
    let host = parts.authority.filter(|host| !host.as_str().contains('@')).ok_or(WORDS)?;
    if parts.path_and_query.is_some_and(|path| path != "/") {
        return Err(WORDS);
    }
    Ok(format!("{scheme}://{host}"))
}

pub(super) fn smtp_url(text: &str) -> Parsed<String> {
    const WORDS: &str =
        "smtp://HOST:PORT or smtps://HOST:PORT, with USER:PASSWORD@ before the host where needed";
    let url: http::Uri = text.parse().map_err(|_| WORDS)?;
    let known = matches!(url.scheme_str(), Some("smtp" | "smtps"));
    if known && url.host().is_some_and(|host| !host.is_empty()) { Ok(text.to_owned()) } else { Err(WORDS) }
}

pub(super) fn mailbox(text: &str) -> Parsed<Mailbox> {
    text.parse().map_err(|_| "a mail address, like Olievlek <olievlek@example.nl>")
}

pub(super) fn organisation(text: &str) -> Parsed<String> {
    let name = text.trim();
    let fits = !name.is_empty() && name.chars().count() <= 100 && !name.contains(char::is_control);
    if fits { Ok(name.to_owned()) } else { Err("a name of 1 to 100 characters") }
}

pub(super) fn folder(text: &str) -> Parsed<std::path::PathBuf> {
    if text.trim().is_empty() { Err("a folder") } else { Ok(text.into()) }
}

pub(super) fn zone(text: &str) -> Parsed<Tz> {
    text.parse().map_err(|_| "a zone of the IANA list, like Europe/Amsterdam")
}

pub(super) fn networks(text: &str) -> Parsed<Vec<Network>> {
    const WORDS: &str = "addresses or networks separated by commas, like 10.0.0.5,10.1.0.0/16";
    parts(text).map(|part| part.parse().map_err(|_| WORDS)).collect()
}

pub(super) fn log(text: &str) -> Parsed<String> {
    const LEVELS: [&str; 6] = ["off", "error", "warn", "info", "debug", "trace"];
    let known = |part: &str| {
        let level = part.split_once('=').map_or(part, |(_, level)| level);
        LEVELS.contains(&level.to_ascii_lowercase().as_str())
    };
    if !text.trim().is_empty() && parts(text).all(known) {
        Ok(text.to_owned())
    } else {
        Err("error, warn, info, debug, trace or off, or a list like info,olievlek=debug")
    }
}

pub(super) fn hours(text: &str) -> Parsed<u16> {
    let hours = text.parse().ok().filter(|hours| (1..=24 * 90).contains(hours));
    hours.ok_or("a whole number of hours from 1 to 2160")
}

pub(super) fn percent(text: &str) -> Parsed<u8> {
    let percent = text.parse().ok().filter(|percent| (0..=100).contains(percent));
    percent.ok_or("a whole number from 0 to 100")
}

/// At most a century: nothing here is kept for ever by mistake.
pub(super) fn days(text: &str) -> Parsed<u16> {
    let days = text.parse().ok().filter(|days| (1..=36_500).contains(days));
    days.ok_or("a whole number of days from 1 to 36500")
}

pub(super) fn dates(text: &str) -> Parsed<Vec<NaiveDate>> {
    parts(text)
        .map(|part| part.parse().map_err(|_| "dates separated by commas, like 2027-05-07,2028-05-26"))
        .collect()
}

pub(super) fn yes(text: &str) -> Parsed<bool> {
    text.parse().map_err(|_| "true or false")
}

pub(super) fn time_of_day(text: &str) -> Parsed<NaiveTime> {
    NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| "a time of day, like 17:00")
}

pub(super) fn outside(text: &str) -> Parsed<Base> {
    Base::read(text)
        .ok_or("https:// with a host and a path, without a user or a query; http:// only to this machine")
}

/// Never repeated in words.
pub(super) fn secret(text: &str) -> Parsed<Secret> {
    Secret::read(text).ok_or("one word of visible ASCII signs")
}

pub(super) fn client_id(text: &str) -> Parsed<String> {
    let fits = text.len() <= 100 && text.bytes().all(|sign| sign.is_ascii_graphic());
    if fits { Ok(text.to_owned()) } else { Err("at most 100 visible ASCII signs") }
}

pub(super) fn kinds(text: &str) -> Parsed<Vec<String>> {
    const WORDS: &str = "addresses of kinds of cases separated by commas, like https://openzaak.example.nl/catalogi/api/v1/zaaktypen/…";
    let known: Vec<String> = parts(text).map(str::to_owned).collect();
    if known.iter().all(|part| Base::read(part).is_some()) { Ok(known) } else { Err(WORDS) }
}

/// What stands between commas; nothing for an empty text.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty())
}
