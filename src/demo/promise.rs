//! What is promised to residents, from the file with the code that reads real ones, and twenty months of what was measured: calling
//! back that grows better and is not good yet, a telephone that is busy in January and in summer, permits that come faster, and a status
//! page for one service after another.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use entity::id::*;

use super::{at, persona::Persona};
use crate::domain::{
    actor::Actor,
    change::House,
    error::Result,
    people::{department, import::read, person},
    service::{
        call_back::{self, Day},
        import, missed,
        period::Period,
        promise::{self, Draft, Every, Origin, Promise},
        reading::{self, Beside, Figure, Given, ReadingWay},
    },
};

const FILE: &[u8] = include_bytes!("data/promises.csv");

/// What the file does not say of a promise.
struct More {
    code: &'static str,
    text_en: &'static str,
    indicator: [&'static str; 2],
    origin: Origin,
    measured_by: &'static str,
    source: &'static str,
    definition: [&'static str; 2],
}

const MORE: [More; 5] = [
    More {
        code: "N01",
        text_en: "You are called back within two working days",
        indicator: [
            "Binnen twee werkdagen teruggebeld / alle verzoeken die beantwoord moesten zijn",
            "Called back within two working days / all requests that were due",
        ],
        origin: Origin::CallBacks,
        measured_by: "Klantcontactcentrum",
        source: "Lijst van terugbelverzoeken",
        definition: [
            "De tijd begint bij het contact; na vijf uur telt als de volgende dag. Wie te laat of nog niet gebeld is, telt als gemist.",
            "Time starts at the contact; after five counts as the next day. Who was called too late, or not yet, counts as missed.",
        ],
    },
    More {
        code: "N02",
        text_en: "We answer the telephone within 25 seconds",
        indicator: [
            "Beantwoord binnen 25 s / (aangeboden − afgehaakt binnen 25 s)",
            "Answered within 25 s / (offered − given up within 25 s)",
        ],
        origin: Origin::Entered,
        measured_by: "Klantcontactcentrum",
        source: "Telefooncentrale",
        definition: [
            "Wie ophangt binnen 25 seconden, telt niet mee. Ernaast staat wie er van alle bellers ophing.",
            "Who hangs up within 25 seconds does not count. Beside it stands how many of all callers hung up.",
        ],
    },
    More {
        code: "N03",
        text_en: "You hear about your permit sooner than the law says",
        indicator: ["Mediaan van netto dagen / wettelijke termijn", "Median of net days / legal term"],
        origin: Origin::Entered,
        measured_by: "Vergunningen",
        source: "Zaaksysteem",
        definition: [
            "Dagen waarop we op de aanvrager wachten, tellen niet mee. Ernaast staan onze eigen norm, de wettelijke termijn, de mediaan en wat negen van de tien haalden.",
            "Days on which we wait for the applicant do not count. Beside it stand our own norm, the legal term, the median and what nine in ten had.",
        ],
    },
    More {
        code: "N04",
        text_en: "You can follow your application online",
        indicator: [
            "Diensten met een werkende statuspagina, van de 35",
            "Services with a working status page, of the 35",
        ],
        origin: Origin::Entered,
        measured_by: "Dienstverlening",
        source: "Eigen telling",
        definition: [
            "Op de laatste dag van het kwartaal is elke pagina geprobeerd.",
            "On the last day of the quarter every page was tried.",
        ],
    },
    More {
        code: "N05",
        text_en: "Residents give our service an 8",
        indicator: ["Gemiddeld rapportcijfer van 1 tot en met 10", "Mean grade from 1 to 10"],
        origin: Origin::Grades,
        measured_by: "Dienstverlening",
        source: "Vragenlijst na contact",
        definition: [
            "Alle kanalen samen. Een cijfer van iemand telt één keer.",
            "All channels together. A grade of somebody counts once.",
        ],
    },
];

/// How many months there is something of.
const MONTHS: usize = 20;
/// Shares of calling back and of answering, in thousandths, the oldest first.
const BACK: [i32; MONTHS] =
    [580, 548, 611, 571, 628, 566, 620, 641, 592, 655, 609, 668, 622, 697, 640, 702, 655, 731, 676, 718];
/// By month of the year.
const ANSWERED: [i32; 12] = [702, 768, 803, 822, 818, 806, 742, 735, 794, 815, 826, 810];
const CALLS: [i32; 12] =
    [14_210, 11_480, 10_960, 9_870, 9_540, 9_310, 11_820, 11_350, 10_240, 9_660, 9_480, 8_920];
/// Seven quarters: the ratio of permits, then own norm, legal term, median days and P90 days.
const PERMITS: [[f64; 5]; 7] = [
    [1.02, 0.52, 0.79, 57.0, 98.0],
    [0.98, 0.55, 0.82, 55.0, 94.0],
    [0.96, 0.58, 0.84, 54.0, 91.0],
    [0.93, 0.61, 0.86, 52.0, 88.0],
    [0.9, 0.66, 0.89, 50.0, 83.0],
    [0.87, 0.69, 0.91, 49.0, 80.0],
    [0.83, 0.73, 0.93, 46.0, 76.0],
];
const ONLINE: [f64; 7] = [21.0, 22.0, 24.0, 27.0, 29.0, 31.0, 33.0];
const GRADES: [f64; 7] = [7.1, 7.1, 7.2, 7.3, 7.3, 7.4, 7.5];
/// Who gave a grade in a quarter.
const ANSWERS: i32 = 640;
/// Call-backs of one department on one day, and on which days of a month.
const CALLED: [(&str, i32); 4] = [("BZ", 9), ("VERG", 12), ("WMO", 7), ("BOR", 10)];
const WEEKLY: [u64; 4] = [4, 11, 18, 25];
/// Days after the end of a period on which its figure is known.
const AFTER: Days = Days::new(4);

/// Everything, until the last period that is over.
pub(super) async fn measure(house: &House, cast: &[Persona], now: DateTime<Utc>) -> Result<()> {
    let Some(officer) = cast.iter().find(|persona| persona.key == "quality") else { return Ok(()) };
    let today = house.policy.day(now);
    let actor = &person::actor(&house.db.reader, officer.person, today).await?;
    promise(&at(house, now - TimeDelta::days(700)), actor).await?;
    let all = promise::all(&house.db.reader).await?;
    let find = |code: &str| all.iter().find(|one| one.code == code);
    for promise in &all {
        let length = if promise.every == Every::Month { MONTHS } else { PERMITS.len() };
        let last = Period::of(promise.every, today).before();
        let mut periods: Vec<_> =
            std::iter::successors(Some(last), |period| Some(period.before())).take(length).collect();
        periods.reverse();
        for (step, period) in periods.into_iter().enumerate() {
            let known = house.policy.midnight(period.after() + AFTER) + TimeDelta::hours(9);
            let then = at(house, known.min(now));
            match promise.origin {
                Origin::CallBacks | Origin::OpenKlant => count(&then, actor, promise, (step, period)).await?,
                Origin::Entered | Origin::Grades | Origin::OpenZaak => {
                    enter(&then, actor, promise, (step, period)).await?;
                }
            }
        }
    }
    if let Some(telephone) = find("N02") {
        correct(&at(house, now - TimeDelta::days(2)), actor, telephone, today).await?;
    }
    match find("N01") {
        Some(back) => improve(&at(house, now - TimeDelta::days(1)), actor, back, today).await,
        None => Ok(()),
    }
}

/// The file, and what it does not say.
async fn promise(house: &House, actor: &Actor) -> Result<()> {
    let table = read::read(FILE)?;
    let found = &import::promises(&house.db.reader, &table).await?;
    house.write(actor, |change| async move { import::write_promises(&change, found).await }).await?;
    let all = promise::all(&house.db.reader).await?;
    let told = all.into_iter().filter_map(|row| {
        let more = MORE.iter().find(|more| more.code == row.code)?;
        let draft = Draft {
            text_en: more.text_en.into(),
            indicator_nl: more.indicator[0].into(),
            indicator_en: more.indicator[1].into(),
            origin: more.origin,
            measured_by: more.measured_by.into(),
            data_source: more.source.into(),
            definition_nl: more.definition[0].into(),
            definition_en: more.definition[1].into(),
            ..Draft::of(&row)
        };
        Some((row, draft))
    });
    let told = &told.collect::<Vec<_>>();
    house.write(actor, |change| async move { promise::rewrite_all(&change, told).await }).await
}

/// A month of call-backs, as a file would be counted.
async fn count(
    house: &House,
    actor: &Actor,
    promise: &Promise,
    (step, period): (usize, Period),
) -> Result<()> {
    let all = department::list(&house.db.reader).await?;
    let share = BACK.get(step).copied().unwrap_or_default();
    let mut days = Vec::new();
    for (turn, day) in WEEKLY.iter().enumerate() {
        for (code, size) in CALLED {
            let Some(place) = all.iter().find(|one| one.code == code) else { continue };
            let wave = i32::try_from((step * 7 + turn * 5) % 9).unwrap_or_default() - 4;
            let due = size * 3 + wave;
            let met = (due * (share + wave * 4) + 500) / 1_000;
            days.push(Day {
                department: Some(place.id),
                due_on: period.begins_on + Days::new(*day),
                due,
                met: met.clamp(0, due),
            });
        }
    }
    let days = &days;
    house.write(actor, |change| async move { call_back::take_in(&change, promise, days).await }).await?;
    Ok(())
}

/// A period that somebody entered.
async fn enter(
    house: &House,
    actor: &Actor,
    promise: &Promise,
    (step, period): (usize, Period),
) -> Result<()> {
    let Some((figure, beside)) = figure(&promise.code, step, period.begins_on) else { return Ok(()) };
    let begins_on = period.begins_on;
    let way = if promise.code == "N02" { ReadingWay::File } else { ReadingWay::Form };
    let given = &Given { promise: promise.id, begins_on, figure, beside, note: String::new(), way };
    house.write(actor, |change| async move { reading::enter(&change, given).await }).await?;
    Ok(())
}

fn figure(code: &str, step: usize, begins_on: NaiveDate) -> Option<(Figure, Vec<(Beside, f64)>)> {
    use chrono::Datelike as _;
    let value = |value, cases| Figure::Value { value, cases };
    match code {
        "N02" => {
            let month = usize::try_from(begins_on.month0()).ok()?;
            let (share, calls) = (ANSWERED.get(month)?, CALLS.get(month)?);
            // Every year a little better than the one before.
            let better = i32::try_from(step / 12).ok()? * 14 + i32::try_from(step % 5).ok()? * 3;
            let met = calls * (share + better) / 1_000;
            let abandoned = f64::from(1_000 - share - better) / 4_000.0;
            Some((Figure::Cases { met, cases: *calls }, vec![(Beside::Abandoned, abandoned)]))
        }
        "N03" => {
            let [ratio, own, legal, median, p90] = *PERMITS.get(step)?;
            let beside = vec![
                (Beside::OwnTerm, own),
                (Beside::LegalTerm, legal),
                (Beside::MedianDays, median),
                (Beside::P90Days, p90),
            ];
            Some((value(ratio, Some(210)), beside))
        }
        "N04" => Some((value(*ONLINE.get(step)?, None), vec![(Beside::OutOf, 35.0)])),
        "N05" => Some((value(*GRADES.get(step)?, Some(ANSWERS)), Vec::new())),
        _ => None,
    }
}

/// The month before last was counted again.
async fn correct(house: &House, actor: &Actor, promise: &Promise, today: NaiveDate) -> Result<()> {
    let period = Period::of(promise.every, today).before().before();
    let before = reading::of_period(&house.db.reader, promise.id, period.begins_on).await?;
    let Some((Some(met), Some(cases))) = before.as_ref().map(|line| (line.row.met, line.row.cases)) else {
        return Ok(());
    };
    let given = &Given {
        promise: promise.id,
        begins_on: period.begins_on,
        figure: Figure::Cases { met: met - 118, cases: cases - 160 },
        beside: before.map(|line| line.beside).unwrap_or_default(),
        note: "Testgesprekken van de nieuwe centrale telden mee. Die zijn eruit gehaald.".into(),
        way: ReadingWay::Form,
    };
    house.write(actor, |change| async move { reading::enter(&change, given).await }).await?;
    Ok(())
}

/// The last month but one was missed, and an improvement was begun.
async fn improve(house: &House, actor: &Actor, promise: &Promise, today: NaiveDate) -> Result<()> {
    let begins_on = Period::of(promise.every, today).before().before().begins_on;
    let words = (
        "Elke ochtend samen de open terugbelverzoeken langs",
        "In deze maand belden we zeven van de tien mensen op tijd terug. We beloofden negen van de tien.",
    );
    let id: PromiseId = promise.id;
    house.write(actor, |change| async move { missed::open(&change, id, begins_on, words).await }).await?;
    Ok(())
}
