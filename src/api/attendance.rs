//! Attendance: who was at a meeting.

use std::sync::Arc;

use entity::id::{EnrolmentId, MeetingId};
use poem_openapi::{Object, OpenApi, param::Path, payload::Json};
use uuid::Uuid;

use super::{
    body::{Body, Fields, Read},
    caller::Caller,
    choice::{Mark, Outcome},
    moment::Moment,
    problem::Problem,
    service::Tag,
};
use crate::domain::{
    change::Change,
    learning::attendance::{self, Line, closing},
};

/// What was seen at a meeting. Who is not named keeps the mark there is.
#[derive(Debug, Object)]
pub struct NewMarks {
    #[oai(validator(min_items = 1))]
    pub marks: Vec<NewMark>,
    /// Why marks are corrected after the register has closed; until then not needed.
    pub reason: Option<String>,
}

/// What was seen of one.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct NewMark {
    pub enrolment_id: Uuid,
    pub mark: Mark,
}

/// Everybody who is expected at a meeting, by surname.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct Register {
    /// Null: the register is open.
    pub closed_at: Option<Moment>,
    pub items: Vec<RegisterLine>,
}

/// Somebody who is expected.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct RegisterLine {
    pub enrolment_id: Uuid,
    pub person_id: Uuid,
    /// Null: not yet marked.
    pub mark: Option<Mark>,
    pub marked_at: Option<Moment>,
    /// Null as long as a register of the session is open.
    pub outcome: Option<Outcome>,
}

impl Read for NewMarks {
    const REQUIRED: bool = true;

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (marks, reason) = (fields.list("marks"), fields.optional("reason"));
        Some(Self { marks: marks?, reason: reason? })
    }
}

impl Read for NewMark {
    const REQUIRED: bool = true;

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (enrolment, mark) = (fields.required("enrolmentId"), fields.required("mark"));
        Some(Self { enrolment_id: enrolment?, mark: mark? })
    }
}

impl From<Line> for RegisterLine {
    fn from(line: Line) -> Self {
        Self {
            enrolment_id: line.enrolment.id.0,
            person_id: line.person.id.0,
            mark: line.held.as_ref().map(|held| held.mark.into()),
            marked_at: line.held.map(|held| held.marked_at.into()),
            outcome: line.enrolment.outcome.map(Into::into),
        }
    }
}

/// The operations on attendance.
pub struct Attendance;

#[OpenApi(tag = "Tag::Attendance")]
impl Attendance {
    /// Who was at a meeting, as far as it is known.
    #[oai(path = "/meetings/:id/attendance", method = "get", operation_id = "show-attendance")]
    async fn show(&self, caller: Caller, id: Path<Uuid>) -> Result<Json<Register>, Problem> {
        register(&caller, MeetingId(id.0)).await
    }

    /// Mark people at a meeting, from a quarter of an hour before it begins. A correction is a new mark; the old one stays
    /// as history.
    #[oai(path = "/meetings/:id/attendance", method = "put", operation_id = "mark-attendance")]
    async fn mark(
        &self,
        caller: Caller,
        id: Path<Uuid>,
        body: Body<NewMarks>,
    ) -> Result<Json<Register>, Problem> {
        let id = MeetingId(id.0);
        let marks: Vec<_> =
            body.0.marks.iter().map(|one| (EnrolmentId(one.enrolment_id), one.mark.into())).collect();
        let (marks, reason) = (&marks, body.0.reason.as_deref());
        let marked = |change: Arc<Change>| async move {
            match reason {
                Some(reason) => attendance::correct(&change, id, marks, reason).await,
                None => attendance::mark(&change, id, marks).await,
            }
        };
        caller.house.write_once(&caller.actor, caller.key.as_ref(), marked).await?;
        register(&caller, id).await
    }

    /// Close the register of a meeting that has begun: who has no mark becomes absent. When the last register of a session
    /// closes it is known what came of each place.
    #[oai(path = "/meetings/:id/closing", method = "post", operation_id = "close-register")]
    async fn close(&self, caller: Caller, id: Path<Uuid>) -> Result<Json<Register>, Problem> {
        let id = MeetingId(id.0);
        let closed = |change: Arc<Change>| async move { closing::close(&change, id).await };
        caller.house.write_once(&caller.actor, caller.key.as_ref(), closed).await?;
        register(&caller, id).await
    }
}

async fn register(caller: &Caller, id: MeetingId) -> Result<Json<Register>, Problem> {
    let found = attendance::register(&caller.house.db.reader, &caller.actor, id).await?;
    let closed_at = found.meeting.closed_at.map(Into::into);
    Ok(Json(Register { closed_at, items: found.lines.into_iter().map(Into::into).collect() }))
}
