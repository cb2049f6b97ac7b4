use chrono::{NaiveDate, TimeDelta};
use olievlek::domain::{
    error::Error,
    page::Window,
    people::person,
    privacy::audit::{self, Filter},
};

use crate::house::TestHouse;

#[tokio::test]
async fn the_log_is_found_by_kind_person_actor_and_day() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let (iris, fenna) = (house.actor(named.administrator).await, house.actor(named.fenna).await);
    house.pass(TimeDelta::days(2));
    house.write(&fenna, |change| async move { person::choose_language(&change, "en").await }).await.unwrap();
    let day = NaiveDate::from_ymd_opt(2026, 3, 4);

    let db = &house.db.reader;
    let count = async |filter: Filter| audit::count(db, &iris, (&filter, &house.policy)).await.unwrap();

    assert_eq!(count(Filter { kind: Some("language-chosen".into()), ..Filter::default() }).await, 1);
    assert_eq!(count(Filter { person: Some(named.fenna), ..Filter::default() }).await, 1);
    assert_eq!(count(Filter { actor: Some(named.fenna), ..Filter::default() }).await, 1);
    assert_eq!(count(Filter { actor: Some(named.sem), ..Filter::default() }).await, 0);
    assert_eq!(count(Filter { from: day, until: day, ..Filter::default() }).await, 1);
    let before = day.and_then(|day| day.pred_opt());
    assert_eq!(
        count(Filter { kind: Some("language-chosen".into()), until: before, ..Filter::default() }).await,
        0
    );
    assert!(audit::kinds(db).await.unwrap().contains(&"role-granted".to_owned()));
}

#[tokio::test]
async fn the_log_is_read_page_by_page_newest_first() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let (iris, filter, db) = (house.actor(named.administrator).await, Filter::default(), &house.db.reader);
    let all = audit::list(db, &iris, (&filter, &house.policy), &Window::default()).await.unwrap().items;
    let first = Window { limit: 2, after: None };
    let first = audit::list(db, &iris, (&filter, &house.policy), &first).await.unwrap();
    let then = Window { limit: 2, after: first.next.map(|next| next.parse().unwrap()) };
    let then = audit::list(db, &iris, (&filter, &house.policy), &then).await.unwrap();

    let read: Vec<_> = first.items.into_iter().chain(then.items).collect();
    assert_eq!(read, all[..4]);
    assert!(all.is_sorted_by(|a, b| a.id > b.id));
}

#[tokio::test]
async fn only_administrators_read_the_log() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    for person in [named.manager, named.head, named.fenna] {
        let actor = house.actor(person).await;
        let refused = audit::count(&house.db.reader, &actor, (&Filter::default(), &house.policy)).await;
        assert!(matches!(refused, Err(Error::Forbidden)));
    }
}
