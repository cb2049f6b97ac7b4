//! Everything that recurs, in one table. One instance leads; every duty bears being done twice.

use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};

use chrono::TimeDelta;
use entity::id::SessionId;
use futures_util::{FutureExt as _, future::BoxFuture};
use tokio::time::{Instant, sleep};

use super::sealing::{self, seconds};
use crate::domain::{
    actor::Actor,
    adoption::pulse,
    change::House,
    dialogue::{ballot, improvement},
    error::{Error, Result},
    housekeeping,
    learning::{
        approval, assignment::fill, attendance::unclosed, chase, decision, draw, evaluation, held_seat,
        waiting_list,
    },
    lease,
    privacy::{
        erasure::{self, Why},
        retention::{self, Kind},
    },
    reorganisation,
    service::pull,
};
use crate::{stop::Stop, telemetry::metric};

/// Something that recurs.
pub struct Duty {
    pub name: &'static str,
    pub every: Duration,
    run: fn(House) -> BoxFuture<'static, Result<()>>,
}

/// How soon a duty that failed is tried again, when it is not due earlier.
pub const RETRY: Duration = Duration::from_secs(300);

impl Duty {
    /// How long until it is due again.
    #[must_use]
    pub fn pause(&self, worked: bool) -> Duration {
        if worked { self.every } else { self.every.min(RETRY) }
    }
}

/// When each duty is due; nothing for now.
type Due = [Option<Instant>; DUTIES.len()];

/// The table.
pub static DUTIES: [Duty; 21] = [
    Duty {
        name: "end offers whose time has passed",
        every: Duration::from_secs(60),
        run: |house| Box::pin(async move { lapse_offers(&house).await }),
    },
    Duty {
        name: "draw the places whose moment has come",
        every: Duration::from_secs(60),
        run: |house| Box::pin(async move { hold_draws(&house).await }),
    },
    Duty {
        name: "end requests that nobody decided about in time",
        every: Duration::from_secs(60),
        run: |house| Box::pin(async move { end_requests(&house).await }),
    },
    Duty {
        name: "release held seats whose moment has come",
        every: Duration::from_secs(60),
        run: |house| Box::pin(async move { release_seats(&house).await }),
    },
    Duty {
        name: "close queues of what has begun",
        every: Duration::from_secs(60),
        run: |house| Box::pin(async move { close_queues(&house).await }),
    },
    Duty {
        name: "ask whether sessions with too few people go on",
        every: Duration::from_secs(60),
        run: |house| Box::pin(async move { ask_decisions(&house).await }),
    },
    Duty {
        name: "change the tree of departments on its day",
        every: Duration::from_secs(60),
        run: |house| Box::pin(async move { reorganisation::carry_out(&house).await }),
    },
    Duty {
        name: "hold targeted trainings against who works here",
        every: Duration::from_secs(60),
        run: |house| Box::pin(async move { fill_assignments(&house).await }),
    },
    Duty {
        name: "remind who has chosen no date",
        every: Duration::from_secs(3600),
        run: |house| Box::pin(async move { chase::attend(&house).await }),
    },
    Duty {
        name: "tell heads who is too late",
        every: Duration::from_secs(3600),
        run: |house| Box::pin(async move { tell_heads(&house).await }),
    },
    Duty {
        name: "ask what people think of what they followed",
        every: Duration::from_secs(60),
        run: |house| Box::pin(async move { evaluate(&house).await }),
    },
    Duty {
        name: "ask everybody about the core values",
        every: Duration::from_secs(60),
        run: |house| Box::pin(async move { take_pulse(&house).await }),
    },
    Duty {
        name: "close votes that nobody closed",
        every: Duration::from_secs(600),
        run: |house| Box::pin(async move { ballot::close_left(&house).await }),
    },
    Duty {
        name: "tell of registers that nobody closed",
        every: Duration::from_secs(600),
        run: |house| Box::pin(async move { unclosed::attend(&house).await }),
    },
    Duty {
        name: "remind of ideas to answer and improvements to do",
        every: Duration::from_secs(24 * 3600),
        run: |house| Box::pin(async move { improvement::remind::attend(&house).await }),
    },
    Duty {
        name: "ask other systems for figures, once after midnight",
        every: Duration::from_secs(3600),
        run: |house| Box::pin(async move { ask_outside(&house).await }),
    },
    Duty {
        name: "seal the log",
        every: Duration::from_secs(60),
        run: |house| Box::pin(async move { sealing::seal_log(&house).await }),
    },
    Duty {
        name: "hold the log against its seals",
        every: Duration::from_secs(24 * 3600),
        run: |house| Box::pin(async move { sealing::check_seals(&house).await }),
    },
    Duty {
        name: "throw away what is kept no longer",
        every: Duration::from_secs(3600),
        run: |house| Box::pin(async move { tidy(&house).await }),
    },
    Duty {
        name: "shorten the log",
        every: Duration::from_secs(3600),
        run: |house| Box::pin(async move { shorten_log(&house).await }),
    },
    Duty {
        name: "erase who left long ago",
        every: Duration::from_secs(3600),
        run: |house| Box::pin(async move { erase_leavers(&house).await }),
    },
];

/// The name of the duty to lead.
const LEADER: &str = "schedule";
/// How long a leader is believed to be there after it said so. Promised is that another leads within ten seconds: this and
/// a pulse, with two seconds left for a machine that is busy.
const LEASE: TimeDelta = TimeDelta::seconds(6);
/// How often the leader says that it is still there, and the others look.
const PULSE: Duration = Duration::from_secs(2);

/// Leads, or waits to lead, until it is asked to stop.
pub async fn run(house: House, holder: String, mut stop: Stop) {
    let mut due: Due = [None; DUTIES.len()];
    for duty in &DUTIES {
        metrics::counter!(metric::DUTY_FAILURES, "duty" => duty.name).increment(0);
    }
    while !stop.is_now() {
        let leads = lead(&house, &holder).await;
        metrics::gauge!(metric::LEADS).set(if matches!(leads, Ok(true)) { 1.0 } else { 0.0 });
        match leads {
            Ok(true) => turn_as_leader(&house, &holder, &mut due).await,
            // What another leader did meanwhile is not known here, so all duties are due on taking over.
            Ok(false) => due = [None; DUTIES.len()],
            Err(error) => tracing::error!(%error, "no answer about who leads the schedule"),
        }
        tokio::select! {
            () = sleep(PULSE) => {}
            () = stop.wait() => {}
        }
    }
    let holder = &holder;
    let resign = |change: Arc<_>| async move { lease::resign(&change, LEADER, holder).await };
    if let Err(error) = house.write(&Actor::house(), resign).await {
        tracing::warn!(%error, "the schedule could not be handed over; its lease runs out by itself");
    }
}

/// Takes or keeps the lead.
///
/// # Errors
/// When the database fails.
pub async fn lead(house: &House, holder: &str) -> Result<bool> {
    house
        .write(&Actor::house(), |change| async move { lease::lead(&change, LEADER, holder, LEASE).await })
        .await
}

/// Does every duty once, as a leader does that has just taken over.
pub async fn all(house: &House) {
    turn(house, &mut [None; DUTIES.len()]).await;
}

/// A turn may take longer than the lease, so the leader says meanwhile that it is still there. Who has lost the lead
/// all the same lets go of the change that is under way, which leaves nothing half done.
async fn turn_as_leader(house: &House, holder: &str, due: &mut Due) {
    let until_lost = async {
        loop {
            sleep(PULSE).await;
            if matches!(lead(house, holder).await, Ok(false)) {
                return;
            }
        }
    };
    tokio::select! {
        () = turn(house, due) => {}
        () = until_lost => tracing::warn!("another took the lead in the middle of a turn"),
    }
}

async fn turn(house: &House, due: &mut Due) {
    for (duty, due) in DUTIES.iter().zip(due) {
        let begun = Instant::now();
        if due.is_some_and(|due| begun < due) {
            continue;
        }
        let came = AssertUnwindSafe((duty.run)(house.clone())).catch_unwind().await;
        let worked = matches!(came, Ok(Ok(())));
        *due = Some(begun + duty.pause(worked));
        if worked {
            metrics::gauge!(metric::DUTY_SUCCESS, "duty" => duty.name).set(seconds(house));
        } else {
            metrics::counter!(metric::DUTY_FAILURES, "duty" => duty.name).increment(1);
        }
        match came {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::error!(duty = duty.name, %error, "duty failed"),
            Err(_) => tracing::error!(duty = duty.name, "duty panicked"),
        }
    }
}

async fn lapse_offers(house: &House) -> Result<()> {
    settle(house, waiting_list::with_lapsed_offers(&house.db.reader, house.now()).await?).await
}

async fn hold_draws(house: &House) -> Result<()> {
    settle(house, draw::due(&house.db.reader, house.now()).await?).await
}

async fn end_requests(house: &House) -> Result<()> {
    settle(house, approval::over(&house.db.reader, house.now()).await?).await
}

async fn release_seats(house: &House) -> Result<()> {
    settle(house, held_seat::due(&house.db.reader, house.now()).await?).await
}

/// One session a change, so that nobody waits for all of them.
async fn settle(house: &House, sessions: Vec<SessionId>) -> Result<()> {
    for session in sessions {
        let settle = |change: Arc<_>| async move { waiting_list::settle(&change, session).await.map(|_| ()) };
        house.write(&Actor::house(), settle).await?;
    }
    Ok(())
}

async fn close_queues(house: &House) -> Result<()> {
    for session in waiting_list::begun(&house.db.reader, house.now()).await? {
        let close = |change: Arc<_>| async move { waiting_list::close(&change, session).await };
        house.write(&Actor::house(), close).await?;
    }
    Ok(())
}

async fn ask_decisions(house: &House) -> Result<()> {
    for session in decision::unasked(&house.db.reader, house.now()).await? {
        let ask = |change: Arc<_>| async move { decision::ask(&change, session).await };
        house.write(&Actor::house(), ask).await?;
    }
    Ok(())
}

/// A slice a change, at once after midnight and after a file of people.
async fn fill_assignments(house: &House) -> Result<()> {
    let midnight = house.policy.midnight(house.policy.day(house.now()));
    for id in fill::due(&house.db.reader, midnight).await? {
        let fill = |change: Arc<_>| async move { fill::fill(&change, id).await };
        while house.write(&Actor::house(), fill).await? {}
    }
    Ok(())
}

/// Answers first: what closes today was answered until yesterday.
async fn evaluate(house: &House) -> Result<()> {
    evaluation::release::attend(house).await?;
    evaluation::round::attend(house).await
}

/// Answers first here too.
async fn take_pulse(house: &House) -> Result<()> {
    pulse::sift::attend(house).await?;
    pulse::round::attend(house).await
}

async fn tell_heads(house: &House) -> Result<()> {
    house.write(&Actor::house(), |change| async move { chase::tell_heads(&change).await }).await
}

/// Puts it in the queue: another system may take minutes to answer, and the next duty does not wait for that.
async fn ask_outside(house: &House) -> Result<()> {
    house.write(&Actor::house(), |change| async move { pull::ask_due(&change).await }).await
}

async fn tidy(house: &House) -> Result<()> {
    house.write(&Actor::house(), |change| async move { housekeeping::tidy(&change).await }).await
}

async fn shorten_log(house: &House) -> Result<()> {
    house.write(&Actor::house(), |change| async move { retention::shorten_log(&change).await }).await
}

/// One person a change, counted in it. Who still has something to come, stays until that is over.
async fn erase_leavers(house: &House) -> Result<()> {
    let (actor, now) = (Actor::house(), house.now());
    house.write(&actor, |change| async move { retention::note(&change, Kind::Leavers, 0).await }).await?;
    let last = house.policy.day(now - house.policy.retention.leavers);
    for person in erasure::left_before(&house.db.reader, last).await? {
        let erase = |change: Arc<_>| async move {
            erasure::erase(&change, person, Why::Retention).await?;
            retention::note_one_more(&change, Kind::Leavers).await
        };
        match house.write(&actor, erase).await {
            Ok(()) | Err(Error::Refused(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
