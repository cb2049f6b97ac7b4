//! Indexes that hold all that the page of a head asks of a person: what they have to follow, and the places that came to nothing yet.

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
                r#"DROP INDEX "duty_person""#,
                r#"CREATE INDEX "duty_person" ON "duty" ("person_id", "ended_at", "done_on", "exempted_at", "due_on", "workshop_id", "assignment_id", "id")"#,
                r#"CREATE INDEX "enrolment_standing" ON "enrolment" ("person_id", "workshop_id", "status", "session_id") WHERE "outcome" IS NULL"#,
                r#"CREATE INDEX "enrolment_asked" ON "enrolment" ("person_id") WHERE "status" = 'requested'"#,
            ],
        )
        .await
    }
}
