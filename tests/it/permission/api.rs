//! The same for programs: every operation, with every scope alone, with all, and with tokens that no longer open anything.

use std::{collections::BTreeSet, sync::Arc};

use entity::id::PersonId;
use olievlek::{
    api::operation::{OPERATIONS, Operation},
    app,
    domain::{
        actor::{Actor, Scope},
        change::Change,
        people::api_token::{self, NewToken},
    },
};
use poem::{
    Endpoint as _, EndpointExt as _, Request, Response,
    endpoint::BoxEndpoint,
    http::{Method, header},
};

use serde_json::{Value, json};

use super::{
    canary::{self, CANARIES, Canary},
    cast::Role,
    head,
    rule::{Kind, Thing},
    world::World,
};
use crate::house::browser::Page;

/// A token, or what somebody shows in its place.
struct Bearer {
    name: String,
    secret: String,
    /// What it opens; nothing when it opens no more.
    scopes: Vec<Scope>,
}

impl Bearer {
    fn has(&self, scope: Scope) -> bool {
        self.scopes.contains(&scope) || self.scopes.contains(&Scope::Admin)
    }

    fn has_one(&self, scopes: &[Scope]) -> bool {
        scopes.iter().any(|scope| self.has(*scope))
    }
}

async fn token(world: &World, person: PersonId, scopes: Vec<Scope>, days: u32) -> String {
    let new = &NewToken { person, scopes, days: Some(days) };
    let make = |change: Arc<Change>| async move { api_token::create(&change, new).await };
    world.house.write(&Actor::operator(), make).await.expect("a token")
}

/// Every scope, for somebody without a role; then all that opens nothing.
async fn bearers(world: &World) -> Vec<Bearer> {
    let (fenna, gone) = (world.people[&Role::Employee], world.leaver);
    let mut all = Vec::new();
    // And two that belong together: whoever enrols people reads the catalogue.
    let together = vec![Scope::CatalogueRead, Scope::EnrolmentsWrite];
    for scopes in Scope::ALL.into_iter().map(|scope| vec![scope]).chain([together]) {
        let secret = token(world, fenna, scopes.clone(), 30).await;
        let name = scopes.iter().map(|scope| scope.code()).collect::<Vec<_>>().join(" and ");
        all.push(Bearer { name, secret, scopes });
    }
    let revoked = token(world, world.named.administrator, vec![Scope::Admin], 30).await;
    let rows = api_token::of_person(&world.house.db.reader, world.named.administrator).await.expect("tokens");
    let id = rows[0].id;
    let end = |change: Arc<Change>| async move { api_token::revoke(&change, id).await };
    world.house.write(&Actor::operator(), end).await.expect("revoked");
    let expired = token(world, fenna, vec![Scope::Admin], 1).await;
    world.house.pass(chrono::TimeDelta::days(1));
    for (name, secret) in [
        ("nothing", String::new()),
        ("a guess", "olv_guess".into()),
        ("a revoked token", revoked),
        ("a token that is too old", expired),
        ("a token of who left", token(world, gone, vec![Scope::Admin], 30).await),
        ("a token of who was erased", token(world, world.erased, vec![Scope::Admin], 30).await),
    ] {
        all.push(Bearer { name: name.into(), secret, scopes: Vec::new() });
    }
    all
}

/// Which scopes open an operation, beside `admin`. Written twice, here and in the table of operations, like the gates of pages.
const SCOPES: &[(&str, &[Scope])] = &[
    ("list-workshops", &[Scope::CatalogueRead]),
    ("show-workshop", &[Scope::CatalogueRead]),
    ("list-sessions", &[Scope::CatalogueRead]),
    ("plan-session", &[Scope::SessionsWrite]),
    ("show-session", &[Scope::CatalogueRead]),
    ("move-session", &[Scope::SessionsWrite]),
    ("call-off", &[Scope::SessionsWrite]),
    ("go-ahead", &[Scope::SessionsWrite]),
    ("send-message", &[Scope::SessionsWrite]),
    ("list-enrolments", &[Scope::EnrolmentsWrite, Scope::PeopleRead]),
    ("enrol", &[Scope::EnrolmentsWrite]),
    ("enrol-many", &[Scope::EnrolmentsWrite]),
    ("show-enrolment", &[Scope::EnrolmentsWrite, Scope::PeopleRead]),
    ("withdraw", &[Scope::EnrolmentsWrite]),
    ("swap", &[Scope::EnrolmentsWrite]),
    ("accept", &[Scope::EnrolmentsWrite]),
    ("grant-request", &[Scope::EnrolmentsWrite]),
    ("decline-request", &[Scope::EnrolmentsWrite]),
    ("hold-seats", &[Scope::EnrolmentsWrite]),
    ("release-seats", &[Scope::EnrolmentsWrite]),
    ("show-attendance", &[Scope::AttendanceWrite]),
    ("mark-attendance", &[Scope::AttendanceWrite]),
    ("close-register", &[Scope::AttendanceWrite]),
    ("list-assignments", &[Scope::AssignmentsWrite]),
    ("assign", &[Scope::AssignmentsWrite]),
    ("show-assignment", &[Scope::AssignmentsWrite]),
    ("show-progress", &[Scope::AssignmentsWrite]),
    ("show-evaluation", &[Scope::AdoptionRead]),
    ("plan-conversation", &[Scope::SessionsWrite]),
    ("show-coverage", &[Scope::AdoptionRead]),
    ("list-improvements", &[Scope::AdoptionRead]),
    ("show-improvement", &[Scope::AdoptionRead]),
    ("list-themes", &[Scope::AdoptionRead]),
    ("list-periods", &[Scope::AdoptionRead]),
    ("list-cells", &[Scope::AdoptionRead]),
    ("enter-feedback", &[Scope::ReadingsWrite]),
    ("list-certificates", &[Scope::PeopleRead]),
    ("show-certificate", &[Scope::PeopleRead]),
    ("list-core-values", &[Scope::CatalogueRead]),
    ("list-promises", &[Scope::AdoptionRead, Scope::ReadingsWrite]),
    ("list-readings", &[Scope::AdoptionRead, Scope::ReadingsWrite]),
    ("enter-reading", &[Scope::ReadingsWrite]),
    ("list-people", &[Scope::PeopleRead]),
    ("list-departments", &[Scope::PeopleRead]),
    // For everybody: no person is in them.
    ("find-due", &[]),
    ("list-holidays", &[]),
    ("show-document", &[]),
];

fn scopes(operation: &Operation) -> &'static [Scope] {
    let found = SCOPES.iter().find(|(name, _)| *name == operation.name);
    let (_, scopes) = found.unwrap_or_else(|| {
        panic!("{} is new: say in tests/it/permission/api.rs which scopes open it", operation.name)
    });
    scopes
}

/// What an operation names.
fn kind(operation: &Operation) -> Option<Kind> {
    let (start, _) = operation.path.split_once("/{id}").or_else(|| operation.path.split_once("/{code}"))?;
    Some(match start {
        "/workshops" => Kind::Workshop,
        "/sessions" => Kind::Session,
        "/enrolments" => Kind::Enrolment,
        "/meetings" => Kind::Meeting,
        "/held-seats" => Kind::Hold,
        "/assignments" => Kind::Assignment,
        "/certificates" => Kind::Certificate,
        "/improvements" => Kind::Improvement,
        "/adoption/periods" => Kind::Period,
        "/promises" => Kind::Promise,
        new => panic!("{new} is new: say in tests/it/permission/api.rs what it names and for whom it exists"),
    })
}

/// What is still planned or a draft exists for who plans, a certificate for whose it is (every token here is Fenna's); all else for
/// everybody with the scope to ask.
fn exists(operation: &Operation, bearer: &Bearer, thing: &Thing) -> bool {
    let shown = scopes(operation).contains(&Scope::CatalogueRead);
    let own = thing.kind != Kind::Certificate || thing.of == Some(Role::Employee);
    // What nobody answered is for the team and who is above it.
    let answered = thing.kind != Kind::Improvement || thing.public;
    // Nothing is told of a period that runs.
    let over = thing.kind != Kind::Period || thing.public;
    thing.there && own && answered && over && (thing.public || !shown || bearer.has(Scope::SessionsWrite))
}

/// A body that is right, so that nothing is refused but what the operation is about.
fn body(world: &World, operation: &Operation, thing: Option<&Thing>) -> Value {
    let (fenna, session) = (world.people[&Role::Employee], world.open);
    let (workshop, department) = (&world.of(Kind::Workshop)[0].ids[0], world.named.permits);
    let meeting = json!({
        "start": "2026-05-05T09:00:00Z", "end": "2026-05-05T11:00:00Z", "location": "Zaal", "link": canary::LINK,
    });
    // The meeting that it has, at another time.
    let mut meetings = world.of(Kind::Meeting).into_iter();
    let moved = thing.and_then(|thing| meetings.find(|one| one.name == thing.name));
    match operation.name {
        "plan-session" => json!({ "workshopId": workshop, "meetings": [meeting] }),
        "move-session" => {
            let mut moving = meeting;
            moving["id"] = json!(moved.expect("its meeting").ids[0]);
            json!({ "meetings": [moving] })
        }
        "send-message" => json!({ "to": "everyone", "subject": "Bericht", "text": "Tot dan." }),
        "enrol" => json!({ "personId": fenna }),
        "enrol-many" => json!({ "people": ["fenna.de.boer@gemeente.example"] }),
        "swap" => json!({ "sessionId": session }),
        "decline-request" => json!({ "reason": "Vol." }),
        "hold-seats" => json!({ "departmentId": department, "seats": 1 }),
        "mark-attendance" => json!({ "marks": [] }),
        "assign" => {
            json!({ "workshopId": workshop, "personIds": [fenna], "dueDays": 90, "reason": "Nieuw werk" })
        }
        "plan-conversation" => json!({
            "kind": "team", "teamIds": [department], "start": "2026-05-06T09:00:00Z", "minutes": 60,
            "place": "Zaal", "facilitatorId": world.named.sem,
        }),
        "enter-reading" => json!({ "period": "2026-02-01", "met": 9, "cases": 10 }),
        "enter-feedback" => json!({ "channel": "counter", "grade": 8, "departmentId": department }),
        "withdraw" | "accept" | "grant-request" | "release-seats" | "call-off" | "go-ahead"
        | "close-register" => {
            json!({})
        }
        new => panic!("{new} is new: say in tests/it/permission/api.rs what it is sent"),
    }
}

struct Api<'a> {
    world: &'a World,
    whole: BoxEndpoint<'static, Response>,
}

impl Api<'_> {
    async fn ask(&self, operation: &Operation, thing: Option<&Thing>, bearer: &Bearer) -> Page {
        let id = thing.map_or("", |thing| thing.ids[0].as_str());
        let path = format!("/api/v1{}", operation.path.replace("{id}", id).replace("{code}", id));
        let mut request = Request::builder().method(operation.method.clone()).uri_str(path);
        if !bearer.secret.is_empty() {
            request = request.header(header::AUTHORIZATION, format!("Bearer {}", bearer.secret));
        }
        let request = match operation.writes() {
            true => {
                request.content_type("application/json").body(body(self.world, operation, thing).to_string())
            }
            false => request.finish(),
        };
        let (parts, body) = self.whole.get_response(request).await.into_parts();
        let bytes = body.into_vec().await.expect("a body");
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Page { status: parts.status, headers: parts.headers, body, bytes }
    }
}

/// What is wrong with an answer.
fn wrong(operation: &Operation, thing: Option<&Thing>, bearer: &Bearer, page: &Page) -> Vec<String> {
    let (status, text) = (page.status.as_u16(), &page.body);
    let opens = bearer.has_one(scopes(operation));
    let here = thing.is_none_or(|thing| exists(operation, bearer, thing));
    let right = match (scopes(operation).is_empty(), !bearer.scopes.is_empty(), opens, here) {
        (true, ..) => !matches!(status, 401 | 403 | 404 | 500..),
        (_, false, ..) => status == 401,
        (_, _, false, _) => status == 403,
        (.., false) => status == 404,
        _ => !matches!(status, 401 | 403 | 404 | 500..),
    };
    let mut all = Vec::new();
    let about = thing.map(|thing| thing.name).unwrap_or_default();
    let case = format!("{} with {} about {about}", operation.name, bearer.name);
    if !right {
        all.push(format!("{case}: {status} {text}"));
    }
    // What is open to everybody is nobody's own; and the document may be kept by all.
    let personal = !scopes(operation).is_empty();
    let heads = head::problems(page, personal).into_iter();
    let heads = heads.filter(|what| operation.name != "show-document" || !what.starts_with("cache-control"));
    all.extend(heads.map(|what| format!("{case}: {what}")));
    let shut = |canary: &&Canary| !bearer.has_one(canary.opened_by);
    let told = CANARIES.iter().filter(shut).filter(|canary| canary.sings(text));
    all.extend(told.map(|canary| format!("{case}: tells {}", canary.what)));
    all
}

/// What no program read that has a scope which shows it.
fn unheard(heard: &BTreeSet<(&'static str, &'static str)>) -> Vec<String> {
    let pairs = CANARIES.iter().flat_map(|canary| canary.opened_by.iter().map(move |scope| (canary, scope)));
    let silent = pairs.filter(|(canary, scope)| !heard.contains(&(canary.what, scope.code())));
    silent.map(|(canary, scope)| format!("{} never read {}", scope.code(), canary.what)).collect()
}

#[tokio::test]
async fn a_token_opens_what_its_scope_says_and_nothing_else() {
    let world = World::new().await;
    let bearers = bearers(&world).await;
    let api = Api { world: &world, whole: app::endpoint(&world.house.app()).boxed() };
    let (mut bad, mut heard, mut count) = (Vec::new(), BTreeSet::new(), 0);
    // What changes something comes last.
    let (reads, writes): (Vec<_>, Vec<_>) = OPERATIONS.iter().partition(|one| one.method == Method::GET);
    for operation in reads.into_iter().chain(writes) {
        let things = kind(operation).map(|kind| world.of(kind)).unwrap_or_default();
        let things = if things.is_empty() { vec![None] } else { things.iter().map(Some).collect() };
        for bearer in &bearers {
            for thing in &things {
                let page = api.ask(operation, *thing, bearer).await;
                bad.extend(wrong(operation, *thing, bearer, &page));
                let sings = CANARIES.iter().filter(|canary| canary.sings(&page.body));
                heard
                    .extend(sings.flat_map(|one| bearer.scopes.iter().map(|scope| (one.what, scope.code()))));
                count += 1;
            }
        }
    }
    bad.extend(unheard(&heard));
    println!("{count} questions by programs");
    assert!(bad.is_empty(), "{} wrong of {count}:\n{}", bad.len(), bad.join("\n"));
    assert!(count >= 3_000, "{count}");
}
