//! A town to be wrecked: a database of its own with people, dates and a token that may do all.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta, Utc};
use entity::{
    core_value::CoreValue,
    department::DepartmentKind,
    enrolment,
    id::*,
    role::RoleKind,
    workshop::{ApprovalRule, Offering, WorkshopForm, WorkshopState},
};
use olievlek::{
    clock,
    db::Db,
    domain::{
        actor::{Actor, Scope},
        change::{Change, House},
        error::Result,
        learning::{
            session::{self as sessions, MeetingPlan, Plan},
            workshop as workshops,
        },
        people::{
            api_token::{self, NewToken},
            department, person, role, sign_in,
        },
        policy::Policy,
    },
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, DbBackend, EntityTrait as _, QueryFilter as _, QueryOrder as _,
};

use super::{
    client::Client,
    process::{Folder, Instance},
};
use crate::database::Fresh;

/// Where a town keeps its database.
enum Place {
    Own(Fresh),
    Elsewhere(Folder),
}

/// A house with people.
pub struct Town {
    pub house: House,
    pub url: String,
    pub people: Vec<PersonId>,
    pub administrator: PersonId,
    pub token: String,
    place: Place,
}

impl Town {
    /// In a fresh database of the engine under test.
    pub async fn new(people: usize) -> Self {
        let fresh = Fresh::new().await;
        let url = fresh.url().to_owned();
        Self::at(url, Place::Own(fresh), people).await
    }

    /// In a database that somebody else keeps.
    pub async fn elsewhere(url: &str, people: usize) -> Self {
        Self::at(url.to_owned(), Place::Elsewhere(Folder::new()), people).await
    }

    async fn at(url: String, place: Place, people: usize) -> Self {
        let db = Db::connect(&url).await.unwrap();
        db.migrate().await.unwrap();
        let policy = Arc::new(Policy::default());
        let house = House { db, policy, clock: clock::machine(), bell: Arc::default() };
        let (people, administrator, token) = house.write(&Actor::operator(), settle(people)).await.unwrap();
        Self { house, url, people, administrator, token, place }
    }

    pub fn engine(&self) -> &'static str {
        if self.is_sqlite() { "SQLite" } else { "PostgreSQL" }
    }

    pub fn is_sqlite(&self) -> bool {
        self.house.db.writer.get_database_backend() == DbBackend::Sqlite
    }

    /// The program on this town.
    pub fn instance(&self) -> Instance {
        Instance::of(&self.url)
    }

    /// A client of an instance that may do all.
    pub fn client(&self, of: &Instance) -> Client {
        Client::with_token(of.address, &self.token)
    }

    /// The cookie of a signed-in browser.
    pub async fn cookie(&self, person: PersonId) -> String {
        let house = Actor::house();
        let come =
            self.house.write(&house, |change| async move { sign_in::as_persona(&change, person).await });
        let come = come.await;
        format!("olievlek={}", come.unwrap().secret)
    }

    /// An open date of a workshop of its own, a month from now and `days` later.
    pub async fn session(&self, days: usize, capacity: Option<i32>) -> SessionId {
        let code: String = format!("W{}", WorkshopId::new().0.simple()).chars().rev().take(12).collect();
        let starts_at = clock::now() + TimeDelta::days(30 + i64::try_from(days).unwrap());
        let operator = Actor::operator();
        let plan = |change: Arc<Change>| {
            let draft = draft(&code);
            async move {
                let id = workshops::create(&change, &draft).await?;
                workshops::set_state(&change, id, WorkshopState::Published).await?;
                sessions::plan(&change, &plan(id, starts_at, capacity)).await
            }
        };
        self.house.write(&operator, plan).await.unwrap()
    }

    /// Every enrolment of a person, the oldest first.
    pub async fn enrolments(&self, person: PersonId) -> Vec<enrolment::Model> {
        let of = enrolment::Entity::find().filter(enrolment::Column::PersonId.eq(person));
        of.order_by_asc(enrolment::Column::Id).all(&self.house.db.reader).await.unwrap()
    }

    /// Runs SQL, as somebody does who looks from outside.
    pub async fn sql(&self, sql: &str) -> u64 {
        self.house.db.writer.execute_unprepared(sql).await.unwrap().rows_affected()
    }
}

type Settled = (Vec<PersonId>, PersonId, String);

/// Everybody at once.
fn settle(count: usize) -> impl Fn(Arc<Change>) -> futures_util::future::BoxFuture<'static, Result<Settled>> {
    move |change| {
        Box::pin(async move {
            let new = department::NewDepartment {
                code: "GEM".into(),
                name: "Gemeente".into(),
                parent: None,
                kind: DepartmentKind::Department,
            };
            let department = department::add(&change, &new).await?;
            let mut people = Vec::new();
            for number in 0..count {
                people.push(person::add(&change, &inhabitant(number, department)).await?);
            }
            let administrator = person::add(&change, &inhabitant(count, department)).await?;
            let (person, role) = (administrator, RoleKind::Administrator);
            role::grant(&change, role::NewGrant { person, role, department: None }).await?;
            let new = NewToken { person, scopes: vec![Scope::Admin], days: None };
            let token = api_token::create(&change, &new).await?;
            Ok((people, administrator, token))
        })
    }
}

fn inhabitant(number: usize, department: DepartmentId) -> person::NewPerson {
    person::NewPerson {
        employee_number: Some(format!("P{number}")),
        given_name: "Tijl".into(),
        surname: format!("Nummer{number}"),
        email: Some(format!("tijl.{number}@gemeente.example")),
        job_title: "Medewerker".into(),
        department: Some(department),
        employed_from: NaiveDate::from_ymd_opt(2020, 1, 1),
        ..Default::default()
    }
}

fn draft(code: &str) -> workshops::Draft {
    workshops::Draft {
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
        audience: "iedereen".into(),
        offering: Offering::Open,
        languages: vec![],
        cover: None,
        approval: ApprovalRule::Nobody,
    }
}

fn plan(workshop: WorkshopId, starts_at: chrono::DateTime<Utc>, capacity: Option<i32>) -> Plan {
    let ends_at = starts_at + TimeDelta::hours(2);
    Plan {
        workshop,
        capacity,
        minimum: None,
        meetings: vec![MeetingPlan { starts_at, ends_at, location: "Raadzaal".into(), link: None }],
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
