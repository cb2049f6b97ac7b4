//! Letters about evaluations and the pulse: to the person alone, since their link answers in their name without asking for it; and a reminder that
//! leaves no trace, since whoever reads whom was reminded would know who had not answered.

use entity::id::{EvaluationInvitationId, PulseInvitationId};

use super::worker::Done;
use crate::{
    domain::{
        adoption::pulse,
        change::House,
        error::{Error, Result},
        learning::evaluation::link,
        people::reader::{self, Reader},
        task::UNTRACED,
    },
    mail::{
        letter::{About, Matter},
        transport::Outcome,
    },
};

/// What is asked, and whom; nobody who has no address of their own: they answer on the first page.
///
/// # Errors
/// [`Error::Missing`] when there is nothing to ask any more.
pub(super) async fn question(house: &House, id: EvaluationInvitationId) -> Result<(Option<Reader>, About)> {
    let db = &house.db.reader;
    let open = link::of_invitation(db, id, house.policy.day(house.now())).await?;
    let (person, found, code) = open.ok_or(Error::Missing("evaluation"))?;
    let about = About::Evaluation { workshop: found.workshop, closes_on: found.evaluation.closes_on, code };
    Ok((reader::alone(db, person).await?, about))
}

/// As [`question`], of the pulse.
///
/// # Errors
/// [`Error::Missing`] when there is nothing to ask any more.
pub(super) async fn pulse(house: &House, id: PulseInvitationId) -> Result<(Option<Reader>, About)> {
    let db = &house.db.reader;
    let open = pulse::link::of_invitation(db, id, house.policy.day(house.now())).await?;
    let (person, waiting) = open.ok_or(Error::Missing("pulse"))?;
    let about = About::Pulse { closes_on: waiting.closes_on, code: waiting.code };
    Ok((reader::alone(db, person).await?, about))
}

/// Whether the house keeps nothing of this letter.
pub(super) fn leaves_no_trace(matter: &Matter) -> bool {
    UNTRACED.contains(&matter.name)
}

/// What became of it, without a copy, and without a name on the list of what could not be mailed.
pub(super) fn untraced(outcome: Outcome) -> Done {
    match outcome {
        Outcome::Sent | Outcome::Never { .. } => Done::Nothing,
        // What a mail server says repeats the address, and stands on a list.
        Outcome::Later(_) | Outcome::Unknown(_) => Done::Again("the mail server does not take it now".into()),
    }
}
