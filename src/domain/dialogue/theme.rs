//! Themes: what conversations are about. A managed list that keeps its history, beside the free tags of who holds one. From enough
//! conversations everybody reads a theme; before that the teams that spoke of it and who holds conversations.

pub mod dilemma;
mod known;
pub mod manage;
pub mod tag;
pub mod talk;

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{
    conversation, conversation_team, conversation_theme, department, id::*, theme, theme_version,
    theme_workshop,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, QueryTrait as _,
    sea_query::{ExprTrait as _, SelectStatement},
};

use crate::domain::{
    actor::Actor,
    error::{Error, Result},
    page::{Page, Window, count_some},
    people::placement,
};

pub use entity::theme::Model as Theme;
pub(in crate::domain) use known::forget;

/// What a name may be long, in characters.
pub const NAME: usize = 80;

/// A theme with what it was called before, the newest first.
#[derive(Clone, Debug)]
pub struct Whole {
    pub theme: Theme,
    pub versions: Vec<theme_version::Model>,
    /// What became part of it.
    pub parts: Vec<Theme>,
    /// What it became part of.
    pub into: Option<Theme>,
}

/// One page of the managed list, by Dutch name: the themes in use, or those that are not any more.
///
/// # Errors
/// Field `cursor` when it is not one of ours; when the database fails.
pub async fn list(db: &impl ConnectionTrait, retired: bool, window: &Window) -> Result<Page<Theme>> {
    let columns = (theme::Column::NameNl, theme::Column::Id);
    window.read(db, in_use(!retired), columns, |row: &Theme| (row.name_nl.clone(), row.id.0)).await
}

/// How many there are in that list.
///
/// # Errors
/// When the database fails.
pub async fn count(db: &impl ConnectionTrait, retired: bool) -> Result<u64> {
    count_some(db, in_use(!retired)).await
}

/// Every theme that can be given to a conversation, by Dutch name.
///
/// # Errors
/// When the database fails.
pub async fn choices(db: &impl ConnectionTrait) -> Result<Vec<Theme>> {
    Ok(in_use(true).order_by_asc(theme::Column::NameNl).all(db).await?)
}

/// These themes, by Dutch name.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &impl ConnectionTrait, ids: &[ThemeId]) -> Result<Vec<Theme>> {
    let rows = theme::Entity::find().filter(theme::Column::Id.is_in(ids.iter().copied()));
    Ok(rows.order_by_asc(theme::Column::NameNl).all(db).await?)
}

fn in_use(used: bool) -> sea_orm::Select<theme::Entity> {
    let retired = theme::Column::RetiredOn;
    theme::Entity::find().filter(if used { retired.is_null() } else { retired.is_not_null() })
}

/// The themes that everybody reads: with enough conversations, or with a workshop that the programme offers for it.
///
/// # Errors
/// When the database fails.
pub async fn published(db: &impl ConnectionTrait, talks: &[talk::Talk]) -> Result<Vec<(Theme, Option<u64>)>> {
    let enough = talk::published(talks);
    let seen = Condition::any()
        .add(theme::Column::Id.is_in(enough.keys().copied()))
        .add(theme::Column::Id.in_subquery(helped()));
    let rows = in_use(true).filter(seen).order_by_asc(theme::Column::NameNl).all(db).await?;
    Ok(rows.into_iter().map(|row| (enough.get(&row.id).copied(), row)).map(|(n, row)| (row, n)).collect())
}

/// Themes for which there is a workshop.
fn helped() -> SelectStatement {
    theme_workshop::Entity::find().select_only().column(theme_workshop::Column::ThemeId).into_query()
}

/// The themes in released summaries of somebody's own team and of the teams that they head, with how many of those
/// conversations have them.
///
/// # Errors
/// When the database fails.
pub async fn of_teams(
    db: &impl ConnectionTrait,
    actor: &Actor,
    today: NaiveDate,
) -> Result<Vec<(Theme, u64)>> {
    let pairs: Vec<(ThemeId, ConversationId)> = conversation_theme::Entity::find()
        .select_only()
        .columns([conversation_theme::Column::ThemeId])
        .columns([conversation_theme::Column::ConversationId])
        .filter(summarised(actor, today))
        .into_tuple()
        .all(db)
        .await?;
    if pairs.is_empty() {
        return Ok(Vec::new());
    }
    let mut counts: HashMap<ThemeId, u64> = HashMap::new();
    for (theme, _) in pairs {
        *counts.entry(theme).or_default() += 1;
    }
    let ids: Vec<_> = counts.keys().copied().collect();
    Ok(of(db, &ids).await?.into_iter().map(|row| (counts[&row.id], row)).map(|(n, row)| (row, n)).collect())
}

/// Named by a released summary that somebody reads (a filter on themes of conversations).
fn summarised(actor: &Actor, today: NaiveDate) -> Condition {
    use conversation_theme::Column::{ConversationId, InSummary};
    let person = actor.person.filter(|_| actor.scopes.is_none() && !actor.is_outsider());
    let own = person.map(|person| {
        conversation_team::Column::DepartmentId.in_subquery(placement::of_somebody(person, today))
    });
    let led = conversation_team::Column::DepartmentId.is_in(actor.departments.iter().copied());
    let teams = conversation_team::Entity::find()
        .select_only()
        .column(conversation_team::Column::ConversationId)
        .filter(Condition::any().add(led).add_option(own))
        .into_query();
    let released = conversation::Entity::find()
        .select_only()
        .column(conversation::Column::Id)
        .filter(conversation::Column::ReleasedAt.is_not_null())
        .into_query();
    Condition::all()
        .add(InSummary.eq(true))
        .add(ConversationId.in_subquery(teams))
        .add(ConversationId.in_subquery(released))
}

/// One theme, if the actor may read it.
///
/// # Errors
/// [`Error::Missing`] also for one that too few spoke of.
pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: ThemeId,
    (talks, today): (&[talk::Talk], NaiveDate),
) -> Result<Whole> {
    let all = Condition::all();
    let seen = if actor.may_facilitate() || talk::published(talks).contains_key(&id) {
        all
    } else {
        let told = conversation_theme::Entity::find()
            .select_only()
            .column(conversation_theme::Column::ThemeId)
            .filter(summarised(actor, today))
            .into_query();
        let id = theme::Column::Id;
        all.add(Condition::any().add(id.in_subquery(helped())).add(id.in_subquery(told)))
    };
    let theme = theme::Entity::find_by_id(id).filter(seen).one(db).await?;
    whole(db, theme.ok_or(Error::Missing("theme"))?).await
}

async fn whole(db: &impl ConnectionTrait, theme: Theme) -> Result<Whole> {
    let versions = theme_version::Entity::find().filter(theme_version::Column::ThemeId.eq(theme.id));
    let versions = versions
        .order_by_desc(theme_version::Column::UntilOn)
        .order_by_desc(theme_version::Column::Id)
        .all(db)
        .await?;
    let around = theme::Column::MergedIntoId.eq(theme.id);
    let around = match theme.merged_into_id {
        Some(into) => around.or(theme::Column::Id.eq(into)),
        None => around,
    };
    let around = theme::Entity::find().filter(around).order_by_asc(theme::Column::NameNl).all(db).await?;
    let (into, parts): (Vec<_>, Vec<_>) =
        around.into_iter().partition(|row| Some(row.id) == theme.merged_into_id);
    Ok(Whole { theme, versions, parts, into: into.into_iter().next() })
}

/// The names of these departments.
///
/// # Errors
/// When the database fails.
pub async fn offices(db: &impl ConnectionTrait, ids: &[DepartmentId]) -> Result<Vec<(DepartmentId, String)>> {
    let rows = department::Entity::find().filter(department::Column::Id.is_in(ids.iter().copied()));
    let rows = rows.order_by_asc(department::Column::Name).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}
