//! Closing a register: when and by whom, where marks come from, and what came of a place.

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
        add(manager, "meeting", moment_null("closed_at")).await?;
        add(manager, "meeting", uuid_null("closed_by")).await?;
        add(manager, "meeting", string_null("check_in_key")).await?;
        add(manager, "attendance", string("source").default("register").take()).await?;
        add(manager, "attendance", string_null("reason")).await?;
        add(manager, "enrolment", string_null("outcome")).await
    }
}
