//! The words by which somebody is found: kept with every write of the person (`domain::people::word`).

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "person_word")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// In lower case without accents. Compared by bytes, so that whatever begins with some letters stands together.
    #[sea_orm(primary_key, auto_increment = false)]
    pub word: String,
    /// The person's: with it the index has everybody with a word in the order of the lists.
    pub surname: String,
    #[sea_orm(belongs_to, from = "person_id", to = "id", on_delete = "Cascade")]
    pub person: BelongsTo<super::person::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
