//! Texts with `{name}` where something is filled in: what an organisation may write for a sentence of ours.

use std::collections::BTreeSet;

/// A sentence as its editor sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// With `{name}` where something is filled in.
    pub text: String,
    /// What is filled in.
    pub names: BTreeSet<String>,
}

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadText {
    /// These must be filled in somewhere.
    Missing(Vec<String>),
    /// Nothing is known under these names, or a brace stands alone.
    Unknown(Vec<String>),
}

impl Pattern {
    /// Whether a text fills in all that ours does, and nothing else.
    ///
    /// # Errors
    /// A [`BadText`].
    pub fn check(&self, text: &str) -> Result<(), BadText> {
        let used: BTreeSet<String> = parts(text).filter_map(|(_, name)| name).map(str::to_owned).collect();
        let stray = fill(text, |_| Some(String::new())).contains(['{', '}']);
        let mut unknown: Vec<_> = used.difference(&self.names).map(|name| format!("{{{name}}}")).collect();
        if stray {
            unknown.push("{ }".to_owned());
        }
        if !unknown.is_empty() {
            return Err(BadText::Unknown(unknown));
        }
        let missing: Vec<_> = self.names.difference(&used).map(|name| format!("{{{name}}}")).collect();
        if missing.is_empty() { Ok(()) } else { Err(BadText::Missing(missing)) }
    }
}

/// Fills in what has a value; a name without one stays as it stands.
pub fn fill(text: &str, value: impl Fn(&str) -> Option<String>) -> String {
    parts(text)
        .map(|(plain, name)| match name {
            Some(name) => format!("{plain}{}", value(name).unwrap_or_else(|| format!("{{{name}}}"))),
            None => plain.to_owned(),
        })
        .collect()
}

/// The text in parts: what stands before a name, and the name.
fn parts(text: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let now = rest?;
        let found = now.split_once('{').and_then(|(plain, after)| {
            let (name, left) = after.split_once('}')?;
            let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
            is_name.then_some((plain, name, left))
        });
        match found {
            Some((plain, name, left)) => {
                rest = Some(left);
                Some((plain, Some(name)))
            }
            None => {
                rest = None;
                Some((now, None))
            }
        }
    })
}
