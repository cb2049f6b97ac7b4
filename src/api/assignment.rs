//! Targeted trainings: what a group has to follow before a day, and how far it is.

use std::sync::Arc;

use chrono::NaiveDate;
use entity::id::{AssignmentId, DepartmentId, PersonId, TrackId, WorkshopId};
use poem_openapi::{Object, OpenApi, param::Path, param::Query, payload::Json};
use uuid::Uuid;

use super::{
    body::{Body, Fields, Read},
    caller::Caller,
    choice::DutyState,
    list::{Created, List},
    moment::Moment,
    problem::{Problem, Wrong},
    service::Tag,
};
use crate::domain::{
    change::Change,
    learning::{
        assignment::{self, Draft, Due, Group, Item, Subject, group},
        demand::{self, Part},
        duty::list::{self as duties, Counts, Filter, Line, State},
    },
    page::Window,
};

/// What a group has to follow before a day.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct Assignment {
    pub id: Uuid,
    /// Of the track, or of its only workshop.
    pub title: String,
    /// Null for a track.
    pub workshop_id: Option<Uuid>,
    pub track_id: Option<Uuid>,
    /// What is to be followed, in order.
    pub workshop_ids: Vec<Uuid>,
    /// The last day; null when it depends on when somebody joined.
    pub due_on: Option<NaiveDate>,
    /// So many days after joining.
    pub due_days: Option<i32>,
    /// Why, as people read it.
    pub reason: String,
    /// To be followed again after so many years; null: once is enough.
    pub repeat_years: Option<i32>,
    pub made_at: Moment,
}

impl From<Item> for Assignment {
    fn from(item: Item) -> Self {
        Self {
            id: item.row.id.0,
            title: item.title,
            workshop_id: item.row.workshop_id.map(|id| id.0),
            track_id: item.row.track_id.map(|id| id.0),
            workshop_ids: item.workshops.iter().map(|one| one.id.0).collect(),
            due_on: item.row.due_on,
            due_days: item.row.due_days,
            reason: item.row.reason,
            repeat_years: item.row.repeat_years,
            made_at: item.row.made_at.into(),
        }
    }
}

/// What is to be assigned: one of `workshopId` and `trackId`, one of `dueOn` and `dueDays`, and at least one group.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct NewAssignment {
    pub workshop_id: Option<Uuid>,
    pub track_id: Option<Uuid>,
    /// Each with all below it.
    pub department_ids: Option<Vec<Uuid>>,
    /// Job titles, in any case.
    pub job_profiles: Option<Vec<String>>,
    pub person_ids: Option<Vec<Uuid>>,
    /// The last day, for everybody.
    pub due_on: Option<NaiveDate>,
    /// So many days after joining the group.
    #[oai(validator(minimum(value = "1"), maximum(value = "1825")))]
    pub due_days: Option<i32>,
    /// Why, as people read it.
    pub reason: String,
    /// To be followed again after so many years. Left out: once is enough.
    #[oai(validator(minimum(value = "1"), maximum(value = "10")))]
    pub repeat_years: Option<i32>,
}

impl Read for NewAssignment {
    const REQUIRED: bool = true;

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (workshop_id, track_id) = (fields.optional("workshopId"), fields.optional("trackId"));
        let department_ids = fields.optional("departmentIds");
        let job_profiles = fields.optional("jobProfiles");
        let person_ids = fields.optional("personIds");
        let (due_on, due_days) = (fields.optional("dueOn"), fields.optional("dueDays"));
        let (reason, repeat_years) = (fields.required("reason"), fields.optional("repeatYears"));
        Some(Self {
            workshop_id: workshop_id?,
            track_id: track_id?,
            department_ids: department_ids?,
            job_profiles: job_profiles?,
            person_ids: person_ids?,
            due_on: due_on?,
            due_days: due_days?,
            reason: reason?,
            repeat_years: repeat_years?,
        })
    }
}

impl NewAssignment {
    fn draft(self) -> Result<Draft, Problem> {
        let subject = match (self.workshop_id, self.track_id) {
            (Some(id), None) => Subject::Workshop(WorkshopId(id)),
            (None, Some(id)) => Subject::Track(TrackId(id)),
            (None, None) => return Err(Wrong::new("workshopId", "required").into()),
            (Some(_), Some(_)) => return Err(Wrong::new("trackId", "not-a-choice").into()),
        };
        let due = match (self.due_on, self.due_days) {
            (Some(day), None) => Due::On(day),
            (None, Some(days)) => Due::After(days),
            (None, None) => return Err(Wrong::new("dueOn", "required").into()),
            (Some(_), Some(_)) => return Err(Wrong::new("dueDays", "day-or-days").into()),
        };
        let departments = self.department_ids.unwrap_or_default().into_iter();
        let departments = departments.map(|id| Group::Department(DepartmentId(id)));
        let profiles = self.job_profiles.unwrap_or_default().into_iter();
        let profiles = profiles.map(|title| Group::JobProfile { title, within: None });
        let people = self.person_ids.unwrap_or_default().into_iter().map(|id| Group::Person(PersonId(id)));
        let groups: Vec<_> = departments.chain(profiles).chain(people).collect();
        if groups.is_empty() {
            return Err(Wrong::new("departmentIds", "required").into());
        }
        Ok(Draft { subject, groups, due, reason: self.reason, repeat_years: self.repeat_years })
    }
}

/// How far an assignment is, and who stands where.
#[derive(Debug, Object)]
pub struct Progress {
    pub counts: StateCounts,
    /// Of each workshop: who needs a place, and how many are free.
    pub demand: Vec<Demand>,
    /// By surname.
    pub items: Vec<Progressed>,
    /// The `cursor` of the next part; null on the last.
    pub next: Option<String>,
}

/// How many there are in each state.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct StateCounts {
    pub assigned: u64,
    pub no_date_chosen: u64,
    pub enrolled: u64,
    pub attended: u64,
    pub done: u64,
    pub overdue: u64,
    pub exempt: u64,
}

/// Demand against places.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct Demand {
    pub workshop_id: Uuid,
    /// Still to train, without a place.
    pub people: u64,
    /// Free before the last day; null: no limit.
    pub seats: Option<u64>,
    pub shortage: u64,
}

/// Where one person stands with one workshop.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct Progressed {
    pub person_id: Uuid,
    pub workshop_id: Uuid,
    pub state: DutyState,
    pub due_on: NaiveDate,
    /// Null: not done.
    pub done_on: Option<NaiveDate>,
    /// The place that this person has, gets or waits for.
    pub enrolment_id: Option<Uuid>,
}

impl From<&Counts> for StateCounts {
    fn from(counts: &Counts) -> Self {
        let of = |state: State| counts.get(&state).copied().unwrap_or_default();
        Self {
            assigned: of(State::Assigned),
            no_date_chosen: of(State::NoDate),
            enrolled: of(State::Enrolled),
            attended: of(State::Attended),
            done: of(State::Done),
            overdue: of(State::Overdue),
            exempt: of(State::Exempt),
        }
    }
}

impl From<Line> for Progressed {
    fn from(line: Line) -> Self {
        Self {
            person_id: line.person.id.0,
            workshop_id: line.workshop.id.0,
            state: line.state.into(),
            due_on: line.duty.due_on,
            done_on: line.duty.done_on,
            enrolment_id: line.place.map(|(row, _)| row.id.0),
        }
    }
}

/// The operations on assignments.
pub struct Assignments;

#[OpenApi(tag = "Tag::Assignments")]
impl Assignments {
    /// The assignments that go on, the newest first.
    #[oai(path = "/assignments", method = "get", operation_id = "list-assignments")]
    async fn list(
        &self,
        caller: Caller,
        limit: Query<Option<u32>>,
        cursor: Query<Option<String>>,
    ) -> Result<Json<List<Assignment>>, Problem> {
        let window = Window::new(limit.map(u64::from), cursor.as_deref())?;
        let today = caller.house.policy.day(caller.house.now());
        let page = assignment::list(&caller.house.db.reader, &caller.actor, None, &window, today).await?;
        Ok(List::of(page, Assignment::from))
    }

    /// Assign a workshop or a track to a group.
    #[oai(path = "/assignments", method = "post", operation_id = "assign")]
    async fn create(
        &self,
        caller: Caller,
        body: Body<NewAssignment>,
    ) -> Result<Created<Assignment>, Problem> {
        let draft = &body.0.draft()?;
        let made = |change: Arc<Change>| async move {
            group::known(change.db(), &draft.groups).await?;
            assignment::make(&change, draft).await
        };
        let id = caller.house.write_once(&caller.actor, caller.key.as_ref(), made).await?;
        let item = find(&caller, id).await?;
        Ok(Created::At(Json(item.into()), format!("/api/v1/assignments/{id}")))
    }

    /// One assignment.
    #[oai(path = "/assignments/:id", method = "get", operation_id = "show-assignment")]
    async fn show(&self, caller: Caller, id: Path<Uuid>) -> Result<Json<Assignment>, Problem> {
        Ok(Json(find(&caller, AssignmentId(id.0)).await?.into()))
    }

    /// How far an assignment is: how many in each state, demand against places, and who stands where.
    #[oai(path = "/assignments/:id/progress", method = "get", operation_id = "show-progress")]
    #[allow(clippy::too_many_arguments, reason = "each is a parameter of the address")]
    async fn progress(
        &self,
        caller: Caller,
        id: Path<Uuid>,
        limit: Query<Option<u32>>,
        cursor: Query<Option<String>>,
        /// Only those in this state.
        state: Query<Option<DutyState>>,
    ) -> Result<Json<Progress>, Problem> {
        let window = Window::new(limit.map(u64::from), cursor.as_deref())?;
        let (db, now) = (&caller.house.db.reader, caller.house.now());
        let item = find(&caller, AssignmentId(id.0)).await?;
        let workshops: Vec<_> = item.workshops.iter().map(|one| one.id).collect();
        let part = Part::Everybody;
        let (dates, moment) = demand::moment(db, &workshops, &part, (&caller.house.policy, now)).await?;
        let all = Filter { assignment: Some(item.row.id), ..Filter::default() };
        let counts = duties::by_assignment(db, &all, &moment).await?;
        let needs = duties::needs(db, &all, &moment).await?;
        let some = Filter { state: (*state).map(Into::into), ..all };
        let page = duties::list(db, &some, &window, &moment).await?.map(Progressed::from);
        let demand = |need: &duties::Need| {
            let demand::Demand { workshop, people, seats, shortage } = dates.against(&part, need, &moment);
            Demand { workshop_id: workshop.0, people, seats, shortage }
        };
        Ok(Json(Progress {
            counts: counts.get(&item.row.id).unwrap_or(&Counts::new()).into(),
            demand: needs.iter().map(demand).collect(),
            items: page.items,
            next: page.next,
        }))
    }
}

async fn find(caller: &Caller, id: AssignmentId) -> Result<Item, Problem> {
    let today = caller.house.policy.day(caller.house.now());
    Ok(assignment::find(&caller.house.db.reader, &caller.actor, None, id, today).await?)
}
