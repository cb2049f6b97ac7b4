//! Workshops, dates and places: what employees use, and what happens behind the counter.

pub mod approval;
pub mod approvals;
pub mod assignment;
pub mod assignment_act;
pub mod assignment_form;
mod assignment_line;
pub mod assignment_show;
mod away;
pub mod bulk;
pub mod calendar;
mod candidate;
pub mod card;
pub mod catalogue;
pub mod certificate;
pub mod check_in;
pub mod cost;
pub mod date_wish;
pub mod deputies;
pub mod duties;
pub mod duty;
pub mod enrolment;
pub mod enrolment_show;
pub mod evaluation;
pub mod evaluation_home;
pub mod evaluation_list;
pub mod evaluation_result;
pub mod extensions;
pub mod farewell;
pub mod filter;
pub mod guest;
mod held_nameless;
pub mod held_seats;
mod listed;
pub mod message;
pub mod needs;
pub mod overview;
pub mod paper;
pub mod participant;
mod participant_line;
pub mod participant_list;
pub mod place;
pub mod programme;
pub mod register;
pub mod register_line;
mod samples;
pub mod session;
pub mod session_certificates;
pub mod session_choose;
pub mod session_copy;
pub mod session_desk;
mod session_draw;
pub mod session_end;
mod session_facts;
mod session_fields;
pub mod session_form;
pub mod session_move;
mod session_plan;
pub mod session_room;
mod session_round;
mod shortage;
pub mod stand;
pub(in crate::web) mod suggested;
pub mod swap;
pub mod team;
mod team_choice;
pub mod team_letters;
pub mod team_place;
mod touched;
pub mod track;
pub mod turnout;
pub mod verify;
pub mod walk_in;
pub mod workshop;
mod workshop_conditions;
pub mod workshop_desk;
pub mod workshop_form;
mod workshop_past;

use poem::http::Method;

pub(super) use self::samples::samples;
use super::row::{Allow, Row, page};

const GET: Method = Method::GET;
const POST: Method = Method::POST;

/// The pages of this area.
pub(super) fn rows() -> Vec<Row> {
    let learning = [places(), certificates(), evaluations(), teams(), decisions(), assignments(), tracks()];
    let desk = [desk(), changes(), workshop_desk(), figures()];
    learning.into_iter().chain(desk).flatten().collect()
}

/// Finding a workshop and having a place.
fn places() -> Vec<Row> {
    vec![
        page(GET, "/workshops", Allow::Staff, catalogue::index),
        page(GET, "/workshops/:id", Allow::Staff, workshop::show),
        page(POST, "/workshops/:id/interest", Allow::OwnStaff, workshop::express),
        page(GET, "/sessions/:id", Allow::SignedIn, session::show),
        page(POST, "/sessions/:id/enrolments", Allow::Own, enrolment::create),
        page(GET, "/places", Allow::Own, place::index),
        page(GET, "/me/calendar", Allow::Own, calendar::show),
        page(POST, "/me/calendar", Allow::Own, calendar::make).with_secret(),
        page(POST, "/me/calendar/end", Allow::Own, calendar::end),
        page(POST, "/me/reminder", Allow::Own, calendar::remind),
        page(GET, "/calendar/:secret", Allow::Anyone, calendar::read).with_secret(),
        page(GET, "/enrolments/:id", Allow::Own, enrolment_show::show),
        page(POST, "/enrolments/:id/withdrawal", Allow::Own, enrolment::withdraw),
        page(GET, "/enrolments/:id/swap", Allow::OwnStaff, swap::choose),
        page(POST, "/enrolments/:id/swap", Allow::OwnStaff, swap::swap),
        page(POST, "/enrolments/:id/needs", Allow::Own, needs::state),
        page(POST, "/enrolments/:id/acceptance", Allow::Own, enrolment::accept),
        page(POST, "/enrolments/:id/refusal", Allow::Own, enrolment::decline),
        page(GET, "/check-in/:code", Allow::Own, check_in::show).with_secret(),
        page(POST, "/check-in/:code", Allow::Own, check_in::say).with_secret(),
    ]
}

/// What somebody followed, on paper, and whether a paper is genuine.
fn certificates() -> Vec<Row> {
    use session_certificates as room;
    vec![
        page(GET, "/certificates", Allow::Own, certificate::index),
        page(GET, "/certificates/:id/certificate.pdf", Allow::Own, certificate::pdf),
        page(GET, "/desk/certificates/:id/certificate.pdf", Allow::Giver, certificate::given),
        page(GET, "/verify", Allow::Anyone, verify::ask).with_secret(),
        page(GET, "/verify/:serial", Allow::Anyone, verify::show).with_secret(),
        page(GET, "/desk/sessions/:id/certificates", Allow::Giver, room::show),
        page(POST, "/desk/sessions/:id/certificates", Allow::Giver, room::make),
        page(GET, "/desk/sessions/:id/certificates.zip", Allow::Giver, room::fetch),
        page(GET, "/desk/sessions/:id/cards.pdf", Allow::Giver, paper::cards),
        page(GET, "/desk/meetings/:id/sheet.pdf", Allow::Giver, paper::sheet),
    ]
}

/// What people think of a workshop, and what they did with it.
fn evaluations() -> Vec<Row> {
    vec![
        page(GET, "/evaluations/:code", Allow::Anyone, evaluation::show).with_secret().for_nobody(),
        page(POST, "/evaluations/:code", Allow::Anyone, evaluation::give).with_secret().for_nobody(),
        page(GET, "/desk/evaluations", Allow::Giver, evaluation_list::index),
        page(GET, "/desk/evaluations/:id", Allow::Giver, evaluation_result::show),
    ]
}

/// What a head does for the team.
fn teams() -> Vec<Row> {
    use team_place as place;
    vec![
        page(POST, "/sessions/:id/team", Allow::Head, team_choice::enrol),
        page(GET, "/team", Allow::Head, team::index),
        page(GET, "/team/overview", Allow::Head, overview::show),
        page(GET, "/team/date-wishes/new", Allow::Head, date_wish::new),
        page(POST, "/team/date-wishes", Allow::Head, date_wish::create),
        page(GET, "/team/letters", Allow::Head, team_letters::index),
        page(POST, "/team/letters/:id/handover", Allow::Head, team_letters::hand_over),
        page(POST, "/team/letters/:id/return", Allow::Head, team_letters::take_back),
        page(GET, "/team/enrolments/:id", Allow::Head, place::show),
        page(POST, "/team/enrolments/:id/withdrawal", Allow::Head, place::withdraw),
        page(POST, "/team/enrolments/:id/acceptance", Allow::Head, place::accept),
        page(POST, "/team/enrolments/:id/refusal", Allow::Head, place::decline),
    ]
}

/// Deciding about requests, who stands in for that, and seats that are held.
fn decisions() -> Vec<Row> {
    use held_seats as held;
    vec![
        page(GET, "/approvals", Allow::Decider, approvals::index),
        page(POST, "/approvals", Allow::Decider, approvals::decide),
        page(GET, "/approvals/:id", Allow::Decider, approval::show),
        page(POST, "/approvals/:id/decision", Allow::Decider, approval::decide),
        page(GET, "/team/deputies", Allow::Head, deputies::index),
        page(POST, "/team/deputies", Allow::Head, deputies::create),
        page(POST, "/team/deputies/:id/end", Allow::Head, deputies::end),
        page(GET, "/sessions/:id/held-seats", Allow::Holder, held::new),
        page(POST, "/sessions/:id/held-seats", Allow::Holder, held::create),
        page(GET, "/held-seats/:id", Allow::Holder, held::show),
        page(POST, "/held-seats/:id/names", Allow::Holder, held::name),
        page(POST, "/held-seats/:id/release", Allow::Holder, held::release),
    ]
}

/// Planning sessions and keeping their participants.
fn desk() -> Vec<Row> {
    use participant as who;
    use session_desk as list;
    use session_form as form;
    use session_room as room;
    vec![
        page(GET, "/desk/sessions", Allow::Giver, list::index),
        page(GET, "/desk/sessions/new", Allow::Planner, form::new),
        page(POST, "/desk/sessions", Allow::Planner, form::create),
        page(GET, "/desk/sessions/:id", Allow::Giver, room::show),
        page(GET, "/desk/sessions/:id/edit", Allow::Planner, form::edit),
        page(POST, "/desk/sessions/:id", Allow::Planner, form::update),
        page(POST, "/desk/sessions/:id/enrolments", Allow::Planner, who::enrol),
        page(GET, "/desk/meetings/:id/register", Allow::Giver, register::show),
        page(POST, "/desk/meetings/:id/register", Allow::Giver, register::keep),
        page(POST, "/desk/meetings/:id/marks", Allow::Giver, register_line::note),
        page(POST, "/desk/meetings/:id/closing", Allow::Giver, register::close),
        page(GET, "/desk/meetings/:id/walk-ins", Allow::Giver, walk_in::search),
        page(POST, "/desk/meetings/:id/walk-ins", Allow::Giver, walk_in::let_in),
        page(GET, "/desk/meetings/:id/check-in", Allow::Giver, check_in::screen),
        page(POST, "/desk/meetings/:id/check-in", Allow::Giver, check_in::set),
        page(GET, "/desk/enrolments/:id/refusal", Allow::Planner, farewell::ask_refusal),
        page(POST, "/desk/enrolments/:id/refusal", Allow::Planner, farewell::refuse),
        page(GET, "/desk/enrolments/:id/withdrawal", Allow::Planner, farewell::ask_withdrawal),
        page(POST, "/desk/enrolments/:id/withdrawal", Allow::Planner, farewell::withdraw),
    ]
}

/// What becomes of a session that was planned.
fn changes() -> Vec<Row> {
    use session_end as end;
    use session_move as moving;
    vec![
        page(GET, "/desk/sessions/:id/meetings", Allow::Planner, moving::edit),
        page(POST, "/desk/sessions/:id/meetings/preview", Allow::Planner, moving::preview),
        page(POST, "/desk/sessions/:id/meetings", Allow::Planner, moving::update),
        page(GET, "/desk/sessions/:id/copy", Allow::Planner, session_copy::new),
        page(POST, "/desk/sessions/:id/copy", Allow::Planner, session_copy::create),
        page(GET, "/desk/sessions/:id/bulk", Allow::Planner, bulk::new),
        page(POST, "/desk/sessions/:id/bulk", Allow::Planner, bulk::create),
        page(GET, "/desk/sessions/:id/message", Allow::Giver, message::new),
        page(POST, "/desk/sessions/:id/message", Allow::Giver, message::create),
        page(GET, "/desk/sessions/:id/guests", Allow::Planner, guest::index),
        page(POST, "/desk/sessions/:id/guests", Allow::Planner, guest::create),
        page(POST, "/desk/sessions/:id/guests/:person/withdrawal", Allow::Planner, guest::withdraw),
        page(GET, "/desk/sessions/:id/participants", Allow::Giver, participant_list::sheet),
        page(GET, "/desk/sessions/:id/participants.xlsx", Allow::Giver, participant_list::xlsx),
        page(GET, "/desk/sessions/:id/participants.csv", Allow::Giver, participant_list::csv),
        page(GET, "/desk/sessions/:id/calling-off", Allow::Planner, end::ask),
        page(POST, "/desk/sessions/:id/calling-off", Allow::Planner, end::call_off),
        page(GET, "/desk/sessions/:id/decision", Allow::Planner, end::decide),
        page(POST, "/desk/sessions/:id/decision", Allow::Planner, end::go_on),
    ]
}

/// Writing the catalogue.
fn workshop_desk() -> Vec<Row> {
    use workshop_desk as list;
    use workshop_form as form;
    vec![
        page(GET, "/desk/workshops", Allow::Planner, list::index),
        page(GET, "/desk/workshops/new", Allow::Planner, form::new),
        page(POST, "/desk/workshops", Allow::Planner, form::create),
        page(GET, "/desk/workshops/:id/edit", Allow::Planner, form::edit),
        page(POST, "/desk/workshops/:id", Allow::Planner, form::update),
        page(POST, "/desk/workshops/:id/state", Allow::Planner, form::set_state),
    ]
}

/// How the programme stands, as numbers.
fn figures() -> Vec<Row> {
    vec![
        page(GET, "/desk/overview", Allow::Planner, programme::show),
        page(GET, "/desk/costs", Allow::Planner, cost::show),
        page(GET, "/desk/turnout", Allow::Planner, turnout::show),
        page(GET, "/desk/date-wishes/:id", Allow::Planner, date_wish::show),
        page(POST, "/desk/date-wishes/:id/answer", Allow::Planner, date_wish::answer),
    ]
}

/// What has to be followed: for each person, for a head's own people, and for everybody.
fn assignments() -> Vec<Row> {
    use assignment_act as act;
    use assignment_form as form;
    use assignment_show as one;
    vec![
        page(GET, "/duties", Allow::OwnStaff, duties::index),
        page(POST, "/duties/:id/extension", Allow::OwnStaff, duties::ask),
        page(GET, "/team/assignments", Allow::Head, assignment::index),
        page(GET, "/team/assignments/new", Allow::Head, form::new),
        page(POST, "/team/assignments", Allow::Head, form::create),
        page(GET, "/team/assignments/:id", Allow::Head, one::show),
        page(POST, "/team/assignments/:id/enrolments", Allow::Head, act::enrol),
        page(POST, "/team/assignments/:id/change", Allow::Head, act::update),
        page(POST, "/team/assignments/:id/end", Allow::Head, act::end),
        page(GET, "/team/extensions", Allow::Head, extensions::index),
        page(GET, "/team/duties/:id", Allow::Head, duty::show),
        page(POST, "/team/duties/:id/exemption", Allow::Head, duty::exempt),
        page(POST, "/team/duties/:id/answer", Allow::Head, duty::answer),
        page(GET, "/desk/assignments", Allow::Planner, assignment::index),
        page(GET, "/desk/assignments/new", Allow::Planner, form::new),
        page(POST, "/desk/assignments", Allow::Planner, form::create),
        page(GET, "/desk/assignments/:id", Allow::Planner, one::show),
        page(POST, "/desk/assignments/:id/enrolments", Allow::Planner, act::enrol),
        page(POST, "/desk/assignments/:id/change", Allow::Planner, act::update),
        page(POST, "/desk/assignments/:id/end", Allow::Planner, act::end),
        page(GET, "/desk/extensions", Allow::Planner, extensions::index),
        page(GET, "/desk/duties/:id", Allow::Planner, duty::show),
        page(POST, "/desk/duties/:id/exemption", Allow::Planner, duty::exempt),
        page(POST, "/desk/duties/:id/answer", Allow::Planner, duty::answer),
    ]
}

/// Several workshops, assigned as one.
fn tracks() -> Vec<Row> {
    vec![
        page(GET, "/desk/tracks", Allow::Planner, track::index),
        page(GET, "/desk/tracks/new", Allow::Planner, track::new),
        page(POST, "/desk/tracks", Allow::Planner, track::create),
        page(GET, "/desk/tracks/:id", Allow::Planner, track::edit),
        page(POST, "/desk/tracks/:id", Allow::Planner, track::update),
        page(POST, "/desk/tracks/:id/state", Allow::Planner, track::set_state),
    ]
}
