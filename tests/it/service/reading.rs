//! What was measured: which periods there are, corrections, targets as they were, and misses that become improvements.

use entity::{id::*, role::RoleKind};
use olievlek::domain::{
    actor::Actor,
    dialogue::improvement,
    error::Result,
    page::Window,
    privacy::erasure::{self, Why},
    service::{
        missed,
        promise::{Direction, Draft, Every, Promise, PromiseUnit},
        reading::{self, Beside, Figure, Given, Line, ReadingWay, results},
    },
};

use super::{
    promise::{draft, find, made, rewrites},
    *,
};

pub fn share(promise: &Promise, begins_on: &str, met: i32, cases: i32) -> Given {
    figure(promise, begins_on, Figure::Cases { met, cases })
}

fn figure(promise: &Promise, begins_on: &str, figure: Figure) -> Given {
    Given {
        promise: promise.id,
        begins_on: day(begins_on),
        figure,
        beside: Vec::new(),
        note: String::new(),
        way: ReadingWay::Form,
    }
}

fn value(promise: &Promise, begins_on: &str, value: f64) -> Given {
    figure(promise, begins_on, Figure::Value { value, cases: None })
}

pub async fn enters(house: &TestHouse, who: &Actor, given: &Given) -> Result<ReadingId> {
    house.write(who, |change| async move { reading::enter(&change, given).await }).await
}

pub async fn entered(house: &TestHouse, given: &Given) -> ReadingId {
    enters(house, &Actor::operator(), given).await.expect("a reading")
}

async fn now(house: &TestHouse, promise: &Promise) -> Vec<Line> {
    reading::page(&house.db.reader, promise.id, &Window::default()).await.unwrap().items
}

#[tokio::test]
async fn a_reading_is_of_a_whole_period_that_is_over() {
    let house = TestHouse::new().await;
    let row = made(&house, &draft("N01")).await;
    let quarter = made(&house, &Draft { every: Every::Quarter, ..draft("N02") }).await;
    let operator = Actor::operator();
    let why = async |given: Given| wrong(enters(&house, &operator, &given).await);
    // It is 2 March 2026.
    assert_eq!(why(share(&row, "2026-02-02", 1, 2)).await, [("period", "period-not-whole")]);
    assert_eq!(why(share(&row, "2026-03-01", 1, 2)).await, [("period", "period-not-over")]);
    assert_eq!(why(share(&row, "2027-01-01", 1, 2)).await, [("period", "period-not-over")]);
    assert_eq!(why(share(&row, "1999-12-01", 1, 2)).await, [("period", "period-too-old")]);
    assert_eq!(why(share(&quarter, "2026-01-01", 1, 2)).await, [("period", "period-not-over")]);
    assert_eq!(why(share(&quarter, "2025-11-01", 1, 2)).await, [("period", "period-not-whole")]);
    assert!(why(share(&row, "2026-02-01", 1, 2)).await.is_empty());
    assert!(why(share(&quarter, "2025-10-01", 1, 2)).await.is_empty());
}

#[tokio::test]
async fn a_value_fits_its_unit() {
    let house = TestHouse::new().await;
    let of = async |code: &str, unit| made(&house, &Draft { unit, target: 1.0, ..draft(code) }).await;
    let (part, grade) = (of("A", PromiseUnit::Share).await, of("B", PromiseUnit::Grade).await);
    let (count, ratio) = (of("C", PromiseUnit::Count).await, of("D", PromiseUnit::Ratio).await);
    let operator = Actor::operator();
    let why = async |given: Given| wrong(enters(&house, &operator, &given).await);
    assert_eq!(why(share(&part, "2026-01-01", 3, 2)).await, [("met", "out-of-range")]);
    assert_eq!(why(share(&part, "2026-01-01", 0, 0)).await, [("cases", "out-of-range")]);
    assert_eq!(why(value(&part, "2026-01-01", 72.0)).await, [("value", "not-a-share")]);
    assert_eq!(why(value(&grade, "2026-01-01", 0.5)).await, [("value", "not-a-grade")]);
    assert_eq!(why(value(&count, "2026-01-01", 21.5)).await, [("value", "not-a-number")]);
    assert_eq!(why(value(&ratio, "2026-01-01", -0.1)).await, [("value", "not-a-figure")]);
    assert_eq!(why(share(&ratio, "2026-01-01", 1, 2)).await, [("met", "not-for-this-unit")]);
    let beside = |one| Given { beside: vec![one], ..value(&ratio, "2026-01-01", 0.8) };
    assert_eq!(why(beside((Beside::Abandoned, 0.1))).await, [("abandoned-share", "not-a-share")]);
    assert_eq!(why(beside((Beside::OwnTerm, 1.2))).await, [("own-term-share", "not-a-share")]);
    assert!(why(beside((Beside::MedianDays, 31.0))).await.is_empty());
    let lines = now(&house, &ratio).await;
    assert_eq!(lines[0].beside, [(Beside::MedianDays, 31.0)]);
}

#[tokio::test]
async fn a_correction_is_a_new_reading_with_a_reason_and_the_old_one_stays_readable() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.grant(people.daan, RoleKind::QualityOfficer, None).await;
    let row = made(&house, &draft("N01")).await;
    let daan = house.actor(people.daan).await;
    let first = enters(&house, &daan, &share(&row, "2026-01-01", 60, 100)).await.expect("a reading");
    let again = share(&row, "2026-01-01", 72, 100);
    assert_eq!(wrong(enters(&house, &daan, &again).await), [("note", "reading-reason")]);
    let fenna = house.actor(people.fenna).await;
    assert_eq!(refused(enters(&house, &fenna, &again).await), "forbidden");
    let again = Given { note: "Een dag ontbrak.".into(), ..again };
    enters(&house, &daan, &again).await.expect("a correction");
    let lines = now(&house, &row).await;
    assert_eq!(
        (lines.len(), lines[0].row.met, lines[0].row.note.as_str()),
        (1, Some(72), "Een dag ontbrak.")
    );
    let old = reading::corrected(&house.db.reader, row.id, 50).await.unwrap();
    assert_eq!((old[0].row.id, old[0].row.value, old[0].row.replaced_at), (first, 0.6, Some(house.now())));
    // Everybody reads both; who entered it is read by who measures.
    let page = shown(&house, people.fenna, "/promises/N01").await;
    assert!(page.contains("60\u{a0}%") || page.contains("60 %"), "{page}");
    assert!(page.contains("Een dag ontbrak.") && !page.contains("Daan van der Velde"));
    assert!(shown(&house, people.manager, "/promises/N01").await.contains("Daan van der Velde"));
}

#[tokio::test]
async fn another_target_leaves_what_was_measured_before_as_it_was() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let row = made(&house, &draft("N01")).await;
    entered(&house, &share(&row, "2025-12-01", 92, 100)).await;
    rewrites(&house, people.manager, &row, &Draft { target: 0.95, ..draft("N01") }).await.expect("changed");
    entered(&house, &share(&row, "2026-01-01", 92, 100)).await;
    // A correction of the old period is judged by the target of then.
    let old = Given { note: "Dubbel geteld.".into(), ..share(&row, "2025-12-01", 91, 100) };
    entered(&house, &old).await;
    let row = find(&house, "N01").await;
    let lines = now(&house, &row).await;
    let kept: Vec<_> =
        lines.iter().map(|line| (line.row.target, reading::is_kept(&row, &line.row))).collect();
    assert_eq!(kept, [(0.95, false), (0.9, true)]);
}

#[tokio::test]
async fn what_promises_came_to_over_a_span_is_all_that_was_met_of_all_that_was_due() {
    let house = TestHouse::new().await;
    let shares = made(&house, &draft("A")).await;
    let count = Draft { unit: PromiseUnit::Count, target: 35.0, every: Every::Quarter, ..draft("B") };
    let count = made(&house, &count).await;
    let most = Direction::AtMost;
    let ratio = Draft { unit: PromiseUnit::Ratio, direction: most, target: 0.85, ..draft("C") };
    let ratio = made(&house, &ratio).await;
    made(&house, &draft("D")).await;
    for (month, met, cases) in [("2025-09-01", 1, 100), ("2025-10-01", 90, 100), ("2025-11-01", 180, 300)] {
        entered(&house, &share(&shares, month, met, cases)).await;
    }
    for (quarter, services) in [("2025-07-01", 20.0), ("2025-10-01", 33.0)] {
        entered(&house, &value(&count, quarter, services)).await;
    }
    for (month, median) in [("2025-10-01", 0.8), ("2025-12-01", 0.9)] {
        entered(&house, &value(&ratio, month, median)).await;
    }
    let found = results(&house.db.reader, day("2025-10-01"), day("2025-12-31")).await.unwrap();
    let told: Vec<_> = found.iter().map(|one| (one.code.as_str(), one.met, one.cases, one.kept)).collect();
    assert_eq!(told, [("A", Some(270), Some(400), false), ("B", None, None, false), ("C", None, None, true)]);
    let values: Vec<_> = found.iter().map(|one| one.value).collect();
    assert!(
        (values[0] - 0.675).abs() < 1e-9 && values[1] == 33.0 && (values[2] - 0.85).abs() < 1e-9,
        "{values:?}"
    );
    // A quarter that only begins within the span is no whole period of it.
    let part = results(&house.db.reader, day("2025-10-01"), day("2025-11-30")).await.unwrap();
    assert_eq!(part.iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), ["A", "C"]);
}

#[tokio::test]
async fn a_miss_opens_one_improvement_at_whoever_answers_for_the_promise() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.grant(people.daan, RoleKind::QualityOfficer, None).await;
    let row = made(&house, &Draft { department: Some(people.permits), ..draft("N01") }).await;
    entered(&house, &share(&row, "2025-12-01", 95, 100)).await;
    entered(&house, &share(&row, "2026-01-01", 72, 100)).await;
    let opens = async |who, period: &str| {
        let (actor, begins_on, id) = (house.actor(who).await, day(period), row.id);
        let words = ("Sneller terugbellen", "In januari was het 72 %.");
        house.write(&actor, |change| async move { missed::open(&change, id, begins_on, words).await }).await
    };
    assert_eq!(refused(opens(people.fenna, "2026-01-01").await), "forbidden");
    assert_eq!(refused(opens(people.daan, "2025-12-01").await), "not now", "it was on target");
    assert_eq!(refused(opens(people.daan, "2025-11-01").await), "missing");
    let id = opens(people.daan, "2026-01-01").await.expect("an improvement");
    assert_eq!(opens(people.manager, "2026-01-01").await.expect("the same"), id);
    let today = house.policy.day(house.now());
    let head = house.actor(people.head).await;
    let seen = improvement::find(&house.db.reader, &head, id, today).await.expect("her team's");
    assert!(seen.answers && seen.row.title == "Sneller terugbellen");
    let of = missed::of_improvement(&house.db.reader, id).await.unwrap().expect("of a promise");
    assert_eq!((of.0.code.as_str(), of.1.code().as_str()), ("N01", "2026-01"));
    // On both pages; whoever may not read it yet sees that there is one.
    assert!(shown(&house, people.head, &format!("/improvements/{id}")).await.contains("/promises/N01"));
    assert!(shown(&house, people.head, "/promises/N01").await.contains("Sneller terugbellen"));
    let noor = shown(&house, people.noor, "/promises/N01").await;
    assert!(noor.contains("Er loopt een verbeteractie") && !noor.contains("Sneller terugbellen"));
}

#[tokio::test]
async fn who_is_erased_leaves_the_figures_and_takes_the_name() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.grant(people.daan, RoleKind::QualityOfficer, None).await;
    let row = made(&house, &draft("N01")).await;
    let daan = house.actor(people.daan).await;
    enters(&house, &daan, &share(&row, "2026-01-01", 60, 100)).await.expect("a reading");
    house.leave(people.daan).await;
    let erase =
        |change: std::sync::Arc<_>| async move { erasure::erase(&change, people.daan, Why::Asked).await };
    house.write(&Actor::operator(), erase).await.expect("erased");
    let lines = now(&house, &row).await;
    assert_eq!((lines[0].row.met, lines[0].row.entered_by), (Some(60), None));
}

#[tokio::test]
async fn a_missed_promise_says_so_in_the_sentence_with_its_figure() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let row = made(&house, &draft("N01")).await;
    entered(&house, &share(&row, "2025-12-01", 95, 100)).await;
    entered(&house, &share(&row, "2026-01-01", 72, 100)).await;
    let page = shown(&house, people.fenna, "/promises").await;
    let said = "De laatste keer (januari 2026) was het 72 %, en dat is niet gehaald: het doel is minstens 90 %; van de laatste 2 perioden lukte het één keer.";
    let plain = page.replace('\u{a0}', " ").replace(['\u{2068}', '\u{2069}'], "");
    assert!(plain.contains(said), "{plain}");
}
