//! What somebody needs to take part. Read by the trainers of that session only, and erased afterwards.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "need")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub enrolment_id: EnrolmentId,
    /// Access: a ramp, an interpreter, large print.
    #[sea_orm(column_type = "Text")]
    pub access: String,
    #[sea_orm(column_type = "Text")]
    pub diet: String,
    #[sea_orm(belongs_to, from = "enrolment_id", to = "id", on_delete = "Cascade")]
    pub enrolment: BelongsTo<super::enrolment::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
