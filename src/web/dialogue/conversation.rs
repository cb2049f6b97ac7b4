//! One conversation for whoever holds it: what is planned, and the way to its record and its summary.

use chrono::{DateTime, NaiveDate, Utc};
use entity::id::*;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::conversation_list::{self as lists, Line};
use crate::{
    domain::{dialogue::conversation::plan, error::Result},
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// The page of a conversation.
#[derive(Serialize)]
pub struct Show {
    line: Line,
    service_area: Option<String>,
    /// Whether it can still be changed or called off.
    open: bool,
    begun: bool,
    called_off: Option<DateTime<Utc>>,
    held_on: Option<NaiveDate>,
    released_at: Option<DateTime<Utc>>,
    erased_on: Option<NaiveDate>,
}

impl View for Show {
    const TEMPLATE: &'static str = "dialogue/conversation/show.html";

    fn title(&self) -> Sentence {
        Sentence::new("conversation-title")
    }

    fn samples() -> Vec<Self> {
        use entity::conversation::ConversationKind::{Panel, Team};
        let at = DateTime::from_timestamp(1_772_700_000, 0);
        let face = |kind, held| Self {
            line: Line::sample(kind, held),
            service_area: Some("Vergunningen".into()),
            open: !held,
            begun: held,
            called_off: None,
            held_on: held.then(NaiveDate::default),
            released_at: at.filter(|_| held),
            erased_on: None,
        };
        vec![
            face(Team, false),
            Self { begun: true, ..face(Panel, false) },
            face(Team, true),
            Self { released_at: None, erased_on: Some(NaiveDate::default()), ..face(Team, true) },
            Self { open: false, called_off: at, ..face(Team, false) },
        ]
    }
}

/// The page; for who may not open the record it does not exist.
#[handler]
pub async fn show(cx: Context, Path(id): Path<ConversationId>) -> poem::Result<Response> {
    let found = lists::line(&cx, id).await?;
    let row = &found.row;
    cx.page(&Show {
        line: Line::new(&found),
        service_area: row.service_area.clone(),
        open: row.held_on.is_none() && row.called_off_at.is_none(),
        begun: row.starts_at <= cx.now(),
        called_off: row.called_off_at,
        held_on: row.held_on,
        released_at: row.released_at,
        erased_on: row.erased_on,
    })
}

/// Asks whether it is sure.
#[derive(Serialize)]
pub struct CallOff {
    line: Line,
    form: FormView,
}

impl View for CallOff {
    const TEMPLATE: &'static str = "dialogue/conversation/calling_off.html";

    fn title(&self) -> Sentence {
        Sentence::new("conversation-call-off")
    }

    fn samples() -> Vec<Self> {
        let line = || Line::sample(entity::conversation::ConversationKind::Team, false);
        vec![
            Self { line: line(), form: FormView::new() },
            Self { line: line(), form: FormView::new().wrong("", "Dit kan nu niet.") },
        ]
    }
}

/// What it means to call it off.
#[handler]
pub async fn ask(cx: Context, Path(id): Path<ConversationId>) -> poem::Result<Response> {
    cx.page(&asking(&cx, id, FormView::new()).await?)
}

/// Calls it off.
#[handler]
pub async fn call_off(cx: Context, Path(id): Path<ConversationId>, form: Form) -> poem::Result<Response> {
    match cx.write_once(&form, |change| async move { plan::call_off(&change, id).await }).await {
        Ok(()) => Ok(cx.go("/conversations").saying(Sentence::new("conversation-called-off-said")).into()),
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &asking(&cx, id, kept).await?)
        }
    }
}

async fn asking(cx: &Context, id: ConversationId, form: FormView) -> Result<CallOff> {
    Ok(CallOff { line: Line::new(&lists::line(cx, id).await?), form })
}
