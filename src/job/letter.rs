//! A letter task: reads what is true now, writes the letter and hands it over.

use chrono::{DateTime, Utc};
use entity::{
    enrolment::{self as place_table, EnrolmentStatus},
    id::*,
    session::{self as session_table, SessionState},
    task,
};

use super::{Post, conversation as conversation_letter, duty, evaluation, improvement, worker::Done};
use crate::{
    domain::{
        change::House,
        error::{Error, Result},
        learning::{agenda, approval, certificate, decision, held_seat, news, notice, session, workshop},
        page::Window,
        people::{
            person,
            reader::{self, Reader},
            sign_in::LINK_LASTS,
        },
        task::{Letter, Slot, Was},
        wording,
    },
    mail::{
        letter::{About, Matter, language, write},
        transport::Outcome,
    },
};

/// How many dates a letter names to choose from.
const OTHERS: u64 = 5;

/// Does the task as far as the world outside the database goes.
pub(super) async fn perform(house: &House, post: &Post, task: &task::Model, letter: Letter) -> Result<Done> {
    let matter = match matter(house, task, letter).await {
        Ok(Some(matter)) => matter,
        // Whom or what it was about is gone, or it no longer says anything true.
        Ok(None) | Err(Error::Missing(_)) => return Ok(Done::Nothing),
        Err(error) => return Err(error),
    };
    let written = match write(&post.stationery, &matter) {
        Ok(written) => written,
        Err(error) => {
            return Ok(Done::Never { why: error.to_string(), address: None });
        }
    };
    let Some(message) = &written.message else { return Ok(Done::Sent(Box::new(written.blanked()))) };
    let outcome = post.transport.deliver(task.id, message).await;
    if evaluation::leaves_no_trace(&matter) {
        return Ok(evaluation::untraced(outcome));
    }
    Ok(match outcome {
        Outcome::Sent => {
            Done::Sent(Box::new(if post.keeps_secrets { written.copy } else { written.blanked() }))
        }
        Outcome::Later(why) | Outcome::Unknown(why) => Done::Again(why),
        Outcome::Never { why, address } => {
            Done::Never { why, address: address.then(|| matter.reader.address.clone()) }
        }
    })
}

/// Nothing: nobody can be reached, or the letter has been overtaken.
#[expect(clippy::too_many_lines, reason = "a line for each letter")]
async fn matter(house: &House, task: &task::Model, letter: Letter) -> Result<Option<Matter>> {
    let (db, now, name) = (&house.db.reader, house.now(), letter.name());
    let (reader, about) = match letter {
        Letter::SignIn { person, secret } => (reader::alone(db, person).await?, About::SignIn { secret }),
        Letter::Confirmed { enrolment, entry }
        | Letter::MovedUp { enrolment, entry }
        | Letter::LotWon { enrolment, entry }
        | Letter::Granted { enrolment, entry } => place(house, enrolment, Some(entry)).await?,
        Letter::Withdrawn { enrolment, entry } => place(house, enrolment, entry).await?,
        Letter::Waiting { enrolment }
        | Letter::Offer { enrolment }
        | Letter::Reminder { enrolment }
        | Letter::Requested { enrolment }
        | Letter::Asked { enrolment }
        | Letter::LotLost { enrolment }
        | Letter::Declined { enrolment } => place(house, enrolment, None).await?,
        Letter::DatePlanned { workshop, person } => dates(house, workshop, person).await?,
        Letter::TrainerInvited { person, entry } | Letter::TrainerReleased { person, entry } => {
            let details = notice::occasion(db, entry.meeting, now).await?;
            (reader::of(db, person, now).await?, About::Training { details, entry })
        }
        Letter::Changed { person, session, entry, before }
        | Letter::Cancelled { person, session, entry, before } => {
            if news::is_overtaken(db, person, session, entry).await? {
                return Ok(None);
            }
            of_session(house, person, session, |details| About::Change { details, entry, before }).await?
        }
        Letter::Missed { enrolment } => missed(house, enrolment).await?,
        Letter::CalledOff { enrolment, entry } => called_off(house, enrolment, entry).await?,
        Letter::GoOrNot { person, session } => {
            of_session(house, person, session, |details| About::Decision { details }).await?
        }
        Letter::GuestInvited { enrolment, secret } => invitation(house, enrolment, secret).await?,
        Letter::Certified { enrolment } => certified(house, enrolment, true).await?,
        Letter::CertificateRevoked { enrolment } => certified(house, enrolment, false).await?,
        Letter::RegisterOpen { person, meeting } | Letter::RegisterLate { person, meeting } => {
            register(house, person, meeting).await?
        }
        Letter::ApprovalAsked { person, enrolment, step }
        | Letter::ApprovalReminder { person, enrolment, step } => {
            // Decided, or put to somebody else.
            if approval::open_of(db, enrolment).await?.is_none_or(|open| open.step != step) {
                return Ok(None);
            }
            request(house, person, enrolment).await?
        }
        Letter::ApprovalOver { person, enrolment } => request(house, person, enrolment).await?,
        Letter::DeputyNamed { person, head, until } => {
            let head = person::find(db, head).await?;
            (reader::of(db, person, now).await?, About::Deputy { head, until })
        }
        Letter::HoldEnding { person, hold } => {
            let held = held_seat::by_id(db, hold).await?;
            if held.row.ended_at.is_some() || held.row.releases_at <= now {
                return Ok(None);
            }
            let session = held.row.session_id;
            of_session(house, person, session, |details| About::Hold { details, held }).await?
        }
        Letter::Message { person, session, subject, text } => {
            of_session(house, person, session, |details| About::Message { details, subject, text }).await?
        }
        Letter::Assigned { assignment, person } => duty::left(house, person, (assignment, false)).await?,
        Letter::NoDate { assignment, person } => duty::left(house, person, (assignment, true)).await?,
        Letter::Overdue { person, departments } => duty::late(house, person, departments).await?,
        Letter::MoreTime { duty: id } => duty::more_time(house, id).await?,
        letter @ (Letter::IdeaAnswered { .. }
        | Letter::ImprovementDone { .. }
        | Letter::ImprovementOwned { .. }
        | Letter::ImprovementsToDo { .. }
        | Letter::IdeasToAnswer { .. }) => improvement::told(house, letter).await?,
        Letter::Evaluation { invitation }
        | Letter::EvaluationLater { invitation }
        | Letter::EvaluationReminder { invitation } => evaluation::question(house, invitation).await?,
        Letter::Pulse { invitation } | Letter::PulseReminder { invitation } => {
            evaluation::pulse(house, invitation).await?
        }
        Letter::ConversationPlanned { person, conversation, sequence }
        | Letter::ConversationMoved { person, conversation, sequence }
        | Letter::ConversationCalledOff { person, conversation, sequence } => {
            conversation_letter::about(house, person, (conversation, Some(sequence))).await?
        }
        Letter::ConversationSummary { person, conversation } => {
            conversation_letter::about(house, person, (conversation, None)).await?
        }
    };
    let Some(reader) = reader.filter(|_| !is_overtaken(task, name, &about, now)) else { return Ok(None) };
    Ok(Some(addressed(house, task, (name, reader, about)).await?))
}

/// With what depends on who opens it.
async fn addressed(
    house: &House,
    task: &task::Model,
    (name, reader, about): (&'static str, Reader, About),
) -> Result<Matter> {
    let (db, now) = (&house.db.reader, house.now());
    let wording = wording::of(db, language(&reader).code(), &format!("letter-{name}-")).await?;
    let outsider = person::actor_of(db, &reader.person).await?.is_outsider();
    let about = if outsider { without_catalogue(about) } else { about };
    Ok(Matter { id: task.id, name, reader, about, outsider, wording, asked_at: task.created_at, now })
}

async fn place(
    house: &House,
    id: EnrolmentId,
    entry: Option<crate::domain::task::Entry>,
) -> Result<(Option<Reader>, About)> {
    let participation = notice::participation(&house.db.reader, id, house.now()).await?;
    let reader = reader::of(&house.db.reader, participation.enrolment.person_id, house.now()).await?;
    Ok((reader, About::Place { participation, entry }))
}

/// To nobody when the certificate was withdrawn, or counts again, before the letter left.
async fn certified(house: &House, id: EnrolmentId, is_valid: bool) -> Result<(Option<Reader>, About)> {
    let (reader, about) = place(house, id, None).await?;
    let counts = certificate::counts(&house.db.reader, id).await?;
    Ok((reader.filter(|_| counts == is_valid), about))
}

/// About one meeting, to nobody when its register was closed meanwhile.
async fn register(house: &House, person: PersonId, id: MeetingId) -> Result<(Option<Reader>, About)> {
    let (db, now) = (&house.db.reader, house.now());
    let mut details = notice::occasion(db, id, now).await?;
    details.meetings.retain(|meeting| meeting.id == id);
    let open = details.meetings.iter().all(|meeting| meeting.closed_at.is_none());
    let open = open && details.session.state != SessionState::CalledOff;
    Ok((reader::of(db, person, now).await?.filter(|_| open), About::Register { details }))
}

/// About the request of somebody else, for whoever decides.
async fn request(house: &House, decider: PersonId, id: EnrolmentId) -> Result<(Option<Reader>, About)> {
    let db = &house.db.reader;
    let participation = notice::participation(db, id, house.now()).await?;
    let asks = person::find(db, participation.enrolment.person_id).await?;
    let reader = reader::of(db, decider, house.now()).await?;
    Ok((reader, About::Request { participation, asks: Box::new(asks) }))
}

/// Whoever was invited is the only one who may read it: its link lets them in.
async fn invitation(
    house: &House,
    id: EnrolmentId,
    secret: Option<String>,
) -> Result<(Option<Reader>, About)> {
    let db = &house.db.reader;
    let participation = notice::participation(db, id, house.now()).await?;
    let reader = reader::alone(db, participation.enrolment.person_id).await?;
    Ok((reader, About::Invitation { participation, secret }))
}

/// For whom there is no catalogue there are no other dates.
fn without_catalogue(about: About) -> About {
    match about {
        About::CalledOff { participation, entry, .. } => {
            About::CalledOff { participation, entry, others: Vec::new() }
        }
        other => other,
    }
}

/// With the dates that one can still choose; nobody is left when it was corrected since.
async fn missed(house: &House, id: EnrolmentId) -> Result<(Option<Reader>, About)> {
    let (reader, about) = called_off(house, id, None).await?;
    let missed = |about: &About| match about {
        About::CalledOff { participation, .. } => {
            participation.enrolment.outcome == Some(place_table::Outcome::NoShow)
        }
        _ => false,
    };
    Ok((reader.filter(|_| missed(&about)), about))
}

/// With the dates of the workshop that one can choose instead.
async fn called_off(
    house: &House,
    id: EnrolmentId,
    entry: Option<crate::domain::task::Entry>,
) -> Result<(Option<Reader>, About)> {
    let db = &house.db.reader;
    let participation = notice::participation(db, id, house.now()).await?;
    let reader = reader::of(db, participation.enrolment.person_id, house.now()).await?;
    let others = open_dates(house, participation.enrolment.workshop_id).await?;
    Ok((reader, About::CalledOff { participation, entry, others }))
}

async fn of_session(
    house: &House,
    person: PersonId,
    id: SessionId,
    about: impl FnOnce(session::Details) -> About,
) -> Result<(Option<Reader>, About)> {
    let details = session::details(&house.db.reader, id, house.now()).await?;
    Ok((reader::of(&house.db.reader, person, house.now()).await?, about(details)))
}

async fn dates(house: &House, id: WorkshopId, person: PersonId) -> Result<(Option<Reader>, About)> {
    let others = open_dates(house, id).await?;
    let workshop = workshop::find(&house.db.reader, id).await?;
    Ok((reader::of(&house.db.reader, person, house.now()).await?, About::Dates { workshop, others }))
}

/// The dates of a workshop that one can choose now.
async fn open_dates(house: &House, workshop: WorkshopId) -> Result<Vec<session_table::Model>> {
    let open = agenda::Filter { workshop: Some(workshop), open: Some(true), ..agenda::Filter::default() };
    let window = Window { limit: OTHERS, after: None };
    let page = agenda::list(&house.db.reader, &open, &window, house.now()).await?;
    Ok(page.items.into_iter().map(|item| item.session).collect())
}

/// A link that has lapsed, an offer that was answered, and a reminder of what has started or was given up, would
/// only confuse.
fn is_overtaken(task: &task::Model, name: &str, about: &About, now: DateTime<Utc>) -> bool {
    let participation = match about {
        About::SignIn { .. } => return task.created_at + LINK_LASTS <= now,
        About::Training { .. }
        | About::CalledOff { .. }
        | About::Message { .. }
        | About::Deputy { .. }
        | About::Register { .. }
        | About::Hold { .. } => return false,
        About::Request { participation, .. } => {
            return name != "approval-over" && approval::is_over(&participation.details.session, now);
        }
        About::Change { details, before, .. } => {
            let now = |was: &Was| details.meetings.iter().find(|row| row.id == was.meeting).map(Slot::from);
            return before.iter().all(|was| now(was) == was.slot);
        }
        About::Dates { others, .. } => return others.is_empty(),
        About::Evaluation { .. } | About::Pulse { .. } => return false,
        About::Talk { talk, .. } => return conversation_letter::is_overtaken(talk, name, now),
        About::Duty(told) => return told.is_empty(),
        About::Improvement(told) => return told.lines.is_empty(),
        About::Decision { details } => return !decision::is_awaited(&details.session, now),
        About::Invitation { participation, .. } => {
            let over = participation.details.session.ends_at <= now;
            return over || !participation.enrolment.status.alive();
        }
        About::Place { participation, .. } => participation,
    };
    let (status, session) = (participation.enrolment.status, &participation.details.session);
    match name {
        "offer" => status != EnrolmentStatus::Offered,
        "requested" | "asked" => status != EnrolmentStatus::Requested,
        "waiting" | "lot-lost" => {
            let called_off = status == EnrolmentStatus::Withdrawn && session.state == SessionState::CalledOff;
            status == EnrolmentStatus::Declined || called_off
        }
        "reminder" => status != EnrolmentStatus::Confirmed || session.starts_at <= now,
        _ => false,
    }
}
