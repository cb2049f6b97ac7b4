//! The area learning: workshops, their sessions, and who has a place.

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
        for statement in [workshop(), workshop_value(), session(), meeting(), audience(), trainer()] {
            manager.create_table(statement).await?;
        }
        for statement in [enrolment(), invitation()] {
            manager.create_table(statement).await?;
        }
        run(
            manager,
            &[
                r#"CREATE INDEX "workshop_title" ON "workshop" ("state", "title", "id")"#,
                r#"CREATE INDEX "workshop_value_value" ON "workshop_value" ("value")"#,
                r#"CREATE INDEX "audience_workshop" ON "audience" ("workshop_id")"#,
                r#"CREATE INDEX "audience_session" ON "audience" ("session_id")"#,
                r#"CREATE INDEX "session_starts" ON "session" ("starts_at", "id")"#,
                r#"CREATE INDEX "session_workshop" ON "session" ("workshop_id", "starts_at")"#,
                r#"CREATE INDEX "meeting_session" ON "meeting" ("session_id", "starts_at")"#,
                r#"CREATE INDEX "trainer_person" ON "trainer" ("person_id")"#,
                r#"CREATE UNIQUE INDEX "enrolment_alive" ON "enrolment" ("person_id", "session_id") WHERE "status" IN ('confirmed', 'offered', 'waiting', 'requested')"#,
                r#"CREATE INDEX "enrolment_queue" ON "enrolment" ("session_id", "priority", "created_at", "id") WHERE "status" = 'waiting'"#,
                r#"CREATE INDEX "enrolment_session" ON "enrolment" ("session_id", "created_at", "id")"#,
                r#"CREATE INDEX "enrolment_person" ON "enrolment" ("person_id", "created_at")"#,
                r#"CREATE INDEX "enrolment_offer" ON "enrolment" ("offer_expires_at") WHERE "status" = 'offered'"#,
                r#"CREATE INDEX "invitation_meeting" ON "invitation" ("meeting_id")"#,
            ],
        )
        .await
    }
}

fn workshop() -> TableCreateStatement {
    table(
        "workshop",
        vec![
            id(),
            string_uniq("code"),
            string("title"),
            string("summary"),
            text("description"),
            text("goals"),
            string("form"),
            integer("duration_minutes"),
            integer("parts"),
            integer_null("minimum"),
            integer_null("maximum"),
            string("audience"),
            string("offering"),
            string("state"),
            text("search"),
            moment("created_at"),
        ],
    )
}

fn workshop_value() -> TableCreateStatement {
    table("workshop_value", vec![uuid("workshop_id"), string("value")])
        .primary_key(Index::create().col("workshop_id").col("value"))
        .foreign_key(&mut owned("workshop_value", "workshop_id", "workshop"))
        .take()
}

fn session() -> TableCreateStatement {
    table(
        "session",
        vec![
            id(),
            uuid("workshop_id"),
            string("state"),
            integer_null("capacity"),
            integer_null("minimum"),
            integer("taken"),
            integer("waiting"),
            moment("starts_at"),
            moment("ends_at"),
            moment_null("enrolment_opens"),
            moment_null("enrolment_closes"),
            moment_null("withdraw_until"),
            string_null("audience"),
            moment("created_at"),
        ],
    )
    .foreign_key(&mut refers("session", "workshop_id", "workshop"))
    .check(Expr::col("taken").gte(0).and(Expr::col("waiting").gte(0)))
    .take()
}

fn meeting() -> TableCreateStatement {
    table(
        "meeting",
        vec![
            id(),
            uuid("session_id"),
            moment("starts_at"),
            moment("ends_at"),
            string("zone"),
            string("location"),
            string_null("link"),
        ],
    )
    .foreign_key(&mut owned("meeting", "session_id", "session"))
    .take()
}

fn audience() -> TableCreateStatement {
    table(
        "audience",
        vec![
            id(),
            uuid_null("workshop_id"),
            uuid_null("session_id"),
            string("kind"),
            uuid_null("department_id"),
            string_null("job_profile"),
        ],
    )
    .foreign_key(&mut owned("audience", "workshop_id", "workshop"))
    .foreign_key(&mut owned("audience", "session_id", "session"))
    .foreign_key(&mut owned("audience", "department_id", "department"))
    .take()
}

fn trainer() -> TableCreateStatement {
    table("trainer", vec![uuid("session_id"), uuid("person_id")])
        .primary_key(Index::create().col("session_id").col("person_id"))
        .foreign_key(&mut owned("trainer", "session_id", "session"))
        .foreign_key(&mut owned("trainer", "person_id", "person"))
        .take()
}

fn enrolment() -> TableCreateStatement {
    table(
        "enrolment",
        vec![
            id(),
            uuid("session_id"),
            uuid("workshop_id"),
            uuid("person_id"),
            string("status"),
            string("origin"),
            integer("priority"),
            boolean("short_notice"),
            moment("created_at"),
            moment_null("offer_expires_at"),
            string_null("override_reason"),
            moment_null("ended_at"),
            string_null("ending"),
            string_null("withdrawal_reason"),
        ],
    )
    .foreign_key(&mut refers("enrolment", "session_id", "session"))
    .foreign_key(&mut owned("enrolment", "person_id", "person"))
    .take()
}

fn invitation() -> TableCreateStatement {
    table(
        "invitation",
        vec![uuid("person_id"), uuid("meeting_id"), integer("sequence"), moment_null("cancelled_at")],
    )
    .primary_key(Index::create().col("person_id").col("meeting_id"))
    .foreign_key(&mut owned("invitation", "person_id", "person"))
    .foreign_key(&mut owned("invitation", "meeting_id", "meeting"))
    .take()
}
