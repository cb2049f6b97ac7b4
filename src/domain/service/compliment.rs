//! Thanks of residents and partners, in words, flowers or cake: who may be told decides who finds them.

mod known;
pub mod list;

use chrono::NaiveDate;
use entity::{
    compliment::{self, Shape, Telling},
    feedback::Channel,
    id::*,
};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, Set, sea_query::Expr};

use super::feedback::mask;
use crate::domain::{
    change::Change,
    error::{Error, Field, Result, all_well},
    event::Hearing,
    people::department,
};

pub use entity::compliment::Model as Compliment;
pub(in crate::domain) use known::{forget, held};

/// The longest text, in characters.
pub const LENGTH: usize = 600;

/// A compliment that came in.
#[derive(Clone, Debug)]
pub struct New {
    pub shape: Shape,
    /// Whether somebody asked how it went.
    pub asked: bool,
    pub text: String,
    pub channel: Option<Channel>,
    /// The team it belongs to; nothing: everybody.
    pub department: Option<DepartmentId>,
    pub received_on: NaiveDate,
    pub telling: Telling,
}

/// Enters a compliment, without what leads to whoever gave it.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor measures; [`Error::Missing`] for a department that there is not; fields `text` and
/// `receivedOn`.
pub async fn enter(change: &Change, new: &New) -> Result<ComplimentId> {
    if !change.actor.may_measure() {
        return Err(Error::Forbidden);
    }
    let text = new.text.trim();
    let mut wrong = Vec::new();
    if text.is_empty() {
        wrong.push(Field::new("text", "required"));
    } else if text.chars().count() > LENGTH {
        wrong.push(Field::new("text", "too-long").with("max", LENGTH));
    }
    if new.received_on > change.policy.day(change.now) {
        wrong.push(Field::new("receivedOn", "in-the-future"));
    }
    all_well(wrong)?;
    if let Some(id) = new.department {
        department::living(change.db(), id).await?;
    }
    let id = ComplimentId::new();
    let row = compliment::ActiveModel {
        id: Set(id),
        shape: Set(new.shape),
        asked: Set(new.asked),
        text: Set(mask::masked(text)),
        channel: Set(new.channel),
        department_id: Set(new.department),
        received_on: Set(new.received_on),
        telling: Set(new.telling),
        entered_by: Set(change.actor.person),
    };
    compliment::Entity::insert(row).exec_without_returning(change.db()).await?;
    let entered = Hearing::ComplimentEntered { compliment: id, department: new.department };
    change.record(entered.into()).await?;
    Ok(id)
}

/// One compliment, for who enters them.
///
/// # Errors
/// [`Error::Missing`].
pub async fn find(db: &impl ConnectionTrait, id: ComplimentId) -> Result<Compliment> {
    compliment::Entity::find_by_id(id).one(db).await?.ok_or(Error::Missing("compliment"))
}

/// Changes who may be told.
///
/// # Errors
/// [`Error::Missing`] unless the actor measures, and for one that there is not.
pub async fn tell(change: &Change, id: ComplimentId, telling: Telling) -> Result<()> {
    if !change.actor.may_measure() {
        return Err(Error::Missing("compliment"));
    }
    let changed = compliment::Entity::update_many()
        .col_expr(compliment::Column::Telling, Expr::value(telling))
        .filter(compliment::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    if changed.rows_affected == 0 {
        return Err(Error::Missing("compliment"));
    }
    change.record(Hearing::ComplimentTold { compliment: id, telling: telling.code() }.into()).await
}
