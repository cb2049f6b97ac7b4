//! What residents said, from a file of another system: read and shown first, without anything being kept; then taken over.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{
    feedback::{Channel, FeedbackWay},
    id::DepartmentId,
};

use super::{Entry, Said, known, mask, problems};
use crate::domain::{
    change::Change,
    error::{Error, Field, Result, all_well},
    event::Hearing,
    people::{
        department::{Department, Tree},
        import::{
            columns::{self, Names},
            read::{self, Row, Table},
        },
    },
    search::fold,
};

/// The most rows of one file.
pub const MOST: usize = 5_000;

const CHANNEL: Names = &["kanaal", "channel"];
const GRADE: Names = &["cijfer", "grade", "score", "rapportcijfer"];
const EFFORT: Names = &["moeite", "effort", "inspanning"];
const TEXT: Names = &["tekst", "text", "toelichting", "opmerking", "comment"];
const DEPARTMENT: Names = &["afdeling", "department", "afdelingscode", "departmentcode"];
const DATE: Names = &["datum", "date", "dag", "day", "ontvangen", "receivedon"];

/// How other systems and people call the channels.
const SPOKEN: [(&str, Channel); 16] = [
    ("balie", Channel::Counter),
    ("counter", Channel::Counter),
    ("telefoon", Channel::Telephone),
    ("telephone", Channel::Telephone),
    ("phone", Channel::Telephone),
    ("chat", Channel::Chat),
    ("post", Channel::Post),
    ("brief", Channel::Post),
    ("letter", Channel::Post),
    ("socialmedia", Channel::SocialMedia),
    ("whatsapp", Channel::WhatsApp),
    ("online", Channel::Online),
    ("website", Channel::Online),
    ("web", Channel::Online),
    ("webformulier", Channel::Online),
    ("internet", Channel::Online),
];

/// A file that was read.
#[derive(Clone, Debug, Default)]
pub struct Read {
    pub entries: Vec<Entry>,
    /// Rows that are not taken over.
    pub refused: Vec<Refused>,
}

/// A row that is not taken over, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The header is line 1.
    pub line: u64,
    pub problems: Vec<Field>,
}

/// Reads a file. What leads to a person is left out of texts here already, so that no page shows it.
///
/// # Errors
/// Field `file` when it cannot be read, has no column for the channel, or too many rows.
pub fn read(bytes: &[u8], tree: &Tree, today: NaiveDate) -> Result<Read> {
    let table = read::read(bytes)?;
    if table.rows.len() > MOST {
        return Err(Field::new("file", "file-rows").with("max", MOST).into());
    }
    let columns = Columns::of(&table)?;
    let departments = departments(tree);
    let mut all = Read::default();
    for row in &table.rows {
        match columns.entry(row, &departments, today) {
            Ok(entry) => all.entries.push(entry),
            Err(problems) => all.refused.push(Refused { line: row.line, problems }),
        }
    }
    Ok(all)
}

/// Takes over what was read, and says how much: `again` also what stands there already, by [`known::fresh`].
///
/// # Errors
/// [`Error::Forbidden`] unless the actor measures; fields when an entry is not as [`read()`] leaves them, and `file` when
/// nothing is new.
pub async fn load(change: &Change, entries: &[Entry], again: bool) -> Result<usize> {
    if !change.actor.may_measure() {
        return Err(Error::Forbidden);
    }
    let today = change.policy.day(change.now);
    if entries.is_empty() || entries.len() > MOST {
        return Err(Field::new("file", "file-rows").with("max", MOST).into());
    }
    all_well(entries.iter().flat_map(|entry| problems(entry, today)).collect())?;
    let fresh = if again { entries.to_vec() } else { known::fresh(change.db(), entries).await? };
    if fresh.is_empty() {
        return Err(Field::new("file", "file-known").into());
    }
    super::write(change, &fresh).await?;
    change.record(Hearing::FeedbackLoaded { rows: fresh.len() }.into()).await?;
    Ok(fresh.len())
}

/// By code and by name.
fn departments(tree: &Tree) -> HashMap<String, DepartmentId> {
    let nodes = tree.nodes();
    let names = |one: &Department| [fold(one.name.trim()), fold(one.code.trim())].map(|name| (name, one.id));
    nodes.iter().flat_map(|node| names(node.department)).collect()
}

struct Columns {
    channel: usize,
    grade: Option<usize>,
    effort: Option<usize>,
    text: Option<usize>,
    department: Option<usize>,
    date: usize,
}

impl Columns {
    fn of(table: &Table) -> Result<Self> {
        Ok(Self {
            channel: columns::require(table, CHANNEL)?,
            grade: columns::find(table, GRADE),
            effort: columns::find(table, EFFORT),
            text: columns::find(table, TEXT),
            department: columns::find(table, DEPARTMENT),
            date: columns::require(table, DATE)?,
        })
    }

    fn entry(
        &self,
        row: &Row,
        departments: &HashMap<String, DepartmentId>,
        today: NaiveDate,
    ) -> std::result::Result<Entry, Vec<Field>> {
        let mut wrong = Vec::new();
        let cell = |column: Option<usize>| column.map_or("", |column| row.cell(column));
        let channel = channel(row.cell(self.channel));
        if channel.is_none() {
            wrong.push(Field::new("channel", "not-a-channel"));
        }
        let received_on = date(row.cell(self.date));
        if received_on.is_none() {
            wrong.push(Field::new("receivedOn", "not-a-date"));
        }
        let mut whole = |name, text: &str| {
            let number = text.parse::<i32>().ok();
            if number.is_none() && !text.is_empty() {
                wrong.push(Field::new(name, "not-a-number"));
            }
            number
        };
        let (grade, effort) = (whole("grade", cell(self.grade)), whole("effort", cell(self.effort)));
        let named = fold(cell(self.department));
        let department = departments.get(&named).copied();
        if department.is_none() && !named.is_empty() {
            wrong.push(Field::new("department", "not-a-department"));
        }
        let (Some(channel), Some(received_on), true) = (channel, received_on, wrong.is_empty()) else {
            return Err(wrong);
        };
        let said = Said { grade, effort, text: mask::masked(cell(self.text)) };
        let entry = Entry { channel, said, department, received_on, way: FeedbackWay::File };
        let wrong = problems(&entry, today);
        if wrong.is_empty() { Ok(entry) } else { Err(wrong) }
    }
}

fn channel(text: &str) -> Option<Channel> {
    let plain: String = fold(text).chars().filter(char::is_ascii_alphanumeric).collect();
    let spoken = SPOKEN.iter().find(|(name, _)| *name == plain).map(|(_, channel)| *channel);
    spoken.or_else(|| Channel::from_code(&fold(text)))
}

/// `2026-03-02` or `2-3-2026`; of a moment the day.
fn date(text: &str) -> Option<NaiveDate> {
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    NaiveDate::parse_from_str(day, "%Y-%m-%d")
        .or_else(|_| NaiveDate::parse_from_str(&day.replace('/', "-"), "%d-%m-%Y"))
        .ok()
}
