//! What the house knows and decides: verbs, rules and reads. No HTTP, no pages, no mail, no clock.
pub mod working_day;
