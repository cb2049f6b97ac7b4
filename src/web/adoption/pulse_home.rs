//! The part of the first page that is about the pulse.

use chrono::NaiveDate;
use serde::Serialize;

use crate::{
    domain::{adoption::pulse::link, error::Result},
    web::context::Context,
};

/// That the viewer can answer.
#[derive(Clone, Debug, Serialize)]
pub struct Waiting {
    href: String,
    closes_on: NaiveDate,
}

impl Waiting {
    /// Of the viewer; nothing for who comes from outside, and when they answered.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(cx: &Context) -> Result<Option<Self>> {
        if cx.actor().is_outsider() {
            return Ok(None);
        }
        let waiting = link::waiting(cx.db(), cx.me()?, cx.house().policy.day(cx.now())).await?;
        Ok(waiting.map(|one| Self { href: format!("/pulse/{}", one.code), closes_on: one.closes_on }))
    }

    /// For samples.
    pub fn sample() -> Self {
        Self { href: "/pulse/a".into(), closes_on: NaiveDate::default() }
    }
}
