//! Open Klant: internal tasks (`internetaken`), and which organisational units they were given to. Of a task five fields are read, of a
//! unit four; what residents said, and people who have a task, are not.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use http::{HeaderMap, HeaderValue, header};
use serde::Deserialize;
use tokio::time::timeout;

use super::{
    Base, Failure, Patience, Secret,
    client::{Client, More},
    text::Text,
};

/// As many a page as Open Klant gives.
const A_PAGE: u16 = 500;

/// Where it is, and what opens it.
#[derive(Clone, Debug)]
pub struct Access {
    /// `https://…/klantinteracties/api/v1`.
    pub url: Base,
    pub token: Secret,
}

/// What is known of a task.
#[derive(Clone, Debug)]
pub struct Task {
    pub received: DateTime<Utc>,
    pub handled: Option<DateTime<Utc>>,
    /// What the units that have it are called: code, then name; in the order in which they got it.
    pub units: Vec<String>,
}

/// What was read.
#[derive(Debug, Default)]
pub struct Tasks {
    pub tasks: Vec<Task>,
    /// Without moments that can be read, or without what tells them apart.
    pub unusable: usize,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Actor {
    #[serde(default)]
    uuid: Text,
    #[serde(default)]
    naam: Text,
    actoridentificator: Option<Identity>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Identity {
    #[serde(default)]
    object_id: Text,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct InternalTask {
    #[serde(default)]
    uuid: Text,
    #[serde(default)]
    toegewezen_aan_actoren: Option<Vec<Given>>,
    /// Before version 2.2.
    toegewezen_aan_actor: Option<Given>,
    #[serde(default)]
    status: Text,
    #[serde(default)]
    toegewezen_op: Text,
    #[serde(default)]
    afgehandeld_op: Text,
}

#[derive(Deserialize)]
struct Given {
    #[serde(default)]
    uuid: Text,
}

/// What there is of the units, by the id of the actor.
type Units = HashMap<String, [Option<String>; 2]>;

/// Every task that was given since a moment.
///
/// # Errors
/// Why it could not be read as a whole.
pub async fn tasks(access: &Access, since: DateTime<Utc>, patience: Patience) -> Result<Tasks, Failure> {
    let read = async {
        let client = client(access, patience)?;
        let units = units(&client).await?;
        let mut reading = Reading::new(since);
        let first = format!("/internetaken?pageSize={A_PAGE}");
        client.pages(&first, |page: Vec<InternalTask>| reading.take(page, &units)).await?;
        Ok(reading.found)
    };
    timeout(patience.whole, read).await.map_err(|_| Failure::Late)?
}

/// Whether it answers to who asks.
///
/// # Errors
/// Why not.
pub async fn probe(access: &Access, patience: Patience) -> Result<(), Failure> {
    let client = client(access, patience)?;
    client.pages("/internetaken?pageSize=1", |_: Vec<InternalTask>| More::Enough).await
}

fn client(access: &Access, patience: Patience) -> Result<Client, Failure> {
    let mut token =
        HeaderValue::from_str(&format!("Token {}", access.token.open())).map_err(|_| Failure::Refused)?;
    token.set_sensitive(true);
    Client::new(&access.url, HeaderMap::from_iter([(header::AUTHORIZATION, token)]), patience)
}

/// Units only: who works there is not asked.
async fn units(client: &Client) -> Result<Units, Failure> {
    let mut units = Units::new();
    let path = format!("/actoren?soortActor=organisatorische_eenheid&pageSize={A_PAGE}");
    let take = |page: Vec<Actor>| {
        units.extend(page.into_iter().filter_map(|actor| {
            let code = actor.actoridentificator.as_ref().and_then(|one| one.object_id.get());
            let names = [code, actor.naam.get()].map(|name| name.map(str::to_owned));
            Some((actor.uuid.get()?.to_owned(), names))
        }));
        More::Wanted
    };
    client.pages(&path, take).await?;
    Ok(units)
}

/// Tasks as they come in.
struct Reading {
    since: DateTime<Utc>,
    /// A task that came in meanwhile moves another to the next page, where it comes again.
    seen: HashSet<String>,
    found: Tasks,
    last: DateTime<Utc>,
    /// The newest came first until now.
    in_order: bool,
}

impl Reading {
    fn new(since: DateTime<Utc>) -> Self {
        let last = DateTime::<Utc>::MAX_UTC;
        Self { since, seen: HashSet::new(), found: Tasks::default(), last, in_order: true }
    }

    /// Open Klant cannot be asked for the tasks since a moment. It gives the newest first; as long as that holds, a page with older
    /// ones only is the last that is wanted, and else all are read.
    fn take(&mut self, page: Vec<InternalTask>, units: &Units) -> More {
        let mut wanted = page.is_empty();
        for task in page {
            let received = task.toegewezen_op.moment();
            if let Some(at) = received {
                self.in_order &= at <= self.last;
                self.last = at;
            }
            if received.is_some_and(|at| at < self.since) {
                continue;
            }
            wanted = true;
            self.add(&task, units);
        }
        if wanted || !self.in_order { More::Wanted } else { More::Enough }
    }

    fn add(&mut self, task: &InternalTask, units: &Units) {
        let Some(uuid) = task.uuid.get() else {
            self.found.unusable += 1;
            return;
        };
        if !self.seen.insert(uuid.to_owned()) {
            return;
        }
        match read(task, units) {
            Some(task) => self.found.tasks.push(task),
            None => self.found.unusable += 1,
        }
    }
}

/// A task that is done tells when; one that is open has no such moment, whatever stands there.
fn read(task: &InternalTask, units: &Units) -> Option<Task> {
    let handled = match task.status.get()? {
        "te_verwerken" => None,
        "verwerkt" => Some(task.afgehandeld_op.moment()?),
        _ => return None,
    };
    let given = task.toegewezen_aan_actoren.iter().flatten();
    let given: Vec<_> = match &task.toegewezen_aan_actoren {
        Some(_) => given.collect(),
        None => task.toegewezen_aan_actor.iter().collect(),
    };
    let names = given.into_iter().filter_map(|one| units.get(one.uuid.get()?)).flatten().flatten();
    Some(Task { received: task.toegewezen_op.moment()?, handled, units: names.cloned().collect() })
}
