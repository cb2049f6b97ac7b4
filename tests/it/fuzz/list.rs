//! Readers that ask the database: pasted lists, and files with the right columns and anything under them.

use entity::import::ImportKind;
use olievlek::domain::{
    actor::Actor,
    error::Error,
    learning::{bulk, import},
};
use proptest::prelude::*;

use super::{some, text};
use crate::{house::TestHouse, learning::session_of};

/// Pasted, or typed: lines of anything with a mail address of somebody here and there.
fn pasted() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        text(),
        text().prop_map(|text| format!("{text};fenna.de.boer@gemeente.example")),
        "[0-9;,\t<>\"@]{0,20}",
    ];
    prop::collection::vec(line, 0..8).prop_map(|lines| lines.join("\n").replace('\0', ""))
}

#[tokio::test]
async fn a_pasted_list_of_anything_names_everybody_or_nobody() {
    let house = TestHouse::new().await;
    house.named().await;
    let session = session_of(&house, "A", 10).await;
    for pasted in some(80, pasted()) {
        match bulk::lines(&house.db.reader, session, &pasted).await {
            Ok(lines) => assert!(lines.len() <= bulk::MOST),
            Err(Error::Invalid(fields)) => assert_eq!(fields[0].name, "people", "{pasted:?}"),
            Err(other) => panic!("{pasted:?}: {other:?}"),
        }
    }
}

#[tokio::test]
async fn a_file_with_the_right_columns_and_anything_under_them_is_planned_or_refused() {
    let house = TestHouse::new().await;
    house.named().await;
    let files = [
        (ImportKind::Departments, "code;naam;bovenliggend;soort;kostenplaats"),
        (
            ImportKind::People,
            "Medewerker;Roepnaam;Tussenvoegsel;Achternaam;E-mail werk;Afdelingscode;Functie;\
            Leidinggevende;Datum in dienst;Datum uit dienst",
        ),
        (
            ImportKind::Workshops,
            "code;titel;samenvatting;kernwaarden;vorm;duur_minuten;dagdelen;min_deelnemers;\
            max_deelnemers;doelgroep;aanbod;leerdoelen",
        ),
    ];
    let cell = prop_oneof![
        3 => text().prop_map(|text| text.replace('\0', "")),
        2 => "[A-Z]{1,3}",
        1 => "[0-9]{1,25}",
        1 => "[+-]?[0-9]{1,6}[-./][0-9]{1,2}[-./][0-9]{1,6}",
    ];
    for row in some(60, prop::collection::vec(prop::collection::vec(cell, 12), 1..4)) {
        for (kind, header) in files {
            let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
            let width = header.split(';').count();
            writer.write_record(header.split(';').map(str::trim)).unwrap();
            row.iter().for_each(|cells| writer.write_record(&cells[..width]).unwrap());
            match import::plan(&house, &Actor::operator(), kind, &writer.into_inner().unwrap()).await {
                Ok(_) | Err(Error::Invalid(_)) => {}
                Err(other) => panic!("{kind:?} {row:?}: {other:?}"),
            }
        }
    }
}
