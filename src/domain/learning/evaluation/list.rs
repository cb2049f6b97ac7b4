//! Every workshop of which people were asked, with how many, and what there is to see of it in one figure each.

use std::collections::HashMap;

use entity::{
    evaluation::{self, EvaluationKind as Kind},
    evaluation_answer::{self as answer, Applied},
    id::*,
    session, workshop,
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QuerySelect as _, QueryTrait as _, Select,
};

use super::{
    FEWEST,
    result::{Share, given_by},
};
use crate::domain::{
    actor::Actor,
    error::Result,
    page::{Page, Window},
};

/// A workshop.
#[derive(Clone, Debug)]
pub struct Line {
    pub id: WorkshopId,
    pub title: String,
    /// On the day of closing.
    pub invited: i64,
    pub answered: i64,
    /// Of the answers that are shown, those that say 4 or 5 for useful; nothing with too few.
    pub useful: Option<Share>,
    /// Of those after twelve weeks, those that say it was applied.
    pub applied: Option<Share>,
}

/// By title: all of them for whoever runs the programme, for others those that they give.
///
/// # Errors
/// Field `cursor` when it is of another list; when the database fails.
pub async fn list(db: &impl ConnectionTrait, actor: &Actor, window: &Window) -> Result<Page<Line>> {
    let columns = (workshop::Column::Title, workshop::Column::Id);
    let page =
        window.read(db, asked(actor), columns, |row: &workshop::Model| (row.title.clone(), row.id.0)).await?;
    let ids: Vec<_> = page.items.iter().map(|row| row.id).collect();
    let (mut rounds, mut shares) = (rounds(db, &ids).await?, shares(db, &ids).await?);
    Ok(page.map(|row| {
        let (invited, answered) = rounds.remove(&row.id).unwrap_or_default();
        let (useful, applied) = shares.remove(&row.id).unwrap_or_default();
        Line {
            id: row.id,
            title: row.title,
            invited,
            answered,
            useful: useful.share(),
            applied: applied.share(),
        }
    }))
}

/// How many there are.
///
/// # Errors
/// When the database fails.
pub async fn count(db: &impl ConnectionTrait, actor: &Actor) -> Result<u64> {
    Ok(asked(actor).count(db).await?)
}

fn asked(actor: &Actor) -> Select<workshop::Entity> {
    let asked = evaluation::Entity::find()
        .select_only()
        .column(evaluation::Column::WorkshopId)
        .filter(evaluation::Column::AskedOn.is_not_null());
    let all = workshop::Entity::find().filter(workshop::Column::Id.in_subquery(asked.into_query()));
    if actor.may_see_evaluations() {
        return all;
    }
    let me = actor.person.filter(|_| actor.scopes.is_none() && !actor.shared).unwrap_or_else(PersonId::new);
    let given = session::Entity::find()
        .select_only()
        .column(session::Column::WorkshopId)
        .filter(session::Column::Id.in_subquery(given_by(me)));
    all.filter(workshop::Column::Id.in_subquery(given.into_query()))
}

async fn rounds(db: &impl ConnectionTrait, ids: &[WorkshopId]) -> Result<HashMap<WorkshopId, (i64, i64)>> {
    let rows: Vec<(WorkshopId, i64, i64)> = evaluation::Entity::find()
        .select_only()
        .column(evaluation::Column::WorkshopId)
        .column_as(evaluation::Column::Invited.sum(), "invited")
        .column_as(evaluation::Column::Counted.sum(), "counted")
        .filter(evaluation::Column::WorkshopId.is_in(ids.iter().copied()))
        .filter(evaluation::Column::Kind.eq(Kind::AfterClosing))
        .group_by(evaluation::Column::WorkshopId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, invited, counted)| (id, (invited, counted))).collect())
}

/// A part of a whole.
#[derive(Clone, Copy, Debug, Default)]
struct Of {
    part: i64,
    whole: i64,
}

impl Of {
    fn add(&mut self, count: i64, counts: bool) {
        self.whole += count;
        self.part += if counts { count } else { 0 };
    }

    fn share(self) -> Option<Share> {
        let enough = usize::try_from(self.whole).is_ok_and(|whole| whole >= FEWEST);
        enough.then(|| Share::of(self.part, self.whole))
    }
}

/// Workshop, kind, how useful, whether it was applied, and how many said so.
type Counted = (WorkshopId, Kind, Option<i32>, Option<Applied>, i64);

async fn shares(db: &impl ConnectionTrait, ids: &[WorkshopId]) -> Result<HashMap<WorkshopId, (Of, Of)>> {
    let columns =
        [answer::Column::WorkshopId, answer::Column::Kind, answer::Column::Useful, answer::Column::Applied];
    let rows: Vec<Counted> = columns
        .into_iter()
        .fold(answer::Entity::find().select_only(), |rows, column| rows.column(column).group_by(column))
        .column_as(answer::Column::Id.count(), "count")
        .filter(answer::Column::WorkshopId.is_in(ids.iter().copied()))
        .filter(answer::Column::ReleasedOn.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    let mut all: HashMap<WorkshopId, (Of, Of)> = HashMap::new();
    for (id, kind, score, said, count) in rows {
        let (useful, applied) = all.entry(id).or_default();
        match kind {
            Kind::AfterClosing => useful.add(count, score >= Some(4)),
            Kind::AfterTwelveWeeks => applied.add(count, said == Some(Applied::Yes)),
        }
    }
    Ok(all)
}
