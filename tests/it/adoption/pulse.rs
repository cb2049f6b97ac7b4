//! The pulse: who is asked, that an answer leads to nobody, where it is counted, and what is left when it is over.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use entity::{
    event, id::*, idempotency, pulse as pulse_table, pulse_answer as answer_table,
    pulse_invitation as invitation_table, role::RoleKind,
};
use olievlek::domain::{
    actor::{Actor, Scope},
    adoption::{
        period,
        pulse::{
            self, Pulse, Scores, answer, colleague, keeping,
            link::{self, Standing},
            round, sift,
        },
        rule::{self, Name},
    },
    error::{Error, Refusal, Result},
    privacy::{
        erasure::{self, Why},
        report,
    },
    task::Letter,
};
use sea_orm::{ConnectionTrait as _, EntityTrait as _, PaginatorTrait as _, Statement};

use crate::{
    house::{TestHouse, world::Named},
    letter,
};

pub const SCORES: Scores = [5, 4, 3, 2];

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// The first half of 2026, open.
pub async fn begun(house: &TestHouse) -> PeriodId {
    let first = day("2026-01-01");
    let begin = |change: Arc<_>| async move {
        rule::set(&change, Name::Grain, "half-year").await?;
        period::begin(&change, first).await
    };
    house.write(&Actor::operator(), begin).await.expect("a period")
}

async fn ask(
    house: &TestHouse,
    by: PersonId,
    period: PeriodId,
    opens: &str,
    closes: &str,
) -> Result<PulseId> {
    let (actor, dates) = (house.actor(by).await, (day(opens), day(closes)));
    house.write(&actor, |change| async move { pulse::ask(&change, period, dates).await }).await
}

/// What the house does by itself.
pub async fn attend(house: &TestHouse) {
    sift::attend(house).await.expect("sifted");
    round::attend(house).await.expect("asked");
}

async fn on(house: &TestHouse, moment: &str) {
    house.at(moment);
    attend(house).await;
}

/// Everybody is asked on the third of March, and can answer until the 23rd.
pub async fn open(house: &TestHouse, named: &Named) -> (PeriodId, PulseId) {
    let period = begun(house).await;
    let id = ask(house, named.manager, period, "2026-03-03", "2026-03-23").await.expect("a pulse");
    on(house, "2026-03-03T07:00").await;
    (period, id)
}

/// The code that this person finds on the first page.
pub async fn code(house: &TestHouse, person: PersonId) -> Option<String> {
    let today = house.policy.day(house.now());
    link::waiting(&house.db.reader, person, today).await.expect("what waits").map(|one| one.code)
}

pub async fn send(house: &TestHouse, code: &str, scores: Scores) -> Result<Standing> {
    house.write(&Actor::nobody(), |change| async move { answer::give(&change, code, scores).await }).await
}

async fn say(house: &TestHouse, person: PersonId) {
    let code = code(house, person).await.expect("asked");
    assert_eq!(send(house, &code, SCORES).await.expect("an answer"), Standing::Open);
}

async fn enter(house: &TestHouse, actor: &Actor, person: PersonId) -> Result<Standing> {
    house.write(actor, |change| async move { answer::give_for(&change, person, SCORES).await }).await
}

async fn row(house: &TestHouse, id: PulseId) -> Pulse {
    pulse_table::Entity::find_by_id(id).one(&house.db.reader).await.expect("a row").expect("a pulse")
}

async fn answers(house: &TestHouse) -> Vec<answer_table::Model> {
    answer_table::Entity::find().all(&house.db.reader).await.expect("answers")
}

async fn asked(house: &TestHouse) -> Vec<invitation_table::Model> {
    invitation_table::Entity::find().all(&house.db.reader).await.expect("invitations")
}

#[tokio::test]
async fn everybody_who_works_here_is_asked_once_and_nobody_from_outside() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    house.leave(named.noor).await;
    let period = begun(&house).await;
    let id = ask(&house, named.manager, period, "2026-03-03", "2026-03-23").await.expect("a pulse");
    attend(&house).await;
    assert!(asked(&house).await.is_empty(), "not before its first day");
    house.letters().await;
    on(&house, "2026-03-03T07:00").await;
    let letters = house.letters().await;
    assert!(letters.iter().all(|letter| matches!(letter, Letter::Pulse { .. })), "{letters:?}");
    let people: Vec<_> = asked(&house).await.iter().map(|row| row.person_id).collect();
    assert_eq!((letters.len(), people.len(), row(&house, id).await.invited), (6, 6, 6));
    assert!(!people.contains(&named.trainer) && !people.contains(&named.noor), "an agency, and who left");
    let newcomer = house.employee("Nieuw Hier", named.permits).await;
    on(&house, "2026-03-04T07:00").await;
    assert!(house.letters().await.is_empty() && code(&house, newcomer).await.is_none(), "once");
    let kinds: Vec<_> = event::Entity::find().all(&house.db.reader).await.expect("events");
    let of = |kind: &str| kinds.iter().filter(|row| row.kind == kind).count();
    assert_eq!((of("pulse-asked"), of("pulse-opened")), (1, 1));
}

#[tokio::test]
async fn only_the_programme_manager_asks_and_once_a_period_within_it() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let period = begun(&house).await;
    for nobody in [named.fenna, named.head, named.administrator] {
        let refused = ask(&house, nobody, period, "2026-03-03", "2026-03-23").await;
        assert!(matches!(refused, Err(Error::Forbidden)), "{nobody}");
    }
    for (opens, closes, name) in [
        ("2026-03-01", "2026-03-23", "opens"),
        ("2026-07-01", "2026-07-20", "opens"),
        ("2026-03-03", "2026-03-08", "closes"),
        ("2026-03-03", "2026-06-29", "closes"),
        ("2026-06-25", "2026-07-10", "closes"),
        ("2026-03-10", "2026-03-03", "closes"),
    ] {
        let Err(Error::Invalid(wrong)) = ask(&house, named.manager, period, opens, closes).await else {
            panic!("{opens} until {closes}")
        };
        assert_eq!(wrong[0].name, name, "{opens} {closes}");
    }
    ask(&house, named.manager, period, "2026-03-03", "2026-03-23").await.expect("a pulse");
    let twice = ask(&house, named.manager, period, "2026-04-03", "2026-04-23").await;
    assert!(matches!(twice, Err(Error::Refused(Refusal::NotPossibleNow))));
    let unknown = ask(&house, named.manager, PeriodId::new(), "2026-03-03", "2026-03-23").await;
    assert!(matches!(unknown, Err(Error::Missing(_))));
}

#[tokio::test]
async fn an_answer_leaves_no_name_no_time_no_event_and_no_key() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let (_, id) = open(&house, &named).await;
    let events = || async { event::Entity::find().count(&house.db.reader).await.expect("events") };
    let before = events().await;
    say(&house, named.fenna).await;
    let manager = house.actor(named.manager).await;
    assert_eq!(enter(&house, &manager, named.daan).await.expect("an answer"), Standing::Open);
    assert_eq!(events().await, before, "no event, also of who entered it");
    let keys = idempotency::Entity::find().count(&house.db.reader).await.expect("keys");
    assert_eq!(keys, 0);
    let all = answers(&house).await;
    assert_eq!(all.len(), 2);
    for row in &all {
        assert_eq!(row.id.0.get_version_num(), 4, "a key that tells no time");
        assert_eq!([row.connection, row.craft, row.trust, row.renewal], SCORES);
        let value = serde_json::to_string(&format!("{row:?}")).expect("text");
        for invited in asked(&house).await {
            let (person, invitation) = (invited.person_id.to_string(), invited.id.to_string());
            assert!(!value.contains(&person) && !value.contains(&invitation), "{value}");
        }
    }
    assert_eq!((row(&house, id).await.answered, row(&house, id).await.counted), (2, 0));
}

#[tokio::test]
async fn at_night_answers_are_written_in_the_order_of_random_keys_and_counted() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    for at in 0..20 {
        house.employee(&format!("P{at} Collega"), named.permits).await;
    }
    let (_, id) = open(&house, &named).await;
    let people: Vec<_> = asked(&house).await.iter().map(|row| row.person_id).collect();
    for person in &people[..15] {
        say(&house, *person).await;
    }
    attend(&house).await;
    assert_eq!(row(&house, id).await.counted, 0, "what is answered during a day is not counted on it");
    on(&house, "2026-03-04T00:02").await;
    assert_eq!(row(&house, id).await.counted, 15);
    let lying = || async {
        let sql =
            Statement::from_string(house.db.reader.get_database_backend(), r#"SELECT * FROM "pulse_answer""#);
        let rows = house.db.reader.query_all_raw(sql).await.expect("rows");
        rows.iter().map(|row| row.try_get::<PulseAnswerId>("", "id").expect("an id")).collect::<Vec<_>>()
    };
    let first = lying().await;
    assert!(first.is_sorted() && first.len() == 15, "{first:?}");
    for person in &people[15..20] {
        say(&house, *person).await;
    }
    on(&house, "2026-03-05T00:02").await;
    let all = lying().await;
    assert!(all.is_sorted() && all.len() == 20, "those of today among those of yesterday");
}

#[tokio::test]
async fn a_second_answer_is_refused_also_by_telephone() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    open(&house, &named).await;
    let own = code(&house, named.fenna).await.expect("asked");
    assert_eq!(send(&house, &own, SCORES).await.expect("an answer"), Standing::Open);
    assert_eq!(send(&house, &own, [1, 1, 1, 1]).await.expect("refused"), Standing::Answered);
    let manager = house.actor(named.manager).await;
    assert_eq!(enter(&house, &manager, named.fenna).await.expect("refused"), Standing::Answered);
    assert_eq!(enter(&house, &manager, named.sem).await.expect("an answer"), Standing::Open);
    assert!(code(&house, named.sem).await.is_none() && code(&house, named.fenna).await.is_none());
    assert_eq!(answers(&house).await.len(), 2);
}

#[tokio::test]
async fn only_whole_answers_are_kept() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    open(&house, &named).await;
    let own = code(&house, named.fenna).await.expect("asked");
    for scores in [[0, 1, 1, 1], [5, 5, 5, 6]] {
        assert!(matches!(send(&house, &own, scores).await, Err(Error::Invalid(_))), "{scores:?}");
    }
    assert!(answers(&house).await.is_empty() && code(&house, named.fenna).await.is_some());
}

#[tokio::test]
async fn a_link_that_was_changed_opens_nothing_and_after_the_last_day_it_is_over() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let (_, id) = open(&house, &named).await;
    let own = code(&house, named.fenna).await.expect("asked");
    for at in [0, own.len() / 2, own.len() - 2] {
        let mut changed: Vec<char> = own.chars().collect();
        changed[at] = if changed[at] == 'A' { 'B' } else { 'A' };
        let changed: String = changed.into_iter().collect();
        assert!(matches!(send(&house, &changed, SCORES).await, Err(Error::Missing(_))), "{at}");
    }
    let mut short = own.clone();
    short.pop();
    for wrong in [String::new(), "x".into(), short, format!("{own}A")] {
        assert!(matches!(send(&house, &wrong, SCORES).await, Err(Error::Missing(_))), "{wrong}");
    }
    house.at("2026-03-23T23:59");
    assert!(code(&house, named.fenna).await.is_some(), "the last day counts");
    house.at("2026-03-24T00:00");
    assert_eq!(send(&house, &own, SCORES).await.expect("over"), Standing::Over);
    attend(&house).await;
    assert_eq!(send(&house, &own, SCORES).await.expect("over"), Standing::Over);
    assert_eq!((row(&house, id).await.link_key.as_str(), answers(&house).await.len()), ("", 0));
}

#[tokio::test]
async fn an_answer_is_counted_to_the_nearest_department_with_ten_people() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    for at in 0..6 {
        house.employee(&format!("P{at} Collega"), named.permits).await;
    }
    let last = house.employee("Tien Collega", named.permits).await;
    open(&house, &named).await;
    say(&house, named.daan).await;
    say(&house, named.fenna).await;
    let of = |rows: &[answer_table::Model]| {
        let mut all: Vec<_> = rows.iter().map(|row| row.department_id).collect();
        all.sort();
        all
    };
    let mut wanted = vec![named.organisation, named.permits];
    wanted.sort();
    assert_eq!(of(&answers(&house).await), wanted, "two at the counter and below it, ten at permits");
    house.leave(last).await;
    say(&house, named.sem).await;
    let at_permits = answers(&house).await.iter().filter(|row| row.department_id == named.permits).count();
    assert_eq!(at_permits, 1, "nine are too few");
}

#[tokio::test]
async fn a_colleague_on_the_telephone_is_found_by_name_by_few() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    house.grant(named.noor, RoleKind::QualityOfficer, None).await;
    let (_, id) = open(&house, &named).await;
    let pulse = row(&house, id).await;
    let asked = (&pulse, house.policy.day(house.now()));
    let noor = house.actor(named.noor).await;
    let found = colleague::search(&house.db.reader, &noor, asked, "daan vel").await.expect("people");
    let [daan] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((daan.id, daan.department.as_deref()), (named.daan, Some("Telefoon en chat")));
    assert!(colleague::search(&house.db.reader, &noor, asked, " ").await.expect("nobody").is_empty());
    assert!(colleague::search(&house.db.reader, &noor, asked, "tess").await.expect("nobody").is_empty());
    assert_eq!(enter(&house, &noor, named.daan).await.expect("an answer"), Standing::Open);
    let again = colleague::search(&house.db.reader, &noor, asked, "daan").await.expect("people");
    assert_eq!(again, found, "that he answered shows nowhere");
    let token = Actor { scopes: Some(vec![Scope::Admin]), ..house.actor(named.manager).await };
    let mut others = vec![token];
    for nobody in [named.fenna, named.head, named.administrator] {
        others.push(house.actor(nobody).await);
    }
    for actor in &others {
        let refused = colleague::search(&house.db.reader, actor, asked, "fenna").await;
        assert!(matches!(refused, Err(Error::Missing(_))));
        assert!(matches!(enter(&house, actor, named.sem).await, Err(Error::Missing(_))));
    }
    assert!(matches!(enter(&house, &noor, named.trainer).await, Err(Error::Missing(_))), "who is not asked");
}

#[tokio::test]
async fn who_is_silent_is_reminded_once_and_no_copy_tells_who_that_was() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let (_, id) = open(&house, &named).await;
    let first = letter::mail(&house).await;
    assert_eq!(first.iter().filter(|raw| raw.replace("=\r\n", "").contains("/pulse/")).count(), 7);
    say(&house, named.fenna).await;
    on(&house, "2026-03-12T12:00").await;
    assert!(letter::mail(&house).await.is_empty(), "not before half of the time");
    on(&house, "2026-03-13T12:00").await;
    let reminded = letter::mail(&house).await;
    assert_eq!(reminded.len(), 6);
    assert!(reminded.iter().all(|raw| !raw.contains("fenna.de.boer@")), "she answered");
    assert_eq!(row(&house, id).await.reminded_on, Some(day("2026-03-13")));
    on(&house, "2026-03-16T12:00").await;
    assert!(letter::mail(&house).await.is_empty(), "once");
    let copies = letter::copies(&house).await;
    assert!(copies.iter().all(|copy| copy.kind != "pulse-reminder"), "nothing is kept of it");
    let kept = copies.iter().find(|copy| copy.kind == "pulse").expect("the question was kept");
    assert!(kept.text.contains("/pulse/••••••"), "without its link: {}", kept.text);
}

#[tokio::test]
async fn when_it_is_over_nothing_tells_who_was_asked_and_only_then_the_answers_are_given_out() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let (period, id) = open(&house, &named).await;
    say(&house, named.fenna).await;
    say(&house, named.sem).await;
    on(&house, "2026-03-23T12:00").await;
    let given = || async { pulse::answers(&house.db.reader, period).await.expect("answers") };
    assert!(given().await.is_empty(), "not while one can answer");
    on(&house, "2026-03-24T00:05").await;
    let over = row(&house, id).await;
    assert_eq!((over.closed_on, over.counted, over.invited), (Some(day("2026-03-24")), 2, 7));
    assert!(asked(&house).await.is_empty() && over.link_key.is_empty());
    let all = given().await;
    assert_eq!(all.iter().map(|(.., scores)| *scores).collect::<Vec<_>>(), [[5, 4, 3, 2], [5, 4, 3, 2]]);
    on(&house, "2026-03-25T00:05").await;
    assert_eq!((given().await, row(&house, id).await), (all, over), "nothing changes any more");
}

#[tokio::test]
async fn after_three_years_the_answers_go() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    open(&house, &named).await;
    say(&house, named.fenna).await;
    on(&house, "2026-03-24T00:05").await;
    let tidy = |before| {
        let house = &house;
        async move {
            let tidy = |change: Arc<_>| async move { keeping::tidy(&change, before).await };
            house.write(&Actor::house(), tidy).await
        }
    };
    assert_eq!(tidy(day("2026-03-24")).await.expect("tidy"), 0);
    assert_eq!(tidy(day("2026-03-25")).await.expect("tidy"), 1);
    tidy(day("2026-03-25")).await.expect("tidy");
    let left = pulse_table::Entity::find().count(&house.db.reader).await.expect("pulses");
    assert_eq!((left, answers(&house).await.len()), (0, 0));
}

#[tokio::test]
async fn a_report_tells_whether_one_answered_to_oneself_only_and_erasing_takes_the_question() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    open(&house, &named).await;
    say(&house, named.fenna).await;
    let told = |actor: Actor| {
        let (house, person) = (&house, named.fenna);
        async move {
            let made = house.write(&actor, |change| async move { report::make(&change, person).await });
            let made = made.await.expect("a report");
            let of = made.holdings.into_iter().find(|one| one.kind == "pulses").expect("pulses");
            of.rows
                .iter()
                .map(|row| row.iter().map(|(name, _)| *name).collect::<Vec<_>>())
                .collect::<Vec<_>>()
        }
    };
    assert_eq!(told(house.actor(named.fenna).await).await, [["until", "answered"]]);
    assert_eq!(told(house.actor(named.administrator).await).await, [["until"]]);
    house.pass(TimeDelta::days(1));
    house.leave(named.fenna).await;
    let erase = |change: Arc<_>| async move { erasure::erase(&change, named.fenna, Why::Asked).await };
    house.write(&Actor::operator(), erase).await.expect("erased");
    assert!(asked(&house).await.iter().all(|row| row.person_id != named.fenna));
    assert_eq!(answers(&house).await.len(), 1, "what was said stays, of nobody");
}
