//! Two periods that were told of, for the tests of what shows them.

use entity::adoption_cell::{self, Indicator, Trend};

pub use crate::house::{
    TestHouse,
    published::{COUNTER, Figures, ORGANISATION, PERMITS, PHONE, REST, about, cell},
    world::Named,
};

/// What stands in the place of every figure that is not shown.
pub const TOO_FEW: &str = "te weinig antwoorden om te tonen";

fn trend(cell: (usize, adoption_cell::Model), trend: Trend) -> (usize, adoption_cell::Model) {
    (cell.0, adoption_cell::Model { trend: Some(trend), low: Some(0.53), high: Some(0.85), ..cell.1 })
}

/// Two half-years: permits goes from step 1 to 2, the counter stays where it was; of the counter too few answered.
pub async fn two_periods(house: &TestHouse, named: &Named) -> [Figures; 2] {
    let oil = |shares: [f64; 5]| {
        let step = |(step, share): (usize, f64)| {
            about(ORGANISATION, Indicator::OilStain, &(step + 1).to_string(), share)
        };
        shares.into_iter().enumerate().map(step).collect::<Vec<_>>()
    };
    let mut early = oil([0.4, 0.2, 0.1, 0.0, 0.0]);
    early.extend([
        cell(ORGANISATION, Indicator::Reach, 0.21),
        cell(ORGANISATION, Indicator::ValueTrust, 0.41),
        cell(PERMITS, Indicator::ValueTrust, 0.47),
    ]);
    let early = house.published(named, ("2025-01-01", [1, 0]), early).await;
    let mut late = oil([0.6, 0.3, 0.2, 0.0, 0.0]);
    late.extend([
        cell(ORGANISATION, Indicator::Reach, 0.36),
        trend(cell(ORGANISATION, Indicator::ValueTrust, 0.63), Trend::Higher),
        trend(cell(ORGANISATION, Indicator::ValueCraft, 0.57), Trend::NoDifference),
        trend(cell(PERMITS, Indicator::ValueTrust, 0.72), Trend::TooLittle),
        cell(PERMITS, Indicator::VoteTrust, 0.83),
        cell(REST, Indicator::ValueTrust, 0.55),
        cell(PHONE, Indicator::ValueTrust, 0.88),
        cell(COUNTER, Indicator::Reach, 0.19),
    ]);
    [early, house.published(named, ("2025-07-01", [2, 0]), late).await]
}
