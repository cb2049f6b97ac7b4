//! What a resident thought of the service. Knows no resident, address or moment: nothing here may ever lead to who it was.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// By which way residents meet the organisation.
    Channel {
        Counter = "counter",
        Telephone = "telephone",
        Chat = "chat",
        Post = "post",
        SocialMedia = "social-media",
        WhatsApp = "whatsapp",
        Online = "online",
    }
}

crate::text_enum! {
    /// Who filled it in.
    FeedbackWay {
        /// The resident, on a public form.
        Form = "form",
        /// A colleague, during the conversation.
        Colleague = "colleague",
        /// A colleague, from paper.
        Paper = "paper",
        /// A file of another system.
        File = "file",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "feedback")]
pub struct Model {
    /// By chance, so that order tells nothing.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FeedbackId,
    pub channel: Channel,
    /// From 1 to 10; at least one of grade, effort and text is there.
    pub grade: Option<i32>,
    /// How much effort it took, from 1 (very little) to 5.
    pub effort: Option<i32>,
    /// In their words, without what leads to a person.
    #[sea_orm(column_type = "Text", nullable)]
    pub text: Option<String>,
    /// Which department it is about; nothing where that is not known.
    pub department_id: Option<DepartmentId>,
    pub received_on: Date,
    pub way: FeedbackWay,
    #[sea_orm(belongs_to, from = "department_id", to = "id")]
    pub department: BelongsTo<Option<super::department::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
