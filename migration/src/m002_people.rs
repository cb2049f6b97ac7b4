//! The area people: who works where, who may what, who is signed in; and the letters they were sent.

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
        for statement in [department(), person(), placement(), role(), import(), letter()] {
            manager.create_table(statement).await?;
        }
        for statement in [sign_in_link(), sign_in(), password(), api_token()] {
            manager.create_table(statement).await?;
        }
        run(
            manager,
            &[
                r#"CREATE INDEX "department_parent" ON "department" ("parent_id")"#,
                r#"CREATE INDEX "person_name" ON "person" ("surname", "given_name", "id")"#,
                r#"CREATE INDEX "person_manager" ON "person" ("manager_id")"#,
                r#"CREATE INDEX "placement_person" ON "placement" ("person_id")"#,
                r#"CREATE INDEX "placement_department" ON "placement" ("department_id")"#,
                r#"CREATE INDEX "role_person" ON "role" ("person_id")"#,
                r#"CREATE INDEX "role_department" ON "role" ("department_id") WHERE "department_id" IS NOT NULL"#,
                r#"CREATE UNIQUE INDEX "role_once" ON "role" ("person_id", "kind") WHERE "department_id" IS NULL"#,
                r#"CREATE UNIQUE INDEX "role_once_there" ON "role" ("person_id", "kind", "department_id") WHERE "department_id" IS NOT NULL"#,
                r#"CREATE INDEX "sign_in_link_person" ON "sign_in_link" ("person_id")"#,
                r#"CREATE INDEX "sign_in_person" ON "sign_in" ("person_id")"#,
                r#"CREATE INDEX "sign_in_expires" ON "sign_in" ("expires_at")"#,
                r#"CREATE INDEX "api_token_person" ON "api_token" ("person_id")"#,
                r#"CREATE INDEX "letter_sent" ON "letter" ("sent_at", "id")"#,
                r#"CREATE INDEX "letter_person" ON "letter" ("person_id")"#,
            ],
        )
        .await
    }
}

fn department() -> TableCreateStatement {
    table(
        "department",
        vec![id(), string_uniq("code"), string("name"), uuid_null("parent_id"), string("kind")],
    )
    .foreign_key(&mut refers("department", "parent_id", "department"))
    .take()
}

fn person() -> TableCreateStatement {
    table(
        "person",
        vec![
            id(),
            string("kind"),
            string_null("employee_number").unique_key().take(),
            string("given_name"),
            string("prefix"),
            string("surname"),
            string_null("email").unique_key().take(),
            string("job_title"),
            uuid_null("manager_id"),
            date_null("employed_from"),
            date_null("employed_until"),
            moment_null("blocked_at"),
            string_null("language"),
            moment_null("bounced_at"),
            string("search"),
            moment("created_at"),
        ],
    )
}

fn placement() -> TableCreateStatement {
    table(
        "placement",
        vec![id(), uuid("person_id"), uuid("department_id"), date_null("starts_on"), date_null("ends_on")],
    )
    .foreign_key(&mut owned("placement", "person_id", "person"))
    .foreign_key(&mut refers("placement", "department_id", "department"))
    .take()
}

fn role() -> TableCreateStatement {
    table(
        "role",
        vec![
            id(),
            uuid("person_id"),
            string("kind"),
            uuid_null("department_id"),
            string("source"),
            uuid_null("granted_by"),
            moment("granted_at"),
        ],
    )
    .foreign_key(&mut owned("role", "person_id", "person"))
    .foreign_key(&mut refers("role", "department_id", "department"))
    .take()
}

fn import() -> TableCreateStatement {
    table(
        "import",
        vec![
            id(),
            string("kind"),
            string("file_name"),
            blob_null("content"),
            uuid_null("uploaded_by"),
            moment("uploaded_at"),
            moment_null("applied_at"),
            json("counts"),
        ],
    )
}

fn letter() -> TableCreateStatement {
    table(
        "letter",
        vec![
            id(),
            string("kind"),
            uuid_null("person_id"),
            string("address"),
            string("language"),
            string("subject"),
            text("text"),
            text("html"),
            text_null("calendar"),
            moment("sent_at"),
        ],
    )
    .foreign_key(&mut owned("letter", "person_id", "person"))
    .take()
}

fn sign_in_link() -> TableCreateStatement {
    table(
        "sign_in_link",
        vec![
            id(),
            string("purpose"),
            uuid_null("person_id"),
            string_uniq("hash"),
            moment("created_at"),
            moment("expires_at"),
            moment_null("used_at"),
            string_null("next"),
        ],
    )
    .foreign_key(&mut owned("sign_in_link", "person_id", "person"))
    .take()
}

fn sign_in() -> TableCreateStatement {
    table(
        "sign_in",
        vec![
            id(),
            string_uniq("hash"),
            uuid("person_id"),
            moment("created_at"),
            moment("seen_at"),
            moment("expires_at"),
            moment_null("ended_at"),
        ],
    )
    .foreign_key(&mut owned("sign_in", "person_id", "person"))
    .take()
}

fn password() -> TableCreateStatement {
    table("password", vec![uuid("person_id").primary_key().take(), string("hash"), moment("changed_at")])
        .foreign_key(&mut owned("password", "person_id", "person"))
        .take()
}

fn api_token() -> TableCreateStatement {
    table(
        "api_token",
        vec![
            id(),
            uuid("person_id"),
            string_uniq("hash"),
            string("scopes"),
            moment("created_at"),
            moment_null("expires_at"),
            moment_null("last_used_at"),
            moment_null("revoked_at"),
        ],
    )
    .foreign_key(&mut owned("api_token", "person_id", "person"))
    .take()
}
