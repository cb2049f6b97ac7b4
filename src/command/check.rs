//! `check`: settings, database, disk, mail and the systems that figures come from, one line each.

use std::{path::Path, process::ExitCode, time::Duration};

use tokio::{net::TcpStream, time::timeout};

use super::{Outcome, open, say};
use crate::{
    app::App,
    clock,
    config::{Config, Connected},
    domain::privacy::seal,
    health::Ready,
    outside::{Failure, Patience, open_klant, open_zaak},
};

/// A mail server that does not take a connection within this time is away.
const PATIENCE: Duration = Duration::from_secs(5);

/// Says how each part is. Settings that make no sense never come this far.
pub(super) async fn check(config: Config) -> Outcome {
    let mut well = report("settings", Ok(()))?;
    let mail = mail(&config).await;
    let outside = outside(&config.connected).await;
    match open::connect(config).await {
        Ok(app) => well &= parts(&app).await?,
        Err(problem) => well &= report("database", Err(problem.to_string()))?,
    }
    well &= report("mail", mail)?;
    for (system, state) in outside {
        well &= report(system, state)?;
    }
    Ok(if well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn parts(app: &App) -> std::io::Result<bool> {
    let ready = Ready::of(app).await;
    let or = |well: bool, sentence: &str| if well { Ok(()) } else { Err(sentence.to_owned()) };
    let database = or(ready.database, "does not answer")
        .and_then(|()| or(ready.migrations, "is not up to date: run `olievlek migrate`"));
    let disk = or(ready.disk, "less than 200 MB, or less than 5 % and 2 GB, is free");
    let migrated = ready.database && ready.migrations;
    let well = report("database", database)? & report("disk", disk)?;
    Ok(if migrated { well & report("log", chain(app).await)? } else { well })
}

/// Whether the log is as it was sealed.
async fn chain(app: &App) -> Result<(), String> {
    match seal::verify(&app.house.db.reader).await {
        Ok(verdict) => verdict.broken.map_or(Ok(()), |link| {
            Err(format!("the chain is broken at link {}: {}", link.number, link.why.code()))
        }),
        Err(error) => Err(format!("the chain could not be read: {error}")),
    }
}

/// Prints one line; tells whether it is a good one.
fn report(part: &str, state: Result<(), String>) -> std::io::Result<bool> {
    let well = state.is_ok();
    say(&format!("{part}: {}", state.err().unwrap_or_else(|| "in order".to_owned())))?;
    Ok(well)
}

async fn mail(config: &Config) -> Result<(), String> {
    let Some(url) = &config.smtp_url else { return folder(&config.mail_dir) };
    let url: http::Uri = url.parse().map_err(|_| "OLIEVLEK_SMTP_URL is no address".to_owned())?;
    let host = url.host().unwrap_or_default().trim_matches(['[', ']']).to_owned();
    let port = url.port_u16().unwrap_or(if url.scheme_str() == Some("smtps") { 465 } else { 25 });
    match timeout(PATIENCE, TcpStream::connect((host.as_str(), port))).await {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(error)) => Err(format!("{host}:{port} cannot be reached: {error}")),
        Err(_) => Err(format!("{host}:{port} does not answer")),
    }
}

/// The systems that figures are fetched from, each with whether it answers to the house.
async fn outside(connected: &Connected) -> Vec<(&'static str, Result<(), String>)> {
    let patience = Patience { answer: PATIENCE, whole: PATIENCE, ..Patience::default() };
    let said = |answer: Result<(), Failure>| answer.map_err(|why| said(why).to_owned());
    let mut all = Vec::new();
    if let Some(access) = &connected.open_klant {
        all.push(("Open Klant", said(open_klant::probe(access, patience).await)));
    }
    if let Some(access) = &connected.open_zaak {
        all.push(("Open Zaak", said(open_zaak::probe(access, clock::now(), patience).await)));
    }
    all
}

/// What to look at.
const fn said(why: Failure) -> &'static str {
    match why {
        Failure::NotConnected => "no settings",
        Failure::Unreachable => "cannot be reached, or shows no certificate that this system trusts",
        Failure::Late => "does not answer in time",
        Failure::Refused => "does not let the house in: look at the token, the secret and the rights",
        Failure::Moved => {
            "sends to another address, which is not followed: put the right one in the settings"
        }
        Failure::NotThere => "has nothing at this address",
        Failure::Broken => "answers that it failed",
        Failure::TooLarge | Failure::TooMany => "answers with more than it should",
        Failure::Unreadable => "answers something else than expected, or a kind of case has no term",
        Failure::Elsewhere => "points to another address for the rest: look at how it knows its own address",
    }
}

/// Whether letters can be written to the folder; it is made when it is not there.
fn folder(path: &Path) -> Result<(), String> {
    let probe = path.join(".olievlek-check");
    let written = std::fs::create_dir_all(path)
        .and_then(|()| std::fs::write(&probe, b""))
        .and_then(|()| std::fs::remove_file(&probe));
    written.map_err(|error| format!("letters cannot be written to {}: {error}", path.display()))
}
