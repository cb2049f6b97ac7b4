//! What a head finds on the first page: how far the own department is.

use serde::Serialize;

use super::ladder;
use crate::{
    domain::{adoption::report, error::Result},
    web::context::Context,
};

/// The own department in the newest period.
#[derive(Clone, Debug, Serialize)]
pub struct Standing {
    name: String,
    step: Option<i32>,
    href: String,
}

impl Standing {
    /// Of who heads one; nothing before a period was closed.
    pub async fn of(cx: &Context) -> Result<Option<Self>> {
        let unit = report::newest_of(cx.db(), &cx.actor().departments).await?;
        let standing = |unit: report::Unit| {
            let href = format!("/adoption/units/{}", unit.department?);
            Some(Self { name: ladder::name(cx, &unit), step: unit.step, href })
        };
        Ok(unit.and_then(standing))
    }

    /// For samples.
    pub fn sample(step: Option<i32>) -> Self {
        let href = "/adoption/units/0190a1b2-0000-7000-8000-000000000001".into();
        Self { name: "Burgerzaken".into(), step, href }
    }
}
