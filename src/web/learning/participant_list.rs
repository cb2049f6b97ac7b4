//! The participants of a session on paper, with lines to sign, and as a file.

use entity::{
    enrolment::{self, EnrolmentStatus},
    id::SessionId,
    person,
    session::SessionState,
};
use poem::{Response, handler, http::header, web::Path};
use serde::Serialize;

use super::{
    card::Span,
    needs::{self, Told},
    participant_line::Offices,
    session_facts::Facts,
};
use crate::{
    domain::{
        error::{Error, Result},
        learning::{
            roll,
            session::{self, Details},
        },
        people::person::full_name,
    },
    table::{Cell, Format, Table},
    web::{context::Context, download, error::Trouble, sentence::Sentence, view::View},
};

/// Who has a place, by name, with a line for each meeting.
#[derive(Serialize)]
pub struct Sheet {
    session: Facts,
    meetings: Vec<Span>,
    people: Vec<Signs>,
    /// Whether somebody needs something; for the trainers of the session only.
    tells: bool,
}

/// Somebody who signs.
#[derive(Clone, Debug, Serialize)]
pub struct Signs {
    name: String,
    departments: Vec<String>,
    needs: Option<Told>,
}

impl View for Sheet {
    const TEMPLATE: &'static str = "desk/session/sheet.html";

    fn title(&self) -> Sentence {
        Sentence::new("desk-sheet-title")
    }

    fn samples() -> Vec<Self> {
        let signs =
            Signs { name: "Fenna de Boer".into(), departments: vec!["Vergunningen".into()], needs: None };
        let told = Told { access: "Een ringleiding".into(), diet: String::new() };
        let tells = Signs { needs: Some(told), ..signs.clone() };
        let sample = |people: Vec<Signs>| Self {
            session: Facts::sample(SessionState::Open),
            meetings: vec![Span::sample(0), Span::sample(7)],
            tells: people.iter().any(|one| one.needs.is_some()),
            people,
        };
        vec![sample(vec![signs.clone()]), sample(vec![signs, tells]), sample(Vec::new())]
    }
}

/// The sheet, for planners and for the trainers who give it; for others it does not exist.
#[handler]
pub async fn sheet(cx: Context, Path(id): Path<SessionId>) -> poem::Result<Response> {
    let (details, rows, offices) = read(&cx, id).await?;
    let mut people: Vec<_> =
        rows.iter().filter(|(row, _)| row.status == EnrolmentStatus::Confirmed).collect();
    people.sort_by_key(|(_, person)| (&person.surname, &person.given_name, person.id));
    let needs = needs::told(&cx, id, &rows).await?;
    let signs = |(row, person): &&(enrolment::Model, person::Model)| Signs {
        name: full_name(person),
        departments: offices.home_of(person),
        needs: needs.get(&row.id).map(Told::from),
    };
    let meetings = details.meetings.iter().map(|row| Span { start: row.starts_at, end: row.ends_at });
    cx.page(&Sheet {
        session: Facts::new(&details, cx.now()),
        meetings: meetings.collect(),
        tells: !needs.is_empty(),
        people: people.iter().map(signs).collect(),
    })
}

/// The list as a workbook.
#[handler]
pub async fn xlsx(cx: Context, Path(id): Path<SessionId>) -> poem::Result<Response> {
    file(&cx, id, Format::Xlsx).await
}

/// The list as CSV.
#[handler]
pub async fn csv(cx: Context, Path(id): Path<SessionId>) -> poem::Result<Response> {
    file(&cx, id, Format::Csv).await
}

async fn file(cx: &Context, id: SessionId, format: Format) -> poem::Result<Response> {
    let (details, rows, offices) = read(cx, id).await?;
    let table = table(cx, &rows, &offices);
    download::note(cx, &table).await?;
    let content = table.write(format).map_err(|error| {
        tracing::error!(target: "web", %error, "a table could not be written");
        Trouble::Panicked
    })?;
    let (kind, ending) = match format {
        Format::Csv => ("text/csv; charset=utf-8", "csv"),
        Format::Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    };
    let day = cx.house().policy.day(details.session.starts_at);
    // A code of ours may hold anything; the name of a file may not.
    let code: String = details.workshop.code.chars().filter(char::is_ascii_alphanumeric).collect();
    let name = format!("attachment; filename=\"deelnemers-{code}-{day}.{ending}\"");
    Ok(Response::builder()
        .header(header::CONTENT_TYPE, kind)
        .header(header::CONTENT_DISPOSITION, name)
        .header(header::CACHE_CONTROL, "private, no-store")
        .body(content))
}

type People = Vec<(enrolment::Model, person::Model)>;

async fn read(cx: &Context, id: SessionId) -> Result<(Details, People, Offices)> {
    if !cx.actor().may_plan() && !session::trains(cx.db(), id, cx.me()?).await? {
        return Err(Error::Missing("session"));
    }
    let details = session::details(cx.db(), id, cx.now()).await?;
    let mut rows = roll::with_people(cx.db(), id).await?;
    rows.retain(|(row, _)| row.status.alive());
    let people: Vec<_> = rows.iter().map(|(_, person)| person.id).collect();
    let offices = Offices::of(cx, &people).await?;
    Ok((details, rows, offices))
}

fn table(cx: &Context, rows: &People, offices: &Offices) -> Table {
    let zone = cx.house().policy.zone;
    let planner = cx.actor().may_plan();
    let line = |(row, person): &(enrolment::Model, person::Model)| -> Vec<Cell> {
        let number = person.employee_number.clone().filter(|_| planner);
        vec![
            full_name(person).into(),
            offices.home_of(person).join(", ").into(),
            number.into(),
            person.email.clone().filter(|_| planner).into(),
            cx.say(&status(row.status)).into(),
            row.created_at.with_timezone(&zone).naive_local().into(),
        ]
    };
    Table {
        name: "Deelnemers".into(),
        columns: ["Naam", "Afdeling", "Medewerker", "E-mail", "Status", "Ingeschreven"]
            .map(Into::into)
            .into(),
        rows: rows.iter().map(line).collect(),
    }
}

const fn status(status: EnrolmentStatus) -> Sentence {
    Sentence::new(match status {
        EnrolmentStatus::Confirmed => "desk-status-confirmed",
        EnrolmentStatus::Offered => "desk-status-offered",
        EnrolmentStatus::Waiting => "desk-status-waiting",
        EnrolmentStatus::Requested => "desk-status-requested",
        EnrolmentStatus::Withdrawn => "desk-status-withdrawn",
        EnrolmentStatus::Declined => "desk-status-declined",
    })
}
