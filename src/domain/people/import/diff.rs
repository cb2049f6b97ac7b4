//! What a file would change, told before it does.

use std::borrow::Cow;

use entity::import::ImportKind;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::changed::Changed;
use crate::domain::error::Refusal;

/// What a file changes, row by row.
#[derive(Clone, Debug)]
pub struct Diff {
    pub kind: ImportKind,
    pub added: Vec<Entry>,
    pub changed: Vec<Entry>,
    /// Whoever works here no more. Only a staff file has them.
    pub left: Vec<Entry>,
    /// Whoever goes to another department. They can be in `changed` too.
    pub moved: Vec<Entry>,
    pub unchanged: usize,
    pub refused: Vec<Remark>,
    /// What was taken over, but not whole.
    pub warnings: Vec<Remark>,
    /// Who stays and keeps access whatever the file says, and why.
    pub kept: Vec<Remark>,
    /// Set when so many people would disappear that it must be confirmed.
    pub brake: Option<Brake>,
}

/// One that is added, changed or leaves.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// Nothing for who is not in the file.
    pub line: Option<u64>,
    /// Code or number.
    pub key: String,
    pub name: String,
    pub fields: Vec<Changed>,
}

/// What is to be said about a row, or about the file: the sentence `import-<key>` in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// Nothing for what is said about the file.
    pub line: Option<u64>,
    pub key: Cow<'static, str>,
    pub args: Vec<(Cow<'static, str>, String)>,
}

/// So many would disappear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brake {
    pub gone: usize,
    pub of: usize,
}

/// What whoever applies a file agrees to beforehand.
#[derive(Clone, Copy, Debug, Default)]
pub struct Consent {
    /// Apply the good rows though others are refused.
    pub partial: bool,
    /// Apply though more than a tenth of the staff disappears.
    pub many_leave: bool,
}

impl Remark {
    /// A remark without arguments.
    #[must_use]
    pub const fn new(line: u64, key: &'static str) -> Self {
        Self { line: Some(line), key: Cow::Borrowed(key), args: Vec::new() }
    }

    /// About the file, without arguments.
    #[must_use]
    pub const fn of_file(key: &'static str) -> Self {
        Self { line: None, key: Cow::Borrowed(key), args: Vec::new() }
    }

    /// With an argument of the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((Cow::Borrowed(name), value.to_string()));
        self
    }
}

impl Diff {
    pub(crate) const fn new(kind: ImportKind) -> Self {
        Self {
            kind,
            added: Vec::new(),
            changed: Vec::new(),
            left: Vec::new(),
            moved: Vec::new(),
            unchanged: 0,
            refused: Vec::new(),
            warnings: Vec::new(),
            kept: Vec::new(),
            brake: None,
        }
    }

    /// Whether applying would change anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        [&self.added, &self.changed, &self.left, &self.moved].into_iter().all(Vec::is_empty)
    }

    /// How many of each, as the import keeps them; with `gone` and `of` when so many would disappear that it must be
    /// confirmed.
    #[must_use]
    pub fn counts(&self) -> Value {
        let mut counts = json!({
            "added": self.added.len(), "changed": self.changed.len(), "left": self.left.len(), "moved": self.moved.len(),
            "unchanged": self.unchanged, "refused": self.refused.len(), "warnings": self.warnings.len(),
            "kept": self.kept.len(),
        });
        if let Some(Brake { gone, of }) = self.brake {
            counts["gone"] = gone.into();
            counts["of"] = of.into();
        }
        counts
    }

    /// Whether this may be applied with what was agreed to.
    ///
    /// # Errors
    /// [`Refusal::ImportRefused`] for refused rows, [`Refusal::ImportBrake`] when too many would disappear.
    pub const fn allows(&self, consent: Consent) -> Result<(), Refusal> {
        match self.brake {
            _ if !self.refused.is_empty() && !consent.partial => {
                Err(Refusal::ImportRefused { rows: self.refused.len() })
            }
            Some(Brake { gone, of }) if !consent.many_leave => Err(Refusal::ImportBrake { gone, of }),
            _ => Ok(()),
        }
    }

    /// Rows in the order of the file.
    pub(crate) fn sort(&mut self) {
        self.refused.sort_by_key(|remark| remark.line);
        self.warnings.sort_by_key(|remark| remark.line);
    }
}
