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

/// A department more than there are.
const TREE: &str = "code;naam;bovenliggend;soort\nGEM;Gemeente;;afdeling\nVERG;Vergunningen;GEM;afdeling\n\
    KCC;Klantcontact;GEM;afdeling\nTEL;Telefoon en chat;KCC;afdeling\nARCH;Archief;GEM;afdeling\n";

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
        let secret = self.link("sem.bakker@gemeente.example").await;
        let used = &secret;
        let come = |change: Arc<Change>| async move { sign_in::open_link(&change, used).await };
        self.house.write(&Actor::house(), come).await.expect("signed in");
        let used = thing(Kind::SignInLink, "a link that Sem used", vec![secret]);
        self.add(Thing { of: Some(Role::Facilitator), over: true, ..used });
        self.add_browser(Role::Facilitator, "a browser of Sem that signed out").await;
        let mut browser = self.things.pop().expect("a browser");
        let id: SignInId = browser.ids[0].parse().expect("an id");
        let leave = |change: Arc<Change>| async move { sign_in::sign_out(&change, id).await };
        self.house.write(&Actor::employee(self.named.sem), leave).await.expect("signed out");
        (browser.there, browser.over) = (false, true);
        self.add(browser);
    }

    /// Noor has an address of her calendar; Sem had one.
    async fn calendars(&mut self) {
        let make = |change: Arc<Change>| async move { calendar_address::make(&change).await };
        let noor = Actor::employee(self.people[&Role::Editor]);
        let secret = self.house.write(&noor, make).await.expect("an address");
        let calendar = thing(Kind::Calendar, "Noor's calendar", vec![format!("{secret}.ics")]);
        self.add(Thing { of: Some(Role::Editor), ..calendar });
        let sem = Actor::employee(self.named.sem);
        let secret = self.house.write(&sem, make).await.expect("an address");
        let end = |change: Arc<Change>| async move { calendar_address::end(&change).await };
        self.house.write(&sem, end).await.expect("ended");
        self.add(gone(Kind::Calendar, "the calendar that Sem had", vec![format!("{secret}.ics")]));
    }

    async fn roles_and_plans_that_ended(&mut self) {
        let (lotte, id) = self.granted(Role::Trainer).await;
        let revoke = |change: Arc<Change>| async move { role::revoke(&change, lotte, id).await };
        self.house.write(&Actor::operator(), revoke).await.expect("revoked");
        self.add(gone(Kind::Role, "a role that Lotte had", vec![lotte.to_string(), id.to_string()]));
        let phone = self.named.phone_team;
        let plan = self.plan_for(phone).await;
        let drop = |change: Arc<Change>| async move { reorganisation::remove(&change, plan).await };
        self.house.write(&Actor::operator(), drop).await.expect("dropped");
        self.add(gone(Kind::Plan, "a change that was dropped", vec![phone.to_string(), plan.to_string()]));
    }

    /// A file brings the archive, which becomes part of permits.
    async fn tree_that_changed(&mut self) {
        let file = loaded(&self.house, ImportKind::Departments, TREE).await;
        let done = thing(Kind::Import, "a file that was loaded", vec![file.to_string()]);
        self.add(Thing { over: true, ..done });
        let all = entity::department::Entity::find().all(&self.house.db.reader).await.expect("departments");
        let archive = all.into_iter().find(|row| row.code == "ARCH").expect("the archive").id;
        let (wish, today) =
            (&Wish::Merge { into: self.named.permits }, self.house.policy.day(self.house.now()));
        let merge =
            |change: Arc<Change>| async move { reorganisation::ask(&change, archive, wish, today).await };
        self.house.write(&Actor::operator(), merge).await.expect("merged");
        let merged =
            thing(Kind::Department, "a department that is part of permits now", vec![archive.to_string()]);
        self.add(Thing { works: "archive", over: true, ..merged });
    }

    /// Joris was invited to another date than Kim; Els was, and no longer.
    async fn guests(&mut self, session: SessionId) {
        for (name, email, of) in [
            (JORIS.0, JORIS.1, "Joris, a guest of another date"),
            ("Els Duin", "els@bureau.example", "Els, who was a guest"),
        ] {
            let (person, over) = (self.invite(session, name, email).await, of.contains("was"));
            let guest = thing(Kind::Guest, of, vec![session.to_string(), person.to_string()]);
            if over {
                self.uninvite(session, person).await;
            }
            self.add(Thing { there: !over, over, ..guest });
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

    /// What Sem had to follow and need not; an assignment that was taken back; a track that is no longer used.
    pub async fn assignments_that_ended(&mut self, workshop: WorkshopId) {
        let sem = assignment::draft(workshop, vec![Group::Person(self.named.sem)]);
        let id = assignment::assign(&self.house, &sem).await;
        let rows = entity::duty::Entity::find().all(&self.house.db.reader).await.expect("duties");
        let duty = rows.iter().find(|row| row.assignment_id == id).expect("a duty").id;
        let exempt =
            |change: Arc<Change>| async move { duty::exempt(&change, duty, Some("Kan het al.")).await };
        self.house.write(&Actor::operator(), exempt).await.expect("exempt");
        let exempt = thing(Kind::Duty, "what Sem need not follow", vec![duty.to_string()]);
        self.add(Thing { of: Some(Role::Facilitator), works: "permits", over: true, ..exempt });
        let permits = assignment::draft(workshop, vec![Group::Department(self.named.permits)]);
        let id = assignment::assign(&self.house, &permits).await;
        let end = |change: Arc<Change>| async move { assignments::end(&change, id).await };
        self.house.write(&Actor::operator(), end).await.expect("ended");
        let ended = thing(Kind::Assignment, "an assignment that ended", vec![id.to_string()]);
        self.add(Thing { works: "permits", there: false, over: true, ..ended });
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
