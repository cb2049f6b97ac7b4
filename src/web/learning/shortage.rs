//! Where places are short over all assignments: on the pages on which a head and the programme see everything at once.

use std::{collections::BTreeSet, sync::Arc};

use chrono::{DateTime, NaiveDate};
use entity::id::*;
use serde::Serialize;

use super::assignment::{Room, Shortage, reserved};
use crate::{
    domain::{
        error::Result,
        learning::{
            date_wish::Asked,
            demand::{self, Dates, Demand, Part},
            duty::list::{self as duties, Moment, Need},
            workshop,
        },
    },
    web::context::Context,
};

/// The worst; the rest stands with the assignments.
const FEW: usize = 6;

/// What is short of a workshop for one assignment.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Short {
    #[serde(flatten)]
    short: Shortage,
    /// The assignment.
    href: String,
    /// The last day of who still needs a place.
    until: Option<NaiveDate>,
    /// Where a head asks the programme for a date; nothing for who plans, and when it was asked.
    ask: Option<String>,
    /// The programme was asked for a date.
    asked: bool,
    #[serde(skip)]
    workshop: Option<WorkshopId>,
}

impl Short {
    /// With whether the programme was asked for a date already.
    pub(super) fn asked_of(self, wishes: &[Asked]) -> Self {
        let waits =
            |wish: &Asked| wish.row.answered_at.is_none() && Some(wish.row.workshop_id) == self.workshop;
        if wishes.iter().any(waits) { Self { ask: None, asked: true, ..self } } else { self }
    }

    /// For samples: as a planner sees it, and as a head does.
    pub(super) fn sample(shortage: u64) -> Self {
        let until = Some(DateTime::UNIX_EPOCH.date_naive());
        let ask = (shortage == 1).then(|| "/team/date-wishes/new?workshop=1".into());
        let href = "/team/assignments/1".into();
        Self { short: Shortage::sample(shortage), href, until, ask, asked: shortage == 2, workshop: None }
    }
}

/// Where things stand, for all that one page asks.
pub(super) struct Standing {
    part: Part,
    dates: Arc<Dates>,
    pub moment: Moment,
    needs: Vec<Need>,
}

impl Standing {
    /// Of everybody who has something to follow.
    pub(super) async fn of_everybody(cx: &Context, room: &Room) -> Result<Self> {
        let today = cx.house().policy.day(cx.now());
        let unknown = Moment { now: cx.now(), today, open: Vec::new() };
        // What is needed does not depend on which dates there are.
        let needs = duties::needs(cx.db(), &room.filter(), &unknown).await?;
        let workshops: BTreeSet<_> = needs.iter().map(|need| need.workshop).collect();
        let workshops: Vec<_> = workshops.into_iter().collect();
        let part = room.part(cx).await?;
        let (dates, moment) = room.moment(cx, &workshops, &part).await?;
        Ok(Self { part, dates: Arc::new(dates), moment, needs })
    }

    /// Of the people of a head, of whom it is not known yet what they need.
    pub(super) async fn of_head(cx: &Context, room: &Room) -> Result<Self> {
        let (policy, now) = (&cx.house().policy, cx.now());
        let read = demand::all_dates(cx.db(), (policy, now));
        let dates = cx.house().db.recent.or_read("dates to follow".into(), now, read).await?;
        let part = room.part(cx).await?;
        let moment = Moment { now, today: policy.day(now), open: dates.open(&part) };
        Ok(Self { part, dates, moment, needs: Vec::new() })
    }

    /// With what is needed.
    pub(super) fn needing(self, needs: Vec<Need>) -> Self {
        Self { needs, ..self }
    }

    fn worst(&self) -> Vec<(&Need, Demand)> {
        let against = |need| (need, self.dates.against(&self.part, need, &self.moment));
        let mut short: Vec<_> =
            self.needs.iter().map(against).filter(|(_, demand)| demand.shortage > 0).collect();
        short.sort_by_key(|(need, demand)| {
            (std::cmp::Reverse(demand.shortage), need.last_day, need.assignment, need.workshop)
        });
        short.truncate(FEW);
        short
    }
}

/// The worst shortages, each with the way to plan a date for whoever may.
pub(super) async fn worst(cx: &Context, room: &Room, standing: &Standing) -> Result<Vec<Short>> {
    let worst = standing.worst();
    if worst.is_empty() {
        return Ok(Vec::new());
    }
    let workshops: Vec<_> = worst.iter().map(|(need, _)| need.workshop).collect();
    let titles = workshop::titles(cx.db(), &workshops).await?;
    let assignments: Vec<AssignmentId> = worst.iter().map(|(need, _)| need.assignment).collect();
    let planner = cx.actor().may_plan();
    let reserved = if planner { reserved(cx, room, &assignments).await? } else { Default::default() };
    let short = |(need, demand): (&Need, Demand)| {
        let audience = reserved.get(&need.assignment).cloned().unwrap_or_default();
        let query = [("workshop", need.workshop.to_string()), ("audience", audience)];
        let query = serde_urlencoded::to_string(query).unwrap_or_default();
        let plan = planner.then(|| format!("/desk/sessions/new?{query}"));
        Some(Short {
            short: Shortage::new(titles.get(&need.workshop)?, demand, plan),
            href: format!("{}/{}", room.base, need.assignment),
            until: need.last_day,
            ask: (!planner).then(|| {
                format!("/team/date-wishes/new?workshop={}&people={}", need.workshop, demand.shortage)
            }),
            asked: false,
            workshop: Some(need.workshop),
        })
    };
    Ok(worst.into_iter().filter_map(short).collect())
}
