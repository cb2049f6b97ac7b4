//! Conversations of the world, a vote in one of them, and notes that somebody else was asked to read.

use std::sync::Arc;

use entity::{
    adoption_cell::Indicator,
    id::{CodingId, PersonId},
    role::RoleKind,
};
use olievlek::domain::{
    change::Change,
    dialogue::{
        ballot,
        coding::{self, Sample},
    },
};

use super::{
    canary,
    cast::Role,
    rule::{Kind, Thing},
    world::{World, thing},
};
use crate::{
    dialogue::{coding::noted, conversation},
    house::published::{COUNTER, ORGANISATION, PERMITS, cell},
};

impl World {
    /// Sem holds one in which a vote is open; each of Sem and Ruben was asked to read one of the other.
    pub async fn voices(&mut self) {
        let (house, named) = (&self.house, &self.named);
        let own = conversation(house, named.sem, &[named.permits]).await;
        let of_ruben = noted(house, named.manager, named.counter, canary::NOTE).await;
        let sem = house.actor(named.sem).await;
        assert!(sem.is(RoleKind::Facilitator));
        let opened = house.write(&sem, |change| async move { ballot::open(&change, own).await }).await;
        let key = opened.expect("an open vote").link_key;
        let of_sem = noted(house, named.sem, named.permits, canary::NOTE).await;
        let (sem, ruben) = (Role::Facilitator, Role::Manager);
        let ended = [
            self.closed_vote(ruben, "a vote that is closed").await,
            self.closed_vote(sem, "a vote that Sem closed").await,
            self.read_before([sem, ruben], "what Sem read").await,
            self.read_before([ruben, sem], "what Ruben read").await,
        ];
        let asked = [self.asked_to_read(named.sem).await, self.asked_to_read(named.manager).await];
        let ids = |id: &dyn std::fmt::Display| vec![id.to_string()];
        // None of them has a summary that was released.
        let of = |role, thing: Thing| {
            let public = thing.kind != Kind::Conversation;
            Thing { of: Some(role), public, ..thing }
        };
        let never =
            Thing { there: false, ..thing(Kind::Vote, "an address that was never given", ids(&"AAAA2222")) };
        for thing in [
            of(Role::Facilitator, thing(Kind::Conversation, "a conversation of Sem", ids(&own))),
            of(Role::Manager, thing(Kind::Conversation, "a conversation of Ruben", ids(&of_ruben))),
            of(Role::Facilitator, thing(Kind::Vote, "the vote of Sem", ids(&key))),
            never,
            of(Role::Facilitator, thing(Kind::Conversation, "another conversation of Sem", ids(&of_sem))),
            of(Role::Facilitator, thing(Kind::Coding, "what Sem was asked to read", ids(&asked[0]))),
            of(Role::Manager, thing(Kind::Coding, "what Ruben was asked to read", ids(&asked[1]))),
            thing(Kind::ValueText, "a core value in Dutch", vec!["vertrouwen".into(), "nl".into()]),
        ]
        .into_iter()
        .chain(ended)
        {
            self.add(thing);
        }
    }

    /// Somebody asked for votes, and closed them.
    async fn closed_vote(&self, of: Role, name: &'static str) -> Thing {
        let (house, who) = (&self.house, self.people[&of]);
        let talk = conversation(house, who, &[self.named.counter]).await;
        let once = |change: Arc<Change>| async move {
            let key = ballot::open(&change, talk).await?.link_key;
            ballot::close(&change, talk).await?;
            Ok(key)
        };
        let key = house.write(&house.actor(who).await, once).await.expect("a closed vote");
        Thing { of: Some(of), over: true, ..thing(Kind::Vote, name, vec![key]) }
    }

    /// Ruben asks somebody to read notes of a conversation that somebody else held.
    async fn asked_to_read(&self, coder: PersonId) -> CodingId {
        let (house, sample) = (&self.house, &Sample { number: 1, seed: 7, coder });
        let draw = |change: Arc<Change>| async move { coding::draw(&change, sample).await };
        house.write(&house.actor(self.named.manager).await, draw).await.expect("drawn");
        let coder = house.actor(coder).await;
        coding::waiting(&house.db.reader, &coder, 1).await.expect("asked").remove(0).row.id
    }

    /// One was asked before to read notes of the other, and gave no theme.
    async fn read_before(&self, [reader, of]: [Role; 2], name: &'static str) -> Thing {
        let house = &self.house;
        noted(house, self.people[&of], self.named.counter, canary::NOTE).await;
        let (id, who) =
            (self.asked_to_read(self.people[&reader]).await, house.actor(self.people[&reader]).await);
        house.write(&who, |change| async move { coding::give(&change, id, &[]).await }).await.expect("given");
        let read = thing(Kind::Coding, name, vec![id.to_string()]);
        Thing { of: Some(reader), there: false, over: true, ..read }
    }

    /// What was published of permits, the counter and the phone team.
    pub async fn figures(&mut self) {
        let cells = vec![
            cell(PERMITS, Indicator::ValueTrust, 0.7),
            cell(COUNTER, Indicator::ValueTrust, 0.6),
            cell(ORGANISATION, Indicator::ValueTrust, 0.5),
        ];
        let figures = self.house.published(&self.named, ("2025-07-01", [1, 2]), cells).await;
        let closed = thing(Kind::Period, "a half-year that is closed", vec![figures.period.to_string()]);
        self.add(Thing { over: true, ..closed });
        for (name, id, works) in [
            ("figures of permits", self.named.permits, "permits"),
            ("figures of the counter", self.named.counter, "counter"),
            ("figures of the phone team", self.named.phone_team, "phone"),
        ] {
            self.add(Thing { works, ..thing(Kind::Unit, name, vec![id.to_string()]) });
        }
        self.add(thing(Kind::Measure, "what reach is", vec!["reach".into()]));
    }
}
