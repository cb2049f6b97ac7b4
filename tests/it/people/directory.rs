use entity::id::PersonId;
use olievlek::domain::{
    actor::Actor,
    page::Window,
    people::{
        directory::{self, Filter},
        forgetting, person,
    },
};

use crate::house::TestHouse;

async fn found(house: &TestHouse, actor: &Actor, filter: &Filter) -> Vec<PersonId> {
    let today = house.policy.day(house.now());
    let page = directory::list(&house.db.reader, actor, filter, &Window::default(), today).await.unwrap();
    assert_eq!(
        directory::count(&house.db.reader, actor, filter, today).await.unwrap(),
        page.items.len() as u64
    );
    page.items.into_iter().map(|entry| entry.person.id).collect()
}

fn search(words: &str) -> Filter {
    Filter { search: words.into(), ..Filter::default() }
}

#[tokio::test]
async fn people_are_found_by_the_beginning_of_any_word_of_name_or_address_without_accents() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let zoe = house.employee("Zoë Žagar", named.counter).await;
    let iris = house.actor(named.administrator).await;

    for words in ["zoe", "ZAGAR zo", "žagar", "zoë.žagar@"] {
        assert_eq!(found(&house, &iris, &search(words)).await, [zoe], "{words}");
    }
    assert_eq!(found(&house, &iris, &search("velde daan")).await, [named.daan]);
    assert!(found(&house, &iris, &search("100%")).await.is_empty());
    let by_email = Filter { email: Some("SEM.bakker@gemeente.example".into()), ..Filter::default() };
    assert_eq!(found(&house, &iris, &by_email).await, [named.sem]);
}

#[tokio::test]
async fn a_department_shows_the_people_of_its_teams() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let iris = house.actor(named.administrator).await;
    let filter = Filter { department: Some(named.counter), ..Filter::default() };

    assert_eq!(found(&house, &iris, &filter).await, [named.noor, named.daan]);
}

#[tokio::test]
async fn who_sees_people_sees_only_whom_they_may() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let (head, fenna) = (house.actor(named.head).await, house.actor(named.fenna).await);

    assert_eq!(found(&house, &head, &Filter::default()).await, [named.sem, named.fenna, named.head]);
    assert_eq!(found(&house, &fenna, &Filter::default()).await, [named.fenna]);
}

#[tokio::test]
async fn who_left_is_found_only_when_asked() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let iris = house.actor(named.administrator).await;
    house.leave(named.sem).await;

    assert!(found(&house, &iris, &search("bakker")).await.is_empty());
    assert_eq!(found(&house, &iris, &Filter { all: true, ..search("bakker") }).await, [named.sem]);
}

#[tokio::test]
async fn who_is_erased_is_found_by_nothing_that_was_theirs() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let iris = house.actor(named.administrator).await;
    let everybody = |words| Filter { all: true, ..search(words) };
    assert_eq!(found(&house, &iris, &everybody("bakker")).await, [named.sem]);

    let sem = person::find(&house.db.reader, named.sem).await.unwrap();
    house
        .write(&iris, |change| {
            let sem = sem.clone();
            async move { forgetting::forget(&change, sem).await }
        })
        .await
        .unwrap();

    for words in ["bakker", "sem.bakker@gemeente.example"] {
        assert!(found(&house, &iris, &everybody(words)).await.is_empty(), "{words}");
    }
}

#[tokio::test]
async fn a_word_that_many_have_gives_its_people_by_surname_page_after_page() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    for surname in ["Zwart", "Ark", "Maas"] {
        house.employee(&format!("Roos {surname}"), named.counter).await;
    }
    let (iris, today) = (house.actor(named.administrator).await, house.policy.day(house.now()));

    let (mut window, mut seen) = (Window { limit: 1, after: None }, Vec::new());
    loop {
        let page = directory::list(&house.db.reader, &iris, &search("roos"), &window, today).await.unwrap();
        seen.extend(page.items.into_iter().map(|entry| entry.person.surname));
        let Some(next) = page.next else { break };
        window.after = Some(next.parse().unwrap());
    }

    assert_eq!(seen, ["Ark", "Maas", "Zwart"]);
    let count = directory::count_for_page(&house.db.reader, &iris, &search("roos"), today).await.unwrap();
    assert_eq!(count, 3);
}
