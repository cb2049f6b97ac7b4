//! Imports that are gone on with, by one at a time, and looked at page by page; letters that wait until they are given.

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
        add(manager, "import", string("content_hash").default("").take()).await?;
        add(manager, "import", integer("run").default(0).take()).await?;
        add(manager, "import", moment_null("compared_at")).await?;
        add(manager, "import", uuid_null("compared_by")).await?;
        add(manager, "handover", moment_null("lapses_at")).await?;
        manager.create_table(import_page()).await?;
        run(
            manager,
            &[
                r#"CREATE INDEX "import_open" ON "import" ("kind") WHERE "applied_at" IS NULL"#,
                r#"CREATE INDEX "import_uploaded" ON "import" ("uploaded_at")"#,
            ],
        )
        .await
    }
}

fn import_page() -> TableCreateStatement {
    table("import_page", vec![uuid("import_id"), string("list"), integer("number"), json("rows")])
        .primary_key(Index::create().col("import_id").col("list").col("number"))
        .foreign_key(&mut owned("import_page", "import_id", "import"))
        .take()
}
