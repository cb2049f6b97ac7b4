//! A vote in a room: two hundred phones behind one address within a second.

use std::time::{Duration, Instant};

use futures_util::future::try_join_all;
use sea_orm::ConnectionTrait as _;

use crate::{Outcome, figure::Run, load::Client, rig::Rig, sql::Sql, statistics::Sample, table::Table};

/// Phones in the room, and in what time they all press.
const PHONES: u64 = 200;
const WITHIN: Duration = Duration::from_secs(1);

const CONVERSATION: u8 = 31;
const BALLOT: u8 = 32;

impl Run {
    pub async fn dialogue(&mut self, rig: &Rig, size: &'static str, table: &mut Table) -> Outcome<()> {
        let mut rounds = Vec::new();
        for _ in 0..self.plan.rounds {
            rounds.push(self.vote(rig).await?);
        }
        table.samples((rig, size), "200 votes within a second: until the last answer", &rounds);
        Ok(())
    }

    /// No vote is lost, or it ends here.
    async fn vote(&mut self, rig: &Rig) -> Outcome<Sample> {
        let number = self.ballot;
        self.ballot += 1;
        let key = format!("{number:08}").replace('0', "Z").replace('1', "Y");
        rig.run(&open(Sql(rig.engine), number, &key)).await?;
        let port = rig.house()?.port;
        let clients = try_join_all((0..PHONES).map(|_| Client::connect(port))).await?;
        let page = format!("/vote/{key}");
        let begun = Instant::now();
        let one = async |(n, mut client): (u32, Client)| -> Outcome<Duration> {
            tokio::time::sleep(WITHIN * n / u32::try_from(PHONES)?).await;
            let id = uuid::Uuid::new_v4();
            let score = n % 5 + 1;
            let form = format!("vote={id}&verbinding={score}&vakmanschap=4&vertrouwen=3&vernieuwing=2");
            let asked = Instant::now();
            let answer = client.post(&page, "", &form).await?;
            if answer.status == 303 {
                Ok(asked.elapsed())
            } else {
                Err(format!("answered {}", answer.status).into())
            }
        };
        let waits = try_join_all((0..).zip(clients).map(one)).await?;
        let span = begun.elapsed();
        let counted = counted(rig, number).await?;
        if counted != i64::try_from(PHONES)? {
            return Err(format!("{counted} votes of {PHONES}").into());
        }
        self.settle(rig).await?;
        Ok(Sample::of(waits, span))
    }
}

fn open(sql: Sql, number: usize, key: &str) -> Vec<String> {
    let n = number.to_string();
    let (conversation, ballot, now) = (sql.id(CONVERSATION, &n), sql.id(BALLOT, &n), sql.at("0"));
    vec![
        format!(
            "INSERT INTO conversation (id, kind, starts_at, minutes, place, version, summary) \
             SELECT {conversation}, 'team', {now}, 60, 'Werf', 1, ''"
        ),
        format!(
            "INSERT INTO ballot (id, conversation_id, link_key, opened_at, by_hand) \
             SELECT {ballot}, {conversation}, '{key}', {now}, false"
        ),
    ]
}

async fn counted(rig: &Rig, number: usize) -> Outcome<i64> {
    let db = rig.database().await?;
    let id = Sql(rig.engine).id(BALLOT, &number.to_string());
    let found = db.query_one_raw(sea_orm::Statement::from_string(
        db.get_database_backend(),
        format!("SELECT count(*) AS n FROM vote WHERE ballot_id = {id}"),
    ));
    let counted = found.await?.ok_or("no count")?.try_get("", "n")?;
    db.close().await?;
    Ok(counted)
}
