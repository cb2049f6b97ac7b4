//! What partners and customers said in round tables and panels: once a summary is released, whoever measures the service
//! reads it, by service area.

use std::collections::HashMap;

use entity::{
    conversation::{self, ConversationKind},
    conversation_theme,
    id::*,
    theme,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, Select,
};

use super::{
    list::{self, Line},
    reference::Theme,
};
use crate::domain::{
    actor::Actor,
    error::Result,
    page::{Page, Window, count_some},
};

/// A released summary in the list.
#[derive(Clone, Debug)]
pub struct Voice {
    pub line: Line,
    /// Those that it names, by their Dutch name.
    pub themes: Vec<Theme>,
}

/// A service area, and how many conversations were about it; those about none come last.
pub type Area = (Option<String>, u64);

/// The released summaries of conversations with an outside party, of one service area or of all; the last conversation first.
///
/// # Errors
/// Field `cursor` when it is not one of ours; when the database fails.
pub async fn page(
    db: &impl ConnectionTrait,
    actor: &Actor,
    area: Option<&str>,
    window: &Window,
) -> Result<Page<Voice>> {
    let rows = list::read(db, released(actor, area), window, false).await?;
    let mut themes = named(db, rows.items.iter().map(|row| row.id)).await?;
    let lines = list::lines(db, rows.items).await?.into_iter();
    let voice = |line: Line| Voice { themes: themes.remove(&line.row.id).unwrap_or_default(), line };
    Ok(Page { items: lines.map(voice).collect(), next: rows.next })
}

/// How many there are.
///
/// # Errors
/// When the database fails.
pub async fn count(db: &impl ConnectionTrait, actor: &Actor, area: Option<&str>) -> Result<u64> {
    count_some(db, released(actor, area)).await
}

/// The service areas that those conversations were about, by name.
///
/// # Errors
/// When the database fails.
pub async fn areas(db: &impl ConnectionTrait, actor: &Actor) -> Result<Vec<Area>> {
    use conversation::Column::{Id, ServiceArea};
    let rows = released(actor, None).select_only().column(ServiceArea).column_as(Id.count(), "number");
    let rows = rows.group_by(ServiceArea).into_tuple::<(Option<String>, i64)>().all(db).await?;
    let mut areas: Vec<Area> =
        rows.into_iter().map(|(area, count)| (area, u64::try_from(count).unwrap_or_default())).collect();
    areas.sort_by_key(|(area, _)| (area.is_none(), area.as_deref().map(str::to_lowercase)));
    Ok(areas)
}

/// The conversations with an outside party, for a person who measures; a token reads none.
pub(super) fn open_to(actor: &Actor) -> Condition {
    let measures = actor.person.is_some() && actor.scopes.is_none() && actor.may_measure();
    Condition::all()
        .add(conversation::Column::Kind.ne(ConversationKind::Team))
        .add_option((!measures).then(|| conversation::Column::Id.is_null()))
}

fn released(actor: &Actor, area: Option<&str>) -> Select<conversation::Entity> {
    let rows = conversation::Entity::find().filter(conversation::Column::ReleasedAt.is_not_null());
    let rows = rows.filter(open_to(actor));
    match area {
        Some(area) => rows.filter(conversation::Column::ServiceArea.eq(area)),
        None => rows,
    }
}

/// The themes that summaries name: one statement.
async fn named(
    db: &impl ConnectionTrait,
    of: impl Iterator<Item = ConversationId>,
) -> Result<HashMap<ConversationId, Vec<Theme>>> {
    let rows = conversation_theme::Entity::find()
        .filter(conversation_theme::Column::ConversationId.is_in(of))
        .filter(conversation_theme::Column::InSummary.eq(true))
        .find_also_related(theme::Entity)
        .order_by_asc(theme::Column::NameNl);
    let mut themes: HashMap<_, Vec<Theme>> = HashMap::new();
    for (row, theme) in rows.all(db).await? {
        themes.entry(row.conversation_id).or_default().extend(theme);
    }
    Ok(themes)
}
