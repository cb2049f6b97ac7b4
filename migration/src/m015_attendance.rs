//! Who was there; and sessions by their end, for who still has a meeting to keep.

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
        manager.create_table(attendance()).await?;
        run(
            manager,
            &[
                r#"CREATE UNIQUE INDEX "attendance_holds" ON "attendance" ("meeting_id", "enrolment_id") WHERE "replaced_at" IS NULL"#,
                r#"CREATE INDEX "session_ends" ON "session" ("ends_at", "id")"#,
                r#"CREATE INDEX "attendance_enrolment" ON "attendance" ("enrolment_id", "marked_at")"#,
            ],
        )
        .await
    }
}

fn attendance() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("meeting_id"),
        uuid("enrolment_id"),
        string("mark"),
        uuid_null("marked_by"),
        moment("marked_at"),
        moment_null("replaced_at"),
    ];
    table("attendance", columns)
        .foreign_key(&mut owned("attendance", "meeting_id", "meeting"))
        .foreign_key(&mut owned("attendance", "enrolment_id", "enrolment"))
        .take()
}
