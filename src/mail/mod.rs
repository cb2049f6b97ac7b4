//! Letters: what they say, and how they leave the house. Knows lettre and the templates; only jobs use it.

mod entry;
pub mod letter;
mod link;
mod message;
pub mod transport;
mod view;

use std::sync::Arc;

use lettre::message::Mailbox;

use crate::template::Templates;

/// What writing letters needs to know of the house.
#[derive(Clone)]
pub struct Stationery {
    pub templates: Arc<Templates>,
    /// The functional mailbox that sends letters and organises meetings.
    pub from: Mailbox,
    /// The name of the organisation.
    pub organisation: String,
    /// Scheme and host of the pages, without a slash at the end.
    pub base_url: String,
}

/// What people typed, fit for a header: without control characters, on one line.
/// (lettre panics on a name with a line end.)
pub(crate) fn one_line(text: &str) -> String {
    let words = text.split(|letter: char| letter.is_whitespace() || letter.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
