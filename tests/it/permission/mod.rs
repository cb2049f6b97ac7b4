//! Who may what: every row of the sitemap, asked for by everybody, about everything there is, to come and finished; what each
//! may read there; and the doors that lead in. What is expected stands in [`gate`], [`rule`] and [`canary`], which were
//! written down apart from the code that they judge.

mod adoption;
mod api;
mod canary;
pub mod cast;
mod conversations;
mod decisions;
mod dialogue;
mod door;
mod ended;
mod foreign;
mod forged;
pub mod gate;
mod head;
mod hearing;
mod kinds;
mod log;
mod matrix;
mod papers;
mod redirect;
pub mod rule;
mod scene;
mod service;
mod things;
mod told;
mod voices;
pub mod world;
