//! How far the round of conversations is, and who is next.

use chrono::{DateTime, NaiveDate, Utc};
use poem::{Response, handler};
use serde::Serialize;

use crate::{
    domain::{
        dialogue::coverage::{self, Coverage, NAME, Team},
        error::Result,
        page::{DEFAULT_LIMIT, Page},
    },
    web::{
        context::Context, form::Form, pager::Pager, refill::FormView, row::Allow, sentence::Sentence,
        view::View,
    },
};

/// How many the planner proposes.
const NEXT: usize = 5;

/// The page.
#[derive(Serialize)]
pub struct Show {
    round: Option<Round>,
    spoken: usize,
    planned: usize,
    not_yet: usize,
    /// Conversations held and people in them; a head is not told of others.
    all: Option<Totals>,
    next: Vec<Line>,
    rows: Vec<Line>,
    pages: Pager,
    state: String,
    /// The form of the programme manager.
    form: Option<FormView>,
}

#[derive(Clone, Debug, Serialize)]
struct Round {
    name: String,
    begins: NaiveDate,
}

#[derive(Clone, Debug, Serialize)]
struct Totals {
    held: i64,
    participants: i64,
    elsewhere: i64,
}

/// A team.
#[derive(Clone, Debug, Serialize)]
struct Line {
    id: String,
    name: String,
    above: Option<String>,
    people: i64,
    state: &'static str,
    last: Option<NaiveDate>,
    planned: Option<DateTime<Utc>>,
    participants: i64,
}

impl Line {
    fn new(team: &Team) -> Self {
        Self {
            id: team.id.to_string(),
            name: team.name.clone(),
            above: team.above.clone(),
            people: team.people,
            state: team.state(),
            last: team.last,
            planned: team.planned,
            participants: team.participants,
        }
    }

    fn sample(state: &'static str) -> Self {
        Self {
            id: "0190a1b2-0000-7000-8000-000000000001".into(),
            name: "Postkamer".into(),
            above: Some("Bedrijfsvoering".into()),
            people: 9,
            state,
            last: (state == "spoken").then(NaiveDate::default),
            planned: DateTime::from_timestamp(1_772_700_000, 0).filter(|_| state == "planned"),
            participants: if state == "spoken" { 8 } else { 0 },
        }
    }
}

impl View for Show {
    const TEMPLATE: &'static str = "dialogue/conversation/coverage.html";

    fn title(&self) -> Sentence {
        Sentence::new("coverage-title")
    }

    fn samples() -> Vec<Self> {
        let rows: Vec<_> = ["spoken", "planned", "not-yet"].map(Line::sample).into();
        let face = |rows: Vec<Line>, form: Option<FormView>| Self {
            round: Some(Round { name: "Voorjaar".into(), begins: NaiveDate::default() }),
            spoken: rows.len(),
            planned: 1,
            not_yet: rows.len(),
            all: form.as_ref().map(|_| Totals { held: 12, participants: 140, elsewhere: 3 }),
            next: if form.is_some() { vec![Line::sample("not-yet")] } else { Vec::new() },
            pages: Pager::single(rows.len() as u64),
            rows,
            state: String::new(),
            form,
        };
        vec![
            face(rows.clone(), Some(FormView::new())),
            face(rows, None),
            face(vec![], Some(FormView::new().wrong("name", "Vul dit in."))),
            Self { round: None, state: "spoken".into(), ..face(vec![], None) },
        ]
    }
}

/// For who holds conversations all teams; for a head the own ones.
#[handler]
pub async fn show(cx: Context) -> poem::Result<Response> {
    cx.page(&view(&cx, FormView::new()).await?)
}

/// Starts a round.
#[handler]
pub async fn start(cx: Context, form: Form) -> poem::Result<Response> {
    match started(&cx, &form).await {
        Ok(()) => Ok(cx.go("/conversations/coverage").saying(Sentence::new("coverage-started")).into()),
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &view(&cx, kept).await?)
        }
    }
}

async fn started(cx: &Context, form: &Form) -> Result<()> {
    let mut read = form.read();
    let name = &read.required("name", NAME);
    let begins = read.date("begins");
    let begins = read.needed("begins", begins);
    read.done()?;
    let begins = begins.unwrap_or_default();
    cx.write_once(form, |change| async move { coverage::start(&change, name, begins).await }).await
}

async fn view(cx: &Context, form: FormView) -> Result<Show> {
    let coverage = coverage::of(cx.db(), cx.house().policy.day(cx.now())).await?;
    let everywhere = cx.may(Allow::Facilitator);
    let coverage = if everywhere { coverage } else { coverage.only(&cx.actor().departments) };
    let Coverage { held, participants, elsewhere, .. } = coverage;
    let state = cx.query().text("state");
    let wanted: Vec<&Team> =
        coverage.teams.iter().filter(|team| state.is_empty() || team.state() == state).collect();
    let total = wanted.len() as u64;
    let page = part(cx, &wanted);
    let next = if everywhere { coverage.next() } else { Vec::new() };
    Ok(Show {
        spoken: coverage.count("spoken"),
        planned: coverage.count("planned"),
        not_yet: coverage.count("not-yet"),
        all: everywhere.then_some(Totals { held, participants, elsewhere }),
        next: next.into_iter().take(NEXT).map(Line::new).collect(),
        pages: Pager::new(cx, &page, total),
        rows: page.items,
        state: state.to_owned(),
        form: cx.may(Allow::Hearer).then(|| form.with_today(cx)),
        round: coverage.round.map(|round| Round { name: round.name, begins: round.begins_on }),
    })
}

/// The page that the address asks for: its cursor is how many came before.
fn part(cx: &Context, teams: &[&Team]) -> Page<Line> {
    let size = usize::try_from(DEFAULT_LIMIT).unwrap_or(usize::MAX);
    let from = cx.query().all("after").last().and_then(|text| text.parse().ok()).unwrap_or(0_usize);
    let items = teams.iter().skip(from).take(size).map(|team| Line::new(team)).collect();
    let next = from.saturating_add(size);
    Page { items, next: (next < teams.len()).then(|| next.to_string()) }
}

impl FormView {
    /// A round begins today unless somebody says otherwise.
    fn with_today(self, cx: &Context) -> Self {
        if self.holds("begins") {
            return self;
        }
        let today = cx.house().policy.day(cx.now());
        self.with("begins", today.to_string())
    }
}
