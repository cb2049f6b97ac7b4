//! The pages of the pulse.

use super::{pulse, pulse_colleague as colleague, pulse_desk as desk};
use crate::web::{
    GET, POST,
    row::{Allow, Row, page},
    view::{Sample, of},
};

/// Who answers stands in no log; nor does who enters an answer for a colleague, and for whom.
pub(super) fn rows() -> Vec<Row> {
    vec![
        page(GET, "/pulse/:code", Allow::Anyone, pulse::show).with_secret().for_nobody(),
        page(POST, "/pulse/:code", Allow::Anyone, pulse::give).with_secret().for_nobody(),
        page(GET, "/desk/pulse", Allow::AnswerTaker, desk::show),
        page(POST, "/desk/pulse", Allow::Publisher, desk::ask),
        page(GET, "/desk/pulse/colleagues", Allow::AnswerTaker, colleague::index).for_nobody(),
        page(GET, "/desk/pulse/colleagues/:id", Allow::AnswerTaker, colleague::show).for_nobody(),
        page(POST, "/desk/pulse/colleagues/:id", Allow::AnswerTaker, colleague::give).for_nobody(),
    ]
}

pub(super) fn samples() -> Vec<Sample> {
    [of::<pulse::Ask>(), of::<desk::Show>(), of::<colleague::Index>(), of::<colleague::Ask>()]
        .into_iter()
        .flatten()
        .collect()
}
