//! How many contacts there were by a channel in a month: the weight of its grades.

use sea_orm::entity::prelude::*;

use crate::{feedback::Channel, id::*};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "contact_volume")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub channel: Channel,
    /// First day of the month.
    #[sea_orm(primary_key, auto_increment = false)]
    pub begins_on: Date,
    pub contacts: i32,
    /// Nothing: somebody who was erased, or a file.
    pub entered_by: Option<PersonId>,
    #[sea_orm(belongs_to, from = "entered_by", to = "id")]
    pub enterer: BelongsTo<Option<super::person::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
