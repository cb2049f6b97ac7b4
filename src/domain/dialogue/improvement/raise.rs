//! Raising an idea: an employee for the own team, a head for a team below, a facilitator from a conversation, and the programme
//! manager for any team and for what an outside party said.

use chrono::{Days, NaiveDate};
use entity::{
    conversation::{self, ConversationKind},
    conversation_team, department,
    id::*,
    improvement,
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _, QueryTrait as _,
};

use super::{Answer, TEXT, TITLE, sight};
use crate::domain::{
    actor::Actor,
    change::Change,
    dialogue::conversation as conversations,
    error::{Error, Field, Result, all_well},
    event::Improving,
    people::{department as departments, placement},
    working_day::{Calendar, Kind},
};

/// Working days in which an idea is answered.
const ANSWERED_WITHIN: u32 = 20;
/// What is done by then is a quick win.
const QUICK: Days = Days::new(14);

/// What is raised.
#[derive(Clone, Debug, Default)]
pub struct Idea {
    /// Nothing for what an outside party raised.
    pub department: Option<DepartmentId>,
    pub conversation: Option<ConversationId>,
    pub title: String,
    /// May be empty.
    pub text: String,
    /// What it changed, when it was fixed at once.
    pub fixed: Option<String>,
}

/// The teams for which somebody may raise something, and whether also for nobody of the house.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    pub teams: Vec<department::Model>,
    pub outside: bool,
    /// May write down what was fixed at once: it is read by everybody, so a head or a facilitator stands for it.
    pub fixes: bool,
}

/// For which teams somebody may raise something, without or with a conversation.
///
/// # Errors
/// [`Error::Missing`] for a conversation of somebody else.
pub async fn choice(
    db: &impl ConnectionTrait,
    actor: &Actor,
    conversation: Option<ConversationId>,
    today: NaiveDate,
) -> Result<Choice> {
    let all = department::Entity::find().filter(department::Column::EndsOn.is_null());
    let all = all.order_by_asc(department::Column::Name);
    if let Some(id) = conversation {
        let talk = conversations::find(db, actor, id).await?;
        let teams = all.filter(department::Column::Id.in_subquery(teams_of(id))).all(db).await?;
        return Ok(Choice { teams, outside: talk.kind != ConversationKind::Team, fixes: true });
    }
    let Some(person) = sight::insider(actor) else { return Ok(Choice::default()) };
    if actor.may_hear_all() {
        return Ok(Choice { teams: all.all(db).await?, outside: true, fixes: true });
    }
    let own = department::Column::Id.in_subquery(placement::of_somebody(person, today));
    let led = department::Column::Id.is_in(actor.departments.iter().copied());
    let teams = all.filter(sea_orm::Condition::any().add(own).add(led)).all(db).await?;
    Ok(Choice { teams, outside: false, fixes: !actor.departments.is_empty() })
}

fn teams_of(id: ConversationId) -> sea_orm::sea_query::SelectStatement {
    use sea_orm::QuerySelect as _;
    let teams = conversation_team::Entity::find()
        .select_only()
        .column(conversation_team::Column::DepartmentId)
        .filter(conversation_team::Column::ConversationId.eq(id));
    teams.into_query()
}

/// Raises an idea; with what it changed it is done at once.
///
/// # Errors
/// [`Error::Missing`] for a team or conversation that is not the actor's; fields `department`, `title`, `text` and `fixed`.
pub async fn raise(change: &Change, idea: &Idea) -> Result<ImprovementId> {
    may_raise(change, idea, change.policy.day(change.now)).await?;
    put(change, idea).await
}

/// Puts on the board what another part of the house found out, whoever runs into it: an area to the right of this one has seen to it
/// that the actor may.
///
/// # Errors
/// [`Error::Missing`] for a team that is no more; fields `title` and `text`.
pub(in crate::domain) async fn found(change: &Change, idea: &Idea) -> Result<ImprovementId> {
    if let Some(team) = idea.department {
        departments::living(change.db(), team).await?;
    }
    put(change, idea).await
}

async fn put(change: &Change, idea: &Idea) -> Result<ImprovementId> {
    let today = change.policy.day(change.now);
    checked(idea)?;
    let done = idea.fixed.as_ref().map(|_| today);
    let row = improvement::Model {
        id: ImprovementId::new(),
        conversation_id: idea.conversation,
        department_id: idea.department,
        title: one_line(&idea.title),
        text: idea.text.trim().to_owned(),
        raised_on: today,
        raised_by: change.actor.person,
        answer_by: answer_by(change)?,
        quick_until: today + QUICK,
        answer: done.map(|_| Answer::Yes),
        because: None,
        answered_on: done,
        first_answered_on: done,
        answered_by: change.actor.person.filter(|_| done.is_some()),
        owner_id: None,
        due_on: None,
        first_due_on: None,
        done_on: done,
        effect: idea.fixed.as_deref().map(|text| text.trim().to_owned()),
        told_on: None,
        reminded_on: None,
        version: 1,
    };
    let (improvement, department) = (row.id, row.department_id);
    let row = row.into_active_model().reset_all();
    improvement::Entity::insert(row).exec_without_returning(change.db()).await?;
    change.record(Improving::IdeaRaised { improvement, department }.into()).await?;
    if done.is_some() {
        change.record(Improving::ImprovementDone { improvement, quick: true }.into()).await?;
    }
    Ok(improvement)
}

async fn may_raise(change: &Change, idea: &Idea, today: NaiveDate) -> Result<()> {
    let db = change.db();
    let choice = choice(db, &change.actor, idea.conversation, today).await?;
    match idea.department {
        Some(team) if choice.teams.iter().any(|one| one.id == team) => {}
        Some(_) => return Err(Error::Missing("department")),
        None if choice.outside => {}
        None if choice.teams.is_empty() => return Err(Error::Missing("department")),
        None => return Err(Field::new("department", "required").into()),
    }
    let team = idea.department.map(|team| [team]);
    let stands_for_it = idea.conversation.is_some()
        || change.actor.may_hear_all()
        || team.is_some_and(|team| change.actor.leads(&team));
    if idea.fixed.is_some() && !stands_for_it {
        return Err(Field::new("fixed", "not-a-choice").into());
    }
    if let Some(team) = idea.department {
        departments::living(db, team).await?;
    }
    Ok(())
}

fn checked(idea: &Idea) -> Result<()> {
    let mut wrong: Vec<_> = words("title", &idea.title, TITLE).err().into_iter().collect();
    if idea.text.trim().chars().count() > TEXT {
        wrong.push(Field::new("text", "too-long").with("max", TEXT));
    }
    if let Some(effect) = &idea.fixed {
        wrong.extend(words("fixed", effect, TEXT).err());
    }
    all_well(wrong)
}

/// A text that must be there.
pub(super) fn words(name: &'static str, text: &str, most: usize) -> std::result::Result<String, Field> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Field::new(name, "required"));
    }
    if text.chars().count() > most {
        return Err(Field::new(name, "too-long").with("max", most));
    }
    Ok(text.to_owned())
}

/// A title stands in the subject of letters.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn answer_by(change: &Change) -> Result<NaiveDate> {
    let calendar = Calendar::new(change.policy.calendar.clone(), change.policy.zone);
    let day = calendar.due(change.now, ANSWERED_WITHIN, Kind::Service);
    day.ok_or_else(|| Field::new("title", "year").with("first", 2014).with("last", 2199).into())
}

/// The conversation, when it is one from which the actor may raise something.
///
/// # Errors
/// [`Error::Missing`].
pub async fn conversation(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: ConversationId,
) -> Result<conversation::Model> {
    conversations::find(db, actor, id).await
}
