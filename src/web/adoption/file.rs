//! The report as a file: figures on the first sheet, definitions on the second. What is too small says so there too.

use poem::Response;

use super::{
    definition::{self, PARTS},
    figure::{self, Figure},
    ladder, read, when,
};
use crate::{
    domain::{
        adoption::{
            ledger::{self, Cell as Figures, Indicator, Level, Published, Side, Unit},
            measure::{Form, Measure},
            period::Period,
            report::{Organisation, Story},
            rule::Rules,
        },
        error::Result,
    },
    table::{Cell, Format, Table},
    web::{context::Context, download, sentence::Sentence},
};

const COLUMNS: [&str; 9] = [
    "spread-column-period",
    "spread-column-unit",
    "spread-column-measure",
    "spread-column-indicator",
    "spread-column-value",
    "spread-column-interval",
    "spread-column-n",
    "spread-column-trend",
    "spread-column-indicative",
];
/// A unit and all that was published of it.
type Of<'a> = (String, &'a Unit, &'a [Published<Figures>]);

/// What the viewer may see of a period.
///
/// # Errors
/// When the database fails, or the file grows too large.
pub async fn answer(
    cx: &Context,
    house: &Organisation,
    period: &Period,
    format: Format,
) -> poem::Result<Response> {
    let mut rows = Vec::new();
    if let Some(unit) = house.unit(period.id) {
        rows.extend(lines(cx, period, &(cx.organisation().to_owned(), unit, house.cells())));
    }
    if let Some(own) = read::own(cx, period).await?
        && let Some(unit) = own.beside()
    {
        rows.extend(lines(cx, period, &(unit.name.clone(), unit, own.cells())));
    }
    rows.extend(of_departments(cx, period).await?);
    book(cx, rows, format).await
}

/// What was published of one department over a period.
///
/// # Errors
/// As [`answer`].
pub async fn of_unit(
    cx: &Context,
    (house, period): (&Organisation, &Period),
    (unit, story): (&Unit, &Story),
    format: Format,
) -> poem::Result<Response> {
    let mut rows = lines(cx, period, &(unit.name.clone(), unit, &story.cells));
    if let Some(whole) = house.unit(period.id) {
        rows.extend(lines(cx, period, &(cx.organisation().to_owned(), whole, house.cells())));
    }
    book(cx, rows, format).await
}

async fn of_departments(cx: &Context, period: &Period) -> Result<Vec<Vec<Cell>>> {
    let Some(all) = read::departments(cx, period).await? else { return Ok(Vec::new()) };
    let ids: Vec<_> = all.units.iter().map(|unit| unit.id).collect();
    let mut cells: std::collections::HashMap<_, Vec<_>> = std::collections::HashMap::new();
    for cell in ledger::cells(cx.db(), &ids, Level::Internal).await? {
        cells.entry(cell.unit).or_default().push(cell);
    }
    let row = |unit: &Unit| {
        let own = cells.get(&unit.id).map_or(&[][..], Vec::as_slice);
        lines(cx, period, &(ladder::name(cx, unit), unit, own))
    };
    Ok(all.units.iter().flat_map(row).collect())
}

/// Every figure of a unit, also those that cannot be shown; and those that have a subject.
fn lines(cx: &Context, period: &Period, (name, unit, cells): &Of<'_>) -> Vec<Vec<Cell>> {
    let measures = Measure::ALL.into_iter().filter(|measure| *measure != Measure::Ladder);
    let whole = measures.filter(|measure| !measure.is_split()).flat_map(|measure| {
        measure.indicators().iter().filter(|one| **one != Indicator::Promise).map(move |one| (measure, *one))
    });
    let whole = whole.map(|(measure, indicator)| {
        let cell = figure::find(cells, unit.id, indicator);
        line(cx, period, (name, measure, figure::name(cx, indicator)), cell)
    });
    let about = cells.iter().filter(|cell| cell.unit == unit.id && !cell.subject.is_empty());
    let about = about.map(|cell| {
        let called = format!("{}: {}", figure::name(cx, cell.indicator), cell.subject);
        line(cx, period, (name, Measure::of(cell.indicator), called), Some(cell))
    });
    whole.chain(about).collect()
}

fn line(
    cx: &Context,
    period: &Period,
    (unit, measure, indicator): (&str, Measure, String),
    cell: Option<&Published<Figures>>,
) -> Vec<Cell> {
    let figure = cell.map(|cell| Figure::new(cx, cell, None));
    let trend = figure.as_ref().and_then(|figure| figure.trend);
    let trend = trend.map(|trend| cx.words().say(cx.language(), &format!("spread-trend-{trend}"), &[]));
    let indicative = figure.as_ref().is_some_and(|figure| figure.indicative);
    vec![
        when::code(period).into(),
        unit.into(),
        figure::measure(cx, measure).into(),
        indicator.into(),
        value(cx, cell, figure.as_ref()),
        figure.as_ref().and_then(|figure| figure.interval.clone()).into(),
        figure.as_ref().and_then(|figure| figure.band.clone()).into(),
        trend.into(),
        indicative.then(|| cx.say(&Sentence::new("spread-indicative"))).into(),
    ]
}

/// A number where the figure is one, and words where it is a bound or cannot be shown.
fn value(cx: &Context, cell: Option<&Published<Figures>>, figure: Option<&Figure>) -> Cell {
    let (Some(cell), Some(figure)) = (cell, figure) else { return figure::too_few(cx).into() };
    match (cell.side, Form::of(cell.indicator)) {
        (Side::Exact, Form::Share) if cell.indicator != Indicator::Promise => Cell::Share(cell.value),
        (Side::Exact, _) => Cell::Decimal(cell.value),
        _ => figure.value.clone().into(),
    }
}

async fn book(cx: &Context, rows: Vec<Vec<Cell>>, format: Format) -> poem::Result<Response> {
    let figures = download::table(cx, "spread-title", &COLUMNS, rows);
    let rules = read::rules(cx).await?;
    download::answer_with(figures, definitions(cx, &rules), format).await
}

/// The second sheet.
fn definitions(cx: &Context, rules: &Rules) -> Table {
    let say = |key: String| cx.words().say(cx.language(), &key, &[]);
    let row = |measure: Measure| {
        let parts = definition::of(cx, measure, rules).map(Cell::from);
        std::iter::once(figure::measure(cx, measure).into()).chain(parts).collect()
    };
    let columns = std::iter::once("spread-column-measure".to_owned())
        .chain(PARTS.map(|part| format!("spread-def-{part}")));
    Table {
        name: cx.say(&Sentence::new("spread-definitions")),
        columns: columns.map(say).collect(),
        rows: Measure::ALL.into_iter().map(row).collect(),
    }
}
