//! One session for those who run it: facts, participants, queue, and for planners the ways to enrol and withdraw.

use std::collections::HashMap;

use entity::{
    enrolment::{self, EnrolmentStatus},
    id::SessionId,
    person,
    session::SessionState,
};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{
    candidate::Search,
    held_seats,
    needs::{self, Told},
    participant_line::{Line, Offices},
    session_draw::Drawn,
    session_facts::Facts,
    touched::{self, Overlap},
};
use crate::{
    domain::{
        error::{Error, Result},
        learning::{
            clash, roll,
            session::{self, Details, MeetingPlan},
            waiting_list,
        },
    },
    web::{context::Context, sentence::Sentence, view::View},
};

/// One session.
#[derive(Serialize)]
pub struct Room {
    session: Facts,
    /// Other sessions in the same room at the same time.
    rooms: Vec<Overlap>,
    participants: Vec<Line>,
    /// Who takes part in a draw that is still to come.
    requests: Vec<Line>,
    drawn: Option<Drawn>,
    /// Seats that are held for departments.
    held: Vec<held_seats::Line>,
    queue: Vec<Line>,
    ended: Vec<Line>,
    /// Nothing for a trainer, who looks on.
    search: Option<Search>,
}

impl View for Room {
    const TEMPLATE: &'static str = "desk/session/show.html";

    fn title(&self) -> Sentence {
        Sentence::plain(&*self.session.title)
    }

    fn samples() -> Vec<Self> {
        use EnrolmentStatus::{Confirmed, Offered, Requested, Waiting, Withdrawn};
        let full = |state, search| Self {
            session: Facts::sample(state),
            rooms: vec![Overlap::sample("Zaal 2")],
            participants: vec![Line::sample("Fenna de Boer", Confirmed), Line::sample("Sem Bakker", Offered)],
            requests: vec![Line::sample("Lotte Visser", Requested)],
            drawn: Some(Drawn::sample()),
            held: vec![held_seats::Line::sample()],
            queue: vec![Line::sample("Noor el Amrani", Waiting)],
            ended: vec![Line::sample("Daan van der Velde", Withdrawn)],
            search,
        };
        let empty = |state| Self {
            rooms: Vec::new(),
            participants: Vec::new(),
            requests: Vec::new(),
            drawn: None,
            held: Vec::new(),
            queue: Vec::new(),
            ended: Vec::new(),
            ..full(state, Some(Search::sample("", &[])))
        };
        vec![
            full(SessionState::Open, Some(Search::sample("en", &["Fenna", "Noor"]))),
            full(SessionState::Open, Some(Search::sample("qq", &[]))),
            full(SessionState::Open, None),
            empty(SessionState::Planned),
            empty(SessionState::CalledOff),
        ]
    }
}

/// One session, for planners and for the trainers who give it; for others it does not exist.
#[handler]
pub async fn show(cx: Context, Path(id): Path<SessionId>) -> poem::Result<Response> {
    let planner = cx.actor().may_plan();
    if !planner && !session::trains(cx.db(), id, cx.me()?).await? {
        return Err(Error::Missing("session").into());
    }
    cx.page(&room(&cx, id, planner).await?)
}

async fn room(cx: &Context, id: SessionId, planner: bool) -> Result<Room> {
    let details = session::details(cx.db(), id, cx.now()).await?;
    let rows = roll::with_people(cx.db(), id).await?;
    let queue = waiting_list::queue(cx.db(), id).await?;
    let places: HashMap<_, _> = queue.iter().enumerate().map(|(at, row)| (row.id, at + 1)).collect();
    let people: Vec<_> = rows.iter().map(|(_, person)| person.id).collect();
    let offices = Offices::of(cx, &people).await?;
    let needs = needs::told(cx, id, &rows).await?;
    let line = |(row, person): &(enrolment::Model, person::Model)| Line {
        position: places.get(&row.id).copied(),
        override_reason: row.override_reason.clone().filter(|_| planner),
        withdrawal_reason: row.withdrawal_reason.clone().filter(|_| planner),
        needs: needs.get(&row.id).map(Told::from),
        ..Line::new(row, person, &offices)
    };
    let lines: Vec<Line> = rows.iter().map(line).collect();
    let (ended, alive): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| !line.status.alive());
    let (requests, alive): (Vec<_>, Vec<_>) =
        alive.into_iter().partition(|line| line.status == EnrolmentStatus::Requested);
    let (mut queue, participants): (Vec<_>, Vec<_>) =
        alive.into_iter().partition(|line| line.position.is_some());
    queue.sort_by_key(|line| line.position);
    let here: Vec<_> =
        rows.iter().filter(|(row, _)| row.status.alive()).map(|(row, _)| row.person_id).collect();
    let search = if planner { Some(Search::asked(cx, &here).await?) } else { None };
    let rooms = rooms(cx, &details).await?;
    Ok(Room {
        session: Facts::new(&details, cx.now()).with_requests(requests.len()),
        rooms,
        participants,
        requests,
        drawn: Drawn::of(&details.session, &rows),
        held: if planner { held_seats::Line::of(cx, &details.session).await? } else { Vec::new() },
        queue,
        ended,
        search,
    })
}

/// Who else uses the room, as long as it matters.
async fn rooms(cx: &Context, details: &Details) -> Result<Vec<Overlap>> {
    if details.session.state == SessionState::CalledOff || details.session.ends_at <= cx.now() {
        return Ok(Vec::new());
    }
    let plans: Vec<_> = details.meetings.iter().map(MeetingPlan::from).collect();
    Ok(touched::rooms(&clash::of_rooms(cx.db(), Some(details.session.id), &plans).await?))
}
