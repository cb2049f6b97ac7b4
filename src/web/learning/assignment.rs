//! Targeted trainings of a head's own people, and for the programme of everybody: how far each is, and where places are short.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate};
use entity::id::*;
use poem::{Response, handler};
use serde::Serialize;

use crate::{
    domain::{
        error::Result,
        learning::{
            assignment::{self, Item, group},
            demand::{self, Dates, Demand, Part},
            duty::{
                extension,
                list::{self as duties, Counts, Filter, Moment, Need, State},
            },
        },
    },
    web::{
        context::Context,
        pager::{self, Pager},
        sentence::Sentence,
        view::View,
    },
};

/// Where one looks from: the own people of a head, or everybody.
#[derive(Clone, Debug)]
pub(super) struct Room {
    pub base: &'static str,
    pub duties: &'static str,
    pub extensions: &'static str,
    pub departments: Option<Vec<DepartmentId>>,
}

impl Room {
    pub(super) fn of(cx: &Context) -> Self {
        if cx.address().starts_with("/desk/") {
            let (base, duties) = ("/desk/assignments", "/desk/duties");
            return Self { base, duties, extensions: "/desk/extensions", departments: None };
        }
        let departments = Some(cx.actor().departments.clone());
        let (base, duties) = ("/team/assignments", "/team/duties");
        Self { base, duties, extensions: "/team/extensions", departments }
    }

    pub(super) fn filter(&self) -> Filter {
        Filter { departments: self.departments.clone(), ..Filter::default() }
    }

    pub(super) async fn part(&self, cx: &Context) -> Result<Part> {
        let Some(departments) = &self.departments else { return Ok(Part::Everybody) };
        Ok(demand::part(&*cx.tree().await?, departments))
    }

    /// Dates to come of these workshops, and the moment to ask lists with.
    pub(super) async fn moment(
        &self,
        cx: &Context,
        workshops: &[WorkshopId],
        part: &Part,
    ) -> Result<(Dates, Moment)> {
        demand::moment(cx.db(), workshops, part, (&cx.house().policy, cx.now())).await
    }
}

/// How many there are in each state, in the order of [`State::ALL`].
#[derive(Clone, Debug, Serialize)]
pub(super) struct Tally {
    pub total: u64,
    pub done: u64,
    pub states: Vec<Counted>,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct Counted {
    pub state: &'static str,
    pub count: u64,
}

impl Tally {
    pub(super) fn new(counts: &Counts) -> Self {
        let of = |state: State| counts.get(&state).copied().unwrap_or_default();
        let states = State::ALL.map(|state| Counted { state: state.code(), count: of(state) }).to_vec();
        Self { total: counts.values().sum(), done: of(State::Done), states }
    }

    pub(super) fn sample() -> Self {
        let counts = (1..).zip(State::ALL).map(|(count, state)| (state, count)).collect();
        Self::new(&counts)
    }
}

/// What is short of a workshop.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Shortage {
    pub workshop: String,
    pub people: u64,
    /// Nothing: no limit.
    pub seats: Option<u64>,
    pub shortage: u64,
    /// Where a planner plans a date.
    pub plan: Option<String>,
}

impl Shortage {
    pub(super) fn new(title: &str, demand: Demand, plan: Option<String>) -> Self {
        let Demand { people, seats, shortage, .. } = demand;
        Self { workshop: title.into(), people, seats, shortage, plan: plan.filter(|_| shortage > 0) }
    }

    pub(super) fn sample(shortage: u64) -> Self {
        let plan = (shortage > 1).then(|| "/desk/sessions/new?workshop=1".into());
        let seats = (shortage > 0).then_some(4);
        Self { workshop: "Helder schrijven".into(), people: 12, seats, shortage, plan }
    }
}

/// The assignments.
#[derive(Serialize)]
pub struct Index {
    base: &'static str,
    extensions: &'static str,
    rows: Vec<Row>,
    teams: Vec<Team>,
    pages: Pager,
    /// Wishes for more time that wait for an answer.
    asked: u64,
}

#[derive(Clone, Debug, Serialize)]
struct Row {
    id: String,
    title: String,
    due_on: Option<NaiveDate>,
    due_days: Option<i32>,
    tally: Tally,
    shortages: Vec<Shortage>,
}

/// The people who work in one department itself.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Team {
    id: String,
    name: String,
    tally: Tally,
    overdue: u64,
}

impl Team {
    /// For samples.
    pub(super) fn sample() -> Self {
        Self { id: "1".into(), name: "Vergunningen".into(), tally: Tally::sample(), overdue: 2 }
    }
}

impl View for Index {
    const TEMPLATE: &'static str = "learning/assignment/index.html";

    fn title(&self) -> Sentence {
        Sentence::new("assignments-title")
    }

    fn samples() -> Vec<Self> {
        let row = |days: Option<i32>, short| Row {
            id: format!("0190a1b2-0000-7000-8000-0000000000{:02}", days.unwrap_or(1)),
            title: "Helder schrijven".into(),
            due_on: days.is_none().then(|| DateTime::UNIX_EPOCH.date_naive()),
            due_days: days,
            tally: Tally::sample(),
            shortages: vec![Shortage::sample(short)],
        };
        let team = Team::sample();
        let face = |rows: Vec<Row>, teams: Vec<Team>| Self {
            base: "/team/assignments",
            extensions: "/team/extensions",
            pages: Pager::single(rows.len() as u64),
            asked: teams.len() as u64,
            rows,
            teams,
        };
        vec![face(vec![row(None, 3), row(Some(60), 0)], vec![team]), face(vec![], vec![])]
    }
}

/// The assignments with how far they are.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let room = Room::of(&cx);
    let today = cx.house().policy.day(cx.now());
    let departments = room.departments.as_deref();
    let page = assignment::list(cx.db(), cx.actor(), departments, &pager::window(&cx)?, today).await?;
    let total = assignment::count(cx.db(), cx.actor(), departments, today).await?;
    let pages = Pager::new(&cx, &page, total);
    let workshops: Vec<_> = page.items.iter().flat_map(|item| &item.workshops).map(|one| one.id).collect();
    let part = room.part(&cx).await?;
    let (dates, moment) = room.moment(&cx, &workshops, &part).await?;
    let counts = duties::by_assignment(cx.db(), &room.filter(), &moment).await?;
    let needs = duties::needs(cx.db(), &room.filter(), &moment).await?;
    let items: Vec<_> = page.items.iter().map(|item| item.row.id).collect();
    let reserved = reserved(&cx, &room, &items).await?;
    let row = |item: &Item| Row {
        id: item.row.id.to_string(),
        title: item.title.clone(),
        due_on: item.row.due_on,
        due_days: item.row.due_days,
        tally: Tally::new(counts.get(&item.row.id).unwrap_or(&Counts::new())),
        shortages: shortages(&cx, item, &needs, (&dates, &part, &moment), &reserved),
    };
    let rows = page.items.iter().map(row).collect();
    let teams = teams(&cx, &room, &moment).await?;
    let asked = extension::count(cx.db(), departments, today).await?;
    cx.page(&Index { base: room.base, extensions: room.extensions, rows, teams, pages, asked })
}

/// What is short of an assignment, of each of its workshops.
pub(super) fn shortages(
    cx: &Context,
    item: &Item,
    needs: &[Need],
    (dates, part, moment): (&Dates, &Part, &Moment),
    reserved: &HashMap<AssignmentId, String>,
) -> Vec<Shortage> {
    let audience = reserved.get(&item.row.id).cloned().unwrap_or_default();
    let of =
        |id: WorkshopId| needs.iter().find(move |need| need.assignment == item.row.id && need.workshop == id);
    let short = |one: &entity::workshop::Model| {
        let demand = dates.against(part, of(one.id)?, moment);
        let query = [("workshop", one.id.to_string()), ("audience", audience.clone())];
        let query = serde_urlencoded::to_string(query).unwrap_or_default();
        let plan = cx.actor().may_plan().then(|| format!("/desk/sessions/new?{query}"));
        Some(Shortage::new(&one.title, demand, plan))
    };
    item.workshops.iter().filter_map(short).collect()
}

/// The departments for whom a date would be reserved: the tops of those that a head has. For everybody: no such words.
pub(super) async fn audience(cx: &Context, room: &Room) -> Result<String> {
    let Some(departments) = &room.departments else { return Ok(String::new()) };
    let tree = cx.tree().await?;
    let top = |id: &&DepartmentId| {
        let parent = tree.get(**id).and_then(|one| one.parent_id);
        parent.is_none_or(|parent| !departments.contains(&parent))
    };
    let names: Vec<_> =
        departments.iter().filter(top).filter_map(|id| tree.get(*id)).map(|one| one.name.clone()).collect();
    Ok(names.join(", "))
}

/// For whom a date of each of these would be reserved: a head plans for the own departments, the desk for those of the
/// assignment. Nobody is left out of one that is not for whole departments.
pub(super) async fn reserved(
    cx: &Context,
    room: &Room,
    items: &[AssignmentId],
) -> Result<HashMap<AssignmentId, String>> {
    if room.departments.is_some() {
        let own = audience(cx, room).await?;
        return Ok(items.iter().map(|id| (*id, own.clone())).collect());
    }
    let tree = cx.tree().await?;
    let names = |ids: Vec<DepartmentId>| {
        let names: Vec<_> = ids.iter().filter_map(|id| tree.get(*id)).map(|one| one.name.clone()).collect();
        names.join(", ")
    };
    let of = group::departments_of(cx.db(), items).await?;
    Ok(of.into_iter().map(|(id, departments)| (id, names(departments))).collect())
}

/// How far each team is, by name.
async fn teams(cx: &Context, room: &Room, moment: &Moment) -> Result<Vec<Team>> {
    named(cx, &duties::by_team(cx.db(), &room.filter(), moment).await?).await
}

/// Teams with their names, in order of these.
pub(super) async fn named(cx: &Context, counts: &HashMap<DepartmentId, Counts>) -> Result<Vec<Team>> {
    let ids: Vec<_> = counts.keys().copied().collect();
    let names: HashMap<_, _> = duties::team_names(cx.db(), &ids).await?;
    let team = |(id, counts): (&DepartmentId, &Counts)| {
        let overdue = counts.get(&State::Overdue).copied().unwrap_or_default();
        Some(Team { id: id.to_string(), name: names.get(id)?.clone(), tally: Tally::new(counts), overdue })
    };
    let mut teams: Vec<_> = counts.iter().filter_map(team).collect();
    teams.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(teams)
}
