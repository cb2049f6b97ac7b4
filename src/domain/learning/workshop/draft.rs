//! A workshop as its author writes it.

use entity::{
    core_value::CoreValue,
    workshop::{self, ApprovalRule, Cover, Offering, TaughtIn, WorkshopForm},
};
use serde::{Deserialize, Serialize};

/// What its author writes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Draft {
    pub code: String,
    pub title: String,
    pub summary: String,
    /// Markdown.
    pub description: String,
    /// One a line.
    pub goals: String,
    pub values: Vec<CoreValue>,
    pub form: WorkshopForm,
    pub duration_minutes: i32,
    /// How many meetings a session usually has.
    pub parts: i32,
    pub minimum: Option<i32>,
    pub maximum: Option<i32>,
    pub audience: String,
    pub offering: Offering,
    /// In which languages it is given; nothing means Dutch.
    pub languages: Vec<TaughtIn>,
    pub cover: Option<Cover>,
    /// Who has to agree before somebody gets a place.
    #[serde(default = "nobody")]
    pub approval: ApprovalRule,
}

/// What an import found before there was a choice.
const fn nobody() -> ApprovalRule {
    ApprovalRule::Nobody
}

/// The languages of a workshop, from its column.
#[must_use]
pub fn languages(row: &workshop::Model) -> Vec<TaughtIn> {
    row.languages.split(',').filter_map(TaughtIn::from_code).collect()
}

impl Draft {
    /// A workshop as it is now.
    pub fn of(row: workshop::Model, values: Vec<CoreValue>) -> Self {
        Self {
            values,
            languages: languages(&row),
            cover: row.cover,
            approval: row.approval,
            code: row.code,
            title: row.title,
            summary: row.summary,
            description: row.description,
            goals: row.goals,
            form: row.form,
            duration_minutes: row.duration_minutes,
            parts: row.parts,
            minimum: row.minimum,
            maximum: row.maximum,
            audience: row.audience,
            offering: row.offering,
        }
    }
}
