//! The four core values in the words of the organisation: what each is called, what it means, and what one does then. What nobody wrote
//! is said in our words; what somebody wrote stands with the other texts of the organisation.

use std::collections::BTreeMap;

use entity::{core_value::CoreValue, wording};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _};

use crate::domain::{
    change::Change,
    error::{Error, Field, Result, all_well},
    wording::{self as wordings},
};

/// How the keys of these texts begin.
pub const START: &str = "core-value-";
/// The longest name, in characters: it stands on a card.
pub const NAME_LENGTH: usize = 40;
/// The longest meaning, and the longest behaviours together.
pub const TEXT_LENGTH: usize = 600;

/// What is said of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Name,
    Meaning,
    /// One a line.
    Behaviours,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 3] = [Self::Name, Self::Meaning, Self::Behaviours];

    /// Code: the name of a field, and the end of a key.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Meaning => "meaning",
            Self::Behaviours => "behaviours",
        }
    }

    const fn length(self) -> usize {
        match self {
            Self::Name => NAME_LENGTH,
            Self::Meaning | Self::Behaviours => TEXT_LENGTH,
        }
    }
}

/// The key of a text, of ours and of the organisation alike.
#[must_use]
pub fn key(value: CoreValue, part: Part) -> String {
    format!("{START}{}-{}", value.code(), part.code())
}

/// What the organisation says itself, by language and key.
///
/// # Errors
/// When the database fails.
pub async fn own(db: &impl ConnectionTrait) -> Result<BTreeMap<(String, String), String>> {
    let rows = wording::Entity::find().filter(wording::Column::Key.starts_with(START)).all(db).await?;
    Ok(rows.into_iter().map(|row| ((row.language, row.key), row.text)).collect())
}

/// Writes what is said of a value in one language; nothing for a part: in our words again.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor runs the programme; a field with the code of the part for a text that is empty or too long.
pub async fn write(
    change: &Change,
    value: CoreValue,
    language: &'static str,
    texts: &[(Part, Option<String>)],
) -> Result<()> {
    if !change.actor.may_oversee() {
        return Err(Error::Forbidden);
    }
    let problem = |(part, text): &(Part, Option<String>)| {
        let text = text.as_deref()?.trim();
        if text.is_empty() {
            return Some(Field::new(part.code(), "required"));
        }
        let most = part.length();
        (text.chars().count() > most).then(|| Field::new(part.code(), "too-long").with("max", most))
    };
    all_well(texts.iter().filter_map(problem).collect())?;
    let lines = |text: &str| {
        text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    };
    let texts: Vec<_> =
        texts.iter().map(|(part, text)| (key(value, *part), text.as_deref().map(lines))).collect();
    wordings::write(change, language, &texts).await
}
