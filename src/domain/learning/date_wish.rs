//! A head who may not plan asks the programme for a date: for how many people, and when. Whoever runs the programme answers
//! with a date that was planned, or with a sentence. Of one department and workshop one wish is open at a time.

mod known;

use chrono::{DateTime, Days, NaiveDate, Utc};
use entity::{
    date_wish, department,
    id::*,
    session::{self, SessionState},
    workshop::{self, WorkshopState},
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _,
    ExprTrait as _, IntoActiveModel as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    QueryTrait as _, Set, sea_query::Expr,
};

use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result, all_well, is_duplicate},
    event::Assigning,
    people::department as departments,
};

pub use entity::date_wish::Model as DateWish;
pub(super) use known::{forget, held};

/// What a note or a reply may be long, in characters.
pub const LENGTH: usize = 400;
/// More people than any department sends at once.
pub const MOST: i32 = 10_000;
/// How long an answer stays on the page of the head.
const TOLD: Days = Days::new(30);

/// What is asked.
#[derive(Clone, Debug)]
pub struct Wish {
    pub department: DepartmentId,
    pub workshop: WorkshopId,
    pub people: i32,
    /// The first and the last day that would suit.
    pub from: NaiveDate,
    pub until: NaiveDate,
    pub note: String,
}

/// What is answered.
#[derive(Clone, Debug)]
pub enum Answer {
    /// This date.
    Date(SessionId),
    /// No date, and why, or what else.
    Sentence(String),
}

/// A wish with whose it is.
#[derive(Clone, Debug)]
pub struct Asked {
    pub row: DateWish,
    pub department: department::Model,
    pub workshop: workshop::Model,
}

/// Asks for a date.
///
/// # Errors
/// [`Error::Missing`] for a department that the actor does not head, and for a workshop that is not in the catalogue; fields
/// `people`, `until` and `note`, and `workshop` when a wish of this department waits for an answer already.
pub async fn ask(change: &Change, wish: &Wish) -> Result<DateWishId> {
    if !change.actor.leads(&[wish.department]) {
        return Err(Error::Missing("department"));
    }
    departments::living(change.db(), wish.department).await?;
    if super::workshop::find(change.db(), wish.workshop).await?.state != WorkshopState::Published {
        return Err(Error::Missing("workshop"));
    }
    checked(change, wish)?;
    let row = date_wish::Model {
        id: DateWishId::new(),
        department_id: wish.department,
        workshop_id: wish.workshop,
        people: wish.people,
        from_on: wish.from,
        until_on: wish.until,
        note: wish.note.trim().to_owned(),
        asked_by: change.actor.person,
        asked_at: change.now,
        answered_at: None,
        answered_by: None,
        session_id: None,
        reply: None,
    };
    let id = row.id;
    let twice = |error: DbErr| match is_duplicate(&error) {
        true => Error::from(Field::new("workshop", "date-asked-already")),
        false => error.into(),
    };
    let row = row.into_active_model().reset_all();
    date_wish::Entity::insert(row).exec_without_returning(change.db()).await.map_err(twice)?;
    let (department, workshop) = (wish.department, wish.workshop);
    change.record(Assigning::DateAsked { department, workshop, people: wish.people }.into()).await?;
    Ok(id)
}

fn checked(change: &Change, wish: &Wish) -> Result<()> {
    let mut wrong = Vec::new();
    if !(1..=MOST).contains(&wish.people) {
        wrong.push(Field::new("people", "out-of-range").with("min", 1).with("max", MOST));
    }
    if wish.until < wish.from {
        wrong.push(Field::new("until", "until-before-from"));
    } else if wish.until < change.policy.day(change.now) {
        wrong.push(Field::new("until", "in-the-past"));
    }
    if wish.note.trim().chars().count() > LENGTH {
        wrong.push(Field::new("note", "too-long").with("max", LENGTH));
    }
    all_well(wrong)
}

/// Answers, once.
///
/// # Errors
/// [`Error::Missing`] unless the actor plans, and for a wish that there is not; [`Refusal::NotPossibleNow`] when it was answered;
/// field `session` for a date of another workshop, one that was called off or that has begun, field `reply` without a sentence.
pub async fn answer(change: &Change, id: DateWishId, answer: &Answer) -> Result<()> {
    if !change.actor.may_plan() {
        return Err(Error::Missing("date-wish"));
    }
    let row = date_wish::Entity::find_by_id(id).lock_exclusive().one(change.db()).await?;
    let row = row.ok_or(Error::Missing("date-wish"))?;
    if row.answered_at.is_some() {
        return Err(Refusal::NotPossibleNow.into());
    }
    let (session, reply) = match answer {
        Answer::Date(session) => (Some(of_workshop(change, *session, row.workshop_id).await?), None),
        Answer::Sentence(text) => (None, Some(sentence(text)?)),
    };
    let (department, workshop) = (row.department_id, row.workshop_id);
    let mut row = row.into_active_model();
    row.answered_at = Set(Some(change.now));
    row.answered_by = Set(change.actor.person);
    row.session_id = Set(session);
    row.reply = Set(reply);
    row.update(change.db()).await?;
    change.record(Assigning::DateAnswered { department, workshop, planned: session.is_some() }.into()).await
}

async fn of_workshop(change: &Change, id: SessionId, workshop: WorkshopId) -> Result<SessionId> {
    let found = session::Entity::find_by_id(id).filter(session::Column::WorkshopId.eq(workshop));
    let found = found.filter(to_come(change.now)).one(change.db()).await?;
    found.map(|row| row.id).ok_or_else(|| Field::new("session", "not-a-choice").into())
}

fn to_come(now: DateTime<Utc>) -> Condition {
    Condition::all()
        .add(session::Column::State.ne(SessionState::CalledOff))
        .add(session::Column::StartsAt.gt(now))
}

fn sentence(text: &str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Field::new("reply", "required").into());
    }
    if text.chars().count() > LENGTH {
        return Err(Field::new("reply", "too-long").with("max", LENGTH).into());
    }
    Ok(text.to_owned())
}

/// Wishes that nobody answered yet, the oldest first: at most so many, in two statements.
///
/// # Errors
/// When the database fails.
pub async fn open(db: &impl ConnectionTrait, most: u64) -> Result<Vec<Asked>> {
    let rows = date_wish::Entity::find().filter(date_wish::Column::AnsweredAt.is_null());
    let rows = rows.order_by_asc(date_wish::Column::AskedAt).order_by_asc(date_wish::Column::Id);
    whole(db, rows.limit(most).find_also_related(department::Entity).all(db).await?).await
}

/// Wishes of these departments that are open, or were answered lately; the newest first, at most so many.
///
/// # Errors
/// When the database fails.
pub async fn of_departments(
    db: &impl ConnectionTrait,
    ids: &[DepartmentId],
    now: DateTime<Utc>,
    most: u64,
) -> Result<Vec<Asked>> {
    let since = now.checked_sub_days(TOLD).unwrap_or(now);
    let answered = date_wish::Column::AnsweredAt;
    let rows = date_wish::Entity::find()
        .filter(date_wish::Column::DepartmentId.is_in(ids.iter().copied()))
        .filter(answered.is_null().or(answered.gt(since)))
        .order_by_desc(date_wish::Column::AskedAt)
        .order_by_desc(date_wish::Column::Id)
        .limit(most)
        .find_also_related(department::Entity);
    whole(db, rows.all(db).await?).await
}

/// One wish, for whoever plans.
///
/// # Errors
/// [`Error::Missing`].
pub async fn find(db: &impl ConnectionTrait, id: DateWishId) -> Result<Asked> {
    let rows = date_wish::Entity::find_by_id(id).find_also_related(department::Entity).all(db).await?;
    whole(db, rows).await?.pop().ok_or(Error::Missing("date-wish"))
}

/// The dates of a workshop with which a wish can be answered, in order of start; at most so many.
///
/// # Errors
/// When the database fails.
pub async fn dates(
    db: &impl ConnectionTrait,
    workshop: WorkshopId,
    now: DateTime<Utc>,
    most: u64,
) -> Result<Vec<session::Model>> {
    let rows = session::Entity::find()
        .filter(session::Column::WorkshopId.eq(workshop))
        .filter(to_come(now))
        .order_by_asc(session::Column::StartsAt)
        .order_by_asc(session::Column::Id)
        .limit(most);
    Ok(rows.all(db).await?)
}

async fn whole(
    db: &impl ConnectionTrait,
    rows: Vec<(DateWish, Option<department::Model>)>,
) -> Result<Vec<Asked>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids = rows.iter().map(|(row, _)| row.workshop_id);
    let workshops = workshop::Entity::find().filter(workshop::Column::Id.is_in(ids)).all(db).await?;
    let asked = |(row, department): (DateWish, Option<department::Model>)| {
        let workshop = workshops.iter().find(|one| one.id == row.workshop_id)?.clone();
        Some(Asked { department: department?, workshop, row })
    };
    Ok(rows.into_iter().filter_map(asked).collect())
}

/// Wishes of a department that merged into another are of that one, unless it has an open one for the same workshop: then both
/// are answered apart.
pub(in crate::domain) async fn follow(
    change: &Change,
    (id, into): (DepartmentId, DepartmentId),
) -> Result<()> {
    let there = date_wish::Entity::find()
        .select_only()
        .column(date_wish::Column::WorkshopId)
        .filter(date_wish::Column::DepartmentId.eq(into))
        .filter(date_wish::Column::AnsweredAt.is_null());
    date_wish::Entity::update_many()
        .col_expr(date_wish::Column::DepartmentId, Expr::value(into))
        .filter(date_wish::Column::DepartmentId.eq(id))
        .filter(date_wish::Column::WorkshopId.not_in_subquery(there.into_query()))
        .exec(change.db())
        .await?;
    Ok(())
}
