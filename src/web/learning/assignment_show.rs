//! One assignment: who stands where, as a page and as a file.

use chrono::{DateTime, NaiveDate};
use entity::id::*;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{
    assignment::{Room, Shortage, Tally, reserved, shortages},
    assignment_line::Person,
    participant_line::Offices,
    session_choose::Choice,
};
use crate::{
    domain::{
        error::Result,
        learning::{
            agenda,
            assignment::{self, Item},
            duty::list::{self as duties, Counts, Filter, Line, Moment, State},
        },
        page::{Page, Window},
        people::person::full_name,
    },
    table::Table,
    web::{
        context::Context,
        download::{self, Files},
        pager::{self, Pager},
        refill::FormView,
        sentence::Sentence,
        view::View,
    },
};

/// Dates that one can choose from on this page.
const DATES: u64 = 20;

/// One assignment.
#[derive(Serialize)]
pub struct Show {
    base: &'static str,
    duties: &'static str,
    id: String,
    title: String,
    reason: String,
    due_on: Option<NaiveDate>,
    due_days: Option<i32>,
    repeat_years: Option<i32>,
    tally: Tally,
    shortages: Vec<Shortage>,
    /// More than one workshop: each line says which.
    is_track: bool,
    state: String,
    team: Option<String>,
    people: Vec<Person>,
    pages: Pager,
    files: Files,
    dates: Vec<Choice>,
    form: FormView,
    /// The viewer may end and change it.
    manages: bool,
    /// Who was not enrolled, and why.
    skipped: Vec<Skipped>,
}

/// Somebody who was not enrolled.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Skipped {
    pub name: String,
    pub why: String,
}

impl View for Show {
    const TEMPLATE: &'static str = "learning/assignment/show.html";

    fn title(&self) -> Sentence {
        Sentence::plain(self.title.clone())
    }

    fn samples() -> Vec<Self> {
        let face = |people: Vec<Person>, manages: bool, state: &str| Self {
            base: "/team/assignments",
            duties: "/team/duties",
            id: "0190a1b2-0000-7000-8000-000000000001".into(),
            title: "Helder schrijven".into(),
            reason: "Bewoners begrijpen onze brieven niet.".into(),
            due_on: manages.then(|| DateTime::UNIX_EPOCH.date_naive()),
            due_days: (!manages).then_some(60),
            repeat_years: manages.then_some(2),
            tally: Tally::sample(),
            shortages: vec![Shortage::sample(3)],
            is_track: manages,
            state: state.into(),
            team: manages.then(|| "Vergunningen".into()),
            pages: Pager::single(people.len() as u64),
            files: Files::sample(),
            dates: people
                .iter()
                .map(|_| Choice { value: "1".into(), label: "3 december".into() })
                .take(1)
                .collect(),
            form: if manages { FormView::new() } else { FormView::new().wrong("session", "Kies een datum.") },
            skipped: people
                .iter()
                .take(1)
                .map(|one| Skipped { name: one.name.clone(), why: "Werkt hier dan niet meer.".into() })
                .collect(),
            people,
            manages,
        };
        let all = State::ALL.map(Person::sample).to_vec();
        vec![face(all, true, ""), face(Vec::new(), false, "done"), face(Vec::new(), false, "")]
    }
}

/// One assignment, its people narrowed by the state and team in the address.
#[handler]
pub async fn show(cx: Context, Path(id): Path<AssignmentId>) -> poem::Result<Response> {
    if let Some(format) = download::asked(&cx) {
        let table = file(&cx, id).await?;
        download::note(&cx, &table).await?;
        return download::answer(table, format).await;
    }
    cx.page(&view(&cx, id, (FormView::new(), Vec::new())).await?)
}

/// What is asked for: the assignment, the moment, and the filter of the address.
pub(super) struct Asked {
    room: Room,
    pub item: Item,
    pub moment: Moment,
    pub all: Filter,
    filter: Filter,
}

pub(super) async fn asked(cx: &Context, id: AssignmentId) -> Result<(Asked, Vec<Shortage>)> {
    let room = Room::of(cx);
    let today = cx.house().policy.day(cx.now());
    let item = assignment::find(cx.db(), cx.actor(), room.departments.as_deref(), id, today).await?;
    let workshops: Vec<_> = item.workshops.iter().map(|one| one.id).collect();
    let part = room.part(cx).await?;
    let (dates, moment) = room.moment(cx, &workshops, &part).await?;
    let all = Filter { assignment: Some(id), ..room.filter() };
    let needs = duties::needs(cx.db(), &all, &moment).await?;
    let reserved = reserved(cx, &room, &[id]).await?;
    let short = shortages(cx, &item, &needs, (&dates, &part, &moment), &reserved);
    let mut filter = Filter { state: State::from_code(cx.query().text("state")), ..all.clone() };
    if let Ok(team) = cx.query().text("team").parse::<DepartmentId>() {
        let own = room.departments.as_ref().is_none_or(|own| own.contains(&team));
        filter.departments = Some(if own { vec![team] } else { Vec::new() });
    }
    Ok((Asked { room, item, moment, all, filter }, short))
}

pub(super) async fn view(
    cx: &Context,
    id: AssignmentId,
    (form, skipped): (FormView, Vec<Skipped>),
) -> Result<Show> {
    let (Asked { room, item, moment, all, filter }, shortages) = asked(cx, id).await?;
    let counts = duties::by_assignment(cx.db(), &all, &moment).await?;
    let page = duties::list(cx.db(), &filter, &pager::window(cx)?, &moment).await?;
    let total = duties::count(cx.db(), &filter, &moment).await?;
    let pages = Pager::new(cx, &page, total);
    let people = people(cx, &page).await?;
    let team = match cx.query().text("team").parse::<DepartmentId>() {
        Ok(team) => duties::team_names(cx.db(), &[team]).await?.remove(&team),
        Err(_) => None,
    };
    Ok(Show {
        base: room.base,
        duties: room.duties,
        id: id.to_string(),
        manages: assignment::manages(cx.db(), cx.actor(), &item.row, moment.today).await?,
        dates: if people.iter().any(|one| one.can_enrol) { dates(cx, &item).await? } else { Vec::new() },
        title: item.title,
        reason: item.row.reason,
        due_on: item.row.due_on,
        due_days: item.row.due_days,
        repeat_years: item.row.repeat_years,
        tally: Tally::new(counts.get(&id).unwrap_or(&Counts::new())),
        shortages,
        is_track: item.workshops.len() > 1,
        state: filter.state.map_or_else(String::new, |state| state.code().into()),
        team,
        people,
        pages,
        files: Files::of(cx),
        form,
        skipped,
    })
}

async fn people(cx: &Context, page: &Page<Line>) -> Result<Vec<Person>> {
    let ids: Vec<_> = page.items.iter().map(|line| line.person.id).collect();
    let offices = Offices::of(cx, &ids).await?;
    Ok(page.items.iter().map(|line| Person::new(line, &offices)).collect())
}

/// The first dates to come of its workshops.
async fn dates(cx: &Context, item: &Item) -> Result<Vec<Choice>> {
    let window = Window { limit: DATES, after: None };
    let mut found = Vec::new();
    // A track has a handful of workshops.
    for workshop in &item.workshops {
        let filter = agenda::Filter {
            workshop: Some(workshop.id),
            open: Some(true),
            from: Some(cx.now()),
            ..agenda::Filter::default()
        };
        found.extend(agenda::list(cx.db(), &filter, &window, cx.now()).await?.items);
    }
    found.sort_by_key(|one| one.session.starts_at);
    let label = |one: &agenda::Item| {
        let when = cx.dates().moment(one.session.starts_at);
        let title =
            if item.workshops.len() > 1 { format!("{}, ", one.workshop.title) } else { String::new() };
        let free = one.session.capacity.map(|all| (all - one.session.taken - one.session.waiting).max(0));
        let free = match free {
            Some(free) => cx.say(&Sentence::new("assignment-date-free").with("free", free)),
            None => cx.say(&Sentence::new("part-seats-no-limit")),
        };
        format!("{title}{when} ({free})")
    };
    Ok(found.iter().map(|one| Choice { value: one.session.id.to_string(), label: label(one) }).collect())
}

/// Everybody whom the filter finds.
async fn file(cx: &Context, id: AssignmentId) -> Result<Table> {
    let columns = [
        "desk-sheet-name",
        "desk-sheet-department",
        "desk-column-workshop",
        "desk-column-state",
        "assignment-column-due",
        "assignment-column-date",
    ];
    let (Asked { moment, filter, .. }, _) = asked(cx, id).await?;
    let (filter, moment) = (&filter, &moment);
    let lines =
        download::whole(|window| async move { duties::list(cx.db(), filter, &window, moment).await }).await?;
    let ids: Vec<_> = lines.iter().map(|line| line.person.id).collect();
    let offices = Offices::of(cx, &ids).await?;
    let row = |line: &Line| {
        let state = cx.words().say(cx.language(), &format!("duty-state-{}", line.state.code()), &[]);
        let date = line.place.as_ref().map(|(_, session)| cx.dates().moment(session.starts_at));
        vec![
            full_name(&line.person).into(),
            offices.names(line.person.id).join(", ").into(),
            line.workshop.title.clone().into(),
            state.into(),
            line.duty.due_on.to_string().into(),
            date.unwrap_or_default().into(),
        ]
    };
    Ok(download::table(cx, "assignments-title", &columns, lines.iter().map(row).collect()))
}
