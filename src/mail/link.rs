//! Where the button of a letter leads.

use super::letter::{About, Matter};
use crate::domain::learning::{notice::Participation, session::Details};

/// Where the button leads.
pub(super) fn of(base: &str, matter: &Matter) -> String {
    // What is over for an outsider, is not there for them any more.
    let over = ["withdrawn", "declined", "called-off", "trainer-released"];
    if matter.outsider && over.contains(&matter.name) {
        format!("{base}/places")
    } else {
        inside(base, matter)
    }
}

fn inside(base: &str, matter: &Matter) -> String {
    let session = |details: &Details| format!("{base}/sessions/{}", details.session.id);
    match &matter.about {
        About::SignIn { secret } | About::Invitation { secret: Some(secret), .. } => {
            format!("{base}/sign-in/link/{secret}")
        }
        About::Request { participation, .. } => {
            format!("{base}/approvals/{}", participation.enrolment.id)
        }
        About::Deputy { .. } => format!("{base}/approvals"),
        About::Hold { held, .. } => format!("{base}/held-seats/{}", held.row.id),
        About::Place { participation, .. } => place(base, matter.name, participation),
        About::Invitation { participation, secret: None } => session(&participation.details),
        About::Training { details, .. } | About::Change { details, .. } | About::Message { details, .. } => {
            session(details)
        }
        About::CalledOff { participation, .. } => {
            format!("{base}/workshops/{}", participation.details.workshop.id)
        }
        About::Dates { workshop, .. } => format!("{base}/workshops/{}", workshop.id),
        About::Decision { details } => format!("{base}/desk/sessions/{}/decision", details.session.id),
        About::Register { details } => match details.meetings.first() {
            Some(meeting) => format!("{base}/desk/meetings/{}/register", meeting.id),
            None => session(details),
        },
        About::Talk { talk, sequence: None } => format!("{base}/conversations/{}/summary", talk.row.id),
        About::Talk { .. } => format!("{base}/summaries"),
        About::Duty(_) if matter.name == "overdue" => format!("{base}/team/assignments"),
        About::Duty(_) => format!("{base}/duties"),
        // One page for each; the letter names them all.
        About::Improvement(told) => match told.lines.first() {
            Some(line) => format!("{base}/improvements/{}", line.id),
            None => format!("{base}/improvements"),
        },
        About::Evaluation { code, .. } => format!("{base}/evaluations/{code}"),
        About::Pulse { code, .. } => format!("{base}/pulse/{code}"),
    }
}

/// By what the letter is about.
fn place(base: &str, name: &str, participation: &Participation) -> String {
    match name {
        "asked" | "offer" => format!("{base}/enrolments/{}", participation.enrolment.id),
        "certified" | "certificate-revoked" => format!("{base}/certificates"),
        "declined" => format!("{base}/workshops/{}", participation.details.workshop.id),
        _ => format!("{base}/sessions/{}", participation.details.session.id),
    }
}
