//! Somebody in a register, and one mark that a page sends by itself.

use chrono::{DateTime, Utc};
use entity::{
    attendance::{self as table, Mark, Source},
    enrolment::{EnrolmentStatus, Outcome},
    id::{EnrolmentId, MeetingId},
};
use http::StatusCode;
use poem::{
    IntoResponse as _, Response, handler,
    web::{Json, Path},
};
use serde::Serialize;

use super::participant_line::{Line, Offices};
use crate::{
    domain::{
        error::{Error, Field, Result},
        learning::attendance::{self, Noted},
    },
    web::{
        context::Context,
        error::{problems, refusal},
        form::Form,
        sentence::Sentence,
    },
};

/// Somebody who is expected.
#[derive(Clone, Debug, Serialize)]
pub struct Marked {
    line: Line,
    /// The mark that holds; empty when there is none.
    held: &'static str,
    /// When they checked in themselves, if that is the mark that holds.
    checked_in: Option<DateTime<Utc>>,
    /// Everything that was marked, the oldest first; nothing when there is one mark or none.
    past: Vec<Past>,
    outcome: Option<Outcome>,
}

/// A mark, then.
#[derive(Clone, Debug, Serialize)]
struct Past {
    mark: &'static str,
    at: DateTime<Utc>,
    /// Nobody: a program, or the house itself.
    who: Option<String>,
    reason: Option<String>,
}

impl Marked {
    pub(super) fn new(
        line: &attendance::Line,
        past: Vec<(table::Model, Option<String>)>,
        offices: &Offices,
    ) -> Self {
        let held = line.held.as_ref();
        let by_themselves = held.filter(|held| held.source == Source::CheckIn);
        let past = past.into_iter().map(|(row, who)| Past {
            mark: row.mark.code(),
            at: row.marked_at,
            who,
            reason: row.reason,
        });
        Self {
            line: Line::new(&line.enrolment, &line.person, offices),
            held: held.map_or("", |held| held.mark.code()),
            checked_in: by_themselves.map(|held| held.marked_at),
            past: past.collect(),
            outcome: line.enrolment.outcome,
        }
    }

    pub(super) fn is_marked(&self) -> bool {
        !self.held.is_empty()
    }

    /// For samples.
    pub(super) fn sample(name: &str, held: &'static str) -> Self {
        let at = DateTime::from_timestamp(1_772_700_000, 0).unwrap_or_default();
        let past = |mark, reason: Option<&str>| Past {
            mark,
            at,
            who: reason.map(|_| "Tess Vos".into()),
            reason: reason.map(str::to_owned),
        };
        Self {
            line: Line::sample(name, EnrolmentStatus::Confirmed),
            held,
            checked_in: (held == "present").then_some(at),
            past: if held == "absent" {
                vec![past("present", None), past("absent", Some("Kwam niet terug na de pauze"))]
            } else {
                Vec::new()
            },
            outcome: (held == "absent").then_some(Outcome::NoShow),
        }
    }
}

/// What became of one mark, for the page that sent it.
#[derive(Serialize)]
struct Answer {
    /// Whether it holds.
    saved: bool,
    /// What holds now, if the answer knows.
    held: Option<&'static str>,
    text: String,
}

/// Keeps one mark as soon as it is made. The page may send it much later, when there was no network: a mark that somebody else
/// made meanwhile stays, and is told.
#[handler]
pub async fn note(cx: Context, Path(id): Path<MeetingId>, form: Form) -> poem::Result<Response> {
    let (status, answer) = match marked(&cx, id, &form).await {
        Ok(answer) if answer.saved => (StatusCode::OK, answer),
        Ok(answer) => (StatusCode::CONFLICT, answer),
        Err(Error::Refused(no)) => (StatusCode::CONFLICT, unsaved(refusal(&cx, &no))),
        Err(Error::Invalid(fields)) => (StatusCode::UNPROCESSABLE_ENTITY, unsaved(problems(&cx, &fields))),
        Err(other) => return Err(other.into()),
    };
    Ok(Json(answer).with_status(status).into_response())
}

fn unsaved(text: String) -> Answer {
    Answer { saved: false, held: None, text }
}

async fn marked(cx: &Context, id: MeetingId, form: &Form) -> Result<Answer> {
    // Made in this browser by somebody who was signed in before: theirs to send, when they are back.
    if form.has("who") && form.text("who") != cx.me()?.to_string() {
        return Err(Error::Forbidden);
    }
    let enrolment: Option<EnrolmentId> = form.text("enrolment").parse().ok();
    let wanted = enrolment.zip(Mark::from_code(form.text("mark")));
    let Some(wanted) = wanted else {
        attendance::may_keep(cx.db(), cx.actor(), id).await?;
        return Err(Field::new("marks", "unknown").into());
    };
    let seen = Mark::from_code(form.text("was"));
    let noted = cx
        .write_once(form, |change| async move { attendance::note(&change, id, wanted, seen).await })
        .await?;
    Ok(match noted {
        Noted::Saved => Answer {
            saved: true,
            held: Some(wanted.1.code()),
            text: cx.say(&Sentence::new("register-saved").with("time", cx.dates().clock(cx.now()))),
        },
        Noted::Overtaken { held, at } => {
            Answer { saved: false, held: Some(held.code()), text: overtaken(cx, held, at) }
        }
    })
}

fn overtaken(cx: &Context, held: Mark, at: DateTime<Utc>) -> String {
    let mark = cx.say(&Sentence::new(match held {
        Mark::Present => "register-mark-present",
        Mark::Partly => "register-mark-partly",
        Mark::Absent => "register-mark-absent",
        Mark::Excused => "register-mark-excused",
    }));
    cx.say(&Sentence::new("register-overtaken").with("time", cx.dates().clock(at)).with("mark", mark))
}
