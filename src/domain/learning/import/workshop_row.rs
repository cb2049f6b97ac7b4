//! One row of a catalogue file, with the Dutch and English words of its choices.

use entity::{
    core_value::CoreValue,
    workshop::{ApprovalRule, Cover, Offering, TaughtIn, WorkshopForm},
};

use super::super::workshop::{Draft, validate};
use crate::domain::{
    error::{Error, Result},
    people::import::{
        Remark,
        columns::{self, Names},
        read::{Row, Table},
    },
};

const CODE: Names = &["code"];
const TITLE: Names = &["titel", "title"];
const SUMMARY: Names = &["samenvatting", "summary"];
const DESCRIPTION: Names = &["beschrijving", "omschrijving", "description"];
const VALUES: Names = &["kernwaarden", "values", "corevalues"];
const FORM: Names = &["vorm", "form"];
const MINUTES: Names = &["duurminuten", "durationminutes", "duur", "duration"];
const PARTS: Names = &["dagdelen", "bijeenkomsten", "parts"];
const MINIMUM: Names = &["mindeelnemers", "minimum", "minparticipants"];
const MAXIMUM: Names = &["maxdeelnemers", "maximum", "maxparticipants"];
const AUDIENCE: Names = &["doelgroep", "audience"];
const OFFERING: Names = &["aanbod", "offering"];
const LANGUAGES: Names = &["talen", "taal", "languages", "language"];
const COVER: Names = &["plaatje", "afbeelding", "cover", "picture"];
const GOALS: Names = &["leerdoelen", "goals", "learninggoals"];

/// The columns that a file must have.
///
/// # Errors
/// Field `file` with the one that is missing.
pub fn required(table: &Table) -> Result<()> {
    columns::require(table, CODE).and(columns::require(table, TITLE)).map(|_| ())
}

/// A row under the header of its file.
pub struct Cells<'a> {
    pub table: &'a Table,
    pub row: &'a Row,
}

impl Cells<'_> {
    /// The code in lower case.
    pub fn code(&self) -> String {
        self.text(CODE).unwrap_or_default().to_lowercase()
    }

    /// Nothing when the file has no such column.
    fn text(&self, names: Names) -> Option<&str> {
        columns::find(self.table, names).map(|at| self.row.cell(at))
    }

    fn refuse(&self, key: &'static str) -> Remark {
        Remark::new(self.row.line, key)
    }

    /// The workshop as the file has it: its columns over what was known.
    pub fn draft(&self, before: Option<&Draft>) -> std::result::Result<Draft, Remark> {
        if self.row.overflows(self.table.header.len()) {
            return Err(self.refuse("too-many-cells"));
        }
        let mut draft = before.map_or_else(blank, Draft::clone);
        let texts = [
            (CODE, &mut draft.code),
            (TITLE, &mut draft.title),
            (SUMMARY, &mut draft.summary),
            (DESCRIPTION, &mut draft.description),
            (AUDIENCE, &mut draft.audience),
        ];
        for (names, field) in texts {
            if let Some(text) = self.text(names) {
                text.clone_into(field);
            }
        }
        for (empty, key) in [(draft.code.is_empty(), "no-code"), (draft.title.is_empty(), "no-title")] {
            if empty {
                return Err(self.refuse(key));
            }
        }
        if let Some(before) = before {
            draft.code.clone_from(&before.code);
        }
        if let Some(goals) = self.text(GOALS) {
            draft.goals = goals
                .split('|')
                .map(str::trim)
                .filter(|goal| !goal.is_empty())
                .collect::<Vec<_>>()
                .join("\n");
        }
        self.choices(&mut draft)?;
        self.looks(&mut draft)?;
        self.numbers(&mut draft)?;
        self.sizes(draft)
    }

    fn choices(&self, draft: &mut Draft) -> std::result::Result<(), Remark> {
        if let Some(words) = self.text(VALUES) {
            let words = words.split([',', '|']).map(str::trim).filter(|word| !word.is_empty());
            let value =
                |word: &str| value_of(word).ok_or_else(|| self.refuse("value-unknown").with("value", word));
            draft.values = words.map(value).collect::<std::result::Result<_, _>>()?;
            draft.values.sort_unstable();
            draft.values.dedup();
        }
        if let Some(word) = self.text(FORM).filter(|word| !word.is_empty()) {
            draft.form = form_of(word).ok_or_else(|| self.refuse("form-unknown").with("form", word))?;
        }
        if let Some(word) = self.text(OFFERING).filter(|word| !word.is_empty()) {
            draft.offering =
                offering_of(word).ok_or_else(|| self.refuse("offering-unknown").with("offering", word))?;
        }
        Ok(())
    }

    /// Languages and picture; empty cells mean Dutch and none.
    fn looks(&self, draft: &mut Draft) -> std::result::Result<(), Remark> {
        if let Some(words) = self.text(LANGUAGES) {
            let words = words.split([',', '|']).map(str::trim).filter(|word| !word.is_empty());
            let language = |word: &str| {
                language_of(word).ok_or_else(|| self.refuse("language-unknown").with("language", word))
            };
            let mut languages = words.map(language).collect::<std::result::Result<Vec<_>, _>>()?;
            languages.sort_unstable();
            languages.dedup();
            // As the table keeps it, so that a file that is read again changes nothing.
            draft.languages = if languages.is_empty() { vec![TaughtIn::Dutch] } else { languages };
        }
        if let Some(word) = self.text(COVER) {
            let cover = || cover_of(word).ok_or_else(|| self.refuse("cover-unknown").with("cover", word));
            draft.cover = if word.is_empty() { None } else { Some(cover()?) };
        }
        Ok(())
    }

    fn numbers(&self, draft: &mut Draft) -> std::result::Result<(), Remark> {
        let number = |names: Names| {
            let text = self.text(names).filter(|text| !text.is_empty());
            let read = |text: &str| text.parse::<i32>().ok().filter(|number| *number >= 0);
            text.map(|text| read(text).ok_or_else(|| self.refuse("number-malformed").with("value", text)))
                .transpose()
        };
        draft.duration_minutes = number(MINUTES)?.unwrap_or(draft.duration_minutes);
        draft.parts = number(PARTS)?.unwrap_or(draft.parts);
        for (names, field) in [(MINIMUM, &mut draft.minimum), (MAXIMUM, &mut draft.maximum)] {
            if self.text(names).is_some() {
                *field = number(names)?;
            }
        }
        Ok(())
    }

    /// What a form would not take, told of the row.
    fn sizes(&self, draft: Draft) -> std::result::Result<Draft, Remark> {
        match validate(&draft) {
            Err(Error::Invalid(fields)) => {
                Err(self.refuse("field-wrong").with("field", fields.first().map_or("", |field| field.name)))
            }
            _ => Ok(draft),
        }
    }
}

fn blank() -> Draft {
    Draft {
        code: String::new(),
        title: String::new(),
        summary: String::new(),
        description: String::new(),
        goals: String::new(),
        values: Vec::new(),
        form: WorkshopForm::OnSite,
        duration_minutes: 120,
        parts: 1,
        minimum: None,
        maximum: None,
        audience: String::new(),
        offering: Offering::Open,
        languages: vec![],
        cover: None,
        approval: ApprovalRule::Nobody,
    }
}

fn value_of(word: &str) -> Option<CoreValue> {
    match word.to_lowercase().as_str() {
        "connection" => Some(CoreValue::Connection),
        "craft" => Some(CoreValue::Craft),
        "trust" => Some(CoreValue::Trust),
        "renewal" => Some(CoreValue::Renewal),
        word => CoreValue::from_code(word),
    }
}

fn language_of(word: &str) -> Option<TaughtIn> {
    match word.to_lowercase().as_str() {
        "nederlands" | "dutch" => Some(TaughtIn::Dutch),
        "engels" | "english" => Some(TaughtIn::English),
        "duits" | "german" => Some(TaughtIn::German),
        "frans" | "french" => Some(TaughtIn::French),
        "pools" | "polish" => Some(TaughtIn::Polish),
        "turks" | "turkish" => Some(TaughtIn::Turkish),
        "arabisch" | "arabic" => Some(TaughtIn::Arabic),
        "oekraïens" | "oekraiens" | "ukrainian" => Some(TaughtIn::Ukrainian),
        code => TaughtIn::from_code(code),
    }
}

fn cover_of(word: &str) -> Option<Cover> {
    match word.to_lowercase().as_str() {
        "gesprek" => Some(Cover::Conversation),
        "brief" => Some(Cover::Letter),
        "pad" => Some(Cover::Path),
        "tafel" => Some(Cover::Table),
        "scherm" => Some(Cover::Window),
        "groei" => Some(Cover::Growth),
        code => Cover::from_code(code),
    }
}

fn form_of(word: &str) -> Option<WorkshopForm> {
    match word.to_lowercase().as_str() {
        "op locatie" | "locatie" | "on-site" | "on site" => Some(WorkshopForm::OnSite),
        "online" => Some(WorkshopForm::Online),
        "hybride" | "hybrid" => Some(WorkshopForm::Hybrid),
        _ => None,
    }
}

fn offering_of(word: &str) -> Option<Offering> {
    match word.to_lowercase().as_str() {
        "vrij" | "open" => Some(Offering::Open),
        "gericht" | "targeted" => Some(Offering::Targeted),
        _ => None,
    }
}
