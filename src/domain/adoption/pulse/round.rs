//! Asking everybody, reminding them once, and forgetting who was asked: a slice a change, so that nobody waits for all of them.

use chrono::NaiveDate;
use entity::{
    id::*,
    person::{self, PersonKind},
    pulse, pulse_invitation as invitation,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, Set, sea_query::Expr,
};

use super::{Pulse, SLICE};
use crate::domain::{
    actor::Actor,
    change::{Asked, Change, House},
    error::Result,
    event::Hearing,
    people::person::employed_on,
    task::Letter,
};

/// Asks, reminds and closes everything that is due.
///
/// # Errors
/// When the database fails.
pub async fn attend(house: &House) -> Result<()> {
    let (actor, today) = (Actor::house(), house.policy.day(house.now()));
    for row in due(&house.db.reader, today).await? {
        let id = row.id;
        if row.closes_on < today {
            while house.write(&actor, |change| async move { close(&change, id).await }).await? {}
        } else if row.asked_on.is_none() {
            while house.write(&actor, |change| async move { invite(&change, id).await }).await? {}
        } else if row.reminded_on.is_none() && is_half(&row, today) {
            let mut after = None;
            loop {
                after = house.write(&actor, |change| async move { remind(&change, id, after).await }).await?;
                if after.is_none() {
                    break;
                }
            }
        }
    }
    Ok(())
}

/// Those that have begun and are not over.
async fn due(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Vec<Pulse>> {
    Ok(pulse::Entity::find()
        .filter(pulse::Column::ClosedOn.is_null())
        .filter(pulse::Column::OpensOn.lte(today))
        .filter(
            Condition::any()
                .add(pulse::Column::AskedOn.is_null())
                .add(pulse::Column::RemindedOn.is_null())
                .add(pulse::Column::ClosesOn.lt(today)),
        )
        .order_by_asc(pulse::Column::Id)
        .all(db)
        .await?)
}

/// Half of the time has passed.
fn is_half(row: &Pulse, today: NaiveDate) -> bool {
    row.asked_on.is_some_and(|asked| asked + (row.closes_on - asked) / 2 <= today)
}

/// The next of those who work here today. Returns whether there may be more; afterwards it is not done again.
///
/// # Errors
/// When the database fails.
pub async fn invite(change: &Change, id: PulseId) -> Result<bool> {
    let row = pulse::Entity::find_by_id(id).lock_exclusive().one(change.db()).await?;
    let Some(row) = row.filter(|row| row.asked_on.is_none() && row.closed_on.is_none()) else {
        return Ok(false);
    };
    let people = uninvited(change, id).await?;
    ask(change, id, &people).await?;
    let new = i32::try_from(people.len()).unwrap_or_default();
    let (more, today) = (people.len() as u64 == SLICE, change.policy.day(change.now));
    let asked_on = if more { None } else { Some(today) };
    pulse::Entity::update_many()
        .col_expr(pulse::Column::Invited, Expr::col(pulse::Column::Invited).add(new))
        .col_expr(pulse::Column::AskedOn, Expr::value(asked_on))
        .col_expr(pulse::Column::SiftedOn, Expr::value(today))
        .filter(pulse::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    if !more {
        let opened = Hearing::PulseOpened { period: row.period_id, invited: row.invited + new };
        change.record(opened.into()).await?;
    }
    Ok(more)
}

/// People are invited in the order of their ids, so the last one says where to go on.
async fn uninvited(change: &Change, id: PulseId) -> Result<Vec<PersonId>> {
    let last: Option<PersonId> = invitation::Entity::find()
        .select_only()
        .column(invitation::Column::PersonId)
        .filter(invitation::Column::PulseId.eq(id))
        .order_by_desc(invitation::Column::PersonId)
        .into_tuple()
        .one(change.db())
        .await?;
    let mut people = person::Entity::find()
        .select_only()
        .column(person::Column::Id)
        .filter(person::Column::Kind.eq(PersonKind::Staff))
        .filter(person::Column::ErasedAt.is_null())
        .filter(employed_on(change.policy.day(change.now)));
    if let Some(last) = last {
        people = people.filter(person::Column::Id.gt(last));
    }
    Ok(people.order_by_asc(person::Column::Id).limit(SLICE).into_tuple().all(change.db()).await?)
}

async fn ask(change: &Change, id: PulseId, people: &[PersonId]) -> Result<()> {
    if people.is_empty() {
        return Ok(());
    }
    let rows: Vec<_> = people
        .iter()
        .map(|person| invitation::ActiveModel {
            id: Set(PulseInvitationId::new()),
            pulse_id: Set(id),
            person_id: Set(*person),
            answered: Set(false),
        })
        .collect();
    let ids: Vec<_> = rows.iter().filter_map(|row| row.id.clone().take()).collect();
    invitation::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
    let letter = |invitation| Letter::Pulse { invitation };
    let asked = |letter: Letter| Asked { task: letter.into(), due: change.now, key: None };
    change.later_all(ids.into_iter().map(letter).map(asked).collect()).await
}

/// Reminds the next of those who have not answered, once. Returns the last of them as long as there may be more.
///
/// # Errors
/// When the database fails.
pub async fn remind(
    change: &Change,
    id: PulseId,
    after: Option<PulseInvitationId>,
) -> Result<Option<PulseInvitationId>> {
    let row = pulse::Entity::find_by_id(id).lock_exclusive().one(change.db()).await?;
    if row.is_none_or(|row| row.reminded_on.is_some() || row.closed_on.is_some()) {
        return Ok(None);
    }
    let mut silent = invitation::Entity::find()
        .select_only()
        .column(invitation::Column::Id)
        .filter(invitation::Column::PulseId.eq(id))
        .filter(invitation::Column::Answered.eq(false));
    if let Some(after) = after {
        silent = silent.filter(invitation::Column::Id.gt(after));
    }
    let silent = silent.order_by_asc(invitation::Column::Id).limit(SLICE).into_tuple();
    let silent: Vec<PulseInvitationId> = silent.all(change.db()).await?;
    // Under a name, so that a round that was cut off reminds nobody twice whose letter has not left.
    let asked = |invitation: &PulseInvitationId| Asked {
        task: Letter::PulseReminder { invitation: *invitation }.into(),
        due: change.now,
        key: Some(format!("pulse-reminder {invitation}")),
    };
    change.later_all(silent.iter().map(asked).collect()).await?;
    if silent.len() as u64 == SLICE {
        return Ok(silent.last().copied());
    }
    pulse::Entity::update_many()
        .col_expr(pulse::Column::RemindedOn, Expr::value(change.policy.day(change.now)))
        .filter(pulse::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    Ok(None)
}

/// Nobody can answer any more: the key goes, and then who was asked, and who answered. How many it were stays. Returns whether there
/// is more to take.
///
/// # Errors
/// When the database fails.
pub async fn close(change: &Change, id: PulseId) -> Result<bool> {
    let gone: Vec<PulseInvitationId> = invitation::Entity::find()
        .select_only()
        .column(invitation::Column::Id)
        .filter(invitation::Column::PulseId.eq(id))
        .limit(SLICE)
        .into_tuple()
        .all(change.db())
        .await?;
    let more = gone.len() as u64 == SLICE;
    invitation::Entity::delete_many().filter(invitation::Column::Id.is_in(gone)).exec(change.db()).await?;
    let closed_on = if more { None } else { Some(change.policy.day(change.now)) };
    pulse::Entity::update_many()
        .col_expr(pulse::Column::LinkKey, Expr::value(String::new()))
        .col_expr(pulse::Column::ClosedOn, Expr::value(closed_on))
        .filter(pulse::Column::Id.eq(id))
        .filter(pulse::Column::ClosedOn.is_null())
        .exec(change.db())
        .await?;
    Ok(more)
}
