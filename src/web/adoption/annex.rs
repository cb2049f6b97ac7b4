//! For the works council and everybody else: what is collected, who sees what, which thresholds hold and since when, how long things
//! stay, and of what figures were published. Printed from what holds now.

use chrono::NaiveDate;
use poem::{Response, handler};
use serde::Serialize;

use super::{read, when};
use crate::{
    domain::{
        adoption::{
            ledger::{self, Entry, UnitKind},
            report::Organisation,
            rule::{self, Name},
        },
        page::{DEFAULT_LIMIT, Page},
        privacy::retention::Kind,
    },
    web::{context::Context, pager::Pager, sentence::Sentence, view::View},
};

/// What the area collects, by code.
const COLLECTED: [&str; 8] =
    ["talks", "votes", "ideas", "trainings", "evaluations", "pulse", "promises", "feedback"];
/// Who sees what, by code.
const READERS: [&str; 4] = ["everybody", "head", "programme", "nobody"];
/// Kinds of data from which figures are made.
const KEPT: [Kind; 6] =
    [Kind::Pulses, Kind::Votes, Kind::Evaluations, Kind::Feedback, Kind::Notes, Kind::Leavers];

/// The page.
#[derive(Serialize)]
pub struct Show {
    collected: [&'static str; 8],
    readers: [&'static str; 4],
    rules: Vec<Rule>,
    /// Every change, the newest first.
    changes: Vec<Rule>,
    kept: Vec<Kept>,
    ledger: Vec<Line>,
    pages: Pager,
}

/// A threshold, with since when it holds.
#[derive(Clone, Debug, Serialize)]
struct Rule {
    name: &'static str,
    /// Empty: by the number of staff.
    value: String,
    /// Nothing: from the beginning.
    since: Option<NaiveDate>,
}

#[derive(Clone, Debug, Serialize)]
struct Kept {
    kind: &'static str,
    days: i64,
}

/// A line of the ledger.
#[derive(Clone, Debug, Serialize)]
struct Line {
    period: String,
    family: &'static str,
    unit: String,
    rest: bool,
    public: bool,
    least: i32,
    published: NaiveDate,
    /// The beginning of the hash: enough to compare with an export.
    hash: String,
}

impl View for Show {
    const TEMPLATE: &'static str = "adoption/report/annex.html";

    fn title(&self) -> Sentence {
        Sentence::new("spread-annex-title")
    }

    fn samples() -> Vec<Self> {
        let rule = |(at, name): (usize, &Name)| Rule {
            name: name.code(),
            value: if *name == Name::Grain { "half-year".into() } else { "5".into() },
            since: (at % 2 == 0).then(NaiveDate::default),
        };
        let rules = || Name::ALL.iter().enumerate().map(rule).collect::<Vec<_>>();
        let line = |rest| Line {
            period: "de eerste helft van 2026".into(),
            family: "pulse",
            unit: "Burgerzaken".into(),
            rest,
            public: rest,
            least: 5,
            published: NaiveDate::default(),
            hash: "0123456789abcdef".into(),
        };
        let face = |changes, ledger: Vec<Line>| Self {
            collected: COLLECTED,
            readers: READERS,
            rules: rules(),
            changes,
            kept: vec![Kept { kind: Kind::Votes.code(), days: 730 }],
            pages: Pager::single(ledger.len() as u64),
            ledger,
        };
        vec![face(rules(), vec![line(false), line(true)]), face(vec![], vec![])]
    }
}

/// The annex as it holds now.
#[handler]
pub async fn show(cx: Context) -> poem::Result<Response> {
    let house = read::organisation(&cx).await?;
    let history = rule::history(cx.db()).await?;
    let rules = rule::after(&history);
    let day = |at| cx.house().policy.day(at);
    let now = |name: &Name| Rule {
        name: name.code(),
        value: rules.text(*name),
        since: rule::since(&history, *name).map(day),
    };
    let change = |row: &rule::Setting| {
        let name = Name::from_code(&row.name)?;
        Some(Rule { name: name.code(), value: row.value.clone(), since: Some(day(row.set_at)) })
    };
    let (ledger, pages) = entries(&cx, &house).await?;
    let schedule = &cx.house().policy.retention;
    let kept = |kind: Kind| Kept { kind: kind.code(), days: kind.stays(schedule).num_days() };
    cx.page(&Show {
        collected: COLLECTED,
        readers: READERS,
        rules: Name::ALL.iter().map(now).collect(),
        changes: history.iter().rev().filter_map(change).collect(),
        kept: KEPT.into_iter().map(kept).collect(),
        ledger,
        pages,
    })
}

async fn entries(cx: &Context, house: &Organisation) -> crate::domain::error::Result<(Vec<Line>, Pager)> {
    let from: u64 = cx.query().all("after").last().and_then(|text| text.parse().ok()).unwrap_or(0);
    let (rows, total) = ledger::entries(cx.db(), (from, DEFAULT_LIMIT)).await?;
    let next = from.saturating_add(DEFAULT_LIMIT);
    let line = |entry: Entry| {
        let period = house.periods.iter().find(|period| period.id == entry.period)?;
        Some(Line {
            period: when::name(cx, period),
            family: entry.family.code(),
            rest: entry.kind == UnitKind::Rest,
            unit: entry.unit,
            public: entry.level == crate::domain::adoption::ledger::Level::Public,
            least: entry.least,
            published: entry.published_on,
            hash: entry.hash.chars().take(16).collect(),
        })
    };
    let items: Vec<_> = rows.into_iter().filter_map(line).collect();
    let page = Page { items, next: (next < total).then(|| next.to_string()) };
    let pages = Pager::new(cx, &page, total);
    Ok((page.items, pages))
}
