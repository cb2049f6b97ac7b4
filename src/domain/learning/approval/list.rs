//! Requests that wait for whoever looks.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    approval::{self, Step},
    enrolment::{self, EnrolmentStatus},
    id::*,
    person, session,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, JoinType,
    PaginatorTrait as _, QueryFilter as _, QuerySelect as _, RelationTrait as _, Select, sea_query::Expr,
};

use super::{decider, expiry::closed, steps};
use crate::domain::{
    actor::Actor,
    error::{Error, Result},
    learning::{
        deputy,
        place::{self, Place},
        team,
    },
    page::{Page, Window},
    people::placement,
};

/// A request with what one needs to decide.
#[derive(Clone, Debug)]
pub struct Request {
    pub approval: approval::Model,
    pub person: person::Model,
    pub place: Place,
    /// What else this person has asked for.
    pub others: Vec<Place>,
}

/// About whose requests somebody decides.
#[derive(Clone, Debug)]
pub struct Desk {
    me: Option<PersonId>,
    /// The departments somebody heads, or stands in for the head of.
    departments: Vec<DepartmentId>,
    /// Whoever runs the programme.
    manager: bool,
    /// Also what heads have not decided yet, for whoever runs the programme.
    all: bool,
}

impl Desk {
    /// Of this actor.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(db: &impl ConnectionTrait, actor: &Actor, today: NaiveDate, all: bool) -> Result<Self> {
        let mut departments = deputy::departments(db, actor, today).await?;
        departments.extend(actor.departments.iter().copied());
        let manager = actor.may_enrol_anyone();
        Ok(Self { me: actor.person, departments, manager, all: all && manager })
    }

    /// Whether there can be anything at all.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.manager || !self.departments.is_empty()
    }
}

/// Requests that wait for a decision of this desk, the oldest first, a page at a time.
///
/// # Errors
/// Field `cursor` when it is not one of ours; when the database fails.
pub async fn list(
    db: &impl ConnectionTrait,
    desk: &Desk,
    window: &Window,
    (now, today): (DateTime<Utc>, NaiveDate),
) -> Result<Page<Request>> {
    let columns = (approval::Column::AskedAt, approval::Column::Id);
    let open = waiting(desk, now, today);
    let page = window.read(db, open, columns, |row: &approval::Model| (row.asked_at, row.id.0)).await?;
    let mut filled = fill(db, page.items.clone(), now).await?;
    Ok(Page { items: page.items.iter().filter_map(|row| filled.remove(&row.id)).collect(), next: page.next })
}

/// How many wait for a decision of this desk.
///
/// # Errors
/// When the database fails.
pub async fn count(
    db: &impl ConnectionTrait,
    desk: &Desk,
    (now, today): (DateTime<Utc>, NaiveDate),
) -> Result<u64> {
    if !desk.is_open() {
        return Ok(0);
    }
    Ok(waiting(desk, now, today).count(db).await?)
}

/// One request with its last step, decided or not.
///
/// # Errors
/// [`Error::Missing`] for who decides in none of its steps.
pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: EnrolmentId,
    (now, today): (DateTime<Utc>, NaiveDate),
) -> Result<Request> {
    let gone = || Error::Missing("approval");
    let row = enrolment::Entity::find_by_id(id).one(db).await?.ok_or_else(gone)?;
    let mut steps = steps(db, id).await?;
    let headed = steps.iter().any(|one| one.step == Step::Head);
    let step = if headed { Step::Head } else { Step::Manager };
    if !decider::decides(db, actor, (step, row.person_id), today).await? {
        return Err(gone());
    }
    let last = steps.pop().ok_or_else(gone)?;
    let id = last.id;
    fill(db, vec![last], now).await?.remove(&id).ok_or_else(gone)
}

fn waiting(desk: &Desk, now: DateTime<Utc>, today: NaiveDate) -> Select<approval::Entity> {
    // Written out: only so do databases see that the index of what is open serves.
    let open = Expr::col((approval::Entity, approval::Column::State)).eq(Expr::Constant("open".into()));
    let team = placement::in_departments(&desk.departments, today);
    let of_team = Condition::all()
        .add(approval::Column::Step.eq(Step::Head))
        .add(enrolment::Column::PersonId.in_subquery(team));
    let of_manager = desk.manager.then(|| approval::Column::Step.eq(Step::Manager));
    let mine =
        Condition::any().add(of_team).add_option(of_manager).add_option(desk.all.then(|| Expr::val(1).eq(1)));
    approval::Entity::find()
        .join(JoinType::InnerJoin, approval::Relation::Enrolment.def())
        .join(JoinType::InnerJoin, enrolment::Relation::Session.def())
        .filter(open)
        .filter(enrolment::in_status(&[EnrolmentStatus::Requested]))
        .filter(closed(now).not())
        .filter(mine)
        .filter(Condition::all().add_option(desk.me.map(|me| enrolment::Column::PersonId.ne(me))))
}

async fn fill(
    db: &impl ConnectionTrait,
    rows: Vec<approval::Model>,
    now: DateTime<Utc>,
) -> Result<HashMap<ApprovalId, Request>> {
    let ids: Vec<_> = rows.iter().map(|row| row.enrolment_id).collect();
    let found = enrolment::Entity::find()
        .filter(enrolment::Column::Id.is_in(ids))
        .find_also_related(session::Entity)
        .all(db)
        .await?;
    let people: Vec<_> = found.iter().map(|(row, _)| row.person_id).collect();
    let persons = person::Entity::find().filter(person::Column::Id.is_in(people.iter().copied()));
    let persons: HashMap<_, _> = persons.all(db).await?.into_iter().map(|one| (one.id, one)).collect();
    let others = team::places(db, &people, now).await?;
    let places: HashMap<_, _> =
        place::places(db, found, now).await?.into_iter().map(|one| (one.enrolment.id, one)).collect();
    let request = |approval: approval::Model| {
        let place = places.get(&approval.enrolment_id)?.clone();
        let who = place.enrolment.person_id;
        let other = |one: &&Place| {
            one.enrolment.status == EnrolmentStatus::Requested && one.enrolment.id != place.enrolment.id
        };
        let others = others.get(&who).into_iter().flatten().filter(other).cloned().collect();
        Some((approval.id, Request { person: persons.get(&who)?.clone(), place, others, approval }))
    };
    Ok(rows.into_iter().filter_map(request).collect())
}
