//! What is printed: PDF/UA-1 from plain structs. Knows typst, templates and words; who asks reads the domain and gives what is
//! to stand on the paper.

pub mod card;
pub mod certificate;
#[cfg(feature = "print")]
mod engine;
#[cfg(feature = "print")]
mod glyph;
pub mod report;
pub mod sheet;
#[cfg(feature = "print")]
mod square;
#[cfg(feature = "print")]
mod theme;
#[cfg(feature = "print")]
mod word;

use std::{sync::Arc, time::Duration};

use chrono_tz::Tz;
use serde::Serialize;
use tokio::{sync::Semaphore, time::timeout};

use crate::text::{Dates, Language, Words};

/// So many papers are set at once; each takes tens of megabytes of memory while it is.
const SLOTS: usize = 2;
/// So long a paper may wait for its turn, and so long it may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// Something to print. `templates/print/<NAME>.typ` says how it looks; there, `it` is what [`Paper::face`] gives.
pub trait Paper: Send + 'static {
    const NAME: &'static str;
    type Face: Serialize;

    /// What viewers and screen readers call the document.
    fn title(&self, dates: &Dates) -> String;

    /// What stands on it, with every day and time written out.
    fn face(&self, dates: &Dates) -> Self::Face;
}

/// Why there is no paper.
#[derive(Debug, thiserror::Error)]
pub enum Unprintable {
    /// This house was built without printing.
    #[error("printing is not built in")]
    NotBuiltIn,
    /// Others print, or this takes too long.
    #[error("printing takes too long")]
    Busy,
    /// A mistake in a template.
    #[error("not to be printed: {0}")]
    Broken(String),
}

/// Prints. Cheap to clone; all clones take turns together.
#[derive(Clone)]
pub struct Press {
    words: Arc<Words>,
    zone: Tz,
    organisation: Arc<str>,
    slots: Arc<Semaphore>,
}

impl Press {
    /// Whether this house can print.
    pub const BUILT_IN: bool = cfg!(feature = "print");

    /// A press with the name that stands on every paper.
    pub fn new(words: Arc<Words>, zone: Tz, organisation: &str) -> Self {
        Self { words, zone, organisation: organisation.into(), slots: Arc::new(Semaphore::new(SLOTS)) }
    }

    /// The PDF. It is set beside the requests; one that gives up waiting frees its turn only when it is done.
    ///
    /// # Errors
    /// [`Unprintable`].
    pub async fn print<P: Paper>(&self, language: Language, paper: P) -> Result<Vec<u8>, Unprintable> {
        if !Self::BUILT_IN {
            return Err(Unprintable::NotBuiltIn);
        }
        let turn = timeout(PATIENCE, self.slots.clone().acquire_owned()).await;
        let turn = turn.ok().and_then(Result::ok).ok_or(Unprintable::Busy)?;
        let press = self.clone();
        let work = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            press.set(language, &paper)
        });
        match timeout(PATIENCE, work).await {
            Ok(Ok(printed)) => printed,
            Ok(Err(_)) => Err(Unprintable::Broken("it panicked".to_owned())),
            Err(_) => Err(Unprintable::Busy),
        }
    }

    /// Every date with its year: paper outlives the year in which it goes without saying.
    fn dates(&self, language: Language) -> Dates {
        Dates { words: self.words.clone(), language, zone: self.zone, year: i32::MIN }
    }

    #[cfg(feature = "print")]
    fn set<P: Paper>(&self, language: Language, paper: &P) -> Result<Vec<u8>, Unprintable> {
        let broken = |error: serde_json::Error| Unprintable::Broken(error.to_string());
        let dates = self.dates(language);
        let title = paper.title(&dates);
        let mut data = serde_json::json!({
            "language": language.code(),
            "organisation": &*self.organisation,
            "title": title,
            "theme": theme::colours(),
            "words": word::of(&self.words, language, P::NAME),
            "it": serde_json::to_value(paper.face(&dates)).map_err(broken)?,
        });
        glyph::keep_known(&mut data, engine::has_glyph);
        engine::pdf(P::NAME, serde_json::to_vec(&data).map_err(broken)?)
    }

    #[cfg(not(feature = "print"))]
    fn set<P: Paper>(&self, language: Language, paper: &P) -> Result<Vec<u8>, Unprintable> {
        let _ = (paper.face(&self.dates(language)), &self.organisation);
        Err(Unprintable::NotBuiltIn)
    }
}
