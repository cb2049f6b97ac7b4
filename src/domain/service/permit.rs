//! Permits that were decided: how many days each took, without the days on which we waited for the applicant, against the term of the
//! law and our own. Of a case itself nothing is kept.

use chrono::{Days, NaiveDate};

use super::{
    chart,
    period::Period,
    promise::{Every, Promise},
    reading::{self, Beside, Figure, Given, ReadingWay},
};
use crate::domain::{change::Change, error::Result};

/// The terms of a kind of case, in calendar days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    pub legal: u32,
    /// What the organisation set itself; nothing when it set none.
    pub own: Option<u32>,
}

/// A case that was decided, as the case system tells it.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    pub started: NaiveDate,
    pub decided: NaiveDate,
    /// By when it should have been ready by the plan.
    pub planned: Option<NaiveDate>,
    /// The last day by law, moved by suspension and extension.
    pub latest: Option<NaiveDate>,
    /// Whether it was ever suspended; nothing when the system does not tell.
    pub suspended: Option<bool>,
    /// Days by which the term was made longer.
    pub extended: u32,
}

/// What counts of a case.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decided {
    on: NaiveDate,
    /// Without suspension.
    days: f64,
    /// Days divided by the term of the law.
    ratio: f64,
    legal: bool,
    /// Nothing when there is no own term.
    own: Option<bool>,
}

impl Decided {
    /// Nothing for a case that cannot be: decided before it began, or without a term.
    ///
    /// The case system tells no days of suspension. They are by how much the last day lies later than term and extension say.
    #[must_use]
    pub fn of(case: &Case, terms: Terms) -> Option<Self> {
        let whole = u32::try_from((case.decided - case.started).num_days()).ok()?;
        let legal = Some(terms.legal).filter(|legal| *legal > 0)?;
        let expected = case.started.checked_add_days(Days::new((legal + case.extended).into()))?;
        let latest = case.latest.unwrap_or(expected);
        let moved = u32::try_from((latest - expected).num_days()).unwrap_or_default();
        let waited = if case.suspended == Some(false) { 0 } else { moved.min(whole) };
        let net = whole - waited;
        let planned = || case.planned.map(|day| case.decided <= day);
        Some(Self {
            on: case.decided,
            days: net.into(),
            ratio: f64::from(net) / f64::from(legal),
            legal: case.decided <= latest,
            own: terms.own.map(|own| net <= own).or_else(planned),
        })
    }
}

/// The days whose decisions are measured: those of the last period that is over. It is measured again every night until the next one
/// is over, because a decision may be written down late.
#[must_use]
pub fn span(every: Every, today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let period = Period::of(every, today).before();
    (period.begins_on, period.ends_on())
}

/// Enters the reading of the last period, unless somebody entered one, or nothing was decided. Gives how many were decided in it.
pub(super) async fn keep(
    change: &Change,
    promise: &Promise,
    decided: &[Decided],
    today: NaiveDate,
) -> Result<usize> {
    let (from, until) = span(promise.every, today);
    let within: Vec<_> = decided.iter().filter(|one| (from..=until).contains(&one.on)).collect();
    let ratios: Vec<f64> = within.iter().map(|one| one.ratio).collect();
    let Some(value) = chart::median(&ratios) else { return Ok(0) };
    if reading::entered_by_hand(change.db(), promise.id).await?.contains(&from) {
        return Ok(within.len());
    }
    let given = Given {
        promise: promise.id,
        begins_on: from,
        figure: Figure::Value { value, cases: i32::try_from(within.len()).ok() },
        beside: beside(&within),
        note: String::new(),
        way: ReadingWay::Counted,
    };
    reading::enter_all(change, &[given]).await?;
    Ok(within.len())
}

fn beside(within: &[&Decided]) -> Vec<(Beside, f64)> {
    let own: Vec<_> = within.iter().filter_map(|one| one.own).collect();
    let legal: Vec<_> = within.iter().map(|one| one.legal).collect();
    let days: Vec<_> = within.iter().map(|one| one.days).collect();
    let all = [
        (Beside::OwnTerm, share(&own)),
        (Beside::LegalTerm, share(&legal)),
        (Beside::MedianDays, chart::median(&days)),
        (Beside::P90Days, ninety(&days)),
    ];
    all.into_iter().filter_map(|(one, value)| Some((one, value?))).collect()
}

#[expect(clippy::cast_precision_loss, reason = "there are not so many cases")]
fn share(all: &[bool]) -> Option<f64> {
    let yes = all.iter().filter(|one| **one).count();
    (!all.is_empty()).then(|| yes as f64 / all.len() as f64)
}

/// Nine in ten took at most so many days: the smallest number of which that is true (nearest rank).
fn ninety(days: &[f64]) -> Option<f64> {
    let mut days = days.to_vec();
    days.sort_by(f64::total_cmp);
    days.get((days.len() * 9).div_ceil(10).checked_sub(1)?).copied()
}
