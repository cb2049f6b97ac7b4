//! On the page of a session, for a head: enrolling somebody of the team.

use entity::{
    enrolment::{EnrolmentStatus, Origin},
    id::{PersonId, SessionId},
    session as session_table,
};
use http::StatusCode;
use poem::{IntoResponse as _, Response, handler, web::Path};
use serde::Serialize;

use super::{
    card::{Badge, address},
    participant_line::Offices,
    session,
};
use crate::{
    domain::{
        error::{Error, Result},
        learning::{
            agenda::{self, Item},
            draw,
            enrolment::{self, Placement, TakePlace},
            rule, team,
        },
        page::Window,
        people::{
            directory,
            person::{Person, full_name},
        },
    },
    web::{context::Context, error, form::Form, key, sentence::Sentence},
};

/// A search that finds more is asked to be narrower.
const MOST_FOUND: u64 = 6;

/// Whom a head can enrol.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    here: String,
    text: String,
    key: String,
    found: Vec<Found>,
    more: bool,
    /// Why the last try did not work.
    pub(super) wrong: Option<String>,
}

/// Somebody of the team.
#[derive(Clone, Debug, Serialize)]
struct Found {
    id: String,
    name: String,
    departments: Vec<String>,
    /// What they have here already, and where that is shown.
    badge: Option<Badge>,
    href: Option<String>,
}

impl Choice {
    /// For a head, as long as one can enrol.
    pub(super) async fn of(cx: &Context, item: &Item) -> Result<Option<Self>> {
        if cx.actor().departments.is_empty() || rule::open(&item.session, cx.now(), false).is_err() {
            return Ok(None);
        }
        let text = cx.query().search("team");
        let window = Window { limit: MOST_FOUND, after: None };
        let today = cx.house().policy.day(cx.now());
        let filter = team::filter(cx.actor(), &text);
        let page = directory::list(cx.db(), cx.actor(), &filter, &window, today).await?;
        let more = page.next.is_some();
        let people = page.items.into_iter().map(|entry| entry.person);
        let people: Vec<Person> = people.filter(|person| Some(person.id) != cx.actor().person).collect();
        let found = found(cx, &item.session, &people).await?;
        Ok(Some(Self { here: address(item.session.id), text, key: key::fresh(), found, more, wrong: None }))
    }

    /// For samples.
    pub(super) fn sample(names: &[&str], wrong: bool) -> Self {
        let found = |(at, name): (usize, &&str)| Found {
            id: at.to_string(),
            name: (*name).into(),
            departments: vec!["Vergunningen".into()],
            badge: (at > 0).then(|| Badge { kind: "ok", text: "Plek".into() }),
            href: (at > 0).then(|| "/team/enrolments/0190a1b2-0000-7000-8000-000000000002".into()),
        };
        Self {
            here: "/sessions/0190a1b2-0000-7000-8000-000000000001".into(),
            text: if names.is_empty() { "qq".into() } else { String::new() },
            key: "k".into(),
            found: names.iter().enumerate().map(found).collect(),
            more: names.len() > 1,
            wrong: wrong.then(|| "Op dat moment is er al een plaats in “Helder schrijven”.".into()),
        }
    }
}

async fn found(cx: &Context, session: &session_table::Model, people: &[Person]) -> Result<Vec<Found>> {
    let ids: Vec<_> = people.iter().map(|person| person.id).collect();
    let offices = Offices::of(cx, &ids).await?;
    let here = team::in_session(cx.db(), session.id, &ids).await?;
    let found = |person: &Person| {
        let row = here.get(&person.id);
        Found {
            id: person.id.to_string(),
            name: full_name(person),
            departments: offices.names(person.id),
            badge: row.map(|row| Badge::of_colleague(cx, row, draw::collects(session))),
            href: row.map(|row| format!("/team/enrolments/{}", row.id)),
        }
    };
    Ok(people.iter().map(found).collect())
}

/// Enrols somebody of the team, as far as the rules let them.
#[handler]
pub async fn enrol(cx: Context, Path(id): Path<SessionId>, form: Form) -> poem::Result<Response> {
    let who = of_team(&cx, form.text("person")).await?;
    let wish = &TakePlace {
        session: id,
        person: who.id,
        origin: Origin::Head,
        short_notice: form.has("short-notice"),
        override_reason: None,
    };
    let take = |change: std::sync::Arc<_>| async move { enrolment::take_place(&change, wish).await };
    match cx.write_once(&form, take).await {
        Ok(placement) => {
            let item = agenda::find(cx.db(), id, cx.now()).await?;
            let drawn = draw::collects(&item.session);
            Ok(cx.go(address(id)).saying(said(&who, &placement, drawn)).into_response())
        }
        Err(Error::Refused(no)) => {
            let mut view = session::view(&cx, id).await?;
            let name = Sentence::new("team-refused").with("name", full_name(&who));
            let wrong = format!("{} {}", cx.say(&name), error::refusal(&cx, &no));
            match &mut view.team {
                Some(choice) => choice.wrong = Some(wrong),
                None => return Err(Error::Refused(no).into()),
            }
            cx.page_as(StatusCode::CONFLICT, &view)
        }
        Err(error) => Err(error.into()),
    }
}

/// Somebody whom the viewer heads; nobody else exists.
pub(super) async fn of_team(cx: &Context, id: &str) -> Result<Person> {
    let id: PersonId = id.parse().map_err(|_| Error::Missing("person"))?;
    let today = cx.house().policy.day(cx.now());
    if !team::leads(cx.db(), cx.actor(), id, today).await? {
        return Err(Error::Missing("person"));
    }
    directory::find(cx.db(), cx.actor(), id, today).await
}

/// What became of it. Who has no address is told by the head.
fn said(who: &Person, placement: &Placement, drawn: bool) -> Sentence {
    let key = match placement.status {
        EnrolmentStatus::Requested if drawn => "team-said-requested",
        EnrolmentStatus::Requested => "team-said-asked",
        _ if placement.position.is_some() => "team-said-waiting",
        _ => "team-said-confirmed",
    };
    let sentence = Sentence::new(key).with("name", full_name(who));
    let sentence = sentence.with("mail", if who.email.is_some() { "yes" } else { "no" });
    match placement.position {
        Some(position) => sentence.with("position", position),
        None => sentence,
    }
}
