//! Heads who ask the programme for a date.

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
        manager.create_table(date_wish()).await?;
        run(
            manager,
            &[
                r#"CREATE UNIQUE INDEX "date_wish_open" ON "date_wish" ("department_id", "workshop_id") WHERE "answered_at" IS NULL"#,
                r#"CREATE INDEX "date_wish_queue" ON "date_wish" ("asked_at", "id") WHERE "answered_at" IS NULL"#,
                r#"CREATE INDEX "date_wish_department" ON "date_wish" ("department_id", "asked_at")"#,
                r#"CREATE INDEX "date_wish_asked" ON "date_wish" ("asked_by") WHERE "asked_by" IS NOT NULL"#,
            ],
        )
        .await
    }
}

fn date_wish() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("department_id"),
        uuid("workshop_id"),
        integer("people"),
        date("from_on"),
        date("until_on"),
        text("note"),
        uuid_null("asked_by"),
        moment("asked_at"),
        moment_null("answered_at"),
        uuid_null("answered_by"),
        uuid_null("session_id"),
        text_null("reply"),
    ];
    table("date_wish", columns)
        .foreign_key(&mut owned("date_wish", "department_id", "department"))
        .foreign_key(&mut owned("date_wish", "workshop_id", "workshop"))
        .foreign_key(&mut refers("date_wish", "session_id", "session"))
        .take()
}
