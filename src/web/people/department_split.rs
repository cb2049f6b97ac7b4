//! Splitting a department: who and what goes along, a page that shows who ends up where, and one button that does it.

use chrono::NaiveDate;
use entity::id::{DepartmentId, PersonId};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{department_plan::planned, department_room::day, person::Choice};
use crate::{
    domain::{
        error::Result,
        people::{
            department::{self, Node},
            person::{Person, full_name},
            placement, role,
        },
        reorganisation::{self, Outcome, Wish},
    },
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// Names that are shown; the count tells of the rest.
const NAMES: usize = 30;

/// Who and what goes along to a new department.
#[derive(Serialize)]
pub struct SplitOff {
    form: FormView,
    id: String,
    name: String,
    people: Vec<Choice>,
    teams: Vec<Choice>,
}

impl View for SplitOff {
    const TEMPLATE: &'static str = "people/department/split.html";

    fn title(&self) -> Sentence {
        Sentence::new("department-split-title").with("name", &*self.name)
    }

    fn samples() -> Vec<Self> {
        let choice = || vec![Choice { value: "1".into(), label: "Fenna de Boer".into() }];
        let split = |people, teams| Self {
            form: FormView::new().wrong("people", "Kies wie er meegaat."),
            id: "2".into(),
            name: "Vergunningen".into(),
            people,
            teams,
        };
        vec![split(choice(), choice()), split(Vec::new(), Vec::new())]
    }
}

/// Who ends up where, and the button.
#[derive(Serialize)]
pub struct SplitPreview {
    form: FormView,
    id: String,
    name: String,
    fresh: String,
    from: NaiveDate,
    /// Whether that day is to come.
    later: bool,
    go: Side,
    stay: Side,
    /// Who heads the department; they head the new one only when somebody says so.
    heads: Vec<String>,
    /// Everything that was typed, to be sent again.
    typed: Vec<(String, String)>,
}

/// People and teams of one of both.
#[derive(Serialize)]
struct Side {
    people: usize,
    names: Vec<String>,
    teams: Vec<String>,
}

impl View for SplitPreview {
    const TEMPLATE: &'static str = "people/department/split_preview.html";

    fn title(&self) -> Sentence {
        Sentence::new("department-split-preview-title")
    }

    fn samples() -> Vec<Self> {
        let side = |people: usize| Side {
            people,
            names: vec!["Fenna de Boer".into(); people.min(2)],
            teams: vec!["Telefoon en chat".into(); people.min(1)],
        };
        let sample = |later, go, stay, heads| Self {
            form: FormView::new(),
            id: "2".into(),
            name: "Vergunningen".into(),
            fresh: "Advies".into(),
            from: NaiveDate::from_ymd_opt(2027, 1, 1).unwrap_or_default(),
            later,
            go: side(go),
            stay: side(stay),
            heads,
            typed: vec![("name".into(), "Advies".into())],
        };
        vec![sample(false, 40, 1, vec!["Hanna Smit".into()]), sample(true, 1, 0, Vec::new())]
    }
}

/// Asks who goes along.
#[handler]
pub async fn ask(cx: Context, Path(id): Path<DepartmentId>) -> poem::Result<Response> {
    let today = cx.house().policy.day(cx.now());
    cx.page(&split_off(&cx, id, FormView::new().with("from", today.to_string())).await?)
}

async fn split_off(cx: &Context, id: DepartmentId, form: FormView) -> Result<SplitOff> {
    let (one, people, teams) = parts(cx, id, cx.house().policy.day(cx.now())).await?;
    let person = |person: &Person| Choice { value: person.id.to_string(), label: full_name(person) };
    Ok(SplitOff {
        form,
        id: id.to_string(),
        name: one,
        people: people.iter().map(person).collect(),
        teams: teams.into_iter().map(|(id, name)| Choice { value: id.to_string(), label: name }).collect(),
    })
}

/// The name of a department, who works there on a day, and what lies right below it.
async fn parts(
    cx: &Context,
    id: DepartmentId,
    day: NaiveDate,
) -> Result<(String, Vec<Person>, Vec<(DepartmentId, String)>)> {
    let one = reorganisation::part(cx.db(), id).await?;
    let tree = department::tree(cx.db()).await?;
    let below = tree.nodes().into_iter().filter(|node| node.department.parent_id == Some(id));
    let team = |node: Node<'_>| (node.department.id, node.department.name.clone());
    Ok((one.name, placement::people_of(cx.db(), id, day).await?, below.map(team).collect()))
}

/// What the form asks for.
fn wish(form: &Form) -> Result<(Wish, NaiveDate)> {
    let mut read = form.read();
    let (code, name) = (read.required("code", 40), read.required("name", 200));
    let from = day(&mut read);
    let people: Vec<PersonId> = read.choices("people", |text| text.parse().ok());
    let teams: Vec<DepartmentId> = read.choices("teams", |text| text.parse().ok());
    read.done()?;
    Ok((Wish::Split { code, name, people, teams }, from?))
}

/// Shows who would end up where; nothing happens yet.
#[handler]
pub async fn preview(cx: Context, Path(id): Path<DepartmentId>, form: Form) -> poem::Result<Response> {
    if form.has("edit") {
        let kept = FormView::new().keeping(&form, &["people", "teams"]);
        return cx.page(&split_off(&cx, id, kept).await?);
    }
    match previewed(&cx, id, &form).await {
        Ok(view) => cx.page(&view),
        Err(error) => {
            let kept = cx.again(&form, &["people", "teams"], error)?;
            cx.page_as(kept.status, &split_off(&cx, id, kept).await?)
        }
    }
}

async fn previewed(cx: &Context, id: DepartmentId, form: &Form) -> Result<SplitPreview> {
    let (wish, from) = wish(form)?;
    reorganisation::check(cx.db(), id, &wish).await?;
    let (name, people, teams) = parts(cx, id, from).await?;
    let Wish::Split { name: fresh, people: chosen, teams: along, .. } = wish else {
        return Err(crate::domain::error::Error::Missing("department"));
    };
    let side = |goes: bool| {
        let people: Vec<_> = people.iter().filter(|one| chosen.contains(&one.id) == goes).collect();
        let teams = teams.iter().filter(|(id, _)| along.contains(id) == goes);
        Side {
            people: people.len(),
            names: people.into_iter().take(NAMES).map(full_name).collect(),
            teams: teams.map(|(_, name)| name.clone()).collect(),
        }
    };
    let typed = form.iter().filter(|(name, _)| *name != "key");
    Ok(SplitPreview {
        form: FormView::new(),
        id: id.to_string(),
        fresh,
        from,
        later: from > cx.house().policy.day(cx.now()),
        go: side(true),
        stay: side(false),
        heads: role::heads_of(cx.db(), id).await?.iter().map(full_name).collect(),
        typed: typed.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        name,
    })
}

/// Splits, or plans to.
#[handler]
pub async fn divide(cx: Context, Path(id): Path<DepartmentId>, form: Form) -> poem::Result<Response> {
    match split(&cx, id, &form).await {
        Ok(Outcome::Done(fresh)) => {
            Ok(cx.go(format!("/departments/{fresh}")).saying(Sentence::new("department-split-done")).into())
        }
        Ok(Outcome::Planned(_)) => Ok(planned(&cx, id)),
        Err(error) => {
            let kept = cx.again(&form, &["people", "teams"], error)?;
            cx.page_as(kept.status, &split_off(&cx, id, kept).await?)
        }
    }
}

async fn split(cx: &Context, id: DepartmentId, form: &Form) -> Result<Outcome> {
    let (wish, from) = wish(form)?;
    let wish = &wish;
    cx.write_once(form, |change| async move { reorganisation::ask(&change, id, wish, from).await }).await
}
