//! Guards: the rules of the house as tests. Each names what breaks it.
mod asvs;
mod deploy;
mod documented;
mod ledger;
mod metrics;
mod permissions;
mod rooms;
mod schema;
mod settings;
mod views;
mod words;
