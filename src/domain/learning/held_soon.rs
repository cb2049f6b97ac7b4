//! Held seats of a head that still need names, the first to come free first.

use chrono::{DateTime, Utc};
use entity::{held_seat, id::*, session, workshop};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, RelationTrait as _,
};

use crate::domain::error::Result;

/// Seats without a name.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Nameless {
    pub id: HeldSeatId,
    pub department_id: DepartmentId,
    pub seats: i32,
    /// When they come free.
    pub releases_at: DateTime<Utc>,
    pub title: String,
    /// When the session begins.
    pub starts_at: DateTime<Utc>,
}

/// What is held for these departments, at most so many lines, in one statement.
///
/// # Errors
/// When the database fails.
pub async fn of_departments(
    db: &impl ConnectionTrait,
    departments: &[DepartmentId],
    now: DateTime<Utc>,
    most: u64,
) -> Result<Vec<Nameless>> {
    let rows = held_seat::Entity::find()
        .select_only()
        .columns([held_seat::Column::Id, held_seat::Column::DepartmentId])
        .columns([held_seat::Column::Seats, held_seat::Column::ReleasesAt])
        .column(workshop::Column::Title)
        .column(session::Column::StartsAt)
        .join(JoinType::InnerJoin, held_seat::Relation::Session.def())
        .join(JoinType::InnerJoin, session::Relation::Workshop.def())
        .filter(held_seat::Column::DepartmentId.is_in(departments.iter().copied()))
        .filter(held_seat::Column::EndedAt.is_null())
        .filter(held_seat::Column::ReleasesAt.gt(now))
        .order_by_asc(held_seat::Column::ReleasesAt)
        .order_by_asc(held_seat::Column::Id)
        .limit(most)
        .into_model()
        .all(db)
        .await?;
    Ok(rows)
}
