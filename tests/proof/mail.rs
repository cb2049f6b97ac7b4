//! A mail server with bad manners, and a program that is killed while it mails.

use std::{sync::Arc, time::Duration};

use entity::{enrolment::Origin, id::*, letter, person, task};
use olievlek::domain::{
    actor::Actor,
    change::Change,
    learning::enrolment::{TakePlace, take_place},
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use crate::rig::{
    figure, round,
    smtp::{Manner, RUDE, SILENCES, Smtp},
    town::Town,
    until,
};

/// How many letters are asked for before each kill.
const LETTERS: usize = 14;
/// How long a silence is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_letter_is_lost_or_wrongly_marked_whatever_the_server_does() {
    let kills = round(4, 30);
    let town = Town::new(kills * LETTERS).await;
    let session = town.session(0, None).await;
    let smtp = Smtp::rude().await;
    let mut instance = town.instance().with("OLIEVLEK_SMTP_URL", &format!("smtp://127.0.0.1:{}", smtp.port));
    let mut asked = Vec::new();
    for (n, people) in town.people.chunks(LETTERS).enumerate() {
        for person in people {
            enrol(&town, session, *person).await;
        }
        // Reminders are not due for weeks; the clock that is turned below would send them too.
        let soon = olievlek::clock::now() + chrono::TimeDelta::days(1);
        let reminders = task::Entity::delete_many().filter(task::Column::DueAt.gt(soon));
        reminders.exec(&town.house.db.writer).await.unwrap();
        asked.extend(task::Entity::find().all(&town.house.db.reader).await.unwrap());
        let silences = smtp.silences();
        instance.serve().await;
        // Every other one is killed at any moment; the others wait for an answer that does not come.
        if n % 2 == 0 {
            until("it is silent", PATIENCE, async || smtp.silences() > silences).await;
        } else {
            tokio::time::sleep(Duration::from_millis(rand::random_range(50..800))).await;
        }
        instance.kill();
        lapse(&town).await;
    }
    instance.serve().await;
    let waited = if round(0, 1) == 1 { wait_out(&town, &smtp).await } else { 0 };
    smtp.calm();
    until("the queue is empty", Duration::from_secs(120), async || {
        town.sql("UPDATE task SET due_at = created_at WHERE failed_at IS NULL AND holder IS NULL").await;
        tokio::time::sleep(Duration::from_millis(250)).await;
        open(&town).await == 0
    })
    .await;
    asked.sort_by_key(|row| row.id);
    asked.dedup_by_key(|row| row.id);
    judge(&town, &smtp, &asked, kills).await;
    manners(&town, &smtp, waited);
}

/// Leases and pauses run out.
async fn lapse(town: &Town) {
    let sql =
        "UPDATE task SET due_at = created_at, lease_until = NULL, holder = NULL WHERE failed_at IS NULL";
    town.sql(sql).await;
}

/// Nobody is killed, so that each step takes as long as it may: until an answer was waited for in vain three
/// times. How many letters say that there was no answer in time.
async fn wait_out(town: &Town, smtp: &Smtp) -> usize {
    let before = smtp.seen.lock().unwrap().tired;
    until("an answer is waited for no longer, three times", Duration::from_secs(150), async || {
        smtp.seen.lock().unwrap().tired >= before + 3
    })
    .await;
    let in_vain =
        |row: &&task::Model| row.last_error.as_ref().is_some_and(|why| why.contains("no answer in time"));
    tasks(town).await.iter().filter(in_vain).count()
}

/// Every manner was met: in the long round each silence too, and one that nobody cut short.
fn manners(town: &Town, smtp: &Smtp, waited: usize) {
    let shown = smtp.seen.lock().unwrap().shown.clone();
    let long = round(0, 1) == 1;
    let expected = RUDE.iter().chain(SILENCES.iter().filter(|_| long));
    let unmet: Vec<_> = expected.filter(|manner| !shown.contains_key(*manner)).collect();
    figure(
        "manners of the hostile SMTP server that were met",
        town.engine(),
        &format!("{shown:?}; {waited} letters waited for until the end; not met {unmet:?}"),
        "each; in the long round each silence",
    );
    assert!(unmet.is_empty() && smtp.silences() > 1, "{unmet:?}, silent {} times", smtp.silences());
    assert!(!long || waited > 0, "somebody waited to the end");
}

async fn enrol(town: &Town, session: SessionId, person: PersonId) {
    let wish =
        TakePlace { session, person, origin: Origin::Person, short_notice: true, override_reason: None };
    let (wish, actor) = (&wish, Actor::employee(person));
    town.house
        .write(&actor, |change: Arc<Change>| async move { take_place(&change, wish).await })
        .await
        .unwrap();
}

async fn tasks(town: &Town) -> Vec<task::Model> {
    task::Entity::find().all(&town.house.db.reader).await.unwrap()
}

/// How many letters neither left nor were given up.
async fn open(town: &Town) -> usize {
    tasks(town).await.iter().filter(|row| row.failed_at.is_none()).count()
}

async fn judge(town: &Town, smtp: &Smtp, asked: &[task::Model], kills: usize) {
    let (letters, left) =
        (letter::Entity::find().all(&town.house.db.reader).await.unwrap(), tasks(town).await);
    let people = person::Entity::find().all(&town.house.db.reader).await.unwrap();
    let manner = |id: Option<PersonId>| {
        let number = town.people.iter().position(|person| Some(*person) == id).unwrap();
        Manner::of(number)
    };
    let (taken, refused) = {
        let seen = smtp.seen.lock().unwrap();
        (seen.taken.clone(), [Manner::Unknown, Manner::Refuses])
    };
    let never_arrived = |row: &&letter::Model| !taken.contains_key(&row.id.to_string());
    let mut wrong = letters.iter().filter(never_arrived).count();
    wrong += letters.iter().filter(|row| refused.contains(&manner(row.person_id))).count();
    let bounced = |row: &&person::Model| {
        town.people.contains(&row.id) && row.bounced_at.is_some() != (manner(Some(row.id)) == Manner::Unknown)
    };
    wrong += people.iter().filter(bounced).count();
    let known =
        |id: TaskId| letters.iter().any(|row| row.id.0 == id.0) || left.iter().any(|row| row.id == id);
    let lost = asked.iter().filter(|row| !known(row.id)).count();
    let failed = left.iter().filter(|row| row.failed_at.is_some()).count();
    let to_fail = (0..town.people.len()).filter(|n| refused.contains(&Manner::of(*n))).count();
    wrong += failed.abs_diff(to_fail);
    let twice = taken.values().filter(|times| **times > 1).count();
    figure(
        "letters lost or wrongly marked, hostile SMTP server",
        town.engine(),
        &format!(
            "{lost} lost, {wrong} wrong of {} after {kills} kills; {} sent, {failed} given up, {twice} arrived twice",
            asked.len(),
            letters.len()
        ),
        "0; 0",
    );
    assert_eq!((lost, wrong), (0, 0));
    assert_eq!(letters.len() + failed, town.people.len(), "one letter for each");
}
