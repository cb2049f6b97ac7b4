//! Pages through the whole app.
mod department;
mod download;
mod forgery;
mod frame;
mod import;
mod learning;
mod letter;
mod participant;
mod people;
mod privacy;
mod search;
mod session_change;
mod session_desk;
mod session_people;
mod sign_in;
mod workshop_desk;
mod workshop_fields;
