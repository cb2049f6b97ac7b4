//! Something one can learn: an entry of the catalogue.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// How it is given.
    WorkshopForm {
        OnSite = "on-site",
        Online = "online",
        Hybrid = "hybrid",
    }
}

crate::text_enum! {
    /// Open programme, or assigned to groups.
    Offering {
        Open = "open",
        Targeted = "targeted",
    }
}

crate::text_enum! {
    /// Only a published workshop is in the catalogue; a retired one keeps its history.
    WorkshopState {
        Draft = "draft",
        Published = "published",
        Retired = "retired",
    }
}

crate::text_enum! {
    /// Our own pictures, for cards and the page of a workshop.
    Cover {
        Conversation = "conversation",
        Letter = "letter",
        Path = "path",
        Table = "table",
        Window = "window",
        Growth = "growth",
    }
}

crate::text_enum! {
    /// Who has to agree before somebody gets a place.
    ApprovalRule {
        Nobody = "none",
        Head = "head",
        HeadThenManager = "head-then-manager",
    }
}

crate::text_enum! {
    /// A language in which a workshop can be given.
    TaughtIn {
        Dutch = "nl",
        English = "en",
        German = "de",
        French = "fr",
        Polish = "pl",
        Turkish = "tr",
        Arabic = "ar",
        Ukrainian = "uk",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "workshop")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: WorkshopId,
    #[sea_orm(unique)]
    pub code: String,
    pub title: String,
    pub summary: String,
    /// Markdown.
    #[sea_orm(column_type = "Text")]
    pub description: String,
    /// Learning goals, one a line.
    #[sea_orm(column_type = "Text")]
    pub goals: String,
    pub form: WorkshopForm,
    pub duration_minutes: i32,
    /// How many meetings a session usually has.
    pub parts: i32,
    /// Fills the form of a new session; a session keeps its own.
    pub minimum: Option<i32>,
    pub maximum: Option<i32>,
    /// As written by its author; enforced through the rows of `audience`.
    pub audience: String,
    pub offering: Offering,
    pub state: WorkshopState,
    /// Whoever has followed it may follow it again.
    pub repeatable: bool,
    /// Title and summary in lower case without accents, for searching.
    #[sea_orm(column_type = "Text")]
    pub search: String,
    pub created_at: DateTimeUtc,
    /// In which languages it is given: codes, separated by commas.
    #[sea_orm(default_value = "nl")]
    pub languages: String,
    /// Which of our own pictures stands on its card.
    pub cover: Option<Cover>,
    /// Who has to agree before somebody gets a place.
    #[sea_orm(default_value = "none")]
    pub approval: ApprovalRule,
}

impl ActiveModelBehavior for ActiveModel {}
