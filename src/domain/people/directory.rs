//! Finding people: searched, by department and role, and only those whom the viewer may see.

use chrono::NaiveDate;
use entity::{
    id::*,
    person::{self, PersonKind},
    role::RoleKind,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    Select,
    sea_query::{Expr, ExprTrait as _, LikeExpr},
};

use super::{
    department,
    person::{Person, employed_on},
    placement, role,
};
use crate::domain::{
    actor::Actor,
    error::{Error, Result},
    page::{Page, Window, count_some},
    search,
};

/// Whom is asked for. All that is given must hold.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Words that stand in name, number or address.
    pub search: String,
    /// This mail address, in any case.
    pub email: Option<String>,
    /// Works in this department or below it.
    pub department: Option<DepartmentId>,
    /// Works in one of these: the departments of a head, who may see more people than those.
    pub within: Option<Vec<DepartmentId>>,
    /// Has this role, wherever it holds.
    pub role: Option<RoleKind>,
    /// Comes from outside.
    pub outside: bool,
    /// Also who left, and who has yet to begin.
    pub all: bool,
}

/// A person in a list.
#[derive(Clone, Debug)]
pub struct Entry {
    pub person: Person,
    /// Where this person works today.
    pub departments: Vec<DepartmentId>,
}

/// People by surname, a page at a time, as far as the actor may see them.
///
/// # Errors
/// Field `cursor` when it is not one of ours; when the database fails.
pub async fn list(
    db: &impl ConnectionTrait,
    actor: &Actor,
    filter: &Filter,
    window: &Window,
    today: NaiveDate,
) -> Result<Page<Entry>> {
    let query = select(db, actor, filter, today).await?;
    let columns = (person::Column::Surname, person::Column::Id);
    let page = window.read(db, query, columns, |p: &Person| (p.surname.clone(), p.id.0)).await?;
    let ids: Vec<_> = page.items.iter().map(|person| person.id).collect();
    let mut departments = placement::of_people(db, &ids, today).await?;
    Ok(page.map(|person| Entry { departments: departments.remove(&person.id).unwrap_or_default(), person }))
}

/// How many people the filter finds.
///
/// # Errors
/// When the database fails.
pub async fn count(
    db: &impl ConnectionTrait,
    actor: &Actor,
    filter: &Filter,
    today: NaiveDate,
) -> Result<u64> {
    Ok(select(db, actor, filter, today).await?.count(db).await?)
}

/// As [`count`], for who reads it on a page: see [`count_some`].
///
/// # Errors
/// When the database fails.
pub async fn count_for_page(
    db: &impl ConnectionTrait,
    actor: &Actor,
    filter: &Filter,
    today: NaiveDate,
) -> Result<u64> {
    count_some(db, select(db, actor, filter, today).await?).await
}

/// Whom this actor may see (a filter): everybody, the people of the departments they head, or themselves.
#[must_use]
pub fn visible_to(actor: &Actor, today: NaiveDate) -> Condition {
    if actor.may_see_people() {
        return Condition::all();
    }
    let own = actor.person.filter(|_| actor.scopes.is_none()).map(|id| person::Column::Id.eq(id));
    let led = person::Column::Id.in_subquery(placement::in_departments(&actor.departments, today));
    Condition::any().add(led).add_option(own)
}

/// Who have these mail addresses, numbers or ids, as somebody typed them; whoever is not found is not in it.
///
/// # Errors
/// When the database fails.
pub async fn by_handles(db: &impl ConnectionTrait, handles: &[String]) -> Result<Vec<Person>> {
    use person::Column::{Email, EmployeeNumber, Id};
    let emails = handles.iter().map(|handle| handle.to_lowercase());
    let ids = handles.iter().filter_map(|handle| handle.parse::<PersonId>().ok());
    let named = Condition::any()
        .add(Email.is_in(emails))
        .add(EmployeeNumber.is_in(handles.iter().cloned()))
        .add(Id.is_in(ids));
    Ok(person::Entity::find().filter(named).all(db).await?)
}

async fn select(
    db: &impl ConnectionTrait,
    actor: &Actor,
    filter: &Filter,
    today: NaiveDate,
) -> Result<Select<person::Entity>> {
    let mut wanted = visible_to(actor, today);
    wanted = Condition::all().add(wanted).add_option((!filter.all).then(|| employed_on(today)));
    if filter.outside {
        wanted = wanted.add(person::Column::Kind.eq(PersonKind::External));
    }
    if let Some(email) = &filter.email {
        wanted = wanted.add(person::Column::Email.eq(email.trim().to_lowercase()));
    }
    if let Some(top) = filter.department {
        let below: Vec<_> = department::tree(db).await?.below(top).into_iter().collect();
        wanted = wanted.add(person::Column::Id.in_subquery(placement::in_departments(&below, today)));
    }
    if let Some(within) = &filter.within {
        wanted = wanted.add(person::Column::Id.in_subquery(placement::in_departments(within, today)));
    }
    if let Some(kind) = filter.role {
        wanted = wanted.add(person::Column::Id.in_subquery(role::held(kind)));
    }
    for pattern in search::patterns(&filter.search) {
        let column = Expr::col((person::Entity, person::Column::Search));
        wanted = wanted.add(column.like(LikeExpr::new(pattern).escape('\\')));
    }
    Ok(person::Entity::find().filter(wanted))
}

/// One person, if the actor may see them.
///
/// # Errors
/// [`Error::Missing`] for nobody, and just so for somebody whom the actor may not see.
pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: PersonId,
    today: NaiveDate,
) -> Result<Person> {
    let seen = person::Entity::find_by_id(id).filter(visible_to(actor, today)).one(db).await?;
    seen.ok_or(Error::Missing("person"))
}
