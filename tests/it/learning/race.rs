//! Many at once.

use std::{collections::BTreeSet, time::Duration};

use entity::enrolment::EnrolmentStatus;
use futures_util::future::{join, join_all};
use olievlek::domain::{
    learning::{
        calling_off,
        guest::{Invite, of_session, uninvite},
        reminder::{self, Reminder},
        reschedule::{self, Wanted},
    },
    task::Letter,
};
use tokio::time::sleep;

use super::{
    guest::{invite, kim},
    reschedule::as_it_is,
    *,
};

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sixty_at_once_for_ten_seats_are_ten_places_and_a_queue_from_one_to_fifty() {
    let house = TestHouse::new().await;
    let department = house.department("GEM", "Gemeente", None).await;
    let mut people = Vec::new();
    for n in 0..60 {
        people.push(house.employee(&format!("Tijl Nummer{n}"), department).await);
    }
    let session = session_of(&house, "A", 10).await;
    let all = join_all(people.iter().map(|person| enrol(&house, session, *person))).await;
    let all: Vec<Placement> = all.into_iter().map(|result| result.unwrap()).collect();
    let placed = all.iter().filter(|p| p.status == EnrolmentStatus::Confirmed).count();
    assert_eq!(placed, 10);
    let mut positions = BTreeSet::new();
    for placement in all.iter().filter(|p| p.status == EnrolmentStatus::Waiting) {
        positions.extend(position(&house, placement).await);
    }
    assert_eq!(positions, (1..=50).collect());
    let letters = house.letters().await;
    let told = |what: fn(&Letter) -> bool| letters.iter().filter(|one| what(one)).count();
    assert_eq!(told(|one| matches!(one, Letter::Confirmed { .. })), 10, "nobody else was told of a place");
    assert_eq!(told(|one| matches!(one, Letter::Waiting { .. })), 50);
    assert_reconciled(&house, session).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_double_click_makes_one_enrolment() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 10).await;
    let clicks = join_all((0..5).map(|_| enrol(&house, session, people.fenna))).await;
    assert_eq!(clicks.iter().filter(|click| click.is_ok()).count(), 1);
    for click in clicks.into_iter().filter(Result::is_err) {
        assert_eq!(refusal(click), Refusal::AlreadyEnrolled);
    }
    assert_eq!(session_row(&house, session).await.taken, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn ten_who_withdraw_at_once_make_room_for_ten() {
    let house = TestHouse::new().await;
    let department = house.department("GEM", "Gemeente", None).await;
    let session = session_of(&house, "A", 10).await;
    let mut all = Vec::new();
    for n in 0..25 {
        let person = house.employee(&format!("Tijl Nummer{n}"), department).await;
        all.push(enrol(&house, session, person).await.unwrap());
    }
    for result in join_all(all[..10].iter().map(|placement| give_back(&house, placement))).await {
        result.unwrap();
    }
    for placement in &all[10..20] {
        assert_eq!(status(&house, placement).await, EnrolmentStatus::Offered);
    }
    for placement in &all[20..] {
        assert_eq!(status(&house, placement).await, EnrolmentStatus::Waiting);
    }
    assert_reconciled(&house, session).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_guest_who_is_invited_twice_at_once_has_one_place_and_one_letter() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 10).await;
    let invitation = kim(session);
    let all = join_all((0..4).map(|_| invite(&house, people.manager, &invitation))).await;
    assert_eq!(all.iter().filter(|one| one.is_ok()).count(), 1);
    for one in all.into_iter().filter(Result::is_err) {
        assert_eq!(refusal(one), Refusal::AlreadyEnrolled);
    }
    let invited = house.letters().await.into_iter().filter(|one| matches!(one, Letter::GuestInvited { .. }));
    assert_eq!(invited.count(), 1);
    assert_eq!(session_row(&house, session).await.taken, 1);
    assert_reconciled(&house, session).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn guests_who_are_invited_while_others_withdraw_get_the_places_that_there_are() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 4).await;
    let guest = |n: u32| Invite { email: format!("gast{n}@sluis.example"), ..kim(session) };
    let mut here = Vec::new();
    for n in 0..4 {
        here.push(invite(&house, people.manager, &guest(n)).await.unwrap());
    }
    let next: Vec<_> = (4..8).map(guest).collect();
    let come = join_all(next.iter().map(|one| invite(&house, people.manager, one)));
    let manager = &house.actor(people.manager).await;
    let go = join_all(here.iter().map(|place| {
        let guest = place.person_id;
        house.write(manager, move |change| async move {
            uninvite(&change, session, guest, Some("De groep is anders.")).await
        })
    }));
    let (come, go) = tokio::join!(come, go);
    assert!(come.iter().all(Result::is_ok) && go.iter().all(Result::is_ok), "{come:?} {go:?}");
    let row = session_row(&house, session).await;
    assert_eq!((row.taken, row.waiting), (4, 0), "whoever waited got a place or the offer of one");
    assert_eq!(of_session(&house.db.reader, session).await.unwrap().len(), 4);
    assert_reconciled(&house, session).await;
}

/// Asks while another change is under way, and has looked at the session before that change is done.
async fn asks_meanwhile(
    house: &TestHouse,
    (session, person): (SessionId, PersonId),
    change: impl Future<Output = Result<()>>,
) -> Result<Placement> {
    let asks = async {
        sleep(Duration::from_millis(100)).await;
        enrol(house, session, person).await
    };
    let (changed, asked) = join(change, asks).await;
    changed.expect("the change that is under way");
    asked
}

/// As long as that change takes here.
const UNDER_WAY: Duration = Duration::from_millis(400);

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_asks_while_a_session_is_called_off_hears_that_it_is() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 10).await;
    let operator = Actor::operator();
    let calls_off = house.write(&operator, |change| async move {
        calling_off::call_off(&change, session, None).await?;
        sleep(UNDER_WAY).await;
        Ok(())
    });
    let heard = asks_meanwhile(&house, (session, people.fenna), calls_off).await;
    assert_eq!(refusal(heard), Refusal::SessionCalledOff);
    assert_reconciled(&house, session).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_asks_while_a_session_moves_is_held_to_its_new_time() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let busy = plan(workshop(&house, "A").await, "2026-04-08T10:00", Some(10));
    let busy = plan_session(&house, busy).await.unwrap();
    enrol(&house, busy, people.fenna).await.unwrap();
    let session = session_of(&house, "B", 10).await;
    let mut wanted = as_it_is(&house, session).await;
    wanted[0].plan = meeting(moment("2026-04-08T10:30"), 60);
    let (operator, wanted) = (Actor::operator(), &wanted);
    let moves = house.write(&operator, |change| async move {
        reschedule::reschedule(&change, session, wanted).await?;
        sleep(UNDER_WAY).await;
        Ok(())
    });
    let heard = refusal(asks_meanwhile(&house, (session, people.fenna), moves).await);
    assert!(matches!(heard, Refusal::Overlaps { session, .. } if session == busy), "{heard:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_asks_while_a_meeting_in_the_middle_becomes_another_one_is_told_of_that_one() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut given = plan(workshop(&house, "A").await, "2026-04-01T10:00", Some(10));
    given.meetings.extend([8, 15].map(|day| meeting(moment(&format!("2026-04-{day:02}T10:00")), 120)));
    let session = plan_session(&house, given).await.unwrap();
    let mut wanted = as_it_is(&house, session).await;
    wanted[1] = Wanted { id: None, plan: meeting(moment("2026-04-09T10:00"), 120) };
    let (operator, wanted) = (Actor::operator(), &wanted);
    let moves = house.write(&operator, |change| async move {
        reschedule::reschedule(&change, session, wanted).await?;
        sleep(UNDER_WAY).await;
        Ok(())
    });
    let placed = asks_meanwhile(&house, (session, people.fenna), moves).await;
    assert_eq!(placed.expect("a place").status, EnrolmentStatus::Confirmed);
    let told = house.letters().await.into_iter().filter_map(|one| match one {
        Letter::Confirmed { entry, .. } => Some(entry.meeting),
        _ => None,
    });
    let now: BTreeSet<_> = as_it_is(&house, session).await.into_iter().filter_map(|one| one.id).collect();
    assert_eq!(told.collect::<BTreeSet<_>>(), now);
    assert_reconciled(&house, session).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_chooses_no_reminder_while_a_place_is_asked_for_gets_none() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let session = session_of(&house, "A", 10).await;
    let fenna = house.actor(people.fenna).await;
    // She chose before: a first choice holds her row by itself.
    let before =
        house.write(&fenna, |change| async move { reminder::choose(&change, Reminder::TwoDays).await });
    before.await.expect("a choice");
    let chooses = house.write(&fenna, |change| async move {
        reminder::choose(&change, Reminder::Never).await?;
        sleep(UNDER_WAY).await;
        Ok(())
    });
    let placed = asks_meanwhile(&house, (session, people.fenna), chooses).await;
    assert_eq!(placed.expect("a place").status, EnrolmentStatus::Confirmed);
    let planned = house.letters().await.into_iter().filter(|one| matches!(one, Letter::Reminder { .. }));
    assert_eq!(planned.count(), 0);
}
