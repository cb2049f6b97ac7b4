//! What is held of somebody who raised, answered or does something, and what of it goes when they are erased.

use entity::{id::*, improvement};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    sea_query::Expr,
};

use super::Step;
use crate::domain::{
    change::Change,
    error::Result,
    holding::{Holding, Known, Word},
};

/// What somebody wrote down, answered or does. Its words are told in `own` reports, and when everybody in the house reads them
/// anyhow: an idea without an answer is for the team and who is above it.
pub(in crate::domain) async fn held(
    db: &impl ConnectionTrait,
    person: PersonId,
    own: bool,
) -> Result<Holding> {
    use improvement::Column::{AnsweredBy, OwnerId, RaisedBy, RaisedOn};
    let theirs = Condition::any().add(RaisedBy.eq(person)).add(AnsweredBy.eq(person)).add(OwnerId.eq(person));
    let rows = improvement::Entity::find().filter(theirs).order_by_asc(RaisedOn).all(db).await?;
    Ok(Holding::new("improvements", rows, |row| {
        let mine = |who: Option<PersonId>| who == Some(person);
        let part = match () {
            () if mine(row.raised_by) => "raised",
            () if mine(row.owner_id) => "owner",
            () => "replied",
        };
        let step = Step::of(&row);
        let status = Word::new("improvement-step-", step.code());
        let told = own || step.is_public();
        // What somebody else wrote is not of them.
        let wrote = |text: String, mine: bool| Some(text).filter(|_| told && mine);
        Known::default()
            .with("part", Word::new("held-code-", part))
            .with("title", Some(row.title).filter(|_| told))
            .with("text", wrote(row.text, mine(row.raised_by)))
            .with("reason", row.because.and_then(|text| wrote(text, mine(row.answered_by))))
            .with("status", status)
            .with("raisedOn", row.raised_on)
            .with("dueOn", row.due_on)
    }))
}

/// Who it was. What a team raised is of the team, and stays.
pub(in crate::domain) async fn forget(change: &Change, person: PersonId) -> Result<()> {
    use improvement::Column::{AnsweredBy, OwnerId, RaisedBy};
    for column in [RaisedBy, AnsweredBy, OwnerId] {
        improvement::Entity::update_many()
            .col_expr(column, Expr::value(Option::<PersonId>::None))
            .filter(column.eq(person))
            .exec(change.db())
            .await?;
    }
    Ok(())
}

/// What a department raised that merged into another is of that one.
pub(in crate::domain) async fn follow(
    change: &Change,
    (id, into): (DepartmentId, DepartmentId),
) -> Result<()> {
    improvement::Entity::update_many()
        .col_expr(improvement::Column::DepartmentId, Expr::value(into))
        .filter(improvement::Column::DepartmentId.eq(id))
        .exec(change.db())
        .await?;
    Ok(())
}
