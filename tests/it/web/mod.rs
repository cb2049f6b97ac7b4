//! Pages through the whole app.
mod forgery;
mod frame;
mod people;
mod sign_in;
