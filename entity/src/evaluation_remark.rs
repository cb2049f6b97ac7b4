//! What somebody wrote about a workshop. Kept apart from the answers, so that words that give somebody away lead to no grade.

use sea_orm::entity::prelude::*;

use crate::{evaluation::EvaluationKind, id::*};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "evaluation_remark")]
pub struct Model {
    /// By chance: also the order in which remarks are shown.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EvaluationRemarkId,
    pub workshop_id: WorkshopId,
    pub kind: EvaluationKind,
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// The night in which the answers released with it were first shown.
    pub released_on: Option<Date>,
    #[sea_orm(belongs_to, from = "workshop_id", to = "id", on_delete = "Cascade")]
    pub workshop: BelongsTo<super::workshop::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
