//! The figures of the promises: whole processes that are killed, starved, stalled and restarted. Each test prints one
//! line `FIGURE what | where | what was reached | what to reach`; `bin/check proof` shows them, `--long` makes the
//! rounds large.
#![allow(clippy::unwrap_used, clippy::panic, reason = "what helps a test may fail like a test")]

mod closing;
mod crowd;
#[path = "../it/house/database.rs"]
#[allow(dead_code, reason = "the other tests go through more of its doors")]
mod database;
mod database_stopped;
mod disk_full;
mod duties;
mod idempotency;
mod kill;
mod leader;
mod mail;
mod memory;
mod migration;
mod oversell;
mod restart;
mod restore;
mod rig;
#[path = "../it/house/rows.rs"]
mod rows;
mod several;
mod slow;
mod waiting_list;
