//! One connection for reading, of either engine, outside sea-orm's pool.

use std::sync::Arc;

use sea_orm::{
    ConnAcquireErr, DatabaseConnection, DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr, Statement,
    Values,
    sqlx::{AssertSqlSafe, Error, Executor as _, Postgres, Sqlite, pool::PoolConnection, query_with},
};
use sea_query_sqlx::SqlxValues;

#[derive(Debug)]
pub(super) enum Line {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
}

/// The same words to either driver: their types differ, their calls do not.
macro_rules! either {
    ($line:expr, $connection:ident => $asked:expr) => {
        match $line {
            Line::Sqlite($connection) => $asked,
            Line::Postgres($connection) => $asked,
        }
    };
}

impl Line {
    /// A connection of this pool.
    pub(super) async fn of(pool: &DatabaseConnection) -> Result<Self, DbErr> {
        let line = match pool.get_database_backend() {
            DbBackend::Sqlite => pool.get_sqlite_connection_pool().acquire().await.map(Self::Sqlite),
            _ => pool.get_postgres_connection_pool().acquire().await.map(Self::Postgres),
        };
        line.map_err(|error| match error {
            Error::PoolTimedOut => DbErr::ConnectionAcquire(ConnAcquireErr::Timeout),
            Error::PoolClosed => DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed),
            other => DbErr::Conn(failure(other)),
        })
    }

    /// Back to its pool, which tests it.
    pub(super) async fn give_back(mut self) {
        either!(&mut self, connection => connection.return_to_pool().await);
    }

    /// Ends it, here and now.
    pub(super) fn end(self) {
        either!(self, connection => drop(connection.detach()));
    }

    pub(super) async fn execute(&mut self, stmt: Statement) -> Result<ExecResult, DbErr> {
        let (sql, values) = parts(stmt);
        either!(self, connection => {
            query_with(AssertSqlSafe(sql), values).execute(&mut **connection).await.map(Into::into)
        })
        .map_err(|error| DbErr::Exec(failure(error)))
    }

    pub(super) async fn execute_unprepared(&mut self, sql: &str) -> Result<ExecResult, DbErr> {
        either!(self, connection => connection.execute(AssertSqlSafe(sql.to_owned())).await.map(Into::into))
            .map_err(|error| DbErr::Exec(failure(error)))
    }

    pub(super) async fn one(&mut self, stmt: Statement) -> Result<Option<QueryResult>, DbErr> {
        let (sql, values) = parts(stmt);
        either!(self, connection => {
            query_with(AssertSqlSafe(sql), values).fetch_optional(&mut **connection).await.map(|row| row.map(Into::into))
        })
        .map_err(|error| DbErr::Query(failure(error)))
    }

    pub(super) async fn all(&mut self, stmt: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let (sql, values) = parts(stmt);
        either!(self, connection => {
            let rows = query_with(AssertSqlSafe(sql), values).fetch_all(&mut **connection).await;
            rows.map(|rows| rows.into_iter().map(Into::into).collect())
        })
        .map_err(|error| DbErr::Query(failure(error)))
    }
}

fn parts(stmt: Statement) -> (String, SqlxValues) {
    (stmt.sql, SqlxValues(stmt.values.unwrap_or(Values(Vec::new()))))
}

fn failure(error: Error) -> RuntimeErr {
    RuntimeErr::SqlxError(Arc::new(error))
}
