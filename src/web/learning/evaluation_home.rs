//! The part of the first page that is about evaluations.

use chrono::NaiveDate;
use serde::Serialize;

use super::evaluation_result::results_address;
use crate::{
    domain::{
        error::Result,
        learning::evaluation::mine::{self, Fresh, Waiting},
    },
    web::context::Context,
};

/// How many new results are named.
const FEW: u64 = 6;

/// What the viewer can answer, and what there is to read of what they give.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Evaluations {
    waiting: Vec<Asked>,
    fresh: Vec<New>,
}

#[derive(Clone, Debug, Serialize)]
struct Asked {
    href: String,
    title: String,
    kind: &'static str,
    closes_on: NaiveDate,
}

#[derive(Clone, Debug, Serialize)]
struct New {
    href: String,
    title: String,
    released_on: NaiveDate,
}

impl Evaluations {
    /// Of the viewer. On a device that others use too a link would stay behind in the history of the browser, and it opens
    /// without signing in; it opens once.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(cx: &Context) -> Result<Self> {
        let Some(viewer) = cx.viewer() else { return Ok(Self::default()) };
        let today = cx.house().policy.day(cx.now());
        let waiting = mine::waiting(cx.db(), viewer.person.id, today).await?;
        let fresh = match viewer.gives {
            true => mine::fresh(cx.db(), viewer.person.id, (cx.now(), today), FEW).await?,
            false => Vec::new(),
        };
        Ok(Self {
            waiting: waiting.into_iter().map(Asked::from).collect(),
            fresh: fresh.into_iter().map(New::from).collect(),
        })
    }

    /// For samples.
    pub fn sample() -> Self {
        let day = NaiveDate::from_ymd_opt(2026, 3, 20).unwrap_or_default();
        let asked = |kind, id: &str| Asked {
            href: format!("/evaluations/{id}"),
            title: "Helder schrijven".into(),
            kind,
            closes_on: day,
        };
        let new =
            New { href: "/desk/evaluations/1".into(), title: "Het eerste contact".into(), released_on: day };
        Self {
            waiting: vec![asked("after-closing", "a"), asked("after-twelve-weeks", "b")],
            fresh: vec![new],
        }
    }
}

impl From<Waiting> for Asked {
    fn from(one: Waiting) -> Self {
        Self {
            href: format!("/evaluations/{}", one.code),
            title: one.workshop,
            kind: one.kind.code(),
            closes_on: one.closes_on,
        }
    }
}

impl From<Fresh> for New {
    fn from(one: Fresh) -> Self {
        Self { href: results_address(one.workshop), title: one.title, released_on: one.released_on }
    }
}
