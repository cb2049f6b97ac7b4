//! What heads and trainers do: a register that closes, an assignment to a large department, the page of a head.

use std::time::{Duration, Instant};

use crate::{
    Outcome,
    figure::Run,
    fill::{self, DIRECTOR, HEAD, LEAD, MEETING, PLANNER, WORKSHOP},
    fill_training,
    load::{self, Client},
    rig::Rig,
    statistics::median,
    table::Table,
};

/// The department of a head on one screen.
const OVERVIEW: &str = "/team/overview";

impl Run {
    pub async fn trainings(&mut self, rig: &Rig, size: &'static str, table: &mut Table) -> Outcome<()> {
        fill::sign_in(rig, (0, 200)).await?;
        let (mut closings, mut assignings) = (vec![], vec![]);
        for _ in 0..self.plan.rounds * 2 + 1 {
            closings.push(self.close(rig).await?);
            assignings.push(self.assign(rig).await?);
        }
        let middle = |waits: &[f64]| median(waits, |ms| *ms).unwrap_or_default();
        table.value((rig, size), "a register of 30 closes", middle(&closings), "ms");
        table.value((rig, size), "a workshop assigned to 2,000", middle(&assignings), "ms");
        // PostgreSQL does so by itself within a minute.
        rig.run(&["ANALYZE".to_owned()]).await?;
        for (who, name) in [
            (LEAD, "page of the head of 25"),
            (HEAD, "page of the head of some 500"),
            (DIRECTOR, "page of who heads a twentieth"),
        ] {
            let page = async |client: &mut Client, _| client.get(OVERVIEW, Some(&fill::secret(who))).await;
            let mut pages = vec![];
            for _ in 0..self.plan.rounds {
                pages.push(load::drive(rig.house()?.port, 1, self.plan.each, page, 200).await?);
            }
            table.rate((rig, size), name, &pages, &[]);
        }
        Ok(())
    }

    /// 27 of 30 were there: they get a certificate, and the three a letter.
    async fn close(&mut self, rig: &Rig) -> Outcome<f64> {
        let number = self.register;
        self.register += 1;
        fill_training::register(rig, number).await?;
        let page = format!("/desk/meetings/{}/closing", fill::id(MEETING, number));
        let took = post(rig, &page, &format!("key=close-{number}")).await?;
        self.settle(rig).await?;
        Ok(took)
    }

    async fn assign(&mut self, rig: &Rig) -> Outcome<f64> {
        let number = self.assigned;
        self.assigned += 1;
        let workshop = fill::id(WORKSHOP, number % fill::WORKSHOPS);
        let due = olievlek::clock::now().date_naive() + chrono::Days::new(120);
        let form = format!(
            "key=assign-{number}&step=make&training=workshop:{workshop}&dueOn={due}&who={}&reason=Voor+wie+ons+belt",
            fill::crew().replace(' ', "+")
        );
        let took = post(rig, "/desk/assignments", &form).await?;
        self.settle(rig).await?;
        Ok(took)
    }
}

/// Sends a form as whoever plans; how long the answer took, in ms.
async fn post(rig: &Rig, page: &str, form: &str) -> Outcome<f64> {
    let mut client = Client::connect(rig.house()?.port).await?;
    let begun = Instant::now();
    let answer =
        tokio::time::timeout(Duration::from_secs(60), client.post(page, &fill::secret(PLANNER), form))
            .await??;
    let took = begun.elapsed();
    if answer.status == 303 {
        Ok(took.as_secs_f64() * 1000.0)
    } else {
        Err(format!("{page} answered {}", answer.status).into())
    }
}
