//! Somebody in the list of a session.

use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, TimeDelta, Utc};
use entity::{
    enrolment::{self, Ending, EnrolmentStatus},
    id::{DepartmentId, PersonId},
    person::{self, PersonKind},
};
use serde::Serialize;

use super::needs::Told;
use crate::{
    domain::{
        error::Result,
        people::{department, person::full_name, placement},
    },
    web::context::Context,
};

/// Somebody with a place, in the queue, or gone.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) departments: Vec<String>,
    pub(super) status: EnrolmentStatus,
    pub(super) since: DateTime<Utc>,
    /// Place in the queue, from 1.
    pub(super) position: Option<usize>,
    pub(super) offer_until: Option<DateTime<Utc>>,
    /// For planners only.
    pub(super) override_reason: Option<String>,
    pub(super) ending: Option<Ending>,
    pub(super) ended_at: Option<DateTime<Utc>>,
    pub(super) withdrawal_reason: Option<String>,
    /// For the trainers of the session only.
    pub(super) needs: Option<Told>,
}

/// Where people work today, by name.
pub(super) struct Offices {
    tree: Arc<department::Tree>,
    of: HashMap<PersonId, Vec<DepartmentId>>,
}

impl Offices {
    pub(super) async fn of(cx: &Context, people: &[PersonId]) -> Result<Self> {
        let tree = cx.tree().await?;
        let today = cx.house().policy.day(cx.now());
        Ok(Self { tree, of: placement::of_people(cx.db(), people, today).await? })
    }

    /// Where somebody works, or where they come from.
    pub(super) fn home_of(&self, person: &person::Model) -> Vec<String> {
        let agency = person.agency.iter().filter(|_| person.kind == PersonKind::External).cloned();
        self.names(person.id).into_iter().chain(agency).collect()
    }

    pub(super) fn names(&self, person: PersonId) -> Vec<String> {
        let ids = self.of.get(&person).into_iter().flatten();
        ids.filter_map(|id| self.tree.get(*id)).map(|department| department.name.clone()).collect()
    }
}

impl Line {
    pub(super) fn new(row: &enrolment::Model, person: &person::Model, offices: &Offices) -> Self {
        Self {
            id: row.id.to_string(),
            name: full_name(person),
            departments: offices.home_of(person),
            status: row.status,
            since: row.created_at,
            position: None,
            offer_until: row.offer_expires_at,
            override_reason: None,
            ending: row.ending,
            ended_at: row.ended_at,
            withdrawal_reason: None,
            needs: None,
        }
    }

    /// For samples.
    pub(super) fn sample(name: &str, status: EnrolmentStatus) -> Self {
        let since = DateTime::from_timestamp(1_772_000_000, 0).unwrap_or_default();
        let gone = !status.alive();
        Self {
            id: name.replace(' ', "-"),
            name: name.into(),
            departments: vec!["Vergunningen".into()],
            status,
            since,
            position: (status == EnrolmentStatus::Waiting).then_some(1),
            offer_until: (status == EnrolmentStatus::Offered).then(|| since + TimeDelta::days(1)),
            override_reason: (status == EnrolmentStatus::Confirmed).then(|| "Vervangt een collega".into()),
            ending: gone.then_some(Ending::Late),
            ended_at: gone.then_some(since),
            needs: status
                .seated()
                .then(|| Told { access: "Een ringleiding".into(), diet: "Geen noten".into() }),
            withdrawal_reason: gone.then(|| "Ziek".into()),
        }
    }
}
