//! The place of somebody who came in without one.

use entity::{
    enrolment::{self, EnrolmentStatus, NO_LOT, Origin},
    id::*,
};
use sea_orm::{ActiveModelTrait as _, EntityTrait as _, IntoActiveModel as _};

use super::{super::seat, OPEN_PROGRAMME};
use crate::domain::{change::Change, error::Result};

/// A place that is certain at once; its seat is the caller's to count.
pub(in crate::domain::learning) async fn walk_in(
    change: &Change,
    session: SessionId,
    person: PersonId,
) -> Result<enrolment::Model> {
    let row = enrolment::Model {
        id: EnrolmentId::new(),
        session_id: session,
        workshop_id: seat::find(change.db(), session).await?.workshop_id,
        person_id: person,
        status: EnrolmentStatus::Confirmed,
        origin: Origin::WalkIn,
        priority: OPEN_PROGRAMME,
        lot: NO_LOT,
        replaces_id: None,
        short_notice: false,
        created_at: change.now,
        offer_expires_at: None,
        override_reason: None,
        ended_at: None,
        ending: None,
        withdrawal_reason: None,
        outcome: None,
    };
    enrolment::Entity::insert(row.clone().into_active_model().reset_all())
        .exec_without_returning(change.db())
        .await?;
    Ok(row)
}
