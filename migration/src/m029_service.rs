//! Service: promises and their readings, call-backs, what residents think, compliments.

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
        for made in [
            promise(),
            reading(),
            reading_figure(),
            call_back_day(),
            promise_improvement(),
            feedback(),
            feedback_form(),
            compliment(),
            contact_volume(),
        ] {
            manager.create_table(made).await?;
        }
        run(
            manager,
            &[
                r#"CREATE UNIQUE INDEX "promise_code" ON "promise" ("code")"#,
                r#"CREATE UNIQUE INDEX "feedback_form_key" ON "feedback_form" ("link_key")"#,
                r#"CREATE INDEX "reading_of" ON "reading" ("promise_id", "begins_on")"#,
                r#"CREATE UNIQUE INDEX "reading_counts" ON "reading" ("promise_id", "begins_on") WHERE "replaced_at" IS NULL"#,
                r#"CREATE INDEX "call_back_day_of" ON "call_back_day" ("promise_id", "due_on")"#,
                r#"CREATE INDEX "promise_improvement_of" ON "promise_improvement" ("improvement_id")"#,
                r#"CREATE INDEX "feedback_received" ON "feedback" ("received_on", "channel")"#,
                r#"CREATE INDEX "feedback_department" ON "feedback" ("department_id", "received_on")"#,
                r#"CREATE INDEX "compliment_received" ON "compliment" ("received_on", "id")"#,
                r#"CREATE INDEX "compliment_department" ON "compliment" ("department_id", "received_on")"#,
            ],
        )
        .await
    }
}

fn promise() -> TableCreateStatement {
    let columns = vec![
        id(),
        string("code"),
        string("text_nl"),
        string("text_en"),
        string("indicator_nl"),
        string("indicator_en"),
        string("direction"),
        double("target"),
        string("unit"),
        string("every"),
        string("origin"),
        uuid_null("department_id"),
        string("measured_by"),
        string("data_source"),
        text("definition_nl"),
        text("definition_en"),
        date_null("retired_on"),
        integer("version"),
    ];
    table("promise", columns).foreign_key(&mut refers("promise", "department_id", "department")).take()
}

fn reading() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("promise_id"),
        date("begins_on"),
        double("value"),
        double("target"),
        integer_null("cases"),
        integer_null("met"),
        string("way"),
        text("note"),
        uuid_null("entered_by"),
        moment("entered_at"),
        moment_null("replaced_at"),
    ];
    table("reading", columns)
        .foreign_key(&mut owned("reading", "promise_id", "promise"))
        .foreign_key(&mut refers("reading", "entered_by", "person"))
        .take()
}

fn reading_figure() -> TableCreateStatement {
    let columns = vec![uuid("reading_id"), string("code"), double("value")];
    table("reading_figure", columns)
        .primary_key(Index::create().col("reading_id").col("code"))
        .foreign_key(&mut owned("reading_figure", "reading_id", "reading"))
        .take()
}

fn call_back_day() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("promise_id"),
        uuid_null("department_id"),
        date("due_on"),
        integer("due"),
        integer("met"),
    ];
    table("call_back_day", columns)
        .foreign_key(&mut owned("call_back_day", "promise_id", "promise"))
        .foreign_key(&mut owned("call_back_day", "department_id", "department"))
        .take()
}

fn promise_improvement() -> TableCreateStatement {
    let columns = vec![uuid("promise_id"), date("begins_on"), uuid("improvement_id")];
    table("promise_improvement", columns)
        .primary_key(Index::create().col("promise_id").col("begins_on"))
        .foreign_key(&mut owned("promise_improvement", "promise_id", "promise"))
        .foreign_key(&mut owned("promise_improvement", "improvement_id", "improvement"))
        .take()
}

fn feedback() -> TableCreateStatement {
    let columns = vec![
        id(),
        string("channel"),
        integer_null("grade"),
        integer_null("effort"),
        text_null("text"),
        uuid_null("department_id"),
        date("received_on"),
        string("way"),
    ];
    table("feedback", columns).foreign_key(&mut refers("feedback", "department_id", "department")).take()
}

fn feedback_form() -> TableCreateStatement {
    let columns = vec![
        id(),
        string("link_key"),
        string("name"),
        string("channel"),
        uuid_null("department_id"),
        date("opened_on"),
        date_null("closed_on"),
    ];
    table("feedback_form", columns)
        .foreign_key(&mut refers("feedback_form", "department_id", "department"))
        .take()
}

fn compliment() -> TableCreateStatement {
    let columns = vec![
        id(),
        string("shape"),
        boolean("asked"),
        text("text"),
        string_null("channel"),
        uuid_null("department_id"),
        date("received_on"),
        string("telling"),
        uuid_null("entered_by"),
    ];
    table("compliment", columns)
        .foreign_key(&mut refers("compliment", "department_id", "department"))
        .foreign_key(&mut refers("compliment", "entered_by", "person"))
        .take()
}

fn contact_volume() -> TableCreateStatement {
    let columns = vec![string("channel"), date("begins_on"), integer("contacts"), uuid_null("entered_by")];
    table("contact_volume", columns)
        .primary_key(Index::create().col("channel").col("begins_on"))
        .foreign_key(&mut refers("contact_volume", "entered_by", "person"))
        .take()
}
