//! Pages of the area people: coming in and going out, one's own account, who works where, who may what.

pub mod account;
pub mod break_glass;
pub mod department;
pub mod department_change;
pub mod department_plan;
pub mod department_room;
pub mod department_split;
pub mod external;
pub mod import;
mod import_preview;
mod import_rows;
pub mod import_run;
pub mod known;
pub mod language;
mod people_file;
pub mod person;
pub mod persona;
pub mod role;
pub mod set_up;
pub mod sign_in;
pub mod sign_in_code;
pub mod sign_out;
pub(super) mod tally;

use poem::http::Method;

use super::{
    row::{Allow, Row, page},
    view::{Sample, of},
};

const GET: Method = Method::GET;
const POST: Method = Method::POST;

/// The pages of this area.
pub(super) fn rows() -> Vec<Row> {
    [signing_in(), people(), departments(), imports()].into_iter().flatten().collect()
}

fn signing_in() -> Vec<Row> {
    vec![
        page(GET, "/sign-in", Allow::Anyone, sign_in::new),
        page(POST, "/sign-in", Allow::Anyone, sign_in::create),
        page(GET, "/sign-in/sent", Allow::Anyone, sign_in::sent),
        page(GET, "/sign-in/link/:secret", Allow::Anyone, sign_in::link).with_secret(),
        page(POST, "/sign-in/link/:secret", Allow::Anyone, sign_in::open_link).with_secret(),
        page(GET, "/sign-in/code", Allow::Anyone, sign_in_code::new),
        page(POST, "/sign-in/code", Allow::Anyone, sign_in_code::create),
        page(GET, "/sign-in/password", Allow::Anyone, break_glass::new),
        page(POST, "/sign-in/password", Allow::Anyone, break_glass::create),
        page(GET, "/set-up/:secret", Allow::Anyone, set_up::new).with_secret(),
        page(POST, "/set-up/:secret", Allow::Anyone, set_up::create).with_secret(),
        page(GET, "/demo", Allow::Anyone, persona::index).only_in_demo(),
        page(POST, "/demo", Allow::Anyone, persona::create).only_in_demo(),
        page(POST, "/sign-out", Allow::Anyone, sign_out::create),
        page(POST, "/sign-out/everywhere", Allow::Own, sign_out::everywhere),
        page(GET, "/language", Allow::Anyone, language::choose),
    ]
}

fn people() -> Vec<Row> {
    vec![
        page(GET, "/me", Allow::Own, account::show),
        page(POST, "/me/language", Allow::Own, account::choose_language),
        page(POST, "/me/browsers/:id/end", Allow::Own, account::end),
        page(GET, "/externals/new", Allow::Planner, external::new),
        page(POST, "/externals", Allow::Planner, external::create),
        page(GET, "/externals/:id", Allow::Planner, external::edit),
        page(POST, "/externals/:id", Allow::Planner, external::update),
        page(GET, "/people", Allow::PeopleViewer, person::index),
        page(GET, "/people/:id", Allow::PeopleViewer, person::show),
        page(POST, "/people/:id/roles", Allow::Granter, person::grant),
        page(POST, "/people/:person/roles/:id/revocation", Allow::Granter, role::revoke),
        page(GET, "/people/:id/sign-in-code", Allow::CodePrinter, sign_in_code::show),
        page(POST, "/sign-in-code/:id", Allow::CodePrinter, sign_in_code::make).with_secret(),
        page(POST, "/people/:id/sign-in-code/end", Allow::CodePrinter, sign_in_code::end),
        page(GET, "/roles", Allow::Granter, role::index),
    ]
}

/// The tree, and how it changes.
fn departments() -> Vec<Row> {
    use department_change as change;
    use department_room as room;
    use department_split as split;
    vec![
        page(GET, "/departments", Allow::TreeViewer, department::index),
        page(GET, "/departments/:id", Allow::TreeViewer, room::show),
        page(POST, "/departments/:id/name", Allow::Importer, room::rename),
        page(POST, "/departments/:id/parent", Allow::Importer, room::relocate),
        page(POST, "/departments/:id/cover", Allow::PeopleViewer, room::set_cover),
        page(GET, "/departments/:id/merger", Allow::Importer, change::preview),
        page(POST, "/departments/:id/merger", Allow::Importer, change::create),
        page(POST, "/departments/:id/cost-centre", Allow::Importer, room::set_cost_centre),
        page(POST, "/departments/:id/plans/:plan/removal", Allow::Importer, department_plan::take_back),
        page(GET, "/departments/:id/split", Allow::Importer, split::ask),
        page(POST, "/departments/:id/split/preview", Allow::Importer, split::preview),
        page(POST, "/departments/:id/split", Allow::Importer, split::divide),
    ]
}

/// Loading files.
fn imports() -> Vec<Row> {
    vec![
        page(GET, "/import", Allow::Importer, import::new),
        page(POST, "/import", Allow::Importer, import::create).with_upload(),
        page(GET, "/import/:id", Allow::Importer, import_run::show),
        page(POST, "/import/:id/application", Allow::Importer, import_run::apply),
        page(POST, "/import/:id/undoing", Allow::Importer, import_run::undo),
    ]
}

/// Samples of the pages of this area.
pub(super) fn samples() -> Vec<Sample> {
    [
        of::<account::Account>(),
        of::<break_glass::Ask>(),
        of::<department::List>(),
        of::<department_change::Merge>(),
        of::<department_split::SplitOff>(),
        of::<department_split::SplitPreview>(),
        of::<department_room::Room>(),
        of::<external::Edit>(),
        of::<import::List>(),
        of::<import_run::Preview>(),
        of::<import_run::Rows>(),
        of::<import_run::Progress>(),
        of::<import_run::Applied>(),
        of::<person::List>(),
        of::<person::Show>(),
        of::<role::List>(),
        of::<set_up::SetUp>(),
        of::<sign_in::Ask>(),
        of::<sign_in_code::Ask>(),
        of::<sign_in_code::Card>(),
        of::<sign_in::Link>(),
        of::<sign_in::Sent>(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
