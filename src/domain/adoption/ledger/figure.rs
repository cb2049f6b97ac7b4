//! A figure as it is shown: rounded, and one-sided where the number itself would say too much.

use crate::domain::adoption::{
    ledger::{Side, Trend},
    statistics::{Interval, Mean, Share},
};

/// From so many answers on "all" and "nobody" are shown as they are.
const MANY: f64 = 20.0;
/// With fewer answers of all who could answer, a figure is only an indication.
const ENOUGH: f64 = 0.4;

/// A figure that is not published yet.
#[derive(Clone, Debug, Default)]
pub struct Figure {
    pub(super) value: f64,
    pub(super) side: Option<Side>,
    pub(super) interval: Option<Interval>,
    pub(super) band: Option<String>,
    pub(super) indicative: bool,
    pub(super) share: Option<Share>,
    pub(super) mean: Option<Mean>,
    /// What a control chart says; what is compared with the period before gets its word later.
    pub(super) trend: Option<Trend>,
    /// How many answered, or cases there were.
    pub(super) answers: Option<f64>,
}

impl Figure {
    /// A share of work done, in whole hundredths.
    #[must_use]
    pub fn work(share: Share) -> Self {
        Self { value: hundredths(share.value()), share: Some(share), ..Self::default() }
    }

    /// The same with the 95 % interval, of so many cases.
    #[must_use]
    pub fn cases(share: Share) -> Self {
        let interval = share.interval().map(|(low, high)| (hundredths(low), hundredths(high)));
        Self { interval, band: Some(band(share.of)), answers: Some(share.of), ..Self::work(share) }
    }

    /// A share of what so many people answered or did, of so many who were asked where that is known: of few people "all" and
    /// "nobody" would tell of each.
    #[must_use]
    pub fn people(share: Share, answers: f64, asked: Option<f64>) -> Self {
        let figure = Self { band: Some(band(answers)), answers: Some(answers), ..Self::cases(share) };
        let figure = Self { indicative: asked.is_some_and(|all| answers < ENOUGH * all), ..figure };
        let (value, side) = match share.value() {
            none if answers < MANY && none <= f64::EPSILON => (0.1, Side::Below),
            all if answers < MANY && all >= 1.0 - f64::EPSILON => (0.9, Side::Above),
            _ => return figure,
        };
        Self { value, side: Some(side), interval: None, ..figure }
    }

    /// Within which quarter a share lies; the lower end belongs to it.
    #[must_use]
    pub fn quarter(share: Share) -> Self {
        let value = (share.value() * 4.0).floor().clamp(0.0, 3.0) / 4.0;
        Self { value, side: Some(Side::Band), share: Some(share), ..Self::default() }
    }

    /// Between what the truth lies when others had answered too.
    #[must_use]
    pub fn between(self, low: f64, high: f64) -> Self {
        Self { interval: self.interval.map(|_| (hundredths(low), hundredths(high))), ..self }
    }

    /// A mean to a tenth, of so many answers.
    #[must_use]
    pub fn mean(mean: Mean, answers: f64) -> Self {
        let interval = mean.interval().map(|(low, high)| (tenths(low), tenths(high)));
        let value = tenths(mean.value);
        let (band, answers) = (Some(band(answers)), Some(answers));
        Self { value, interval, band, answers, mean: Some(mean), ..Self::default() }
    }

    /// A number in its own unit, of so many where that is known.
    #[must_use]
    pub fn number(value: f64, of: Option<f64>) -> Self {
        Self { value, band: of.map(|of| of.to_string()), ..Self::default() }
    }

    /// The same with the word of its control chart.
    #[must_use]
    pub fn charted(self, trend: Trend) -> Self {
        Self { trend: Some(trend), ..self }
    }

    /// The same for residents: how many there were is rounded to five.
    #[must_use]
    pub(super) fn public(&self) -> Self {
        let band = self.answers.map(|answers| ((answers / 5.0).round() * 5.0).to_string());
        Self { band: band.or(self.band.clone()), ..self.clone() }
    }
}

/// How many there are, as it is shown inside the organisation.
fn band(answers: f64) -> String {
    match answers {
        few if few < 5.0 => "1-4",
        few if few < 10.0 => "5-9",
        some if some < 20.0 => "10-19",
        more if more < 50.0 => "20-49",
        _ => "50+",
    }
    .to_owned()
}

fn hundredths(share: f64) -> f64 {
    (share * 100.0).round() / 100.0
}

fn tenths(mean: f64) -> f64 {
    (mean * 10.0).round() / 10.0
}
