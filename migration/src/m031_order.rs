//! Indexes for two lists: what was published, the last first, and what was done within a period.

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
        run(
            manager,
            &[
                r#"CREATE INDEX "adoption_set_published" ON "adoption_set" ("published_on" DESC, "id")"#,
                r#"CREATE INDEX "improvement_done" ON "improvement" ("done_on", "id") WHERE "done_on" IS NOT NULL"#,
            ],
        )
        .await
    }
}
