//! What opens another system.

use std::fmt;

/// A token or a password. Shown nowhere, also not when something that holds it is printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Nothing for what cannot stand in a header: no signs, a space, or others than those of ASCII.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let fits = !text.is_empty() && text.bytes().all(|sign| sign.is_ascii_graphic());
        fits.then(|| Self(text.to_owned()))
    }

    pub(super) fn open(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}
