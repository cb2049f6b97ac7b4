//! Deciding about requests for a place, and seats that are held for a department.

use std::sync::Arc;

use entity::{
    held_seat,
    id::{DepartmentId, EnrolmentId, HeldSeatId, SessionId},
};
use poem_openapi::{Object, OpenApi, param::Path, payload::Json};
use uuid::Uuid;

use super::{
    body::{Body, Fields, Read},
    caller::Caller,
    enrolment::Enrolment,
    list::Created,
    moment::Moment,
    problem::Problem,
    service::Tag,
};
use crate::domain::{
    change::Change,
    learning::{
        approval,
        held_seat::{self as holds, Hold},
    },
};

/// A no to a request.
#[derive(Debug, Object)]
pub struct Decline {
    /// Why; the person is told.
    #[oai(validator(min_length = 1, max_length = 400))]
    pub reason: String,
}

/// A wish to hold seats.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct NewHeldSeats {
    pub department_id: Uuid,
    #[oai(validator(minimum(value = "1")))]
    pub seats: i32,
    /// How many days before the start they come free by themselves; 0: at the start. Left out: 7.
    #[oai(validator(minimum(value = "0"), maximum(value = "90")))]
    pub days: Option<i32>,
}

/// Seats of a session that are held for the people of a department.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct HeldSeats {
    pub id: Uuid,
    pub session_id: Uuid,
    pub department_id: Uuid,
    /// Seats without a name.
    pub seats: i32,
    /// When they come free by themselves.
    pub releases_at: Moment,
    /// When they came free, or all had a name; null: they are held.
    pub ended_at: Option<Moment>,
}

impl From<held_seat::Model> for HeldSeats {
    fn from(row: held_seat::Model) -> Self {
        Self {
            id: row.id.0,
            session_id: row.session_id.0,
            department_id: row.department_id.0,
            seats: row.seats,
            releases_at: row.releases_at.into(),
            ended_at: row.ended_at.map(Into::into),
        }
    }
}

impl Read for Decline {
    const REQUIRED: bool = true;

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        Some(Self { reason: fields.required("reason")? })
    }
}

impl Read for NewHeldSeats {
    const REQUIRED: bool = true;

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (department_id, seats) = (fields.required("departmentId"), fields.required("seats"));
        let days = fields.optional("days");
        Some(Self { department_id: department_id?, seats: seats?, days: days? })
    }
}

/// The operations.
pub struct Approvals;

#[OpenApi(tag = "Tag::Enrolments")]
impl Approvals {
    /// Approve a request: it becomes a place, or a place in the waiting list when the session is full.
    #[oai(path = "/enrolments/:id/approval", method = "post", operation_id = "grant-request")]
    async fn grant(&self, caller: Caller, id: Path<Uuid>) -> Result<Json<Enrolment>, Problem> {
        let id = EnrolmentId(id.0);
        let granted = |change: Arc<Change>| async move { approval::grant(&change, id).await };
        let placement = caller.house.write_once(&caller.actor, caller.key.as_ref(), granted).await?;
        Ok(Json(placement.into()))
    }

    /// Decline a request; the person is told why.
    #[oai(path = "/enrolments/:id/decline", method = "post", operation_id = "decline-request")]
    async fn decline(
        &self,
        caller: Caller,
        id: Path<Uuid>,
        body: Body<Decline>,
    ) -> Result<Json<Enrolment>, Problem> {
        let (id, reason) = (EnrolmentId(id.0), body.0.reason.as_str());
        let declined = |change: Arc<Change>| async move { approval::decline(&change, id, reason).await };
        let placement = caller.house.write_once(&caller.actor, caller.key.as_ref(), declined).await?;
        Ok(Json(placement.into()))
    }

    /// Hold seats of a session for the people of a department.
    #[oai(path = "/sessions/:id/held-seats", method = "post", operation_id = "hold-seats")]
    async fn hold(
        &self,
        caller: Caller,
        id: Path<Uuid>,
        body: Body<NewHeldSeats>,
    ) -> Result<Created<HeldSeats>, Problem> {
        let wish = &Hold {
            session: SessionId(id.0),
            department: DepartmentId(body.0.department_id),
            seats: body.0.seats,
            days_before: body.0.days.unwrap_or(holds::DAYS_BEFORE),
        };
        let held = |change: Arc<Change>| async move { holds::hold(&change, wish).await };
        let hold = caller.house.write_once(&caller.actor, caller.key.as_ref(), held).await?;
        let row = holds::by_id(&caller.house.db.reader, hold).await?.row;
        Ok(Created::At(Json(row.into()), format!("/api/v1/sessions/{}", wish.session)))
    }

    /// Give held seats back; the waiting list moves.
    #[oai(path = "/held-seats/:id/release", method = "post", operation_id = "release-seats")]
    async fn release(&self, caller: Caller, id: Path<Uuid>) -> Result<Json<HeldSeats>, Problem> {
        let id = HeldSeatId(id.0);
        let released = |change: Arc<Change>| async move { holds::release(&change, id).await };
        caller.house.write_once(&caller.actor, caller.key.as_ref(), released).await?;
        Ok(Json(holds::by_id(&caller.house.db.reader, id).await?.row.into()))
    }
}
