//! One assignment: who stands where, enrolling people in a date, moving the day later, ending it.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{enrolment::Origin, id::*};
use poem::{IntoResponse as _, Response, handler, web::Path};
use serde::Serialize;

use super::{
    assignment::{Room, Shortage, Tally, audience, shortages},
    participant_line::Offices,
    session_choose::Choice,
};
use crate::{
    domain::{
        error::{Error, Result},
        learning::{
            agenda,
            assignment::{self, Item},
            duty::list::{self as duties, Counts, Filter, Line, Moment, State},
            enrolment::{self, TakePlace},
        },
        page::{Page, Window},
        people::person::full_name,
    },
    table::Table,
    web::{
        context::Context,
        download::{self, Files},
        error,
        form::Form,
        pager::{self, Pager},
        refill::FormView,
        sentence::Sentence,
        view::View,
    },
};

/// Dates that one can choose from on this page.
const DATES: u64 = 20;

/// Somebody with a duty.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Person {
    pub id: String,
    pub person: String,
    pub name: String,
    pub departments: Vec<String>,
    pub workshop: String,
    pub state: &'static str,
    pub due_on: NaiveDate,
    pub done_on: Option<NaiveDate>,
    /// When the place is that they have, get or wait for.
    pub place: Option<DateTime<Utc>>,
    /// Asked for more time.
    pub asks: bool,
    pub can_enrol: bool,
}

impl Person {
    pub(super) fn new(line: &Line, offices: &Offices) -> Self {
        let open = matches!(line.state, State::Assigned | State::NoDate | State::Overdue);
        Self {
            id: line.duty.id.to_string(),
            person: line.person.id.to_string(),
            name: full_name(&line.person),
            departments: offices.names(line.person.id),
            workshop: line.workshop.title.clone(),
            state: line.state.code(),
            due_on: line.duty.due_on,
            done_on: line.duty.done_on,
            place: line.place.as_ref().map(|(_, session)| session.starts_at),
            asks: line.duty.asked_at.is_some() && line.duty.answered_at.is_none(),
            can_enrol: open && line.place.is_none(),
        }
    }

    pub(super) fn sample(state: State) -> Self {
        let placed = matches!(state, State::Enrolled | State::Attended);
        Self {
            id: "0190a1b2-0000-7000-8000-000000000001".into(),
            person: "0190a1b2-0000-7000-8000-000000000002".into(),
            name: "Sem Bakker".into(),
            departments: vec!["Vergunningen".into()],
            workshop: "Helder schrijven".into(),
            state: state.code(),
            due_on: DateTime::UNIX_EPOCH.date_naive(),
            done_on: (state == State::Done).then(|| DateTime::UNIX_EPOCH.date_naive()),
            place: placed.then_some(DateTime::UNIX_EPOCH),
            asks: state == State::NoDate,
            can_enrol: state == State::NoDate,
        }
    }
}

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
struct Skipped {
    name: String,
    why: String,
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
struct Asked {
    room: Room,
    item: Item,
    moment: Moment,
    all: Filter,
    filter: Filter,
}

async fn asked(cx: &Context, id: AssignmentId) -> Result<(Asked, Vec<Shortage>)> {
    let room = Room::of(cx);
    let today = cx.house().policy.day(cx.now());
    let item = assignment::find(cx.db(), cx.actor(), room.departments.as_deref(), id, today).await?;
    let workshops: Vec<_> = item.workshops.iter().map(|one| one.id).collect();
    let part = room.part(cx).await?;
    let (dates, moment) = room.moment(cx, &workshops, &part).await?;
    let all = Filter { assignment: Some(id), ..room.filter() };
    let needs = duties::needs(cx.db(), &all, &moment).await?;
    let short = shortages(cx, &item, &needs, (&dates, &part, &moment), &audience(cx, &room).await?);
    let mut filter = Filter { state: State::from_code(cx.query().text("state")), ..all.clone() };
    if let Ok(team) = cx.query().text("team").parse::<DepartmentId>() {
        let own = room.departments.as_ref().is_none_or(|own| own.contains(&team));
        filter.departments = Some(if own { vec![team] } else { Vec::new() });
    }
    Ok((Asked { room, item, moment, all, filter }, short))
}

async fn view(cx: &Context, id: AssignmentId, (form, skipped): (FormView, Vec<Skipped>)) -> Result<Show> {
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

/// Enrols the chosen people in a date, one by one, so that one refusal stops nobody; tells who was not, and why.
#[handler]
pub async fn enrol(cx: Context, Path(id): Path<AssignmentId>, form: Form) -> poem::Result<Response> {
    let (Asked { item, moment, all, .. }, _) = asked(&cx, id).await?;
    let chosen: Vec<DutyId> = form.all("duty").filter_map(|id| id.parse().ok()).take(200).collect();
    let Ok(session) = form.text("session").parse::<SessionId>() else {
        return again(&cx, id, "session", "assignment-choose-date").await;
    };
    if chosen.is_empty() {
        return again(&cx, id, "duty", "assignment-choose-people").await;
    }
    let date = agenda::find(cx.db(), session, cx.now()).await?;
    if item.workshops.iter().all(|one| one.id != date.workshop.id) {
        return Err(Error::Missing("session").into());
    }
    let only = Filter { ids: Some(chosen), ..all };
    let window = Window { limit: 200, after: None };
    let lines = duties::list(cx.db(), &only, &window, &moment).await?.items;
    let (mut enrolled, mut skipped) = (0_usize, Vec::new());
    for line in lines.iter().filter(|line| line.workshop.id == date.workshop.id) {
        match place(&cx, session, line.person.id).await {
            Ok(()) => enrolled += 1,
            Err(Error::Refused(no)) => {
                skipped.push(Skipped { name: full_name(&line.person), why: error::refusal(&cx, &no) });
            }
            Err(error) => return Err(error.into()),
        }
    }
    if skipped.is_empty() && enrolled > 0 {
        let said = Sentence::new("assignment-enrolled").with("count", enrolled);
        return Ok(cx.go(format!("{}/{id}", Room::of(&cx).base)).saying(said).into_response());
    }
    let sentence = Sentence::new("assignment-enrolled-some").with("count", enrolled);
    let form = FormView::new().wrong("", &cx.say(&sentence));
    cx.page_as(http::StatusCode::CONFLICT, &view(&cx, id, (form, skipped)).await?)
}

async fn place(cx: &Context, session: SessionId, person: PersonId) -> Result<()> {
    let origin = if cx.actor().may_enrol_anyone() { Origin::Staff } else { Origin::Head };
    let wish = &TakePlace { session, person, origin, short_notice: false, override_reason: None };
    let take = |change: std::sync::Arc<_>| async move { enrolment::take_place(&change, wish).await };
    cx.write(take).await.map(|_| ())
}

async fn again(cx: &Context, id: AssignmentId, field: &str, key: &'static str) -> poem::Result<Response> {
    let form = FormView::new().wrong(field, &cx.say(&Sentence::new(key)));
    cx.page_as(http::StatusCode::UNPROCESSABLE_ENTITY, &view(cx, id, (form, Vec::new())).await?)
}

/// Moves the day later, or says anew why.
#[handler]
pub async fn update(cx: Context, Path(id): Path<AssignmentId>, form: Form) -> poem::Result<Response> {
    asked(&cx, id).await?;
    let mut read = form.read();
    let due = read.date("due");
    let reason = &read.required("reason", assignment::REASON_LENGTH);
    let done = match read.done() {
        Ok(()) => {
            let verb =
                |change: std::sync::Arc<_>| async move { assignment::change(&change, id, due, reason).await };
            cx.write_once(&form, verb).await
        }
        Err(error) => Err(error),
    };
    match done {
        Ok(()) => {
            let to = format!("{}/{id}", Room::of(&cx).base);
            Ok(cx.go(to).saying(Sentence::new("assignment-changed")).into_response())
        }
        Err(error) => {
            let form = cx.again(&form, &[], error)?;
            cx.page_as(form.status, &view(&cx, id, (form, Vec::new())).await?)
        }
    }
}

/// Ends it.
#[handler]
pub async fn end(cx: Context, Path(id): Path<AssignmentId>, form: Form) -> poem::Result<Response> {
    let room = Room::of(&cx);
    let verb = |change: std::sync::Arc<_>| async move { assignment::end(&change, id).await };
    cx.write_once(&form, verb).await?;
    Ok(cx.go(room.base).saying(Sentence::new("assignment-ended")).into_response())
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
