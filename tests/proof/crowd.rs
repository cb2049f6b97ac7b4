//! The waiting list in a crowd: many leave and come at once, and the line moves in its order.

use entity::{
    enrolment::{self, EnrolmentStatus as Status},
    event,
    id::*,
};
use futures_util::future::join_all;
use olievlek::domain::{
    actor::Actor,
    change::House,
    learning::{
        enrolment::{Placement, find, withdraw},
        waiting_list,
    },
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use crate::{
    rig::{figure, town::Town},
    waiting_list::enrol,
};

/// How many have a seat, how many wait, and how many newcomers there are.
const CROWD: usize = 100;
/// How many of those with a seat leave: fewer than wait, so that the wrong ones could be promoted.
const LEAVE: usize = 50;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_who_leave_and_come_at_once_make_one_promotion_for_each_freed_seat_in_order() {
    let town = Town::new(3 * CROWD).await;
    let session = town.session(0, Some(i32::try_from(CROWD).unwrap())).await;
    let mut placed = Vec::new();
    for person in &town.people[..2 * CROWD] {
        placed.push(enrol(&town.house, session, *person).await.unwrap());
    }
    leave_and_come(&town, session, &placed[..LEAVE]).await;
    let line: Vec<_> = placed[CROWD..].iter().map(|one| one.id).collect();
    let promoted = promoted(&town.house, session).await;
    let passed = promoted.iter().zip(&line).filter(|(one, due)| one != due).count();
    let waiting = waiting_list::queue(&town.house.db.reader, session).await.unwrap();
    let before = waiting.iter().zip(&line[LEAVE..]).filter(|(row, due)| row.id != **due).count();
    let mut open = 0;
    for id in &line[..LEAVE] {
        open += usize::from(find(&town.house.db.reader, *id).await.unwrap().status == Status::Offered);
    }
    figure(
        "waiting list, promotions for 50 freed seats while 100 wait and 100 come at once",
        town.engine(),
        &format!(
            "{}, {passed} out of turn; {open} of the first hold a place; {} wait, {before} of those who did not in their turn",
            promoted.len(),
            waiting.len()
        ),
        "50, 0; 50; 150, 0",
    );
    assert_eq!((promoted.len(), passed, open), (LEAVE, 0, LEAVE));
    assert_eq!((waiting.len(), before), (2 * CROWD - LEAVE, 0));
}

/// Those who leave and all newcomers, everybody at once.
async fn leave_and_come(town: &Town, session: SessionId, leavers: &[Placement]) {
    let goes = leavers.iter().map(|one| {
        let (house, one) = (town.house.clone(), one.clone());
        let gone = async move {
            let actor = Actor::employee(one.person_id);
            house.write(&actor, |c| async move { withdraw(&c, one.id, None).await }).await.map(drop)
        };
        tokio::spawn(gone)
    });
    let comes = town.people[2 * CROWD..].iter().map(|person| {
        let (house, person) = (town.house.clone(), *person);
        tokio::spawn(async move { enrol(&house, session, person).await.map(drop) })
    });
    for done in join_all(goes.chain(comes)).await {
        done.unwrap().unwrap();
    }
}

/// Who was promoted, in the order in which it was written down.
async fn promoted(house: &House, session: SessionId) -> Vec<EnrolmentId> {
    let made = event::Entity::find().filter(event::Column::Kind.eq("offered"));
    let made = made.filter(event::Column::SubjectId.eq(session.0)).order_by_asc(event::Column::Id);
    let events = made.all(&house.db.reader).await.unwrap();
    let rows = enrolment::Entity::find().filter(enrolment::Column::SessionId.eq(session));
    let rows = rows.all(&house.db.reader).await.unwrap();
    let of = |one: &event::Model| rows.iter().find(|row| Some(row.person_id) == one.person_id).unwrap().id;
    events.iter().map(of).collect()
}
