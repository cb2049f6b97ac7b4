//! How often somebody tried to come in, counted for all instances together.

use sea_orm_migration::{prelude::*, schema::*};

use crate::tool::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = vec![string("hash").primary_key().take(), moment("forgotten_at")];
        manager.create_table(table("sign_in_try", columns)).await
    }
}
