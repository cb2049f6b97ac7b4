//! Lists: `limit` and `cursor` in, `items` and `next` out.

use poem_openapi::{
    ApiResponse, Object,
    payload::Json,
    types::{ParseFromJSON, ToJSON, Type},
};

use crate::domain::page::Page;

/// Part of a list.
#[derive(Debug, Object)]
pub struct List<T: ParseFromJSON + ToJSON + Send + Sync> {
    pub items: Vec<T>,
    /// The `cursor` of the next part; null on the last.
    pub next: Option<String>,
}

impl<T: Type + ParseFromJSON + ToJSON + Send + Sync> List<T> {
    /// A page of rows in the shape of the API.
    pub fn of<R>(page: Page<R>, shape: impl FnMut(R) -> T) -> Json<Self> {
        let Page { items, next } = page.map(shape);
        Json(Self { items, next })
    }
}

/// Something was made: 201 with it, and where it is.
#[derive(ApiResponse)]
pub enum Created<T: ParseFromJSON + ToJSON + Send + Sync> {
    #[oai(status = 201)]
    At(Json<T>, #[oai(header = "Location")] String),
}
