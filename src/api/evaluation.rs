//! What people answered about workshops, with the thresholds of the pages. What they wrote is read there only.

use entity::id::WorkshopId;
use poem_openapi::{Enum, Object, OpenApi, param::Path, payload::Json};
use uuid::Uuid;

use super::{caller::Caller, problem::Problem, service::Tag};
use crate::domain::learning::evaluation::result::{self, Part, Released, Share};

/// What participants of a workshop answered, all its runs together.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct Evaluation {
    pub workshop_id: Uuid,
    /// Asked on the day on which the last register of a session closed.
    pub after_closing: EvaluationPart,
    /// Asked twelve weeks after the last meeting.
    pub after_twelve_weeks: EvaluationPart,
}

/// The answers of one kind.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct EvaluationPart {
    /// How many people were asked.
    pub invited: i64,
    /// How many had answered when the day began.
    pub answered: i64,
    /// How many answers the shares are of: at least 5, or 0. New ones are added 5 or more at a time.
    pub shown: i64,
    /// How many answers are wanted before there are shares.
    pub missing: i64,
    /// Empty as long as there are too few answers.
    pub questions: Vec<EvaluationQuestion>,
    /// Between which shares of everybody who was asked the share that applied it lies; null when that was not asked.
    pub band: Option<EvaluationBand>,
}

/// One question.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct EvaluationQuestion {
    /// `useful`, `clear`, `recommend`, `applied`, `helped` or `hindered`.
    pub question: String,
    pub answers: Vec<EvaluationAnswer>,
}

/// How often one answer was given.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct EvaluationAnswer {
    /// `1` to `5`, or the code of what was chosen.
    pub answer: String,
    pub share: EvaluationShare,
}

/// A share of the answers.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct EvaluationShare {
    /// Whole percents; null where it is hidden.
    pub percent: Option<i64>,
    /// With fewer than 20 answers nobody and everybody are hidden behind this; null where the percentage is given.
    pub hidden: Option<HiddenShare>,
}

/// What a hidden share is.
#[derive(Debug, Enum)]
pub enum HiddenShare {
    #[oai(rename = "under-10")]
    Under10,
    #[oai(rename = "over-90")]
    Over90,
}

/// As if all who did not answer had said no, and as if all had said yes.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct EvaluationBand {
    pub lowest: EvaluationShare,
    pub highest: EvaluationShare,
}

impl From<Share> for EvaluationShare {
    fn from(share: Share) -> Self {
        match share {
            Share::Percent(percent) => Self { percent: Some(percent), hidden: None },
            Share::Few => Self { percent: None, hidden: Some(HiddenShare::Under10) },
            Share::Most => Self { percent: None, hidden: Some(HiddenShare::Over90) },
        }
    }
}

impl From<Part> for EvaluationPart {
    fn from(part: Part) -> Self {
        Self {
            invited: part.invited,
            answered: part.answered,
            shown: part.released.as_ref().map_or(0, Released::answers),
            missing: part.missing(),
            questions: part.released.as_ref().map(questions).unwrap_or_default(),
            band: part
                .band()
                .map(|(lowest, highest)| EvaluationBand { lowest: lowest.into(), highest: highest.into() }),
        }
    }
}

fn questions(released: &Released) -> Vec<EvaluationQuestion> {
    let answer = |(code, count): &(String, i64)| EvaluationAnswer {
        answer: code.clone(),
        share: Share::of(*count, released.answers()).into(),
    };
    let question = |one: &result::Question| EvaluationQuestion {
        question: one.name.to_owned(),
        answers: one.options.iter().map(answer).collect(),
    };
    released.questions().iter().map(question).collect()
}

/// The operations on evaluations.
pub struct Evaluations;

#[OpenApi(tag = "Tag::Evaluations")]
impl Evaluations {
    /// What participants of a workshop thought of it.
    #[oai(path = "/workshops/:id/evaluation", method = "get", operation_id = "show-evaluation")]
    async fn show(&self, caller: Caller, id: Path<Uuid>) -> Result<Json<Evaluation>, Problem> {
        let results = result::of(&caller.house.db.reader, &caller.actor, WorkshopId(id.0)).await?;
        Ok(Json(Evaluation {
            workshop_id: results.workshop.id.0,
            after_closing: results.after_closing.into(),
            after_twelve_weeks: results.after_twelve_weeks.into(),
        }))
    }
}
