//! The migrations and the entities describe the same tables, on the engine under test.

use std::collections::BTreeSet;

use olievlek::db::Db;
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::house::TestHouse;

/// Every column, foreign key and single-column unique index of a SQLite database as a sentence. Partial indexes have no
/// counterpart in an entity.
const SQLITE: &str = r#"
select m.name || '.' || c.name || ' ' || lower(c.type) || iif(c."notnull", ' not null', '') || iif(c.pk, ' pk', '')
  from sqlite_master m join pragma_table_info(m.name) c
 where m.type = 'table' and m.name not like 'sqlite_%' and m.name <> 'seaql_migrations'
union all
select m.name || ' fk ' || f."from" || '->' || f."table" || '.' || f."to" || ' on delete ' || f.on_delete
  from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table'
union all
select m.name || ' unique ' || group_concat(ii.name)
  from sqlite_master m join pragma_index_list(m.name) i join pragma_index_info(i.name) ii
 where m.type = 'table' and i."unique" and i.origin <> 'pk' and i.partial = 0 and m.name <> 'seaql_migrations'
 group by m.name, i.name"#;

/// The same of a PostgreSQL database.
const POSTGRES: &str = r#"
select c.table_name || '.' || c.column_name || ' ' || c.data_type || case when c.is_nullable = 'NO' then ' not null' else '' end
  from information_schema.columns c
 where c.table_schema = 'public' and c.table_name <> 'seaql_migrations'
union all
select k.conrelid::regclass::text || ' ' || case k.contype when 'f' then 'fk' when 'p' then 'pk' else 'unique' end || ' '
       || (select string_agg(a.attname, ',' order by a.attnum) from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any(k.conkey))
       || coalesce('->' || nullif(k.confrelid, 0)::regclass || ' on delete ' || k.confdeltype::text, '')
  from pg_constraint k join pg_namespace n on n.oid = k.connamespace
 where n.nspname = 'public' and k.contype in ('f', 'p', 'u') and k.conrelid::regclass::text <> 'seaql_migrations'"#;

async fn shape(db: &impl ConnectionTrait) -> BTreeSet<String> {
    let backend = db.get_database_backend();
    let sql = if backend == DbBackend::Sqlite { SQLITE } else { POSTGRES };
    let rows = db.query_all_raw(Statement::from_string(backend, sql)).await.expect("the shape");
    rows.iter().map(|row| row.try_get_by_index(0).expect("a sentence")).collect()
}

#[tokio::test]
async fn migrations_and_entities_make_the_same_tables() {
    let migrated = TestHouse::new().await;
    let empty = TestHouse::empty().await;
    empty
        .db
        .writer
        .get_schema_registry("entity::*")
        .sync(&empty.db.writer)
        .await
        .expect("the entities' tables");
    let (by_steps, by_entities) = (shape(&migrated.db.writer).await, shape(&empty.db.writer).await);
    let only = |a: &BTreeSet<String>, b: &BTreeSet<String>| {
        a.difference(b).cloned().collect::<Vec<_>>().join("\n  ")
    };
    let (steps, entities) = (only(&by_steps, &by_entities), only(&by_entities, &by_steps));
    assert!(by_steps.len() > 100, "the shape was read");
    assert!(
        steps.is_empty() && entities.is_empty(),
        "only in migrations:\n  {steps}\nonly in entities:\n  {entities}"
    );
}

#[test]
fn every_migration_runs_in_a_transaction() {
    use migration::{Migrator, MigratorTrait as _};
    for step in Migrator::migrations() {
        assert_eq!(step.use_transaction(), Some(true), "{}", step.name());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn four_instances_that_start_together_migrate_once() {
    let empty = TestHouse::empty().await;
    if empty.url().starts_with("sqlite") {
        // A second process is kept out of the file by its lock: see `db::lock_file`.
        return;
    }
    let starts = (0..4).map(|_| async {
        let db = Db::connect(empty.url()).await.expect("a connection");
        db.migrate().await
    });
    for start in futures_util::future::join_all(starts).await {
        start.expect("every instance starts");
    }
    let db = Db::connect(empty.url()).await.expect("a connection");
    assert!(db.up_to_date().await.expect("an answer"));
}

#[test]
fn a_second_process_is_kept_out_of_a_sqlite_file() {
    let folder = std::env::temp_dir().join(format!("olievlek_lock_{}", entity::id::EventId::new()));
    let path = folder.join("house.db");
    let first = olievlek::db::lock_file(&path).expect("the first has it");
    assert!(olievlek::db::lock_file(&path).is_err(), "the second has not");
    drop(first);
    olievlek::db::lock_file(&path).expect("free again");
    let _ = std::fs::remove_dir_all(folder);
}
