//! Something that happened: who, when, what, to whom. Holds ids, never names.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// In what capacity the actor acted.
    ActorKind {
        Person = "person",
        Token = "token",
        Operator = "operator",
        House = "house",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EventId,
    pub at: DateTimeUtc,
    pub actor_kind: ActorKind,
    /// The person who acted, also behind a token.
    pub actor_id: Option<PersonId>,
    /// Code of `domain::event::Event`.
    pub kind: String,
    pub subject_id: Option<Uuid>,
    /// The person it is about.
    pub person_id: Option<PersonId>,
    pub data: Json,
}

impl ActiveModelBehavior for ActiveModel {}
