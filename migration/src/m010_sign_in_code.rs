//! People without a mail address: letters that go by hand, and printed codes to sign in with on a shared device.

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
        manager.create_table(handover()).await?;
        manager.create_table(sign_in_code()).await?;
        add(manager, "sign_in", string("device").default("own").take()).await?;
        run(manager, &[r#"CREATE INDEX "handover_person" ON "handover" ("person_id", "handed_at")"#]).await
    }
}

fn handover() -> TableCreateStatement {
    let columns = vec![
        uuid("letter_id").primary_key().take(),
        uuid("person_id"),
        text("text"),
        moment("asked_at"),
        moment_null("handed_at"),
        uuid_null("handed_by"),
    ];
    table("handover", columns)
        .foreign_key(&mut owned("handover", "letter_id", "letter"))
        .foreign_key(&mut owned("handover", "person_id", "person"))
        .take()
}

fn sign_in_code() -> TableCreateStatement {
    let columns = vec![
        uuid("person_id").primary_key().take(),
        string("hash"),
        uuid_null("made_by"),
        moment("created_at"),
        moment("expires_at"),
        moment_null("used_at"),
    ];
    table("sign_in_code", columns).foreign_key(&mut owned("sign_in_code", "person_id", "person")).take()
}
