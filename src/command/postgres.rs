//! The programs of PostgreSQL that copy a database. The password goes to them by their environment, where other people
//! on the machine cannot read it.

use std::{
    ffi::OsStr,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

use percent_encoding::percent_decode_str;

use super::problem::Problem;
use crate::{config::Config, db::copy::STEPS_TABLE};

/// `pg_dump`, `pg_restore` and `psql`, for one database.
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

    /// Puts a file in the place of all that is in the database: all of it or nothing. One transaction replaces the old by
    /// the new, and ends only when the file was read to its end, so that nobody who is killed leaves half of either.
    pub(super) fn restore(&self, file: &Path) -> Result<(), Problem> {
        let mut reading = self.command("pg_restore");
        reading.args(["--no-owner", "--no-privileges", "--schema=public", "--file=-"]).arg(file);
        let mut reading = self.start(reading.stdin(Stdio::null()).stdout(Stdio::piped()))?;
        let mut writing = self.command("psql");
        writing.args(["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--dbname", &self.url]);
        let mut writing = self.start(writing.stdin(Stdio::piped()).stdout(Stdio::null()))?;
        let passed = pass_on(&mut reading, &mut writing);
        done("psql", writing.wait_with_output().map_err(|error| cannot_run("psql", &error))?)?;
        done("pg_restore", reading.wait_with_output().map_err(|error| cannot_run("pg_restore", &error))?)?;
        passed.map_err(|error| Problem::new(format!("psql did not hear all of it: {error}.")))
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
        let mut command = self.command(name);
        arguments(&mut command);
        done(name, command.output().map_err(|error| cannot_run(command.get_program(), &error))?)
    }

    fn start(&self, command: &mut Command) -> Result<Child, Problem> {
        command.stderr(Stdio::piped()).spawn().map_err(|error| cannot_run(command.get_program(), &error))
    }

    fn command(&self, name: &str) -> Command {
        let program = self.folder.as_ref().map_or_else(|| PathBuf::from(name), |folder| folder.join(name));
        let mut command = Command::new(&program);
        if let Some(password) = &self.password {
            command.env("PGPASSWORD", password);
        }
        command
    }
}

/// Before what is in a file: it takes the place of all that is there.
const REPLACE: &str =
    "SET client_min_messages = warning; BEGIN; DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public;\n";

/// Gives what one program says to the other, and only when it said all of it, the word that ends the transaction.
fn pass_on(reading: &mut Child, writing: &mut Child) -> io::Result<()> {
    let (Some(mut from), Some(mut to)) = (reading.stdout.take(), writing.stdin.take()) else { return Ok(()) };
    to.write_all(REPLACE.as_bytes())?;
    io::copy(&mut from, &mut to)?;
    if reading.wait()?.success() {
        to.write_all(b"COMMIT;\n")?;
    }
    Ok(())
}

fn done(name: &str, output: Output) -> Result<Output, Problem> {
    if output.status.success() {
        return Ok(output);
    }
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let why = said.lines().find(|line| !line.trim().is_empty()).unwrap_or("it does not say why");
    Err(Problem::new(format!("{name} failed: {why}.")))
}

fn cannot_run(program: impl AsRef<OsStr>, error: &io::Error) -> Problem {
    Problem::new(format!(
        "{} cannot be run: {error}. Install the client programs of PostgreSQL, or name their folder in \
         OLIEVLEK_POSTGRES_BIN.",
        program.as_ref().display()
    ))
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
