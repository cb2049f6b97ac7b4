//! Promises, with what was measured of them.

use super::{
    cast::Role,
    rule::Kind,
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
    }
}
