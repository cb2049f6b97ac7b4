//! Planning a conversation, changing it, calling it off. Whoever works in its teams hears of each.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use entity::{
    conversation::{self, ConversationKind},
    conversation_team,
    id::*,
    person,
    role::{self, RoleKind},
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _, Set,
};

use super::{Conversation, locked, told};
use crate::domain::{
    change::Change,
    dialogue::unit::units,
    error::{Error, Field, Refusal, Result, all_well},
    event::Talking,
    people::department,
    task::Letter,
};

/// Characters of a place, a partner or a service area.
pub const LENGTH: usize = 200;
/// The shortest and the longest conversation, in minutes.
pub const MINUTES: (i32, i32) = (15, 480);
/// More teams than fit in a room.
const MOST_TEAMS: usize = 40;

/// What is planned.
#[derive(Clone, Debug)]
pub struct Plan {
    pub kind: ConversationKind,
    /// At least one for our own people; with a party from outside there may be none.
    pub teams: Vec<DepartmentId>,
    /// Who comes from outside; of no meaning for our own teams.
    pub partner: String,
    pub service_area: String,
    pub starts_at: DateTime<Utc>,
    pub minutes: i32,
    pub place: String,
    /// Who holds it; whoever is not the programme manager plans for themselves.
    pub facilitator: Option<PersonId>,
}

impl Plan {
    /// A text that only a conversation with a party from outside has.
    fn outside(&self, text: &str) -> Option<String> {
        let outside = self.kind != ConversationKind::Team;
        Some(text.trim().to_owned()).filter(|text| outside && !text.is_empty())
    }
}

/// Plans a conversation.
///
/// # Errors
/// [`Error::Forbidden`] for who holds none; fields `teams`, `partner`, `place`, `minutes`, `facilitator`.
pub async fn plan(change: &Change, plan: &Plan) -> Result<ConversationId> {
    let id = ConversationId::new();
    let facilitator = checked(change, plan).await?;
    let row = conversation::Model {
        id,
        kind: plan.kind,
        starts_at: plan.starts_at,
        minutes: plan.minutes,
        place: plan.place.trim().to_owned(),
        partner: plan.outside(&plan.partner),
        service_area: plan.outside(&plan.service_area),
        facilitator_id: Some(facilitator),
        called_off_at: None,
        held_on: None,
        participants: None,
        lasted: None,
        version: 0,
        summary: String::new(),
        released_at: None,
        corrected_at: None,
        erased_on: None,
    };
    let set = row.clone().into_active_model().reset_all();
    conversation::Entity::insert(set).exec_without_returning(change.db()).await?;
    put(change, id, &plan.teams).await?;
    let people = concerned(change, &row, &plan.teams).await?;
    told::tell(change, id, &people, |person| Letter::ConversationPlanned {
        person,
        conversation: id,
        sequence: 0,
    })
    .await?;
    change.record(Talking::ConversationPlanned { conversation: id, people: people.len() }.into()).await?;
    Ok(id)
}

/// Plans it otherwise. Who comes to it hears that it was planned, who no longer does that it was called off, and everybody else
/// that it was moved when time or place changed.
///
/// # Errors
/// As [`plan`]; [`Error::Missing`]; [`Refusal::NotPossibleNow`] once it was held or called off.
pub async fn replan(change: &Change, id: ConversationId, plan: &Plan) -> Result<()> {
    let before = locked(change, id).await?;
    if before.held_on.is_some() || before.called_off_at.is_some() {
        return Err(Refusal::NotPossibleNow.into());
    }
    let facilitator = checked(change, plan).await?;
    let old: Vec<_> = super::teams(change.db(), id).await?.into_iter().map(|team| team.id).collect();
    let knew = concerned(change, &before, &old).await?;
    let mut row = before.clone().into_active_model();
    row.kind = Set(plan.kind);
    row.starts_at = Set(plan.starts_at);
    row.minutes = Set(plan.minutes);
    row.place = Set(plan.place.trim().to_owned());
    row.partner = Set(plan.outside(&plan.partner));
    row.service_area = Set(plan.outside(&plan.service_area));
    row.facilitator_id = Set(Some(facilitator));
    row.version = Set(before.version + 1);
    let after = row.update(change.db()).await?;
    conversation_team::Entity::delete_many()
        .filter(conversation_team::Column::ConversationId.eq(id))
        .exec(change.db())
        .await?;
    put(change, id, &plan.teams).await?;
    let come = concerned(change, &after, &plan.teams).await?;
    let people = news(change, (&before, &after), (&knew, &come)).await?;
    change.record(Talking::ConversationChanged { conversation: id, people }.into()).await
}

/// It does not take place; takes it out of calendars.
///
/// # Errors
/// [`Error::Missing`]; [`Refusal::NotPossibleNow`] once it was held or called off.
pub async fn call_off(change: &Change, id: ConversationId) -> Result<()> {
    let row = locked(change, id).await?;
    if row.held_on.is_some() || row.called_off_at.is_some() {
        return Err(Refusal::NotPossibleNow.into());
    }
    let teams: Vec<_> = super::teams(change.db(), id).await?.into_iter().map(|team| team.id).collect();
    let people = concerned(change, &row, &teams).await?;
    let sequence = row.version + 1;
    let mut set = row.into_active_model();
    set.called_off_at = Set(Some(change.now));
    set.version = Set(sequence);
    set.update(change.db()).await?;
    let off = |person| Letter::ConversationCalledOff { person, conversation: id, sequence };
    told::tell(change, id, &people, off).await?;
    change.record(Talking::ConversationCalledOff { conversation: id, people: people.len() }.into()).await
}

/// Who can hold a conversation: facilitators and the programme manager, by name.
///
/// # Errors
/// When the database fails.
pub async fn facilitators(db: &impl ConnectionTrait) -> Result<Vec<person::Model>> {
    let rows = role::Entity::find()
        .filter(role::Column::Kind.is_in([RoleKind::Facilitator, RoleKind::ProgrammeManager]))
        .find_also_related(person::Entity)
        .order_by_asc(person::Column::Surname)
        .order_by_asc(person::Column::Id);
    let mut people: Vec<_> = rows.all(db).await?.into_iter().filter_map(|(_, person)| person).collect();
    people.dedup_by_key(|person| person.id);
    people.retain(|person| person.blocked_at.is_none());
    Ok(people)
}

/// Who holds it, when all is well.
async fn checked(change: &Change, plan: &Plan) -> Result<PersonId> {
    if !change.actor.may_arrange() {
        return Err(Error::Forbidden);
    }
    let mut wrong = words(plan);
    let (least, most) = MINUTES;
    if !(least..=most).contains(&plan.minutes) {
        wrong.push(Field::new("minutes", "out-of-range").with("min", least).with("max", most));
    }
    let tree = department::tree(change.db()).await?;
    let units: HashSet<_> = units(&tree).into_iter().map(|unit| unit.id).collect();
    if plan.teams.iter().any(|team| !units.contains(team)) {
        wrong.push(Field::new("teams", "not-a-choice"));
    }
    // A token holds none itself.
    let me = change.actor.person.filter(|_| change.actor.may_facilitate());
    let chosen = plan.facilitator.filter(|_| me.is_none() || change.actor.may_hear_all());
    let holder = chosen.or(me);
    match holder {
        None => wrong.push(Field::new("facilitator", "required")),
        Some(_) if holder == me => {}
        Some(other) if facilitators(change.db()).await?.iter().any(|one| one.id == other) => {}
        Some(_) => wrong.push(Field::new("facilitator", "not-a-choice")),
    }
    all_well(wrong)?;
    holder.ok_or(Error::Forbidden)
}

/// What is wrong without looking anything up.
fn words(plan: &Plan) -> Vec<Field> {
    let mut wrong = Vec::new();
    let outside = plan.kind != ConversationKind::Team;
    if !outside && plan.teams.is_empty() {
        wrong.push(Field::new("teams", "required"));
    }
    if plan.teams.len() > MOST_TEAMS {
        wrong.push(Field::new("teams", "too-many-lines").with("max", MOST_TEAMS));
    }
    if outside && plan.partner.trim().is_empty() {
        wrong.push(Field::new("partner", "required"));
    }
    if plan.place.trim().is_empty() {
        wrong.push(Field::new("place", "required"));
    }
    for (name, text) in
        [("place", &plan.place), ("partner", &plan.partner), ("serviceArea", &plan.service_area)]
    {
        if text.trim().chars().count() > LENGTH {
            wrong.push(Field::new(name, "too-long").with("max", LENGTH));
        }
    }
    wrong
}

async fn put(change: &Change, id: ConversationId, teams: &[DepartmentId]) -> Result<()> {
    let mut teams = teams.to_vec();
    teams.sort_unstable();
    teams.dedup();
    let rows = teams
        .into_iter()
        .map(|team| conversation_team::ActiveModel { conversation_id: Set(id), department_id: Set(team) });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        conversation_team::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
    }
    Ok(())
}

/// Who works in the teams on that day, and whoever holds it; nobody once it has begun.
async fn concerned(change: &Change, row: &Conversation, teams: &[DepartmentId]) -> Result<HashSet<PersonId>> {
    if row.starts_at <= change.now {
        return Ok(HashSet::new());
    }
    let day = change.policy.day(row.starts_at);
    let mut people = told::members(change.db(), teams, day).await?;
    people.extend(row.facilitator_id);
    Ok(people)
}

/// Tells everybody what is new for them; returns to how many there was something to tell.
async fn news(
    change: &Change,
    (before, after): (&Conversation, &Conversation),
    (knew, come): (&HashSet<PersonId>, &HashSet<PersonId>),
) -> Result<usize> {
    let (conversation, sequence) = (after.id, after.version);
    let all = |people: &mut dyn Iterator<Item = &PersonId>| people.copied().collect::<HashSet<_>>();
    let (new, gone) = (all(&mut come.difference(knew)), all(&mut knew.difference(come)));
    let moved =
        (before.starts_at, before.minutes, &before.place) != (after.starts_at, after.minutes, &after.place);
    let stay = if moved { all(&mut come.intersection(knew)) } else { HashSet::new() };
    told::tell(change, conversation, &new, |person| Letter::ConversationPlanned {
        person,
        conversation,
        sequence,
    })
    .await?;
    told::tell(change, conversation, &stay, |person| Letter::ConversationMoved {
        person,
        conversation,
        sequence,
    })
    .await?;
    let off = |person| Letter::ConversationCalledOff { person, conversation, sequence };
    told::tell(change, conversation, &gone, off).await?;
    Ok(new.len() + gone.len() + stay.len())
}
