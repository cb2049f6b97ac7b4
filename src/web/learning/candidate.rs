//! Looking for somebody to enrol.

use entity::id::PersonId;
use serde::Serialize;

use super::participant_line::Offices;
use crate::{
    domain::{
        error::Result,
        page::Window,
        people::{
            directory,
            person::{Person, full_name},
        },
    },
    web::{context::Context, key},
};

/// A search that finds more is asked to be narrower.
const MOST_FOUND: u64 = 10;

/// Looking for somebody to enrol.
#[derive(Clone, Debug, Serialize)]
pub struct Search {
    key: String,
    text: String,
    found: Vec<Found>,
    more: bool,
}

/// Somebody who was found.
#[derive(Clone, Debug, Serialize)]
pub struct Found {
    id: String,
    name: String,
    departments: Vec<String>,
    number: String,
    email: String,
    /// Has, gets or waits for a place here already.
    here: bool,
}

impl Search {
    /// What the address asks for. `here` have, get or wait for a place already.
    pub(super) async fn asked(cx: &Context, here: &[PersonId]) -> Result<Self> {
        let text = cx.query().search("search");
        let (people, more) = if text.is_empty() { (Vec::new(), false) } else { find(cx, &text).await? };
        let ids: Vec<_> = people.iter().map(|person| person.id).collect();
        let offices = Offices::of(cx, &ids).await?;
        let found = people.iter().map(|person| Found::new(person, &offices, here)).collect();
        Ok(Self { key: key::fresh(), text, found, more })
    }

    /// For samples.
    pub(super) fn sample(text: &str, names: &[&str]) -> Self {
        let found = |name: &&str| Found {
            id: name.replace(' ', "-"),
            name: (*name).into(),
            departments: vec!["Vergunningen".into()],
            number: "100234".into(),
            email: "fenna.de.boer@gemeente.example".into(),
            here: name.starts_with('N'),
        };
        Self {
            key: "k".into(),
            text: text.into(),
            found: names.iter().map(found).collect(),
            more: names.len() > 1,
        }
    }
}

async fn find(cx: &Context, text: &str) -> Result<(Vec<Person>, bool)> {
    let filter = directory::Filter { search: text.to_owned(), ..directory::Filter::default() };
    let window = Window { limit: MOST_FOUND, after: None };
    let today = cx.house().policy.day(cx.now());
    let page = directory::list(cx.db(), cx.actor(), &filter, &window, today).await?;
    let people = page.items.into_iter().map(|entry| entry.person).collect();
    Ok((people, page.next.is_some()))
}

impl Found {
    fn new(person: &Person, offices: &Offices, here: &[PersonId]) -> Self {
        Self {
            id: person.id.to_string(),
            name: full_name(person),
            departments: offices.home_of(person),
            number: person.employee_number.clone().unwrap_or_default(),
            email: person.email.clone().unwrap_or_default(),
            here: here.contains(&person.id),
        }
    }
}
