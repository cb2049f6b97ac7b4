//! Fair chances and what somebody needs: the draw, changing date, workshops that must come first, how many of a team
//! may be away, needs, and who wants to hear of new dates.

use sea_orm_migration::{prelude::*, schema::*};

use crate::tool::*;

/// `enrolment.lot` of somebody who was in no draw.
const NO_LOT: i32 = i32::MAX;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        add(manager, "workshop", boolean("repeatable").default(true).take()).await?;
        add(manager, "department", integer_null("cover_limit")).await?;
        add(manager, "session", moment_null("draw_at")).await?;
        add(manager, "session", moment_null("drawn_at")).await?;
        add(manager, "session", string_null("draw_seed")).await?;
        add(manager, "enrolment", integer("lot").default(NO_LOT).take()).await?;
        add(manager, "enrolment", uuid_null("replaces_id")).await?;
        for statement in [prerequisite(), need(), interest()] {
            manager.create_table(statement).await?;
        }
        run(
            manager,
            &[
                r#"DROP INDEX "enrolment_queue""#,
                r#"CREATE INDEX "enrolment_queue" ON "enrolment" ("session_id", "priority", "lot", "created_at", "id") WHERE "status" = 'waiting'"#,
                r#"CREATE INDEX "session_draw" ON "session" ("draw_at") WHERE "draw_at" IS NOT NULL AND "drawn_at" IS NULL"#,
                r#"CREATE INDEX "prerequisite_required" ON "prerequisite" ("required_id")"#,
                r#"CREATE INDEX "interest_person" ON "interest" ("person_id")"#,
            ],
        )
        .await
    }
}

fn prerequisite() -> TableCreateStatement {
    table("prerequisite", vec![uuid("workshop_id"), uuid("required_id")])
        .primary_key(Index::create().col("workshop_id").col("required_id"))
        .foreign_key(&mut owned("prerequisite", "workshop_id", "workshop"))
        .foreign_key(&mut owned("prerequisite", "required_id", "workshop"))
        .take()
}

fn need() -> TableCreateStatement {
    table("need", vec![uuid("enrolment_id").primary_key().take(), text("access"), text("diet")])
        .foreign_key(&mut owned("need", "enrolment_id", "enrolment"))
        .take()
}

fn interest() -> TableCreateStatement {
    table("interest", vec![uuid("workshop_id"), uuid("person_id"), moment("created_at")])
        .primary_key(Index::create().col("workshop_id").col("person_id"))
        .foreign_key(&mut owned("interest", "workshop_id", "workshop"))
        .foreign_key(&mut owned("interest", "person_id", "person"))
        .take()
}
