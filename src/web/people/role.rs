//! Who has which role, given by whom and when.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use entity::{
    id::{PersonId, RoleId},
    role::RoleKind,
};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use crate::{
    domain::people::{
        department::{self, Tree},
        person::full_name,
        role::{self, Grant},
    },
    table::Table,
    web::{
        context::Context,
        download::{self, Files},
        sentence::Sentence,
        view::View,
    },
};

/// Every grant, by role.
#[derive(Serialize)]
pub struct List {
    groups: Vec<Group>,
    files: Files,
}

/// The people with one role.
#[derive(Serialize)]
struct Group {
    role: &'static str,
    /// Somebody who heads two departments counts once.
    people: usize,
    grants: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    person: String,
    name: String,
    department: Option<String>,
    source: &'static str,
    by: Option<String>,
    at: DateTime<Utc>,
}

impl View for List {
    const TEMPLATE: &'static str = "people/role/list.html";

    fn title(&self) -> Sentence {
        Sentence::new("roles-title")
    }

    fn samples() -> Vec<Self> {
        let at = "2026-11-02T08:41:00Z".parse().unwrap_or_default();
        let line = |source, by: Option<&str>| Line {
            person: "0196".into(),
            name: "Hanna Smit".into(),
            department: Some("Vergunningen".into()),
            source,
            by: by.map(Into::into),
            at,
        };
        let heads = Group {
            role: "department-head",
            people: 1,
            grants: vec![line("import", None), line("person", Some("Iris de Wit"))],
        };
        let groups = vec![heads, Group { role: "editor", people: 0, grants: Vec::new() }];
        vec![Self { groups, files: Files::sample() }]
    }
}

/// Every grant, by role.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let tree = department::tree(cx.db()).await?;
    let all = role::grants(cx.db()).await?;
    if let Some(format) = download::asked(&cx) {
        let table = file(&cx, &all, &tree);
        download::note(&cx, &table).await?;
        return download::answer(table, format).await;
    }
    let name_of =
        |id: PersonId| all.iter().find(|grant| grant.person.id == id).map(|grant| full_name(&grant.person));
    let line = |grant: &Grant| Line {
        person: grant.person.id.to_string(),
        name: full_name(&grant.person),
        department: grant.department.and_then(|id| tree.get(id)).map(|department| department.name.clone()),
        source: grant.source.code(),
        by: grant.granted_by.and_then(name_of),
        at: grant.granted_at,
    };
    let group = |kind: &RoleKind| {
        let grants = || all.iter().filter(|grant| grant.role == *kind);
        let people: HashSet<_> = grants().map(|grant| grant.person.id).collect();
        Group { role: kind.code(), people: people.len(), grants: grants().map(line).collect() }
    };
    cx.page(&List { groups: RoleKind::ALL.iter().map(group).collect(), files: Files::of(&cx) })
}

/// Every grant, one a row.
fn file(cx: &Context, all: &[Grant], tree: &Tree) -> Table {
    let columns = [
        "role-label",
        "import-column-name",
        "import-column-email",
        "person-department",
        "file-column-granted",
    ];
    let row = |grant: &Grant| {
        let department = grant.department.and_then(|id| tree.get(id)).map(|found| found.name.as_str());
        vec![
            cx.words().say(cx.language(), &format!("role-{}", grant.role.code()), &[]).into(),
            full_name(&grant.person).into(),
            grant.person.email.as_deref().into(),
            department.into(),
            download::here(cx, grant.granted_at).into(),
        ]
    };
    download::table(cx, "roles-title", &columns, all.iter().map(row).collect())
}

/// Takes a role back.
#[handler]
pub async fn revoke(cx: Context, Path((person, id)): Path<(PersonId, RoleId)>) -> poem::Result<Response> {
    cx.write(|change| async move { role::revoke(&change, person, id).await }).await?;
    Ok(cx.go(format!("/people/{person}")).saying(Sentence::new("role-revoked")).into())
}
