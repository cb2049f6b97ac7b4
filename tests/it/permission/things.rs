//! What happens in the life of the municipality, and a name for everything that came of it.

use std::sync::Arc;

use chrono::NaiveDate;
use entity::{id::*, import::ImportKind, role::RoleKind, workshop::ApprovalRule};
use olievlek::domain::{
    actor::Actor,
    change::Change,
    learning::{
        assignment::Group,
        attendance::{self, check_in},
        calling_off,
        date_wish::{self, Wish as DateWish},
        deputy,
        enrolment::Placement,
        evaluation,
        guest::Invite,
        held_seat::Hold,
        message::{self, To},
        serial::Serial,
        session as sessions, track, workshop as workshops,
    },
    people::{calendar_address, import::upload, role, sign_in},
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
    letter as letters,
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
        house.at("2026-03-01T09:00");
        house.leave(self.leaver).await;
        house.leave(self.erased).await;
        house.at(START);
        let fenna = learning::enrol(house, all.open, who[&Role::Employee]).await.expect("a place");
        let noor = learning::enrol(house, all.open, who[&Role::Editor]).await.expect("a place");
        let milan = learning::enrol(house, all.open, who[&Role::SharedDevice]).await.expect("a place");
        let sem = learning::enrol(house, all.open, who[&Role::Facilitator]).await.expect("a place");
        let waits =
            learning::enrol(house, all.open, who[&Role::QualityOfficer]).await.expect("a place in line");
        let off = learning::enrol(house, all.off, who[&Role::Facilitator]).await.expect("a place");
        need_of(house, &fenna, canary::NEED).await;
        withdrawn(house, &sem, canary::WITHDRAWAL).await;
        let over = overridden(house, (all.other, who[&Role::Editor]), self.named.manager).await;
        let kim = Invite { session: all.open, ..canary::guest() };
        let guest = invited(house, self.named.manager, &kim).await;
        self.people.insert(Role::Guest, guest.person_id);
        let off_id = all.off;
        let end =
            |change: Arc<Change>| async move { calling_off::call_off(&change, off_id, Some("ziek")).await };
        house.write(&Actor::operator(), end).await.expect("called off");
        let places = [past, left, fenna, noor, over, milan, sem, waits, off, guest];
        self.name_places(&places);
        self.certificate(all.past, [&places[0], &places[1]]).await;
        self.evaluation(all.past).await;
        self.decisions(all).await;
        self.sessions(all).await;
    }

    /// What Fenna and who left since followed.
    async fn certificate(&mut self, session: SessionId, [fenna, left]: [&Placement; 2]) {
        let rows = learning::certificate::certified(&self.house, session, &[fenna.id, left.id]).await;
        let of =
            |place: &Placement| rows.iter().find(|row| row.enrolment_id == place.id).expect("one").clone();
        let (row, other) = (of(fenna), of(left));
        let givers = &[Role::AgencyTrainer][..];
        let named = |name, id: CertificateId| thing(Kind::Certificate, name, vec![id.to_string()]);
        self.add(Thing { of: Some(Role::Employee), givers, ..named("Fenna's certificate", row.id) });
        self.add(Thing { givers, ..named("the leaver's certificate", other.id) });
        self.add(thing(Kind::Serial, "the number of Fenna's certificate", vec![row.serial]));
        let unknown = Serial::fresh(2026).to_string();
        self.add(thing(Kind::Serial, "a number that nobody was given", vec![unknown]));
    }

    /// What Fenna is asked about what she followed.
    async fn evaluation(&mut self, session: SessionId) {
        let plan = |change: Arc<Change>| async move { evaluation::plan(&change, session).await };
        self.house.write(&Actor::house(), plan).await.expect("planned");
        learning::evaluation::attend(&self.house).await;
        let code = learning::evaluation::codes(&self.house, self.people[&Role::Employee]).await.remove(0);
        self.add(thing(Kind::Evaluation, "what Fenna is asked", vec![code]));
        let never = vec!["A".repeat(64)];
        self.add(Thing { there: false, ..thing(Kind::Evaluation, "a link that was never given", never) });
    }

    /// A request of Fenna, a deputy of Hanna, and seats that Hanna holds.
    async fn decisions(&mut self, all: &Sessions) {
        let (house, who) = (&self.house, self.people.clone());
        let rule = ApprovalRule::Head;
        let workshop = learning::workshop_with(house, ("VRAAG", "iedereen"), rule).await;
        let plan = learning::plan(workshop, "2026-04-21T10:00", Some(4));
        let session = learning::plan_session(house, plan).await.expect("a date");
        let asked = learning::enrol(house, session, who[&Role::Employee]).await.expect("a request");
        let hanna = house.actor(self.named.head).await;
        let until = NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day");
        let lotte = "lotte.visser@gemeente.example";
        let name = |change: Arc<Change>| async move { deputy::name(&change, lotte, until).await };
        let deputy = house.write(&hanna, name).await.expect("a deputy");
        let hold = Hold { session: all.other, department: self.named.permits, seats: 1, days_before: 7 };
        let hold = learning::held_seat::holds(house, self.named.head, hold).await.expect("held seats");
        let wish = self.date_wish(workshop, until).await;
        let permits = |of, thing: Thing| Thing { of, works: "permits", ..thing };
        let request = thing(Kind::Request, "a request of Fenna", vec![asked.id.to_string()]);
        self.add(permits(Some(Role::Employee), request));
        let deputy = thing(Kind::Deputy, "Lotte, a deputy of Hanna", vec![deputy.to_string()]);
        self.add(permits(Some(Role::Head), deputy));
        let held = thing(Kind::Hold, "a seat held by Hanna", vec![hold.to_string()]);
        self.add(permits(None, held));
        self.add(permits(None, thing(Kind::DateWish, "a date that Hanna asks for", vec![wish])));
    }

    /// Hanna asks for a date.
    async fn date_wish(&self, workshop: WorkshopId, until: NaiveDate) -> String {
        let hanna = self.house.actor(self.named.head).await;
        let department = self.named.permits;
        let wish = &DateWish { department, workshop, people: 4, from: until, until, note: String::new() };
        let ask = |change: Arc<Change>| async move { date_wish::ask(&change, wish).await };
        self.house.write(&hanna, ask).await.expect("a wish for a date").to_string()
    }

    /// Names the places, in this order, with whose they are.
    fn name_places(&mut self, places: &[Placement; 10]) {
        let [past, left, fenna, noor, over, milan, sem, waits, off, guest] = places;
        let permits = |role| (Some(role), "permits");
        let counter = |role| (Some(role), "counter");
        self.place("Fenna's place, past", past, permits(Role::Employee));
        self.place("the leaver's place", left, (None, ""));
        self.place("Fenna's place", fenna, permits(Role::Employee));
        self.place("Noor's place", noor, counter(Role::Editor));
        self.place("Noor's place by override", over, counter(Role::Editor));
        self.place("Milan's place", milan, permits(Role::SharedDevice));
        self.place("Sem's place that he gave back", sem, permits(Role::Facilitator));
        self.place("Daan's place in line", waits, (Some(Role::QualityOfficer), "phone"));
        self.place("Sem's place in what was called off", off, permits(Role::Facilitator));
        self.place("Kim's place", guest, (Some(Role::Guest), ""));
        let ids = vec![self.open.to_string(), guest.person_id.to_string()];
        self.add(Thing { of: Some(Role::Guest), ..thing(Kind::Guest, "Kim, a guest", ids) });
    }

    pub async fn sessions(&mut self, all: &Sessions) {
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
            let session =
                Thing { public, givers, invited, ..thing(Kind::Session, name, vec![id.to_string()]) };
            let details =
                sessions::details(&self.house.db.reader, id, self.house.now()).await.expect("a date");
            let ids = vec![details.meetings[0].id.to_string()];
            self.add(Thing { kind: Kind::Meeting, ids, ..session.clone() });
            self.add(session);
        }
    }

    pub async fn workshops(&mut self, all: &Sessions) {
        let retired = learning::workshop(&self.house, "OUD").await;
        let retire = |change: Arc<Change>| async move {
            workshops::set_state(&change, retired, entity::workshop::WorkshopState::Retired).await
        };
        self.house.write(&Actor::operator(), retire).await.expect("retired");
        for (name, id, public, givers) in [
            ("a workshop", all.workshop, true, &[Role::Trainer, Role::AgencyTrainer][..]),
            ("a draft of a workshop", all.draft, false, &[]),
            ("a workshop that is no longer given", retired, true, &[]),
        ] {
            self.add(Thing { public, givers, ..thing(Kind::Workshop, name, vec![id.to_string()]) });
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
    pub async fn add_plan(&mut self) {
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

    /// A role that one can take from Daan.
    pub async fn add_role(&mut self) {
        let daan = self.people[&Role::QualityOfficer];
        self.house.grant(daan, RoleKind::Editor, None).await;
        let held = role::of_person(&self.house.db.reader, daan).await.expect("roles");
        // Not the one by which he measures: this one is taken from him.
        let role = held.iter().find(|one| one.kind == RoleKind::Editor).expect("a role").id;
        self.add(thing(Kind::Role, "a role of Daan", vec![daan.to_string(), role.to_string()]));
    }

    pub async fn files_and_links(&mut self) {
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
        self.add_check_in().await;
        self.add_browser(Role::Employee, "a browser of Fenna").await;
        self.add_browser(Role::Editor, "a browser of Noor").await;
        for (kind, language) in [("confirmed", "nl"), ("confirmed", "en")] {
            self.add(thing(Kind::Text, "a text", vec![kind.into(), language.into()]));
        }
        let wrong = vec!["confirmed".into(), "fr".into()];
        self.add(Thing { there: false, ..thing(Kind::Text, "a text in no language of ours", wrong) });
    }

    pub async fn add_links(&mut self) {
        let ask = |change: Arc<Change>| async move {
            sign_in::ask_link(&change, "fenna.de.boer@gemeente.example", Some("/me")).await
        };
        self.house.write(&Actor::house(), ask).await.expect("a link");
        let tasks = entity::task::Entity::find().all(&self.house.db.reader).await.expect("tasks");
        let secret = tasks
            .iter()
            .filter(|row| row.payload["letter"] == "sign-in")
            .find_map(|row| row.payload["secret"].as_str());
        let secret = secret.expect("a secret").to_owned();
        self.add(thing(Kind::SignInLink, "a link", vec![secret]));
        for kind in [Kind::SignInLink, Kind::SetUpLink, Kind::SetUpLink] {
            self.add(thing(kind, "a link that opens nothing", vec![SessionId::new().to_string()]));
        }
    }

    /// The code on the screen of a date that is over, whose register nobody closed.
    pub async fn add_check_in(&mut self) {
        let over = self
            .things
            .iter()
            .find(|thing| thing.kind == Kind::Meeting && thing.name == "a date that is over");
        let id: MeetingId = over.expect("a meeting").ids[0].parse().expect("an id");
        let open = |change: Arc<Change>| async move { check_in::set(&change, id, true).await };
        self.house.write(&Actor::operator(), open).await.expect("opened");
        let register =
            attendance::register(&self.house.db.reader, &Actor::operator(), id).await.expect("a register");
        let code = check_in::code(&register.meeting, self.house.now()).expect("a code");
        self.add(thing(Kind::CheckIn, "a code to check in", vec![code]));
        let never = "A".repeat(48);
        self.add(Thing { there: false, ..thing(Kind::CheckIn, "a code that was never given", vec![never]) });
    }

    pub async fn add_browser(&mut self, role: Role, name: &'static str) {
        self.browser(role).await;
        let mine = sign_in::browsers(&self.house.db.reader, self.people[&role], self.house.now()).await;
        let newest = mine.expect("browsers").into_iter().max_by_key(|row| row.id).expect("a browser").id;
        self.add(Thing { of: Some(role), ..thing(Kind::Browser, name, vec![newest.to_string()]) });
    }

    pub async fn letters(&mut self) {
        let draft =
            &message::Draft { to: To::Everyone, subject: "Bericht".into(), text: canary::MESSAGE.into() };
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

    pub async fn add_failed(&mut self) {
        letters::queue::poison(&self.house).await;
        letters::mail(&self.house).await;
        let task = letters::failed(&self.house).await.last().expect("a letter that failed").id;
        self.add(thing(Kind::Failed, "a letter that was given up", vec![task.to_string()]));
    }
}
