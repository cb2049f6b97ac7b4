//! The form of a record: how it is filled, and how it is read.

use entity::{conversation_note::NoteTopic, core_value::CoreValue, quote::Sharing};

use crate::{
    domain::{
        dialogue::conversation::{
            note::{self, Noted},
            record::{Facts, Held, MOST_MINUTES, MOST_PEOPLE, Record},
            reference::Words,
        },
        error::{Error, Result},
    },
    web::{form::Form, refill::FormView},
};

/// Lines for quotes that are still to come.
const ROOM: usize = 3;
/// More lines than a conversation has quotes.
const MOST: usize = 60;

/// What stands in the house.
pub(super) fn filled(record: &Record) -> FormView {
    let row = &record.row;
    let number = |number: Option<i32>| number.map(|number| number.to_string()).unwrap_or_default();
    let mut form = FormView::new()
        .with("version", row.version.to_string())
        .with("heldOn", row.held_on.map(|day| day.to_string()).unwrap_or_default())
        .with("participants", number(row.participants))
        .with("lasted", number(row.lasted))
        .with_all("values", record.values.iter().map(|value| value.code()))
        .with_all("themes", record.themes.iter().map(|(theme, _)| theme.id.to_string()))
        .with("tags", record.tags.join(", "));
    for note in &record.notes {
        let code = note.topic.code();
        form = form
            .with(&format!("note-{code}"), note.text.clone())
            .with(&format!("version-{code}"), note.version.to_string());
    }
    for (at, quote) in record.quotes.iter().enumerate() {
        form = form
            .with(&format!("quote-{at}"), quote.text.clone())
            .with(&format!("sharing-{at}"), quote.sharing.code());
    }
    form
}

/// How many lines for quotes the form has: those with words, and room for more.
pub(super) fn lines(form: &FormView) -> usize {
    let filled = (0..MOST).filter(|at| form.holds(&format!("quote-{at}"))).max();
    filled.map_or(ROOM, |last| last + 1 + ROOM).min(MOST)
}

/// What was typed, with the versions on which one can go on: what stands in the house is shown beside it.
pub(super) fn overtaken(mut form: FormView, record: &Record, notes: &[Noted]) -> FormView {
    for noted in notes {
        let (topic, version) = match noted {
            Noted::Saved { topic, version, .. } | Noted::Overtaken { topic, version, .. } => (topic, version),
        };
        form = form.with(&format!("version-{}", topic.code()), version.to_string());
    }
    form.with("version", record.row.version.to_string())
}

/// The notes that were sent, blanks included.
pub(super) fn notes(form: &Form) -> Vec<note::Draft> {
    let draft = |topic: NoteTopic| {
        let name = format!("note-{}", topic.code());
        form.iter().any(|(given, _)| given == name).then(|| note::Draft {
            topic,
            text: form.raw(&name).to_owned(),
            version: form.text(&format!("version-{}", topic.code())).parse().unwrap_or_default(),
        })
    };
    NoteTopic::ALL.iter().copied().filter_map(draft).collect()
}

/// The rest of what was sent.
///
/// # Errors
/// Field by field.
pub(super) fn facts(form: &Form) -> Result<Facts> {
    let mut read = form.read();
    let on = read.date("heldOn");
    let participants = read.number("participants", 1, MOST_PEOPLE);
    let lasted = read.number("lasted", 1, MOST_MINUTES);
    let said = ["heldOn", "participants", "lasted"].into_iter().any(|name| form.has(name));
    if said {
        read.needed("heldOn", on);
        read.needed("participants", participants);
        read.needed("lasted", lasted);
    }
    let values = read.choices("values", CoreValue::from_code);
    let themes = read.choices("themes", |text| text.parse().ok());
    let version = read.number("version", 0, i32::MAX);
    let version = read.needed("version", version);
    let tags = form.text("tags").split([',', ';', '\n']).map(str::trim).filter(|tag| !tag.is_empty());
    let tags = tags.map(str::to_owned).collect();
    let quotes = (0..MOST).filter_map(|at| quote(form, at)).collect();
    read.done()?;
    let held = match (on, participants, lasted) {
        (Some(on), Some(participants), Some(lasted)) => Some(Held { on, participants, lasted }),
        _ => None,
    };
    let version = version.ok_or(Error::Missing("conversation"))?;
    Ok(Facts { held, values, themes, tags, quotes, version })
}

/// Words without a choice are shared with nobody.
fn quote(form: &Form, at: usize) -> Option<Words> {
    let text = form.text(&format!("quote-{at}"));
    let sharing = Sharing::from_code(form.text(&format!("sharing-{at}"))).unwrap_or(Sharing::No);
    (!text.is_empty()).then(|| Words { text: text.to_owned(), sharing })
}
