//! What is still to come of a department: planned, shown, and taken back.

use chrono::NaiveDate;
use entity::id::{DepartmentId, ReorganisationId};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use crate::{
    domain::{
        error::Result,
        people::department::Tree,
        reorganisation::{self, Outcome, Reorganisation, Wish},
    },
    web::{context::Context, form::Form, sentence::Sentence},
};

/// A change that is still to come, or could not be done on its day.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Planned {
    id: String,
    /// `rename`, `move`, `top`, `merge`, `split`; `joins` when another one is merged into this, `under` when it is put under this.
    what: &'static str,
    /// The new name, or the other department.
    name: String,
    people: usize,
    from: NaiveDate,
    refused: Option<String>,
}

impl Planned {
    /// For samples.
    pub fn samples(from: NaiveDate) -> Vec<Self> {
        let kinds = ["rename", "move", "top", "merge", "split", "joins", "under"];
        let one = |what: &'static str| Self {
            id: what.to_owned(),
            what,
            name: "Advies".into(),
            people: 4,
            from,
            refused: (what == "split").then(|| "taken".to_owned()),
        };
        kinds.map(one).into()
    }

    /// A planned change, as somebody sees it who looks at this department.
    pub fn new(row: &Reorganisation, here: DepartmentId, tree: &Tree) -> Result<Self> {
        let (wish, own) = (Wish::of(row)?, row.department_id == here);
        let called = |id: Option<DepartmentId>| {
            id.and_then(|id| tree.get(id)).map(|one| one.name.clone()).unwrap_or_default()
        };
        let (what, name) = match &wish {
            Wish::Merge { .. } if !own => ("joins", called(Some(row.department_id))),
            Wish::Move { .. } if !own => ("under", called(Some(row.department_id))),
            Wish::Rename { name } | Wish::Split { name, .. } => (wish.code(), name.clone()),
            Wish::Move { parent: None } => ("top", String::new()),
            Wish::Move { parent } => (wish.code(), called(*parent)),
            Wish::Merge { into } => (wish.code(), called(Some(*into))),
        };
        let people = if let Wish::Split { people, .. } = &wish { people.len() } else { 0 };
        Ok(Self {
            id: row.id.to_string(),
            what,
            name,
            people,
            from: row.starts_on,
            refused: row.refused.clone(),
        })
    }
}

/// Takes back a change that is still to come.
#[handler]
pub async fn take_back(
    cx: Context,
    Path((id, plan)): Path<(DepartmentId, ReorganisationId)>,
    form: Form,
) -> poem::Result<Response> {
    cx.write_once(&form, |change| async move { reorganisation::remove(&change, plan).await }).await?;
    Ok(cx.go(format!("/departments/{id}")).saying(Sentence::new("department-plan-removed")).into())
}

/// Does it, or plans it when its day is to come.
pub(super) async fn ask(
    cx: &Context,
    id: DepartmentId,
    form: &Form,
    (wish, from): (Wish, NaiveDate),
) -> Result<Outcome> {
    let wish = &wish;
    cx.write_once(form, |change| async move { reorganisation::ask(&change, id, wish, from).await }).await
}

/// To the department, where it stands what will become of it.
pub(super) fn planned(cx: &Context, id: DepartmentId) -> Response {
    cx.go(format!("/departments/{id}")).saying(Sentence::new("department-planned")).into()
}
