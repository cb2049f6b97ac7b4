//! Conversations of the world: one of Sem that was held and released, one of him that is a draft, and one of the programme manager.

use entity::{conversation_note::NoteTopic, id::*, quote::Sharing};
use olievlek::domain::dialogue::conversation::reference::Words;

use super::{
    canary,
    cast::Role,
    rule::{Kind, Thing},
    world::{World, thing},
};
use crate::dialogue::talk as dialogue;

impl World {
    /// What people talk about with Sem and Ruben.
    pub async fn conversations(&mut self) {
        let (permits, counter) = (self.named.permits, self.named.phone_team);
        let (sem, ruben) = (self.people[&Role::Facilitator], self.named.manager);
        let released = self.held(sem, permits, canary::NOTE).await;
        dialogue::release(&self.house, sem, released, canary::SUMMARY).await.expect("released");
        let draft = self.held(sem, permits, canary::NOTE).await;
        dialogue::summarise(&self.house, sem, draft, canary::DRAFT).await.expect("written");
        let other = self.held(ruben, counter, canary::OTHER_NOTE).await;
        dialogue::release(&self.house, ruben, other, "Wat Ruben samenvatte").await.expect("released");
        for (name, id, of, works, public) in [
            ("a conversation of Sem with permits", released, Role::Facilitator, "permits", true),
            ("one of which the summary is a draft", draft, Role::Facilitator, "permits", false),
            ("a conversation of Ruben", other, Role::Manager, "phone", true),
        ] {
            let named = thing(Kind::Conversation, name, vec![id.to_string()]);
            self.add(Thing { of: Some(of), works, public, ..named });
        }
    }

    async fn held(&self, who: PersonId, team: DepartmentId, note: &str) -> ConversationId {
        let id = dialogue::planned(&self.house, who, &[team], "2026-02-20T10:00").await;
        let quotes = vec![Words { text: canary::QUOTE.into(), sharing: Sharing::No }];
        let facts = dialogue::facts("2026-02-20", 12, quotes);
        let facts = if who == self.named.manager {
            olievlek::domain::dialogue::conversation::record::Facts { quotes: vec![], ..facts }
        } else {
            facts
        };
        dialogue::keep(&self.house, who, id, &facts, &[(NoteTopic::Serving, note)]).await.expect("kept");
        id
    }
}
