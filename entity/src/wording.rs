//! A text of a letter that the organisation has written itself.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "wording")]
pub struct Model {
    /// The key of the sentence it stands for.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// `nl` or `en`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub language: String,
    /// With `{name}` where something is filled in.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// Nobody: the operator.
    pub changed_by: Option<PersonId>,
    pub changed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
