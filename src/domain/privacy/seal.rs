//! The chain over the log. Each link holds a hash over the link before and the events since, so that who changes, removes
//! or slips in an event afterwards has to write every later link anew; and the newest hash stands in the logs of the machine.
//!
//! Sealing happens afterwards and not inside each change: there it would let one change commit at a time. Free texts are
//! not covered, because they must be able to go when a person is erased. See the decision record on sealing.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{event, id::*, seal};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, DbBackend, EntityTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, Set, Statement,
};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::domain::{change::Change, error::Result, event::FREE_TEXTS};

pub use entity::seal::Model as Seal;

/// An event is sealed when it is this old: no change that is still open can slip one in behind it.
pub const RIPE: TimeDelta = TimeDelta::minutes(1);
/// A PostgreSQL transaction that writes for longer than this holds up sealing. Half of [`RIPE`], the rest is for clocks
/// that differ.
const OPEN: &str = "30 seconds";
/// Events of one link at most.
const MOST: u64 = 5000;

/// What verifying found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Links that were held against their events.
    pub links: u64,
    /// Events in them.
    pub events: u64,
    /// Links whose events were kept long enough and are gone.
    pub emptied: u64,
    /// The newest link.
    pub head: Option<Seal>,
    /// The first link that does not hold.
    pub broken: Option<Broken>,
}

/// A link that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    pub number: i32,
    pub why: Why,
    /// Up to when all was well; nothing when the first link is broken.
    pub well_until: Option<DateTime<Utc>>,
}

/// What is wrong with a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A link is not there.
    LinkGone,
    /// There are fewer events than were sealed.
    Removed,
    /// There are more events than were sealed.
    Added,
    /// As many events, and not the same.
    Changed,
}

impl Why {
    /// Code, also in sentences.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::LinkGone => "link-gone",
            Self::Removed => "removed",
            Self::Added => "added",
            Self::Changed => "changed",
        }
    }
}

/// Seals the events that are ripe, one link; nothing when there are none, or while a long change is open.
///
/// # Errors
/// When the database fails.
pub async fn seal(change: &Change) -> Result<Option<Seal>> {
    let db = change.db();
    // Asked before the events are read: a change that commits in between is then read as well.
    if somebody_writes(db).await? {
        return Ok(None);
    }
    let before = newest(db).await?;
    let events = ripe(db, before.as_ref(), change.now - RIPE).await?;
    let Some(last) = events.last() else { return Ok(None) };
    let link = Seal {
        number: before.as_ref().map_or(1, |link| link.number + 1),
        last_event_id: last.id,
        events: i32::try_from(events.len()).unwrap_or(i32::MAX),
        hash: hash(before.as_ref().map_or("", |link| &link.hash), &events),
        last_event_at: events.iter().map(|event| event.at).max().unwrap_or(last.at),
        sealed_at: change.now,
        emptied_at: None,
    };
    let row: seal::ActiveModel = link.clone().into();
    seal::Entity::insert(row.reset_all()).exec_without_returning(db).await?;
    Ok(Some(link))
}

/// Holds every link against the events that it covers, and names the first that does not hold.
///
/// # Errors
/// When the database fails.
pub async fn verify(db: &impl ConnectionTrait) -> Result<Verdict> {
    let links = seal::Entity::find().order_by_asc(seal::Column::Number).all(db).await?;
    let mut verdict = Verdict { links: 0, events: 0, emptied: 0, head: links.last().cloned(), broken: None };
    let mut before: Option<Seal> = None;
    for link in links {
        if let Some(why) = wrong(db, before.as_ref(), &link).await? {
            let well_until = before.map(|link| link.last_event_at);
            verdict.broken = Some(Broken { number: link.number, why, well_until });
            return Ok(verdict);
        }
        if link.emptied_at.is_some() {
            verdict.emptied += 1;
        } else {
            verdict.links += 1;
            verdict.events += u64::try_from(link.events).unwrap_or_default();
        }
        before = Some(link);
    }
    Ok(verdict)
}

/// The newest link.
///
/// # Errors
/// When the database fails.
pub async fn newest(db: &impl ConnectionTrait) -> Result<Option<Seal>> {
    Ok(seal::Entity::find().order_by_desc(seal::Column::Number).one(db).await?)
}

/// Throws away the events of whole links that end before `cutoff`, and keeps the links: how many events went.
///
/// # Errors
/// When the database fails.
pub async fn empty(change: &Change, cutoff: DateTime<Utc>) -> Result<u64> {
    let mut gone = 0;
    let full = seal::Entity::find().filter(seal::Column::EmptiedAt.is_null());
    for link in full.order_by_asc(seal::Column::Number).all(change.db()).await? {
        // The chain may only lack its beginning.
        if link.last_event_at >= cutoff {
            break;
        }
        let over = event::Entity::delete_many().filter(event::Column::Id.lte(link.last_event_id));
        gone += over.exec(change.db()).await?.rows_affected;
        let mut row: seal::ActiveModel = link.into();
        row.emptied_at = Set(Some(change.now));
        row.update(change.db()).await?;
    }
    Ok(gone)
}

/// What is wrong with a link, after the one before it.
async fn wrong(db: &impl ConnectionTrait, before: Option<&Seal>, link: &Seal) -> Result<Option<Why>> {
    if link.number != before.map_or(1, |before| before.number + 1) {
        return Ok(Some(Why::LinkGone));
    }
    let events =
        between(before.map(|before| before.last_event_id)).filter(event::Column::Id.lte(link.last_event_id));
    let events = events.all(db).await?;
    if link.emptied_at.is_some() && before.is_none_or(|before| before.emptied_at.is_some()) {
        return Ok((!events.is_empty()).then_some(Why::Added));
    }
    let covered = usize::try_from(link.events).unwrap_or_default();
    Ok(match events.len().cmp(&covered) {
        std::cmp::Ordering::Less => Some(Why::Removed),
        std::cmp::Ordering::Greater => Some(Why::Added),
        std::cmp::Ordering::Equal => {
            let hash = hash(before.map_or("", |before| &before.hash), &events);
            (hash != link.hash).then_some(Why::Changed)
        }
    })
}

/// Events after this one, in the order of their making.
fn between(after: Option<EventId>) -> sea_orm::Select<event::Entity> {
    let events = event::Entity::find().order_by_asc(event::Column::Id);
    match after {
        Some(after) => events.filter(event::Column::Id.gt(after)),
        None => events,
    }
}

/// The events after a link, up to the first that is not ripe: a link covers a range without holes.
async fn ripe(
    db: &impl ConnectionTrait,
    before: Option<&Seal>,
    cutoff: DateTime<Utc>,
) -> Result<Vec<event::Model>> {
    let events = between(before.map(|link| link.last_event_id)).limit(MOST).all(db).await?;
    Ok(events.into_iter().take_while(|event| event.at <= cutoff).collect())
}

/// Whether somebody else's change is open for so long that its events may be older than what is about to be sealed.
/// SQLite knows one writer, and that is us.
async fn somebody_writes(db: &impl ConnectionTrait) -> Result<bool> {
    if db.get_database_backend() != DbBackend::Postgres {
        return Ok(false);
    }
    let sql = format!(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() \
         AND backend_xid IS NOT NULL AND xact_start < now() - interval '{OPEN}' LIMIT 1"
    );
    let open = db.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
    Ok(open.is_some())
}

/// SHA-256 over the hash before and every event, each as one line.
fn hash(before: &str, events: &[event::Model]) -> String {
    let mut hasher = Sha256::new();
    hasher.update(before);
    for event in events {
        hasher.update("\n");
        hasher.update(canonical(event).to_string());
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// An event as a list without names, so that it gives the same bytes on every database and in every version.
fn canonical(event: &event::Model) -> Value {
    json!([
        event.id,
        event.at.timestamp_micros(),
        event.actor_kind.code(),
        event.actor_id,
        event.kind,
        event.subject_id,
        event.person_id,
        plain(&event.data),
    ])
}

/// Data as lists sorted by name, without its free texts.
fn plain(data: &Value) -> Value {
    match data {
        Value::Object(fields) => {
            let mut fields: Vec<_> =
                fields.iter().filter(|(name, _)| !FREE_TEXTS.contains(&name.as_str())).collect();
            fields.sort_by_key(|(name, _)| *name);
            fields.into_iter().map(|(name, value)| json!([name, plain(value)])).collect()
        }
        Value::Array(values) => values.iter().map(plain).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => data.clone(),
    }
}
