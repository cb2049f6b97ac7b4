//! Files: too wide, too deep, in another encoding, packed to burst, with formulas and with links to elsewhere.

use std::io::Write as _;

use olievlek::domain::service::promise::{Draft, Origin};
use poem::http::Method;
use rust_xlsxwriter::Workbook;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{
    Siege, UPLOADS,
    sheet::{Sheet, forms},
    text::{self, Text, short},
    world::World,
};
use crate::{
    house::browser::{Browser, Page},
    service::promise::{draft, made},
};

/// Where a file goes, its columns, and a row that fits; `#` stands for a number that is another one each time.
struct Target {
    path: &'static str,
    kind: &'static str,
    header: &'static str,
    fits: &'static str,
}

/// Every page that takes a file, with every kind of file that it takes.
const TARGETS: [Target; 6] = [
    Target {
        path: "/import",
        kind: "departments",
        header: "code;naam;bovenliggend;soort;kostenplaats",
        fits: "N#;Iets;GEM;team;123",
    },
    Target {
        path: "/import",
        kind: "people",
        header: "Medewerker;Roepnaam;Tussenvoegsel;Achternaam;E-mail werk;Afdelingscode;Functie;Leidinggevende;Datum in dienst",
        fits: "#;Iets;;Iets;iets#@gemeente.example;KCC;Iets;;01-01-2020",
    },
    Target {
        path: "/import",
        kind: "workshops",
        header: "code;titel;samenvatting;kernwaarden;vorm;duur_minuten;dagdelen;min_deelnemers;max_deelnemers;doelgroep;aanbod;leerdoelen",
        fits: "W#;Iets;Iets;vertrouwen;op locatie;210;1;6;14;iedereen;vrij;Iets",
    },
    Target {
        path: "/desk/promises/N01/file",
        kind: "readings",
        header: "code;periode;waarde;gehaald;totaal;toelichting",
        fits: "N01;2026-01;;#;100;Iets",
    },
    Target {
        path: "/desk/promises/N02/file",
        kind: "call-backs",
        header: "kenmerk;afdeling;ontvangen;afgehandeld",
        fits: "#;KCC;2026-02-24 10:00;2026-02-25 10:00",
    },
    Target {
        path: "/desk/feedback/file",
        kind: "feedback",
        header: "kanaal;cijfer;moeite;tekst;afdeling;datum",
        fits: "balie;8;2;Iets;KCC;2026-03-01",
    },
];

fn archive(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in parts {
        zip.start_file(*name, packed).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook with a formula, a link to elsewhere and hostile texts.
fn workbook(header: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, title) in (0..).zip(header.split(';')) {
        sheet.write_string(0, column, title).unwrap();
        sheet.write_formula(1, column, "=WEBSERVICE(\"https://kwaad.example\")").unwrap();
        sheet.write_url(2, column, "https://kwaad.example").unwrap();
        for (row, text) in (3..).zip(text::stored()) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

fn files(header: &str) -> Vec<(&'static str, Vec<u8>)> {
    let width = header.split(';').count();
    let rows = |cell: &dyn Fn(usize) -> String| {
        let row = |at| vec![cell(at); width].join(";");
        format!("{header}\n{}", (0..40).map(row).collect::<Vec<_>>().join("\n"))
    };
    let texts = text::all();
    let quoted = |at: usize| {
        format!(
            "\"{}\"",
            texts[at % texts.len()].replace('"', "\"\"").chars().take(3_000).collect::<String>()
        )
    };
    let utf16: Vec<u8> = rows(&quoted).encode_utf16().flat_map(u16::to_be_bytes).collect();
    vec![
        ("texts", rows(&quoted).into_bytes()),
        ("bare texts", rows(&|at| texts[at % texts.len()].chars().take(500).collect()).into_bytes()),
        ("utf-16 without a mark", utf16.clone()),
        ("utf-16", [b"\xfe\xff".to_vec(), utf16].concat()),
        ("utf-16 cut off", [b"\xff\xfe".to_vec(), vec![b'a', 0, 0xd8]].concat()),
        ("windows-1252", encoding_rs::WINDOWS_1252.encode(&rows(&quoted)).0.into_owned()),
        ("utf-7", b"+ADw-x-kwaad+AD4-;naam\n1;2".to_vec()),
        ("invalid utf-8", [header.as_bytes(), b"\n\xff\xc0\xaf;\xed\xa0\x80;kwaad"].concat()),
        ("10 000 columns", format!("{header};{}\n{}", "k;".repeat(10_000), ";".repeat(10_000)).into_bytes()),
        ("a quote that never ends", format!("{header}\n\"{}", "kwaad;\n".repeat(20_000)).into_bytes()),
        ("one long cell", format!("{header}\n{}", "k".repeat(2_000_000)).into_bytes()),
        ("nothing but line ends", "\r\n".repeat(100_000).into_bytes()),
        ("a header twice", format!("{header};{header}\n1;2").into_bytes()),
    ]
}

/// What is no text.
fn packed(header: &str) -> Vec<(&'static str, Vec<u8>)> {
    let entities = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY k SYSTEM \"file:///etc/passwd\">\
        <!ENTITY l \"&k;&k;&k;&k;\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&l;</t></is></c></row></sheetData></worksheet>";
    vec![
        ("a workbook", workbook(header)),
        ("a workbook cut off", workbook(header)[..400].to_vec()),
        ("a bomb", archive(&[("xl/workbook.xml", vec![b' '; 60_000_000])])),
        (
            "an archive of paths",
            archive(&[
                ("../../../../tmp/kwaad", b"kwaad".to_vec()),
                ("xl/worksheets/sheet1.xml", entities.into()),
            ]),
        ),
        (
            "entities",
            archive(&[("[Content_Types].xml", entities.into()), ("xl/workbook.xml", entities.into())]),
        ),
        ("a closed workbook", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), vec![0; 2_000]].concat()),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
    ]
}

/// A row that fits, with a text in one of its cells.
fn with_one(target: &Target, (cell, text): (usize, &Text), turn: usize) -> Vec<u8> {
    let text: String = text.chars().take(3_000).collect();
    let fits = target.fits.replace('#', &(turn % 90 + 1).to_string());
    let mut cells: Vec<&str> = fits.split(';').collect();
    cells[cell] = &text;
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    writer.write_record(target.header.split(';')).unwrap();
    writer.write_record(cells).unwrap();
    writer.into_inner().unwrap()
}

async fn upload(browser: &mut Browser, target: &Target, name: &str, file: &[u8]) -> Page {
    let part = format!(
        "--grens-kwaad\r\ncontent-disposition: form-data; name=\"kind\"\r\n\r\n{}\r\n--grens-kwaad\r\n\
        content-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n",
        target.kind
    );
    let body = [part.as_bytes(), file, b"\r\n--grens-kwaad--\r\n"].concat();
    let headers =
        [("sec-fetch-site", "same-origin"), ("content-type", "multipart/form-data; boundary=grens-kwaad")];
    browser.send_bytes(Method::POST, target.path, &headers, body).await
}

/// The form on a page by which what it shows is taken over.
fn taking_over(target: &Target, page: &Page) -> Option<Sheet> {
    let last = ["/confirmation", "/loading", "/application"];
    let takes = |sheet: &Sheet| sheet.post && last.iter().any(|end| sheet.action.ends_with(end));
    forms(page).into_iter().find(|sheet| takes(sheet) && sheet.action.starts_with(target.path))
}

/// Sends a file, and agrees with what the house then shows. Whether it was taken over.
async fn take_in(
    browser: &mut Browser,
    siege: &mut Siege,
    target: &Target,
    (what, file, text): (&str, &[u8], Option<&Text>),
) -> bool {
    let page = upload(browser, target, "kwaad.csv", file).await;
    let what = format!("{} {what}", target.kind);
    match text {
        Some(text) => siege.judge_text(text, &what, &page),
        None => siege.judge(&what, &page),
    }
    let shown = if page.status.is_redirection() { browser.get(page.location()).await } else { page };
    siege.look(&format!("{what}, shown"), &shown);
    let Some(sheet) = taking_over(target, &shown) else { return false };
    let pairs: Vec<_> = sheet.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let done = browser.post(&sheet.action, &pairs).await;
    siege.judge(&format!("{what}, taken over"), &done);
    done.status.is_redirection()
}

#[tokio::test]
async fn no_file_makes_more_of_a_cell_than_a_text() {
    let world = World::new().await;
    made(&world.house, &draft("N01")).await;
    made(&world.house, &Draft { origin: Origin::CallBacks, ..draft("N02") }).await;
    let mut siege = Siege::of("uploads");
    let mut browser = world.house.browser_of(world.boss).await;
    let (living, mut turn) = (text::living(), 0);
    for target in &TARGETS {
        for (name, file) in files(target.header).into_iter().chain(packed(target.header)) {
            take_in(&mut browser, &mut siege, target, (name, &file, None)).await;
        }
        let mut taken = 0;
        for cell in 0..target.header.split(';').count() {
            for _ in 0..super::texts_a_field(3) {
                turn += 1;
                let text = &living[turn % living.len()];
                let file = with_one(target, (cell, text), turn);
                let what = format!("cell {cell} {}", short(text));
                taken +=
                    usize::from(take_in(&mut browser, &mut siege, target, (&what, &file, Some(text))).await);
            }
        }
        assert!(taken > 2, "{}: only {taken} files taken over", target.kind);
    }
    for text in text::all() {
        let name: String = text.chars().filter(|sign| !sign.is_control() && *sign != '"').take(300).collect();
        let page = upload(&mut browser, &TARGETS[0], &name, b"code;naam\nA;B\n").await;
        siege.judge_text(&text, &format!("a file called {}", short(&name)), &page);
    }
    for list in ["/import", "/promises/N01", "/promises/N02", "/desk/feedback", "/people", "/departments"] {
        siege.look(list, &browser.get(list).await);
    }
    siege.end(UPLOADS, 3);
}
