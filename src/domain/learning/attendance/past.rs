//! What was marked before: of one person everywhere, and of everybody at one meeting.

use std::collections::HashMap;

use entity::{attendance, enrolment, id::*, meeting, person};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, JoinType, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, RelationTrait as _,
};

use crate::domain::{error::Result, people::person::full_name};

/// Everything that was ever marked of somebody, in order, with the meeting.
///
/// # Errors
/// When the database fails.
pub async fn of_person(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<(attendance::Model, Option<meeting::Model>)>> {
    let rows = attendance::Entity::find()
        .join(JoinType::InnerJoin, attendance::Relation::Enrolment.def())
        .filter(enrolment::Column::PersonId.eq(person))
        .find_also_related(meeting::Entity)
        .order_by_asc(attendance::Column::MarkedAt)
        .all(db)
        .await?;
    Ok(rows)
}

/// Every mark of a place at one meeting, the oldest first, with the name of who made it.
pub type History = HashMap<EnrolmentId, Vec<(attendance::Model, Option<String>)>>;

/// The marks of everybody at a meeting of whom there is more than one.
///
/// # Errors
/// When the database fails.
pub async fn of_meeting(db: &impl ConnectionTrait, id: MeetingId) -> Result<History> {
    let rows = attendance::Entity::find()
        .filter(attendance::Column::MeetingId.eq(id))
        .order_by_asc(attendance::Column::MarkedAt)
        .order_by_asc(attendance::Column::Id)
        .all(db)
        .await?;
    let who = rows.iter().filter_map(|row| row.marked_by);
    let people = person::Entity::find().filter(person::Column::Id.is_in(who)).all(db).await?;
    let names: HashMap<_, _> = people.iter().map(|person| (person.id, full_name(person))).collect();
    let mut marks = History::new();
    for row in rows {
        let name = row.marked_by.and_then(|id| names.get(&id).cloned());
        marks.entry(row.enrolment_id).or_default().push((row, name));
    }
    marks.retain(|_, all| all.len() > 1);
    Ok(marks)
}
