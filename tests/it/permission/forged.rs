//! Whatever another site sends does nothing, whichever row it aims at.

use entity::event;
use olievlek::web;
use poem::http::{Method, StatusCode};
use sea_orm::{EntityTrait as _, PaginatorTrait as _};

use super::{cast::Role, rule, world::World};

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// What a browser says of a request that did not begin on one of our pages; or says nothing, as no browser of today does.
const FOREIGN: [&[(&str, &str)]; 7] = [
    &[FORM, ("sec-fetch-site", "cross-site")],
    &[FORM, ("sec-fetch-site", "same-site")],
    &[FORM, ("sec-fetch-site", "cross-site"), ("origin", "http://127.0.0.1:8080")],
    &[FORM, ("origin", "https://elders.example")],
    &[FORM, ("origin", "http://127.0.0.1:8080.elders.example")],
    &[FORM, ("origin", "null")],
    &[FORM],
];

#[tokio::test]
async fn no_row_takes_what_another_site_sends() {
    let world = World::new().await;
    let mut browser = world.browser(Role::Administrator).await;
    let written = async || event::Entity::find().count(&world.house.db.reader).await.expect("events");
    let (before, mut count) = (written().await, 0);
    for row in web::sitemap().iter().filter(|row| !row.method.is_safe() && !row.demo) {
        let thing = rule::of(row.path).map(|(kind, _)| world.of(kind)[0].clone());
        let mut ids = thing.iter().flat_map(|thing| thing.ids.iter().cloned());
        let part = |part: &str| match part.starts_with(':') {
            true => ids.next().expect("an id"),
            false => part.to_owned(),
        };
        let path = row.path.split('/').map(part).collect::<Vec<_>>().join("/");
        for headers in FOREIGN {
            let page = browser.send(Method::POST, &path, headers, String::new()).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{} {headers:?}", row.path);
            assert_eq!(page.text("h1"), "We hebben niets gedaan", "{} {headers:?}", row.path);
            count += 1;
        }
    }
    assert_eq!(written().await, before, "something was written");
    println!("{count} forged requests");
    assert!(count >= 1_000, "{count}");
}

#[tokio::test]
async fn a_form_without_a_cookie_from_elsewhere_is_refused_too() {
    let world = World::new().await;
    let mut browser = world.browser(Role::Visitor).await;
    for headers in FOREIGN.iter().filter(|headers| headers.len() > 1) {
        let page = browser.send(Method::POST, "/sign-in", headers, "email=a%40b.example".into()).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{headers:?}");
    }
}
