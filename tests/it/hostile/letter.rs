//! The letters that came of it, and the calendars in them, as they go over the line.

use olievlek::{
    domain::{letter as letters, page::Window},
    mail::transport::{Transport, memory::Memory},
};

use super::{Siege, calendar, hit};
use crate::{house::TestHouse, letter::worker};

/// Headers of a letter and of its parts; another one was smuggled in.
const OURS: [&str; 12] = [
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "content-disposition",
    "auto-submitted",
    "reply-to",
    "list-unsubscribe",
];

/// Mails everything, and reads it. The letters also land in a folder for the second reader.
pub async fn read_all(house: &TestHouse, siege: &mut Siege) {
    let memory = Memory::default();
    worker(house, Transport::Memory(memory.clone())).drain().await.expect("the queue");
    let raw = memory.letters();
    assert!(raw.len() > 50, "only {} letters", raw.len());
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/test-letters/hostile");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    for (at, letter) in raw.iter().enumerate() {
        std::fs::write(folder.join(format!("{at}.eml")), letter).expect("a letter");
        let text = String::from_utf8_lossy(letter);
        strangers(&text).into_iter().for_each(|hit| siege.hit(format!("letter {at}: {hit}")));
    }
    let mut window = Window { limit: 200, after: None };
    loop {
        let page = letters::list(&house.db.reader, &window).await.expect("letters");
        for copy in &page.items {
            let calendar = copy.calendar.iter().flat_map(|ics| calendar::strangers(ics));
            // A letter brings its style along: programs that read mail load none.
            let markup = hit::markup(&copy.html).into_iter().filter(|hit| !hit.contains("style>"));
            let hits = markup.chain(calendar);
            hits.for_each(|hit| siege.hit(format!("letter {} {}: {hit}", copy.kind, copy.id)));
        }
        let Some(next) = page.next else { break };
        window = Window::new(Some(200), Some(&next)).expect("a cursor");
    }
}

/// Header lines that are none of ours, in the letter and in its parts.
fn strangers(letter: &str) -> Vec<String> {
    let mut hits = Vec::new();
    if letter.replace("\r\n", "").contains(['\r', '\n', '\0']) {
        hits.push("a bare line end".to_owned());
    }
    let boundaries: Vec<String> = letter
        .split("boundary=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|boundary| format!("--{boundary}"))
        .collect();
    let mut heading = true;
    for line in letter.split("\r\n") {
        if boundaries.iter().any(|boundary| line == boundary) {
            heading = true;
        } else if line.is_empty() {
            heading = false;
        } else if heading && !line.starts_with([' ', '\t']) {
            let name = line.split(':').next().unwrap_or_default().to_lowercase();
            if !OURS.contains(&name.as_str()) {
                hits.push(format!("header {line}"));
            }
        }
    }
    hits
}

#[test]
fn a_smuggled_header_is_seen() {
    assert!(strangers("From: a\r\nTo: b\r\n\r\nBcc: c").is_empty());
    assert_eq!(strangers("From: a\r\nBcc: c\r\n\r\nd"), ["header Bcc: c"]);
    assert_eq!(strangers("From: a\nBcc: c\r\n\r\nd"), ["a bare line end"]);
}
