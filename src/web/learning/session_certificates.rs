//! The certificates of a session, one by one and all together in one file.

use chrono::{DateTime, Utc};
use entity::{bundle, id::SessionId, session::SessionState};
use http::{HeaderValue, header};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{certificate::Row, session_facts::Facts};
use crate::{
    domain::{
        error::Result,
        learning::{
            bundle as bundles, certificate as certificates,
            session::{self, Details},
        },
    },
    web::{
        context::Context,
        form::Form,
        pager::{Pager, window},
        print,
        refill::FormView,
        sentence::Sentence,
        view::View,
        zip,
    },
};

/// After so many seconds the page of a file that is being made asks again.
const AGAIN: HeaderValue = HeaderValue::from_static("2");

/// The certificates of a session.
#[derive(Serialize)]
pub struct List {
    form: FormView,
    session: Facts,
    rows: Vec<Row>,
    pages: Pager,
    bundle: Option<Bundle>,
}

/// The file with all of them.
#[derive(Clone, Debug, Serialize)]
struct Bundle {
    /// `running`, `ready`, `failed` or `still`.
    state: &'static str,
    done: i32,
    total: i32,
    until: DateTime<Utc>,
}

impl View for List {
    const TEMPLATE: &'static str = "desk/session/certificates.html";

    fn title(&self) -> Sentence {
        Sentence::new("desk-certificates-title")
    }

    fn samples() -> Vec<Self> {
        let until = DateTime::from_timestamp(1_772_700_000, 0).unwrap_or_default();
        let sample = |state: Option<&'static str>, rows: Vec<Row>| Self {
            form: FormView::new(),
            session: Facts::sample(SessionState::Open),
            pages: Pager::single(rows.len() as u64),
            rows,
            bundle: state.map(|state| Bundle { state, done: 3, total: 12, until }),
        };
        let states = [None, Some("running"), Some("ready"), Some("failed"), Some("still")];
        let full = |state| sample(state, vec![Row::sample(false), Row::sample(true)]);
        states.into_iter().map(full).chain([sample(None, Vec::new())]).collect()
    }
}

/// The list, for planners and for the trainers who give the session; for others it does not exist.
#[handler]
pub async fn show(cx: Context, Path(id): Path<SessionId>) -> poem::Result<Response> {
    let page = list(&cx, id, FormView::new()).await?;
    let runs = page.bundle.as_ref().is_some_and(|bundle| bundle.state == "running");
    let mut response = cx.page(&page)?;
    if runs {
        response.headers_mut().insert(header::REFRESH, AGAIN);
    }
    Ok(response)
}

/// Asks for the file.
#[handler]
pub async fn make(cx: Context, Path(id): Path<SessionId>, form: Form) -> poem::Result<Response> {
    match cx.write_once(&form, |change| async move { bundles::ask(&change, id).await }).await {
        Ok(_) => Ok(cx.go(format!("/desk/sessions/{id}/certificates")).into()),
        Err(error) => {
            let form = cx.again(&form, &[], error)?;
            cx.page_as(form.status, &list(&cx, id, form).await?)
        }
    }
}

/// The file.
#[handler]
pub async fn fetch(cx: Context, Path(id): Path<SessionId>) -> poem::Result<Response> {
    let bundle = bundles::latest(cx.db(), cx.actor(), id).await?;
    let Some(bundle) = bundle.filter(|row| row.finished_at.is_some()) else {
        let list = format!("/desk/sessions/{id}/certificates");
        return Ok(cx.go(list).warning(Sentence::new("desk-certificates-gone")).into());
    };
    let Details { workshop, session, .. } = session::details(cx.db(), id, cx.now()).await?;
    let names = bundles::names(cx.db(), bundle.id).await?;
    crate::web::download::note_rows(&cx, names.len()).await?;
    // It goes on after this request has given its connection back.
    let file = zip::streamed(cx.app().house.db.reader.clone(), bundle.id, names);
    let name = format!("bewijzen-{}-{}", workshop.code, cx.dates().day(session.starts_at));
    Ok(print::file(&name, "zip", "application/zip", file))
}

async fn list(cx: &Context, id: SessionId, form: FormView) -> Result<List> {
    let bundle = bundles::latest(cx.db(), cx.actor(), id).await?;
    let details = session::details(cx.db(), id, cx.now()).await?;
    let page = certificates::of_session(cx.db(), id, &window(cx)?).await?;
    let total = certificates::count_of_session(cx.db(), id).await?;
    let pages = Pager::new(cx, &page, total);
    Ok(List {
        form,
        session: Facts::new(&details, cx.now()),
        rows: page.items.into_iter().map(Row::new).collect(),
        pages,
        bundle: bundle.map(|row| stand(cx, &row)),
    })
}

fn stand(cx: &Context, row: &bundle::Model) -> Bundle {
    let state = match (row.finished_at, row.failed_at) {
        (Some(_), _) => "ready",
        (None, Some(_)) => "failed",
        (None, None) if bundles::runs(row, cx.now()) => "running",
        (None, None) => "still",
    };
    let until = row.asked_at + cx.house().policy.retention.bundles;
    Bundle { state, done: row.done, total: row.total, until }
}
