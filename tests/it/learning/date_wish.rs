//! A head asks the programme for a date.

use entity::date_wish as table;
use olievlek::domain::learning::date_wish::{self, Answer, Asked, Wish};
use sea_orm::EntityTrait as _;

use super::{assignment::day, *};

pub fn wish_for(department: DepartmentId, workshop: WorkshopId) -> Wish {
    Wish {
        department,
        workshop,
        people: 12,
        from: day("2026-04-01"),
        until: day("2026-05-31"),
        note: "Liefst in de ochtend.".into(),
    }
}

pub async fn asks(house: &TestHouse, who: PersonId, wish: &Wish) -> Result<DateWishId> {
    let actor = house.actor(who).await;
    house.write(&actor, |change| async move { date_wish::ask(&change, wish).await }).await
}

async fn answers(house: &TestHouse, who: PersonId, id: DateWishId, answer: &Answer) -> Result<()> {
    let actor = house.actor(who).await;
    house.write(&actor, |change| async move { date_wish::answer(&change, id, answer).await }).await
}

async fn open(house: &TestHouse) -> Vec<Asked> {
    date_wish::open(&house.db.reader, 10).await.expect("wishes")
}

fn fields<T: std::fmt::Debug>(result: Result<T>) -> Vec<String> {
    match result {
        Err(Error::Invalid(problems)) => problems.iter().map(|one| one.name.to_string()).collect(),
        other => panic!("expected problems, got {other:?}"),
    }
}

#[tokio::test]
async fn a_head_asks_for_the_own_department_and_once_at_a_time() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let wish = wish_for(people.permits, workshop);
    let first = asks(&house, people.head, &wish).await.unwrap();
    assert_eq!(fields(asks(&house, people.head, &wish).await), ["workshop"]);
    let other = asks(&house, people.head, &wish_for(people.counter, workshop)).await;
    assert!(matches!(other, Err(Error::Missing("department"))));
    assert!(matches!(asks(&house, people.fenna, &wish).await, Err(Error::Missing("department"))));
    // Once it is answered one can ask again.
    let reply = Answer::Sentence("In het najaar.".into());
    answers(&house, people.manager, first, &reply).await.unwrap();
    asks(&house, people.head, &wish).await.unwrap();
    assert_eq!(open(&house).await.len(), 1);
}

#[tokio::test]
async fn the_programme_answers_once_with_a_date_of_that_workshop_or_with_a_sentence() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let wanted = workshop(&house, "A").await;
    let id = asks(&house, people.head, &wish_for(people.permits, wanted)).await.unwrap();
    let other = session_of(&house, "B", 4).await;
    let fitting = plan_session(&house, plan(wanted, "2026-04-10T10:00", Some(12))).await.unwrap();
    let sentence = |text: &str| Answer::Sentence(text.into());
    assert!(matches!(
        answers(&house, people.head, id, &sentence("Ja")).await,
        Err(Error::Missing("date-wish"))
    ));
    assert_eq!(fields(answers(&house, people.manager, id, &sentence(" ")).await), ["reply"]);
    assert_eq!(fields(answers(&house, people.manager, id, &Answer::Date(other)).await), ["session"]);
    answers(&house, people.manager, id, &Answer::Date(fitting)).await.unwrap();
    let again = refusal(answers(&house, people.manager, id, &sentence("Nee")).await);
    assert_eq!(again, Refusal::NotPossibleNow);
    let told = date_wish::of_departments(&house.db.reader, &[people.permits], house.now(), 5).await.unwrap();
    assert_eq!(told[0].row.session_id, Some(fitting));
    // An answer is told for a month.
    house.at("2026-04-05T10:00");
    let told = date_wish::of_departments(&house.db.reader, &[people.permits], house.now(), 5).await.unwrap();
    assert!(told.is_empty());
}

#[tokio::test]
async fn a_wish_says_for_how_many_and_until_when() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    let wish = |people_wanted, until: &str| Wish {
        people: people_wanted,
        until: day(until),
        ..wish_for(people.permits, workshop)
    };
    assert_eq!(fields(asks(&house, people.head, &wish(0, "2026-05-31")).await), ["people"]);
    assert_eq!(fields(asks(&house, people.head, &wish(3, "2026-03-31")).await), ["until"]);
    let past = Wish { from: day("2026-02-01"), ..wish(3, "2026-03-01") };
    assert_eq!(fields(asks(&house, people.head, &past).await), ["until"]);
    assert!(open(&house).await.is_empty());
}

#[tokio::test]
async fn whoever_is_erased_asked_nothing() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let workshop = workshop(&house, "A").await;
    asks(&house, people.head, &wish_for(people.permits, workshop)).await.unwrap();
    let forget = |change: std::sync::Arc<_>| async move {
        olievlek::domain::learning::holding::forget(&change, people.head).await
    };
    house.write(&Actor::house(), forget).await.unwrap();
    let row = table::Entity::find().one(&house.db.reader).await.unwrap().expect("the wish");
    assert_eq!((row.asked_by, row.note.as_str()), (None, ""));
}
