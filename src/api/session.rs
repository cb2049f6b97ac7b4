//! Sessions: the runs of a workshop.

pub mod change;
mod new;

use std::sync::Arc;

use entity::{
    id::{SessionId, WorkshopId},
    meeting, person, session,
    session::SessionState as State,
};
use poem_openapi::{Object, OpenApi, param::Path, param::Query, payload::Json};
use uuid::Uuid;

use super::{
    body::Body,
    caller::Caller,
    choice::SessionState,
    list::{Created, List},
    moment::Moment,
    problem::Problem,
    service::Tag,
};
use crate::domain::{
    actor::Actor,
    change::Change,
    error::Error,
    learning::{
        agenda::{self, Filter},
        draw,
        session::{self as verb, Details},
    },
    page::Window,
};
use new::NewSession;

/// One run of a workshop.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct Session {
    pub id: Uuid,
    pub workshop_id: Uuid,
    pub state: SessionState,
    /// In order of start.
    pub meetings: Vec<Meeting>,
    pub seats: Seats,
    /// Fewest participants that it needs.
    pub minimum: Option<i32>,
    pub trainer_ids: Vec<Uuid>,
    /// Null: since it was planned.
    pub enrolment_opens: Option<Moment>,
    /// Null: at the start.
    pub enrolment_closes: Option<Moment>,
    /// For whom; null: as the workshop says.
    pub audience: Option<String>,
    /// When it is decided whether it goes on with fewer than the minimum; null: nobody is asked.
    pub decide_by: Option<Moment>,
    /// Until then places are asked for, and then drawn by lot; null: in order of asking.
    pub draw_at: Option<Moment>,
    /// When the draw was held.
    pub drawn_at: Option<Moment>,
    /// What it costs, in cents of a euro. For planners only.
    pub cost_cents: Option<i64>,
}

/// One date of a session.
#[derive(Debug, Object)]
pub struct Meeting {
    pub id: Uuid,
    pub start: Moment,
    pub end: Moment,
    /// Room or address.
    pub location: String,
    /// Where to take part online. Null as well for a token that may neither plan nor enrol people.
    pub link: Option<String>,
}

/// How full a session is.
#[derive(Debug, Object)]
pub struct Seats {
    /// Null: no limit.
    pub capacity: Option<i32>,
    /// Confirmed places, places that are offered to somebody, and held ones.
    pub taken: i32,
    /// Of these, held for the people of a department, without a name yet.
    pub held: i32,
    pub waiting: i32,
}

impl Session {
    /// As the actor may see it.
    fn of(
        actor: &Actor,
        session: session::Model,
        meetings: Vec<meeting::Model>,
        trainers: &[person::Model],
    ) -> Self {
        let meeting = |row: meeting::Model| Meeting {
            id: row.id.0,
            start: row.starts_at.into(),
            end: row.ends_at.into(),
            location: row.location,
            link: row.link.filter(|_| actor.may_follow_links()),
        };
        Self {
            id: session.id.0,
            workshop_id: session.workshop_id.0,
            state: session.state.into(),
            meetings: meetings.into_iter().map(meeting).collect(),
            seats: Seats {
                capacity: session.capacity,
                taken: session.taken,
                held: session.held,
                waiting: session.waiting,
            },
            minimum: session.minimum,
            trainer_ids: trainers.iter().map(|trainer| trainer.id.0).collect(),
            enrolment_opens: session.enrolment_opens.map(Into::into),
            enrolment_closes: session.enrolment_closes.map(Into::into),
            audience: session.audience,
            decide_by: session.decide_by.map(Into::into),
            draw_at: session.draw_at.map(Into::into),
            drawn_at: session.drawn_at.map(Into::into),
            cost_cents: session.cost_cents.filter(|_| actor.may_plan()),
        }
    }
}

/// A session that was found, as whoever asks may see it.
fn shown(caller: &Caller, details: Details) -> Session {
    Session::of(&caller.actor, details.session, details.meetings, &details.trainers)
}

/// The operations on sessions.
pub struct Sessions;

#[OpenApi(tag = "Tag::Sessions")]
impl Sessions {
    /// Sessions in order of start.
    #[oai(path = "/sessions", method = "get", operation_id = "list-sessions")]
    #[allow(clippy::too_many_arguments, reason = "each is a parameter of the address")]
    async fn list(
        &self,
        caller: Caller,
        limit: Query<Option<u32>>,
        cursor: Query<Option<String>>,
        #[oai(name = "workshopId")] workshop: Query<Option<Uuid>>,
        /// Starts at or after this moment.
        from: Query<Option<Moment>>,
        /// Starts before this moment.
        until: Query<Option<Moment>>,
        /// Whether one can enrol now.
        open: Query<Option<bool>>,
    ) -> Result<Json<List<Session>>, Problem> {
        let window = Window::new(limit.map(u64::from), cursor.as_deref())?;
        let filter = Filter {
            workshop: workshop.map(WorkshopId),
            from: from.map(|at| at.0),
            until: until.map(|at| at.0),
            open: *open,
            all_states: caller.actor.may_plan(),
            ..Filter::default()
        };
        let page = agenda::list(&caller.house.db.reader, &filter, &window, caller.house.now()).await?;
        let actor = &caller.actor;
        Ok(List::of(page, |item| Session::of(actor, item.session, item.meetings, &item.trainers)))
    }

    /// Plan a session.
    #[oai(path = "/sessions", method = "post", operation_id = "plan-session")]
    async fn plan(&self, caller: Caller, body: Body<NewSession>) -> Result<Created<Session>, Problem> {
        let draw_at = body.0.draw_at.as_ref().map(|at| at.0);
        let plan = &body.0.plan();
        let planned = |change: Arc<Change>| async move {
            let id = verb::plan(&change, plan).await?;
            draw::set(&change, id, draw_at).await?;
            Ok(id)
        };
        let id = caller.house.write_once(&caller.actor, caller.key.as_ref(), planned).await?;
        let session = verb::details(&caller.house.db.reader, id, caller.house.now()).await?;
        Ok(Created::At(Json(shown(&caller, session)), format!("/api/v1/sessions/{id}")))
    }

    /// One session with its seats.
    #[oai(path = "/sessions/:id", method = "get", operation_id = "show-session")]
    async fn show(&self, caller: Caller, id: Path<Uuid>) -> Result<Json<Session>, Problem> {
        let details = verb::details(&caller.house.db.reader, SessionId(id.0), caller.house.now()).await?;
        if details.session.state == State::Planned && !caller.actor.may_plan() {
            return Err(Error::Missing("session").into());
        }
        Ok(Json(shown(&caller, details)))
    }
}
