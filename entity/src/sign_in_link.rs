//! A link to come in with: mailed to a person, or printed once to set up an empty house.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// What the link opens.
    LinkPurpose {
        SignIn = "sign-in",
        SetUp = "set-up",
        Guest = "guest",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SignInLinkId,
    pub purpose: LinkPurpose,
    pub person_id: Option<PersonId>,
    /// SHA-256 of the secret, in hexadecimal.
    #[sea_orm(unique)]
    pub hash: String,
    pub created_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub used_at: Option<DateTimeUtc>,
    /// Page to go on to.
    pub next: Option<String>,
    #[sea_orm(belongs_to, from = "person_id", to = "id", on_delete = "Cascade")]
    pub person: BelongsTo<Option<super::person::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
