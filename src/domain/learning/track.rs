//! Tracks: several workshops in an order, assigned as one.

use std::collections::HashMap;

use entity::{id::*, track, track_workshop, workshop};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, Set,
    sea_query::Expr,
};

use super::assignment;
use crate::domain::{
    change::Change,
    error::{Error, Field, Result, all_well},
    event::Assigning,
};

pub use entity::track::Model as Track;

/// What a title may be long, in characters.
const TITLE_LENGTH: usize = 120;
/// What a summary may be long, in characters.
const SUMMARY_LENGTH: usize = 600;
/// The most workshops of one track.
pub const MOST_WORKSHOPS: usize = 12;

/// What a planner gives.
#[derive(Clone, Debug)]
pub struct Draft {
    pub title: String,
    pub summary: String,
    /// In their order.
    pub workshops: Vec<WorkshopId>,
}

/// Makes a track.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::Invalid`] field by field.
pub async fn create(change: &Change, draft: &Draft) -> Result<TrackId> {
    allow(change)?;
    validate(change.db(), draft).await?;
    let id = TrackId::new();
    let row = track::ActiveModel {
        id: Set(id),
        title: Set(draft.title.trim().into()),
        summary: Set(draft.summary.trim().into()),
        created_at: Set(change.now),
        retired_at: Set(None),
    };
    track::Entity::insert(row).exec_without_returning(change.db()).await?;
    set_workshops(change, id, &draft.workshops).await?;
    change.record(Assigning::TrackMade { track: id }.into()).await?;
    Ok(id)
}

/// Changes a track. Whom it was assigned to follows: a workshop that is new becomes a duty, one that is gone no longer is.
///
/// # Errors
/// As [`create`]; [`Error::Missing`].
pub async fn update(change: &Change, id: TrackId, draft: &Draft) -> Result<()> {
    allow(change)?;
    find(change.db(), id).await?;
    validate(change.db(), draft).await?;
    track::Entity::update_many()
        .col_expr(track::Column::Title, Expr::value(draft.title.trim()))
        .col_expr(track::Column::Summary, Expr::value(draft.summary.trim()))
        .filter(track::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    track_workshop::Entity::delete_many()
        .filter(track_workshop::Column::TrackId.eq(id))
        .exec(change.db())
        .await?;
    set_workshops(change, id, &draft.workshops).await?;
    assignment::check_again(change, assignment::of_track(id)).await?;
    change.record(Assigning::TrackChanged { track: id }.into()).await
}

/// Takes a track out of use, or into use again. What was assigned goes on.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::Missing`].
pub async fn retire(change: &Change, id: TrackId, retired: bool) -> Result<()> {
    allow(change)?;
    find(change.db(), id).await?;
    track::Entity::update_many()
        .col_expr(track::Column::RetiredAt, Expr::value(retired.then_some(change.now)))
        .filter(track::Column::Id.eq(id))
        .exec(change.db())
        .await?;
    change.record(Assigning::TrackChanged { track: id }.into()).await
}

fn allow(change: &Change) -> Result<()> {
    if change.actor.may_plan() { Ok(()) } else { Err(Error::Forbidden) }
}

async fn validate(db: &impl ConnectionTrait, draft: &Draft) -> Result<()> {
    let mut wrong = Vec::new();
    if draft.title.trim().is_empty() {
        wrong.push(Field::new("title", "required"));
    }
    if draft.title.trim().chars().count() > TITLE_LENGTH {
        wrong.push(Field::new("title", "too-long").with("max", TITLE_LENGTH));
    }
    if draft.summary.trim().chars().count() > SUMMARY_LENGTH {
        wrong.push(Field::new("summary", "too-long").with("max", SUMMARY_LENGTH));
    }
    let mut ids = draft.workshops.clone();
    ids.sort_unstable();
    ids.dedup();
    if draft.workshops.is_empty() {
        wrong.push(Field::new("workshops", "required"));
    } else if ids.len() < draft.workshops.len() {
        wrong.push(Field::new("workshops", "workshop-twice"));
    } else {
        let found = workshop::Entity::find().filter(workshop::Column::Id.is_in(ids.iter().copied()));
        if found.all(db).await?.len() < ids.len() {
            wrong.push(Field::new("workshops", "not-a-choice"));
        }
    }
    all_well(wrong)
}

async fn set_workshops(change: &Change, id: TrackId, workshops: &[WorkshopId]) -> Result<()> {
    let rows = (1..).zip(workshops).map(|(position, workshop)| track_workshop::ActiveModel {
        track_id: Set(id),
        workshop_id: Set(*workshop),
        position: Set(position),
    });
    track_workshop::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
    Ok(())
}

/// One track.
///
/// # Errors
/// [`Error::Missing`] when there is none.
pub async fn find(db: &impl ConnectionTrait, id: TrackId) -> Result<Track> {
    track::Entity::find_by_id(id).one(db).await?.ok_or(Error::Missing("track"))
}

/// Every track by title, those in use first.
///
/// # Errors
/// When the database fails.
pub async fn list(db: &impl ConnectionTrait) -> Result<Vec<Track>> {
    let mut rows = track::Entity::find().order_by_asc(track::Column::Title).all(db).await?;
    rows.sort_by_key(|row| row.retired_at.is_some());
    Ok(rows)
}

/// The workshops of a track, in their order.
///
/// # Errors
/// When the database fails.
pub async fn workshops(db: &impl ConnectionTrait, id: TrackId) -> Result<Vec<workshop::Model>> {
    let rows = track_workshop::Entity::find()
        .find_also_related(workshop::Entity)
        .filter(track_workshop::Column::TrackId.eq(id))
        .order_by_asc(track_workshop::Column::Position);
    Ok(rows.all(db).await?.into_iter().filter_map(|(_, workshop)| workshop).collect())
}

/// The workshops of tracks, in their order.
pub type Steps = HashMap<TrackId, Vec<WorkshopId>>;

/// Titles and workshops of these tracks.
///
/// # Errors
/// When the database fails.
pub async fn named(db: &impl ConnectionTrait, ids: &[TrackId]) -> Result<(HashMap<TrackId, String>, Steps)> {
    if ids.is_empty() {
        return Ok((HashMap::new(), HashMap::new()));
    }
    let rows = track::Entity::find().filter(track::Column::Id.is_in(ids.iter().copied())).all(db).await?;
    let titles = rows.into_iter().map(|row| (row.id, row.title)).collect();
    let rows = track_workshop::Entity::find()
        .filter(track_workshop::Column::TrackId.is_in(ids.iter().copied()))
        .order_by_asc(track_workshop::Column::Position);
    let mut steps = Steps::new();
    for row in rows.all(db).await? {
        steps.entry(row.track_id).or_default().push(row.workshop_id);
    }
    Ok((titles, steps))
}
