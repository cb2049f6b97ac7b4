//! What came to its end, and what is of somebody else, where the life of the municipality does not bring it by itself.

use std::sync::Arc;

use entity::{id::*, import::ImportKind};
use olievlek::domain::{
    actor::Actor,
    change::Change,
    error::Error,
    learning::{
        assignment as assignments,
        assignment::Group,
        attendance::check_in,
        duty,
        guest::{self, Invite},
        session as sessions, track,
    },
    people::{calendar_address, role, sign_in},
    queue,
    reorganisation::{self, Wish},
};
use sea_orm::EntityTrait as _;

use super::{
    canary,
    cast::Role,
    rule::{Kind, Thing},
    scene::{Sessions, invited},
    world::{World, thing},
};
use crate::{
    learning::{self, assignment},
    letter as letters,
    people::import::undo::loaded,
};

/// Two departments more than there are.
const TREE: &str = "code;naam;bovenliggend;soort\nGEM;Gemeente;;afdeling\nVERG;Vergunningen;GEM;afdeling\n\
    KCC;Klantcontact;GEM;afdeling\nTEL;Telefoon en chat;KCC;afdeling\nARCH;Archief;GEM;afdeling\n\
    DEP;Depot;GEM;afdeling\n";

/// A guest who is invited anew as often as needed.
pub const JORIS: (&str, &str) = ("Joris Bos", "joris@bureau.example");

/// Nothing is there any more for whoever asks.
fn gone(kind: Kind, name: &'static str, ids: Vec<String>) -> Thing {
    Thing { there: false, over: true, ..thing(kind, name, ids) }
}

impl World {
    pub async fn ended(&mut self, all: &Sessions) {
        self.doors_that_ended().await;
        self.calendars().await;
        self.roles_and_plans_that_ended().await;
        self.tree_that_changed().await;
        self.guests(all.other).await;
        self.check_in_that_ended().await;
        self.letter_that_is_tried_again().await;
    }

    async fn doors_that_ended(&mut self) {
        for (role, email, link, browser) in [
            (
                Role::Facilitator,
                "sem.bakker@gemeente.example",
                "a link that Sem used",
                "a browser of Sem that signed out",
            ),
            (
                Role::Editor,
                "noor.el.amrani@gemeente.example",
                "a link that Noor used",
                "a browser of Noor that signed out",
            ),
        ] {
            let secret = self.link(email).await;
            let used = &secret;
            let come = |change: Arc<Change>| async move { sign_in::open_link(&change, used).await };
            self.house.write(&Actor::house(), come).await.expect("signed in");
            let used = thing(Kind::SignInLink, link, vec![secret]);
            self.add(Thing { of: Some(role), over: true, ..used });
            self.add_browser(role, browser).await;
            let browser = self.things.pop().expect("a browser");
            let id: SignInId = browser.ids[0].parse().expect("an id");
            let leave = |change: Arc<Change>| async move { sign_in::sign_out(&change, id).await };
            self.house.write(&Actor::employee(self.people[&role]), leave).await.expect("signed out");
            self.add(Thing { there: false, over: true, ..browser });
        }
    }

    /// Noor has an address of her calendar; Sem and Daan had one.
    async fn calendars(&mut self) {
        let make = |change: Arc<Change>| async move { calendar_address::make(&change).await };
        let noor = Actor::employee(self.people[&Role::Editor]);
        let secret = self.house.write(&noor, make).await.expect("an address");
        let calendar = thing(Kind::Calendar, "Noor's calendar", vec![format!("{secret}.ics")]);
        self.add(Thing { of: Some(Role::Editor), ..calendar });
        for (role, name) in [
            (Role::Facilitator, "the calendar that Sem had"),
            (Role::QualityOfficer, "the calendar that Daan had"),
        ] {
            let whose = Actor::employee(self.people[&role]);
            let secret = self.house.write(&whose, make).await.expect("an address");
            let end = |change: Arc<Change>| async move { calendar_address::end(&change).await };
            self.house.write(&whose, end).await.expect("ended");
            let ended = gone(Kind::Calendar, name, vec![format!("{secret}.ics")]);
            self.add(Thing { of: Some(role), ..ended });
        }
    }

    async fn roles_and_plans_that_ended(&mut self) {
        for (of, name) in
            [(Role::Trainer, "a role that Lotte had"), (Role::Facilitator, "a role that Sem had")]
        {
            let (person, id) = self.granted(of).await;
            let revoke = |change: Arc<Change>| async move { role::revoke(&change, person, id).await };
            self.house.write(&Actor::operator(), revoke).await.expect("revoked");
            let ended = gone(Kind::Role, name, vec![person.to_string(), id.to_string()]);
            self.add(Thing { of: Some(of), ..ended });
        }
        for (department, works, name) in [
            (self.named.phone_team, "phone", "a change of the phone team that was dropped"),
            (self.named.permits, "permits", "a change of permits that was dropped"),
        ] {
            let plan = self.plan_for(department).await;
            let drop = |change: Arc<Change>| async move { reorganisation::remove(&change, plan).await };
            self.house.write(&Actor::operator(), drop).await.expect("dropped");
            let dropped = gone(Kind::Plan, name, vec![department.to_string(), plan.to_string()]);
            self.add(Thing { works, ..dropped });
        }
    }

    /// A file brings the archive, which becomes part of permits, and the depot, which becomes part of the counter.
    async fn tree_that_changed(&mut self) {
        let file = loaded(&self.house, ImportKind::Departments, TREE).await;
        let done = thing(Kind::Import, "a file that was loaded", vec![file.to_string()]);
        self.add(Thing { over: true, ..done });
        let all = entity::department::Entity::find().all(&self.house.db.reader).await.expect("departments");
        let today = self.house.policy.day(self.house.now());
        for (code, works, into, name) in [
            ("ARCH", "archive", self.named.permits, "a department that is part of permits now"),
            ("DEP", "depot", self.named.counter, "a department that is part of the counter now"),
        ] {
            let id = all.iter().find(|row| row.code == code).expect("a department").id;
            let wish = &Wish::Merge { into };
            let merge =
                |change: Arc<Change>| async move { reorganisation::ask(&change, id, wish, today).await };
            self.house.write(&Actor::operator(), merge).await.expect("merged");
            let merged = thing(Kind::Department, name, vec![id.to_string()]);
            self.add(Thing { works, over: true, ..merged });
        }
    }

    /// Joris was invited to another date than Kim; Els and Kim were, and no longer.
    async fn guests(&mut self, session: SessionId) {
        let kim = canary::guest();
        for (name, email, what, of) in [
            (JORIS.0, JORIS.1, "Joris, a guest of another date", None),
            ("Els Duin", "els@bureau.example", "Els, who was a guest", None),
            (&kim.name, &kim.email, "Kim, who was a guest of another date", Some(Role::Guest)),
        ] {
            let (person, over) = (self.invite(session, name, email).await, what.contains("was"));
            let guest = thing(Kind::Guest, what, vec![session.to_string(), person.to_string()]);
            if over {
                self.uninvite(session, person).await;
            }
            self.add(Thing { of, there: !over, over, ..guest });
        }
    }

    /// Invites somebody from outside.
    pub async fn invite(&self, session: SessionId, name: &str, email: &str) -> PersonId {
        let wish = Invite { session, name: name.into(), email: email.into(), ..canary::guest() };
        invited(&self.house, self.named.manager, &wish).await.person_id
    }

    /// Takes an invitation back, when there still is one.
    pub async fn uninvite(&self, session: SessionId, person: PersonId) {
        let end = |change: Arc<Change>| async move { guest::uninvite(&change, session, person, None).await };
        let ended = self.house.write(&self.house.actor(self.named.manager).await, end).await;
        assert!(matches!(ended, Ok(()) | Err(Error::Missing(_))), "{ended:?}");
    }

    /// One checked in by a code there, and does no more.
    async fn check_in_that_ended(&mut self) {
        let workshop = learning::workshop(&self.house, "F").await;
        let plan = learning::plan(workshop, "2026-03-02T08:00", Some(4));
        let session = learning::plan_session(&self.house, plan).await.expect("a date");
        let db = &self.house.db.reader;
        let id = sessions::details(db, session, self.house.now()).await.expect("a date").meetings[0].id;
        let code = self.code_of(id).await;
        let close = |change: Arc<Change>| async move { check_in::set(&change, id, false).await };
        self.house.write(&Actor::operator(), close).await.expect("closed");
        self.add(gone(Kind::CheckIn, "a code of before", vec![code]));
    }

    async fn letter_that_is_tried_again(&mut self) {
        letters::queue::poison(&self.house).await;
        letters::mail(&self.house).await;
        let id = letters::failed(&self.house).await.last().expect("a letter that failed").id;
        let retry = |change: Arc<Change>| async move { queue::retry(&change, id).await };
        self.house.write(&Actor::operator(), retry).await.expect("tried again");
        entity::task::Entity::delete_by_id(id).exec(&self.house.db.writer).await.expect("sent");
        self.add(gone(Kind::Failed, "a letter that was tried again", vec![id.to_string()]));
    }

    /// What Sem and Daan had to follow and need not; assignments that were taken back; a track that is no longer used.
    pub async fn assignments_that_ended(&mut self, workshop: WorkshopId) {
        for (role, works, name) in [
            (Role::Facilitator, "permits", "what Sem need not follow"),
            (Role::QualityOfficer, "phone", "what Daan need not follow"),
        ] {
            let one = assignment::draft(workshop, vec![Group::Person(self.people[&role])]);
            let id = assignment::assign(&self.house, &one).await;
            let rows = entity::duty::Entity::find().all(&self.house.db.reader).await.expect("duties");
            let duty = rows.iter().find(|row| row.assignment_id == id).expect("a duty").id;
            let exempt =
                |change: Arc<Change>| async move { duty::exempt(&change, duty, Some("Kan het al.")).await };
            self.house.write(&Actor::operator(), exempt).await.expect("exempt");
            let exempt = thing(Kind::Duty, name, vec![duty.to_string()]);
            self.add(Thing { of: Some(role), works, over: true, ..exempt });
        }
        for (department, works, name) in [
            (self.named.permits, "permits", "an assignment to permits that ended"),
            (self.named.counter, "counter", "an assignment to the counter that ended"),
        ] {
            let all = assignment::draft(workshop, vec![Group::Department(department)]);
            let id = assignment::assign(&self.house, &all).await;
            let end = |change: Arc<Change>| async move { assignments::end(&change, id).await };
            self.house.write(&Actor::operator(), end).await.expect("ended");
            let ended = gone(Kind::Assignment, name, vec![id.to_string()]);
            self.add(Thing { works, ..ended });
        }
        let wanted = &track::Draft { title: "Oud".into(), summary: String::new(), workshops: vec![workshop] };
        let make = |change: Arc<Change>| async move {
            let id = track::create(&change, wanted).await?;
            track::retire(&change, id, true).await?;
            Ok(id)
        };
        let track = self.house.write(&Actor::operator(), make).await.expect("a track");
        self.add(Thing { over: true, ..thing(Kind::Track, "a track of before", vec![track.to_string()]) });
    }
}
