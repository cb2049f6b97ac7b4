//! Registers that are still to be closed: when somebody was told, and finding them.

use sea_orm_migration::prelude::*;

use crate::tool::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        add(manager, "meeting", moment_null("reminded_at")).await?;
        add(manager, "meeting", moment_null("escalated_at")).await?;
        let unclosed =
            r#"CREATE INDEX "meeting_unclosed" ON "meeting" ("ends_at") WHERE "closed_at" IS NULL"#;
        run(manager, &[unclosed]).await
    }
}
