//! Deputies: who decides about requests in the stead of a head, until a day. A deputy sees and does nothing else of the team.

use chrono::{Days, NaiveDate};
use entity::{deputy, id::*, person, role::RoleKind};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _,
    FromQueryResult, IntoActiveModel as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, Set,
    Statement,
};

use crate::domain::{
    actor::Actor,
    change::Change,
    error::{Error, Field, Result, all_well},
    event::Event,
    people::{
        directory,
        person::{actor_of, employed},
        placement,
    },
    task::Letter,
};

/// Longer than any leave: whoever is away for more is replaced.
const LONGEST: Days = Days::new(366);

/// Somebody who stands in, with the row that says so.
#[derive(Clone, Debug)]
pub struct Deputy {
    pub row: deputy::Model,
    pub person: person::Model,
}

/// Names a deputy until a day, that day included. The same person again gets the new day.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor heads a department; field `person` for who is not found, is oneself or does not work
/// here, field `until` for a day in the past or too far away.
pub async fn name(change: &Change, handle: &str, until: NaiveDate) -> Result<DeputyId> {
    let head = change.actor.person.filter(|_| change.actor.is_head()).ok_or(Error::Forbidden)?;
    let today = change.policy.day(change.now);
    let mut wrong = Vec::new();
    let found = directory::by_handles(change.db(), &[handle.trim().to_owned()]).await?.pop();
    let found = match found {
        Some(person) if person.id == head => Err("deputy-self"),
        Some(person) if !works(change, &person, today).await? => Err("deputy-not-here"),
        Some(person) => Ok(person),
        None => Err("deputy-unknown"),
    };
    if let Err(problem) = &found {
        wrong.push(Field::new("person", problem));
    }
    if until < today {
        wrong.push(Field::new("until", "in-the-past"));
    } else if today.checked_add_days(LONGEST).is_some_and(|last| until > last) {
        wrong.push(Field::new("until", "deputy-too-long"));
    }
    all_well(wrong)?;
    let Ok(person) = found else { return Err(Field::new("person", "deputy-unknown").into()) };
    let id = write(change, (head, person.id), until).await?;
    change.record(Event::DeputyNamed { person: person.id, head, until }).await?;
    change.later(Letter::DeputyNamed { person: person.id, head, until }).await?;
    Ok(id)
}

async fn works(change: &Change, person: &person::Model, today: NaiveDate) -> Result<bool> {
    Ok(employed(person, today)
        && person.blocked_at.is_none()
        && !actor_of(change.db(), person).await?.is_outsider())
}

async fn write(change: &Change, (head, person): (PersonId, PersonId), until: NaiveDate) -> Result<DeputyId> {
    let same = deputy::Entity::find()
        .filter(deputy::Column::HeadId.eq(head))
        .filter(deputy::Column::PersonId.eq(person))
        .filter(living(change.policy.day(change.now)));
    if let Some(before) = same.lock_exclusive().one(change.db()).await? {
        let id = before.id;
        let mut row = before.into_active_model();
        row.until = Set(until);
        row.update(change.db()).await?;
        return Ok(id);
    }
    let row = deputy::ActiveModel {
        id: Set(DeputyId::new()),
        head_id: Set(head),
        person_id: Set(person),
        until: Set(until),
        named_at: Set(change.now),
        ended_at: Set(None),
    };
    Ok(row.insert(change.db()).await?.id)
}

/// Ends it before its day.
///
/// # Errors
/// [`Error::Missing`] for a deputy of somebody else, or one that has ended.
pub async fn end(change: &Change, id: DeputyId) -> Result<()> {
    let row = deputy::Entity::find_by_id(id).lock_exclusive().one(change.db()).await?;
    let own = |row: &deputy::Model| Some(row.head_id) == change.actor.person && row.ended_at.is_none();
    let row = row.filter(own).ok_or(Error::Missing("deputy"))?;
    let (person, head) = (row.person_id, row.head_id);
    let mut row = row.into_active_model();
    row.ended_at = Set(Some(change.now));
    row.update(change.db()).await?;
    change.record(Event::DeputyEnded { person, head }).await
}

/// Throws away who stood in long enough ago: until a day, or until the head ended it.
///
/// # Errors
/// When the database fails.
pub async fn tidy(change: &Change) -> Result<u64> {
    let limit = change.now - change.policy.retention.deputies;
    let over = deputy::Column::Until.lt(change.policy.day(limit)).or(deputy::Column::EndedAt.lt(limit));
    Ok(deputy::Entity::delete_many().filter(over).exec(change.db()).await?.rows_affected)
}

/// Who stands in for a head today, the first to end first.
///
/// # Errors
/// When the database fails.
pub async fn of_head(db: &impl ConnectionTrait, head: PersonId, today: NaiveDate) -> Result<Vec<Deputy>> {
    let rows = deputy::Entity::find()
        .filter(deputy::Column::HeadId.eq(head))
        .filter(living(today))
        .order_by_asc(deputy::Column::Until)
        .order_by_asc(deputy::Column::Id)
        .all(db)
        .await?;
    let people =
        person::Entity::find().filter(person::Column::Id.is_in(rows.iter().map(|row| row.person_id)));
    let people = people.all(db).await?;
    let deputy = |row: deputy::Model| {
        let person = people.iter().find(|one| one.id == row.person_id)?.clone();
        Some(Deputy { row, person })
    };
    Ok(rows.into_iter().filter_map(deputy).collect())
}

/// Who stands in today for one of these heads, and works here.
pub(super) async fn of_heads(
    db: &impl ConnectionTrait,
    heads: &[PersonId],
    today: NaiveDate,
) -> Result<Vec<PersonId>> {
    if heads.is_empty() {
        return Ok(Vec::new());
    }
    let rows = deputy::Entity::find()
        .filter(deputy::Column::HeadId.is_in(heads.iter().copied()))
        .filter(living(today))
        .all(db)
        .await?;
    let people = person::Entity::find()
        .filter(person::Column::Id.is_in(rows.iter().map(|row| row.person_id)))
        .filter(crate::domain::people::person::welcome(today))
        .all(db)
        .await?;
    Ok(people.into_iter().map(|one| one.id).collect())
}

/// The departments, with all below them, of the heads for whom this actor stands in today. Heads who left have no deputies.
///
/// # Errors
/// When the database fails.
pub async fn departments(
    db: &impl ConnectionTrait,
    actor: &Actor,
    today: NaiveDate,
) -> Result<Vec<DepartmentId>> {
    #[derive(FromQueryResult)]
    struct Below {
        id: DepartmentId,
    }
    let Some(me) = actor.person.filter(|_| actor.scopes.is_none() && !actor.is_outsider()) else {
        return Ok(Vec::new());
    };
    let sql = r#"WITH RECURSIVE "below" ("id") AS (
        SELECT "r"."department_id" FROM "deputy" "d"
          JOIN "person" "p" ON "p"."id" = "d"."head_id"
          JOIN "role" "r" ON "r"."person_id" = "d"."head_id"
         WHERE "d"."person_id" = $1 AND "d"."until" >= $2 AND "d"."ended_at" IS NULL
           AND "r"."kind" = $3 AND "r"."department_id" IS NOT NULL
           AND "p"."blocked_at" IS NULL AND COALESCE("p"."employed_until", $2) >= $2
        UNION SELECT "c"."id" FROM "department" "c" JOIN "below" "b" ON "c"."parent_id" = "b"."id"
    ) SELECT "id" FROM "below""#;
    let values = [me.0.into(), today.into(), RoleKind::DepartmentHead.code().into()];
    let ask = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    Ok(Below::find_by_statement(ask).all(db).await?.into_iter().map(|row| row.id).collect())
}

/// Whether this actor stands in today for a head of that person.
pub(super) async fn stands_in(
    db: &impl ConnectionTrait,
    actor: &Actor,
    person: PersonId,
    today: NaiveDate,
) -> Result<bool> {
    let departments = departments(db, actor, today).await?;
    if departments.is_empty() {
        return Ok(false);
    }
    let works = placement::departments(db, person, today).await?;
    Ok(works.iter().any(|id| departments.contains(id)))
}

fn living(today: NaiveDate) -> Condition {
    Condition::all().add(deputy::Column::Until.gte(today)).add(deputy::Column::EndedAt.is_null())
}
