//! The privacy desk.
mod audit;
mod seal;
