//! The pulse, forms of residents, what one of them wrote, and a compliment.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use entity::{
    compliment::{Shape, Telling},
    feedback::{Channel, FeedbackWay},
    id::ComplimentId,
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
        let form = service::feedback::opened(house, &self.named).await;
        let poster = service::feedback::opened(house, &self.named).await;
        let key = form::find(&house.db.reader, poster).await.expect("a form").link_key;
        let thanked = self.said(today).await;
        let never = |kind, name, id: &str| Thing { there: false, ..thing(kind, name, vec![id.to_owned()]) };
        let tess = self.people[&Role::AgencyTrainer].to_string();
        for thing in [
            thing(Kind::Pulse, "what Fenna is asked of the core values", vec![code]),
            never(Kind::Pulse, "a link of no pulse", &"A".repeat(64)),
            thing(Kind::Asked, "Fenna, who is asked", vec![fenna.to_string()]),
            never(Kind::Asked, "Tess, who is not asked", &tess),
            thing(Kind::Poster, "a form in the hall", vec![key]),
            never(Kind::Poster, "a key that was never given", "AAAA2222"),
            thing(Kind::FeedbackForm, "a form", vec![form.to_string()]),
            thing(Kind::Compliment, "a compliment", vec![thanked.to_string()]),
        ] {
            self.add(thing);
        }
    }

    /// What a resident wrote about permits, and a compliment for them.
    async fn said(&self, today: NaiveDate) -> ComplimentId {
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
        let both = |change: Arc<_>| async move {
            feedback::enter(&change, entry).await?;
            compliment::enter(&change, thanks).await
        };
        self.house.write(&Actor::operator(), both).await.expect("entered")
    }
}
