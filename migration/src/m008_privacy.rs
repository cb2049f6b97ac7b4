//! The privacy desk: the seals on the log, people who were erased, and what was thrown away when.

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
                "seal",
                vec![
                    integer("number").primary_key().take(),
                    uuid("last_event_id"),
                    integer("events"),
                    string("hash"),
                    moment("last_event_at"),
                    moment("sealed_at"),
                    moment_null("emptied_at"),
                ],
            ))
            .await?;
        manager
            .create_table(table(
                "retention",
                vec![
                    string("kind").primary_key().take(),
                    moment("ran_at"),
                    big_integer("gone"),
                    big_integer("total"),
                ],
            ))
            .await?;
        add(manager, "person", moment_null("erased_at")).await?;
        run(
            manager,
            &[
                r#"CREATE INDEX "event_kind" ON "event" ("kind", "id")"#,
                r#"CREATE INDEX "event_actor" ON "event" ("actor_id", "id")"#,
                r#"CREATE INDEX "seal_last" ON "seal" ("last_event_id")"#,
                r#"CREATE INDEX "person_until" ON "person" ("employed_until")"#,
            ],
        )
        .await
    }
}
