//! The team of a head: who has which places, who waits.

use poem::{Response, handler};
use serde::Serialize;

use super::{participant_line::Offices, place};
use crate::{
    domain::{
        error::Result,
        handover,
        learning::team::{self, Member},
        people::person::full_name,
    },
    table::Table,
    web::{
        context::Context,
        download::{self, Files},
        pager::{self, Pager},
        sentence::Sentence,
        view::View,
    },
};

/// The team.
#[derive(Serialize)]
pub struct Index {
    text: String,
    people: Vec<Line>,
    pages: Pager,
    files: Files,
    /// Letters that wait to be given by hand.
    letters: u64,
}

/// Somebody with their places.
#[derive(Clone, Debug, Serialize)]
struct Line {
    id: String,
    name: String,
    job: String,
    departments: Vec<String>,
    /// No address that works: letters go by hand.
    by_hand: bool,
    places: Vec<place::Row>,
}

impl View for Index {
    const TEMPLATE: &'static str = "learning/team/index.html";

    fn title(&self) -> Sentence {
        Sentence::new("menu-team")
    }

    fn samples() -> Vec<Self> {
        let line = |by_hand, places: &[&'static str]| Line {
            id: "0190a1b2-0000-7000-8000-000000000003".into(),
            name: "Sem Bakker".into(),
            job: "Hovenier".into(),
            departments: vec!["Beheer openbare ruimte".into()],
            by_hand,
            places: places.iter().map(|state| place::Row::sample(state)).collect(),
        };
        let face = |text: &str, people: Vec<Line>| Self {
            text: text.into(),
            pages: Pager::single(people.len() as u64),
            files: Files::sample(),
            letters: people.len() as u64,
            people,
        };
        let full =
            vec![line(true, &["confirmed", "offered", "waiting", "requested", "asked"]), line(false, &[])];
        vec![face("", full), face("qq", Vec::new()), face("", Vec::new())]
    }
}

/// The team, with a search.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let text = cx.query().search("search");
    if let Some(format) = download::asked(&cx) {
        let table = file(&cx, &text).await?;
        download::note(&cx, &table).await?;
        return download::answer(table, format).await;
    }
    let (now, today) = moment(&cx);
    let page = team::members(cx.db(), cx.actor(), &text, &pager::window(&cx)?, (now, today)).await?;
    let total = team::count(cx.db(), cx.actor(), &text, today).await?;
    let pages = Pager::new(&cx, &page, total);
    let people = lines(&cx, &page.items).await?;
    let letters = handover::count(cx.db(), cx.actor(), (now, today)).await?;
    cx.page(&Index { text, people, pages, files: Files::of(&cx), letters })
}

/// Now, and the day of it here.
pub(super) fn moment(cx: &Context) -> (chrono::DateTime<chrono::Utc>, chrono::NaiveDate) {
    (cx.now(), cx.house().policy.day(cx.now()))
}

async fn lines(cx: &Context, members: &[Member]) -> Result<Vec<Line>> {
    let ids: Vec<_> = members.iter().map(|member| member.person.id).collect();
    let offices = Offices::of(cx, &ids).await?;
    let line = |member: &Member| Line {
        id: member.person.id.to_string(),
        name: full_name(&member.person),
        job: member.person.job_title.clone(),
        departments: offices.names(member.person.id),
        by_hand: member.person.email.is_none() || member.person.bounced_at.is_some(),
        places: member.places.iter().map(|place| row(cx, place)).collect(),
    };
    Ok(members.iter().map(line).collect())
}

/// A place as its owner sees it, leading to where the head acts on it.
pub(super) fn row(cx: &Context, place: &crate::domain::learning::place::Place) -> place::Row {
    let href = format!("/team/enrolments/{}", place.enrolment.id);
    place::Row { href, ..place::Row::new(cx, place) }
}

/// Everybody of the team, a line for each place; one line for who has none.
async fn file(cx: &Context, text: &str) -> Result<Table> {
    let columns = [
        "desk-sheet-name",
        "person-number",
        "desk-sheet-department",
        "desk-column-workshop",
        "file-column-start",
        "desk-column-state",
    ];
    let read = |window| async move { team::members(cx.db(), cx.actor(), text, &window, moment(cx)).await };
    let members = download::whole(read).await?;
    let (mut rows, lines) = (Vec::new(), lines(cx, &members).await?);
    for (member, line) in members.iter().zip(lines) {
        let number = member.person.employee_number.clone().unwrap_or_default();
        let who = || [line.name.clone().into(), number.clone().into(), line.departments.join(", ").into()];
        let places = line.places.iter().map(|place| {
            let state = cx.words().say(cx.language(), &format!("place-mark-{}", place.state), &[]);
            let start = download::here(cx, place.period.start).into();
            who().into_iter().chain([place.title.clone().into(), start, state.into()]).collect()
        });
        rows.extend(places);
        if line.places.is_empty() {
            rows.push(who().into_iter().chain(["".into(), "".into(), "".into()]).collect());
        }
    }
    Ok(download::table(cx, "menu-team", &columns, rows))
}
