//! How often somebody tried to come in lately, by account and by address.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_try")]
pub struct Model {
    /// SHA-256 of what is counted, in hexadecimal: an account as it was typed, or an address.
    #[sea_orm(primary_key, auto_increment = false)]
    pub hash: String,
    /// When all tries count no more; each try moves it on by the period of its kind.
    pub forgotten_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
