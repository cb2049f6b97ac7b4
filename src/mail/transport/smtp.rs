//! SMTP over lettre's bare connection, with a time limit on every step.
//!
//! No pool: after a step that was cut off, the replies on that connection are those to the step before, and a refused
//! letter would count as sent. A connection is kept for the next letter only when everything on it went well.

use std::time::Duration;

use lettre::{
    Message,
    transport::smtp::{
        Error,
        authentication::{Credentials, DEFAULT_MECHANISMS},
        client::{AsyncSmtpConnection, TlsParameters},
        commands::{Data, Mail, Rcpt},
        extension::ClientId,
        response::Response,
    },
};
use tokio::{sync::Mutex, time::Instant};

use super::Outcome;
pub use address::{BadAddress, Security, Server};

mod address;

/// How long each step may take.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// Connecting, encryption, greeting and introduction together.
    pub opening: Duration,
    /// Each command.
    pub command: Duration,
    /// The letter itself, until the server has taken it on.
    pub letter: Duration,
    /// How long an idle connection is kept.
    pub idle: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            opening: Duration::from_secs(10),
            command: Duration::from_secs(10),
            letter: Duration::from_secs(30),
            idle: Duration::from_secs(5),
        }
    }
}

/// A mail server.
pub struct Smtp {
    server: Server,
    patience: Patience,
    /// A connection on which nothing went wrong, and since when it is idle.
    kept: Mutex<Option<(AsyncSmtpConnection, Instant)>>,
}

/// Why a step did not succeed.
enum Trouble {
    Slow(&'static str),
    Failed(&'static str, Error),
}

type Step<T> = Result<T, Trouble>;

impl Smtp {
    /// A mail server that is not spoken to yet.
    #[must_use]
    pub fn new(server: Server, patience: Patience) -> Self {
        Self { server, patience, kept: Mutex::new(None) }
    }

    /// Asks the server for a greeting.
    ///
    /// # Errors
    /// What went wrong, in words.
    pub async fn check(&self) -> Result<(), String> {
        self.open().await.map(|_| ()).map_err(|trouble| trouble.to_string())
    }

    pub(super) async fn deliver(&self, letter: &Message) -> Outcome {
        let mut connection = match self.connection().await {
            Ok(connection) => connection,
            // Whatever the server says before it has heard of a letter is not about the letter.
            Err(trouble) => return Outcome::Later(trouble.to_string()),
        };
        let outcome = self.hand_over(&mut connection, letter).await;
        if outcome == Outcome::Sent {
            *self.kept.lock().await = Some((connection, Instant::now()));
        }
        outcome
    }

    async fn hand_over(&self, connection: &mut AsyncSmtpConnection, letter: &Message) -> Outcome {
        let envelope = letter.envelope();
        let [recipient] = envelope.to() else {
            return Outcome::Never { why: "a letter has one recipient".to_owned(), address: false };
        };
        if !AsRef::<str>::as_ref(recipient).is_ascii() {
            return Outcome::Never { why: "an address with letters outside ASCII".to_owned(), address: true };
        }
        let patience = self.patience.command;
        let from = Mail::new(envelope.from().cloned(), vec![]);
        if let Err(trouble) = timed("MAIL", patience, connection.command(from)).await {
            return Outcome::Later(trouble.to_string());
        }
        let to = Rcpt::new(recipient.clone(), vec![]);
        if let Err(trouble) = timed("RCPT", patience, connection.command(to)).await {
            return trouble.outcome(|_| true);
        }
        if let Err(trouble) = timed("DATA", patience, connection.command(Data)).await {
            return trouble.outcome(no_mailbox);
        }
        match timed("the letter", self.patience.letter, connection.message(&letter.formatted())).await {
            Ok(_) => Outcome::Sent,
            Err(trouble) if trouble.is_answer() => trouble.outcome(no_mailbox),
            Err(trouble) => Outcome::Unknown(trouble.to_string()),
        }
    }

    /// The kept connection when the server still answers on it, else a fresh one.
    async fn connection(&self) -> Step<AsyncSmtpConnection> {
        let kept = self.kept.lock().await.take();
        if let Some((mut connection, since)) = kept
            && since.elapsed() < self.patience.idle
            && tokio::time::timeout(self.patience.command, connection.test_connected()).await == Ok(true)
        {
            return Ok(connection);
        }
        self.open().await
    }

    async fn open(&self) -> Step<AsyncSmtpConnection> {
        let (host, hello) = (self.server.host.as_str(), ClientId::default());
        let tls =
            || TlsParameters::new(host.to_owned()).map_err(|error| Trouble::Failed("encryption", error));
        let implicit = if self.server.security == Security::Always { Some(tls()?) } else { None };
        let opening =
            AsyncSmtpConnection::connect_tokio1((host, self.server.port), None, &hello, implicit, None);
        let mut connection = timed("connecting", self.patience.opening, opening).await?;
        let upgrade = match self.server.security {
            Security::Required => true,
            Security::WhenOffered => connection.can_starttls(),
            Security::Always => false,
        };
        if upgrade {
            timed("STARTTLS", self.patience.opening, connection.starttls(tls()?, &hello)).await?;
        }
        if let Some((user, password)) = &self.server.credentials {
            let who = Credentials::new(user.clone(), password.clone());
            let answer: Response =
                timed("AUTH", self.patience.command, connection.auth(DEFAULT_MECHANISMS, &who)).await?;
            drop(answer);
        }
        Ok(connection)
    }
}

impl Trouble {
    /// Whether the server said no, so that what it has is certain.
    fn is_answer(&self) -> bool {
        matches!(self, Self::Failed(_, error) if error.status().is_some())
    }

    fn outcome(self, about_address: impl Fn(u16) -> bool) -> Outcome {
        let why = self.to_string();
        match self {
            Self::Failed(_, error) if error.is_permanent() => {
                let code = error.status().map_or(0, u16::from);
                Outcome::Never { why, address: about_address(code) }
            }
            _ => Outcome::Later(why),
        }
    }
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Slow(step) => write!(out, "{step}: no answer in time"),
            Self::Failed(step, error) => write!(out, "{step}: {error}"),
        }
    }
}

/// Codes by which a server says after the letter that there is no such mailbox (RFC 5321 section 4.2.3); the others
/// are about the letter.
fn no_mailbox(code: u16) -> bool {
    matches!(code, 550 | 551 | 553)
}

async fn timed<T>(
    step: &'static str,
    patience: Duration,
    what: impl Future<Output = Result<T, Error>>,
) -> Step<T> {
    match tokio::time::timeout(patience, what).await {
        Ok(done) => done.map_err(|error| Trouble::Failed(step, error)),
        Err(_) => Err(Trouble::Slow(step)),
    }
}
