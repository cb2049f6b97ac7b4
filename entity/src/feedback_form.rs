//! A public form for one channel: whoever has the link can give a grade.

use sea_orm::entity::prelude::*;

use crate::{feedback::Channel, id::*};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "feedback_form")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FeedbackFormId,
    /// What its address holds, so that nobody guesses it.
    #[sea_orm(unique_key = "feedback_form_key")]
    pub link_key: String,
    /// What staff call it: where the link or the poster is.
    pub name: String,
    pub channel: Channel,
    /// What is filled in is about this department.
    pub department_id: Option<DepartmentId>,
    pub opened_on: Date,
    /// Since when it takes nothing any more.
    pub closed_on: Option<Date>,
    #[sea_orm(belongs_to, from = "department_id", to = "id")]
    pub department: BelongsTo<Option<super::department::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
