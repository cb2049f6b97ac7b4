//! What the organisation has planned with its departments.

use chrono::{Datelike as _, Months};

use crate::domain::{
    actor::Actor,
    change::House,
    error::Result,
    people::department,
    reorganisation::{self, Wish},
};

/// A team gets a wider task on the first of a month: one sees it coming on its page, and can take it back.
pub(super) async fn plan(house: &House) -> Result<()> {
    let today = house.policy.day(house.now());
    let from = today.checked_add_months(Months::new(2)).and_then(|day| day.with_day(1)).unwrap_or(today);
    let all = department::list(&house.db.reader).await?;
    let Some(team) = all.iter().find(|one| one.code == "SPORT") else { return Ok(()) };
    let wish = &Wish::Rename { name: "Sport, cultuur en recreatie".into() };
    let asked = house
        .write(
            &Actor::operator(),
            |change| async move { reorganisation::ask(&change, team.id, wish, from).await },
        )
        .await;
    asked.map(|_| ())
}
