//! Reading long lists page by page: a page begins after the last row of the one before (keyset), so that a row that
//! comes or goes meanwhile neither repeats nor hides another, and the hundredth page costs no more than the first.

use std::{fmt::Display, str::FromStr};

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use sea_orm::{
    Condition, ConnectionTrait, EntityTrait, ExprTrait as _, IntoIdentity, QueryFilter as _,
    QuerySelect as _, QueryTrait as _, Select, Value,
    sea_query::{Asterisk, Expr, Func, Query},
};
use uuid::Uuid;

use super::error::{Field, Result};

/// Rows of a page when nobody says how many.
pub const DEFAULT_LIMIT: u64 = 50;
/// The most rows a page can have.
pub const MAX_LIMIT: u64 = 200;

/// Nobody reads a count beyond this: pages say "more than", and the database stops counting.
pub const MOST_COUNTED: u64 = 10_000;

/// What a count says that was not made, because it would have read everybody: pages say "many". No count is this high.
pub const MANY: u64 = MOST_COUNTED + 2;

/// How many rows a query finds, at most [`MOST_COUNTED`] + 1.
///
/// # Errors
/// When the database fails.
pub async fn count_some<E: EntityTrait>(db: &impl ConnectionTrait, query: Select<E>) -> Result<u64> {
    let some = query.select_only().expr(Expr::val(1)).limit(MOST_COUNTED + 1).into_query();
    let count = Query::select().expr(Func::count(Expr::col(Asterisk))).from_subquery(some, "some").take();
    let row = db.query_one(&count).await?;
    let count = row.map_or(Ok(0), |row| row.try_get_by_index::<i64>(0))?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// Which part of a list is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// 1 to [`MAX_LIMIT`].
    pub limit: u64,
    /// Where the page before ended; nothing for the first.
    pub after: Option<Cursor>,
}

/// A place in a list: what the row is sorted on, and its id, because many rows can sort alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    key: String,
    id: Uuid,
}

/// Part of a list.
#[derive(Clone, Debug)]
pub struct Page<T> {
    pub items: Vec<T>,
    /// The cursor to go on with; nothing on the last page.
    pub next: Option<String>,
}

impl Default for Window {
    fn default() -> Self {
        Self { limit: DEFAULT_LIMIT, after: None }
    }
}

impl Window {
    /// The window of a request.
    ///
    /// # Errors
    /// Field `limit` when it is not 1 to [`MAX_LIMIT`], field `cursor` when it is not one of ours.
    pub fn new(limit: Option<u64>, cursor: Option<&str>) -> Result<Self> {
        let limit = limit.unwrap_or(DEFAULT_LIMIT);
        if !(1..=MAX_LIMIT).contains(&limit) {
            return Err(Field::new("limit", "limit").with("max", MAX_LIMIT).into());
        }
        Ok(Self { limit, after: cursor.map(str::parse).transpose()? })
    }

    /// Reads this part of a query, sorted on `columns`: a key and the id. `place` gives both of a row.
    ///
    /// # Errors
    /// Field `cursor` when its key is of another list; when the database fails.
    pub async fn read<E, I, K>(
        &self,
        db: &impl ConnectionTrait,
        query: Select<E>,
        columns: I,
        place: impl Fn(&E::Model) -> (K, Uuid),
    ) -> Result<Page<E::Model>>
    where
        E: EntityTrait<Model: Sync>,
        I: IntoIdentity,
        K: FromStr + Display + Into<Value>,
    {
        let columns = columns.into_identity();
        let from = match (&self.after, columns.iter().next()) {
            // What follows the cursor, said once more in a way in which an index begins there.
            (Some(cursor), Some(first)) => {
                Condition::all().add(Expr::col((E::default(), first.clone())).gte(cursor.key::<K>()?))
            }
            _ => Condition::all(),
        };
        let mut rows = query.filter(from).cursor_by(columns);
        if let Some(cursor) = &self.after {
            rows.after((cursor.key::<K>()?, cursor.id));
        }
        // One row more than asked tells whether there is a next page.
        let rows = rows.first(self.limit + 1).all(db).await?;
        Ok(self.cut(rows, place))
    }

    /// Makes a page of rows that begin at this window and are at most one more than its limit.
    pub fn cut<T, K: Display>(&self, mut rows: Vec<T>, place: impl Fn(&T) -> (K, Uuid)) -> Page<T> {
        let limit = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(|row| {
            let (key, id) = place(row);
            Cursor { key: key.to_string(), id }.to_string()
        });
        Page { items: rows, next }
    }
}

impl Cursor {
    /// The key, and in it the type of its list.
    ///
    /// # Errors
    /// Field `cursor` when the key is of another type.
    pub fn key<K: FromStr>(&self) -> Result<K> {
        self.key.parse().map_err(|_| unreadable())
    }

    /// The id of the last row.
    #[must_use]
    pub const fn id(&self) -> Uuid {
        self.id
    }
}

/// Opaque for whoever receives it: base64url of a JSON pair.
impl Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let pair = serde_json::json!([self.key, self.id]).to_string();
        f.write_str(&BASE64_URL_SAFE_NO_PAD.encode(pair))
    }
}

impl FromStr for Cursor {
    type Err = super::error::Error;

    fn from_str(text: &str) -> Result<Self> {
        let pair = BASE64_URL_SAFE_NO_PAD.decode(text).map_err(|_| unreadable())?;
        let (key, id): (String, Uuid) = serde_json::from_slice(&pair).map_err(|_| unreadable())?;
        // PostgreSQL takes no text with a NUL in it.
        if key.contains('\0') { Err(unreadable()) } else { Ok(Self { key, id }) }
    }
}

impl<T> Page<T> {
    /// The same page in another shape.
    pub fn map<U>(self, shape: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(shape).collect(), next: self.next }
    }
}

fn unreadable() -> super::error::Error {
    Field::new("cursor", "cursor").into()
}
