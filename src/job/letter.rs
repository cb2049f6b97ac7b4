//! A letter task: reads what is true now, writes the letter and hands it over.

use chrono::{DateTime, Utc};
use entity::{enrolment::EnrolmentStatus, task};

use super::{Post, worker::Done};
use crate::{
    domain::{
        change::House,
        error::{Error, Result},
        learning::notice,
        people::{
            reader::{self, Reader},
            sign_in::LINK_LASTS,
        },
        task::Letter,
    },
    mail::{
        letter::{About, Matter, write},
        transport::Outcome,
    },
};

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
    Ok(match post.transport.deliver(task.id, &written.message).await {
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
async fn matter(house: &House, task: &task::Model, letter: Letter) -> Result<Option<Matter>> {
    let (db, now, name) = (&house.db.reader, house.now(), letter.name());
    let (reader, about) = match letter {
        Letter::SignIn { person, secret } => (reader::alone(db, person).await?, About::SignIn { secret }),
        Letter::Confirmed { enrolment, entry } | Letter::MovedUp { enrolment, entry } => {
            place(house, enrolment, Some(entry)).await?
        }
        Letter::Withdrawn { enrolment, entry } => place(house, enrolment, entry).await?,
        Letter::Waiting { enrolment } | Letter::Offer { enrolment } | Letter::Reminder { enrolment } => {
            place(house, enrolment, None).await?
        }
        Letter::TrainerInvited { person, entry } | Letter::TrainerReleased { person, entry } => {
            let details = notice::occasion(db, entry.meeting).await?;
            (reader::of(db, person, now).await?, About::Training { details, entry })
        }
    };
    if is_overtaken(task, name, &about, now) {
        return Ok(None);
    }
    Ok(reader.map(|reader| Matter { id: task.id, name, reader, about, asked_at: task.created_at, now }))
}

async fn place(
    house: &House,
    id: entity::id::EnrolmentId,
    entry: Option<crate::domain::task::Entry>,
) -> Result<(Option<Reader>, About)> {
    let participation = notice::participation(&house.db.reader, id).await?;
    let reader = reader::of(&house.db.reader, participation.enrolment.person_id, house.now()).await?;
    Ok((reader, About::Place { participation, entry }))
}

/// A link that has lapsed, an offer that was answered, and a reminder of what has started or was given up, would
/// only confuse.
fn is_overtaken(task: &task::Model, name: &str, about: &About, now: DateTime<Utc>) -> bool {
    let participation = match about {
        About::SignIn { .. } => return task.created_at + LINK_LASTS <= now,
        About::Training { .. } => return false,
        About::Place { participation, .. } => participation,
    };
    let (status, session) = (participation.enrolment.status, &participation.details.session);
    match name {
        "offer" => status != EnrolmentStatus::Offered,
        "reminder" => status != EnrolmentStatus::Confirmed || session.starts_at <= now,
        _ => false,
    }
}
