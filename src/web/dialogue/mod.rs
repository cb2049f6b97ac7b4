//! Conversations, votes in the room, themes and improvements.

pub mod improvement;
pub mod improvement_board;
pub mod improvement_form;
pub(super) mod improvement_line;
pub mod theme;
pub mod theme_act;
pub mod theme_list;
pub mod theme_table;

use poem::http::Method;

use super::{
    row::{Allow, Row, page},
    view::{Sample, of},
};

const GET: Method = Method::GET;
const POST: Method = Method::POST;

/// The pages of this area.
pub fn rows() -> Vec<Row> {
    [improvements(), themes()].into_iter().flatten().collect()
}

/// Samples of this area's pages.
pub(super) fn samples() -> Vec<Sample> {
    [
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
