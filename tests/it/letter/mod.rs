//! Letters: what they say, their calendar entries, and how they leave the house.

mod calendar;
mod change;
mod folder;
pub mod queue;
mod reader;
mod schedule;
mod smtp;
mod wording;
mod words;

use std::sync::Arc;

use chrono::TimeDelta;
use entity::{id::*, letter, task};
use olievlek::{
    domain::{letter as letters, page::Window},
    job::{Post, worker::Worker},
    mail::{
        Stationery,
        transport::{Transport, memory::Memory},
    },
    print::Press,
    template::{Setting, Templates},
    text::Words,
};

use crate::{
    house::TestHouse,
    learning::{enrol, give_back, plan, plan_session, session_of, workshop},
};

pub fn post(transport: Transport) -> Post {
    let words = Arc::new(Words::embedded().expect("the words"));
    let setting = Setting {
        zone: chrono_tz::Europe::Amsterdam,
        now: || "2026-03-02T08:00:00Z".parse().expect("a moment"),
        icons_url: String::new(),
        glyphs_url: String::new(),
    };
    Post {
        stationery: Stationery {
            templates: Arc::new(Templates::new(&words, &setting)),
            from: "Leren <leren@gemeente.example>".parse().expect("a mailbox"),
            organisation: "Gemeente Waterlanden".into(),
            base_url: "https://leren.gemeente.example".into(),
        },
        transport: Arc::new(transport),
        keeps_secrets: false,
        press: Press::new(words.clone(), chrono_tz::Europe::Amsterdam, "Gemeente Waterlanden"),
    }
}

pub fn worker(house: &TestHouse, transport: Transport) -> Worker {
    Worker::new((**house).clone(), post(transport), "a worker".into())
}

/// Mails everything that is due; returns what went over the line.
pub async fn mail(house: &TestHouse) -> Vec<String> {
    let memory = Memory::default();
    worker(house, Transport::Memory(memory.clone())).drain().await.expect("the queue");
    memory.letters().into_iter().map(|raw| String::from_utf8(raw).expect("a letter in ASCII")).collect()
}

/// What the house kept of its letters, oldest first.
pub async fn copies(house: &TestHouse) -> Vec<letter::Model> {
    let mut all =
        letters::list(&house.db.reader, &Window { limit: 200, after: None }).await.expect("letters").items;
    all.sort_by_key(|letter| letter.id);
    all
}

pub async fn waiting(house: &TestHouse) -> Vec<task::Model> {
    letters::waiting(&house.db.reader, house.now(), 100).await.expect("tasks")
}

pub async fn failed(house: &TestHouse) -> Vec<task::Model> {
    letters::failed(&house.db.reader, 100).await.expect("tasks")
}

/// One letter is due: Fenna has a place.
pub async fn one_letter(house: &TestHouse) -> PersonId {
    let people = house.named().await;
    let session = session_of(house, "A", 1).await;
    enrol(house, session, people.fenna).await.expect("a place");
    people.fenna
}

/// Far enough for every task that waits to be tried again.
pub fn later(house: &TestHouse) {
    house.pass(TimeDelta::hours(5));
}
