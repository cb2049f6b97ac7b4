//! The steps of an improvement: answered, agreed on, done; and its words written anew. Each says which version it is about, so
//! that two who change at once see it.

use chrono::{Days, NaiveDate};
use entity::{
    id::*,
    improvement,
    person::{self, PersonKind},
};
use sea_orm::{ActiveModelTrait as _, EntityTrait as _, IntoActiveModel as _, QuerySelect as _, Set};

use super::{
    Answer, Improvement, Step, TEXT, TITLE, is_quick, notice,
    raise::{one_line, words},
    sight,
};
use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result, all_well},
    event::Improving,
    people::person::employed,
};

/// An owner is reminded so long before the day.
pub(super) const BEFORE: Days = Days::new(7);

/// What is said to an idea.
#[derive(Clone, Debug)]
pub enum Reply {
    Yes,
    /// With why not.
    No(String),
    /// With why not now. It stays on the list, and can be answered again.
    Later(String),
}

/// Answers an idea, also one that was put off; the team is told.
///
/// # Errors
/// [`Error::Missing`] unless the actor answers it; [`Refusal::ChangedMeanwhile`] for another version than there is;
/// [`Refusal::NotPossibleNow`] when it was answered already; field `because`.
pub async fn answer(change: &Change, id: ImprovementId, version: i32, reply: &Reply) -> Result<()> {
    let row = open(change, id, version, sight::answers).await?;
    if !matches!(Step::of(&row), Step::Idea | Step::Later) {
        return Err(Refusal::NotPossibleNow.into());
    }
    let (answer, because) = match reply {
        Reply::Yes => (Answer::Yes, None),
        Reply::No(why) => (Answer::No, Some(words("because", why, TEXT)?)),
        Reply::Later(why) => (Answer::Later, Some(words("because", why, TEXT)?)),
    };
    let today = change.policy.day(change.now);
    let row = Improvement { because, ..answered(change, row, answer) };
    let row = Improvement { told_on: Some(today), ..row };
    change.record(Improving::IdeaAnswered { improvement: id, answer: answer.code() }.into()).await?;
    notice::answered(change, &row).await?;
    keep(change, row).await
}

/// Agrees on who does it and by when; also another owner, or a later day. An idea that waited for an answer gets it with this.
///
/// # Errors
/// As [`answer`]; fields `owner` for who does not work here, `due` for a day in the past or before the one agreed on.
pub async fn agree(
    change: &Change,
    id: ImprovementId,
    version: i32,
    (owner, due): (PersonId, NaiveDate),
) -> Result<()> {
    let row = open(change, id, version, sight::answers).await?;
    if matches!(Step::of(&row), Step::Done | Step::No) {
        return Err(Refusal::NotPossibleNow.into());
    }
    let today = change.policy.day(change.now);
    works_here(change, owner, today).await?;
    let row = moved(row, due, today)?;
    let told = row.answer != Some(Answer::Yes);
    let row = if told { answered(change, row, Answer::Yes) } else { row };
    let is_new = row.owner_id != Some(owner);
    let row = Improvement { owner_id: Some(owner), ..row };
    if told {
        change.record(Improving::IdeaAnswered { improvement: id, answer: Answer::Yes.code() }.into()).await?;
        notice::answered(change, &row).await?;
    }
    agreed(change, &row).await?;
    if is_new {
        notice::owned(change, &row).await?;
    }
    keep(change, row).await
}

/// Moves the day, later: by who does it or who answered it. What the day was first is kept: that it moved counts once.
///
/// # Errors
/// As [`agree`]; [`Refusal::NotPossibleNow`] for what is not agreed on.
pub async fn move_day(change: &Change, id: ImprovementId, version: i32, due: NaiveDate) -> Result<()> {
    let row = open(change, id, version, |actor, row| sight::answers(actor, row) || sight::owns(actor, row));
    let row = row.await?;
    if Step::of(&row) != Step::Agreed {
        return Err(Refusal::NotPossibleNow.into());
    }
    if row.due_on == Some(due) {
        return Err(Field::new("due", "only-later").into());
    }
    let row = moved(row, due, change.policy.day(change.now))?;
    agreed(change, &row).await?;
    keep(change, row).await
}

/// Says that it is done and what it changed; the team is told. Who answers ideas may say so at any step.
///
/// # Errors
/// As [`answer`]; field `effect`.
pub async fn finish(change: &Change, id: ImprovementId, version: i32, effect: &str) -> Result<()> {
    let row = open(change, id, version, |actor, row| sight::answers(actor, row) || sight::owns(actor, row));
    let row = row.await?;
    if matches!(Step::of(&row), Step::Done | Step::No) {
        return Err(Refusal::NotPossibleNow.into());
    }
    let effect = words("effect", effect, TEXT)?;
    let today = change.policy.day(change.now);
    let row = if row.answer == Some(Answer::Yes) { row } else { answered(change, row, Answer::Yes) };
    let row = Improvement { done_on: Some(today), effect: Some(effect), told_on: Some(today), ..row };
    let quick = is_quick(&row);
    change.record(Improving::ImprovementDone { improvement: id, quick }.into()).await?;
    notice::done(change, &row).await?;
    keep(change, row).await
}

/// Writes the words of an idea anew: who answers it takes out a name, for example.
///
/// # Errors
/// As [`answer`]; fields `title` and `text`.
pub async fn rewrite(
    change: &Change,
    id: ImprovementId,
    version: i32,
    (title, text): (&str, &str),
) -> Result<()> {
    let row = open(change, id, version, sight::answers).await?;
    let mut wrong: Vec<_> = words("title", title, TITLE).err().into_iter().collect();
    if text.trim().chars().count() > TEXT {
        wrong.push(Field::new("text", "too-long").with("max", TEXT));
    }
    all_well(wrong)?;
    change.record(Improving::ImprovementRewritten { improvement: id }.into()).await?;
    keep(change, Improvement { title: one_line(title), text: text.trim().to_owned(), ..row }).await
}

/// The row, locked, for who may do this with it.
async fn open(
    change: &Change,
    id: ImprovementId,
    version: i32,
    may: impl Fn(&crate::domain::actor::Actor, &Improvement) -> bool,
) -> Result<Improvement> {
    let row = improvement::Entity::find_by_id(id).lock_exclusive().one(change.db()).await?;
    let row = row.filter(|row| may(&change.actor, row)).ok_or(Error::Missing("improvement"))?;
    if row.version == version { Ok(row) } else { Err(Refusal::ChangedMeanwhile.into()) }
}

fn answered(change: &Change, row: Improvement, answer: Answer) -> Improvement {
    let today = change.policy.day(change.now);
    Improvement {
        answer: Some(answer),
        because: None,
        answered_on: Some(today),
        first_answered_on: row.first_answered_on.or(Some(today)),
        answered_by: change.actor.person,
        told_on: Some(today),
        reminded_on: None,
        ..row
    }
}

/// With another day. Who gets little time is not reminded at once.
fn moved(row: Improvement, due: NaiveDate, today: NaiveDate) -> Result<Improvement> {
    if row.due_on == Some(due) {
        return Ok(row);
    }
    if due < today {
        return Err(Field::new("due", "in-the-past").into());
    }
    if row.due_on.is_some_and(|day| due < day) {
        return Err(Field::new("due", "only-later").into());
    }
    let soon = due <= today + BEFORE;
    Ok(Improvement {
        due_on: Some(due),
        first_due_on: row.first_due_on.or(Some(due)),
        reminded_on: soon.then_some(today),
        ..row
    })
}

async fn works_here(change: &Change, id: PersonId, today: NaiveDate) -> Result<()> {
    let found = person::Entity::find_by_id(id).one(change.db()).await?;
    let here = |one: &person::Model| one.kind == PersonKind::Staff && employed(one, today);
    if found.as_ref().is_some_and(here) { Ok(()) } else { Err(Field::new("owner", "deputy-not-here").into()) }
}

async fn agreed(change: &Change, row: &Improvement) -> Result<()> {
    let moved = row.due_on != row.first_due_on;
    change.record(Improving::ImprovementAgreed { improvement: row.id, moved }.into()).await
}

async fn keep(change: &Change, row: Improvement) -> Result<()> {
    let version = row.version + 1;
    let mut row = row.into_active_model().reset_all();
    row.version = Set(version);
    row.update(change.db()).await?;
    Ok(())
}
