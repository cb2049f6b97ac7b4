//! Who of a team is away, by day, on the page of their head.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::Serialize;

use super::card::{Span, address};
use crate::{
    domain::{
        learning::away::{Away, most_at_once},
        people::department::Tree,
    },
    web::context::Context,
};

/// Names that stand with one meeting; of more there is a number.
const NAMES: usize = 5;

/// A day on which somebody is away.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Day {
    day: NaiveDate,
    meetings: Vec<Meeting>,
    /// Teams of which as many are away as may be.
    full: Vec<Full>,
}

/// A meeting, with who is there.
#[derive(Clone, Debug, Serialize)]
struct Meeting {
    href: String,
    title: String,
    period: Span,
    names: Vec<String>,
    /// How many more.
    more: usize,
}

/// A team that has reached its limit.
#[derive(Clone, Debug, Serialize)]
struct Full {
    team: String,
    away: usize,
    limit: i32,
}

impl Day {
    /// Every day on which somebody is away, in order. `away` is in order of start.
    pub(super) fn all(cx: &Context, away: &[Away], tree: &Tree) -> Vec<Self> {
        let day = |one: &Away| cx.house().policy.day(one.start);
        let same = |a: &Away, b: &Away| day(a) == day(b);
        away.chunk_by(same)
            .filter_map(|some| {
                let first = some.first()?;
                Some(Self { day: day(first), meetings: meetings(some), full: full(some, tree) })
            })
            .collect()
    }

    pub(super) fn samples() -> Vec<Self> {
        let day = (DateTime::UNIX_EPOCH + TimeDelta::days(20_790)).date_naive();
        let meeting = |more| Meeting {
            href: "/sessions/0190a1b2-0000-7000-8000-000000000001".into(),
            title: "Het eerste contact".into(),
            period: Span::sample(0),
            names: vec!["Sem Bakker".into(), "Fenna de Boer".into()],
            more,
        };
        let full = Full { team: "Vergunningen".into(), away: 2, limit: 2 };
        vec![
            Self { day, meetings: vec![meeting(0), meeting(3)], full: vec![full] },
            Self { day, meetings: vec![meeting(1)], full: vec![] },
        ]
    }
}

fn meetings(day: &[Away]) -> Vec<Meeting> {
    let mut order: Vec<_> = day.iter().map(|one| (one.start, one.end, one.session)).collect();
    order.dedup();
    let mut seen = BTreeSet::new();
    let once = order.into_iter().filter(|key| seen.insert(*key));
    let meeting = |(start, end, session): (DateTime<Utc>, DateTime<Utc>, _)| {
        let there = day.iter().filter(|one| (one.start, one.end, one.session) == (start, end, session));
        // Who works in two teams is one person.
        let names: BTreeSet<_> = there.clone().map(|one| (&one.name, one.person)).collect();
        Some(Meeting {
            href: address(session),
            title: there.map(|one| one.title.clone()).next()?,
            period: Span { start, end },
            more: names.len().saturating_sub(NAMES),
            names: names.into_iter().take(NAMES).map(|(name, _)| name.clone()).collect(),
        })
    };
    once.filter_map(meeting).collect()
}

fn full(day: &[Away], tree: &Tree) -> Vec<Full> {
    let teams: BTreeSet<_> = day.iter().map(|one| one.team).collect();
    let full = |team| {
        let department = tree.get(team)?;
        let (limit, away) = (department.cover_limit?, most_at_once(day, team));
        let reached = i32::try_from(away).is_ok_and(|away| away >= limit);
        reached.then(|| Full { team: department.name.clone(), away, limit })
    };
    teams.into_iter().filter_map(full).collect()
}
