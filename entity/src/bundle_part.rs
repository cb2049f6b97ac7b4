//! One printed certificate of a bundle: in the database, so that every instance can give the whole.

use sea_orm::entity::prelude::*;

use crate::id::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "bundle_part")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub bundle_id: BundleId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub certificate_id: CertificateId,
    /// Of the file.
    pub name: String,
    #[sea_orm(column_type = "Blob")]
    pub content: Vec<u8>,
    #[sea_orm(belongs_to, from = "bundle_id", to = "id", on_delete = "Cascade")]
    pub bundle: BelongsTo<super::bundle::Entity>,
    #[sea_orm(belongs_to, from = "certificate_id", to = "id", on_delete = "Cascade")]
    pub certificate: BelongsTo<super::certificate::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
