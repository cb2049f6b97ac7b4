//! The steps that bring a database up to date, written by hand and by area.
//!
//! A step never changes after it has been released, and imports neither `entity` nor the main crate: an
//! entity that changes must not break an old step. Every step runs in a transaction on both databases, so
//! that a kill halfway leaves nothing behind.
#![allow(clippy::too_many_lines, reason = "a step is a list of tables, read from top to bottom")]

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::*;

mod m001_house;
mod m002_people;
mod m003_learning;
mod m004_fairness;
mod m005_planning;
mod m006_organisation;
mod m007_personal;
mod m008_privacy;
mod m009_wording;
mod m010_sign_in_code;
mod m011_going_back;
mod m013_person_word;
mod m015_attendance;
mod m016_import_fence;
mod m017_sign_in_try;
mod m018_partial_index;
mod m019_outcome;
mod m020_approval;
mod m021_assignment;
mod m022_targeted_first;
mod m023_certificate;
mod m024_evaluation;
mod m025_date_wish;
mod m026_open_register;
mod m027_dialogue;
mod m028_standing;
mod m029_service;
mod m030_adoption;
mod m031_order;
mod m032_pull;
mod m033_revision;
mod tool;

/// All steps, in order.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m001_house::Migration),
            Box::new(m002_people::Migration),
            Box::new(m003_learning::Migration),
            Box::new(m004_fairness::Migration),
            Box::new(m005_planning::Migration),
            Box::new(m006_organisation::Migration),
            Box::new(m007_personal::Migration),
            Box::new(m008_privacy::Migration),
            Box::new(m009_wording::Migration),
            Box::new(m010_sign_in_code::Migration),
            Box::new(m011_going_back::Migration),
            Box::new(m013_person_word::Migration),
            Box::new(m015_attendance::Migration),
            Box::new(m016_import_fence::Migration),
            Box::new(m017_sign_in_try::Migration),
            Box::new(m018_partial_index::Migration),
            Box::new(m019_outcome::Migration),
            Box::new(m020_approval::Migration),
            Box::new(m021_assignment::Migration),
            Box::new(m022_targeted_first::Migration),
            Box::new(m023_certificate::Migration),
            Box::new(m024_evaluation::Migration),
            Box::new(m025_date_wish::Migration),
            Box::new(m026_open_register::Migration),
            Box::new(m027_dialogue::Migration),
            Box::new(m028_standing::Migration),
            Box::new(m029_service::Migration),
            Box::new(m030_adoption::Migration),
            Box::new(m031_order::Migration),
            Box::new(m032_pull::Migration),
            Box::new(m033_revision::Migration),
        ]
    }
}
