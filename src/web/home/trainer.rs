//! What a trainer finds on the first page: today, what comes next, and registers to close.

use chrono::{DateTime, Days, Utc};
use entity::id::PersonId;
use serde::Serialize;

use super::{FEW, first};
use crate::{
    domain::{
        error::Result,
        learning::{
            agenda,
            attendance::{closing, today},
        },
    },
    web::{
        context::Context,
        learning::{
            card::{SessionCard, Span},
            register::address,
        },
    },
};

/// What somebody gives.
#[derive(Default, Serialize)]
pub struct Gives {
    pub(super) today: Vec<Today>,
    /// After today, and what is under way.
    pub(super) next: Vec<SessionCard>,
    /// Registers that are still to be closed.
    pub(super) registers: Vec<Unclosed>,
}

/// A meeting of today.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Today {
    register: String,
    session: String,
    title: String,
    period: Span,
    location: String,
    link: Option<String>,
    expected: i64,
    /// How many need something.
    needs: i64,
    over: bool,
}

/// A register that waits to be closed.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Unclosed {
    href: String,
    title: String,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
}

impl Gives {
    /// For who gives workshops; others give nothing, and nothing is asked.
    pub(super) async fn of(cx: &Context, me: PersonId) -> Result<Self> {
        if !cx.viewer().is_some_and(|viewer| viewer.gives) {
            return Ok(Self::default());
        }
        let day = cx.house().policy.day(cx.now());
        let tomorrow = day.checked_add_days(Days::new(1)).unwrap_or(day);
        let (from, until) = (cx.house().policy.midnight(day), cx.house().policy.midnight(tomorrow));
        let today = today::of_trainer(cx.db(), me, (from, until)).await?;
        // A register of today stands with its meeting.
        let unclosed = closing::unclosed(cx.db(), me, cx.now(), FEW).await?;
        let earlier = unclosed.into_iter().filter(|one| one.starts_at < from);
        let next = giving(cx, me).await?.into_iter();
        let is_today = |card: &SessionCard| today.iter().any(|one| one.session_id == card.id);
        Ok(Self {
            next: next.filter(|card| !is_today(card)).collect(),
            registers: earlier.map(Unclosed::new).collect(),
            today: today.into_iter().map(|one| Today::new(one, cx.now())).collect(),
        })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.today.is_empty() && self.next.is_empty()
    }

    /// For samples.
    pub(super) fn sample(over: bool) -> Self {
        Self {
            today: vec![Today::sample(over)],
            next: vec![SessionCard::sample("Het eerste contact", 1, 4)],
            registers: vec![Unclosed::sample()],
        }
    }
}

impl Today {
    fn new(one: today::Today, now: DateTime<Utc>) -> Self {
        Self {
            register: address(one.id),
            session: format!("/desk/sessions/{}", one.session_id),
            title: one.title,
            period: Span { start: one.starts_at, end: one.ends_at },
            location: one.location,
            link: one.link,
            expected: one.expected,
            needs: one.needs,
            over: one.ends_at <= now || one.closed_at.is_some(),
        }
    }

    fn sample(over: bool) -> Self {
        Self {
            register: "/desk/meetings/1/register".into(),
            session: "/desk/sessions/1".into(),
            title: "Helder schrijven".into(),
            period: Span::sample(0),
            location: if over { String::new() } else { "Stadhuis, zaal 1.01".into() },
            link: over.then(|| "https://overleg.example/zaal-2".into()),
            expected: if over { 0 } else { 9 },
            needs: i64::from(!over),
            over,
        }
    }
}

impl Unclosed {
    fn new(one: closing::Unclosed) -> Self {
        Self { href: address(one.id), title: one.title, start: one.starts_at, end: one.ends_at }
    }

    fn sample() -> Self {
        let Span { start, end } = Span::sample(-3);
        Self { href: "/desk/meetings/1/register".into(), title: "Helder schrijven".into(), start, end }
    }
}

/// What somebody gives, also what is under way; each leads to its people and its register.
async fn giving(cx: &Context, me: PersonId) -> Result<Vec<SessionCard>> {
    let filter = agenda::Filter { trainer: Some(me), ends_from: Some(cx.now()), ..Default::default() };
    let leads = |card: SessionCard| SessionCard { href: format!("/desk{}", card.href), ..card };
    Ok(first(cx, filter).await?.into_iter().map(leads).collect())
}
