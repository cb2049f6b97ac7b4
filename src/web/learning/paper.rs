//! A session on paper: the sheet on which people sign, and the cards with their names.

use entity::{
    enrolment::EnrolmentStatus,
    id::{MeetingId, SessionId},
};
use poem::{Response, handler, web::Path};

use super::{participant_line::Offices, participant_list};
use crate::{
    domain::{
        learning::{attendance, session},
        people::person::full_name,
    },
    print::{
        card::{Cards, Person},
        sheet::{Sheet, Signer},
    },
    web::{context::Context, print},
};

/// The sheet of a meeting, for whoever keeps its register; for others it does not exist. Nothing of what people need is on it.
#[handler]
pub async fn sheet(cx: Context, Path(id): Path<MeetingId>) -> poem::Result<Response> {
    let attendance::Register { meeting, lines } = attendance::register(cx.db(), cx.actor(), id).await?;
    let details = session::details(cx.db(), meeting.session_id, cx.now()).await?;
    let people: Vec<_> = lines.iter().map(|line| line.person.id).collect();
    let offices = Offices::of(&cx, &people).await?;
    let signer = |line: &attendance::Line| Signer {
        name: full_name(&line.person),
        department: offices.home_of(&line.person).join(", "),
    };
    let name = format!("tekenlijst-{}-{}", details.workshop.code, cx.dates().day(meeting.starts_at));
    let paper = Sheet {
        workshop: details.workshop.title,
        start: meeting.starts_at,
        end: meeting.ends_at,
        place: meeting.location,
        trainers: details.trainers.iter().map(full_name).collect(),
        people: lines.iter().map(signer).collect(),
    };
    print::answer(&cx, cx.language(), &name, paper).await
}

/// The cards of a session, for planners and for the trainers who give it; for others it does not exist.
#[handler]
pub async fn cards(cx: Context, Path(id): Path<SessionId>) -> poem::Result<Response> {
    let (details, mut rows, offices) = participant_list::read(&cx, id).await?;
    rows.retain(|(row, _)| row.status == EnrolmentStatus::Confirmed);
    rows.sort_by(|(_, a), (_, b)| (&a.surname, &a.given_name, a.id).cmp(&(&b.surname, &b.given_name, b.id)));
    let people = rows.iter().map(|(_, person)| Person {
        name: full_name(person),
        department: offices.home_of(person).join(", "),
    });
    let start = details.session.starts_at;
    let name = format!("naamkaartjes-{}-{}", details.workshop.code, cx.dates().day(start));
    let paper = Cards { workshop: details.workshop.title, start, people: people.collect() };
    print::answer(&cx, cx.language(), &name, paper).await
}
