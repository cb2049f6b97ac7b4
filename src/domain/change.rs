//! The one way to write: a [`Change`] carries the transaction, who acts and when; [`House::write`] opens it,
//! runs the verb, commits, and runs the whole again when the database says busy.
//!
//! The verb is given the change behind an `Arc` and not by reference, because Rust cannot yet prove an async closure
//! over a reference `Send` for every lifetime (rust-lang/rust#110338): `house.write(&actor, |change| async move { … })`.

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use entity::{event, id::*, idempotency, task};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait as _, DatabaseTransaction, DbErr,
    EntityTrait as _, QueryFilter as _, Set, sea_query::OnConflict,
};
use serde::{Serialize, de::DeserializeOwned};

use super::{
    actor::Actor,
    error::{DbFailure, Error, Refusal, Result, classify},
    event::Event,
    policy::Policy,
    task::Task,
};
use crate::{
    clock::Clock,
    db::{Db, Turn, UNDONE},
};

/// How often a verb is run before a busy database is reported.
const TRIES: u32 = 8;

/// What every room needs to let the domain work: the database, the organisation's choices, the time.
#[derive(Clone)]
pub struct House {
    pub db: Db,
    pub policy: Arc<Policy>,
    pub clock: Clock,
    /// Rung after a commit that left tasks, so that an idle worker starts at once.
    pub bell: Arc<tokio::sync::Notify>,
}

/// One change to the world: who, when, in which transaction.
pub struct Change {
    turn: Turn,
    /// How often the verb has been run, with this run.
    tries: u32,
    pub actor: Actor,
    pub now: DateTime<Utc>,
    pub policy: Arc<Policy>,
}

/// Names a request, so that sending it twice does it once.
#[derive(Clone, Debug)]
pub struct RequestKey {
    /// SHA-256 of who sends it and the key they gave, in hexadecimal.
    pub hash: String,
    /// SHA-256 of method, path and body, in hexadecimal.
    pub fingerprint: String,
}

impl House {
    /// The same house for one request, whose questions share a connection.
    #[must_use]
    pub fn visit(&self) -> Self {
        Self { db: self.db.visit(), ..self.clone() }
    }

    /// The time.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        (self.clock)()
    }

    /// Runs a verb in one transaction and commits it. An error rolls everything back.
    ///
    /// # Errors
    /// What the verb returns, or [`Error::Broken`] when the database stays busy.
    pub async fn write<T, V, F>(&self, actor: &Actor, verb: V) -> Result<T>
    where
        V: Fn(Arc<Change>) -> F,
        F: Future<Output = Result<T>>,
    {
        let mut tries = 0;
        loop {
            tries += 1;
            match self.attempt(actor, &verb, tries).await {
                Err(Error::Broken(error)) if tries < TRIES && classify(&error) == DbFailure::Again => {
                    let spread = rand::random_range(0..=10_u64 << tries.min(6));
                    tokio::time::sleep(Duration::from_millis(spread)).await;
                }
                done => return done,
            }
        }
    }

    /// As [`House::write`], but under a key: the same key gives the same answer without doing it again.
    ///
    /// # Errors
    /// As [`House::write`]; [`Refusal::IdempotencyKeyReused`] when the key came with another request.
    pub async fn write_once<T, V, F>(&self, actor: &Actor, key: Option<&RequestKey>, verb: V) -> Result<T>
    where
        T: Serialize + DeserializeOwned,
        V: Fn(Arc<Change>) -> F,
        F: Future<Output = Result<T>>,
    {
        let Some(key) = key else { return self.write(actor, verb).await };
        let verb = &verb;
        self.write(actor, |change| async move {
            if let Some(body) = change.answered(key).await? {
                return serde_json::from_str(&body).map_err(|e| Error::Broken(DbErr::Json(e.to_string())));
            }
            let answer = verb(change.clone()).await?;
            change.keep_answer(key, &answer).await?;
            Ok(answer)
        })
        .await
    }

    async fn attempt<T, F>(&self, actor: &Actor, verb: &impl Fn(Arc<Change>) -> F, tries: u32) -> Result<T>
    where
        F: Future<Output = Result<T>>,
    {
        // Who holds a connection for reading and waits for one to write could wait for others who do the same.
        self.db.reader.rest();
        let change = Arc::new(Change::begin(self, actor, tries).await?);
        let answer = verb(change.clone()).await?;
        let change = Arc::into_inner(change).ok_or_else(|| DbErr::Custom("a verb kept its change".into()))?;
        change.turn.commit().await?;
        self.db.recent.forget();
        // A bell too many wakes a worker for nothing; one too few would cost seconds.
        self.bell.notify_one();
        Ok(answer)
    }
}

/// Work that is asked for: what, when, and under which name, by which it can be replaced or taken back.
#[derive(Clone, Debug)]
pub struct Asked {
    pub task: Task,
    pub due: DateTime<Utc>,
    pub key: Option<String>,
}

impl Change {
    async fn begin(house: &House, actor: &Actor, tries: u32) -> Result<Self> {
        let turn = house.db.turn().await?;
        Ok(Self { turn, tries, actor: actor.clone(), now: house.now(), policy: house.policy.clone() })
    }

    /// The transaction, for SQL.
    #[must_use]
    pub fn db(&self) -> &DatabaseTransaction {
        self.turn.tx()
    }

    /// Whether this is the first run: the moment to bet on what was seen before it is held. Who loses the bet returns
    /// [`Change::again`], and bets no more.
    #[must_use]
    pub const fn is_first_run(&self) -> bool {
        self.tries == 1
    }

    /// What a verb returns to have all that it did undone, and to run again.
    #[must_use]
    pub fn again(&self) -> Error {
        Error::Broken(DbErr::Custom(UNDONE.into()))
    }

    /// Notes what happened, in the same transaction.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn record(&self, event: Event) -> Result<()> {
        self.record_all([event]).await
    }

    /// Notes all that happened, in one statement.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn record_all(&self, events: impl IntoIterator<Item = Event>) -> Result<()> {
        let rows = events.into_iter().map(|event| self.event_row(&event)).collect::<Result<Vec<_>>>()?;
        if !rows.is_empty() {
            event::Entity::insert_many(rows).exec_without_returning(self.db()).await?;
        }
        Ok(())
    }

    fn event_row(&self, event: &Event) -> Result<event::ActiveModel> {
        let record = event.record().map_err(|e| DbErr::Json(e.to_string()))?;
        let house = Actor::house();
        let actor = if event.is_automatic() { &house } else { &self.actor };
        Ok(event::ActiveModel {
            id: Set(EventId::new()),
            at: Set(self.now),
            actor_kind: Set(actor.kind),
            actor_id: Set(actor.person),
            kind: Set(record.kind),
            subject_id: Set(record.subject),
            person_id: Set(record.person),
            data: Set(record.data),
        })
    }

    /// Asks for work as soon as this change is committed.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn later(&self, task: impl Into<Task>) -> Result<()> {
        self.later_all(vec![Asked { task: task.into(), due: self.now, key: None }]).await
    }

    /// Asks for work at a moment, under a name by which it can be replaced or taken back.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn later_at(&self, task: impl Into<Task>, due: DateTime<Utc>, key: String) -> Result<()> {
        self.later_all(vec![Asked { task: task.into(), due, key: Some(key) }]).await
    }

    /// Asks for many pieces of work at once; those with a name replace what was asked under it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn later_all(&self, asked: Vec<Asked>) -> Result<()> {
        let keys: Vec<String> = asked.iter().filter_map(|one| one.key.clone()).collect();
        self.replace_all(&keys, asked).await
    }

    /// Asks for work in the stead of all that was asked for under these names.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn replace_all(&self, keys: &[String], asked: Vec<Asked>) -> Result<()> {
        if !keys.is_empty() {
            task::Entity::delete_many().filter(task::Column::Key.is_in(keys)).exec(self.db()).await?;
        }
        let rows = asked.into_iter().map(|one| self.task_row(one)).collect::<Result<Vec<_>>>()?;
        if !rows.is_empty() {
            task::Entity::insert_many(rows).exec_without_returning(self.db()).await?;
        }
        Ok(())
    }

    /// Takes back work that was asked for under this name and not done yet.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn never(&self, key: &str) -> Result<()> {
        task::Entity::delete_many().filter(task::Column::Key.eq(key)).exec(self.db()).await?;
        Ok(())
    }

    fn task_row(&self, asked: Asked) -> Result<task::ActiveModel> {
        let payload = serde_json::to_value(&asked.task).map_err(|e| DbErr::Json(e.to_string()))?;
        Ok(task::ActiveModel {
            id: Set(TaskId::new()),
            kind: Set(asked.task.kind().into()),
            payload: Set(payload),
            due_at: Set(asked.due),
            created_at: Set(self.now),
            attempts: Set(0),
            lease_until: Set(None),
            holder: Set(None),
            failed_at: Set(None),
            last_error: Set(None),
            key: Set(asked.key),
        })
    }

    /// The answer given before under this key. Claims the key when there is none; a second request with the same key
    /// waits here on PostgreSQL until the first has committed.
    async fn answered(&self, key: &RequestKey) -> Result<Option<String>> {
        let row = idempotency::ActiveModel {
            hash: Set(key.hash.clone()),
            fingerprint: Set(key.fingerprint.clone()),
            status: Set(0),
            body: Set(String::new()),
            created_at: Set(self.now),
        };
        let claimed = idempotency::Entity::insert(row)
            .on_conflict(OnConflict::column(idempotency::Column::Hash).do_nothing().to_owned())
            .exec_without_returning(self.db())
            .await;
        match claimed {
            Ok(1..) => return Ok(None),
            Ok(0) | Err(DbErr::RecordNotInserted) => {}
            Err(error) => return Err(error.into()),
        }
        let before = idempotency::Entity::find_by_id(key.hash.clone())
            .one(self.db())
            .await?
            .ok_or(Error::Missing("answer"))?;
        if before.fingerprint != key.fingerprint {
            return Err(Refusal::IdempotencyKeyReused.into());
        }
        Ok(Some(before.body))
    }

    async fn keep_answer(&self, key: &RequestKey, answer: &impl Serialize) -> Result<()> {
        let body = serde_json::to_string(answer).map_err(|e| DbErr::Json(e.to_string()))?;
        let row =
            idempotency::ActiveModel { hash: Set(key.hash.clone()), body: Set(body), ..Default::default() };
        row.update(self.db()).await?;
        Ok(())
    }
}

/// Whether this database locks rows (PostgreSQL) or the whole file (SQLite).
#[must_use]
pub fn locks_rows(change: &Change) -> bool {
    change.db().get_database_backend() == sea_orm::DbBackend::Postgres
}
