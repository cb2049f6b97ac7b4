//! Finding somebody among many: their words in an index, and lists that are read in their own order.

use std::collections::BTreeSet;

use sea_orm_migration::{
    prelude::*,
    sea_orm::{DbBackend, TryGetable as _, prelude::Uuid},
};

use crate::tool::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// People whose words are written at once.
const SLICE: u64 = 200;

/// The builder knows no collation. PostgreSQL would compare by the language of the cluster, and then no index finds what
/// begins with some letters; SQLite compares by bytes anyway, and without rowids it keeps the words once less.
const POSTGRES: &str = r#"CREATE TABLE "person_word" ("person_id" uuid NOT NULL, "word" varchar COLLATE "C" NOT NULL,
    "surname" varchar NOT NULL,
    PRIMARY KEY ("person_id", "word"),
    CONSTRAINT "fk-person_word-person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE)"#;
const SQLITE: &str = r#"CREATE TABLE "person_word" ("person_id" uuid_text NOT NULL, "word" varchar NOT NULL,
    "surname" varchar NOT NULL,
    PRIMARY KEY ("person_id", "word"),
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE) WITHOUT ROWID"#;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let postgres = manager.get_database_backend() == DbBackend::Postgres;
        run(manager, &[if postgres { POSTGRES } else { SQLITE }]).await?;
        fill(manager).await?;
        run(
            manager,
            &[
                r#"CREATE INDEX "person_word_word" ON "person_word" ("word", "surname", "person_id")"#,
                r#"ALTER TABLE "person" DROP COLUMN "search""#,
                r#"DROP INDEX "person_name""#,
                r#"CREATE INDEX "person_name" ON "person" ("surname", "id")"#,
                r#"CREATE INDEX "person_days" ON "person" ("id", "employed_from", "employed_until")"#,
                r#"CREATE INDEX "person_external" ON "person" ("surname", "id") WHERE "kind" = 'external'"#,
                r#"DROP INDEX "placement_person""#,
                r#"DROP INDEX "placement_department""#,
                r#"CREATE INDEX "placement_person" ON "placement" ("person_id", "department_id", "starts_on", "ends_on")"#,
                r#"CREATE INDEX "placement_department" ON "placement" ("department_id", "person_id", "starts_on", "ends_on")"#,
            ],
        )
        .await
    }
}

/// The words of everybody who is there. What they were found by until now was folded already.
async fn fill(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let db = manager.get_connection();
    let mut after: Option<Uuid> = None;
    loop {
        let mut some = Query::select();
        some.columns(["id", "surname", "search"]).from("person").order_by("id", Order::Asc).limit(SLICE);
        if let Some(id) = after {
            some.and_where(Expr::col("id").gt(id));
        }
        let rows = db.query_all(&some).await?;
        let mut insert = Query::insert();
        insert.into_table("person_word").columns(["person_id", "word", "surname"]);
        let mut any = false;
        for row in &rows {
            let id = Uuid::try_get_by(row, "id")?;
            let (surname, search) = (String::try_get_by(row, "surname")?, String::try_get_by(row, "search")?);
            for word in words(&search) {
                any = true;
                insert.values_panic([id.into(), word.into(), surname.clone().into()]);
            }
            after = Some(id);
        }
        if any {
            db.execute(&insert).await?;
        }
        if (rows.len() as u64) < SLICE {
            return Ok(());
        }
    }
}

/// As `domain::search::words` at the time of this step.
fn words(folded: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for token in folded.split(' ') {
        words.insert(token);
        let (local, rest) = token.split_once('@').unwrap_or((token, ""));
        words.insert(rest);
        words.extend(local.split(|sign: char| !sign.is_alphanumeric()));
    }
    words.remove("");
    words.into_iter().take(64).map(|word| word.chars().take(100).collect()).collect()
}
