//! A signed-in browser.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// Whose device the browser is on.
    Device {
        Own = "own",
        /// Others use it too: the cookie goes with the window, and signing out is near.
        Shared = "shared",
        /// Opened by the link in a guest's letter.
        Guest = "guest",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SignInId,
    /// SHA-256 of the secret in the cookie, in hexadecimal.
    #[sea_orm(unique)]
    pub hash: String,
    pub person_id: PersonId,
    pub created_at: DateTimeUtc,
    pub seen_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub ended_at: Option<DateTimeUtc>,
    pub device: Device,
    #[sea_orm(belongs_to, from = "person_id", to = "id", on_delete = "Cascade")]
    pub person: BelongsTo<super::person::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
