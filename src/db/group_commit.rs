//! On SQLite one change is under way at a time, and a commit waits for the disk longer than a change works. So changes that
//! wait for each other share a commit, a *group commit*: each runs in a savepoint of its own, all that stood at the door have
//! their turn, then the disk is waited for once, and only then is anybody told that it is done.
//!
//! A savepoint that is gone means that SQLite has rolled back all by itself (a full disk): nothing of the group is there,
//! and those who had left it are told to run again.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use sea_orm::{ConnAcquireErr, ConnectionTrait as _, DatabaseConnection, DatabaseTransaction, DbErr};
use tokio::{
    runtime::Handle,
    sync::{Mutex, OwnedMutexGuard, watch},
    time::timeout,
};

use super::{PATIENCE, UNDONE, turn::open};

/// A group that has lasted this long is committed before the next change has its turn.
const LONGEST: Duration = Duration::from_millis(30);

const ENTER: &str = "SAVEPOINT member";
const LEAVE: &str = "RELEASE member";
const UNDO: &str = "ROLLBACK TO member";
/// Statements that only hold a group together.
pub(super) const KEEPING: [&str; 3] = [ENTER, LEAVE, UNDO];

type Outcome = Option<Result<(), DbErr>>;

/// The door to the one writer. Who comes first has the first turn.
#[derive(Clone)]
pub(super) struct Door {
    writer: DatabaseConnection,
    group: Arc<Mutex<Option<Group>>>,
}

struct Group {
    tx: DatabaseTransaction,
    since: Instant,
    /// A savepoint is open: of who has the turn, or left without a word.
    taken: bool,
    /// Dropped without a word when the group comes to nothing.
    outcome: watch::Sender<Outcome>,
}

/// The turn of one change. Dropped without [`Member::commit`] its change is undone, that of others not.
pub(super) struct Member {
    group: OwnedMutexGuard<Option<Group>>,
    door: Door,
}

impl Door {
    pub(super) fn new(writer: DatabaseConnection) -> Self {
        Self { writer, group: Arc::default() }
    }

    pub(super) async fn enter(&self) -> Result<Member, DbErr> {
        let late = |_| DbErr::ConnectionAcquire(ConnAcquireErr::Timeout);
        let group = timeout(PATIENCE, self.group.clone().lock_owned()).await.map_err(late)?;
        let mut member = Member { group, door: self.clone() };
        tidy(&mut member.group).await;
        let group = match &mut *member.group {
            Some(group) => group,
            none => none.insert(Group::open(&self.writer).await?),
        };
        group.taken = true;
        group.tx.execute_unprepared(ENTER).await?;
        Ok(member)
    }
}

impl Group {
    async fn open(writer: &DatabaseConnection) -> Result<Self, DbErr> {
        let tx = open(writer).await?;
        Ok(Self { tx, since: Instant::now(), taken: false, outcome: watch::Sender::new(None) })
    }
}

impl Member {
    /// The transaction.
    pub(super) fn tx(&self) -> &DatabaseTransaction {
        &self.group.as_ref().expect("who has entered is in a group").tx
    }

    /// Gives the turn to the next, and waits until the group is on the disk.
    pub(super) async fn commit(mut self) -> Result<(), DbErr> {
        let group = self.group.as_mut().ok_or_else(undone)?;
        group.tx.execute_unprepared(LEAVE).await?;
        group.taken = false;
        let mut outcome = group.outcome.subscribe();
        let long = group.since.elapsed() > LONGEST;
        if long {
            // Not here: a request that is given up must not leave others without an answer.
            tokio::spawn(end(self));
        } else {
            drop(self);
        }
        let known = outcome.wait_for(Option::is_some).await.map_err(|_| undone())?.clone();
        known.unwrap_or_else(|| Err(undone()))
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        let Some(mine) = self.group.as_ref().map(|group| group.since) else { return };
        let Ok(runtime) = Handle::try_current() else { return };
        let door = self.door.clone();
        // Behind all who stand at the door now: they come along.
        runtime.spawn(async move {
            let mut group = door.group.lock().await;
            if group.as_ref().is_some_and(|group| group.since == mine) {
                commit(&mut group).await;
            }
        });
    }
}

/// Commits while nobody else can enter.
async fn end(mut member: Member) {
    commit(&mut member.group).await;
}

async fn commit(place: &mut Option<Group>) {
    tidy(place).await;
    if let Some(Group { tx, outcome, .. }) = place.take() {
        outcome.send_replace(Some(tx.commit().await));
    }
}

/// Undoes what somebody left half done; the whole group when that cannot be done any more.
async fn tidy(place: &mut Option<Group>) {
    let Some(group) = place.as_mut().filter(|group| group.taken) else { return };
    let undone = async {
        group.tx.execute_unprepared(UNDO).await?;
        group.tx.execute_unprepared(LEAVE).await
    };
    match undone.await {
        Ok(_) => group.taken = false,
        Err(_) => *place = None,
    }
}

fn undone() -> DbErr {
    DbErr::Custom(UNDONE.into())
}
