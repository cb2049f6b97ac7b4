//! `export`: a table to a file or to standard output. That it happened is recorded.

use std::{io::Write, path::PathBuf, process::ExitCode};

use clap::{Args, ValueEnum};

use super::{Outcome, open, problem::Problem};
use crate::{
    app::App,
    config::Config,
    domain::{
        actor::Actor,
        adoption::ledger,
        error::Result,
        event::{Event, Measuring, Publishing},
        learning,
        page::{Page, Window},
        people::{self, department::Tree, person::full_name},
        service::{period::Period, promise::Promise, reading},
    },
    table::{BadTable, Book, Cell, Format, Table, csv_lines},
};

/// Rows that are read and written at once: the table may be larger than the memory.
const PART: u64 = 1_000;

/// As in a staff file, so that it can be read in again.
const STAFF: [&str; 11] = [
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
const ENROLMENTS: [&str; 11] = [
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
    "Uitkomst",
];
/// Of readings, as a file of readings that can be read in has them.
const READINGS: [&str; 10] = [
    "Code",
    "Periode",
    "Waarde",
    "Gehaald",
    "Totaal",
    "Doel",
    "Doel gehaald",
    "Manier",
    "Toelichting",
    "Ingevoerd op",
];

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
    Readings,
    /// Everything that was published of closed periods
    Ledger,
}

impl Export {
    pub(super) async fn run(self, config: Config) -> Outcome {
        let app = open::open(config).await?;
        let wrong = |error| Problem::of(&app, &error);
        self.record(&app).await.map_err(wrong)?;
        let tree = people::export::departments(&app.house.db.reader).await.map_err(wrong)?;
        let mut out = self.out()?;
        let table = self.what.table();
        let mut book = match self.format {
            Format::Xlsx => Some(Book::new(&table).map_err(BadTable::from)?),
            Format::Csv => None,
        };
        if book.is_none() {
            out.write_all(&table.csv_heading()?)?;
        }
        let mut window = Window { limit: PART, after: None };
        loop {
            let part = self.what.part(&app, &tree, &window).await.map_err(wrong)?;
            match &mut book {
                Some(book) => book.add(&part.items).map_err(BadTable::from)?,
                None => out.write_all(&csv_lines(&part.items)?)?,
            }
            let Some(next) = part.next else { break };
            window.after = Some(next.parse().map_err(wrong)?);
        }
        if let Some(book) = book {
            out.write_all(&book.finish().map_err(BadTable::from)?)?;
        }
        out.flush()?;
        Ok(ExitCode::SUCCESS)
    }

    fn out(&self) -> std::result::Result<Box<dyn Write>, Problem> {
        let Some(path) = &self.out else { return Ok(Box::new(std::io::stdout())) };
        let cannot = |error| Problem::new(format!("{} cannot be written: {error}.", path.display()));
        Ok(Box::new(std::fs::File::create(path).map_err(cannot)?))
    }

    /// Before the file is written: a copy that nobody knows of is worse than a record of one that failed.
    async fn record(&self, app: &App) -> Result<()> {
        let db = &app.house.db.reader;
        let whole = |count| usize::try_from(count).unwrap_or(usize::MAX);
        let event = &match self.what {
            What::People => Event::PeopleExported { rows: whole(people::export::count(db).await?) },
            What::Enrolments => Event::EnrolmentsExported { rows: whole(learning::export::count(db).await?) },
            What::Readings => {
                Measuring::ReadingsExported { rows: whole(reading::count_all(db).await?) }.into()
            }
            What::Ledger => Publishing::LedgerExported { rows: whole(ledger::count(db).await?) }.into(),
        };
        app.house.write(&Actor::operator(), |change| async move { change.record(event.clone()).await }).await
    }
}

impl What {
    /// Its heading.
    fn table(self) -> Table {
        let (name, columns): (_, &[&str]) = match self {
            Self::People => ("Medewerkers", &STAFF),
            Self::Enrolments => ("Inschrijvingen", &ENROLMENTS),
            Self::Readings => ("Cijfers", &READINGS),
            Self::Ledger => ("Gepubliceerd", &LEDGER),
        };
        Table {
            name: name.into(),
            columns: columns.iter().map(|name| (*name).to_owned()).collect(),
            rows: vec![],
        }
    }

    async fn part(self, app: &App, tree: &Tree, window: &Window) -> Result<Page<Vec<Cell>>> {
        let db = &app.house.db.reader;
        match self {
            Self::People => {
                let today = app.house.policy.day(app.house.now());
                Ok(people::export::staff(db, (tree, today), window).await?.map(member))
            }
            Self::Enrolments => {
                let zone = app.config.time_zone;
                Ok(learning::export::enrolments(db, window).await?.map(|line| enrolment(line, zone)))
            }
            Self::Readings => {
                let zone = app.config.time_zone;
                Ok(reading::everything(db, window)
                    .await?
                    .map(|(promise, line)| measured(&promise, line, zone)))
            }
            Self::Ledger => Ok(ledger::page(db, None, window).await?.map(figure)),
        }
    }
}

/// The columns of what was published.
const LEDGER: [&str; 16] = [
    "Begin",
    "Einde",
    "Eenheid",
    "Soort",
    "Indicator",
    "Onderwerp",
    "Voor",
    "Waarde",
    "Kant",
    "Laag",
    "Hoog",
    "Aantal",
    "Trend",
    "Indicatief",
    "Eenheid-id",
    "Trap",
];

fn figure(line: ledger::Line) -> Vec<Cell> {
    let cell = &line.cell;
    let number = Cell::Decimal;
    vec![
        line.period.begins_on.into(),
        line.period.ends_on.into(),
        line.unit.name.into(),
        line.unit.kind.code().into(),
        cell.indicator.code().into(),
        cell.subject.clone().into(),
        cell.level.code().into(),
        number(cell.value),
        cell.side.code().into(),
        cell.interval.map_or(Cell::Empty, |(low, _)| number(low)),
        cell.interval.map_or(Cell::Empty, |(_, high)| number(high)),
        cell.band.clone().into(),
        cell.trend.map(|trend| trend.code().to_owned()).into(),
        if cell.indicative { "ja" } else { "nee" }.into(),
        line.unit.id.to_string().into(),
        line.unit.step.map_or(Cell::Empty, |step| number(step.into())),
    ]
}

fn member(member: people::export::Member) -> Vec<Cell> {
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
}

/// In the columns of a file of readings, so that it can be read in again.
fn measured(promise: &Promise, line: reading::Line, zone: chrono_tz::Tz) -> Vec<Cell> {
    let kept = reading::is_kept(promise, &line.row);
    let row = line.row;
    vec![
        promise.code.as_str().into(),
        Period::of(promise.every, row.begins_on).code().into(),
        Cell::Decimal(row.value),
        row.met.map(i64::from).into(),
        row.cases.map(i64::from).into(),
        Cell::Decimal(row.target),
        if kept { "ja" } else { "nee" }.into(),
        row.way.code().into(),
        row.note.into(),
        Cell::Moment(row.entered_at.with_timezone(&zone).naive_local()),
    ]
}

fn enrolment(line: learning::export::Line, zone: chrono_tz::Tz) -> Vec<Cell> {
    let here =
        |moment: chrono::DateTime<chrono::Utc>| Cell::Moment(moment.with_timezone(&zone).naive_local());
    vec![
        line.workshop.code.into(),
        line.workshop.title.into(),
        here(line.session.starts_at),
        line.person.employee_number.clone().into(),
        full_name(&line.person).into(),
        line.person.email.into(),
        line.enrolment.status.code().into(),
        here(line.enrolment.created_at),
        line.enrolment.ended_at.map_or(Cell::Empty, here),
        line.enrolment.id.to_string().into(),
        line.enrolment.outcome.map(|outcome| outcome.code().to_owned()).into(),
    ]
}
