//! The vote in the room: sealed, of nobody, kept from five on, and final.

use std::collections::BTreeSet;

use entity::{
    ballot, ballot_tally, core_value::CoreValue, event, id::*, role::RoleKind, sign_in_try, task, vote,
};
use futures_util::future::join_all;
use olievlek::{
    domain::{
        actor::{Actor, Scope},
        dialogue::ballot::{
            self as ballots, Ballot, Cast, Scores, hand,
            outcome::{Counts, Outcome, Spread},
            seen::{self, Standing},
        },
        error::{Error, Refusal, Result},
        housekeeping,
    },
    job::schedule,
    web,
};
use poem::http::StatusCode;
use sea_orm::{ActiveModelTrait as _, EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _, Set};
use tracing_subscriber::{EnvFilter, fmt};

use super::{conversation, was_held};
use crate::house::{TestHouse, browser::Browser, log::Kept, world::Named};

/// Sem holds a conversation with permits, and opens its vote.
pub async fn opened(house: &TestHouse, named: &Named) -> Ballot {
    house.grant(named.sem, RoleKind::Facilitator, None).await;
    let id = conversation(house, named.sem, &[named.permits]).await;
    open(house, named.sem, id).await.expect("an open vote")
}

async fn open(house: &TestHouse, who: PersonId, id: ConversationId) -> Result<Ballot> {
    let actor = house.actor(who).await;
    house.write(&actor, |change| async move { ballots::open(&change, id).await }).await
}

async fn close(house: &TestHouse, who: PersonId, ballot: &Ballot) -> Result<()> {
    let (actor, id) = (house.actor(who).await, ballot.conversation_id);
    house.write(&actor, |change| async move { ballots::close(&change, id).await }).await
}

async fn fill_in(house: &TestHouse, who: PersonId, id: ConversationId, counts: &Counts) -> Result<()> {
    let actor = house.actor(who).await;
    house.write(&actor, |change| async move { hand::fill_in(&change, id, counts).await }).await
}

async fn cast(house: &TestHouse, ballot: &Ballot, id: VoteId, scores: Scores) -> Result<Cast> {
    let key = ballot.link_key.as_str();
    house.write(&Actor::nobody(), |change| async move { ballots::cast(&change, key, id, scores).await }).await
}

/// So many phones vote: the last value divides the room.
async fn all_vote(house: &TestHouse, ballot: &Ballot, many: i32) {
    for at in 0..many {
        let scores = [4, 4, 3, if at % 2 == 0 { 1 } else { 5 }];
        assert_eq!(cast(house, ballot, VoteId::by_chance(), scores).await.expect("a vote"), Cast::Counted);
    }
}

async fn votes(house: &TestHouse) -> u64 {
    vote::Entity::find().count(&house.db.reader).await.expect("votes")
}

async fn tallies(house: &TestHouse) -> Vec<ballot_tally::Model> {
    ballot_tally::Entity::find().all(&house.db.reader).await.expect("tallies")
}

async fn room(house: &TestHouse, who: PersonId, ballot: &Ballot) -> Result<Standing> {
    let room = seen::room(&house.db.reader, &house.actor(who).await, ballot.conversation_id).await;
    room.map(|room| room.standing)
}

/// What somebody of the team sees.
async fn of_team(house: &TestHouse, actor: &Actor, ballot: &Ballot) -> Option<Outcome> {
    let today = house.policy.day(house.now());
    let seen = ballots::result_for_team(&house.db.reader, actor, ballot.conversation_id, today);
    seen.await.expect("an answer")
}

/// A phone sends the four scores of a page that it was given.
async fn send(phone: &mut Browser, ballot: &Ballot, id: &str, scores: Scores) -> crate::house::browser::Page {
    let texts = scores.map(|score| score.to_string());
    let names = CoreValue::ALL.iter().map(|value| value.code());
    let mut fields: Vec<_> = names.zip(texts.iter().map(String::as_str)).collect();
    fields.push(("vote", id));
    phone.post(&format!("/vote/{}", ballot.link_key), &fields).await
}

#[tokio::test]
async fn until_it_is_closed_nobody_sees_more_than_how_many_voted() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let ballot = opened(&house, &named).await;
    all_vote(&house, &ballot, 6).await;
    for who in [named.sem, named.manager] {
        assert_eq!(room(&house, who, &ballot).await.expect("a room"), Standing::Open { votes: 6 });
    }
    assert!(tallies(&house).await.is_empty(), "nothing is counted");
    let fenna = house.actor(named.fenna).await;
    assert_eq!(of_team(&house, &fenna, &ballot).await, None);
    let day = (&*house.policy, house.policy.day(house.now()));
    let phone = seen::phone(&house.db.reader, &ballot.link_key, day).await.expect("a phone").1;
    assert_eq!(phone, Standing::Open { votes: 0 }, "not even the number");
    let page = house
        .browser_of(named.sem)
        .await
        .get(&format!("/conversations/{}/vote", ballot.conversation_id))
        .await;
    assert!(page.text("#turnout").starts_with("6 stemmen"), "{}", page.text("#turnout"));
    assert!(page.text(".ballot").is_empty() && !page.body.contains("middelste"));
}

#[tokio::test]
async fn of_four_votes_nothing_is_kept() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let ballot = opened(&house, &named).await;
    all_vote(&house, &ballot, 4).await;
    close(&house, named.sem, &ballot).await.expect("closed");
    assert_eq!((votes(&house).await, tallies(&house).await.len()), (0, 0));
    let row =
        ballot::Entity::find_by_id(ballot.id).one(&house.db.reader).await.expect("asked").expect("a row");
    assert_eq!(row.votes, None, "not even how many");
    assert_eq!(room(&house, named.sem, &ballot).await.expect("a room"), Standing::Few);
    let page = house.browser().get(&format!("/vote/{}", ballot.link_key)).await;
    assert_eq!(page.text("h1"), "Te weinig stemmen om te bewaren");
}

#[tokio::test]
async fn of_five_the_numbers_stay_and_no_vote() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let ballot = opened(&house, &named).await;
    all_vote(&house, &ballot, 5).await;
    close(&house, named.sem, &ballot).await.expect("closed");
    assert_eq!(votes(&house).await, 0);
    for value in CoreValue::ALL {
        let all: i32 =
            tallies(&house).await.iter().filter(|row| row.value == *value).map(|row| row.votes).sum();
        assert_eq!(all, 5, "{value:?}");
    }
    let Standing::Kept(outcome) = room(&house, named.sem, &ballot).await.expect("a room") else {
        panic!("kept")
    };
    assert_eq!(outcome.votes, 5);
    let spreads: Vec<_> = outcome.values.iter().map(|one| one.spread).collect();
    assert_eq!(spreads, [Spread::Agree, Spread::Agree, Spread::Agree, Spread::Apart]);
    let page = house.browser().get(&format!("/vote/{}", ballot.link_key)).await;
    assert_eq!(page.text("h1"), "De uitslag");
    assert!(page.text(".panel--tint").contains("“Vernieuwing” denken jullie het verst uiteen"));
}

#[tokio::test]
async fn a_page_that_is_sent_twice_counts_once_and_a_phone_that_voted_is_told_so() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let ballot = opened(&house, &named).await;
    let mut phone = house.browser();
    let here = format!("/vote/{}", ballot.link_key);
    let first = phone.get(&here).await.attribute("input[name=vote]", "value");
    // Bad reception: the phone does not know that it arrived, and has no cookie.
    for _ in 0..2 {
        phone.cookies.clear();
        let answer = send(&mut phone, &ballot, &first, [5, 4, 3, 2]).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, here.as_str()));
    }
    assert_eq!(votes(&house).await, 1);
    assert_eq!(phone.get(&here).await.text("h1"), "Dank je, je stem telt");
    assert_eq!(
        send(&mut phone, &ballot, &first, [1, 1, 1, 1]).await.status,
        StatusCode::SEE_OTHER,
        "by going back"
    );
    let other = VoteId::by_chance().to_string();
    let told = send(&mut phone, &ballot, &other, [1, 1, 1, 1]).await;
    assert_eq!(told.text("h1"), "Je hebt al gestemd");
    assert_eq!(votes(&house).await, 1);
    let row = vote::Entity::find().one(&house.db.reader).await.expect("asked").expect("the vote");
    assert_eq!([row.connection, row.craft, row.trust, row.renewal], [5, 4, 3, 2], "the first stands");
    // The cookie is the same on every phone, so it leads to nobody; it only stops a mistake.
    let mut colleague = house.browser();
    send(&mut colleague, &ballot, &other, [1, 2, 3, 4]).await;
    assert_eq!(colleague.cookies["voted"], phone.cookies["voted"]);
    assert!(
        phone.get(&format!("{here}?again=1")).await.body.contains("name=\"again\""),
        "for who has no phone"
    );
    assert_eq!(votes(&house).await, 2);
}

#[tokio::test]
async fn without_a_score_for_each_value_nothing_is_cast_and_nothing_is_lost() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let ballot = opened(&house, &named).await;
    let mut phone = house.browser();
    let here = format!("/vote/{}", ballot.link_key);
    let id = phone.get(&here).await.attribute("input[name=vote]", "value");
    let fields = [("verbinding", "4"), ("vakmanschap", "2"), ("vertrouwen", "5"), ("vote", id.as_str())];
    let page = phone.post(&here, &fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text("#errors").contains("Kies een cijfer bij “Vernieuwing”."), "{}", page.text("#errors"));
    assert_eq!(page.attribute("input[name=vakmanschap][checked]", "value"), "2");
    assert_eq!(page.attribute("input[name=vote]", "value"), id, "the same vote");
    assert_eq!(votes(&house).await, 0);
    let wrong = cast(&house, &ballot, VoteId::by_chance(), [4, 4, 6, 4]).await;
    assert!(matches!(&wrong, Err(Error::Invalid(all)) if all[0].name == "vertrouwen"), "{wrong:?}");
    // An id with a time in it would tell when somebody voted.
    assert!(matches!(cast(&house, &ballot, VoteId::new(), [4; 4]).await, Err(Error::Invalid(_))));
}

#[tokio::test]
async fn closed_is_final() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let ballot = opened(&house, &named).await;
    all_vote(&house, &ballot, 5).await;
    close(&house, named.sem, &ballot).await.expect("closed");
    assert_eq!(cast(&house, &ballot, VoteId::by_chance(), [1; 4]).await.expect("an answer"), Cast::Over);
    let no =
        |done: Result<()>| assert!(matches!(done, Err(Error::Refused(Refusal::NotPossibleNow))), "{done:?}");
    no(close(&house, named.sem, &ballot).await);
    no(open(&house, named.sem, ballot.conversation_id).await.map(|_| ()));
    no(fill_in(&house, named.sem, ballot.conversation_id, &Counts([[1, 1, 1, 1, 1]; 4])).await);
    assert_eq!((votes(&house).await, tallies(&house).await.len()), (0, 3 + 2), "nothing changed");
}

#[tokio::test]
async fn a_vote_that_nobody_closes_closes_at_the_end_of_the_day() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let ballot = opened(&house, &named).await;
    all_vote(&house, &ballot, 5).await;
    house.at("2026-03-02T23:59");
    schedule::all(&house).await;
    assert_eq!(votes(&house).await, 5);
    house.at("2026-03-03T00:01");
    schedule::all(&house).await;
    assert_eq!(votes(&house).await, 0);
    assert!(matches!(room(&house, named.sem, &ballot).await.expect("a room"), Standing::Kept(_)));
}

#[tokio::test]
async fn phones_see_the_result_on_that_day_only() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let ballot = opened(&house, &named).await;
    all_vote(&house, &ballot, 5).await;
    close(&house, named.sem, &ballot).await.expect("closed");
    let here = format!("/vote/{}", ballot.link_key);
    assert_eq!(house.browser().get(&here).await.text("h1"), "De uitslag");
    house.at("2026-03-03T08:00");
    let later = house.browser().get(&here).await;
    assert_eq!((later.status, later.text("h1")), (StatusCode::GONE, "Deze stemming is voorbij".into()));
    assert_eq!(house.browser().get("/vote/AAAA2222").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_team_sees_the_result_and_its_head_does_not() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let ballot = opened(&house, &named).await;
    all_vote(&house, &ballot, 5).await;
    close(&house, named.sem, &ballot).await.expect("closed");
    let actor = async |who| house.actor(who).await;
    let fenna = actor(named.fenna).await;
    assert!(of_team(&house, &fenna, &ballot).await.is_some(), "Fenna works in permits");
    // Hanna heads permits, and works there too.
    for (who, name) in
        [(named.head, "its head"), (named.noor, "another team"), (named.administrator, "administrator")]
    {
        assert_eq!(of_team(&house, &actor(who).await, &ballot).await, None, "{name}");
        assert!(matches!(room(&house, who, &ballot).await, Err(Error::Missing(_))), "{name}");
    }
    let token = Actor { scopes: Some(vec![Scope::Admin]), ..fenna };
    assert_eq!(of_team(&house, &token, &ballot).await, None, "a token");
    assert!(matches!(room(&house, named.manager, &ballot).await, Ok(Standing::Kept(_))));
}

#[tokio::test]
async fn a_vote_on_paper_adds_up_and_is_kept_by_the_same_rule() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    house.grant(named.sem, RoleKind::Facilitator, None).await;
    let id = conversation(&house, named.sem, &[named.permits]).await;
    let row = [0, 1, 2, 3, 1];
    let wrong = fill_in(&house, named.sem, id, &Counts([row, row, [0, 1, 2, 3, 0], row])).await;
    assert!(
        matches!(&wrong, Err(Error::Invalid(all)) if all.len() == 1 && all[0].name == "vertrouwen"),
        "{wrong:?}"
    );
    assert!(matches!(fill_in(&house, named.noor, id, &Counts([row; 4])).await, Err(Error::Missing(_))));
    let mut browser = house.browser_of(named.sem).await;
    let fields: Vec<(String, &str)> = CoreValue::ALL
        .iter()
        .flat_map(|value| {
            [("2", "1"), ("3", "2"), ("4", "4")].map(|(score, n)| (format!("{}-{score}", value.code()), n))
        })
        .collect();
    let fields: Vec<_> = fields.iter().map(|(name, n)| (name.as_str(), *n)).collect();
    let answer = browser.post(&format!("/conversations/{id}/vote/by-hand"), &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text("#errors"));
    let page = browser.get(answer.location()).await;
    assert!(page.text("main").contains("7 stemmen. Op papier geteld."), "{}", page.text("main"));
    let few = conversation(&house, named.sem, &[named.permits]).await;
    fill_in(&house, named.sem, few, &Counts([[0, 0, 0, 2, 2]; 4])).await.expect("filled in");
    let row = ballots::find(&house.db.reader, few).await.expect("asked").expect("a ballot");
    assert_eq!((row.votes, row.by_hand), (None, true));
    assert_eq!(tallies(&house).await.iter().filter(|one| one.ballot_id == row.id).count(), 0);
}

#[tokio::test]
async fn more_votes_than_people_are_told_and_there_is_an_end_to_them() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let ballot = opened(&house, &named).await;
    was_held(&house, ballot.conversation_id, 5).await;
    all_vote(&house, &ballot, 6).await;
    let here = format!("/conversations/{}/vote", ballot.conversation_id);
    let page = house.browser_of(named.sem).await.get(&here).await;
    assert!(
        page.text("main").contains("Er zijn meer stemmen (6) dan deelnemers (5)"),
        "{}",
        page.text("main")
    );
    let rows = (6..ballots::MOST).map(|_| {
        let row = vote::Model {
            id: VoteId::by_chance(),
            ballot_id: ballot.id,
            connection: 3,
            craft: 3,
            trust: 3,
            renewal: 3,
        };
        row.into_active_model().reset_all()
    });
    vote::Entity::insert_many(rows).exec_without_returning(&house.db.writer).await.expect("a full room");
    assert_eq!(cast(&house, &ballot, VoteId::by_chance(), [1; 4]).await.expect("an answer"), Cast::Full);
    assert_eq!(votes(&house).await, 1000);
}

/// Whoever adds a column here says why it leads to nobody.
#[tokio::test]
async fn a_vote_holds_four_scores_and_nothing_that_leads_anywhere() {
    use sea_orm::{ColumnTrait as _, ConnectionTrait as _, IdenStatic as _, Iterable as _, Statement};
    let columns: BTreeSet<_> = vote::Column::iter().map(|column| column.as_str().to_owned()).collect();
    let wanted = ["id", "ballot_id", "connection", "craft", "trust", "renewal"].map(str::to_owned);
    assert_eq!(columns, BTreeSet::from(wanted));
    assert!(vote::Column::Trust.def().get_column_type() == &sea_orm::ColumnType::Integer);
    let house = TestHouse::new().await;
    let named = house.named().await;
    let ballot = opened(&house, &named).await;
    all_vote(&house, &ballot, 3).await;
    let db = &house.db.writer;
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), r#"SELECT * FROM "vote""#));
    let rows = rows.await.expect("the votes");
    let there: BTreeSet<_> = rows[0].column_names().into_iter().collect();
    assert_eq!(there, columns, "the table itself");
    let all = vote::Entity::find().all(&house.db.reader).await.expect("votes");
    assert!(all.iter().all(|row| row.id.0.get_version_num() == 4), "by chance: no time in them");
    if house.db.engine() == "sqlite" {
        let erased =
            db.query_one_raw(Statement::from_string(db.get_database_backend(), "PRAGMA secure_delete"));
        let erased = erased.await.expect("asked").expect("an answer").try_get_by_index::<i32>(0);
        assert_eq!(erased.expect("a number"), 1, "what is erased is written over");
    }
}

#[tokio::test]
async fn no_log_event_task_or_counter_tells_of_a_vote() {
    let log = Kept::default();
    let filter = EnvFilter::new("debug,sqlx=info,sea_orm=info,html5ever=off,selectors=off");
    let subscriber = fmt().json().with_env_filter(filter).with_writer(log.clone()).finish();
    let _here = tracing::subscriber::set_default(subscriber);
    let house = TestHouse::new().await;
    let named = house.named().await;
    let ballot = opened(&house, &named).await;
    let count = async || event::Entity::find().count(&house.db.reader).await.expect("events");
    let mut phone = house.browser_of(named.fenna).await;
    let before = count().await;
    let here = format!("/vote/{}", ballot.link_key);
    let id = phone.get(&here).await.attribute("input[name=vote]", "value");
    send(&mut phone, &ballot, &id, [5, 4, 3, 2]).await;
    phone.get(&here).await;
    assert_eq!((votes(&house).await, count().await), (1, before), "a vote and no event");
    assert_eq!(task::Entity::find().count(&house.db.reader).await.expect("tasks"), 0);
    assert_eq!(sign_in_try::Entity::find().count(&house.db.reader).await.expect("tries"), 0);
    let kept = entity::idempotency::Entity::find().count(&house.db.reader).await.expect("answers");
    assert_eq!(kept, 0, "no digest of what was voted");
    let log = log.text();
    let lines: Vec<_> = log.lines().filter(|line| line.contains("/vote/:key")).collect();
    assert_eq!(lines.len(), 3, "{log}");
    for word in [ballot.link_key.as_str(), id.as_str(), &named.fenna.to_string()] {
        assert!(!log.contains(word), "the log holds {word}");
    }
    assert!(lines.iter().all(|line| line.contains("\"origin\":\"\"") && line.contains("\"actor\":\"\"")));
    assert!(
        web::sitemap().iter().filter(|row| row.path == "/vote/:key").all(|row| row.unnamed && row.secret)
    );
}

#[tokio::test]
async fn results_are_kept_for_a_time_after_the_conversation() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let ballot = opened(&house, &named).await;
    was_held(&house, ballot.conversation_id, 5).await;
    all_vote(&house, &ballot, 5).await;
    close(&house, named.sem, &ballot).await.expect("closed");
    let tidy = async || {
        let tidy = |change: std::sync::Arc<_>| async move { housekeeping::tidy(&change).await };
        house.write(&Actor::house(), tidy).await.expect("tidy");
        tallies(&house).await.len()
    };
    house.at("2028-03-01T09:00");
    assert_eq!(tidy().await, 5, "730 days");
    house.at("2028-03-02T09:00");
    assert_eq!(tidy().await, 0);
    assert_eq!(room(&house, named.sem, &ballot).await.expect("a room"), Standing::Gone);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_hundred_phones_at_once_no_vote_is_lost() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let ballot = opened(&house, &named).await;
    let phone = house.browser();
    let answers = join_all((0..200).map(|at| {
        let (mut phone, ballot) = (phone.clone(), &ballot);
        async move {
            send(&mut phone, ballot, &VoteId::by_chance().to_string(), [1 + at % 5, 3, 3, 3]).await.status
        }
    }));
    let answers = answers.await;
    assert!(answers.iter().all(|status| *status == StatusCode::SEE_OTHER), "{answers:?}");
    assert_eq!(votes(&house).await, 200);
    close(&house, named.sem, &ballot).await.expect("closed");
    let Standing::Kept(outcome) = room(&house, named.sem, &ballot).await.expect("a room") else {
        panic!("kept")
    };
    assert_eq!((outcome.votes, outcome.values[0].counts), (200, [40; 5]));
}

/// Votes that arrive while it closes are counted, or told that it is over: none stays behind, and none is counted twice.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_votes_while_it_closes_is_counted_or_told_that_it_is_over() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let ballot = opened(&house, &named).await;
    all_vote(&house, &ballot, 5).await;
    let voting = join_all((0..60).map(|_| cast(&house, &ballot, VoteId::by_chance(), [2; 4])));
    let (cast, closed) = tokio::join!(voting, close(&house, named.sem, &ballot));
    closed.expect("closed");
    let counted =
        cast.into_iter().map(|one| one.expect("an answer")).filter(|one| *one == Cast::Counted).count();
    let Standing::Kept(outcome) = room(&house, named.sem, &ballot).await.expect("a room") else {
        panic!("kept")
    };
    assert_eq!(usize::try_from(outcome.votes).expect("votes"), counted + 5);
    assert_eq!(votes(&house).await, 0, "nothing came in behind the door");
}

#[tokio::test]
async fn a_conversation_that_was_called_off_has_no_vote() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    house.grant(named.sem, RoleKind::Facilitator, None).await;
    let id = conversation(&house, named.sem, &[named.permits]).await;
    let off = entity::conversation::ActiveModel {
        id: Set(id),
        called_off_at: Set(Some(house.now())),
        ..Default::default()
    };
    off.update(&house.db.writer).await.expect("called off");
    assert!(matches!(open(&house, named.sem, id).await, Err(Error::Refused(Refusal::NotPossibleNow))));
}
