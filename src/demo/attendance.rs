//! Who was there: for every meeting behind us the trainer kept the register, and closed all but the newest.

use chrono::{DateTime, Utc};
use entity::attendance::Mark;
use rand::{Rng as _, rngs::StdRng};

use super::{agenda::Planned, at};
use crate::domain::{
    actor::Actor,
    change::House,
    error::Result,
    learning::{attendance, session},
};

/// Of a hundred people, so many were present, so many partly, so many excused; the rest did not show up.
const SHARES: [(u32, Mark); 3] = [(82, Mark::Present), (87, Mark::Partly), (93, Mark::Excused)];

/// The newest registers are still to be closed: somebody has to do it.
const OPEN: usize = 2;

/// Keeps the registers.
pub(super) async fn keep(
    house: &House,
    sessions: &[Planned],
    now: DateTime<Utc>,
    chance: &mut StdRng,
) -> Result<()> {
    let over = sessions.iter().filter(|session| session.starts_at < now).count();
    for (number, planned) in sessions.iter().enumerate().take(over) {
        let details = session::details(&house.db.reader, planned.id, now).await?;
        for meeting in details.meetings.iter().filter(|meeting| meeting.ends_at < now) {
            let register = attendance::register(&house.db.reader, &Actor::house(), meeting.id).await?;
            let marks: Vec<_> = register
                .lines
                .iter()
                .map(|line| (line.enrolment.id, mark(chance.random_range(0..100))))
                .collect();
            let (then, marks) = (at(house, meeting.ends_at), &marks);
            then.write(&Actor::house(), |change| async move {
                attendance::mark(&change, meeting.id, marks).await?;
                if number + OPEN < over {
                    attendance::closing::close(&change, meeting.id).await?;
                }
                Ok(())
            })
            .await?;
        }
    }
    Ok(())
}

fn mark(of_hundred: u32) -> Mark {
    SHARES.iter().find(|(below, _)| of_hundred < *below).map_or(Mark::Absent, |(_, mark)| *mark)
}
