//! One small municipality with a thing of every kind that an address can name: own, of another department, of somebody else;
//! to come and finished.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use chrono::NaiveDate;
use entity::{id::*, import::ImportKind, role::RoleKind};
use olievlek::domain::{
    actor::Actor,
    change::Change,
    learning::{
        calling_off,
        enrolment::{Placement, TakePlace, take_place, withdraw},
        guest::{Invite, invite},
        message::{self, To},
        need::{self, Needs},
        reorganisation::{self, Outcome, Wish},
        session as sessions, workshop as workshops,
    },
    people::{calendar_address, import::upload, role, sign_in},
    privacy::erasure::{self, Why},
};
use sea_orm::{ActiveModelTrait as _, EntityTrait as _, Set};

use super::{
    canary,
    cast::Role,
    rule::{Kind, Thing},
};
use crate::{
    house::{START, TestHouse, browser::Browser, moment, world::Named},
    learning, letter as letters,
    people::sign_in_code,
};

/// The municipality.
pub struct World {
    pub house: TestHouse,
    pub people: BTreeMap<Role, PersonId>,
    pub things: Vec<Thing>,
    pub named: Named,
    pub leaver: PersonId,
    pub erased: PersonId,
    pub open: SessionId,
    visitor: Browser,
    code: String,
}

/// Sessions of the world.
struct Sessions {
    open: SessionId,
    planned: SessionId,
    other: SessionId,
    past: SessionId,
    off: SessionId,
    draft: WorkshopId,
    workshop: WorkshopId,
}

impl World {
    /// Everything, at [`START`].
    pub async fn new() -> Self {
        let house = TestHouse::new().await;
        house.at("2026-02-02T09:00");
        let named = house.named().await;
        let people = cast(&house, &named).await;
        let leaver = house.employee("Otto Kanarie", named.permits).await;
        let erased = house.employee(canary::ERASED, named.permits).await;
        canary::mark(&house, &named).await;
        let all = plan(&house, &people).await;
        let code = sign_in_code::print(&house, named.head, people[&Role::SharedDevice]).await.expect("a code").plain;
        let visitor = house.browser();
        let (open, things) = (all.open, Vec::new());
        let mut world =
            Self { house, people, things, named, leaver, erased, open, visitor, code };
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
        self.files_and_links().await;
        self.letters().await;
        let kinds: BTreeSet<_> = self.things.iter().map(|thing| thing.kind).collect();
        // A link that opens nothing says so, and not that there is none.
        for kind in kinds.into_iter().filter(|kind| !matches!(kind, Kind::SignInLink | Kind::SetUpLink)) {
            let ids = self.of(kind)[0].ids.iter().map(|_| SessionId::new().to_string()).collect();
            self.add(Thing { there: false, ..thing(kind, "nothing", ids) });
        }
    }

    fn add(&mut self, thing: Thing) {
        self.things.push(thing);
    }

    /// A place of somebody, as a thing.
    fn place(&mut self, name: &'static str, place: &Placement, (of, works): (Option<Role>, &'static str)) {
        let ids = vec![place.id.to_string()];
        self.add(Thing { of, works, ..thing(Kind::Enrolment, name, ids) });
    }

    async fn places(&mut self, all: &Sessions) {
        let (house, who) = (&self.house, self.people.clone());
        house.at("2026-02-03T09:00");
        let past = learning::enrol(house, all.past, who[&Role::Employee]).await.expect("a place");
        let left = learning::enrol(house, all.past, self.leaver).await.expect("a place");
        learning::enrol(house, all.past, self.erased).await.expect("a place");
        house.at("2026-03-01T09:00");
        house.leave(self.leaver).await;
        house.leave(self.erased).await;
        house.at(START);
        let fenna = learning::enrol(house, all.open, who[&Role::Employee]).await.expect("a place");
        let noor = learning::enrol(house, all.open, who[&Role::Editor]).await.expect("a place");
        let milan = learning::enrol(house, all.open, who[&Role::SharedDevice]).await.expect("a place");
        let sem = learning::enrol(house, all.open, who[&Role::Facilitator]).await.expect("a place");
        let waits = learning::enrol(house, all.open, who[&Role::QualityOfficer]).await.expect("a place in line");
        let off = learning::enrol(house, all.off, who[&Role::Facilitator]).await.expect("a place");
        need_of(house, &fenna, canary::NEED).await;
        withdrawn(house, &sem, canary::WITHDRAWAL).await;
        let over = overridden(house, (all.other, who[&Role::Editor]), self.named.manager).await;
        let kim = Invite { session: all.open, ..canary::guest() };
        let guest = invited(house, self.named.manager, &kim).await;
        self.people.insert(Role::Guest, guest.person_id);
        let off_id = all.off;
        let end = |change: Arc<Change>| async move { calling_off::call_off(&change, off_id, Some("ziek")).await };
        house.write(&Actor::operator(), end).await.expect("called off");
        let permits = |role| (Some(role), "permits");
        let counter = |role| (Some(role), "counter");
        self.place("Fenna's place, past", &past, permits(Role::Employee));
        self.place("the leaver's place", &left, (None, ""));
        self.place("Fenna's place", &fenna, permits(Role::Employee));
        self.place("Noor's place", &noor, counter(Role::Editor));
        self.place("Noor's place by override", &over, counter(Role::Editor));
        self.place("Milan's place", &milan, permits(Role::SharedDevice));
        self.place("Sem's place that he gave back", &sem, permits(Role::Facilitator));
        self.place("Daan's place in line", &waits, (Some(Role::QualityOfficer), "phone"));
        self.place("Sem's place in what was called off", &off, permits(Role::Facilitator));
        self.place("Kim's place", &guest, (Some(Role::Guest), ""));
        let ids = vec![all.open.to_string(), guest.person_id.to_string()];
        self.add(Thing { of: Some(Role::Guest), ..thing(Kind::Guest, "Kim, a guest", ids) });
        self.sessions(all).await;
    }

    async fn sessions(&mut self, all: &Sessions) {
        const BOTH: &[Role] = &[Role::Trainer, Role::AgencyTrainer];
        const LOTTE: &[Role] = &[Role::Trainer];
        const TESS: &[Role] = &[Role::AgencyTrainer];
        const KIM: &[Role] = &[Role::Guest];
        for (name, id, public, givers, invited) in [
            ("an open date", all.open, true, BOTH, KIM),
            ("a date that is still planned", all.planned, false, LOTTE, &[][..]),
            ("an open date of nobody here", all.other, true, &[][..], &[][..]),
            ("a date that is over", all.past, true, TESS, &[][..]),
            ("a date that was called off", all.off, true, LOTTE, &[][..]),
        ] {
            let session = Thing { public, givers, invited, ..thing(Kind::Session, name, vec![id.to_string()]) };
            let details = sessions::details(&self.house.db.reader, id, self.house.now()).await.expect("a date");
            let ids = vec![details.meetings[0].id.to_string()];
            self.add(Thing { kind: Kind::Meeting, ids, ..session.clone() });
            self.add(session);
        }
    }

    async fn workshops(&mut self, all: &Sessions) {
        let retired = learning::workshop(&self.house, "OUD").await;
        let retire = |change: Arc<Change>| async move {
            workshops::set_state(&change, retired, entity::workshop::WorkshopState::Retired).await
        };
        self.house.write(&Actor::operator(), retire).await.expect("retired");
        for (name, id, public) in [
            ("a workshop", all.workshop, true),
            ("a draft of a workshop", all.draft, false),
            ("a workshop that is no longer given", retired, true),
        ] {
            self.add(Thing { public, ..thing(Kind::Workshop, name, vec![id.to_string()]) });
        }
    }

    async fn people_and_departments(&mut self) {
        let erased = self.erased;
        let erase = |change: Arc<Change>| async move { erasure::erase(&change, erased, Why::Asked).await };
        let administrator = self.house.actor(self.named.administrator).await;
        self.house.write(&administrator, erase).await.expect("erased");
        for (name, role, works) in [
            ("Fenna", Role::Employee, "permits"),
            ("Milan", Role::SharedDevice, "permits"),
            ("Noor", Role::Editor, "counter"),
            ("Daan", Role::QualityOfficer, "phone"),
            ("Hanna", Role::Head, "permits"),
            ("Ruben", Role::Manager, ""),
            ("Kim", Role::Guest, ""),
            ("Tess", Role::AgencyTrainer, ""),
        ] {
            let ids = vec![self.people[&role].to_string()];
            self.add(Thing { of: Some(role), works, ..thing(Kind::Person, name, ids) });
        }
        for (name, id) in [("who left", self.leaver), ("who was erased", self.erased)] {
            self.add(thing(Kind::Person, name, vec![id.to_string()]));
        }
        for (name, id, works) in [
            ("permits", self.named.permits, "permits"),
            ("the phone team", self.named.phone_team, "phone"),
            ("the organisation", self.named.organisation, ""),
        ] {
            self.add(Thing { works, ..thing(Kind::Department, name, vec![id.to_string()]) });
        }
        self.add_plan().await;
        self.add_role().await;
    }

    /// A change of the tree that is still to come.
    async fn add_plan(&mut self) {
        let (wish, id) = (&Wish::Rename { name: "Wonen".into() }, self.named.permits);
        let from = NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day");
        let ask = |change: Arc<Change>| async move { reorganisation::ask(&change, id, wish, from).await };
        match self.house.write(&Actor::operator(), ask).await.expect("a plan") {
            Outcome::Planned(plan) => {
                self.add(thing(Kind::Plan, "a planned change", vec![id.to_string(), plan.to_string()]));
            }
            Outcome::Done(_) => panic!("its day is to come"),
        }
    }

    /// A role that one can take from Daan.
    async fn add_role(&mut self) {
        let daan = self.people[&Role::QualityOfficer];
        self.house.grant(daan, RoleKind::QualityOfficer, None).await;
        let held = role::of_person(&self.house.db.reader, daan).await.expect("roles");
        let role = held.last().expect("a role").id;
        self.add(thing(Kind::Role, "a role of Daan", vec![daan.to_string(), role.to_string()]));
    }

    async fn files_and_links(&mut self) {
        let file = "code;naam;kostenplaats\nVERG;Vergunningen;KANARIE-KP\n".as_bytes();
        let keep = |change: Arc<Change>| async move {
            upload::keep(&change, ImportKind::Departments, "afdelingen.csv", file).await
        };
        let import = self.house.write(&Actor::operator(), keep).await.expect("a file");
        self.add(thing(Kind::Import, "a file", vec![import.to_string()]));
        let fenna = Actor::employee(self.people[&Role::Employee]);
        let make = |change: Arc<Change>| async move { calendar_address::make(&change).await };
        let secret = self.house.write(&fenna, make).await.expect("an address");
        self.add(thing(Kind::Calendar, "Fenna's calendar", vec![format!("{secret}.ics")]));
        self.add_links().await;
        self.add_browser(Role::Employee, "a browser of Fenna").await;
        self.add_browser(Role::Editor, "a browser of Noor").await;
        for (kind, language) in [("confirmed", "nl"), ("confirmed", "en")] {
            self.add(thing(Kind::Text, "a text", vec![kind.into(), language.into()]));
        }
        let wrong = vec!["confirmed".into(), "fr".into()];
        self.add(Thing { there: false, ..thing(Kind::Text, "a text in no language of ours", wrong) });
    }

    async fn add_links(&mut self) {
        let ask = |change: Arc<Change>| async move {
            sign_in::ask_link(&change, "fenna.de.boer@gemeente.example", Some("/me")).await
        };
        self.house.write(&Actor::house(), ask).await.expect("a link");
        let tasks = entity::task::Entity::find().all(&self.house.db.reader).await.expect("tasks");
        let secret = tasks.iter().filter(|row| row.payload["letter"] == "sign-in").find_map(|row| row.payload["secret"].as_str());
        let secret = secret.expect("a secret").to_owned();
        self.add(thing(Kind::SignInLink, "a link", vec![secret]));
        for kind in [Kind::SignInLink, Kind::SetUpLink, Kind::SetUpLink] {
            self.add(thing(kind, "a link that opens nothing", vec![SessionId::new().to_string()]));
        }
    }

    async fn add_browser(&mut self, role: Role, name: &'static str) {
        self.browser(role).await;
        let mine = sign_in::browsers(&self.house.db.reader, self.people[&role], self.house.now()).await;
        let newest = mine.expect("browsers").into_iter().max_by_key(|row| row.id).expect("a browser").id;
        self.add(Thing { of: Some(role), ..thing(Kind::Browser, name, vec![newest.to_string()]) });
    }

    async fn letters(&mut self) {
        let draft = &message::Draft { to: To::Everyone, subject: "Bericht".into(), text: canary::MESSAGE.into() };
        let open = self.open;
        let send = |change: Arc<Change>| async move { message::send(&change, open, draft).await };
        self.house.write(&Actor::operator(), send).await.expect("a message");
        self.add_failed().await;
        let (fenna, milan) = (self.people[&Role::Employee], self.people[&Role::SharedDevice]);
        let copies = letters::copies(&self.house).await;
        let to = |person| copies.iter().filter(move |copy| copy.person_id == Some(person));
        let mailed = to(fenna).find(|copy| copy.calendar.is_some()).expect("a letter to Fenna").id;
        let paper = to(milan).next().expect("a letter to Milan").id;
        self.add(thing(Kind::Letter, "a letter to Fenna", vec![mailed.to_string()]));
        let ids = vec![paper.to_string()];
        self.add(Thing { works: "permits", ..thing(Kind::Handover, "a letter for Milan", ids) });
        let ids = vec![mailed.to_string()];
        self.add(Thing { there: false, ..thing(Kind::Handover, "a letter that was mailed", ids) });
    }

    async fn add_failed(&mut self) {
        letters::queue::poison(&self.house).await;
        letters::mail(&self.house).await;
        let task = letters::failed(&self.house).await.last().expect("a letter that failed").id;
        self.add(thing(Kind::Failed, "a letter that was given up", vec![task.to_string()]));
    }

    /// Another thing in the place of one that can be used once.
    pub async fn renew(&mut self, thing: &Thing) {
        let at = self.things.iter().position(|one| one.kind == thing.kind && one.ids == thing.ids);
        let (Some(at), true) = (at, thing.there) else { return };
        self.things.remove(at);
        match thing.kind {
            Kind::Plan => self.add_plan().await,
            Kind::Role => self.add_role().await,
            Kind::Failed => self.add_failed().await,
            Kind::Browser => self.add_browser(thing.of.expect("its owner"), thing.name).await,
            Kind::Guest => {
                let kim = Invite { session: self.open, ..canary::guest() };
                let place = invited(&self.house, self.named.manager, &kim).await;
                let ids = vec![self.open.to_string(), place.person_id.to_string()];
                self.add(Thing { ids, ..thing.clone() });
            }
            _ => self.things.insert(at, thing.clone()),
        }
        let last = self.things.pop().expect("the new one");
        self.things.insert(at, last);
    }
}

/// A thing that is there, for nobody in particular.
fn thing(kind: Kind, name: &'static str, ids: Vec<String>) -> Thing {
    Thing { kind, name, ids, there: true, of: None, works: "", public: true, givers: &[], invited: &[] }
}

/// Somebody of every role; the guest comes with the invitation.
async fn cast(house: &TestHouse, named: &Named) -> BTreeMap<Role, PersonId> {
    let lotte = house.employee("Lotte Visser", named.counter).await;
    let wout = house.employee("Wout Mol", named.counter).await;
    let milan = house.employee("Milan Post", named.permits).await;
    sign_in_code::without_address(house, milan).await;
    for (person, role, department) in [
        (lotte, RoleKind::Trainer, None),
        (wout, RoleKind::DepartmentHead, Some(named.counter)),
        (named.sem, RoleKind::Facilitator, None),
        (named.noor, RoleKind::Editor, None),
        (named.daan, RoleKind::QualityOfficer, None),
    ] {
        house.grant(person, role, department).await;
    }
    BTreeMap::from([
        (Role::Employee, named.fenna),
        (Role::SharedDevice, milan),
        (Role::Facilitator, named.sem),
        (Role::Editor, named.noor),
        (Role::QualityOfficer, named.daan),
        (Role::Head, named.head),
        (Role::OtherHead, wout),
        (Role::Trainer, lotte),
        (Role::AgencyTrainer, named.trainer),
        (Role::Manager, named.manager),
        (Role::Administrator, named.administrator),
    ])
}

/// Dates of every state.
async fn plan(house: &TestHouse, people: &BTreeMap<Role, PersonId>) -> Sessions {
    let workshop = learning::workshop(house, "A").await;
    let draft = learning::workshop(house, "CONCEPT").await;
    let back = |change: Arc<Change>| async move {
        workshops::set_state(&change, draft, entity::workshop::WorkshopState::Draft).await
    };
    house.write(&Actor::operator(), back).await.expect("a draft");
    let (tess, lotte) = (people[&Role::AgencyTrainer], people[&Role::Trainer]);
    let date = async |code: &str, start: &str, trainers: Vec<PersonId>, open: bool| {
        let of = if code == "A" { workshop } else { learning::workshop(house, code).await };
        let mut plan = sessions::Plan { trainers, open, ..learning::plan(of, start, Some(4)) };
        plan.cost_cents = Some(canary::COST_CENTS);
        plan.meetings = vec![sessions::MeetingPlan {
            link: Some(canary::LINK.into()),
            ..learning::meeting(moment(start), 120)
        }];
        learning::plan_session(house, plan).await.expect("a date")
    };
    Sessions {
        open: date("A", "2026-04-01T10:00", vec![tess, lotte], true).await,
        planned: date("B", "2026-04-02T10:00", vec![lotte], false).await,
        other: date("C", "2026-04-03T10:00", vec![], true).await,
        past: date("D", "2026-02-20T10:00", vec![tess], true).await,
        off: date("E", "2026-04-07T10:00", vec![lotte], true).await,
        draft,
        workshop,
    }
}

async fn need_of(house: &TestHouse, place: &Placement, text: &str) {
    let (needs, id) = (&Needs { access: text.into(), diet: String::new() }, place.id);
    let actor = Actor::employee(place.person_id);
    house.write(&actor, |change| async move { need::state(&change, id, needs).await }).await.expect("a need");
}

async fn withdrawn(house: &TestHouse, place: &Placement, reason: &str) {
    let (actor, id) = (Actor::employee(place.person_id), place.id);
    let verb = |change: Arc<Change>| async move { withdraw(&change, id, Some(reason)).await };
    house.write(&actor, verb).await.expect("withdrawn");
}

async fn overridden(house: &TestHouse, (session, person): (SessionId, PersonId), by: PersonId) -> Placement {
    let override_reason = Some(canary::OVERRIDE.into());
    let wish = &TakePlace { override_reason, origin: entity::enrolment::Origin::Staff, ..learning::wish(session, person) };
    let actor = house.actor(by).await;
    house.write(&actor, |change| async move { take_place(&change, wish).await }).await.expect("a place")
}

async fn invited(house: &TestHouse, by: PersonId, kim: &Invite) -> Placement {
    let actor = house.actor(by).await;
    house.write(&actor, |change| async move { invite(&change, kim).await }).await.expect("a guest")
}

/// Sets what nobody types into a form of ours.
pub async fn renumber(house: &TestHouse, id: PersonId, number: &str) {
    let row = entity::person::ActiveModel { id: Set(id), employee_number: Set(Some(number.into())), ..Default::default() };
    row.update(&house.db.writer).await.expect("a person");
}
