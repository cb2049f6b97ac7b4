//! The same for programs: every operation, with every scope alone, with all, and with tokens that no longer open anything.

use std::sync::Arc;

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

use super::{
    canary,
    cast::Role,
    rule::{Kind, Thing},
    world::World,
};

/// A token, or what somebody shows in its place.
struct Bearer {
    name: String,
    secret: String,
    /// What it opens; nothing when it opens no more.
    scope: Option<Scope>,
}

impl Bearer {
    fn has(&self, scope: Scope) -> bool {
        self.scope.is_some_and(|own| own == scope || own == Scope::Admin)
    }
}

async fn token(world: &World, person: PersonId, scope: Scope, days: u32) -> String {
    let new = &NewToken { person, scopes: vec![scope], days: Some(days) };
    let make = |change: Arc<Change>| async move { api_token::create(&change, new).await };
    world.house.write(&Actor::operator(), make).await.expect("a token")
}

/// Every scope alone, for somebody without a role; then all that opens nothing.
async fn bearers(world: &World) -> Vec<Bearer> {
    let (fenna, gone) = (world.people[&Role::Employee], world.leaver);
    let mut all = Vec::new();
    for scope in Scope::ALL {
        let secret = token(world, fenna, scope, 30).await;
        all.push(Bearer { name: scope.code().into(), secret, scope: Some(scope) });
    }
    let revoked = token(world, world.named.administrator, Scope::Admin, 30).await;
    let rows = api_token::of_person(&world.house.db.reader, world.named.administrator).await.expect("tokens");
    let id = rows[0].id;
    let end = |change: Arc<Change>| async move { api_token::revoke(&change, id).await };
    world.house.write(&Actor::operator(), end).await.expect("revoked");
    let expired = token(world, fenna, Scope::Admin, 1).await;
    world.house.pass(chrono::TimeDelta::days(1));
    for (name, secret) in [
        ("nothing", String::new()),
        ("a guess", "olv_guess".into()),
        ("a revoked token", revoked),
        ("a token that is too old", expired),
        ("a token of who left", token(world, gone, Scope::Admin, 30).await),
        ("a token of who was erased", token(world, world.erased, Scope::Admin, 30).await),
    ] {
        all.push(Bearer { name: name.into(), secret, scope: None });
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

/// What a token that may not read it never gets to see: the words, and the scopes that do.
const SECRETS: &[(&str, &[Scope])] = &[
    (canary::NEED, &[]),
    (canary::WITHDRAWAL, &[]),
    (canary::OVERRIDE, &[]),
    (canary::MESSAGE, &[]),
    (canary::NOTE, &[]),
    (canary::IDEA, &[]),
    ("kanarie-nr", &[]),
    ("Gewistevogel", &[]),
    ("1234567", &[Scope::SessionsWrite]),
    ("noor.el.amrani@", &[Scope::PeopleRead]),
    ("kim@kanarie.example", &[Scope::PeopleRead]),
    ("Amrani", &[Scope::PeopleRead]),
    ("Laanvogel", &[Scope::PeopleRead]),
];

struct Api(BoxEndpoint<'static, Response>);

impl Api {
    async fn ask(&self, operation: &Operation, thing: Option<&Thing>, bearer: &Bearer) -> (u16, String) {
        let id = thing.map_or("", |thing| thing.ids[0].as_str());
        let path = format!("/api/v1{}", operation.path.replace("{id}", id).replace("{code}", id));
        let mut request = Request::builder().method(operation.method.clone()).uri_str(path);
        if !bearer.secret.is_empty() {
            request = request.header(header::AUTHORIZATION, format!("Bearer {}", bearer.secret));
        }
        let request = match operation.writes() {
            true => request.content_type("application/json").body("{}"),
            false => request.finish(),
        };
        let mut answer = self.0.get_response(request).await;
        assert!(answer.headers().contains_key("content-security-policy"), "{}", operation.name);
        assert!(answer.headers().contains_key(header::CACHE_CONTROL), "{}", operation.name);
        (answer.status().as_u16(), answer.take_body().into_string().await.expect("text"))
    }
}

/// What is wrong with an answer.
fn wrong(
    operation: &Operation,
    thing: Option<&Thing>,
    bearer: &Bearer,
    (status, text): &(u16, String),
) -> Vec<String> {
    let opens = scopes(operation).iter().any(|scope| bearer.has(*scope));
    let here = thing.is_none_or(|thing| exists(operation, bearer, thing));
    let right = match (scopes(operation).is_empty(), bearer.scope.is_some(), opens, here) {
        (true, ..) => !matches!(status, 401 | 403 | 404 | 500..),
        (_, false, ..) => *status == 401,
        (_, _, false, _) => *status == 403,
        // Without a body that is right it is not even looked for.
        (.., false) => *status == 404 || (operation.writes() && *status == 400),
        _ => !matches!(status, 401 | 403 | 404 | 500..),
    };
    let mut all = Vec::new();
    let about = thing.map(|thing| thing.name).unwrap_or_default();
    let case = format!("{} with {} about {about}", operation.name, bearer.name);
    if !right {
        all.push(format!("{case}: {status} {text}"));
    }
    for (word, scopes) in SECRETS {
        if text.contains(word) && !scopes.iter().any(|scope| bearer.has(*scope)) {
            all.push(format!("{case}: tells {word}"));
        }
    }
    all
}

#[tokio::test]
async fn a_token_opens_what_its_scope_says_and_nothing_else() {
    let world = World::new().await;
    let bearers = bearers(&world).await;
    let api = Api(app::endpoint(&world.house.app()).boxed());
    let (mut bad, mut count) = (Vec::new(), 0);
    // What changes something comes last.
    let (reads, writes): (Vec<_>, Vec<_>) = OPERATIONS.iter().partition(|one| one.method == Method::GET);
    for operation in reads.into_iter().chain(writes) {
        let things = kind(operation).map(|kind| world.of(kind)).unwrap_or_default();
        let things = if things.is_empty() { vec![None] } else { things.iter().map(Some).collect() };
        for bearer in &bearers {
            for thing in &things {
                let answer = api.ask(operation, *thing, bearer).await;
                bad.extend(wrong(operation, *thing, bearer, &answer));
                count += 1;
            }
        }
    }
    println!("{count} questions by programs");
    assert!(bad.is_empty(), "{} wrong of {count}:\n{}", bad.len(), bad.join("\n"));
    assert!(count >= 1_000, "{count}");
}
