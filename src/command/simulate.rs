//! `simulate-disclosure`: which departments would have figures of their own, by the length of periods and how many answer.

use std::process::ExitCode;

use clap::Args;

use super::{Outcome, open, problem::Problem, say};
use crate::{config::Config, domain::adoption::simulation};

#[derive(Debug, Args)]
pub(super) struct Simulate {
    /// The same number draws the same lots
    #[arg(long, default_value_t = 2026)]
    seed: u64,
}

impl Simulate {
    /// Reads departments and staff, and writes nothing but lines.
    pub(super) async fn run(self, config: Config) -> Outcome {
        let app = open::open(config).await?;
        let at = (&*app.house.policy, app.house.now());
        let lines = simulation::run(&app.house.db.reader, at, self.seed).await;
        let lines = lines.map_err(|error| Problem::of(&app, &error))?;
        let rates = simulation::RATES.map(|rate| format!("{rate:>5} %"));
        say("Departments with a figure in every period of a year, by how many of the staff answer")?;
        say(&format!("{:<10}{}", "period", rates.concat()))?;
        for line in lines.chunks(rates.len()) {
            let shares: String = line.iter().map(|one| format!("{:>5} %", one.departments)).collect();
            say(&format!("{:<10}{shares}", line[0].grain.code()))?;
        }
        Ok(ExitCode::SUCCESS)
    }
}
