//! One measure: what it is, how it is counted, and its figures over the periods and of the units that the viewer may see.

use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{
    definition::{self, PARTS},
    departments, figure,
    figure::Figure,
    ladder, read, subject,
    when::{self, When},
};
use crate::{
    domain::{
        adoption::{
            ledger::{self, Cell, Indicator, Level, Published, Unit},
            measure::Measure,
            period::Period,
            report::Organisation,
        },
        error::{Error, Result},
    },
    web::{context::Context, pager::Pager, sentence::Sentence, view::View},
};

/// The page.
#[derive(Serialize)]
pub struct Show {
    code: &'static str,
    name: String,
    /// What it is, and how it is counted.
    definition: [String; PARTS.len()],
    parts: [&'static str; PARTS.len()],
    when: Option<When>,
    /// What its figures are called.
    columns: Vec<String>,
    /// The organisation in each period, the newest first.
    periods: Vec<Row>,
    /// Units in the period, in the order of the tree.
    units: Vec<Row>,
    pages: Pager,
    subjects: Vec<subject::Line>,
}

/// Figures side by side.
#[derive(Clone, Debug, Serialize)]
struct Row {
    name: String,
    href: Option<String>,
    figures: Vec<Option<Figure>>,
}

impl View for Show {
    const TEMPLATE: &'static str = "adoption/report/indicator.html";

    fn title(&self) -> Sentence {
        Sentence::plain(self.name.clone())
    }

    fn samples() -> Vec<Self> {
        let row = |name: &str, href: Option<&str>| Row {
            name: name.into(),
            href: href.map(Into::into),
            figures: vec![Some(Figure::sample("63 %", None)), None],
        };
        let page = Some("/adoption/units/0190a1b2-0000-7000-8000-000000000001?period=2026-h1");
        let face = |measure: Measure| Self {
            code: measure.code(),
            name: "Kernwaarden".into(),
            definition: PARTS.map(|part| format!("{part}: minstens 5 antwoorden.")),
            parts: PARTS,
            when: Some(When::sample()),
            columns: vec!["Verbinding".into(), "Vertrouwen".into()],
            periods: vec![row("de eerste helft van 2026", None)],
            units: vec![row("Burgerzaken", page), row("Overige teams", None)],
            pages: Pager::single(2),
            subjects: subject::Line::samples(),
        };
        let bare = |measure| Self {
            when: None,
            periods: vec![],
            units: vec![],
            pages: Pager::single(0),
            subjects: vec![],
            ..face(measure)
        };
        Measure::ALL.into_iter().map(face).chain([bare(Measure::Reach)]).collect()
    }
}

/// The measure with this code, over the period in the address.
#[handler]
pub async fn show(cx: Context, Path(code): Path<String>) -> poem::Result<Response> {
    let measure = Measure::from_code(&code).ok_or(Error::Missing("measure"))?;
    let house = read::organisation(&cx).await?;
    let period = when::asked(&cx, &house.periods);
    let whole: Vec<_> =
        measure.indicators().iter().copied().filter(|one| *one != Indicator::Promise).collect();
    let (units, pages) = match period {
        Some(period) if measure != Measure::Ladder => units(&cx, period, &whole).await?,
        _ => (Vec::new(), Pager::single(0)),
    };
    let subjects = match period {
        Some(period) if measure != Measure::Ladder => subject::of(&cx, &house, period, measure).await?,
        _ => Vec::new(),
    };
    cx.page(&Show {
        code: measure.code(),
        name: figure::measure(&cx, measure),
        definition: definition::of(&cx, measure, &*read::rules(&cx).await?),
        parts: PARTS,
        when: period.map(|period| When::new(&cx, &house.periods, period)),
        columns: whole.iter().map(|one| figure::name(&cx, *one)).collect(),
        periods: if measure == Measure::Ladder { Vec::new() } else { periods(&cx, &house, &whole) },
        units,
        pages,
        subjects,
    })
}

fn periods(cx: &Context, house: &Organisation, wanted: &[Indicator]) -> Vec<Row> {
    let row = |period: &Period| Row {
        name: when::name(cx, period),
        href: None,
        figures: house.unit(period.id).map_or_else(Vec::new, |unit| figures(cx, unit, house.cells(), wanted)),
    };
    house.periods.iter().map(row).collect()
}

/// A page of the departments for who may see them all; for a head those that the viewer heads, the highest only.
async fn units(cx: &Context, period: &Period, wanted: &[Indicator]) -> Result<(Vec<Row>, Pager)> {
    let all = read::departments(cx, period).await?;
    let seen = match (&all, read::own(cx, period).await?) {
        (Some(all), _) => all.units.clone(),
        (None, Some(own)) => own.units,
        (None, None) => Vec::new(),
    };
    let page = departments::part(cx, &seen);
    let ids: Vec<_> = page.items.iter().map(|unit| unit.id).collect();
    let cells = ledger::cells_about(cx.db(), &ids, Level::Internal, wanted).await?;
    let code = when::code(period);
    let row = |unit: &&Unit| Row {
        name: ladder::name(cx, unit),
        href: ladder::href(unit, &code),
        figures: figures(cx, unit, &cells, wanted),
    };
    Ok((page.items.iter().map(row).collect(), Pager::new(cx, &page, seen.len() as u64)))
}

fn figures(
    cx: &Context,
    unit: &Unit,
    cells: &[Published<Cell>],
    wanted: &[Indicator],
) -> Vec<Option<Figure>> {
    let one = |indicator: &Indicator| {
        figure::find(cells, unit.id, *indicator).map(|cell| Figure::new(cx, cell, None))
    };
    wanted.iter().map(one).collect()
}
