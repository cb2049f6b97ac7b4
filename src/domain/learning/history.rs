//! What became of a workshop: who changed what, and when.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{event, id::*, person};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use serde_json::{Map, Value, json};

use super::workshop::Draft;
use crate::domain::{error::Result, people::person::full_name};

/// Longer texts only say that they changed.
const SHORT: usize = 120;

/// Something that was done.
#[derive(Clone, Debug)]
pub struct Entry {
    pub at: DateTime<Utc>,
    /// Nobody: the operator, or the house itself.
    pub who: Option<String>,
    /// Code of the event.
    pub kind: String,
    pub changes: Vec<Changed>,
}

/// A field that was written anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    pub field: String,
    /// Old and new; nothing for a long text.
    pub values: Option<(String, String)>,
}

/// Old and new of what differs, for the event.
pub(super) fn changes(before: &Draft, after: &Draft) -> Value {
    let mut found = Map::new();
    for ((field, old), (_, new)) in fields(before).into_iter().zip(fields(after)) {
        if old == new {
            continue;
        }
        let short = old.chars().count().max(new.chars().count()) <= SHORT;
        found.insert(field.into(), if short { json!([old, new]) } else { Value::Null });
    }
    Value::Object(found)
}

fn fields(draft: &Draft) -> [(&'static str, String); 16] {
    let number = |value: Option<i32>| value.map(|value| value.to_string()).unwrap_or_default();
    [
        ("code", draft.code.trim().into()),
        ("title", draft.title.trim().into()),
        ("summary", draft.summary.trim().into()),
        ("description", draft.description.trim().into()),
        ("goals", draft.goals.trim().into()),
        ("values", draft.values.iter().map(|one| one.code()).collect::<Vec<_>>().join(", ")),
        ("form", draft.form.code().into()),
        ("duration", draft.duration_minutes.to_string()),
        ("parts", draft.parts.to_string()),
        ("minimum", number(draft.minimum)),
        ("maximum", number(draft.maximum)),
        ("audience", draft.audience.trim().into()),
        ("offering", draft.offering.code().into()),
        ("languages", draft.languages.iter().map(|one| one.code()).collect::<Vec<_>>().join(", ")),
        ("cover", draft.cover.map(|one| one.code().to_owned()).unwrap_or_default()),
        ("approval", draft.approval.code().into()),
    ]
}

/// What became of a workshop, the newest first, at most `limit`.
///
/// # Errors
/// When the database fails.
pub async fn of_workshop(db: &impl ConnectionTrait, id: WorkshopId, limit: u64) -> Result<Vec<Entry>> {
    let rows = event::Entity::find()
        .filter(event::Column::SubjectId.eq(id.0))
        .filter(event::Column::Kind.starts_with("workshop-"))
        .order_by_desc(event::Column::At)
        .order_by_desc(event::Column::Id)
        .limit(limit)
        .all(db)
        .await?;
    let actors = rows.iter().filter_map(|row| row.actor_id);
    let people = person::Entity::find().filter(person::Column::Id.is_in(actors)).all(db).await?;
    let names: HashMap<_, _> = people.iter().map(|person| (person.id, full_name(person))).collect();
    let entry = |row: event::Model| Entry {
        at: row.at,
        who: row.actor_id.and_then(|id| names.get(&id).cloned()),
        changes: read(&row.data),
        kind: row.kind,
    };
    Ok(rows.into_iter().map(entry).collect())
}

fn read(data: &Value) -> Vec<Changed> {
    let Some(changes) = data.get("changes").and_then(Value::as_object) else { return Vec::new() };
    let text = |values: &Value, at: usize| values.get(at).and_then(Value::as_str).map(str::to_owned);
    let changed = |(field, values): (&String, &Value)| Changed {
        field: field.clone(),
        values: text(values, 0).zip(text(values, 1)),
    };
    changes.iter().map(changed).collect()
}
