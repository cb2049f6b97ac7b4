//! Two that serve and one that works, over one PostgreSQL: to a visitor they are one.

use std::{
    collections::HashMap,
    sync::Arc,
    time::{Duration, Instant},
};

use entity::task;
use futures_util::future::join_all;
use olievlek::domain::{
    actor::Actor,
    change::Change,
    people::sign_in,
    task::{Letter, Task},
};
use sea_orm::EntityTrait as _;
use serde_json::json;

use crate::rig::{
    client::{Ask, Client},
    figure, on_postgres,
    process::Instance,
    smtp::Smtp,
    town::Town,
    until,
};

/// Two that serve; the worker does what they leave.
async fn pair(town: &Town) -> [Instance; 2] {
    // The proofs themselves stand for a proxy that says who asks.
    let mut both = [0, 1].map(|_| town.instance().with("OLIEVLEK_TRUSTED_PROXIES", "127.0.0.1/32"));
    for one in &mut both {
        one.serve().await;
    }
    both
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_signs_in_at_one_is_signed_in_at_the_other() {
    if !on_postgres() {
        return;
    }
    let town = Town::new(1).await;
    let secret = link(&town).await;
    let [one, other] = &mut pair(&town).await;
    let open = Ask::form(&format!("/sign-in/link/{secret}"), &[]);
    let presses = join_all([&*one, &*other].map(|at| {
        let open = &open;
        async move { at.client().send(open).await.unwrap() }
    }))
    .await;
    let cookies: Vec<_> = presses.iter().filter_map(|answer| answer.cookie("olievlek")).collect();
    let known = async |at: &Instance, cookie: &str| {
        let mut client = at.client().with("cookie", &format!("olievlek={cookie}"));
        client.send(&Ask::get("/me")).await.unwrap().status == 200
    };
    let everywhere = known(one, &cookies[0]).await && known(other, &cookies[0]).await;
    let mut browser = other.client().with("cookie", &format!("olievlek={}", cookies[0]));
    assert!(browser.send(&Ask::form("/sign-out", &[])).await.unwrap().status < 400);
    let after = known(one, &cookies[0]).await || known(other, &cookies[0]).await;
    let effects = same_key(&town, one, other).await;
    let tries = tries(one, other).await;
    figure(
        "two instances: link, sign-in, sign-out, key, tries",
        town.engine(),
        &format!(
            "a link let in {} of 2; known at both {everywhere}, after signing out at one {after}; effects of a key {effects}; tries of an account {tries}",
            cookies.len()
        ),
        "1; true; false; 1; 5",
    );
    assert_eq!((cookies.len(), everywhere, after, effects, tries), (1, true, false, 1, 5));
}

/// The secret of a link that was mailed.
async fn link(town: &Town) -> String {
    let (house, email) = (Actor::house(), "tijl.0@gemeente.example");
    let ask = |change: Arc<Change>| async move { sign_in::ask_link(&change, email, None).await };
    town.house.write(&house, ask).await.unwrap();
    let rows = task::Entity::find().all(&town.house.db.reader).await.unwrap();
    let secret = rows.into_iter().find_map(|row| match serde_json::from_value(row.payload) {
        Ok(Task::Letter(Letter::SignIn { secret, .. })) => Some(secret),
        _ => None,
    });
    secret.expect("a letter with a link")
}

/// How many places come of one key that is sent to both at once, five times each.
async fn same_key(town: &Town, one: &Instance, other: &Instance) -> usize {
    let session = town.session(0, None).await;
    let body = json!({ "personId": town.people[0] });
    let ask = Ask::api(&format!("/sessions/{session}/enrolments"), "one key", &body);
    let sent = (0..10).map(|n| {
        let (ask, mut client) = (&ask, town.client(if n % 2 == 0 { one } else { other }));
        async move { client.send(ask).await.unwrap() }
    });
    let answers = join_all(sent).await;
    assert!(answers.iter().all(|answer| answer.status == 201 && answer.json() == answers[0].json()));
    town.enrolments(town.people[0]).await.len()
}

/// How often one may ask for a link, at both together.
async fn tries(one: &Instance, other: &Instance) -> usize {
    let ask = Ask::form("/sign-in", &[("email", "nobody@gemeente.example")]);
    let mut allowed = 0;
    for n in 0..16 {
        let at = if n % 2 == 0 { one } else { other };
        let status = at.client().send(&ask).await.unwrap().status;
        assert!(status < 400 || status == 429, "{status}");
        allowed += usize::from(status < 400);
    }
    allowed
}

/// What one address may do at once, and every second again.
const BURST: usize = 120;
/// Fewer at each than one instance lets in by itself: only both together are too many.
const EACH: usize = 100;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_address_that_tries_many_accounts_is_counted_for_all_together() {
    if !on_postgres() {
        return;
    }
    let town = Town::new(1).await;
    let both = pair(&town).await;
    let start = Instant::now();
    let knocks = both.iter().map(|at| knock(at, "203.0.113.9"));
    let allowed: usize = join_all(knocks).await.into_iter().sum();
    let since = start.elapsed().as_secs() as usize + 1;
    let elsewhere = try_in(&mut both[0].client(), "203.0.113.10", "elsewhere").await;
    figure(
        "two instances: tries of one address for many accounts, together",
        town.engine(),
        &format!("{allowed} of {} in {since} s; from another address {elsewhere}", 2 * EACH),
        &format!("{BURST} and one a second; below 400"),
    );
    assert!((BURST..=BURST + since).contains(&allowed), "{allowed} in {since} s");
    assert!(elsewhere < 400, "{elsewhere}");
}

/// How many tries of this address are let in at one instance, each for another account.
async fn knock(at: &Instance, address: &str) -> usize {
    let lanes = (0..4).map(|lane| async move {
        let (mut client, mut allowed) = (at.client(), 0);
        for n in 0..EACH / 4 {
            let account = format!("{}.{lane}.{n}", at.address.port());
            let status = try_in(&mut client, address, &account).await;
            assert!(status < 400 || status == 429, "{status}");
            allowed += usize::from(status < 400);
        }
        allowed
    });
    join_all(lanes).await.into_iter().sum()
}

async fn try_in(client: &mut Client, address: &str, account: &str) -> u16 {
    let email = format!("{account}@gemeente.example");
    let ask = Ask::form("/sign-in", &[("email", &email)]).with("x-forwarded-for", address);
    client.send(&ask).await.unwrap().status
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn they_share_the_queue_and_no_letter_goes_twice() {
    if !on_postgres() {
        return;
    }
    let town = Town::new(120).await;
    let smtp = Smtp::friendly().await;
    let url = format!("smtp://127.0.0.1:{}", smtp.port);
    let mut all = [0, 1, 2].map(|_| town.instance().with("OLIEVLEK_SMTP_URL", &url));
    let [one, other, worker] = &mut all;
    one.serve().await;
    other.serve().await;
    worker.work();
    everybody_enrols(&town, [one, other]).await;
    until("the queue is empty", Duration::from_secs(60), async || left(&town).await == 0).await;
    let logs = [&*one, &*other, &*worker].map(|at| at.log().matches("\"message\":\"task done\"").count());
    let taken: HashMap<String, usize> = smtp.seen.lock().unwrap().taken.clone();
    let twice = taken.values().filter(|times| **times > 1).count();
    let worked = logs.iter().filter(|count| **count > 0).count();
    figure(
        "one queue, two that serve and one that works",
        town.engine(),
        &format!("{} letters for {} people, {twice} twice, done by {logs:?}", taken.len(), town.people.len()),
        "each once, by all three",
    );
    assert_eq!((taken.len(), twice, worked), (town.people.len(), 0, 3));
}

/// Half of them at each.
async fn everybody_enrols(town: &Town, at: [&Instance; 2]) {
    let session = town.session(0, None).await;
    let posts = town.people.iter().enumerate().map(|(n, person)| {
        let mut client: Client = town.client(at[n % 2]);
        let path = format!("/sessions/{session}/enrolments");
        let ask = Ask::api(&path, &format!("{n}"), &json!({ "personId": person }));
        async move {
            // A machine that is busy may say "later".
            while client.send(&ask).await.unwrap().status == 503 {
                tokio::time::sleep(Duration::from_millis(500)).await;
            }
        }
    });
    join_all(posts).await;
}

/// How many letters are due and have not left.
async fn left(town: &Town) -> usize {
    let rows = task::Entity::find().all(&town.house.db.reader).await.unwrap();
    rows.iter().filter(|row| row.due_at <= olievlek::clock::now()).count()
}
