//! Calendar entries: what they say, and that nobody can smuggle a line into one.
use chrono::{DateTime, Utc};
use olievlek::ical::{Event, Method, Party};

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}

fn event() -> Event {
    Event {
        uid: "0193-noor-7@waterlanden.example".into(),
        sequence: 2,
        method: Method::Request,
        stamp: moment("2026-11-02T09:41:00Z"),
        start: moment("2026-12-03T09:30:00+01:00"),
        end: moment("2026-12-03T12:30:00+01:00"),
        summary: "Het eerste contact".into(),
        location: Some("Stadhuis, zaal 2.14".into()),
        url: Some("https://leren.waterlanden.example/sessions/7".into()),
        description: Some("Neem een eigen brief mee;\r\nkoffie staat klaar.".into()),
        organiser: Party { name: "Servicecultuur".into(), address: "leren@waterlanden.example".into() },
        attendee: Party { name: "Noor Bakker".into(), address: "n.bakker@waterlanden.example".into() },
    }
}

/// The logical lines, as a reader sees them (RFC 5545 section 3.1).
fn lines(ics: &str) -> Vec<String> {
    ics.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

/// Letters that end a line for one reader or another, and the bytes that confuse one.
const BREAKS: [&str; 11] =
    ["\r\n", "\n", "\r", "\u{0}", "\u{b}", "\u{c}", "\u{1c}", "\u{85}", "\u{2028}", "\u{2029}", "\r\n "];

#[test]
fn an_invitation_says_who_when_and_where() {
    let expected = "BEGIN:VCALENDAR|VERSION:2.0|PRODID:-//Olievlek//Olievlek//NL|CALSCALE:GREGORIAN|METHOD:REQUEST|\
        BEGIN:VEVENT|UID:0193-noor-7@waterlanden.example|SEQUENCE:2|DTSTAMP:20261102T094100Z|\
        DTSTART:20261203T083000Z|DTEND:20261203T113000Z|SUMMARY:Het eerste contact|LOCATION:Stadhuis\\, zaal 2.14|\
        DESCRIPTION:Neem een eigen brief mee\\;\\nkoffie staat klaar.|\
        URL:https://leren.waterlanden.example/sessions/7|\
        ORGANIZER;CN=\"Servicecultuur\":mailto:leren@waterlanden.example|\
        ATTENDEE;CN=\"Noor Bakker\";ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:n.bakker@waterlanden.example|\
        STATUS:CONFIRMED|TRANSP:OPAQUE|END:VEVENT|END:VCALENDAR";
    assert_eq!(lines(&event().to_ics()).join("|"), expected);
}

#[test]
fn a_cancellation_takes_out_the_same_entry() {
    let invitation = event();
    let cancelled = Event { method: Method::Cancel, sequence: 3, ..event() };
    let lines = lines(&cancelled.to_ics());
    for line in ["METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:3", &format!("UID:{}", invitation.uid)] {
        assert!(lines.contains(&line.to_owned()), "{line} in {lines:?}");
    }
}

#[test]
fn what_is_not_known_has_no_line() {
    let bare = Event { location: None, url: None, description: None, ..event() };
    assert!(!bare.to_ics().contains("LOCATION") && !bare.to_ics().contains("URL:"));
}

#[test]
fn no_line_is_longer_than_75_bytes_and_no_letter_is_cut() {
    for title in ["é".repeat(300), "👩‍👩‍👧".repeat(60), "a".repeat(67), "a".repeat(68), "a€".repeat(100)]
    {
        let ics = Event { summary: title.clone(), ..event() }.to_ics();
        assert!(ics.split("\r\n").all(|line| line.len() <= 75), "{title}");
        assert!(lines(&ics).contains(&format!("SUMMARY:{title}")), "{title}");
    }
}

#[test]
fn every_line_end_is_crlf() {
    let ics = event().to_ics();
    assert!(ics.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(ics.matches('\n').count(), ics.matches("\r\n").count());
    assert_eq!(ics.matches('\r').count(), ics.matches("\r\n").count());
}

#[test]
fn text_with_signs_of_the_format_stays_text() {
    let ics = Event { summary: r"Ja, nee; a\b: \n".into(), ..event() }.to_ics();
    assert!(lines(&ics).contains(&r"SUMMARY:Ja\, nee\; a\\b: \\n".to_owned()));
}

#[test]
fn nobody_can_smuggle_a_line_into_an_entry() {
    let honest: Vec<_> = lines(&event().to_ics()).iter().map(|line| name_of(line)).collect();
    for gap in BREAKS {
        let hostile = format!("Thee{gap}ATTENDEE:mailto:spion@elders.example{gap}END:VEVENT");
        let party = Party { name: format!("{hostile}\";X=\""), address: hostile.clone() };
        let event = Event {
            uid: hostile.clone(),
            summary: hostile.clone(),
            location: Some(hostile.clone()),
            url: Some(hostile.clone()),
            description: Some(hostile.clone()),
            organiser: party.clone(),
            attendee: party,
            ..event()
        };
        let ics = event.to_ics();
        assert_eq!(lines(&ics).iter().map(|line| name_of(line)).collect::<Vec<_>>(), honest, "{gap:?}");
        let allowed = |letter: char| !letter.is_control() && !matches!(letter, '\u{2028}' | '\u{2029}');
        assert!(ics.replace("\r\n", "").chars().all(allowed), "{gap:?}");
    }
}

/// The name of a property with its parameters' names, without any value.
fn name_of(line: &str) -> String {
    let mut quoted = false;
    let unquoted = |letter: &char| {
        quoted ^= *letter == '"';
        !quoted
    };
    let bare: String = line.chars().filter(unquoted).collect();
    bare.split(':').next().unwrap_or_default().to_owned()
}
