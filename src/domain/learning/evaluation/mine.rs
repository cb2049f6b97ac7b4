//! What somebody still has to answer, on their own first page; and what is to be read by who gives workshops.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use entity::{
    evaluation::{self, EvaluationKind as Kind},
    evaluation_answer as answer, evaluation_invitation as invitation,
    id::*,
    session, trainer, workshop,
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    QueryTrait as _,
};

use super::link;
use crate::domain::error::Result;

/// So long results are new.
const NEW: TimeDelta = TimeDelta::days(14);

/// A question that waits for an answer.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub kind: Kind,
    pub workshop: String,
    /// The last day.
    pub closes_on: NaiveDate,
    /// Opens its page.
    pub code: String,
}

/// Results that are new.
#[derive(Clone, Debug)]
pub struct Fresh {
    pub workshop: WorkshopId,
    pub title: String,
    /// Since when.
    pub released_on: NaiveDate,
}

/// What somebody can still answer, the one that closes first in front.
///
/// # Errors
/// When the database fails.
pub async fn waiting(db: &impl ConnectionTrait, me: PersonId, today: NaiveDate) -> Result<Vec<Waiting>> {
    let rows = invitation::Entity::find()
        .find_also_related(evaluation::Entity)
        .find_also(evaluation::Entity, workshop::Entity)
        .filter(invitation::Column::PersonId.eq(me))
        .filter(invitation::Column::Answered.eq(false))
        .filter(evaluation::Column::ClosedOn.is_null())
        .filter(evaluation::Column::ClosesOn.gte(today))
        .order_by_asc(evaluation::Column::ClosesOn)
        .order_by_asc(invitation::Column::Id)
        .all(db)
        .await?;
    let one = |(invited, round, workshop): (
        invitation::Model,
        Option<evaluation::Model>,
        Option<workshop::Model>,
    )| {
        let round = round?;
        let code = link::code(&round, invited.id)?;
        Some(Waiting { kind: round.kind, workshop: workshop?.title, closes_on: round.closes_on, code })
    };
    Ok(rows.into_iter().filter_map(one).collect())
}

/// Workshops that somebody gives, with results that were added in the last two weeks; at most `most`, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn fresh(
    db: &impl ConnectionTrait,
    trainer: PersonId,
    (now, today): (DateTime<Utc>, NaiveDate),
    most: u64,
) -> Result<Vec<Fresh>> {
    let given = session::Entity::find()
        .select_only()
        .column(session::Column::WorkshopId)
        .filter(session::Column::Id.in_subquery(super::result::given_by(trainer)))
        .filter(session::Column::StartsAt.lte(now))
        .into_query();
    let rows: Vec<(WorkshopId, String, NaiveDate)> = answer::Entity::find()
        .select_only()
        .column(answer::Column::WorkshopId)
        .column(workshop::Column::Title)
        .column_as(answer::Column::ReleasedOn.max(), "released_on")
        .join(sea_orm::JoinType::InnerJoin, answer_workshop())
        .filter(answer::Column::WorkshopId.in_subquery(given))
        .filter(answer::Column::ReleasedOn.gt(today - NEW))
        .group_by(answer::Column::WorkshopId)
        .group_by(workshop::Column::Title)
        .order_by_desc(answer::Column::ReleasedOn.max())
        .order_by_asc(workshop::Column::Title)
        .limit(most)
        .into_tuple()
        .all(db)
        .await?;
    let one = |(workshop, title, released_on)| Fresh { workshop, title, released_on };
    Ok(rows.into_iter().map(one).collect())
}

fn answer_workshop() -> sea_orm::RelationDef {
    use sea_orm::RelationTrait as _;
    answer::Relation::Workshop.def()
}

/// Whether this person gives some run of the workshop.
///
/// # Errors
/// When the database fails.
pub async fn gives(db: &impl ConnectionTrait, id: WorkshopId, person: PersonId) -> Result<bool> {
    let row = trainer::Entity::find()
        .inner_join(session::Entity)
        .filter(session::Column::WorkshopId.eq(id))
        .filter(trainer::Column::PersonId.eq(person));
    Ok(row.one(db).await?.is_some())
}
