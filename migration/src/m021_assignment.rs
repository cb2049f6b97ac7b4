//! Targeted trainings: tracks, what was assigned to whom, and what each person has to follow before which day.

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
        for made in [track(), track_workshop(), assignment(), assignment_group(), duty(), digest()] {
            manager.create_table(made).await?;
        }
        run(
            manager,
            &[
                r#"CREATE INDEX "track_workshop_workshop" ON "track_workshop" ("workshop_id")"#,
                r#"CREATE INDEX "assignment_made" ON "assignment" ("made_at", "id")"#,
                r#"CREATE INDEX "assignment_group_of" ON "assignment_group" ("assignment_id")"#,
                r#"CREATE INDEX "assignment_group_person" ON "assignment_group" ("person_id") WHERE "person_id" IS NOT NULL"#,
                r#"CREATE UNIQUE INDEX "duty_alive" ON "duty" ("person_id", "assignment_id", "workshop_id") WHERE "ended_at" IS NULL"#,
                r#"CREATE INDEX "duty_assignment" ON "duty" ("assignment_id", "person_id") WHERE "ended_at" IS NULL"#,
                r#"CREATE INDEX "duty_workshop" ON "duty" ("workshop_id", "person_id") WHERE "ended_at" IS NULL"#,
                r#"CREATE INDEX "duty_due" ON "duty" ("due_on") WHERE "ended_at" IS NULL AND "done_on" IS NULL AND "exempted_at" IS NULL"#,
                r#"CREATE INDEX "duty_half" ON "duty" ("half_on") WHERE "ended_at" IS NULL AND "done_on" IS NULL AND "exempted_at" IS NULL AND "chased" = 0"#,
                r#"CREATE INDEX "duty_renewal" ON "duty" ("assignment_id", "done_on") WHERE "ended_at" IS NULL AND "done_on" IS NOT NULL"#,
                r#"CREATE INDEX "duty_asked" ON "duty" ("asked_at") WHERE "ended_at" IS NULL AND "asked_at" IS NOT NULL AND "answered_at" IS NULL"#,
                r#"CREATE INDEX "duty_person" ON "duty" ("person_id", "since")"#,
                r#"CREATE INDEX "duty_enrolment" ON "duty" ("enrolment_id") WHERE "enrolment_id" IS NOT NULL"#,
            ],
        )
        .await
    }
}

fn track() -> TableCreateStatement {
    let columns =
        vec![id(), string("title"), text("summary"), moment("created_at"), moment_null("retired_at")];
    table("track", columns)
}

fn track_workshop() -> TableCreateStatement {
    table("track_workshop", vec![uuid("track_id"), uuid("workshop_id"), integer("position")])
        .primary_key(Index::create().col("track_id").col("workshop_id"))
        .foreign_key(&mut owned("track_workshop", "track_id", "track"))
        .foreign_key(&mut owned("track_workshop", "workshop_id", "workshop"))
        .take()
}

fn assignment() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid_null("workshop_id"),
        uuid_null("track_id"),
        date_null("due_on"),
        integer_null("due_days"),
        text("reason"),
        integer_null("repeat_years"),
        uuid_null("made_by"),
        moment("made_at"),
        moment_null("checked_at"),
        moment_null("ended_at"),
        uuid_null("ended_by"),
    ];
    table("assignment", columns)
        .foreign_key(&mut refers("assignment", "workshop_id", "workshop"))
        .foreign_key(&mut refers("assignment", "track_id", "track"))
        .take()
}

fn assignment_group() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("assignment_id"),
        string("kind"),
        uuid_null("department_id"),
        string_null("job_profile"),
        uuid_null("person_id"),
    ];
    table("assignment_group", columns)
        .foreign_key(&mut owned("assignment_group", "assignment_id", "assignment"))
        .foreign_key(&mut owned("assignment_group", "department_id", "department"))
        .foreign_key(&mut owned("assignment_group", "person_id", "person"))
        .take()
}

fn duty() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("assignment_id"),
        uuid("workshop_id"),
        uuid("person_id"),
        date("since"),
        date("due_on"),
        date("half_on"),
        integer("chased"),
        date_null("done_on"),
        uuid_null("enrolment_id"),
        moment_null("exempted_at"),
        uuid_null("exempted_by"),
        string_null("exempt_reason"),
        moment_null("asked_at"),
        date_null("asked_until"),
        string_null("asked_reason"),
        moment_null("answered_at"),
        uuid_null("answered_by"),
        string_null("answer"),
        moment_null("ended_at"),
        string_null("ending"),
    ];
    table("duty", columns)
        .foreign_key(&mut owned("duty", "assignment_id", "assignment"))
        .foreign_key(&mut owned("duty", "workshop_id", "workshop"))
        .foreign_key(&mut owned("duty", "person_id", "person"))
        .take()
}

fn digest() -> TableCreateStatement {
    table("digest", vec![uuid("person_id").primary_key().take(), date("sent_on")])
        .foreign_key(&mut owned("digest", "person_id", "person"))
        .take()
}
