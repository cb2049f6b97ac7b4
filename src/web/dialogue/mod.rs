//! Conversations, votes in the room, themes and improvements.

pub mod ballot;
pub mod ballot_home;
mod ballot_result;
pub mod coding;
pub mod core_value;
pub mod vote;

use poem::http::Method;

use super::{
    row::{Allow, Row, page},
    view::{Sample, of},
};

const GET: Method = Method::GET;
const POST: Method = Method::POST;

/// The pages of this area.
pub fn rows() -> Vec<Row> {
    [votes(), values(), codings()].into_iter().flatten().collect()
}

/// The vote in the room: the screen of whoever holds the conversation, and what opens on a phone.
fn votes() -> Vec<Row> {
    vec![
        page(GET, "/conversations/:id/vote", Allow::Facilitator, ballot::show),
        page(POST, "/conversations/:id/vote", Allow::Facilitator, ballot::open),
        page(POST, "/conversations/:id/vote/closing", Allow::Facilitator, ballot::close),
        page(POST, "/conversations/:id/vote/by-hand", Allow::Facilitator, ballot::fill_in),
        page(GET, "/vote/:key", Allow::Anyone, vote::show).with_secret().for_nobody(),
        page(POST, "/vote/:key", Allow::Anyone, vote::give).with_secret().for_nobody(),
    ]
}

/// The core values in the words of the organisation.
fn values() -> Vec<Row> {
    vec![
        page(GET, "/core-values", Allow::Staff, core_value::index),
        page(GET, "/desk/core-values", Allow::Overseer, core_value::list),
        page(GET, "/desk/core-values/:value/:language", Allow::Overseer, core_value::edit),
        page(POST, "/desk/core-values/:value/:language", Allow::Overseer, core_value::update),
    ]
}

/// Second coders.
fn codings() -> Vec<Row> {
    vec![
        page(GET, "/themes/coding", Allow::Facilitator, coding::index),
        page(POST, "/themes/coding", Allow::Hearer, coding::draw),
        page(GET, "/themes/coding/:id", Allow::Coder, coding::show),
        page(POST, "/themes/coding/:id", Allow::Coder, coding::give),
    ]
}

/// Samples of the pages of this area: a new view adds its line.
pub(super) fn samples() -> Vec<Sample> {
    [
        of::<ballot::Room>(),
        of::<vote::Vote>(),
        of::<core_value::Index>(),
        of::<core_value::List>(),
        of::<core_value::Edit>(),
        of::<coding::Index>(),
        of::<coding::Show>(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
