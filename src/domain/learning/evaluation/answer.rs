//! Answering. In one transaction the invitation is spent and the answer written; nothing else is, so that nothing says which belong
//! together: no event, no time, no key of a second press.

use entity::{
    evaluation::{self, EvaluationKind as Kind},
    evaluation_answer::{self as answer, Applied},
    evaluation_invitation as invitation, evaluation_remark as remark,
    id::*,
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, ExprTrait as _, QueryFilter as _, Set, sea_query::Expr};

use super::link::{self, Standing};
use crate::domain::{
    change::Change,
    error::{Field, Result, all_well},
};

/// The best and the worst that one can say.
pub const SCORES: std::ops::RangeInclusive<i32> = 1..=5;
/// The longest remark, in characters.
pub const REMARK_LENGTH: usize = 1_000;

/// What helped or hindered in applying what was learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    HelpedPractice,
    HelpedTime,
    HelpedHead,
    HelpedColleagues,
    HinderedTime,
    HinderedRules,
    HinderedSupport,
    HinderedForgotten,
}

impl Reason {
    /// Every reason: first what helped, then what hindered.
    pub const ALL: [Self; 8] = [
        Self::HelpedPractice,
        Self::HelpedTime,
        Self::HelpedHead,
        Self::HelpedColleagues,
        Self::HinderedTime,
        Self::HinderedRules,
        Self::HinderedSupport,
        Self::HinderedForgotten,
    ];

    /// As it is stored and sent.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::HelpedPractice => "helped-practice",
            Self::HelpedTime => "helped-time",
            Self::HelpedHead => "helped-head",
            Self::HelpedColleagues => "helped-colleagues",
            Self::HinderedTime => "hindered-time",
            Self::HinderedRules => "hindered-rules",
            Self::HinderedSupport => "hindered-support",
            Self::HinderedForgotten => "hindered-forgotten",
        }
    }

    /// Whether it is about what helped.
    #[must_use]
    pub const fn helped(self) -> bool {
        matches!(self, Self::HelpedPractice | Self::HelpedTime | Self::HelpedHead | Self::HelpedColleagues)
    }

    /// The reason with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// The closed answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// On the day of closing, each from 1 to 5.
    AfterClosing { useful: i32, clear: i32, recommend: i32 },
    /// After twelve weeks.
    AfterTwelveWeeks { applied: Applied, reasons: Vec<Reason> },
}

/// What somebody answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub said: Said,
    /// In own words; may be empty.
    pub remark: String,
}

impl Said {
    const fn kind(&self) -> Kind {
        match self {
            Self::AfterClosing { .. } => Kind::AfterClosing,
            Self::AfterTwelveWeeks { .. } => Kind::AfterTwelveWeeks,
        }
    }
}

/// Gives an answer. Returns how the link stood before: only with [`Standing::Open`] was anything written.
///
/// # Errors
/// [`Missing`](crate::domain::error::Error::Missing) for a code that we never gave; fields `useful`, `clear` and `recommend`
/// outside 1 to 5, `remark` when it is too long, `applied` when other questions were asked.
pub async fn give(change: &Change, code: &str, given: &Answer) -> Result<Standing> {
    let found = link::find(change.db(), code).await?;
    let standing = found.standing(change.policy.day(change.now));
    let (Standing::Open, Some(invited)) = (standing, &found.invitation) else { return Ok(standing) };
    check(given, found.evaluation.kind)?;
    // The round first: whoever sorts the answers at night holds it too.
    let round = &found.evaluation;
    evaluation::Entity::update_many()
        .col_expr(evaluation::Column::Answered, Expr::col(evaluation::Column::Answered).add(1))
        .filter(evaluation::Column::Id.eq(round.id))
        .exec(change.db())
        .await?;
    let spent = invitation::Entity::update_many()
        .col_expr(invitation::Column::Answered, Expr::value(true))
        .filter(invitation::Column::Id.eq(invited.id))
        .filter(invitation::Column::Answered.eq(false))
        .exec(change.db())
        .await?;
    if spent.rows_affected == 0 {
        uncount(change, round.id).await?;
        return Ok(Standing::Answered);
    }
    answer::Entity::insert(row(round, given)).exec_without_returning(change.db()).await?;
    let text = given.remark.trim();
    if !text.is_empty() {
        remark::Entity::insert(remark(round, text)).exec_without_returning(change.db()).await?;
    }
    Ok(Standing::Open)
}

async fn uncount(change: &Change, id: EvaluationId) -> Result<()> {
    evaluation::Entity::update_many()
        .col_expr(evaluation::Column::Answered, Expr::col(evaluation::Column::Answered).sub(1))
        .filter(evaluation::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    Ok(())
}

fn check(given: &Answer, kind: Kind) -> Result<()> {
    let mut wrong = Vec::new();
    if given.said.kind() != kind {
        wrong.push(Field::new("applied", "not-a-choice"));
    }
    if let Said::AfterClosing { useful, clear, recommend } = given.said {
        for (name, score) in [("useful", useful), ("clear", clear), ("recommend", recommend)] {
            if !SCORES.contains(&score) {
                wrong.push(Field::new(name, "not-a-choice"));
            }
        }
    }
    if given.remark.trim().chars().count() > REMARK_LENGTH {
        wrong.push(Field::new("remark", "too-long").with("max", REMARK_LENGTH));
    }
    all_well(wrong)
}

fn row(round: &evaluation::Model, given: &Answer) -> answer::ActiveModel {
    let (mut scores, mut applied, mut reasons) = ([None; 3], None, String::new());
    match &given.said {
        Said::AfterClosing { useful, clear, recommend } => {
            scores = [Some(*useful), Some(*clear), Some(*recommend)];
        }
        Said::AfterTwelveWeeks { applied: one, reasons: all } => {
            applied = Some(*one);
            let chosen = Reason::ALL.into_iter().filter(|reason| all.contains(reason));
            reasons = chosen.map(Reason::code).collect::<Vec<_>>().join(",");
        }
    }
    let [useful, clear, recommend] = scores;
    answer::ActiveModel {
        id: Set(EvaluationAnswerId::by_chance()),
        workshop_id: Set(round.workshop_id),
        kind: Set(round.kind),
        useful: Set(useful),
        clear: Set(clear),
        recommend: Set(recommend),
        applied: Set(applied),
        reasons: Set(reasons),
        released_on: Set(None),
    }
}

fn remark(round: &evaluation::Model, text: &str) -> remark::ActiveModel {
    remark::ActiveModel {
        id: Set(EvaluationRemarkId::by_chance()),
        workshop_id: Set(round.workshop_id),
        kind: Set(round.kind),
        text: Set(text.to_owned()),
        released_on: Set(None),
    }
}
