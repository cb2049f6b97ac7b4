//! Attendance: who was at a meeting.

use std::sync::Arc;

use entity::id::{EnrolmentId, MeetingId};
use poem_openapi::{Object, OpenApi, param::Path, payload::Json};
use uuid::Uuid;

use super::{
    body::{Body, Fields, Read},
    caller::Caller,
    choice::Mark,
    moment::Moment,
    problem::Problem,
    service::Tag,
};
use crate::domain::{
    change::Change,
    learning::attendance::{self, Line},
};

/// What was seen at a meeting. Who is not named keeps the mark there is.
#[derive(Debug, Object)]
pub struct NewMarks {
    #[oai(validator(min_items = 1))]
    pub marks: Vec<NewMark>,
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
pub struct Register {
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
}

impl Read for NewMarks {
    const REQUIRED: bool = true;

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        Some(Self { marks: fields.list("marks")? })
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
        let marks = &marks;
        let marked = |change: Arc<Change>| async move { attendance::mark(&change, id, marks).await };
        caller.house.write_once(&caller.actor, caller.key.as_ref(), marked).await?;
        register(&caller, id).await
    }
}

async fn register(caller: &Caller, id: MeetingId) -> Result<Json<Register>, Problem> {
    let found = attendance::register(&caller.house.db.reader, &caller.actor, id).await?;
    Ok(Json(Register { items: found.lines.into_iter().map(Into::into).collect() }))
}
