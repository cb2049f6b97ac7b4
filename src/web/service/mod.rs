//! Promises to residents and how they are kept, what residents think, and their thanks.

mod chart;
mod compliment;
pub(in crate::web) mod compliment_home;
mod compliment_new;
mod contact_volume;
mod feedback;
mod feedback_file;
mod feedback_form;
mod feedback_new;
mod feedback_public;
mod feedback_rows;
mod feedback_spoken;
mod figure;
pub(super) mod missed;
pub mod promise;
mod promise_form;
mod promise_show;
mod pull;
mod reading_form;
mod upload;
mod upload_preview;

use super::{
    GET, POST,
    row::{Allow, Row, page},
    view::{Sample, of},
};

/// The pages of this area.
pub fn rows() -> Vec<Row> {
    use promise_form as form;
    use promise_show as one;
    use reading_form as reading;
    let mut rows = vec![
        page(GET, "/promises", Allow::Staff, promise::index),
        page(GET, "/promises/:code", Allow::Staff, one::show),
        page(GET, "/desk/promises/new", Allow::Measurer, form::new),
        page(POST, "/desk/promises", Allow::Measurer, form::create),
        page(GET, "/desk/promises/:code/edit", Allow::Measurer, form::edit),
        page(POST, "/desk/promises/:code", Allow::Measurer, form::update),
        page(POST, "/desk/promises/:code/retirement", Allow::Measurer, form::retire),
        page(GET, "/desk/promises/:code/reading", Allow::Measurer, reading::new),
        page(POST, "/desk/promises/:code/reading", Allow::Measurer, reading::create),
        page(GET, "/desk/promises/:code/file", Allow::Measurer, upload::new),
        page(POST, "/desk/promises/:code/file", Allow::Measurer, upload::preview).with_upload(),
        page(POST, "/desk/promises/:code/file/confirmation", Allow::Measurer, upload::confirm).with_upload(),
        page(POST, "/desk/promises/:code/improvement", Allow::Measurer, one::improve),
        page(POST, "/desk/promises/:code/pull", Allow::Measurer, pull::ask),
    ];
    rows.extend(feedback_rows::rows());
    rows
}

/// Samples of the pages of this area: a new view adds its line.
pub(super) fn samples() -> Vec<Sample> {
    [
        of::<promise::Index>(),
        of::<promise_show::Show>(),
        of::<promise_form::Edit>(),
        of::<reading_form::New>(),
        of::<upload::New>(),
        of::<upload_preview::Preview>(),
    ]
    .into_iter()
    .flatten()
    .chain(feedback_rows::samples())
    .collect()
}
