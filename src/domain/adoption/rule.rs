//! Thresholds of adoption, as they were set. How many people there have to be can be raised and never lowered: what was shown once
//! cannot be hidden again, and what people were promised stays.

use chrono::{DateTime, Utc};
use entity::{adoption_rule, id::*};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryOrder as _};

use super::period::Grain;
use crate::domain::{
    change::Change,
    error::{Error, Field, Result},
    event::Publishing,
};

pub use entity::adoption_rule::Model as Setting;

/// What can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// The least number of people behind a figure inside the organisation.
    People,
    /// The same of a figure for residents.
    PeoplePublic,
    /// The least number of people in a unit of which anything is shown.
    Headcount,
    /// How long periods are, from the next one on.
    Grain,
    /// Conditions of the ladder, in hundredths: teams with a conversation and an action.
    Talking,
    /// Ideas answered in time.
    Answered,
    /// People with a completed training.
    Learning,
    /// Of what was assigned.
    Assigned,
    /// Who applied what they learned.
    Applied,
}

impl Name {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 9] = [
        Self::People,
        Self::PeoplePublic,
        Self::Headcount,
        Self::Grain,
        Self::Talking,
        Self::Answered,
        Self::Learning,
        Self::Assigned,
        Self::Applied,
    ];

    /// The code, in the table and in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::PeoplePublic => "people-public",
            Self::Headcount => "headcount",
            Self::Grain => "grain",
            Self::Talking => "ladder-talking",
            Self::Answered => "ladder-answered",
            Self::Learning => "ladder-learning",
            Self::Assigned => "ladder-assigned",
            Self::Applied => "ladder-applied",
        }
    }

    /// The one with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.code() == code)
    }

    /// From where and to where it can be set; nothing for the grain.
    #[must_use]
    pub const fn range(self) -> Option<(i32, i32)> {
        match self {
            Self::People => Some((5, 1_000)),
            Self::PeoplePublic | Self::Headcount => Some((10, 1_000)),
            Self::Grain => None,
            Self::Talking | Self::Answered | Self::Learning | Self::Assigned | Self::Applied => {
                Some((1, 100))
            }
        }
    }

    /// Whether it can only be raised.
    #[must_use]
    pub const fn only_rises(self) -> bool {
        matches!(self, Self::People | Self::PeoplePublic | Self::Headcount)
    }
}

/// Of fewer grades nothing is shown inside the organisation, and to residents, however low the thresholds are.
pub const GRADES: (u64, u64) = (10, 30);

/// The thresholds that hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    pub people: i32,
    pub people_public: i32,
    pub headcount: i32,
    /// Nothing: by the number of staff.
    pub grain: Option<Grain>,
    pub ladder: Ladder,
}

/// What a step of the ladder asks, in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ladder {
    pub talking: i32,
    pub answered: i32,
    pub learning: i32,
    pub assigned: i32,
    pub applied: i32,
}

impl Default for Rules {
    fn default() -> Self {
        let ladder = Ladder { talking: 50, answered: 80, learning: 30, assigned: 80, applied: 50 };
        Self { people: 5, people_public: 10, headcount: 10, grain: None, ladder }
    }
}

impl Rules {
    /// One of them, as it is written; empty for a grain that nobody chose.
    #[must_use]
    pub fn text(&self, name: Name) -> String {
        let number = match name {
            Name::Grain => return self.grain.map(|grain| grain.code().to_owned()).unwrap_or_default(),
            Name::People => self.people,
            Name::PeoplePublic => self.people_public,
            Name::Headcount => self.headcount,
            Name::Talking => self.ladder.talking,
            Name::Answered => self.ladder.answered,
            Name::Learning => self.ladder.learning,
            Name::Assigned => self.ladder.assigned,
            Name::Applied => self.ladder.applied,
        };
        number.to_string()
    }

    fn set(&mut self, name: Name, value: &str) {
        let Ok(number) = value.parse() else {
            self.grain = Grain::from_code(value).or(self.grain);
            return;
        };
        match name {
            Name::Grain => {}
            Name::People => self.people = self.people.max(number),
            Name::PeoplePublic => self.people_public = self.people_public.max(number),
            Name::Headcount => self.headcount = self.headcount.max(number),
            Name::Talking => self.ladder.talking = number,
            Name::Answered => self.ladder.answered = number,
            Name::Learning => self.ladder.learning = number,
            Name::Assigned => self.ladder.assigned = number,
            Name::Applied => self.ladder.applied = number,
        }
    }
}

/// Everything that was ever set, the oldest first.
///
/// # Errors
/// When the database fails.
pub async fn history(db: &impl ConnectionTrait) -> Result<Vec<Setting>> {
    let rows = adoption_rule::Entity::find().order_by_asc(adoption_rule::Column::SetAt);
    Ok(rows.order_by_asc(adoption_rule::Column::Id).all(db).await?)
}

/// What holds after all of these.
#[must_use]
pub fn after(history: &[Setting]) -> Rules {
    let mut rules = Rules::default();
    for setting in history {
        if let Some(name) = Name::from_code(&setting.name) {
            rules.set(name, &setting.value);
        }
    }
    rules
}

/// What holds now.
///
/// # Errors
/// When the database fails.
pub async fn now(db: &impl ConnectionTrait) -> Result<Rules> {
    Ok(after(&history(db).await?))
}

/// Since when what holds of this name does; nothing: from the beginning.
#[must_use]
pub fn since(history: &[Setting], name: Name) -> Option<DateTime<Utc>> {
    history.iter().rev().find(|setting| setting.name == name.code()).map(|setting| setting.set_at)
}

/// Sets one of them.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor publishes; field `value` when it is none, is out of its range, or would be lower.
pub async fn set(change: &Change, name: Name, value: &str) -> Result<()> {
    if !change.actor.may_publish() {
        return Err(Error::Forbidden);
    }
    let (value, before) = (value.trim(), now(change.db()).await?.text(name));
    allowed(name, value, &before)?;
    if value == before {
        return Ok(());
    }
    let row = adoption_rule::ActiveModel {
        id: Set(RuleId::new()),
        name: Set(name.code().to_owned()),
        value: Set(value.to_owned()),
        set_at: Set(change.now),
        set_by: Set(change.actor.person),
    };
    adoption_rule::Entity::insert(row).exec_without_returning(change.db()).await?;
    change.record(Publishing::RuleSet { rule: name.code(), value: value.to_owned() }.into()).await
}

fn allowed(name: Name, value: &str, before: &str) -> Result<()> {
    let Some((least, most)) = name.range() else {
        return Grain::from_code(value).map(|_| ()).ok_or(Field::new("value", "not-a-choice").into());
    };
    let number: i32 = value.parse().map_err(|_| Field::new("value", "not-a-number"))?;
    let least = if name.only_rises() { before.parse().unwrap_or(least).max(least) } else { least };
    if !(least..=most).contains(&number) {
        return Err(Field::new("value", "out-of-range").with("min", least).with("max", most).into());
    }
    Ok(())
}
