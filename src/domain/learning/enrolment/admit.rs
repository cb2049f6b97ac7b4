//! A place for somebody who was agreed to, or whose seat was held.

use entity::{
    enrolment::{self, EnrolmentStatus},
    person, session,
};

use super::{
    super::{before::Before, notice, seat, waiting_list},
    Asking, Placement, TakePlace, confirm, find, insert, join_queue, placement, transit,
};
use crate::domain::{
    change::Change,
    error::{Refusal, Result},
};

/// Gives a request that was agreed to its place, or its place in the queue: the moment of asking counts. The session is locked.
pub(in crate::domain::learning) async fn admit(
    change: &Change,
    row: &enrolment::Model,
    before: &Before,
) -> Result<Placement> {
    let free = seat::take_as_newcomer(change, row.session_id).await?;
    let status = if free { EnrolmentStatus::Confirmed } else { EnrolmentStatus::Waiting };
    if !transit(change, row, [(enrolment::Column::Status, status.into())]).await? {
        return Err(Refusal::AlreadyDecided.into());
    }
    let row = find(change.db(), row.id).await?;
    if free {
        confirm(change, &row, before).await?;
        notice::granted(change, &row).await?;
    } else {
        join_queue(change, &row).await?;
        waiting_list::promote(change, row.session_id).await?;
    }
    placement(change.db(), find(change.db(), row.id).await?).await
}

/// Gives somebody the seat that was held, and which counts as taken already. Who waits comes out of the queue.
pub(in crate::domain::learning) async fn give_held(
    change: &Change,
    wish: &TakePlace,
    (session, person, before): (&session::Model, &person::Model, &Before),
    waits: Option<enrolment::Model>,
) -> Result<Placement> {
    let row = match waits {
        Some(row) => {
            if !transit(change, &row, [(enrolment::Column::Status, EnrolmentStatus::Confirmed.into())])
                .await?
            {
                return Err(Refusal::NotPossibleNow.into());
            }
            seat::queue(change, row.session_id, -1).await?;
            find(change.db(), row.id).await?
        }
        None => {
            let asking = Asking { session, person, replaces: None };
            insert(change, wish, (&asking, before), EnrolmentStatus::Confirmed).await?
        }
    };
    confirm(change, &row, before).await?;
    notice::confirmed(change, &row).await?;
    placement(change.db(), row).await
}
