//! Keeping the list: adding, renaming, merging, retiring. What a theme was called stays known.

use entity::{conversation_theme, id::*, theme, theme_coding_theme, theme_dilemma, theme_version};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, EntityTrait as _, ExprTrait as _,
    IntoActiveModel as _, PaginatorTrait as _, QueryFilter as _, QuerySelect as _, QueryTrait as _, Set,
    sea_query::Expr,
};

use super::{NAME, Theme};
use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result, all_well},
    event::Improving,
};

/// What a theme is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    pub nl: String,
    pub en: String,
}

/// Adds a theme.
///
/// # Errors
/// [`Error::Missing`] unless the actor holds conversations; fields `nl` and `en`; [`Refusal::Taken`].
pub async fn add(change: &Change, names: &Names) -> Result<ThemeId> {
    may(change)?;
    let names = checked(names)?;
    free(change, None, &names).await?;
    let id = ThemeId::new();
    let row = theme::ActiveModel {
        id: Set(id),
        name_nl: Set(names.nl),
        name_en: Set(names.en),
        merged_into_id: Set(None),
        retired_on: Set(None),
    };
    theme::Entity::insert(row).exec_without_returning(change.db()).await?;
    change.record(Improving::ThemeAdded { theme: id }.into()).await?;
    Ok(id)
}

/// Calls it otherwise from today; what it was called stays known.
///
/// # Errors
/// As [`add`].
pub async fn rename(change: &Change, id: ThemeId, names: &Names) -> Result<()> {
    let row = open(change, id).await?;
    let names = checked(names)?;
    if (row.name_nl.as_str(), row.name_en.as_str()) == (names.nl.as_str(), names.en.as_str()) {
        return Ok(());
    }
    free(change, Some(id), &names).await?;
    let before = theme_version::ActiveModel {
        id: Set(ThemeVersionId::new()),
        theme_id: Set(id),
        name_nl: Set(row.name_nl.clone()),
        name_en: Set(row.name_en.clone()),
        until_on: Set(change.policy.day(change.now)),
        changed_by: Set(change.actor.person),
    };
    theme_version::Entity::insert(before).exec_without_returning(change.db()).await?;
    let mut row = row.into_active_model();
    row.name_nl = Set(names.nl);
    row.name_en = Set(names.en);
    row.update(change.db()).await?;
    change.record(Improving::ThemeRenamed { theme: id }.into()).await
}

/// Makes it part of another: its conversations and dilemmas are of that one. A conversation that had both has it once.
///
/// # Errors
/// As [`add`]; field `into` for a theme that is not in use, or the theme itself.
pub async fn merge(change: &Change, id: ThemeId, into: ThemeId) -> Result<()> {
    let row = open(change, id).await?;
    let other = theme::Entity::find_by_id(into).lock_exclusive().one(change.db()).await?;
    if id == into || row.retired_on.is_some() || other.is_none_or(|one| one.retired_on.is_some()) {
        return Err(Field::new("into", "not-a-choice").into());
    }
    conversations(change, id, into).await?;
    coded(change, id, into).await?;
    theme_dilemma::Entity::update_many()
        .col_expr(theme_dilemma::Column::ThemeId, Expr::value(into))
        .filter(theme_dilemma::Column::ThemeId.eq(id))
        .exec(change.db())
        .await?;
    let mut row = row.into_active_model();
    row.merged_into_id = Set(Some(into));
    row.retired_on = Set(Some(change.policy.day(change.now)));
    row.update(change.db()).await?;
    change.record(Improving::ThemeMerged { theme: id, into }.into()).await
}

async fn conversations(change: &Change, id: ThemeId, into: ThemeId) -> Result<()> {
    use conversation_theme::Column::{ConversationId, InSummary, ThemeId as Of};
    let with = |theme: ThemeId| {
        let rows = conversation_theme::Entity::find().select_only().column(ConversationId);
        rows.filter(Of.eq(theme))
    };
    let summed = with(id).filter(InSummary.eq(true)).into_query();
    conversation_theme::Entity::update_many()
        .col_expr(InSummary, Expr::value(true))
        .filter(Of.eq(into))
        .filter(ConversationId.in_subquery(summed))
        .exec(change.db())
        .await?;
    conversation_theme::Entity::delete_many()
        .filter(Of.eq(id))
        .filter(ConversationId.in_subquery(with(into).into_query()))
        .exec(change.db())
        .await?;
    conversation_theme::Entity::update_many()
        .col_expr(Of, Expr::value(into))
        .filter(Of.eq(id))
        .exec(change.db())
        .await?;
    Ok(())
}

/// What second coders gave follows too, or they would seem to disagree.
async fn coded(change: &Change, id: ThemeId, into: ThemeId) -> Result<()> {
    use theme_coding_theme::Column::{CodingId, ThemeId as Of};
    let there = theme_coding_theme::Entity::find().select_only().column(CodingId).filter(Of.eq(into));
    theme_coding_theme::Entity::delete_many()
        .filter(Of.eq(id))
        .filter(CodingId.in_subquery(there.into_query()))
        .exec(change.db())
        .await?;
    theme_coding_theme::Entity::update_many()
        .col_expr(Of, Expr::value(into))
        .filter(Of.eq(id))
        .exec(change.db())
        .await?;
    Ok(())
}

/// Takes it out of use from today, or into use again. Conversations keep it.
///
/// # Errors
/// As [`add`]; [`Refusal::NotPossibleNow`] for what became part of another.
pub async fn retire(change: &Change, id: ThemeId, retired: bool) -> Result<()> {
    let row = open(change, id).await?;
    if row.merged_into_id.is_some() {
        return Err(Refusal::NotPossibleNow.into());
    }
    if row.retired_on.is_some() == retired {
        return Ok(());
    }
    let mut row = row.into_active_model();
    row.retired_on = Set(retired.then(|| change.policy.day(change.now)));
    row.update(change.db()).await?;
    change.record(Improving::ThemeRetired { theme: id, retired }.into()).await
}

pub(super) fn may(change: &Change) -> Result<()> {
    if change.actor.may_facilitate() { Ok(()) } else { Err(Error::Missing("theme")) }
}

/// The row, locked, for who keeps the list.
pub(super) async fn open(change: &Change, id: ThemeId) -> Result<Theme> {
    may(change)?;
    let row = theme::Entity::find_by_id(id).lock_exclusive().one(change.db()).await?;
    row.ok_or(Error::Missing("theme"))
}

fn checked(names: &Names) -> Result<Names> {
    let mut wrong = Vec::new();
    let mut read = |name: &'static str, text: &str| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            wrong.push(Field::new(name, "required"));
        } else if text.chars().count() > NAME {
            wrong.push(Field::new(name, "too-long").with("max", NAME));
        }
        text
    };
    let names = Names { nl: read("nl", &names.nl), en: read("en", &names.en) };
    all_well(wrong)?;
    Ok(names)
}

/// No other theme in use is called so.
async fn free(change: &Change, but: Option<ThemeId>, names: &Names) -> Result<()> {
    let same = theme::Column::NameNl.eq(&names.nl).or(theme::Column::NameEn.eq(&names.en));
    let same = Condition::all().add(same).add(theme::Column::RetiredOn.is_null());
    let same = same.add_option(but.map(|id| theme::Column::Id.ne(id)));
    if theme::Entity::find().filter(same).count(change.db()).await? > 0 {
        return Err(Refusal::Taken { value: names.nl.clone() }.into());
    }
    Ok(())
}
