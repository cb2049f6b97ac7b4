//! What one request may cost in memory, whatever it says of itself.

use std::{
    fs,
    io::{Cursor, Write as _},
    time::Duration,
};

use tokio::{
    io::{AsyncWriteExt as _, BufReader},
    net::TcpStream,
};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::rig::{
    client::{self, Answer, Ask, Client},
    figure, on_postgres,
    process::Instance,
    town::Town,
};

const MIB: usize = 1024 * 1024;
/// Of the growth of one request.
const MOST: u64 = 64;
const KEYS: usize = 100_000;

/// One request.
enum Load {
    /// 200 MiB of body, to this path with these headers.
    Flood(&'static str, String),
    Form(String),
    Members(String),
    Upload(Vec<u8>),
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_request_takes_more_memory_than_it_may() {
    if on_postgres() {
        return;
    }
    let town = Town::new(1).await;
    let cookie = town.cookie(town.administrator).await;
    let bearer = format!("authorization: Bearer {}\r\ncontent-type: application/json", town.token);
    let form = "sec-fetch-site: same-origin\r\ncontent-type: application/x-www-form-urlencoded";
    let members: Vec<_> = (0..KEYS).map(|n| format!("\"{n:x}\":0")).collect();
    let bomb = bomb(96);
    let cases = [
        ("200 MiB JSON", Load::Flood("/api/v1/sessions", bearer)),
        ("200 MiB form", Load::Flood("/sign-in", form.to_owned())),
        ("100,000 fields", Load::Form((0..KEYS).map(|n| format!("k{n}=&")).collect())),
        ("100,000 members", Load::Members(format!("{{{}}}", members.join(",")))),
        ("zip bomb that lies", Load::Upload(lying(&bomb))),
        ("zip bomb", Load::Upload(bomb)),
        ("workbook of long texts", Load::Upload(dense())),
        ("workbook of empty texts", Load::Upload(empty())),
    ];
    let (mut said, mut wrong) = (Vec::new(), Vec::new());
    for (what, load) in cases {
        let (status, mib) = growth(&town, &cookie, load).await;
        said.push(format!("{what}: {status}, {mib} MiB"));
        if ![413, 422, 400].contains(&status) || mib > MOST {
            wrong.push(what);
        }
    }
    figure(
        "memory growth by one request, each to a program that was just started",
        town.engine(),
        &said.join("; "),
        "64 MiB; 413 or 422 (400 in the API)",
    );
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// The answer, and the mebibytes by which the program grew at its height. It is a program of its own, so that none of it
/// finds room that an earlier request left.
async fn growth(town: &Town, cookie: &str, load: Load) -> (u16, u64) {
    let mut instance = town.instance();
    instance.serve().await;
    let browser = || Client::new(instance.address).with("cookie", cookie);
    // Templates and pools are filled before anything is counted.
    assert_eq!(browser().send(&Ask::get("/import")).await.unwrap().status, 200);
    upload(browser(), b"nothing").await;
    // The system forgets the height it saw before.
    fs::write(format!("/proc/{}/clear_refs", instance.pid().unwrap()), "5").unwrap();
    let before = instance.memory("VmRSS");
    let answer = match load {
        Load::Flood(path, headers) => flood(&instance, path, &headers).await,
        Load::Form(keys) => send(browser(), form_of(&keys)).await,
        Load::Members(json) => {
            let ask = Ask::post("/api/v1/sessions", "application/json", json).with("idempotency-key", "k");
            send(town.client(&instance), ask).await
        }
        Load::Upload(file) => upload(browser(), &file).await,
    };
    (answer.status, instance.memory("VmHWM").saturating_sub(before) / 1024)
}

async fn send(mut client: Client, ask: Ask) -> Answer {
    client.send(&ask).await.unwrap()
}

fn form_of(keys: &str) -> Ask {
    Ask::post("/sign-in", "application/x-www-form-urlencoded", keys).with("sec-fetch-site", "same-origin")
}

/// Chunk after chunk, without a length, until somebody says stop.
async fn flood(instance: &Instance, path: &str, headers: &str) -> Answer {
    let socket = TcpStream::connect(instance.address).await.unwrap();
    let (read, mut write) = socket.into_split();
    let head = format!("POST {path} HTTP/1.1\r\nhost: x\r\n{headers}\r\ntransfer-encoding: chunked\r\n\r\n");
    let chunk = [format!("{MIB:x}\r\n").into_bytes(), vec![b' '; MIB], b"\r\n".to_vec()].concat();
    let writing = tokio::spawn(async move {
        write.write_all(head.as_bytes()).await.unwrap();
        for _ in 0..200 {
            if write.write_all(&chunk).await.is_err() {
                return;
            }
        }
        let _ = write.write_all(b"0\r\n\r\n").await;
        tokio::time::sleep(Duration::from_secs(1)).await;
    });
    let answer = client::read(&mut BufReader::new(read)).await.expect("an answer").0;
    writing.abort();
    answer
}

async fn upload(mut client: Client, file: &[u8]) -> Answer {
    let part = |name: &str, more: &str| {
        format!("--x\r\ncontent-disposition: form-data; name=\"{name}\"{more}\r\n\r\n")
    };
    let body = [
        part("kind", "").as_bytes(),
        b"people\r\n",
        part("file", "; filename=\"p.xlsx\"").as_bytes(),
        file,
        b"\r\n--x--\r\n",
    ]
    .concat();
    let ask =
        Ask::post("/import", "multipart/form-data; boundary=x", "").with("sec-fetch-site", "same-origin");
    client.send(&Ask { body, ..ask }).await.unwrap()
}

/// One sheet of so many mebibytes of nothing.
fn bomb(mib: usize) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("xl/worksheets/sheet1.xml", packed()).unwrap();
    for _ in 0..mib {
        zip.write_all(&vec![b' '; MIB]).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The same, and its directory says that it is small.
fn lying(bomb: &[u8]) -> Vec<u8> {
    let mut bytes = bomb.to_vec();
    let mut archive = ZipArchive::new(Cursor::new(bomb)).unwrap();
    let true_size = u32::try_from(archive.by_index_raw(0).unwrap().size()).unwrap().to_le_bytes();
    while let Some(at) = bytes.windows(4).position(|four| four == true_size) {
        bytes[at..at + 4].copy_from_slice(&1024_u32.to_le_bytes());
    }
    bytes
}

fn packed() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).compression_level(Some(1))
}

/// As much text as may be in a workbook, in nearly as many texts as may be.
fn dense() -> Vec<u8> {
    workbook(|chance| format!("<si><t>{chance:010x}{}</t></si>", "a".repeat(190)))
}

/// As many texts as may be in a workbook, which say nothing.
fn empty() -> Vec<u8> {
    workbook(|chance| format!("{}<!--{chance:010x}-->", "<si/>".repeat(60)))
}

/// A workbook with 38 MiB of texts. One that is like another packs badly enough to be let in, by a number of chance.
fn workbook(texts: impl Fn(u64) -> String) -> Vec<u8> {
    let options = packed();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in PARTS {
        zip.start_file(name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.start_file("xl/sharedStrings.xml", options).unwrap();
    zip.write_all(b"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">").unwrap();
    let (mut text, mut number) = (String::with_capacity(MIB), 0_u64);
    for _ in 0..38 {
        text.clear();
        while text.len() < MIB - 400 {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            text += &texts(number >> 24);
        }
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.write_all(b"</sst>").unwrap();
    zip.finish().unwrap().into_inner()
}

const PARTS: [(&str, &str); 5] = [
    (
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#,
    ),
    (
        "xl/worksheets/sheet1.xml",
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>"#,
    ),
];
