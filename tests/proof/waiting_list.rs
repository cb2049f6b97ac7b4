//! The waiting list against a model of twenty lines, in random histories.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use chrono::{DateTime, TimeDelta, Utc};
use entity::{
    enrolment::{self, EnrolmentStatus as Status, Origin},
    event,
    id::*,
};
use futures_util::future::join_all;
use olievlek::domain::{
    actor::Actor,
    change::{Change, House},
    error::Result,
    learning::{
        enrolment::{Placement, TakePlace, accept, decline, take_place, withdraw},
        waiting_list,
    },
};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};

use crate::rig::{figure, round, town::Town};

const PEOPLE: usize = 5;
/// Histories that run side by side.
const LANES: usize = 4;

/// What somebody does, or what time does.
#[derive(Clone, Copy, Debug)]
enum Step {
    Enrol(usize),
    Withdraw(usize),
    Accept(usize),
    Decline(usize),
    /// Every offer that is open lapses.
    Night,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..PEOPLE).prop_map(Step::Enrol),
        3 => (0..PEOPLE).prop_map(Step::Withdraw),
        2 => (0..PEOPLE).prop_map(Step::Accept),
        1 => (0..PEOPLE).prop_map(Step::Decline),
        1 => Just(Step::Night),
    ]
}

/// Seats, and everybody who has or wants one; who waits stands in `line`.
#[derive(Default)]
struct Model {
    seats: usize,
    held: BTreeMap<usize, (Status, bool)>,
    line: Vec<usize>,
    promotions: u64,
}

impl Model {
    fn offer(&mut self) {
        while self.held.len() < self.seats && !self.line.is_empty() {
            self.held.insert(self.line.remove(0), (Status::Offered, false));
            self.promotions += 1;
        }
    }

    /// Offers whose time has passed end, and the line moves.
    fn settle(&mut self) {
        let before = self.held.len();
        self.held.retain(|_, (status, late)| *status != Status::Offered || !*late);
        if self.held.len() < before {
            self.offer();
        }
    }

    fn alive(&self, who: usize) -> bool {
        self.line.contains(&who) || self.held.contains_key(&who)
    }

    /// Whether the house must say yes.
    fn take(&mut self, step: Step) -> bool {
        match step {
            Step::Night => self.held.values_mut().for_each(|(_, late)| *late = true),
            Step::Accept(who) => match self.held.get_mut(&who) {
                Some((status @ Status::Offered, false)) => *status = Status::Confirmed,
                _ => return false,
            },
            Step::Enrol(who) | Step::Withdraw(who) | Step::Decline(who) => return self.settled(step, who),
        }
        true
    }

    /// What begins with settling; a no takes the settling back.
    fn settled(&mut self, step: Step, who: usize) -> bool {
        let before = (self.held.clone(), self.line.clone(), self.promotions);
        self.settle();
        let offered = self.held.get(&who).is_some_and(|(status, _)| *status == Status::Offered);
        let yes = match step {
            Step::Enrol(_) => !self.alive(who),
            Step::Decline(_) => offered,
            _ => self.alive(who),
        };
        if !yes {
            (self.held, self.line, self.promotions) = before;
            return false;
        }
        if !matches!(step, Step::Enrol(_)) {
            self.line.retain(|one| *one != who);
            if self.held.remove(&who).is_some() {
                self.offer();
            }
        } else if self.line.is_empty() && self.held.len() < self.seats {
            self.held.insert(who, (Status::Confirmed, false));
        } else {
            self.line.push(who);
            self.offer();
        }
        true
    }
}

/// A house with people and a clock of its own.
struct Lane {
    house: House,
    town: Arc<Town>,
    people: Vec<PersonId>,
    time: Arc<Mutex<DateTime<Utc>>>,
    number: AtomicUsize,
}

impl Lane {
    fn new(town: &Arc<Town>, number: usize) -> Self {
        let time = Arc::new(Mutex::new(olievlek::clock::now()));
        let clock = time.clone();
        let house = House { clock: Arc::new(move || *clock.lock().unwrap()), ..town.house.clone() };
        let people = town.people[number * PEOPLE..(number + 1) * PEOPLE].to_vec();
        Self { house, town: town.clone(), people, time, number: AtomicUsize::new(0) }
    }

    /// One history, step by step beside the model.
    async fn live(&self, seats: usize, steps: &[Step]) -> std::result::Result<u64, TestCaseError> {
        // Each history is of a date of its own, so that nobody has something else at that time.
        let day = self.number.fetch_add(1, Ordering::Relaxed);
        *self.time.lock().unwrap() = olievlek::clock::now();
        let session = self.town.session(day, Some(i32::try_from(seats).unwrap())).await;
        let mut model = Model { seats, ..Model::default() };
        let mut last = vec![None; PEOPLE];
        for (n, step) in steps.iter().enumerate() {
            let (yes, said) = (model.take(*step), self.act(session, *step, &mut last).await);
            prop_assert_eq!(yes, said.is_ok(), "step {}: {:?} {:?}", n, step, said);
            let (held, line, offers) = self.stand(session).await;
            let expected: BTreeMap<_, _> =
                model.held.iter().map(|(who, (status, _))| (*who, *status)).collect();
            prop_assert_eq!(&held, &expected, "after step {}: {:?}", n, step);
            prop_assert_eq!(&line, &model.line, "after step {}: {:?}", n, step);
            prop_assert_eq!(offers, model.promotions, "promotions after step {}: {:?}", n, step);
        }
        self.leave(session).await;
        Ok(model.promotions)
    }

    async fn act(&self, session: SessionId, step: Step, last: &mut [Option<EnrolmentId>]) -> Result<()> {
        let (Step::Enrol(who) | Step::Withdraw(who) | Step::Accept(who) | Step::Decline(who)) = step else {
            *self.time.lock().unwrap() += TimeDelta::hours(25);
            return Ok(());
        };
        // The queue is in order of coming, to the microsecond.
        *self.time.lock().unwrap() += TimeDelta::seconds(1);
        let (actor, person) = (Actor::employee(self.people[who]), self.people[who]);
        let id = last[who].unwrap_or_else(EnrolmentId::new);
        let placed: Result<Placement> = match step {
            Step::Enrol(_) => enrol(&self.house, session, person).await,
            Step::Withdraw(_) => {
                self.house.write(&actor, |c| async move { withdraw(&c, id, None).await }).await
            }
            Step::Accept(_) => self.house.write(&actor, |c| async move { accept(&c, id).await }).await,
            _ => self.house.write(&actor, |c| async move { decline(&c, id).await }).await,
        };
        last[who] = placed.as_ref().map_or(last[who], |placement| Some(placement.id));
        placed.map(drop)
    }

    /// Who has a seat, who waits in which order, and how many offers were made.
    async fn stand(&self, session: SessionId) -> (BTreeMap<usize, Status>, Vec<usize>, u64) {
        let who = |id: PersonId| self.people.iter().position(|person| *person == id).unwrap();
        let db = &self.house.db.reader;
        let rows =
            enrolment::Entity::find().filter(enrolment::Column::SessionId.eq(session)).all(db).await.unwrap();
        let held = rows.iter().filter(|row| row.status.seated()).map(|row| (who(row.person_id), row.status));
        let line = waiting_list::queue(db, session).await.unwrap();
        (
            held.collect(),
            line.iter().map(|row| who(row.person_id)).collect(),
            offers(&self.house, session).await,
        )
    }

    /// Nobody keeps anything of this history.
    async fn leave(&self, session: SessionId) {
        let end = "UPDATE enrolment SET status = 'withdrawn' WHERE status IN ('confirmed', 'offered', 'waiting') AND session_id = ";
        let id =
            if self.town.is_sqlite() { format!("x'{}'", session.0.simple()) } else { format!("'{session}'") };
        self.town.sql(&format!("{end}{id}")).await;
    }
}

/// Takes a place, or one in the line.
pub async fn enrol(house: &House, session: SessionId, person: PersonId) -> Result<Placement> {
    let wish =
        &TakePlace { session, person, origin: Origin::Person, short_notice: true, override_reason: None };
    house.write(&Actor::employee(person), |c: Arc<Change>| async move { take_place(&c, wish).await }).await
}

async fn offers(house: &House, session: SessionId) -> u64 {
    let made = event::Entity::find().filter(event::Column::Kind.eq("offered"));
    made.filter(event::Column::SubjectId.eq(session.0)).count(&house.db.reader).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn random_histories_go_as_the_model_says() {
    let histories = round(60, 2000);
    let town = Arc::new(Town::new(LANES * PEOPLE).await);
    let promotions = Arc::new(AtomicUsize::new(0));
    let lanes = (0..LANES).map(|number| {
        let (lane, promotions) = (Lane::new(&town, number), promotions.clone());
        let runtime = tokio::runtime::Handle::current();
        tokio::task::spawn_blocking(move || {
            let cases = u32::try_from(histories / LANES).unwrap();
            let mut runner = TestRunner::new(Config {
                cases,
                failure_persistence: None,
                max_shrink_iters: 200,
                ..Config::default()
            });
            // Everybody comes first, so that there is a line from the beginning.
            let order = Just((0..PEOPLE).collect::<Vec<_>>()).prop_shuffle();
            let history = (1..4_usize, order, prop::collection::vec(step(), 4..16));
            runner.run(&history, |(seats, order, steps)| {
                let steps: Vec<_> = order.into_iter().map(Step::Enrol).chain(steps).collect();
                let made = runtime.block_on(lane.live(seats, &steps))?;
                promotions.fetch_add(usize::try_from(made).unwrap(), Ordering::Relaxed);
                Ok(())
            })
        })
    });
    let failed: Vec<_> = join_all(lanes).await.into_iter().filter_map(|lane| lane.unwrap().err()).collect();
    let promotions = promotions.load(Ordering::Relaxed);
    figure(
        "waiting list, order errors in random histories against a model",
        town.engine(),
        &format!("{} in {histories} histories with {promotions} promotions", failed.len()),
        "0",
    );
    assert!(failed.is_empty(), "{}", failed[0]);
    assert!(promotions > histories / 2, "the line moved: {promotions}");
}
