//! Guards: the rules of the house as tests. Each names what breaks it.
mod documented;
mod rooms;
mod schema;
mod roles;
mod settings;
mod views;
mod words;
