//! Conversations, votes in the room, themes and improvements.

pub mod ballot;
pub mod ballot_home;
mod ballot_result;
pub mod coding;
pub mod core_value;
pub mod improvement;
pub mod improvement_board;
pub mod improvement_form;
pub(super) mod improvement_line;
pub mod theme;
pub mod theme_act;
pub mod theme_list;
pub mod theme_table;
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
    [improvements(), themes(), votes(), values(), codings()].into_iter().flatten().collect()
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
        of::<improvement_board::Show>(),
        of::<improvement::Show>(),
        of::<improvement_form::New>(),
        of::<theme::Index>(),
        of::<theme::Show>(),
        of::<theme_list::List>(),
        of::<theme_table::Show>(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// You said, we did.
fn improvements() -> Vec<Row> {
    use improvement as one;
    use improvement_board as board;
    use improvement_form as form;
    vec![
        page(GET, "/improvements", Allow::Staff, board::house),
        page(GET, "/improvements/mine", Allow::OwnStaff, board::mine),
        page(GET, "/team/improvements", Allow::Head, board::team),
        page(GET, "/improvements/new", Allow::Staff, form::new),
        page(POST, "/improvements", Allow::Staff, form::create),
        page(GET, "/conversations/:id/improvements/new", Allow::Facilitator, form::new_from),
        page(POST, "/conversations/:id/improvements", Allow::Facilitator, form::create_from),
        page(GET, "/improvements/:id", Allow::Staff, one::show),
        page(POST, "/improvements/:id/answer", Allow::Answerer, one::give_answer),
        page(POST, "/improvements/:id/agreement", Allow::Answerer, one::agree),
        page(POST, "/improvements/:id/day", Allow::Doer, one::move_day),
        page(POST, "/improvements/:id/completion", Allow::Doer, one::finish),
        page(POST, "/improvements/:id/words", Allow::Answerer, one::rewrite),
    ]
}

/// What conversations are about.
fn themes() -> Vec<Row> {
    use theme_act as act;
    use theme_list as list;
    vec![
        page(GET, "/themes", Allow::Staff, theme::index),
        page(POST, "/themes", Allow::Keeper, list::create),
        page(GET, "/themes/list", Allow::Keeper, list::index),
        page(POST, "/themes/tags", Allow::Keeper, list::promote_tag),
        page(GET, "/themes/table", Allow::Hearer, theme_table::show),
        page(GET, "/themes/:id", Allow::Staff, theme::show),
        page(POST, "/themes/:id/names", Allow::Keeper, act::rename),
        page(POST, "/themes/:id/merger", Allow::Keeper, act::merge),
        page(POST, "/themes/:id/state", Allow::Keeper, act::retire),
        page(POST, "/themes/:id/dilemmas", Allow::Keeper, act::set_dilemma),
        page(POST, "/themes/:id/workshops", Allow::Hearer, act::choose),
    ]
}
