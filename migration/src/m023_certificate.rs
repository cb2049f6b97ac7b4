//! Certificates of attendance, and those of a session that are printed together.

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
        manager.create_table(certificate()).await?;
        manager.create_table(bundle()).await?;
        manager.create_table(bundle_part()).await?;
        run(
            manager,
            &[
                r#"CREATE INDEX "bundle_session" ON "bundle" ("session_id", "asked_at")"#,
                r#"CREATE INDEX "bundle_part_certificate" ON "bundle_part" ("certificate_id")"#,
            ],
        )
        .await
    }
}

fn certificate() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("enrolment_id").unique_key().take(),
        string("serial").unique_key().take(),
        moment("issued_at"),
        string("name"),
        string("short_name"),
        string("workshop"),
        string("organisation"),
        json("meetings"),
        integer("minutes"),
        json("trainers"),
        moment_null("revoked_at"),
        string_null("revoked_reason"),
    ];
    table("certificate", columns).foreign_key(&mut owned("certificate", "enrolment_id", "enrolment")).take()
}

fn bundle() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("session_id"),
        uuid_null("asked_by"),
        moment("asked_at"),
        integer("total"),
        integer("done"),
        moment("moved_at"),
        moment_null("finished_at"),
        moment_null("failed_at"),
    ];
    table("bundle", columns).foreign_key(&mut owned("bundle", "session_id", "session")).take()
}

fn bundle_part() -> TableCreateStatement {
    let columns = vec![uuid("bundle_id"), uuid("certificate_id"), string("name"), blob("content")];
    table("bundle_part", columns)
        .primary_key(Index::create().col("bundle_id").col("certificate_id"))
        .foreign_key(&mut owned("bundle_part", "bundle_id", "bundle"))
        .foreign_key(&mut owned("bundle_part", "certificate_id", "certificate"))
        .take()
}
