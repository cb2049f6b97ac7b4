//! People from outside: an agency's trainers, guests. They come in by the same door as everybody, see only what they take part
//! in or give (`learning::sight`), and stay until a day that somebody here gives.

use chrono::NaiveDate;
use entity::{
    id::*,
    person::{self, PersonKind},
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _, Set,
    sea_query::{Expr, ExprTrait as _, SelectStatement},
};

use super::{
    address::is_address,
    administration,
    name::{self, Name},
    person::{self as people, NewPerson, Person, actor_of, full_name, welcome},
    sign_in, word,
};
use crate::domain::{
    change::Change,
    error::{Error, Field, Result, all_well},
    event::Event,
};

/// How long a name or the name of an agency may be, in characters.
pub const NAME_LENGTH: usize = 120;

/// What is given of somebody from outside.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// As it is said: "Joke van der Meer".
    pub name: String,
    /// Needed: it is how they come in.
    pub email: String,
    pub agency: Option<String>,
    /// The last day on which they come in; nothing when it is not known.
    pub until: Option<NaiveDate>,
}

/// Somebody from outside.
///
/// # Errors
/// [`Error::Missing`] for nobody, and just so for staff.
pub async fn find(db: &impl ConnectionTrait, id: PersonId) -> Result<Person> {
    let outside = person::Entity::find_by_id(id)
        .filter(person::Column::Kind.eq(PersonKind::External))
        .filter(person::Column::ErasedAt.is_null());
    outside.one(db).await?.ok_or(Error::Missing("person"))
}

/// Who comes from an agency and is welcome on this day, by name: whom one asks to give a session.
///
/// # Errors
/// When the database fails.
pub async fn from_agencies(db: &impl ConnectionTrait, day: NaiveDate) -> Result<Vec<Person>> {
    let outside = person::Entity::find()
        .filter(person::Column::Kind.eq(PersonKind::External))
        .filter(person::Column::Agency.is_not_null())
        .filter(welcome(day));
    Ok(outside.order_by_asc(person::Column::Surname).order_by_asc(person::Column::Id).all(db).await?)
}

/// Adds somebody from outside.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::Invalid`] field by field, also for an address that somebody has.
pub async fn add(change: &Change, draft: &Draft) -> Result<PersonId> {
    if !change.actor.may_invite() {
        return Err(Error::Forbidden);
    }
    validate(change, draft, None).await?;
    let Name { given_name, prefix, surname } = name::split(&draft.name);
    let new = NewPerson {
        given_name,
        prefix,
        surname,
        email: Some(draft.email.clone()),
        agency: agency(draft),
        employed_until: draft.until,
        ..NewPerson::default()
    };
    let id = people::create(change, &new).await?;
    change.record(Event::ExternalAdded { person: id }).await?;
    Ok(id)
}

/// Writes somebody from outside anew. With another address every browser is signed out, because the address is how one comes
/// in. What they give up after their last day is for whoever calls this (see `learning::external`).
///
/// # Errors
/// As [`add`]; [`Error::Forbidden`] too for somebody with work in the house, unless the actor gives roles: whoever writes an
/// address can come in by it. [`crate::domain::error::Refusal::LastAdministrator`] when nobody else could administer the house.
pub(in crate::domain) async fn rewrite(change: &Change, id: PersonId, draft: &Draft) -> Result<()> {
    let before = find(change.db(), id).await?;
    let changes_outsider = actor_of(change.db(), &before).await?.is_outsider();
    if !change.actor.may_invite() || !(changes_outsider || change.actor.may_grant()) {
        return Err(Error::Forbidden);
    }
    validate(change, draft, Some(id)).await?;
    let ends = draft.until.is_some_and(|last| last < change.policy.day(change.now));
    if ends {
        administration::goes_on_without(change, &[id]).await?;
    }
    let email = draft.email.trim().to_lowercase();
    let moved = before.email.as_ref() != Some(&email);
    write(change, before, draft, email).await?;
    if moved {
        sign_in::sign_out_everywhere(change, id).await?;
    }
    change.record(Event::ExternalChanged { person: id }).await
}

async fn write(change: &Change, before: Person, draft: &Draft, email: String) -> Result<()> {
    let same_name = full_name(&before) == draft.name.trim();
    let same_address = before.email.as_ref() == Some(&email);
    let kept = Name {
        given_name: before.given_name.clone(),
        prefix: before.prefix.clone(),
        surname: before.surname.clone(),
    };
    // A name of several words is not cut anew when only something else was written.
    let Name { given_name, prefix, surname } = if same_name { kept } else { name::split(&draft.name) };
    let agency = agency(draft);
    let mut row = before.into_active_model();
    row.given_name = Set(given_name);
    row.prefix = Set(prefix);
    row.surname = Set(surname);
    row.email = Set(Some(email));
    row.agency = Set(agency);
    row.employed_until = Set(draft.until);
    if !same_address {
        row.bounced_at = Set(None);
    }
    word::keep(change, [&row.update(change.db()).await?]).await
}

/// Lets somebody from outside come in until this day at least.
pub(in crate::domain) async fn welcome_until(change: &Change, person: Person, day: NaiveDate) -> Result<()> {
    if person.employed_until.is_some_and(|last| last < day) {
        let id = person.id;
        let mut row = person.into_active_model();
        row.employed_until = Set(Some(day));
        row.update(change.db()).await?;
        change.record(Event::ExternalChanged { person: id }).await?;
    }
    Ok(())
}

/// As [`welcome_until`], for all of these people at once.
pub(in crate::domain) async fn all_welcome_until(
    change: &Change,
    people: SelectStatement,
    day: NaiveDate,
) -> Result<()> {
    use person::Column::{EmployedUntil, Id, Kind};
    let shorter = Kind.eq(PersonKind::External).and(EmployedUntil.lt(day)).and(Id.in_subquery(people));
    let update = person::Entity::update_many().col_expr(EmployedUntil, Expr::value(day)).filter(shorter);
    update.exec(change.db()).await?;
    Ok(())
}

/// `id`: whose address this may be already.
async fn validate(change: &Change, draft: &Draft, id: Option<PersonId>) -> Result<()> {
    let mut wrong = Vec::new();
    let long = |text: &str| text.chars().count() > NAME_LENGTH;
    if draft.name.trim().is_empty() {
        wrong.push(Field::new("name", "required"));
    } else if long(&draft.name) {
        wrong.push(Field::new("name", "too-long").with("max", NAME_LENGTH));
    }
    if agency(draft).is_some_and(|agency| long(&agency)) {
        wrong.push(Field::new("agency", "too-long").with("max", NAME_LENGTH));
    }
    let email = draft.email.trim();
    if email.is_empty() {
        wrong.push(Field::new("email", "required"));
    } else if !is_address(email) {
        wrong.push(Field::new("email", "not-an-address"));
    } else if let Some(other) =
        people::by_email(change.db(), email).await?.filter(|other| Some(other.id) != id)
    {
        wrong.push(Field::new("email", "address-taken").with("name", full_name(&other)));
    }
    all_well(wrong)
}

fn agency(draft: &Draft) -> Option<String> {
    draft.agency.as_deref().map(str::trim).filter(|agency| !agency.is_empty()).map(str::to_owned)
}
