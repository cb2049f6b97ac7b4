//! Files of what is measured: their columns, and under them what belongs there or anything.

use olievlek::domain::{
    actor::Actor,
    error::Error,
    people::{department, import::read},
    service::{
        call_back,
        feedback::file,
        import::{self, Places},
        promise::{Draft, Origin, Promise},
    },
};
use proptest::prelude::*;

use super::{some, text};
use crate::{
    house::TestHouse,
    service::promise::{draft, made},
};

/// What a file is of.
#[derive(Clone, Copy, Debug)]
enum Of {
    Promises,
    Readings,
    ReadingsOfOne,
    CallBacks,
    Feedback,
}

const READINGS: &str = "code;periode;waarde;gehaald;totaal;toelichting;afgehaakt";
const READING: &str = "N01;2026-01|2025-12|2025-11|2025-10|2025-09|2025-08;;72|71|70|5|0;100;Iets;";

/// The columns of each, and a row that fits, with what else fits in a cell.
const FILES: [(Of, &str, &str); 5] = [
    (
        Of::Promises,
        "code;belofte;belofteengels;indicator;richting;doel;eenheid;periode;afdeling;gemetendoor;bron;definitie",
        "N09|N01|N10;Iets|Anders;Some;Iets;minimaal;0,9;aandeel;maand;KCC;Iets;Iets;Iets",
    ),
    (Of::Readings, READINGS, READING),
    (Of::ReadingsOfOne, READINGS, READING),
    (
        Of::CallBacks,
        "kenmerk;afdeling;ontvangen;afgehandeld",
        "1|2|3|4|5;KCC|;2026-02-24 10:00|2026-02-20 9:00;2026-02-25 10:00|",
    ),
    (Of::Feedback, "kanaal;cijfer;moeite;tekst;afdeling;datum", "balie|chat;8|1;2|;Prima;KCC;2026-03-01"),
];

/// What may stand in a cell where this fits.
fn cell(fits: &'static str) -> impl Strategy<Value = String> {
    let other = prop_oneof![
        3 => text().prop_map(|text| text.replace('\0', "")),
        1 => "[0-9.,]{1,25}",
        1 => "-?[0-9]{1,6}[-./ ][0-9]{1,2}[-./][0-9]{1,6}( [0-9]{1,2}:[0-9]{2})?",
        1 => "[0-9]{4}-?[KQkq]?[0-9]{0,2}",
    ];
    prop_oneof![6 => prop::sample::select(fits.split('|').collect::<Vec<_>>()).prop_map(str::to_owned), 1 => other]
}

/// Reads a file, and writes what is well in it. Gives how many rows that were, and how many were refused.
async fn take(
    house: &TestHouse,
    of: Of,
    [entered, counted]: &[Promise; 2],
    bytes: &[u8],
) -> Result<[usize; 2], Error> {
    let (db, today) = (&house.db.reader, house.policy.day(house.now()));
    let table = &read::read(bytes)?;
    let operator = &Actor::operator();
    match of {
        Of::Promises => {
            let found = &import::promises(db, table).await?;
            let write =
                |change: std::sync::Arc<_>| async move { import::write_promises(&change, found).await };
            house.write(operator, write).await?;
            Ok([found.sheet.added.len() + found.sheet.changed.len(), found.sheet.refused.len()])
        }
        Of::Readings | Of::ReadingsOfOne => {
            let only = matches!(of, Of::ReadingsOfOne).then_some(entered);
            let found = &import::readings(db, table, only, today).await?;
            let write = |change: std::sync::Arc<_>| async move {
                import::write_readings(&change, &found.given).await
            };
            house.write(operator, write).await?;
            Ok([found.given.len(), found.sheet.refused.len()])
        }
        Of::CallBacks => {
            let places = Places::read(db).await?;
            let count = &call_back::count(&house.policy, &places, table, house.now())?;
            let write = |change: std::sync::Arc<_>| async move {
                call_back::take_in(&change, counted, &count.days).await
            };
            let done = house.write(operator, write).await.map(|_| [count.days.len(), count.refused.len()]);
            if count.days.is_empty() { Ok([0, count.refused.len()]) } else { done }
        }
        Of::Feedback => {
            let tree = department::tree(db).await?;
            let found = &file::read(bytes, &tree, today)?;
            let write =
                |change: std::sync::Arc<_>| async move { file::load(&change, &found.entries, true).await };
            let done = house.write(operator, write).await.map(|_| [found.entries.len(), found.refused.len()]);
            if found.entries.is_empty() { Ok([0, found.refused.len()]) } else { done }
        }
    }
}

#[tokio::test]
async fn a_file_of_what_is_measured_is_told_and_written_or_refused_by_its_rows() {
    let house = TestHouse::new().await;
    house.named().await;
    let counted = Draft { origin: Origin::CallBacks, ..draft("N02") };
    let promises = [made(&house, &draft("N01")).await, made(&house, &counted).await];
    for (of, header, fits) in FILES {
        let cells: Vec<_> = fits.split(';').map(cell).collect();
        let (mut written, mut refused) = (0, 0);
        for rows in some(60, prop::collection::vec(cells, 1..4)) {
            let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
            writer.write_record(header.split(';')).unwrap();
            rows.iter().for_each(|row| writer.write_record(row).unwrap());
            match take(&house, of, &promises, &writer.into_inner().unwrap()).await {
                Ok([well, wrong]) => (written, refused) = (written + well, refused + wrong),
                Err(Error::Invalid(_) | Error::Refused(_)) => {}
                Err(other) => panic!("{of:?} {rows:?}: {other:?}"),
            }
        }
        assert!(written > 5 && refused > 5, "{of:?}: {written} rows written, {refused} refused");
    }
}
