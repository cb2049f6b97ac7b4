//! What a whole database holds, to be compared with another.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, DbBackend, Statement};

/// The rows of every table, as the database itself writes them, sorted.
pub async fn rows(db: &impl ConnectionTrait) -> BTreeMap<String, Vec<String>> {
    let sqlite = db.get_database_backend() == DbBackend::Sqlite;
    let tables = texts(
        db,
        if sqlite {
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        } else {
            "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'"
        },
    );
    let mut all = BTreeMap::new();
    for table in tables.await {
        let whole = if sqlite {
            let columns = texts(db, &format!("SELECT name FROM pragma_table_info('{table}')")).await;
            columns.iter().map(|name| format!(r#"quote("{name}")"#)).collect::<Vec<_>>().join(" || '|' || ")
        } else {
            "t::text".to_owned()
        };
        let mut rows = texts(db, &format!(r#"SELECT {whole} FROM "{table}" t"#)).await;
        rows.sort();
        all.insert(table, rows);
    }
    assert!(all.len() > 30, "the tables were read");
    all
}

/// The first column of what is asked.
pub async fn texts(db: &impl ConnectionTrait, sql: &str) -> Vec<String> {
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

/// SHA-256 of the rows of every table.
pub fn hashes(rows: &BTreeMap<String, Vec<String>>) -> BTreeMap<&str, String> {
    use sha2::{Digest as _, Sha256};
    let hash = |rows: &Vec<String>| format!("{:x}", Sha256::digest(rows.join("\n")));
    rows.iter().map(|(table, rows)| (table.as_str(), hash(rows))).collect()
}
