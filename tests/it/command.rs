//! The program as somebody runs it: arguments in; output, exit code and database out.

pub mod backup;
mod demo;
mod export;
mod import;
mod measure;
mod metrics;
pub mod run;
mod serve;
mod setting;
mod token;
