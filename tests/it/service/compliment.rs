//! Compliments: who finds which, and what is left when whoever entered them is erased.

use std::sync::Arc;

use chrono::NaiveDate;
use entity::{
    compliment as table,
    compliment::{Shape, Telling},
    id::*,
    role::RoleKind,
};
use olievlek::domain::{
    actor::Actor,
    error::{Error, Result},
    page::Window,
    privacy::erasure::{self, Why},
    reorganisation::merging,
    service::compliment::{
        self, New,
        list::{self, Whose},
    },
};
use sea_orm::EntityTrait as _;

use super::promise;
use crate::house::TestHouse;

fn new(text: &str, department: Option<DepartmentId>, telling: Telling) -> New {
    New {
        shape: Shape::Cake,
        asked: false,
        text: text.into(),
        channel: None,
        department,
        received_on: NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day"),
        telling,
    }
}

pub async fn enter(house: &TestHouse, by: PersonId, new: &New) -> Result<ComplimentId> {
    let actor = house.actor(by).await;
    house.write(&actor, |change| async move { compliment::enter(&change, new).await }).await
}

async fn seen(house: &TestHouse, by: PersonId, whose: Whose) -> Vec<String> {
    let (actor, today) = (house.actor(by).await, house.policy.day(house.now()));
    let page = list::page(&house.db.reader, &actor, (whose, today), &Window::default()).await;
    let mut texts: Vec<_> = page.expect("a page").items.into_iter().map(|(row, _)| row.text).collect();
    texts.sort();
    texts
}

#[tokio::test]
async fn a_compliment_is_for_its_team_the_house_or_nobody_as_was_chosen() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    for (text, department, telling) in [
        ("a balie", Some(named.counter), Telling::Team),
        ("b vergunningen", Some(named.permits), Telling::Team),
        ("c iedereen", None, Telling::Team),
        ("d huis", Some(named.permits), Telling::Organisation),
        ("e niemand", Some(named.counter), Telling::Nobody),
    ] {
        enter(&house, named.manager, &new(text, department, telling)).await.expect("entered");
    }
    let all = ["a balie", "b vergunningen", "c iedereen", "d huis", "e niemand"];
    assert_eq!(seen(&house, named.daan, Whose::House).await, [all[0], all[2], all[3]], "below the counter");
    assert_eq!(seen(&house, named.daan, Whose::Own).await, [all[0], all[2]]);
    assert_eq!(seen(&house, named.fenna, Whose::House).await, [all[1], all[2], all[3]]);
    assert_eq!(seen(&house, named.head, Whose::Own).await, [all[1], all[2], all[3]]);
    assert_eq!(seen(&house, named.manager, Whose::House).await, all);
    let (fenna, today) = (house.actor(named.fenna).await, house.policy.day(house.now()));
    let news = list::news(&house.db.reader, &fenna, (today, today), 3).await.expect("news");
    assert!(news.is_empty(), "it came yesterday");
}

#[tokio::test]
async fn who_measures_enters_them_without_what_leads_to_a_resident_and_changes_who_may_know() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    house.grant(named.noor, RoleKind::QualityOfficer, None).await;
    let one = new("Van jan@example.nl", Some(named.permits), Telling::Nobody);
    for nobody in [named.fenna, named.head, named.trainer] {
        assert!(matches!(enter(&house, nobody, &one).await, Err(Error::Forbidden)), "{nobody}");
    }
    let id = enter(&house, named.noor, &one).await.expect("entered");
    assert!(seen(&house, named.fenna, Whose::House).await.is_empty());
    let tell = |change: Arc<_>| async move { compliment::tell(&change, id, Telling::Team).await };
    let fenna = house.actor(named.fenna).await;
    assert!(matches!(house.write(&fenna, tell).await, Err(Error::Missing(_))));
    house.write(&house.actor(named.noor).await, tell).await.expect("told");
    assert_eq!(seen(&house, named.fenna, Whose::House).await, ["Van […]"]);
    for wrong in [
        new("  ", None, Telling::Team),
        new(&"é".repeat(601), None, Telling::Team),
        New { received_on: NaiveDate::from_ymd_opt(2026, 3, 3).expect("a day"), ..one.clone() },
    ] {
        assert!(matches!(enter(&house, named.noor, &wrong).await, Err(Error::Invalid(_))), "{wrong:?}");
    }
}

#[tokio::test]
async fn erasing_whoever_entered_it_leaves_the_thanks() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    house.grant(named.noor, RoleKind::QualityOfficer, None).await;
    enter(&house, named.noor, &new("Taart", None, Telling::Team)).await.expect("entered");
    house.leave(named.noor).await;
    let erase = |change: Arc<_>| async move { erasure::erase(&change, named.noor, Why::Asked).await };
    house.write(&Actor::operator(), erase).await.expect("erased");
    let rows = table::Entity::find().all(&house.db.reader).await.expect("rows");
    assert_eq!(
        rows.iter().map(|row| (row.text.as_str(), row.entered_by)).collect::<Vec<_>>(),
        [("Taart", None)]
    );
}

#[tokio::test]
async fn what_is_about_a_department_that_merged_is_about_the_other() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let thanks = new("a vergunningen", Some(named.permits), Telling::Team);
    enter(&house, named.manager, &thanks).await.expect("entered");
    let ours = olievlek::domain::service::promise::Draft {
        department: Some(named.permits),
        ..promise::draft("N01")
    };
    promise::made(&house, &ours).await;
    super::feedback::entered(&house, &named, named.permits).await;
    let administrator = house.actor(named.administrator).await;
    let (pair, today) = ((named.permits, named.phone_team), house.policy.day(house.now()));
    let merge = |change: Arc<_>| async move { merging::merge(&change, pair, today).await };
    house.write(&administrator, merge).await.expect("merged");
    assert_eq!(seen(&house, named.daan, Whose::Own).await, ["a vergunningen"]);
    let about = entity::feedback::Entity::find().one(&house.db.reader).await.expect("read");
    assert_eq!(about.expect("feedback").department_id, Some(named.phone_team));
    assert_eq!(promise::find(&house, "N01").await.department_id, Some(named.phone_team));
}
