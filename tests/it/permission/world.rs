//! One small municipality with a thing of every kind that an address can name: own, of another department, of somebody else;
//! to come and finished.

use std::collections::{BTreeMap, BTreeSet};

use entity::id::*;

use super::{
    canary,
    cast::Role,
    ended::JORIS,
    rule::{Kind, Thing},
    scene::{Sessions, cast, plan},
};
use crate::{
    house::{TestHouse, browser::Browser, world::Named},
    people::sign_in_code,
};

/// The municipality.
pub struct World {
    pub house: TestHouse,
    pub people: BTreeMap<Role, PersonId>,
    pub things: Vec<Thing>,
    pub named: Named,
    /// Of the counter, without a mail address.
    pub bram: PersonId,
    pub leaver: PersonId,
    pub erased: PersonId,
    pub open: SessionId,
    /// What has to be followed.
    pub assigned: Option<WorkshopId>,
    visitor: Browser,
    code: String,
}

impl World {
    /// Everything, on the day on which tests begin.
    pub async fn new() -> Self {
        let house = TestHouse::new().await;
        house.at("2026-02-02T09:00");
        let named = house.named().await;
        let people = cast(&house, &named).await;
        let leaver = house.employee("Otto Kanarie", named.permits).await;
        let erased = house.employee(canary::ERASED, named.permits).await;
        let bram = house.employee("Bram Stil", named.counter).await;
        sign_in_code::without_address(&house, bram).await;
        canary::mark(&house, &named).await;
        let all = plan(&house, &people).await;
        let code =
            sign_in_code::print(&house, named.head, people[&Role::SharedDevice]).await.expect("a code").plain;
        let visitor = house.browser();
        let (open, things) = (all.open, Vec::new());
        let mut world =
            Self { house, people, things, named, bram, leaver, erased, open, assigned: None, visitor, code };
        world.live(&all).await;
        world
    }

    /// A browser of somebody of this role, signed in anew.
    pub async fn browser(&self, role: Role) -> Browser {
        let mut browser = self.visitor.clone();
        match role {
            Role::Visitor => {}
            Role::SharedDevice => {
                let come = sign_in_code::come_in(&self.house, canary::MILAN, &self.code).await;
                browser.cookies.insert("olievlek".into(), come.expect("signed in").secret);
            }
            _ => browser.sign_in(&self.house, self.people[&role]).await,
        }
        browser
    }

    /// The things of a kind.
    pub fn of(&self, kind: Kind) -> Vec<Thing> {
        self.things.iter().filter(|thing| thing.kind == kind).cloned().collect()
    }

    /// What happens in the life of the municipality, and a name for everything that came of it.
    async fn live(&mut self, all: &Sessions) {
        self.places(all).await;
        self.workshops(all).await;
        self.people_and_departments().await;
        self.assignments(all).await;
        self.dialogue().await;
        self.service().await;
        // First: what is drawn to be read is one of these, and not of those that come after.
        self.voices().await;
        self.conversations().await;
        self.adoption().await;
        self.figures().await;
        self.hearing().await;
        self.files_and_links().await;
        self.ended(all).await;
        self.letters().await;
        let kinds: BTreeSet<_> = self.things.iter().map(|thing| thing.kind).collect();
        // A link that opens nothing says so, and not that there is none.
        for kind in kinds
            .into_iter()
            .filter(|kind| !matches!(kind, Kind::SignInLink | Kind::SetUpLink | Kind::Serial))
        {
            let ids = self.of(kind)[0].ids.iter().map(|_| SessionId::new().to_string()).collect();
            self.add(Thing { there: false, ..thing(kind, "nothing", ids) });
        }
    }

    pub fn add(&mut self, thing: Thing) {
        self.things.push(thing);
    }

    /// The last that was added is finished.
    pub fn over(&mut self) {
        self.things.last_mut().expect("a thing").over = true;
    }

    /// Another thing in the place of one that can be used once.
    pub async fn renew(&mut self, thing: &Thing) {
        let at = self.things.iter().position(|one| one.kind == thing.kind && one.ids == thing.ids);
        let (Some(at), true) = (at, thing.there && !thing.over) else { return };
        self.things.remove(at);
        match thing.kind {
            Kind::Plan => self.add_plan(thing.works).await,
            Kind::Role => self.add_role(thing.of.expect("its holder")).await,
            Kind::Assignment => self.add_assignment(thing.works).await,
            Kind::Failed => self.add_failed().await,
            Kind::Browser => self.add_browser(thing.of.expect("its owner"), thing.name).await,
            Kind::Guest => {
                let kim = canary::guest();
                let session: SessionId = thing.ids[0].parse().expect("an id");
                let (name, email) = match thing.of {
                    Some(_) => (kim.name.as_str(), kim.email.as_str()),
                    None => JORIS,
                };
                self.uninvite(session, thing.ids[1].parse().expect("an id")).await;
                let person = self.invite(session, name, email).await;
                let ids = vec![session.to_string(), person.to_string()];
                self.add(Thing { ids, ..thing.clone() });
            }
            _ => return self.things.insert(at, thing.clone()),
        }
        let last = self.things.pop().expect("the new one");
        self.things.insert(at, last);
    }
}

/// A thing that is there, for nobody in particular.
pub fn thing(kind: Kind, name: &'static str, ids: Vec<String>) -> Thing {
    Thing {
        kind,
        name,
        ids,
        there: true,
        of: None,
        works: "",
        public: true,
        over: false,
        givers: &[],
        invited: &[],
    }
}
