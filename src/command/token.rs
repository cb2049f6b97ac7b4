//! `token create`: the operator's, and asks no role of the person.

use std::process::ExitCode;

use clap::Subcommand;

use super::{Outcome, open, problem::Problem, say};
use crate::{
    config::Config,
    domain::{
        actor::{Actor, Scope},
        people::{
            api_token::{self, NewToken},
            person,
        },
    },
};

#[derive(Debug, Subcommand)]
pub(super) enum Token {
    /// Make a token and print its secret once, alone on standard output
    Create {
        /// Mail address of the person on whose behalf it works
        #[arg(long = "for", value_name = "EMAIL")]
        email: String,
        /// What it may do, separated by commas, such as catalogue:read,people:read
        #[arg(long, value_name = "SCOPE", value_delimiter = ',', required = true, value_parser = scope)]
        scope: Vec<Scope>,
        /// How many days it works; 365 when nobody says
        #[arg(long)]
        days: Option<u32>,
    },
}

fn scope(code: &str) -> Result<Scope, String> {
    let all = || Scope::ALL.map(Scope::code).join(", ");
    Scope::from_code(code.trim()).ok_or_else(|| format!("a scope is one of {}", all()))
}

impl Token {
    pub(super) async fn run(self, config: Config) -> Outcome {
        let Self::Create { email, scope, days } = self;
        let app = open::open(config).await?;
        let found = person::by_email(&app.house.db.reader, &email).await;
        let person = found.map_err(|error| Problem::of(&app, &error))?;
        let person =
            person.ok_or_else(|| Problem::new(format!("Nobody here has the mail address {email}.")))?;
        let new = NewToken { person: person.id, scopes: scope, days };
        let (new, operator) = (&new, Actor::operator());
        let made = app.house.write(&operator, |change| async move { api_token::create(&change, new).await });
        let secret = made.await.map_err(|error| Problem::of(&app, &error))?;
        say(&secret)?;
        Ok(ExitCode::SUCCESS)
    }
}
