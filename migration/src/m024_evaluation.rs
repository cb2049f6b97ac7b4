//! Evaluations: when the people of a session are asked, who is asked as long as one can answer, and what they answered, without who.

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
        for made in [evaluation(), invitation(), answer(), remark()] {
            manager.create_table(made).await?;
        }
        run(
            manager,
            &[
                r#"CREATE UNIQUE INDEX "evaluation_of" ON "evaluation" ("session_id", "kind")"#,
                r#"CREATE UNIQUE INDEX "evaluation_invitation_of" ON "evaluation_invitation" ("evaluation_id", "person_id")"#,
                r#"CREATE INDEX "evaluation_workshop" ON "evaluation" ("workshop_id", "kind")"#,
                r#"CREATE INDEX "evaluation_running" ON "evaluation" ("opens_on") WHERE "closed_on" IS NULL"#,
                r#"CREATE INDEX "evaluation_invitation_person" ON "evaluation_invitation" ("person_id")"#,
                r#"CREATE INDEX "evaluation_answer_of" ON "evaluation_answer" ("workshop_id", "kind", "released_on")"#,
                r#"CREATE INDEX "evaluation_remark_of" ON "evaluation_remark" ("workshop_id", "kind", "released_on")"#,
            ],
        )
        .await
    }
}

fn evaluation() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("session_id"),
        uuid("workshop_id"),
        string("kind"),
        date("opens_on"),
        date("closes_on"),
        string("link_key"),
        integer("invited"),
        integer("answered"),
        integer("counted"),
        date("sifted_on"),
        date_null("asked_on"),
        date_null("reminded_on"),
        date_null("closed_on"),
    ];
    table("evaluation", columns)
        .foreign_key(&mut owned("evaluation", "session_id", "session"))
        .foreign_key(&mut owned("evaluation", "workshop_id", "workshop"))
        .take()
}

fn invitation() -> TableCreateStatement {
    let columns = vec![id(), uuid("evaluation_id"), uuid("person_id"), boolean("answered")];
    table("evaluation_invitation", columns)
        .foreign_key(&mut owned("evaluation_invitation", "evaluation_id", "evaluation"))
        .foreign_key(&mut owned("evaluation_invitation", "person_id", "person"))
        .take()
}

fn answer() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("workshop_id"),
        string("kind"),
        integer_null("useful"),
        integer_null("clear"),
        integer_null("recommend"),
        string_null("applied"),
        string("reasons"),
        date_null("released_on"),
    ];
    table("evaluation_answer", columns)
        .foreign_key(&mut owned("evaluation_answer", "workshop_id", "workshop"))
        .take()
}

fn remark() -> TableCreateStatement {
    let columns = vec![id(), uuid("workshop_id"), string("kind"), text("text"), date_null("released_on")];
    table("evaluation_remark", columns)
        .foreign_key(&mut owned("evaluation_remark", "workshop_id", "workshop"))
        .take()
}
