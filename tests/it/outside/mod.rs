//! Other systems that figures are fetched from: what is counted, what is kept of it, and what happens when they fail.

mod address;
mod failure;
mod fake;
mod open_klant;
mod open_zaak;

use std::time::Duration;

use entity::{event, id::*, promise_pull, reading as table, task};
use olievlek::{
    config::Connected,
    domain::{
        actor::Actor,
        error::Result,
        service::{promise::Promise, pull},
    },
    job::Outside,
    mail::transport::{Transport, memory::Memory},
    outside::Patience,
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use crate::{house::TestHouse, letter::worker};

/// Short, so that a test of waiting does not wait.
const PATIENCE: Patience =
    Patience { answer: Duration::from_millis(600), whole: Duration::from_secs(5), bytes: 100_000, pages: 30 };

fn outside(connected: &Connected) -> Outside {
    Outside { connected: connected.clone(), patience: PATIENCE }
}

/// Asks now, as whoever measures does.
async fn asks(house: &TestHouse, who: &Actor, promise: PromiseId) -> Result<()> {
    house.write(who, |change| async move { pull::ask(&change, promise).await }).await
}

/// Does all that waits for other systems.
async fn works(house: &TestHouse, connected: &Connected) -> usize {
    let worker = worker(house, Transport::Memory(Memory::default())).for_outside(outside(connected));
    worker.drain().await.expect("the queue")
}

/// Asks, and waits for the answer; gives how it went.
async fn pulls(house: &TestHouse, connected: &Connected, promise: &Promise) -> promise_pull::Model {
    asks(house, &Actor::operator(), promise.id).await.expect("asked");
    assert_eq!(works(house, connected).await, 1);
    pulled(house, promise).await.expect("a pull")
}

async fn pulled(house: &TestHouse, promise: &Promise) -> Option<promise_pull::Model> {
    pull::of(&house.db.reader, promise.id).await.expect("an answer")
}

/// Every reading there ever was of a period: whether it counts, how it came, and what was met of how many.
async fn readings(house: &TestHouse) -> Vec<(String, bool, &'static str, Option<i32>, Option<i32>)> {
    let rows =
        table::Entity::find().order_by_asc(table::Column::BeginsOn).order_by_asc(table::Column::EnteredAt);
    let rows = rows.all(&house.db.reader).await.expect("readings");
    let one = |row: table::Model| {
        (row.begins_on.to_string(), row.replaced_at.is_none(), row.way.code(), row.met, row.cases)
    };
    rows.into_iter().map(one).collect()
}

/// Events of a kind, as what they hold.
async fn told(house: &TestHouse, kind: &str) -> Vec<serde_json::Value> {
    let rows = event::Entity::find().filter(event::Column::Kind.eq(kind)).order_by_asc(event::Column::Id);
    rows.all(&house.db.reader).await.expect("events").into_iter().map(|row| row.data).collect()
}

/// Tasks that wait for another system: how often each was tried, and why it failed.
async fn waiting(house: &TestHouse) -> Vec<(i32, Option<String>)> {
    let rows = task::Entity::find().filter(task::Column::Kind.eq("pull"));
    let rows = rows.all(&house.db.reader).await.expect("tasks");
    rows.into_iter().map(|row| (row.attempts, row.last_error)).collect()
}
