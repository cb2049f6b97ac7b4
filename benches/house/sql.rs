//! What the two databases say differently.

use crate::rig::Engine;

/// SQL that the two databases say differently.
#[derive(Clone, Copy)]
pub struct Sql(pub Engine);

impl Sql {
    pub fn id(self, kind: u8, number: &str) -> String {
        match self.0 {
            Engine::Sqlite => format!("unhex('0190a1b200{kind:02x}70008000' || printf('%012x', {number}))"),
            Engine::Postgres => {
                format!(
                    "('0190a1b2-00{kind:02x}-7000-8000-' || lpad(to_hex(({number})::bigint), 12, '0'))::uuid"
                )
            }
        }
    }

    /// A moment so many minutes from now.
    pub fn at(self, minutes: &str) -> String {
        match self.0 {
            Engine::Sqlite => {
                format!("strftime('%Y-%m-%dT%H:%M:00+00:00', 'now', ({minutes}) || ' minutes')")
            }
            Engine::Postgres => format!("date_trunc('minute', now()) + ({minutes}) * interval '1 minute'"),
        }
    }

    /// A day so many days from today.
    pub fn day(self, days: &str) -> String {
        match self.0 {
            Engine::Sqlite => format!("date('now', ({days}) || ' days')"),
            Engine::Postgres => format!("current_date + ({days})::int"),
        }
    }

    /// The table `s` with the numbers `n` from `from` up to `until`.
    fn series(self, from: usize, until: usize) -> String {
        match self.0 {
            Engine::Sqlite => format!(
                "(WITH RECURSIVE c(n) AS (SELECT {from} WHERE {from} < {until} UNION ALL SELECT n + 1 FROM c WHERE n + 1 < {until}) SELECT n FROM c) AS s"
            ),
            Engine::Postgres => format!("generate_series({from}, {until} - 1) AS s(n)"),
        }
    }

    /// Every row that a `SELECT` over a series gives.
    pub fn rows(self, table: &str, columns: &str, values: &str, (from, until): (usize, usize)) -> String {
        format!("INSERT INTO {table} ({columns}) SELECT {values} FROM {}", self.series(from, until))
    }

    /// Quickly, without checks of keys, and as fit as a house that has been up for a while.
    pub fn wrap(self, statements: Vec<String>) -> Vec<String> {
        let (before, after) = match self.0 {
            Engine::Sqlite => (
                vec!["PRAGMA foreign_keys = OFF", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -400000"],
                vec!["ANALYZE", "PRAGMA wal_checkpoint(TRUNCATE)"],
            ),
            Engine::Postgres => {
                (vec!["SET session_replication_role = replica"], vec!["VACUUM ANALYZE", "CHECKPOINT"])
            }
        };
        let own = |texts: Vec<&str>| texts.into_iter().map(str::to_owned).collect::<Vec<_>>();
        [own(before), statements, own(after)].concat()
    }
}
