//! Whether a certificate is genuine, for anybody who has its number. Of the name it tells no more than initials and surname, so
//! that who finds or guesses a number learns little; nothing here is for search engines.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use entity::certificate;
use http::{HeaderName, HeaderValue};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use crate::{
    domain::{
        error::Result,
        learning::{certificate as certificates, serial::Serial},
    },
    web::{context::Context, refill::FormView, sentence::Sentence, view::View},
};

/// What is asked for, at most: no number is as long.
const LENGTH: usize = 60;

/// What came of it.
#[derive(Serialize)]
pub struct Verify {
    form: FormView,
    /// How a number looks.
    example: &'static str,
    /// `ask`, `slip`, `unknown`, `genuine` or `revoked`.
    outcome: &'static str,
    /// As it was typed, or as it is printed.
    serial: String,
    known: Option<Known>,
}

/// What the house tells of a certificate.
#[derive(Serialize)]
struct Known {
    name: String,
    workshop: String,
    organisation: String,
    days: Vec<NaiveDate>,
    issued_at: DateTime<Utc>,
    revoked_at: Option<DateTime<Utc>>,
}

impl View for Verify {
    const TEMPLATE: &'static str = "learning/certificate/verify.html";
    const PLAIN: bool = true;

    fn title(&self) -> Sentence {
        Sentence::new(match self.outcome {
            "genuine" => "verify-genuine",
            "revoked" => "verify-revoked",
            "unknown" => "verify-unknown",
            "slip" => "verify-slip",
            _ => "verify-title",
        })
    }

    fn samples() -> Vec<Self> {
        let at = DateTime::from_timestamp(1_772_700_000, 0).unwrap_or_default();
        let known = |days: i64, revoked: bool| Known {
            name: "F. de Boer".into(),
            workshop: "Helder schrijven".into(),
            organisation: "Gemeente Waterlanden".into(),
            days: (0..days).map(|day| (at + TimeDelta::days(7 * day)).date_naive()).collect(),
            issued_at: at,
            revoked_at: revoked.then_some(at),
        };
        vec![
            Self::new("ask", String::new(), None),
            Self::new("slip", "OV-2026".into(), None),
            Self::new("unknown", EXAMPLE.into(), None),
            Self::new("genuine", EXAMPLE.into(), Some(known(1, false))),
            Self::new("genuine", EXAMPLE.into(), Some(known(2, false))),
            Self::new("revoked", EXAMPLE.into(), Some(known(1, true))),
        ]
    }
}

const EXAMPLE: &str = "OV-2026-7KQ4-M2X9-T3HD";

impl Verify {
    fn new(outcome: &'static str, serial: String, known: Option<Known>) -> Self {
        let form = FormView::new().with("serial", serial.clone());
        Self { form, example: EXAMPLE, outcome, serial, known }
    }
}

/// The question, or what came of the number in the query.
#[handler]
pub async fn ask(cx: Context) -> poem::Result<Response> {
    let typed: String = cx.query().text("serial").chars().take(LENGTH).collect();
    if typed.is_empty() {
        return answer(&cx, Verify::new("ask", String::new(), None));
    }
    answer(&cx, found(&cx, &typed).await?)
}

/// What came of the number on the paper.
#[handler]
pub async fn show(cx: Context, Path(serial): Path<String>) -> poem::Result<Response> {
    let serial: String = serial.chars().filter(|sign| !sign.is_control()).take(LENGTH).collect();
    answer(&cx, found(&cx, &serial).await?)
}

/// A number that is known and one that is not take the same way, and are answered alike.
async fn found(cx: &Context, typed: &str) -> Result<Verify> {
    cx.look().await?;
    let Some(serial) = Serial::parse(typed) else {
        return Ok(Verify::new("slip", typed.to_owned(), None));
    };
    let row = certificates::with_serial(cx.db(), &serial).await?;
    let outcome = match &row {
        None => "unknown",
        Some(row) if row.revoked_at.is_some() => "revoked",
        Some(_) => "genuine",
    };
    Ok(Verify::new(outcome, serial.to_string(), row.map(|row| known(cx, row))))
}

fn known(cx: &Context, row: certificate::Model) -> Known {
    let mut days: Vec<_> =
        certificates::meetings(&row).iter().map(|met| cx.house().policy.day(met.start)).collect();
    days.dedup();
    Known {
        name: row.short_name,
        workshop: row.workshop,
        organisation: row.organisation,
        days,
        issued_at: row.issued_at,
        revoked_at: row.revoked_at,
    }
}

fn answer(cx: &Context, page: Verify) -> poem::Result<Response> {
    let mut response = cx.page(&page)?;
    let none = HeaderValue::from_static("noindex, nofollow, noarchive");
    response.headers_mut().insert(HeaderName::from_static("x-robots-tag"), none);
    Ok(response)
}
