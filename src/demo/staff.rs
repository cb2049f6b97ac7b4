//! Who works there: from the files, with the code that reads real ones; and who does what beside their work.

use entity::{id::*, import::ImportKind, role::RoleKind};

use super::persona::Persona;
use crate::domain::{
    actor::Actor,
    change::{Change, House},
    error::Result,
    learning::import,
    people::{
        export::{self, Member},
        external::{self, Draft},
        import::{Consent, upload},
        person::employed,
        role::{self, NewGrant},
    },
};

/// In the order in which they need each other.
const FILES: [(ImportKind, &str, &[u8]); 3] = [
    (ImportKind::Departments, "departments.csv", include_bytes!("data/departments.csv")),
    (ImportKind::People, "people-hr.csv", include_bytes!("data/people-hr.csv")),
    (ImportKind::Workshops, "workshops.csv", include_bytes!("data/workshops.csv")),
];

/// How many of whom, from which department. Heads come from the staff file.
const ROLES: [(RoleKind, &str, usize); 8] = [
    (RoleKind::ProgrammeManager, "HR", 1),
    (RoleKind::Administrator, "ICT", 1),
    (RoleKind::Trainer, "COM", 5),
    (RoleKind::Trainer, "HR", 3),
    (RoleKind::Trainer, "TEL", 2),
    (RoleKind::Editor, "COM", 1),
    (RoleKind::Facilitator, "HR", 1),
    (RoleKind::QualityOfficer, "KCC", 1),
];

/// Reads the files and gives the roles.
pub(super) async fn hire(house: &House) -> Result<()> {
    let operator = Actor::operator();
    for (kind, name, bytes) in FILES {
        let kept =
            house.write(&operator, |change| async move { upload::keep(&change, kind, name, bytes).await });
        import::apply(house, &operator, kept.await?, Consent::default()).await?;
    }
    let members = employed_now(house).await?;
    let members = &members;
    house.write(&operator, |change| async move { grant(&change, members).await }).await?;
    house.write(&operator, |change| async move { agency(&change).await }).await
}

/// One trainer comes from an agency.
async fn agency(change: &Change) -> Result<()> {
    let draft = Draft {
        name: "Marit van Oort".into(),
        email: "marit@helder.example".into(),
        agency: Some("Bureau Helder".into()),
        until: None,
    };
    let person = external::add(change, &draft).await?;
    role::grant(change, NewGrant { person, role: RoleKind::Trainer, department: None }).await?;
    Ok(())
}

/// Everybody who takes part in what chance decides: not the cast, whose days are written out.
pub(super) async fn pool(house: &House, cast: &[Persona]) -> Result<Vec<PersonId>> {
    let ids = employed_now(house).await?.into_iter().map(|member| member.person.id);
    Ok(ids.filter(|id| cast.iter().all(|persona| persona.person != *id)).collect())
}

/// Those with a trainer's role, by name.
pub(super) async fn trainers(house: &House) -> Result<Vec<PersonId>> {
    let grants = role::grants(&house.db.reader).await?;
    Ok(grants.iter().filter(|grant| grant.role == RoleKind::Trainer).map(|grant| grant.person.id).collect())
}

async fn employed_now(house: &House) -> Result<Vec<Member>> {
    let today = house.policy.day(house.now());
    let mut members = export::everybody(&house.db.reader, today).await?;
    members.retain(|member| employed(&member.person, today) && member.person.employed_until.is_none());
    Ok(members)
}

async fn grant(change: &Change, members: &[Member]) -> Result<()> {
    let mut busy = Vec::new();
    for (role, department, count) in ROLES {
        let here =
            |member: &&Member| member.department.as_ref().is_some_and(|found| found.code == department);
        let free: Vec<_> = members
            .iter()
            .filter(here)
            .map(|member| member.person.id)
            .filter(|id| !busy.contains(id))
            .collect();
        for person in free.into_iter().take(count) {
            role::grant(change, NewGrant { person, role, department: None }).await?;
            busy.push(person);
        }
    }
    Ok(())
}
