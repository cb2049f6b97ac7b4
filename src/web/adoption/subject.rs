//! Figures that have a subject: a theme, a workshop, a promise, a channel. A short list of each with the way to its own page.

use serde::Serialize;

use super::figure::Figure;
use crate::{
    domain::{
        adoption::{
            ledger::{Cell, Indicator, Published},
            measure::Measure,
            period::Period,
            report::{self, Organisation, Promise},
        },
        dialogue::theme,
        error::Result,
    },
    text::Language,
    web::{context::Context, dialogue::theme::name as theme_name, sentence::Sentence},
};

/// One subject with its figure.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    pub name: String,
    /// Where its own page is, when there is one.
    pub href: Option<String>,
    pub figure: Figure,
}

impl Line {
    /// For samples.
    pub fn samples() -> Vec<Self> {
        let line = |href: Option<&str>| Self {
            name: "Terugbellen".into(),
            href: href.map(Into::into),
            figure: Figure::sample("72 %", None),
        };
        vec![line(Some("/improvements")), line(None)]
    }
}

/// The figures of the organisation in this period that have a subject.
///
/// # Errors
/// When the database fails.
pub async fn of(cx: &Context, house: &Organisation, period: &Period, measure: Measure) -> Result<Vec<Line>> {
    let unit = house.unit(period.id).map(|unit| unit.id);
    let ours = |cell: &&Published<Cell>| {
        Some(cell.unit) == unit && !cell.subject.is_empty() && measure.indicators().contains(&cell.indicator)
    };
    let cells: Vec<_> = house.cells().iter().filter(ours).collect();
    if cells.is_empty() {
        return Ok(Vec::new());
    }
    match measure {
        Measure::Themes => themes(cx, &cells).await,
        Measure::Promises => promises(cx, &cells).await,
        Measure::Useful | Measure::Applied => workshops(cx, &cells).await,
        _ => Ok(cells.iter().map(|cell| channel(cx, cell)).collect()),
    }
}

async fn themes(cx: &Context, cells: &[&Published<Cell>]) -> Result<Vec<Line>> {
    let ids: Vec<_> = cells.iter().filter_map(|cell| cell.subject.parse().ok()).collect();
    let rows = theme::of(cx.db(), &ids).await?;
    let line = |cell: &&Published<Cell>| {
        let row = rows.iter().find(|row| row.id.to_string() == cell.subject)?;
        let href = Some(format!("/themes/{}", row.id));
        Some(Line { name: theme_name(cx, row).to_owned(), href, figure: Figure::new(cx, cell, None) })
    };
    Ok(cells.iter().filter_map(line).collect())
}

async fn workshops(cx: &Context, cells: &[&Published<Cell>]) -> Result<Vec<Line>> {
    let codes: Vec<_> = cells.iter().map(|cell| cell.subject.as_str()).collect();
    let rows = report::workshops(cx.db(), &codes).await?;
    let line = |cell: &&Published<Cell>| {
        let row = rows.iter().find(|row| row.code == cell.subject);
        Line {
            name: row.map_or_else(|| cell.subject.clone(), |row| row.title.clone()),
            href: row.map(|row| format!("/workshops/{}", row.id)),
            figure: Figure::new(cx, cell, None),
        }
    };
    Ok(cells.iter().map(line).collect())
}

async fn promises(cx: &Context, cells: &[&Published<Cell>]) -> Result<Vec<Line>> {
    let rows = report::promises(cx.db()).await?;
    let has_page = cx.site().has("/promises/:code");
    let line = |cell: &&Published<Cell>| {
        let row = rows.iter().find(|row| row.code == cell.subject);
        Line {
            name: row.map_or_else(|| cell.subject.clone(), |row| promise_name(cx, row)),
            href: row.filter(|_| has_page).map(|row| format!("/promises/{}", row.code)),
            figure: Figure::new(cx, cell, row),
        }
    };
    Ok(cells.iter().map(line).collect())
}

fn promise_name(cx: &Context, promise: &Promise) -> String {
    match cx.language() {
        Language::Dutch => promise.text_nl.clone(),
        Language::English => promise.text_en.clone(),
    }
}

/// A grade by channel: the figure stands before it.
fn channel(cx: &Context, cell: &Published<Cell>) -> Line {
    let key = format!("spread-channel-{}", cell.subject);
    let name = cx.words().say(cx.language(), &key, &[]);
    let figure = Figure::new(cx, cell, None);
    let sentence = Sentence::new("spread-of-channel")
        .with("name", super::figure::name(cx, cell.indicator))
        .with("channel", name);
    let named = matches!(cell.indicator, Indicator::Grade | Indicator::GradeHigh | Indicator::GradeLow);
    let name = if named { cx.say(&sentence) } else { super::figure::name(cx, cell.indicator) };
    Line { name, href: None, figure }
}
