//! The pulse, forms of residents, what one of them wrote, and a compliment.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use entity::{
    compliment::{Shape, Telling},
    feedback::{Channel, FeedbackWay},
    id::{ComplimentId, FeedbackFormId},
};
use olievlek::domain::{
    actor::Actor,
    adoption::{period, pulse},
    service::{
        compliment,
        feedback::{self, Entry, Said, form},
    },
};

use super::{
    canary,
    cast::Role,
    rule::{Kind, Thing},
    world::{World, thing},
};
use crate::{adoption, service};

fn over(thing: Thing) -> Thing {
    Thing { over: true, ..thing }
}

fn never(kind: Kind, name: &'static str, id: &str) -> Thing {
    Thing { there: false, ..thing(kind, name, vec![id.to_owned()]) }
}

impl World {
    /// Everybody is asked the pulse; Fenna has not answered.
    pub async fn hearing(&mut self) {
        let house = &self.house;
        let today = house.policy.day(house.now());
        let period = period::open(&house.db.reader).await.expect("periods")[0].id;
        let dates = (today, today + TimeDelta::days(20));
        let ask = |change: Arc<_>| async move { pulse::ask(&change, period, dates).await };
        house.write(&Actor::operator(), ask).await.expect("a pulse");
        adoption::pulse::attend(house).await;
        let fenna = self.people[&Role::Employee];
        let code = adoption::pulse::code(house, fenna).await.expect("Fenna is asked");
        let [noor, sem, milan] =
            [Role::Editor, Role::Facilitator, Role::SharedDevice].map(|role| self.people[&role]);
        let of_noor = adoption::pulse::code(house, noor).await.expect("Noor is asked");
        let of_sem = adoption::pulse::code(house, sem).await.expect("Sem is asked");
        let daan = self.people[&Role::QualityOfficer];
        let of_daan = adoption::pulse::code(house, daan).await.expect("Daan is asked");
        for code in [&of_sem, &of_daan] {
            adoption::pulse::send(house, code, adoption::pulse::SCORES).await.expect("an answer");
        }
        let of = |role, thing| Thing { of: Some(role), ..thing };
        let tess = self.people[&Role::AgencyTrainer].to_string();
        for thing in [
            of(Role::Employee, thing(Kind::Pulse, "what Fenna is asked of the core values", vec![code])),
            of(Role::Editor, thing(Kind::Pulse, "what Noor is asked of the core values", vec![of_noor])),
            over(of(Role::Facilitator, thing(Kind::Pulse, "what Sem answered", vec![of_sem]))),
            over(of(Role::QualityOfficer, thing(Kind::Pulse, "what Daan answered", vec![of_daan]))),
            never(Kind::Pulse, "a link of no pulse", &"A".repeat(64)),
            of(Role::Employee, thing(Kind::Asked, "Fenna, who is asked", vec![fenna.to_string()])),
            of(Role::SharedDevice, thing(Kind::Asked, "Milan, who is asked", vec![milan.to_string()])),
            over(of(Role::Facilitator, thing(Kind::Asked, "Sem, who answered", vec![sem.to_string()]))),
            over(of(Role::QualityOfficer, thing(Kind::Asked, "Daan, who answered", vec![daan.to_string()]))),
            never(Kind::Asked, "Tess, who is not asked", &tess),
        ] {
            self.add(thing);
        }
        self.forms(today).await;
    }

    /// Forms of residents, what one of them wrote, and compliments.
    async fn forms(&mut self, today: NaiveDate) {
        let house = &self.house;
        let form = service::feedback::opened(house, &self.named).await;
        let poster = service::feedback::opened(house, &self.named).await;
        let key = form::find(&house.db.reader, poster).await.expect("a form").link_key;
        let key_of_closed = self.closed_form().await;
        let thanked = self.said(today).await;
        for thing in [
            thing(Kind::Poster, "a form in the hall", vec![key]),
            never(Kind::Poster, "a key that was never given", "AAAA2222"),
            over(never(Kind::Poster, "a form that was taken away", &key_of_closed.1)),
            thing(Kind::FeedbackForm, "a form", vec![form.to_string()]),
            over(thing(Kind::FeedbackForm, "a form that is closed", vec![key_of_closed.0.to_string()])),
            Thing {
                works: "permits",
                ..thing(Kind::Compliment, "a compliment", vec![thanked[0].to_string()])
            },
            thing(Kind::Compliment, "a compliment for everybody", vec![thanked[1].to_string()]),
        ] {
            self.add(thing);
        }
    }

    /// A form that is no longer filled in, and its key.
    async fn closed_form(&self) -> (FeedbackFormId, String) {
        let house = &self.house;
        let id = service::feedback::opened(house, &self.named).await;
        let key = form::find(&house.db.reader, id).await.expect("a form").link_key;
        let close = |change: Arc<_>| async move { form::close(&change, id).await };
        house.write(&Actor::operator(), close).await.expect("closed");
        (id, key)
    }

    /// What a resident wrote about permits, a compliment for them, and one for everybody.
    async fn said(&self, today: NaiveDate) -> [ComplimentId; 2] {
        let entry = &Entry {
            channel: Channel::Counter,
            said: Said { grade: Some(8), effort: None, text: canary::FEEDBACK.into() },
            department: Some(self.named.permits),
            received_on: today,
            way: FeedbackWay::Paper,
        };
        let thanks = &compliment::New {
            shape: Shape::Card,
            asked: false,
            text: canary::THANKS.into(),
            channel: None,
            department: Some(self.named.permits),
            received_on: today,
            telling: Telling::Team,
        };
        let for_all = &compliment::New { text: "Fijn geholpen.".into(), department: None, ..thanks.clone() };
        let both = |change: Arc<_>| async move {
            feedback::enter(&change, entry).await?;
            Ok([compliment::enter(&change, thanks).await?, compliment::enter(&change, for_all).await?])
        };
        self.house.write(&Actor::operator(), both).await.expect("entered")
    }
}
