//! For the machines that watch the house: does it live, can it take visitors, what does it count.

mod disk;
mod gauge;

use std::{net::IpAddr, time::Duration};

use poem::{
    Addr, EndpointExt as _, IntoResponse as _, Request, Response, Route, get, handler,
    http::{StatusCode, header},
    web::{Data, Json},
};
use serde::Serialize;
use tokio::time::timeout;

use crate::{app::App, db::sqlite_path, domain::actor::Scope, domain::people::api_token, telemetry};

/// A database that needs longer than this to say anything is away.
const PATIENCE: Duration = Duration::from_secs(2);

/// Adds `/health/live`, `/health/ready` and `/metrics`.
pub fn routes(app: &App, route: Route) -> Route {
    route
        .at("/health/live", get(live))
        .at("/health/ready", get(ready).data(app.clone()))
        .at("/metrics", get(metrics).data(app.clone()))
}

/// How the parts are that the house needs before it can take visitors.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Ready {
    /// It answers.
    pub database: bool,
    /// Every migration of this program was done.
    pub migrations: bool,
    /// There is room to write; always so when the database is elsewhere.
    pub disk: bool,
}

impl Ready {
    /// Asks all parts.
    pub async fn of(app: &App) -> Self {
        let db = &app.house.db;
        let database = timeout(PATIENCE, db.ping()).await.is_ok_and(|answer| answer.is_ok());
        let migrations =
            database && timeout(PATIENCE, db.up_to_date()).await.is_ok_and(|done| done.unwrap_or(false));
        let disk = sqlite_path(&app.config.database_url).is_none_or(|file| disk::has_room(&file));
        Self { database, migrations, disk }
    }

    /// Whether visitors can come.
    #[must_use]
    pub const fn is_all(self) -> bool {
        self.database && self.migrations && self.disk
    }
}

#[handler]
const fn live() -> &'static str {
    "alive\n"
}

#[handler]
async fn ready(Data(app): Data<&App>) -> Response {
    let ready = Ready::of(app).await;
    let status = if ready.is_all() { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let response = Json(ready).with_status(status).with_header(header::CACHE_CONTROL, "no-store");
    if ready.is_all() {
        response.into_response()
    } else {
        response.with_header(header::RETRY_AFTER, "5").into_response()
    }
}

#[handler]
async fn metrics(request: &Request, Data(app): Data<&App>) -> Response {
    if !is_this_machine(request) && !has_token(app, request).await {
        return Response::builder()
            .status(StatusCode::UNAUTHORIZED)
            .header(header::WWW_AUTHENTICATE, "Bearer")
            .body("for this machine, or with a token of scope admin\n");
    }
    gauge::take(app).await;
    telemetry::counters().with_content_type("text/plain; version=0.0.4").into_response()
}

/// A proxy on this machine speaks for others: what it passes on does not count as coming from here.
fn is_this_machine(request: &Request) -> bool {
    let near = match request.remote_addr().0 {
        Addr::SocketAddr(peer) => IpAddr::to_canonical(&peer.ip()).is_loopback(),
        _ => false,
    };
    near && ["x-forwarded-for", "forwarded", "via"].iter().all(|name| !request.headers().contains_key(*name))
}

async fn has_token(app: &App, request: &Request) -> bool {
    let Some(secret) = request.header(header::AUTHORIZATION).and_then(|line| line.strip_prefix("Bearer "))
    else {
        return false;
    };
    let now = app.house.now();
    let bearer = api_token::bearer(&app.house.db.reader, secret.trim(), now, app.house.policy.day(now)).await;
    bearer.is_ok_and(|bearer| bearer.is_some_and(|bearer| bearer.actor.has(Scope::Admin)))
}
