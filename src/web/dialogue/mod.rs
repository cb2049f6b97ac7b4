//! Conversations, votes in the room, themes and improvements.

pub mod ballot;
pub mod ballot_home;
mod ballot_result;
mod choice;
pub mod coding;
mod conversation;
mod conversation_form;
mod conversation_list;
pub mod core_value;
mod coverage;
pub mod improvement;
pub mod improvement_board;
pub mod improvement_form;
pub(super) mod improvement_line;
mod record;
mod record_fields;
mod record_note;
mod summaries;
mod summary;
pub mod theme;
pub mod theme_act;
pub mod theme_list;
pub mod theme_table;
pub mod vote;

pub(in crate::web) use summaries::Fresh;

use super::{
    GET, POST,
    row::{Allow, Row, page},
    view::{Sample, of},
};

/// The pages of this area.
pub fn rows() -> Vec<Row> {
    let parts = [conversations(), summary_rows(), improvements(), themes(), votes(), values(), codings()];
    parts.into_iter().flatten().collect()
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

/// Planning and holding conversations.
fn conversations() -> Vec<Row> {
    use conversation_form as form;
    vec![
        page(GET, "/conversations", Allow::Facilitator, conversation_list::index),
        page(POST, "/conversations", Allow::Facilitator, form::create),
        page(GET, "/conversations/new", Allow::Facilitator, form::new),
        page(GET, "/conversations/coverage", Allow::RoundViewer, coverage::show),
        page(POST, "/conversations/rounds", Allow::Hearer, coverage::start),
        page(GET, "/conversations/:id", Allow::Facilitator, conversation::show),
        page(POST, "/conversations/:id", Allow::Facilitator, form::update),
        page(GET, "/conversations/:id/edit", Allow::Facilitator, form::edit),
        page(GET, "/conversations/:id/calling-off", Allow::Facilitator, conversation::ask),
        page(POST, "/conversations/:id/calling-off", Allow::Facilitator, conversation::call_off),
        page(GET, "/conversations/:id/record", Allow::Facilitator, record::show),
        page(POST, "/conversations/:id/record", Allow::Facilitator, record::keep),
        page(POST, "/conversations/:id/notes", Allow::Facilitator, record_note::save),
    ]
}

/// What came of them, for the team and its heads.
fn summary_rows() -> Vec<Row> {
    vec![
        page(GET, "/summaries", Allow::OwnStaff, summaries::index),
        page(GET, "/conversations/:id/summary", Allow::OwnStaff, summary::show),
        page(POST, "/conversations/:id/summary/edit", Allow::Facilitator, summary::write),
        page(GET, "/conversations/:id/summary/edit", Allow::Facilitator, summary::edit),
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
        of::<conversation_list::List>(),
        of::<conversation::Show>(),
        of::<conversation::CallOff>(),
        of::<conversation_form::Edit>(),
        of::<coverage::Show>(),
        of::<record::Show>(),
        of::<summaries::List>(),
        of::<summary::Show>(),
        of::<summary::Edit>(),
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
