//! When another system fails: what was known stays, a plain sentence says why, and it is tried again.

use entity::role::RoleKind;
use olievlek::{
    domain::service::{
        promise::{Draft, Origin},
        pull::Failure,
    },
    outside::{Base, Secret, open_klant::Access},
};

use super::{
    fake::Odd,
    open_klant::{TOKEN, browser, open_klant, task},
    *,
};
use crate::service::promise::{draft, made};

/// What it may say, what that is called, and words of the sentence.
fn odds() -> Vec<(Odd, Failure, &'static str)> {
    vec![
        (Odd::Status(401, ""), Failure::Refused, "laat Olievlek niet binnen"),
        (Odd::Status(403, ""), Failure::Refused, "laat Olievlek niet binnen"),
        (Odd::Status(404, ""), Failure::NotThere, "niets te vinden"),
        (Odd::Status(500, ""), Failure::Broken, "meldde zelf een fout"),
        (Odd::Status(204, ""), Failure::Broken, "meldde zelf een fout"),
        (
            Odd::Status(302, "location: /klantinteracties/api/v1/actoren\r\n"),
            Failure::Moved,
            "een ander adres",
        ),
        (Odd::Stall, Failure::Late, "niet op tijd"),
        (Odd::Drip, Failure::Late, "niet op tijd"),
        (Odd::Flood, Failure::TooLarge, "te groot"),
        (Odd::Text("<html>canary-in-a-page</html>"), Failure::Unreadable, "anders dan we verwachten"),
        (Odd::Text("{\"results\": {\"canary\": 1}}"), Failure::Unreadable, "anders dan we verwachten"),
        (
            Odd::Next("https://elsewhere.example/klantinteracties/api/v1/internetaken?page=2"),
            Failure::Elsewhere,
            "Dat volgen we niet",
        ),
        (Odd::Next("/klantinteracties/api/v1/internetaken?page=2"), Failure::Elsewhere, "Dat volgen we niet"),
        (Odd::Next("nonsense"), Failure::Elsewhere, "Dat volgen we niet"),
    ]
}

#[tokio::test]
async fn whatever_is_wrong_what_came_in_before_stays_and_it_is_tried_again() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.grant(people.daan, RoleKind::QualityOfficer, None).await;
    let promise = made(&house, &Draft { origin: Origin::OpenKlant, ..draft("N01") }).await;
    let (fake, connected) = open_klant();
    fake.list("internetaken", vec![task(1, &["u-permits"], "2026-02-10T09:00:00Z", None)]);
    let good = pulls(&house, &connected, &promise).await;
    let mut daan = browser(&house, &connected, people.daan).await;
    for (odd, failure, says) in odds() {
        house.pass(chrono::TimeDelta::hours(5));
        fake.odd("internetaken", odd);
        let pull = pulls(&house, &connected, &promise).await;
        assert_eq!(pull.failure, Some(failure));
        let kept =
            promise_pull::Model { failed_at: Some(house.now()), failure: Some(failure), ..good.clone() };
        assert_eq!(pull, kept, "what came in before stays");
        assert_eq!(waiting(&house).await, [(1, Some(failure.code().to_owned()))]);
        let page = daan.get("/promises/N01").await.text("section[aria-labelledby=pull]");
        assert!(page.contains(says) && page.contains("opnieuw") && !page.contains("canary"), "{page}");
    }
    fake.honest();
    house.pass(chrono::TimeDelta::minutes(2));
    assert_eq!(works(&house, &connected).await, 1, "it is tried again by itself");
    assert!(waiting(&house).await.is_empty());
    let page = daan.get("/promises/N01").await;
    assert!(
        page.body.contains("Dat volgen we niet") && !page.body.contains("We proberen het vanzelf opnieuw")
    );
    assert_eq!(readings(&house).await.len(), 1);
}

#[tokio::test]
async fn a_next_page_is_followed_only_under_the_same_address_and_not_for_ever() {
    let house = TestHouse::new().await;
    house.named().await;
    let promise = made(&house, &Draft { origin: Origin::OpenKlant, ..draft("N01") }).await;
    let (fake, connected) = open_klant();
    fake.list("internetaken", Vec::new());
    let itself = |path: &str| -> &'static str { format!("{}{path}", fake.address).leak() };
    let failure = async |next| {
        fake.odd("internetaken", Odd::Next(next));
        fake.asked();
        let failure = pulls(&house, &connected, &promise).await.failure;
        (failure, fake.asked().iter().filter(|one| one.path.contains("internetaken")).count())
    };
    let other = itself("/klantinteracties/api/v1/actoren?page=2");
    assert_eq!(failure(other).await, (Some(Failure::Elsewhere), 1));
    let above = itself("/klantinteracties/api/v1/x/../internetaken?page=2");
    assert_eq!(failure(above).await, (Some(Failure::Elsewhere), 1));
    let with_user = fake.address.replace("http://", "http://somebody@").leak();
    assert_eq!(failure(with_user).await, (Some(Failure::Elsewhere), 1));
    let round = itself("/klantinteracties/api/v1/internetaken?page=1");
    assert_eq!(failure(round).await, (Some(Failure::TooMany), PATIENCE.pages));
}

#[tokio::test]
async fn all_pages_together_have_a_limit_of_time_too() {
    let house = TestHouse::new().await;
    house.named().await;
    let promise = made(&house, &Draft { origin: Origin::OpenKlant, ..draft("N01") }).await;
    let (fake, connected) = open_klant();
    fake.odd("internetaken", Odd::Stall);
    asks(&house, &Actor::operator(), promise.id).await.unwrap();
    let patience =
        Patience { answer: Duration::from_secs(60), whole: Duration::from_millis(300), ..PATIENCE };
    let outside = Outside { connected, patience };
    let begun = std::time::Instant::now();
    worker(&house, Transport::Memory(Memory::default())).for_outside(outside).drain().await.unwrap();
    assert!(begun.elapsed() < Duration::from_secs(5));
    assert_eq!(pulled(&house, &promise).await.unwrap().failure, Some(Failure::Late));
}

#[tokio::test]
async fn a_wrong_token_and_a_system_that_is_away_are_told_apart() {
    let house = TestHouse::new().await;
    house.named().await;
    let promise = made(&house, &Draft { origin: Origin::OpenKlant, ..draft("N01") }).await;
    let (fake, connected) = open_klant();
    fake.list("internetaken", Vec::new());
    let with = |url: &str, token: &str| {
        let access = Access { url: Base::read(url).unwrap(), token: Secret::read(token).unwrap() };
        Connected { open_klant: Some(access), ..connected.clone() }
    };
    let here = format!("{}/klantinteracties/api/v1", fake.address);
    assert_eq!(pulls(&house, &with(&here, "wrong"), &promise).await.failure, Some(Failure::Refused));
    assert_eq!(pulls(&house, &with(&here, TOKEN), &promise).await.pulled_at, Some(house.now()));
    // Nobody listens on a port that was just given back.
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let away = with(&format!("http://{free}/klantinteracties/api/v1"), TOKEN);
    assert_eq!(pulls(&house, &away, &promise).await.failure, Some(Failure::Unreachable));
    // Encrypted means encrypted: this one does not speak TLS.
    let plain = with(&here.replace("http://", "https://"), TOKEN);
    assert_eq!(pulls(&house, &plain, &promise).await.failure, Some(Failure::Unreachable));
}
