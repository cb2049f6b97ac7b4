//! Deciding about a request, once. Two who decide at the same time: the second hears that it was done.

use entity::{
    approval::{self, ApprovalState, Step},
    enrolment,
    id::*,
    workshop::ApprovalRule,
};

use super::{ask, decider, open_of, rule_of, settle, steps};
use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result},
    event::Event,
    learning::{
        before::Before,
        enrolment::{Placement, admit, find, lock_person, placement, turned_down},
        rule::{self, Application},
        waiting_list,
    },
};

/// What a reason may be long, in characters.
const REASON_LENGTH: usize = 400;

/// Agrees to a request. The last who has to agree gives the place, or the place in the waiting list when it is full; the moment of
/// asking counts there. Whoever runs the programme is always the last.
///
/// # Errors
/// [`Error::Missing`] for who does not decide about it, [`Refusal::OwnRequest`], [`Refusal::AlreadyDecided`], and every
/// refusal of the rules, which are asked once more.
pub async fn grant(change: &Change, id: EnrolmentId) -> Result<Placement> {
    let row = visible(change, id).await?;
    let person = lock_person(change, row.person_id).await?.ok_or(Error::Missing("person"))?;
    let session = waiting_list::settle(change, row.session_id).await?;
    let (row, open) = undecided(change, id).await?;
    let before = &Before::read(change.db(), person.id, session.workshop_id).await?;
    rule::open(&session, change.now, false)?;
    let application =
        Application { session: &session, person: &person, overridden: false, replaces: None, before };
    rule::recheck(change, &application).await?;
    if !settle(change, &open, ApprovalState::Granted, None).await? {
        return Err(Refusal::AlreadyDecided.into());
    }
    let (enrolment, step) = (row.id, open.step.code());
    change.record(Event::ApprovalGranted { enrolment, person: person.id, session: session.id, step }).await?;
    let rule = rule_of(change.db(), session.workshop_id).await?;
    let asks_on = open.step == Step::Head && rule == ApprovalRule::HeadThenManager;
    if asks_on && !change.actor.may_enrol_anyone() {
        ask(change, &row, Step::Manager).await?;
        return placement(change.db(), row).await;
    }
    admit(change, &row, before).await
}

/// Says no to a request; the person is told why.
///
/// # Errors
/// As [`grant`], without the rules; field `reason` without one.
pub async fn decline(change: &Change, id: EnrolmentId, reason: &str) -> Result<Placement> {
    let row = visible(change, id).await?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Field::new("reason", "required").into());
    }
    if reason.chars().count() > REASON_LENGTH {
        return Err(Field::new("reason", "too-long").with("max", REASON_LENGTH).into());
    }
    waiting_list::settle(change, row.session_id).await?;
    let (row, _) = undecided(change, id).await?;
    turned_down(change, &row, reason).await
}

/// A request about which the actor decides in one of its steps; others do not exist.
async fn visible(change: &Change, id: EnrolmentId) -> Result<enrolment::Model> {
    let row = find(change.db(), id).await.map_err(|_| Error::Missing("approval"))?;
    let today = change.policy.day(change.now);
    let steps = steps(change.db(), id).await?;
    let own = decider::is_own(&change.actor, row.person_id) && !steps.is_empty();
    let step = steps.iter().map(|one| one.step).min();
    let decides = match step.filter(|_| !own) {
        Some(step) => decider::decides(change.db(), &change.actor, (step, row.person_id), today).await?,
        None => false,
    };
    if own || decides || change.actor.may_enrol_anyone() { Ok(row) } else { Err(Error::Missing("approval")) }
}

/// The request under its lock, with the question that is open, if it is the actor's to answer.
async fn undecided(change: &Change, id: EnrolmentId) -> Result<(enrolment::Model, approval::Model)> {
    let row = find(change.db(), id).await?;
    if decider::is_own(&change.actor, row.person_id) {
        return Err(Refusal::OwnRequest.into());
    }
    let Some(open) = open_of(change.db(), id).await? else { return Err(Refusal::AlreadyDecided.into()) };
    let today = change.policy.day(change.now);
    // Whoever decided the step before has done so.
    if !decider::decides(change.db(), &change.actor, (open.step, row.person_id), today).await? {
        return Err(Refusal::AlreadyDecided.into());
    }
    Ok((row, open))
}
