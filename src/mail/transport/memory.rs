//! Letters in memory, for tests that look at what was mailed.

use std::sync::{Arc, Mutex, PoisonError};

use lettre::Message;

use super::Outcome;

/// What was mailed; clones share it.
#[derive(Clone, Debug, Default)]
pub struct Memory(Arc<Mutex<Vec<Vec<u8>>>>);

impl Memory {
    /// All letters so far, as they would go over the line.
    #[must_use]
    pub fn letters(&self) -> Vec<Vec<u8>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn deliver(&self, letter: &Message) -> Outcome {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(letter.formatted());
        Outcome::Sent
    }
}
