//! Open Zaak: cases of some kinds that were closed in a span of days, and the terms of those kinds. Of a case the days are read, and
//! whether it was suspended; what it is called, whose it is and what it is about are not.

use std::collections::HashSet;

use chrono::{DateTime, Days, NaiveDate, Utc};
use http::{HeaderMap, HeaderName, HeaderValue, header};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use tokio::time::timeout;

use super::{
    Base, Failure, Patience, Secret,
    client::{Client, More},
    text::Text,
    token,
};

/// Where it is, and what opens it.
#[derive(Clone, Debug)]
pub struct Access {
    /// `https://…/zaken/api/v1`.
    pub url: Base,
    pub client_id: String,
    pub secret: Secret,
    /// Addresses of the kinds of cases that count, each a version of a kind; on the same system.
    pub kinds: Vec<String>,
}

/// The terms of a kind, in calendar days.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    pub legal: u32,
    pub own: Option<u32>,
}

/// What is known of a case.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    pub terms: Terms,
    pub started: NaiveDate,
    pub decided: NaiveDate,
    pub planned: Option<NaiveDate>,
    pub latest: Option<NaiveDate>,
    /// Nothing when this version of Open Zaak does not tell.
    pub suspended: Option<bool>,
    pub extended: u32,
}

/// What was read.
#[derive(Debug, Default)]
pub struct Cases {
    pub cases: Vec<Case>,
    /// Without days that can be read.
    pub unusable: usize,
}

#[derive(Deserialize)]
struct Kind {
    #[serde(default)]
    doorlooptijd: Text,
    #[serde(default)]
    servicenorm: Text,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Zaak {
    #[serde(default)]
    uuid: Text,
    #[serde(default)]
    startdatum: Text,
    #[serde(default)]
    einddatum: Text,
    #[serde(default)]
    einddatum_gepland: Text,
    #[serde(default)]
    uiterlijke_einddatum_afdoening: Text,
    opschorting: Option<Suspension>,
    verlenging: Option<Extension>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Suspension {
    indicatie: Option<bool>,
    /// Since version 1.21; before that a suspension that is over leaves no trace but the later day.
    eerdere_opschorting: Option<bool>,
}

#[derive(Deserialize)]
struct Extension {
    #[serde(default)]
    duur: Text,
}

/// Every case that was closed from one day until another.
///
/// # Errors
/// Why it could not be read as a whole; [`Failure::Unreadable`] for a kind without a term.
pub async fn cases(
    access: &Access,
    (from, until): (NaiveDate, NaiveDate),
    now: DateTime<Utc>,
    patience: Patience,
) -> Result<Cases, Failure> {
    let read = async {
        let client = client(access, now, patience)?;
        let (mut found, mut seen) = (Cases::default(), HashSet::new());
        let before = from.checked_sub_days(Days::new(1)).unwrap_or(from);
        let after = until.checked_add_days(Days::new(1)).unwrap_or(until);
        for kind in &access.kinds {
            let terms = terms(&client, kind).await?;
            let kind = utf8_percent_encode(kind, NON_ALPHANUMERIC);
            let path = format!("/zaken?zaaktype={kind}&einddatum__gt={before}&einddatum__lt={after}");
            let take = |page: Vec<Zaak>| {
                page.iter().for_each(|zaak| add(&mut found, &mut seen, zaak, terms));
                More::Wanted
            };
            client.pages(&path, take).await?;
        }
        Ok(found)
    };
    timeout(patience.whole, read).await.map_err(|_| Failure::Late)?
}

/// Whether it answers to who asks, and knows the kinds with their terms.
///
/// # Errors
/// Why not.
pub async fn probe(access: &Access, now: DateTime<Utc>, patience: Patience) -> Result<(), Failure> {
    let client = client(access, now, patience)?;
    for kind in &access.kinds {
        terms(&client, kind).await?;
        let kind = utf8_percent_encode(kind, NON_ALPHANUMERIC);
        client.pages(&format!("/zaken?zaaktype={kind}"), |_: Vec<Zaak>| More::Enough).await?;
    }
    Ok(())
}

fn client(access: &Access, now: DateTime<Utc>, patience: Patience) -> Result<Client, Failure> {
    let token = token::signed(&access.client_id, &access.secret, now)?;
    let mut token = HeaderValue::from_str(&format!("Bearer {token}")).map_err(|_| Failure::Refused)?;
    token.set_sensitive(true);
    let crs = HeaderValue::from_static("EPSG:4326");
    let headers =
        HeaderMap::from_iter([(header::AUTHORIZATION, token), (HeaderName::from_static("accept-crs"), crs)]);
    Client::new(&access.url, headers, patience)
}

async fn terms(client: &Client, kind: &str) -> Result<Terms, Failure> {
    let kind: Kind = client.at(kind).await?;
    let legal = kind.doorlooptijd.get().and_then(days).filter(|days| *days > 0);
    Ok(Terms {
        legal: legal.ok_or(Failure::Unreadable)?,
        own: kind.servicenorm.get().and_then(days).filter(|days| *days > 0),
    })
}

fn add(found: &mut Cases, seen: &mut HashSet<String>, zaak: &Zaak, terms: Terms) {
    match zaak.uuid.get() {
        None => found.unusable += 1,
        Some(uuid) if seen.insert(uuid.to_owned()) => match case(zaak, terms) {
            Some(case) => found.cases.push(case),
            None => found.unusable += 1,
        },
        // Closed while the pages were read: the same case again.
        Some(_) => {}
    }
}

fn case(zaak: &Zaak, terms: Terms) -> Option<Case> {
    let suspended = zaak.opschorting.as_ref();
    let now = suspended.and_then(|one| one.indicatie).unwrap_or(false);
    let before = suspended.and_then(|one| one.eerdere_opschorting);
    let extended = zaak.verlenging.as_ref().and_then(|one| one.duur.get()).map_or(Some(0), days)?;
    Some(Case {
        terms,
        started: zaak.startdatum.day()?,
        decided: zaak.einddatum.day()?,
        planned: zaak.einddatum_gepland.day(),
        latest: zaak.uiterlijke_einddatum_afdoening.day(),
        suspended: if now { Some(true) } else { before },
        extended,
    })
}

/// The days of an ISO 8601 duration, as `P56D`, `P8W` or `P2M`: a month is thirty days and a year 365. Hours do not count.
fn days(text: &str) -> Option<u32> {
    let date = text.strip_prefix('P')?;
    let date = date.split_once('T').map_or(date, |(date, _)| date);
    let (mut sum, mut number) = (0_u32, String::new());
    for sign in date.chars() {
        let size = match sign {
            'D' => 1,
            'W' => 7,
            'M' => 30,
            'Y' => 365,
            digit if digit.is_ascii_digit() => {
                number.push(digit);
                continue;
            }
            _ => return None,
        };
        sum = sum.checked_add(number.parse::<u32>().ok()?.checked_mul(size)?)?;
        number.clear();
    }
    // A century is no term.
    number.is_empty().then_some(sum).filter(|days| *days <= 36_500)
}
