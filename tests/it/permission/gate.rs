//! Who may ask for a page at all, before it is known about what. Written twice, here and in the sitemap, so that a change of
//! permission is seen by two people.

use std::collections::BTreeSet;

use olievlek::web;
use poem::http::Method;

use super::cast::Role;

/// Who may ask: `at-home` (signed in on a device of their own), `all` (also visitors), `signed-in`, `staff` (not who comes from outside), or roles.
pub const GATES: &[(&str, &str, &str)] = &[
    ("GET", "/", "all"),
    ("GET", "/search", "staff"),
    ("GET", "/accessibility", "all"),
    ("GET", "/privacy", "all"),
    ("GET", "/api", "all"),
    ("GET", "/source", "all"),
    ("GET", "/.well-known/security.txt", "all"),
    ("GET", "/demo/sitemap", "demo"),
    ("GET", "/sign-in", "all"),
    ("POST", "/sign-in", "all"),
    ("GET", "/sign-in/sent", "all"),
    ("GET", "/sign-in/link/:secret", "all"),
    ("POST", "/sign-in/link/:secret", "all"),
    ("GET", "/sign-in/code", "all"),
    ("POST", "/sign-in/code", "all"),
    ("GET", "/people/:id/sign-in-code", "head administrator"),
    ("POST", "/sign-in-code/:id", "head administrator"),
    ("POST", "/people/:id/sign-in-code/end", "head administrator"),
    ("GET", "/sign-in/password", "all"),
    ("POST", "/sign-in/password", "all"),
    ("GET", "/set-up/:secret", "all"),
    ("POST", "/set-up/:secret", "all"),
    ("GET", "/demo", "demo"),
    ("POST", "/demo", "demo"),
    ("POST", "/sign-out", "all"),
    ("POST", "/sign-out/everywhere", "signed-in"),
    ("GET", "/language", "all"),
    ("GET", "/me", "signed-in"),
    ("POST", "/me/language", "signed-in"),
    ("POST", "/me/browsers/:id/end", "signed-in"),
    ("GET", "/externals/new", "manager administrator"),
    ("POST", "/externals", "manager administrator"),
    ("GET", "/externals/:id", "manager administrator"),
    ("POST", "/externals/:id", "manager administrator"),
    ("GET", "/people", "head manager administrator"),
    ("GET", "/people/:id", "head manager administrator"),
    ("POST", "/people/:id/roles", "administrator"),
    ("POST", "/people/:person/roles/:id/revocation", "administrator"),
    ("GET", "/roles", "administrator"),
    ("GET", "/workshops", "staff"),
    ("GET", "/workshops/:id", "staff"),
    ("GET", "/sessions/:id", "signed-in"),
    ("POST", "/sessions/:id/enrolments", "signed-in"),
    ("GET", "/places", "signed-in"),
    ("GET", "/me/calendar", "signed-in"),
    ("POST", "/me/calendar", "at-home"),
    ("POST", "/me/calendar/end", "at-home"),
    ("POST", "/me/reminder", "signed-in"),
    ("GET", "/calendar/:secret", "all"),
    ("GET", "/enrolments/:id", "signed-in"),
    ("POST", "/enrolments/:id/withdrawal", "signed-in"),
    ("POST", "/workshops/:id/interest", "staff"),
    ("POST", "/enrolments/:id/needs", "signed-in"),
    ("GET", "/enrolments/:id/swap", "staff"),
    ("POST", "/enrolments/:id/swap", "staff"),
    ("POST", "/enrolments/:id/acceptance", "signed-in"),
    ("POST", "/enrolments/:id/refusal", "signed-in"),
    ("POST", "/sessions/:id/team", "head"),
    ("GET", "/team", "head"),
    ("GET", "/team/letters", "head"),
    ("POST", "/team/letters/:id/handover", "head"),
    ("POST", "/team/letters/:id/return", "head"),
    ("GET", "/team/enrolments/:id", "head"),
    ("POST", "/team/enrolments/:id/withdrawal", "head"),
    ("POST", "/team/enrolments/:id/acceptance", "head"),
    ("POST", "/team/enrolments/:id/refusal", "head"),
    ("GET", "/duties", "staff"),
    ("POST", "/duties/:id/extension", "staff"),
    ("GET", "/team/assignments", "head"),
    ("GET", "/team/assignments/new", "head"),
    ("POST", "/team/assignments", "head"),
    ("GET", "/team/assignments/:id", "head"),
    ("POST", "/team/assignments/:id/enrolments", "head"),
    ("POST", "/team/assignments/:id/change", "head"),
    ("POST", "/team/assignments/:id/end", "head"),
    ("GET", "/team/duties/:id", "head"),
    ("POST", "/team/duties/:id/exemption", "head"),
    ("POST", "/team/duties/:id/answer", "head"),
    ("GET", "/desk/assignments", "manager administrator"),
    ("GET", "/desk/assignments/new", "manager administrator"),
    ("POST", "/desk/assignments", "manager administrator"),
    ("GET", "/desk/assignments/:id", "manager administrator"),
    ("POST", "/desk/assignments/:id/enrolments", "manager administrator"),
    ("POST", "/desk/assignments/:id/change", "manager administrator"),
    ("POST", "/desk/assignments/:id/end", "manager administrator"),
    ("GET", "/desk/duties/:id", "manager administrator"),
    ("POST", "/desk/duties/:id/exemption", "manager administrator"),
    ("POST", "/desk/duties/:id/answer", "manager administrator"),
    ("GET", "/desk/tracks", "manager administrator"),
    ("GET", "/desk/tracks/new", "manager administrator"),
    ("POST", "/desk/tracks", "manager administrator"),
    ("GET", "/desk/tracks/:id", "manager administrator"),
    ("POST", "/desk/tracks/:id", "manager administrator"),
    ("POST", "/desk/tracks/:id/state", "manager administrator"),
    ("GET", "/departments", "head manager administrator"),
    ("GET", "/departments/:id", "head manager administrator"),
    ("POST", "/departments/:id/name", "administrator"),
    ("POST", "/departments/:id/parent", "administrator"),
    ("POST", "/departments/:id/cover", "head manager administrator"),
    ("GET", "/departments/:id/merger", "administrator"),
    ("POST", "/departments/:id/merger", "administrator"),
    ("GET", "/departments/:id/split", "administrator"),
    ("POST", "/departments/:id/split", "administrator"),
    ("POST", "/departments/:id/split/preview", "administrator"),
    ("POST", "/departments/:id/cost-centre", "administrator"),
    ("POST", "/departments/:id/plans/:plan/removal", "administrator"),
    // Whoever gives a session sees it, with or without the role; for everybody else there is nothing in it.
    ("GET", "/desk/sessions", "signed-in"),
    ("GET", "/desk/sessions/:id", "signed-in"),
    ("GET", "/desk/sessions/new", "manager administrator"),
    ("POST", "/desk/sessions", "manager administrator"),
    ("GET", "/desk/sessions/:id/edit", "manager administrator"),
    ("POST", "/desk/sessions/:id", "manager administrator"),
    ("POST", "/desk/sessions/:id/enrolments", "manager administrator"),
    ("GET", "/desk/sessions/:id/meetings", "manager administrator"),
    ("POST", "/desk/sessions/:id/meetings/preview", "manager administrator"),
    ("POST", "/desk/sessions/:id/meetings", "manager administrator"),
    ("GET", "/desk/sessions/:id/copy", "manager administrator"),
    ("POST", "/desk/sessions/:id/copy", "manager administrator"),
    ("GET", "/desk/sessions/:id/bulk", "manager administrator"),
    ("POST", "/desk/sessions/:id/bulk", "manager administrator"),
    ("GET", "/desk/sessions/:id/message", "signed-in"),
    ("POST", "/desk/sessions/:id/message", "signed-in"),
    ("GET", "/desk/sessions/:id/guests", "manager administrator"),
    ("POST", "/desk/sessions/:id/guests", "manager administrator"),
    ("POST", "/desk/sessions/:id/guests/:person/withdrawal", "manager administrator"),
    ("GET", "/desk/sessions/:id/participants", "signed-in"),
    ("GET", "/desk/sessions/:id/participants.xlsx", "signed-in"),
    ("GET", "/desk/sessions/:id/participants.csv", "signed-in"),
    ("GET", "/desk/sessions/:id/calling-off", "manager administrator"),
    ("POST", "/desk/sessions/:id/calling-off", "manager administrator"),
    ("GET", "/desk/sessions/:id/decision", "manager administrator"),
    ("POST", "/desk/sessions/:id/decision", "manager administrator"),
    ("GET", "/desk/meetings/:id/register", "signed-in"),
    ("POST", "/desk/meetings/:id/register", "signed-in"),
    ("GET", "/desk/enrolments/:id/refusal", "manager administrator"),
    ("POST", "/desk/enrolments/:id/refusal", "manager administrator"),
    ("GET", "/desk/enrolments/:id/withdrawal", "manager administrator"),
    ("POST", "/desk/enrolments/:id/withdrawal", "manager administrator"),
    ("GET", "/desk/workshops", "manager administrator"),
    ("GET", "/desk/workshops/new", "manager administrator"),
    ("POST", "/desk/workshops", "manager administrator"),
    ("GET", "/desk/workshops/:id/edit", "manager administrator"),
    ("POST", "/desk/workshops/:id", "manager administrator"),
    ("POST", "/desk/workshops/:id/state", "manager administrator"),
    ("GET", "/import", "administrator"),
    ("POST", "/import", "administrator"),
    ("GET", "/import/:id", "administrator"),
    ("POST", "/import/:id/application", "administrator"),
    ("POST", "/import/:id/undoing", "administrator"),
    ("GET", "/letters", "manager administrator"),
    ("GET", "/letters/:id", "manager administrator"),
    ("GET", "/letters/:id/html", "manager administrator"),
    ("GET", "/letters/:id/calendar", "manager administrator"),
    ("POST", "/letters/:id/retry", "manager administrator"),
    ("GET", "/audit", "administrator"),
    ("GET", "/letters/texts", "manager administrator"),
    ("GET", "/letters/texts/:kind/:language", "manager administrator"),
    ("POST", "/letters/texts/:kind/:language", "manager administrator"),
    ("GET", "/privacy/retention", "all"),
    ("GET", "/permissions", "manager administrator"),
    ("GET", "/me/report", "signed-in"),
    ("GET", "/people/:id/report", "administrator"),
    ("GET", "/people/:id/erasure", "administrator"),
    ("POST", "/people/:id/erasure", "administrator"),
];

/// Whether somebody may ask for a row.
pub fn admits(who: &str, role: Role) -> bool {
    match who {
        "all" | "demo" => true,
        "signed-in" => role.signed_in(),
        "at-home" => role.signed_in() && role != Role::SharedDevice,
        "staff" => role.signed_in() && !role.outside(),
        roles => roles.split(' ').any(|one| one == role.post()),
    }
}

/// What stands here about a row.
///
/// # Panics
/// When nothing does.
pub fn of(method: &Method, path: &str) -> &'static str {
    let found = GATES.iter().find(|(verb, at, _)| verb == method && *at == path);
    let (.., who) = found.unwrap_or_else(|| {
        panic!("{method} {path} is new: say in tests/it/permission/gate.rs who may ask for it")
    });
    who
}

#[test]
fn every_row_of_the_sitemap_has_its_gate_and_every_gate_its_row() {
    let written: BTreeSet<_> = GATES.iter().map(|(method, path, _)| ((*method).to_owned(), *path)).collect();
    let there: BTreeSet<_> = web::sitemap().iter().map(|row| (row.method.to_string(), row.path)).collect();
    let nothing = Vec::<&(String, &str)>::new();
    assert_eq!(there.difference(&written).collect::<Vec<_>>(), nothing, "rows without a line here");
    assert_eq!(written.difference(&there).collect::<Vec<_>>(), nothing, "lines here without a row");
    assert_eq!(web::sitemap().len(), there.len(), "a row stands twice");
    assert!(
        web::sitemap().iter().all(|row| [Method::GET, Method::POST].contains(&row.method)),
        "forms know GET and POST only"
    );
}
