//! The command line. Answers go to standard output; what went wrong to standard error, as one sentence.

mod backup;
mod backup_file;
mod check;
mod export;
mod import;
mod measure;
mod open;
mod openapi;
mod postgres;
mod problem;
mod restore;
mod serve;
mod simulate;
mod token;

use std::{io::Write as _, process::ExitCode};

use clap::{Parser, Subcommand};

use crate::{
    config::{Config, Options},
    telemetry,
};
use problem::Problem;

/// Makes good service a habit of a whole municipality
#[derive(Debug, Parser)]
#[command(name = "olievlek", version, disable_help_subcommand = true)]
struct Line {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    options: Options,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start with a whole fictional municipality, in a database of its own
    Demo(serve::Demo),
    /// Start the service with its worker; bring the database up to date first
    Serve,
    /// Do the jobs only, for a second process
    Work,
    /// Bring the database up to date, then stop
    Migrate,
    /// Read a file into the house: on a terminal it asks before it writes, elsewhere it writes at once
    Import(import::Import),
    /// Write a table to a file or to standard output
    Export(export::Export),
    /// Tell which departments would have figures of their own, by the length of periods and how many answer
    SimulateDisclosure(simulate::Simulate),
    /// Print the OpenAPI document
    Openapi,
    /// Give out tokens for the API
    #[command(subcommand)]
    Token(token::Token),
    /// Copy the whole database to a file, while the service goes on
    Backup(backup::Backup),
    /// Put a backup back; the service has to be stopped
    Restore(restore::Restore),
    /// Tell whether settings, database and mail are in order
    Check,
}

/// What a command comes to: nothing went wrong, or not all is well and it has said so itself.
type Outcome = Result<ExitCode, Problem>;

/// Runs the command of this process.
#[must_use]
pub fn run() -> ExitCode {
    let line = Line::parse();
    let done = Config::load(&line.options).map_err(Problem::from).and_then(|config| {
        telemetry::start(&config.log);
        tokio::runtime::Runtime::new().map_err(Problem::from)?.block_on(line.command.run(config))
    });
    done.unwrap_or_else(|problem| {
        problem.say();
        problem.exit()
    })
}

impl Command {
    async fn run(self, config: Config) -> Outcome {
        match self {
            Self::Demo(demo) => demo.run(config).await,
            Self::Serve => serve::serve(config).await,
            Self::Work => serve::work(config).await,
            Self::Migrate => open::migrate(config).await,
            Self::Import(import) => import.run(config).await,
            Self::Export(export) => export.run(config).await,
            Self::SimulateDisclosure(simulate) => simulate.run(config).await,
            Self::Openapi => openapi::openapi(&config),
            Self::Token(token) => token.run(config).await,
            Self::Backup(backup) => backup.run(config).await,
            Self::Restore(restore) => restore.run(config).await,
            Self::Check => check::check(config).await,
        }
    }
}

/// One line on standard output.
fn say(line: &str) -> std::io::Result<()> {
    writeln!(std::io::stdout(), "{line}")
}
