//! The summary of a conversation: written by whoever held it, and once it is released read by its team and the heads above it;
//! that of a conversation with an outside party also by whoever measures the service.
//! What is released is not taken back, only corrected.

use chrono::NaiveDate;
use entity::{
    conversation, conversation_team, conversation_theme, core_value::CoreValue, id::*, placement,
    quote::Sharing,
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _,
    IntoActiveModel as _, JoinType, QueryFilter as _, QuerySelect as _, QueryTrait as _, RelationTrait as _,
    Select, Set,
    sea_query::{Expr, SelectStatement},
};

use super::{
    Conversation,
    list::{self, Line},
    locked, outside,
    reference::{self, Theme},
    told,
};
use crate::domain::{
    actor::Actor,
    change::Change,
    error::{Error, Field, Refusal, Result},
    event::Talking,
    page::{Page, Window, count_some},
    people::placement::on,
    task::Letter,
};

/// What a summary may be long, in characters.
pub const LENGTH: usize = 5_000;
/// In a smaller group everybody knows who said it, so no quote is shown.
pub const QUOTED_FROM: i32 = 5;

/// What is written.
#[derive(Clone, Debug)]
pub struct Draft {
    pub text: String,
    /// The themes of the conversation that it names.
    pub themes: Vec<ThemeId>,
    /// The version of the conversation it was written on.
    pub version: i32,
}

/// What the team and its heads read.
#[derive(Clone, Debug)]
pub struct Summary {
    pub line: Line,
    pub values: Vec<CoreValue>,
    /// Those that it names.
    pub themes: Vec<Theme>,
    /// Words that whoever said them lets others read; none of a small group.
    pub quotes: Vec<String>,
    /// Whether the reader is of one of its teams, now or on the day it was held.
    pub own: bool,
}

/// Writes it down for later; nobody else reads it yet.
///
/// # Errors
/// [`Error::Missing`]; field `summary`; [`Refusal::NotPossibleNow`] before it was held, when somebody wrote meanwhile, and once it was
/// released: then it is corrected by releasing it anew.
pub async fn write(change: &Change, id: ConversationId, draft: &Draft) -> Result<()> {
    let row = locked(change, id).await?;
    if row.released_at.is_some() {
        return Err(Refusal::NotPossibleNow.into());
    }
    put(change, row, draft).await?;
    change.record(Talking::SummaryWritten { conversation: id }.into()).await
}

/// Releases what is written here. The first time its team and the heads above it hear of it; later it is a correction.
///
/// # Errors
/// As [`write()`], but also once it was released; field `summary` when it is empty.
pub async fn release(change: &Change, id: ConversationId, draft: &Draft) -> Result<()> {
    if draft.text.trim().is_empty() {
        // Whoever may not open it hears nothing of its fields.
        super::find(change.db(), &change.actor, id).await?;
        return Err(Field::new("summary", "required").into());
    }
    let row = locked(change, id).await?;
    let again = row.released_at.is_some();
    let row = put(change, row, draft).await?;
    let (held, released) = (row.held_on, row.released_at);
    let mut row = row.into_active_model();
    if again {
        row.corrected_at = Set(Some(change.now));
    } else {
        row.released_at = Set(released.or(Some(change.now)));
    }
    row.update(change.db()).await?;
    let people = if again { 0 } else { tell(change, id, held).await? };
    change.record(Talking::SummaryReleased { conversation: id, people, again }.into()).await
}

/// A released summary, for its team, the heads above it, whoever may open the record, and with an outside party whoever measures. Two statements and five more.
///
/// # Errors
/// [`Error::Missing`] for everybody else, and before it is released.
pub async fn read(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: ConversationId,
    today: NaiveDate,
) -> Result<Summary> {
    let row = readable(actor, today).filter(conversation::Column::Id.eq(id)).one(db).await?;
    let row = row.ok_or(Error::Missing("conversation"))?;
    let own = match actor.person.filter(|_| actor.scopes.is_none()) {
        Some(person) => {
            let of = conversation::Column::Id.in_subquery(of_member(person, today));
            conversation::Entity::find_by_id(id).filter(of).one(db).await?.is_some()
        }
        None => false,
    };
    let values = reference::values(db, id).await?;
    let themes = reference::given(db, id).await?.into_iter().filter(|(_, named)| *named);
    let quotes = match row.participants.is_some_and(|count| count >= QUOTED_FROM) {
        true => reference::quotes(db, id).await?,
        false => Vec::new(),
    };
    let shared = quotes.into_iter().filter(|quote| quote.sharing != Sharing::No);
    let line = list::lines(db, vec![row]).await?.pop().ok_or(Error::Missing("conversation"))?;
    Ok(Summary {
        line,
        values,
        themes: themes.map(|(theme, _)| theme).collect(),
        quotes: shared.map(|quote| quote.text).collect(),
        own,
    })
}

/// The released summaries that the actor may read, the last conversation first.
///
/// # Errors
/// Field `cursor` when it is not one of ours; when the database fails.
pub async fn page(
    db: &impl ConnectionTrait,
    actor: &Actor,
    window: &Window,
    today: NaiveDate,
) -> Result<Page<Line>> {
    let rows = list::read(db, readable(actor, today), window, false).await?;
    Ok(Page { items: list::lines(db, rows.items).await?, next: rows.next })
}

/// How many there are.
///
/// # Errors
/// When the database fails.
pub async fn count(db: &impl ConnectionTrait, actor: &Actor, today: NaiveDate) -> Result<u64> {
    count_some(db, readable(actor, today)).await
}

/// The themes are named anew, the text is set: on the version that the writer saw.
async fn put(change: &Change, row: Conversation, draft: &Draft) -> Result<Conversation> {
    if row.held_on.is_none() || row.called_off_at.is_some() || row.version != draft.version {
        return Err(Refusal::NotPossibleNow.into());
    }
    if draft.text.trim().chars().count() > LENGTH {
        return Err(Field::new("summary", "too-long").with("max", LENGTH).into());
    }
    let of = conversation_theme::Column::ConversationId.eq(row.id);
    let named = conversation_theme::Column::ThemeId.is_in(draft.themes.iter().copied());
    for (which, named) in [(of.clone(), false), (of.and(named), true)] {
        conversation_theme::Entity::update_many()
            .col_expr(conversation_theme::Column::InSummary, Expr::value(named))
            .filter(which)
            .exec(change.db())
            .await?;
    }
    let version = row.version + 1;
    let mut row = row.into_active_model();
    row.summary = Set(draft.text.trim().to_owned());
    row.version = Set(version);
    Ok(row.update(change.db()).await?)
}

/// Tells the team, as it is today and as it was, and the heads above it.
async fn tell(change: &Change, id: ConversationId, held: Option<NaiveDate>) -> Result<usize> {
    let teams: Vec<_> = super::teams(change.db(), id).await?.into_iter().map(|team| team.id).collect();
    let today = change.policy.day(change.now);
    let mut people = told::members(change.db(), &teams, today).await?;
    if let Some(day) = held.filter(|day| *day != today) {
        people.extend(told::members(change.db(), &teams, day).await?);
    }
    people.extend(told::heads(change.db(), &teams).await?);
    people.retain(|person| Some(*person) != change.actor.person);
    let letter = |person| Letter::ConversationSummary { person, conversation: id };
    told::tell(change, id, &people, letter).await?;
    Ok(people.len())
}

/// What was released, of those that the actor may read. A token reads none.
fn readable(actor: &Actor, today: NaiveDate) -> Select<conversation::Entity> {
    use conversation::Column::{Id, ReleasedAt};
    let mut may = Condition::any().add(super::open_to(actor)).add(outside::open_to(actor));
    if let Some(person) = actor.person.filter(|_| actor.scopes.is_none()) {
        may = may.add(Id.in_subquery(of_member(person, today)));
    }
    if actor.scopes.is_none() && !actor.departments.is_empty() {
        let of = conversation_team::Entity::find()
            .select_only()
            .column(conversation_team::Column::ConversationId)
            .filter(conversation_team::Column::DepartmentId.is_in(actor.departments.iter().copied()));
        may = may.add(Id.in_subquery(of.into_query()));
    }
    conversation::Entity::find().filter(ReleasedAt.is_not_null()).filter(may)
}

/// The conversations of the teams in which somebody works today, or did on the day it was held.
fn of_member(person: PersonId, today: NaiveDate) -> SelectStatement {
    use placement::Column::{DepartmentId as Place, EndsOn, StartsOn};
    let held = || Expr::col((conversation::Entity, conversation::Column::HeldOn));
    let began = StartsOn.is_null().or(Expr::col((placement::Entity, StartsOn)).lte(held()));
    let stayed = EndsOn.is_null().or(Expr::col((placement::Entity, EndsOn)).gte(held()));
    let there = conversation_team::Relation::Conversation.def();
    let worked = Expr::col((placement::Entity, Place))
        .eq(Expr::col((conversation_team::Entity, conversation_team::Column::DepartmentId)));
    conversation_team::Entity::find()
        .select_only()
        .column(conversation_team::Column::ConversationId)
        .join(JoinType::InnerJoin, there)
        .join(JoinType::InnerJoin, placed())
        .filter(worked)
        .filter(placement::Column::PersonId.eq(person))
        .filter(Condition::any().add(on(today)).add(began.and(stayed)))
        .into_query()
}

/// From a team to who works in it.
fn placed() -> sea_orm::RelationDef {
    conversation_team::Entity::belongs_to(placement::Entity)
        .from(conversation_team::Column::DepartmentId)
        .to(placement::Column::DepartmentId)
        .into()
}
