//! Compliments as people find them: their own team's, those that the whole organisation may know of, and for who enters them all.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{
    compliment::{self, Telling},
    department,
    id::*,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, QueryTrait as _, Select, sea_query::SelectStatement,
};

use super::Compliment;
use crate::domain::{
    actor::Actor,
    error::Result,
    page::{Page, Window, count_some},
    people::placement,
};

/// Whose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Of the team in which somebody works or that they head, and of the departments above it.
    Own,
    /// Those too that the whole organisation may know of; for who measures all there are.
    House,
}

/// A compliment with the name of its department.
pub type Line = (Compliment, Option<String>);

/// Compliments that somebody may read, the newest first.
///
/// # Errors
/// Field `cursor` when it is not one of ours; when the database fails.
pub async fn page(
    db: &impl ConnectionTrait,
    actor: &Actor,
    (whose, today): (Whose, NaiveDate),
    window: &Window,
) -> Result<Page<Line>> {
    use compliment::Column::{Id, ReceivedOn};
    let mut rows = seen(actor, whose, today).order_by_desc(ReceivedOn).order_by_desc(Id);
    if let Some(cursor) = &window.after {
        let (day, id) = (cursor.key::<NaiveDate>()?, ComplimentId(cursor.id()));
        rows = rows.filter(ReceivedOn.lt(day).or(ReceivedOn.eq(day).and(Id.lt(id))));
    }
    let rows = rows.limit(window.limit + 1).find_also_related(department::Entity).all(db).await?;
    let page = window.cut(rows, |(row, _)| (row.received_on, row.id.0));
    Ok(page.map(|(row, team)| (row, team.map(|team| team.name))))
}

/// How many there are.
///
/// # Errors
/// When the database fails.
pub async fn count(
    db: &impl ConnectionTrait,
    actor: &Actor,
    (whose, today): (Whose, NaiveDate),
) -> Result<u64> {
    count_some(db, seen(actor, whose, today)).await
}

/// The last ones of somebody's own team since a day.
///
/// # Errors
/// When the database fails.
pub async fn news(
    db: &impl ConnectionTrait,
    actor: &Actor,
    (since, today): (NaiveDate, NaiveDate),
    most: u64,
) -> Result<Vec<Compliment>> {
    use compliment::Column::{Id, ReceivedOn};
    let rows = seen(actor, Whose::Own, today).filter(ReceivedOn.gte(since));
    Ok(rows.order_by_desc(ReceivedOn).order_by_desc(Id).limit(most).all(db).await?)
}

/// How many came in since a day, by department; what may be told to nobody counts too. For figures beside contacts.
///
/// # Errors
/// When the database fails.
pub async fn counts(
    db: &impl ConnectionTrait,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<HashMap<Option<DepartmentId>, i64>> {
    let rows: Vec<(Option<DepartmentId>, i64)> = compliment::Entity::find()
        .select_only()
        .column(compliment::Column::DepartmentId)
        .column_as(compliment::Column::Id.count(), "many")
        .filter(compliment::Column::ReceivedOn.between(from, until))
        .group_by(compliment::Column::DepartmentId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

fn seen(actor: &Actor, whose: Whose, today: NaiveDate) -> Select<compliment::Entity> {
    use compliment::Column::{DepartmentId as Team, Telling as Told};
    let told = Told.ne(Telling::Nobody);
    let headed = Team.is_in(actor.departments.iter().copied());
    let worked = actor.person.map(|me| Team.in_subquery(lineage(me, today)));
    let own = Condition::any().add(headed).add(Team.is_null()).add_option(worked);
    let own = Condition::all().add(told).add(own);
    let open = Told.is_in([Telling::Organisation, Telling::Everybody]);
    let wanted = match whose {
        Whose::Own => own,
        Whose::House if actor.may_measure() => Condition::all(),
        Whose::House => Condition::any().add(own).add(open),
    };
    compliment::Entity::find().filter(wanted)
}

/// Where somebody works, and the departments above it: a tree has four levels (the organisation, its domains, departments, teams).
fn lineage(person: PersonId, today: NaiveDate) -> SelectStatement {
    let own = || placement::of_somebody(person, today);
    let above = |below: SelectStatement| {
        let parents = department::Entity::find().select_only().column(department::Column::ParentId);
        parents.filter(department::Column::Id.in_subquery(below)).into_query()
    };
    let all = Condition::any()
        .add(department::Column::Id.in_subquery(own()))
        .add(department::Column::Id.in_subquery(above(own())))
        .add(department::Column::Id.in_subquery(above(above(own()))))
        .add(department::Column::Id.in_subquery(above(above(above(own())))));
    department::Entity::find().select_only().column(department::Column::Id).filter(all).into_query()
}
