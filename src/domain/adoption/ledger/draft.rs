//! What is about to be published of a period. Here is the only place where a figure comes into being: one of work done as it is, one of
//! what people answered only with a set of answers that the class rule let through.

use std::collections::HashSet;

use chrono::NaiveDate;
use entity::{adoption_cell as cell, adoption_set as set, id::*};

use super::{Accepted, Cell, Figure, Indicator, Level, Opinion, Published, Side, UnitKind, Work};
use crate::domain::adoption::{period::Period, statistics::Share, unit::Units};

/// Everything that is to be published of a period.
#[derive(Debug)]
pub struct Draft {
    pub(super) period: PeriodId,
    pub(super) on: NaiveDate,
    pub people: u64,
    pub people_public: u64,
    pub headcount: u64,
    pub(super) sets: Vec<set::Model>,
    pub(super) cells: Vec<cell::Model>,
}

impl Draft {
    /// Nothing yet.
    #[must_use]
    pub fn new(period: &Period, on: NaiveDate) -> Self {
        let number = |number: i32| u64::try_from(number).unwrap_or_default();
        Self {
            period: period.id,
            on,
            people: number(period.people),
            people_public: number(period.people_public),
            headcount: number(period.headcount),
            sets: Vec::new(),
            cells: Vec::new(),
        }
    }

    /// So many people at least are behind a figure of this level.
    #[must_use]
    pub const fn least(&self, level: Level) -> u64 {
        match level {
            Level::Internal => self.people,
            Level::Public => self.people_public,
        }
    }

    /// A figure of what people answered, of a set that was accepted.
    pub fn answered(&mut self, set: &Accepted, opinion: Opinion, figure: &Figure) {
        let figure = match set.level {
            Level::Internal => figure.clone(),
            Level::Public => figure.public(),
        };
        let about = (opinion.into(), set.subject.as_str(), set.level);
        self.push(set.unit, about, (&figure, Some(set.id)));
    }

    /// A figure of work done; of the organisation and its domains for residents too, but for what few people had to do.
    pub fn counted(&mut self, units: &Units, at: usize, (work, subject): (Work, &str), figure: &Figure) {
        let node = &units.nodes[at];
        self.push(node.id, (work.into(), subject, Level::Internal), (figure, None));
        let high = matches!(node.kind, UnitKind::Organisation | UnitKind::Domain);
        if high && node.headcount >= self.people_public && work != Work::Assigned {
            self.push(node.id, (work.into(), subject, Level::Public), (&figure.public(), None));
        }
    }

    fn push(
        &mut self,
        unit: UnitId,
        (indicator, subject, level): (Indicator, &str, Level),
        (figure, set): (&Figure, Option<PublishedSetId>),
    ) {
        let share = figure.share.unwrap_or_default();
        let made = |number: f64| figure.share.map(|_| number);
        self.cells.push(cell::Model {
            id: CellId::new(),
            period_id: self.period,
            unit_id: unit,
            indicator,
            subject: subject.to_owned(),
            level,
            set_id: set,
            value: figure.value,
            side: figure.side.unwrap_or(Side::Exact),
            low: figure.interval.map(|(low, _)| low),
            high: figure.interval.map(|(_, high)| high),
            band: figure.band.clone(),
            trend: figure.trend,
            indicative: figure.indicative,
            positive: made(share.part).or(figure.mean.map(|mean| mean.value)),
            total: made(share.of).or(figure.mean.map(|mean| mean.of)),
            population: share.population,
            spread: figure.mean.map(|mean| mean.variance),
        });
    }

    /// The units of which something is published.
    #[must_use]
    pub fn units(&self) -> HashSet<UnitId> {
        self.cells.iter().map(|cell| cell.unit_id).collect()
    }

    /// What is published of all units inside the organisation.
    pub fn all(&self, indicator: Indicator) -> impl Iterator<Item = Published<Cell>> {
        let is = move |one: &&cell::Model| one.indicator == indicator && one.level == Level::Internal;
        self.cells.iter().filter(is).cloned().map(Into::into)
    }

    /// What is published of a unit.
    #[must_use]
    pub fn find(&self, unit: UnitId, indicator: Indicator, subject: &str) -> Option<Published<Cell>> {
        let is = |one: &&cell::Model| {
            one.unit_id == unit
                && one.indicator == indicator
                && one.level == Level::Internal
                && one.subject == subject
        };
        self.cells.iter().find(is).cloned().map(Into::into)
    }
}

/// So many of these.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "there are not so many people")]
pub fn share(part: u64, of: u64) -> Share {
    Share::new(part as f64, of as f64)
}
