//! A whole fictional municipality to look around in: staff, catalogue, sessions with a past and a future, and people
//! in them. It is made up anew at every start, always the same, seen from today.

mod adoption;
mod agenda;
mod assignment;
mod attendance;
mod ballot;
mod catalogue;
mod certificate;
mod conversation;
mod evaluation;
mod feedback;
mod improvement;
mod overview;
mod past;
mod persona;
mod place;
mod promise;
mod pulse;
mod request;
mod scene;
mod seats;
mod staff;
mod talk;
mod team;
mod theme;
mod today;
mod tree;

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use rand::{SeedableRng as _, rngs::StdRng};

use crate::{
    app::App,
    domain::{actor::Actor, change::House, error::Result, queue},
};

pub use persona::{Persona, personas};
pub use place::{Place, Taken};

/// Chance is the same at every start, so that two people who look at the demo see the same.
const SEED: u64 = 1_572;
/// How long the municipality has had its sessions planned.
const PAST: TimeDelta = TimeDelta::days(90);

/// Fills an empty house.
///
/// # Errors
/// When the database fails, or a file that was compiled in is refused.
pub async fn fill(app: &App) -> Result<()> {
    let (house, now) = (&app.house, app.house.now());
    let mut chance = StdRng::seed_from_u64(SEED);
    staff::hire(house).await?;
    tree::plan(house).await?;
    overview::book(house).await?;
    catalogue::describe(house).await?;
    let cast = personas(&house.db.reader, house.policy.day(now)).await?;
    let pool = staff::pool(house, &cast).await?;
    let sessions = agenda::plan(&at(house, now - PAST), now, &mut chance).await?;
    let scene = scene::Scene::cast(&cast, &sessions, now);
    let wishes = seats::wishes(&scene.without_stage(&sessions), &pool, now, &mut chance);
    past::follow(house, &cast, &sessions, now).await?;
    seats::take(house, &wishes).await?;
    past::cancel(house, &sessions, now).await?;
    attendance::keep(house, &sessions, now, &mut chance).await?;
    certificate::issue(house, &sessions, now).await?;
    scene.prepare(house, &pool, now).await?;
    today::begin(house, &cast, &pool, now).await?;
    assignment::assign(house, &cast, &sessions, now).await?;
    evaluation::ask(house, (&cast, &pool), (&scene, &sessions), now).await?;
    let themes = theme::keep(house, &cast, now).await?;
    conversation::hold(house, &cast, themes, now).await?;
    improvement::raise(house, &cast, now).await?;
    ballot::vote(house, now).await?;
    promise::measure(house, &cast, now).await?;
    feedback::hear(house).await?;
    adoption::report(house, &cast, now).await?;
    house.write(&Actor::house(), |change| async move { queue::forget_due(&change).await }).await?;
    scene.play(house).await?;
    team::enrol(house, &cast, &sessions).await?;
    request::wait(house, &cast, &sessions).await?;
    overview::ask(house, &cast, &sessions).await?;
    ballot::code(house, &cast, now).await
}

/// The same house at another moment.
fn at(house: &House, moment: DateTime<Utc>) -> House {
    House { clock: Arc::new(move || moment), ..house.clone() }
}
