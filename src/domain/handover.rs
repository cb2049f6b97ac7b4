//! Letters for people without a mail address: kept for their head, who prints them and gives them by hand. One waits until
//! it was given, what it is about is over, or the person works here no more; as long it outlasts other copies of letters.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{handover, id::*, letter, person};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _, Set,
    sea_query::{Expr, ExprTrait as _, OnConflict, SelectStatement},
};

use super::{
    actor::Actor,
    change::Change,
    error::{Error, Result},
    event::Event,
    letter::Paper,
    page::{Page, Window},
    people::placement,
};

/// A letter to be given, or given.
#[derive(Clone, Debug)]
pub struct Handover {
    pub row: handover::Model,
    pub letter: letter::Model,
    /// For whom it is.
    pub person: person::Model,
}

/// A letter is to be given by hand. Twice is once.
///
/// # Errors
/// When the database fails.
pub(super) async fn ask(change: &Change, letter: LetterId, person: PersonId, paper: &Paper) -> Result<()> {
    let row = handover::ActiveModel {
        letter_id: Set(letter),
        person_id: Set(person),
        text: Set(paper.text.clone()),
        asked_at: Set(change.now),
        lapses_at: Set(paper.lapses_at),
        handed_at: Set(None),
        handed_by: Set(None),
    };
    let once = OnConflict::column(handover::Column::LetterId).do_nothing().to_owned();
    match handover::Entity::insert(row).on_conflict(once).exec_without_returning(change.db()).await {
        Ok(_) | Err(DbErr::RecordNotInserted) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// The letters that a head has to give to the team, oldest first, a page at a time.
///
/// # Errors
/// Field `cursor` when it is not one of ours; when the database fails.
pub async fn list(
    db: &impl ConnectionTrait,
    head: &Actor,
    window: &Window,
    (now, today): (DateTime<Utc>, NaiveDate),
) -> Result<Page<Handover>> {
    let mut query = handover::Entity::find()
        .filter(of_team(head, today))
        .filter(waits(now))
        .order_by_asc(handover::Column::AskedAt)
        .order_by_asc(handover::Column::LetterId);
    if let Some(cursor) = &window.after {
        let (at, id) = (cursor.key::<DateTime<Utc>>()?, LetterId(cursor.id()));
        let same = handover::Column::AskedAt.eq(at).and(handover::Column::LetterId.gt(id));
        query = query.filter(handover::Column::AskedAt.gt(at).or(same));
    }
    let rows = query.limit(window.limit + 1).all(db).await?;
    let page = window.cut(rows, |row| (row.asked_at.to_rfc3339(), row.letter_id.0));
    Ok(Page { items: whole(db, page.items).await?, next: page.next })
}

/// How many letters a head has to give.
///
/// # Errors
/// When the database fails.
pub async fn count(
    db: &impl ConnectionTrait,
    head: &Actor,
    (now, today): (DateTime<Utc>, NaiveDate),
) -> Result<u64> {
    if head.departments.is_empty() {
        return Ok(0);
    }
    let open = handover::Entity::find().filter(of_team(head, today));
    Ok(open.filter(waits(now)).count(db).await?)
}

/// The letters that were given, the last first, at most `limit`: they go with the copies of letters.
///
/// # Errors
/// When the database fails.
pub async fn given(
    db: &impl ConnectionTrait,
    head: &Actor,
    today: NaiveDate,
    limit: u64,
) -> Result<Vec<Handover>> {
    let rows = handover::Entity::find()
        .filter(of_team(head, today))
        .filter(handover::Column::HandedAt.is_not_null())
        .order_by_desc(handover::Column::HandedAt)
        .limit(limit);
    whole(db, rows.all(db).await?).await
}

/// The letter was given; or, after a mistake, it was not.
///
/// # Errors
/// [`Error::Missing`] when there is no such letter, or it is for nobody whom the actor heads.
pub async fn hand_over(change: &Change, letter: LetterId, given: bool) -> Result<()> {
    let today = change.policy.day(change.now);
    let mine = handover::Entity::find_by_id(letter).filter(of_team(&change.actor, today));
    let row = mine.one(change.db()).await?.ok_or(Error::Missing("letter"))?;
    if row.handed_at.is_some() == given {
        return Ok(());
    }
    handover::Entity::update_many()
        .col_expr(handover::Column::HandedAt, Expr::value(given.then_some(change.now)))
        .col_expr(handover::Column::HandedBy, Expr::value(change.actor.person.filter(|_| given)))
        .filter(handover::Column::LetterId.eq(letter))
        .exec(change.db())
        .await?;
    change.record(Event::LetterHandedOver { person: row.person_id, letter, given }).await
}

/// Who gave which letters, for the report of a person.
///
/// # Errors
/// When the database fails.
pub async fn of_person(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<handover::Model>> {
    Ok(handover::Entity::find().filter(handover::Column::PersonId.eq(person)).all(db).await?)
}

/// The letters that still wait to be given (a filter), to people who still work here.
pub(super) fn waiting(now: DateTime<Utc>, today: NaiveDate) -> SelectStatement {
    use person::Column::{EmployedUntil, Id};
    let left = person::Entity::find().select_only().column(Id).filter(EmployedUntil.lt(today)).into_query();
    let open = handover::Entity::find().select_only().column(handover::Column::LetterId).filter(waits(now));
    open.filter(handover::Column::PersonId.not_in_subquery(left)).into_query()
}

/// Not given yet, and still telling something.
fn waits(now: DateTime<Utc>) -> Condition {
    use handover::Column::{HandedAt, LapsesAt};
    Condition::all().add(HandedAt.is_null()).add(LapsesAt.is_null().or(LapsesAt.gt(now)))
}

/// For the people whom somebody heads (a filter); a token heads nobody.
fn of_team(head: &Actor, today: NaiveDate) -> Condition {
    let departments = if head.scopes.is_none() { head.departments.as_slice() } else { &[] };
    let people = placement::in_departments(departments, today);
    Condition::all().add(handover::Column::PersonId.in_subquery(people))
}

async fn whole(db: &impl ConnectionTrait, rows: Vec<handover::Model>) -> Result<Vec<Handover>> {
    let (letters, people): (Vec<_>, Vec<_>) = rows.iter().map(|row| (row.letter_id, row.person_id)).unzip();
    let letters = letter::Entity::find().filter(letter::Column::Id.is_in(letters)).all(db).await?;
    let people = person::Entity::find().filter(person::Column::Id.is_in(people)).all(db).await?;
    let whole = |row: handover::Model| {
        let letter = letters.iter().find(|letter| letter.id == row.letter_id)?.clone();
        let person = people.iter().find(|person| person.id == row.person_id)?.clone();
        Some(Handover { row, letter, person })
    };
    Ok(rows.into_iter().filter_map(whole).collect())
}
