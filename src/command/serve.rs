//! `serve`, `work` and `demo`: what stays running until somebody stops it.

use std::{net::SocketAddr, path::PathBuf, process::ExitCode};

use clap::Args;
use poem::{Endpoint, Response};
use tokio::net::TcpListener;

use super::{Outcome, open, problem::Problem, say};
use crate::{
    app::{self, App},
    config::Config,
    demo,
    domain::{actor::Actor, people::set_up},
    job::{self, Outside, Post},
    outside::Patience,
    server::{self, Limits},
    stop::Stop,
    telemetry,
};

#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Folder for its database and letters; what an earlier demo left there is replaced. Without it, a temporary one
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

/// `serve`.
pub(super) async fn serve(mut config: Config) -> Outcome {
    let stop = Stop::at_signal()?;
    let lock = open::lock(&config)?;
    let listener = listen(&mut config).await?;
    let app = open::migrated(config).await?;
    offer_set_up(&app).await?;
    run(Some(listener), app::endpoint, app, stop).await?;
    drop(lock);
    Ok(ExitCode::SUCCESS)
}

/// `work`. A SQLite file has one worker: the lock keeps a second out.
pub(super) async fn work(config: Config) -> Outcome {
    let stop = Stop::at_signal()?;
    let lock = open::lock(&config)?;
    let watched = match config.watch_listen {
        Some(asked) => Some(bind("OLIEVLEK_WATCH_LISTEN", asked).await?),
        None => None,
    };
    let app = open::migrated(config).await?;
    run(watched, app::watch_endpoint, app, stop).await?;
    drop(lock);
    Ok(ExitCode::SUCCESS)
}

impl Demo {
    pub(super) async fn run(self, mut config: Config) -> Outcome {
        let stop = Stop::at_signal()?;
        let place = demo::Place::take(self.data).map_err(|error| Problem::new(error.to_string()))?;
        place.settle(&mut config);
        let lock = open::lock(&config)?;
        place.clear()?;
        let listener = listen(&mut config).await?;
        let app = open::migrated(config).await?.as_demo();
        demo::fill(&app).await.map_err(|error| Problem::of(&app, &error))?;
        say(&format!("Olievlek is ready at {} (stop it with Ctrl-C)", app.config.base_url))?;
        run(Some(listener), app::endpoint, app, stop).await?;
        drop((lock, place));
        Ok(ExitCode::SUCCESS)
    }
}

/// Answers, where there is a listener, and works, until `stop`.
async fn run<E>(
    listener: Option<TcpListener>,
    endpoint: impl FnOnce(&App) -> E,
    app: App,
    stop: Stop,
) -> Result<(), Problem>
where
    E: Endpoint<Output = Response> + 'static,
{
    // Before the endpoint is made: that begins some counters at nothing.
    telemetry::count();
    let endpoint = endpoint(&app);
    server::allow_many_files();
    let address = listener.as_ref().map(TcpListener::local_addr).transpose()?;
    tracing::info!(
        address = address.map(tracing::field::display),
        version = env!("CARGO_PKG_VERSION"),
        "started"
    );
    let limits = Limits { https: app.config.is_secure(), ..Limits::default() };
    let serving = async {
        if let Some(listener) = listener {
            server::serve(listener, endpoint, limits, stop.clone()).await;
        }
    };
    let summing = telemetry::sum_up(stop.clone());
    let ((), (), worked) = tokio::join!(serving, summing, work_on(&app, &stop));
    tracing::info!("stopped");
    app.house.db.close().await;
    worked
}

/// Listens where the settings say. With port 0 the system chooses one, and people are sent there.
async fn listen(config: &mut Config) -> Result<TcpListener, Problem> {
    let listener = bind("OLIEVLEK_LISTEN", config.listen).await?;
    config.listens_at(listener.local_addr()?);
    Ok(listener)
}

async fn bind(setting: &str, asked: SocketAddr) -> Result<TcpListener, Problem> {
    let refused = |error| Problem::new(format!("{setting}: {asked} cannot be used: {error}."));
    TcpListener::bind(asked).await.map_err(refused)
}

/// A house that nobody administers gets a link with which somebody can begin.
async fn offer_set_up(app: &App) -> Result<(), Problem> {
    let house = Actor::house();
    let offered = app.house.write(&house, |change| async move { set_up::offer(&change).await });
    if let Some(secret) = offered.await.map_err(|error| Problem::of(app, &error))? {
        say(&format!(
            "Nobody administers this house yet. Begin here, once, within 24 hours: {}/set-up/{secret}",
            app.config.base_url
        ))?;
    }
    Ok(())
}

/// Letters and whatever recurs, until `stop`.
async fn work_on(app: &App, stop: &Stop) -> Result<(), Problem> {
    let post = Post::of(app).map_err(|error| Problem::new(format!("OLIEVLEK_SMTP_URL: {error}.")))?;
    let outside = Outside { connected: app.config.connected.clone(), patience: Patience::default() };
    job::run(app.house.clone(), post, outside, job::holder(), stop.clone()).await;
    Ok(())
}
