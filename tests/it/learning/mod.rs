//! Workshops, sessions, places and the queue.

pub mod approval;
pub mod assignment;
mod attendance;
mod audience;
pub mod calling_off;
pub mod certificate;
mod conditions;
pub mod cost;
pub mod date_wish;
mod decision;
mod declined;
mod deputy;
mod draw;
mod enrolment;
pub mod evaluation;
pub mod guest;
pub mod held_seat;
mod interest;
mod need;
mod queue;
mod race;
mod register;
pub mod reschedule;
mod rules;
mod series;
mod session;
mod standing;
mod swap;
mod team;
pub mod turnout;
mod unclosed;

use chrono::{DateTime, Utc};
use entity::{
    core_value::CoreValue,
    enrolment::{EnrolmentStatus, Origin},
    id::*,
    session as session_table,
    workshop::{ApprovalRule, Offering, WorkshopForm, WorkshopState},
};
use olievlek::domain::{
    actor::Actor,
    error::{Error, Refusal, Result},
    learning::{
        enrolment::{Placement, TakePlace, accept, decline, find, take_place, withdraw},
        session::{self as sessions, MeetingPlan, Plan},
        waiting_list, workshop as workshops,
    },
};

use crate::house::{TestHouse, moment};

/// A workshop in the catalogue, for everyone.
pub async fn workshop(house: &TestHouse, code: &str) -> WorkshopId {
    workshop_for(house, code, "iedereen").await
}

/// A workshop for these.
pub async fn workshop_for(house: &TestHouse, code: &str, audience: &str) -> WorkshopId {
    workshop_with(house, (code, audience), ApprovalRule::Nobody).await
}

/// A workshop for which somebody has to agree.
pub async fn workshop_with(
    house: &TestHouse,
    (code, audience): (&str, &str),
    approval: ApprovalRule,
) -> WorkshopId {
    let draft = &workshops::Draft {
        code: code.into(),
        title: format!("Workshop {code}"),
        summary: String::new(),
        description: String::new(),
        goals: String::new(),
        values: vec![CoreValue::Trust],
        form: WorkshopForm::OnSite,
        duration_minutes: 120,
        parts: 1,
        minimum: None,
        maximum: None,
        audience: audience.into(),
        offering: Offering::Open,
        languages: vec![],
        cover: None,
        approval,
    };
    house
        .write(&Actor::operator(), |change| async move {
            let id = workshops::create(&change, draft).await?;
            workshops::set_state(&change, id, WorkshopState::Published).await?;
            Ok(id)
        })
        .await
        .expect("a workshop")
}

/// An open plan of one meeting from `start` of two hours.
pub fn plan(workshop: WorkshopId, start: &str, capacity: Option<i32>) -> Plan {
    Plan {
        workshop,
        capacity,
        minimum: None,
        meetings: vec![meeting(moment(start), 120)],
        trainers: vec![],
        enrolment_opens: None,
        enrolment_closes: None,
        withdraw_until: None,
        audience: None,
        open: true,
        decide_by: None,
        cost_cents: None,
        clash_reason: None,
        targeted_first: false,
    }
}

pub fn meeting(starts_at: DateTime<Utc>, minutes: i64) -> MeetingPlan {
    let ends_at = starts_at + chrono::TimeDelta::minutes(minutes);
    MeetingPlan { starts_at, ends_at, location: "Stadhuis, zaal 2.14".into(), link: None }
}

pub async fn plan_session(house: &TestHouse, plan: Plan) -> Result<SessionId> {
    let plan = &plan;
    house.write(&Actor::operator(), |change| async move { sessions::plan(&change, plan).await }).await
}

/// A session of a workshop of its own, with this capacity, on 1 April 2026 at ten.
pub async fn session_of(house: &TestHouse, code: &str, capacity: i32) -> SessionId {
    let workshop = workshop(house, code).await;
    plan_session(house, plan(workshop, "2026-04-01T10:00", Some(capacity))).await.expect("a session")
}

pub fn wish(session: SessionId, person: PersonId) -> TakePlace {
    TakePlace { session, person, origin: Origin::Person, short_notice: true, override_reason: None }
}

/// The person asks for a place.
pub async fn enrol(house: &TestHouse, session: SessionId, person: PersonId) -> Result<Placement> {
    let (actor, wish) = (Actor::employee(person), &wish(session, person));
    house.write(&actor, |change| async move { take_place(&change, wish).await }).await
}

pub async fn give_back(house: &TestHouse, placement: &Placement) -> Result<Placement> {
    let actor = Actor::employee(placement.person_id);
    house.write(&actor, |change| async move { withdraw(&change, placement.id, None).await }).await
}

pub async fn say_yes(house: &TestHouse, placement: &Placement) -> Result<Placement> {
    let actor = Actor::employee(placement.person_id);
    house.write(&actor, |change| async move { accept(&change, placement.id).await }).await
}

pub async fn say_no(house: &TestHouse, placement: &Placement) -> Result<Placement> {
    let actor = Actor::employee(placement.person_id);
    house.write(&actor, |change| async move { decline(&change, placement.id).await }).await
}

pub async fn status(house: &TestHouse, placement: &Placement) -> EnrolmentStatus {
    find(&house.db.reader, placement.id).await.expect("the enrolment").status
}

pub async fn position(house: &TestHouse, placement: &Placement) -> Option<u64> {
    let row = find(&house.db.reader, placement.id).await.expect("the enrolment");
    waiting_list::position(&house.db.reader, &row).await.expect("a position")
}

pub async fn session_row(house: &TestHouse, id: SessionId) -> session_table::Model {
    sessions::details(&house.db.reader, id, house.now()).await.expect("the session").session
}

/// The counters of the session equal what its enrolments say.
pub async fn assert_reconciled(house: &TestHouse, id: SessionId) {
    let rows =
        olievlek::domain::learning::roll::with_people(&house.db.reader, id).await.expect("the enrolments");
    let count =
        |wanted: fn(EnrolmentStatus) -> bool| rows.iter().filter(|(row, _)| wanted(row.status)).count();
    let session = session_row(house, id).await;
    let said = ((session.taken - session.held) as usize, session.waiting as usize);
    assert_eq!(
        said,
        (count(EnrolmentStatus::seated), count(|s| s == EnrolmentStatus::Waiting)),
        "taken, waiting"
    );
}

/// The "no" that came back.
pub fn refusal<T: std::fmt::Debug>(result: Result<T>) -> Refusal {
    match result {
        Err(Error::Refused(refusal)) => refusal,
        other => panic!("expected a refusal, got {other:?}"),
    }
}
