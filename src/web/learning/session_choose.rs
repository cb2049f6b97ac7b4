//! Which workshop to plan a session of.

use serde::Serialize;

use crate::web::{sentence::Sentence, view::View};

/// Which workshop a new session is of.
#[derive(Serialize)]
pub struct Choose {
    pub(super) workshops: Vec<Choice>,
}

/// One answer of a choice.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    pub value: String,
    pub label: String,
}

impl View for Choose {
    const TEMPLATE: &'static str = "desk/session/choose.html";

    fn title(&self) -> Sentence {
        Sentence::new("desk-session-new-title")
    }

    fn samples() -> Vec<Self> {
        let one = Choice { value: "1".into(), label: "Helder schrijven".into() };
        vec![Self { workshops: vec![one] }, Self { workshops: Vec::new() }]
    }
}
