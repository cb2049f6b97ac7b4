//! The participants of a session on paper, with lines to sign, and as a file.

use entity::{
    enrolment::{self, EnrolmentStatus, Outcome},
    id::SessionId,
    person::{self, PersonKind},
    session::SessionState,
};
use futures_util::FutureExt as _;
use poem::{Response, handler, web::Path};
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
            roll::{self, Participant},
            session::{self, Details},
        },
        people::{name, person::full_name},
    },
    table::{Cell, Format},
    web::{context::Context, download, sentence::Sentence, view::View},
};

/// Of the file.
const COLUMNS: [&str; 7] = [
    "desk-sheet-name",
    "desk-sheet-department",
    "import-column-employeeNumber",
    "import-column-email",
    "desk-sheet-status",
    "desk-sheet-since",
    "desk-sheet-outcome",
];

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
    let details = seen(cx, id).await?;
    let count = roll::participant_count(cx.db(), id).await?;
    download::note_rows(cx, usize::try_from(count).unwrap_or(usize::MAX)).await?;
    let day = cx.house().policy.day(details.session.starts_at);
    let name = format!("deelnemers-{}-{day}", details.workshop.code);
    let table = download::table(cx, "desk-sheet-file", &COLUMNS, Vec::new());
    let cx = cx.clone();
    let read = move |window| {
        let cx = cx.clone();
        async move {
            let page = roll::participants(cx.db(), id, &window).await?;
            let people: Vec<_> = page.items.iter().map(|one| one.person_id).collect();
            let offices = Offices::of(&cx, &people).await?;
            Ok(page.map(|one| line(&cx, one, &offices)))
        }
        .boxed()
    };
    download::stream_as(&name, table, format, read).await
}

pub(super) type People = Vec<(enrolment::Model, person::Model)>;

pub(super) async fn read(cx: &Context, id: SessionId) -> Result<(Details, People, Offices)> {
    let details = seen(cx, id).await?;
    let mut rows = roll::with_people(cx.db(), id).await?;
    rows.retain(|(row, _)| row.status.alive());
    let people: Vec<_> = rows.iter().map(|(_, person)| person.id).collect();
    let offices = Offices::of(cx, &people).await?;
    Ok((details, rows, offices))
}

/// The session, for planners and for the trainers who give it; for others it does not exist.
async fn seen(cx: &Context, id: SessionId) -> Result<Details> {
    if !cx.actor().may_plan() && !session::trains(cx.db(), id, cx.me()?).await? {
        return Err(Error::Missing("session"));
    }
    session::details(cx.db(), id, cx.now()).await
}

fn line(cx: &Context, one: Participant, offices: &Offices) -> Vec<Cell> {
    let planner = cx.actor().may_plan();
    let agency = one.agency.filter(|_| one.kind == PersonKind::External);
    let homes: Vec<_> = offices.names(one.person_id).into_iter().chain(agency).collect();
    vec![
        name::said([&one.given_name, &one.prefix, &one.surname]).into(),
        homes.join(", ").into(),
        one.employee_number.filter(|_| planner).into(),
        one.email.filter(|_| planner).into(),
        cx.say(&status(one.status)).into(),
        download::here(cx, one.created_at).into(),
        one.outcome.map(|outcome| cx.say(&came(outcome))).into(),
    ]
}

const fn came(outcome: Outcome) -> Sentence {
    Sentence::new(match outcome {
        Outcome::Completed => "outcome-completed",
        Outcome::Incomplete => "outcome-incomplete",
        Outcome::Excused => "outcome-excused",
        Outcome::NoShow => "outcome-no-show",
    })
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
