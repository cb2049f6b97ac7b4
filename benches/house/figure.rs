//! The figures, in the order in which they are measured; each with its limit in the same round.

use std::time::{Duration, Instant};

use futures_util::future::try_join_all;

use crate::{
    Outcome, Part, Plan,
    fill::{self, CROWDED, FRESH, PLANNER, REGISTER, SESSION},
    limit,
    load::{self, Client},
    rig::Rig,
    statistics::{self, Sample, median},
    table::{Line, Table},
};

/// Browsers that ask at the same time.
const CLIENTS: usize = 16;
/// Who looks: employees from this number on. Those from 100 to 119 give the dates.
const VIEWERS: usize = 140;
const RUSH: usize = 200;
const RUSH_SEATS: usize = 30;

/// Fills the house, measures, lets it grow, measures again.
pub async fn measure(rig: &mut Rig, plan: Plan, table: &mut Table) -> Outcome<()> {
    let mut run = Run {
        plan,
        people: fill::SMALL.people,
        person: 1_000,
        session: FRESH,
        register: REGISTER,
        assigned: 0,
        ballot: 0,
        period: 0,
    };
    let first = rig.start().await?;
    rig.stop().await;
    table.note(rig, "first start, with all migrations", first.as_secs_f64() * 1000.0, "ms");
    fill::small(rig).await?;
    for (size, grown) in [("small", false), ("grown", true)] {
        if grown && !plan.grows {
            break;
        }
        if grown {
            let begun = Instant::now();
            fill::grow(rig).await?;
            run.people = fill::LARGE.people;
            crate::table::progress(&format!(
                "{}: grown in {:.0} s",
                rig.engine.name(),
                begun.elapsed().as_secs_f64()
            ));
        }
        run.figures(rig, size, table).await?;
    }
    Ok(())
}

pub struct Run {
    pub plan: Plan,
    /// How many there are.
    people: usize,
    /// The next person who has not enrolled yet.
    person: usize,
    /// The next date that nobody knows yet.
    session: usize,
    /// The next register that is still open.
    pub register: usize,
    /// The next workshop that was not assigned.
    pub assigned: usize,
    /// The next vote in a room.
    pub ballot: usize,
    /// The next period that was not closed.
    pub period: usize,
}

impl Run {
    async fn figures(&mut self, rig: &mut Rig, size: &'static str, table: &mut Table) -> Outcome<()> {
        self.starting(rig, size, table).await?;
        if self.plan.wants(Part::Pages) {
            self.pages(rig, size, table).await?;
        }
        if self.plan.wants(Part::Files) {
            self.files(rig, size, table).await?;
        }
        if self.plan.wants(Part::Enrolments) {
            self.enrolling(rig, size, table).await?;
        }
        if self.plan.wants(Part::Rush) {
            self.rush(rig, size, table).await?;
        }
        if self.plan.wants(Part::Trainings) {
            self.trainings(rig, size, table).await?;
        }
        if self.plan.wants(Part::Dialogue) {
            self.dialogue(rig, size, table).await?;
        }
        if self.plan.wants(Part::Adoption) {
            self.adoption(rig, size, table).await?;
        }
        table.value((rig, size), "memory after all that", rig.house()?.memory(), "MiB");
        rig.stop().await;
        fill::empty_queue(rig).await
    }

    /// Start to first answer, and memory at rest.
    async fn starting(&self, rig: &mut Rig, size: &'static str, table: &mut Table) -> Outcome<()> {
        let mut starts = Vec::new();
        for _ in 0..self.plan.rounds.max(3) {
            starts.push(rig.start().await?.as_secs_f64() * 1000.0);
        }
        let start = median(&starts, |ms| *ms).unwrap_or_default();
        table.value((rig, size), "start to first answer", start, "ms");
        let turn = rig.first_turn().await?.as_secs_f64() * 1000.0;
        table.value((rig, size), "first turn of the schedule", turn, "ms");
        tokio::time::sleep(Duration::from_secs(1)).await;
        table.value((rig, size), "memory at rest", rig.house()?.memory(), "MiB");
        let bytes = std::fs::metadata(&rig.program)?.len() as f64 / 1024.0 / 1024.0;
        table.value((rig, size), "size of the program", bytes, "MiB");
        Ok(())
    }

    async fn pages(&self, rig: &Rig, size: &'static str, table: &mut Table) -> Outcome<()> {
        let port = rig.house()?.port;
        fill::sign_in(rig, (0, 200)).await?;
        let catalogue = async |client: &mut Client, n: usize| {
            client.get("/workshops?show=dates", Some(&fill::secret(VIEWERS + n % CLIENTS))).await
        };
        let session = async |client: &mut Client, n: usize| {
            let page = format!("/sessions/{}", fill::id(SESSION, n % 100));
            client.get(&page, Some(&fill::secret(VIEWERS + n % CLIENTS))).await
        };
        let (mut catalogues, mut sessions, mut limits) = (vec![], vec![], [vec![], vec![]]);
        for _ in 0..self.plan.rounds {
            let sample = load::drive(port, CLIENTS, self.plan.each, catalogue, 200).await?;
            limits[0].push(limit::answers(sample.bytes, self.plan.each).await?);
            catalogues.push(sample);
            let sample = load::drive(port, CLIENTS, self.plan.each, session, 200).await?;
            limits[1].push(limit::answers(sample.bytes, self.plan.each).await?);
            sessions.push(sample);
        }
        table.rate((rig, size), "catalogue page, 50 of the dates", &catalogues, &limits[0]);
        table.rate((rig, size), "session page", &sessions, &limits[1]);
        table.value((rig, size), "memory after pages", rig.house()?.memory(), "MiB");
        Ok(())
    }

    async fn files(&self, rig: &Rig, size: &'static str, table: &mut Table) -> Outcome<()> {
        let mut client = Client::connect(rig.house()?.port).await?;
        for ending in ["csv", "xlsx"] {
            let page = format!("/desk/sessions/{}/participants.{ending}", fill::id(SESSION, CROWDED));
            let mut waits = Vec::new();
            for _ in 0..self.plan.rounds * 2 + 1 {
                let asked = Instant::now();
                let answer = client.get(&page, Some(&fill::secret(PLANNER))).await?;
                if answer.status != 200 {
                    return Err(format!("the export answered {}", answer.status).into());
                }
                waits.push(asked.elapsed().as_secs_f64() * 1000.0);
            }
            let wait = median(&waits, |ms| *ms).unwrap_or_default();
            let name =
                if ending == "csv" { "20,000 participants as CSV" } else { "20,000 participants as XLSX" };
            table.value((rig, size), name, wait, "ms");
        }
        table.value((rig, size), "memory after files", rig.house()?.memory(), "MiB");
        Ok(())
    }

    async fn enrolling(&mut self, rig: &Rig, size: &'static str, table: &mut Table) -> Outcome<()> {
        let (mut spread, mut hot, mut limits) = (vec![], vec![], [vec![], vec![]]);
        for _ in 0..self.plan.rounds {
            spread.push(self.enrol(rig, None).await?);
            limits[0].push(self.limit(rig, None).await?);
            let session = self.fresh(rig, None).await?;
            hot.push(self.enrol(rig, Some(session)).await?);
            let session = self.fresh(rig, None).await?;
            limits[1].push(self.limit(rig, Some(session)).await?);
        }
        table.rate((rig, size), "enrolments over 100 sessions", &spread, &limits[0]);
        table.rate((rig, size), "enrolments in one session", &hot, &limits[1]);
        table.value((rig, size), "memory after enrolments", rig.house()?.memory(), "MiB");
        Ok(())
    }

    /// People who have not enrolled yet take places through the pages.
    async fn enrol(&mut self, rig: &Rig, hot: Option<usize>) -> Outcome<Sample> {
        let first = self.newcomers(rig).await?;
        let take = async |client: &mut Client, n: usize| {
            let person = first + n;
            let page = format!("/sessions/{}/enrolments", fill::id(SESSION, hot.unwrap_or(person % 100)));
            client.post(&page, &fill::secret(person), &format!("key={person}&short-notice=yes")).await
        };
        let sample = load::drive(rig.house()?.port, CLIENTS, self.plan.each, take, 303).await?;
        self.done_with(sample.count)?;
        self.settle(rig).await?;
        Ok(sample)
    }

    async fn limit(&mut self, rig: &Rig, hot: Option<usize>) -> Outcome<Sample> {
        let first = self.newcomers(rig).await?;
        let sample = limit::enrolments(rig, first, hot, self.plan.each).await?;
        self.done_with(sample.count)?;
        self.settle(rig).await?;
        Ok(sample)
    }

    async fn rush(&mut self, rig: &Rig, size: &'static str, table: &mut Table) -> Outcome<()> {
        let mut rounds = Vec::new();
        for _ in 0..self.plan.rounds {
            rounds.push(self.one_rush(rig).await?);
        }
        table.samples((rig, size), "200 at once for 30 seats: until the last answer", &rounds);
        Ok(())
    }

    async fn one_rush(&mut self, rig: &Rig) -> Outcome<Sample> {
        let (first, session) = (self.newcomers(rig).await?, self.fresh(rig, Some(RUSH_SEATS)).await?);
        let page = format!("/sessions/{}/enrolments", fill::id(SESSION, session));
        let port = rig.house()?.port;
        let clients = try_join_all((0..RUSH).map(|_| Client::connect(port))).await?;
        let begun = Instant::now();
        let one = async |(n, mut client): (usize, Client)| -> Outcome<Duration> {
            let person = first + n;
            let form = format!("key={person}&short-notice=yes");
            let answer = client.post(&page, &fill::secret(person), &form).await?;
            if answer.status == 303 {
                Ok(begun.elapsed())
            } else {
                Err(format!("answered {}", answer.status).into())
            }
        };
        let waits = try_join_all(clients.into_iter().enumerate().map(one)).await?;
        let counted = fill::counted(rig, session).await?;
        if counted != (RUSH_SEATS as i32, (RUSH - RUSH_SEATS) as i32) {
            return Err(format!("taken and waiting are {counted:?}").into());
        }
        self.settle(rig).await?;
        self.done_with(RUSH)?;
        let last = waits.iter().max().copied().unwrap_or_default();
        Ok(Sample::of(waits, last))
    }

    /// Lets go of letters that wait, so that the worker does not work while something else is measured.
    pub async fn settle(&self, rig: &Rig) -> Outcome<()> {
        fill::empty_queue(rig).await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        Ok(())
    }

    /// People enough for one measurement, just signed in; the number of the first.
    async fn newcomers(&self, rig: &Rig) -> Outcome<usize> {
        // More than any machine enrols in that time.
        let enough = (self.plan.each.as_secs() as usize + 1) * 2_000;
        fill::sign_in(rig, (self.person, (self.person + enough).min(self.people))).await?;
        Ok(self.person)
    }

    /// So many of them have a place now, or asked for one when the time was over; the next measurement goes on behind them.
    /// Whoever is not signed in is sent away with the same status as whoever got a place, so running out must be noticed.
    fn done_with(&mut self, count: usize) -> Outcome<()> {
        self.person += count + CLIENTS;
        if self.person > self.people {
            return Err("this machine is so fast that there are too few people to enrol: see fill.rs".into());
        }
        Ok(())
    }

    async fn fresh(&mut self, rig: &Rig, seats: Option<usize>) -> Outcome<usize> {
        self.session += 1;
        fill::fresh_session(rig, self.session, seats).await?;
        Ok(self.session)
    }
}

/// How busy the machine is with all its work.
pub fn load_now() -> f64 {
    statistics::machine_load()
}

impl Line {
    /// A rate beside its limit.
    pub fn of(samples: &[Sample], limits: &[Sample]) -> Self {
        let rate = |sample: &Sample| sample.per_second;
        let own = median(samples, rate).unwrap_or_default();
        let limit = median(limits, rate).map(|limit| limit.per_second);
        Self { sample: own, limit, load: load_now(), ..Self::default() }
    }
}
