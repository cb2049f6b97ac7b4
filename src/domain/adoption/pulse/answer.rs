//! Answering. In one transaction the invitation is spent and the answer written; nothing else is, so that nothing says which belong
//! together: no event, no time, no key of a second press.

use entity::{core_value::CoreValue, id::*, pulse, pulse_answer as answer, pulse_invitation as invitation};
use sea_orm::{ColumnTrait as _, EntityTrait as _, ExprTrait as _, QueryFilter as _, Set, sea_query::Expr};

use super::{
    SCORES, Scores, base,
    link::{self, Found, Standing},
};
use crate::domain::{
    change::Change,
    error::{Error, Field, Result, all_well},
};

/// Gives an answer. Returns how the link stood before: only with [`Standing::Open`] was anything written.
///
/// # Errors
/// [`Error::Missing`] for a code that we never gave; a field with the code of each value outside 1 to 5.
pub async fn give(change: &Change, code: &str, scores: Scores) -> Result<Standing> {
    let found = link::find(change.db(), code).await?;
    take(change, &found, scores).await
}

/// Gives an answer for a colleague who has no mail and no computer, as they say it on the telephone. Who entered it is not kept.
///
/// # Errors
/// [`Error::Missing`] unless the actor takes answers, and for who is not asked now; fields as [`give`].
pub async fn give_for(change: &Change, person: PersonId, scores: Scores) -> Result<Standing> {
    if !change.actor.may_take_answers() {
        return Err(Error::Missing("pulse"));
    }
    let today = change.policy.day(change.now);
    let asked = super::running(change.db(), today).await?.ok_or(Error::Missing("pulse"))?;
    let row = invitation::Entity::find()
        .filter(invitation::Column::PulseId.eq(asked.id))
        .filter(invitation::Column::PersonId.eq(person));
    let row = row.one(change.db()).await?.ok_or(Error::Missing("pulse"))?;
    take(change, &Found { pulse: asked, invitation: Some(row) }, scores).await
}

async fn take(change: &Change, found: &Found, scores: Scores) -> Result<Standing> {
    let today = change.policy.day(change.now);
    let standing = found.standing(today);
    let (Standing::Open, Some(invited)) = (standing, &found.invitation) else { return Ok(standing) };
    check(scores)?;
    let Some(department) = base::of(change.db(), invited.person_id, today).await? else {
        return Err(Error::Missing("department"));
    };
    let spent = invitation::Entity::update_many()
        .col_expr(invitation::Column::Answered, Expr::value(true))
        .filter(invitation::Column::Id.eq(invited.id))
        .filter(invitation::Column::Answered.eq(false))
        .exec(change.db())
        .await?;
    if spent.rows_affected == 0 {
        return Ok(Standing::Answered);
    }
    let [connection, craft, trust, renewal] = scores;
    let row = answer::ActiveModel {
        id: Set(PulseAnswerId::by_chance()),
        pulse_id: Set(found.pulse.id),
        department_id: Set(department),
        connection: Set(connection),
        craft: Set(craft),
        trust: Set(trust),
        renewal: Set(renewal),
    };
    answer::Entity::insert(row).exec_without_returning(change.db()).await?;
    pulse::Entity::update_many()
        .col_expr(pulse::Column::Answered, Expr::col(pulse::Column::Answered).add(1))
        .filter(pulse::Column::Id.eq(found.pulse.id))
        .exec(change.db())
        .await?;
    Ok(Standing::Open)
}

fn check(scores: Scores) -> Result<()> {
    let wrong = CoreValue::ALL.iter().zip(scores).filter(|(_, score)| !SCORES.contains(score));
    all_well(wrong.map(|(value, _)| Field::new(value.code(), "not-a-choice")).collect())
}
