//! Role dilemmas: which roles a theme troubles, and between what they stand.

use entity::{id::*, theme_dilemma};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, Set,
};

use super::manage;
use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result, all_well},
    event::Improving,
};

pub use entity::theme_dilemma::Model as Dilemma;

/// What each text may be long, in characters.
pub const LENGTH: usize = 160;
/// More than anybody reads.
const MOST: u64 = 12;

/// A dilemma in the making, in both languages.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub role: [String; 2],
    pub between: [String; 2],
}

/// The dilemmas of a theme, by Dutch name of the role.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &impl ConnectionTrait, theme: ThemeId) -> Result<Vec<Dilemma>> {
    let rows = theme_dilemma::Entity::find().filter(theme_dilemma::Column::ThemeId.eq(theme));
    let rows = rows.order_by_asc(theme_dilemma::Column::RoleNl).order_by_asc(theme_dilemma::Column::Id);
    Ok(rows.all(db).await?)
}

/// Adds one.
///
/// # Errors
/// [`Error::Missing`] unless the actor keeps themes; fields `roleNl`, `roleEn`, `betweenNl`, `betweenEn`;
/// [`Refusal::NotPossibleNow`] when there are many already.
pub async fn add(change: &Change, theme: ThemeId, draft: &Draft) -> Result<()> {
    manage::open(change, theme).await?;
    let mut wrong = Vec::new();
    let mut read = |name: &'static str, text: &str| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            wrong.push(Field::new(name, "required"));
        } else if text.chars().count() > LENGTH {
            wrong.push(Field::new(name, "too-long").with("max", LENGTH));
        }
        text
    };
    let row = theme_dilemma::ActiveModel {
        id: Set(DilemmaId::new()),
        theme_id: Set(theme),
        role_nl: Set(read("roleNl", &draft.role[0])),
        role_en: Set(read("roleEn", &draft.role[1])),
        between_nl: Set(read("betweenNl", &draft.between[0])),
        between_en: Set(read("betweenEn", &draft.between[1])),
    };
    all_well(wrong)?;
    if count(change.db(), theme).await? >= MOST {
        return Err(Refusal::NotPossibleNow.into());
    }
    theme_dilemma::Entity::insert(row).exec_without_returning(change.db()).await?;
    note(change, theme).await
}

/// Takes one away.
///
/// # Errors
/// [`Error::Missing`] unless the actor keeps themes, and for one of another theme.
pub async fn remove(change: &Change, theme: ThemeId, id: DilemmaId) -> Result<()> {
    manage::open(change, theme).await?;
    let one = theme_dilemma::Entity::delete_by_id(id).filter(theme_dilemma::Column::ThemeId.eq(theme));
    if one.exec(change.db()).await?.rows_affected == 0 {
        return Err(Error::Missing("dilemma"));
    }
    note(change, theme).await
}

async fn note(change: &Change, theme: ThemeId) -> Result<()> {
    let dilemmas = usize::try_from(count(change.db(), theme).await?).unwrap_or_default();
    change.record(Improving::DilemmasWritten { theme, dilemmas }.into()).await
}

async fn count(db: &impl ConnectionTrait, theme: ThemeId) -> Result<u64> {
    let rows = theme_dilemma::Entity::find().filter(theme_dilemma::Column::ThemeId.eq(theme));
    Ok(rows.count(db).await?)
}
