//! How long everything stays, for everybody; what was thrown away, for administrators.

use chrono::{DateTime, Utc};
use poem::{Response, handler};
use serde::Serialize;

use crate::{
    domain::privacy::retention::{self, Kind, Run},
    web::{context::Context, row::Allow, sentence::Sentence, view::View},
};

/// The schedule.
#[derive(Serialize)]
pub struct Schedule {
    kinds: Vec<Line>,
    /// Whether what was thrown away is shown too.
    counts: bool,
    /// Whether the viewer may read who sees what.
    overseer: bool,
}

/// One kind of data.
#[derive(Clone, Debug, Serialize)]
struct Line {
    kind: &'static str,
    days: i64,
    ran_at: Option<DateTime<Utc>>,
    gone: i64,
    total: i64,
}

impl View for Schedule {
    const TEMPLATE: &'static str = "privacy/retention.html";

    fn title(&self) -> Sentence {
        Sentence::new("retention-title")
    }

    fn samples() -> Vec<Self> {
        let at = "2026-11-02T08:41:00Z".parse().ok();
        let line = |kind: Kind, days, ran_at| Line { kind: kind.code(), days, ran_at, gone: 2, total: 40 };
        let kinds: Vec<_> = Kind::ALL.into_iter().map(|kind| line(kind, 30, at)).collect();
        let fresh = vec![line(Kind::Answers, 1, None)];
        vec![
            Self { kinds: kinds.clone(), counts: true, overseer: true },
            Self { kinds, counts: false, overseer: false },
            Self { kinds: fresh, counts: true, overseer: true },
        ]
    }
}

/// How long everything stays.
#[handler]
pub async fn show(cx: Context) -> poem::Result<Response> {
    let counts = cx.may(Allow::Auditor);
    let mut runs = if counts { retention::runs(cx.db()).await? } else { Default::default() };
    let schedule = &cx.house().policy.retention;
    let line = |kind: Kind| {
        let run: Option<Run> = runs.remove(kind.code());
        Line {
            kind: kind.code(),
            days: kind.stays(schedule).num_days(),
            ran_at: run.as_ref().map(|run| run.ran_at),
            gone: run.as_ref().map_or(0, |run| run.gone),
            total: run.map_or(0, |run| run.total),
        }
    };
    cx.page(&Schedule {
        kinds: Kind::ALL.into_iter().map(line).collect(),
        counts,
        overseer: cx.may(Allow::Overseer),
    })
}
