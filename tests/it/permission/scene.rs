//! Who lives in the world, which dates there are, and what somebody does there.

use std::{collections::BTreeMap, sync::Arc};

use entity::{id::*, role::RoleKind};
use olievlek::domain::{
    actor::Actor,
    change::Change,
    learning::{
        enrolment::{Placement, TakePlace, take_place, withdraw},
        guest::{Invite, invite},
        need::{self, Needs},
        session as sessions, workshop as workshops,
    },
};
use sea_orm::{ActiveModelTrait as _, Set};

use super::{canary, cast::Role};
use crate::{
    house::{TestHouse, moment, world::Named},
    learning,
    people::sign_in_code,
};

/// Dates of every state.
pub struct Sessions {
    pub open: SessionId,
    pub planned: SessionId,
    pub other: SessionId,
    pub past: SessionId,
    pub off: SessionId,
    pub draft: WorkshopId,
    pub workshop: WorkshopId,
}

/// Somebody of every role; the guest comes with the invitation.
pub async fn cast(house: &TestHouse, named: &Named) -> BTreeMap<Role, PersonId> {
    let lotte = house.employee("Lotte Visser", named.counter).await;
    let wout = house.employee("Wout Mol", named.counter).await;
    let milan = house.employee("Milan Post", named.permits).await;
    sign_in_code::without_address(house, milan).await;
    for (person, role, department) in [
        (lotte, RoleKind::Trainer, None),
        (wout, RoleKind::DepartmentHead, Some(named.counter)),
        (named.sem, RoleKind::Facilitator, None),
        (named.noor, RoleKind::Editor, None),
        (named.daan, RoleKind::QualityOfficer, None),
    ] {
        house.grant(person, role, department).await;
    }
    BTreeMap::from([
        (Role::Employee, named.fenna),
        (Role::SharedDevice, milan),
        (Role::Facilitator, named.sem),
        (Role::Editor, named.noor),
        (Role::QualityOfficer, named.daan),
        (Role::Head, named.head),
        (Role::OtherHead, wout),
        (Role::Trainer, lotte),
        (Role::AgencyTrainer, named.trainer),
        (Role::Manager, named.manager),
        (Role::Administrator, named.administrator),
    ])
}

/// Dates of every state.
pub async fn plan(house: &TestHouse, people: &BTreeMap<Role, PersonId>) -> Sessions {
    let workshop = learning::workshop(house, "A").await;
    let draft = learning::workshop(house, "CONCEPT").await;
    let back = |change: Arc<Change>| async move {
        workshops::set_state(&change, draft, entity::workshop::WorkshopState::Draft).await
    };
    house.write(&Actor::operator(), back).await.expect("a draft");
    let (tess, lotte) = (people[&Role::AgencyTrainer], people[&Role::Trainer]);
    let date = async |code: &str, start: &str, trainers: Vec<PersonId>, open: bool| {
        let seats = match code {
            "A" => 5,
            "C" | "D" => 8,
            _ => 4,
        };
        let of = if code == "A" { workshop } else { learning::workshop(house, code).await };
        let mut plan = sessions::Plan { trainers, open, ..learning::plan(of, start, Some(seats)) };
        plan.cost_cents = Some(canary::COST_CENTS);
        plan.meetings = vec![sessions::MeetingPlan {
            link: Some(canary::LINK.into()),
            ..learning::meeting(moment(start), 120)
        }];
        learning::plan_session(house, plan).await.expect("a date")
    };
    Sessions {
        open: date("A", "2026-04-01T10:00", vec![tess, lotte], true).await,
        planned: date("B", "2026-04-02T10:00", vec![lotte], false).await,
        other: date("C", "2026-04-03T10:00", vec![], true).await,
        past: date("D", "2026-02-20T10:00", vec![tess], true).await,
        off: date("E", "2026-04-07T10:00", vec![lotte], true).await,
        draft,
        workshop,
    }
}

pub async fn need_of(house: &TestHouse, place: &Placement, text: &str) {
    let (needs, id) = (&Needs { access: text.into(), diet: String::new() }, place.id);
    let actor = Actor::employee(place.person_id);
    house.write(&actor, |change| async move { need::state(&change, id, needs).await }).await.expect("a need");
}

pub async fn withdrawn(house: &TestHouse, place: &Placement, reason: &str) {
    let (actor, id) = (Actor::employee(place.person_id), place.id);
    let verb = |change: Arc<Change>| async move { withdraw(&change, id, Some(reason)).await };
    house.write(&actor, verb).await.expect("withdrawn");
}

pub async fn overridden(
    house: &TestHouse,
    (session, person): (SessionId, PersonId),
    by: PersonId,
) -> Placement {
    let override_reason = Some(canary::OVERRIDE.into());
    let wish = &TakePlace {
        override_reason,
        origin: entity::enrolment::Origin::Staff,
        ..learning::wish(session, person)
    };
    let actor = house.actor(by).await;
    house.write(&actor, |change| async move { take_place(&change, wish).await }).await.expect("a place")
}

pub async fn invited(house: &TestHouse, by: PersonId, kim: &Invite) -> Placement {
    let actor = house.actor(by).await;
    house.write(&actor, |change| async move { invite(&change, kim).await }).await.expect("a guest")
}

/// Sets what nobody types into a form of ours.
pub async fn renumber(house: &TestHouse, id: PersonId, number: &str) {
    let row = entity::person::ActiveModel {
        id: Set(id),
        employee_number: Set(Some(number.into())),
        ..Default::default()
    };
    row.update(&house.db.writer).await.expect("a person");
}
