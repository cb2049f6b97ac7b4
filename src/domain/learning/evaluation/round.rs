//! Asking people, reminding them once, and forgetting who was asked.

use chrono::NaiveDate;
use entity::{
    enrolment::{self, EnrolmentStatus, Outcome},
    evaluation::{self, EvaluationKind as Kind},
    evaluation_invitation as invitation,
    id::*,
    person,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, RelationTrait as _, Set, sea_query::Expr,
};

use super::{super::seat, lasts};
use crate::domain::{
    actor::Actor,
    change::{Asked, Change, House},
    error::Result,
    event::Event,
    people::person::employed_on,
    task::Letter,
};

/// Asks, reminds and closes everything that is due. One evaluation a change.
///
/// # Errors
/// When the database fails.
pub async fn attend(house: &House) -> Result<()> {
    let today = house.policy.day(house.now());
    for row in running(&house.db.reader, today).await? {
        let id = row.id;
        let actor = Actor::house();
        if row.closes_on < today {
            house.write(&actor, |change| async move { close(&change, id).await }).await?;
        } else if row.asked_on.is_none() {
            house.write(&actor, |change| async move { open(&change, id).await }).await?;
        } else if row.reminded_on.is_none() && is_half(&row, today) {
            house.write(&actor, |change| async move { remind(&change, id).await }).await?;
        }
    }
    Ok(())
}

/// Those that have begun and are not over.
async fn running(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Vec<evaluation::Model>> {
    Ok(evaluation::Entity::find()
        .filter(evaluation::Column::ClosedOn.is_null())
        .filter(evaluation::Column::OpensOn.lte(today))
        .filter(
            Condition::any()
                .add(evaluation::Column::AskedOn.is_null())
                .add(evaluation::Column::RemindedOn.is_null())
                .add(evaluation::Column::ClosesOn.lt(today)),
        )
        .order_by_asc(evaluation::Column::Id)
        .all(db)
        .await?)
}

/// Half of the time has passed.
fn is_half(row: &evaluation::Model, today: NaiveDate) -> bool {
    row.asked_on.is_some_and(|asked| asked + lasts(row.kind) / 2 <= today)
}

/// Asks everybody who was there. Twice is once. When it begins late it lasts as long.
///
/// # Errors
/// When the database fails.
pub async fn open(change: &Change, id: EvaluationId) -> Result<()> {
    let today = change.policy.day(change.now);
    let Some(row) = evaluation::Entity::find_by_id(id).one(change.db()).await? else { return Ok(()) };
    seat::lock(change, row.session_id).await?;
    let last = today + lasts(row.kind) - chrono::TimeDelta::days(1);
    let opened = evaluation::Entity::update_many()
        .col_expr(evaluation::Column::AskedOn, Expr::value(today))
        .col_expr(evaluation::Column::ClosesOn, Expr::value(last))
        .col_expr(evaluation::Column::SiftedOn, Expr::value(today))
        .filter(evaluation::Column::Id.eq(id))
        .filter(evaluation::Column::AskedOn.is_null())
        .exec(change.db())
        .await?;
    if opened.rows_affected == 0 {
        return Ok(());
    }
    let invited = invite(change, &row).await?;
    change.record(Event::EvaluationOpened { session: row.session_id, round: row.kind.code(), invited }).await
}

/// After a correction of a register: who is asked follows what came of the places.
pub(super) async fn correct(change: &Change, session: SessionId) -> Result<()> {
    let open = evaluation::Entity::find()
        .filter(evaluation::Column::SessionId.eq(session))
        .filter(evaluation::Column::AskedOn.is_not_null())
        .filter(evaluation::Column::ClosedOn.is_null());
    // Two at most.
    for row in open.all(change.db()).await? {
        invite(change, &row).await?;
    }
    Ok(())
}

/// Makes the invitations what they should be: nobody twice, and nobody who was not there unless they answered already. Returns
/// how many there are.
async fn invite(change: &Change, row: &evaluation::Model) -> Result<usize> {
    let wanted = attended(change, row).await?;
    let held: Vec<(EvaluationInvitationId, PersonId, bool)> = invitation::Entity::find()
        .select_only()
        .columns([invitation::Column::Id, invitation::Column::PersonId, invitation::Column::Answered])
        .filter(invitation::Column::EvaluationId.eq(row.id))
        .into_tuple()
        .all(change.db())
        .await?;
    let gone: Vec<_> = held
        .iter()
        .filter(|(_, person, answered)| !answered && !wanted.contains(person))
        .map(|(id, ..)| *id)
        .collect();
    let new: Vec<_> =
        wanted.iter().filter(|one| held.iter().all(|(_, person, _)| person != *one)).copied().collect();
    let invited = held.len() - gone.len() + new.len();
    if !gone.is_empty() {
        invitation::Entity::delete_many()
            .filter(invitation::Column::Id.is_in(gone))
            .filter(invitation::Column::Answered.eq(false))
            .exec(change.db())
            .await?;
    }
    ask(change, row, &new).await?;
    evaluation::Entity::update_many()
        .col_expr(evaluation::Column::Invited, Expr::value(i32::try_from(invited).unwrap_or(i32::MAX)))
        .filter(evaluation::Column::Id.eq(row.id))
        .exec(change.db())
        .await?;
    Ok(invited)
}

/// Who was there for at least a part; after twelve weeks who completed it. Nobody who left or was erased.
async fn attended(change: &Change, row: &evaluation::Model) -> Result<Vec<PersonId>> {
    let came: &[Outcome] = match row.kind {
        Kind::AfterClosing => &[Outcome::Completed, Outcome::Incomplete],
        Kind::AfterTwelveWeeks => &[Outcome::Completed],
    };
    Ok(enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::PersonId)
        .join(JoinType::InnerJoin, enrolment::Relation::Person.def())
        .filter(enrolment::Column::SessionId.eq(row.session_id))
        .filter(enrolment::in_status(&[EnrolmentStatus::Confirmed]))
        .filter(enrolment::Column::Outcome.is_in(came.iter().copied()))
        .filter(person::Column::ErasedAt.is_null())
        .filter(employed_on(change.policy.day(change.now)))
        .into_tuple()
        .all(change.db())
        .await?)
}

async fn ask(change: &Change, row: &evaluation::Model, people: &[PersonId]) -> Result<()> {
    if people.is_empty() {
        return Ok(());
    }
    let new = |person: &PersonId| invitation::ActiveModel {
        id: Set(EvaluationInvitationId::new()),
        evaluation_id: Set(row.id),
        person_id: Set(*person),
        answered: Set(false),
    };
    let rows: Vec<_> = people.iter().map(new).collect();
    let ids: Vec<_> = rows.iter().filter_map(|row| row.id.clone().take()).collect();
    invitation::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
    let letter = |invitation| match row.kind {
        Kind::AfterClosing => Letter::Evaluation { invitation },
        Kind::AfterTwelveWeeks => Letter::EvaluationLater { invitation },
    };
    tell(change, ids.into_iter().map(letter)).await
}

/// Reminds who has not answered, once.
///
/// # Errors
/// When the database fails.
pub async fn remind(change: &Change, id: EvaluationId) -> Result<()> {
    let reminded = evaluation::Entity::update_many()
        .col_expr(evaluation::Column::RemindedOn, Expr::value(change.policy.day(change.now)))
        .filter(evaluation::Column::Id.eq(id))
        .filter(evaluation::Column::RemindedOn.is_null())
        .filter(evaluation::Column::ClosedOn.is_null())
        .exec(change.db())
        .await?;
    if reminded.rows_affected == 0 {
        return Ok(());
    }
    let silent: Vec<EvaluationInvitationId> = invitation::Entity::find()
        .select_only()
        .column(invitation::Column::Id)
        .filter(invitation::Column::EvaluationId.eq(id))
        .filter(invitation::Column::Answered.eq(false))
        .into_tuple()
        .all(change.db())
        .await?;
    tell(change, silent.into_iter().map(|invitation| Letter::EvaluationReminder { invitation })).await
}

/// Nobody can answer any more: who was asked, and who answered, goes. How many it were stays.
///
/// # Errors
/// When the database fails.
pub async fn close(change: &Change, id: EvaluationId) -> Result<()> {
    invitation::Entity::delete_many()
        .filter(invitation::Column::EvaluationId.eq(id))
        .exec(change.db())
        .await?;
    evaluation::Entity::update_many()
        .col_expr(evaluation::Column::LinkKey, Expr::value(String::new()))
        .col_expr(evaluation::Column::ClosedOn, Expr::value(change.policy.day(change.now)))
        .filter(evaluation::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    Ok(())
}

async fn tell(change: &Change, letters: impl Iterator<Item = Letter>) -> Result<()> {
    let asked = |letter: Letter| Asked { task: letter.into(), due: change.now, key: None };
    change.later_all(letters.map(asked).collect()).await
}
