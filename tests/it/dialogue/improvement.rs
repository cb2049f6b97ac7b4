//! What teams say could be better: who says so, who sees it, who answers, and who is told.

use entity::{id::*, improvement as table, role::RoleKind};
use olievlek::domain::{
    actor::Actor,
    dialogue::improvement::{
        self, Improvement, Step,
        board::{self, Board, Filter, Work},
        figure::{self, Share},
        raise::{self, Idea},
        remind,
        step::{self, Reply},
    },
    error::Result,
    page::Window,
};
use sea_orm::{ActiveModelTrait as _, EntityTrait as _, IntoActiveModel as _};

use super::*;
use crate::{house::world::Named, letter as letters};

pub fn idea(department: DepartmentId, title: &str) -> Idea {
    Idea { department: Some(department), title: title.into(), ..Idea::default() }
}

pub async fn raises(house: &TestHouse, who: PersonId, idea: &Idea) -> Result<ImprovementId> {
    let actor = house.actor(who).await;
    house.write(&actor, |change| async move { raise::raise(&change, idea).await }).await
}

pub async fn answers(house: &TestHouse, who: PersonId, id: ImprovementId, reply: &Reply) -> Result<()> {
    let (actor, version) = (house.actor(who).await, row(house, id).await.version);
    house.write(&actor, |change| async move { step::answer(&change, id, version, reply).await }).await
}

pub async fn agrees(
    house: &TestHouse,
    who: PersonId,
    id: ImprovementId,
    (owner, due): (PersonId, &str),
) -> Result<()> {
    let (actor, version, due) = (house.actor(who).await, row(house, id).await.version, day(due));
    let agree =
        |change: std::sync::Arc<_>| async move { step::agree(&change, id, version, (owner, due)).await };
    house.write(&actor, agree).await
}

async fn moves(house: &TestHouse, who: PersonId, id: ImprovementId, due: &str) -> Result<()> {
    let (actor, version, due) = (house.actor(who).await, row(house, id).await.version, day(due));
    house.write(&actor, |change| async move { step::move_day(&change, id, version, due).await }).await
}

pub async fn finishes(house: &TestHouse, who: PersonId, id: ImprovementId) -> Result<()> {
    let (actor, version) = (house.actor(who).await, row(house, id).await.version);
    let finish = |change: std::sync::Arc<_>| async move {
        step::finish(&change, id, version, "Bewoners wachten korter.").await
    };
    house.write(&actor, finish).await
}

async fn row(house: &TestHouse, id: ImprovementId) -> Improvement {
    table::Entity::find_by_id(id).one(&house.db.reader).await.unwrap().expect("an improvement")
}

/// Titles on a board, the newest first.
async fn shown(house: &TestHouse, who: PersonId, filter: &Filter) -> Vec<String> {
    let (actor, today) = (house.actor(who).await, house.policy.day(house.now()));
    let page = board::list(&house.db.reader, &actor, filter, &Window::default(), today).await.unwrap();
    page.items.into_iter().map(|item| item.row.title).collect()
}

async fn sees(house: &TestHouse, who: PersonId, id: ImprovementId) -> Option<bool> {
    let (actor, today) = (house.actor(who).await, house.policy.day(house.now()));
    match improvement::find(&house.db.reader, &actor, id, today).await {
        Ok(seen) => Some(seen.inside),
        Err(Error::Missing(_)) => None,
        Err(error) => panic!("{error}"),
    }
}

/// Kind and reader of the letters that wait.
async fn told(house: &TestHouse) -> Vec<(String, String)> {
    let mut told: Vec<_> = letters::waiting(house)
        .await
        .iter()
        .filter_map(|task| {
            let text = |name: &str| task.payload[name].as_str().map(str::to_owned);
            Some((text("letter")?, text("person")?))
        })
        .collect();
    told.sort();
    told
}

fn to(kind: &str, people: &[PersonId]) -> Vec<(String, String)> {
    let mut all: Vec<_> = people.iter().map(|person| (kind.to_owned(), person.to_string())).collect();
    all.sort();
    all
}

async fn quiet(house: &TestHouse) {
    entity::task::Entity::delete_many().exec(&house.db.writer).await.unwrap();
}

#[tokio::test]
async fn an_employee_raises_something_for_the_own_team_and_a_head_for_a_team_below() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = raises(&house, people.fenna, &idea(people.permits, "Eén nummer")).await.unwrap();
    assert_eq!(Step::of(&row(&house, id).await), Step::Idea);
    assert!(is_missing(&raises(&house, people.fenna, &idea(people.counter, "Elders")).await));
    raises(&house, people.head, &idea(people.permits, "Van de leiding")).await.unwrap();
    assert!(is_missing(&raises(&house, people.head, &idea(people.counter, "Elders")).await));
    // The programme manager for any team, and for a party from outside.
    raises(&house, people.manager, &idea(people.phone_team, "Overal")).await.unwrap();
    let outside = Idea { department: None, ..idea(people.permits, "Van een partner") };
    raises(&house, people.manager, &outside).await.unwrap();
    assert!(fields(raises(&house, people.fenna, &outside).await).contains(&"department"));
    assert!(is_missing(&raises(&house, people.trainer, &idea(people.permits, "Van buiten")).await));
}

#[tokio::test]
async fn a_facilitator_raises_what_came_up_in_an_own_conversation_for_a_team_that_took_part() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.grant(people.sem, RoleKind::Facilitator, None).await;
    house.grant(people.noor, RoleKind::Facilitator, None).await;
    let talk = Held { by: Some(people.sem), ..Held::with(vec![people.phone_team]) };
    let talk = held(&house, &talk).await;
    let from = |team| Idea { conversation: Some(talk), ..idea(team, "Bandje") };
    let id = raises(&house, people.sem, &from(people.phone_team)).await.unwrap();
    assert!(is_missing(&raises(&house, people.sem, &from(people.permits)).await));
    assert!(is_missing(&raises(&house, people.noor, &from(people.phone_team)).await));
    assert_eq!(sees(&house, people.sem, id).await, Some(true), "who held the conversation");
    assert_eq!(sees(&house, people.noor, id).await, None, "another facilitator");
    let panel = held(&house, &Held { by: Some(people.sem), ..Held::with(vec![]) }).await;
    let said = Idea { department: None, conversation: Some(panel), ..idea(people.permits, "Klanten") };
    raises(&house, people.sem, &said).await.unwrap();
}

#[tokio::test]
async fn what_is_raised_has_a_title_and_fits() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let with = |title: String, text: String| Idea { title, text, ..idea(people.permits, "") };
    assert_eq!(fields(raises(&house, people.fenna, &with(" ".into(), "".into())).await), ["title"]);
    let long = with("a".repeat(121), "b".repeat(2_001));
    assert_eq!(fields(raises(&house, people.fenna, &long).await), ["title", "text"]);
    raises(&house, people.fenna, &with("a".repeat(120), "b".repeat(2_000))).await.unwrap();
    let lines = with("Eén\r\n nummer".into(), String::new());
    let id = raises(&house, people.fenna, &lines).await.unwrap();
    assert_eq!(row(&house, id).await.title, "Eén nummer");
}

#[tokio::test]
async fn an_idea_is_answered_within_twenty_days_on_which_the_house_is_open() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    // Monday the second of March; Easter Monday is closed and Good Friday is open.
    let id = raises(&house, people.fenna, &idea(people.permits, "Nu")).await.unwrap();
    assert_eq!(row(&house, id).await.answer_by, day("2026-03-30"));
    house.at("2026-03-16T18:00");
    let late = raises(&house, people.fenna, &idea(people.permits, "Na sluitingstijd")).await.unwrap();
    assert_eq!(row(&house, late).await.answer_by, day("2026-04-15"));
}

#[tokio::test]
async fn only_who_is_above_the_team_and_the_programme_manager_answer() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = raises(&house, people.daan, &idea(people.phone_team, "Bandje")).await.unwrap();
    for somebody in [people.daan, people.fenna, people.head, people.administrator, people.trainer] {
        assert!(is_missing(&answers(&house, somebody, id, &Reply::Yes).await));
    }
    house.grant(people.noor, RoleKind::DepartmentHead, Some(people.counter)).await;
    answers(&house, people.noor, id, &Reply::Yes).await.unwrap();
    assert_eq!(refusal(answers(&house, people.manager, id, &Reply::Yes).await), Refusal::NotPossibleNow);
}

#[tokio::test]
async fn a_no_and_a_later_say_why_and_a_later_is_answered_again() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = raises(&house, people.fenna, &idea(people.permits, "Later")).await.unwrap();
    assert_eq!(fields(answers(&house, people.head, id, &Reply::No(" ".into())).await), ["because"]);
    assert_eq!(fields(answers(&house, people.head, id, &Reply::Later("".into())).await), ["because"]);
    answers(&house, people.head, id, &Reply::Later("Na de verhuizing.".into())).await.unwrap();
    assert_eq!(Step::of(&row(&house, id).await), Step::Later);
    house.at("2026-05-04T09:00");
    answers(&house, people.head, id, &Reply::No("Het gebouw laat het niet toe.".into())).await.unwrap();
    let row = row(&house, id).await;
    assert_eq!((Step::of(&row), row.first_answered_on), (Step::No, Some(day("2026-03-02"))));
    assert_eq!(row.answered_on, Some(day("2026-05-04")));
}

#[tokio::test]
async fn it_is_agreed_with_somebody_who_works_here_and_a_day_to_come() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = raises(&house, people.fenna, &idea(people.permits, "Wie")).await.unwrap();
    let with = |owner, due| agrees(&house, people.head, id, (owner, due));
    assert_eq!(fields(with(people.sem, "2026-03-01").await), ["due"]);
    assert_eq!(fields(with(people.trainer, "2026-04-01").await), ["owner"]);
    let gone = house.employee("Otto Weg", people.permits).await;
    house.leave(gone).await;
    assert_eq!(fields(with(gone, "2026-04-01").await), ["owner"]);
    // With this the idea has its answer too.
    with(people.sem, "2026-04-01").await.unwrap();
    let agreed = row(&house, id).await;
    assert_eq!((Step::of(&agreed), agreed.first_answered_on), (Step::Agreed, Some(day("2026-03-02"))));
}

#[tokio::test]
async fn the_day_moves_only_later_and_the_first_one_is_kept() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = raises(&house, people.fenna, &idea(people.permits, "Dag")).await.unwrap();
    agrees(&house, people.head, id, (people.sem, "2026-04-01")).await.unwrap();
    assert_eq!(fields(moves(&house, people.sem, id, "2026-03-31").await), ["due"]);
    assert!(is_missing(&moves(&house, people.fenna, id, "2026-05-01").await));
    moves(&house, people.sem, id, "2026-05-01").await.unwrap();
    let row = row(&house, id).await;
    assert_eq!((row.due_on, row.first_due_on), (Some(day("2026-05-01")), Some(day("2026-04-01"))));
}

#[tokio::test]
async fn what_is_done_within_fourteen_days_is_a_quick_win() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let quick = raises(&house, people.fenna, &idea(people.permits, "Snel")).await.unwrap();
    let slow = raises(&house, people.fenna, &idea(people.permits, "Traag")).await.unwrap();
    house.at("2026-03-16T16:00");
    finishes(&house, people.head, quick).await.unwrap();
    house.at("2026-03-17T09:00");
    agrees(&house, people.head, slow, (people.fenna, "2026-04-01")).await.unwrap();
    finishes(&house, people.fenna, slow).await.unwrap();
    let wins = Filter { quick: true, ..Filter::of(Board::House) };
    assert_eq!(shown(&house, people.noor, &wins).await, ["Snel"]);
    assert_eq!(shown(&house, people.noor, &Filter::of(Board::House)).await, ["Traag", "Snel"]);
    assert_eq!(refusal(finishes(&house, people.head, slow).await), Refusal::NotPossibleNow);
}

#[tokio::test]
async fn who_stands_for_it_writes_down_what_was_fixed_at_once() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.grant(people.sem, RoleKind::Facilitator, None).await;
    let talk = Held { by: Some(people.sem), ..Held::with(vec![people.phone_team]) };
    let talk = held(&house, &talk).await;
    let fixed = Idea {
        conversation: Some(talk),
        fixed: Some("Bellers horen geen lang bandje meer.".into()),
        ..idea(people.phone_team, "Het bandje voor het onderzoek is uitgezet")
    };
    let id = raises(&house, people.sem, &fixed).await.unwrap();
    let row = row(&house, id).await;
    assert_eq!((Step::of(&row), improvement::is_quick(&row)), (Step::Done, true));
    // Nobody has looked at what an employee writes, and everybody would read it.
    let own = Idea { fixed: Some("Klaar".into()), ..idea(people.permits, "Zelf gedaan") };
    assert_eq!(fields(raises(&house, people.fenna, &own).await), ["fixed"]);
    raises(&house, people.head, &own).await.unwrap();
}

#[tokio::test]
async fn until_there_is_a_yes_or_a_no_only_the_team_and_who_is_above_it_see_an_idea() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = raises(&house, people.fenna, &idea(people.permits, "Geheim")).await.unwrap();
    let seen_by = |inside: Option<bool>| {
        let house = &house;
        async move {
            for somebody in [people.noor, people.daan, people.administrator] {
                assert_eq!(sees(house, somebody, id).await, inside);
            }
            for somebody in [people.fenna, people.sem, people.head, people.manager] {
                assert_eq!(sees(house, somebody, id).await, Some(true));
            }
        }
    };
    seen_by(None).await;
    assert_eq!(sees(&house, people.trainer, id).await, None);
    assert!(shown(&house, people.noor, &Filter::of(Board::House)).await.is_empty());
    assert_eq!(shown(&house, people.sem, &Filter::of(Board::Mine)).await, ["Geheim"]);
    assert_eq!(shown(&house, people.head, &Filter::of(Board::Team)).await, ["Geheim"]);
    answers(&house, people.head, id, &Reply::Later("Eerst geld.".into())).await.unwrap();
    seen_by(None).await;
    answers(&house, people.head, id, &Reply::Yes).await.unwrap();
    seen_by(Some(false)).await;
    assert_eq!(shown(&house, people.noor, &Filter::of(Board::House)).await, ["Geheim"]);
    // Who comes to do it sees all of it.
    agrees(&house, people.head, id, (people.noor, "2026-04-01")).await.unwrap();
    assert_eq!(sees(&house, people.noor, id).await, Some(true));
}

#[tokio::test]
async fn a_team_with_fewer_than_ten_people_is_not_named_to_others_and_not_found_by_a_filter() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = raises(&house, people.fenna, &idea(people.permits, "Wie zei dit")).await.unwrap();
    agrees(&house, people.head, id, (people.sem, "2026-04-01")).await.unwrap();
    let (noor, today) = (house.actor(people.noor).await, house.policy.day(house.now()));
    let filter = |department| Filter { department, ..Filter::of(Board::House) };
    let named = |filter: Filter| {
        let (noor, house) = (&noor, &house);
        async move {
            let window = Window::default();
            let page = board::list(&house.db.reader, noor, &filter, &window, today).await.unwrap();
            page.items.into_iter().map(|item| (item.team, item.owner)).collect::<Vec<_>>()
        }
    };
    assert_eq!(named(filter(None)).await, [(None, None)]);
    assert!(named(filter(Some(people.permits))).await.is_empty());
    assert!(named(filter(Some(people.organisation))).await.is_empty());
    // Hanna, Fenna, Sem and seven more.
    for number in 0..7 {
        house
            .employee(&format!("Nieuw {}", ["A", "B", "C", "D", "E", "F", "G"][number]), people.permits)
            .await;
    }
    let team = Some("Vergunningen".to_owned());
    assert_eq!(named(filter(None)).await, [(team.clone(), None)], "who does it is never told");
    assert_eq!(named(filter(Some(people.permits))).await, [(team, None)]);
    assert_eq!(shown(&house, people.manager, &filter(Some(people.organisation))).await.len(), 1);
}

#[tokio::test]
async fn the_team_is_told_of_an_answer_and_of_what_was_done_and_the_owner_of_being_one() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = raises(&house, people.fenna, &idea(people.permits, "Bericht")).await.unwrap();
    assert!(told(&house).await.is_empty());
    answers(&house, people.head, id, &Reply::Yes).await.unwrap();
    assert_eq!(told(&house).await, to("idea-answered", &[people.fenna, people.sem]));
    quiet(&house).await;
    agrees(&house, people.head, id, (people.sem, "2026-04-01")).await.unwrap();
    assert_eq!(told(&house).await, to("improvement-owned", &[people.sem]));
    quiet(&house).await;
    finishes(&house, people.sem, id).await.unwrap();
    assert_eq!(told(&house).await, to("improvement-done", &[people.fenna, people.head]));
    letters::mail(&house).await;
    let copies = letters::copies(&house).await;
    assert_eq!(copies.len(), 2);
    assert!(copies.iter().all(|copy| copy.text.contains("Bewoners wachten korter.")));
    assert!(copies[0].text.contains(&format!("/improvements/{id}")), "{}", copies[0].text);
}

#[tokio::test]
async fn who_has_no_mail_address_hears_it_through_the_head() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    crate::people::sign_in_code::without_address(&house, people.sem).await;
    let id = raises(&house, people.fenna, &idea(people.permits, "Post")).await.unwrap();
    answers(&house, people.head, id, &Reply::No("Te duur.".into())).await.unwrap();
    letters::mail(&house).await;
    let copies = letters::copies(&house).await;
    let sem = copies.iter().find(|copy| copy.person_id == Some(people.sem)).expect("a letter");
    assert_eq!(sem.address, "hanna.smit@gemeente.example");
    assert!(sem.text.contains("Te duur."));
}

async fn reminds(house: &TestHouse) -> Vec<(String, String)> {
    quiet(house).await;
    let more = house.write(&Actor::house(), |change| async move { remind::remind(&change).await }).await;
    assert!(!more.unwrap());
    told(house).await
}

#[tokio::test]
async fn who_answers_is_reminded_five_working_days_before_and_once_after() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    // Due on Monday the 30th; nobody heads the counter.
    raises(&house, people.fenna, &idea(people.permits, "Een")).await.unwrap();
    raises(&house, people.daan, &idea(people.phone_team, "Twee")).await.unwrap();
    let both = || to("ideas-to-answer", &[people.head, people.manager]);
    house.at("2026-03-20T09:00");
    assert!(reminds(&house).await.is_empty());
    house.at("2026-03-23T09:00");
    assert_eq!(reminds(&house).await, both());
    house.at("2026-03-30T09:00");
    assert!(reminds(&house).await.is_empty());
    house.at("2026-03-31T09:00");
    assert_eq!(reminds(&house).await, both());
    letters::mail(&house).await;
    assert_eq!(letters::copies(&house).await.len(), 2);
    house.at("2026-04-20T09:00");
    assert!(reminds(&house).await.is_empty());
}

#[tokio::test]
async fn who_does_it_is_reminded_seven_days_before_and_once_after() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = raises(&house, people.fenna, &idea(people.permits, "Doen")).await.unwrap();
    agrees(&house, people.head, id, (people.sem, "2026-04-01")).await.unwrap();
    let sem = || to("improvements-to-do", &[people.sem]);
    house.at("2026-03-24T09:00");
    assert!(reminds(&house).await.is_empty());
    house.at("2026-03-25T09:00");
    assert_eq!(reminds(&house).await, sem());
    assert!(reminds(&house).await.is_empty());
    // A moved day begins anew; so near it is no news.
    moves(&house, people.sem, id, "2026-04-30").await.unwrap();
    house.at("2026-04-02T09:00");
    assert!(reminds(&house).await.is_empty());
    house.at("2026-05-01T09:00");
    assert_eq!(reminds(&house).await, sem());
    finishes(&house, people.sem, id).await.unwrap();
    house.at("2026-06-01T09:00");
    assert!(reminds(&house).await.is_empty());
}

#[tokio::test]
async fn two_who_change_at_once_see_it_and_nothing_that_was_typed_is_lost() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = raises(&house, people.fenna, &idea(people.permits, "Tegelijk")).await.unwrap();
    let mut browser = house.browser_of(people.head).await;
    let page = browser.get(&format!("/improvements/{id}")).await;
    let version = page.attribute("input[name=version]", "value");
    answers(&house, people.manager, id, &Reply::Later("Volgend jaar.".into())).await.unwrap();
    let path = format!("/improvements/{id}/answer");
    let fields = [("answer", "no"), ("because", "Omdat het niet mag."), ("version", version.as_str())];
    let again = browser.post(&path, &fields).await;
    assert_eq!(again.status, 409);
    assert!(again.body.contains("Volgend jaar.") && again.body.contains("Omdat het niet mag."));
    assert_eq!(Step::of(&row(&house, id).await), Step::Later);
    // The page says the newest version, so that a second press works.
    let version = again.attribute("input[name=version]", "value");
    let fields = [("answer", "no"), ("because", "Omdat het niet mag."), ("version", version.as_str())];
    assert_eq!(browser.post(&path, &fields).await.status, 303);
    assert_eq!(Step::of(&row(&house, id).await), Step::No);
}

#[tokio::test]
async fn what_waits_stands_with_the_soonest_first() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let old = raises(&house, people.fenna, &idea(people.permits, "Oud")).await.unwrap();
    house.at("2026-04-01T09:00");
    raises(&house, people.fenna, &idea(people.permits, "Nieuw")).await.unwrap();
    let work = |work| Filter { work: Some(work), ..Filter::of(Board::Team) };
    assert_eq!(shown(&house, people.head, &work(Work::Answer)).await, ["Oud", "Nieuw"]);
    assert_eq!(shown(&house, people.head, &work(Work::Late)).await, ["Oud"]);
    let (head, today) = (house.actor(people.head).await, house.policy.day(house.now()));
    assert_eq!(board::waiting(&house.db.reader, &head, today).await.unwrap(), (2, 1));
    agrees(&house, people.head, old, (people.sem, "2026-04-02")).await.unwrap();
    assert_eq!(shown(&house, people.head, &work(Work::Due)).await, ["Oud"]);
    assert!(shown(&house, people.head, &work(Work::Late)).await.is_empty());
    house.at("2026-04-03T09:00");
    assert_eq!(shown(&house, people.head, &work(Work::Late)).await, ["Oud"]);
}

/// A row as some months left it: due and done, or to be answered and answered.
async fn left(house: &TestHouse, team: DepartmentId, change: impl Fn(&mut Improvement)) {
    let mut row = Improvement {
        id: ImprovementId::new(),
        conversation_id: None,
        department_id: Some(team),
        title: "Uit het verleden".into(),
        text: String::new(),
        raised_on: day("2026-01-05"),
        raised_by: None,
        answer_by: day("2026-02-02"),
        quick_until: day("2026-01-19"),
        answer: None,
        because: None,
        answered_on: None,
        first_answered_on: None,
        answered_by: None,
        owner_id: None,
        due_on: None,
        first_due_on: None,
        done_on: None,
        effect: None,
        told_on: None,
        reminded_on: None,
        version: 1,
    };
    change(&mut row);
    let row = row.into_active_model().reset_all();
    table::Entity::insert(row).exec_without_returning(&house.db.writer).await.unwrap();
}

/// First quarter of 2026.
fn quarter() -> figure::Days {
    (day("2026-01-01"), day("2026-03-31"))
}

async fn both(house: &TestHouse, teams: &[DepartmentId]) -> (Share, Share) {
    let db = &house.db.reader;
    (
        figure::on_time(db, teams, quarter()).await.unwrap(),
        figure::answered(db, teams, quarter()).await.unwrap(),
    )
}

#[tokio::test]
async fn of_the_actions_due_in_a_period_it_is_counted_how_many_were_done_by_their_first_day() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    for (first, due, done) in [
        ("2026-02-10", "2026-02-10", Some("2026-02-10")),
        ("2026-02-10", "2026-02-10", Some("2026-02-11")),
        ("2026-03-31", "2026-03-31", None),
        // Moved: counts once, in the period of its first day, as late.
        ("2026-03-01", "2026-04-20", Some("2026-04-10")),
        // Moved, and done by the first day after all.
        ("2026-03-20", "2026-04-20", Some("2026-03-19")),
        // Moved into the period: was counted before.
        ("2025-12-31", "2026-02-01", Some("2026-01-15")),
        ("2026-04-01", "2026-04-01", Some("2026-03-01")),
    ] {
        left(&house, people.permits, |row| {
            row.answer = Some(improvement::Answer::Yes);
            row.answer_by = day("2025-01-01");
            (row.first_due_on, row.due_on) = (Some(day(first)), Some(day(due)));
            row.done_on = done.map(day);
        })
        .await;
    }
    let (on_time, _) = both(&house, &[people.permits]).await;
    assert_eq!(on_time, Share { part: 2, of: 5 });
    assert!(on_time.is_enough());
    let (elsewhere, _) = both(&house, &[people.counter]).await;
    assert_eq!(elsewhere, Share { part: 0, of: 0 });
    assert!(!elsewhere.is_enough());
}

#[tokio::test]
async fn of_the_ideas_whose_term_ended_in_a_period_it_is_counted_how_many_had_an_answer_by_then() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    for (by, first, newest) in [
        ("2026-01-01", Some("2026-01-01"), Some("2026-01-01")),
        ("2026-02-02", Some("2026-02-03"), Some("2026-02-03")),
        ("2026-02-02", None, None),
        // Put off in time and answered again when the term was over.
        ("2026-03-31", Some("2026-03-01"), Some("2026-05-01")),
        ("2026-04-01", Some("2026-03-01"), Some("2026-03-01")),
        ("2025-12-31", None, None),
    ] {
        left(&house, people.permits, |row| {
            row.answer_by = day(by);
            row.answer = first.map(|_| improvement::Answer::No);
            (row.first_answered_on, row.answered_on) = (first.map(day), newest.map(day));
        })
        .await;
    }
    let (_, answered) = both(&house, &[people.permits, people.counter]).await;
    assert_eq!(answered, Share { part: 2, of: 4 });
    assert!(!answered.is_enough(), "five are the least");
}

#[tokio::test]
async fn whoever_is_erased_said_nothing_and_does_nothing_and_the_idea_stays() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = raises(&house, people.fenna, &idea(people.permits, "Blijft")).await.unwrap();
    agrees(&house, people.head, id, (people.fenna, "2026-04-01")).await.unwrap();
    let held = report(&house, &people, people.fenna).await;
    assert!(held.contains("Blijft"), "{held}");
    house.leave(people.fenna).await;
    let fenna = people.fenna;
    let erase = |change: std::sync::Arc<_>| async move {
        use olievlek::domain::privacy::erasure::{Why, erase};
        erase(&change, fenna, Why::Asked).await
    };
    house.write(&Actor::operator(), erase).await.unwrap();
    let row = row(&house, id).await;
    assert_eq!((row.raised_by, row.owner_id, row.title.as_str()), (None, None, "Blijft"));
    assert_eq!(Step::of(&row), Step::Agreed);
}

async fn report(house: &TestHouse, people: &Named, id: PersonId) -> String {
    let actor = house.actor(people.administrator).await;
    let make =
        |change: std::sync::Arc<_>| async move { olievlek::domain::privacy::report::make(&change, id).await };
    let report = house.write(&actor, make).await.unwrap();
    let of = report.holdings.iter().find(|holding| holding.kind == "improvements").expect("improvements");
    format!("{:?}", of.rows)
}

#[tokio::test]
async fn what_a_department_raised_that_merged_is_of_the_other() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = raises(&house, people.fenna, &idea(people.permits, "Mee")).await.unwrap();
    let follow = |change: std::sync::Arc<_>| async move {
        let day = change_day(&change);
        olievlek::domain::reorganisation::merging::merge(&change, (people.permits, people.counter), day).await
    };
    house.write(&Actor::operator(), follow).await.unwrap();
    assert_eq!(row(&house, id).await.department_id, Some(people.counter));
}

fn change_day(change: &olievlek::domain::change::Change) -> chrono::NaiveDate {
    change.policy.day(change.now)
}

#[tokio::test]
async fn who_answers_takes_a_name_out_of_an_idea() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let id = raises(&house, people.fenna, &idea(people.permits, "Jan neemt niet op")).await.unwrap();
    let rewrite = |who: PersonId| {
        let house = &house;
        async move {
            let actor = house.actor(who).await;
            let version = row(house, id).await.version;
            let write = |change: std::sync::Arc<_>| async move {
                step::rewrite(&change, id, version, ("Wij nemen niet op", "")).await
            };
            house.write(&actor, write).await
        }
    };
    assert!(is_missing(&rewrite(people.fenna).await));
    rewrite(people.head).await.unwrap();
    assert_eq!(row(&house, id).await.title, "Wij nemen niet op");
}
