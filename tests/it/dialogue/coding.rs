//! Second coders: who is asked, what they read, and how far two agree.

use entity::{conversation_look, conversation_note, conversation_theme, id::*, role::RoleKind, theme};
use olievlek::domain::{
    dialogue::coding::{self, Sample, kappa},
    error::{Error, Result},
    privacy::{
        erasure::{self, Why},
        report,
    },
};
use poem::http::StatusCode;
use sea_orm::{ActiveModelTrait as _, EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _};

use super::{conversation, was_held};
use crate::house::{TestHouse, world::Named};

/// A conversation that was held, with something noted.
pub async fn noted(
    house: &TestHouse,
    facilitator: PersonId,
    team: DepartmentId,
    text: &str,
) -> ConversationId {
    let id = conversation(house, facilitator, &[team]).await;
    was_held(house, id, 8).await;
    let row = conversation_note::Model {
        id: NoteId::new(),
        conversation_id: id,
        topic: conversation_note::NoteTopic::Needs,
        text: text.into(),
        version: 1,
        saved_by: Some(facilitator),
        saved_at: house.now(),
    };
    let row = row.into_active_model().reset_all();
    conversation_note::Entity::insert(row).exec_without_returning(&house.db.writer).await.expect("a note");
    id
}

async fn themed(house: &TestHouse, name: &str) -> ThemeId {
    let row = theme::Model {
        id: ThemeId::new(),
        name_nl: name.into(),
        name_en: name.into(),
        merged_into_id: None,
        retired_on: None,
    };
    let id = row.id;
    let row = row.into_active_model().reset_all();
    theme::Entity::insert(row).exec_without_returning(&house.db.writer).await.expect("a theme");
    id
}

async fn has(house: &TestHouse, conversation: ConversationId, theme: ThemeId) {
    let row = conversation_theme::Model { conversation_id: conversation, theme_id: theme, in_summary: false };
    let row = row.into_active_model().reset_all();
    conversation_theme::Entity::insert(row).exec_without_returning(&house.db.writer).await.expect("a theme");
}

async fn draw(house: &TestHouse, who: PersonId, sample: Sample) -> Result<usize> {
    let actor = house.actor(who).await;
    house.write(&actor, |change| async move { coding::draw(&change, &sample).await }).await
}

async fn waiting(house: &TestHouse, who: PersonId) -> Vec<coding::Asked> {
    coding::waiting(&house.db.reader, &house.actor(who).await, 50).await.expect("what waits")
}

async fn give(house: &TestHouse, who: PersonId, id: CodingId, themes: &[ThemeId]) -> Result<()> {
    let actor = house.actor(who).await;
    house.write(&actor, |change| async move { coding::give(&change, id, themes).await }).await
}

/// Sem and Noor hold conversations.
async fn two(house: &TestHouse) -> Named {
    let named = house.named().await;
    for who in [named.sem, named.noor] {
        house.grant(who, RoleKind::Facilitator, None).await;
    }
    named
}

#[tokio::test]
async fn the_second_coder_reads_what_somebody_else_held_and_each_once() {
    let house = TestHouse::new().await;
    let named = two(&house).await;
    let mut all = Vec::new();
    for _ in 0..3 {
        all.push(noted(&house, named.sem, named.permits, "Bellen.").await);
    }
    noted(&house, named.noor, named.permits, "Van Noor zelf.").await;
    let empty = conversation(&house, named.sem, &[named.permits]).await;
    was_held(&house, empty, 8).await;
    let sample = |number, coder| Sample { number, seed: 4711, coder };
    for who in [named.sem, named.administrator] {
        assert!(matches!(draw(&house, who, sample(2, named.noor)).await, Err(Error::Forbidden)));
    }
    let no_coder = draw(&house, named.manager, sample(2, named.fenna)).await;
    assert!(matches!(&no_coder, Err(Error::Invalid(wrong)) if wrong[0].name == "coder"), "{no_coder:?}");
    let could = coding::can_code(&house.db.reader, named.noor).await.expect("conversations");
    assert_eq!(could, all, "not her own, and none without notes");
    assert_eq!(draw(&house, named.manager, sample(2, named.noor)).await.expect("drawn"), 2);
    let mut order = all.clone();
    order.sort_by_cached_key(|id| olievlek::domain::secret::hash(format!("4711:{id}")));
    let mut asked: Vec<_> =
        waiting(&house, named.noor).await.iter().map(|one| one.row.conversation_id).collect();
    asked.sort();
    order.truncate(2);
    order.sort();
    assert_eq!(asked, order, "anybody can draw it again");
    assert_eq!(draw(&house, named.manager, sample(50, named.noor)).await.expect("drawn"), 1, "the third");
    let none = draw(&house, named.manager, sample(1, named.noor)).await;
    assert!(matches!(none, Err(Error::Invalid(_))), "each once");
}

#[tokio::test]
async fn notes_are_read_until_the_themes_are_given_and_a_look_is_noted() {
    let house = TestHouse::new().await;
    let named = two(&house).await;
    let held = noted(&house, named.sem, named.permits, "Terugbellen lukt vaak niet.").await;
    let (calling, other) = (themed(&house, "Terugbellen").await, themed(&house, "Gunnen").await);
    has(&house, held, other).await;
    draw(&house, named.manager, Sample { number: 1, seed: 1, coder: named.noor }).await.expect("drawn");
    let id = waiting(&house, named.noor).await[0].row.id;
    let here = format!("/themes/coding/{id}");
    let looks = async || conversation_look::Entity::find().all(&house.db.reader).await.expect("looks");
    for (who, name) in [(named.sem, "who held it"), (named.manager, "the programme manager")] {
        let page = house.browser_of(who).await.get(&here).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{name}");
    }
    assert!(looks().await.is_empty());
    let mut noor = house.browser_of(named.noor).await;
    let page = noor.get(&here).await;
    assert!(page.text("main").contains("Terugbellen lukt vaak niet."));
    assert_eq!(page.text("input[checked]"), "", "without seeing which it has");
    assert_eq!(page.attribute("input[checked]", "value"), "");
    noor.get(&here).await;
    let seen: Vec<_> = looks().await.iter().map(|look| (look.conversation_id, look.person_id)).collect();
    assert_eq!(seen, [(held, Some(named.noor))], "once a day");
    let unknown = give(&house, named.noor, id, &[ThemeId::new()]).await;
    assert!(matches!(unknown, Err(Error::Invalid(_))), "{unknown:?}");
    let answer = noor.post(&here, &[("themes", &calling.to_string())]).await;
    assert_eq!(answer.location(), "/themes/coding", "{}", answer.text("#errors"));
    assert_eq!(noor.get(&here).await.status, StatusCode::NOT_FOUND, "closed");
    assert!(matches!(give(&house, named.noor, id, &[]).await, Err(Error::Missing(_))), "it stands");
}

#[tokio::test]
async fn agreement_is_counted_theme_by_theme_and_says_when_there_is_too_little() {
    let house = TestHouse::new().await;
    let named = two(&house).await;
    let (calling, other, old) =
        (themed(&house, "Terugbellen").await, themed(&house, "Gunnen").await, themed(&house, "Bellen").await);
    // Of ten both see it in four, only the first in one, only the second in two, neither in three.
    for at in 0..10 {
        let id = noted(&house, named.sem, named.permits, "Notitie.").await;
        if at < 5 {
            has(&house, id, if at == 0 { old } else { calling }).await;
        }
    }
    let part = theme::ActiveModel {
        id: sea_orm::Set(old),
        merged_into_id: sea_orm::Set(Some(calling)),
        ..Default::default()
    };
    part.update(&house.db.writer).await.expect("merged");
    draw(&house, named.manager, Sample { number: 10, seed: 1, coder: named.noor }).await.expect("drawn");
    let mut asked = waiting(&house, named.noor).await;
    asked.sort_by_key(|one| one.row.conversation_id);
    for (at, one) in asked.iter().enumerate() {
        let sees = at < 4 || (5..7).contains(&at);
        let seen = if sees { vec![calling] } else { vec![] };
        give(&house, named.noor, one.row.id, &seen).await.expect("given");
    }
    let manager = house.actor(named.manager).await;
    let all = kappa::of_themes(&house.db.reader, &manager).await.expect("agreement");
    let [only] = all.as_slice() else { panic!("{all:?}: nobody gave {other}") };
    assert_eq!(only.table, kappa::Table { both: 4, first: 1, second: 2, neither: 3 });
    // pₒ = 0.7, pₑ = 0.5 · 0.6 + 0.5 · 0.4 = 0.5.
    assert!((only.table.kappa().expect("a kappa") - 0.4).abs() < 1e-12);
    assert_eq!(only.table.grade(), kappa::Grade::Fair);
    let page = house.browser_of(named.manager).await.get("/themes/coding").await;
    assert!(page.text("tbody").contains("Terugbelleneen beetje eens0,40104123"), "{}", page.text("tbody"));
    let sem = house.actor(named.sem).await;
    assert!(matches!(kappa::of_themes(&house.db.reader, &sem).await, Err(Error::Forbidden)));
}

#[tokio::test]
async fn who_was_asked_finds_it_in_the_report_and_is_forgotten() {
    let house = TestHouse::new().await;
    let named = two(&house).await;
    noted(&house, named.sem, named.permits, "Notitie.").await;
    draw(&house, named.manager, Sample { number: 1, seed: 1, coder: named.noor }).await.expect("drawn");
    let id = waiting(&house, named.noor).await[0].row.id;
    house.browser_of(named.noor).await.get(&format!("/themes/coding/{id}")).await;
    let (noor, administrator) = (named.noor, house.actor(named.administrator).await);
    let told = house.write(&administrator, |change| async move { report::make(&change, noor).await }).await;
    let told = told.expect("a report");
    let codings = told.holdings.iter().find(|one| one.kind == "codings").expect("what she was asked");
    assert_eq!(codings.rows.len(), 1);
    house.leave(noor).await;
    let erase = |change: std::sync::Arc<_>| async move { erasure::erase(&change, noor, Why::Asked).await };
    house.write(&administrator, erase).await.expect("erased");
    let row =
        entity::theme_coding::Entity::find().one(&house.db.reader).await.expect("asked").expect("a row");
    assert_eq!(row.coder_id, None);
    let look = conversation_look::Entity::find().one(&house.db.reader).await.expect("asked").expect("a look");
    assert_eq!(
        (look.person_id, conversation_look::Entity::find().count(&house.db.reader).await.expect("looks")),
        (None, 1)
    );
}
