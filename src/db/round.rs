//! On SQLite one change is under way at a time, and a commit waits for the disk longer than a change works. So changes that
//! wait for each other share a commit, a *round*: each runs in a savepoint of its own, all that stood at the door have
//! their turn, then the disk is waited for once, and only then is anybody told that it is done.
//!
//! A savepoint that is gone means that SQLite has rolled back all by itself (a full disk): nothing of the round is there,
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

use super::{PATIENCE, turn::open};

/// Why a change that had run has to run again: the round that it was part of came to nothing.
pub const UNDONE: &str = "the changes of this round were undone";

/// A round that has lasted this long is committed before the next change has its turn.
const LONGEST: Duration = Duration::from_millis(20);

const ENTER: &str = "SAVEPOINT seat";
const LEAVE: &str = "RELEASE seat";
const UNDO: &str = "ROLLBACK TO seat";
/// Statements that only hold a round together.
pub(super) const KEEPING: [&str; 3] = [ENTER, LEAVE, UNDO];

type Outcome = Option<Result<(), DbErr>>;

/// The door to the one writer. Who comes first has the first turn.
#[derive(Clone)]
pub(super) struct Door {
    writer: DatabaseConnection,
    round: Arc<Mutex<Option<Round>>>,
}

struct Round {
    tx: DatabaseTransaction,
    since: Instant,
    /// A savepoint is open: of who has the turn, or left without a word.
    taken: bool,
    /// Dropped without a word when the round comes to nothing.
    outcome: watch::Sender<Outcome>,
}

/// The turn of one change. Dropped without [`Seat::commit`] its change is undone, that of others not.
pub(super) struct Seat {
    round: OwnedMutexGuard<Option<Round>>,
    door: Door,
}

impl Door {
    pub(super) fn new(writer: DatabaseConnection) -> Self {
        Self { writer, round: Arc::default() }
    }

    pub(super) async fn enter(&self) -> Result<Seat, DbErr> {
        let late = |_| DbErr::ConnectionAcquire(ConnAcquireErr::Timeout);
        let round = timeout(PATIENCE, self.round.clone().lock_owned()).await.map_err(late)?;
        let mut seat = Seat { round, door: self.clone() };
        tidy(&mut seat.round).await;
        let round = match &mut *seat.round {
            Some(round) => round,
            none => none.insert(Round::open(&self.writer).await?),
        };
        round.taken = true;
        round.tx.execute_unprepared(ENTER).await?;
        Ok(seat)
    }
}

impl Round {
    async fn open(writer: &DatabaseConnection) -> Result<Self, DbErr> {
        let tx = open(writer).await?;
        Ok(Self { tx, since: Instant::now(), taken: false, outcome: watch::Sender::new(None) })
    }
}

impl Seat {
    /// The transaction.
    pub(super) fn tx(&self) -> &DatabaseTransaction {
        &self.round.as_ref().expect("who has entered is in a round").tx
    }

    /// Gives the turn to the next, and waits until the round is on the disk.
    pub(super) async fn commit(mut self) -> Result<(), DbErr> {
        let round = self.round.as_mut().ok_or_else(undone)?;
        round.tx.execute_unprepared(LEAVE).await?;
        round.taken = false;
        let mut outcome = round.outcome.subscribe();
        let long = round.since.elapsed() > LONGEST;
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

impl Drop for Seat {
    fn drop(&mut self) {
        let Some(mine) = self.round.as_ref().map(|round| round.since) else { return };
        let Ok(runtime) = Handle::try_current() else { return };
        let door = self.door.clone();
        // Behind all who stand at the door now: they come along.
        runtime.spawn(async move {
            let mut round = door.round.lock().await;
            if round.as_ref().is_some_and(|round| round.since == mine) {
                commit(&mut round).await;
            }
        });
    }
}

/// Commits while nobody else can enter.
async fn end(mut seat: Seat) {
    commit(&mut seat.round).await;
}

async fn commit(place: &mut Option<Round>) {
    tidy(place).await;
    if let Some(Round { tx, outcome, .. }) = place.take() {
        outcome.send_replace(Some(tx.commit().await));
    }
}

/// Undoes what somebody left half done; the whole round when that cannot be done any more.
async fn tidy(place: &mut Option<Round>) {
    let Some(round) = place.as_mut().filter(|round| round.taken) else { return };
    let undone = async {
        round.tx.execute_unprepared(UNDO).await?;
        round.tx.execute_unprepared(LEAVE).await
    };
    match undone.await {
        Ok(_) => round.taken = false,
        Err(_) => *place = None,
    }
}

fn undone() -> DbErr {
    DbErr::Custom(UNDONE.into())
}
