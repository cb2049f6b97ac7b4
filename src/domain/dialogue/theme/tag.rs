//! Free tags: words that were given while there was no theme for them. They become a theme, or are found to be one.

use std::collections::HashSet;

use entity::{conversation, conversation_tag, conversation_theme, id::*};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    QueryTrait as _, Set,
    sea_query::{Expr, ExprTrait as _, Order},
};

use super::manage::{self, Names};
use crate::domain::{
    actor::Actor,
    change::Change,
    dialogue::conversation as conversations,
    error::{Error, Field, Result},
    event::Improving,
};

/// A tag with how many conversations have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    pub tag: String,
    pub conversations: u64,
}

/// What becomes of a tag.
#[derive(Clone, Debug)]
pub enum Becomes {
    /// A theme of its own.
    New(Names),
    /// One that there is.
    Theme(ThemeId),
}

/// The tags of the conversations whose record somebody may open, the most used first: at most so many.
///
/// # Errors
/// When the database fails.
pub async fn list(db: &impl ConnectionTrait, actor: &Actor, most: u64) -> Result<Vec<Tag>> {
    let count = || Expr::col(conversation_tag::Column::ConversationId).count();
    let rows: Vec<(String, i64)> = conversation_tag::Entity::find()
        .select_only()
        .column(conversation_tag::Column::Tag)
        .expr_as(count(), "conversations")
        .filter(open(actor))
        .group_by(conversation_tag::Column::Tag)
        .order_by(count(), Order::Desc)
        .order_by_asc(conversation_tag::Column::Tag)
        .limit(most)
        .into_tuple()
        .all(db)
        .await?;
    let tag = |(tag, count)| Tag { tag, conversations: u64::try_from(count).unwrap_or_default() };
    Ok(rows.into_iter().map(tag).collect())
}

/// Gives the conversations with a tag a theme in its place: those whose record the actor may open.
///
/// # Errors
/// [`Error::Missing`] unless the actor holds conversations, and for a tag that none of them has; field `theme` for one that is not
/// in use; and as [`manage::add`].
pub async fn promote(change: &Change, tag: &str, becomes: &Becomes) -> Result<ThemeId> {
    manage::may(change)?;
    let mine = || conversation_tag::Column::Tag.eq(tag).and(open(&change.actor));
    let ids: Vec<ConversationId> = conversation_tag::Entity::find()
        .select_only()
        .column(conversation_tag::Column::ConversationId)
        .filter(mine())
        .into_tuple()
        .all(change.db())
        .await?;
    if ids.is_empty() {
        return Err(Error::Missing("tag"));
    }
    let theme = match becomes {
        Becomes::New(names) => manage::add(change, names).await?,
        Becomes::Theme(id) => used(change, *id).await?,
    };
    give(change, theme, &ids).await?;
    conversation_tag::Entity::delete_many().filter(mine()).exec(change.db()).await?;
    let conversations = ids.len() as u64;
    change.record(Improving::TagPromoted { theme, conversations }.into()).await?;
    Ok(theme)
}

async fn used(change: &Change, id: ThemeId) -> Result<ThemeId> {
    match manage::open(change, id).await {
        Ok(row) if row.retired_on.is_none() => Ok(id),
        Ok(_) | Err(Error::Missing(_)) => Err(Field::new("theme", "not-a-choice").into()),
        Err(error) => Err(error),
    }
}

/// Those that had it already keep it as it is.
async fn give(change: &Change, theme: ThemeId, ids: &[ConversationId]) -> Result<()> {
    let there: HashSet<ConversationId> = conversation_theme::Entity::find()
        .select_only()
        .column(conversation_theme::Column::ConversationId)
        .filter(conversation_theme::Column::ThemeId.eq(theme))
        .into_tuple()
        .all(change.db())
        .await?
        .into_iter()
        .collect();
    let row = |id: &ConversationId| conversation_theme::ActiveModel {
        conversation_id: Set(*id),
        theme_id: Set(theme),
        in_summary: Set(false),
    };
    let rows: Vec<_> = ids.iter().filter(|id| !there.contains(id)).map(row).collect();
    if !rows.is_empty() {
        conversation_theme::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
    }
    Ok(())
}

/// Of a conversation whose record somebody may open (a filter).
fn open(actor: &Actor) -> sea_orm::sea_query::SimpleExpr {
    let open = conversation::Entity::find().select_only().column(conversation::Column::Id);
    let open = open.filter(conversations::open_to(actor)).into_query();
    conversation_tag::Column::ConversationId.in_subquery(open)
}
