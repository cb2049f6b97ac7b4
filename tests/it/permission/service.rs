//! Promises, with what was measured of them.

use std::sync::Arc;

use olievlek::domain::{
    actor::Actor,
    change::Change,
    service::promise::{self, Draft},
};

use super::{
    cast::Role,
    rule::{Kind, Thing},
    world::{World, thing},
};
use crate::service::{
    promise::{draft, made},
    reading::{enters, share},
};

impl World {
    /// A promise with a reading that Daan entered and corrected, and one that was missed and has none since.
    pub async fn service(&mut self) {
        let row = made(&self.house, &draft("N01")).await;
        let daan = self.house.actor(self.people[&Role::QualityOfficer]).await;
        enters(&self.house, &daan, &share(&row, "2025-12-01", 95, 100)).await.expect("a reading");
        enters(&self.house, &daan, &share(&row, "2026-01-01", 72, 100)).await.expect("a reading");
        made(&self.house, &draft("N02")).await;
        for (name, code) in [("a promise with readings", "N01"), ("a promise without any", "N02")] {
            self.add(thing(Kind::Promise, name, vec![code.into()]));
        }
        let of_permits = Draft { department: Some(self.named.permits), ..draft("N03") };
        made(&self.house, &of_permits).await;
        self.add(Thing {
            works: "permits",
            ..thing(Kind::Promise, "a promise of permits", vec!["N03".into()])
        });
        for (name, code, department, works) in [
            ("a promise of before", "N04", None, ""),
            ("a promise of permits of before", "N05", Some(self.named.permits), "permits"),
        ] {
            let gone = made(&self.house, &Draft { department, ..draft(code) }).await.id;
            let retire = |change: Arc<Change>| async move { promise::retire(&change, gone, true).await };
            self.house.write(&Actor::operator(), retire).await.expect("retired");
            self.add(Thing { works, over: true, ..thing(Kind::Promise, name, vec![code.into()]) });
        }
    }
}
