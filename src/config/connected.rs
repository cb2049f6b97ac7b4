//! Other systems that figures are fetched from.

use super::{BadSetting, parse, source::Source};
use crate::outside::{open_klant, open_zaak};

/// Those that the settings name.
#[derive(Clone, Debug, Default)]
pub struct Connected {
    pub open_klant: Option<open_klant::Access>,
    pub open_zaak: Option<open_zaak::Access>,
}

impl Connected {
    /// All of a system, or nothing of it.
    pub(super) fn read(source: &Source) -> Result<Self, BadSetting> {
        Ok(Self { open_klant: open_klant(source)?, open_zaak: open_zaak(source)? })
    }
}

fn open_klant(source: &Source) -> Result<Option<open_klant::Access>, BadSetting> {
    const NAMES: [&str; 2] = ["OLIEVLEK_OPEN_KLANT_URL", "OLIEVLEK_OPEN_KLANT_TOKEN"];
    let url = source.maybe(NAMES[0], parse::outside)?;
    let token = source.maybe(NAMES[1], parse::secret)?;
    match (url, token) {
        (None, None) => Ok(None),
        (Some(url), Some(token)) => Ok(Some(open_klant::Access { url, token })),
        (None, _) => Err(lacking(NAMES[0], NAMES[1])),
        (_, None) => Err(lacking(NAMES[1], NAMES[0])),
    }
}

fn open_zaak(source: &Source) -> Result<Option<open_zaak::Access>, BadSetting> {
    const NAMES: [&str; 4] = [
        "OLIEVLEK_OPEN_ZAAK_URL",
        "OLIEVLEK_OPEN_ZAAK_CLIENT_ID",
        "OLIEVLEK_OPEN_ZAAK_CLIENT_SECRET",
        "OLIEVLEK_OPEN_ZAAK_KINDS",
    ];
    let url = source.maybe(NAMES[0], parse::outside)?;
    let client_id = source.maybe(NAMES[1], parse::client_id)?;
    let secret = source.maybe(NAMES[2], parse::secret)?;
    let kinds = source.maybe(NAMES[3], parse::kinds)?;
    let there = [url.is_some(), client_id.is_some(), secret.is_some(), kinds.is_some()];
    let (Some(url), Some(client_id), Some(secret), Some(kinds)) = (url, client_id, secret, kinds) else {
        let place = |some| there.iter().position(|there| *there == some).and_then(|at| NAMES.get(at));
        return place(true).zip(place(false)).map_or(Ok(None), |(has, lacks)| Err(lacking(lacks, has)));
    };
    let own = |kind: &String| kind.parse().is_ok_and(|uri| url.is_of(&uri));
    if !kinds.iter().all(own) {
        let problem = format!("should be addresses on the system of {}", NAMES[0]);
        return Err(BadSetting { name: NAMES[3].to_owned(), problem });
    }
    Ok(Some(open_zaak::Access { url, client_id, secret, kinds }))
}

fn lacking(name: &str, other: &str) -> BadSetting {
    BadSetting { name: name.to_owned(), problem: format!("should be set too, since {other} is") }
}
