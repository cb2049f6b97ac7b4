//! The conversations of whoever holds them, page by page.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{conversation, conversation_team, department, id::*, person};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, QueryTrait as _, Select,
};

use super::{Conversation, open_to};
use crate::domain::{
    actor::Actor,
    error::{Error, Result},
    page::{Page, Window, count_some},
    people::person::full_name,
};

/// Which of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// From now on, the first one first.
    #[default]
    ToCome,
    /// Begun, and nobody wrote down what came of it; the last one first.
    ToRecord,
    /// Held and written down; the last one first.
    Held,
}

impl Which {
    /// Every choice, in the order of the page.
    pub const ALL: [Self; 3] = [Self::ToCome, Self::ToRecord, Self::Held];

    /// The code in the address.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ToCome => "to-come",
            Self::ToRecord => "to-record",
            Self::Held => "held",
        }
    }

    /// The choice with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub which: Which,
    /// Only those with one of these teams.
    pub teams: Option<Vec<DepartmentId>>,
}

/// A conversation with who takes part in it.
#[derive(Clone, Debug)]
pub struct Line {
    pub row: Conversation,
    /// By name.
    pub teams: Vec<String>,
    pub facilitator: Option<String>,
}

/// One page of what the actor may open.
///
/// # Errors
/// Field `cursor` when it is not one of ours; when the database fails.
pub async fn page(
    db: &impl ConnectionTrait,
    actor: &Actor,
    filter: &Filter,
    window: &Window,
    now: DateTime<Utc>,
) -> Result<Page<Line>> {
    let rows = read(db, found(actor, filter, now), window, filter.which == Which::ToCome).await?;
    let lines = lines(db, rows.items).await?;
    Ok(Page { items: lines, next: rows.next })
}

/// One, for whoever may open its record.
///
/// # Errors
/// [`Error::Missing`] for everybody else.
pub async fn one(db: &impl ConnectionTrait, actor: &Actor, id: ConversationId) -> Result<Line> {
    let row = super::find(db, actor, id).await?;
    lines(db, vec![row]).await?.pop().ok_or(Error::Missing("conversation"))
}

/// How many there are.
///
/// # Errors
/// When the database fails.
pub async fn count(
    db: &impl ConnectionTrait,
    actor: &Actor,
    filter: &Filter,
    now: DateTime<Utc>,
) -> Result<u64> {
    count_some(db, found(actor, filter, now)).await
}

fn found(actor: &Actor, filter: &Filter, now: DateTime<Utc>) -> Select<conversation::Entity> {
    use conversation::Column::{CalledOffAt, HeldOn, Id, StartsAt};
    let open = Condition::all().add(CalledOffAt.is_null()).add(HeldOn.is_null());
    let which = match filter.which {
        Which::ToCome => open.add(StartsAt.gt(now)),
        Which::ToRecord => open.add(StartsAt.lte(now)),
        Which::Held => Condition::all().add(HeldOn.is_not_null()),
    };
    let rows = conversation::Entity::find().filter(open_to(actor)).filter(which);
    match &filter.teams {
        Some(teams) => {
            let of = conversation_team::Entity::find()
                .select_only()
                .column(conversation_team::Column::ConversationId)
                .filter(conversation_team::Column::DepartmentId.is_in(teams.iter().copied()));
            rows.filter(Id.in_subquery(of.into_query()))
        }
        None => rows,
    }
}

/// A page in order of start, forwards or backwards.
pub(super) async fn read(
    db: &impl ConnectionTrait,
    rows: Select<conversation::Entity>,
    window: &Window,
    forwards: bool,
) -> Result<Page<Conversation>> {
    use conversation::Column::{Id, StartsAt};
    let after = match &window.after {
        Some(cursor) => {
            let (at, id) = (cursor.key::<DateTime<Utc>>()?, ConversationId(cursor.id()));
            let beyond = if forwards { StartsAt.gt(at) } else { StartsAt.lt(at) };
            let next = if forwards { Id.gt(id) } else { Id.lt(id) };
            Condition::any().add(beyond).add(StartsAt.eq(at).and(next))
        }
        None => Condition::all(),
    };
    let order = if forwards { sea_orm::Order::Asc } else { sea_orm::Order::Desc };
    let rows = rows.filter(after).order_by(StartsAt, order.clone()).order_by(Id, order);
    let rows = rows.limit(window.limit + 1).all(db).await?;
    Ok(window.cut(rows, |row| (row.starts_at.to_rfc3339(), row.id.0)))
}

/// With teams and facilitators: two statements.
pub(super) async fn lines(db: &impl ConnectionTrait, rows: Vec<Conversation>) -> Result<Vec<Line>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids = rows.iter().map(|row| row.id);
    let of = conversation_team::Entity::find()
        .filter(conversation_team::Column::ConversationId.is_in(ids))
        .find_also_related(department::Entity)
        .order_by_asc(department::Column::Name);
    let mut teams: HashMap<ConversationId, Vec<String>> = HashMap::new();
    for (row, team) in of.all(db).await? {
        teams.entry(row.conversation_id).or_default().extend(team.map(|team| team.name));
    }
    let people = rows.iter().filter_map(|row| row.facilitator_id);
    let people = person::Entity::find().filter(person::Column::Id.is_in(people)).all(db).await?;
    let names: HashMap<_, _> = people.iter().map(|one| (one.id, full_name(one))).collect();
    let mut line = |row: Conversation| Line {
        teams: teams.remove(&row.id).unwrap_or_default(),
        facilitator: row.facilitator_id.and_then(|id| names.get(&id).cloned()),
        row,
    };
    Ok(rows.into_iter().map(&mut line).collect())
}
