//! Small words for writing steps.

use sea_orm_migration::{prelude::*, schema::*};

/// A table with these columns.
pub fn table(name: &'static str, columns: Vec<ColumnDef>) -> TableCreateStatement {
    let mut statement = Table::create();
    statement.table(name);
    for column in columns {
        statement.col(column);
    }
    statement
}

/// The id column of most tables.
pub fn id() -> ColumnDef {
    uuid("id").primary_key().take()
}

/// A moment in UTC.
pub fn moment(name: &'static str) -> ColumnDef {
    timestamp_with_time_zone(name)
}

/// A moment in UTC, or nothing.
pub fn moment_null(name: &'static str) -> ColumnDef {
    timestamp_with_time_zone_null(name)
}

/// A foreign key whose rows go with the row they point at.
pub fn owned(from: &'static str, column: &'static str, to: &'static str) -> ForeignKeyCreateStatement {
    refers(from, column, to).on_delete(ForeignKeyAction::Cascade).take()
}

/// A foreign key.
pub fn refers(from: &'static str, column: &'static str, to: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().name(format!("fk-{from}-{column}")).from(from, column).to(to, "id").take()
}

/// Runs plain statements, for what the builder cannot say (partial indexes). The same text must run on both databases.
pub async fn run(manager: &SchemaManager<'_>, statements: &[&str]) -> Result<(), DbErr> {
    for statement in statements {
        manager.get_connection().execute_unprepared(statement).await?;
    }
    Ok(())
}

/// Adds a column to a table that exists: one a statement, because SQLite knows no other way.
pub async fn add(manager: &SchemaManager<'_>, table: &'static str, column: ColumnDef) -> Result<(), DbErr> {
    manager.alter_table(Table::alter().table(table).add_column(column).take()).await
}
