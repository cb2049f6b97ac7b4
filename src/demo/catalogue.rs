//! What the file of workshops leaves out: a description of each.

use entity::workshop::Cover;

use crate::domain::{
    actor::Actor,
    change::{Change, House},
    error::Result,
    learning::workshop::{self, Draft},
};

/// One section a workshop, headed by its code.
const DESCRIPTIONS: &str = include_str!("data/descriptions.md");

/// Describes every workshop of the catalogue.
pub(super) async fn describe(house: &House) -> Result<()> {
    house.write(&Actor::operator(), |change| async move { write(&change).await }).await
}

async fn write(change: &Change) -> Result<()> {
    let workshops = workshop::published(change.db()).await?;
    let ids = workshops.iter().map(|workshop| workshop.id).collect();
    let mut values = workshop::values_of(change.db(), ids).await?;
    for (row, cover) in workshops.into_iter().zip(Cover::ALL.iter().cycle()) {
        let (id, description) = (row.id, description(&row.code).to_owned());
        let values = values.remove(&id).unwrap_or_default();
        let draft = Draft { description, cover: Some(*cover), ..Draft::of(row, values) };
        workshop::rewrite(change, id, &draft).await?;
    }
    Ok(())
}

fn description(code: &str) -> &'static str {
    let mut sections = DESCRIPTIONS.split("\n# ").filter_map(|section| section.split_once('\n'));
    sections.find(|(heading, _)| heading.trim() == code).map_or("", |(_, text)| text.trim())
}
