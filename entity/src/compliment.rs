//! Thanks of a resident or partner, in words or otherwise, and who may be told.

use sea_orm::entity::prelude::*;

use crate::{feedback::Channel, id::*};

crate::text_enum! {
    /// What a compliment came as.
    Shape {
        Words = "words",
        Card = "card",
        Flowers = "flowers",
        Cake = "cake",
        Other = "other",
    }
}

crate::text_enum! {
    /// Who may be told of a compliment.
    Telling {
        /// It is counted only.
        Nobody = "nobody",
        Team = "team",
        Organisation = "organisation",
        /// Residents too.
        Everybody = "everybody",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "compliment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ComplimentId,
    pub shape: Shape,
    /// Whether somebody asked how it went.
    pub asked: bool,
    /// What was said, or what it was; without what leads to a resident.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    pub channel: Option<Channel>,
    /// The team it belongs to; nothing: everybody.
    pub department_id: Option<DepartmentId>,
    pub received_on: Date,
    pub telling: Telling,
    /// Nothing: somebody who was erased, or a public form.
    pub entered_by: Option<PersonId>,
    #[sea_orm(belongs_to, from = "department_id", to = "id")]
    pub department: BelongsTo<Option<super::department::Entity>>,
    #[sea_orm(belongs_to, from = "entered_by", to = "id")]
    pub enterer: BelongsTo<Option<super::person::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
