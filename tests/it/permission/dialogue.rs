//! What teams raised, a conversation of Sem, and themes.

use std::sync::Arc;

use entity::id::*;
use olievlek::domain::{
    change::Change,
    dialogue::{
        improvement::{raise::Idea, step::Reply},
        theme::manage::{self, Names},
    },
};

use super::{
    canary,
    cast::Role,
    rule::{Kind, Thing},
    world::{World, thing},
};
use crate::dialogue::{
    Held, held,
    improvement::{agrees, answers, finishes, raises},
    theme::helps,
};

impl World {
    pub async fn dialogue(&mut self) {
        self.improvements().await;
        let (sem, permits) = (self.people[&Role::Facilitator], self.named.permits);
        let talk = held(&self.house, &Held { by: Some(sem), ..Held::with(vec![permits]) }).await;
        let sem = Some(Role::Facilitator);
        self.add(Thing {
            of: sem,
            public: false,
            ..thing(Kind::Conversation, "Sem's conversation", vec![talk.to_string()])
        });
        let other = held(&self.house, &Held::with(vec![permits])).await;
        let other = thing(Kind::Conversation, "a conversation of nobody here", vec![other.to_string()]);
        self.add(Thing { public: false, ..other });
        let quiet = self.theme("Stil").await;
        self.add(Thing { public: false, ..thing(Kind::Theme, "a theme of few", vec![quiet.to_string()]) });
        let known = self.theme("Bekend").await;
        let workshop: WorkshopId = self.of(Kind::Workshop)[0].ids[0].parse().expect("an id");
        helps(&self.house, self.named.manager, known, &[workshop]).await.expect("it helps");
        self.add(thing(Kind::Theme, "a theme with a workshop", vec![known.to_string()]));
        let gone = self.theme("Voorbij").await;
        let retire = |change: Arc<Change>| async move { manage::retire(&change, gone, true).await };
        self.house.write(&self.house.actor(self.named.manager).await, retire).await.expect("retired");
        let gone = thing(Kind::Theme, "a theme that is used no more", vec![gone.to_string()]);
        self.add(Thing { public: false, over: true, ..gone });
    }

    async fn improvements(&mut self) {
        let (permits, fenna) = (self.named.permits, self.people[&Role::Employee]);
        let (head, manager) = (self.named.head, self.named.manager);
        let idea = |title: &str| Idea { department: Some(permits), title: title.into(), ..Idea::default() };
        let of_permits = |thing: Thing| Thing { works: "permits", ..thing };
        let named = |name, id: ImprovementId| thing(Kind::Improvement, name, vec![id.to_string()]);
        let open = raises(&self.house, fenna, &idea(canary::IDEA)).await.expect("an idea");
        self.add(of_permits(Thing { public: false, ..named("an idea of permits", open) }));
        let no = raises(&self.house, fenna, &idea("Nee")).await.expect("an idea");
        answers(&self.house, head, no, &Reply::No("Te duur.".into())).await.expect("an answer");
        self.add(of_permits(Thing { over: true, ..named("a no to permits", no) }));
        let agreed = raises(&self.house, fenna, &idea("Doen")).await.expect("an idea");
        let daan = self.people[&Role::QualityOfficer];
        agrees(&self.house, manager, agreed, (daan, "2026-06-01")).await.expect("agreed");
        self.add(of_permits(Thing {
            of: Some(Role::QualityOfficer),
            ..named("what Daan does for permits", agreed)
        }));
        let done = raises(&self.house, fenna, &idea("Klaar")).await.expect("an idea");
        agrees(&self.house, manager, done, (daan, "2026-06-01")).await.expect("agreed");
        finishes(&self.house, daan, done).await.expect("done");
        let of = Some(Role::QualityOfficer);
        self.add(of_permits(Thing { of, over: true, ..named("what Daan did for permits", done) }));
        let other = Idea { department: Some(self.named.counter), ..idea("Balie") };
        let other = raises(&self.house, self.people[&Role::Editor], &other).await.expect("an idea");
        self.add(Thing { works: "counter", public: false, ..named("an idea of the counter", other) });
    }

    async fn theme(&self, nl: &str) -> ThemeId {
        let manager = self.house.actor(self.named.manager).await;
        let names = &Names { nl: nl.into(), en: format!("{nl} in English") };
        let add = |change: Arc<Change>| async move { manage::add(&change, names).await };
        self.house.write(&manager, add).await.expect("a theme")
    }
}
