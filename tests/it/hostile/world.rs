//! A house in which whatever can be stored is hostile already: names, titles, rooms, descriptions.

use std::sync::Arc;

use chrono::TimeDelta;
use entity::{
    core_value::CoreValue,
    id::*,
    import::ImportKind,
    role::RoleKind,
    workshop::{ApprovalRule, Offering, WorkshopForm, WorkshopState},
};
use olievlek::domain::{
    actor::Actor,
    change::Change,
    learning::{
        guest::{self, Invite},
        session::{MeetingPlan, Plan},
        workshop::{self, Draft},
    },
    people::{import::Consent, role},
};

use super::text;
use crate::{
    house::{TestHouse, moment},
    learning::{enrol, plan, plan_session},
    people::import::load_with,
};

/// The house, and somebody who may do everything in it.
pub struct World {
    pub house: TestHouse,
    pub boss: PersonId,
    organisation: DepartmentId,
    pub session: SessionId,
}

/// Cells of a file, quoted.
fn lines(header: &str, rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    writer.write_record(header.split(';')).expect("a header");
    rows.into_iter().for_each(|row| writer.write_record(row).expect("a row"));
    String::from_utf8(writer.into_inner().expect("a file")).expect("text").replace('\0', "")
}

impl World {
    pub async fn new() -> Self {
        let house = TestHouse::new().await;
        // First, because a staff file lets go of everybody who is not in it.
        load(&house).await;
        let people = house.named().await;
        let boss = people.administrator;
        let mut sessions = Vec::new();
        for (at, text) in text::stored().into_iter().enumerate() {
            let session = session(&house, at, text).await;
            // Places of every kind: taken, and waiting for.
            let (one, two) = if at % 2 == 0 { (people.fenna, boss) } else { (boss, people.sem) };
            for person in [one, two] {
                let _ = enrol(&house, session, person).await;
            }
            invite(&house, session, at, text).await;
            sessions.push(session);
        }
        let session = sessions[0];
        let world = Self { house, boss, organisation: people.organisation, session };
        world.give_roles().await;
        world
    }

    /// Every role, also those that were taken meanwhile.
    pub async fn give_roles(&self) {
        for (kind, department) in [
            (RoleKind::Administrator, None),
            (RoleKind::ProgrammeManager, None),
            (RoleKind::Trainer, None),
            (RoleKind::DepartmentHead, Some(self.organisation)),
        ] {
            let new = role::NewGrant { person: self.boss, role: kind, department };
            let grant = |change: Arc<Change>| async move { role::grant(&change, new).await };
            let _ = self.house.write(&Actor::operator(), grant).await;
        }
    }
}

async fn load(house: &TestHouse) {
    house.department("TOP", "Een andere gemeente", None).await;
    let texts = || text::stored().into_iter().enumerate();
    let departments = texts().map(|(at, text)| vec![format!("X{at}"), text.to_owned(), "TOP".into()]);
    let staff = texts().map(|(at, text)| {
        let mail = format!("x{at}@gemeente.example");
        vec![
            format!("9{at:03}"),
            text.into(),
            String::new(),
            text.into(),
            mail,
            format!("X{at}"),
            text.into(),
        ]
    });
    let header = "Medewerker;Roepnaam;Tussenvoegsel;Achternaam;E-mail werk;Afdelingscode;Functie";
    let consent = Consent { partial: true, many_leave: true };
    for (kind, file) in [
        (ImportKind::Departments, lines("code;naam;bovenliggend", departments)),
        (ImportKind::People, lines(header, staff)),
    ] {
        load_with(house, kind, file, consent).await.expect("a file of hostile rows");
    }
}

async fn session(house: &TestHouse, at: usize, text: &str) -> SessionId {
    let text: String =
        text.replace('\0', "").chars().filter(|sign| !sign.is_control() || *sign == '\n').collect();
    let title: String = text.chars().take(110).collect();
    let draft = &Draft {
        code: format!("X{at}"),
        title: format!("{title} {at}"),
        summary: text.clone(),
        description: format!("{text}\n\n# {text}\n\n- {text}\n\n```\n{text}\n```\n\n| {text} |"),
        goals: format!("{text}\n{text}"),
        values: vec![CoreValue::Trust],
        form: WorkshopForm::OnSite,
        duration_minutes: 120,
        parts: 1,
        minimum: Some(2),
        maximum: Some(12),
        audience: "iedereen".into(),
        offering: Offering::Open,
        languages: vec![],
        cover: None,
        approval: ApprovalRule::Nobody,
    };
    let workshop = house
        .write(&Actor::operator(), |change| async move {
            let id = workshop::create(&change, draft).await?;
            workshop::set_state(&change, id, WorkshopState::Published).await?;
            Ok(id)
        })
        .await
        .expect("a workshop");
    let starts_at = moment("2026-04-01T10:00") + TimeDelta::days(at as i64);
    let meeting =
        MeetingPlan { starts_at, ends_at: starts_at + TimeDelta::hours(2), location: text, link: None };
    let wanted = Plan { meetings: vec![meeting], ..plan(workshop, "2026-04-01T10:00", Some(1)) };
    plan_session(house, wanted).await.expect("a session")
}

async fn invite(house: &TestHouse, session: SessionId, at: usize, text: &str) {
    let text: String = text.replace('\0', "");
    let invite = &Invite {
        session,
        name: format!("Gast {text}"),
        email: format!("gast{at}@elders.example"),
        agency: Some(text.clone()),
        override_reason: Some(text),
    };
    let _ =
        house.write(&Actor::operator(), |change| async move { guest::invite(&change, invite).await }).await;
}
