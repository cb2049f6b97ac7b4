//! Changes that can be taken back: what an import found before it wrote, and reorganisations that are still to come.

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
        add(manager, "import", moment_null("moved_at")).await?;
        manager.create_table(import_trace()).await?;
        manager.create_table(reorganisation()).await?;
        run(
            manager,
            &[
                r#"CREATE INDEX "import_trace_subject" ON "import_trace" ("subject_id")"#,
                r#"CREATE INDEX "reorganisation_due" ON "reorganisation" ("starts_on")"#,
                r#"CREATE INDEX "reorganisation_of" ON "reorganisation" ("department_id")"#,
                r#"CREATE INDEX "reorganisation_other" ON "reorganisation" ("other_id")"#,
            ],
        )
        .await
    }
}

fn import_trace() -> TableCreateStatement {
    table("import_trace", vec![uuid("import_id"), uuid("subject_id"), json_null("before"), string("after")])
        .primary_key(Index::create().col("import_id").col("subject_id"))
        .foreign_key(&mut owned("import_trace", "import_id", "import"))
        .take()
}

fn reorganisation() -> TableCreateStatement {
    table(
        "reorganisation",
        vec![
            id(),
            uuid("department_id"),
            uuid_null("other_id"),
            json("wish"),
            date("starts_on"),
            uuid_null("planned_by"),
            moment("planned_at"),
            string_null("refused"),
        ],
    )
    .foreign_key(&mut owned("reorganisation", "department_id", "department"))
    .take()
}
