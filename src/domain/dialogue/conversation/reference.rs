//! What a record refers to: values it touched, themes, free words, and quotes.

use entity::{
    conversation_tag, conversation_theme, conversation_value,
    core_value::CoreValue,
    id::*,
    quote::{self, Sharing},
    theme,
};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, Set};

use crate::domain::{change::Change, error::Result};

pub use entity::{quote::Model as Quote, theme::Model as Theme};

/// A quote as it was written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    pub text: String,
    pub sharing: Sharing,
}

/// The themes of a conversation, and whether its summary names them.
///
/// # Errors
/// When the database fails.
pub async fn given(db: &impl ConnectionTrait, id: ConversationId) -> Result<Vec<(Theme, bool)>> {
    let rows = conversation_theme::Entity::find()
        .filter(conversation_theme::Column::ConversationId.eq(id))
        .find_also_related(theme::Entity)
        .order_by_asc(theme::Column::NameNl);
    Ok(rows.all(db).await?.into_iter().filter_map(|(row, theme)| Some((theme?, row.in_summary))).collect())
}

/// The values that a conversation touched, in their own order.
///
/// # Errors
/// When the database fails.
pub async fn values(db: &impl ConnectionTrait, id: ConversationId) -> Result<Vec<CoreValue>> {
    let of = conversation_value::Column::ConversationId.eq(id);
    let rows = conversation_value::Entity::find().filter(of).all(db).await?;
    Ok(CoreValue::ALL.iter().copied().filter(|value| rows.iter().any(|row| row.value == *value)).collect())
}

/// The free words of a conversation.
///
/// # Errors
/// When the database fails.
pub async fn tags(db: &impl ConnectionTrait, id: ConversationId) -> Result<Vec<String>> {
    let rows = conversation_tag::Entity::find().filter(conversation_tag::Column::ConversationId.eq(id));
    let rows = rows.order_by_asc(conversation_tag::Column::Tag).all(db).await?;
    Ok(rows.into_iter().map(|row| row.tag).collect())
}

/// The quotes of a conversation, as they were written down.
///
/// # Errors
/// When the database fails.
pub async fn quotes(db: &impl ConnectionTrait, id: ConversationId) -> Result<Vec<Quote>> {
    let rows = quote::Entity::find().filter(quote::Column::ConversationId.eq(id));
    Ok(rows.order_by_asc(quote::Column::Id).all(db).await?)
}

/// These values and no others.
pub(super) async fn set_values(change: &Change, id: ConversationId, values: &[CoreValue]) -> Result<()> {
    let of = conversation_value::Column::ConversationId.eq(id);
    conversation_value::Entity::delete_many().filter(of).exec(change.db()).await?;
    let rows = CoreValue::ALL.iter().copied().filter(|value| values.contains(value));
    let row = |value| conversation_value::ActiveModel { conversation_id: Set(id), value: Set(value) };
    let rows: Vec<_> = rows.map(row).collect();
    if !rows.is_empty() {
        conversation_value::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
    }
    Ok(())
}

/// These themes and no others; which of them the summary names stays as it is.
pub(super) async fn set_themes(change: &Change, id: ConversationId, themes: &[ThemeId]) -> Result<()> {
    let there: Vec<_> = given(change.db(), id).await?.into_iter().map(|(theme, _)| theme.id).collect();
    conversation_theme::Entity::delete_many()
        .filter(conversation_theme::Column::ConversationId.eq(id))
        .filter(conversation_theme::Column::ThemeId.is_not_in(themes.iter().copied()))
        .exec(change.db())
        .await?;
    let mut new: Vec<_> = themes.iter().filter(|theme| !there.contains(theme)).copied().collect();
    new.sort_unstable();
    new.dedup();
    let row = |theme| conversation_theme::ActiveModel {
        conversation_id: Set(id),
        theme_id: Set(theme),
        in_summary: Set(false),
    };
    let rows: Vec<_> = new.into_iter().map(row).collect();
    if !rows.is_empty() {
        conversation_theme::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
    }
    Ok(())
}

/// These words and no others, in small letters.
pub(super) async fn set_tags(change: &Change, id: ConversationId, tags: &[String]) -> Result<()> {
    let of = conversation_tag::Column::ConversationId.eq(id);
    conversation_tag::Entity::delete_many().filter(of).exec(change.db()).await?;
    let mut tags: Vec<_> =
        tags.iter().map(|tag| tag.trim().to_lowercase()).filter(|tag| !tag.is_empty()).collect();
    tags.sort_unstable();
    tags.dedup();
    let rows =
        tags.into_iter().map(|tag| conversation_tag::ActiveModel { conversation_id: Set(id), tag: Set(tag) });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        conversation_tag::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
    }
    Ok(())
}

/// These quotes and no others. One without words is none.
pub(super) async fn set_quotes(change: &Change, id: ConversationId, quotes: &[Words]) -> Result<()> {
    let there = self::quotes(change.db(), id).await?;
    let said: Vec<_> = quotes.iter().filter(|quote| !quote.text.trim().is_empty()).collect();
    let same =
        |quote: &Quote| said.iter().any(|one| one.text.trim() == quote.text && one.sharing == quote.sharing);
    if there.len() == said.len() && there.iter().all(same) {
        return Ok(());
    }
    quote::Entity::delete_many().filter(quote::Column::ConversationId.eq(id)).exec(change.db()).await?;
    let row = |one: &&Words| quote::ActiveModel {
        id: Set(QuoteId::new()),
        conversation_id: Set(id),
        text: Set(one.text.trim().to_owned()),
        sharing: Set(one.sharing),
    };
    let rows: Vec<_> = said.iter().map(row).collect();
    if !rows.is_empty() {
        quote::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
    }
    Ok(())
}
