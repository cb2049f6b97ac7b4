//! What the house says of itself holds no names, addresses, texts or secrets: the log, the counters, and what it answers when
//! something breaks.

use olievlek::{telemetry, web};
use sea_orm::ConnectionTrait as _;
use tracing_subscriber::{EnvFilter, fmt};

use super::{
    canary::{self, CANARIES},
    cast::Role,
    rule::{self, Kind},
    world::World,
};
use crate::{house::log::Kept, letter as letters};

/// Names and addresses of the world, that nobody needs in a log.
const PEOPLE: [&str; 8] =
    ["Fenna", "fenna", "de Boer", "Hanna", "Ruben", "gemeente.example", "Milan", "Otto"];

fn sung(text: &str) -> Vec<&'static str> {
    let words = CANARIES.iter().flat_map(|canary| canary.words.iter().copied()).chain(PEOPLE);
    words.filter(|word| text.contains(word)).collect()
}

/// Everything that can be read, by the administrator and by a head; and half of it again while a table is away.
async fn a_day(world: &World) -> Vec<String> {
    let mut broken = Vec::new();
    for (role, away) in
        [(Role::Administrator, None), (Role::Head, None), (Role::Administrator, Some("person"))]
    {
        let mut browser = world.browser(role).await;
        if let Some(table) = away {
            let sql = format!(r#"ALTER TABLE "{table}" RENAME TO "{table}_away""#);
            world.house.db.writer.execute_unprepared(&sql).await.expect("away");
        }
        for row in web::sitemap().iter().filter(|row| row.method.is_safe() && !row.demo) {
            let thing = rule::of(row.path).map(|(kind, _)| world.of(kind)[0].clone());
            let mut ids = thing.iter().flat_map(|thing| thing.ids.iter().cloned());
            let part =
                |part: &str| if part.starts_with(':') { ids.next().expect("an id") } else { part.to_owned() };
            let path = row.path.split('/').map(part).collect::<Vec<_>>().join("/");
            // An error page leads back to where one was, with what one asked; the log does not.
            let asked = if away.is_none() { "?q=Fenna&person=fenna.de.boer@gemeente.example" } else { "" };
            let page = browser.get(&format!("{path}{asked}")).await;
            if page.status.is_server_error() {
                broken.push(canary::text(&page));
            }
        }
    }
    broken
}

#[tokio::test]
async fn logs_counters_and_errors_name_nobody() {
    let log = Kept::default();
    let filter = EnvFilter::new("debug,sqlx=info,sea_orm=info,html5ever=off,selectors=off");
    let subscriber = fmt().json().with_env_filter(filter).with_writer(log.clone()).finish();
    // For the whole process: what other threads say first decides whether a line is made at all.
    tracing::subscriber::set_global_default(subscriber).expect("the only one who listens");
    telemetry::count();
    let world = World::new().await;
    letters::mail(&world.house).await;
    let broken = a_day(&world).await;
    assert!(!broken.is_empty(), "something was broken");
    for page in &broken {
        assert_eq!(sung(page), Vec::<&str>::new(), "{page}");
        for inside in ["SELECT", "SQL", "person_away", "panicked"] {
            assert!(!page.contains(inside), "an error shows {inside}: {page}");
        }
    }
    let log = log.text();
    let asked = log.lines().filter(|line| line.contains("\"access\"")).count();
    assert!(asked > 150, "{asked} requests in {} lines", log.lines().count());
    let keys =
        [Kind::SignInLink, Kind::Calendar, Kind::Evaluation, Kind::Vote].map(|kind| world.of(kind)).concat();
    let shows_key = |line: &&str| keys.iter().any(|thing| line.contains(&thing.ids[0]));
    let lines: Vec<_> = log.lines().filter(|line| !sung(line).is_empty() || shows_key(line)).collect();
    assert!(lines.is_empty(), "{}", lines.join("\n"));
    let counters = telemetry::counters();
    assert!(counters.contains("http_request_seconds"), "it was counted");
    assert_eq!(sung(&counters), Vec::<&str>::new());
}
