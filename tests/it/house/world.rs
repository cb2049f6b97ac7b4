//! Departments and people for tests, made through public doors.

use std::sync::Arc;

use chrono::NaiveDate;
use entity::{department::DepartmentKind, id::*, role::RoleKind};
use olievlek::domain::{
    actor::Actor,
    change::Change,
    people::{department, person, role},
};

use super::TestHouse;

/// A small municipality: two departments below the organisation, one team, and a person for every role.
pub struct Named {
    pub organisation: DepartmentId,
    pub permits: DepartmentId,
    pub counter: DepartmentId,
    pub phone_team: DepartmentId,
    /// Fenna de Boer works in permits.
    pub fenna: PersonId,
    /// Sem Bakker works in permits.
    pub sem: PersonId,
    /// Noor el Amrani works at the counter.
    pub noor: PersonId,
    /// Daan van der Velde works in the phone team.
    pub daan: PersonId,
    /// Hanna Smit heads permits.
    pub head: PersonId,
    /// Tess Vos comes from an agency and trains.
    pub trainer: PersonId,
    /// Ruben Kok runs the programme.
    pub manager: PersonId,
    /// Iris de Wit administers the house.
    pub administrator: PersonId,
}

impl TestHouse {
    /// A department, added by the operator.
    pub async fn department(&self, code: &str, name: &str, parent: Option<DepartmentId>) -> DepartmentId {
        let kind = DepartmentKind::Department;
        let new = department::NewDepartment { code: code.into(), name: name.into(), parent, kind };
        let new = &new;
        self.write(&Actor::operator(), |change| async move { department::add(&change, new).await })
            .await
            .expect("a department")
    }

    /// Somebody who works here since 2020: "Given Surname" or "Given van der Surname"; address `given.van.der.surname@gemeente.example`.
    pub async fn employee(&self, name: &str, department: DepartmentId) -> PersonId {
        let number = format!("T-{name}");
        self.add(new_person(name, Some(number), Some(department))).await
    }

    /// Somebody from outside.
    pub async fn external(&self, name: &str) -> PersonId {
        self.add(new_person(name, None, None)).await
    }

    /// Gives a role; for a head also where.
    pub async fn grant(&self, person: PersonId, role: RoleKind, department: Option<DepartmentId>) {
        let new = role::NewGrant { person, role, department };
        self.write(&Actor::operator(), |change| async move { role::grant(&change, new).await })
            .await
            .expect("a role");
    }

    /// Yesterday was this person's last day.
    pub async fn leave(&self, person: PersonId) {
        let last_day = self.policy.day(self.now()).pred_opt().expect("a day before");
        let leave = |change: Arc<Change>| async move { person::leave(&change, &[person], last_day).await };
        self.write(&Actor::operator(), leave).await.expect("a leaver");
    }

    async fn add(&self, new: person::NewPerson) -> PersonId {
        let new = &new;
        self.write(&Actor::operator(), |change| async move { person::add(&change, new).await })
            .await
            .expect("a person")
    }

    /// The named world.
    pub async fn named(&self) -> Named {
        let organisation = self.department("GEM", "Gemeente", None).await;
        let permits = self.department("VERG", "Vergunningen", Some(organisation)).await;
        let counter = self.department("KCC", "Klantcontact", Some(organisation)).await;
        let phone_team = self.department("TEL", "Telefoon en chat", Some(counter)).await;
        let named = Named {
            organisation,
            permits,
            counter,
            phone_team,
            fenna: self.employee("Fenna de Boer", permits).await,
            sem: self.employee("Sem Bakker", permits).await,
            noor: self.employee("Noor el Amrani", counter).await,
            daan: self.employee("Daan van der Velde", phone_team).await,
            head: self.employee("Hanna Smit", permits).await,
            trainer: self.external("Tess Vos").await,
            manager: self.employee("Ruben Kok", organisation).await,
            administrator: self.employee("Iris de Wit", organisation).await,
        };
        self.grant(named.head, RoleKind::DepartmentHead, Some(permits)).await;
        self.grant(named.trainer, RoleKind::Trainer, None).await;
        self.grant(named.manager, RoleKind::ProgrammeManager, None).await;
        self.grant(named.administrator, RoleKind::Administrator, None).await;
        named
    }
}

fn new_person(
    name: &str,
    employee_number: Option<String>,
    department: Option<DepartmentId>,
) -> person::NewPerson {
    let words: Vec<_> = name.split(' ').collect();
    let (given, rest) = words.split_first().expect("a name");
    let (surname, prefix) = rest.split_last().expect("a surname");
    person::NewPerson {
        email: Some(format!("{}@gemeente.example", name.replace(' ', ".").to_lowercase())),
        employee_number,
        given_name: (*given).into(),
        prefix: prefix.join(" "),
        surname: (*surname).into(),
        job_title: "Medewerker".into(),
        department,
        employed_from: NaiveDate::from_ymd_opt(2020, 1, 1),
        ..Default::default()
    }
}
