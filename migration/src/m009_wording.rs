//! Texts of letters that an organisation writes itself.

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
        let wording = table(
            "wording",
            vec![
                string("key"),
                string("language"),
                text("text"),
                uuid_null("changed_by"),
                moment("changed_at"),
            ],
        )
        .primary_key(Index::create().col("key").col("language"))
        .take();
        manager.create_table(wording).await
    }
}
