//! The report on paper: what the viewer sees on the page, as PDF.

use poem::{Response, handler};

use super::{
    chart::Stain,
    departments,
    figure::{self, Figure},
    ladder::{Rung, Warm},
    line::{Beside, Group, groups},
    read, said, when,
};
use crate::{
    domain::{
        adoption::{
            ledger::{self, Level, Unit},
            measure::Measure,
            period::Period,
            report::{self, Departments, Organisation},
        },
        dialogue::improvement::board::Item,
        error::{Error, Result},
    },
    print::report::{Grid, Picture, Report},
    web::{context::Context, print, sentence::Sentence},
};

/// The colours of the areas and lines on paper: the brand, light and dark.
const COLOURS: [&str; 2] = ["#a5cac7", "#0b5557"];

/// The report over the period in the address.
#[handler]
pub async fn show(cx: Context) -> poem::Result<Response> {
    let house = read::organisation(&cx).await?;
    let period = when::asked(&cx, &house.periods).ok_or(Error::Missing("adoption_period"))?;
    let paper = paper(&cx, &house, period).await?;
    let name = format!("{}-{}", say(&cx, "spread-title").to_lowercase(), when::code(period));
    print::answer(&cx, cx.language(), &name, paper).await
}

fn say(cx: &Context, key: &'static str) -> String {
    cx.say(&Sentence::new(key))
}

async fn paper(cx: &Context, house: &Organisation, period: &Period) -> Result<Report> {
    let own = read::own(cx, period).await?;
    let beside = own.as_ref().and_then(|own| Some((own.beside()?, own.cells())));
    let mut lines = said::changed(cx, house, period);
    let mut tables = vec![indicators(cx, house, period, beside)];
    if let Some(all) = read::departments(cx, period).await? {
        let before = departments::before(cx, house, period).await?;
        lines.extend(said::standing(cx, &all, &before));
        tables.extend(side_by_side(cx, &all, period).await?);
    }
    tables.extend(improvements(cx, period).await?);
    let closed = period.closed_at.map(|at| cx.dates().date_year(cx.dates().day(at))).unwrap_or_default();
    Ok(Report {
        title: say(cx, "spread-title"),
        period: when::name(cx, period),
        lines,
        stain: said::stain(cx, house, period).map(|stain| picture(cx, &stain)),
        tables,
        notes: vec![
            cx.say(&Sentence::new("spread-paragraph-end").with("date", closed)),
            say(cx, "spread-how-read"),
        ],
    })
}

/// What was done in the period, the last first; nothing where nothing was.
async fn improvements(cx: &Context, period: &Period) -> Result<Option<Grid>> {
    let done = read::improvements(cx, period).await?;
    let row = |item: &Item| {
        let (team, effect) = (item.team.clone(), item.row.effect.clone());
        vec![item.row.title.clone(), team.unwrap_or_default(), effect.unwrap_or_default()]
    };
    let columns =
        ["improvements-section-done", "improvement-team", "improvement-effect"].map(|key| say(cx, key));
    let rows: Vec<_> = done.iter().map(row).collect();
    let grid = Grid { heading: say(cx, "improvements-title"), columns: columns.to_vec(), rows };
    Ok((!done.is_empty()).then_some(grid))
}

fn picture(cx: &Context, stain: &Stain) -> Picture {
    let columns = std::iter::once(say(cx, "spread-column-period"))
        .chain((1..=5_u32).map(|step| cx.say(&Sentence::new("spread-step-short").with("step", step))));
    let row = |moment: &super::chart::Moment| {
        std::iter::once(moment.name.clone()).chain(moment.shares.iter().cloned()).collect()
    };
    Picture {
        heading: say(cx, "spread-stain"),
        svg: stain.svg(&COLOURS.map(str::to_owned)),
        sentence: stain.sentence.clone(),
        table: Grid {
            heading: String::new(),
            columns: columns.collect(),
            rows: stain.periods.iter().map(row).collect(),
        },
    }
}

fn indicators(cx: &Context, house: &Organisation, period: &Period, beside: Beside<'_>) -> Grid {
    let mut columns =
        ["spread-column-indicator", "spread-column-value", "spread-column-n", "spread-column-trend"]
            .map(|key| say(cx, key))
            .to_vec();
    columns.extend(beside.map(|(unit, _)| unit.name.clone()));
    let row = |group: &Group, line: &super::line::Line| {
        let name =
            if group.lines.len() > 1 { format!("{}: {}", group.name, line.name) } else { group.name.clone() };
        let figure = line.figure.as_ref();
        let trend = figure.and_then(|figure| figure.trend);
        let mut row = vec![
            name,
            in_words(cx, figure),
            figure.and_then(|figure| figure.band.clone()).unwrap_or_default(),
            trend.map_or_else(String::new, |trend| {
                cx.words().say(cx.language(), &format!("spread-trend-{trend}"), &[])
            }),
        ];
        row.extend(beside.map(|_| in_words(cx, line.own.as_ref())));
        row
    };
    let groups = groups(cx, house, period.id, beside);
    let rows = groups
        .iter()
        .flat_map(|group| group.lines.iter().filter(|line| !line.split).map(move |line| row(group, line)));
    Grid { heading: say(cx, "spread-indicators"), columns, rows: rows.collect() }
}

fn in_words(cx: &Context, figure: Option<&Figure>) -> String {
    let Some(figure) = figure else { return figure::too_few(cx) };
    let mut text = figure.value.clone();
    if let Some(interval) = &figure.interval {
        text += &format!(" ({interval})");
    }
    if figure.indicative {
        text += &format!(", {}", say(cx, "spread-indicative"));
    }
    text
}

/// The ladder and the values of all departments, in the order of the tree.
async fn side_by_side(cx: &Context, all: &Departments, period: &Period) -> Result<Vec<Grid>> {
    let ids: Vec<_> = all.units.iter().map(|unit| unit.id).collect();
    let ticks = report::ticks(cx.db(), &ids).await?;
    let cells = ledger::cells_about(cx.db(), &ids, Level::Internal, Measure::Values.indicators()).await?;
    let code = when::code(period);
    let nothing = super::ladder::Before::new();
    let rung = |unit: &Unit| Rung::new(cx, unit, None, (&ticks, &nothing, &code));
    let rungs = all.units.iter().filter_map(rung).map(|rung| {
        let step = cx.say(&Sentence::new("spread-step").with("step", rung.step));
        vec![rung.name, step]
    });
    let warm = |unit: &Unit| Warm::new(cx, (unit, None), &cells, (Measure::Values, &code));
    let values = all.units.iter().map(warm).map(|warm| {
        std::iter::once(warm.name).chain(warm.figures.iter().map(|one| in_words(cx, one.as_ref()))).collect()
    });
    let names = Measure::Values.indicators().iter().map(|one| figure::name(cx, *one));
    let unit = || say(cx, "spread-column-unit");
    Ok(vec![
        Grid {
            heading: say(cx, "spread-ladder"),
            columns: vec![unit(), say(cx, "spread-column-step")],
            rows: rungs.collect(),
        },
        Grid {
            heading: say(cx, "spread-heat"),
            columns: std::iter::once(unit()).chain(names).collect(),
            rows: values.collect(),
        },
    ])
}
