//! Every page and action, asked for by every role. A new row of the sitemap needs a line here; who may ask for it is
//! written twice, so that a change of permission is seen by two people.

use std::collections::BTreeSet;

use entity::{id::PersonId, role::RoleKind};
use olievlek::web;
use poem::http::{Method, StatusCode};

use crate::house::{TestHouse, browser::Browser};

/// Who may ask: `all` (also visitors), `signed-in`, `staff` (not who comes from outside), or roles.
const MATRIX: &[(&str, &str, &str)] = &[
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
    ("POST", "/me/calendar", "signed-in"),
    ("POST", "/me/calendar/end", "signed-in"),
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
    ("GET", "/desk/sessions/:id/message", "manager administrator"),
    ("POST", "/desk/sessions/:id/message", "manager administrator"),
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
    ("GET", "/me/report", "signed-in"),
    ("GET", "/people/:id/report", "administrator"),
    ("GET", "/people/:id/erasure", "administrator"),
    ("POST", "/people/:id/erasure", "administrator"),
];

/// Somebody of every role, by the name that the matrix gives it.
async fn cast(house: &TestHouse) -> [(&'static str, Option<PersonId>); 11] {
    let people = house.named().await;
    let (guest, trainer) =
        (house.external("Kim Jansen").await, house.employee("Lotte Visser", people.counter).await);
    for (person, role) in [
        (trainer, RoleKind::Trainer),
        (people.sem, RoleKind::Facilitator),
        (people.noor, RoleKind::Editor),
        (people.daan, RoleKind::QualityOfficer),
    ] {
        house.grant(person, role, None).await;
    }
    [
        ("visitor", None),
        ("employee", Some(people.fenna)),
        ("facilitator", Some(people.sem)),
        ("editor", Some(people.noor)),
        ("quality", Some(people.daan)),
        ("head", Some(people.head)),
        ("trainer", Some(trainer)),
        ("guest", Some(guest)),
        ("agency's trainer", Some(people.trainer)),
        ("manager", Some(people.manager)),
        ("administrator", Some(people.administrator)),
    ]
}

#[tokio::test]
async fn every_page_opens_for_exactly_the_roles_it_is_for() {
    let house = TestHouse::new().await;
    let roles = cast(&house).await;
    let mut wrong = Vec::new();
    let visitor = house.browser();
    for (method, path, who) in MATRIX {
        for (role, person) in roles {
            let mut browser = visitor.clone();
            if let Some(person) = person {
                browser.sign_in(&house, person).await;
            }
            let opens = opens(&mut browser, method, path).await;
            if opens != may(who, role) {
                let fate = if opens { "gets in" } else { "is kept out" };
                wrong.push(format!("{method} {path}: {role} {fate}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the matrix says about a role.
fn may(who: &str, role: &str) -> bool {
    match who {
        "all" => true,
        "demo" => false,
        "signed-in" => role != "visitor",
        "staff" => !["visitor", "guest", "agency's trainer"].contains(&role),
        roles => roles.split(' ').any(|one| one == role),
    }
}

/// Whether the row answers, whatever it says about an id that does not exist.
async fn opens(browser: &mut Browser, method: &str, path: &str) -> bool {
    let parts = path
        .split('/')
        .map(|part| if part.starts_with(':') { "0196f2c4-0000-7000-8000-000000000000" } else { part });
    let path = parts.collect::<Vec<_>>().join("/");
    let page = match method {
        "GET" => browser.get(&path).await,
        _ => browser.post(&path, &[]).await,
    };
    let sent_away = page.status == StatusCode::SEE_OTHER
        && page.location().starts_with("/sign-in")
        && !page.headers.contains_key("set-cookie");
    let only_in_demo = path.starts_with("/demo") && page.status == StatusCode::NOT_FOUND;
    assert!(!page.status.is_server_error(), "{method} {path} answers {}", page.status);
    !sent_away && !only_in_demo && page.status != StatusCode::FORBIDDEN
}

#[test]
fn every_row_of_the_sitemap_stands_in_the_matrix() {
    let written: BTreeSet<_> = MATRIX.iter().map(|(method, path, _)| ((*method).to_owned(), *path)).collect();
    let there: BTreeSet<_> = web::sitemap().iter().map(|row| (row.method.to_string(), row.path)).collect();
    assert_eq!(
        there.difference(&written).collect::<Vec<_>>(),
        Vec::<&(String, &str)>::new(),
        "rows without a line here"
    );
    assert_eq!(
        written.difference(&there).collect::<Vec<_>>(),
        Vec::<&(String, &str)>::new(),
        "lines here without a row"
    );
    assert_eq!(web::sitemap().len(), there.len(), "a row stands twice");
    assert!(
        web::sitemap().iter().all(|row| [Method::GET, Method::POST].contains(&row.method)),
        "forms know GET and POST only"
    );
}
