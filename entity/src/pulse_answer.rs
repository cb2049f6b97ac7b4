//! What somebody answered about the four values. Knows no person, invitation or time.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "pulse_answer")]
pub struct Model {
    /// By chance, so that order tells nothing.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PulseAnswerId,
    pub pulse_id: PulseId,
    /// Where whoever answered worked at that moment, or the nearest department above it with enough people.
    pub department_id: DepartmentId,
    /// From 1 to 5, as the next three.
    pub connection: i32,
    pub craft: i32,
    pub trust: i32,
    pub renewal: i32,
    #[sea_orm(belongs_to, from = "pulse_id", to = "id", on_delete = "Cascade")]
    pub pulse: BelongsTo<super::pulse::Entity>,
    #[sea_orm(belongs_to, from = "department_id", to = "id", on_delete = "Cascade")]
    pub department: BelongsTo<super::department::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
