//! Finding people: searched, by department and role, and only those whom the viewer may see.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{id::*, person, role::RoleKind};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    sea_query::SelectStatement,
};

use super::{
    department,
    narrow::{Group, Narrow, Way},
    person::{Person, employed, employed_on},
    placement,
};
use crate::domain::{
    actor::Actor,
    error::{Error, Result},
    page::{MANY, Page, Window, count_some},
    search,
};

/// Whom is asked for. All that is given must hold.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Beginnings of words in name, number or address.
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
    let (narrow, wanted) = asked(db, actor, filter, today).await?;
    let page = match narrow.way {
        Way::Word(at) => by_word(db, &narrow.with_word(at, wanted, window)?, window).await?,
        Way::Whole(_) | Way::Walk => {
            let query = person::Entity::find().filter(wanted).filter(narrow.filter());
            window.read(db, query, (person::Column::Surname, person::Column::Id), place).await?
        }
    };
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
    let (narrow, wanted) = asked(db, actor, filter, today).await?;
    Ok(person::Entity::find().filter(wanted).filter(narrow.filter()).count(db).await?)
}

/// As [`count`], for who reads it on a page: [`count_some`], or [`MANY`] when only reading everybody could tell.
///
/// # Errors
/// When the database fails.
pub async fn count_for_page(
    db: &impl ConnectionTrait,
    actor: &Actor,
    filter: &Filter,
    today: NaiveDate,
) -> Result<u64> {
    let (narrow, wanted) = asked(db, actor, filter, today).await?;
    if narrow.is_none() {
        return count_some(db, person::Entity::find().filter(wanted)).await;
    }
    let Some(count) = narrow.count(wanted) else { return Ok(MANY) };
    let row = db.query_one(&count).await?;
    Ok(u64::try_from(row.map_or(Ok(0), |row| row.try_get_by_index::<i64>(0))?).unwrap_or_default())
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

/// Who works here on a day and has names that begin like this, whoever asks: at most `most`.
///
/// # Errors
/// When the database fails.
pub async fn beginning(
    db: &impl ConnectionTrait,
    text: &str,
    most: u64,
    today: NaiveDate,
) -> Result<Vec<Entry>> {
    let filter = Filter { search: text.to_owned(), ..Filter::default() };
    let window = Window { limit: most, after: None };
    Ok(list(db, &Actor::house(), &filter, &window, today).await?.items)
}

/// Who works here on a day and has exactly this mail address or number, whoever asks.
///
/// # Errors
/// When the database fails.
pub async fn named(db: &impl ConnectionTrait, text: &str, today: NaiveDate) -> Result<Vec<Entry>> {
    let mut people = by_handles(db, &[text.trim().to_owned()]).await?;
    people.retain(|person| employed(person, today));
    let ids: Vec<_> = people.iter().map(|person| person.id).collect();
    let mut departments = placement::of_people(db, &ids, today).await?;
    let entry =
        |person: Person| Entry { departments: departments.remove(&person.id).unwrap_or_default(), person };
    Ok(people.into_iter().map(entry).collect())
}

/// The groups that are asked for, and what else must hold.
async fn asked(
    db: &impl ConnectionTrait,
    actor: &Actor,
    filter: &Filter,
    today: NaiveDate,
) -> Result<(Narrow, Condition)> {
    let mut groups: Vec<_> = seen_by(actor, today).into_iter().collect();
    groups.extend(search::beginnings(&filter.search).into_iter().map(Group::Word));
    groups.extend(filter.role.map(Group::Role));
    groups.extend(filter.outside.then_some(Group::Outside));
    if let Some(top) = filter.department {
        let below = department::tree(db).await?.below(top).into_iter().collect();
        groups.push(Group::Within(below, today, None));
    }
    // A head who may see no others is narrowed to these already.
    if let Some(within) = &filter.within {
        groups.push(Group::Within(within.clone(), today, None));
    }
    let email = filter.email.as_deref().map(|email| person::Column::Email.eq(email.trim().to_lowercase()));
    let wanted = Condition::all().add_option((!filter.all).then(|| employed_on(today))).add_option(email);
    Ok((Narrow::of(db, groups).await?, wanted))
}

/// Whom this actor may see, when it is not everybody: the people of the departments they head, and themselves.
fn seen_by(actor: &Actor, today: NaiveDate) -> Option<Group> {
    let own = actor.person.filter(|_| actor.scopes.is_none());
    (!actor.may_see_people()).then(|| Group::Within(actor.departments.clone(), today, own))
}

/// The people whom an index of words gave, in the order of the list.
async fn by_word(db: &impl ConnectionTrait, ids: &SelectStatement, window: &Window) -> Result<Page<Person>> {
    let rows = db.query_all(ids).await?;
    let ids: Vec<PersonId> =
        rows.iter().map(|row| row.try_get_by_index(0)).collect::<std::result::Result<_, _>>()?;
    let people = person::Entity::find().filter(person::Column::Id.is_in(ids.iter().copied())).all(db).await?;
    let mut found: HashMap<_, _> = people.into_iter().map(|person| (person.id, person)).collect();
    Ok(window.cut(ids.iter().filter_map(|id| found.remove(id)).collect(), place))
}

/// Where somebody stands in the list.
fn place(person: &Person) -> (String, uuid::Uuid) {
    (person.surname.clone(), person.id.0)
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
    let seen = seen_by(actor, today).map_or_else(Condition::all, |group| group.holds());
    let seen = person::Entity::find_by_id(id).filter(seen).one(db).await?;
    seen.ok_or(Error::Missing("person"))
}
