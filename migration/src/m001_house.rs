//! What the whole house needs: events, tasks, letters, idempotency keys, leases.

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
        manager
            .create_table(table(
                "event",
                vec![
                    id(),
                    moment("at"),
                    string("actor_kind"),
                    uuid_null("actor_id"),
                    string("kind"),
                    uuid_null("subject_id"),
                    uuid_null("person_id"),
                    json("data"),
                ],
            ))
            .await?;
        manager
            .create_table(table(
                "task",
                vec![
                    id(),
                    string("kind"),
                    json("payload"),
                    moment("due_at"),
                    moment("created_at"),
                    integer("attempts"),
                    moment_null("lease_until"),
                    string_null("holder"),
                    moment_null("failed_at"),
                    text_null("last_error"),
                    string_null("key").unique_key().take(),
                ],
            ))
            .await?;
        manager
            .create_table(table(
                "idempotency",
                vec![
                    string("hash").primary_key().take(),
                    string("fingerprint"),
                    integer("status"),
                    text("body"),
                    moment("created_at"),
                ],
            ))
            .await?;
        manager
            .create_table(table(
                "lease",
                vec![string("name").primary_key().take(), string("holder"), moment("until")],
            ))
            .await?;
        run(
            manager,
            &[
                r#"CREATE INDEX "event_at" ON "event" ("at")"#,
                r#"CREATE INDEX "event_subject" ON "event" ("subject_id", "at")"#,
                r#"CREATE INDEX "event_person" ON "event" ("person_id", "at")"#,
                r#"CREATE INDEX "task_due" ON "task" ("due_at") WHERE "failed_at" IS NULL"#,
                r#"CREATE INDEX "task_failed" ON "task" ("failed_at") WHERE "failed_at" IS NOT NULL"#,
                r#"CREATE INDEX "idempotency_created" ON "idempotency" ("created_at")"#,
            ],
        )
        .await
    }
}
