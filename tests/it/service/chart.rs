//! The limits of a control chart, against an example that was worked out apart from the code, and what a reader sees of them.

use olievlek::domain::service::chart::{limits, median};

use super::{
    promise::{draft, made},
    reading::{entered, share},
    *,
};

/// A year of months with some hundred cases each.
const YEAR: [(i32, i32); 12] = [
    (58, 100),
    (66, 120),
    (45, 80),
    (92, 150),
    (70, 110),
    (60, 95),
    (88, 140),
    (74, 105),
    (90, 130),
    (65, 100),
    (84, 115),
    (79, 110),
];

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

#[test]
fn the_limits_are_those_of_a_p_chart_with_the_correction_of_laney() {
    let found = limits(&YEAR).expect("limits");
    // 871 of 1355; worked out apart from the code.
    assert!(close(found.centre, 0.642_804_428_044_280_4), "{}", found.centre);
    assert!(close(found.sigma_z, 0.642_770_883_584_476_8), "{}", found.sigma_z);
    let (low, high) = found.bounds[0];
    assert!(close(low, 0.550_404_865_824_613_1) && close(high, 0.735_203_990_263_947_7), "{low} {high}");
    // Fewer cases, wider limits.
    assert!(found.bounds[2].0 < low && found.bounds[2].1 > high);
}

#[test]
fn with_thousands_of_cases_the_correction_keeps_chance_from_looking_special() {
    let met = [15_200, 15_900, 14_800, 16_300, 15_100, 15_800, 16_500, 14_900, 15_600, 16_000, 15_300, 9_000];
    let points = met.map(|met| (met, 20_000));
    let found = limits(&points).expect("limits");
    let values = points.map(|(met, cases)| f64::from(met) / f64::from(cases));
    assert!(close(found.sigma_z, 20.576_791_687_780_66), "{}", found.sigma_z);
    // Without it nine of the twelve would lie outside.
    assert_eq!(found.outside(&values), [11]);
}

#[test]
fn there_are_no_limits_of_too_few_points_or_of_points_that_tell_no_cases() {
    assert!(limits(&YEAR[..11]).is_none());
    assert!(limits(&[(0, 0); 12]).is_none());
    assert!(limits(&[(10, 10); 12]).is_none(), "when all is met there is nothing to spread");
    assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
    assert_eq!((median(&[4.0, 1.0]), median(&[])), (Some(2.5), None));
}

#[tokio::test]
async fn a_chart_says_what_is_seen_and_shows_its_numbers() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let row = made(&house, &draft("N01")).await;
    let months = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];
    for (month, (met, cases)) in months.iter().zip(YEAR).take(11) {
        entered(&house, &share(&row, &format!("2025-{month}-01"), met, cases)).await;
    }
    let page = shown(&house, people.fenna, "/promises/N01").await;
    assert!(page.contains("role=\"img\"") && page.contains("Grenzen tekenen we vanaf"), "{page}");
    assert!(!page.contains("chart__limit"));
    entered(&house, &share(&row, "2025-12-01", 12, 110)).await;
    let page = shown(&house, people.fenna, "/promises/N01").await;
    assert!(page.contains("Eén waarde ligt buiten de grenzen") && page.contains("chart__outside"));
    assert!(page.contains("Bovengrens") && page.contains("Buiten de grenzen van de grafiek"));
    assert!(page.contains("<title id=\"chart-title\">") && !page.contains("style="));
}
