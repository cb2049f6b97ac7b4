//! Letters, files, and the links and codes that lead in.

use std::sync::Arc;

use entity::{id::*, import::ImportKind};
use olievlek::domain::{
    actor::Actor,
    change::Change,
    handover,
    learning::{
        attendance::{self, check_in},
        message::{self, To},
    },
    people::{calendar_address, import::upload, sign_in},
};
use sea_orm::{EntityTrait as _, QueryOrder as _};

use super::{
    canary,
    cast::Role,
    rule::{Kind, Thing},
    world::{World, thing},
};
use crate::letter as letters;

impl World {
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
        let calendar = thing(Kind::Calendar, "Fenna's calendar", vec![format!("{secret}.ics")]);
        self.add(Thing { of: Some(Role::Employee), ..calendar });
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
        for (name, role, email) in [
            ("a link of Fenna", Role::Employee, "fenna.de.boer@gemeente.example"),
            ("a link of Noor", Role::Editor, "noor.el.amrani@gemeente.example"),
        ] {
            let link = thing(Kind::SignInLink, name, vec![self.link(email).await]);
            self.add(Thing { of: Some(role), ..link });
        }
        for kind in [Kind::SignInLink, Kind::SetUpLink, Kind::SetUpLink] {
            self.add(thing(kind, "a link that opens nothing", vec![SessionId::new().to_string()]));
        }
    }

    /// The secret of a new link to sign in, out of the letter that waits.
    pub async fn link(&self, email: &str) -> String {
        let ask = |change: Arc<Change>| async move { sign_in::ask_link(&change, email, Some("/me")).await };
        self.house.write(&Actor::house(), ask).await.expect("a link");
        let newest = entity::task::Entity::find().order_by_desc(entity::task::Column::Id);
        let tasks = newest.all(&self.house.db.reader).await.expect("tasks");
        let mut letters = tasks.iter().filter(|row| row.payload["letter"] == "sign-in");
        letters.find_map(|row| row.payload["secret"].as_str()).expect("a secret").to_owned()
    }

    /// The code on the screen of a date that is over, whose register nobody closed.
    pub async fn add_check_in(&mut self) {
        let over = self
            .things
            .iter()
            .find(|thing| thing.kind == Kind::Meeting && thing.name == "a date that is over");
        let id: MeetingId = over.expect("a meeting").ids[0].parse().expect("an id");
        let code = self.code_of(id).await;
        self.add(thing(Kind::CheckIn, "a code to check in", vec![code]));
        let never = "A".repeat(48);
        self.add(Thing { there: false, ..thing(Kind::CheckIn, "a code that was never given", vec![never]) });
    }

    /// People check in at a meeting, with this code.
    pub async fn code_of(&self, id: MeetingId) -> String {
        let open = |change: Arc<Change>| async move { check_in::set(&change, id, true).await };
        self.house.write(&Actor::operator(), open).await.expect("opened");
        let register =
            attendance::register(&self.house.db.reader, &Actor::operator(), id).await.expect("a register");
        check_in::code(&register.meeting, self.house.now()).expect("a code")
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
        for (name, of, id) in
            [("a letter to Fenna", Role::Employee, mailed), ("a letter to Milan", Role::SharedDevice, paper)]
        {
            self.add(Thing { of: Some(of), ..thing(Kind::Letter, name, vec![id.to_string()]) });
        }
        // Everybody of the date got it.
        let told = to(self.people[&Role::Editor]).find(|copy| copy.text.contains(canary::MESSAGE));
        let told = thing(Kind::Letter, "the message to Noor", vec![told.expect("a message").id.to_string()]);
        self.add(Thing { of: Some(Role::Editor), ..told });
        self.handovers(&copies).await;
        let ids = vec![mailed.to_string()];
        self.add(Thing { there: false, ..thing(Kind::Handover, "a letter that was mailed", ids) });
    }

    /// Letters on paper: for Milan, for Bram, and one for each that he has.
    async fn handovers(&mut self, copies: &[entity::letter::Model]) {
        let papers = |person| copies.iter().filter(move |copy| copy.person_id == Some(person));
        let milan: Vec<_> = papers(self.people[&Role::SharedDevice]).map(|copy| copy.id).collect();
        let bram: Vec<_> = papers(self.bram).map(|copy| copy.id).collect();
        for (head, given) in [(Role::Head, milan[1]), (Role::OtherHead, bram[1])] {
            let head = self.house.actor(self.people[&head]).await;
            let give = |change: Arc<Change>| async move { handover::hand_over(&change, given, true).await };
            self.house.write(&head, give).await.expect("given");
        }
        for (name, id, works, over) in [
            ("a letter for Milan", milan[0], "permits", false),
            ("a letter for Bram", bram[0], "counter", false),
            ("a letter that Milan has", milan[1], "permits", true),
            ("a letter that Bram has", bram[1], "counter", true),
        ] {
            self.add(Thing { works, over, ..thing(Kind::Handover, name, vec![id.to_string()]) });
        }
    }

    pub async fn add_failed(&mut self) {
        letters::queue::poison(&self.house).await;
        letters::mail(&self.house).await;
        let task = letters::failed(&self.house).await.last().expect("a letter that failed").id;
        self.add(thing(Kind::Failed, "a letter that was given up", vec![task.to_string()]));
    }
}
