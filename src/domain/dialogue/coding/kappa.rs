//! How far two coders agree, theme by theme.

use std::collections::HashSet;

use entity::{conversation_theme as first, id::*, theme_coding as coding, theme_coding_theme as second};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _, QueryTrait as _,
};

use super::{Theme, by_now};
use crate::domain::{
    actor::Actor,
    error::{Error, Result},
};

/// From how many conversations on a kappa says something.
pub const FEWEST: u32 = 10;

/// Two coders and one theme: in how many conversations who saw it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub both: u32,
    /// Whoever held the conversation, and the second coder not.
    pub first: u32,
    pub second: u32,
    pub neither: u32,
}

/// What a kappa means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// Fewer conversations than [`FEWEST`].
    TooFew,
    /// Both saw it everywhere or nowhere, so that chance alone explains all.
    Undefined,
    /// No better than chance.
    None,
    Slight,
    Fair,
    Moderate,
    Substantial,
    AlmostPerfect,
}

/// One theme.
#[derive(Clone, Debug)]
pub struct Agreement {
    pub theme: Theme,
    pub table: Table,
}

impl Table {
    /// In how many conversations two looked.
    #[must_use]
    pub const fn n(&self) -> u32 {
        self.both + self.first + self.second + self.neither
    }

    /// Cohen's kappa (Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20(1), 1960):
    /// κ = (pₒ − pₑ) / (1 − pₑ), where pₒ is the share of conversations about which both say the same, and pₑ what chance would make
    /// of it, given how often each gives the theme. Nothing without conversations, and when pₑ = 1: both gave it everywhere, or nowhere.
    #[must_use]
    pub fn kappa(&self) -> Option<f64> {
        let all = self.n();
        // In whole numbers, so that 1 − pₑ is zero exactly when it should be.
        let by_first = u64::from(self.both + self.first) * u64::from(self.both + self.second);
        let by_second = u64::from(self.second + self.neither) * u64::from(self.first + self.neither);
        let square = u64::from(all) * u64::from(all);
        if square == by_first + by_second {
            return None;
        }
        let share = |part: u64| precise(part) / precise(square);
        let observed = share(u64::from(self.both + self.neither) * u64::from(all));
        let expected = share(by_first + by_second);
        Some((observed - expected) / (1.0 - expected))
    }

    /// What it means: the words of Landis and Koch, "The measurement of observer agreement for categorical data", Biometrics 33(1), 1977.
    #[must_use]
    pub fn grade(&self) -> Grade {
        if self.n() < FEWEST {
            return Grade::TooFew;
        }
        match self.kappa() {
            None => Grade::Undefined,
            Some(kappa) if kappa <= 0.0 => Grade::None,
            Some(kappa) if kappa <= 0.2 => Grade::Slight,
            Some(kappa) if kappa <= 0.4 => Grade::Fair,
            Some(kappa) if kappa <= 0.6 => Grade::Moderate,
            Some(kappa) if kappa <= 0.8 => Grade::Substantial,
            Some(_) => Grade::AlmostPerfect,
        }
    }
}

impl Grade {
    /// Code, in sentences.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooFew => "too-few",
            Self::Undefined => "undefined",
            Self::None => "none",
            Self::Slight => "slight",
            Self::Fair => "fair",
            Self::Moderate => "moderate",
            Self::Substantial => "substantial",
            Self::AlmostPerfect => "almost-perfect",
        }
    }
}

/// Counts of conversations are far below 2⁵³.
#[expect(clippy::cast_precision_loss, reason = "a count of conversations fits")]
const fn precise(count: u64) -> f64 {
    count as f64
}

/// Agreement on every theme that one of both gave in what was coded twice, by name. A theme that was merged counts as what it is part
/// of by now.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor is the programme manager.
pub async fn of_themes(db: &impl ConnectionTrait, actor: &Actor) -> Result<Vec<Agreement>> {
    if !actor.may_hear_all() {
        return Err(Error::Forbidden);
    }
    let done = coding::Entity::find().filter(coding::Column::DoneOn.is_not_null()).all(db).await?;
    let held = coding::Entity::find().select_only().column(coding::Column::ConversationId);
    let held = held.filter(coding::Column::DoneOn.is_not_null()).into_query();
    let ones = first::Entity::find().filter(first::Column::ConversationId.in_subquery(held)).all(db).await?;
    let others = second::Entity::find().all(db).await?;
    let (all, ends) = by_now(db).await?;
    let now = |id: ThemeId| ends.get(&id).copied().unwrap_or(id);
    let ones: HashSet<_> = ones.iter().map(|row| (row.conversation_id, now(row.theme_id))).collect();
    let others: HashSet<_> = others.iter().map(|row| (row.coding_id, now(row.theme_id))).collect();
    let table = |theme: ThemeId| {
        done.iter().fold(Table::default(), |mut table, row| {
            let said = (ones.contains(&(row.conversation_id, theme)), others.contains(&(row.id, theme)));
            match said {
                (true, true) => table.both += 1,
                (true, false) => table.first += 1,
                (false, true) => table.second += 1,
                (false, false) => table.neither += 1,
            }
            table
        })
    };
    let agreement = |theme: Theme| Agreement { table: table(theme.id), theme };
    let mut given: Vec<_> =
        all.into_iter().map(agreement).filter(|one| one.table.neither < one.table.n()).collect();
    given.sort_by(|a, b| a.theme.name_nl.cmp(&b.theme.name_nl));
    Ok(given)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fifty conversations: both saw it in 20, only the first in 5, only the second in 10, neither in 15. Then pₒ = 0.7, pₑ = 0.5 · 0.6 +
    /// 0.5 · 0.4 = 0.5, and κ = 0.4.
    #[test]
    fn a_worked_example() {
        let table = Table { both: 20, first: 5, second: 10, neither: 15 };
        let kappa = table.kappa().expect("a kappa");
        assert!((kappa - 0.4).abs() < 1e-12, "{kappa}");
        assert_eq!(table.grade(), Grade::Fair);
    }

    #[test]
    fn full_agreement_is_one_and_the_contrary_below_zero() {
        let all = Table { both: 6, neither: 6, ..Table::default() };
        assert!((all.kappa().expect("a kappa") - 1.0).abs() < 1e-12);
        let contrary = Table { first: 6, second: 6, ..Table::default() };
        assert!((contrary.kappa().expect("a kappa") + 1.0).abs() < 1e-12);
        assert_eq!(contrary.grade(), Grade::None);
    }

    #[test]
    fn where_chance_explains_all_there_is_none() {
        assert_eq!(Table { both: 12, ..Table::default() }.grade(), Grade::Undefined);
        assert_eq!(Table { neither: 12, ..Table::default() }.kappa(), None);
        assert_eq!(Table::default().kappa(), None);
        assert_eq!(Table { both: 5, neither: 4, ..Table::default() }.grade(), Grade::TooFew);
    }
}
