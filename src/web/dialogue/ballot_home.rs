//! The part of the first page that is about a vote that is open: whoever holds the conversation finds it again.

use serde::Serialize;

use super::ballot::address;
use crate::{
    domain::{dialogue::ballot::seen, error::Result},
    web::{context::Context, row::Allow},
};

/// A vote of the viewer that is open.
#[derive(Clone, Debug, Serialize)]
pub struct OpenVote {
    href: String,
    place: String,
}

impl OpenVote {
    /// Of the viewer; of nobody else.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(cx: &Context) -> Result<Vec<Self>> {
        if !cx.may(Allow::Facilitator) {
            return Ok(Vec::new());
        }
        let open = seen::open_of(cx.db(), cx.actor()).await?;
        Ok(open.into_iter().map(|one| Self { href: address(one.id), place: one.place }).collect())
    }

    /// For samples.
    pub fn sample() -> Vec<Self> {
        vec![Self { href: "/conversations/1/vote".into(), place: "Werf, kantine".into() }]
    }
}
