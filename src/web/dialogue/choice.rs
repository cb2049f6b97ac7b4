//! One answer of a choice in a form of this area.

use serde::Serialize;

/// What is sent, and what people read.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    pub value: String,
    pub label: String,
}
