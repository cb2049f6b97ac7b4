//! Applying a file, while one sees how far it is; what it came to; and undoing it.

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use entity::{
    id::ImportId,
    import::{self, ImportKind},
};
use http::{HeaderValue, header};
use poem::{Response, handler, web::Path};
use serde::Serialize;
use tokio::{sync::Notify, time::sleep};

use super::{import::Counts, import_rows};
pub use super::{import_preview::Preview, import_rows::Page as Rows};
use crate::{
    domain::{
        error::{Error, Refusal, Result},
        learning::import as imports,
        people::import::{Consent, Diff, claim, comparison, upload},
    },
    web::{
        context::Context,
        error::{Trouble, refusal},
        form::Form,
        refill::FormView,
        sentence::Sentence,
        view::View,
    },
};

/// So long a page waits for a file that is being written; after it one sees how far it is.
const PATIENCE: Duration = Duration::from_secs(2);
/// After so many seconds the page of a file that is being written asks again.
const AGAIN: HeaderValue = HeaderValue::from_static("2");

/// How far it is.
#[derive(Serialize)]
pub struct Progress {
    file: String,
    kind: ImportKind,
    done: i32,
    /// 0 while it is compared.
    total: i32,
}

impl View for Progress {
    const TEMPLATE: &'static str = "people/import/progress.html";

    fn title(&self) -> Sentence {
        Sentence::new("import-page-running")
    }

    fn samples() -> Vec<Self> {
        let at = |done, total| Self { file: "personeel.csv".into(), kind: ImportKind::People, done, total };
        vec![at(0, 0), at(12_000, 200_000)]
    }
}

/// What a file changed, and undoing it.
#[derive(Serialize)]
pub struct Applied {
    form: FormView,
    id: String,
    file: String,
    kind: ImportKind,
    counts: Counts,
    applied_at: DateTime<Utc>,
    undone_at: Option<DateTime<Utc>>,
    /// What undoing would do; nothing when it cannot be.
    effect: Option<Effect>,
    /// Why it cannot be undone.
    why_not: Option<String>,
}

/// What undoing would do.
#[derive(Clone, Copy, Serialize)]
struct Effect {
    removed: usize,
    restored: usize,
    lost: u64,
}

impl View for Applied {
    const TEMPLATE: &'static str = "people/import/applied.html";

    fn title(&self) -> Sentence {
        Sentence::plain(&*self.file)
    }

    fn samples() -> Vec<Self> {
        let sample = |effect: Option<Effect>, why_not: Option<&str>, undone_at| Self {
            form: FormView::new(),
            id: "1".into(),
            file: "personeel.csv".into(),
            kind: ImportKind::People,
            counts: Counts { added: 3, changed: 1, ..Counts::default() },
            applied_at: DateTime::UNIX_EPOCH,
            undone_at,
            effect,
            why_not: why_not.map(Into::into),
        };
        let effect = |lost| Some(Effect { removed: 3, restored: 1, lost });
        vec![
            sample(effect(0), None, None),
            sample(effect(2), None, None),
            sample(None, Some("Een later bestand is al verwerkt."), None),
            sample(None, None, Some(DateTime::UNIX_EPOCH)),
        ]
    }
}

/// What a file would change, how far it is, or what it changed.
#[handler]
pub async fn show(cx: Context, Path(id): Path<ImportId>) -> poem::Result<Response> {
    let row = upload::one(cx.db(), id).await?;
    if let Some(applied_at) = row.applied_at {
        return cx.page(&applied(&cx, &row, applied_at, FormView::new()).await?);
    }
    if claim::runs(&row, cx.now()) {
        let page = Progress { file: row.file_name, kind: row.kind, done: row.done, total: row.total };
        let mut response = cx.page(&page)?;
        response.headers_mut().insert(header::REFRESH, AGAIN);
        return Ok(response);
    }
    let row = match compared(&cx, row).await {
        Err(Error::Refused(Refusal::ImportGone)) => return Ok(gone(&cx)),
        row => row?,
    };
    match import_rows::asked(&cx)? {
        Some(list) => cx.page(&Rows::new(&cx, &row, list).await?),
        None => cx.page(&Preview::new(&cx, &row, FormView::new()).await?),
    }
}

fn gone(cx: &Context) -> Response {
    cx.go("/import").warning(Sentence::new("refusal-import-gone")).into()
}

/// With what it would change as pages show it: compared now, unless that was done a moment ago.
async fn compared(cx: &Context, row: import::Model) -> Result<import::Model> {
    if comparison::is_fresh(&row, cx.actor().person, cx.now()) {
        return Ok(row);
    }
    imports::compare(cx.house(), cx.actor(), row.id).await?;
    upload::one(cx.db(), row.id).await
}

async fn applied(
    cx: &Context,
    row: &import::Model,
    applied_at: DateTime<Utc>,
    form: FormView,
) -> Result<Applied> {
    let effect = match imports::undo::outlook(cx.db(), row.id).await {
        Ok(imports::undo::Effect { removed, restored, lost }) => Ok(Effect { removed, restored, lost }),
        Err(Error::Refused(why)) => Err(refusal(cx, &why)),
        Err(error) => return Err(error),
    };
    Ok(Applied {
        form,
        id: row.id.to_string(),
        file: row.file_name.clone(),
        kind: row.kind,
        counts: Counts::new(&row.counts),
        applied_at,
        undone_at: row.undone_at,
        why_not: effect.as_ref().err().filter(|_| row.undone_at.is_none()).cloned(),
        effect: effect.ok(),
    })
}

/// Applies a file. A small one is done before the page answers; of a large one the page shows how far it is.
#[handler]
pub async fn apply(cx: Context, Path(id): Path<ImportId>, form: Form) -> poem::Result<Response> {
    let consent = Consent { partial: form.has("partial"), many_leave: form.has("manyLeave") };
    match start(&cx, id, consent).await? {
        None => Ok(cx.go(format!("/import/{id}")).into()),
        Some(Ok(diff)) => Ok(cx.go(format!("/import/{id}")).saying(told(&diff)).into()),
        Some(Err(Error::Refused(Refusal::ImportGone))) => Ok(gone(&cx)),
        Some(Err(Error::Refused(Refusal::ImportRuns))) => {
            Ok(cx.go("/import").warning(Sentence::new("refusal-import-runs")).into())
        }
        Some(Err(Error::Refused(Refusal::ImportTakenOver))) => {
            Ok(cx.go("/import").warning(Sentence::new("refusal-import-taken-over")).into())
        }
        Some(Err(error)) => {
            let form = cx.again(&form, &[], error)?;
            let row = compared(&cx, upload::one(cx.db(), id).await?).await?;
            cx.page_as(form.status, &Preview::new(&cx, &row, form).await?)
        }
    }
}

/// What it came to, in a sentence; only people move and leave.
fn told(diff: &Diff) -> Sentence {
    let (added, changed) = (diff.added.len(), diff.changed.len());
    if diff.kind != ImportKind::People {
        return Sentence::new("import-page-done-short").with("added", added).with("changed", changed);
    }
    let said = Sentence::new("import-page-done").with("added", added).with("changed", changed);
    said.with("moved", diff.moved.len()).with("left", diff.left.len())
}

/// Begins, beside this request: it goes on when the browser goes away. What it came to, when that is known soon; what
/// stands in the way is known before anything is written, and waited for.
async fn start(cx: &Context, id: ImportId, consent: Consent) -> poem::Result<Option<Result<Diff>>> {
    let (house, actor, begun) = (cx.house().clone(), cx.actor().clone(), Arc::new(Notify::new()));
    let told = begun.clone();
    let mut work = tokio::spawn(async move {
        let tell = move |_, _| told.notify_one();
        let done = imports::apply_telling(&house, &actor, (id, consent), &tell).await;
        if let Err(Error::Broken(error)) = &done {
            tracing::error!(target: "web", %error, "an import was interrupted");
        }
        done
    });
    let long = async {
        begun.notified().await;
        sleep(PATIENCE).await;
    };
    tokio::select! {
        done = &mut work => Ok(Some(done.map_err(|_| Trouble::Panicked)?)),
        () = long => Ok(None),
    }
}

/// Undoes a file.
#[handler]
pub async fn undo(cx: Context, Path(id): Path<ImportId>, form: Form) -> poem::Result<Response> {
    match cx.write_once(&form, |change| async move { imports::undo::undo(&change, id).await }).await {
        Ok(()) => Ok(cx.go(format!("/import/{id}")).saying(Sentence::new("import-page-undone-done")).into()),
        Err(error) => {
            let row = upload::one(cx.db(), id).await?;
            let Some(at) = row.applied_at else { return Err(error.into()) };
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &applied(&cx, &row, at, kept).await?)
        }
    }
}
