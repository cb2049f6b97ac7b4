//! Indexes for what is asked with every page of a session: offers that lapsed there, and whether any team limits who is away.

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
                r#"CREATE INDEX "enrolment_offered" ON "enrolment" ("session_id", "offer_expires_at") WHERE "status" = 'offered'"#,
                r#"CREATE INDEX "department_cover" ON "department" ("id") WHERE "cover_limit" IS NOT NULL"#,
            ],
        )
        .await
    }
}
