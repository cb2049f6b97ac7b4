//! Where the people of a head stand, worked out in one pass, against the plain way: everything looked at one by one.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{NaiveDate, TimeDelta};
use entity::{
    assignment,
    attendance::{self, Mark, Source},
    duty,
    enrolment::{self, Outcome},
    meeting, person, placement,
    session::{self as date, SessionState},
};
use olievlek::domain::learning::{
    assignment::Group,
    demand::{self, Part},
    duty::{
        list::{self as listed, Counts, Filter, Moment, Need, State},
        pass,
        urgent::{self, Hurry, SOON},
    },
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use sea_orm::{EntityTrait, IntoActiveModel};

use super::{
    assignment::{assign, draft},
    *,
};
use crate::fuzz::some;

/// The departments of the head; one more is somebody else's.
const TEAMS: usize = 3;
const WORKSHOPS: usize = 3;
/// Of these the last has ended.
const ASSIGNMENTS: usize = 3;
/// As many as the page shows.
const FIRST: usize = 8;
/// A certain place more often than the others: only with one was somebody there.
const STATUSES: [EnrolmentStatus; 8] = [
    EnrolmentStatus::Confirmed,
    EnrolmentStatus::Confirmed,
    EnrolmentStatus::Confirmed,
    EnrolmentStatus::Offered,
    EnrolmentStatus::Waiting,
    EnrolmentStatus::Requested,
    EnrolmentStatus::Withdrawn,
    EnrolmentStatus::Declined,
];
const OUTCOMES: [Outcome; 3] = [Outcome::Completed, Outcome::Incomplete, Outcome::NoShow];
const MARKS: [Mark; 4] = [Mark::Present, Mark::Partly, Mark::Absent, Mark::Excused];

/// In which department, and when: always, until yesterday, until today, from today, from tomorrow.
type Works = (usize, u8);
/// Of which assignment and workshop, how many days it has, and what became of it.
type Follows = (usize, usize, i64, u8);
/// In which date (of a workshop that is over, or that is to come), how, with which outcome and mark, and whether that holds.
type Takes = ((usize, bool), EnrolmentStatus, Option<Outcome>, Option<(Mark, bool)>);
type Somebody = (Vec<Works>, Vec<Follows>, Vec<Takes>);
/// A date to come of a workshop: its seats, in how many days it is, and whether one can enrol.
type Coming = (Option<i32>, i64, bool);

fn anybody() -> impl Strategy<Value = Somebody> {
    let works = vec((0..=TEAMS, 0..5_u8), 0..4);
    let follows = vec((0..ASSIGNMENTS, 0..WORKSHOPS, -40..60_i64, 0..7_u8), 1..8);
    let mark = option::weighted(0.8, (select(&MARKS[..]), prop::bool::weighted(0.7)));
    let outcome = option::weighted(0.15, select(&OUTCOMES[..]));
    let takes = vec(((0..WORKSHOPS, any::<bool>()), select(&STATUSES[..]), outcome, mark), 0..6);
    (works, follows, takes)
}

fn department() -> impl Strategy<Value = (Vec<Somebody>, Vec<Coming>)> {
    let coming = (option::weighted(0.9, 0..4), 1..80_i64, any::<bool>());
    (vec(anybody(), 0..13), vec(coming, WORKSHOPS))
}

/// What there was before: rows to make others after.
struct Ground {
    person: person::Model,
    session: date::Model,
    meeting: meeting::Model,
    assignment: assignment::Model,
    departments: Vec<DepartmentId>,
    workshops: Vec<WorkshopId>,
}

impl Ground {
    async fn of(house: &TestHouse) -> Self {
        let people = house.named().await;
        let mut workshops = Vec::new();
        for code in ["A", "B", "C"] {
            workshops.push(workshop(house, code).await);
        }
        let session = plan_session(house, plan(workshops[0], "2026-04-01T10:00", None)).await.unwrap();
        let made = assign(house, &draft(workshops[0], vec![Group::Person(people.manager)])).await;
        let db = &house.db.reader;
        Self {
            person: person::Entity::find_by_id(people.fenna).one(db).await.unwrap().unwrap(),
            session: date::Entity::find_by_id(session).one(db).await.unwrap().unwrap(),
            meeting: meeting::Entity::find().one(db).await.unwrap().unwrap(),
            assignment: assignment::Entity::find_by_id(made).one(db).await.unwrap().unwrap(),
            departments: vec![people.permits, people.counter, people.phone_team, people.organisation],
            workshops,
        }
    }
}

/// Everything that a page could know, in memory.
#[derive(Default)]
struct World {
    assignments: Vec<assignment::Model>,
    sessions: Vec<date::Model>,
    meetings: Vec<meeting::Model>,
    people: Vec<person::Model>,
    placements: Vec<placement::Model>,
    duties: Vec<duty::Model>,
    places: Vec<enrolment::Model>,
    marks: Vec<attendance::Model>,
}

impl World {
    fn new(ground: &Ground, (people, coming): &(Vec<Somebody>, Vec<Coming>), now: DateTime<Utc>) -> Self {
        let mut world = Self::default();
        for number in 0..ASSIGNMENTS {
            let ended_at = (number + 1 == ASSIGNMENTS).then_some(now);
            let id = AssignmentId::new();
            world.assignments.push(assignment::Model { id, ended_at, ..ground.assignment.clone() });
        }
        // First those that are over, of each workshop one; then those to come.
        for workshop in &ground.workshops {
            world.date(ground, *workshop, now - TimeDelta::days(1), (None, true));
        }
        for (workshop, (capacity, days, open)) in ground.workshops.iter().zip(coming) {
            world.date(ground, *workshop, now + TimeDelta::days(*days), (*capacity, *open));
        }
        for somebody in people {
            world.somebody(ground, somebody, now);
        }
        world
    }

    fn date(
        &mut self,
        ground: &Ground,
        workshop: WorkshopId,
        at: DateTime<Utc>,
        (capacity, open): (Option<i32>, bool),
    ) {
        let id = SessionId::new();
        self.sessions.push(date::Model {
            id,
            workshop_id: workshop,
            state: if open { SessionState::Open } else { SessionState::Planned },
            capacity,
            starts_at: at,
            ends_at: at + TimeDelta::hours(2),
            ..ground.session.clone()
        });
        self.meetings.push(meeting::Model { id: MeetingId::new(), session_id: id, ..ground.meeting.clone() });
    }

    fn somebody(&mut self, ground: &Ground, (works, follows, takes): &Somebody, now: DateTime<Utc>) {
        let id = PersonId::new();
        self.people.push(person::Model { id, employee_number: None, email: None, ..ground.person.clone() });
        let today = now.date_naive();
        let (yesterday, tomorrow) = (today - TimeDelta::days(1), today + TimeDelta::days(1));
        for (department, when) in works {
            let (starts_on, ends_on) = [
                (None, None),
                (None, Some(yesterday)),
                (None, Some(today)),
                (Some(today), None),
                (Some(tomorrow), None),
            ][usize::from(*when)];
            let (department_id, own) = (ground.departments[*department], PlacementId::new());
            self.placements.push(placement::Model {
                id: own,
                person_id: id,
                department_id,
                starts_on,
                ends_on,
            });
        }
        let mut seen = HashSet::new();
        for (assignment, workshop, days, became) in follows {
            // Of one person, assignment and workshop one lives.
            if *became == 6 || seen.insert((assignment, workshop)) {
                let duty = (self.assignments[*assignment].id, ground.workshops[*workshop]);
                self.duties.push(duty_of(id, duty, (*days, *became), now));
            }
        }
        let mut seen = HashSet::new();
        for take in takes.iter().filter(|take| seen.insert(take.0)) {
            self.take(id, take, now);
        }
    }

    fn take(
        &mut self,
        person: PersonId,
        ((workshop, coming), status, outcome, mark): &Takes,
        now: DateTime<Utc>,
    ) {
        let at = if *coming { WORKSHOPS + workshop } else { *workshop };
        let id = EnrolmentId::new();
        self.places.push(enrolment::Model {
            id,
            session_id: self.sessions[at].id,
            workshop_id: self.sessions[at].workshop_id,
            person_id: person,
            status: *status,
            origin: Origin::Person,
            priority: 2,
            lot: enrolment::NO_LOT,
            replaces_id: None,
            short_notice: false,
            created_at: now,
            offer_expires_at: None,
            override_reason: None,
            ended_at: None,
            ending: None,
            withdrawal_reason: None,
            outcome: *outcome,
        });
        self.marks.extend(mark.map(|(mark, holds)| attendance::Model {
            id: AttendanceId::new(),
            meeting_id: self.meetings[at].id,
            enrolment_id: id,
            mark,
            source: Source::Register,
            reason: None,
            marked_by: None,
            marked_at: now,
            replaced_at: (!holds).then_some(now),
        }));
    }

    async fn write(&self, house: &TestHouse) {
        insert::<assignment::Entity>(house, &self.assignments).await;
        insert::<date::Entity>(house, &self.sessions).await;
        insert::<meeting::Entity>(house, &self.meetings).await;
        insert::<person::Entity>(house, &self.people).await;
        insert::<placement::Entity>(house, &self.placements).await;
        insert::<duty::Entity>(house, &self.duties).await;
        insert::<enrolment::Entity>(house, &self.places).await;
        insert::<attendance::Entity>(house, &self.marks).await;
    }

    /// Lets go of the world before, so that the next has the departments for itself.
    async fn clear(house: &TestHouse) {
        attendance::Entity::delete_many().exec(&house.db.writer).await.unwrap();
        enrolment::Entity::delete_many().exec(&house.db.writer).await.unwrap();
        duty::Entity::delete_many().exec(&house.db.writer).await.unwrap();
        placement::Entity::delete_many().exec(&house.db.writer).await.unwrap();
        meeting::Entity::delete_many().exec(&house.db.writer).await.unwrap();
        date::Entity::delete_many().exec(&house.db.writer).await.unwrap();
    }
}

fn duty_of(
    person: PersonId,
    (assignment, workshop): (AssignmentId, WorkshopId),
    (days, became): (i64, u8),
    now: DateTime<Utc>,
) -> duty::Model {
    let today = now.date_naive();
    duty::Model {
        id: DutyId::new(),
        assignment_id: assignment,
        workshop_id: workshop,
        person_id: person,
        since: today - TimeDelta::days(60),
        due_on: today + TimeDelta::days(days),
        half_on: today,
        chased: 0,
        done_on: (became == 4).then_some(today),
        enrolment_id: None,
        exempted_at: (became == 5).then_some(now),
        exempted_by: None,
        exempt_reason: None,
        asked_at: None,
        asked_until: None,
        asked_reason: None,
        answered_at: None,
        answered_by: None,
        answer: None,
        ended_at: (became == 6).then_some(now),
        ending: None,
    }
}

async fn insert<E>(house: &TestHouse, rows: &[E::Model])
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel> + Sync,
    E::ActiveModel: sea_orm::ActiveModelTrait<Entity = E> + Send,
{
    if rows.is_empty() {
        return;
    }
    let rows = rows.iter().cloned().map(|row| sea_orm::ActiveModelTrait::reset_all(row.into_active_model()));
    E::insert_many(rows).exec_without_returning(&house.db.writer).await.expect("rows");
}

/// The plain way.
struct Plain<'a> {
    world: &'a World,
    teams: &'a [DepartmentId],
    today: NaiveDate,
    now: DateTime<Utc>,
}

impl Plain<'_> {
    /// The teams of somebody today, of those that the head has.
    fn teams_of(&self, person: PersonId) -> Vec<DepartmentId> {
        let lasts = |one: &&placement::Model| {
            one.person_id == person
                && one.starts_on.is_none_or(|day| day <= self.today)
                && one.ends_on.is_none_or(|day| day >= self.today)
                && self.teams.contains(&one.department_id)
        };
        self.world.placements.iter().filter(lasts).map(|one| one.department_id).collect()
    }

    /// The dates of a workshop that one can choose.
    fn dates(&self, workshop: WorkshopId) -> impl Iterator<Item = &date::Model> {
        let of = move |one: &&date::Model| {
            one.workshop_id == workshop && one.state == SessionState::Open && one.starts_at > self.now
        };
        self.world.sessions.iter().filter(of)
    }

    fn places(&self, duty: &duty::Model) -> Vec<&enrolment::Model> {
        let of = |one: &&enrolment::Model| {
            one.person_id == duty.person_id && one.workshop_id == duty.workshop_id && one.outcome.is_none()
        };
        self.world.places.iter().filter(of).filter(|one| one.status.alive()).collect()
    }

    fn is_placed(&self, duty: &duty::Model) -> bool {
        self.places(duty).iter().any(|one| one.status.seated())
    }

    fn was_there(&self, place: &enrolment::Model) -> bool {
        place.status == EnrolmentStatus::Confirmed
            && self.world.marks.iter().any(|mark| {
                mark.enrolment_id == place.id
                    && mark.replaced_at.is_none()
                    && matches!(mark.mark, Mark::Present | Mark::Partly)
            })
    }

    fn state(&self, duty: &duty::Model) -> State {
        let places = self.places(duty);
        if duty.done_on.is_some() {
            State::Done
        } else if duty.exempted_at.is_some() {
            State::Exempt
        } else if places.iter().any(|place| self.was_there(place)) {
            State::Attended
        } else if duty.due_on < self.today {
            State::Overdue
        } else if !places.is_empty() {
            State::Enrolled
        } else if self.dates(duty.workshop_id).next().is_some() {
            State::NoDate
        } else {
            State::Assigned
        }
    }

    /// What lives, of the people of the head, with where it stands.
    fn living(&self) -> Vec<(&duty::Model, State)> {
        let ended: Vec<_> =
            self.world.assignments.iter().filter(|one| one.ended_at.is_some()).map(|one| one.id).collect();
        let lives = |one: &&duty::Model| one.ended_at.is_none() && !ended.contains(&one.assignment_id);
        let theirs = |one: &&duty::Model| !self.teams_of(one.person_id).is_empty();
        let duties = self.world.duties.iter().filter(lives).filter(theirs);
        duties.map(|one| (one, self.state(one))).collect()
    }

    fn open(&self) -> Vec<(&duty::Model, State)> {
        let is_open = |(_, state): &(_, State)| !matches!(state, State::Done | State::Exempt);
        self.living().into_iter().filter(is_open).collect()
    }

    fn counts(&self) -> HashMap<DepartmentId, Counts> {
        let mut found: HashMap<_, Counts> = HashMap::new();
        for (duty, state) in self.living() {
            for team in self.teams_of(duty.person_id) {
                *found.entry(team).or_default().entry(state).or_default() += 1;
            }
        }
        found
    }

    fn is_soon(&self, (duty, state): &(&duty::Model, State)) -> bool {
        duty.due_on <= self.today + SOON && *state != State::Attended
    }

    fn hurry(&self) -> Hurry {
        let people = |which: &dyn Fn(&(&duty::Model, State)) -> bool| {
            let found: BTreeSet<_> =
                self.open().into_iter().filter(|one| which(one)).map(|(duty, _)| duty.person_id).collect();
            i64::try_from(found.len()).unwrap()
        };
        Hurry {
            overdue: people(&|(_, state)| *state == State::Overdue),
            soon: people(&|one| self.is_soon(one) && one.1 != State::Overdue),
            no_date: people(&|(_, state)| *state == State::NoDate),
        }
    }

    fn first(&self) -> Vec<(DutyId, State)> {
        let mut found: Vec<_> = self.open().into_iter().filter(|one| self.is_soon(one)).collect();
        found.sort_by_key(|(duty, _)| (duty.due_on, duty.id));
        found.into_iter().take(FIRST).map(|(duty, state)| (duty.id, state)).collect()
    }

    /// Open and placed, the last day, and the shortage, of each assignment and workshop.
    fn needs(&self) -> Vec<(Need, u64)> {
        let mut found: HashMap<_, Need> = HashMap::new();
        for (duty, _) in self.open() {
            let (assignment, workshop) = (duty.assignment_id, duty.workshop_id);
            let nothing = Need { assignment, workshop, open: 0, placed: 0, last_day: None };
            let need = found.entry((assignment, workshop)).or_insert(nothing);
            need.open += 1;
            need.placed += u64::from(self.is_placed(duty));
            need.last_day = need.last_day.max(Some(duty.due_on));
        }
        found.into_values().map(|need| (need, self.shortage(need))).collect()
    }

    fn shortage(&self, need: Need) -> u64 {
        let last = need.last_day.unwrap();
        let helps = |one: &&date::Model| last < self.today || one.ends_at.date_naive() <= last;
        let seats = self.dates(need.workshop).filter(helps).map(|one| one.capacity);
        let seats = seats.sum::<Option<i32>>().map(|sum| u64::try_from(sum).unwrap());
        seats.map_or(0, |seats| (need.open - need.placed).saturating_sub(seats))
    }
}

fn in_order(mut needs: Vec<(Need, u64)>) -> Vec<(Need, u64)> {
    needs.sort_by_key(|(need, _)| (need.assignment, need.workshop));
    needs
}

#[tokio::test]
async fn one_pass_tells_of_any_department_what_looking_one_by_one_does() {
    let house = TestHouse::new().await;
    let ground = Ground::of(&house).await;
    let (now, today, db) = (house.now(), house.policy.day(house.now()), &house.db.reader);
    let teams = &ground.departments[..TEAMS];
    let (mut seen, mut twice) = (Counts::new(), 0);
    for values in some(300, department()) {
        let world = World::new(&ground, &values, now);
        World::clear(&house).await;
        world.write(&house).await;
        let plain = Plain { world: &world, teams, today, now };
        let dates = demand::all_dates(db, (&house.policy, now)).await.unwrap();
        let moment = Moment { now, today, open: dates.open(&Part::Everybody) };
        let pass = pass::of_departments(db, teams, &moment, FIRST as u64).await.unwrap();
        assert_eq!(pass.hurry, plain.hurry(), "{values:?}");
        assert_eq!(pass.teams, plain.counts(), "{values:?}");
        let first: Vec<_> = pass.first.iter().map(|line| (line.duty.id, line.state)).collect();
        assert_eq!(first, plain.first(), "{values:?}");
        let short = |need: Need| (need, dates.against(&Part::Everybody, &need, &moment).shortage);
        let needs = in_order(plain.needs());
        assert_eq!(in_order(pass.needs.into_iter().map(short).collect()), needs, "{values:?}");
        // Lists work it out one by one, and say the same.
        let theirs = Filter { departments: Some(teams.to_vec()), ..Filter::default() };
        assert_eq!(listed::by_team(db, &theirs, &moment).await.unwrap(), pass.teams, "{values:?}");
        let asked = listed::needs(db, &theirs, &moment).await.unwrap();
        assert_eq!(in_order(asked.into_iter().map(short).collect()), needs, "{values:?}");
        assert_eq!(urgent::count(db, teams, &moment).await.unwrap(), pass.hurry, "{values:?}");
        twice += pass.teams.values().flat_map(Counts::values).sum::<u64>() - plain.living().len() as u64;
        for (state, count) in pass.teams.into_values().flatten() {
            *seen.entry(state).or_default() += count;
        }
    }
    assert!(twice > 50, "people who work in two of the teams: {twice}");
    assert!(State::ALL.iter().all(|state| seen.get(state).is_some_and(|count| *count > 50)), "{seen:?}");
}
