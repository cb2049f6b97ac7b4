//! Conversations of the world: one of Sem that was held and released, one of him that is a draft, one of him with a customer panel,
//! and one of the programme manager.

use entity::{conversation::ConversationKind, conversation_note::NoteTopic, id::*, quote::Sharing};
use olievlek::domain::dialogue::conversation::{plan::Plan, reference::Words};

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
        let panel = self.with_panel(sem).await;
        dialogue::release(&self.house, sem, panel, canary::SPOKEN).await.expect("released");
        for (name, id, of, works, public) in [
            ("a conversation of Sem with permits", released, Role::Facilitator, "permits", true),
            ("one of which the summary is a draft", draft, Role::Facilitator, "permits", false),
            ("a customer panel of Sem", panel, Role::Facilitator, "", true),
            ("a conversation of Ruben", other, Role::Manager, "phone", true),
        ] {
            let named = thing(Kind::Conversation, name, vec![id.to_string()]);
            // What was released is done.
            self.add(Thing { of: Some(of), works, public, over: public, ..named });
        }
    }

    async fn held(&self, who: PersonId, team: DepartmentId, note: &str) -> ConversationId {
        let id = dialogue::planned(&self.house, who, &[team], "2026-02-20T10:00").await;
        self.keep(who, id, note).await;
        id
    }

    async fn with_panel(&self, who: PersonId) -> ConversationId {
        let plan = Plan {
            kind: ConversationKind::Panel,
            partner: "Klantenpanel".into(),
            service_area: "Vergunningen".into(),
            ..dialogue::plan_of(&[], "2026-02-20T13:00")
        };
        let id = dialogue::plans(&self.house, who, &plan).await.expect("a panel");
        self.keep(who, id, canary::NOTE).await;
        id
    }

    async fn keep(&self, who: PersonId, id: ConversationId, note: &str) {
        let quotes = vec![Words { text: canary::QUOTE.into(), sharing: Sharing::No }];
        let facts = dialogue::facts("2026-02-20", 12, quotes);
        let facts = if who == self.named.manager {
            olievlek::domain::dialogue::conversation::record::Facts { quotes: vec![], ..facts }
        } else {
            facts
        };
        dialogue::keep(&self.house, who, id, &facts, &[(NoteTopic::Serving, note)]).await.expect("kept");
    }
}
