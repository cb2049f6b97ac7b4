//! Approval: for some workshops a wish for a place is a request first, and somebody decides about it. A request takes no seat.
//!
//! Requests for a draw are no such thing: a session whose places are drawn is never of a workshop with approval. So a
//! request in a session that does not collect for a draw is one that waits for a decision.

mod decide;
pub mod decider;
mod expiry;
pub mod list;

use chrono::{DateTime, NaiveTime, TimeDelta, TimeZone as _, Utc};
use entity::{
    approval::{self, ApprovalState, Step},
    enrolment::{self, Ending},
    id::*,
    session::{self, SessionState},
    workshop::{self, ApprovalRule},
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, sea_query::Expr,
};

pub use self::{
    decide::{decline, grant},
    expiry::over,
};
pub(super) use expiry::expire;

use super::{draw, enrolment::TakePlace, guest, notice};
use crate::domain::{
    change::{Asked, Change},
    error::Result,
    event::Event,
    task::Letter,
    working_day::{Calendar, Kind},
};

/// After so many working days, and at what hour, whoever decides is reminded, once.
const REMINDER_WORKING_DAYS: u32 = 3;
const REMINDER_HOUR: i64 = 9;

/// Whether requests for approval in this session count no more: enrolment has closed, it has started or was called off.
#[must_use]
pub fn is_over(session: &session::Model, now: DateTime<Utc>) -> bool {
    !draw::collects(session) && (session.state == SessionState::CalledOff || until(session) <= now)
}

/// Until when can be decided.
#[must_use]
pub fn until(session: &session::Model) -> DateTime<Utc> {
    session.enrolment_closes.map_or(session.starts_at, |closes| closes.min(session.starts_at))
}

/// Who has to agree to a place in this workshop.
///
/// # Errors
/// When the database fails.
pub async fn rule_of(db: &impl ConnectionTrait, workshop: WorkshopId) -> Result<ApprovalRule> {
    let rule = workshop::Entity::find_by_id(workshop).select_only().column(workshop::Column::Approval);
    Ok(rule.into_tuple().one(db).await?.unwrap_or(ApprovalRule::Nobody))
}

/// What has to be decided before this wish gives a place; nothing when nobody has to, or whoever asks has that say.
pub(super) async fn asked_of(
    change: &Change,
    wish: &TakePlace,
    rule: ApprovalRule,
    person: &entity::person::Model,
) -> Result<Option<Step>> {
    if rule == ApprovalRule::Nobody {
        return Ok(None);
    }
    let own = change.actor.person == Some(wish.person) && change.actor.scopes.is_none();
    let by_staff = !own && change.actor.may_enrol_anyone();
    if by_staff || guest::is_invited(change.db(), wish.session, person).await? {
        return Ok(None);
    }
    if !own {
        // Whoever asks for somebody else is their head, and has agreed.
        return Ok((rule == ApprovalRule::HeadThenManager).then_some(Step::Manager));
    }
    let today = change.policy.day(change.now);
    let led = !change.actor.is_head() && decider::has_head(change.db(), wish.person, today).await?;
    Ok(Some(if led { Step::Head } else { Step::Manager }))
}

/// A request was made: notes who decides, and tells them and the person.
pub(super) async fn open(change: &Change, row: &enrolment::Model, step: Step) -> Result<()> {
    if change.actor.person.is_some_and(|actor| actor != row.person_id) {
        insert(change, row, Step::Head, ApprovalState::Granted).await?;
    }
    ask(change, row, step).await?;
    notice::asked(change, row).await
}

/// Asks whoever decides in this step, with a reminder in time.
async fn ask(change: &Change, row: &enrolment::Model, step: Step) -> Result<()> {
    insert(change, row, step, ApprovalState::Open).await?;
    let (enrolment, person, session) = (row.id, row.person_id, row.session_id);
    change.record(Event::ApprovalAsked { enrolment, person, session, step: step.code() }).await?;
    let reminder = reminder_moment(change);
    let mut asked = Vec::new();
    for decider in decider::deciders(change, row.person_id, step).await? {
        let letter = Letter::ApprovalAsked { person: decider, enrolment, step };
        asked.push(Asked { task: letter.into(), due: change.now, key: None });
        let letter = Letter::ApprovalReminder { person: decider, enrolment, step };
        let key = Some(format!("approval:{enrolment}:{}:{decider}", step.code()));
        asked.extend(reminder.map(|due| Asked { task: letter.into(), due, key }));
    }
    change.later_all(asked).await
}

fn reminder_moment(change: &Change) -> Option<DateTime<Utc>> {
    let calendar = Calendar::new(change.policy.calendar.clone(), change.policy.zone);
    let day =
        calendar.add_working_days(change.policy.day(change.now), REMINDER_WORKING_DAYS, Kind::Service)?;
    let nine = day.and_time(NaiveTime::MIN + TimeDelta::hours(REMINDER_HOUR));
    Some(change.policy.zone.from_local_datetime(&nine).earliest()?.to_utc())
}

async fn insert(change: &Change, row: &enrolment::Model, step: Step, state: ApprovalState) -> Result<()> {
    let decided = state != ApprovalState::Open;
    let approval = approval::Model {
        id: ApprovalId::new(),
        enrolment_id: row.id,
        step,
        state,
        asked_at: change.now,
        decided_by: change.actor.person.filter(|_| decided),
        decided_at: decided.then_some(change.now),
        reason: None,
    };
    approval::Entity::insert(approval.into_active_model().reset_all())
        .exec_without_returning(change.db())
        .await?;
    Ok(())
}

/// The request ended: so does the question about it. Whoever had to decide hears when nobody did in time.
pub(super) async fn close(
    change: &Change,
    row: &enrolment::Model,
    ending: Ending,
    reason: Option<&str>,
) -> Result<()> {
    let Some(open) = open_of(change.db(), row.id).await? else { return Ok(()) };
    let state = match ending {
        Ending::TurnedDown => ApprovalState::Declined,
        Ending::RequestExpired | Ending::SessionCalledOff => ApprovalState::Expired,
        _ => ApprovalState::Withdrawn,
    };
    settle(change, &open, state, reason).await?;
    if state != ApprovalState::Expired {
        return Ok(());
    }
    for person in decider::deciders(change, row.person_id, open.step).await? {
        change.later(Letter::ApprovalOver { person, enrolment: row.id }).await?;
    }
    Ok(())
}

/// Writes down what was decided; `false` when somebody was first.
async fn settle(
    change: &Change,
    open: &approval::Model,
    state: ApprovalState,
    reason: Option<&str>,
) -> Result<bool> {
    let by = if state == ApprovalState::Expired { None } else { change.actor.person };
    let done = approval::Entity::update_many()
        .col_expr(approval::Column::State, state.into())
        .col_expr(approval::Column::DecidedBy, Expr::value(by))
        .col_expr(approval::Column::DecidedAt, Expr::value(Some(change.now)))
        .col_expr(approval::Column::Reason, Expr::value(reason.map(str::to_owned)))
        .filter(approval::Column::Id.eq(open.id))
        .filter(approval::Column::State.eq(ApprovalState::Open))
        .exec(change.db())
        .await?;
    Ok(done.rows_affected == 1)
}

/// The question about a request that nobody has answered yet.
///
/// # Errors
/// When the database fails.
pub async fn open_of(db: &impl ConnectionTrait, id: EnrolmentId) -> Result<Option<approval::Model>> {
    let open = approval::Entity::find().filter(approval::Column::EnrolmentId.eq(id));
    Ok(open.filter(approval::Column::State.eq(ApprovalState::Open)).one(db).await?)
}

/// Every step about one enrolment, the first first.
///
/// # Errors
/// When the database fails.
pub async fn steps(db: &impl ConnectionTrait, id: EnrolmentId) -> Result<Vec<approval::Model>> {
    let all = approval::Entity::find().filter(approval::Column::EnrolmentId.eq(id));
    let all = all.order_by_asc(approval::Column::AskedAt).order_by_asc(approval::Column::Id);
    Ok(all.all(db).await?)
}
