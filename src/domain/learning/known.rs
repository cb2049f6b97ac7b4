//! One date as everybody sees it: read once for all who look at it in the same moment. Who may see it, and how they stand
//! towards it, is asked anew for each.

use std::sync::Arc;

use entity::id::SessionId;
use sea_orm::ConnectionTrait;

use super::{
    agenda::{self, Item},
    sight,
    standing::Asks,
};
use crate::domain::{actor::Actor, change::House, error::Result};

/// A date, and what its rules ask.
#[derive(Debug)]
pub struct Known {
    pub item: Item,
    pub asks: Asks,
}

/// A date, if the actor may see it; not older than [`crate::db::LASTS`].
///
/// # Errors
/// As [`sight::find`].
pub async fn find(house: &House, actor: &Actor, id: SessionId) -> Result<Arc<Known>> {
    let (db, now) = (&house.db.reader, house.now());
    let known = house.db.recent.or_read(format!("session {id}"), now, read(db, id, now)).await?;
    sight::allow(db, actor, &known.item.session).await?;
    Ok(known)
}

async fn read(db: &impl ConnectionTrait, id: SessionId, now: chrono::DateTime<chrono::Utc>) -> Result<Known> {
    let item = agenda::find(db, id, now).await?;
    let asks = Asks::read(db, std::slice::from_ref(&item)).await?;
    Ok(Known { item, asks })
}
