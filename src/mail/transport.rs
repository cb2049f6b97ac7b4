//! How a letter leaves: by SMTP, into a folder, or into memory for tests.

pub mod folder;
pub mod memory;
pub mod smtp;

use entity::id::TaskId;
use lettre::Message;

/// What became of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The other side has taken it on.
    Sent,
    /// Not now: try again.
    Later(String),
    /// Never. `address`: because the address does not exist.
    Never { why: String, address: bool },
    /// The other side may or may not have it: try again under the same Message-ID.
    Unknown(String),
}

/// One way out of the house.
pub enum Transport {
    Smtp(Box<smtp::Smtp>),
    Folder(folder::Folder),
    Memory(memory::Memory),
}

impl Transport {
    /// Hands over a letter with one recipient. `id` names it, also the second time.
    pub async fn deliver(&self, id: TaskId, letter: &Message) -> Outcome {
        match self {
            Self::Smtp(smtp) => smtp.deliver(letter).await,
            Self::Folder(folder) => folder.deliver(id, letter).await,
            Self::Memory(memory) => memory.deliver(letter),
        }
    }
}
