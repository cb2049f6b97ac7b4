//! Conversations, votes in the room, themes and improvements.

mod choice;
mod conversation;
mod conversation_form;
mod conversation_list;
mod coverage;
mod record;
mod record_fields;
mod record_note;
mod summaries;
mod summary;

use super::{
    GET, POST,
    row::{Allow, Row, page},
    view::{Sample, of},
};

pub(in crate::web) use summaries::Fresh;

/// The pages of this area.
pub fn rows() -> Vec<Row> {
    [conversations(), summary_rows()].into_iter().flatten().collect()
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
pub fn samples() -> Vec<Sample> {
    [
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
