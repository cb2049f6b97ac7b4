//! Who decides about requests in the stead of a head, until a day.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "deputy")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DeputyId,
    pub head_id: PersonId,
    pub person_id: PersonId,
    /// The last day.
    pub until: Date,
    pub named_at: DateTimeUtc,
    /// When the head ended it early.
    pub ended_at: Option<DateTimeUtc>,
    #[sea_orm(belongs_to, relation_enum = "Head", from = "head_id", to = "id", on_delete = "Cascade")]
    pub head: BelongsTo<super::person::Entity>,
    #[sea_orm(belongs_to, relation_enum = "Person", from = "person_id", to = "id", on_delete = "Cascade")]
    pub person: BelongsTo<super::person::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
