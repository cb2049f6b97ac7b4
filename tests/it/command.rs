//! The program as somebody runs it: arguments in; output, exit code and database out.

mod backup;
mod demo;
mod export;
mod import;
mod measure;
mod metrics;
mod run;
mod serve;
mod setting;
mod token;
