//! Pages through the whole app.
mod forgery;
mod frame;
mod learning;
mod people;
mod sign_in;
