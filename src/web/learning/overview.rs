//! A department on one screen, for its head: who is in a hurry, where places are short, what waits for a decision, and who
//! is away when.

use serde::Serialize;

use chrono::TimeDelta;
use poem::{Response, handler};
use tokio::try_join;

use super::{
    approval,
    assignment::{self, Room, Team},
    assignment_line::Person,
    away::Day,
    date_wish,
    held_nameless::Nameless,
    participant_line::Offices,
    shortage::{self, Short, Standing},
    suggested::Suggested,
    team::moment,
};
use crate::{
    domain::{
        error::Result,
        learning::{
            approval::list,
            away, date_wish as wishes,
            duty::{
                list::{Line, State},
                pass,
                urgent::Hurry,
            },
            held_soon, suggestion,
        },
        page::Window,
    },
    web::{context::Context, sentence::Sentence, view::View},
};

/// Lines of one part; the rest is a click away.
const FEW: u64 = 8;
/// Requests that are shown whole.
const REQUESTS: u64 = 3;
/// So far ahead one sees who is away.
const AHEAD: TimeDelta = TimeDelta::weeks(4);
/// How long a summary is a reason to suggest something.
const LATELY: TimeDelta = TimeDelta::days(90);
/// Absences that are read. A larger department sees the first days of the four weeks.
const MOST_AWAY: u64 = 200;

/// The page.
#[derive(Serialize)]
pub struct Overview {
    hurry: Hurry,
    people: Vec<Person>,
    teams: Vec<Team>,
    shortages: Vec<Short>,
    /// How many requests wait, and the oldest of them.
    waiting: u64,
    requests: Vec<approval::Line>,
    held: Vec<Nameless>,
    /// Dates that were asked of the programme.
    wishes: Vec<date_wish::Line>,
    /// Workshops for what the own teams spoke of lately.
    suggestions: Vec<Suggested>,
    away: Vec<Day>,
    /// There are more absences than are shown.
    more_away: bool,
}

impl View for Overview {
    const TEMPLATE: &'static str = "learning/team/overview.html";

    fn title(&self) -> Sentence {
        Sentence::new("overview-title")
    }

    fn samples() -> Vec<Self> {
        let nothing = || Self {
            hurry: Hurry::default(),
            people: vec![],
            teams: vec![],
            shortages: vec![],
            waiting: 0,
            requests: vec![],
            held: vec![],
            wishes: vec![],
            suggestions: vec![],
            away: vec![],
            more_away: false,
        };
        let full = Self {
            hurry: Hurry { overdue: 1, soon: 4, no_date: 3 },
            people: vec![Person::sample(State::Overdue), Person::sample(State::Enrolled)],
            teams: vec![Team::sample(), Team::sample()],
            shortages: vec![Short::sample(1), Short::sample(3)],
            waiting: 4,
            requests: vec![approval::Line::sample(entity::approval::Step::Head, false)],
            held: vec![Nameless::sample()],
            wishes: ["open", "reply", "date"].map(date_wish::Line::sample).to_vec(),
            suggestions: vec![Suggested::sample()],
            away: Day::samples(),
            more_away: true,
        };
        vec![full, Self { waiting: 1, ..nothing() }, nothing()]
    }
}

/// The own department, with all below it.
#[handler]
pub async fn show(cx: Context) -> poem::Result<Response> {
    let room = Room::of(&cx);
    let (now, today) = moment(&cx);
    let departments = cx.actor().departments.as_slice();
    let standing = Standing::of_head(&cx, &room).await?;
    // None of these needs another's answer. Each asks a connection of its own, and holds none while it waits for the next:
    // requests that keep one and wait for more would wait for each other.
    cx.db().leave();
    let (pass, (waiting, requests), tree, held, away, wishes, suggested) = try_join!(
        pass::of_departments(cx.db(), departments, &standing.moment, FEW),
        requests(&cx),
        cx.tree(),
        held_soon::of_departments(cx.db(), departments, now, FEW),
        away::of_departments(cx.db(), departments, today, (now, now + AHEAD), MOST_AWAY),
        wishes::of_departments(cx.db(), departments, now, FEW),
        suggestion::lately(cx.db(), cx.actor(), now - LATELY),
    )?;
    let standing = standing.needing(pass.needs);
    let (shortages, people, teams) = try_join!(
        shortage::worst(&cx, &room, &standing),
        people(&cx, &pass.first),
        assignment::named(&cx, &pass.teams),
    )?;
    cx.page(&Overview {
        hurry: pass.hurry,
        people,
        teams,
        shortages: shortages.into_iter().map(|short| short.asked_of(&wishes)).collect(),
        wishes: wishes.iter().map(date_wish::Line::new).collect(),
        suggestions: suggested.iter().map(|one| Suggested::new(&cx, one)).collect(),
        waiting,
        requests,
        held: held.iter().filter_map(|one| Nameless::new(one, &tree)).collect(),
        more_away: u64::try_from(away.len()).unwrap_or(u64::MAX) >= MOST_AWAY,
        away: Day::all(&cx, &away, &tree),
    })
}

/// Who has to be first.
async fn people(cx: &Context, lines: &[Line]) -> Result<Vec<Person>> {
    let ids: Vec<_> = lines.iter().map(|line| line.person.id).collect();
    let offices = Offices::of(cx, &ids).await?;
    Ok(lines.iter().map(|line| Person::new(line, &offices)).collect())
}

/// How many requests wait for this head, and the oldest of them.
async fn requests(cx: &Context) -> Result<(u64, Vec<approval::Line>)> {
    let (waiting, _) = cx.waiting();
    if waiting == 0 {
        return Ok((0, Vec::new()));
    }
    let moment = moment(cx);
    let desk = list::Desk::of(cx.db(), cx.actor(), moment.1, false).await?;
    let window = Window { limit: REQUESTS, after: None };
    let page = list::list(cx.db(), &desk, &window, moment).await?;
    let ids: Vec<_> = page.items.iter().map(|one| one.person.id).collect();
    let offices = Offices::of(cx, &ids).await?;
    Ok((waiting, page.items.iter().map(|one| approval::Line::new(one, &offices)).collect()))
}
