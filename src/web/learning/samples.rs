//! Samples of every page of this area: a new view adds its line.

use super::{
    approval, approvals, assignment, assignment_form, assignment_show, bulk, calendar, catalogue,
    certificate, check_in, cost, date_wish, deputies, duties, duty, enrolment_show, evaluation,
    evaluation_list, evaluation_result, extensions, farewell, guest, held_seats, message, overview,
    participant, participant_list, place, programme, register, session, session_certificates, session_choose,
    session_copy, session_desk, session_end, session_form, session_move, session_room, swap, team,
    team_letters, team_place, track, turnout, verify, walk_in, workshop, workshop_desk, workshop_form,
};
use crate::web::view::{Sample, of};

/// Samples of the pages of this area.
pub fn samples() -> Vec<Sample> {
    own_samples().into_iter().chain(desk_samples()).collect()
}

/// Of what people have, get and have to follow.
fn own_samples() -> Vec<Sample> {
    [
        of::<catalogue::Index>(),
        of::<workshop::Show>(),
        of::<session::Show>(),
        of::<enrolment_show::Show>(),
        of::<swap::Swap>(),
        of::<place::Index>(),
        of::<certificate::Index>(),
        of::<verify::Verify>(),
        of::<session_certificates::List>(),
        of::<evaluation::Ask>(),
        of::<evaluation_list::List>(),
        of::<evaluation_result::Show>(),
        of::<calendar::Calendar>(),
        of::<team::Index>(),
        of::<overview::Overview>(),
        of::<date_wish::New>(),
        of::<team_letters::Letters>(),
        of::<team_place::Show>(),
        of::<approvals::Index>(),
        of::<approval::Show>(),
        of::<deputies::Deputies>(),
        of::<held_seats::New>(),
        of::<held_seats::Show>(),
        of::<duties::Index>(),
        of::<assignment::Index>(),
        of::<assignment_form::New>(),
        of::<assignment_show::Show>(),
        of::<duty::Show>(),
        of::<extensions::Index>(),
        of::<track::List>(),
        of::<track::Edit>(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Of what is behind the counter.
fn desk_samples() -> Vec<Sample> {
    [
        of::<programme::Overview>(),
        of::<date_wish::Show>(),
        of::<cost::Show>(),
        of::<turnout::Show>(),
        of::<farewell::Farewell>(),
        of::<participant::Refused>(),
        of::<session_desk::List>(),
        of::<session_choose::Choose>(),
        of::<session_form::Edit>(),
        of::<session_room::Room>(),
        of::<session_move::Meetings>(),
        of::<session_move::Preview>(),
        of::<session_end::Ending>(),
        of::<session_copy::Copy>(),
        of::<bulk::Bulk>(),
        of::<message::Message>(),
        of::<guest::Guests>(),
        of::<participant_list::Sheet>(),
        of::<register::Show>(),
        of::<walk_in::WalkIn>(),
        of::<check_in::Screen>(),
        of::<check_in::Here>(),
        of::<workshop_desk::List>(),
        of::<workshop_form::Edit>(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
