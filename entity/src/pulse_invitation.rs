//! That somebody is asked about the four values. Goes when one can answer no more.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "pulse_invitation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PulseInvitationId,
    #[sea_orm(unique_key = "pulse_invitation_of")]
    pub pulse_id: PulseId,
    #[sea_orm(unique_key = "pulse_invitation_of")]
    pub person_id: PersonId,
    /// Nothing tells when: an answer must not be found by its time.
    pub answered: bool,
    #[sea_orm(belongs_to, from = "pulse_id", to = "id", on_delete = "Cascade")]
    pub pulse: BelongsTo<super::pulse::Entity>,
    #[sea_orm(belongs_to, from = "person_id", to = "id", on_delete = "Cascade")]
    pub person: BelongsTo<super::person::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
