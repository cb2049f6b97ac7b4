//! A part of the catalogue as everybody sees it, read and written once for all who look in the same moment. What only the
//! viewer has there is put over it afterwards.

use std::{fmt::Debug, sync::Arc};

use minijinja::Value;
use serde::Serialize;

use super::filter::Wish;
use crate::web::{context::Context, error::Trouble};

/// Part of the catalogue, written: what stands above the cards, the cards, and what stands below them.
#[derive(Debug)]
pub struct Listed<C> {
    pub head: Value,
    pub cards: Vec<(C, Value)>,
    pub foot: Value,
}

/// A card on a page: written, or in a sample to be written by the page.
#[derive(Clone, Debug, Serialize)]
pub struct Shown<C> {
    card: Option<C>,
    html: Option<Value>,
}

/// What the template of one card shows.
#[derive(Serialize)]
struct Card<'a, C> {
    by_date: bool,
    card: &'a C,
}

impl<C> Shown<C> {
    /// A card that the page writes.
    pub const fn fresh(card: C) -> Self {
        Self { card: Some(card), html: None }
    }

    /// A card as it was written.
    pub const fn written(html: Value) -> Self {
        Self { card: None, html: Some(html) }
    }
}

/// Writes one card.
///
/// # Errors
/// [`Trouble::Template`].
pub fn card<C: Serialize>(cx: &Context, card: &C, by_date: bool) -> poem::Result<Value> {
    part(cx, "learning/workshop/card.html", &Card { by_date, card })
}

impl<C: Serialize> Listed<C> {
    /// Writes cards, and what stands round them.
    ///
    /// # Errors
    /// [`Trouble::Template`].
    pub fn new(cx: &Context, cards: Vec<C>, by_date: bool, round: &impl Serialize) -> poem::Result<Self> {
        let write = |one: C| {
            let html = card(cx, &one, by_date)?;
            Ok((one, html))
        };
        Ok(Self {
            head: part(cx, "learning/workshop/head.html", round)?,
            cards: cards.into_iter().map(write).collect::<poem::Result<_>>()?,
            foot: part(cx, "learning/workshop/foot.html", round)?,
        })
    }
}

/// Writes a part of a page.
///
/// # Errors
/// [`Trouble::Template`].
pub(super) fn part(cx: &Context, template: &str, value: &impl Serialize) -> poem::Result<Value> {
    let html = cx.app().templates.render(cx.language(), template, value).map_err(Trouble::Template)?;
    Ok(Value::from_safe_string(html))
}

/// The part of the catalogue that is asked for, by the whole address: its links keep what else is asked there. What somebody
/// searches for by words is read for them alone: there is no end to the words.
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
    let key = format!("catalogue {} {}", cx.language().code(), cx.address());
    cx.house().db.recent.or_read(key, cx.now(), read).await
}
