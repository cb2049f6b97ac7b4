//! Texts of letters that the organisation writes itself, in the stead of ours.

use std::collections::BTreeMap;

use entity::wording;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, Set,
    sea_query::OnConflict,
};

use super::{
    change::Change,
    error::{Error, Result},
    event::Event,
};

pub use entity::wording::Model as Wording;

/// Most characters of a text.
pub const LENGTH: usize = 1000;

/// What the organisation says for the keys that start with this, in one language.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &impl ConnectionTrait, language: &str, start: &str) -> Result<BTreeMap<String, String>> {
    let rows = wording::Entity::find()
        .filter(wording::Column::Language.eq(language))
        .filter(wording::Column::Key.starts_with(start))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.key, row.text)).collect())
}

/// Everything that the organisation has written itself.
///
/// # Errors
/// When the database fails.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Wording>> {
    let ordered = wording::Entity::find().order_by_asc(wording::Column::Key);
    Ok(ordered.order_by_asc(wording::Column::Language).all(db).await?)
}

/// Writes texts, by key; nothing: back to ours. Whoever calls has checked what must be filled in.
///
/// # Errors
/// [`Error::Forbidden`].
pub async fn write(
    change: &Change,
    language: &'static str,
    texts: &[(String, Option<String>)],
) -> Result<()> {
    if !change.actor.may_see_letters() {
        return Err(Error::Forbidden);
    }
    wording::Entity::delete_many()
        .filter(wording::Column::Language.eq(language))
        .filter(wording::Column::Key.is_in(texts.iter().map(|(key, _)| key.as_str())))
        .exec(change.db())
        .await?;
    let row = |key: &String, text: &String| wording::ActiveModel {
        key: Set(key.clone()),
        language: Set(language.to_owned()),
        text: Set(text.clone()),
        changed_by: Set(change.actor.person),
        changed_at: Set(change.now),
    };
    let rows: Vec<_> = texts.iter().filter_map(|(key, text)| Some(row(key, text.as_ref()?))).collect();
    if !rows.is_empty() {
        let again = OnConflict::columns([wording::Column::Key, wording::Column::Language])
            .update_columns([wording::Column::Text, wording::Column::ChangedBy, wording::Column::ChangedAt])
            .to_owned();
        wording::Entity::insert_many(rows).on_conflict(again).exec_without_returning(change.db()).await?;
    }
    let keys = texts.iter().map(|(key, _)| key.clone()).collect();
    change.record(Event::WordingChanged { keys, language }).await
}
