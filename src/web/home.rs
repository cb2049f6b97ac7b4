//! The first page.

use poem::{Response, handler};
use serde::Serialize;

use super::{context::Context, sentence::Sentence, view::View};

/// For who is not signed in: what this is, and how to come in.
#[derive(Serialize)]
pub struct Welcome {
    pub signed_in: bool,
}

impl View for Welcome {
    const TEMPLATE: &'static str = "home/welcome.html";

    fn title(&self) -> Sentence {
        Sentence::new("home-welcome-title")
    }

    fn samples() -> Vec<Self> {
        vec![Self { signed_in: false }, Self { signed_in: true }]
    }
}

/// The first page.
#[handler]
pub fn index(cx: Context) -> poem::Result<Response> {
    cx.page(&Welcome {
        signed_in: cx.viewer().is_some(),
    })
}
