//! On the page of an improvement: the promise whose miss opened it.

use entity::id::ImprovementId;
use serde::Serialize;

use super::figure;
use crate::{
    domain::{error::Result, service::missed},
    web::context::Context,
};

/// The promise.
#[derive(Serialize)]
pub(in crate::web) struct Missed {
    href: String,
    text: String,
    period: String,
}

impl Missed {
    /// For samples.
    pub(in crate::web) fn sample() -> Self {
        Self {
            href: "/promises/N01".into(),
            text: "Binnen twee werkdagen word je teruggebeld".into(),
            period: "januari 2026".into(),
        }
    }
}

/// The promise whose miss opened this improvement, if one did.
pub(in crate::web) async fn of(cx: &Context, id: ImprovementId) -> Result<Option<Missed>> {
    let found = missed::of_improvement(cx.db(), id).await?;
    Ok(found.map(|(promise, period)| Missed {
        href: format!("/promises/{}", promise.code),
        text: figure::own(cx, &promise.text_nl, &promise.text_en).to_owned(),
        period: figure::period(cx, promise.every, period),
    }))
}
