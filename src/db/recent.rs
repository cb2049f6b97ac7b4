//! What was read a moment ago and is the same for everybody, so that a hundred people who look at one list do not have it
//! read a hundred times.
//!
//! Nothing of a viewer belongs here. What is kept holds until anybody writes through this process, and at most
//! [`LASTS`]: that long a change by another process, or the passing of a deadline, may stay unseen.

use std::{
    any::Any,
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use chrono::{DateTime, TimeDelta, Utc};

/// How long something is believed without asking again.
pub const LASTS: TimeDelta = TimeDelta::seconds(1);
/// More than this is never kept: a list can be asked for in more ways than there is memory.
const MOST: usize = 500;

/// Shared by everybody who uses one database.
#[derive(Debug, Default)]
pub struct Recent {
    writes: AtomicU64,
    /// Up to where [`Recent::written`] was told.
    told: AtomicU64,
    kept: Mutex<HashMap<String, Kept>>,
}

#[derive(Debug, Clone)]
struct Kept {
    what: Arc<dyn Any + Send + Sync>,
    writes: u64,
    read_at: DateTime<Utc>,
}

impl Recent {
    /// Somebody wrote: what is kept no longer holds.
    pub fn forget(&self) {
        self.writes.fetch_add(1, Ordering::SeqCst);
    }

    /// Whether anything was written since this was last asked.
    pub fn written(&self) -> bool {
        let writes = self.writes.load(Ordering::SeqCst);
        self.told.swap(writes, Ordering::SeqCst) != writes
    }

    /// What is kept under this key, or else what `read` gives, which is then kept. A key is of one type.
    ///
    /// # Errors
    /// What `read` returns.
    pub async fn or_read<T, E>(
        &self,
        key: String,
        now: DateTime<Utc>,
        read: impl Future<Output = Result<T, E>> + Send,
    ) -> Result<Arc<T>, E>
    where
        T: Send + Sync + 'static,
    {
        // Before reading: a write in the meantime makes what was read old.
        let writes = self.writes.load(Ordering::SeqCst);
        if let Some(known) = self.known(&key, writes, now) {
            return Ok(known);
        }
        let fresh = Arc::new(read.await?);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(key, Kept { what: fresh.clone(), writes, read_at: now });
        Ok(fresh)
    }

    fn known<T: Send + Sync + 'static>(&self, key: &str, writes: u64, now: DateTime<Utc>) -> Option<Arc<T>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()?;
        let age = now - kept.read_at;
        let holds = kept.writes == writes && age >= TimeDelta::zero() && age < LASTS;
        if holds { kept.what.downcast().ok() } else { None }
    }
}
