//! People: the list, and one of them with their roles.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    id::{DepartmentId, PersonId},
    role::RoleKind,
};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use crate::{
    domain::{
        error::Result,
        people::{
            department::{self, Tree},
            directory::{self, Filter},
            person::{self, Person, employed, full_name},
            placement, role,
        },
    },
    web::{
        context::Context,
        form::Form,
        key,
        pager::{self, Pager},
        refill::FormView,
        row::Allow,
        sentence::Sentence,
        view::View,
    },
};

/// An answer in a list to choose from.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    pub value: String,
    pub label: String,
}

/// What is known of a person.
#[derive(Debug, Serialize)]
pub struct Known {
    id: String,
    name: String,
    email: Option<String>,
    number: Option<String>,
    job: String,
    departments: Vec<String>,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
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
            works_here: true,
            roles: Vec::new(),
        }
    }
}

/// The list of people.
#[derive(Serialize)]
pub struct List {
    form: FormView,
    departments: Vec<Choice>,
    people: Vec<Line>,
    pages: Pager,
}

/// A person in the list.
#[derive(Serialize)]
struct Line {
    id: String,
    name: String,
    job: String,
    departments: String,
    works_here: bool,
}

impl View for List {
    const TEMPLATE: &'static str = "people/person/list.html";

    fn title(&self) -> Sentence {
        Sentence::new("people-title")
    }

    fn samples() -> Vec<Self> {
        let line = Line {
            id: "0196".into(),
            name: "Hanna Smit".into(),
            job: "Adviseur".into(),
            departments: "Vergunningen".into(),
            works_here: false,
        };
        let departments = || {
            vec![Choice {
                value: "0196".into(),
                label: "Vergunningen".into(),
            }]
        };
        let form = || FormView::new().with("q", "smit").with("department", "0196");
        vec![
            Self {
                form: form(),
                departments: departments(),
                people: vec![line],
                pages: Pager::single(1),
            },
            Self {
                form: form(),
                departments: departments(),
                people: Vec::new(),
                pages: Pager::single(0),
            },
        ]
    }
}

/// The people whom the viewer may see, found by words and department.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let query = cx.query();
    let filter = Filter {
        search: query.text("q").to_owned(),
        department: query.text("department").parse().ok(),
        all: query.has("all"),
        ..Filter::default()
    };
    let today = cx.house().policy.day(cx.now());
    let tree = department::tree(cx.db()).await?;
    let page = directory::list(cx.db(), cx.actor(), &filter, &pager::window(&cx)?, today).await?;
    let total = directory::count(cx.db(), cx.actor(), &filter, today).await?;
    let pages = Pager::new(&cx, &page, total);
    let line = |entry: directory::Entry| Line {
        id: entry.person.id.to_string(),
        name: full_name(&entry.person),
        works_here: employed(&entry.person, today),
        departments: entry
            .departments
            .iter()
            .filter_map(|id| Some(tree.get(*id)?.name.as_str()))
            .collect::<Vec<_>>()
            .join(", "),
        job: entry.person.job_title,
    };
    let people = page.items.into_iter().map(line).collect();
    let form = FormView::new().keeping(query, &[]);
    cx.page(&List {
        form,
        departments: choices(&tree),
        people,
        pages,
    })
}

/// The tree as a list to choose from: what lies below stands further in.
pub(super) fn choices(tree: &Tree) -> Vec<Choice> {
    let choice = |node: department::Node<'_>| Choice {
        value: node.department.id.to_string(),
        label: format!("{}{}", "– ".repeat(node.depth), node.department.name),
    };
    tree.nodes().into_iter().map(choice).collect()
}

/// One person.
#[derive(Serialize)]
pub struct Show {
    known: Known,
    may_grant: bool,
    form: FormView,
    roles: Vec<&'static str>,
    departments: Vec<Choice>,
}

impl View for Show {
    const TEMPLATE: &'static str = "people/person/show.html";

    fn title(&self) -> Sentence {
        Sentence::plain(&self.known.name)
    }

    fn samples() -> Vec<Self> {
        let wrong = || {
            FormView::new()
                .with("role", "department-head")
                .wrong("department", "Vul dit in.")
        };
        let sample = |known, may_grant| Self {
            known,
            may_grant,
            form: wrong(),
            roles: codes(),
            departments: Vec::new(),
        };
        vec![
            sample(Known::sample(), true),
            sample(Known::sample(), false),
            sample(Known::sample_from_outside(), true),
        ]
    }
}

fn codes() -> Vec<&'static str> {
    RoleKind::ALL.iter().map(|role| role.code()).collect()
}

/// One person, with their roles.
#[handler]
pub async fn show(cx: Context, Path(id): Path<PersonId>) -> poem::Result<Response> {
    page(&cx, id, FormView::new()).await
}

async fn page(cx: &Context, id: PersonId, form: FormView) -> poem::Result<Response> {
    let today = cx.house().policy.day(cx.now());
    let found = directory::find(cx.db(), cx.actor(), id, today).await?;
    let (known, status) = (Known::of(cx, found).await?, form.status);
    let departments = choices(&department::tree(cx.db()).await?);
    cx.page_as(
        status,
        &Show {
            known,
            may_grant: cx.may(Allow::Granter),
            form,
            roles: codes(),
            departments,
        },
    )
}

/// Gives a role.
#[handler]
pub async fn grant(cx: Context, Path(id): Path<PersonId>, form: Form) -> poem::Result<Response> {
    match give(&cx, id, &form).await {
        Ok(()) => Ok(cx
            .go(format!("/people/{id}"))
            .saying(Sentence::new("role-granted"))
            .into()),
        Err(error) => {
            let form = cx.again(&form, &[], error)?;
            page(&cx, id, form).await
        }
    }
}

async fn give(cx: &Context, person: PersonId, form: &Form) -> Result<()> {
    let mut read = form.read();
    let chosen = read.choice("role", RoleKind::from_code);
    let role = read.needed("role", chosen);
    let department = read.choice("department", |text| text.parse().ok());
    read.done()?;
    if let Some(role) = role {
        let new = role::NewGrant {
            person,
            role,
            department,
        };
        cx.write_once(form, |change| async move { role::grant(&change, new).await })
            .await?;
    }
    Ok(())
}
