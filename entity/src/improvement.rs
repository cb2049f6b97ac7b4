//! An idea of a team: answered, agreed on with an owner and a day, done. What can be fixed at once skips the steps between.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// What was said to an idea.
    Answer {
        Yes = "yes",
        No = "no",
        Later = "later",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "improvement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ImprovementId,
    /// The conversation it came up in; nothing when it came by another way.
    pub conversation_id: Option<ConversationId>,
    /// The team that raised it, which is told; nothing for what an outside party raised.
    pub department_id: Option<DepartmentId>,
    pub title: String,
    /// May be empty.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    pub raised_on: Date,
    /// Who wrote it down. Nobody: somebody who was erased.
    pub raised_by: Option<PersonId>,
    /// The last day for an answer: twenty working days after it was raised.
    pub answer_by: Date,
    /// The last day on which it is a quick win when it is done: fourteen days after it was raised.
    pub quick_until: Date,
    /// Nothing: nobody answered yet.
    pub answer: Option<Answer>,
    /// Why not, or why later, or what else there is to say.
    #[sea_orm(column_type = "Text", nullable)]
    pub because: Option<String>,
    /// The day of the newest answer, and of the first: what was put off can be answered again.
    pub answered_on: Option<Date>,
    pub first_answered_on: Option<Date>,
    pub answered_by: Option<PersonId>,
    /// Who sees to it.
    pub owner_id: Option<PersonId>,
    /// By when; and what it was first, because a moved date counts late once.
    pub due_on: Option<Date>,
    pub first_due_on: Option<Date>,
    pub done_on: Option<Date>,
    /// What it changed.
    #[sea_orm(column_type = "Text", nullable)]
    pub effect: Option<String>,
    /// The day on which the team that raised it was told of the newest step.
    pub told_on: Option<Date>,
    /// The day on which the owner, or whoever answers, was last reminded.
    pub reminded_on: Option<Date>,
    /// Goes up by one with each change, so that two who change at once see it.
    pub version: i32,
    #[sea_orm(belongs_to, from = "conversation_id", to = "id")]
    pub conversation: BelongsTo<Option<super::conversation::Entity>>,
    #[sea_orm(belongs_to, from = "department_id", to = "id")]
    pub department: BelongsTo<Option<super::department::Entity>>,
    #[sea_orm(belongs_to, from = "owner_id", to = "id")]
    pub owner: BelongsTo<Option<super::person::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
