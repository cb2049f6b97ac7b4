//! No-shows and late cancellations by department, over a year or a quarter. Small departments show a band, or nothing.

use chrono::{Datelike as _, NaiveDate};
use poem::{Response, handler};
use serde::Serialize;

use crate::{
    domain::learning::{
        period::Period,
        turnout::{self, Band, Counts, Line, Shown},
    },
    table::{Cell, Table},
    web::{
        context::Context,
        download::{self, Files},
        sentence::Sentence,
        view::View,
    },
};

/// So many years one can look back.
const YEARS: i32 = 3;

/// The page.
#[derive(Serialize)]
pub struct Show {
    periods: Vec<Choice>,
    rows: Vec<Row>,
    /// Of the departments that are shown as numbers.
    total: Option<Numbers>,
    files: Files,
}

/// A period that one can choose.
#[derive(Clone, Debug, Serialize)]
struct Choice {
    code: String,
    year: i32,
    /// 1 to 4; nothing for the whole year.
    quarter: Option<u32>,
    chosen: bool,
}

/// A department.
#[derive(Clone, Debug, Serialize)]
struct Row {
    name: String,
    numbers: Option<Numbers>,
    /// Bands of no-shows and of late cancellations, by code.
    bands: Option<(&'static str, &'static str)>,
}

/// What is told of many people.
#[derive(Clone, Copy, Debug, Serialize)]
struct Numbers {
    places: u64,
    no_shows: u64,
    /// In whole hundredths of the places.
    no_show_share: u64,
    late: u64,
    late_share: u64,
}

impl From<Counts> for Numbers {
    fn from(counts: Counts) -> Self {
        Self {
            places: counts.places,
            no_shows: counts.no_shows,
            no_show_share: counts.no_show_share(),
            late: counts.late,
            late_share: counts.late_share(),
        }
    }
}

impl Row {
    fn new(line: &Line) -> Self {
        let (numbers, bands) = match line.shown {
            Shown::Numbers(counts) => (Some(counts.into()), None),
            Shown::Bands(no_shows, late) => (None, Some((no_shows.code(), late.code()))),
            Shown::TooFew => (None, None),
        };
        Self { name: line.name.clone(), numbers, bands }
    }
}

impl View for Show {
    const TEMPLATE: &'static str = "desk/overview/turnout.html";

    fn title(&self) -> Sentence {
        Sentence::new("turnout-title")
    }

    fn samples() -> Vec<Self> {
        let numbers = Counts { people: 30, places: 40, no_shows: 4, late: 2 }.into();
        let row = |numbers, bands| Row { name: "Vergunningen".into(), numbers, bands };
        let bands = Band::ALL.map(|band| row(None, Some((band.code(), Band::Lowest.code()))));
        let choice = |quarter, chosen| Choice { code: "2026".into(), year: 2026, quarter, chosen };
        let rows = vec![row(Some(numbers), None), row(None, None)].into_iter().chain(bands).collect();
        let periods = || vec![choice(None, true), choice(Some(1), false)];
        let files = Files::sample;
        vec![
            Self { periods: periods(), rows, total: Some(numbers), files: files() },
            Self { periods: periods(), rows: vec![], total: None, files: files() },
        ]
    }
}

/// What came of places in the period in the address; in this year when it names none.
#[handler]
pub async fn show(cx: Context) -> poem::Result<Response> {
    let today = cx.house().policy.day(cx.now());
    let code = cx.query().text("period").to_owned();
    let periods = choices(today, &code);
    let chosen = periods.iter().find(|one| one.chosen);
    let period = chosen.and_then(|one| Period::of(one.year, one.quarter));
    let period = period.unwrap_or_else(|| Period::this_year(today));
    let lines = turnout::of_period(cx.db(), &period, (&cx.house().policy, cx.now())).await?;
    if let Some(format) = download::asked(&cx) {
        return download::answer(file(&cx, &lines), format).await;
    }
    let numbers = lines.iter().any(|line| matches!(line.shown, Shown::Numbers(_)));
    cx.page(&Show {
        periods,
        rows: lines.iter().map(Row::new).collect(),
        total: numbers.then(|| turnout::total(&lines).into()),
        files: Files::of(&cx),
    })
}

/// The years and quarters that have begun, the newest first. Only these, and no other days: nobody can move a border to find
/// out about one session.
fn choices(today: NaiveDate, code: &str) -> Vec<Choice> {
    let years = (0..YEARS).map(|back| today.year() - back);
    let all = years.flat_map(|year| {
        let quarters = (1..=4).rev().map(Some);
        std::iter::once(None).chain(quarters).map(move |quarter| (year, quarter))
    });
    let begun = |(year, quarter): &(i32, Option<u32>)| {
        Period::of(*year, *quarter).is_some_and(|period| period.from <= today)
    };
    let choice = |(year, quarter): (i32, Option<u32>)| {
        let of = quarter.map_or_else(|| year.to_string(), |number| format!("{year}-{number}"));
        Choice { chosen: of == code, code: of, year, quarter }
    };
    let mut choices: Vec<_> = all.filter(begun).map(choice).collect();
    let known = choices.iter().any(|one| one.chosen);
    if let Some(year) = choices.first_mut() {
        year.chosen |= !known;
    }
    choices
}

/// The same as the page: a band stays a band.
fn file(cx: &Context, lines: &[Line]) -> Table {
    let columns = [
        "programme-department",
        "turnout-places",
        "turnout-no-shows",
        "turnout-no-show-share",
        "turnout-late",
        "turnout-late-share",
    ];
    let band = |band: Band| Cell::from(format!("{} %", band.code()));
    let share = |share: u64| Cell::from(format!("{share} %"));
    let too_few = cx.say(&Sentence::new("turnout-too-few"));
    let row = |line: &Line| {
        let rest = match line.shown {
            Shown::Numbers(counts) => [
                counts.places.into(),
                counts.no_shows.into(),
                share(counts.no_show_share()),
                counts.late.into(),
                share(counts.late_share()),
            ],
            Shown::Bands(no_shows, late) => {
                [Cell::Empty, Cell::Empty, band(no_shows), Cell::Empty, band(late)]
            }
            Shown::TooFew => [too_few.clone().into(), Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty],
        };
        std::iter::once(line.name.clone().into()).chain(rest).collect()
    };
    download::table(cx, "turnout-title", &columns, lines.iter().map(row).collect())
}
