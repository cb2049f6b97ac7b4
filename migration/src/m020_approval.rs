//! Approval of enrolments: who decides, what was decided, and who stands in for a head; and seats that are held for a team.

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
        add(manager, "workshop", string("approval").default("none").take()).await?;
        add(manager, "session", integer("held").default(0).take()).await?;
        for table in [approval(), deputy(), held_seat()] {
            manager.create_table(table).await?;
        }
        run(
            manager,
            &[
                r#"CREATE UNIQUE INDEX "approval_open" ON "approval" ("enrolment_id") WHERE "state" = 'open'"#,
                r#"CREATE INDEX "approval_queue" ON "approval" ("step", "asked_at", "id") WHERE "state" = 'open'"#,
                r#"CREATE INDEX "approval_enrolment" ON "approval" ("enrolment_id", "asked_at")"#,
                r#"CREATE INDEX "approval_decided" ON "approval" ("decided_by")"#,
                r#"CREATE INDEX "enrolment_requested" ON "enrolment" ("session_id", "id") WHERE "status" = 'requested'"#,
                r#"CREATE INDEX "deputy_person" ON "deputy" ("person_id", "until")"#,
                r#"CREATE INDEX "deputy_head" ON "deputy" ("head_id", "until")"#,
                r#"CREATE INDEX "held_seat_living" ON "held_seat" ("session_id", "releases_at") WHERE "ended_at" IS NULL"#,
                r#"CREATE INDEX "held_seat_due" ON "held_seat" ("releases_at") WHERE "ended_at" IS NULL"#,
                r#"CREATE INDEX "held_seat_department" ON "held_seat" ("department_id")"#,
                r#"CREATE INDEX "held_seat_by" ON "held_seat" ("held_by")"#,
            ],
        )
        .await
    }
}

fn approval() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("enrolment_id"),
        string("step"),
        string("state"),
        moment("asked_at"),
        uuid_null("decided_by"),
        moment_null("decided_at"),
        string_null("reason"),
    ];
    table("approval", columns).foreign_key(&mut owned("approval", "enrolment_id", "enrolment")).take()
}

fn deputy() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("head_id"),
        uuid("person_id"),
        date("until"),
        moment("named_at"),
        moment_null("ended_at"),
    ];
    table("deputy", columns)
        .foreign_key(&mut owned("deputy", "head_id", "person"))
        .foreign_key(&mut owned("deputy", "person_id", "person"))
        .take()
}

fn held_seat() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("session_id"),
        uuid("department_id"),
        integer("seats"),
        uuid_null("held_by"),
        moment("held_at"),
        integer("days_before"),
        moment("releases_at"),
        moment_null("ended_at"),
    ];
    table("held_seat", columns)
        .foreign_key(&mut owned("held_seat", "session_id", "session"))
        .foreign_key(&mut owned("held_seat", "department_id", "department"))
        .take()
}
