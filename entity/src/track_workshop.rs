//! A workshop of a track, at its place.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "track_workshop")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub track_id: TrackId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub workshop_id: WorkshopId,
    /// From 1.
    pub position: i32,
    #[sea_orm(belongs_to, from = "track_id", to = "id", on_delete = "Cascade")]
    pub track: BelongsTo<super::track::Entity>,
    #[sea_orm(belongs_to, from = "workshop_id", to = "id", on_delete = "Cascade")]
    pub workshop: BelongsTo<super::workshop::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
