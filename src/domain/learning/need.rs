//! What somebody needs to take part: access and diet. Seen by themselves and by the trainers of that session only, and
//! erased two weeks after it.

use std::collections::HashMap;

use entity::{
    enrolment::{self, EnrolmentStatus},
    id::*,
    need, session,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, JoinType, QueryFilter as _,
    QuerySelect as _, QueryTrait as _, RelationTrait as _, Set,
    sea_query::{Expr, ExprTrait as _, OnConflict},
};

use super::{enrolment as enrolments, session as sessions};
use crate::domain::{
    actor::Actor,
    change::Change,
    error::{Error, Field, Result, all_well},
    event::Event,
};

pub use entity::need::Model as Need;

/// Characters of one need.
const LENGTH: usize = 500;

/// What somebody writes. Empty: nothing.
#[derive(Clone, Debug, Default)]
pub struct Needs {
    pub access: String,
    pub diet: String,
}

/// Keeps what somebody needs for a place of their own; empty takes back what was said.
///
/// # Errors
/// [`Error::Missing`] for somebody else's place, [`Error::Invalid`] for a text that is too long.
pub async fn state(change: &Change, id: EnrolmentId, needs: &Needs) -> Result<()> {
    let row = enrolments::find(change.db(), id).await?;
    if change.actor.scopes.is_some() || change.actor.person != Some(row.person_id) {
        return Err(Error::Missing("enrolment"));
    }
    let (access, diet) = (needs.access.trim(), needs.diet.trim());
    let long = |name, text: &str| {
        (text.chars().count() > LENGTH).then(|| Field::new(name, "too-long").with("max", LENGTH))
    };
    all_well([long("access", access), long("diet", diet)].into_iter().flatten().collect())?;
    if access.is_empty() && diet.is_empty() {
        need::Entity::delete_by_id(id).exec(change.db()).await?;
    } else {
        let row = need::ActiveModel {
            enrolment_id: Set(id),
            access: Set(access.to_owned()),
            diet: Set(diet.to_owned()),
        };
        let again = OnConflict::column(need::Column::EnrolmentId)
            .update_columns([need::Column::Access, need::Column::Diet])
            .to_owned();
        need::Entity::insert(row).on_conflict(again).exec_without_returning(change.db()).await?;
    }
    change.record(Event::NeedsStated { enrolment: id, person: row.person_id, session: row.session_id }).await
}

/// One's own needs for a place.
///
/// # Errors
/// When the database fails.
pub async fn own(db: &impl ConnectionTrait, id: EnrolmentId) -> Result<Option<Need>> {
    Ok(need::Entity::find_by_id(id).one(db).await?)
}

/// What those who have or get a place need, by enrolment. Nothing at all for anybody but the trainers of the session:
/// planners and administrators do not see it either.
///
/// # Errors
/// When the database fails.
pub async fn of_session(
    db: &impl ConnectionTrait,
    reader: &Actor,
    session: SessionId,
) -> Result<HashMap<EnrolmentId, Need>> {
    let trains = match reader.person {
        Some(person) if reader.scopes.is_none() => sessions::trains(db, session, person).await?,
        _ => false,
    };
    if !trains {
        return Ok(HashMap::new());
    }
    let rows = need::Entity::find()
        .join(JoinType::InnerJoin, need::Relation::Enrolment.def())
        .filter(enrolment::Column::SessionId.eq(session))
        .filter(enrolment::in_status(&[EnrolmentStatus::Confirmed, EnrolmentStatus::Offered]))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.enrolment_id, row)).collect())
}

/// Erases what has been kept long enough; how many it were.
///
/// # Errors
/// When the database fails.
pub async fn erase_due(change: &Change) -> Result<u64> {
    let before = change.now - change.policy.retention.needs;
    // Asked of each need, for there are few: a list of all enrolments that are over would have millions.
    let over = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::Id)
        .join(JoinType::InnerJoin, enrolment::Relation::Session.def())
        .filter(
            Expr::col((enrolment::Entity, enrolment::Column::Id))
                .eq(Expr::col((need::Entity, need::Column::EnrolmentId))),
        )
        .filter(
            Condition::any()
                .add(session::Column::EndsAt.lt(before))
                .add(enrolment::Column::EndedAt.lt(before)),
        );
    let erased =
        need::Entity::delete_many().filter(Expr::exists(over.into_query())).exec(change.db()).await?;
    Ok(erased.rows_affected)
}
