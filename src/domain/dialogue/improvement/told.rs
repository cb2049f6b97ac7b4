//! What letters about improvements tell: what is true when they leave.

use chrono::NaiveDate;
use entity::{id::*, improvement};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
};
use serde::Serialize;

use super::{Improvement, Step, board};
use crate::domain::error::Result;

/// What a letter tells. Empty: there is nothing left to tell.
#[derive(Clone, Debug, Serialize)]
pub struct Told {
    pub lines: Vec<Line>,
}

/// One improvement.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    pub id: ImprovementId,
    pub title: String,
    pub team: Option<String>,
    pub step: Step,
    /// Why not, or why later.
    pub because: Option<String>,
    pub answer_by: NaiveDate,
    pub due: Option<NaiveDate>,
    pub effect: Option<String>,
}

impl Told {
    /// With every text made fit for a subject.
    #[must_use]
    pub fn tidied(&self, tidy: impl Fn(&str) -> String) -> Self {
        let line = |line: &Line| Line {
            title: tidy(&line.title),
            team: line.team.as_deref().map(&tidy),
            because: line.because.as_deref().map(&tidy),
            effect: line.effect.as_deref().map(&tidy),
            ..line.clone()
        };
        Self { lines: self.lines.iter().map(line).collect() }
    }
}

/// Of these, those that still wait for an answer.
///
/// # Errors
/// When the database fails.
pub async fn to_answer(db: &impl ConnectionTrait, ids: &[ImprovementId], today: NaiveDate) -> Result<Told> {
    read(db, ids, Step::Idea.holds(), today).await
}

/// Of these, those that this person still has to do.
///
/// # Errors
/// When the database fails.
pub async fn to_do(
    db: &impl ConnectionTrait,
    person: PersonId,
    ids: &[ImprovementId],
    today: NaiveDate,
) -> Result<Told> {
    let own = Condition::all().add(improvement::Column::OwnerId.eq(person));
    read(db, ids, own.add(Step::Agreed.holds()), today).await
}

/// One that was answered, or done.
///
/// # Errors
/// When the database fails.
pub async fn news(db: &impl ConnectionTrait, id: ImprovementId, today: NaiveDate) -> Result<Told> {
    let said = Condition::all().add(improvement::Column::Answer.is_not_null());
    read(db, &[id], said, today).await
}

async fn read(
    db: &impl ConnectionTrait,
    ids: &[ImprovementId],
    wanted: Condition,
    today: NaiveDate,
) -> Result<Told> {
    let rows = improvement::Entity::find()
        .filter(improvement::Column::Id.is_in(ids.iter().copied()))
        .filter(wanted)
        .order_by_asc(improvement::Column::AnswerBy)
        .order_by_asc(improvement::Column::Id);
    let rows: Vec<Improvement> = rows.all(db).await?;
    let items = board::items(db, rows, true, today).await?;
    let line = |item: board::Item| Line {
        id: item.row.id,
        step: Step::of(&item.row),
        title: item.row.title,
        team: item.team,
        because: item.row.because,
        answer_by: item.row.answer_by,
        due: item.row.due_on,
        effect: item.row.effect,
    };
    Ok(Told { lines: items.into_iter().map(line).collect() })
}
