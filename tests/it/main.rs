//! One binary for all tests of the house; one module an area.
mod ical;
mod page;
mod template;
mod text;
mod working_day;
