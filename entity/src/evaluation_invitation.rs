//! That somebody is asked what they think of a session. Goes when one can answer no more.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "evaluation_invitation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EvaluationInvitationId,
    #[sea_orm(unique_key = "evaluation_invitation_of")]
    pub evaluation_id: EvaluationId,
    #[sea_orm(unique_key = "evaluation_invitation_of")]
    pub person_id: PersonId,
    /// Nothing tells when: an answer must not be found by its time.
    pub answered: bool,
    #[sea_orm(belongs_to, from = "evaluation_id", to = "id", on_delete = "Cascade")]
    pub evaluation: BelongsTo<super::evaluation::Entity>,
    #[sea_orm(belongs_to, from = "person_id", to = "id", on_delete = "Cascade")]
    pub person: BelongsTo<super::person::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
