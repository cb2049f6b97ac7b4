//! An import that is being applied: slices in transactions of their own, and how far it is. That is counted in the same
//! transaction as the rows, so that it is told of what is stored, to whoever asks, also after the program was killed.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use entity::id::ImportId;

use super::claim::Claim;
use crate::domain::{
    actor::Actor,
    change::{Change, House},
    error::Result,
};

/// What is told of an import on its way: rows written, and rows to write.
pub type Tell<'a> = &'a (dyn Fn(u64, u64) + Send + Sync);

/// An import that is being applied.
pub struct Run<'a> {
    pub house: &'a House,
    pub actor: &'a Actor,
    pub import: ImportId,
    claim: Claim,
    tell: Tell<'a>,
    total: u64,
    done: AtomicU64,
}

impl<'a> Run<'a> {
    /// Of so many rows.
    pub fn new((house, actor): (&'a House, &'a Actor), claim: Claim, total: usize, tell: Tell<'a>) -> Self {
        let total = total as u64;
        tell(0, total);
        Self { house, actor, import: claim.import, claim, tell, total, done: AtomicU64::new(0) }
    }

    /// Writes a slice of so many rows in one transaction, and tells how far it is then.
    ///
    /// # Errors
    /// [`crate::domain::error::Refusal::ImportTakenOver`] when somebody else goes on with it, and then nothing is written;
    /// what the verb returns; when the database fails.
    pub async fn slice<V, F>(&self, rows: usize, verb: V) -> Result<()>
    where
        V: Fn(Arc<Change>) -> F,
        F: Future<Output = Result<()>>,
    {
        let (verb, claim) = (&verb, self.claim);
        let counted = |change: Arc<Change>| async move {
            claim.advance(&change, rows).await?;
            verb(change).await
        };
        self.house.write(self.actor, counted).await?;
        let done = self.done.fetch_add(rows as u64, Ordering::Relaxed) + rows as u64;
        (self.tell)(done, self.total);
        Ok(())
    }
}
