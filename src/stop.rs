//! How everything that runs is told to stop: once, to all at the same time.

use tokio::{
    signal::unix::{SignalKind, signal},
    sync::watch,
};

/// Says when to stop. Every part that runs has its own.
#[derive(Clone, Debug)]
pub struct Stop(watch::Receiver<bool>);

/// Tells all its [`Stop`]s. They stop too when it is dropped.
#[derive(Debug)]
pub struct Stopper(watch::Sender<bool>);

impl Stop {
    /// One who tells and one who listens.
    #[must_use]
    pub fn pair() -> (Stopper, Self) {
        let (sender, receiver) = watch::channel(false);
        (Stopper(sender), Self(receiver))
    }

    /// Stops at SIGTERM (the service manager) or SIGINT (Ctrl-C). A second signal ends the process at once.
    ///
    /// # Errors
    /// When the system gives no signals.
    pub fn at_signal() -> std::io::Result<Self> {
        let (stopper, stop) = Self::pair();
        let (mut term, mut int) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
        tokio::spawn(async move {
            let mut next = async || tokio::select! { _ = term.recv() => (), _ = int.recv() => () };
            next().await;
            stopper.stop();
            next().await;
            std::process::exit(130);
        });
        Ok(stop)
    }

    /// Waits until it is time to stop.
    pub async fn wait(&mut self) {
        // An error means that nobody can tell any more.
        let _ = self.0.wait_for(|stopped| *stopped).await;
    }

    /// Whether it is time to stop.
    #[must_use]
    pub fn is_now(&self) -> bool {
        *self.0.borrow()
    }
}

impl Stopper {
    /// Tells all to stop.
    pub fn stop(&self) {
        self.0.send_replace(true);
    }
}
