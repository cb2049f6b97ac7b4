//! How another system was asked for the figures of a promise, and asking it now. For who measures.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use crate::{
    domain::{
        error::Result,
        service::{
            promise::{self, Origin, Promise},
            pull::{self, Failure, Pull},
        },
    },
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence},
};

/// How it went.
#[derive(Debug, Serialize)]
pub(super) struct Pulled {
    form: FormView,
    /// Code of the origin.
    source: &'static str,
    /// Whether the settings name the system.
    connected: bool,
    last: Option<Last>,
    /// When it last gave nothing, and why; whether that was after the last that came in.
    failed: Option<(DateTime<Utc>, &'static str, bool)>,
}

/// The last that came in.
#[derive(Debug, Serialize)]
struct Last {
    at: DateTime<Utc>,
    from: NaiveDate,
    until: NaiveDate,
    seen: i32,
    counted: i32,
    unknown: i32,
    to_come: i32,
    unusable: i32,
}

impl Pulled {
    /// Nothing for a promise whose figures come otherwise.
    pub(super) async fn of(cx: &Context, promise: &Promise) -> Result<Option<Self>> {
        if !pull::is_pulled(promise) {
            return Ok(None);
        }
        let settings = &cx.app().config.connected;
        let connected = match promise.origin {
            Origin::OpenZaak => settings.open_zaak.is_some(),
            Origin::OpenKlant | Origin::Entered | Origin::CallBacks | Origin::Grades => {
                settings.open_klant.is_some()
            }
        };
        let row = pull::of(cx.db(), promise.id).await?;
        Ok(Some(Self {
            form: FormView::new(),
            source: promise.origin.code(),
            connected,
            last: row.as_ref().and_then(last),
            failed: row.as_ref().and_then(failed),
        }))
    }

    pub(super) fn sample(full: bool) -> Self {
        let last = Last {
            at: DateTime::UNIX_EPOCH,
            from: NaiveDate::default(),
            until: NaiveDate::default(),
            seen: 120,
            counted: 100,
            unknown: 4,
            to_come: 12,
            unusable: 1,
        };
        Self {
            form: FormView::new(),
            source: if full { Origin::OpenKlant.code() } else { Origin::OpenZaak.code() },
            connected: full,
            last: full.then_some(last),
            failed: Some((DateTime::UNIX_EPOCH, Failure::Late.code(), !full)),
        }
    }
}

fn last(row: &Pull) -> Option<Last> {
    let &Pull { seen, counted, unknown, to_come, unusable, .. } = row;
    let (at, from, until) = (row.pulled_at?, row.from_day?, row.until_day?);
    Some(Last { at, from, until, seen, counted, unknown, to_come, unusable })
}

fn failed(row: &Pull) -> Option<(DateTime<Utc>, &'static str, bool)> {
    let at = row.failed_at?;
    Some((at, row.failure?.code(), row.pulled_at.is_none_or(|came| came < at)))
}

/// Asks now, and not tonight.
#[handler]
pub async fn ask(cx: Context, Path(code): Path<String>, form: Form) -> poem::Result<Response> {
    let row = promise::find(cx.db(), &code).await?;
    let id = row.id;
    cx.write_once(&form, |change: Arc<_>| async move { pull::ask(&change, id).await }).await?;
    Ok(cx.go(format!("/promises/{}", row.code)).saying(Sentence::new("pull-said")).into())
}
