//! How a person stands towards sessions that could still be chosen: what the rules would say, known beforehand.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{enrolment, id::*, person};
use sea_orm::{ConnectionTrait, QueryFilter as _};

use super::{
    agenda::Item,
    audience,
    before::elsewhere,
    cover, guest,
    place::{of, still},
    prerequisite::{self, Followed, Required},
    rule::{self, Replaced},
};
use crate::domain::{
    error::{Error, Refusal, Result},
    policy::Policy,
};

/// Who looks at sessions, and when.
pub struct Looker<'a> {
    pub person: &'a person::Model,
    pub now: DateTime<Utc>,
    pub policy: &'a Policy,
    /// The place that is left for one of these sessions: it stands in nobody's way.
    pub leaving: Option<Replaced>,
    /// This person gives some session.
    pub gives: bool,
}

/// How somebody stands towards a session.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// What this person has, gets or waits for there.
    pub enrolment: Option<enrolment::Model>,
    /// What would be answered to a wish for a place.
    pub barrier: Option<Refusal>,
}

/// What the rules of these sessions ask, the same for whoever looks.
#[derive(Clone, Debug)]
pub struct Asks {
    audiences: Vec<entity::audience::Model>,
    required: Vec<Required>,
    /// Some team says how many may be away.
    limited: bool,
}

impl Asks {
    /// Of these sessions: three queries, whatever their number.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn read(db: &impl ConnectionTrait, items: &[Item]) -> Result<Self> {
        let owners: Vec<_> = items.iter().map(|item| rule::audience_of(&item.session)).collect();
        let mut workshops: Vec<_> = items.iter().map(|item| item.workshop.id).collect();
        workshops.sort_unstable();
        workshops.dedup();
        Ok(Self {
            audiences: audience::rules(db, &owners).await?,
            required: prerequisite::of(db, &workshops).await?,
            limited: cover::is_limited(db).await?,
        })
    }
}

/// How this person stands towards these sessions: what the rules would say, without asking for a place. At most ten
/// queries, whatever the number of sessions; the rules themselves still decide.
///
/// # Errors
/// When the database fails.
pub async fn standings(
    db: &impl ConnectionTrait,
    looker: &Looker<'_>,
    items: &[Item],
) -> Result<HashMap<SessionId, Standing>> {
    standings_by(db, looker, items, &Asks::read(db, items).await?).await
}

/// As [`standings`], when it is known what the rules ask.
///
/// # Errors
/// When the database fails.
pub async fn standings_by(
    db: &impl ConnectionTrait,
    looker: &Looker<'_>,
    items: &[Item],
    asks: &Asks,
) -> Result<HashMap<SessionId, Standing>> {
    let span =
        items.iter().map(|i| i.session.starts_at).min().zip(items.iter().map(|i| i.session.ends_at).max());
    let Some(span) = span else { return Ok(HashMap::new()) };
    let mine = of(looker.person.id).filter(still(looker.now)).all(db).await?;
    let seated = mine.iter().any(|(row, _)| rule::SEATED.contains(&row.status));
    let busy = if seated || looker.gives {
        rule::busy(db, looker.person.id, span, looker.now).await?
    } else {
        Vec::new()
    };
    let today = looker.policy.day(looker.now);
    let barring = audience::barring(db, &asks.audiences, looker.person, today).await?;
    let invited = guest::invitations(db, looker.person).await?;
    let learned = Learned::read(db, looker.person.id, items, &asks.required).await?;
    let teams = if asks.limited {
        cover::teams(db, looker.person.id, looker.policy.day(span.0), span).await?
    } else {
        Vec::new()
    };
    let left = looker.leaving.map(|left| left.session);
    let standing = |item: &Item| {
        let session = &item.session;
        let open = !invited.contains(&session.id);
        let enrolment = mine.iter().map(|(row, _)| row).find(|row| row.session_id == session.id).cloned();
        let barrier = refused(rule::open(session, looker.now, false))
            .or_else(|| enrolment.as_ref().map(|_| Refusal::AlreadyEnrolled))
            .or_else(|| refused(rule::employed(looker.policy, session, looker.person)))
            .or_else(|| (open && barring.contains(&rule::audience_of(session))).then(|| for_others(item)))
            .or_else(|| elsewhere(&mine, session, looker.leaving, looker.now))
            .or_else(|| learned.barrier(item, looker.now).filter(|_| open))
            .or_else(|| rule::clash(&busy, (session.id, left), &item.meetings))
            .or_else(|| cover::breach(&teams, &item.meetings));
        (session.id, Standing { enrolment, barrier })
    };
    Ok(items.iter().map(standing).collect())
}

/// What somebody has followed of what these sessions ask.
struct Learned<'a> {
    required: &'a [Required],
    followed: Followed,
}

impl<'a> Learned<'a> {
    async fn read(
        db: &impl ConnectionTrait,
        person: PersonId,
        items: &[Item],
        required: &'a [Required],
    ) -> Result<Self> {
        let once = items.iter().filter(|item| !item.workshop.repeatable).map(|item| item.workshop.id);
        let asked: Vec<_> = required.iter().map(|first| first.id).chain(once).collect();
        Ok(Self { followed: prerequisite::followed(db, person, &asked).await?, required })
    }

    fn barrier(&self, item: &Item, now: DateTime<Utc>) -> Option<Refusal> {
        prerequisite::barrier(self.required, &self.followed, (&item.session, &item.workshop), now)
    }
}

fn refused(checked: Result<()>) -> Option<Refusal> {
    match checked {
        Err(Error::Refused(no)) => Some(no),
        _ => None,
    }
}

fn for_others(item: &Item) -> Refusal {
    let audience = item.session.audience.as_ref().unwrap_or(&item.workshop.audience);
    Refusal::NotInAudience { audience: audience.clone() }
}

/// What this person has, gets or waits for, by session: for a mark on a list.
///
/// # Errors
/// When the database fails.
pub async fn marks(
    db: &impl ConnectionTrait,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<HashMap<SessionId, enrolment::Model>> {
    let rows = of(person).filter(still(now)).all(db).await?;
    Ok(rows.into_iter().map(|(row, _)| (row.session_id, row)).collect())
}
