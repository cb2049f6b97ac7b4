//! What the machine gives at most: the transaction of an enrolment in bare SQL, statement by statement over as many
//! connections as the house has, and an answer that costs nothing from the same server loop.

use std::{
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use futures_util::future::try_join_all;
use olievlek::{
    server::{self, Limits},
    stop::Stop,
};
use poem::{Endpoint, Request, Response};
use sea_orm::sqlx::{self, Connection as _};
use tokio::time::sleep;
use uuid::Uuid;

use crate::{
    Outcome,
    fill::{self, SESSION},
    load::{self, Client},
    rig::{Engine, Rig, free_port},
    statistics::Sample,
};

/// What an enrolment cannot do without: who and which date, held; what they have already; the seat, the enrolment, the event,
/// the calendar entry, the letter, the reminder, and the key of the form. The order of arguments is the same in all.
const STATEMENTS: [&str; 10] = [
    "SELECT id FROM person WHERE id = $1 FOR UPDATE",
    "SELECT id FROM session WHERE id = $1 FOR UPDATE",
    "SELECT e.id FROM enrolment e JOIN session s ON s.id = e.session_id WHERE e.person_id = $1 AND s.ends_at > $2",
    "INSERT INTO idempotency (hash, fingerprint, status, body, created_at) VALUES ($1, $1, 0, $1, $2)",
    "UPDATE session SET taken = taken + 1 WHERE id = $1 AND (capacity IS NULL OR taken < capacity) AND waiting = 0",
    "INSERT INTO enrolment (id, session_id, workshop_id, person_id, status, origin, priority, short_notice, created_at) \
     SELECT $1, id, workshop_id, $2, 'confirmed', 'person', 2, $3, $4 FROM session WHERE id = $5",
    "INSERT INTO event (id, at, actor_kind, actor_id, kind, subject_id, person_id, data) \
     VALUES ($1, $2, 'person', $3, 'enrolled', $4, $3, '{}')",
    "INSERT INTO invitation (person_id, meeting_id, sequence) SELECT $1, id, 0 FROM meeting WHERE session_id = $2 \
     ON CONFLICT DO NOTHING",
    "INSERT INTO task (id, kind, payload, due_at, created_at, attempts) VALUES ($1, 'none', '{}', $2, $2, 0)",
    "INSERT INTO task (id, kind, payload, due_at, created_at, attempts) VALUES ($1, 'none', '{}', $2, $2, 0)",
];

/// One enrolment of the limit.
#[derive(Clone, Copy)]
struct Wish {
    person: Uuid,
    session: Uuid,
}

/// Enrolments a second in bare SQL, of people from `first` on; all in one session, or spread over a hundred.
pub async fn enrolments(rig: &Rig, first: usize, hot: Option<usize>, lasts: Duration) -> Outcome<Sample> {
    let connections = if rig.engine == Engine::Sqlite { 1 } else { 16 };
    let next = std::cell::Cell::new(first);
    let wish = || -> Outcome<Wish> {
        let person = next.replace(next.get() + 1);
        let session = hot.unwrap_or(person % 100);
        Ok(Wish { person: fill::id(1, person).parse()?, session: fill::id(SESSION, session).parse()? })
    };
    let begun = Instant::now();
    let one = async || -> Outcome<Vec<Duration>> {
        let mut waits = Vec::new();
        let mut database = Bare::connect(rig).await?;
        while begun.elapsed() < lasts {
            let asked = Instant::now();
            database.enrol(wish()?).await?;
            waits.push(asked.elapsed());
        }
        Ok(waits)
    };
    let waits = try_join_all((0..connections).map(|_| one())).await?.concat();
    Ok(Sample::of(waits, begun.elapsed()))
}

/// A bare connection.
enum Bare {
    Sqlite(sqlx::SqliteConnection),
    Postgres(sqlx::PgConnection),
}

/// The same statements through either driver: their types differ, their calls do not.
macro_rules! enrol {
    ($connection:expr, $begin:literal, $lock:literal, $wish:expr) => {{
        let (connection, Wish { person, session }) = ($connection, $wish);
        let now = olievlek::clock::now();
        let fresh = Uuid::now_v7;
        let [who, which, has, key, seat, enrolment, event, entry, letter, reminder] =
            STATEMENTS.map(|sql| sqlx::query(if $lock { sql } else { sql.trim_end_matches(" FOR UPDATE") }));
        sqlx::query($begin).execute(&mut *connection).await?;
        who.bind(person).fetch_all(&mut *connection).await?;
        which.bind(session).fetch_all(&mut *connection).await?;
        has.bind(person).bind(now).fetch_all(&mut *connection).await?;
        key.bind(fresh().to_string()).bind(now).execute(&mut *connection).await?;
        seat.bind(session).execute(&mut *connection).await?;
        enrolment
            .bind(fresh())
            .bind(person)
            .bind(false)
            .bind(now)
            .bind(session)
            .execute(&mut *connection)
            .await?;
        event.bind(fresh()).bind(now).bind(person).bind(session).execute(&mut *connection).await?;
        entry.bind(person).bind(session).execute(&mut *connection).await?;
        letter.bind(fresh()).bind(now).execute(&mut *connection).await?;
        reminder.bind(fresh()).bind(now).execute(&mut *connection).await?;
        sqlx::query("COMMIT").execute(&mut *connection).await?;
    }};
}

impl Bare {
    async fn connect(rig: &Rig) -> Outcome<Self> {
        if rig.engine == Engine::Postgres {
            return Ok(Self::Postgres(sqlx::PgConnection::connect(&rig.url).await?));
        }
        let options: sqlx::sqlite::SqliteConnectOptions = rig.url.parse()?;
        let options = options
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "FULL")
            .busy_timeout(Duration::from_secs(30));
        Ok(Self::Sqlite(sqlx::SqliteConnection::connect_with(&options).await?))
    }

    async fn enrol(&mut self, wish: Wish) -> Outcome<()> {
        match self {
            Self::Sqlite(connection) => enrol!(connection, "BEGIN IMMEDIATE", false, wish),
            Self::Postgres(connection) => enrol!(connection, "BEGIN", true, wish),
        }
        Ok(())
    }
}

/// Answers of `bytes` that cost nothing, asked as often as can be.
pub async fn answers(bytes: usize, lasts: Duration) -> Outcome<Sample> {
    let port = free_port()?;
    let mut server = Command::new(std::env::current_exe()?)
        .args(["--static", &format!("{port}:{bytes}")])
        .stdout(Stdio::null())
        .spawn()?;
    let sample = asked(port, lasts).await;
    end(&mut server);
    sample
}

async fn asked(port: u16, lasts: Duration) -> Outcome<Sample> {
    for _ in 0..500 {
        if Client::connect(port).await.is_ok() {
            return load::drive(
                port,
                16,
                lasts,
                async |client, _| client.get("/", Some("nobody")).await,
                200,
            )
            .await;
        }
        sleep(Duration::from_millis(10)).await;
    }
    Err("the static server does not answer".into())
}

fn end(server: &mut Child) {
    let _ = server.kill();
    let _ = server.wait();
}

struct Static(Vec<u8>);

impl Endpoint for Static {
    type Output = Response;

    async fn call(&self, _: Request) -> poem::Result<Response> {
        Ok(Response::builder().content_type("text/html; charset=utf-8").body(self.0.clone()))
    }
}

/// Serves `PORT:BYTES`, in a process of its own so that nothing is shared with who asks.
pub fn serve_static(what: &str) -> Outcome<()> {
    let (port, bytes) = what.split_once(':').ok_or("PORT:BYTES")?;
    let (port, bytes): (u16, usize) = (port.parse()?, bytes.parse()?);
    tokio::runtime::Runtime::new()?.block_on(async {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
        let stop = Stop::at_signal()?;
        server::serve(listener, Static(vec![b'x'; bytes]), Limits::default(), stop).await;
        Ok(())
    })
}
