//! One department: who works there, who heads it, what it was before; and renaming and moving it.

use chrono::NaiveDate;
use entity::{department::DepartmentKind, id::DepartmentId};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{
    department_plan::{Planned, ask, planned},
    person::{Choice, choices},
};
use crate::{
    domain::{
        error::{Error, Field, Result},
        learning::cover,
        people::{
            department::{self, Department, Tree, Version},
            person::full_name,
            placement, role,
        },
        reorganisation::{self, Outcome, Wish},
    },
    web::{context::Context, form::Form, refill::FormView, row::Allow, sentence::Sentence, view::View},
};

/// One department.
#[derive(Serialize)]
pub struct Room {
    form: FormView,
    id: String,
    name: String,
    code: String,
    kind: &'static str,
    parent: Option<Other>,
    below: Vec<Other>,
    heads: Vec<Other>,
    people: u64,
    /// What is still to come.
    planned: Vec<Planned>,
    past: Vec<Past>,
    merged: Vec<Ended>,
    /// Its last day and what it became part of, when it is no more.
    ended: Option<Ended>,
    /// Whether whoever looks may change the tree, and how many may be away.
    may_change: bool,
    /// The organisation itself is neither merged nor split.
    may_divide: bool,
    may_limit: bool,
    departments: Vec<Choice>,
}

/// A person or department to go to.
#[derive(Clone, Debug, Serialize)]
pub struct Other {
    pub id: String,
    pub name: String,
}

/// What it was until a day.
#[derive(Clone, Debug, Serialize)]
struct Past {
    name: String,
    parent: Option<String>,
    from: Option<NaiveDate>,
    until: NaiveDate,
}

/// A department that is no more.
#[derive(Clone, Debug, Serialize)]
struct Ended {
    other: Other,
    day: NaiveDate,
}

impl View for Room {
    const TEMPLATE: &'static str = "people/department/show.html";

    fn title(&self) -> Sentence {
        Sentence::plain(&*self.name)
    }

    fn samples() -> Vec<Self> {
        let other = || Other { id: "1".into(), name: "Klantcontact".into() };
        let day = NaiveDate::from_ymd_opt(2026, 2, 28).unwrap_or_default();
        let room = |full: bool| Self {
            form: FormView::new().wrong("name", "Vul dit in."),
            id: "2".into(),
            name: "Vergunningen".into(),
            code: "VERG".into(),
            kind: "department",
            parent: full.then(other),
            below: full.then(other).into_iter().collect(),
            heads: full.then(other).into_iter().collect(),
            people: u64::from(full),
            planned: if full { Planned::samples(day) } else { Vec::new() },
            past: vec![
                Past { name: "Wonen".into(), parent: Some("Ruimte".into()), from: None, until: day },
                Past { name: "Bouwen".into(), parent: None, from: Some(day), until: day },
            ],
            merged: full.then(|| Ended { other: other(), day }).into_iter().collect(),
            ended: (!full).then(|| Ended { other: other(), day }),
            may_change: full,
            may_divide: full,
            may_limit: full,
            departments: Vec::new(),
        };
        vec![room(true), room(false)]
    }
}

/// One department.
#[handler]
pub async fn show(cx: Context, Path(id): Path<DepartmentId>) -> poem::Result<Response> {
    let one = department::find(cx.db(), id).await?;
    let form = as_it_is(&cx, &one);
    cx.page(&room(&cx, one, form).await?)
}

/// What the forms of the page hold before anything was typed.
fn as_it_is(cx: &Context, one: &Department) -> FormView {
    let today = cx.house().policy.day(cx.now());
    FormView::new()
        .with("from", today.to_string())
        .with("name", &*one.name)
        .with("parent", one.parent_id.map(|id| id.to_string()).unwrap_or_default())
        .with("costCentre", one.cost_centre.clone().unwrap_or_default())
        .with("coverLimit", one.cover_limit.map(|most| most.to_string()).unwrap_or_default())
}

async fn room(cx: &Context, one: Department, form: FormView) -> Result<Room> {
    let (db, id, today) = (cx.db(), one.id, cx.house().policy.day(cx.now()));
    let tree = department::tree(db).await?;
    let other = |one: &Department| Other { id: one.id.to_string(), name: one.name.clone() };
    let heads = role::heads_of(db, id).await?;
    let seen = cx.actor().may_see_people() || cx.actor().departments.contains(&id);
    let ended = one.ends_on.zip(one.successor_id.and_then(|id| tree.get(id)).map(other));
    let merged = department::predecessors(db, id).await?;
    let below = tree.nodes().into_iter().filter(|node| node.department.parent_id == Some(id));
    let alive = one.ends_on.is_none();
    Ok(Room {
        form,
        id: id.to_string(),
        kind: one.kind.code(),
        parent: one.parent_id.and_then(|id| tree.get(id)).map(other),
        below: below.map(|node| other(node.department)).collect(),
        heads: heads.iter().map(|head| Other { id: head.id.to_string(), name: full_name(head) }).collect(),
        people: if seen { placement::count_of(db, id, today).await? } else { 0 },
        planned: reorganisation::of(db, id)
            .await?
            .iter()
            .map(|row| Planned::new(row, id, &tree))
            .collect::<Result<_>>()?,
        past: past(department::versions(db, id).await?, &tree),
        merged: merged
            .iter()
            .filter_map(|one| Some(Ended { day: one.ends_on?, other: other(one) }))
            .collect(),
        ended: ended.map(|(day, other)| Ended { day, other }),
        may_change: cx.may(Allow::Importer) && alive,
        may_divide: !tree.is_whole(id),
        may_limit: (cx.actor().may_plan() || cx.actor().departments.contains(&id)) && alive,
        departments: choices(&tree),
        name: one.name,
        code: one.code,
    })
}

fn past(versions: Vec<Version>, tree: &Tree) -> Vec<Past> {
    let one = |version: Version| Past {
        parent: version.parent_id.and_then(|id| tree.get(id)).map(|parent| parent.name.clone()),
        name: version.name,
        from: version.starts_on,
        until: version.ends_on,
    };
    versions.into_iter().map(one).collect()
}

/// Gives it another name.
#[handler]
pub async fn rename(cx: Context, Path(id): Path<DepartmentId>, form: Form) -> poem::Result<Response> {
    let done = async {
        let mut read = form.read();
        let (name, from) = (read.required("name", 200), day(&mut read));
        read.done()?;
        ask(&cx, id, &form, (Wish::Rename { name }, from?)).await
    };
    answer(&cx, id, &form, done.await, "department-renamed").await
}

/// Puts it under another one.
#[handler]
pub async fn relocate(cx: Context, Path(id): Path<DepartmentId>, form: Form) -> poem::Result<Response> {
    let done = async {
        let mut read = form.read();
        let (parent, from) = (read.choice("parent", |text| text.parse().ok()), day(&mut read));
        read.done()?;
        ask(&cx, id, &form, (Wish::Move { parent }, from?)).await
    };
    answer(&cx, id, &form, done.await, "department-moved").await
}

/// Sets how many may be away at the same time.
#[handler]
pub async fn set_cover(cx: Context, Path(id): Path<DepartmentId>, form: Form) -> poem::Result<Response> {
    let done = async {
        let mut read = form.read();
        let most = read.number("coverLimit", 1, 10_000);
        read.done()?;
        let set = cx.write_once(&form, |change| async move { cover::set(&change, id, most).await });
        set.await.map(|()| Outcome::Done(id))
    };
    answer(&cx, id, &form, done.await, "department-limited").await
}

/// Sets where its costs are booked.
#[handler]
pub async fn set_cost_centre(
    cx: Context,
    Path(id): Path<DepartmentId>,
    form: Form,
) -> poem::Result<Response> {
    let code = form.text("costCentre");
    let set =
        cx.write_once(&form, |change| async move { department::set_cost_centre(&change, id, code).await });
    let done = set.await.map(|()| Outcome::Done(id));
    answer(&cx, id, &form, done, "department-cost-centre-set").await
}

/// The day from which something changes.
pub(super) fn day(read: &mut crate::web::reading::Reading<'_>) -> Result<NaiveDate> {
    let from = read.date("from");
    read.needed("from", from).ok_or_else(|| Error::from(Field::new("from", "required")))
}

async fn answer(
    cx: &Context,
    id: DepartmentId,
    form: &Form,
    done: Result<Outcome>,
    said: &'static str,
) -> poem::Result<Response> {
    match done {
        Ok(Outcome::Planned(_)) => Ok(planned(cx, id)),
        Ok(Outcome::Done(_)) => Ok(cx.go(format!("/departments/{id}")).saying(Sentence::new(said)).into()),
        Err(error) => {
            let one = department::find(cx.db(), id).await?;
            // The other forms of the page stay as they were.
            let kept = cx.again(form, &[], error)?.over(as_it_is(cx, &one));
            cx.page_as(kept.status, &room(cx, one, kept).await?)
        }
    }
}

/// The word of a kind.
pub(super) const fn kind(kind: DepartmentKind) -> &'static str {
    match kind {
        DepartmentKind::Organisation => "department-organisation",
        DepartmentKind::Domain => "department-domain",
        DepartmentKind::Department => "department-department",
        DepartmentKind::Team => "department-team",
    }
}
