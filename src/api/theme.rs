//! Themes of conversations, as everybody in the house reads them.

use poem_openapi::{Object, OpenApi, payload::Json};
use uuid::Uuid;

use super::{caller::Caller, list::List, problem::Problem, service::Tag};
use crate::domain::dialogue::theme::{self, talk};

/// A theme of conversations.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct Theme {
    pub id: Uuid,
    pub name_nl: String,
    pub name_en: String,
    /// In how many conversations it came up; null below three of different teams with fifteen people.
    pub conversations: Option<u64>,
}

/// The operations on themes.
pub struct Themes;

#[OpenApi(tag = "Tag::Improvements")]
impl Themes {
    /// The themes that everybody in the house may read, by Dutch name: all of them at once.
    #[oai(path = "/themes", method = "get", operation_id = "list-themes")]
    async fn list(&self, caller: Caller) -> Result<Json<List<Theme>>, Problem> {
        let db = &caller.house.db.reader;
        let talks = talk::talks(db).await?;
        let shape = |(row, conversations): (theme::Theme, Option<u64>)| Theme {
            id: row.id.0,
            name_nl: row.name_nl,
            name_en: row.name_en,
            conversations,
        };
        let items = theme::published(db, &talks).await?.into_iter().map(shape).collect();
        Ok(Json(List { items, next: None }))
    }
}
