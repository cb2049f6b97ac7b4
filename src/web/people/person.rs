//! People: the list, and one of them with their roles.

use entity::{id::PersonId, person::PersonKind, role::RoleKind};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{known::Known, people_file};
use crate::{
    domain::{
        error::Result,
        people::{
            department::{self, Tree},
            directory::{self, Filter},
            person::{employed, full_name},
            placement, role, sign_in_code,
        },
        privacy::seen::{self, What},
    },
    web::{
        context::Context,
        download::{self, Files},
        form::Form,
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

/// The list of people.
#[derive(Serialize)]
pub struct List {
    form: FormView,
    departments: Vec<Choice>,
    roles: Vec<&'static str>,
    people: Vec<Line>,
    pages: Pager,
    files: Files,
    /// May add somebody from outside.
    may_invite: bool,
}

/// A person in the list.
#[derive(Serialize)]
struct Line {
    id: String,
    name: String,
    job: String,
    departments: String,
    works_here: bool,
    /// Comes from outside.
    outside: bool,
    agency: String,
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
            outside: true,
            agency: "Bureau Helder".into(),
        };
        let departments = || vec![Choice { value: "0196".into(), label: "Vergunningen".into() }];
        let form = || FormView::new().with("q", "smit").with("department", "0196").with("role", "trainer");
        vec![
            Self {
                form: form(),
                departments: departments(),
                roles: codes(),
                people: vec![line],
                pages: Pager::single(1),
                files: Files::sample(),
                may_invite: true,
            },
            Self {
                form: form(),
                departments: departments(),
                roles: codes(),
                people: Vec::new(),
                pages: Pager::single(0),
                files: Files::sample(),
                may_invite: false,
            },
        ]
    }
}

/// The people whom the viewer may see, found by words, department and role.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let query = cx.query();
    let filter = Filter {
        search: query.text("q").to_owned(),
        department: query.text("department").parse().ok(),
        role: RoleKind::from_code(query.text("role")),
        outside: query.has("outside"),
        all: query.has("all"),
        ..Filter::default()
    };
    let today = cx.house().policy.day(cx.now());
    let tree = department::tree(cx.db()).await?;
    if let Some(format) = download::asked(&cx) {
        return people_file::answer(&cx, &filter, tree, format).await;
    }
    let page = directory::list(cx.db(), cx.actor(), &filter, &pager::window(&cx)?, today).await?;
    let total = directory::count_for_page(cx.db(), cx.actor(), &filter, today).await?;
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
        outside: entry.person.kind == PersonKind::External,
        agency: entry.person.agency.unwrap_or_default(),
    };
    let people = page.items.into_iter().map(line).collect();
    let form = FormView::new().keeping(query, &[]);
    let files = Files::of(&cx);
    let (departments, may_invite) = (choices(&tree), cx.actor().may_invite());
    cx.page(&List { form, departments, roles: codes(), people, pages, files, may_invite })
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
    may_audit: bool,
    may_invite: bool,
    /// Gets a printed code to sign in with, from this viewer.
    by_code: bool,
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
        let wrong = || FormView::new().with("role", "department-head").wrong("department", "Vul dit in.");
        let sample = |known, may_grant| Self {
            known,
            may_grant,
            may_audit: may_grant,
            may_invite: may_grant,
            by_code: may_grant,
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
    seen::note(cx.house(), cx.actor(), id, What::Page).await?;
    let printer = cx.may(Allow::Granter)
        || sign_in_code::may_print(cx.actor(), &placement::departments(cx.db(), id, today).await?);
    let by_code = printer && sign_in_code::suits(cx.db(), &found).await?;
    let (known, status) = (Known::of(cx, found).await?, form.status);
    let departments = choices(&department::tree(cx.db()).await?);
    let (may_grant, may_audit) = (cx.may(Allow::Granter), cx.may(Allow::Auditor));
    let (may_invite, roles) = (cx.actor().may_invite(), codes());
    let view = Show { known, may_grant, may_audit, may_invite, by_code, form, roles, departments };
    cx.page_as(status, &view)
}

/// Gives a role.
#[handler]
pub async fn grant(cx: Context, Path(id): Path<PersonId>, form: Form) -> poem::Result<Response> {
    match give(&cx, id, &form).await {
        Ok(()) => Ok(cx.go(format!("/people/{id}")).saying(Sentence::new("role-granted")).into()),
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
        let new = role::NewGrant { person, role, department };
        cx.write_once(form, |change| async move { role::grant(&change, new).await }).await?;
    }
    Ok(())
}
