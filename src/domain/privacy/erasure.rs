//! Erasing a person (article 17 of the GDPR): what tells who it was goes, statistics of past participation stay without the
//! person.

use entity::{event, id::*, idempotency, letter, person, person::PersonKind, task};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _,
    PaginatorTrait as _, QueryFilter as _, Set,
    sea_query::{Expr, ExprTrait as _, LikeExpr},
};

use crate::domain::{
    adoption::{self, pulse},
    change::Change,
    dialogue,
    error::{Error, Refusal, Result},
    event::{Event, FREE_TEXTS},
    learning,
    people::{
        forgetting,
        person::{Person, employed, find, full_name},
    },
    policy::Policy,
    search, service,
    service::{compliment, contact_volume},
};

/// Why somebody is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// An administrator does it, because the person asked or for a reason of their own.
    Asked,
    /// They left long enough ago.
    Retention,
}

impl Why {
    const fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Retention => "retention",
        }
    }
}

/// What is in the way of erasing somebody now; nothing when nothing is.
///
/// # Errors
/// When the database fails.
pub async fn hindrance(
    db: &impl ConnectionTrait,
    person: &Person,
    now: chrono::DateTime<chrono::Utc>,
    policy: &Policy,
) -> Result<Option<Refusal>> {
    if person.erased_at.is_some() {
        return Ok(Some(Refusal::AlreadyErased));
    }
    // Somebody from outside is not employed here; for them only what is to come counts.
    if person.kind == PersonKind::Staff && employed(person, policy.day(now)) {
        return Ok(Some(Refusal::StillEmployed));
    }
    let coming = learning::holding::has_future(db, person.id, now).await?
        || dialogue::conversation::known::has_future(db, person.id, now).await?;
    Ok(coming.then_some(Refusal::HasFuture))
}

/// Erases a person, all at once.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may; [`Refusal::StillEmployed`], [`Refusal::HasFuture`],
/// [`Refusal::LastAdministrator`], [`Refusal::AlreadyErased`].
pub async fn erase(change: &Change, id: PersonId, why: Why) -> Result<()> {
    if !change.actor.may_audit() {
        return Err(Error::Forbidden);
    }
    let person = find(change.db(), id).await?;
    if let Some(refusal) = hindrance(change.db(), &person, change.now, &change.policy).await? {
        return Err(refusal.into());
    }
    mail(change, &person).await?;
    texts(change, id).await?;
    learning::holding::forget(change, id).await?;
    dialogue::holding::forget(change, id).await?;
    service::reading::forget(change, id).await?;
    adoption::holding::forget(change, id).await?;
    pulse::keeping::forget(change, id).await?;
    compliment::forget(change, id).await?;
    contact_volume::forget(change, id).await?;
    forgetting::forget(change, person).await?;
    change.record(Event::PersonErased { person: id, why: why.code() }).await
}

/// Who left before this day and is not erased.
///
/// # Errors
/// When the database fails.
pub async fn left_before(db: &impl ConnectionTrait, day: chrono::NaiveDate) -> Result<Vec<PersonId>> {
    use sea_orm::QuerySelect as _;
    let gone = person::Entity::find()
        .select_only()
        .column(person::Column::Id)
        .filter(person::Column::EmployedUntil.lt(day))
        .filter(person::Column::ErasedAt.is_null());
    Ok(gone.into_tuple().all(db).await?)
}

/// How many letters would go.
///
/// # Errors
/// When the database fails.
pub async fn letters(db: &impl ConnectionTrait, person: &Person) -> Result<u64> {
    Ok(letter::Entity::find().filter(about(person)).count(db).await?)
}

/// Letters to the person, and those to others in which the name stands; what waits to be mailed; answers that were kept for
/// a second press.
async fn mail(change: &Change, person: &Person) -> Result<()> {
    letter::Entity::delete_many().filter(about(person)).exec(change.db()).await?;
    let enrolments = learning::holding::enrolment_ids(change.db(), person.id).await?;
    let mut named = Condition::any().add(holds(task::Column::Payload, &person.id.to_string()));
    for id in enrolments {
        named = named.add(holds(task::Column::Payload, &id.to_string()));
    }
    for text in marks(person) {
        named = named.add(holds(task::Column::Payload, &text)).add(holds(task::Column::LastError, &text));
    }
    task::Entity::delete_many().filter(named).exec(change.db()).await?;
    // The answer of this very press has no body yet, and stays.
    let answers = marks(person)
        .into_iter()
        .fold(Condition::any(), |any, text| any.add(holds(idempotency::Column::Body, &text)));
    if !answers.is_empty() {
        idempotency::Entity::delete_many().filter(answers).exec(change.db()).await?;
    }
    Ok(())
}

/// By what a text is known to name the person. A surname alone is not enough: letters to others would go for a word that
/// happens to be a name.
fn marks(person: &Person) -> Vec<String> {
    let whole = !person.given_name.is_empty() && !person.surname.is_empty();
    whole.then(|| full_name(person)).into_iter().chain(person.email.clone()).collect()
}

fn about(person: &Person) -> Condition {
    let mut about = Condition::any().add(letter::Column::PersonId.eq(person.id));
    if let Some(email) = &person.email {
        about = about.add(letter::Column::Address.eq(email));
    }
    use letter::Column::{Calendar, Html, Subject, Text};
    for text in marks(person) {
        for column in [Subject, Text, Html, Calendar] {
            about = about.add(holds(column, &text));
        }
    }
    about
}

/// The text stands in this column, which may be JSON.
fn holds(column: impl sea_orm::ColumnTrait, text: &str) -> sea_orm::sea_query::SimpleExpr {
    let pattern = format!("%{}%", search::escaped(text));
    Expr::col(column).cast_as("text").like(LikeExpr::new(pattern).escape('\\'))
}

/// What somebody wrote goes from events by or about the person; the ids stay, and so do the seals.
async fn texts(change: &Change, id: PersonId) -> Result<()> {
    let own = Condition::any().add(event::Column::PersonId.eq(id)).add(event::Column::ActorId.eq(id));
    let written = FREE_TEXTS
        .iter()
        .fold(Condition::any(), |any, name| any.add(holds(event::Column::Data, &format!("\"{name}\""))));
    let rows = event::Entity::find().filter(own).filter(written).all(change.db()).await?;
    for mut row in rows {
        if let Some(data) = row.data.as_object_mut() {
            data.retain(|name, _| !FREE_TEXTS.contains(&name.as_str()));
        }
        let data = row.data.clone();
        let mut row: event::ActiveModel = row.into();
        row.data = Set(data);
        row.update(change.db()).await?;
    }
    Ok(())
}
