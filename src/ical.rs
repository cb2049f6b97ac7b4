//! Calendar entries (iCalendar, RFC 5545) as sent by mail (iTIP, RFC 5546): one entry for one person and one meeting.
//!
//! Everything that people typed is data here: it is escaped, stripped of control characters and folded, so that no title
//! can start a line of its own.
use chrono::{DateTime, Utc};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// Bytes on a line before its end, RFC 5545 section 3.1.
const LINE_LENGTH: usize = 75;

/// What would end or split an address inside `mailto:` (RFC 6068).
const NOT_IN_ADDRESS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'%')
    .add(b'?')
    .add(b'#')
    .add(b'&')
    .add(b',')
    .add(b';');

/// What the message asks of the calendar that reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Put this in, or replace what has the same UID and a lower SEQUENCE.
    Request,
    /// Take this out.
    Cancel,
}

impl Method {
    /// The value of METHOD, in the calendar and in the `method=` of its MIME part.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }

    const fn status(self) -> &'static str {
        match self {
            Self::Request => "CONFIRMED",
            Self::Cancel => "CANCELLED",
        }
    }
}

/// Somebody with a mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    pub name: String,
    pub address: String,
}

/// One meeting in the calendar of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The same for all messages about this person and meeting.
    pub uid: String,
    /// Rises with every message about this person and meeting.
    pub sequence: u32,
    pub method: Method,
    /// When this message was made.
    pub stamp: DateTime<Utc>,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
    pub summary: String,
    pub location: Option<String>,
    /// Never a personal address: people share their calendars.
    pub url: Option<String>,
    pub description: Option<String>,
    /// A functional mailbox, so that answers do not reach one colleague.
    pub organiser: Party,
    pub attendee: Party,
}

impl Event {
    /// The calendar file: lines of at most 75 bytes that end in CRLF.
    pub fn to_ics(&self) -> String {
        let mut ics = String::new();
        let mut put = |name: &str, value: &str| fold(&mut ics, &format!("{name}:{value}"));
        put("BEGIN", "VCALENDAR");
        put("VERSION", "2.0");
        put("PRODID", "-//Olievlek//Olievlek//NL");
        put("CALSCALE", "GREGORIAN");
        put("METHOD", self.method.name());
        put("BEGIN", "VEVENT");
        put("UID", &text(&self.uid));
        put("SEQUENCE", &self.sequence.to_string());
        put("DTSTAMP", &moment(self.stamp));
        put("DTSTART", &moment(self.start));
        put("DTEND", &moment(self.end));
        put("SUMMARY", &text(&self.summary));
        for (name, value) in [("LOCATION", &self.location), ("DESCRIPTION", &self.description)] {
            if let Some(value) = value {
                put(name, &text(value));
            }
        }
        if let Some(url) = &self.url {
            put("URL", &without_space(url));
        }
        put(&format!("ORGANIZER;{}", common_name(&self.organiser)), &mailto(&self.organiser));
        // The place is taken already: the calendar must not ask for an answer that nobody reads.
        let role = "ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE";
        put(&format!("ATTENDEE;{};{role}", common_name(&self.attendee)), &mailto(&self.attendee));
        put("STATUS", self.method.status());
        put("TRANSP", "OPAQUE");
        put("END", "VEVENT");
        put("END", "VCALENDAR");
        ics
    }
}

/// Names the entry of a person and a meeting: the same in every message and in the calendar they read.
pub fn uid(person: impl std::fmt::Display, meeting: impl std::fmt::Display, domain: &str) -> String {
    format!("{person}.{meeting}@{domain}")
}

/// One meeting in a calendar that a program reads for itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    pub uid: String,
    pub sequence: u32,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
    pub summary: String,
    pub location: Option<String>,
    /// Never a personal address: people share their calendars.
    pub url: String,
}

/// A calendar to read, as it is now.
pub fn feed(name: &str, meetings: &[Meeting], stamp: DateTime<Utc>) -> String {
    let mut ics = String::new();
    let mut put = |name: &str, value: &str| fold(&mut ics, &format!("{name}:{value}"));
    put("BEGIN", "VCALENDAR");
    put("VERSION", "2.0");
    put("PRODID", "-//Olievlek//Olievlek//NL");
    put("CALSCALE", "GREGORIAN");
    put("X-WR-CALNAME", &text(name));
    for meeting in meetings {
        put("BEGIN", "VEVENT");
        put("UID", &text(&meeting.uid));
        put("SEQUENCE", &meeting.sequence.to_string());
        put("DTSTAMP", &moment(stamp));
        put("DTSTART", &moment(meeting.start));
        put("DTEND", &moment(meeting.end));
        put("SUMMARY", &text(&meeting.summary));
        if let Some(location) = &meeting.location {
            put("LOCATION", &text(location));
        }
        put("URL", &without_space(&meeting.url));
        put("STATUS", "CONFIRMED");
        put("TRANSP", "OPAQUE");
        put("END", "VEVENT");
    }
    put("END", "VCALENDAR");
    ics
}

fn moment(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// A TEXT value (RFC 5545 section 3.3.11): escaped, its line ends as `\n`, without other control characters.
fn text(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for letter in value.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            // Some readers also end a line at the line ends of Unicode.
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            '\t' => escaped.push(' '),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A quoted CN parameter. It has no escape for a double quote that all calendars know, so it becomes a single one.
fn common_name(party: &Party) -> String {
    let words = party.name.split(|letter: char| letter.is_control() || letter.is_whitespace());
    let name = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    format!("CN=\"{}\"", name.replace('"', "'"))
}

fn mailto(party: &Party) -> String {
    format!("mailto:{}", utf8_percent_encode(&without_space(&party.address), NOT_IN_ADDRESS))
}

/// An address of any kind holds neither white space nor control characters.
fn without_space(value: &str) -> String {
    value.chars().filter(|letter| !letter.is_control() && !letter.is_whitespace()).collect()
}

/// Add a line, cut between characters where it would be too long; what continues a line starts with a space.
fn fold(ics: &mut String, line: &str) {
    let mut used = 0;
    for letter in line.chars() {
        if used + letter.len_utf8() > LINE_LENGTH {
            ics.push_str("\r\n ");
            used = 1;
        }
        ics.push(letter);
        used += letter.len_utf8();
    }
    ics.push_str("\r\n");
}
