//! The tree changes on a day: at once when that day has come; else it is kept, and done by a duty when it has. No room of one area,
//! because what several of them keep of a department follows it.

pub mod merging;

use std::sync::Arc;

use chrono::NaiveDate;
use entity::{department as departments, id::*, reorganisation};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, Condition, ConnectionTrait, DbErr,
    EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
};
use serde::{Deserialize, Serialize};

use crate::domain::{
    actor::Actor,
    change::{Change, House},
    error::{Error, Field, Refusal, Result, all_well},
    event::Event,
    people::{
        department::{Department, living, tree},
        reorganise::{self, Split},
    },
};

pub use entity::reorganisation::Model as Reorganisation;

/// What is to become of a department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "lowercase")]
pub enum Wish {
    /// Another name.
    Rename { name: String },
    /// Under another one.
    Move { parent: Option<DepartmentId> },
    /// Part of another one.
    Merge { into: DepartmentId },
    /// People and teams go to a new one.
    Split { code: String, name: String, people: Vec<PersonId>, teams: Vec<DepartmentId> },
}

/// What became of a wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// It was done; this is the department that came of it.
    Done(DepartmentId),
    /// It waits for its day.
    Planned(ReorganisationId),
}

impl Wish {
    /// Code, for sentences and the log.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Rename { .. } => "rename",
            Self::Move { .. } => "move",
            Self::Merge { .. } => "merge",
            Self::Split { .. } => "split",
        }
    }

    /// The other department it names.
    #[must_use]
    pub const fn other(&self) -> Option<DepartmentId> {
        match self {
            Self::Rename { .. } | Self::Split { .. } => None,
            Self::Move { parent } => *parent,
            Self::Merge { into } => Some(*into),
        }
    }

    /// What was kept.
    ///
    /// # Errors
    /// When the row is not one of ours.
    pub fn of(row: &Reorganisation) -> Result<Self> {
        serde_json::from_value(row.wish.clone()).map_err(|error| DbErr::Json(error.to_string()).into())
    }
}

/// Does it when its day has come, or keeps it until then.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may import; [`Error::Missing`]; field by field what cannot be; as
/// [`reorganise::rename`].
pub async fn ask(change: &Change, id: DepartmentId, wish: &Wish, from: NaiveDate) -> Result<Outcome> {
    if !change.actor.may_import() {
        return Err(Error::Forbidden);
    }
    if from <= change.policy.day(change.now) {
        return do_it(change, id, wish, from).await.map(Outcome::Done);
    }
    check(change.db(), id, wish).await?;
    let row = reorganisation::ActiveModel {
        id: Set(ReorganisationId::new()),
        department_id: Set(id),
        other_id: Set(wish.other()),
        wish: Set(serde_json::to_value(wish).map_err(|error| DbErr::Json(error.to_string()))?),
        starts_on: Set(from),
        planned_by: Set(change.actor.person),
        planned_at: Set(change.now),
        refused: Set(None),
    };
    let row = row.insert(change.db()).await?;
    change.record(Event::ReorganisationPlanned { department: id, what: wish.code(), from }).await?;
    Ok(Outcome::Planned(row.id))
}

/// A department that can be merged or split: the organisation itself cannot.
///
/// # Errors
/// [`Error::Missing`] when it is no more, or when all others lie below it.
pub async fn part(db: &impl ConnectionTrait, id: DepartmentId) -> Result<Department> {
    let one = living(db, id).await?;
    if tree(db).await?.is_whole(id) { Err(Error::Missing("department")) } else { Ok(one) }
}

/// Whether it could be done as the tree is now.
///
/// # Errors
/// As [`ask`].
pub async fn check(db: &impl ConnectionTrait, id: DepartmentId, wish: &Wish) -> Result<()> {
    living(db, id).await?;
    let below = tree(db).await?.below(id);
    match wish {
        Wish::Rename { name } => filled(&[("name", name)]),
        Wish::Move { parent: None } => Ok(()),
        Wish::Move { parent: Some(other) } | Wish::Merge { into: other } => {
            living(db, *other).await?;
            let field = if matches!(wish, Wish::Merge { .. }) { "into" } else { "parent" };
            if below.contains(other) { Err(Field::new(field, "below-itself").into()) } else { Ok(()) }
        }
        Wish::Split { code, name, people, teams } => {
            part(db, id).await?;
            filled(&[("code", code), ("name", name)])?;
            if people.is_empty() && teams.is_empty() {
                return Err(Field::new("people", "nobody-chosen").into());
            }
            if teams.iter().any(|team| *team == id || !below.contains(team)) {
                return Err(Field::new("teams", "not-a-choice").into());
            }
            let same = departments::Column::Code.eq(code.trim());
            match departments::Entity::find().filter(same).count(db).await? {
                0 => Ok(()),
                _ => Err(Refusal::Taken { value: code.clone() }.into()),
            }
        }
    }
}

fn filled(fields: &[(&'static str, &String)]) -> Result<()> {
    let empty = fields.iter().filter(|(_, text)| text.trim().is_empty());
    all_well(empty.map(|(name, _)| Field::new(name, "required")).collect())
}

async fn do_it(change: &Change, id: DepartmentId, wish: &Wish, from: NaiveDate) -> Result<DepartmentId> {
    match wish {
        Wish::Rename { name } => reorganise::rename(change, id, name, from).await.map(|()| id),
        Wish::Move { parent } => reorganise::move_under(change, id, *parent, from).await.map(|()| id),
        Wish::Merge { into } => merging::merge(change, (id, *into), from).await.map(|()| *into),
        Wish::Split { code, name, people, teams } => {
            part(change.db(), id).await?;
            let (code, name) = (code.clone(), name.clone());
            let split = Split { code, name, from, people: people.clone(), teams: teams.clone() };
            reorganise::split(change, id, &split).await
        }
    }
}

/// What is still to come of this department, or to it, the first first; also what could not be done on its day.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &impl ConnectionTrait, id: DepartmentId) -> Result<Vec<Reorganisation>> {
    use reorganisation::Column::{DepartmentId, Id, OtherId, StartsOn};
    let about = Condition::any().add(DepartmentId.eq(id)).add(OtherId.eq(id));
    let rows = reorganisation::Entity::find().filter(about).order_by_asc(StartsOn).order_by_asc(Id);
    Ok(rows.all(db).await?)
}

/// Takes back what was planned.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may import; [`Error::Missing`] when it was done or taken back.
pub async fn remove(change: &Change, id: ReorganisationId) -> Result<()> {
    if !change.actor.may_import() {
        return Err(Error::Forbidden);
    }
    let row = take(change, id).await?;
    let (what, from) = (Wish::of(&row)?.code(), row.starts_on);
    change.record(Event::ReorganisationDropped { department: row.department_id, what, from }).await
}

/// Reads a row and deletes it: whoever is first does it.
async fn take(change: &Change, id: ReorganisationId) -> Result<Reorganisation> {
    let missing = Error::Missing("reorganisation");
    let Some(row) = reorganisation::Entity::find_by_id(id).one(change.db()).await? else {
        return Err(missing);
    };
    let gone = reorganisation::Entity::delete_by_id(id).exec(change.db()).await?;
    if gone.rows_affected == 1 { Ok(row) } else { Err(missing) }
}

/// Does what is due, one in a transaction: late when the house was down on the day, never not. What cannot be done any more
/// stays, with the reason, until somebody takes it back.
///
/// # Errors
/// When the database fails.
pub async fn carry_out(house: &House) -> Result<()> {
    let today = house.policy.day(house.now());
    use reorganisation::Column::{Id, Refused, StartsOn};
    let due = reorganisation::Entity::find().filter(StartsOn.lte(today)).filter(Refused.is_null());
    for row in due.order_by_asc(StartsOn).order_by_asc(Id).all(&house.db.reader).await? {
        let (id, actor) = (row.id, Actor::house());
        let on = async |day| {
            let done = |change: Arc<Change>| async move {
                let row = take(&change, id).await?;
                do_it(&change, row.department_id, &Wish::of(&row)?, day).await.map(|_| ())
            };
            house.write(&actor, done).await
        };
        let done = match on(row.starts_on).await {
            // The department changed after that day: then from today on, so that what was told of the days between stays.
            Err(Error::Invalid(fields)) if fields.iter().any(|one| one.key == "before-last-change") => {
                on(today).await
            }
            done => done,
        };
        match done {
            Err(Error::Broken(error)) => return Err(error.into()),
            Err(error) => house.write(&actor, |change| refuse(change, id, reason(&error))).await?,
            Ok(()) => {}
        }
    }
    Ok(())
}

async fn refuse(change: Arc<Change>, id: ReorganisationId, why: &'static str) -> Result<()> {
    let row =
        reorganisation::ActiveModel { id: Set(id), refused: Set(Some(why.into())), ..Default::default() };
    match row.update(change.db()).await {
        // Taken back meanwhile.
        Err(DbErr::RecordNotUpdated) => Ok(()),
        done => Ok(done.map(|_| ())?),
    }
}

/// The code of what stood in the way.
fn reason(error: &Error) -> &'static str {
    match error {
        Error::Invalid(fields) => fields.first().map_or("other", |field| field.key),
        Error::Refused(refusal) => refusal.code(),
        Error::Missing(_) => "missing",
        Error::Forbidden | Error::Broken(_) => "other",
    }
}
