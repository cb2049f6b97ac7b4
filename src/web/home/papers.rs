//! The last certificates of whoever looks.

use crate::{
    domain::{error::Result, learning::certificate as certificates, page::Window},
    web::{context::Context, learning::certificate::Row},
};

/// So many; the rest is a click away.
const FEW: u64 = 3;

/// The last that count, the latest first.
pub(super) async fn last(cx: &Context) -> Result<Vec<Row>> {
    let page = certificates::of_person(cx.db(), cx.me()?, &Window { limit: FEW, after: None }).await?;
    Ok(page.items.into_iter().filter(|row| row.revoked_at.is_none()).map(Row::new).collect())
}
