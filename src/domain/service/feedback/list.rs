//! What residents wrote, and how much came in: a working list for who measures, and for heads what is about their departments. Grades
//! stand nowhere in it: what they come to is read in the ledger.

use chrono::NaiveDate;
use entity::{
    feedback::{self, Channel},
    id::*,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, Select,
};

use crate::domain::{
    actor::Actor,
    error::{Error, Result},
    page::{Page, Window, count_some},
};

/// So many texts there must be about the departments of a head before they read any.
pub const FEWEST: u64 = 5;

/// What is asked. All that is given must hold.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub channel: Option<Channel>,
    /// About one of these.
    pub departments: Option<Vec<DepartmentId>>,
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
}

/// What somebody wrote, without the grade they gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub channel: Channel,
    pub department: Option<DepartmentId>,
    pub received_on: NaiveDate,
    pub text: String,
}

impl Filter {
    fn holds(&self) -> Condition {
        use feedback::Column::{Channel, DepartmentId, ReceivedOn};
        Condition::all()
            .add_option(self.channel.map(|channel| Channel.eq(channel)))
            .add_option(self.departments.as_ref().map(|ids| DepartmentId.is_in(ids.iter().copied())))
            .add_option(self.from.map(|from| ReceivedOn.gte(from)))
            .add_option(self.until.map(|until| ReceivedOn.lte(until)))
    }

    fn texts(&self) -> Select<feedback::Entity> {
        feedback::Entity::find().filter(self.holds()).filter(feedback::Column::Text.is_not_null())
    }
}

/// What residents wrote, the newest first.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor measures; field `cursor` when it is not one of ours.
pub async fn texts(
    db: &impl ConnectionTrait,
    actor: &Actor,
    filter: &Filter,
    window: &Window,
) -> Result<Page<Line>> {
    if !actor.may_measure() {
        return Err(Error::Forbidden);
    }
    newest(db, filter, window).await
}

/// How many texts the filter finds.
///
/// # Errors
/// [`Error::Broken`].
pub async fn count(db: &impl ConnectionTrait, filter: &Filter) -> Result<u64> {
    count_some(db, filter.texts()).await
}

/// What residents wrote about the departments that somebody heads, or nothing as long as it is less than [`FEWEST`] texts.
///
/// # Errors
/// [`Error::Forbidden`] for who heads none; field `cursor` when it is not one of ours.
pub async fn of_head(
    db: &impl ConnectionTrait,
    actor: &Actor,
    window: &Window,
) -> Result<Option<(Page<Line>, u64)>> {
    if actor.departments.is_empty() || actor.scopes.is_some() {
        return Err(Error::Forbidden);
    }
    let filter = Filter { departments: Some(actor.departments.clone()), ..Filter::default() };
    let total = count(db, &filter).await?;
    if total < FEWEST {
        return Ok(None);
    }
    Ok(Some((newest(db, &filter, window).await?, total)))
}

async fn newest(db: &impl ConnectionTrait, filter: &Filter, window: &Window) -> Result<Page<Line>> {
    use feedback::Column::{Id, ReceivedOn};
    let mut rows = filter.texts().order_by_desc(ReceivedOn).order_by_desc(Id);
    if let Some(cursor) = &window.after {
        let (day, id) = (cursor.key::<NaiveDate>()?, FeedbackId(cursor.id()));
        rows = rows.filter(ReceivedOn.lt(day).or(ReceivedOn.eq(day).and(Id.lt(id))));
    }
    let rows = rows.limit(window.limit + 1).all(db).await?;
    let line = |row: feedback::Model| Line {
        channel: row.channel,
        department: row.department_id,
        received_on: row.received_on,
        text: row.text.unwrap_or_default(),
    };
    Ok(window.cut(rows, |row| (row.received_on, row.id.0)).map(line))
}

/// How much came in by each channel, with and without words.
///
/// # Errors
/// [`Error::Broken`].
pub async fn received(db: &impl ConnectionTrait, filter: &Filter) -> Result<Vec<(Channel, u64)>> {
    let rows: Vec<(Channel, i64)> = feedback::Entity::find()
        .select_only()
        .column(feedback::Column::Channel)
        .column_as(feedback::Column::Id.count(), "received")
        .filter(filter.holds())
        .group_by(feedback::Column::Channel)
        .into_tuple()
        .all(db)
        .await?;
    let of = |channel: &Channel| {
        let found = rows.iter().find(|(one, _)| one == channel);
        (*channel, found.map_or(0, |(_, count)| u64::try_from(*count).unwrap_or_default()))
    };
    Ok(Channel::ALL.iter().map(of).collect())
}
