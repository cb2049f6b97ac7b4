//! A pull task: asks another system for the figures of a promise, adds up what comes, and gives only the sums to the house.

use chrono::{Days, TimeDelta};
use entity::id::PromiseId;

use super::worker::Done;
use crate::{
    config::Connected,
    domain::{
        actor::Actor,
        change::House,
        error::Result,
        service::{
            call_back::{Request, Tally, window},
            import::Places,
            permit::{self, Decided},
            promise::{Origin, Promise},
            pull::{self, Failure, Found, Read},
        },
    },
    outside::{Patience, open_klant, open_zaak},
};

/// How long one pull holds its task: longer than all that it may last.
pub(super) const LEASE: TimeDelta = TimeDelta::minutes(10);
/// A task of so many days before the first day that counts can still be due on it: closed days follow each other, as at Easter and
/// round the turn of the year.
const LEAD: Days = Days::new(21);

/// What pulls need.
#[derive(Clone, Debug, Default)]
pub struct Outside {
    pub connected: Connected,
    pub patience: Patience,
}

/// Does one pull. Nothing is written while the other system is asked.
pub(super) async fn perform(house: &House, outside: &Outside, id: PromiseId) -> Result<Done> {
    let Some(promise) = pull::still(&house.db.reader, id).await? else { return Ok(Done::Nothing) };
    let at = house.now();
    let actor = Actor::house();
    match read(house, outside, &promise).await? {
        Ok(read) => {
            let read = &read;
            house.write(&actor, |change| async move { pull::keep(&change, id, read, at).await }).await?;
            Ok(Done::Nothing)
        }
        Err(why) => {
            tracing::warn!(promise = promise.code, why = why.code(), "another system gave no figures");
            house.write(&actor, |change| async move { pull::fail(&change, id, why).await }).await?;
            // Without settings it will not be otherwise in a minute.
            Ok(if why == Failure::NotConnected { Done::Nothing } else { Done::Again(why.code().to_owned()) })
        }
    }
}

async fn read(
    house: &House,
    outside: &Outside,
    promise: &Promise,
) -> Result<std::result::Result<Read, Failure>> {
    match (promise.origin, &outside.connected) {
        (Origin::OpenKlant, Connected { open_klant: Some(access), .. }) => {
            call_backs(house, access, outside.patience).await
        }
        (Origin::OpenZaak, Connected { open_zaak: Some(access), .. }) => {
            Ok(permits(house, access, promise, outside.patience).await)
        }
        _ => Ok(Err(Failure::NotConnected)),
    }
}

async fn call_backs(
    house: &House,
    access: &open_klant::Access,
    patience: Patience,
) -> Result<std::result::Result<Read, Failure>> {
    let (policy, now) = (&house.policy, house.now());
    let (from, _) = window(policy.day(now));
    let since = policy.midnight(from - LEAD);
    let tasks = match open_klant::tasks(access, since, patience).await {
        Ok(tasks) => tasks,
        Err(why) => return Ok(Err(why)),
    };
    let places = Places::read(&house.db.reader).await?;
    let mut tally = Tally::new(policy, now).since(from);
    let mut unusable = tasks.unusable;
    for task in &tasks.tasks {
        let department = task.units.iter().find_map(|name| places.find(name));
        let request = Request { department, received: task.received, handled: task.handled };
        unusable += usize::from(tally.add(request).is_err());
    }
    let found = Found::CallBacks { days: tally.days(), to_come: tally.to_come };
    Ok(Ok(Read { seen: tasks.tasks.len() + tasks.unusable, unusable, found }))
}

async fn permits(
    house: &House,
    access: &open_zaak::Access,
    promise: &Promise,
    patience: Patience,
) -> std::result::Result<Read, Failure> {
    let now = house.now();
    let span = permit::span(promise.every, house.policy.day(now));
    let read = open_zaak::cases(access, span, now, patience).await?;
    let decided: Vec<_> = read.cases.iter().filter_map(of).collect();
    let seen = read.cases.len() + read.unusable;
    Ok(Read { seen, unusable: seen - decided.len(), found: Found::Permits(decided) })
}

fn of(case: &open_zaak::Case) -> Option<Decided> {
    let terms = permit::Terms { legal: case.terms.legal, own: case.terms.own };
    let case = permit::Case {
        started: case.started,
        decided: case.decided,
        planned: case.planned,
        latest: case.latest,
        suspended: case.suspended,
        extended: case.extended,
    };
    Decided::of(&case, terms)
}
