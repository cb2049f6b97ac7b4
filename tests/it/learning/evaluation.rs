//! Evaluations: who is asked, what of it is kept, and from when on who may see what.

use chrono::{NaiveDate, TimeDelta};
use entity::{
    attendance::Mark,
    evaluation::{self as round_table, EvaluationKind as Kind},
    evaluation_answer::{self as answer_table, Applied},
    evaluation_invitation as invitation_table, evaluation_remark as remark_table, event,
    id::*,
    role::RoleKind,
};
use olievlek::domain::{
    actor::Actor,
    error::{Error, Result},
    learning::{
        attendance::{closing::close, correct, mark},
        evaluation::{
            answer::{Answer, Reason, Said, give},
            figure, link,
            link::Standing,
            list, mine, release,
            result::{self, Results, Share},
            round,
        },
        session as sessions,
    },
    page::Window,
    privacy::{
        erasure::{self, Why},
        report,
    },
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    Statement,
};

use super::{enrol, plan, plan_session, workshop};
use crate::{
    house::{TestHouse, world::Named},
    letter,
};

/// A session that is over, with its register closed.
pub struct Over {
    pub workshop: WorkshopId,
    pub session: SessionId,
    pub meeting: MeetingId,
    pub places: Vec<EnrolmentId>,
}

/// So many employees of permits.
pub async fn people(house: &TestHouse, named: &Named, many: usize) -> Vec<PersonId> {
    let mut all = Vec::new();
    for at in 0..many {
        all.push(house.employee(&format!("P{at} Deelnemer"), named.permits).await);
    }
    all
}

/// Tess gives the workshop on this day at ten, these people are marked so, and at half past twelve the register closes.
pub async fn held(
    house: &TestHouse,
    named: &Named,
    (workshop, day): (WorkshopId, &str),
    came: &[(PersonId, Mark)],
) -> Over {
    let mut wanted = plan(workshop, &format!("{day}T10:00"), None);
    wanted.trainers = vec![named.trainer];
    let session = plan_session(house, wanted).await.expect("a session");
    let mut marks = Vec::new();
    for (person, seen) in came {
        marks.push((enrol(house, session, *person).await.expect("a place").id, *seen));
    }
    house.at(&format!("{day}T12:30"));
    let details = sessions::details(&house.db.reader, session, house.now()).await.expect("the session");
    let (meeting, told) = (details.meetings[0].id, &marks);
    let shut = |change: std::sync::Arc<_>| async move {
        mark(&change, meeting, told).await?;
        close(&change, meeting).await
    };
    house.write(&Actor::operator(), shut).await.expect("closed");
    Over { workshop, session, meeting, places: marks.iter().map(|(place, _)| *place).collect() }
}

/// Everybody was there.
pub async fn held_by_all(house: &TestHouse, named: &Named, all: &[PersonId]) -> Over {
    let came: Vec<_> = all.iter().map(|person| (*person, Mark::Present)).collect();
    held(house, named, (workshop(house, "A").await, "2026-04-01"), &came).await
}

/// What the house does by itself.
pub async fn attend(house: &TestHouse) {
    release::attend(house).await.expect("sorted");
    round::attend(house).await.expect("asked");
}

/// The next day, just after midnight.
pub async fn next_day(house: &TestHouse) {
    let midnight = house.policy.midnight(house.policy.day(house.now()) + TimeDelta::days(1));
    house.pass(midnight + TimeDelta::minutes(1) - house.now());
    attend(house).await;
}

/// The codes that this person finds on the first page.
pub async fn codes(house: &TestHouse, person: PersonId) -> Vec<String> {
    let today = house.policy.day(house.now());
    let waiting = mine::waiting(&house.db.reader, person, today).await.expect("what waits");
    waiting.into_iter().map(|one| one.code).collect()
}

pub fn scores(useful: i32, remark: &str) -> Answer {
    Answer { said: Said::AfterClosing { useful, clear: 4, recommend: 3 }, remark: remark.into() }
}

fn later(applied: Applied, reasons: &[Reason]) -> Answer {
    Answer { said: Said::AfterTwelveWeeks { applied, reasons: reasons.into() }, remark: String::new() }
}

pub async fn send(house: &TestHouse, code: &str, given: &Answer) -> Result<Standing> {
    house.write(&Actor::nobody(), |change| async move { give(&change, code, given).await }).await
}

/// These people answer the first thing they are asked.
pub async fn all_say(house: &TestHouse, people: &[PersonId], given: &Answer) {
    for person in people {
        let code = &codes(house, *person).await[0];
        assert_eq!(send(house, code, given).await.expect("an answer"), Standing::Open);
    }
}

async fn seen(house: &TestHouse, by: PersonId, workshop: WorkshopId) -> Result<Results> {
    result::of(&house.db.reader, &house.actor(by).await, workshop).await
}

/// How many answers are shown, of the day of closing.
async fn shown(house: &TestHouse, named: &Named, workshop: WorkshopId) -> i64 {
    let results = seen(house, named.manager, workshop).await.expect("results");
    results.after_closing.released.map_or(0, |released| released.answers())
}

async fn rounds(house: &TestHouse) -> Vec<round_table::Model> {
    let mut all = round_table::Entity::find().all(&house.db.reader).await.expect("evaluations");
    all.sort_by_key(|row| row.opens_on);
    all
}

async fn invitations(house: &TestHouse) -> Vec<invitation_table::Model> {
    invitation_table::Entity::find().all(&house.db.reader).await.expect("invitations")
}

async fn answers(house: &TestHouse) -> Vec<answer_table::Model> {
    answer_table::Entity::find().all(&house.db.reader).await.expect("answers")
}

/// Who got a letter of this name since the last time that all was mailed.
async fn mailed(house: &TestHouse, kind: &str) -> Vec<String> {
    let subject = |raw: &String| raw.lines().find(|line| line.starts_with("To:")).map(str::to_owned);
    let words = match kind {
        "evaluation" => "Wat vond je van",
        "evaluation-later" => "Wat doe je met",
        _ => "Nog even",
    };
    let raw = letter::mail(house).await;
    let all = raw.iter().filter(|raw| raw.contains(&format!("Subject: {words}")));
    let mut to: Vec<_> = all.filter_map(subject).collect();
    to.sort();
    to
}

#[tokio::test]
async fn who_was_there_is_asked_on_the_day_of_closing_and_who_completed_it_twelve_weeks_later() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let came = [
        (named.fenna, Mark::Present),
        (named.sem, Mark::Partly),
        (named.noor, Mark::Absent),
        (named.daan, Mark::Present),
    ];
    held(&house, &named, (workshop(&house, "A").await, "2026-04-01"), &came).await;
    assert!(codes(&house, named.fenna).await.is_empty(), "nobody yet");
    letter::mail(&house).await;
    attend(&house).await;
    let asked = mailed(&house, "evaluation").await;
    let [daan, fenna, sem] = asked.as_slice() else { panic!("{asked:?}") };
    assert!(daan.contains("daan") && fenna.contains("fenna") && sem.contains("sem"), "{asked:?}");
    assert!(codes(&house, named.noor).await.is_empty(), "Noor was absent");
    attend(&house).await;
    assert!(mailed(&house, "evaluation").await.is_empty(), "once");

    house.leave(named.daan).await;
    let [first, second] = &rounds(&house).await[..] else { panic!("two") };
    assert_eq!((first.kind, first.invited), (Kind::AfterClosing, 3));
    assert_eq!(second.opens_on, NaiveDate::from_ymd_opt(2026, 6, 24).expect("a day"), "12 weeks later");
    house.at("2026-06-23T23:00");
    attend(&house).await;
    assert!(codes(&house, named.fenna).await.is_empty());
    house.at("2026-06-24T00:01");
    attend(&house).await;
    let asked = mailed(&house, "evaluation-later").await;
    assert_eq!(asked.len(), 1, "Sem missed too much, Daan left: {asked:?}");
    assert_eq!(codes(&house, named.fenna).await.len(), 1);
    assert_eq!(rounds(&house).await[1].closes_on, NaiveDate::from_ymd_opt(2026, 7, 21).expect("a day"));
}

#[tokio::test]
async fn whoever_has_no_address_gets_no_letter_and_answers_on_the_first_page() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    crate::people::sign_in_code::without_address(&house, named.sem).await;
    held_by_all(&house, &named, &[named.sem]).await;
    attend(&house).await;
    assert!(mailed(&house, "evaluation").await.is_empty(), "not by the hands of a head");
    let copies = letter::copies(&house).await;
    assert!(copies.iter().all(|copy| copy.kind != "evaluation"), "and not on a list");
    assert_eq!(codes(&house, named.sem).await.len(), 1);
}

#[tokio::test]
async fn everybody_answers_once_also_from_two_tabs_at_the_same_moment() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    held_by_all(&house, &named, &[named.fenna, named.sem]).await;
    attend(&house).await;
    let code = &codes(&house, named.fenna).await[0];
    let (one, two) = (scores(5, "een"), scores(1, "twee"));
    let (first, second) = tokio::join!(send(&house, code, &one), send(&house, code, &two));
    let mut came = [first.expect("an answer"), second.expect("an answer")];
    came.sort_by_key(|standing| *standing != Standing::Open);
    assert_eq!(came, [Standing::Open, Standing::Answered]);
    assert_eq!(send(&house, code, &two).await.expect("told"), Standing::Answered);
    assert_eq!(answers(&house).await.len(), 1);
    assert_eq!(remark_table::Entity::find().count(&house.db.reader).await.expect("remarks"), 1);
    let round = &rounds(&house).await[0];
    assert_eq!((round.invited, round.answered), (2, 1));
    assert!(codes(&house, named.fenna).await.is_empty(), "it is off the first page");
    assert_eq!(codes(&house, named.sem).await.len(), 1);
}

#[tokio::test]
async fn nothing_is_shown_below_five_and_a_sixth_answer_alone_is_not_added() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let all = people(&house, &named, 11).await;
    let over = held_by_all(&house, &named, &all).await;
    attend(&house).await;
    all_say(&house, &all[..4], &scores(5, "")).await;
    next_day(&house).await;
    let four = seen(&house, named.manager, over.workshop).await.expect("results").after_closing;
    assert_eq!((four.invited, four.answered, four.missing()), (11, 4, 1));
    assert!(four.released.is_none() && four.remarks.is_none());

    all_say(&house, &all[4..5], &scores(1, "")).await;
    attend(&house).await;
    assert_eq!(
        shown(&house, &named, over.workshop).await,
        0,
        "not on the day itself: one might have seen who it was"
    );
    let still = seen(&house, named.manager, over.workshop).await.expect("results").after_closing;
    assert_eq!(still.answered, 4, "nor that somebody answered today");
    next_day(&house).await;
    assert_eq!(shown(&house, &named, over.workshop).await, 5);

    for person in &all[5..9] {
        all_say(&house, &[*person], &scores(1, "")).await;
        next_day(&house).await;
        assert_eq!(
            shown(&house, &named, over.workshop).await,
            5,
            "four more would be told apart by subtraction"
        );
    }
    all_say(&house, &all[9..10], &scores(1, "")).await;
    next_day(&house).await;
    assert_eq!(shown(&house, &named, over.workshop).await, 10);
}

#[tokio::test]
async fn at_night_answers_are_written_anew_in_the_order_of_keys_that_are_by_chance() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let all = people(&house, &named, 12).await;
    held_by_all(&house, &named, &all).await;
    attend(&house).await;
    all_say(&house, &all, &scores(3, "tekst")).await;
    assert!(answers(&house).await.iter().all(|row| row.id.0.get_version_num() == 4), "no time in a key");
    next_day(&house).await;
    let place = if house.url().starts_with("sqlite") { "rowid" } else { "ctid" };
    for table in ["evaluation_answer", "evaluation_remark"] {
        let sql = format!(r#"SELECT "id" FROM "{table}" ORDER BY {place}"#);
        let backend = house.db.writer.get_database_backend();
        let rows = house.db.writer.query_all_raw(Statement::from_string(backend, sql)).await.expect("rows");
        let ids: Vec<uuid::Uuid> = rows.iter().map(|row| row.try_get("", "id").expect("an id")).collect();
        assert_eq!(ids.len(), 12);
        assert!(ids.is_sorted(), "{table} lies in the order in which people answered");
    }
}

#[tokio::test]
async fn an_answer_holds_nothing_by_which_it_could_be_joined_to_who_gave_it() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let over = held_by_all(&house, &named, &[named.fenna]).await;
    attend(&house).await;
    let code = codes(&house, named.fenna).await.remove(0);
    let before = event::Entity::find().count(&house.db.reader).await.expect("events");
    send(&house, &code, &scores(2, "Het ging te snel.")).await.expect("an answer");
    assert_eq!(event::Entity::find().count(&house.db.reader).await.expect("events"), before, "no event");

    // What there is of an answer is a list of this test: a new column has to be defended here.
    let answer = answers(&house).await.remove(0);
    let remark = remark_table::Entity::find().one(&house.db.reader).await.expect("a remark").expect("one");
    let text = format!("{answer:?}{remark:?}");
    let known =
        ["applied", "clear", "id", "kind", "reasons", "recommend", "released_on", "useful", "workshop_id"];
    assert_eq!(columns::<answer_table::Column>(), known);
    assert_eq!(columns::<remark_table::Column>(), ["id", "kind", "released_on", "text", "workshop_id"]);
    let round = &rounds(&house).await[0];
    let invited = &invitations(&house).await[0];
    for id in [over.session.0, over.meeting.0, over.places[0].0, named.fenna.0, round.id.0, invited.id.0] {
        assert!(!text.contains(&id.to_string()), "{text}");
    }
    assert!(!text.contains("2026"), "no time: {text}");
    // Nor the other way round: the invitation says that somebody answered, not when or what.
    assert!(!format!("{invited:?}{round:?}").contains("Het ging te snel"));
}

/// The columns of a table, by name.
fn columns<C: sea_orm::Iterable + sea_orm::IdenStatic>() -> Vec<String> {
    let mut names: Vec<_> = C::iter().map(|column| column.as_str().to_owned()).collect();
    names.sort();
    names
}

#[tokio::test]
async fn once_it_is_over_nothing_tells_who_was_asked_or_who_answered() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    held_by_all(&house, &named, &[named.fenna, named.sem]).await;
    attend(&house).await;
    let [fenna, sem] = [codes(&house, named.fenna).await.remove(0), codes(&house, named.sem).await.remove(0)];
    send(&house, &fenna, &scores(4, "")).await.expect("an answer");
    house.at("2026-04-14T23:59");
    attend(&house).await;
    let still = link::find(&house.db.reader, &sem).await.expect("known");
    assert_eq!(still.standing(house.policy.day(house.now())), Standing::Open, "the last day counts");
    house.at("2026-04-15T00:00");
    assert_eq!(send(&house, &sem, &scores(4, "")).await.expect("told"), Standing::Over, "at once");
    next_day(&house).await;
    assert!(invitations(&house).await.is_empty());
    let round = &rounds(&house).await[0];
    assert_eq!((round.invited, round.answered, round.link_key.as_str()), (2, 1, ""));
    for code in [fenna, sem] {
        assert_eq!(send(&house, &code, &scores(4, "")).await.expect("told"), Standing::Over);
    }
    assert_eq!(answers(&house).await.len(), 1);
}

#[tokio::test]
async fn a_correction_asks_who_was_there_after_all_and_nobody_twice() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let came = [(named.fenna, Mark::Present), (named.sem, Mark::Absent), (named.noor, Mark::Present)];
    let over = held(&house, &named, (workshop(&house, "A").await, "2026-04-01"), &came).await;
    attend(&house).await;
    letter::mail(&house).await;
    let put_right = async |marks: &[(EnrolmentId, Mark)]| {
        let meeting = over.meeting;
        let verb =
            |change: std::sync::Arc<_>| async move { correct(&change, meeting, marks, "verkeerd").await };
        house.write(&Actor::operator(), verb).await.expect("corrected");
    };
    put_right(&[(over.places[1], Mark::Present), (over.places[2], Mark::Absent)]).await;
    let asked = mailed(&house, "evaluation").await;
    assert_eq!(asked.len(), 1, "Sem only: {asked:?}");
    assert!(codes(&house, named.noor).await.is_empty(), "Noor was not there");
    assert_eq!((codes(&house, named.fenna).await.len(), codes(&house, named.sem).await.len()), (1, 1));
    assert_eq!((rounds(&house).await.len(), rounds(&house).await[0].invited), (2, 2));

    let code = &codes(&house, named.fenna).await[0];
    send(&house, code, &scores(4, "")).await.expect("an answer");
    put_right(&[(over.places[0], Mark::Absent)]).await;
    put_right(&[(over.places[0], Mark::Present)]).await;
    assert!(codes(&house, named.fenna).await.is_empty(), "she answered already");
    assert_eq!(rounds(&house).await[0].invited, 2, "what was answered stays counted");
    assert!(mailed(&house, "evaluation").await.is_empty());
}

#[tokio::test]
async fn who_is_silent_is_reminded_once_and_no_copy_tells_who_that_was() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    held_by_all(&house, &named, &[named.fenna, named.sem]).await;
    attend(&house).await;
    letter::mail(&house).await;
    let code = &codes(&house, named.fenna).await[0];
    send(&house, code, &scores(4, "")).await.expect("an answer");
    house.at("2026-04-07T12:00");
    attend(&house).await;
    assert!(mailed(&house, "evaluation-reminder").await.is_empty(), "not before half of the time");
    house.at("2026-04-08T12:00");
    attend(&house).await;
    let reminded = mailed(&house, "evaluation-reminder").await;
    assert!(matches!(reminded.as_slice(), [one] if one.contains("sem")), "{reminded:?}");
    for day in ["2026-04-09T12:00", "2026-04-13T12:00"] {
        house.at(day);
        attend(&house).await;
        assert!(mailed(&house, "evaluation-reminder").await.is_empty(), "once");
    }
    let copies = letter::copies(&house).await;
    assert!(copies.iter().all(|copy| copy.kind != "evaluation-reminder"), "nothing is kept of it");
    let first = copies.iter().find(|copy| copy.kind == "evaluation").expect("the question was kept");
    assert!(first.text.contains("/evaluations/••••••"), "without its link: {}", first.text);
}

#[tokio::test]
async fn remarks_are_for_trainers_and_the_programme_manager_from_five_on_in_no_order_of_time() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let all = people(&house, &named, 10).await;
    let over = held_by_all(&house, &named, &all).await;
    attend(&house).await;
    all_say(&house, &all[..4], &scores(4, "Meer oefenen.")).await;
    all_say(&house, &all[4..5], &scores(4, "   ")).await;
    next_day(&house).await;
    let results = seen(&house, named.trainer, over.workshop).await.expect("results").after_closing;
    assert!(results.released.is_some() && results.remarks.is_none(), "four remarks of five answers");
    all_say(&house, &all[5..], &scores(4, "Goed zo.")).await;
    next_day(&house).await;
    for reader in [named.trainer, named.manager] {
        let results = seen(&house, reader, over.workshop).await.expect("results").after_closing;
        assert_eq!(results.remarks.expect("remarks").len(), 9);
    }
    let results = seen(&house, named.administrator, over.workshop).await.expect("figures").after_closing;
    assert!(results.released.is_some() && results.remarks.is_none(), "figures only");

    let other = house.external("Otto Anders").await;
    house.grant(other, RoleKind::Trainer, None).await;
    let mut wanted = plan(workshop(&house, "B").await, "2026-05-01T10:00", None);
    wanted.trainers = vec![other];
    plan_session(&house, wanted).await.expect("a session");
    for nobody in [other, named.head, all[0]] {
        let refused = seen(&house, nobody, over.workshop).await;
        assert!(matches!(refused, Err(Error::Missing(_))), "{nobody}");
        let found = list::list(&house.db.reader, &house.actor(nobody).await, &Window::default())
            .await
            .expect("a list");
        assert!(found.items.is_empty(), "{nobody}");
    }
    let mine = list::list(&house.db.reader, &house.actor(named.trainer).await, &Window::default())
        .await
        .expect("a list");
    let [line] = mine.items.as_slice() else { panic!("{mine:?}") };
    assert_eq!((line.invited, line.answered, line.useful), (10, 10, Some(Share::Most)));
}

#[test]
fn with_few_answers_everybody_and_nobody_are_hidden() {
    assert_eq!(
        [Share::of(0, 5), Share::of(5, 5), Share::of(3, 5)],
        [Share::Few, Share::Most, Share::Percent(60)]
    );
    assert_eq!([Share::of(0, 19), Share::of(19, 19)], [Share::Few, Share::Most]);
    assert_eq!([Share::of(0, 20), Share::of(20, 20)], [Share::Percent(0), Share::Percent(100)]);
    assert_eq!([Share::of(1, 3), Share::of(2, 3)], [Share::Percent(33), Share::Percent(67)]);
}

#[tokio::test]
async fn the_figures_of_measuring_come_with_their_denominators() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let all = people(&house, &named, 9).await;
    let over = held_by_all(&house, &named, &all).await;
    attend(&house).await;
    all_say(&house, &all[..4], &scores(4, "")).await;
    all_say(&house, &all[4..6], &scores(3, "")).await;
    next_day(&house).await;
    let days = |from: &str, to: &str| from.parse::<NaiveDate>().expect("a day")..=to.parse().expect("a day");
    let spring = &days("2026-04-01", "2026-06-30");
    let useful = figure::useful(&house.db.reader, spring).await.expect("figures");
    let wanted = figure::Useful { workshop: over.workshop, invited: 9, answers: 6, useful: 4 };
    assert_eq!(useful, [wanted]);
    let winter = &days("2026-01-01", "2026-03-31");
    assert!(figure::useful(&house.db.reader, winter).await.expect("figures").is_empty());

    house.at("2026-06-24T08:00");
    attend(&house).await;
    all_say(&house, &all[..2], &later(Applied::Yes, &[Reason::HelpedTime, Reason::HinderedRules])).await;
    all_say(&house, &all[2..4], &later(Applied::NoOccasion, &[])).await;
    next_day(&house).await;
    assert_eq!(figure::applied(&house.db.reader, spring).await.expect("a figure"), None, "four are too few");
    all_say(&house, &all[4..5], &later(Applied::No, &[Reason::HinderedRules])).await;
    next_day(&house).await;
    let applied = figure::applied(&house.db.reader, spring).await.expect("a figure").expect("enough");
    assert_eq!(applied, figure::Applied { invited: 9, answers: 5, applied: 2 });
    assert_eq!(
        applied.band(),
        (2, 6),
        "of nine: as if none of the four others applied it, and as if all did"
    );
    let part = seen(&house, named.manager, over.workshop).await.expect("results").after_twelve_weeks;
    assert_eq!(part.band(), Some((Share::Percent(22), Share::Percent(67))));
    let released = part.released.expect("enough");
    assert_eq!(released.count("hindered", "hindered-rules"), 3);
    assert_eq!(released.count("helped", "helped-time"), 2);
}

#[tokio::test]
async fn whoever_is_erased_leaves_no_invitation_and_the_report_tells_of_it_while_there_is_one() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    held_by_all(&house, &named, &[named.fenna]).await;
    attend(&house).await;
    let code = &codes(&house, named.fenna).await[0];
    send(&house, code, &scores(4, "kanarie")).await.expect("an answer");
    let tell = async |by: PersonId| {
        let (actor, fenna) = (house.actor(by).await, named.fenna);
        let made = house.write(&actor, |change| async move { report::make(&change, fenna).await }).await;
        let holdings = made.expect("a report").holdings;
        let found = holdings.iter().find(|one| one.kind == "evaluations").expect("told");
        let all =
            holdings.iter().map(|one| serde_json::to_string(&one.rows).expect("text")).collect::<String>();
        assert!(!all.contains("kanarie"), "an answer cannot be found");
        serde_json::to_string(&found.rows).expect("text")
    };
    let own = tell(named.fenna).await;
    assert!(own.contains("Workshop A") && own.contains("\"answered\""), "{own}");
    let told = tell(named.administrator).await;
    assert!(
        told.contains("Workshop A") && !told.contains("\"answered\""),
        "that she answered is hers: {told}"
    );

    house.leave(named.fenna).await;
    house.pass(TimeDelta::days(1));
    let fenna = named.fenna;
    let iris = house.actor(named.administrator).await;
    let erase = |change: std::sync::Arc<_>| async move { erasure::erase(&change, fenna, Why::Asked).await };
    house.write(&iris, erase).await.expect("erased");
    assert!(invitations(&house).await.is_empty());
    assert_eq!(answers(&house).await.len(), 1, "an answer of nobody stays");
}

#[tokio::test]
async fn answers_stay_as_long_as_the_schedule_says() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let all = people(&house, &named, 7).await;
    held_by_all(&house, &named, &all).await;
    attend(&house).await;
    all_say(&house, &all[..5], &scores(4, "tekst")).await;
    next_day(&house).await;
    all_say(&house, &all[5..6], &scores(4, "nooit getoond")).await;
    next_day(&house).await;
    house.at("2026-08-01T10:00");
    attend(&house).await;
    house.pass(TimeDelta::days(900));
    olievlek::job::schedule::all(&house).await;
    assert_eq!((answers(&house).await.len(), rounds(&house).await.len()), (6, 2));
    house.pass(TimeDelta::days(300));
    olievlek::job::schedule::all(&house).await;
    assert_eq!((answers(&house).await.len(), rounds(&house).await.len()), (0, 0));
    assert_eq!(remark_table::Entity::find().count(&house.db.reader).await.expect("remarks"), 0);
}

#[tokio::test]
async fn an_answer_that_does_not_fit_is_refused_and_the_link_stays_good() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    held_by_all(&house, &named, &[named.fenna]).await;
    attend(&house).await;
    let code = &codes(&house, named.fenna).await[0];
    for wrong in [scores(0, ""), scores(6, ""), scores(3, &"x".repeat(1_001)), later(Applied::Yes, &[])] {
        assert!(matches!(send(&house, code, &wrong).await, Err(Error::Invalid(_))), "{wrong:?}");
    }
    let mut forged = code.clone();
    forged.replace_range(63..64, if code.ends_with('A') { "B" } else { "A" });
    for unknown in [forged.as_str(), "", "AAAA", &"A".repeat(64)] {
        assert!(matches!(send(&house, unknown, &scores(3, "")).await, Err(Error::Missing(_))), "{unknown}");
    }
    assert_eq!(send(&house, code, &scores(3, &"x".repeat(1_000))).await.expect("an answer"), Standing::Open);
    let row = invitation_table::Entity::find().filter(invitation_table::Column::Answered.eq(true));
    assert_eq!(row.count(&house.db.reader).await.expect("one"), 1);
}
