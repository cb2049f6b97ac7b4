//! What is so at the moment somebody reads the metrics: asked then, and not kept up to date for nobody.

use std::time::Duration;

use chrono::{DateTime, Utc};
use metrics::gauge;
use tokio::time::timeout;

use super::Ready;
use crate::{
    app::App,
    domain::{backup, error::Result, privacy::seal, queue},
    telemetry::metric,
};

/// A database that needs longer leaves its gauges as they were.
const PATIENCE: Duration = Duration::from_secs(2);

/// Sets all gauges.
pub(super) async fn take(app: &App) {
    let engine = app.house.db.engine();
    gauge!(metric::BUILD, "version" => env!("CARGO_PKG_VERSION"), "database" => engine).set(1);
    gauge!(metric::STARTED).set(seconds(Some(app.started_at)));
    let ready = Ready::of(app).await;
    let parts = [("database", ready.database), ("migrations", ready.migrations), ("disk", ready.disk)];
    for (part, well) in parts {
        gauge!(metric::READY, "part" => part).set(u8::from(well));
    }
    for (pool, stock) in app.house.db.stock() {
        let [used, idle, most] =
            [stock.used, stock.idle, stock.most].map(|count| u32::try_from(count).unwrap_or(u32::MAX));
        gauge!(metric::CONNECTIONS, "pool" => pool, "state" => "idle").set(idle);
        gauge!(metric::CONNECTIONS, "pool" => pool, "state" => "used").set(used);
        gauge!(metric::CONNECTIONS_MOST, "pool" => pool).set(most);
    }
    match timeout(PATIENCE, of_database(app)).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(%error, "the metrics of the database could not be read"),
        Err(_) => tracing::warn!("the metrics of the database took too long"),
    }
}

async fn of_database(app: &App) -> Result<()> {
    let (db, now) = (&app.house.db.reader, app.house.now());
    for (kind, backlog) in queue::backlog(db, now).await? {
        let late = backlog.oldest.map_or(0.0, |since| (now - since).as_seconds_f64());
        gauge!(metric::TASKS_WAITING, "kind" => kind.clone()).set(count(backlog.waiting));
        gauge!(metric::TASKS_FAILED, "kind" => kind.clone()).set(count(backlog.failed));
        gauge!(metric::TASK_OLDEST, "kind" => kind).set(late);
    }
    gauge!(metric::BACKUP).set(seconds(backup::last(db).await?));
    gauge!(metric::SEALED).set(seconds(seal::newest(db).await?.map(|link| link.sealed_at)));
    Ok(())
}

/// A moment as Prometheus tells it; 0 for never.
fn seconds(at: Option<DateTime<Utc>>) -> f64 {
    at.map_or(0.0, |at| count(at.timestamp()))
}

#[expect(clippy::cast_precision_loss, reason = "no count and no moment here is near the limit")]
fn count(number: i64) -> f64 {
    number as f64
}
