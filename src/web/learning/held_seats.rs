//! Seats that are held for a department: holding them, giving them names, giving them back.

use chrono::{DateTime, Utc};
use entity::{
    enrolment::EnrolmentStatus,
    id::{DepartmentId, HeldSeatId, PersonId, SessionId},
};
use http::StatusCode;
use poem::{IntoResponse as _, Response, handler, web::Path};
use serde::Serialize;

use super::{
    card::{Seats, Span, address, first_period},
    participant_line::Offices,
    session_choose::Choice,
};
use crate::{
    domain::{
        error::{Error, Result},
        learning::{
            agenda::Item,
            approval, draw,
            held_seat::{self, Held, Hold},
            sight, team,
        },
        page::Window,
        people::{
            department,
            directory::{self, Filter},
            person::full_name,
        },
    },
    web::{context::Context, error, form::Form, key, refill::FormView, sentence::Sentence, view::View},
};

/// A search that finds more is asked to be narrower.
const MOST_FOUND: u64 = 10;
/// More than any hall holds.
const MOST_SEATS: i32 = 10_000;

/// Held seats, in a list on the page of their session.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    pub(super) href: String,
    pub(super) department: String,
    pub(super) seats: i32,
    pub(super) until: DateTime<Utc>,
}

impl Line {
    fn new(held: &Held) -> Self {
        Self {
            href: format!("/held-seats/{}", held.row.id),
            department: held.department.name.clone(),
            seats: held.row.seats,
            until: held.row.releases_at,
        }
    }

    /// What is held of a session, as far as the viewer holds it or plans.
    pub(super) async fn of(cx: &Context, session: &entity::session::Model) -> Result<Vec<Self>> {
        let held = held_seat::of_session(cx.db(), cx.actor(), session, cx.now()).await?;
        Ok(held.iter().map(Self::new).collect())
    }

    /// For samples.
    pub(super) fn sample() -> Self {
        Self {
            href: "/held-seats/0190a1b2-0000-7000-8000-000000000004".into(),
            department: "Vergunningen".into(),
            seats: 4,
            until: Span::sample(-7).start,
        }
    }
}

/// Whether the viewer can hold seats of a session.
pub(super) fn may_hold(cx: &Context, item: &Item) -> bool {
    let session = &item.session;
    let who = cx.actor().may_enrol_anyone() || !cx.actor().departments.is_empty();
    let open = crate::domain::learning::rule::open(session, cx.now(), false).is_ok();
    who && open && session.capacity.is_some() && !draw::collects(session)
}

/// The form.
#[derive(Serialize)]
pub struct New {
    form: FormView,
    title: String,
    period: Span,
    session: String,
    action: String,
    seats: Seats,
    /// How many heads may hold together; nothing for who plans.
    most: Option<i32>,
    held: i32,
    departments: Vec<Choice>,
}

impl View for New {
    const TEMPLATE: &'static str = "learning/held_seat/new.html";

    fn title(&self) -> Sentence {
        Sentence::new("hold-title")
    }

    fn samples() -> Vec<Self> {
        let sample = |form: FormView, most| Self {
            form,
            title: "Het eerste contact".into(),
            period: Span::sample(0),
            session: "/sessions/0190a1b2-0000-7000-8000-000000000001".into(),
            action: "/sessions/0190a1b2-0000-7000-8000-000000000001/held-seats".into(),
            seats: Seats::sample("take"),
            most,
            held: 2,
            departments: vec![Choice { value: "1".into(), label: "Vergunningen".into() }],
        };
        vec![
            sample(FormView::new().with("days", "7"), Some(6)),
            sample(FormView::new().wrong("seats", "Vul dit in."), None),
        ]
    }
}

/// The form for a session that the viewer sees.
#[handler]
pub async fn new(cx: Context, Path(id): Path<SessionId>) -> poem::Result<Response> {
    let item = sight::find(cx.db(), cx.actor(), id, cx.now()).await?;
    let day = |at| cx.house().policy.day(at);
    let days = held_seat::proposed(day(item.session.starts_at), day(cx.now()));
    let form = FormView::new().with("days", days.to_string());
    cx.page(&form_of(&cx, &item, form).await?)
}

async fn form_of(cx: &Context, item: &Item, form: FormView) -> Result<New> {
    let tree = cx.tree().await?;
    let planner = cx.actor().may_enrol_anyone();
    let mine = |id: &DepartmentId| planner || cx.actor().leads(&[*id]);
    let nodes = tree.nodes();
    let departments = nodes.iter().filter(|node| mine(&node.department.id));
    let choice = |node: &department::Node<'_>| Choice {
        value: node.department.id.to_string(),
        label: node.department.name.clone(),
    };
    let most = item.session.capacity.map(|n| n * i32::from(cx.house().policy.held_percent) / 100);
    Ok(New {
        form,
        title: item.workshop.title.clone(),
        period: first_period(item),
        session: address(item.session.id),
        action: format!("{}/held-seats", address(item.session.id)),
        seats: Seats::from(item),
        most: most.filter(|_| !planner),
        held: item.session.held,
        departments: departments.map(choice).collect(),
    })
}

/// Holds seats.
#[handler]
pub async fn create(cx: Context, Path(id): Path<SessionId>, form: Form) -> poem::Result<Response> {
    let item = sight::find(cx.db(), cx.actor(), id, cx.now()).await?;
    match held(&cx, id, &form).await {
        Ok(hold) => {
            let said = Sentence::new("hold-said-held");
            Ok(cx.go(format!("/held-seats/{hold}")).saying(said).into())
        }
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &form_of(&cx, &item, kept).await?)
        }
    }
}

async fn held(cx: &Context, session: SessionId, form: &Form) -> Result<HeldSeatId> {
    let mut read = form.read();
    let department = read.choice("department", |text| text.parse::<DepartmentId>().ok());
    let department = read.needed("department", department);
    let seats = read.number("seats", 1, MOST_SEATS);
    let seats = read.needed("seats", seats);
    let days = read.number("days", 0, held_seat::MOST_DAYS);
    let days = read.needed("days", days);
    read.done()?;
    let (Some(department), Some(seats), Some(days_before)) = (department, seats, days) else {
        return Err(Error::Missing("department"));
    };
    let hold = &Hold { session, department, seats, days_before };
    cx.write_once(form, |change| async move { held_seat::hold(&change, hold).await }).await
}

/// Held seats, with whom they can be given to.
#[derive(Serialize)]
pub struct Show {
    line: Line,
    title: String,
    period: Span,
    session: String,
    /// They came free, or all have a name.
    over: bool,
    /// A head's name is enough.
    names: bool,
    text: String,
    found: Vec<Found>,
    more: bool,
    wrong: Option<String>,
    key: String,
}

/// Somebody of the department.
#[derive(Clone, Debug, Serialize)]
struct Found {
    id: String,
    name: String,
    departments: Vec<String>,
    /// Has a place here already, and cannot get another.
    here: bool,
}

impl View for Show {
    const TEMPLATE: &'static str = "learning/held_seat/show.html";

    fn title(&self) -> Sentence {
        Sentence::new("hold-names-title")
    }

    fn samples() -> Vec<Self> {
        let found = |here| Found {
            id: "1".into(),
            name: "Sem Bakker".into(),
            departments: vec!["Vergunningen".into()],
            here,
        };
        let sample = |over, found: Vec<Found>, wrong: Option<&str>| Self {
            line: Line::sample(),
            title: "Het eerste contact".into(),
            period: Span::sample(0),
            session: "/sessions/0190a1b2-0000-7000-8000-000000000001".into(),
            over,
            names: wrong.is_none(),
            text: if found.is_empty() { "qq".into() } else { String::new() },
            more: found.len() > 1,
            found,
            wrong: wrong.map(Into::into),
            key: "k".into(),
        };
        vec![
            sample(false, vec![found(false), found(true)], None),
            sample(false, vec![], Some("Op dat moment is er al iets anders.")),
            sample(true, vec![], None),
        ]
    }
}

/// Held seats, for who heads the department and for planners; others do not exist.
#[handler]
pub async fn show(cx: Context, Path(id): Path<HeldSeatId>) -> poem::Result<Response> {
    cx.page(&view(&cx, id, None).await?)
}

async fn view(cx: &Context, id: HeldSeatId, wrong: Option<String>) -> Result<Show> {
    let held = held_seat::find(cx.db(), cx.actor(), id).await?;
    let item = sight::find(cx.db(), cx.actor(), held.row.session_id, cx.now()).await?;
    let over = held.row.ended_at.is_some() || held.row.releases_at <= cx.now();
    let text = cx.query().search("search");
    let (found, more) = if over { (Vec::new(), false) } else { found(cx, &held, &text).await? };
    let rule = approval::rule_of(cx.db(), item.workshop.id).await?;
    let alone = rule != entity::workshop::ApprovalRule::HeadThenManager || cx.actor().may_enrol_anyone();
    Ok(Show {
        line: Line::new(&held),
        title: item.workshop.title.clone(),
        period: first_period(&item),
        session: address(item.session.id),
        over,
        names: alone,
        text,
        found,
        more,
        wrong,
        key: key::fresh(),
    })
}

async fn found(cx: &Context, held: &Held, text: &str) -> Result<(Vec<Found>, bool)> {
    let filter =
        Filter { search: text.to_owned(), department: Some(held.department.id), ..Filter::default() };
    let window = Window { limit: MOST_FOUND, after: None };
    let today = cx.house().policy.day(cx.now());
    let page = directory::list(cx.db(), cx.actor(), &filter, &window, today).await?;
    let ids: Vec<_> = page.items.iter().map(|entry| entry.person.id).collect();
    let offices = Offices::of(cx, &ids).await?;
    let here = team::in_session(cx.db(), held.row.session_id, &ids).await?;
    let found = |entry: &directory::Entry| Found {
        id: entry.person.id.to_string(),
        name: full_name(&entry.person),
        departments: offices.names(entry.person.id),
        here: here
            .get(&entry.person.id)
            .is_some_and(|row| row.status.seated() || row.status == EnrolmentStatus::Requested),
    };
    Ok((page.items.iter().map(found).collect(), page.next.is_some()))
}

/// Gives one of the seats to somebody.
#[handler]
pub async fn name(cx: Context, Path(id): Path<HeldSeatId>, form: Form) -> poem::Result<Response> {
    held_seat::find(cx.db(), cx.actor(), id).await?;
    let person: PersonId = form.text("person").parse().map_err(|_| Error::Missing("person"))?;
    let today = cx.house().policy.day(cx.now());
    let who = directory::find(cx.db(), cx.actor(), person, today).await?;
    match cx.write_once(&form, |change| async move { held_seat::name(&change, id, person).await }).await {
        Ok(_) => {
            let said = Sentence::new("hold-said-named").with("name", full_name(&who));
            Ok(cx.go(format!("/held-seats/{id}")).saying(said).into_response())
        }
        Err(Error::Refused(no)) => {
            let name = Sentence::new("team-refused").with("name", full_name(&who));
            let wrong = format!("{} {}", cx.say(&name), error::refusal(&cx, &no));
            cx.page_as(StatusCode::CONFLICT, &view(&cx, id, Some(wrong)).await?)
        }
        Err(error) => Err(error.into()),
    }
}

/// Gives the seats back.
#[handler]
pub async fn release(cx: Context, Path(id): Path<HeldSeatId>, form: Form) -> poem::Result<Response> {
    let held = held_seat::find(cx.db(), cx.actor(), id).await?;
    match cx.write_once(&form, |change| async move { held_seat::release(&change, id).await }).await {
        Ok(()) => {
            let said = Sentence::new("hold-said-released");
            Ok(cx.go(address(held.row.session_id)).saying(said).into_response())
        }
        Err(Error::Refused(no)) => {
            let wrong = Some(error::refusal(&cx, &no));
            cx.page_as(StatusCode::CONFLICT, &view(&cx, id, wrong).await?)
        }
        Err(error) => Err(error.into()),
    }
}
