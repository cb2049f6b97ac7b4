//! What happens in the life of the municipality, and a name for everything that came of it.

use std::sync::Arc;

use chrono::NaiveDate;
use entity::{id::*, role::RoleKind};
use olievlek::domain::{
    actor::Actor,
    change::Change,
    learning::{
        assignment::Group, calling_off, enrolment::Placement, evaluation, guest::Invite, serial::Serial,
        session as sessions, track, workshop as workshops,
    },
    people::role,
    privacy::erasure::{self, Why},
    reorganisation::{self, Outcome, Wish},
};
use sea_orm::EntityTrait as _;

use super::{
    canary,
    cast::Role,
    rule::{Kind, Thing},
    scene::{Sessions, invited, need_of, overridden, withdrawn},
    world::{World, thing},
};
use crate::{
    house::START,
    learning::{self, assignment},
};

impl World {
    /// A place of somebody, as a thing.
    pub fn place(
        &mut self,
        name: &'static str,
        place: &Placement,
        (of, works): (Option<Role>, &'static str),
    ) {
        let ids = vec![place.id.to_string()];
        self.add(Thing { of, works, ..thing(Kind::Enrolment, name, ids) });
    }

    pub async fn places(&mut self, all: &Sessions) {
        let (house, who) = (&self.house, self.people.clone());
        house.at("2026-02-03T09:00");
        let past = learning::enrol(house, all.past, who[&Role::Employee]).await.expect("a place");
        let left = learning::enrol(house, all.past, self.leaver).await.expect("a place");
        learning::enrol(house, all.past, self.erased).await.expect("a place");
        let back = learning::enrol(house, all.past, who[&Role::Facilitator]).await.expect("a place");
        let noor_back = learning::enrol(house, all.past, who[&Role::Editor]).await.expect("a place");
        let no_show = learning::enrol(house, all.past, who[&Role::SharedDevice]).await.expect("a place");
        house.at("2026-03-01T09:00");
        house.leave(self.leaver).await;
        house.leave(self.erased).await;
        house.at(START);
        let fenna = learning::enrol(house, all.open, who[&Role::Employee]).await.expect("a place");
        let noor = learning::enrol(house, all.open, who[&Role::Editor]).await.expect("a place");
        let milan = learning::enrol(house, all.open, who[&Role::SharedDevice]).await.expect("a place");
        let sem = learning::enrol(house, all.open, who[&Role::Facilitator]).await.expect("a place");
        let kim = Invite { session: all.open, ..canary::guest() };
        let guest = invited(house, self.named.manager, &kim).await;
        let waits =
            learning::enrol(house, all.open, who[&Role::QualityOfficer]).await.expect("a place in line");
        let off = learning::enrol(house, all.off, who[&Role::Facilitator]).await.expect("a place");
        need_of(house, &fenna, canary::NEED).await;
        learning::enrol(house, all.open, self.bram).await.expect("a place in line");
        withdrawn(house, &sem, canary::WITHDRAWAL).await;
        let over = overridden(house, (all.other, who[&Role::Editor]), self.named.manager).await;
        self.people.insert(Role::Guest, guest.person_id);
        let off_id = all.off;
        let end =
            |change: Arc<Change>| async move { calling_off::call_off(&change, off_id, Some("ziek")).await };
        house.write(&Actor::operator(), end).await.expect("called off");
        let places = [past, left, fenna, noor, over, milan, sem, waits, off, guest];
        self.name_places(&places);
        self.certificate(all.past, [&places[0], &places[1], &back, &noor_back, &no_show]).await;
        self.evaluation(all.past).await;
        self.decisions(all).await;
        self.sessions(all).await;
    }

    /// What Fenna, Sem, Noor, Milan and who left since followed; the last two were not there after all.
    async fn certificate(&mut self, session: SessionId, places: [&Placement; 5]) {
        let [fenna, left, .., milan] = places;
        let there = places.map(|place| place.id);
        let rows = learning::certificate::certified(&self.house, session, &there).await;
        learning::certificate::taken_back(&self.house, session, &[left.id, milan.id]).await;
        for (place, of, name, number) in [
            (fenna, Some(Role::Employee), "Fenna's certificate", "the number of Fenna's certificate"),
            (
                left,
                None,
                "the leaver's certificate, which was withdrawn",
                "the number of the leaver's certificate",
            ),
            (
                milan,
                Some(Role::SharedDevice),
                "Milan's certificate, which was withdrawn",
                "the number of Milan's certificate",
            ),
        ] {
            let row = rows.iter().find(|row| row.enrolment_id == place.id).expect("one").clone();
            let (givers, over) = (&[Role::AgencyTrainer][..], name.ends_with("withdrawn"));
            let certificate = thing(Kind::Certificate, name, vec![row.id.to_string()]);
            self.add(Thing { of, givers, over, ..certificate });
            self.add(Thing { of, over, ..thing(Kind::Serial, number, vec![row.serial]) });
        }
        let unknown = Serial::fresh(2026).to_string();
        self.add(thing(Kind::Serial, "a number that nobody was given", vec![unknown]));
    }

    /// What Fenna, Sem and Noor are asked about what they followed; Sem and Noor answered.
    async fn evaluation(&mut self, session: SessionId) {
        let plan = |change: Arc<Change>| async move { evaluation::plan(&change, session).await };
        self.house.write(&Actor::house(), plan).await.expect("planned");
        learning::evaluation::attend(&self.house).await;
        let code = learning::evaluation::codes(&self.house, self.people[&Role::Employee]).await.remove(0);
        let asked = thing(Kind::Evaluation, "what Fenna is asked", vec![code]);
        self.add(Thing { of: Some(Role::Employee), ..asked });
        for (role, name) in [
            (Role::Facilitator, "what Sem was asked and answered"),
            (Role::Editor, "what Noor was asked and answered"),
        ] {
            let code = learning::evaluation::codes(&self.house, self.people[&role]).await.remove(0);
            let answer = &learning::evaluation::scores(5, "");
            learning::evaluation::send(&self.house, &code, answer).await.expect("an answer");
            self.add(Thing { of: Some(role), over: true, ..thing(Kind::Evaluation, name, vec![code]) });
        }
        let never = vec!["A".repeat(64)];
        self.add(Thing { there: false, ..thing(Kind::Evaluation, "a link that was never given", never) });
    }

    /// Names the places, in this order, with whose they are.
    fn name_places(&mut self, places: &[Placement; 10]) {
        let [past, left, fenna, noor, over, milan, sem, waits, off, guest] = places;
        let permits = |role| (Some(role), "permits");
        let counter = |role| (Some(role), "counter");
        self.place("Fenna's place, past", past, permits(Role::Employee));
        self.over();
        self.place("the leaver's place", left, (None, ""));
        self.over();
        self.place("Fenna's place", fenna, permits(Role::Employee));
        self.place("Noor's place", noor, counter(Role::Editor));
        self.place("Noor's place by override", over, counter(Role::Editor));
        self.place("Milan's place", milan, permits(Role::SharedDevice));
        self.place("Sem's place that he gave back", sem, permits(Role::Facilitator));
        self.over();
        self.place("Daan's place in line", waits, (Some(Role::QualityOfficer), "phone"));
        self.place("Sem's place in what was called off", off, permits(Role::Facilitator));
        self.over();
        self.place("Kim's place", guest, (Some(Role::Guest), ""));
        let ids = vec![self.open.to_string(), guest.person_id.to_string()];
        self.add(Thing { of: Some(Role::Guest), ..thing(Kind::Guest, "Kim, a guest", ids) });
    }

    pub async fn sessions(&mut self, all: &Sessions) {
        const BOTH: &[Role] = &[Role::Trainer, Role::AgencyTrainer];
        const LOTTE: &[Role] = &[Role::Trainer];
        const TESS: &[Role] = &[Role::AgencyTrainer];
        const KIM: &[Role] = &[Role::Guest];
        for (name, id, (public, over), givers, invited) in [
            ("an open date", all.open, (true, false), BOTH, KIM),
            ("a date that is still planned", all.planned, (false, false), LOTTE, &[][..]),
            ("an open date of nobody here", all.other, (true, false), &[][..], &[][..]),
            ("a date that is over", all.past, (true, true), TESS, &[][..]),
            ("a date that was called off", all.off, (true, true), LOTTE, &[][..]),
        ] {
            let session = thing(Kind::Session, name, vec![id.to_string()]);
            let session = Thing { public, over, givers, invited, ..session };
            let details =
                sessions::details(&self.house.db.reader, id, self.house.now()).await.expect("a date");
            let ids = vec![details.meetings[0].id.to_string()];
            self.add(Thing { kind: Kind::Meeting, ids, ..session.clone() });
            self.add(session);
        }
    }

    pub async fn workshops(&mut self, all: &Sessions) {
        for (name, id, public, givers) in [
            ("a workshop", all.workshop, true, &[Role::Trainer, Role::AgencyTrainer][..]),
            ("a draft of a workshop", all.draft, false, &[]),
        ] {
            self.add(Thing { public, givers, ..thing(Kind::Workshop, name, vec![id.to_string()]) });
        }
        for (name, code, givers) in [
            ("a workshop that is no longer given", "OUD", &[][..]),
            ("a workshop that Lotte gave and that is no longer given", "OUDER", &[Role::Trainer]),
        ] {
            let id = learning::workshop(&self.house, code).await;
            for giver in givers {
                let plan = learning::plan(id, "2026-02-24T10:00", Some(4));
                let plan = sessions::Plan { trainers: vec![self.people[giver]], ..plan };
                learning::plan_session(&self.house, plan).await.expect("a date");
            }
            let retire = |change: Arc<Change>| async move {
                workshops::set_state(&change, id, entity::workshop::WorkshopState::Retired).await
            };
            self.house.write(&Actor::operator(), retire).await.expect("retired");
            self.add(Thing { over: true, givers, ..thing(Kind::Workshop, name, vec![id.to_string()]) });
        }
    }

    pub async fn people_and_departments(&mut self) {
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
            self.add(Thing { over: true, ..thing(Kind::Person, name, vec![id.to_string()]) });
        }
        for (name, id, works) in [
            ("permits", self.named.permits, "permits"),
            ("the phone team", self.named.phone_team, "phone"),
            ("the organisation", self.named.organisation, ""),
        ] {
            self.add(Thing { works, ..thing(Kind::Department, name, vec![id.to_string()]) });
        }
        self.add_plan("permits").await;
        self.add_plan("counter").await;
        self.add_role(Role::QualityOfficer).await;
        self.add_role(Role::Head).await;
    }

    /// A change of the tree that is still to come.
    pub async fn add_plan(&mut self, works: &'static str) {
        let (id, name) = match works {
            "permits" => (self.named.permits, "a planned change of permits"),
            _ => (self.named.counter, "a planned change of the counter"),
        };
        let ids = vec![id.to_string(), self.plan_for(id).await.to_string()];
        self.add(Thing { works, ..thing(Kind::Plan, name, ids) });
    }

    /// Another name for a department, from a day to come.
    pub async fn plan_for(&self, id: DepartmentId) -> ReorganisationId {
        let wish = &Wish::Rename { name: "Wonen".into() };
        let from = NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day");
        let ask = |change: Arc<Change>| async move { reorganisation::ask(&change, id, wish, from).await };
        match self.house.write(&Actor::operator(), ask).await.expect("a plan") {
            Outcome::Planned(plan) => plan,
            Outcome::Done(_) => panic!("its day is to come"),
        }
    }

    /// What people of permits and of the counter have to follow, and a track.
    pub async fn assignments(&mut self, all: &Sessions) {
        self.assigned = Some(all.workshop);
        for (name, role, works) in [
            ("what Fenna has to follow", Role::Employee, "permits"),
            ("what Noor has to follow", Role::Editor, "counter"),
        ] {
            let person = self.people[&role];
            let draft = assignment::draft(all.workshop, vec![Group::Person(person)]);
            let id = assignment::assign(&self.house, &draft).await;
            let rows = entity::duty::Entity::find().all(&self.house.db.reader).await.expect("duties");
            let duty = rows.iter().find(|row| row.assignment_id == id).expect("a duty").id;
            self.add(Thing { of: Some(role), works, ..thing(Kind::Duty, name, vec![duty.to_string()]) });
        }
        self.add_assignment("permits").await;
        self.add_assignment("counter").await;
        let wanted =
            &track::Draft { title: "Basis".into(), summary: String::new(), workshops: vec![all.workshop] };
        let make = |change: Arc<Change>| async move { track::create(&change, wanted).await };
        let track = self.house.write(&Actor::operator(), make).await.expect("a track");
        self.add(thing(Kind::Track, "a track", vec![track.to_string()]));
        self.assignments_that_ended(all.workshop).await;
    }

    /// An assignment for a department.
    pub async fn add_assignment(&mut self, works: &'static str) {
        let (department, name) = match works {
            "permits" => (self.named.permits, "an assignment to permits"),
            _ => (self.named.counter, "an assignment to the counter"),
        };
        let workshop = self.assigned.expect("a workshop");
        let draft = assignment::draft(workshop, vec![Group::Department(department)]);
        let id = assignment::assign(&self.house, &draft).await;
        self.add(Thing { works, ..thing(Kind::Assignment, name, vec![id.to_string()]) });
    }

    /// A role that one can take from Daan, or from Hanna: not the one by which they measure or lead.
    pub async fn add_role(&mut self, of: Role) {
        let name = if of == Role::Head { "a role of Hanna" } else { "a role of Daan" };
        let (person, id) = self.granted(of).await;
        let role = thing(Kind::Role, name, vec![person.to_string(), id.to_string()]);
        self.add(Thing { of: Some(of), ..role });
    }

    /// Somebody becomes an editor too.
    pub async fn granted(&self, of: Role) -> (PersonId, RoleId) {
        let person = self.people[&of];
        self.house.grant(person, RoleKind::Editor, None).await;
        let held = role::of_person(&self.house.db.reader, person).await.expect("roles");
        (person, held.iter().find(|one| one.kind == RoleKind::Editor).expect("a role").id)
    }
}
