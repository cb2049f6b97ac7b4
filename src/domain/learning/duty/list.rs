//! Duties in lists: of a person, of an assignment; and how many there are in each state.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    assignment, department, duty,
    enrolment::{self, EnrolmentStatus},
    id::*,
    person, placement, session, workshop,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, FromQueryResult, JoinType,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _,
    RelationTrait as _,
    sea_query::{Expr, ExprTrait as _},
};

pub use super::state::State;
use super::{Duty, alive, extension, of_departments, open, state};
use crate::domain::{
    error::{Error, Result},
    page::{Page, Window},
    people::placement as placements,
};

/// Which duties. All that is given must hold.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub assignment: Option<AssignmentId>,
    /// Of people who work in one of these; nothing: of everybody.
    pub departments: Option<Vec<DepartmentId>>,
    pub person: Option<PersonId>,
    pub state: Option<State>,
    /// Asked for more time, and nobody answered.
    pub asks: bool,
    /// These.
    pub ids: Option<Vec<DutyId>>,
}

/// What is needed to tell where a duty stands.
#[derive(Clone, Debug)]
pub struct Moment {
    pub now: DateTime<Utc>,
    pub today: NaiveDate,
    /// The workshops of which one can choose a date.
    pub open: Vec<WorkshopId>,
}

/// A duty in a list.
#[derive(Clone, Debug)]
pub struct Line {
    pub duty: Duty,
    pub state: State,
    pub person: person::Model,
    pub workshop: workshop::Model,
    pub reason: String,
    /// The place that this person has, gets or waits for, and when it is.
    pub place: Option<(enrolment::Model, session::Model)>,
}

/// How many there are in each state; none of a state that is missing.
pub type Counts = BTreeMap<State, u64>;

#[derive(FromQueryResult)]
struct Key {
    id: DutyId,
    state: String,
    surname: String,
}

#[derive(FromQueryResult)]
struct Counted {
    group: uuid::Uuid,
    state: String,
    count: i64,
}

impl Key {
    fn standing(self) -> (DutyId, String) {
        (self.id, self.state)
    }
}

impl Filter {
    fn condition(&self, moment: &Moment) -> Condition {
        let base = if self.asks { extension::waits() } else { alive() };
        let state = self
            .state
            .map(|wanted| state::column(moment.today, &moment.open).eq(Expr::Constant(wanted.code().into())));
        base.add_option(self.assignment.map(|id| duty::Column::AssignmentId.eq(id)))
            .add_option(self.departments.as_ref().map(|some| of_departments(some, moment.today)))
            .add_option(self.person.map(|id| duty::Column::PersonId.eq(id)))
            .add_option(self.ids.as_ref().map(|ids| duty::Column::Id.is_in(ids.iter().copied())))
            .add_option(state)
    }
}

/// Duties by surname, a page at a time: six queries, whatever their number.
///
/// # Errors
/// Field `cursor` when it is not one of ours; when the database fails.
pub async fn list(
    db: &impl ConnectionTrait,
    filter: &Filter,
    window: &Window,
    moment: &Moment,
) -> Result<Page<Line>> {
    let mut query = duty::Entity::find()
        .select_only()
        .column(duty::Column::Id)
        .column(person::Column::Surname)
        .expr_as(state::column(moment.today, &moment.open), "state")
        .join(JoinType::InnerJoin, duty::Relation::Person.def())
        .filter(filter.condition(moment))
        .order_by_asc(person::Column::Surname)
        .order_by_asc(duty::Column::Id);
    if let Some(cursor) = &window.after {
        let (name, id) = (cursor.key::<String>()?, DutyId(cursor.id()));
        let same = person::Column::Surname.eq(name.clone()).and(duty::Column::Id.gt(id));
        query = query.filter(person::Column::Surname.gt(name).or(same));
    }
    let keys: Vec<Key> = query.limit(window.limit + 1).into_model().all(db).await?;
    let page = window.cut(keys, |key| (key.surname.clone(), key.id.0));
    let keys = page.items.into_iter().map(Key::standing);
    Ok(Page { items: whole(db, keys).await?, next: page.next })
}

/// Everything that somebody has to follow, the most urgent first.
///
/// # Errors
/// When the database fails.
pub async fn of_person(db: &impl ConnectionTrait, person: PersonId, moment: &Moment) -> Result<Vec<Line>> {
    let mine = Filter { person: Some(person), ..Filter::default() };
    let keys = duty::Entity::find()
        .select_only()
        .column(duty::Column::Id)
        .column(person::Column::Surname)
        .expr_as(state::column(moment.today, &moment.open), "state")
        .join(JoinType::InnerJoin, duty::Relation::Person.def())
        .filter(mine.condition(moment))
        .order_by_asc(duty::Column::DueOn)
        .order_by_asc(duty::Column::Id);
    let keys: Vec<Key> = keys.into_model().all(db).await?;
    whole(db, keys.into_iter().map(Key::standing)).await
}

/// How many the filter finds.
///
/// # Errors
/// When the database fails.
pub async fn count(db: &impl ConnectionTrait, filter: &Filter, moment: &Moment) -> Result<u64> {
    Ok(duty::Entity::find().filter(filter.condition(moment)).count(db).await?)
}

/// How many in each state, of each assignment.
///
/// # Errors
/// When the database fails.
pub async fn by_assignment(
    db: &impl ConnectionTrait,
    filter: &Filter,
    moment: &Moment,
) -> Result<HashMap<AssignmentId, Counts>> {
    let of = Expr::col((duty::Entity, duty::Column::AssignmentId));
    let rows = counted(db, filter, moment, of, false).await?;
    Ok(rows.into_iter().map(|(id, counts)| (AssignmentId(id), counts)).collect())
}

/// How many in each state, of each team: the department itself where people work today. Who works in two is counted in both.
///
/// # Errors
/// When the database fails.
pub async fn by_team(
    db: &impl ConnectionTrait,
    filter: &Filter,
    moment: &Moment,
) -> Result<HashMap<DepartmentId, Counts>> {
    let of = Expr::col((placement::Entity, placement::Column::DepartmentId));
    let rows = counted(db, filter, moment, of, true).await?;
    Ok(rows.into_iter().map(|(id, counts)| (DepartmentId(id), counts)).collect())
}

async fn counted(
    db: &impl ConnectionTrait,
    filter: &Filter,
    moment: &Moment,
    group: Expr,
    placed: bool,
) -> Result<HashMap<uuid::Uuid, Counts>> {
    let mut query = duty::Entity::find().select_only();
    if placed {
        query = query
            .join(JoinType::InnerJoin, duty::Relation::Person.def())
            .join_rev(JoinType::InnerJoin, placement::Relation::Person.def())
            .filter(placements::on(moment.today));
        if let Some(departments) = &filter.departments {
            query = query.filter(placement::Column::DepartmentId.is_in(departments.iter().copied()));
        }
    }
    let rows: Vec<Counted> = query
        .expr_as(group.clone(), "group")
        .expr_as(state::column(moment.today, &moment.open), "state")
        .expr_as(Expr::col((duty::Entity, duty::Column::Id)).count(), "count")
        .filter(filter.condition(moment))
        .group_by(group)
        .group_by(Expr::col("state"))
        .into_model()
        .all(db)
        .await?;
    let mut found: HashMap<uuid::Uuid, Counts> = HashMap::new();
    for row in rows {
        if let Some(state) = State::from_code(&row.state) {
            found.entry(row.group).or_default().insert(state, u64::try_from(row.count).unwrap_or_default());
        }
    }
    Ok(found)
}

/// One duty.
///
/// # Errors
/// [`Error::Missing`] when there is none that the filter finds.
pub async fn find(db: &impl ConnectionTrait, id: DutyId, filter: &Filter, moment: &Moment) -> Result<Line> {
    let one = Filter { ids: Some(vec![id]), ..filter.clone() };
    let page = list(db, &one, &Window { limit: 1, after: None }, moment).await?;
    page.items.into_iter().next().ok_or(Error::Missing("duty"))
}

/// Each of these duties, which stand so, with all that a line shows: five statements.
pub(super) async fn whole(
    db: &impl ConnectionTrait,
    keys: impl IntoIterator<Item = (DutyId, String)>,
) -> Result<Vec<Line>> {
    let keys: Vec<_> = keys.into_iter().collect();
    let ids: Vec<_> = keys.iter().map(|(id, _)| *id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = duty::Entity::find().filter(duty::Column::Id.is_in(ids)).all(db).await?;
    let people: Vec<_> = rows.iter().map(|row| row.person_id).collect();
    let places = places(db, &people).await?;
    let people = person::Entity::find().filter(person::Column::Id.is_in(people)).all(db).await?;
    let people: HashMap<_, _> = people.into_iter().map(|row| (row.id, row)).collect();
    let workshops = rows.iter().map(|row| row.workshop_id);
    let workshops = workshop::Entity::find().filter(workshop::Column::Id.is_in(workshops)).all(db).await?;
    let workshops: HashMap<_, _> = workshops.into_iter().map(|row| (row.id, row)).collect();
    let assignments = rows.iter().map(|row| row.assignment_id);
    let assignments =
        assignment::Entity::find().filter(assignment::Column::Id.is_in(assignments)).all(db).await?;
    let reasons: HashMap<_, _> = assignments.into_iter().map(|row| (row.id, row.reason)).collect();
    let mut by_id: HashMap<_, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let line = |(id, state): (DutyId, String)| {
        let duty = by_id.remove(&id)?;
        Some(Line {
            state: State::from_code(&state)?,
            person: people.get(&duty.person_id)?.clone(),
            workshop: workshops.get(&duty.workshop_id)?.clone(),
            reason: reasons.get(&duty.assignment_id)?.clone(),
            place: places.get(&(duty.person_id, duty.workshop_id)).cloned(),
            duty,
        })
    };
    Ok(keys.into_iter().filter_map(line).collect())
}

type Placed = HashMap<(PersonId, WorkshopId), (enrolment::Model, session::Model)>;

/// What these people have, get or wait for: of each workshop the first, a place before a queue.
async fn places(db: &impl ConnectionTrait, people: &[PersonId]) -> Result<Placed> {
    let rows = enrolment::Entity::find()
        .find_also_related(session::Entity)
        .filter(enrolment::Column::PersonId.is_in(people.iter().copied()))
        .filter(enrolment::Column::Outcome.is_null())
        .filter(enrolment::in_status(&EnrolmentStatus::ALIVE))
        .order_by_asc(session::Column::StartsAt)
        .all(db)
        .await?;
    let mut found = Placed::new();
    for (row, session) in rows {
        let Some(session) = session else { continue };
        let key = (row.person_id, row.workshop_id);
        if row.status.seated() || !found.contains_key(&key) {
            found.insert(key, (row, session));
        }
    }
    Ok(found)
}

/// How many open duties there are of each workshop of an assignment, how many of them have a place that is certain or offered,
/// and the last day of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    pub assignment: AssignmentId,
    pub workshop: WorkshopId,
    pub open: u64,
    pub placed: u64,
    pub last_day: Option<NaiveDate>,
}

#[derive(FromQueryResult)]
struct NeedRow {
    assignment_id: AssignmentId,
    workshop_id: WorkshopId,
    count: i64,
    last_day: Option<NaiveDate>,
}

/// The need of each assignment and workshop, in two statements: PostgreSQL finds who has a place from the places.
///
/// # Errors
/// When the database fails.
pub async fn needs(db: &impl ConnectionTrait, filter: &Filter, moment: &Moment) -> Result<Vec<Need>> {
    let read = |also: Condition| {
        duty::Entity::find()
            .select_only()
            .columns([duty::Column::AssignmentId, duty::Column::WorkshopId])
            .expr_as(Expr::col((duty::Entity, duty::Column::Id)).count(), "count")
            .expr_as(Expr::col((duty::Entity, duty::Column::DueOn)).max(), "last_day")
            .filter(filter.condition(moment))
            .filter(open())
            .filter(also)
            .group_by(duty::Column::AssignmentId)
            .group_by(duty::Column::WorkshopId)
    };
    let all: Vec<NeedRow> = read(Condition::all()).into_model().all(db).await?;
    let placed: Vec<NeedRow> = read(Condition::all().add(state::seated())).into_model().all(db).await?;
    let number = |count: i64| u64::try_from(count).unwrap_or_default();
    let placed: HashMap<_, _> =
        placed.into_iter().map(|row| ((row.assignment_id, row.workshop_id), number(row.count))).collect();
    let need = |row: NeedRow| Need {
        assignment: row.assignment_id,
        workshop: row.workshop_id,
        open: number(row.count),
        placed: placed.get(&(row.assignment_id, row.workshop_id)).copied().unwrap_or_default(),
        last_day: row.last_day,
    };
    Ok(all.into_iter().map(need).collect())
}

/// The workshops that anybody has to follow, or had to and did.
///
/// # Errors
/// When the database fails.
pub async fn workshops(db: &impl ConnectionTrait) -> Result<Vec<WorkshopId>> {
    let living =
        duty::Entity::find().select_only().expr(Expr::val(1)).filter(duty::Column::EndedAt.is_null()).filter(
            Expr::col((duty::Entity, duty::Column::WorkshopId))
                .eq(Expr::col((workshop::Entity, workshop::Column::Id))),
        );
    Ok(workshop::Entity::find()
        .select_only()
        .column(workshop::Column::Id)
        .filter(Expr::exists(living.into_query()))
        .into_tuple()
        .all(db)
        .await?)
}

/// The name of a department, for lists by team.
///
/// # Errors
/// When the database fails.
pub async fn team_names(
    db: &impl ConnectionTrait,
    ids: &[DepartmentId],
) -> Result<HashMap<DepartmentId, String>> {
    let rows = department::Entity::find().filter(department::Column::Id.is_in(ids.iter().copied()));
    Ok(rows.all(db).await?.into_iter().map(|row| (row.id, row.name)).collect())
}
