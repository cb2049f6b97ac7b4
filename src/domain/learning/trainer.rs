//! Who gives a session.

use chrono::{DateTime, Utc};
use entity::{id::*, person, trainer};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, Set};

use super::{
    clash::{self, Clash},
    notice,
    session::Plan,
};
use crate::domain::{
    change::Change,
    error::{Field, Refusal, Result},
    event::Event,
    people::{
        borrowed,
        person::full_name,
        sign_in_code::{self, Fresh},
    },
};

/// Invites who is new, releases who is gone. Who is new and somewhere else at that time is refused, unless the plan gives a
/// reason.
///
/// # Errors
/// Field `trainerIds` for somebody unknown, [`Refusal::TrainerBusy`].
pub(super) async fn set(change: &Change, session: SessionId, plan: &Plan) -> Result<()> {
    let mut wanted = plan.trainers.clone();
    wanted.sort_unstable();
    wanted.dedup();
    let people = person::Entity::find().filter(person::Column::Id.is_in(wanted.iter().copied()));
    let people = people.all(change.db()).await?;
    if people.len() != wanted.len() {
        return Err(Field::new("trainerIds", "unknown").into());
    }
    let now = trainer::Entity::find().filter(trainer::Column::SessionId.eq(session)).all(change.db()).await?;
    let new: Vec<_> =
        wanted.iter().copied().filter(|id| !now.iter().any(|row| row.person_id == *id)).collect();
    let clashes = clash::of_people(change.db(), &new, Some(session), &plan.meetings).await?;
    accept(change, session, plan, (&clashes, &people)).await?;
    for gone in now.iter().filter(|row| !wanted.contains(&row.person_id)) {
        notice::trainer_released(change, session, gone.person_id).await?;
        trainer::Entity::delete_by_id((session, gone.person_id)).exec(change.db()).await?;
    }
    for person in new {
        let row = trainer::ActiveModel { session_id: Set(session), person_id: Set(person) };
        trainer::Entity::insert(row).exec_without_returning(change.db()).await?;
        // What lies about on paper or in a letter must not open what a trainer sees.
        borrowed::end_all(change, person).await?;
        notice::trainer_invited(change, session, person).await?;
    }
    Ok(())
}

/// A clash needs a reason, which is kept.
async fn accept(
    change: &Change,
    session: SessionId,
    plan: &Plan,
    (clashes, people): (&[Clash], &[person::Model]),
) -> Result<()> {
    let Some(first) = clashes.first() else { return Ok(()) };
    let Some(reason) = plan.clash_reason.as_deref().map(str::trim).filter(|text| !text.is_empty()) else {
        let name = people.iter().find(|person| person.id == first.person_id).map(full_name);
        return Err(Refusal::TrainerBusy {
            session: first.session_id,
            title: first.title.clone(),
            starts: first.starts_at,
            name: name.unwrap_or_default(),
        }
        .into());
    };
    let mut busy: Vec<_> = clashes.iter().map(|clash| clash.person_id).collect();
    busy.sort_unstable();
    busy.dedup();
    let reason = reason.to_owned();
    change
        .record_all(busy.into_iter().map(|person| Event::ClashAccepted {
            session,
            person,
            reason: reason.clone(),
        }))
        .await
}

/// Whether this person gives the session.
///
/// # Errors
/// When the database fails.
pub async fn trains(db: &impl ConnectionTrait, session: SessionId, person: PersonId) -> Result<bool> {
    Ok(trainer::Entity::find_by_id((session, person)).one(db).await?.is_some())
}

/// Gives a printed code, as [`sign_in_code::make`] does, to who gives no sessions: whoever prints it must not come to
/// participants and what they need.
///
/// # Errors
/// As [`sign_in_code::make`]; [`Refusal::CodeNotForThem`] for a trainer.
pub async fn make_code(change: &Change, id: PersonId, fresh: &Fresh) -> Result<DateTime<Utc>> {
    let given = trainer::Entity::find().filter(trainer::Column::PersonId.eq(id));
    if given.one(change.db()).await?.is_some() {
        return Err(Refusal::CodeNotForThem.into());
    }
    sign_in_code::make(change, id, fresh).await
}
