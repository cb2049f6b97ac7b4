//! Papers. What they hold inside is read by a second program: `tests/outside/paper.py` over `target/test-papers`.
#![cfg(feature = "print")]

use std::{fs, path::Path, sync::Arc, time::Instant};

use chrono::{DateTime, TimeDelta, Utc};
use olievlek::{
    print::{
        Paper, Press,
        card::{Cards, Person},
        certificate::Certificate,
        sheet::{Sheet, Signer},
    },
    text::{Language, Words},
};

const LONG: &str = "Anne-Wil Theodora Wilhelmina van der Horst-Bloemendaal de Jong-Schoonhoven";
const ARABIC: &str = "محمد العمراني";
const POLISH: &str = "Świętosława Żółć-Łącka";

fn press() -> Press {
    let words = Arc::new(Words::embedded().expect("words"));
    Press::new(words, chrono_tz::Europe::Amsterdam, "Gemeente Waterlanden")
}

fn start() -> DateTime<Utc> {
    "2026-04-01T08:00:00Z".parse().expect("a moment")
}

/// Prints, and leaves the paper for the second program.
#[expect(clippy::print_stdout, reason = "how long it took is a figure to show")]
async fn printed(name: &str, language: Language, paper: impl Paper) -> Vec<u8> {
    let begun = Instant::now();
    let pdf = press().print(language, paper).await.unwrap_or_else(|error| panic!("{name}: {error}"));
    println!("{name}: {} ms, {} bytes", begun.elapsed().as_millis(), pdf.len());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/test-papers");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join(format!("{name}.pdf")), &pdf).expect("a file");
    assert!(pdf.starts_with(b"%PDF-"), "{name}");
    pdf
}

fn names(count: usize) -> Vec<String> {
    let given = [
        "Fenna de Boer",
        LONG,
        "Noor el Amrani",
        POLISH,
        ARABIC,
        "Sem Bakker 🎈",
        "李小龙",
        "Daan van der Velde",
    ];
    (0..count).map(|at| given[at % given.len()].to_owned()).collect()
}

fn sheet(count: usize) -> Sheet {
    let signer = |name: String| Signer { department: "Vergunningen, Toezicht en Handhaving".into(), name };
    Sheet {
        workshop: "Helder schrijven".into(),
        start: start(),
        end: start() + TimeDelta::hours(3),
        place: "Raadhuis, zaal 2".into(),
        trainers: if count > 1 { vec!["Tess Vos".into()] } else { Vec::new() },
        people: names(count).into_iter().map(signer).collect(),
    }
}

fn certificate(name: &str, workshop: &str, days: i64) -> Certificate {
    let day = |day: i64| {
        (start() + TimeDelta::days(7 * day), start() + TimeDelta::days(7 * day) + TimeDelta::hours(3))
    };
    Certificate {
        organisation: "Gemeente Waterlanden".into(),
        name: name.into(),
        workshop: workshop.into(),
        meetings: (0..days).map(day).collect(),
        minutes: 180 * days + 30,
        trainers: if days > 1 { vec!["Tess Vos".into(), POLISH.into()] } else { Vec::new() },
        issued_at: start(),
        serial: "OV-2026-7KQ4-M2X9-T3HD".into(),
        address: "https://leren.gemeente.example/verify/OV-2026-7KQ4-M2X9-T3HD".into(),
    }
}

#[tokio::test]
async fn a_sheet_is_printed_for_nobody_and_for_forty() {
    for count in [0, 1, 40] {
        printed(&format!("sheet-{count}"), Language::Dutch, sheet(count)).await;
    }
    printed("sheet-english", Language::English, sheet(12)).await;
}

#[tokio::test]
async fn cards_are_printed_for_nobody_and_for_nine() {
    for count in [0, 9] {
        let person = |name: String| Person { name, department: "Klantcontactcentrum".into() };
        let people = names(count).into_iter().map(person).collect();
        printed(
            &format!("cards-{count}"),
            Language::Dutch,
            Cards { workshop: "Helder schrijven".into(), start: start(), people },
        )
        .await;
    }
}

#[tokio::test]
async fn a_certificate_is_printed_whatever_the_name() {
    let long = "Een gesprek voeren met iemand die boos, verdrietig of in de war is, en dat goed afronden";
    for (name, of, workshop, days) in [
        ("usual", "Fenna de Boer", "Helder schrijven", 2),
        ("long", LONG, long, 6),
        ("arabic", ARABIC, "Het eerste contact", 1),
        ("polish", POLISH, "Het eerste contact", 1),
        ("unknown", "李小龙 \u{202E}🎈", "Het eerste contact", 1),
    ] {
        printed(&format!("certificate-{name}"), Language::Dutch, certificate(of, workshop, days)).await;
    }
    printed("certificate-english", Language::English, certificate("Fenna de Boer", "Clear writing", 2)).await;
}

#[tokio::test]
async fn the_same_paper_is_the_same_file() {
    let one =
        printed("certificate-once", Language::Dutch, certificate("Fenna de Boer", "Helder schrijven", 2))
            .await;
    let two =
        printed("certificate-twice", Language::Dutch, certificate("Fenna de Boer", "Helder schrijven", 2))
            .await;
    assert_eq!(one, two);
}
