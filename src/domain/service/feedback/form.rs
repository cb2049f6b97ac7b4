//! Public forms: a link and a code for a counter, a letter or a page, by which residents say what they think.

use entity::{feedback::Channel, feedback_form, id::*};
use rand::Rng as _;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, Set,
    sea_query::Expr,
};

use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result},
    event::Hearing,
    people::department,
};

pub use entity::feedback_form::Model as Form;

/// The longest name, in characters.
pub const NAME_LENGTH: usize = 80;
/// Signs of an address on a poster: none that looks like another. 8 of 31 are 852 thousand million.
const SIGNS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ2345678";
const KEY_LENGTH: usize = 8;
/// More forms than any town has places to hang them.
const MOST: u64 = 500;

/// A new form.
#[derive(Clone, Debug)]
pub struct New {
    /// What staff call it: where the link or the poster is.
    pub name: String,
    pub channel: Channel,
    pub department: Option<DepartmentId>,
}

/// Opens a form.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor measures; [`Error::Missing`] for a department that there is not; field `name`;
/// [`Refusal::NotPossibleNow`] when there are hundreds already.
pub async fn open(change: &Change, new: &New) -> Result<FeedbackFormId> {
    if !change.actor.may_measure() {
        return Err(Error::Forbidden);
    }
    let name = new.name.trim();
    if name.is_empty() {
        return Err(Field::new("name", "required").into());
    }
    if name.chars().count() > NAME_LENGTH {
        return Err(Field::new("name", "too-long").with("max", NAME_LENGTH).into());
    }
    if let Some(id) = new.department {
        department::living(change.db(), id).await?;
    }
    if list(change.db()).await?.len() as u64 >= MOST {
        return Err(Refusal::NotPossibleNow.into());
    }
    let id = FeedbackFormId::new();
    let row = feedback_form::ActiveModel {
        id: Set(id),
        link_key: Set(fresh()),
        name: Set(name.to_owned()),
        channel: Set(new.channel),
        department_id: Set(new.department),
        opened_on: Set(change.policy.day(change.now)),
        closed_on: Set(None),
    };
    feedback_form::Entity::insert(row).exec_without_returning(change.db()).await?;
    change.record(Hearing::FeedbackFormOpened { form: id, channel: new.channel.code() }.into()).await?;
    Ok(id)
}

fn fresh() -> String {
    let mut chance = rand::rng();
    (0..KEY_LENGTH).map(|_| char::from(SIGNS[chance.random_range(0..SIGNS.len())])).collect()
}

/// Closes a form: its link takes nothing any more. Twice is once.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor measures; [`Error::Missing`].
pub async fn close(change: &Change, id: FeedbackFormId) -> Result<()> {
    if !change.actor.may_measure() {
        return Err(Error::Forbidden);
    }
    find(change.db(), id).await?;
    let closed = feedback_form::Entity::update_many()
        .col_expr(feedback_form::Column::ClosedOn, Expr::value(change.policy.day(change.now)))
        .filter(feedback_form::Column::Id.eq(id))
        .filter(feedback_form::Column::ClosedOn.is_null())
        .exec(change.db())
        .await?;
    if closed.rows_affected == 0 {
        return Ok(());
    }
    change.record(Hearing::FeedbackFormClosed { form: id }.into()).await
}

/// One form, also a closed one.
///
/// # Errors
/// [`Error::Missing`].
pub async fn find(db: &impl ConnectionTrait, id: FeedbackFormId) -> Result<Form> {
    feedback_form::Entity::find_by_id(id).one(db).await?.ok_or(Error::Missing("feedback_form"))
}

/// The form behind a key, as somebody may have typed it from a poster.
///
/// # Errors
/// [`Error::Missing`] for a key that we never gave, and for a form that was closed.
pub async fn find_open(db: &impl ConnectionTrait, key: &str) -> Result<Form> {
    let plain: String = key.chars().filter(char::is_ascii_alphanumeric).take(KEY_LENGTH + 1).collect();
    let form = feedback_form::Entity::find()
        .filter(feedback_form::Column::LinkKey.eq(plain.to_uppercase()))
        .filter(feedback_form::Column::ClosedOn.is_null());
    form.one(db).await?.ok_or(Error::Missing("feedback_form"))
}

/// Every form, those that are open first, by name.
///
/// # Errors
/// [`Error::Broken`].
pub async fn list(db: &impl ConnectionTrait) -> Result<Vec<Form>> {
    let closed = feedback_form::Column::ClosedOn.is_not_null();
    Ok(feedback_form::Entity::find()
        .order_by_asc(closed)
        .order_by_asc(feedback_form::Column::Name)
        .order_by_asc(feedback_form::Column::Id)
        .all(db)
        .await?)
}
