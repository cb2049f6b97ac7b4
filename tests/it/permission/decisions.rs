//! What heads decide: requests, deputies, held seats, and dates that they ask for; of two departments, and some of it decided.

use std::sync::Arc;

use chrono::NaiveDate;
use entity::{id::*, workshop::ApprovalRule};
use olievlek::domain::{
    change::Change,
    learning::{
        date_wish::{self, Answer, Wish},
        deputy,
        held_seat::Hold,
    },
};

use super::{
    cast::Role,
    rule::{Kind, Thing},
    scene::Sessions,
    world::{World, thing},
};
use crate::learning::{self, approval, held_seat};

impl World {
    pub async fn decisions(&mut self, all: &Sessions) {
        let rule = ApprovalRule::Head;
        let workshop = learning::workshop_with(&self.house, ("VRAAG", "iedereen"), rule).await;
        let plan = learning::plan(workshop, "2026-04-21T10:00", Some(8));
        let session = learning::plan_session(&self.house, plan).await.expect("a date");
        self.requests(session).await;
        self.deputies().await;
        self.holds([all.other, session]).await;
        self.date_wishes(workshop).await;
    }

    /// Of Fenna and of Noor; one of Sem that Hanna declined, and one of Daan that Wout did.
    async fn requests(&mut self, session: SessionId) {
        for (name, of, works) in [
            ("a request of Fenna", Role::Employee, "permits"),
            ("a request of Noor", Role::Editor, "counter"),
            ("a request of Sem that was declined", Role::Facilitator, "permits"),
            ("a request of Daan that was declined", Role::QualityOfficer, "phone"),
        ] {
            let asked = learning::enrol(&self.house, session, self.people[&of]).await.expect("a request").id;
            let over = name.ends_with("declined");
            if over {
                let (why, head) =
                    ("Nu even niet.", if works == "permits" { Role::Head } else { Role::OtherHead });
                approval::declines(&self.house, self.people[&head], asked, why).await.expect("declined");
            }
            self.add(Thing {
                of: Some(of),
                works,
                over,
                ..thing(Kind::Request, name, vec![asked.to_string()])
            });
        }
    }

    /// Lotte for Hanna, Ruben for Wout; and Daan and Noor, who were it.
    async fn deputies(&mut self) {
        let until = NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day");
        for (name, of, whom) in [
            ("Lotte, a deputy of Hanna", Role::Head, Role::Trainer),
            ("Ruben, a deputy of Wout", Role::OtherHead, Role::Manager),
            ("Daan, who was a deputy of Hanna", Role::Head, Role::QualityOfficer),
            ("Noor, who was a deputy of Wout", Role::OtherHead, Role::Editor),
        ] {
            let (head, whom) = (self.house.actor(self.people[&of]).await, self.people[&whom].to_string());
            let handle = whom.as_str();
            let name_one = |change: Arc<Change>| async move { deputy::name(&change, handle, until).await };
            let id = self.house.write(&head, name_one).await.expect("a deputy");
            let over = name.contains("was");
            if over {
                let end = |change: Arc<Change>| async move { deputy::end(&change, id).await };
                self.house.write(&head, end).await.expect("ended");
            }
            let deputy = thing(Kind::Deputy, name, vec![id.to_string()]);
            self.add(Thing { of: Some(of), works: "permits", there: !over, over, ..deputy });
        }
    }

    /// A seat of Hanna and one of Wout; and one that each gave back.
    async fn holds(&mut self, [other, asked]: [SessionId; 2]) {
        let (hanna, wout) = (self.named.head, self.people[&Role::OtherHead]);
        let (permits, counter) = (self.named.permits, self.named.counter);
        for (name, session, who, department, works) in [
            ("a seat held by Hanna", other, hanna, permits, "permits"),
            ("a seat held by Wout", other, wout, counter, "counter"),
            ("a seat that Hanna gave back", asked, hanna, permits, "permits"),
            ("a seat that Wout gave back", asked, wout, counter, "counter"),
        ] {
            let hold = Hold { session, department, seats: 1, days_before: 7 };
            let id = held_seat::holds(&self.house, who, hold).await.expect("a held seat");
            let over = session == asked;
            if over {
                held_seat::releases(&self.house, who, id).await.expect("given back");
            }
            self.add(Thing { works, over, ..thing(Kind::Hold, name, vec![id.to_string()]) });
        }
    }

    /// Hanna and Wout ask for a date; another wish of each was answered.
    async fn date_wishes(&mut self, workshop: WorkshopId) {
        let (hanna, wout) = (self.named.head, self.people[&Role::OtherHead]);
        let (permits, counter) = (self.named.permits, self.named.counter);
        for (name, who, department, works) in [
            ("a date that Hanna asked for and that was answered", hanna, permits, "permits"),
            ("a date that Wout asked for and that was answered", wout, counter, "counter"),
            ("a date that Hanna asks for", hanna, permits, "permits"),
            ("a date that Wout asks for", wout, counter, "counter"),
        ] {
            let wish = Wish {
                department,
                workshop,
                people: 4,
                ..learning::date_wish::wish_for(department, workshop)
            };
            let id = learning::date_wish::asks(&self.house, who, &wish).await.expect("a wish for a date");
            let over = name.ends_with("answered");
            if over {
                let answer = &Answer::Sentence("Na de zomer.".into());
                let say = |change: Arc<Change>| async move { date_wish::answer(&change, id, answer).await };
                self.house.write(&self.house.actor(self.named.manager).await, say).await.expect("answered");
            }
            self.add(Thing { works, over, ..thing(Kind::DateWish, name, vec![id.to_string()]) });
        }
    }
}
