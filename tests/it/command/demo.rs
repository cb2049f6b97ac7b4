use std::fs;

use chrono::{TimeDelta, Utc};
use entity::{
    enrolment::{self, EnrolmentStatus},
    session, trainer,
};
use olievlek::{db::Db, demo};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use super::run::{Machine, get};

#[tokio::test]
async fn a_whole_municipality_is_there_with_somebody_to_be() {
    let machine = Machine::new().await;
    let mut running = machine.start(&["demo", "--listen", "127.0.0.1:0", "--data", "town"]);
    let line = running.line();
    let base_url = line.split_whitespace().find(|word| word.starts_with("http://")).expect("an address");
    assert!(get(base_url, "/health/ready").starts_with("HTTP/1.1 200"));
    let file = machine.folder().join("town/olievlek.db");
    let db = Db::connect(&format!("sqlite://{}", file.display())).await.unwrap();
    let now = olievlek::clock::now();
    let cast = demo::personas(&db.reader, now.date_naive()).await.unwrap();
    let keys: Vec<_> = cast.iter().map(|persona| persona.key).collect();
    assert_eq!(
        keys,
        ["employee", "trainer", "head", "facilitator", "quality", "hr", "administrator", "guest"]
    );
    let trained = trainer::Entity::find()
        .filter(trainer::Column::PersonId.eq(cast[1].person))
        .all(&db.reader)
        .await
        .unwrap();
    assert!(!trained.is_empty(), "the trainer has sessions");
    let mut statuses = statuses_of(&db, cast[0].person).await;
    statuses.sort();
    use EnrolmentStatus::{Confirmed, Offered, Waiting};
    assert_eq!(statuses, [Confirmed, Offered, Waiting], "beside what they followed");
    sessions_are_well_filled(&db, now).await;
    let own: Vec<_> = trained.iter().map(|row| row.session_id).collect();
    let running_now = session::Entity::find()
        .filter(session::Column::Id.is_in(own))
        .filter(session::Column::StartsAt.lte(now))
        .filter(session::Column::EndsAt.gt(now));
    let today = running_now.one(&db.reader).await.unwrap().expect("a date of the trainer has just begun");
    assert_eq!(today.taken, 9, "people are in the room");
    db.close().await;
    assert_eq!(running.stop(), Some(0), "{}", machine.log());
}

async fn statuses_of(db: &Db, person: entity::id::PersonId) -> Vec<EnrolmentStatus> {
    // Of what is behind the person it is known what came of it.
    let of = enrolment::Entity::find()
        .filter(enrolment::Column::PersonId.eq(person))
        .filter(enrolment::Column::Outcome.is_null());
    of.all(&db.reader).await.unwrap().into_iter().map(|row| row.status).collect()
}

async fn sessions_are_well_filled(db: &Db, now: chrono::DateTime<Utc>) {
    let sessions = session::Entity::find().all(&db.reader).await.unwrap();
    assert_eq!(sessions.len(), 62);
    assert!(sessions.iter().filter(|session| session.starts_at < now).count() >= 10, "a past");
    assert!(sessions.iter().any(|session| session.starts_at > now + TimeDelta::days(70)), "a future");
    assert!(sessions.iter().any(|session| session.waiting > 0), "a queue");
    assert!(sessions.iter().any(|session| session.capacity > Some(session.taken)), "a free seat");
    for row in sessions {
        let of = enrolment::Entity::find()
            .filter(enrolment::Column::SessionId.eq(row.id))
            .all(&db.reader)
            .await
            .unwrap();
        let seated = of.iter().filter(|row| row.status.seated()).count();
        assert_eq!(i32::try_from(seated).unwrap(), row.taken - row.held, "the counter is right");
    }
}

#[tokio::test]
async fn a_demo_never_touches_a_real_database() {
    let machine = Machine::new().await;
    fs::create_dir(machine.folder().join("real")).unwrap();
    fs::write(machine.folder().join("real/olievlek.db"), "precious").unwrap();
    let done = machine.run(&["demo", "--listen", "127.0.0.1:0", "--data", "real"]);
    assert_eq!(done.code, 1);
    assert!(done.err.contains("not a demo's"), "{}", done.err);
    assert_eq!(fs::read_to_string(machine.folder().join("real/olievlek.db")).unwrap(), "precious");
}

#[tokio::test]
async fn a_demo_without_a_folder_leaves_nothing_behind() {
    let machine = Machine::new().await;
    let mut running = machine.start(&["demo", "--listen", "127.0.0.1:0"]);
    running.line();
    let demos = || {
        fs::read_dir(machine.folder())
            .unwrap()
            .filter(|entry| {
                entry.as_ref().unwrap().file_name().to_string_lossy().starts_with("olievlek-demo-")
            })
            .count()
    };
    assert_eq!(demos(), 1);
    assert_eq!(running.stop(), Some(0), "{}", machine.log());
    assert_eq!(demos(), 0);
}
