//! The pages of feedback, compliments and contacts.

use super::{
    compliment, compliment_new, contact_volume, feedback, feedback_file as file, feedback_form as form,
    feedback_new as new, feedback_public as public, feedback_spoken as spoken,
};
use crate::web::{
    GET, POST,
    row::{Allow, Row, page},
    view::{Sample, of},
};

/// A resident who says something stands in no log.
pub(super) fn rows() -> Vec<Row> {
    vec![
        page(GET, "/feedback/:key", Allow::Anyone, public::show).for_nobody(),
        page(POST, "/feedback/:key", Allow::Anyone, public::give).for_nobody(),
        page(GET, "/team/feedback", Allow::Head, feedback::of_team),
        page(GET, "/desk/feedback", Allow::Measurer, feedback::index),
        page(GET, "/desk/feedback/new", Allow::Measurer, new::new),
        page(POST, "/desk/feedback", Allow::Measurer, new::create),
        page(GET, "/desk/feedback/forms", Allow::Measurer, form::index),
        page(POST, "/desk/feedback/forms", Allow::Measurer, form::open),
        page(GET, "/desk/feedback/forms/:id", Allow::Measurer, form::show),
        page(POST, "/desk/feedback/forms/:id/closing", Allow::Measurer, form::close),
        page(GET, "/desk/feedback/spoken", Allow::Measurer, spoken::index),
        page(GET, "/desk/feedback/file", Allow::Measurer, file::new),
        page(POST, "/desk/feedback/file", Allow::Measurer, file::preview).with_upload(),
        page(POST, "/desk/feedback/file/loading", Allow::Measurer, file::load).with_upload(),
        page(GET, "/desk/contacts", Allow::Measurer, contact_volume::show),
        page(POST, "/desk/contacts", Allow::Measurer, contact_volume::write),
        page(GET, "/compliments", Allow::OwnStaff, compliment::index),
        page(GET, "/desk/compliments/new", Allow::Measurer, compliment_new::new),
        page(POST, "/desk/compliments", Allow::Measurer, compliment_new::create),
        page(POST, "/desk/compliments/:id/telling", Allow::Measurer, compliment_new::tell),
    ]
}

pub(super) fn samples() -> Vec<Sample> {
    [
        of::<public::Ask>(),
        of::<feedback::Desk>(),
        of::<feedback::Team>(),
        of::<spoken::Index>(),
        of::<new::New>(),
        of::<form::Index>(),
        of::<form::Show>(),
        of::<file::New>(),
        of::<file::Preview>(),
        of::<contact_volume::Show>(),
        of::<compliment::Index>(),
        of::<compliment_new::New>(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
