//! The organisation changes: departments with a past, imports that can be undone, and people from outside.

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
        add(manager, "department", date_null("begins_on")).await?;
        add(manager, "department", date_null("ends_on")).await?;
        add(manager, "department", uuid_null("successor_id")).await?;
        add(manager, "import", json_null("restore")).await?;
        add(manager, "import", moment_null("started_at")).await?;
        add(manager, "import", moment_null("undone_at")).await?;
        add(manager, "import", integer("total").default(0).take()).await?;
        add(manager, "import", integer("done").default(0).take()).await?;
        add(manager, "person", string_null("agency")).await?;
        manager.create_table(department_version()).await?;
        manager.create_table(guest()).await?;
        run(
            manager,
            &[
                r#"CREATE INDEX "department_version_of" ON "department_version" ("department_id", "ends_on")"#,
                r#"CREATE INDEX "guest_person" ON "guest" ("person_id")"#,
            ],
        )
        .await
    }
}

fn department_version() -> TableCreateStatement {
    table(
        "department_version",
        vec![
            id(),
            uuid("department_id"),
            string("name"),
            uuid_null("parent_id"),
            date_null("starts_on"),
            date("ends_on"),
        ],
    )
    .foreign_key(&mut owned("department_version", "department_id", "department"))
    .take()
}

fn guest() -> TableCreateStatement {
    table("guest", vec![uuid("session_id"), uuid("person_id"), moment("invited_at")])
        .primary_key(Index::create().col("session_id").col("person_id"))
        .foreign_key(&mut owned("guest", "session_id", "session"))
        .foreign_key(&mut owned("guest", "person_id", "person"))
        .take()
}
