//! Walking through a long list. The address keeps where each page before began, so that one can walk back as well.

use serde::Serialize;

use super::{context::Context, form::Pairs};
use crate::domain::{
    error::Result,
    page::{DEFAULT_LIMIT, Page, Window},
};

/// The name in the address: one for every page that was left behind.
const AFTER: &str = "after";

/// The argument of the macro `pager` in `templates/part/show.html`.
#[derive(Clone, Debug, Serialize)]
pub struct Pager {
    pub previous: Option<String>,
    pub next: Option<String>,
    pub first: u64,
    pub last: u64,
    pub total: u64,
}

/// The window that the address asks for.
///
/// # Errors
/// Field `cursor` when it is not one of ours.
pub fn window(cx: &Context) -> Result<Window> {
    Window::new(None, cx.query().all(AFTER).last())
}

impl Pager {
    /// Of one page of a list with this many in all.
    pub fn new<T>(cx: &Context, page: &Page<T>, total: u64) -> Self {
        let path = cx.address().split('?').next().unwrap_or("/");
        let trail: Vec<&str> = cx.query().all(AFTER).collect();
        let filters = Pairs::parse(cx.query().with(AFTER, "").as_bytes());
        let link = |trail: &[&str]| {
            let kept = filters.iter().chain(trail.iter().map(|after| (AFTER, *after)));
            let query = serde_urlencoded::to_string(kept.collect::<Vec<_>>()).unwrap_or_default();
            if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
        };
        let before = trail.len() as u64 * DEFAULT_LIMIT;
        let shown = page.items.len() as u64;
        Self {
            previous: trail.split_last().map(|(_, before)| link(before)),
            next: page.next.as_deref().map(|next| link(&[trail.as_slice(), &[next]].concat())),
            first: if shown == 0 { 0 } else { before + 1 },
            last: before + shown,
            total,
        }
    }

    /// Of a list on one page; also for samples.
    pub fn single(total: u64) -> Self {
        Self { previous: None, next: None, first: total.min(1), last: total, total }
    }
}
