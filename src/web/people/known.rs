//! What is known of a person: for their own account page, and for who may see them.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{id::DepartmentId, person::PersonKind};
use serde::Serialize;

use crate::{
    domain::{
        error::Result,
        people::{
            department,
            person::{self, Person, employed, full_name},
            placement, role,
        },
    },
    web::{context::Context, key},
};

/// What is known of a person.
#[derive(Debug, Serialize)]
pub struct Known {
    id: String,
    pub(super) name: String,
    email: Option<String>,
    number: Option<String>,
    job: String,
    departments: Vec<String>,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    /// Comes from outside.
    pub(super) outside: bool,
    agency: Option<String>,
    works_here: bool,
    roles: Vec<Held>,
}

/// A role that somebody has.
#[derive(Debug, Serialize)]
struct Held {
    id: String,
    role: &'static str,
    department: Option<String>,
    source: &'static str,
    by: Option<String>,
    at: DateTime<Utc>,
    key: String,
}

impl Known {
    /// Gathers it.
    pub(super) async fn of(cx: &Context, person: Person) -> Result<Self> {
        let today = cx.house().policy.day(cx.now());
        let tree = department::tree(cx.db()).await?;
        let named = |id: &DepartmentId| tree.get(*id).map(|department| department.name.clone());
        let departments = placement::departments(cx.db(), person.id, today).await?;
        let mut roles = Vec::new();
        for row in role::of_person(cx.db(), person.id).await? {
            let by = match row.granted_by {
                Some(id) => Some(full_name(&person::find(cx.db(), id).await?)),
                None => None,
            };
            let (role, source) = (row.kind.code(), row.source.code());
            let department = row.department_id.as_ref().and_then(named);
            roles.push(Held {
                id: row.id.to_string(),
                role,
                department,
                source,
                by,
                at: row.granted_at,
                key: key::fresh(),
            });
        }
        Ok(Self {
            id: person.id.to_string(),
            name: full_name(&person),
            works_here: employed(&person, today),
            departments: departments.iter().filter_map(named).collect(),
            email: person.email,
            number: person.employee_number,
            job: person.job_title,
            from: person.employed_from,
            until: person.employed_until,
            outside: person.kind == PersonKind::External,
            agency: person.agency,
            roles,
        })
    }

    pub(super) fn sample() -> Self {
        let at = "2026-11-02T08:41:00Z".parse().unwrap_or_default();
        let held = |role, source, by: Option<&str>| Held {
            id: format!("role-{role}"),
            role,
            department: (role == "department-head").then(|| "Vergunningen".into()),
            source,
            by: by.map(Into::into),
            at,
            key: "0".into(),
        };
        Self {
            email: Some("hanna.smit@gemeente.example".into()),
            number: Some("10042".into()),
            outside: false,
            agency: None,
            departments: vec!["Vergunningen".into()],
            from: NaiveDate::from_ymd_opt(2020, 1, 1),
            roles: vec![
                held("department-head", "import", None),
                held("trainer", "person", Some("Iris de Wit")),
                held("administrator", "operator", None),
            ],
            ..Self::sample_from_outside()
        }
    }

    pub(super) fn sample_from_outside() -> Self {
        Self {
            id: "0196".into(),
            name: "Hanna <Smit>".into(),
            email: None,
            number: None,
            job: String::new(),
            departments: Vec::new(),
            from: None,
            until: NaiveDate::from_ymd_opt(2027, 1, 31),
            outside: true,
            agency: Some("Bureau Helder".into()),
            works_here: true,
            roles: Vec::new(),
        }
    }
}
