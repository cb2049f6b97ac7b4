//! The part of the first page with what the own team was thanked for.

use chrono::TimeDelta;
use entity::compliment::Shape;
use serde::Serialize;

use super::compliment::Thank;
use crate::{
    domain::{error::Result, service::compliment::list},
    web::context::Context,
};

/// So long thanks are new.
const NEW: TimeDelta = TimeDelta::days(30);
const FEW: u64 = 3;

/// The last of them.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Thanks(Vec<Thank>);

impl Thanks {
    /// Of the viewer's team; none for who comes from outside.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(cx: &Context) -> Result<Self> {
        if cx.actor().is_outsider() {
            return Ok(Self::default());
        }
        let today = cx.house().policy.day(cx.now());
        let rows = list::news(cx.db(), cx.actor(), (today - NEW, today), FEW).await?;
        Ok(Self(rows.into_iter().map(|row| (row, None).into()).collect()))
    }

    /// For samples.
    pub fn sample() -> Self {
        Self(vec![Thank::sample(Shape::Words), Thank::sample(Shape::Cake)])
    }
}
