//! `export`: a table to a file or to standard output. That it happened is recorded.

use std::{io::Write as _, path::PathBuf, process::ExitCode};

use clap::{Args, ValueEnum};

use super::{Outcome, open, problem::Problem};
use crate::{
    app::App,
    config::Config,
    domain::{actor::Actor, error::Error, event::Event, learning, people},
    table::{Cell, Format, Table},
};

#[derive(Debug, Args)]
pub(super) struct Export {
    /// Which table
    what: What,
    #[arg(long, default_value = "csv")]
    format: Format,
    /// File to write; without it, standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum What {
    People,
    Enrolments,
}

impl Export {
    pub(super) async fn run(self, config: Config) -> Outcome {
        let app = open::open(config).await?;
        let table = match self.what {
            What::People => people(&app).await,
            What::Enrolments => enrolments(&app).await,
        };
        let table = table.map_err(|error| Problem::of(&app, &error))?;
        let content = table.write(self.format)?;
        self.record(&app, table.rows.len()).await.map_err(|error| Problem::of(&app, &error))?;
        match &self.out {
            Some(path) => std::fs::write(path, content)
                .map_err(|error| Problem::new(format!("{} cannot be written: {error}.", path.display())))?,
            None => std::io::stdout().write_all(&content)?,
        }
        Ok(ExitCode::SUCCESS)
    }

    /// Before the file is written: a copy that nobody knows of is worse than a record of one that failed.
    async fn record(&self, app: &App, rows: usize) -> Result<(), Error> {
        let event = match self.what {
            What::People => Event::PeopleExported { rows },
            What::Enrolments => Event::EnrolmentsExported { rows },
        };
        let event = &event;
        app.house.write(&Actor::operator(), |change| async move { change.record(event.clone()).await }).await
    }
}

/// In the columns of a staff file, so that it can be read in again.
async fn people(app: &App) -> Result<Table, Error> {
    let today = app.house.policy.day(app.house.now());
    let staff = people::export::staff(&app.house.db.reader, today).await?;
    let columns = vec![
        "Medewerker",
        "Roepnaam",
        "Tussenvoegsel",
        "Achternaam",
        "E-mail werk",
        "Afdelingscode",
        "Afdeling",
        "Functie",
        "Leidinggevende",
        "Datum in dienst",
        "Datum uit dienst",
    ];
    let rows = staff.into_iter().map(|member| {
        let person = member.person;
        let (code, department) =
            member.department.map_or((None, None), |found| (Some(found.code), Some(found.name)));
        vec![
            person.employee_number.into(),
            person.given_name.into(),
            person.prefix.into(),
            person.surname.into(),
            person.email.into(),
            code.into(),
            department.into(),
            person.job_title.into(),
            member.manager_number.into(),
            person.employed_from.into(),
            person.employed_until.into(),
        ]
    });
    Ok(named("Medewerkers", &columns, rows.collect()))
}

async fn enrolments(app: &App) -> Result<Table, Error> {
    let zone = app.config.time_zone;
    let all = learning::export::enrolments(&app.house.db.reader).await?;
    let columns = vec![
        "Workshopcode",
        "Workshop",
        "Begin",
        "Medewerker",
        "Naam",
        "E-mail",
        "Status",
        "Aangemeld op",
        "Beëindigd op",
        "Inschrijving",
    ];
    let here =
        |moment: chrono::DateTime<chrono::Utc>| Cell::Moment(moment.with_timezone(&zone).naive_local());
    let rows = all.into_iter().map(|line| {
        vec![
            line.workshop.code.into(),
            line.workshop.title.into(),
            here(line.session.starts_at),
            line.person.employee_number.clone().into(),
            people::person::full_name(&line.person).into(),
            line.person.email.into(),
            line.enrolment.status.code().into(),
            here(line.enrolment.created_at),
            line.enrolment.ended_at.map_or(Cell::Empty, here),
            line.enrolment.id.to_string().into(),
        ]
    });
    Ok(named("Inschrijvingen", &columns, rows.collect()))
}

fn named(name: &str, columns: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    Table { name: name.into(), columns: columns.iter().map(|name| (*name).to_owned()).collect(), rows }
}
