//! From theme to training: a team spoke of something for which there is a workshop, and its head is told so.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, Utc};
use entity::{
    assignment, assignment_group, conversation, conversation_team, conversation_theme, department,
    id::*,
    theme, theme_workshop,
    workshop::{self, WorkshopState},
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, RelationTrait as _,
};

use crate::domain::{actor::Actor, error::Result};

/// A workshop for teams of a head, because of a theme of their conversation.
#[derive(Clone, Debug)]
pub struct Suggestion {
    pub theme: theme::Model,
    pub workshop: workshop::Model,
    /// The teams that spoke of it, for which it was not assigned yet, by name.
    pub teams: Vec<department::Model>,
}

/// What helps with the themes that the released summary of a conversation names, for the teams that the actor heads. Nothing for
/// who heads none of them.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &impl ConnectionTrait, actor: &Actor, id: ConversationId) -> Result<Vec<Suggestion>> {
    suggestions(db, actor, conversation::Column::Id.eq(id).into()).await
}

/// What helps with the themes of summaries that were released since a moment, for all teams that the actor heads.
///
/// # Errors
/// When the database fails.
pub async fn lately(
    db: &impl ConnectionTrait,
    actor: &Actor,
    since: DateTime<Utc>,
) -> Result<Vec<Suggestion>> {
    suggestions(db, actor, Condition::all().add(conversation::Column::ReleasedAt.gte(since))).await
}

async fn suggestions(db: &impl ConnectionTrait, actor: &Actor, wanted: Condition) -> Result<Vec<Suggestion>> {
    if actor.scopes.is_some() || actor.departments.is_empty() {
        return Ok(Vec::new());
    }
    let spoke: Vec<(ThemeId, DepartmentId)> = conversation_theme::Entity::find()
        .select_only()
        .columns([conversation_theme::Column::ThemeId])
        .columns([conversation_team::Column::DepartmentId])
        .join(JoinType::InnerJoin, conversation_theme::Relation::Conversation.def())
        .join_rev(JoinType::InnerJoin, conversation_team::Relation::Conversation.def())
        .filter(conversation_theme::Column::InSummary.eq(true))
        .filter(conversation::Column::ReleasedAt.is_not_null())
        .filter(conversation_team::Column::DepartmentId.is_in(actor.departments.iter().copied()))
        .filter(wanted)
        .distinct()
        .into_tuple()
        .all(db)
        .await?;
    if spoke.is_empty() {
        return Ok(Vec::new());
    }
    let helps = helping(db, &spoke).await?;
    let mut found: BTreeMap<(ThemeId, WorkshopId), (workshop::Model, HashSet<DepartmentId>)> =
        BTreeMap::new();
    let assigned = assigned(db, &helps).await?;
    for (link, workshop) in helps {
        let Some(workshop) = workshop else { continue };
        let teams = spoke.iter().filter(|(theme, _)| *theme == link.theme_id).map(|(_, team)| *team);
        let teams: HashSet<_> = teams.filter(|team| !assigned.contains(&(workshop.id, *team))).collect();
        found.insert((link.theme_id, workshop.id), (workshop, teams));
    }
    found.retain(|_, (_, teams)| !teams.is_empty());
    whole(db, found).await
}

/// The published workshops that help with what was spoken of.
async fn helping(
    db: &impl ConnectionTrait,
    spoke: &[(ThemeId, DepartmentId)],
) -> Result<Vec<(theme_workshop::Model, Option<workshop::Model>)>> {
    let themes: HashSet<_> = spoke.iter().map(|(theme, _)| *theme).collect();
    let helps = theme_workshop::Entity::find()
        .find_also_related(workshop::Entity)
        .filter(theme_workshop::Column::ThemeId.is_in(themes))
        .filter(workshop::Column::State.eq(WorkshopState::Published))
        .order_by_asc(workshop::Column::Title);
    Ok(helps.all(db).await?)
}

/// Which of these workshops were assigned to which departments, and are still to be followed.
async fn assigned(
    db: &impl ConnectionTrait,
    helps: &[(theme_workshop::Model, Option<workshop::Model>)],
) -> Result<HashSet<(WorkshopId, DepartmentId)>> {
    let ids: HashSet<_> = helps.iter().map(|(link, _)| link.workshop_id).collect();
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let rows: Vec<(Option<WorkshopId>, Option<DepartmentId>)> = assignment_group::Entity::find()
        .select_only()
        .columns([assignment::Column::WorkshopId])
        .columns([assignment_group::Column::DepartmentId])
        .join(JoinType::InnerJoin, assignment_group::Relation::Assignment.def())
        .filter(assignment::Column::EndedAt.is_null())
        .filter(assignment::Column::WorkshopId.is_in(ids))
        .filter(assignment_group::Column::DepartmentId.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|(workshop, team)| Some((workshop?, team?))).collect())
}

async fn whole(
    db: &impl ConnectionTrait,
    found: BTreeMap<(ThemeId, WorkshopId), (workshop::Model, HashSet<DepartmentId>)>,
) -> Result<Vec<Suggestion>> {
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let themes = theme::Entity::find().filter(theme::Column::Id.is_in(found.keys().map(|key| key.0)));
    let themes = themes.all(db).await?;
    let teams: HashSet<_> = found.values().flat_map(|(_, teams)| teams).copied().collect();
    let named = department::Entity::find().filter(department::Column::Id.is_in(teams));
    let named = named.order_by_asc(department::Column::Name).all(db).await?;
    let suggestion = |((theme, _), (workshop, teams)): (_, (workshop::Model, HashSet<DepartmentId>))| {
        let teams = named.iter().filter(|one| teams.contains(&one.id)).cloned().collect();
        Some(Suggestion { theme: themes.iter().find(|one| one.id == theme)?.clone(), workshop, teams })
    };
    Ok(found.into_iter().filter_map(suggestion).collect())
}
