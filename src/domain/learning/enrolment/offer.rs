//! A place that is offered: taking it, or leaving it to the next in line.

use entity::{
    enrolment::{self, Ending, EnrolmentStatus},
    id::*,
    session::SessionState,
};
use sea_orm::sea_query::Expr;

use super::{
    super::{
        notice, seat,
        waiting_list::{self, settle},
    },
    Placement, end_what_this_replaces, find,
    leave::end,
    of_actor, placement, transit,
};
use crate::domain::{
    change::Change,
    error::{Refusal, Result},
    event::Event,
};

/// Takes the place that was offered.
///
/// # Errors
/// [`Refusal::OfferLapsed`] when its time has passed, [`Refusal::NotPossibleNow`] when there is no offer.
pub async fn accept(change: &Change, id: EnrolmentId) -> Result<Placement> {
    let offer = of_actor(change, id).await?;
    let session = seat::lock(change, offer.session_id).await?;
    let offer = find(change.db(), id).await?;
    if offer.ending == Some(Ending::OfferLapsed)
        || offer
            .offer_expires_at
            .is_some_and(|at| at <= change.now && offer.status == EnrolmentStatus::Offered)
    {
        return Err(Refusal::OfferLapsed.into());
    }
    if offer.status != EnrolmentStatus::Offered {
        return Err(Refusal::NotPossibleNow.into());
    }
    if session.state == SessionState::CalledOff {
        return Err(Refusal::SessionCalledOff.into());
    }
    let confirmed = [
        (enrolment::Column::Status, EnrolmentStatus::Confirmed.into()),
        (enrolment::Column::OfferExpiresAt, Expr::value(None::<chrono::DateTime<chrono::Utc>>)),
    ];
    transit(change, &offer, confirmed).await?;
    let row = find(change.db(), id).await?;
    end_what_this_replaces(change, &row).await?;
    change
        .record(Event::OfferAccepted { enrolment: id, person: row.person_id, session: row.session_id })
        .await?;
    notice::confirmed(change, &row).await?;
    placement(change.db(), row).await
}

/// Says no to an offer; the next in line gets one.
///
/// # Errors
/// [`Refusal::NotPossibleNow`] when there is no offer.
pub async fn decline(change: &Change, id: EnrolmentId) -> Result<Placement> {
    let offer = of_actor(change, id).await?;
    settle(change, offer.session_id).await?;
    let offer = find(change.db(), id).await?;
    if offer.status != EnrolmentStatus::Offered {
        return Err(Refusal::NotPossibleNow.into());
    }
    end(change, &offer, EnrolmentStatus::Declined, Ending::OfferDeclined, None).await?;
    change
        .record(Event::OfferDeclined { enrolment: id, person: offer.person_id, session: offer.session_id })
        .await?;
    waiting_list::promote(change, offer.session_id).await?;
    placement(change.db(), find(change.db(), id).await?).await
}
