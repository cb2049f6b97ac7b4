//! What the pages of the report read: for everybody once, and for a head the own departments.

use std::sync::Arc;

use entity::id::DepartmentId;

use crate::{
    domain::{
        adoption::{
            ledger::{Cell, Published, Unit},
            period::Period,
            report::{self, Departments, Organisation, Story},
            rule::{self, Rules},
        },
        dialogue::improvement::board::{self, Item},
        error::Result,
    },
    web::{context::Context, row::Allow},
};

/// How many improvements stand in a report; the board has the rest.
const IMPROVEMENTS: u64 = 5;

/// What a head has beside the organisation.
#[derive(Clone, Debug)]
pub struct Own {
    /// The highest departments that the viewer heads, as they were in the period.
    pub units: Vec<Unit>,
    /// Which of them stands beside the organisation.
    at: usize,
    /// That one through time.
    story: Story,
}

impl Own {
    /// The one that stands beside the organisation.
    pub fn beside(&self) -> Option<&Unit> {
        self.units.get(self.at)
    }

    /// What was published of it, in all periods.
    pub fn cells(&self) -> &[Published<Cell>] {
        &self.story.cells
    }
}

/// The organisation, read once for all who look in the same moment.
pub async fn organisation(cx: &Context) -> Result<Arc<Organisation>> {
    let read = report::organisation(cx.db());
    cx.house().db.recent.or_read("adoption".into(), cx.now(), read).await
}

/// The departments of a period, for whoever may see them all.
pub async fn departments(cx: &Context, period: &Period) -> Result<Option<Arc<Departments>>> {
    if !cx.may(Allow::AdoptionViewer) {
        return Ok(None);
    }
    let read = report::departments(cx.db(), period.id);
    let key = format!("adoption-departments-{}", period.id);
    cx.house().db.recent.or_read(key, cx.now(), read).await.map(Some)
}

/// The thresholds that hold, read once for all who look in the same moment.
pub async fn rules(cx: &Context) -> Result<Arc<Rules>> {
    let read = rule::now(cx.db());
    cx.house().db.recent.or_read("adoption-rules".into(), cx.now(), read).await
}

/// What was done in a period, the last first, as the board of the house shows them to the viewer.
pub async fn improvements(cx: &Context, period: &Period) -> Result<Arc<Vec<Item>>> {
    let (days, today) = ((period.begins_on, period.ends_on), cx.house().policy.day(cx.now()));
    let read = board::done(cx.db(), cx.actor(), days, today, IMPROVEMENTS);
    let key = format!("improvements-{}-{}", period.id, cx.actor().may_hear_all());
    cx.house().db.recent.or_read(key, cx.now(), read).await
}

/// What the viewer heads, with the one beside the organisation that the address names, or the first; nothing for who sees
/// everything anyway, and for who heads nothing.
pub async fn own(cx: &Context, period: &Period) -> Result<Option<Own>> {
    if cx.may(Allow::AdoptionViewer) || cx.actor().departments.is_empty() {
        return Ok(None);
    }
    let units = report::tops(cx.db(), period.id, &cx.actor().departments).await?;
    let wanted: Option<DepartmentId> = cx.query().text("beside").parse().ok();
    let at = units.iter().position(|unit| wanted.is_some() && unit.department == wanted).unwrap_or_default();
    let Some(department) = units.get(at).and_then(|unit| unit.department) else { return Ok(None) };
    Ok(Some(Own { story: report::story(cx.db(), department).await?, units, at }))
}
