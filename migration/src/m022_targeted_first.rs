//! A session can serve those who have to follow the workshop before the others who wait.

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
        add(manager, "session", boolean("targeted_first").default(false).take()).await
    }
}
