//! Planning: the decision about a session with too few people, what it costs, and more of a workshop.

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
        let columns = [
            ("session", moment_null("decide_by")),
            ("session", moment_null("decision_asked_at")),
            ("session", moment_null("decided_at")),
            ("session", big_integer_null("cost_cents")),
            ("session", string_null("called_off_reason")),
            ("department", string_null("cost_centre")),
            ("workshop", string("languages").default("nl").take()),
            ("workshop", string_null("cover")),
        ];
        for (table, mut column) in columns {
            // One column a statement: SQLite takes no more.
            manager.alter_table(Table::alter().table(table).add_column(&mut column).take()).await?;
        }
        run(
            manager,
            &[
                r#"CREATE INDEX "session_decide" ON "session" ("decide_by") WHERE "decide_by" IS NOT NULL AND "decided_at" IS NULL"#,
                r#"CREATE INDEX "enrolment_called_off" ON "enrolment" ("person_id", "workshop_id") WHERE "ending" = 'session-called-off'"#,
            ],
        )
        .await
    }
}
