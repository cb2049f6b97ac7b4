//! A reader of calendars (RFC 5545) that knows nothing of our writer.

/// What our calendars hold; an attacker's line has another name, or stands where none of its name belongs.
const OURS: [&str; 21] = [
    "BEGIN",
    "END",
    "VERSION",
    "PRODID",
    "CALSCALE",
    "METHOD",
    "X-WR-CALNAME",
    "UID",
    "SEQUENCE",
    "DTSTAMP",
    "DTSTART",
    "DTEND",
    "SUMMARY",
    "LOCATION",
    "DESCRIPTION",
    "URL",
    "ORGANIZER",
    "ATTENDEE",
    "STATUS",
    "TRANSP",
    "REFRESH-INTERVAL",
];

/// A logical line.
#[derive(Clone, Debug)]
pub struct Line {
    pub name: String,
    pub parameters: Vec<(String, String)>,
    pub value: String,
}

impl Line {
    /// The value as a TEXT, without its escapes.
    pub fn text(&self) -> String {
        let (mut text, mut signs) = (String::new(), self.value.chars());
        while let Some(sign) = signs.next() {
            match (sign, if sign == '\\' { signs.next() } else { None }) {
                ('\\', Some('n' | 'N')) => text.push('\n'),
                ('\\', Some(other)) => text.push(other),
                (other, _) => text.push(other),
            }
        }
        text
    }

    /// Its name and the names of its parameters; of a component also which.
    pub fn shape(&self) -> String {
        let parameters: Vec<_> = self.parameters.iter().map(|(name, _)| name.as_str()).collect();
        let which = if matches!(self.name.as_str(), "BEGIN" | "END") { self.value.as_str() } else { "" };
        format!("{};{}:{which}", self.name, parameters.join(";"))
    }
}

/// The logical lines of a calendar. Readers that end a line at a bare CR or LF exist, so both are wrong.
pub fn read(ics: &str) -> Result<Vec<Line>, String> {
    let unfolded = ics.replace("\r\n ", "").replace("\r\n\t", "");
    let body = unfolded.strip_suffix("\r\n").ok_or("no end of the last line")?;
    let lines: Vec<Line> = body.split("\r\n").map(line).collect::<Result<_, _>>()?;
    let mut open = Vec::new();
    for line in &lines {
        match line.name.as_str() {
            "BEGIN" => open.push(&line.value),
            "END" if open.pop() != Some(&line.value) => {
                return Err(format!("END:{} ends nothing", line.value));
            }
            _ => {}
        }
    }
    if open.is_empty() { Ok(lines) } else { Err(format!("{open:?} does not end")) }
}

fn line(text: &str) -> Result<Line, String> {
    if text.contains(|sign: char| sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}')) {
        return Err(format!("a line end within {text:?}"));
    }
    let mut quoted = false;
    let end = text.find(|sign: char| {
        quoted ^= sign == '"';
        sign == ':' && !quoted
    });
    let (head, value) = text.split_at(end.ok_or_else(|| format!("no name in {text:?}"))?);
    let mut parts = vec![String::new()];
    for sign in head.chars() {
        quoted ^= sign == '"';
        match sign {
            ';' if !quoted => parts.push(String::new()),
            sign => parts.last_mut().expect("one").push(sign),
        }
    }
    let mut parts = parts.into_iter();
    let name = parts.next().unwrap_or_default();
    let parameter = |part: String| {
        let (name, value) = part.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()))?;
        Some((name, value.trim_matches('"').to_owned()))
    };
    let parameters =
        parts.map(parameter).collect::<Option<_>>().ok_or_else(|| format!("parameters of {text:?}"))?;
    Ok(Line { name, parameters, value: value.chars().skip(1).collect() })
}

/// What does not belong in a calendar of ours.
pub fn strangers(ics: &str) -> Vec<String> {
    let lines = match read(ics) {
        Ok(lines) => lines,
        Err(problem) => return vec![format!("calendar: {problem}")],
    };
    let mut hits = Vec::new();
    let mut in_event: Vec<&str> = Vec::new();
    for line in &lines {
        let known = OURS.contains(&line.name.as_str());
        let component = matches!(line.name.as_str(), "BEGIN" | "END");
        if !known || (component && !matches!(line.value.as_str(), "VCALENDAR" | "VEVENT")) {
            hits.push(format!("calendar line {}:{:.60}", line.name, line.value));
        }
        if component {
            in_event.clear();
        } else if in_event.contains(&line.name.as_str()) {
            hits.push(format!("calendar line {} twice", line.name));
        }
        in_event.push(&line.name);
    }
    hits
}
