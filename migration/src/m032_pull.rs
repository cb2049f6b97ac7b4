//! How the last pull of a promise from another system went; and an index for the worker that pulls.

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
        let columns = vec![
            uuid("promise_id").primary_key().take(),
            moment_null("pulled_at"),
            date_null("from_day"),
            date_null("until_day"),
            integer("seen"),
            integer("counted"),
            integer("unknown"),
            integer("to_come"),
            integer("unusable"),
            moment_null("failed_at"),
            string_null("failure"),
        ];
        let made = table("promise_pull", columns)
            .foreign_key(&mut owned("promise_pull", "promise_id", "promise"))
            .take();
        manager.create_table(made).await?;
        let due =
            r#"CREATE INDEX "task_pull" ON "task" ("due_at") WHERE "kind" = 'pull' AND "failed_at" IS NULL"#;
        run(manager, &[due]).await
    }
}
