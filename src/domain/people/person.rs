//! People: staff from the HR file, and those from outside who train or visit.

use chrono::NaiveDate;
use entity::{
    id::*,
    person::{self, PersonKind},
    placement,
    role::RoleKind,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _, ExprTrait as _, FromQueryResult,
    QueryFilter as _, Statement,
    sea_query::{Expr, Func},
};

use crate::domain::{
    actor::Actor,
    change::Change,
    error::{Error, Field, Refusal, Result, all_well, is_duplicate},
    event::Event,
};

use super::{administration, name, role, word};

pub use super::address::is_address;
pub use entity::person::Model as Person;

/// What is known of a new person.
#[derive(Clone, Debug, Default)]
pub struct NewPerson {
    /// With a number: staff. Without: from outside, and beyond what a staff file says.
    pub employee_number: Option<String>,
    pub given_name: String,
    /// Tussenvoegsel, such as "van der"; empty when there is none.
    pub prefix: String,
    pub surname: String,
    pub email: Option<String>,
    pub job_title: String,
    pub department: Option<DepartmentId>,
    pub employed_from: Option<NaiveDate>,
    /// The last day; nothing when it is not known.
    pub employed_until: Option<NaiveDate>,
    /// Where somebody from outside comes from.
    pub agency: Option<String>,
}

/// The name as it is said: "Joke van der Meer".
#[must_use]
pub fn full_name(person: &Person) -> String {
    name::said([&person.given_name, &person.prefix, &person.surname])
}

/// Whether this person works here on that day.
#[must_use]
pub fn employed(person: &Person, day: NaiveDate) -> bool {
    person.employed_from.is_none_or(|from| from <= day)
        && person.employed_until.is_none_or(|until| until >= day)
}

/// Works here on this day (a filter). Nearly everybody does, so no index may lead the way: lists of people are read in
/// their own order, and a comparison with a bare column would have SQLite fetch and sort everybody first.
#[must_use]
pub fn employed_on(day: NaiveDate) -> Condition {
    let or_day = |column| Expr::expr(Func::coalesce([Expr::col((person::Entity, column)), Expr::val(day)]));
    Condition::all()
        .add(or_day(person::Column::EmployedFrom).lte(day))
        .add(or_day(person::Column::EmployedUntil).gte(day))
}

/// Comes from outside (a filter). Written out, because an index of the few who do is used only for what it says itself.
#[must_use]
pub fn outside() -> Condition {
    Condition::all().add(Expr::cust(r#""person"."kind" = 'external'"#))
}

/// May come in on this day: works here and is not blocked (a filter).
#[must_use]
pub fn welcome(day: NaiveDate) -> Condition {
    employed_on(day).add(person::Column::BlockedAt.is_null())
}

/// One person.
///
/// # Errors
/// [`Error::Missing`] when there is none.
pub async fn find(db: &impl ConnectionTrait, id: PersonId) -> Result<Person> {
    person::Entity::find_by_id(id).one(db).await?.ok_or(Error::Missing("person"))
}

/// The person with this mail address, in any case.
///
/// # Errors
/// When the database fails.
pub async fn by_email(db: &impl ConnectionTrait, email: &str) -> Result<Option<Person>> {
    let email = email.trim().to_lowercase();
    Ok(person::Entity::find().filter(person::Column::Email.eq(email)).one(db).await?)
}

/// Chooses the language of one's own letters and pages, as its code.
///
/// # Errors
/// [`Error::Forbidden`] when nobody acts.
pub async fn choose_language(change: &Change, code: &str) -> Result<()> {
    let id = change.actor.person.ok_or(Error::Forbidden)?;
    let chosen = person::ActiveModel { id: Set(id), language: Set(Some(code.into())), ..Default::default() };
    person::Entity::update(chosen).exec(change.db()).await?;
    change.record(Event::LanguageChosen { person: id }).await
}

/// What this person may do today: roles, and for a head the departments with all below them. Whoever does not work here
/// today or is blocked is nobody.
///
/// # Errors
/// [`Error::Missing`] when there is no such person today.
pub async fn actor(db: &impl ConnectionTrait, id: PersonId, today: NaiveDate) -> Result<Actor> {
    let here = person::Entity::find_by_id(id).filter(welcome(today)).one(db).await?;
    actor_of(db, &here.ok_or(Error::Missing("person"))?).await
}

/// What a person may do who is known to be welcome.
///
/// # Errors
/// When the database fails.
pub async fn actor_of(db: &impl ConnectionTrait, person: &Person) -> Result<Actor> {
    let rows = role::of_person(db, person.id).await?;
    actor_with(db, person, rows.into_iter().map(|row| row.kind).collect()).await
}

/// As [`actor_of`], for a person whose roles are known, each with its own kind together.
pub(super) async fn actor_with(
    db: &impl ConnectionTrait,
    person: &Person,
    mut roles: Vec<RoleKind>,
) -> Result<Actor> {
    let id = person.id;
    roles.dedup();
    let heads = roles.contains(&RoleKind::DepartmentHead);
    let departments = if heads { headed(db, id).await? } else { Vec::new() };
    let outside = person.kind == PersonKind::External;
    Ok(Actor { roles, departments, outside, ..Actor::employee(id) })
}

/// The departments that this person heads, with all below them.
async fn headed(db: &impl ConnectionTrait, id: PersonId) -> Result<Vec<DepartmentId>> {
    #[derive(FromQueryResult)]
    struct Below {
        id: DepartmentId,
    }
    // UNION and not UNION ALL: it ends also where somebody made a circle in the table by hand.
    let sql = r#"WITH RECURSIVE "below" ("id") AS (
        SELECT "department_id" FROM "role" WHERE "person_id" = $1 AND "kind" = $2 AND "department_id" IS NOT NULL
        UNION SELECT "d"."id" FROM "department" "d" JOIN "below" "b" ON "d"."parent_id" = "b"."id"
    ) SELECT "id" FROM "below""#;
    let kind = RoleKind::DepartmentHead.code();
    let ask = Statement::from_sql_and_values(db.get_database_backend(), sql, [id.0.into(), kind.into()]);
    Ok(Below::find_by_statement(ask).all(db).await?.into_iter().map(|row| row.id).collect())
}

/// Adds a person by hand. Staff comes with the staff file; this is for who comes from outside, and for the first
/// administrator of an empty house.
///
/// # Errors
/// [`Error::Invalid`] without a surname or with a malformed address, [`Refusal::Taken`] for a number or address in use.
pub async fn add(change: &Change, new: &NewPerson) -> Result<PersonId> {
    if change.actor.may_import() { create(change, new).await } else { Err(Error::Forbidden) }
}

/// As [`add`], whoever asked for it.
pub(super) async fn create(change: &Change, new: &NewPerson) -> Result<PersonId> {
    let mut problems = Vec::new();
    if new.surname.trim().is_empty() {
        problems.push(Field::new("surname", "required"));
    }
    let email =
        new.email.as_deref().map(|email| email.trim().to_lowercase()).filter(|email| !email.is_empty());
    if email.as_deref().is_some_and(|email| !is_address(email)) {
        problems.push(Field::new("email", "not-an-address"));
    }
    all_well(problems)?;
    let row = row_of(change, new, email);
    let id = PersonId::new();
    let taken = |error: DbErr| match is_duplicate(&error) {
        true => Error::from(Refusal::Taken {
            value: new.email.clone().or(new.employee_number.clone()).unwrap_or_default(),
        }),
        false => error.into(),
    };
    let row = person::ActiveModel { id: Set(id), ..row };
    let made = person::Entity::insert(row).exec_with_returning(change.db()).await.map_err(taken)?;
    word::keep(change, [&made]).await?;
    if let Some(department) = new.department {
        super::placement::begin(change, id, department, new.employed_from).await?;
    }
    Ok(id)
}

fn row_of(change: &Change, new: &NewPerson, email: Option<String>) -> person::ActiveModel {
    let [given_name, prefix, surname] =
        [&new.given_name, &new.prefix, &new.surname].map(|part| part.trim().to_owned());
    person::ActiveModel {
        id: sea_orm::ActiveValue::NotSet,
        kind: Set(if new.employee_number.is_some() { PersonKind::Staff } else { PersonKind::External }),
        employee_number: Set(new.employee_number.clone()),
        given_name: Set(given_name),
        prefix: Set(prefix),
        surname: Set(surname),
        email: Set(email),
        job_title: Set(new.job_title.trim().into()),
        manager_id: Set(None),
        employed_from: Set(new.employed_from),
        employed_until: Set(new.employed_until),
        blocked_at: Set(None),
        language: Set(None),
        bounced_at: Set(None),
        created_at: Set(change.now),
        agency: Set(new.agency.clone()),
        erased_at: Set(None),
    }
}

/// Ends the employment of people: their last day, and that of where they work, is `last_day`; they cannot come in any more.
/// What they had in other areas is given up by whoever calls this (see `learning::import`).
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may import; [`Refusal::LastAdministrator`] when nobody else could administer the house.
pub async fn leave(change: &Change, people: &[PersonId], last_day: NaiveDate) -> Result<()> {
    if !change.actor.may_import() {
        return Err(Error::Forbidden);
    }
    administration::goes_on_without(change, people).await?;
    let gone = person::Column::Id.is_in(people.iter().copied());
    person::Entity::update_many()
        .col_expr(person::Column::EmployedUntil, Expr::value(last_day))
        .filter(gone)
        .exec(change.db())
        .await?;
    placement::Entity::update_many()
        .col_expr(placement::Column::EndsOn, Expr::value(last_day))
        .filter(placement::Column::PersonId.is_in(people.iter().copied()))
        .filter(placement::Column::EndsOn.is_null().or(placement::Column::EndsOn.gt(last_day)))
        .exec(change.db())
        .await?;
    change.record_all(people.iter().map(|person| Event::PersonLeft { person: *person })).await
}
