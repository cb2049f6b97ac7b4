//! What becomes of a session that was planned: moved, called off, going on; and telling its people something.

use std::sync::Arc;

use entity::id::{MeetingId, SessionId};
use poem_openapi::{Object, OpenApi, param::Path, payload::Json};
use uuid::Uuid;

use super::{Session, shown};
use crate::{
    api::{
        body::{Body, Fields, Read},
        caller::Caller,
        choice::Readers,
        moment::Moment,
        problem::Problem,
        service::Tag,
    },
    domain::{
        change::Change,
        learning::{
            calling_off, decision,
            message::{self, Draft},
            reschedule::{self, Wanted},
            session::{self as verb, MeetingPlan},
        },
    },
};

/// All meetings as they are wanted. One that exists and is left out is cancelled.
#[derive(Debug, Object)]
pub struct NewMeetings {
    #[oai(validator(min_items = 1))]
    pub meetings: Vec<WantedMeeting>,
}

/// A meeting as it is wanted.
#[derive(Debug, Object)]
pub struct WantedMeeting {
    /// Left out: a new one.
    pub id: Option<Uuid>,
    pub start: Moment,
    /// After the start.
    pub end: Moment,
    /// Room or address.
    pub location: String,
    /// Where to take part online; https.
    pub link: Option<String>,
}

/// Calling a session off.
#[derive(Debug, Object)]
pub struct CallingOff {
    /// Stands in the letters.
    pub reason: Option<String>,
}

/// What is told to the people of a session.
#[derive(Debug, Object)]
pub struct NewMessage {
    pub to: Readers,
    #[oai(validator(min_length = 1, max_length = 120))]
    pub subject: String,
    #[oai(validator(min_length = 1))]
    pub text: String,
}

/// A message that was sent.
#[derive(Debug, Object)]
pub struct MessageSent {
    /// To how many it was mailed.
    pub people: u64,
}

impl Read for NewMeetings {
    const REQUIRED: bool = true;

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        Some(Self { meetings: fields.list("meetings")? })
    }
}

impl Read for WantedMeeting {
    const REQUIRED: bool = true;

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (id, start, end) = (fields.optional("id"), fields.required("start"), fields.required("end"));
        let (location, link) = (fields.required("location"), fields.optional("link"));
        Some(Self { id: id?, start: start?, end: end?, location: location?, link: link? })
    }
}

impl Read for CallingOff {
    const REQUIRED: bool = false;

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        Some(Self { reason: fields.optional("reason")? })
    }
}

impl Read for NewMessage {
    const REQUIRED: bool = true;

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (to, subject, text) =
            (fields.required("to"), fields.required("subject"), fields.required("text"));
        Some(Self { to: to?, subject: subject?, text: text? })
    }
}

impl From<WantedMeeting> for Wanted {
    fn from(new: WantedMeeting) -> Self {
        let plan = MeetingPlan {
            starts_at: new.start.0,
            ends_at: new.end.0,
            location: new.location,
            link: new.link,
        };
        Self { id: new.id.map(MeetingId), plan }
    }
}

/// The operations.
pub struct SessionChanges;

#[OpenApi(tag = "Tag::Sessions")]
impl SessionChanges {
    /// Move, add and cancel meetings. Everybody whom it touches gets one letter.
    #[oai(path = "/sessions/:id/meetings", method = "put", operation_id = "move-session")]
    async fn reschedule(
        &self,
        caller: Caller,
        id: Path<Uuid>,
        body: Body<NewMeetings>,
    ) -> Result<Json<Session>, Problem> {
        let (id, wanted) =
            (SessionId(id.0), body.0.meetings.into_iter().map(Wanted::from).collect::<Vec<_>>());
        let wanted = &wanted;
        let moved = |change: Arc<Change>| async move { reschedule::reschedule(&change, id, wanted).await };
        caller.house.write_once(&caller.actor, caller.key.as_ref(), moved).await?;
        found(&caller, id).await
    }

    /// Call a session off. Everybody is told, and comes first for another date.
    #[oai(path = "/sessions/:id/calling-off", method = "post", operation_id = "call-off")]
    async fn call_off(
        &self,
        caller: Caller,
        id: Path<Uuid>,
        body: Body<CallingOff>,
    ) -> Result<Json<Session>, Problem> {
        let (id, reason) = (SessionId(id.0), body.0.reason.as_deref());
        let ended = |change: Arc<Change>| async move { calling_off::call_off(&change, id, reason).await };
        caller.house.write_once(&caller.actor, caller.key.as_ref(), ended).await?;
        found(&caller, id).await
    }

    /// Decide that a session goes on, with as many people as there are.
    #[oai(path = "/sessions/:id/go-ahead", method = "post", operation_id = "go-ahead")]
    async fn go_on(&self, caller: Caller, id: Path<Uuid>) -> Result<Json<Session>, Problem> {
        let id = SessionId(id.0);
        let decided = |change: Arc<Change>| async move { decision::go_on(&change, id).await };
        caller.house.write_once(&caller.actor, caller.key.as_ref(), decided).await?;
        found(&caller, id).await
    }

    /// Mail something to the people of a session.
    #[oai(path = "/sessions/:id/messages", method = "post", operation_id = "send-message")]
    async fn tell(
        &self,
        caller: Caller,
        id: Path<Uuid>,
        body: Body<NewMessage>,
    ) -> Result<Json<MessageSent>, Problem> {
        let (id, NewMessage { to, subject, text }) = (SessionId(id.0), body.0);
        let draft = &Draft { to: to.into(), subject, text };
        let sent = |change: Arc<Change>| async move { message::send(&change, id, draft).await };
        let people = caller.house.write_once(&caller.actor, caller.key.as_ref(), sent).await?;
        Ok(Json(MessageSent { people: people as u64 }))
    }
}

/// The session as it is now.
async fn found(caller: &Caller, id: SessionId) -> Result<Json<Session>, Problem> {
    let details = verb::details(&caller.house.db.reader, id, caller.house.now()).await?;
    Ok(Json(shown(caller, details)))
}
