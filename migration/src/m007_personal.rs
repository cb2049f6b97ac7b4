//! What somebody chooses for themself: reminders, and the address of their calendar.

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
        manager.create_table(reminder_choice()).await?;
        manager.create_table(calendar_feed()).await
    }
}

fn reminder_choice() -> TableCreateStatement {
    table("reminder_choice", vec![uuid("person_id").primary_key().take(), string("reminder")])
        .foreign_key(&mut owned("reminder_choice", "person_id", "person"))
        .take()
}

fn calendar_feed() -> TableCreateStatement {
    let columns = vec![
        uuid("person_id").primary_key().take(),
        string("secret_hash").unique_key().take(),
        moment("created_at"),
    ];
    table("calendar_feed", columns).foreign_key(&mut owned("calendar_feed", "person_id", "person")).take()
}
