//! A threshold of adoption as it was set at a moment; the newest of each name counts.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "adoption_rule")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RuleId,
    /// As "people" or "ladder-talking".
    pub name: String,
    pub value: String,
    pub set_at: DateTimeUtc,
    /// Nothing: somebody who was erased, or the settings.
    pub set_by: Option<PersonId>,
    #[sea_orm(belongs_to, from = "set_by", to = "id")]
    pub setter: BelongsTo<Option<super::person::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
