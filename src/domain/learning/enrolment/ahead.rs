//! A place in a session in which there seems to be room: what can be is written before the session is held, so that many who
//! want the same one wait for each other's seat, and for little else.

use entity::enrolment::EnrolmentStatus;

use super::{
    super::{draw, notice, seat},
    Asking, Fit, Placement, TakePlace, confirm, insert, placement,
};
use crate::domain::{change::Change, error::Result};

/// Whether the place is there for the taking as far as can be seen, and nothing else has to be settled first.
pub(super) fn is_likely(change: &Change, wish: &TakePlace, asking: &Asking<'_>, fit: &Fit) -> bool {
    let session = asking.session;
    // Staff may give a place when enrolment has closed, and then requests that nobody decided about end first.
    let simple = wish.override_reason.is_none() && fit.step.is_none() && !fit.before.waits();
    let room =
        !seat::is_full(session) && session.waiting == 0 && session.held == 0 && !draw::collects(session);
    change.is_first_run() && simple && room && fit.ties.are_none()
}

/// Writes the place, and then takes the seat. When that is gone meanwhile or the plan is another one, all is undone, and done
/// again with the session held from the start.
pub(super) async fn give(
    change: &Change,
    wish: &TakePlace,
    asking: &Asking<'_>,
    fit: &Fit,
) -> Result<Placement> {
    let row = insert(change, wish, (asking, &fit.before), EnrolmentStatus::Confirmed).await?;
    confirm(change, &row, &fit.before).await?;
    let prepared = notice::prepare(change, row.session_id, fit.reminder).await?;
    seat::line_up(change, row.session_id).await?;
    let session = seat::lock(change, row.session_id).await?;
    if !seat::same_plan(asking.session, &session) || !seat::take_as_newcomer(change, session.id).await? {
        return Err(change.again());
    }
    // Last: who cancels a meeting holds the session, and would wait for the invitation while this waits for the session.
    notice::confirmed_with(change, &row, &prepared).await?;
    placement(change.db(), row).await
}
