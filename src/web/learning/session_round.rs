//! What stands round the place of the viewer on the page of a date: when it is, what it is about, and the facts. Written once
//! for all who look in the same moment.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use entity::{core_value::CoreValue, session::SessionState, workshop::ApprovalRule};
use minijinja::Value;
use serde::Serialize;

use super::{
    card::{Seats, Span, audience},
    listed::part,
    session::{Meeting, workshop_address},
};
use crate::{
    domain::{
        learning::{agenda::Item, draw, known::Known},
        people::person::full_name,
    },
    web::{context::Context, row::Allow},
};

/// What is written.
#[derive(Clone, Debug, Serialize)]
pub struct Round {
    /// Whether the viewer finds the catalogue.
    programme: bool,
    summary: String,
    values: Vec<CoreValue>,
    /// Where the workshop is shown.
    workshop: String,
    meetings: Vec<Meeting>,
    trainers: Vec<String>,
    audience: String,
    seats: Seats,
    called_off: bool,
    opens: Option<DateTime<Utc>>,
    /// When the places are drawn, as long as they are not.
    draw_at: Option<DateTime<Utc>>,
    closes: Option<DateTime<Utc>>,
    /// Until when one withdraws without a reason.
    withdraw_until: DateTime<Utc>,
    /// That moment has passed: from now on a reason is asked.
    withdraw_late: bool,
    /// Who has to agree before there is a place.
    approval: ApprovalRule,
}

/// The same, written.
#[derive(Debug)]
pub struct Written {
    /// From which it was written.
    known: Arc<Known>,
    pub about: Value,
    pub facts: Value,
}

#[derive(Serialize)]
struct Wrap<'a> {
    round: &'a Round,
}

/// From here on who withdraws is asked for a reason.
pub(super) fn withdraw_until(item: &Item) -> DateTime<Utc> {
    item.session.withdraw_until.unwrap_or(item.session.starts_at)
}

impl Round {
    fn new(cx: &Context, item: &Item, inside: bool) -> Self {
        let Item { session, workshop, values, meetings, trainers, .. } = item;
        let until = withdraw_until(item);
        Self {
            programme: cx.may(Allow::Staff),
            summary: workshop.summary.clone(),
            values: values.clone(),
            workshop: workshop_address(workshop.id),
            meetings: meetings.iter().map(|meeting| Meeting::new(meeting, inside)).collect(),
            trainers: trainers.iter().map(full_name).collect(),
            audience: audience(cx, session.audience.as_ref().unwrap_or(&workshop.audience)),
            seats: Seats::from(item),
            called_off: session.state == SessionState::CalledOff,
            opens: session.enrolment_opens.filter(|at| *at > cx.now()),
            draw_at: session.draw_at.filter(|_| draw::collects(session)),
            closes: session.enrolment_closes.filter(|at| *at > cx.now()),
            withdraw_until: until,
            withdraw_late: until < cx.now(),
            approval: workshop.approval,
        }
    }

    /// For samples.
    pub(super) fn sample(kind: &'static str, called_off: bool) -> Self {
        Self {
            programme: true,
            summary: "Wat iemand in de eerste minuut merkt.".into(),
            values: vec![CoreValue::Connection],
            workshop: "/workshops/0190a1b2-0000-7000-8000-000000000001".into(),
            meetings: vec![Meeting::sample(0, false), Meeting::sample(7, kind == "mine")],
            trainers: vec!["Noor el Amrani".into()],
            audience: "iedereen".into(),
            seats: Seats::sample(kind),
            called_off,
            opens: None,
            draw_at: (kind == "draw").then(|| Span::sample(-9).start),
            closes: Some(Span::sample(-1).start),
            withdraw_until: Span::sample(-1).start,
            withdraw_late: called_off,
            approval: if kind == "ask" { ApprovalRule::Head } else { ApprovalRule::Nobody },
        }
    }
}

/// Writes what everybody sees. Those inside see the links of meetings too.
///
/// # Errors
/// [`Trouble::Template`](crate::web::error::Trouble::Template).
pub async fn written(cx: &Context, known: &Arc<Known>, inside: bool) -> poem::Result<Arc<Written>> {
    let (id, language, programme) = (known.item.session.id, cx.language().code(), cx.may(Allow::Staff));
    let key = format!("session page {id} {language} {inside} {programme}");
    let write = async { write_now(cx, known, inside) };
    let kept = cx.house().db.recent.or_read(key, cx.now(), write).await?;
    // Somebody wrote between reading the date and keeping its page: then what is kept is older than what was read, or newer.
    if Arc::ptr_eq(&kept.known, known) { Ok(kept) } else { Ok(Arc::new(write_now(cx, known, inside)?)) }
}

fn write_now(cx: &Context, known: &Arc<Known>, inside: bool) -> poem::Result<Written> {
    let round = Wrap { round: &Round::new(cx, &known.item, inside) };
    let about = part(cx, "learning/session/about.html", &round)?;
    let facts = part(cx, "learning/session/facts.html", &round)?;
    Ok(Written { known: known.clone(), about, facts })
}
