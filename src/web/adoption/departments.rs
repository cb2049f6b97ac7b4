//! All departments beside each other, a page of them at a time, for whoever runs the programme.

use serde::Serialize;

use super::{
    ladder::{Before, Rung, Warm},
    read, when,
};
use crate::{
    domain::{
        adoption::{
            ledger::{self, Level, Unit},
            measure::Measure,
            period::Period,
            report::{self, Departments, Organisation},
        },
        error::Result,
        page::{DEFAULT_LIMIT, Page},
    },
    web::{context::Context, pager::Pager},
};

/// The ladder and the values of a page of departments.
#[derive(Clone, Debug, Serialize)]
pub struct Side {
    pub pages: Pager,
    pub ladder: Vec<Rung>,
    /// From the pulse.
    pub pulse: Vec<Warm>,
    /// From votes in the room: a family of their own.
    pub votes: Vec<Warm>,
}

impl Side {
    /// For samples.
    pub fn sample() -> Self {
        Self {
            pages: Pager::single(6),
            ladder: Rung::samples(),
            pulse: Warm::samples(),
            votes: Warm::samples(),
        }
    }
}

/// Where every department was one period earlier.
///
/// # Errors
/// When the database fails.
pub async fn before(cx: &Context, house: &Organisation, period: &Period) -> Result<Before> {
    let Some(earlier) = house.before(period) else { return Ok(Before::new()) };
    let known = read::departments(cx, earlier).await?;
    let units = known.iter().flat_map(|known| &known.units);
    Ok(units.filter_map(|unit| unit.department.zip(unit.step)).collect())
}

/// The page of departments that the address asks for.
///
/// # Errors
/// When the database fails.
pub async fn side(cx: &Context, all: &Departments, (period, before): (&Period, &Before)) -> Result<Side> {
    let page = part(cx, &all.units);
    let ids: Vec<_> = page.items.iter().map(|unit| unit.id).collect();
    let ticks = report::ticks(cx.db(), &ids).await?;
    let wanted = [Measure::Values.indicators(), Measure::Votes.indicators()].concat();
    let cells = ledger::cells_about(cx.db(), &ids, Level::Internal, &wanted).await?;
    let code = when::code(period);
    let rung = |unit: &&Unit| Rung::new(cx, unit, all.cluster(unit), (&ticks, before, &code));
    let warm = |measure| {
        let one = |unit: &&Unit| Warm::new(cx, (unit, all.cluster(unit)), &cells, (measure, &code));
        page.items.iter().map(one).collect::<Vec<_>>()
    };
    Ok(Side {
        ladder: page.items.iter().filter_map(rung).collect(),
        pulse: warm(Measure::Values),
        votes: warm(Measure::Votes),
        pages: Pager::new(cx, &page, all.units.len() as u64),
    })
}

/// The part that the address asks for: its cursor is how many came before.
pub fn part<'a>(cx: &Context, units: &'a [Unit]) -> Page<&'a Unit> {
    let size = usize::try_from(DEFAULT_LIMIT).unwrap_or(usize::MAX);
    let from = cx.query().all("after").last().and_then(|text| text.parse().ok()).unwrap_or(0_usize);
    let next = from.saturating_add(size);
    Page {
        items: units.iter().skip(from).take(size).collect(),
        next: (next < units.len()).then(|| next.to_string()),
    }
}
