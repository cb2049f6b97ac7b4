//! A period and a threshold.

use olievlek::domain::adoption::period;

use super::{
    rule::{Kind, Thing},
    world::{World, thing},
};

impl World {
    /// The year that runs, and what can be set.
    pub async fn adoption(&mut self) {
        let (house, manager) = (&self.house, self.house.actor(self.named.manager).await);
        let today = house.policy.day(house.now());
        let begin = |change: std::sync::Arc<_>| async move { period::begin(&change, today).await };
        let id = house.write(&manager, begin).await.expect("a period");
        self.add(Thing { public: false, ..thing(Kind::Period, "the year that runs", vec![id.to_string()]) });
        self.add(thing(Kind::Threshold, "how many people there have to be", vec!["people".into()]));
    }
}
