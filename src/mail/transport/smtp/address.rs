//! Where the mail server is: `smtp://USER:PASSWORD@HOST:PORT`.

use percent_encoding::percent_decode_str;

/// When the connection is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// From the first byte: `smtps://`.
    Always,
    /// By STARTTLS, or nothing is mailed: `smtp://…?tls=required`, and whenever a password is sent elsewhere.
    Required,
    /// By STARTTLS when the server can: `smtp://`.
    WhenOffered,
}

/// A mail server and how to be let in.
#[derive(Clone, PartialEq, Eq)]
pub struct Server {
    pub host: String,
    pub port: u16,
    pub security: Security,
    pub credentials: Option<(String, String)>,
}

/// An address that is none of a mail server.
#[derive(Debug, thiserror::Error)]
#[error("smtp://HOST:PORT or smtps://HOST:PORT, with USER:PASSWORD@ before the host where needed")]
pub struct BadAddress;

impl std::str::FromStr for Server {
    type Err = BadAddress;

    fn from_str(text: &str) -> Result<Self, BadAddress> {
        let (scheme, rest) = text.split_once("://").ok_or(BadAddress)?;
        let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (who, place) = place.rsplit_once('@').map_or((None, place), |(who, place)| (Some(who), place));
        let (host, port) = host_and_port(place.trim_end_matches('/'))?;
        let credentials = who.map(credentials).transpose()?;
        let local = matches!(host.as_str(), "localhost" | "127.0.0.1" | "::1");
        let security = match (scheme, query) {
            ("smtps", "") => Security::Always,
            ("smtp", "tls=required") => Security::Required,
            ("smtp", "") if credentials.is_some() && !local => Security::Required,
            ("smtp", "") => Security::WhenOffered,
            _ => return Err(BadAddress),
        };
        let usual = match security {
            Security::Always => 465,
            Security::Required => 587,
            Security::WhenOffered => 25,
        };
        Ok(Self { host, port: port.unwrap_or(usual), security, credentials })
    }
}

fn host_and_port(place: &str) -> Result<(String, Option<u16>), BadAddress> {
    let (host, port) = match place.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((host, rest)) => (host, rest.strip_prefix(':')),
        None => place.split_once(':').map_or((place, None), |(host, port)| (host, Some(port))),
    };
    let port = port.map(str::parse).transpose().map_err(|_| BadAddress)?;
    if host.is_empty() { Err(BadAddress) } else { Ok((host.to_owned(), port)) }
}

fn credentials(text: &str) -> Result<(String, String), BadAddress> {
    let (user, password) = text.split_once(':').ok_or(BadAddress)?;
    let decoded = |part| percent_decode_str(part).decode_utf8().map(std::borrow::Cow::into_owned);
    Ok((decoded(user).map_err(|_| BadAddress)?, decoded(password).map_err(|_| BadAddress)?))
}
