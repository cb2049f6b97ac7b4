//! A part of the catalogue as everybody sees it, read and written once for all who look in the same moment. What only the
//! viewer has there is put over it afterwards.

use std::{fmt::Debug, sync::Arc};

use minijinja::Value;
use serde::Serialize;

use super::filter::Wish;
use crate::{
    domain::page::Page,
    web::{context::Context, error::Trouble},
};

const TEMPLATE: &str = "learning/workshop/card.html";

/// Part of a list, and how long the whole is.
pub struct Listed<C> {
    pub page: Page<Listing<C>>,
    pub total: u64,
}

/// A card, and how it is written.
#[derive(Debug)]
pub struct Listing<C> {
    pub card: C,
    html: Value,
}

/// A card on a page: one that was written already, or one that the page writes, for this viewer.
#[derive(Clone, Debug, Serialize)]
pub struct Shown<C> {
    card: Option<C>,
    html: Option<Value>,
}

#[derive(Serialize)]
struct Card<'a, C> {
    by_date: bool,
    card: &'a C,
}

impl<C> Shown<C> {
    /// A card that the page writes itself.
    pub const fn fresh(card: C) -> Self {
        Self { card: Some(card), html: None }
    }
}

impl<C> From<&Listing<C>> for Shown<C> {
    fn from(listing: &Listing<C>) -> Self {
        Self { card: None, html: Some(listing.html.clone()) }
    }
}

impl<C: Serialize> Listed<C> {
    /// Writes the cards of a page.
    ///
    /// # Errors
    /// [`Trouble::Template`].
    pub fn new(cx: &Context, page: Page<C>, total: u64, by_date: bool) -> poem::Result<Self> {
        let Page { items, next } = page;
        let templates = &cx.app().templates;
        let write = |card: C| {
            let html = templates.render(cx.language(), TEMPLATE, &Card { by_date, card: &card })?;
            Ok(Listing { card, html: Value::from_safe_string(html) })
        };
        let items = items.into_iter().map(write).collect::<Result<_, _>>().map_err(Trouble::Template)?;
        Ok(Self { page: Page { items, next }, total })
    }
}

/// The part of the catalogue that is asked for. What somebody searches for by words is read for them alone: there is no end
/// to the words.
///
/// # Errors
/// What `read` returns.
pub async fn listed<C>(
    cx: &Context,
    wish: &Wish,
    read: impl Future<Output = poem::Result<Listed<C>>> + Send,
) -> poem::Result<Arc<Listed<C>>>
where
    C: Debug + Send + Sync + 'static,
{
    if !wish.search.is_empty() {
        return Ok(Arc::new(read.await?));
    }
    let after: Vec<&str> = cx.query().all("after").collect();
    let key = format!("catalogue {} {wish:?} {after:?}", cx.language().code());
    cx.house().db.recent.or_read(key, cx.now(), read).await
}
