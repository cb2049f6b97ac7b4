use olievlek::domain::{
    actor::Actor,
    error::{Error, Refusal, Result},
    people::{
        password,
        set_up::{self, FirstAdministrator},
        sign_in::{self, SignedIn},
    },
};

use crate::house::TestHouse;

const PASSWORD: &str = "paard fiets wolk trap";

async fn offer(house: &TestHouse) -> Option<String> {
    house.write(&Actor::operator(), |change| async move { set_up::offer(&change).await }).await.unwrap()
}

async fn complete(house: &TestHouse, secret: &str, name: &str) -> Result<SignedIn> {
    let password = password::hash(PASSWORD).await.unwrap();
    let first = &FirstAdministrator { name: name.into(), email: "joke@gemeente.example".into(), password };
    house.write(&Actor::house(), |change| async move { set_up::complete(&change, secret, first).await }).await
}

#[tokio::test]
async fn an_empty_house_gets_its_first_administrator_by_a_link() {
    let house = TestHouse::new().await;
    let secret = offer(&house).await.unwrap();
    assert!(set_up::opens(&house.db.reader, &secret, house.now()).await.unwrap());

    let come = complete(&house, &secret, "Joke van der Meer").await.unwrap();

    assert!(house.actor(come.person).await.may_grant());
    assert!(matches!(complete(&house, &secret, "Joke").await, Err(Error::Refused(Refusal::LinkNotValid))));
    assert!(offer(&house).await.is_none());
}

#[tokio::test]
async fn a_form_filled_in_wrong_keeps_the_set_up_link() {
    let house = TestHouse::new().await;
    let secret = offer(&house).await.unwrap();

    assert!(
        matches!(complete(&house, &secret, " ").await, Err(Error::Invalid(fields)) if fields[0].name == "name")
    );

    assert!(complete(&house, &secret, "Joke van der Meer").await.is_ok());
}

#[tokio::test]
async fn the_first_administrator_comes_in_with_the_password() {
    let house = TestHouse::new().await;
    let secret = offer(&house).await.unwrap();
    let come = complete(&house, &secret, "Joke van der Meer").await.unwrap();

    let proof = &password::prove(&house, "Joke@gemeente.example", PASSWORD).await.unwrap();
    let again = house
        .write(&Actor::house(), |change| async move { sign_in::with_password(&change, proof).await })
        .await
        .unwrap();

    assert_eq!(again.person, come.person);
    for (email, plain) in
        [("joke@gemeente.example", "paard fiets wolk"), ("nobody@gemeente.example", PASSWORD)]
    {
        let refused = password::prove(&house, email, plain).await;
        assert!(matches!(refused, Err(Error::Refused(Refusal::SignInFailed))));
    }
}

#[tokio::test]
async fn a_short_password_is_refused() {
    assert!(matches!(password::hash("elf letters").await, Err(Error::Invalid(_))));
}

#[tokio::test]
async fn an_unknown_address_takes_as_long_as_a_wrong_password() {
    let house = TestHouse::new().await;
    let secret = offer(&house).await.unwrap();
    complete(&house, &secret, "Joke van der Meer").await.unwrap();
    let mut fastest = [std::time::Duration::MAX; 2];

    // The fastest of several tells what the work costs; the others also tell what else the machine was doing.
    for _ in 0..12 {
        for (at, email) in ["joke@gemeente.example", "nobody@gemeente.example"].into_iter().enumerate() {
            let begin = std::time::Instant::now();
            let _ = password::prove(&house, email, "not the right password").await;
            fastest[at] = fastest[at].min(begin.elapsed());
        }
    }

    let [known, unknown] = fastest.map(|time| time.as_secs_f64());
    // Without work for nobody it would be a hundredth; a busy machine alone can make it half.
    assert!(unknown > known / 4.0, "known {known} s, unknown {unknown} s");
}
