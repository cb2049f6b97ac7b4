//! Conversations, votes in the room, themes and improvements.

use super::row::Row;

/// The pages of this area.
pub fn rows() -> Vec<Row> {
    Vec::new()
}
