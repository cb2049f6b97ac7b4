//! What the house can carry: starts the release build over SQLite and over PostgreSQL, fills it, measures, and prints one
//! table. Every figure stands beside the limit that the same machine gave in the same run, because a figure alone says
//! more about the machine and its other work than about the house.
//!
//! `cargo bench` measures everything, `cargo bench -- --quick` in a minute and without the grown house (`--grown`: with it), and
//! `-- --only sqlite` (or `postgres`) on one database; `--part pages` (or `files`, `enrolments`, `rush`, `trainings`, `dialogue`, `adoption`) a part of it;
//! `--small` leaves the grown house out, and `--program PATH` measures another build, to compare with.

mod adoption;
mod dialogue;
mod figure;
mod fill;
mod fill_training;
mod limit;
mod load;
mod rig;
mod sql;
mod statistics;
mod table;
mod training;

use std::{process::ExitCode, time::Duration};

use rig::{Engine, Rig};

/// Whatever goes wrong ends the run.
type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// How much is measured.
#[derive(Clone, Copy, Debug)]
struct Plan {
    /// How long each figure is measured in each round.
    each: Duration,
    /// Figures are medians of this many rounds, with the limit between them.
    rounds: usize,
    /// Whether the house is measured again after it has grown.
    grows: bool,
    part: Option<Part>,
}

/// Figures that are measured together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Pages,
    Files,
    Enrolments,
    Rush,
    Trainings,
    Dialogue,
    Adoption,
}

impl Plan {
    /// Whether this part is wanted.
    fn wants(self, part: Part) -> bool {
        self.part.is_none_or(|only| only == part)
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let done = match (runtime, arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice()) {
        (Ok(_), ["--static", bytes]) => limit::serve_static(bytes),
        (Ok(runtime), given) => runtime.block_on(run(given)),
        (Err(error), _) => Err(error.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            table::say(&format!("it ended early: {error}"));
            ExitCode::FAILURE
        }
    }
}

async fn run(given: &[&str]) -> Outcome<()> {
    let quick = given.contains(&"--quick");
    let after = |name| given.iter().position(|word| *word == name).and_then(|at| given.get(at + 1).copied());
    let part = match after("--part") {
        None => None,
        Some("pages") => Some(Part::Pages),
        Some("files") => Some(Part::Files),
        Some("enrolments") => Some(Part::Enrolments),
        Some("rush") => Some(Part::Rush),
        Some("trainings") => Some(Part::Trainings),
        Some("dialogue") => Some(Part::Dialogue),
        Some("adoption") => Some(Part::Adoption),
        Some(other) => return Err(format!("there is no part {other}").into()),
    };
    let plan = if quick {
        Plan { each: Duration::from_secs(2), rounds: 1, grows: given.contains(&"--grown"), part }
    } else {
        Plan { each: Duration::from_secs(5), rounds: 3, grows: !given.contains(&"--small"), part }
    };
    let (only, program) = (after("--only"), after("--program"));
    let mut table = table::Table::default();
    for engine in [Engine::Sqlite, Engine::Postgres] {
        if only.is_none_or(|name| name == engine.name()) {
            let mut rig = Rig::new(engine, program)?;
            let measured = figure::measure(&mut rig, plan, &mut table).await;
            let complaint = rig.end().await;
            measured.map_err(|error| format!("{error}; the house last said: {complaint}"))?;
        }
    }
    table.print();
    Ok(())
}
