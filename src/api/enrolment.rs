//! Enrolments: somebody's place in a session, or in its waiting list.

use std::sync::Arc;

use entity::{
    enrolment::Origin,
    id::{EnrolmentId, PersonId, SessionId},
};
use poem_openapi::{Object, OpenApi, param::Path, param::Query, payload::Json};
use uuid::Uuid;

use super::{
    body::{Body, Fields, Read},
    caller::Caller,
    choice::EnrolmentStatus,
    list::{Created, List},
    problem::{Problem, Wrong},
    service::Tag,
};
use crate::domain::{
    change::Change,
    learning::{
        enrolment::{self, Placement, TakePlace},
        roll,
        swap::{Swap, swap},
    },
    page::Window,
};

/// Somebody's place in a session, or in its waiting list.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct Enrolment {
    pub id: Uuid,
    pub session_id: Uuid,
    pub person_id: Uuid,
    pub status: EnrolmentStatus,
    /// Place in the waiting list, from 1; null for who does not wait.
    pub position: Option<u64>,
}

impl From<Placement> for Enrolment {
    fn from(placement: Placement) -> Self {
        Self {
            id: placement.id.0,
            session_id: placement.session_id.0,
            person_id: placement.person_id.0,
            status: placement.status.into(),
            position: placement.position,
        }
    }
}

/// A wish for a place.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct NewEnrolment {
    /// Left out: the person of the token.
    pub person_id: Option<Uuid>,
    /// Whether this person, when it comes to waiting, also takes a place that comes free shortly before the start. Then
    /// there is no time for an offer. Left out: yes.
    pub short_notice: Option<bool>,
}

/// Giving a place back.
#[derive(Debug, Object)]
pub struct Withdrawal {
    /// Asked after the deadline of the session.
    pub reason: Option<String>,
}

/// A wish to go to another date of the same workshop.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct NewSwap {
    /// Where to.
    pub session_id: Uuid,
    /// Asked after the deadline of the session that is left.
    pub reason: Option<String>,
    /// As for a new enrolment.
    pub short_notice: Option<bool>,
}

impl Read for NewSwap {
    const REQUIRED: bool = true;

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (session_id, reason) = (fields.required("sessionId"), fields.optional("reason"));
        let short_notice = fields.optional("shortNotice");
        Some(Self { session_id: session_id?, reason: reason?, short_notice: short_notice? })
    }
}

impl Read for NewEnrolment {
    const REQUIRED: bool = false;

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (person_id, short_notice) = (fields.optional("personId"), fields.optional("shortNotice"));
        Some(Self { person_id: person_id?, short_notice: short_notice? })
    }
}

impl Read for Withdrawal {
    const REQUIRED: bool = false;

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        Some(Self { reason: fields.optional("reason")? })
    }
}

/// The operations on enrolments.
pub struct Enrolments;

#[OpenApi(tag = "Tag::Enrolments")]
impl Enrolments {
    /// All enrolments that were ever made in a session, in order of joining.
    #[oai(path = "/sessions/:id/enrolments", method = "get", operation_id = "list-enrolments")]
    async fn list(
        &self,
        caller: Caller,
        id: Path<Uuid>,
        limit: Query<Option<u32>>,
        cursor: Query<Option<String>>,
    ) -> Result<Json<List<Enrolment>>, Problem> {
        let window = Window::new(limit.map(u64::from), cursor.as_deref())?;
        let page = roll::list(&caller.house.db.reader, SessionId(id.0), &window).await?;
        Ok(List::of(page, Enrolment::from))
    }

    /// Take a place in a session, or in its waiting list when it is full.
    #[oai(path = "/sessions/:id/enrolments", method = "post", operation_id = "enrol")]
    async fn create(
        &self,
        caller: Caller,
        id: Path<Uuid>,
        body: Body<NewEnrolment>,
    ) -> Result<Created<Enrolment>, Problem> {
        let person = body.0.person_id.map(PersonId).or(caller.actor.person);
        let wish = &TakePlace {
            session: SessionId(id.0),
            person: person.ok_or_else(|| Wrong::new("personId", "required"))?,
            origin: Origin::Api,
            short_notice: body.0.short_notice.unwrap_or(true),
            override_reason: None,
        };
        let taken = |change: Arc<Change>| async move { enrolment::take_place(&change, wish).await };
        let placement = caller.house.write_once(&caller.actor, caller.key.as_ref(), taken).await?;
        let location = format!("/api/v1/enrolments/{}", placement.id);
        Ok(Created::At(Json(placement.into()), location))
    }

    /// One enrolment.
    #[oai(path = "/enrolments/:id", method = "get", operation_id = "show-enrolment")]
    async fn show(&self, caller: Caller, id: Path<Uuid>) -> Result<Json<Enrolment>, Problem> {
        let db = &caller.house.db.reader;
        let row = enrolment::find(db, EnrolmentId(id.0)).await?;
        Ok(Json(enrolment::placement(db, row).await?.into()))
    }

    /// Give a place back, turn an offer down, or leave the waiting list.
    #[oai(path = "/enrolments/:id/withdrawal", method = "post", operation_id = "withdraw")]
    async fn withdraw(
        &self,
        caller: Caller,
        id: Path<Uuid>,
        body: Body<Withdrawal>,
    ) -> Result<Json<Enrolment>, Problem> {
        let (id, reason) = (EnrolmentId(id.0), body.0.reason.as_deref());
        let withdrawn = |change: Arc<Change>| async move { enrolment::withdraw(&change, id, reason).await };
        let placement = caller.house.write_once(&caller.actor, caller.key.as_ref(), withdrawn).await?;
        Ok(Json(placement.into()))
    }

    /// Go to another date of the same workshop. The place one has is kept until the new one is certain.
    #[oai(path = "/enrolments/:id/swap", method = "post", operation_id = "swap")]
    async fn swap(
        &self,
        caller: Caller,
        id: Path<Uuid>,
        body: Body<NewSwap>,
    ) -> Result<Created<Enrolment>, Problem> {
        let wish = &Swap {
            from: EnrolmentId(id.0),
            to: SessionId(body.0.session_id),
            short_notice: body.0.short_notice.unwrap_or(true),
            reason: body.0.reason,
        };
        let swapped = |change: Arc<Change>| async move { swap(&change, wish).await };
        let placement = caller.house.write_once(&caller.actor, caller.key.as_ref(), swapped).await?;
        let location = format!("/api/v1/enrolments/{}", placement.id);
        Ok(Created::At(Json(placement.into()), location))
    }

    /// Take the place that is offered.
    #[oai(path = "/enrolments/:id/acceptance", method = "post", operation_id = "accept")]
    async fn accept(&self, caller: Caller, id: Path<Uuid>) -> Result<Json<Enrolment>, Problem> {
        let id = EnrolmentId(id.0);
        let accepted = |change: Arc<Change>| async move { enrolment::accept(&change, id).await };
        let placement = caller.house.write_once(&caller.actor, caller.key.as_ref(), accepted).await?;
        Ok(Json(placement.into()))
    }
}
