//! What the house does by itself: mail letters, and whatever recurs. Knows the queue, the clock and the mail room.

mod bundle;
mod closing;
mod conversation;
mod duty;
mod evaluation;
mod improvement;
mod letter;
mod pull;
pub mod schedule;
mod sealing;
pub mod worker;

use std::{sync::Arc, time::Duration};

pub use pull::Outside;

use crate::{
    app::App,
    domain::change::House,
    mail::{
        Stationery,
        transport::{
            Transport,
            folder::Folder,
            smtp::{BadAddress, Patience, Smtp},
        },
    },
    print::Press,
    stop::Stop,
};

/// The mail room, as a worker needs it.
#[derive(Clone)]
pub struct Post {
    pub stationery: Stationery,
    pub transport: Arc<Transport>,
    /// Whether copies keep their secrets: only a demonstration shows them on a page.
    pub keeps_secrets: bool,
    /// For what is printed.
    pub press: Press,
}

impl Post {
    /// The mail room of the settings: SMTP, or the folder when there is none.
    ///
    /// # Errors
    /// An address of a mail server that is none.
    pub fn of(app: &App) -> Result<Self, BadAddress> {
        let transport = match &app.config.smtp_url {
            Some(url) => Transport::Smtp(Box::new(Smtp::new(url.parse()?, Patience::default()))),
            None => Transport::Folder(Folder(app.config.mail_dir.clone())),
        };
        let stationery = Stationery {
            templates: app.templates.clone(),
            from: app.config.mail_from.clone(),
            organisation: app.config.organisation.clone(),
            base_url: app.config.base_url.clone(),
        };
        Ok(Self {
            stationery,
            transport: Arc::new(transport),
            keeps_secrets: app.demo,
            press: app.press.clone(),
        })
    }
}

/// Works until it is time to stop, then gives back what it holds. `holder` names this process among others. Other systems are asked
/// by a worker of their own, so that no letter waits for them.
pub async fn run(house: House, post: Post, outside: Outside, holder: String, stop: Stop) {
    let worker = worker::Worker::new(house.clone(), post, holder.clone());
    let asking = worker.clone().for_outside(outside).run(stop.clone());
    let tidying = tidy(house.clone(), stop.clone());
    tokio::join!(worker.run(stop.clone()), asking, schedule::run(house, holder, stop), tidying);
}

/// How often the log of changes is moved into a SQLite file.
const TIDY_EVERY: Duration = Duration::from_millis(500);

async fn tidy(house: House, mut stop: Stop) {
    while tokio::time::timeout(TIDY_EVERY, stop.wait()).await.is_err() {
        if let Err(error) = house.db.checkpoint().await {
            tracing::warn!(%error, "the log of changes was not moved into the file");
        }
    }
}

/// A name for this process that no other has.
#[must_use]
pub fn holder() -> String {
    format!("{}-{:08x}", std::process::id(), rand::random::<u32>())
}
