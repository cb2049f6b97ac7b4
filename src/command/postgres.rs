//! The programs of PostgreSQL that copy a database. The password goes to them by their environment, where other people
//! on the machine cannot read it.

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

use percent_encoding::percent_decode_str;

use super::problem::Problem;
use crate::{config::Config, db::copy::STEPS_TABLE};

/// `pg_dump` and `pg_restore`, for one database.
pub(super) struct Tools {
    folder: Option<PathBuf>,
    url: String,
    password: Option<String>,
}

impl Tools {
    pub(super) fn of(config: &Config) -> Self {
        let (url, password) = without_password(&config.database_url);
        Self { folder: config.postgres_bin.clone(), url, password }
    }

    /// Writes the database into a file. What others write meanwhile is not in it.
    pub(super) fn dump(&self, file: &Path) -> Result<(), Problem> {
        let file = file.as_os_str().to_owned();
        self.run("pg_dump", |command| {
            command.args(["--format=custom", "--no-owner", "--no-privileges", "--schema=public"]);
            command.arg("--file").arg(file).arg("--dbname").arg(&self.url);
        })
        .map(|_| ())
    }

    /// Reads a file into an empty database: all of it or nothing.
    pub(super) fn restore(&self, file: &Path) -> Result<(), Problem> {
        self.run("pg_restore", |command| {
            command.args(["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges"]);
            command.args(["--schema=public", "--dbname", &self.url]).arg(file);
        })
        .map(|_| ())
    }

    /// The steps of the migrations that the database in a file has taken.
    pub(super) fn steps(&self, file: &Path) -> Result<Vec<String>, Problem> {
        let output = self.run("pg_restore", |command| {
            command.args(["--data-only", "--table", STEPS_TABLE, "--file=-"]).arg(file);
        })?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let rows = text.lines().skip_while(|line| !line.starts_with("COPY ")).skip(1);
        let rows = rows.take_while(|line| *line != "\\.");
        let mut steps: Vec<_> = rows.filter_map(|row| Some(row.split('\t').next()?.to_owned())).collect();
        steps.sort();
        Ok(steps)
    }

    fn run(&self, name: &str, arguments: impl FnOnce(&mut Command)) -> Result<Output, Problem> {
        let program = self.folder.as_ref().map_or_else(|| PathBuf::from(name), |folder| folder.join(name));
        let mut command = Command::new(&program);
        arguments(&mut command);
        if let Some(password) = &self.password {
            command.env("PGPASSWORD", password);
        }
        let output = command.output().map_err(|error| {
            Problem::new(format!(
                "{} cannot be run: {error}. Install the client programs of PostgreSQL, or name their folder in \
                 OLIEVLEK_POSTGRES_BIN.",
                program.display()
            ))
        })?;
        if output.status.success() {
            return Ok(output);
        }
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let why = said.lines().find(|line| !line.trim().is_empty()).unwrap_or("it does not say why");
        Err(Problem::new(format!("{name} failed: {why}.")))
    }
}

/// An address of a database without its password, and the password.
fn without_password(url: &str) -> (String, Option<String>) {
    let whole = || (url.to_owned(), None);
    let Some((scheme, rest)) = url.split_once("://") else { return whole() };
    let Some((user, host)) = rest.split_once('@') else { return whole() };
    let Some((user, password)) = user.split_once(':') else { return whole() };
    let password = percent_decode_str(password).decode_utf8_lossy().into_owned();
    (format!("{scheme}://{user}@{host}"), Some(password))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_kept_out_of_the_arguments() {
        let (url, password) = without_password("postgres://ol:a%40b@db.example:5432/house?sslmode=require");
        assert_eq!(url, "postgres://ol@db.example:5432/house?sslmode=require");
        assert_eq!(password.as_deref(), Some("a@b"));
        assert_eq!(without_password("postgres://ol@db/x"), ("postgres://ol@db/x".to_owned(), None));
    }
}
